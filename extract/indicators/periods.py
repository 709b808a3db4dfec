"""The time a figure is for: “năm 2019 đứng thứ 39/63”, “32,13% (năm 2010)”."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date as day

from extract.indicators.page import Page, Sentence
from extract.records import DateExpression, Span

_OTHER_TIME = re.compile(
    r"(?:so\svới(?!\s(?:chỉ\stiêu|dự\stoán))(?:\s[^\W\d_]+){0,8}|với|cùng\skỳ|hơn|bằng|như|thời\sđiểm|sau|trước)(?:\s(?:cùng\skỳ|thời\sđiểm|mức|của|trước))*\s?$"
)
_RIGHT_AFTER = re.compile(r"\s?\(?(?:(?:vào|trong|của|ở|tại)\s)?")
_SAME_PHRASE = re.compile(r"[^,;:()\d·]{0,60}")
_COMPARED = re.compile(
    r"\s?(?:\(|là\s)(?:(?:hơn|trên|gần|khoảng|đạt)\s)?"
)  # vượt quy hoạch đến năm 2020 là 25 triệu khách
_OPENS = (":", " :")
"""Signs after a time that opens the figures after it."""
_SINCE = ("từ ", "Từ ", "kể từ ", "Kể từ ")
"""Words of a time when something began, which is not what a figure is for."""
_UP_TO = re.compile(r"(?<!\w)(?:đến|tính|hết)(?!\w)")
_ONE_DAY = len("2019-06-03")
_DAYS = len("2019-06-03/2019-06-05")
_WEEKS = 14
"""Days that an event may take."""
_HAPPENS = re.compile(r"(?<!\w)(?:ghi\snhận(?!\s(?:thành|công|những|sự|ý|và|của))|phát\shiện|xảy\sra|bùng\sphát)(?!\w)")
_DUE = re.compile(r"(?<!\w)(?:hoàn\sthành|xong)\s(?:trước|chậm\snhất)(?!\w)")
_TO_HOUR = re.compile(r"(?<!\w)đến\s\d{1,2}\s?(?:h|giờ)\d{0,2},?\s$")  # đến 14h ngày 30/4
_BORN = re.compile(r"(?<!\w)(?:sinh|sn)(?:\s(?:năm|ngày))?\s?$")
_TENURE = re.compile(r"(?P<body>khóa\s[xvi·\d]+,?\s)?nhiệm\skỳ")
_NOW = re.compile(r"(?:đến|hiện)\s(?:nay|tại)(?!\w)")
_IN_THE = re.compile(r"trong\s(tháng|năm)(?!\s(?:[\d·]|qua|tới|nay|này|đầu|cuối|thứ|học|trước))")
_MONTHS = re.compile(r"([369])(?<!\w\d)\stháng(?!\s(?:đầu|cuối|qua|nay|tới|sau|trước|liền|tuổi|tù))")
_PRECISION = {"tháng": 7, "năm": 4}
OPENER_REACH = 1200
"""Characters that a list goes on for after the line that opens it."""
BULLETS = frozenset(" \n\t\xa0|-+•*")
_BULLET = re.compile(r"[\s|]*[-+•*]\s")


def period_of(page: Page, sentence: Sentence, start: int, end: int, *, aside: bool) -> str | None:
    """EDTF of the time a figure is for, if its sentence says one; `start` and `end` bound the figure and its unit.

    `aside`: the figure is a plan in brackets, which takes no time from its neighbours.
    """
    dates = page.dates
    i = bisect_left(page.times, start)
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
    if said := _in_the(page, sentence, i, start) or (following and _at_the_end(page, sentence, i)):
        return said
    if sentence.opened == "":
        sentence.opened = _opened(page, sentence, i)
    return sentence.opened


def is_bullet(page: Page, sentence: Sentence) -> bool:
    """True for an item of a list, which goes on with the time of the item before: “- Huyện A: 25 lượt”."""
    return page.low[sentence.start] in BULLETS and _BULLET.match(page.low, sentence.start) is not None


def _governs(page: Page, sentence: Sentence, date: DateExpression, start: int) -> bool:
    """Whether a time said earlier in the sentence still holds at a figure."""
    span = date.mention.span
    between = page.low[span.end : start]
    if _NOW.search(between) or ")" in between.partition("(")[0]:
        return False  # “(năm 2010)” is of the figure before it
    tenure = _TENURE.search(page.low, span.start - 24, span.end)
    if tenure and ("," in between or tenure["body"]):
        return False  # the term of the body that met, not the time of what it did
    happened = _HAPPENS.search(between) is not None
    return _says_when(page, sentence, date, compared=_COMPARED.fullmatch(between) is not None, happened=happened)


def _follows(page: Page, sentence: Sentence, end: int, date: DateExpression, gap: re.Pattern[str]) -> bool:
    span = date.mention.span
    begins = end if span.start < end < span.end else span.start  # “/năm năm 2000” may share its “năm”
    if page.low.startswith(_OPENS, span.end):
        return False  # “giảm 219 trường hợp (năm 2015: 28 trường hợp; …)”
    near = begins - end < 80 and gap.fullmatch(page.low, end, begins) is not None
    return near and _says_when(page, sentence, date, happened=_HAPPENS.search(page.low, end, begins) is not None)


def _says_when(
    page: Page, sentence: Sentence, date: DateExpression, *, compared: bool = False, happened: bool = False
) -> bool:
    """Not a time compared with, nor the day of an event or a document; `compared`: the figure is of that very time.

    `happened`: it counts what came about on that day, “ngày 29/4, cả nước ghi nhận 7 ca”.
    """
    span = date.mention.span
    if date.value is None or (len(date.value) == _DAYS and not happened and _is_brief(date.value)):
        return False
    if not compared and _OTHER_TIME.search(page.low, max(sentence.start, span.start - 60), span.start):
        return False
    if "cùng kỳ" in page.low[max(0, span.start - 10) : span.end] or _BORN.search(page.low, span.start - 10, span.start):
        return False
    if "/" not in date.value and date.mention.text.startswith(_SINCE):
        return False
    whole = len(date.value) != _ONE_DAY or happened
    return whole or _is_until(page.low, sentence.start, span)


def _is_until(low: str, sentence: int, day: Span) -> bool:
    """“Tính đến 31/12/2019”, “hoàn thành trước ngày 5/6”, “đến 14h ngày 30/4”: a day up to which a figure is told."""
    if _UP_TO.search(low, day.start - 5, day.end - 4) or _TO_HOUR.search(low, day.start - 16, day.start):
        return True
    return _DUE.search(low, max(sentence, day.start - 24), day.start + 12) is not None


def _is_brief(days: str) -> bool:
    """“Từ ngày 15 đến 18/4”: how long an event took, and not what a figure is for."""
    first, last = map(day.fromisoformat, days.split("/"))
    return (last - first).days < _WEEKS


def _in_the(page: Page, sentence: Sentence, i: int, start: int) -> str | None:
    """“trong tháng” is the month last named, “trong năm” the year; “GRDP 6 tháng” the six months the article names."""
    if page.low.find("trong ", sentence.start, start) >= 0 and (
        said := _IN_THE.search(page.low, sentence.start, start)
    ):
        size = _PRECISION[said[1]]
        return next((d.value for d in reversed(page.dates[:i]) if d.value and len(d.value) == size), None)
    if page.low.find(" tháng", sentence.start, start) >= 0 and (
        said := _MONTHS.search(page.low, sentence.start, start)
    ):
        end = f"-01/%s-{int(said[1]):02d}"
        return next((d.value for d in page.dates if d.value and d.value[4:] == end % d.value[:4]), None)
    return None


def _at_the_end(page: Page, sentence: Sentence, i: int) -> str | None:
    """The one time that the sentence names after its figures: “…, doanh thu 30 tỷ đồng, bằng 6% GDP năm 2018”."""
    for date in page.dates[i:]:
        if date.mention.span.start >= sentence.end:
            return None
        if _says_when(page, sentence, date):
            ends = not page.low[date.mention.span.end : sentence.end].strip(' .)\n”"')
            return date.value if ends and date.value and len(date.value) <= 7 else None
    return None


def _opened(page: Page, sentence: Sentence, i: int) -> str | None:
    """The time of the line that opens a list: “Kết quả tháng 04/2019 như sau:”."""
    at, low = sentence.start, page.low
    for _ in range(3):
        at = low.rfind(":\n", max(0, sentence.start - OPENER_REACH), at)
        if at < 0:
            return None
        opener = page.sentence(at)
        for date in reversed(page.dates[:i]):
            if opener.start <= date.mention.span.start < opener.end and _says_when(page, opener, date):
                return date.value
    return None
