"""The time a figure is for: “năm 2019 đứng thứ 39/63”, “32,13% (năm 2010)”."""

from __future__ import annotations

import re
from bisect import bisect_left

from extract.page import Page
from extract.records import DateExpression, Span

_OTHER_TIME = re.compile(
    r"(?:so\svới|với|cùng\skỳ|hơn|bằng|như|thời\sđiểm|sau|trước)(?:\s(?:cùng\skỳ|thời\sđiểm|mức|của|trước))*\s?$"
)
_RIGHT_AFTER = re.compile(r"\s?\(?(?:(?:vào|trong|của|ở|tại)\s)?")
_SAME_PHRASE = re.compile(r"[^,;:()\d·]{0,60}")
_UP_TO = re.compile(r"(?<!\w)(?:đến|tính|hết)(?!\w)")
_TENURE = re.compile(r"nhiệm\skỳ")
_NOW = re.compile(r"(?:đến|hiện)\s(?:nay|tại)(?!\w)")
_IN_THE = re.compile(r"(?<!\w)trong\s(tháng|năm)(?!\s(?:[\d·]|qua|tới|nay|này|đầu|cuối|thứ|học|trước))")
_PRECISION = {"tháng": 7, "năm": 4}
_BULLET = re.compile(r"[\s|]*[-+•*]\s")


def period_of(page: Page, sentence: Span, start: int, end: int, *, aside: bool) -> str | None:
    """EDTF of the time a figure is for, if its sentence says one; `start` and `end` bound the figure and its unit.

    `aside`: the figure is a plan in brackets, which takes no time from its neighbours.
    """
    dates = page.dates
    i = bisect_left(dates, start, key=lambda date: date.mention.span.start)
    following = dates[i] if i < len(dates) and dates[i].mention.span.start < sentence.end else None
    if following and _follows(page, sentence, end, following, _RIGHT_AFTER):
        return following.value
    for date in reversed(dates[:i]):
        if date.mention.span.start < sentence.start:
            break
        if _governs(page, sentence, date, start) and not (aside and "(" in page.low[date.mention.span.end : start]):
            return date.value
    if following and not aside and _follows(page, sentence, end, following, _SAME_PHRASE):
        return following.value
    return _in_the(page, sentence, i, start)


def is_bullet(page: Page, sentence: Span) -> bool:
    """True for an item of a list, which goes on with the time of the item before: “- Huyện A: 25 lượt”."""
    return _BULLET.match(page.low, sentence.start) is not None


def _governs(page: Page, sentence: Span, date: DateExpression, start: int) -> bool:
    """Whether a time said earlier in the sentence still holds at a figure."""
    span = date.mention.span
    between = page.low[span.end : start]
    if between.startswith(")") or _NOW.search(between):
        return False  # “(năm 2010)” is of the figure before it
    if "," in between and _TENURE.search(page.low, max(0, span.start - 9), span.end):
        return False  # the term of the body that met, not the time of what it did
    return _says_when(page, sentence, date)


def _follows(page: Page, sentence: Span, end: int, date: DateExpression, gap: re.Pattern[str]) -> bool:
    span = date.mention.span
    begins = end if span.start < end < span.end else span.start  # “/năm năm 2000” may share its “năm”
    near = begins - end < 80 and gap.fullmatch(page.low, end, begins) is not None
    return near and _says_when(page, sentence, date)


def _says_when(page: Page, sentence: Span, date: DateExpression) -> bool:
    """Not a time compared with, nor the day of an event or a document."""
    span = date.mention.span
    if date.value is None or len(date.value) > 16:
        return False
    if _OTHER_TIME.search(page.low, max(sentence.start, span.start - 24), span.start):
        return False
    if "cùng kỳ" in page.low[max(0, span.start - 10) : span.end]:
        return False
    return len(date.value) != 10 or _UP_TO.search(page.low, max(0, span.start - 5), span.end - 4) is not None


def _in_the(page: Page, sentence: Span, i: int, start: int) -> str | None:
    """“trong tháng” is the month last named, “trong năm” the year."""
    if page.low.find("trong ", sentence.start, start) < 0:
        return None
    said = _IN_THE.search(page.low, sentence.start, start)
    if said is None:
        return None
    size = _PRECISION[said[1]]
    return next((d.value for d in reversed(page.dates[:i]) if d.value and len(d.value) == size), None)
