"""Where a name ends, as another place of the text shows it."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from extract.names.syllables import LOWER
from extract.text import fold_word

# Words that begin the next sentence where its full stop is lost: “Ông Đinh La Thăng Chiều 13/5 …”.
_SENTENCE_OPENER = frozenset(
    {
        "tại",
        "chiều",
        "sáng",
        "tối",
        "trưa",
        "theo",
        "trong",
        "trước",
        "sau",
        "ngày",
        "ảnh",
        "về",
        "khi",
        "các",
        "những",
        "một",
    }
    | {
        "với",
        "để",
        "cùng",
        "đến",
        "nguyên",
        "năm",
        "hiện",
        "đồng",
        "qua",
        "tham",
        "dự",
        "phát",
        "đây",
        "tuy",
        "từ",
        "đặc",
    }
    | {"bên", "liên", "do", "được", "trao", "đón"}
)
_SMALL = re.compile(rf"[ ][{LOWER}]+(?![\w-])")


def trimmed_end(text: str, start: int, end: int, whole: AbstractSet[str]) -> int:
    """The end of a name given all names of the text, folded: “Đinh La Thăng | Chiều”, “Đinh La thăng |” mistyped."""
    rest, _, last = text[start:end].rpartition(" ")
    known = " " in rest and fold_word(rest) in whole
    if known and (fold_word(last) in _SENTENCE_OPENER or (rest.count(" ") > 1 and _SMALL.match(text, end))):
        return start + len(rest)
    following = _SMALL.match(text, end)
    if following and fold_word(text[start : following.end()]) in whole:
        return following.end()
    return end
