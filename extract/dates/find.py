"""Date expressions, resolved to EDTF against the date of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from extract.dates.calendar import SAME_DAY, Anchor, Moment, Relative, Said, Stretch
from extract.dates.context import with_event_years, with_same_days, with_years
from extract.dates.joins import joined, lead_start
from extract.dates.spans import Sighting, sightings
from extract.records import DateExpression, Mention, Span
from extract.text import lower

_AHEAD = re.compile(r"(?<!\w)(?:sẽ|dự\skiến|sắp|chậm\snhất|hạn|bắt\sđầu|hiệu\slực|áp\sdụng|kế\shoạch)(?!\w)")
_AHEAD_LAST = re.compile(r"(?<!tính\s)(?<!\w)(?:trước|từ|đến|tới|hết)\s(?:hết\s)?$")
_AHEAD_AFTER = re.compile(r"\s(?:tới|sắp)(?!\w)")
_DONE = re.compile(r"[^.;\n]{0,60}?(?<!mưa)\s(?:đã|vừa)(?!\w)")
_FURNITURE = re.compile(r"(?:\s|[-–|,:.()]|\d\d?:\d\d|thứ|ngày|đăng|lúc)*")
"""What else may stand in the line of a stamp."""
_BACK_AFTER = re.compile(r"\s(?:vừa\s)?(?:qua|rồi)(?!\w)")


def find_dates(doc: Doc | str, published: str | None) -> list[DateExpression]:
    """Every date expression in text order; its value is EDTF, None where the article does not let it be resolved.

    `find_dates("Chiều 29-7, đoàn làm việc", "2020-07-30")` reads “Chiều 29-7” as 2020-07-29, and
    “giai đoạn 2019-2021” as 2019/2021. A day without a year is the last one before publication unless the
    words look ahead (“sẽ … ngày 15-12”).
    """
    text = doc if isinstance(doc, str) else doc.text
    low = lower(text)
    anchor = Anchor.of(published)
    found = with_same_days(with_years(joined(list(sightings(text, low)), low), low), low)
    if anchor is None:
        found = with_event_years(found, low)
    return list(_resolved(found, text, low, anchor, published))


def _resolved(
    found: list[Sighting], text: str, low: str, anchor: Anchor | None, published: str | None
) -> Iterator[DateExpression]:
    floor = 0
    for one in found:
        ahead = _looks_ahead(low, one) if anchor and _yearless(one.said) else None
        value = _value(one.said, anchor, ahead=ahead)
        span = Span(lead_start(one, low, floor), one.end)
        floor = one.end
        if _is_stamp(low, span) and (anchor is None or value == published):
            yield DateExpression(None, Mention(span, span.of(text), "dates.stamp"))
        else:
            yield DateExpression(value, Mention(span, span.of(text), one.rule))


def _is_stamp(low: str, span: Span) -> bool:
    """Whether a day stands alone in its line: the stamp of the page, which dates nothing that is told."""
    begin = low.rfind("\n", 0, span.start) + 1
    end = low.find("\n", span.end)
    rest = low[begin : span.start] + low[span.end : end if end >= 0 else len(low)]
    return end > 0 and _FURNITURE.fullmatch(rest) is not None


def _yearless(said: Said) -> bool:
    last = said.end or said.start if isinstance(said, Stretch) else said
    return isinstance(last, Moment) and last.year is None


def _looks_ahead(low: str, one: Sighting) -> bool | None:
    """“sẽ khai mạc ngày 3/7”, “trước ngày 30/6” look ahead, “ngày 29/8, đoàn đã …” back; None: neither."""
    if one.rule == "dates.to_date" or _BACK_AFTER.match(low, one.end):  # từ tháng 3 đến nay
        return False
    clause = re.split(r"[.;\n]", low[max(0, one.start - 60) : one.start])[-1]
    if _AHEAD_AFTER.match(low, one.end) or _AHEAD_LAST.search(clause) or _AHEAD.search(clause):
        return True
    return False if _DONE.match(low, one.end) or clause.endswith("tính đến ") else None


def _value(said: Said, anchor: Anchor | None, *, ahead: bool | None) -> str | None:
    if isinstance(said, str):
        return None if said == SAME_DAY else said
    if isinstance(said, Relative):
        moment = anchor.relative(said) if anchor else None
        return moment.edtf() if moment else None
    if isinstance(said, Moment):
        return _placed(said, anchor, ahead=ahead).edtf()
    return _stretched(said, anchor, ahead=ahead).edtf()


def _stretched(said: Stretch, anchor: Anchor | None, *, ahead: bool | None) -> Stretch:
    """The interval with its year: “6 tháng cuối năm” and “quý II” are of the year of publication."""
    if said.end is None:
        return Stretch(_placed(said.start, anchor, ahead=ahead), None)
    if said.end.year is not None or anchor is None:
        return said
    if not said.end.day:
        return Stretch(replace(said.start, year=anchor.year), replace(said.end, year=anchor.year))
    end = _placed(said.end, anchor, ahead=ahead)
    return Stretch(said.start.completed(end), end)


def _placed(moment: Moment, anchor: Anchor | None, *, ahead: bool | None) -> Moment:
    """The moment with its year: a day alone (“ngày 3”) stays without."""
    if moment.year is not None or anchor is None:
        return moment
    if moment.month is None:
        return moment if moment.day else Moment(anchor.year)
    return anchor.year_of(moment, ahead=ahead)
