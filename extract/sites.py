"""The place or body a figure is said of: “toàn tỉnh”, “huyện Bình Lâm”, “trên địa bàn xã Hòa An”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extract.page import Page
from extract.records import Mention, Span
from extract.text import UPPER

_LEVEL = r"tỉnh|thành\sphố|huyện|quận|thị\sxã|thị\strấn|phường|xã|thôn|buôn|bản|TP\.?|Tỉnh|Thành\sphố|Huyện|Quận|Thị\sxã|Thị\strấn|Phường|Xã"
_NAME = rf"[{UPPER}][\w'’]*"
_SITE = re.compile(
    rf"(?<!\w)(?:(?:{_LEVEL})[ \xa0]{_NAME}(?:[ \xa0-]{_NAME}){{0,3}}"
    r"|(?:[Tt]oàn|[Cc]ả)\s(?:tỉnh|huyện|xã|quận|thành\sphố|thị\sxã|quốc|nước|ngành|Đảng\sbộ|đảng\sbộ|vùng)"
    r"|(?:tại|ở|của|[Tt]ỉnh)\s(?:Hà\sNội|Đà\sNẵng|Hải\sPhòng|Cần\sThơ|TP\.?HCM|Việt\sNam))"
)


def sites(page: Page) -> list[Span]:
    """Every place named, in text order."""
    return [Span(*match.span()) for match in _SITE.finditer(page.text)]


def site_of(page: Page, places: Sequence[Span], sentence: Span, start: int, end: int) -> Mention | None:
    """The place last named before a figure in its sentence, else the one right after its noun."""
    i = bisect_left(places, Span(start, start))
    if i and places[i - 1].start >= sentence.start:
        return page.mention(places[i - 1].start, places[i - 1].end, "sites.before")
    if i < len(places) and places[i].start < min(sentence.end, end + 60):
        gap = page.low[end : places[i].start]
        if not any(mark in gap for mark in ",;:.("):
            return page.mention(places[i].start, places[i].end, "sites.after")
    return None
