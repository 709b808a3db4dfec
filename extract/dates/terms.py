"""Terms of bodies: “khóa XII” as the years it sat."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from extract.lexicon import load
from extract.records import Mention, Span, Term
from extract.text import fold, lower

_TERM = re.compile(r"kh(?:óa|oá)\s?(?:thứ\s)?(?P<number>[ivx]{1,5}|\d{1,2})(?!\w)")
_NEXT = re.compile(r"(?:\s?[;,]\s?|\svà\s)(?P<number>[ivx]{1,5})(?!\w)")
_OFFICE = re.compile(r"[,\s]{1,3}\(?(?:nhiệm\skỳ\s)?\(?(?P<first>(?:19|20)\d\d)\s?[-–]\s?(?P<last>(?:19|20)\d\d)")
_REACH = 60
_LOCAL = re.compile(r"tỉnh|huyện|thành phố|thành ủy|quận|thị|xã|hđnd|hội đồng nhân dân|đảng bộ|tp\b")
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True, kw_only=True)
class Congress:
    """A body whose terms are numbered for the whole country, and the years of each: “XII 2016/2021”."""

    name: str
    names: tuple[str, ...]
    terms: tuple[str, ...]
    examples: tuple[str, ...]
    refuse: tuple[str, ...]


def find_terms(doc: Doc | str) -> list[Term]:
    """Every “khóa …” in text order; the value is None where no table knows the body's terms.

    `find_terms("Bộ Chính trị (khóa X)")` reads “khóa X” as 2006/2011; the years beside it come first:
    “HĐND tỉnh khóa III, nhiệm kỳ 2016-2021” is 2016/2021.
    """
    text = doc if isinstance(doc, str) else doc.text
    low = lower(text)
    terms = []
    for match in _TERM.finditer(low):
        years = _OFFICE.match(low, match.end())
        body = None if years else _body(low, match.start())
        following: re.Match[str] | None = match
        while following:  # khóa XIII; XIV
            tabled = _years().get((body, roman(following["number"]))) if body else None
            value = f"{years['first']}/{years['last']}" if years else tabled
            rule = "terms.years" if years else "terms.table" if value else "terms.unknown"
            span = Span(match.start() if following is match else following.start("number"), following.end())
            terms.append(Term(value, Mention(span, span.of(text), rule)))
            following = None if years else _NEXT.match(low, following.end())
    return terms


def _body(low: str, start: int) -> str | None:
    """The body named last before the term in its clause: “Quốc hội khóa XIV”."""
    clause = fold(re.split(r"[.;:\n]\s", low[max(0, start - _REACH) : start])[-1])
    places = [(found.end(), found.lastgroup) for found in _names().finditer(clause)]
    return None if not places or _LOCAL.search(clause, places[-1][0]) else places[-1][1]


def roman(number: str) -> int:
    """`roman("xiv")` is 14, and so is `roman("14")`."""
    if number.isdecimal():
        return int(number)
    values = [_ROMAN[letter] for letter in number.lower()]
    return sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))


@cache
def _names() -> re.Pattern[str]:
    groups = []
    for at, congress in enumerate(load("congresses", Congress)):
        names = "|".join(re.escape(fold(name)) for name in sorted(congress.names, key=len, reverse=True))
        groups.append(rf"(?P<c{at}>(?<!\w)(?:{names})(?!\w))")
    return re.compile("|".join(groups))


@cache
def _years() -> dict[tuple[str, int], str]:
    return {
        (f"c{at}", roman(number)): years
        for at, congress in enumerate(load("congresses", Congress))
        for number, years in (term.split() for term in congress.terms)
    }
