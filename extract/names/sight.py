"""Who is named and how: heads of posts, honorifics and names of one text, in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extract.names.find import BODY_NOUNS, find_names
from extract.names.honorifics import ADDRESS, MANY, next_word, people_terms
from extract.names.name import Certainty, Name
from extract.records import Span
from extract.text import fold_word


class Named(NamedTuple):
    """What a text holds of persons; an honorific comes with its letter."""

    heads: Sequence[Span] = ()
    honorifics: Sequence[tuple[Span, str]] = ()
    names: Sequence[Name] = ()


def sight(text: str, terms: Iterable[tuple[int, int, str]]) -> Named:
    """“các đồng chí Phó Bí thư Lê Diễn” holds an honorific for many, a head and a name; `terms` are sighted phrases."""
    heads, honorifics, shams = people_terms(text, terms)
    openers, stops, many, civil = set(), {head.start for head in heads} | shams, set(), set()
    for span, letter in honorifics:
        stops.add(span.start)
        openers.add(opener := next_word(text, span.end))
        if letter == MANY:
            many.add(opener)
        elif letter == ADDRESS and text[span.start] not in "đĐ":
            civil.add(opener)
    names = [
        name  # “các đồng chí Thường trực”: after many, one syllable is no name; nor is “bác sĩ Khoa”, “ông Khoa” is
        for name in find_names(text, stops, openers)
        if name.certainty is not Certainty.GIVEN
        or (name.span.start not in many and (name.span.start in civil or fold_word(name.text) not in BODY_NOUNS))
    ]
    return Named(heads, honorifics, names)
