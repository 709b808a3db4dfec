"""Digits that measure nothing: ordinals, codes, names, times, ages, phones, places in a list, time gone by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.indicators.numbers import Numeral
from extract.lexicon import load
from extract.text import UPPER


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """One block of data/lexicon/asides.toml; its name is the reason."""

    name: str
    before: tuple[str, ...]
    yields: bool = False
    to_nouns: bool = False
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


_CODE_AFTER = re.compile(  # 290-QĐ/TW, 14B, 5.2; and the row of “03 - 09 - 14 - 41”
    r"\s?[-–/]\s?(?:[A-ZĐ]{2,}|[A-ZĐ]\d|[A-ZĐ][a-z]{0,2}/)|\s?[-–/]\s?\d+[-/]?[A-ZĐ]{2}|[A-ZĐ]+\d|[a-z]?\.\d"
    r"|\s[-–]\s\d\d\s[-–]\s\d\d(?!\d)"
)
_SPACES = frozenset(" \xa0")
_CODE_SIGNS = frozenset("-–/.")
_UNIT_CODE = re.compile(r"\s?/\s?(?:USD|VNĐ|VND|CP|EUR)(?!\w)")
_TOLD_AFTER = re.compile(
    r"(?P<time>\s?(?:h|g)\s?\d{0,2}(?!\w)|:\d{2}(?!\d)|/\d{1,2}\s?(?:h|giờ)"
    r"|\s?giờ\s?(?:\d|sáng|chiều|tối|đêm|trưa|kém|ngày|rưỡi|hàng|hằng|cùng))"
    r"|(?P<age>\s?(?:-\s?\d+\s?)?(?:năm\s)?(?:tháng\s)?tuổi(?!\s(?:thọ|đời))|\s?xuân\sxanh)"
    r"|(?P<name>\s?kv(?!\w)|\s?tết(?!\w)|\s?âm\slịch|\s?độ\s(?:vĩ|kinh)|\s?x\s?\d|\ssao(?!\w)|\schiều(?!\s(?:cao|dài|rộng|sâu|ngày))(?!\w)|\+|/\d+\s?kv(?!\w))"
    r"|(?P<stamp>(?:\s\d\d)?\s[\d·]{4}\s[\d·]{1,2}:)"
    r"|(?P<duration>,\s\d+\s(?:năm|tháng|ngày)(?!\w))"
)
_TELLS = frozenset("hgtxknâđsc:/+-,·0123456789")
"""What such words and signs begin with."""
_CLOCK = re.compile(r"(?:\d:|\dh|\dg)$")
_PUNCTUATION = str.maketrans(dict.fromkeys(".(:“\"‘'", " "))
_HANGS = (" ", "\xa0", ".", "-")
_OPEN = frozenset(" \n(“\"'‘[")
_LISTED = re.compile(r"\s?(?:[.)/](?!\d)|[-–]\s)|[ \xa0|.]*(?:\n|$)")
_LINE_START = re.compile(r"(?:^|\n|[.;:]\s)[\s(+*|-]*$")
_BRACKET = re.compile(r"[(\[]\s?$")
_EXPONENT = re.compile(r"(?:\d|/)\s?[kcd]?m\s$")  # 600m 2, triệu đồng/m 2
_PLATE = re.compile(
    rf"(?:^|[^\w])(?:[{UPPER}]{{2,}}|[A-ZĐ]\.[A-ZĐƯ]|(?<=[\w,;]\s)[{UPPER}][^\W\d{UPPER}]*"
    rf"|[{UPPER}]\w*\s[{UPPER}]\w*|\d+[A-Z])[ \xa0.-]{{1,3}}$"
)
_QUOTE = re.compile(r"[“\"'‘]$")
_AND = re.compile(r"\s?[,;/&-]\s?|\s(?:và|hoặc|đến|hay)\s|,\s?và\s")
LONGEST_JOIN = 8
"""Characters that may join two places of a list: “ hoặc ”."""
# Words after which “số”, “điều”, “phần” count something and name nothing.
_COUNTING = re.compile(r"(?:tổng|trong|con|đa|thiểu|một|nhiều|các|dân|hệ|chỉ|vốn|doanh|ý|tỷ|góp|thành|ghi|bình)$")
_MAY_COUNT = frozenset({"số", "phần", "điều", "hình", "mục"})


@cache
def _table() -> tuple[dict[str, Aside], frozenset[str]]:
    """The blocks by their words, and the last words of all."""
    table = {word: aside for aside in load("asides", Aside) for word in aside.before}
    return table, frozenset(re.split(r"[ -]", word)[-1] for word in table)


def listed_aside(low: str, at: int) -> Aside | None:
    """The block whose word stands right before an offset: “Phường |11” is a place."""
    if low[at - 1 : at] not in _HANGS:
        return None
    table, lasts = _table()
    last = low[low.rfind(" ", max(0, at - 28), at - 1) + 1 : at - 1]
    if last.isalpha() and last not in lasts:
        return None
    words = low[max(0, at - 28) : at].translate(_PUNCTUATION).rstrip(" \xa0-").split()[-3:]
    for size in (3, 2, 1):
        aside = table.get(" ".join(words[-size:])) if len(words) >= size else None
        if aside:
            counting = words[-1] in _MAY_COUNT and size == 1 and len(words) > 1 and _COUNTING.match(words[-2])
            return None if counting else aside
    return None


def glued(text: str, at: int) -> bool:
    """True for the digits of a name, QL14 or F0; a word that lost its space (“thông qua10”, “có10”) counts."""
    start = at
    while start and text[start - 1].isalpha():
        start -= 1
    word = text[start:at]
    return bool(word) and ((len(word) < 3 and word.isascii()) or not word.islower())


def shape(text: str, low: str, numeral: Numeral) -> str | None:
    """The reason that the figure's own looks give: a code, a time, an age, a phone, a place in a list."""
    if numeral.value.is_nan():
        return "code"
    start, end = numeral.span.start, numeral.span.end
    before, after = low[start - 1 : start], low[end : end + 1]
    if before not in _OPEN and (reason := _attached(text, low, start, before)):
        return reason
    if before == " " and low.startswith("m", start - 2) and _EXPONENT.search(low, start - 5, start):
        return "code"
    nearest = low[end + 1 : end + 2] if after in _SPACES else after
    code = (nearest in _CODE_SIGNS or after.isalpha()) and _CODE_AFTER.match(text, end)
    if code and not _UNIT_CODE.match(text, end):
        return "code"
    if nearest in _TELLS and (told := _TOLD_AFTER.match(low, end)):
        return told.lastgroup
    return _place_in_list(low, start, end) if end - start < 4 and not nearest.isalpha() else None


