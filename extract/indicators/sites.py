"""The place or body a figure is said of: “toàn tỉnh”, “huyện Bình Lâm”, “trên địa bàn xã Hòa An”."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from itertools import pairwise

from extract.indicators.page import Page, Sentence
from extract.names.known import surnames
from extract.records import Mention
from extract.text import UPPER, fold_word

Site = tuple[int, int]
"""Where a place begins and ends."""

_NAME = rf"[{UPPER}][\w'’]*"
_NAMES = rf"{_NAME}(?:[ \xa0-]{_NAME}){{0,2}}"
_NAMED = rf"[ \xa0]{_NAMES}"
_SURNAME = r"(?:Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Đinh)\s"
"""Who is named after “Chủ tịch UBND TP”: no city begins so."""
_ALL = (
    r"\s(?:tỉnh|huyện|xã(?!\shội)|quận|thành\sphố|thị\sxã|quốc|nước|ngành|Đảng\sbộ|đảng\sbộ|vùng)"
    rf"(?:[ \xa0]{_NAME}(?:[ \xa0]{_NAME}){{0,2}})?"
)
# The first three letters in front, in three sets: the scan for them is a quick one; then what may follow which.
_SITE = re.compile(
    rf"[TtCcHhQqPpXxBbV](?=[oỉhịPảuãi][àịôưyậnệPH.\s])(?<!\w\w)(?:(?<=[Tt])(?:oàn{_ALL}"
    rf"|(?:(?:ỉnh|hành\sphố)[ \xa0](?!{_SURNAME})|(?:hị\sxã|hị\strấn|(?<!ông\s[Tt])hôn)[ \xa0]){_NAMES})"
    rf"|(?<=[Hh])uyện{_NAMED}|(?<=[Xx])ã{_NAMED}|(?<=[Pp])hường{_NAMED}|(?<=[Qq])uận{_NAMED}|(?<=b)(?:uôn|ản){_NAMED}"
    rf"|(?<=[Cc])ả{_ALL}"
    rf"|(?<=T)P\.?[ \xa0](?!{_SURNAME})(?:[{UPPER}]{{2,}}(?!\w)|Huế|{_NAME}(?:(?:[ \xa0-]{_NAME}){{1,2}}|(?=[,.;)\n])))"
    r"|(?<=(?:tại|của)\s\w)(?:(?<=T)P\.?HCM|(?<=V)iệt\sNam))"
)
_LEVELS = ("tỉnh ", "tp", "thành phố ")
LONGEST_LEVEL = 10
"""Characters of the longest of these words with its space."""
_MARKS = (",", ";", ":", ".", "(", ")", " và ", " thì ")
_FIGURE = re.compile(r"\s(?:có\s|là\s)?\d")  # trong đó Hà Nam 5 ca
_PROVINCES = re.compile(r"[\d.]+\s(?:tỉnh|quốc\sgia|nước)(?!\w)")
_WIDER = (("thôn", "buôn", "bản"), ("xã", "phường", "thị trấn"), ("huyện", "quận", "thị xã"))
"""The levels of places from the narrowest; what is none of them is wider."""
_CHAINS = frozenset({", ", " ("})
_HOME = re.compile(r"(?<!\w)(?:ngụ|trú|quê(?:\squán)?:?|sinh\sra)(?:\s(?:tại|ở|(?:tổ|ấp|khu\sphố|số)\s[\w/]+))*,?\s$")
_AT_HOME = ("ngụ ", "trú ", "quê ", "quán ", ": ", "ra ", "tại ", "ở ", ", ")
"""How it ends: asked before the pattern is tried."""
_ALONGSIDE = re.compile(r"\s?,?\s?(?:cùng(?:\svới)?|và)\s(?:(?:hơn|gần|trên|khoảng)\s)?")
"""Words that put a place beside what is counted."""
_OF_ITS_NOUN = re.compile(r"(?:\s[^\W_]+){0,3}\s\(?(?:thuộc|tại|của|ở|trên\sđịa\sbàn)\s")
"""“6 xã thuộc huyện Bình Lâm”: nearer than any place said before."""
_AS_MUCH = re.compile(r"(?<!\w)(?:gấp|bằng)\s(?:[^\W\d_]+\s)?(?:[\d,]+\s?-\s?)?$")  # gấp gần 3 lần cả nước
_AT_A_NAME = re.compile(rf"(?:\s[^\W_]+){{1,5}}\s(?:ở|tại)\s{_NAME}")
"""“đầu tư 400 dự án tại Lào”: of a place that no level tells, and not of one said before."""
_ELSEWHERE = ("kết thúc tại ", "thủ phủ của ", "cách ", "giáp ", "giáp ranh ", "giáp với ", " sang ", " đi ")
"""Words before a place that is but a border, a way’s end or a yardstick: “cách xã Ba Lâm 7 km”."""
_PREPOSITIONS = ("tại ", "của ", "ở ", "thì ")
REACH = 160
"""Characters that a place is still said of what follows."""
NEXT = 40
"""Characters after a figure within which a place is said of it."""


def site_of(page: Page, sentence: Sentence, start: int, end: int) -> Mention | None:
    """The place last named before a figure in its sentence, else the one right after its noun.

    Of “thôn Nà, xã Ba Lâm, huyện Hòa An” the first, of “(ngụ huyện Hòa An)” none: that is where a person lives.
    """
    if sentence.sites is None:
        sentence.sites = _sites(page, sentence)
    if not sentence.sites:
        return None
    low, compared = page.low, page.low.endswith("lần", 0, end) and _AS_MUCH.search(page.low, start - 20, start)
    before = next((site for site in reversed(sentence.sites) if site[1] <= start), None)
    after = None if compared else next((site for site in sentence.sites if site[0] >= end), None)
    near = before and before[0] >= start - REACH and not _has_its_own(page, start, end, before, after)
    if before and near and not _of_another(low, sentence.start, *before, start):
        return page.mention(*before, "sites.before")
    if after and after[0] < end + NEXT and not any(mark in low[end : after[0]] for mark in _MARKS):
        return page.mention(*after, "sites.after")
    return None


def _has_its_own(page: Page, start: int, end: int, before: Site, after: Site | None) -> bool:
    """Whether a figure is of another place than the one before: “8 ca ở xã A, 1 ca ở xã B”, “6 xã thuộc huyện A”."""
    low = page.low
    if after and after[0] < end + NEXT and low[before[1] : start].strip() == ",":
        return True
    if after and _OF_ITS_NOUN.fullmatch(low, end, after[0]):
        return True
    if low.startswith(_LEVELS, before[0]) and _PROVINCES.match(low, start):
        return True
    return _AT_A_NAME.match(page.text, end) is not None


def _sites(page: Page, sentence: Sentence) -> list[Site]:
    """The places in a sentence: by level and name, and provinces by name where it says in or of them."""
    found = (match.span() for match in _SITE.finditer(page.text, sentence.start, sentence.end))
    sites = [(begin, _before_a_person(page.text, begin, stop)) for begin, stop in found]
    for i in range(bisect_left(page.provinces, (sentence.start,)), len(page.provinces)):
        begin, stop, _ = page.provinces[i]
        if begin >= sentence.end:
            break
        said = begin == sentence.start or page.low.endswith(_PREPOSITIONS, sentence.start, begin)
        said = said or _FIGURE.match(page.low, stop) is not None
        around = next((site for site in sites if site[0] < stop and begin < site[1]), None)
        if around and page.low.startswith(_LEVELS, around[0]) and begin - around[0] <= LONGEST_LEVEL:
            sites[sites.index(around)] = around[0], stop  # “tỉnh Cà Mau | Nguyễn Tiến Hải” is no longer name
        elif said and around is None and page.text[begin].isupper():
            insort(sites, (begin, stop))
    here = [site for site in sites if not page.low.endswith(_ELSEWHERE, sentence.start, site[0])]
    return _without_wider(page.low, here) if len(here) > 1 else here


def _before_a_person(text: str, begin: int, stop: int) -> int:
    """Where the place ends that a name without a comma follows: “huyện Phù Lâm | Hà Ngọc Tân cho biết”."""
    if text[stop : stop + 1] != " " or not text[stop + 1 : stop + 2].isupper():
        return stop
    *place, last = text[begin:stop].split(" ")
    return stop - len(last) - 1 if len(place) > 2 and fold_word(last) in surnames()[0] else stop


def _without_wider(low: str, sites: list[Site]) -> list[Site]:
    """“thôn Nà, xã Ba Lâm, huyện Hòa An” is the one thôn; “huyện Ba Lâm, huyện Hòa An” are two."""
    kept = sites[:1]
    for before, site in pairwise(sites):
        if low[before[1] : site[0]] not in _CHAINS or _level(low, site[0]) <= _level(low, before[0]):
            kept.append(site)
    return kept


def _level(low: str, at: int) -> int:
    return next((level for level, words in enumerate(_WIDER) if low.startswith(words, at)), len(_WIDER))


def _of_another(low: str, sentence: int, begin: int, stop: int, start: int) -> bool:
    """Whether the place is not the figure's: “thị xã Ba Lâm cùng 24 huyện”, a home.

    Of another item: “…; cầu ở huyện Ba Lâm 9 tỷ đồng; đường tránh 2 tỷ đồng”.
    """
    if low.endswith(_AT_HOME, 0, begin) and _HOME.search(low, begin - 40, begin):
        return True
    if _ALONGSIDE.fullmatch(low, stop, start):
        return True
    apart = low.find(";", stop, start)
    return apart == stop or (apart >= 0 and low.find(";", sentence, begin) >= 0)
