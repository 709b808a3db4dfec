"""The day of an event: which of a sentence's dates it is, and how far two events lie apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extract.records import DateExpression, Span

# “Quyết định số 469-QĐ/TW ngày 21/3/2017”: the day of a document.
_CODE_BEFORE = re.compile(r"(?:\d[-/][\w/Đđ-]+|số\s\d+)\s*,?\s*(?:ban hành\s)?(?:ngày\s)?$")
# “nhân kỷ niệm Ngày Nhà giáo Việt Nam (20-11)”: the day that is kept, not the day on which.
_NAMES_A_DAY = re.compile(r"(?<!\w)(?:ngày|kỷ niệm|lễ|tết)\s(?=[^\d\s])[^.,;:()]{3,90}\($")
# “kỷ niệm 46 năm Ngày toàn thắng 30/4/1975”.
_KEPT = re.compile(r"(?:kỷ niệm|chào mừng|mừng)\s[^.,;:()]{0,60}?(?<!\w)(?:ngày|lễ)\s(?=[^\d\s])[^.,;:()]{3,60}$")
_TITLE_BEFORE = re.compile(r"[”\"]\s(?:(?:vào|ngày|sáng|chiều|tối)\s){0,2}$")
_BESIDE = len(" (")
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?")
_DAY_SAID = re.compile(r"\d{1,2}\s*[-/.]\s*\d{1,2}(?!\d)|ngày|(?:sáng|trưa|chiều|tối|đêm|hôm)\s(?:nay|qua)")
DAY = re.compile(r"\d{1,2}\s*[-/.]\s*\d{1,2}|nay|qua")
YEAR = re.compile(r"\d{4}")
_DAY_MONTH = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)")


class Days:
    """The dates of an article in text order, found by their place."""

    def __init__(self, dates: Sequence[DateExpression]) -> None:
        self.all = dates
        self._starts = [one.mention.span.start for one in dates]

    def any_within(self, start: int, end: int) -> bool:
        """A date begins in a stretch of the text."""
        at = bisect_left(self._starts, start)
        return at < len(self._starts) and self._starts[at] < end

    def within(self, start: int, end: int) -> Sequence[DateExpression]:
        """The dates that begin in a stretch of the text."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def day_of(low: str, sentence: Span, trigger: Span, days: Days, *, reach: int = 60) -> DateExpression | None:
    """The last day before the event's words, else the first one within `reach` after them; never a document's."""
    if not days.any_within(sentence.start, sentence.end):
        return None
    inside = [
        one
        for one in days.within(sentence.start, sentence.end)
        if _is_day(one)
        and not _CODE_BEFORE.search(low[max(sentence.start, one.mention.span.start - 30) : one.mention.span.start])
    ]
    own = [one for one in inside if not _is_kept(low, sentence, one)]
    before = [one for one in own or inside if one.mention.span.start < trigger.start]
    after = (one for one in own or inside if _is_near(low, one.mention.span, trigger.end + reach, sentence.end))
    found = before[-1] if before else next(after, None)
    found = found and _spelled_out(found, own)
    return found and _in_the_year_kept(found, days.within(sentence.start, sentence.end))


def _spelled_out(day: DateExpression, others: Sequence[DateExpression]) -> DateExpression:
    """“tại buổi thảo luận chiều nay (9/6)”: where nobody knows what today is, the day in brackets."""
    beside = (one for one in others if 0 < one.mention.span.start - day.mention.span.end <= _BESIDE)
    return day if day.value or _in_year(day) else next(beside, day)


def _is_near(low: str, day: Span, reach: int, end: int) -> bool:
    """Within reach, or right after a title: “tổ chức hội thảo “Đất và rừng Mường Lâm” vào ngày 28/4”; or at the end.

    “… tại cuộc họp Tổ tư vấn xây dựng, phát triển đường sắt của thành phố, ngày 16/2.”
    """
    if day.start < reach or _TITLE_BEFORE.search(low, max(0, day.start - 20), day.start):
        return True
    return low.endswith(", ", 0, day.start) and low[day.end : end].strip() in (".", "")


def _is_kept(low: str, sentence: Span, one: DateExpression) -> bool:
    start = one.mention.span.start
    if _NAMES_A_DAY.search(low, sentence.start, start):
        return True
    return low[start].isdigit() and _KEPT.search(low, sentence.start, start) is not None


def _in_the_year_kept(one: DateExpression, others: Sequence[DateExpression]) -> DateExpression:
    """“Sáng 22-5, … nhân 90 năm ngày sinh (22-5-1927 - 22-5-2017)”: the anniversary is kept on its day."""
    day = None if one.value else _in_year(one)
    for other in others if day else ():
        if other.value and "/" in other.value:
            last = replace(other, value=other.value.split("/")[1])
            if _DAYS.fullmatch(last.value or "") and _in_year(last) == day:
                return replace(one, value=last.value)
    return one


def _is_day(one: DateExpression) -> bool:
    """A day, days in a row, or a day whose year is not known; an anniversary (“27/7/1947 – 27/7/2019”) is none."""
    if one.value is None:
        return _DAY_SAID.search(one.mention.text.lower()) is not None
    days = _DAYS.fullmatch(one.value)
    return days is not None and (days[2] is None or days[1][:7] == days[2][:7])


def days_apart(left: DateExpression | None, right: DateExpression | None) -> int | None:
    """Days between two days; where one has no year, as if they were of the same."""
    if left is None or right is None:
        return None
    if left.value and right.value:
        return abs((date.fromisoformat(left.value[:10]) - date.fromisoformat(right.value[:10])).days)
    one, other = _in_year(left), _in_year(right)
    return None if one is None or other is None else abs(one - other)


def is_before(left: DateExpression, right: DateExpression) -> bool:
    """The day of `left` lies before that of `right`; where one has no year, as if they were of the same."""
    if left.value and right.value:
        return left.value[:10] < right.value[:10]
    one, other = _in_year(left), _in_year(right)
    return one is not None and other is not None and one < other


def _in_year(one: DateExpression) -> int | None:
    if one.value:
        return int(one.value[5:7]) * 31 + int(one.value[8:10])
    written = _DAY_MONTH.search(one.mention.text)
    return int(written[2]) * 31 + int(written[1]) if written else None