def _attached(text: str, low: str, start: int, before: str) -> str | None:
    """What the digits hang on to: QL14, Covid-19, Km13+250, 16h30."""
    if _CLOCK.search(low, start - 3, start):
        return "time"
    hung = before == "+" or (before in {"-", "–"} and text[start - 2 : start - 1].isalpha())
    return "name" if hung or glued(text, start) else None


def _place_in_list(low: str, start: int, end: int) -> str | None:
    """“1. Kinh tế”, “(2)”, a table's row number alone in its line."""
    near = max(0, start - 6)
    if _LISTED.match(low, end) and _LINE_START.search(low, near, start):
        return "list"
    return "list" if low[end : end + 1] in {")", "]"} and _BRACKET.search(low, near, start) else None


def named(text: str, start: int) -> bool:
    """True after a name, where a figure without a unit belongs to it: “LICOGI 14”, “Sông Hậu 1”, “BĐ 99044”."""
    return _PLATE.search(text, start - 24, start) is not None or _QUOTE.search(text, start - 1, start) is not None


def in_row(low: str, end_before: int, start: int) -> bool:
    """True where a figure goes on with the list of the aside before it: “mức độ 3, 4”, “phường 3 và 4”."""
    return start - end_before < LONGEST_JOIN and _AND.fullmatch(low, end_before, start) is not None
