"""Bodies that issue documents: their names in the text, their letters in a code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.lexicon import load
from extract.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """“Ủy ban nhân dân”: UBND in codes, of the government, at a level the code may leave open ("")."""

    name: str
    symbols: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    branch: str
    level: str
    examples: tuple[str, ...]
    refuse: tuple[str, ...] = ()


_PLACE = r"(?:\s(?:tỉnh|thành\sphố|tp\.?|huyện|quận|thị\sxã|thị\strấn|xã|phường|đặc\skhu)(?!\w))*"
_HEAD = (
    r"ban|bộ|sở|cục|tổng\scục|vụ|viện|tòa|hội|ủy\sban|ubnd|hđnd|đảng\s(?:ủy|bộ|đoàn)|văn\sphòng|thanh\stra|công\san|bảo\shiểm"
    r"|ngân\shàng|liên\sđoàn|tập\sđoàn|tổng\scông\sty|công\sty|trường|đại\shọc|học\sviện|chi\scục|kho\sbạc|phòng|trung\stâm"
    r"|chủ\stịch|bộ\strưởng|giám\sđốc|tổng\sgiám\sđốc|hải\squan|đoàn|quân\skhu|bệnh\sviện"
)
_STOP = (
    r"về|ngày|đã|để|trong|theo|quy|ban\shành|hướng|sửa|từ|đến|có|là|được|tại|nhằm|với|cho|thì|phê|thành\slập|nêu|yêu|chỉ"
    r"|giao|trên|khóa|tổ\schức|do|của|trước|sau|vào|khi|này|cũng|vừa|mới|bổ|ký|số|năm|tháng|gửi|đề|kết|thông\sbáo|nhiệm"
)


@cache
def bodies() -> tuple[Body, ...]:
    return load("issuers", Body)


@cache
def by_symbol() -> dict[str, Body]:
    """The body of a symbol in capital letters: “TTG” is the Prime Minister."""
    return {symbol.upper(): body for body in reversed(bodies()) for symbol in body.symbols}


@cache
def _by_name() -> dict[str, Body]:
    return {fold(name): body for body in reversed(bodies()) for name in (body.name, *body.names)}


@cache
def _name() -> re.Pattern[str]:
    names = sorted(_by_name(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(_PLACE)


_PROPER = re.compile(r"(?:\s(?:[A-ZĐÀ-Ỹ][\w’'.-]*\w|[A-ZĐ]|\d{1,2}(?!\d)))+")
_UNLISTED = re.compile(rf"(?:{_HEAD})(?!\w)(?:\s(?!(?:{_STOP})(?!\w))[\w’'&-]+){{0,9}}")


def body_named(name: str) -> Body | None:
    """The body whose name opens the text: `body_named("UBND tỉnh Nghệ An")` is the Ủy ban nhân dân."""
    match = _name().match(fold(name))
    return _by_name()[match.group()] if match else None


def issuer_at(text: str, start: int) -> int | None:
    """Where the body named at an offset ends: “UBND tỉnh Thừa Thiên Huế| về …”; None where none is."""
    window = text[start : start + 120]
    low = fold(window)
    match = _name().match(low)
    if match:
        return start + _with_place(window, low, match.end())
    unlisted = _UNLISTED.match(low) if window[:1].isupper() else None
    return start + unlisted.end() if unlisted else None


def issuers_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The listed bodies named in a stretch of text, each with its place."""
    window = text[start:end]
    low = fold(window)
    return [(start + m.start(), start + _with_place(window, low, m.end())) for m in _name().finditer(low)]


def _with_place(window: str, low: str, end: int) -> int:
    """“UBND| tỉnh Nghệ An”: a level and a proper name belong to the body before them."""
    level = _tail().match(low, end)
    after = level.end() if level else end
    proper = _PROPER.match(window, after)
    return proper.end() if proper else after
