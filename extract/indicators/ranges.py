"""Ranges whose ends both carry their unit: “phạt tiền từ 5 triệu đồng đến 10 triệu đồng”."""

from __future__ import annotations

import re

from extract.indicators.figure import Figure
from extract.indicators.page import Page
from extract.records import Span

_FROM = re.compile(r"(?<!\w)từ\s(?:(?:khoảng|gần|trên|hơn)\s)?$")
_TO = re.compile(r"\s?(?:[-–]|đến|tới)\s(?:dưới\s|hơn\s|gần\s|trên\s)?")
_MOVING = re.compile(r"(?<!\w)(?:tăng|giảm|nâng|hạ|chuyển|rút|biến|thay|lên|xuống)(?!\w)[^,;.]{0,40}$")


def as_range(page: Page, previous: Figure, figure: Figure) -> Figure | None:
    """The figure before, grown to a range by this one; None where the two are a change or two things.

    “từ 0,4 m đến 1,2 m” is one range; “tăng từ 20% đến 25%” is a change.
    """
    first, second = previous.numeral.span, figure.numeral.span
    if second.start - first.end > 24 or previous.unit_id != figure.unit_id or previous.kind != figure.kind:
        return None
    if previous.value_to is not None or figure.value <= previous.value or figure.out_of is not None:
        return None
    between, unit = page.low[first.end : second.start].strip(), previous.unit.lower()
    if not between.startswith(unit) or not _TO.fullmatch(f" {between[len(unit) :].strip()} "):
        return None
    dashed = between.endswith(("-", "–"))  # 5% - 7%
    if not dashed and not _FROM.search(page.low, first.start - 16, first.start):
        return None
    if not dashed and _MOVING.search(page.low, first.start - 60, first.start):
        return None
    numeral = previous.numeral._replace(span=Span(first.start, second.end), rule="indicators.range")
    return figure._replace(numeral=numeral, value=previous.value, value_to=figure.value)
