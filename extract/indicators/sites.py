"""The place or body a figure is said of: “toàn tỉnh”, “huyện Bình Lâm”, “trên địa bàn xã Hòa An”."""

from __future__ import annotations

import re

from extract.indicators.page import Page
from extract.records import Mention, Span
from extract.text import UPPER


def _after_first(words: str) -> str:
    """Alternatives to be read after their first letter: “tỉnh” is “ỉnh” after a t."""
    return "|".join(f"(?<={word[0]}){word[1:]}" for word in words.split("|"))


_LEVEL = _after_first(
    r"tỉnh|thành\sphố|huyện|quận|thị\sxã|thị\strấn|phường|xã|thôn|buôn|bản"
    r"|TP\.?|Tỉnh|Thành\sphố|Huyện|Quận|Thị\sxã|Thị\strấn|Phường|Xã"
)
_CITY = _after_first(r"Hà\sNội|Đà\sNẵng|Hải\sPhòng|Cần\sThơ|TP\.?HCM|Việt\sNam")
_NAME = rf"[{UPPER}][\w'’]*"
# The capital or the level's first letter in front, in one set: the scan for it is a quick one.
_SITE = re.compile(
    rf"[TtCcHhQqPpXxBbĐV](?<!\w\w)(?:(?:(?<=[Tt])oàn|(?<=[Cc])ả)\s(?:tỉnh|huyện|xã|quận|thành\sphố|thị\sxã|quốc|nước|ngành|Đảng\sbộ|đảng\sbộ|vùng)"
    rf"(?:[ \xa0]{_NAME}(?:[ \xa0]{_NAME}){{0,2}})?"
    rf"|(?:{_LEVEL})[ \xa0]{_NAME}(?:[ \xa0-]{_NAME}){{0,2}}"
    rf"|(?:(?<=tại\s\w)|(?<=của\s\w))(?:{_CITY}))"
)
REACH = 160
"""Characters that a place is still said of what follows."""
_WORDS = (
    "tỉnh",
    "huyện",
    "xã",
    "thành phố",
    "quận",
    "phường",
    "tp",
    "thị ",
    "thôn",
    "buôn",
    "bản ",
    "toàn ",
    "cả ",
    "hà nội",
    "đà nẵng",
    "hải phòng",
    "cần thơ",
    "việt nam",
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
