"""What ties figures of one article: from → to, planned → actual, part → whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from extract.indicators.page import Page
from extract.records import Indicator, IndicatorKind, IndicatorLink, LinkKind, Span
from extract.text import fold, fold_word

_FROM = re.compile(r"(?<!\w)từ\s(?:\w+\s){0,2}$")
_TO = re.compile(r"(?<!\w)(?:lên|xuống|còn|thành)\s(?:(?:còn|đến|tới|mức|thành|là|khoảng|gần|trên|hơn|dưới|chỉ)\s)*$")
_REACHING = re.compile(r"(?<!\w)(?:đến|tới)\s(?:(?:mức|khoảng|gần|trên|hơn|dưới)\s)*$")
_MOVING = re.compile(r"(?<!\w)(?:tăng|giảm|nâng|hạ|chuyển|rút)(?!\w)[^,;.]{0,40}$")
_PARTS = re.compile(r"(?<!\w)(?:trong\s(?:đó|số\s(?:đó|này))|bao\sgồm|gồm(?:\scó)?|cụ\sthể(?:\slà)?)(?!\w)|\($")
_LIST_OPENS = re.compile(r":\s*\n")
_BESIDE = re.compile(r"(?<!\w)(?:ngoài\sra|bên\scạnh\sđó|đồng\sthời|so\svới|tăng|giảm|cùng\skỳ)(?!\w)")
FARTHEST_PART = 220
"""Characters from a whole to the first of its parts."""
_MEASURES = (IndicatorKind.COUNT, IndicatorKind.MONEY, IndicatorKind.QUANTITY)


def find_links(page: Page, found: Sequence[Indicator]) -> list[IndicatorLink]:
    """The ties among figures in text order; source and target are positions in `found`."""
    pairs = list(_changes(page, found))
    moved = {position for link in pairs for position in (link.source, link.target)}
    return [*pairs, *_plans(page, found), *_parts(page, found, moved)]


def same_unit(a: Indicator, b: Indicator) -> bool:
    """“mô hình” and “mô hình, điển hình” count the same; a head word alone (“hộ”, “hộ nghèo”) too."""
    return a.kind == b.kind and head_word(a) == head_word(b)


def head_word(indicator: Indicator) -> str:
    """The first word of what is counted: “mô” of “mô hình, điển hình”."""
    return fold_word(indicator.unit.partition(" ")[0].rstrip(","))


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
    moving = _MOVING.search(page.low, start.start - 60, start.start)
    return moving is not None and _REACHING.search(page.low, start.end, end.start) is not None


def _plans(page: Page, found: Sequence[Indicator]) -> Iterator[IndicatorLink]:
    """“giảm 199 đầu mối (kế hoạch là giảm 172 đầu mối)”: the planned is the source."""
    for i, (a, b) in enumerate(pairwise(found)):
        if (
            a.target == b.target
            or b.number.span.start - a.number.span.end >= 120
            or a.trend != b.trend
            or not same_unit(a, b)
        ):
            continue
        if page.sentence(a.number.span.start) is page.sentence(b.number.span.start) and _of_one_thing(a, b):
            plan, actual = (i, i + 1) if a.target else (i + 1, i)
            yield IndicatorLink(kind=LinkKind.PLAN, source=plan, target=actual, rule="links.plan")


def _of_one_thing(a: Indicator, b: Indicator) -> bool:
    """Whether what two figures are of may be the same: their first words agree, or one says nothing."""
    if a.concept is None or b.concept is None:
        return True
    left, right = fold(a.concept.text).split()[:4], fold(b.concept.text).split()[:4]
    return all(one == other for one, other in zip(left, right, strict=False))


def _parts(page: Page, found: Sequence[Indicator], moved: set[int]) -> Iterator[IndicatorLink]:
    """“3.545 mô hình. Trong đó, có 1.081 mô hình …, 466 mô hình …”, “28 lượt (26 định kỳ, 2 đột xuất)”."""
    for i, whole in enumerate(found[:-1]):
        if whole.kind not in _MEASURES or i in moved or whole.trend:
            continue
        opened = _opening(page, whole, found[i + 1])
        if opened is None:
            continue
        parts = list(_of(page, found, i, opened))
        complete = _adding_up(found, i, parts)
        for part in complete or parts:
            yield IndicatorLink(kind=LinkKind.PART, source=part, target=i, rule="links.sum" if complete else opened)


def _opening(page: Page, whole: Indicator, following: Indicator) -> str | None:
    """The rule that says that what follows is a part, from the words between."""
    between = page.low[whole.number.span.end : following.number.span.start]
    if len(between) > FARTHEST_PART or not (
        "(" in between or "trong " in between or "gồm" in between or "cụ thể" in between
    ):
        return None
    if "\n" in _LIST_OPENS.sub("", between) or between.count(". ") > 1 or _BESIDE.search(between):
        return None
    cue = _PARTS.search(between.rstrip() if between.endswith("(") else between)
    if cue is None:
        return None
    word = cue.group()
    if word == "(" and ")" in between:
        return None  # “Tập đoàn A (5 doanh nghiệp), Tập đoàn B (2 doanh nghiệp)”
    closed = between.rfind(")") > between.rfind("(", 0, cue.start() + 1) >= 0
    if closed or ("gồm" in word and ". " in between):
        return None
    return "links.bracket" if word == "(" else "links.consists" if "gồm" in word else "links.among"


def _of(page: Page, found: Sequence[Indicator], i: int, rule: str) -> Iterator[int]:
    """The figures of the whole's unit that follow in the sentence of the first part."""
    whole = found[i]
    sentence = page.sentence(found[i + 1].number.span.start)
    end = page.low.find(")", found[i + 1].number.span.end) if rule == "links.bracket" else sentence.end
    for j in range(i + 1, len(found)):
        part = found[j]
        if part.number.span.start >= end:
            return
        if rule != "links.bracket" and _in_brackets(page, sentence.start, part):
            continue  # “18 người (15 người có chức vụ)”: 15 is a part of the 18
        if same_unit(whole, part) and part.value <= whole.value and not part.trend and part.out_of is None:
            yield j


def _in_brackets(page: Page, floor: int, part: Indicator) -> bool:
    start = part.number.span.start
    return page.low.rfind("(", floor, start) > page.low.rfind(")", floor, start)


def _adding_up(found: Sequence[Indicator], i: int, parts: Sequence[int]) -> list[int]:
    """The leading parts that make up the whole exactly, if two or more do."""
    total = Decimal(0)
    for count, part in enumerate(parts, start=1):
        total += found[part].value
        if total == found[i].value and count > 1:
            return list(parts[:count])
    return []
