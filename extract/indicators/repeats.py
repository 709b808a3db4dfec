"""The same figure said again: in the headline, in a summary, or further down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from extract.indicators.counted import DURATIONS
from extract.indicators.links import head_word
from extract.indicators.page import Page
from extract.indicators.periods import is_bullet
from extract.records import Indicator, IndicatorKind
from extract.text import UPPER, fold_word

_WORD = re.compile(r"[^\W\d_]{2,}")
_NAME = re.compile(rf"(?<=\w )[{UPPER}][^\W\d{UPPER}]+\s[{UPPER}][^\W\d{UPPER}]+")
_POINTED = re.compile(
    r"\s(?:(?:nêu|nói|kể)\s)?(?:trên|này)(?:\s?[.,;)\n]|\s(?:đã|được|sẽ|đang|là|có|bị|phải)\s)|\s(?:đã|vừa)\s(?:nêu|nói|kể)(?!\w)"
)
_POINTS = re.compile(r"(?:(?<!\w)(?:trong\s(?:tổng\s)?số|giữ\snguyên)|(?:^|[.;\n“]\s?)trong)\s$")
NEAREST = 12
"""Figures of one value that are compared: a page of a thousand fives is no article."""
_COUNTS = (IndicatorKind.COUNT, IndicatorKind.QUANTITY, IndicatorKind.RATIO, IndicatorKind.RANK)
_COMMON = frozenset(
    {
        "và",
        "của",
        "có",
        "là",
        "với",
        "trong",
        "đã",
        "được",
        "cho",
        "các",
        "những",
        "từ",
        "đến",
        "năm",
        "tại",
        "này",
        "khi",
        "để",
    }
    | {"theo", "trên", "về", "ở", "hơn", "gần", "khoảng", "đạt", "tỷ", "triệu", "nghìn", "đồng"}
)


def without_repeats(page: Page, found: Sequence[Indicator]) -> list[Indicator]:
    """The figures with those left out that say again what another sentence says, the fuller one kept.

    Two figures of one sentence are two (“1.081 mô hình về kinh tế; 1.081 mô hình về văn hóa”).
    """
    title = _headline_end(page)
    body = {(one.value, head_word(one)) for one in found if one.number.span.start >= title}
    kept: dict[tuple[Any, ...], list[Indicator]] = {}
    for one in found:
        if one.number.span.start < title and (one.value, head_word(one)) in body:
            continue
        alike = kept.setdefault((one.kind, one.value, one.value_to, one.out_of, head_word(one)), [])
        if not alike or not any(_same(page, other, one) for other in alike[-NEAREST:]):
            alike.append(one)
    return sorted((one for group in kept.values() for one in group), key=lambda indicator: indicator.number.span)


def _headline_end(page: Page) -> int:
    """The headline is the first line, if it is short and another follows."""
    return page.text.find("\n", 0, 249) + 1


def _same(page: Page, a: Indicator, b: Indicator) -> bool:
    """Whether two figures of one value and unit are one statement, by the words around them."""
    telling = _digits(a) >= 3 and a.kind not in _COUNTS
    if page.sentence(a.number.span.start) is page.sentence(b.number.span.start):
        return telling and a.unit_id not in DURATIONS
    if a.kind in _COUNTS and a.unit_id not in DURATIONS and _pointing(page, b):
        return True
    items = is_bullet(page, page.sentence(a.number.span.start)) and is_bullet(page, page.sentence(b.number.span.start))
    return not items and not _apart(a, b) and _alike(page, a, b, telling=telling)


def _apart(a: Indicator, b: Indicator) -> bool:
    """Whether two figures cannot be one: times, opposite trends, or said of other names."""
    opposed = a.trend != b.trend and a.trend is not None and b.trend is not None
    return a.unit_id in DURATIONS or opposed or _names_differ(a, b)


def _alike(page: Page, a: Indicator, b: Indicator, *, telling: bool) -> bool:
    """Whether the words around two figures are the same enough; the more digits a value has, the fewer it needs."""
    left, right = _content(page, a), _content(page, b)
    shared, least = len(left & right), min(len(left), len(right))
    if _digits(a) >= 3:
        return telling or shared >= min(2, least)
    if a.kind == IndicatorKind.PERCENT and _digits(a) == 1:
        return a.bound == b.bound and shared >= 2 and shared >= 0.6 * least  # many things are 100 %
    if a.kind in _COUNTS:
        return shared >= 2 and (shared >= 0.5 * least or a.value >= 1000)
    return a.bound == b.bound and shared >= 2 and shared >= 0.25 * least


def _pointing(page: Page, indicator: Indicator) -> bool:
    """“7 xã trên”, “2 dự án này”, “Trong số 200 phần quà …”: counted before."""
    start = indicator.number.span.start
    if _POINTS.search(page.low, max(0, start - 16), start):
        return True
    noun = indicator.concept.span.start if indicator.concept else indicator.number.span.end
    return _POINTED.match(page.low, noun + len(indicator.unit)) is not None


def _digits(indicator: Indicator) -> int:
    """How many digits tell the value from others: 3 for 74,3 and for 1.080, 1 for 20 tỷ."""
    return len(indicator.value.normalize().as_tuple().digits)


def _content(page: Page, indicator: Indicator) -> set[str]:
    """The telling words close to a figure, its unit left out."""
    span = indicator.number.span
    near = page.low[max(0, span.start - 60) : span.end + 60]
    return set(map(fold_word, _WORD.findall(near))) - _COMMON - set(map(fold_word, indicator.unit.split()))


def _names_differ(a: Indicator, b: Indicator) -> bool:
    left, right = (set(_NAME.findall(one.mention.text)) for one in (a, b))
    return bool(left and right and not left & right)
