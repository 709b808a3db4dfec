"""Sightings side by side: ranges, lists that share a month or a year, and ends left open."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.calendar import Moment, Relative, Stretch
from extract.date_spans import Sighting, word_before

_TO = re.compile(r"\s?[-–—]\s?|,?\s(?:cho\s)?(?:đến|tới|sang)\s(?:hết\s|cuối\s|đầu\s|giữa\s)*")
_SLASH = re.compile(r"\s?/\s?")
_TENURE = re.compile(r"(?:nhiệm\skỳ|giai\sđoạn)\s?$")
_LIST = re.compile(r"\s?[,;]\s?|,?\s(?:và|hoặc|hay)\s|\s?&\s?")
_TO_DATE = re.compile(r",?\s(?:cho\s)?(?:đến|tới)\s(?:nay|hiện\snay|thời\sđiểm\s(?:này|hiện\snay))(?!\w)")
_LEAD = re.compile(r"từ|đến|tới|hết|kể|trước|sau|đầu|cuối|giữa|đoạn|giai|nhiệm|kỳ|thời|học|khóa|niên|vào|tầm|nhìn|tính")
"""Words before a date that say how it is meant: “giai đoạn 2019-2021”, “đến hết năm 2016”."""


def joined(seen: list[Sighting], low: str) -> list[Sighting]:
    """The sightings with ranges made one, shared months and years filled in, and doubtful ones dropped."""
    done: list[Sighting] = []
    rest = seen[::-1]
    while rest:
        first = rest.pop()
        if rest and (both := _range(first, rest[-1], low) or _of_relative_year(first, rest[-1], low)):
            rest.pop()
            done.append(both)
            continue
        if rest and _doubled(first, rest[-1], low):
            rest[-1] = replace(rest[-1], start=first.start, sure=True)
            continue
        if rest and _LIST.fullmatch(low, first.end, rest[-1].start):
            first, rest[-1] = _shared(first, rest[-1])
        done.append(first)
    return [_open_end(one, low) for one in done if one.sure]


def _range(a: Sighting, b: Sighting, low: str) -> Sighting | None:
    if not isinstance(a.said, Moment) or not isinstance(b.said, Moment):
        return None
    if not _TO.fullmatch(low, a.end, b.start) and not _ranged_by_form(a, b, low):
        return None
    start, end = a.said.completed(b.said), b.said
    if end.year is None and start.year:
        end = replace(end, year=start.year)
    if not _in_order(start, end):
        return None
    sure = a.sure or b.sure or _grain(a.said) == _grain(b.said) != 1 or bool(a.said.year and b.said.year)
    return Sighting(said=Stretch(start, end), start=a.start, end=b.end, rule="dates.range", sure=sure)


def _ranged_by_form(a: Sighting, b: Sighting, low: str) -> bool:
    """“27.7.1999/27.7.2019”, and “nhiệm kỳ 2015 2020” where the dash was lost."""
    if a.said == b.said or _grain(a.said) != _grain(b.said):  # type: ignore[arg-type]
        return False
    lost = low[a.end : b.start] == " " and _TENURE.search(low, max(0, a.start - 12), a.start) is not None
    return lost or _SLASH.fullmatch(low, a.end, b.start) is not None


def _of_relative_year(a: Sighting, b: Sighting, low: str) -> Sighting | None:
    """“tháng 9 năm ngoái”, “17/3 năm nay”."""
    if not isinstance(a.said, Moment) or not isinstance(b.said, Relative) or b.said.years is None or not a.said.month:
        return None
    if a.said.year or low[a.end : b.start].strip(" ,") not in ("", "của"):
        return None
    return replace(a, said=replace(b.said, of=a.said), end=b.end, sure=True, rule="dates.of_relative_year")


def _doubled(a: Sighting, b: Sighting, low: str) -> bool:
    """“năm nay 2020”: the year said in figures is the one meant."""
    years = isinstance(a.said, Relative) and a.said.years is not None
    return years and isinstance(b.said, Moment) and low[a.end : b.start] in (" ", " (")


def _grain(moment: Moment) -> int:
    return 3 if moment.day else 2 if moment.month else 1


def _in_order(start: Moment, end: Moment) -> bool:
    """“39-2017” is no range, “năm 2015 - 2014” neither; unsaid years are settled later."""
    if start.year is None or end.year is None:
        return _grain(start) == _grain(end)
    first, last = start.edtf(), end.edtf()
    return bool(first and last and first < last)


def _shared(a: Sighting, b: Sighting) -> tuple[Sighting, Sighting]:
    """“các ngày 3, 4-6-2019”, “tháng 3, 4 năm 2019”, “năm 2013, 2014”: one vouches for the other."""
    if not isinstance(a.said, Moment) or not isinstance(b.said, Moment):
        return a, b
    same = _grain(a.said) == _grain(b.said)
    if same or (a.said.day and not a.said.month):
        said = a.said if a.said.year else a.said.completed(b.said)
        a, b = replace(a, said=said), replace(b, sure=b.sure or (same and a.sure))
    return a, b


def _open_end(one: Sighting, low: str) -> Sighting:
    """“từ năm 2011 đến nay” → 2011/.."""
    match = _TO_DATE.match(low, one.end)
    if match and isinstance(one.said, Moment) and one.said.year:
        return replace(one, said=Stretch(one.said, None), end=match.end(), rule="dates.to_date")
    return one


def with_leads(one: Sighting, low: str, floor: int) -> Sighting:
    """The expression with the words that frame it, not reaching back over the date before."""
    start = one.start
    at, word = word_before(low, start)
    while _LEAD.fullmatch(word) and at >= floor:
        start = at
        at, word = word_before(low, start)
    return replace(one, start=start)
