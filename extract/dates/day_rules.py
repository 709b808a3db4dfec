"""Rules that begin at a digit: days, months and years as written in figures."""

from __future__ import annotations

import re

from extract.dates.calendar import Moment, Said, Stretch
from extract.rules import Rule, compile_folded

_ORDINALS = "một, hai, ba, tư, năm, sáu, bảy, tám, chín, mười, mười một, mười hai"
_MONTHS = {word: at for at, word in enumerate(_ORDINALS.split(", "), start=1)}
_PART = ("ngày", "hôm", "mồng", "mùng", "sáng", "chiều", "tối", "đêm", "trưa")
_LUNAR = re.compile(r"[\s(,]*(?:tháng\s(?:giêng|chạp)|âm\slịch|tết)")
_STAMP = re.compile(r"\s\d{1,2}:\d\d\s?\)")
"""“(26.07.2019 14:14)” says when the page was published."""
_ANY_YEAR = 2000  # a leap year: 29-2 is a day


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _exists(month: int | None, day: int) -> bool:
    return Moment(_ANY_YEAR, month, day).edtf() is not None


def _month_span(match: re.Match[str], before: str) -> Said | None:
    first, last, year = int(match["first"]), int(match["last"]), _int(match["year"])
    if not before.endswith("tháng") or not 1 <= first < last <= 12:
        return None
    return Stretch(Moment(year, first), Moment(year, last))


def _full(match: re.Match[str], before: str) -> Said | None:
    if before.endswith("(") and _STAMP.match(match.string, match.end()):
        return None
    year = int(match["year"])
    moment = Moment(year if year > 99 else year + 2000, int(match["month"]), int(match["day"]))
    return moment if moment.edtf() else None


def _day_month(match: re.Match[str], before: str) -> Said | None:
    month, day = int(match["month"]), int(match["day"])
    return Moment(_int(match["year"]), month, day) if _exists(month, day) and not before.endswith("tháng") else None


def _day_span(match: re.Match[str], _before: str) -> Said | None:
    first, last, month, year = int(match["first"]), int(match["last"]), int(match["month"]), _int(match["year"])
    if not 0 < first < last or not _exists(month, last):
        return None
    return Stretch(Moment(year, month, first), Moment(year, month, last))


def _day_in_words(match: re.Match[str], before: str) -> Said | None:
    month = _MONTHS.get(match["month"]) or int(match["month"])
    if not before.endswith((*_PART, "-", "–", "đến", "và", ",")) or _LUNAR.match(match.string, match.end()):
        return None
    return Moment(_int(match["year"]), month, int(match["day"])) if _exists(month, int(match["day"])) else None


def _month_year(match: re.Match[str], _before: str) -> Said | None:
    month = int(match["month"])
    return Moment(int(match["year"]), month) if 1 <= month <= 12 else None


def _month(match: re.Match[str], before: str) -> Said | None:
    month = int(match["month"])
    return Moment(None, month) if before.endswith("tháng") and 1 <= month <= 12 else None


def _day(match: re.Match[str], before: str) -> Said | None:
    day = int(match["day"])
    return Moment(None, None, day) if before.endswith((*_PART, ",", "và")) and 1 <= day <= 31 else None


_YEAR = r"(?P<year>(?:1[5-9]|2[01])\d\d) (?!\d)"
_SEP = r"(?:\s?[-‑–/.]\s?|//)"
_END = (  # 30/4-1/5 and 31.10-3.11.2016 are ranges
    r"(?! \d | [/,.]\d | -\d(?!\d?(?:/\d\d?(?:/(?:19|20)\d\d)?|\.\d\d?\.(?:19|20)\d\d)(?![\d/])) | \s?% )"
)

