"""The place or body a figure is said of: “toàn tỉnh”, “huyện Bình Lâm”, “trên địa bàn xã Hòa An”."""

from __future__ import annotations

import re

from extract.indicators.page import Page
from extract.records import Mention, Span
from extract.text import UPPER

_SMALL = r"tỉnh|thành\sphố|huyện|quận|thị\sxã|thị\strấn|phường|xã|thôn|buôn|bản"
_LEVEL = rf"{_SMALL}|TP\.?|Tỉnh|Thành\sphố|Huyện|Quận|Thị\sxã|Thị\strấn|Phường|Xã"
_NAME = rf"[{UPPER}][\w'’]*"
_SITE = re.compile(
    rf"(?<!\w)(?:(?:[Tt]oàn|[Cc]ả)\s(?:tỉnh|huyện|xã|quận|thành\sphố|thị\sxã|quốc|nước|ngành|Đảng\sbộ|đảng\sbộ|vùng)"
    rf"(?:[ \xa0]{_NAME}(?:[ \xa0]{_NAME}){{0,2}})?"
    rf"|(?:{_LEVEL})[ \xa0]{_NAME}(?:[ \xa0-]{_NAME}){{0,2}}"
    r"|(?<=tại\s)(?:Hà\sNội|Đà\sNẵng|Hải\sPhòng|Cần\sThơ|TP\.?HCM|Việt\sNam)"
    r"|(?<=của\s)(?:Hà\sNội|Đà\sNẵng|Hải\sPhòng|Cần\sThơ|TP\.?HCM|Việt\sNam))"
)
REACH = 160
"""Characters that a place is still said of what follows."""
_WORDS = (
    "tỉnh",
    "huyện",
    "xã",
    "thành",
    "quận",
    "phường",
    "tp",
    "thị ",
    "thôn",
    "buôn",
    "bản",
    "toàn ",
    "cả ",
    "tại ",
    "ở ",
    "của ",
)


def site_of(page: Page, sentence: Span, start: int, end: int) -> Mention | None:
    """The place last named before a figure in its sentence, else the one right after its noun."""
    last, window = None, page.low[max(sentence.start, start - REACH) : start]
    for word in _WORDS:  # no generator: every figure passes here
        if word in window:
            break
    else:
        return _after(page, sentence, end)
    for last in _SITE.finditer(page.text, max(sentence.start, start - REACH), start):  # noqa: B007
        pass
    if last:
        return page.mention(last.start(), last.end(), "sites.before")
    return _after(page, sentence, end)


def _after(page: Page, sentence: Span, end: int) -> Mention | None:
    after = _SITE.search(page.text, end, min(sentence.end, end + 50))
    if after and not any(mark in page.low[end : after.start()] for mark in ",;:.("):
        return page.mention(after.start(), after.end(), "sites.after")
    return None
