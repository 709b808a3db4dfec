"""What ties figures of one article: from → to, planned → actual, part → whole."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from extract.indicators.page import Page
from extract.indicators.parts import find_parts
from extract.indicators.same import same_unit
from extract.records import Indicator, IndicatorLink, LinkKind, Span
from extract.text import fold

_FROM = re.compile(r"(?<!\w)từ\s(?:\w+\s){0,2}$")
_TO = re.compile(r"(?<!\w)(?:lên|xuống|còn|thành)\s(?:(?:còn|đến|tới|mức|thành|là|khoảng|gần|trên|hơn|dưới|chỉ)\s)*$")
_REACHING = re.compile(r"(?<!\w)(?:đến|tới)\s(?:(?:mức|khoảng|gần|trên|hơn|dưới)\s)*$")
_MOVING = re.compile(
    r"(?<!\w)(?:tăng|giảm|nâng|hạ|chuyển|rút)(?!\w)[^,;.]{0,40}(?<!mức\stừ\s)$"
)  # not the range of “giá tăng ở mức từ 3% đến 5%”
# What ties a result to the plan that it is told before: “đạt 77,8%, chưa đạt chỉ tiêu đề ra là 90%”.
_AGAINST = re.compile(
    r"\((?:theo\s)?(?:kế\shoạch|chỉ\stiêu|mục\stiêu|kh|nghị\squyết)(?!\w)"
    r"|(?<!\w)(?:so\svới|vượt|chưa\sđạt|không\sđạt|đạt|bằng|trong\skhi|trên)\s(?:[^\W\d_]+\s){0,2}(?:kế\shoạch|chỉ\stiêu|mục\stiêu|dự\stoán)(?!\w)"
)


def find_links(page: Page, found: Sequence[Indicator]) -> list[IndicatorLink]:
    """The ties among figures in text order; source and target are positions in `found`."""
    pairs = list(_changes(page, found))
    moved = {position for link in pairs for position in (link.source, link.target)}
    return [*pairs, *_plans(page, found, moved), *find_parts(page, found, moved)]


def _changes(page: Page, found: Sequence[Indicator]) -> Iterator[IndicatorLink]:
    """“giảm từ 32,13% (năm 2010) xuống còn 19,56% (năm 2019)”."""
    for i, (a, b) in enumerate(pairwise(found)):
        start, end = a.number.span, b.number.span
        if page.low.find("từ ", max(0, start.start - 20), start.start) < 0:
            continue
        if end.start - start.end > 90 or not same_unit(a, b) or "\n" in page.low[start.end : end.start]:
            continue
        if _FROM.search(page.low, start.start - 20, start.start) and _reached(page, start, end):
            yield IndicatorLink(kind=LinkKind.CHANGE, source=i, target=i + 1, rule="links.from_to")


def _reached(page: Page, start: Span, end: Span) -> bool:
    """“xuống còn 19,56%”; “đến 25%” only where something moves: “phạt từ 5 triệu đến 10 triệu” is a range."""
    if _TO.search(page.low, start.end, end.start):
        return True
    if page.low.find(",", start.end, end.start) >= 0:
        return False  # “giảm từ 30-40%, hãng B giảm tới 30%”
    moving = _MOVING.search(page.low, start.start - 60, start.start)
    return moving is not None and _REACHING.search(page.low, start.end, end.start) is not None


def _plans(page: Page, found: Sequence[Indicator], moved: Container[int]) -> Iterator[IndicatorLink]:
    """“giảm 199 đầu mối (kế hoạch là giảm 172 đầu mối)”: the planned is the source. `moved`: ends of a change."""
    for i, (a, b) in enumerate(pairwise(found)):
        if (
            a.target == b.target
            or i in moved
            or i + 1 in moved
            or (a.period and b.period and a.period != b.period)
            or b.number.span.start - a.number.span.end >= 120
            or a.trend != b.trend
            or not same_unit(a, b)
        ):
            continue
        if page.sentence(a.number.span.start) is page.sentence(b.number.span.start) and _of_one_thing(a, b):
            between = page.low[a.number.span.end : b.number.span.start]
            if b.target and not _AGAINST.search(between):
                continue  # “hiện có 36.500 hộ, mục tiêu cho năm sau là 50.000 hộ”: what is aimed at from here
            plan, actual = (i, i + 1) if a.target else (i + 1, i)
            yield IndicatorLink(kind=LinkKind.PLAN, source=plan, target=actual, rule="links.plan")


def _of_one_thing(a: Indicator, b: Indicator) -> bool:
    """Whether what two figures are of may be the same: their first words agree, or one says nothing."""
    if a.concept is None or b.concept is None:
        return True
    left, right = fold(a.concept.text).split()[:4], fold(b.concept.text).split()[:4]
    return all(one == other for one, other in zip(left, right, strict=False))
