"""A number with its unit, before the words around it are read."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from extract.indicators.numbers import Numeral
from extract.indicators.page import Page, Sentence
from extract.indicators.units import Unit
from extract.records import Bound, IndicatorKind, Span, Trend


class Figure(NamedTuple):
    """“13,85 triệu đồng/người/năm”: 13850000, unit “đồng/người/năm”; `unit_start` and `end` bound its unit."""

    numeral: Numeral
    kind: IndicatorKind
    value: Decimal
    unit: str
    unit_id: str | None
    unit_start: int
    end: int
    per: Span | None = None
    value_to: Decimal | None = None
    out_of: Decimal | None = None


class Sighted(NamedTuple):
    """A figure, the sentence it stands in, and how it is said: “giảm ít nhất 199 đầu mối”."""

    figure: Figure
    sentence: Sentence
    bound: Bound | None
    trend: Trend | None


_SLASH = re.compile(r"\s?/\s?")
_EXPONENT = re.compile(r"(?<=m)\s(?=[23]$)")  # đồng/m 2


def whole(numeral: Numeral) -> Decimal:
    """The value where only whole things are counted: “3,545 mô hình” is 3545."""
    return numeral.other if numeral.other is not None and numeral.other > numeral.value else numeral.value


def with_unit(page: Page, numeral: Numeral, unit: Unit, at: int | None = None) -> Figure:
    """The figure with the unit that stands by it (or elsewhere: then `at` is where the figure ends)."""
    kind, value = unit.kind, numeral.value
    if numeral.out_of is not None:
        kind = IndicatorKind.RATIO
    elif kind == IndicatorKind.COUNT or unit.id == "đồng":
        value = whole(numeral)
    elif kind == IndicatorKind.PERCENT and numeral.other is not None and value >= 1000:
        value = numeral.other  # 10.345 %
    written = "%" if kind == IndicatorKind.PERCENT else unit.spelled or unit.core.of(page.text)
    per = unit.per.of(page.text).lstrip() if unit.per else ""
    if per.startswith("/") and kind != IndicatorKind.PERCENT:
        written += _EXPONENT.sub("", _SLASH.sub("/", per))
    return Figure(
        numeral=numeral,
        kind=kind,
        value=value,
        value_to=numeral.value_to,
        out_of=numeral.out_of,
        unit=written,
        unit_id=unit.id,
        per=unit.per,
        unit_start=unit.core.start,
        end=unit.end if at is None else at,
    )
