"""Which document is which over all articles: one for a code that is unique in the country, one a place for the rest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from extract.directives.codes import describe
from extract.text import fold
from normalize.names import bare

_WITHOUT_LETTERS = re.compile(r"^\d+[a-z]?(?:/\d{4})?$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NOT_WORD = re.compile(r"[^\w]+")

EVERYWHERE = frozenset({"Đảng ủy Khối"})
"""Bodies of the centre whose letters the provinces use as well: 16-CTr/ĐUK."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One directive of one article, as read there."""

    article_id: str
    n: int
    type: str
    code: str
    issued: str | None = None
    issuer: str | None = None
    home: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The document a directive is; `home` is None for documents of the centre."""

    article_id: str
    n: int
    document_id: str
    home: str | None
    why: str


def resolve(cited: Iterable[Cited]) -> list[Found]:
    """A document for every directive: whole codes first, then bare numbers where one candidate remains."""
    ordered = sorted(cited, key=lambda c: (c.article_id, c.n))
    by_code: dict[str, list[Cited]] = defaultdict(list)
    for c in ordered:
        if not _WITHOUT_LETTERS.match(c.code):
            by_code[identity(c.code, c.type, None if is_central(c.code) else c.home)].append(c)
    numbered: dict[tuple[str, str], dict[str, Cited]] = defaultdict(dict)
    found: list[Found] = []
    for code, said in by_code.items():
        for c, result in zip(said, of_one_code(code, said), strict=True):
            found.append(result)
            known = numbered[fold(c.type), number(c.code)]
            if result.document_id not in known or (c.issued and not known[result.document_id].issued):
                known[result.document_id] = c
    short = [c for c in ordered if _WITHOUT_LETTERS.match(c.code)]
    found += [by_number(c, numbered[fold(c.type), number(c.code)]) for c in short]
    return sorted(found, key=lambda f: (f.article_id, f.n))


def of_one_code(code: str, said: list[Cited]) -> list[Found]:
    """Codes start anew: 16/CT-TTg of 2019 and of 2020 are two; without a date it is the one that is known."""
    years = issues(sorted({c.issued for c in said if c.issued})) if not _YEAR.search(said[0].code) else {}
    known = sorted(set(years.values()))
    found = []
    for c in said:
        home = None if is_central(c.code) else c.home
        year, why = years.get(c.issued or ""), "code"
        if year is None and len(known) == 1:
            year = known[0]
        elif year is None and known:
            why = f"code, {len(known)} candidates"
        document_id = f"{code}.{year}" if year else code
        found.append(Found(article_id=c.article_id, n=c.n, document_id=document_id, home=home, why=why))
    return found


def issues(dates: list[str]) -> dict[str, str]:
    """Date of issue → year that names the document; one day and month in two years is a slip, not two documents."""
    first: dict[str, str] = {}
    years = {}
    for date in dates:
        year = date[:4]
        years[date] = first.setdefault(date[4:], year) if len(date) == len("2010-02-25") else year
    return years


def by_number(c: Cited, candidates: dict[str, Cited]) -> Found:
    """“Quyết định 290 của Bộ Chính trị” is 290-QĐ/TW where no other Quyết định 290 fits what is said of it."""
    fitting = {i: other for i, other in candidates.items() if fits(c, other)}
    if len(fitting) == 1:
        ((document_id, other),) = fitting.items()
        home = None if is_central(other.code) else other.home
        return Found(article_id=c.article_id, n=c.n, document_id=document_id, home=home, why="number, one candidate")
    why = "number alone" if not fitting else f"number, {len(fitting)} candidates"
    return Found(article_id=c.article_id, n=c.n, document_id=identity(c.code, c.type, c.home), home=c.home, why=why)


def fits(short: Cited, other: Cited) -> bool:
    """True where nothing said of a bare number speaks against a whole code; a code of a place counts there only."""
    if not is_central(other.code):
        return short.home == other.home and agree(short.issued, other.issued)
    facts = describe(other.code)
    if short.issuer and facts and facts.body and not (issuer_is(short.issuer, other)):
        return False
    return agree(short.issued, other.issued)


def agree(one: str | None, other: str | None) -> bool:
    """True where two dates may be one: “2010” and “2010-02-25”, or one is unknown."""
    return one is None or other is None or one.startswith(other) or other.startswith(one)


def issuer_is(issuer: str, other: Cited) -> bool:
    """True where a named issuer can have issued a code of the centre: Bộ Chính trị and Ban Bí thư both sign …/TW."""
    if other.issuer and bare(issuer) == bare(other.issuer):
        return True
    words, facts = bare(issuer), describe(other.code)
    body = bare(facts.body.name) if facts and facts.body else ""
    of_party = ("bo chinh tri", "ban bi thu", "trung uong", "bch tw", "bct")
    return body in words or words in body or (body.startswith("trung uong") and words.startswith(of_party))


def is_central(code: str) -> bool:
    """True for a code that is unique in the country: 290-QĐ/TW, 79/2003/NĐ-CP; not 05-KH/HU."""
    facts = describe(code)
    if facts is None:
        return False
    of_centre = facts.body is not None and facts.body.level == "central" and facts.body.name not in EVERYWHERE
    return facts.session is not None or of_centre


def number(code: str) -> str:
    return code[: len(code) - len(code.lstrip("0123456789"))].lstrip("0") or code


def identity(code: str, kind: str, home: str | None) -> str:
    """“290-qd-tw”; a code that many places use gets its type and place: “05-kh-hu.ke-hoach.dak-song”."""
    parts = [code.lstrip("0") if len(code) > 1 else code] if home is None else [code, kind, home]
    return ".".join(_NOT_WORD.sub("-", bare(part)).strip("-") for part in parts)
