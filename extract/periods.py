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
_CITED = re.compile(r"(?:số|định|quyết|thị|luận|án|luật|ngày|hoạch|khóa|kỳ|tuổi|sinh|báo)\s[\w·/-]*\s?$")


def period_of(page: Page, sentence: Span, start: int, end: int) -> str | None:
    """EDTF of the time a figure is for, if its sentence says one; `start` and `end` bound the figure and its unit."""
    dates = page.dates
    i = bisect_left(dates, start, key=lambda date: date.mention.span.start)
    if i < len(dates) and _follows(page, sentence, end, dates[i], _RIGHT_AFTER):
        return dates[i].value
    for date in reversed(dates[:i]):
        span = date.mention.span
        if span.start < sentence.start:
            break
        if _TENURE.search(page.low, max(0, span.start - 9), span.end) and "," in page.low[span.end : start]:
            continue  # the term of the body that met, not the time of what it did
        if _says_when(page, sentence, date):
            return date.value
    if i < len(dates) and _follows(page, sentence, end, dates[i], _SAME_PHRASE):
        return dates[i].value
    return None


def _follows(page: Page, sentence: Span, end: int, date: DateExpression, gap: re.Pattern[str]) -> bool:
    begins = date.mention.span.start
    inside = begins < sentence.end and begins - end < 80
    return inside and gap.fullmatch(page.low, end, begins) is not None and _says_when(page, sentence, date)


def _says_when(page: Page, sentence: Span, date: DateExpression) -> bool:
    """Not a time compared with, nor the day of an event or a document."""
    span = date.mention.span
    if date.value is None or _OTHER_TIME.search(page.low, max(sentence.start, span.start - 24), span.start):
        return False
    if "cùng kỳ" in page.low[max(0, span.start - 10) : span.end]:
        return False
    if len(date.value) > 16:
        return False
    if len(date.value) == 10:
        return _UP_TO.search(page.low, max(0, span.start - 5), span.end - 4) is not None
    return True
