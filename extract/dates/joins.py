"""Sightings side by side: ranges, lists that share a month or a year, and ends left open."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from extract.dates.calendar import YEARLY, Moment, Relative, Stretch
from extract.dates.spans import Sighting, word_before

# “từ thứ Bảy, ngày 29/12 đến hết thứ Ba, ngày 1/1”, “từ 7h ngày 24/5 đến 7h ngày 25/5”
_TO = re.compile(
    r"\s?[-–—]\s?|,?\s(?:cho\s)?(?:đến|tới|sang)\s(?:hết\s|cuối\s|đầu\s|giữa\s|\d{1,2}(?:h\d{0,2}|\sgiờ)\s)*"
    r"(?:(?:thứ\s\w+|chủ\snhật),?\s)?"
)
_REACH = 30  # characters between two sightings of one expression
_SLASH = re.compile(r"\s?/\s?")
_TENURE = re.compile(r"(?:nhiệm\skỳ|giai\sđoạn)\s?$")
_LIST = re.compile(r"\s?[,;]\s?|,?\s(?:và|hoặc|hay)\s|\s?&\s?")
_TO_DATE = re.compile(
    r"(?:(?:\s\([^()\n]{1,40}\))?,?\s(?:cho\s)?(?:đến|tới)\s(?:nay|hiện\snay|thời\sđiểm\s(?:này|hiện\snay))|\s?[-–]\s?nay)(?!\w)"
)
_LEAD = re.compile(
    r"(?:(?<!\w)(?:giai\sđoạn|nhiệm\skỳ|thời\skỳ|thời\sđiểm|cùng\skỳ|năm\shọc|niên\skhóa|tầm\snhìn|(?:kể\s)?từ|(?:tính\s)?(?:đến|tới)"
    r"|hết|trước|sau|vào|(?<!bắt\s)đầu|cuối|giữa|nửa)\s?){1,3}$"
)
_LEAD_ENDS = frozenset(re.findall(r"\w+", "đoạn kỳ điểm học khóa nhìn từ đến tới hết trước sau vào đầu cuối giữa nửa"))
"""Words before a date that say how it is meant: “giai đoạn 2019-2021”, “đến hết năm 2016”."""


def joined(seen: list[Sighting], low: str) -> list[Sighting]:
    """The sightings with ranges made one, shared months and years filled in, and doubtful ones dropped."""
    done: list[Sighting] = []
    rest = _listed(seen, low)[::-1]
    while rest:
        first = rest.pop()
        if not rest or rest[-1].start - first.end > _REACH:
            done.append(first)
            continue
        if rest[-1].said == YEARLY and _TO.fullmatch(low, first.end, rest[-1].start):
            continue
        if both := (_range(first, rest[-1], low) or _of_relative_year(first, rest[-1], low)):
            rest.pop()
            if rest and _into_next_year(both, rest[-1], low):
                both = both._replace(end=rest.pop().end)
            done.append(both)
            continue
        if _doubled(first, rest[-1], low):
            rest[-1] = rest[-1]._replace(start=first.start, sure=True)
            continue
        done.append(first)
    return [_open_end(one, low) for one in done if one.sure and one.said != YEARLY]


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
    return a._replace(said=replace(b.said, of=a.said), end=b.end, sure=True, rule="dates.of_relative_year")


def _into_next_year(both: Sighting, following: Sighting, low: str) -> bool:
    """“từ tháng 11 đến tháng 4 năm sau” is one expression, of no one year."""
    yearless = isinstance(both.said, Stretch) and both.said.end is not None and both.said.end.year is None
    return yearless and isinstance(following.said, Relative) and low[both.end : following.start] == " "


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


def _listed(seen: list[Sighting], low: str) -> list[Sighting]:
    """“các ngày 8, 12 và 21/4”, “tháng 5, 6 năm 2019”, “năm 2013, 2014”: the first vouches, the last says the year."""
    out = list(seen)
    linked = [b.start - a.end < _REACH and bool(_LIST.fullmatch(low, a.end, b.start)) for a, b in pairwise(seen)]
    opened = [one.sure or low[one.start].isalpha() for one in seen]
    for at, link in enumerate(linked):
        a, b = out[at].said, out[at + 1].said
        if link and opened[at] and isinstance(a, Moment) and isinstance(b, Moment):
            opened[at + 1] = opened[at + 1] or _grain(a) == _grain(b)
            alike = _grain(a) == _grain(b) and (not b.day or bool(b.month))
            out[at + 1] = out[at + 1]._replace(sure=out[at + 1].sure or alike)
    for at in range(len(linked) - 1, -1, -1):
        a, b = out[at].said, out[at + 1].said
        if linked[at] and isinstance(a, Moment) and isinstance(b, Moment) and not a.year and _may_share(a, b):
            said = a.completed(b)
            out[at] = out[at]._replace(said=said, sure=out[at].sure or (opened[at] and bool(said.month)))
    return out


def _may_share(a: Moment, b: Moment) -> bool:
    return _grain(a) == _grain(b) or (a.day is not None and a.month is None and b.month is not None)


def _open_end(one: Sighting, low: str) -> Sighting:
    """“từ năm 2011 đến nay” → 2011/.."""
    match = _TO_DATE.match(low, one.end)
    if match and isinstance(one.said, Moment) and (one.said.year or one.said.month):
        return one._replace(said=Stretch(one.said, None), end=match.end(), rule="dates.to_date")
    return one


def lead_start(one: Sighting, low: str, floor: int) -> int:
    """Where the words that frame the expression begin, not reaching back over the date before."""
    if word_before(low, one.start)[1] not in _LEAD_ENDS:
        return one.start
    lead = _LEAD.search(low, max(floor, one.start - 28), one.start)
    return lead.start() if lead else one.start
