"""Whom a sentence is about, and so the “Ông” of the next one: “Bí thư nêu rõ ông Lò Văn Sáu là … Ông từng giữ …”."""

from __future__ import annotations

from extract.officials.citizens import chain_start
from extract.officials.sequence import Sequence
from extract.text import fold_word

_SAYS_OF = frozenset({"nêu rõ", "khẳng định", "nhấn mạnh", "đánh giá", "cho rằng", "ghi nhận"})


def is_about_last(sequence: Sequence, text: str, named: list[int]) -> bool:
    """Whether the last of the names of a sentence is the one it is about."""
    return one_person(sequence, named) or _told_of(sequence, text, named)


def one_person(sequence: Sequence, named: list[int]) -> bool:
    return len(named) == 1 or len({fold_word(sequence.name(at).text).rpartition(" ")[2] for at in named}) == 1


def _told_of(sequence: Sequence, text: str, named: list[int]) -> bool:
    """“Bí thư Tỉnh ủy Lê Diễn nêu rõ ông Lò Văn Sáu là cán bộ …”: the sentence is about the second."""
    if len(named) != 2:
        return False
    said, start = sequence.name(named[0]).span.end, chain_start(sequence, named[1])
    return text[said:start].strip() in _SAYS_OF
