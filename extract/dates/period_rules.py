"""Rules that begin at a word: “sáng nay”, “năm ngoái”, “6 tháng đầu năm”, “quý II/2020”, “những năm 90”."""

from __future__ import annotations

import re

from extract.dates.calendar import SAME_DAY, Moment, Relative, Said, Stretch
from extract.rules import Rule, compile_folded

_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_DAYS = {"nay": 0, "qua": -1, "kia": -2, "mai": 1}
_PARTS = ("sáng", "trưa", "chiều", "tối", "đêm", "hôm")
_AWAY = {"nay": 0, "này": 0, "ngoái": -1, "trước": -1, "sau": 1, "tới": 1}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_COUNTED = re.compile(
    r"(?:(?<![\d/.-])(?<!tháng\s)\d{1,3}|một|hai|ba|bốn|chục|trăm|nhiều|mấy|các|những|vài|suốt|mỗi|hằng|hàng|vòng|nửa)\s?$"
)
_SOME = re.compile(r"(?:mấy|nhiều|những|các)\s\w+$")
_DECADE = range(10, 100, 10)


def _relative_day(match: re.Match[str], before: str) -> Said | None:
    """The part of day stands before: “chiều nay”, “tối hôm qua”; “ngày nay” and “đến nay” are no days."""
    which = match["which"]
    part = before.rsplit(maxsplit=1)[-1] if before else ""
    days = _PARTS if which in ("nay", "qua") else (*_PARTS, "ngày")
    return Relative(days=_DAYS[which]) if part in days and not _SOME.search(before) else None


def _relative_year(match: re.Match[str], before: str) -> Said | None:
    return None if _COUNTED.search(before) else Relative(years=_AWAY[match["which"]])


def _relative_month(match: re.Match[str], before: str) -> Said | None:
    return None if _COUNTED.search(before) else Relative(months=_AWAY[match["which"]])


def _months(match: re.Match[str], before: str) -> Said | None:
    """The number stands before: “6 tháng đầu năm 2020”, “sáu tháng cuối năm”."""
    word = before.rsplit(maxsplit=1)[-1] if before.strip() else ""
    count = int(word) if word.isdecimal() else _COUNTS.get(word, 0)
    if not 2 <= count <= 11:
        return None
    return _part_of_year(match, 13 - count if match["end"] == "cuối" else 1, 12 if match["end"] == "cuối" else count)


def _half(match: re.Match[str], _before: str) -> Said | None:
    return _part_of_year(match, *((1, 6) if match["end"] == "đầu" else (7, 12)))


def _quarter(match: re.Match[str], _before: str) -> Said | None:
    number = _QUARTERS.get(match["number"]) or int(match["number"])
    return _part_of_year(match, 3 * number - 2, 3 * number)


def _year_end(_match: re.Match[str], before: str) -> Said | None:
    """“nhiệm vụ đến cuối năm” is this year's; “đến cuối năm, trường sẽ …” may be any year's."""
    return Relative(years=0) if before.endswith(("nhiệm vụ", "phấn đấu", "dự kiến", "chỉ tiêu", "kế hoạch")) else None


def _part_of_year(match: re.Match[str], first: int, last: int) -> Stretch:
    said = match.groupdict()
    year = int(said["year"] or said.get("whole") or 0) or None
    return Stretch(Moment(year, first), Moment(year, last))


def _decade(match: re.Match[str], _before: str) -> Said | None:
    number = int(match["decade"])
    if number > 99:
        return f"{number // 10}X" if number % 10 == 0 else None
    return f"19{number // 10}X" if number in _DECADE else None


