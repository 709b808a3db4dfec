"""Years said elsewhere in the sentence: “6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2017”."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.dates.calendar import SAME_DAY, Moment, Relative, Said, Stretch
from extract.dates.spans import Sighting

_SENTENCE_END = re.compile(r"[.!?;]”?\s|\n")
_EVENT = re.compile(
    r"(?:hội\snghị|đại\shội|kỳ\shọp|phiên\shọp|họp\sbáo|hội\sthảo|lễ|liên\shoan|hội\sthi|diễn\sđàn)\s"
    r"(?:(?!công\stác|nhiệm\svụ|tổng\skết|sơ\skết|kết\squả|kế\shoạch|phương\shướng|tình\shình|bàn|đánh\sgiá|thực\shiện"
    r"|\d\stháng)[^.;\n“”]|“[^”.;\n]*”){0,90}?(?:năm\s|xuân\s\w+\s\w+\s|tháng\s\d{1,2}/)(?P<year>20\d\d)(?!\d)"
)
_YEAR_SAID = re.compile(r"(?:năm\s|xuân\s\w+\s\w+\s|/)20\d\d(?!\d)")
_PART_OF_DAY = re.compile(r"(?:rạng\s)?(?:sáng|trưa|chiều|tối|đêm|hôm)(?!\w)")
_AFTER_CODE = re.compile(r"\d[\w/-]*[/-][a-zđ]+\s?,?\s?$")
_REACH = 120


def with_years(found: list[Sighting], low: str) -> list[Sighting]:
    """Parts of a year take the year of the part that follows in the same sentence."""
    filled = list(found)
    for at in range(len(found) - 2, -1, -1):
        one, following = filled[at], filled[at + 1]
        if _yearless_part(one.said) and _whole_part(following.said) and _together(one, following, low):
            filled[at] = one._replace(said=_in_year(one.said, _year(following.said)))
    return filled


def with_same_days(found: list[Sighting], low: str) -> list[Sighting]:
    """“Chiều cùng ngày” is the last day that dated an event: “Sáng 22-6, …”, not “sinh ngày 12-8-1962”."""
    if all(one.said != SAME_DAY for one in found):
        return found
    last: Said | None = None
    filled = []
    for one in found:
        if one.said == SAME_DAY:
            filled.append(one._replace(said=last or SAME_DAY))
            continue
        if _dates_an_event(one, low):
            last = one.said
        filled.append(one)
    return filled


def with_event_years(found: list[Sighting], low: str) -> list[Sighting]:
    """Where publication is unknown, days of a sentence take the year its event is named by: “hội nghị … năm 2017”."""
    return [
        one._replace(said=_in_year(one.said, year)) if _unplaced(one.said) and (year := _event_year(one, low)) else one
        for one in found
    ]


def _dates_an_event(one: Sighting, low: str) -> bool:
    day = isinstance(one.said, Moment) and one.said.day and one.said.month
    if not (day or (isinstance(one.said, Relative) and one.said.months is None and one.said.years is None)):
        return False
    if _AFTER_CODE.search(low, max(0, one.start - 24), one.start):  # Quy định 181-QĐ/TW, ngày 30-3-2013
        return False
    before = low[max(0, one.start - 2) : one.start].strip(" *-–")
    opens = not before or not before[-1].isalnum()
    return _PART_OF_DAY.match(low, one.start) is not None or (opens and low[one.start].isalpha())


def _yearless_part(said: Said) -> bool:
    return isinstance(said, Stretch) and said.end is not None and not said.end.year and not said.end.day


def _whole_part(said: Said) -> bool:
    return (
        isinstance(said, Stretch)
        and said.end is not None
        and bool(said.end.year and said.end.month and not said.end.day)
    )


def _unplaced(said: Said) -> bool:
    return _yearless_part(said) or (isinstance(said, Moment) and bool(said.day and said.month and not said.year))


def _year(said: Said) -> int | None:
    return said.end.year if isinstance(said, Stretch) and said.end else None


def _in_year(said: Said, year: int | None) -> Said:
    if isinstance(said, Moment):
        return replace(said, year=year)
    if isinstance(said, Stretch) and said.end:
        return Stretch(replace(said.start, year=year), replace(said.end, year=year))
    return said


def _together(one: Sighting, following: Sighting, low: str) -> bool:
    return following.start - one.end < _REACH and not _SENTENCE_END.search(low, one.end, following.start)


def _event_year(one: Sighting, low: str) -> int | None:
    ends = [match.end() for match in _SENTENCE_END.finditer(low, max(0, one.start - 300), one.start)]
    start = ends[-1] if ends else max(0, one.start - 300)
    stop = _SENTENCE_END.search(low, one.end, one.end + 400)
    end = stop.start() if stop else min(len(low), one.end + 400)
    event = _EVENT.search(low, start, end) if _YEAR_SAID.search(low, start, end) else None
    return int(event["year"]) if event else None