MARKED_RULES: tuple[Rule[Said], ...] = (
    Rule(  # tháng 3-4/2019, tháng 5 - 6
        "dates.month_span",
        compile_folded(
            rf"(?P<first>\d{{1,2}}) \s?[-–]\s? (?P<last>\d{{1,2}}) (?: (?:\s?[/.]\s?|,?\snăm\s|-) {_YEAR} )? {_END}"
        ),
        _month_span,
    ),
    Rule("dates.full", compile_folded(rf"(?P<day>\d{{1,2}}) {_SEP} (?P<month>\d{{1,2}}) {_SEP} {_YEAR}"), _full),
    Rule(  # ngày 20/06/17
        "dates.short_year",
        compile_folded(rf"(?P<day>\d{{1,2}}) (?P<sep>[-/.]) (?P<month>\d{{1,2}}) (?P=sep) (?P<year>\d\d) {_END}"),
        _full,
    ),
    Rule(  # ngày 15 - 18/4/2017
        "dates.day_span",
        compile_folded(
            rf"(?P<first>\d{{1,2}}) \s?[-–]\s? (?P<last>\d{{1,2}}) (?:\s?[/.]\s?|-|\stháng\s) (?P<month>\d{{1,2}})"
            rf"(?: (?:\s?[-/.]\s?|,?\snăm\s) {_YEAR})? {_END}"
        ),
        _day_span,
    ),
    Rule(  # tháng 7-2019, 6/2012, 2/2016-5/2017; not 19-2017/NQ-CP, 12/2019/HS-ST
        "dates.month_year",
        compile_folded(
            rf"(?P<month>\d{{1,2}}) {_SEP} {_YEAR}"
            r"(?! \s?/\s?[^\W\d] | [-–][^\W\d] | [.,/]\d | -\d (?! \d?[/.-](?:19|20)\d\d(?!\d) ) )"
        ),
        _month_year,
    ),
    Rule(  # chiều 29-7, ngày 15/6 năm 2019; not 39/63 tỉnh
        "dates.day_month",
        compile_folded(rf"(?P<day>\d{{1,2}}) {_SEP} (?P<month>\d{{1,2}}) {_END} (?: ,?\s(?:của\s)?năm\s {_YEAR} )?"),
        _day_month,
    ),
)
"""Tried in this order at a figure of one or two digits with a mark behind it; the first that reads it keeps it."""

SPELLED_RULES: tuple[Rule[Said], ...] = (
    Rule(  # ngày 3 tháng 6 năm 2013, mồng 2 tháng chín
        "dates.day_in_words",
        compile_folded(
            rf"(?P<day>\d{{1,2}}) [\s,]* tháng\s? (?P<month>\d{{1,2}}|{'|'.join(sorted(_MONTHS, reverse=True))}) (?!\w)"
            rf"(?: (?:,?\s?năm\s?|{_SEP}|\s) {_YEAR})? {_END}"
        ),
        _day_in_words,
    ),
    Rule(  # tháng 5 năm 2019, tháng 4 2019; “tháng 5, 6 năm 2019” by the month beside it
        "dates.month_of_year",
        compile_folded(rf"(?P<month>\d{{1,2}}) (?:,?\s(?:của\s)?năm\s?|,?\s) {_YEAR} (?![./-]\d)"),
        lambda match, before: _month_year(match, before) if before.endswith(("tháng", ",", "và", "-", "–")) else None,
    ),
)
"""Tried where “tháng”, “năm” or a year follows the figure."""

PAIR = re.compile(
    r"(?P<marked>\s?[-‑–/]{1,2}\s?[0-9]|\s?\.\s?(?:[0-9]{1,2}|[0-9]{4})(?![0-9]))|[\s,]*tháng|,?\s(?:của\s)?năm|,?\s[0-9]{4}"
)
"""What follows the first figure of a date of several; a look that spares “12 xã” the rules."""

LONE_RULES: tuple[Rule[Said], ...] = (
    Rule("dates.month", compile_folded(rf"(?P<month>\d{{1,2}}) {_END} (?!/)"), _month),
    # ngày 3: nothing by itself, but “từ ngày 3 đến 5-6-2019”, “các ngày 8, 12 và 21/4”
    Rule("dates.day", compile_folded(rf"(?P<day>\d{{1,2}}) {_END} (?!/)"), _day),
)
"""Tried at a figure of one or two digits after one of `BEFORE_LONE`."""

BEFORE_LONE = ("tháng", *_PART, ",", "và")

YEAR_RULES: tuple[Rule[Said], ...] = (
    Rule(  # năm 2019, 2016/2017; not 2.019, 2019,5
        "dates.year",
        compile_folded(rf"{_YEAR} (?! [.,]\d | /(?!(?:19|20)\d\d(?![\d/])) | \s?% )"),
        lambda match, _before: Moment(int(match["year"])),
    ),
)
"""Tried at a figure of four digits."""

LOOSE = frozenset(
    f"dates.{name}" for name in ("short_year", "day_span", "month_year", "day_month", "month_of_year", "day", "year")
)
"""Rules whose figures may count something (8/8 huyện, 2000 hộ): a word of time or another date must stand by them."""