_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_OTHER = "ngoái|trước|sau|tới"
# 6 tháng đầu năm 2020, sáu tháng cuối năm, 5 tháng năm 2017; not 6 tháng đầu năm học
_MONTHS = (
    rf"tháng\s (?: (?P<end>đầu|cuối) (?:\scủa)?\s (?: (?:năm\s?)?{_YEAR} | năm (?!\shọc)(?:\snay)? (?!\w) )"
    r" | (?:của\s)?năm\s (?P<whole>(?:19|20)\d\d) (?![\d/-]) )"
)
# quý II/2020, quý 3 năm 2016
_QUARTER = rf"quý\s? (?P<number>i{{1,3}}|iv|[1-4]) (?!\w) (?: (?:\s?[/.-]\s? | ,?\s(?:của\s)?năm\s? | \s) {_YEAR} )?"
# từ đầu năm đến nay
_SO_FAR = r"từ\sđầu\snăm (?:\snay)? ,?\s(?:cho\s)?(?:đến|tới)\s(?:nay|hiện\snay|thời\sđiểm\snày) (?!\w)"
# từ nay đến cuối năm, đến hết cuối năm; not cuối năm nay, cuối năm 2017, cuối năm học
_YEAR_END = rf"(?:đến|tới)\s(?:hết\s)?cuối\snăm (?!\w) (?!\s?,?\s?\d | \s(?:nay|học|đó|ấy|{_OTHER})(?!\w))"
_TENS = r"(?P<decade>\d{4}|\d\d) (?![\d/]|[.,]\d|\s?[-–]\s?\d)"
# những năm 1990, những năm đầu thập niên 80
_DECADE_YEARS = rf"những\snăm\s (?:đầu\s|cuối\s|giữa\s)?(?:thập\s(?:niên|kỷ)\s)? {_TENS}"


_EACH_DAY: tuple[Rule[Said], ...] = tuple(
    Rule("dates.relative_day", compile_folded(rf"(?P<which>{which}) (?!\w)"), _relative_day) for which in _DAYS
)

WORD_RULES: tuple[Rule[Said], ...] = (
    *_EACH_DAY,
    Rule("dates.same_day", compile_folded(r"cùng\sngày (?!\w)"), lambda *_: SAME_DAY),
    Rule("dates.quarter", compile_folded(_QUARTER), _quarter),
    Rule("dates.decade_named", compile_folded(rf"thập\s(?:niên|kỷ)\s {_TENS}"), _decade),
)
"""Each begins with its own letters, which makes looking for it cheap."""

MONTH_PLACE = compile_folded(rf"tháng (?=\s(?:đầu|cuối|này|của\snăm|năm\s[12]|{_OTHER}))")
MONTH_RULES: tuple[tuple[str, Rule[Said]], ...] = (
    (
        "tháng",
        Rule("dates.relative_month", compile_folded(rf"tháng\s (?P<which>này|{_OTHER}) (?!\w)"), _relative_month),
    ),
    ("tháng", Rule("dates.months", compile_folded(_MONTHS), _months)),
)

YEAR_PLACE = compile_folded(
    rf"năm (?: (?=\s(?:nay|{_OTHER})) | (?<=(?:đầu|của)\snăm) | (?<=cuối\snăm) | (?<=những\snăm) )"
)
YEAR_WORD_RULES: tuple[tuple[str, Rule[Said]], ...] = (
    ("năm", Rule("dates.relative_year", compile_folded(rf"năm\s (?P<which>nay|{_OTHER}) (?!\w)"), _relative_year)),
    ("nửa", Rule("dates.half", compile_folded(rf"nửa\s (?P<end>đầu|cuối)\s (?:của\s)?năm (?:\s{_YEAR})?"), _half)),
    ("từ", Rule("dates.year_so_far", compile_folded(_SO_FAR), lambda *_: Stretch(Moment(), None))),
    ("từ", Rule("dates.year_end", compile_folded(rf"từ\snay\s(?:cho\s)?{_YEAR_END}"), lambda *_: Relative(years=0))),
    ("đến", Rule("dates.year_end", compile_folded(_YEAR_END), _year_end)),
    ("những", Rule("dates.decade", compile_folded(_DECADE_YEARS), _decade)),
)

PLACED_RULES = ((MONTH_PLACE, MONTH_RULES), (YEAR_PLACE, YEAR_WORD_RULES))
"""One look over the text for all rules about “tháng” and one for “năm”, each with its first word."""
