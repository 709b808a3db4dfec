"""The place or body a figure is said of: “toàn tỉnh”, “huyện Bình Lâm”, “trên địa bàn xã Hòa An”."""

from __future__ import annotations

import re

from extract.page import Page
from extract.records import Mention, Span
from extract.text import UPPER

_SMALL = r"tỉnh|thành\sphố|huyện|quận|thị\sxã|thị\strấn|phường|xã|thôn|buôn|bản"
_LEVEL = rf"{_SMALL}|TP\.?|Tỉnh|Thành\sphố|Huyện|Quận|Thị\sxã|Thị\strấn|Phường|Xã"
_NAME = rf"[{UPPER}][\w'’]*"
_SITE = re.compile(
    rf"(?<!\w)(?:(?:{_LEVEL})[ \xa0]{_NAME}(?:[ \xa0-]{_NAME}){{0,3}}"
    r"|(?:[Tt]oàn|[Cc]ả)\s(?:tỉnh|huyện|xã|quận|thành\sphố|thị\sxã|quốc|nước|ngành|Đảng\sbộ|đảng\sbộ|vùng)"
    r"|(?:tại|ở|của|[Tt]ỉnh)\s(?:Hà\sNội|Đà\sNẵng|Hải\sPhòng|Cần\sThơ|TP\.?HCM|Việt\sNam))"
)


def site_of(page: Page, sentence: Span, start: int, end: int) -> Mention | None:
    """The place last named before a figure in its sentence, else the one right after its noun."""
    last = None
    for last in _SITE.finditer(page.text, max(sentence.start, start - 200), start):  # noqa: B007
        pass
    if last:
        return page.mention(last.start(), last.end(), "sites.before")
    after = _SITE.search(page.text, end, min(sentence.end, end + 80))
    if after and not any(mark in page.low[end : after.start()] for mark in ",;:.("):
        return page.mention(after.start(), after.end(), "sites.after")
    return None
