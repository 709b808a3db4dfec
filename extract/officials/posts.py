"""Posts in the text: a head and the body it belongs to.

“Phó Bí thư Thường trực Tỉnh ủy”, “Vụ trưởng Vụ Đào tạo chính quy”, “nguyên Chủ tịch UBND huyện Bình Lâm”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from extract.names.syllables import LOWER, UPPER, is_syllable
from extract.officials.post_body import post_end
from extract.records import Span
from extract.text import fold_word


class PostWords(NamedTuple):
    """A post where it stands; `head` is what the lexicon knows of it, `text` has glued words apart."""

    span: Span
    text: str
    head: str


_BEFORE = re.compile(r"(?<!\w)(?:nguyên\s(?:là\s)?|cựu\s|quyền\s|q\.\s?|phụ\strách\s|cố\s)+$", re.IGNORECASE)
_BEFORE_ENDS = frozenset("nàuhố.NÀUHỐ")
"""Last letters of these words: asked before the pattern is tried."""
_GLUED = re.compile(rf"(?<=[{LOWER}])([{UPPER}][{LOWER}]*)")
_DOTTED = frozenset({"ct", "pct", "bt", "pbt", "gđ", "pgđ"})
_ROLE_ONLY = frozenset({"trưởng đoàn", "phó trưởng đoàn", "phó đoàn"})
_DEPUTIES = re.compile(r"(?i:đại biểu|quốc hội)|ĐBQH|HĐND")  # other delegations are led for the event only
_OF_ANOTHER = frozenset({"trợ lý", "phụ tá", "thư ký", "thư ký riêng", "cố vấn", "đặc phái viên", "phái viên"})
_EPONYMS = (" Hồ Chí Minh", " Kaysone", " Souphanouvon")


def find_posts(text: str, heads: Iterable[Span], walls: Sequence[int]) -> list[PostWords]:
    """Every post; `walls` are sorted offsets that no body crosses: where names and other terms begin."""
    found: list[PostWords] = []
    wall = iter(walls)
    limit = next(wall, len(text))
    for head in heads:
        words = head.of(text)
        word = fold_word(words)
        if (found and head.start < found[-1].span.end) or not _is_head(words):
            continue
        while limit < head.end:
            limit = next(wall, len(text))
        start = head.end + (word in _DOTTED and text[head.end : head.end + 1] == ".")  # “PCT. UBND”, “CT.HĐND”
        end = max(post_end(text, start, limit, word), head.end)
        if (word in _ROLE_ONLY and not _DEPUTIES.search(text, start, end)) or text.startswith(_EPONYMS, head.end, end):
            continue
        before = text[head.start - 2 : head.start - 1] in _BEFORE_ENDS and _BEFORE.search(
            text, max(0, head.start - 24), head.start
        )
        span = Span(before.start() if before else head.start, head.end if end == start else end)
        if found and found[-1].head in _OF_ANOTHER and text[found[-1].span.end : span.start] in {" ", " của "}:
            last = found.pop()  # “Trợ lý Chủ tịch Quốc hội”, “Đặc phái viên của Tổng thống”: one post
            span, word = Span(last.span.start, span.end), last.head
        found.append(PostWords(span, _parted(span.of(text)), word))
    return found


@lru_cache(maxsize=20_000)
def _parted(post: str) -> str:
    return _GLUED.sub(_apart, post)


def _apart(glued: re.Match[str]) -> str:
    """“SởXây dựng” is Sở Xây dựng; “VinUni” stays."""
    return f" {glued[1]}" if is_syllable(glued[1]) else glued[1]


def _is_head(words: str) -> bool:
    """“PCT”, “TUV” are written in capitals; “ct” is no post."""
    return " " in words or words.isupper() or "." in words
