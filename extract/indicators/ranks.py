"""Ranks: “đứng thứ 39/63 tỉnh”, “tốp 15 tỉnh”, “xếp thứ 2 trong danh sách 500 doanh nghiệp”."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.indicators.counted import counted
from extract.indicators.figure import Figure
from extract.indicators.numbers import Numeral
from extract.indicators.page import Page
from extract.records import IndicatorKind

_LAST_WORDS = ("thứ ", "hạng ", "trí ", "top ", "tốp ", "nhóm ", "đầu ", "xếp ")
_RANK = re.compile(
    r"(?:(?:đứng|xếp|vị\strí|xếp\shạng|vươn\slên|thứ\shạng|tụt|giữ|hạng)"
    r"(?:\s(?:ở|vào|hạng|vị\strí|vị|trí|xuống|lên|là))*\s(?:thứ|hạng)"
    r"|vị\strí(?:\sthứ)?|xếp\shạng|thứ\shạng|(?:top|tốp)(?:\sđầu)?|(?:đứng|xếp)(?:\sở)?\svị\strí)\s?$"
)
_GROUP = re.compile(r"(?:trong|thuộc|vào)\snhóm\s?$")
_BEST = re.compile(r"[^.;\n]{0,60}(?:nhất|đứng\sđầu|dẫn\sđầu)")
_OF = re.compile(r"\s(?:trong|trên)\s(?:tổng\s)?(?:số\s|danh\ssách\s)?(?P<of>\d[\d.]*)(?![\d,/%])")


def rank(page: Page, numeral: Numeral) -> Figure | None:
    """The rank that a number is, with the size of its list; None for a number in no ranking words."""
    low, start, end = page.low, numeral.span.start, numeral.span.end
    if not low.endswith(_LAST_WORDS, max(0, start - 8), start) or low.startswith("%", end):
        return None
    group = _GROUP.search(low, start - 20, start) and _BEST.match(low, end)
    listed = numeral.out_of is not None and low.endswith(("thứ ", "xếp "), max(0, start - 4), start)  # thứ 39/63
    if not group and not listed and not _RANK.search(low, start - 30, start):
        return None
    out_of, at = numeral.out_of, end
    if out_of is None and (of := _OF.match(low, end)):
        out_of, at = Decimal(of["of"].replace(".", "")), of.end()
    field = counted(page.text, low, at)
    return Figure(
        numeral=numeral,
        kind=IndicatorKind.RANK,
        value=numeral.value,
        value_to=numeral.value_to,
        out_of=out_of,
        unit=field.core.of(page.text) if field else "",
        unit_id=field.id if field else None,
        unit_start=field.core.start if field else at,
        end=field.end if field else at,
    )
