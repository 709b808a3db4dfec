"""The same figure said again: in the headline, in a summary, or further down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from extract.counted import DURATIONS
from extract.page import Page
from extract.records import Indicator
from extract.text import UPPER, fold

_WORD = re.compile(r"[^\W\d_]{2,}")
_NAME = re.compile(rf"(?<=\w )[{UPPER}][^\W\d{UPPER}]+\s[{UPPER}][^\W\d{UPPER}]+")
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
    kept: dict[tuple[Any, ...], list[Indicator]] = {}
    for one in found:
        same_value = kept.setdefault((one.kind, one.value, one.value_to, one.out_of), [])
        twin = next((i for i, other in enumerate(same_value) if _same(page, other, one)), None)
        if twin is None:
            same_value.append(one)
        elif same_value[twin].number.span.start < _headline_end(page):
            same_value[twin] = one
    return sorted((one for group in kept.values() for one in group), key=lambda indicator: indicator.number.span)


def _headline_end(page: Page) -> int:
    return page.lines[1] if len(page.lines) > 1 else 0


def _same(page: Page, a: Indicator, b: Indicator) -> bool:
    if a.trend != b.trend and a.trend and b.trend:
        return False
    if fold(a.unit).split()[:1] != fold(b.unit).split()[:1]:
        return False
    here, there = page.sentence(a.number.span.start), page.sentence(b.number.span.start)
    if here == there:
        return False
    if a.unit_id in DURATIONS or _names_differ(a, b):
        return False
    left, right = _content(page, a), _content(page, b)
    shared = len(left & right)
    digits = len(str(abs(int(a.value))).strip("0")) + len(str(a.value % 1).strip("0."))
    if digits >= 3:
        return shared >= 2 or shared >= min(len(left), len(right))
    return shared >= 2 and shared >= 0.6 * min(len(left), len(right))


def _content(page: Page, indicator: Indicator) -> set[str]:
    """The telling words close to a figure, its unit left out."""
    span = indicator.number.span
    near = page.low[max(0, span.start - 60) : span.end + 60]
    return {word for word in _WORD.findall(fold(near)) if word not in _COMMON} - set(fold(indicator.unit).split())


def _names_differ(a: Indicator, b: Indicator) -> bool:
    left, right = (set(_NAME.findall(one.mention.text)) for one in (a, b))
    return bool(left and right and not left & right)
