"""Bodies that issue documents: their names in the text, their letters in a code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.lexicon import load
from extract.text import UPPER, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """“Ủy ban nhân dân”: UBND in codes, of the government, at a level the code may leave open ("")."""

    name: str
    symbols: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    branch: str
    level: str
    examples: tuple[str, ...]
    refuse: tuple[str, ...]


_PLACE = r"(?: (?:tỉnh|thành phố|tp\.? ?hcm|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)(?!\w))*"
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
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?:(?!\w)|(?=về\s))")


@cache
def _name_anywhere() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/-]){_name().pattern}")  # not the TW of 290-QĐ/TW


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(_PLACE)


_PROPER = re.compile(rf"(?:[ \xa0](?!Kh[oó][aá]\b)(?:[{UPPER}][\w’'.-]*\w|[{UPPER}]|\d{{1,2}}(?![\d/-])))+")
_PLENUM = re.compile(r"(?: lần thứ)? (?:\d{1,2}|[ivx]{1,5})(?![\w/-]|[.,]\d)")  # Hội nghị Trung ương 8
_PERSON = re.compile(  # Chủ tịch UBND TP Hà Nội| Nguyễn Văn An
    r"[ ](?!Hồ Chí Minh)(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương"
    r"|Lý|Chu|Đinh|Đoàn|Lâm|Mai|Trịnh|Đào|Cao"
    r"|Lương|Hà(?! (?:Nội|Nam|Tĩnh|Giang|Tây))|Tạ|Phùng|Thái(?! (?:Bình|Nguyên)))(?= )"
)
_UNLISTED = re.compile(rf"(?:{_HEAD})(?!\w)(?:[ \xa0](?!(?:{_STOP})(?!\w))[\w’'&-]+){{0,9}}")


@lru_cache(maxsize=4096)
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
        return start + _with_place(window, low, match)
    unlisted = _UNLISTED.match(low) if window[:1].isupper() else None
    return start + unlisted.end() if unlisted else None


def issuers_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The listed bodies named in a stretch of text, each with its place."""
    window = text[start:end]
    low = fold(window)
    return [
        (start + found.start(), start + _with_place(window, low, found)) for found in _name_anywhere().finditer(low)
    ]


def may_issue(own: Body | None, named: Body | None) -> bool:
    """Whether a named body may have issued a code of `own`: any central party body /TW, only the Chính phủ NĐ-CP."""
    if own is None or named is None or own is named:
        return True
    alike = own.branch == named.branch and (own.level == named.level or "" in (own.level, named.level))
    return alike and (own.branch == "party" or {own.name, named.name} == {"Chính phủ", "Thủ tướng Chính phủ"})


def _with_place(window: str, low: str, name: re.Match[str]) -> int:
    """“UBND| tỉnh Nghệ An”: a level and a proper name belong to a local body, not to “Thủ tướng Phạm Minh Chính”."""
    if _by_name()[name.group()].level == "central":
        plenum = _PLENUM.match(low, name.end()) if name.group().startswith("hội nghị") else None
        return plenum.end() if plenum else name.end()
    level = _tail().match(low, name.end())
    after = level.end() if level else name.end()
    proper = _PROPER.match(window, after)
    if not proper:
        return after
    person = _PERSON.search(window, after, proper.end()) if name.group().startswith(("chủ tịch", "chánh")) else None
    return person.start() if person else proper.end()
