"""Deputies of an assembly, called by that alone: “Đại biểu Lò Văn Sáu cho rằng dự luật chưa đủ chế tài”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.names.honorifics import MANY, TITLE
from extract.officials.enumerations import Holding
from extract.officials.posts import PostWords
from extract.officials.sequence import NAME, Sequence
from extract.records import Span
from extract.text import fold_word

DEPUTY = "posts.deputy"
"""The rule of a post that is told only of whom the article gives no other."""
_ASSEMBLY = re.compile(r"[Qq]uốc hội|HĐND|[Hh]ội đồng nhân dân|ĐBQH")
_DEPUTY = re.compile(r"(?:đại biểu|ĐB)$", re.IGNORECASE)
_NAMED = re.compile(r"(?:R(?=N)|L(?=N))N?(?:[,&]+N)*")


def find_deputies(sequence: Sequence, text: str) -> Iterator[Holding]:
    """The post of whom the article calls nothing but deputy; at a congress of a union delegates hold none."""
    if TITLE not in sequence.letters and MANY not in sequence.letters:
        return
    called = [match for match in _NAMED.finditer(sequence.letters) if _deputy(sequence, text, match.start())]
    if not called or _ASSEMBLY.search(text) is None:
        return
    for match in called:
        post = _deputy(sequence, text, match.start())
        for at in range(match.start() + 1, match.end()):
            if post and sequence.letters[at] == NAME:
                yield Holding(at, post, DEPUTY)


def _deputy(sequence: Sequence, text: str, at: int) -> PostWords | None:
    """“các | đại biểu”, “ĐB” as a post."""
    item = sequence.items[at]
    word = _DEPUTY.search(item.of(text)) if isinstance(item, Span) else None
    if word is None or not isinstance(item, Span):
        return None
    return PostWords(Span(item.start + word.start(), item.end), word.group(), fold_word(word.group()))
