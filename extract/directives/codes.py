"""The grammar of document codes: 290-QĐ/TW, 79/2003/NĐ-CP, 653/2019/UBTVQH14, 5678/VPCP-TCCV."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.directives import documents, issuers
from extract.directives.documents import DocumentType
from extract.directives.issuers import Body
from extract.rules import compile_folded

_PART = r"(?:[A-ZĐƯ&]+[a-zđ]?(?:[A-ZĐƯ&]+[a-zđ]?)*\d{0,2}|[CT]tr|T\.Ư)(?:(?![\wÀ-ỹđ])|(?=ngày))"
SYMBOL = rf"{_PART}(?:\s?[-‑–—/]\s?{_PART}|(?:,\s?(?:TW|TU|TƯ))(?!\w))?(?:[-‑–—/](?:{_PART}|\d{{1,2}}(?!\d)))*"
CODE = compile_folded(  # the number keeps its letter: 36a/NQ-CP
    rf"(?P<number>\d{{1,6}}(?-i:[a-zđ]|[A-ZĐ](?=[-/]))?) (?:\s?(?P<dated>[-/])\s?(?P<year>(?:19|20)\d\d)(?!\d))?"
    rf" (?P<join>\s?[-‑–—/]\s?|\s) (?P<symbol>(?-i:{SYMBOL}))"
)
_DASH = re.compile(r"\s*([-‑–—/,])\s*")
_SESSION = re.compile(r"(QH|UBTVQH)(\d{1,2})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeFacts:
    """What a code says by itself; None where its letters are in no table."""

    number: str
    year: int | None
    type: DocumentType | None
    body: Body | None
    session: int | None


def describe(code: str) -> CodeFacts | None:
    """Number, year, type and issuing body of a code, None where it is none.

    `describe("79/2003/NĐ-CP")` is number 79 of 2003, a Nghị định of the Chính phủ, central;
    `describe("45/2019/QH14")` is a law of the fourteenth Quốc hội.
    """
    match = CODE.fullmatch(code.strip())
    if not match:
        return None
    year = int(match["year"]) if match["year"] else None
    kind, body, session = read_symbol(match["symbol"])
    return CodeFacts(number=match["number"], year=year, type=kind, body=body, session=session)


@lru_cache(maxsize=4096)  # a few hundred symbols stand in all the news
def read_symbol(symbol: str) -> tuple[DocumentType | None, Body | None, int | None]:
    """Type, body and session of a code's letters: “QĐ/TW”, “UBND-ĐT”, “UBTVQH14”."""
    parts = re.split(r"[-/]", tidy(symbol).upper())
    kind = documents.by_symbol().get(parts[0])
    named = parts[1:] if kind else parts
    session = next((match for part in parts if (match := _SESSION.match(part))), None)
    if session:
        kind = kind or documents.by_word()["luật" if session[1] == "QH" else "nghị quyết"]
        return kind, issuers.by_symbol()[session[1]], int(session[2])
    whole = issuers.by_symbol().get("/".join(parts))  # QĐNS/TW are the Bộ Chính trị's
    body = whole or next((found for part in named if (found := issuers.by_symbol().get(part))), None)
    if kind is None and body is not None:
        kind = documents.by_word()["công văn"]
    return kind, body, None


@lru_cache(maxsize=4096)
def issuing_body(code: str) -> Body | None:
    """The body a code alone names: `issuing_body("1134/QĐ-TTg")` is the Thủ tướng Chính phủ."""
    match = CODE.fullmatch(code)
    return read_symbol(match["symbol"])[1] if match else None


@lru_cache(maxsize=4096)
def tidy(symbol: str) -> str:
    """Letters with the spacing and dashes people get wrong mended: “ QĐ – UBND” is “QĐ-UBND”, “NQ, TW” is “NQ/TW”."""
    mended = _DASH.sub(lambda m: {",": "/", "‑": "-", "–": "-", "—": "-"}.get(m[1], m[1]), symbol.strip())
    return mended.replace("T.Ư", "TW").replace("TƯ", "TW")


def written(match: re.Match[str], number: str | None = None) -> str:
    """The code of a `CODE` match as it should stand: “05 CT/TW” is “05-CT/TW”; another number for lists."""
    symbol = tidy(match["symbol"])
    number = number or match["number"]
    if match["year"]:
        return f"{number}{match['dated']}{match['year']}/{symbol}"
    return f"{number}{tidy(match['join']) or ('-' if '/' in symbol else '/')}{symbol}"


@lru_cache(maxsize=4096)
def identity(code: str) -> str:
    """The same for all ways to write one code: “05 - CT/TW”, “5/CT-TW” and “05-CT/TW” are “5|CT|TW”."""
    parts = re.split(r"[-/|]", re.sub(r"\s+", "", tidy(code)).upper())
    return "|".join([parts[0].lstrip("0") or "0", *parts[1:]])
