"""Which figure a number is, or why it is none."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.indicators.asides import Aside, in_row, listed_aside, named, shape
from extract.indicators.bare import bare, in_brackets, shared_out
from extract.indicators.counted import counted
from extract.indicators.durations import duration
from extract.indicators.figure import Figure, with_unit
from extract.indicators.numbers import Numeral
from extract.indicators.page import Page
from extract.indicators.ranks import rank
from extract.indicators.units import Unit, measured
from extract.text import UPPER

_MEASURED_TIME = re.compile(
    r"(?<!\w)(?:thời\s(?:hạn|gian)|nhiệm\skỳ|thời\shiệu|đủ|tối\sthiểu|ít\snhất|tối\sđa|không\squá|phạt|án|tù|tước|đình\schỉ"
    r"|cách\sly|nghỉ\s(?:học|liền)|trong\svòng|chậm\snhất|cần|mất)(?!\w)[^.;,\n()]{0,60}$|\($"
)
_CHANGED = re.compile(r"\s(?:thành|lên|xuống|còn)\s(?:còn\s)?")
_TIME_FOR = re.compile(r"\s(?:để|kể\stừ|học(?!\s(?:kỳ|[\d·]))|tù|quản\sthúc)(?!\w)")
_TIME_GONE = re.compile(
    r"\s(?:trước|qua|nay|liền|liên|gần|[\d·]{4}|đầu|cuối|tới|sau|trở\slại|tuổi|thực(?!\stế)|triển|thành\slập|xây)(?!\w)"
)
# What a numbered name stands in: “Tổ 51 phường”, “khoản 3 Điều 27”: no count, though the noun is one that is counted.
_CONTAINER = re.compile(
    r"(?:điều|khoản|điểm|nghị\s(?:định|quyết)|thông\stư|luật|bộ\sluật|quyết\sđịnh|hiến\spháp|phường|xã|trường(?!\shợp)|tỉnh|huyện"
    r"|thành\sphố|thị\s(?:xã|trấn)|quận|khu|bộ|cục|vụ(?!\s(?:việc|án|tai))|sở|ban|công\sty|hội(?!\s(?:viên|nghị|thảo))|ubnd"
    r"|đảng(?!\sviên)|phòng|tp|thôn|tổ(?!\schức)|viện|ấp|nhà\smáy|khóa|nhiệm\skỳ|kỳ\shọp|đại\shội|cấp|đoạn\s(?:từ|qua)|vùng\s(?:thủ\sđô|kinh\stế))(?!\w)"
)
_NAME = re.compile(rf"[{UPPER}][^\W\d_]*\s[{UPPER}][^\W\d{UPPER}]")  # 30 Hoàng Diệu
_STREETS = ("phố", "đường", "ngõ", "hẻm", "ngách", "kiệt")
_STREET = re.compile(rf"(?:{'|'.join(_STREETS)})\s[{UPPER}]")  # chung cư 23 phố Duy Lâm
_ABOUT = ("hơn ", "gần ", "trên ", "khoảng ")
_LIST_SIGNS = frozenset(",)")
_ONE_OF = re.compile(r"\strong\s(?:số\s|những\s|các\s|\d)")  # là 1 trong 23 di tích


def read_figure(page: Page, numeral: Numeral, previous: Figure | None, aside_end: int) -> Figure | str | None:
    """The figure, or the reason that the number is none, or None where nothing explains it.

    `aside_end` is where the last number that was none ended: “mức độ 3, 4”.
    """
    low, end = page.low, numeral.span.end
    if told := shape(page.text, low, numeral) or rank(page, numeral):
        return told
    unit = measured(low, end)
    if unit is None and (time := duration(low, end)):
        return _time(page, numeral, time, previous)
    aside = listed_aside(low, numeral.span.start)
    if aside and not aside.yields:
        return aside.name
    unit = unit or counted(page.text, low, end)
    if aside and aside.to_nouns and unit and unit.known:
        aside = None
    certain = bool(numeral.scale) or (unit is not None and unit.known and not _proper(page, unit))
    if told := (
        _by_place(page, numeral, unit, previous)
        or _named(page, numeral, unit, aside, aside_end, certain=certain)
        or (None if certain else _doubtful(page, numeral, unit, aside_end))
    ):
        return told
    if unit is None or (not unit.known and previous and in_brackets(page, previous, numeral.span.start)):
        return bare(page, numeral, previous)
    return with_unit(page, numeral, unit)


def _by_place(page: Page, numeral: Numeral, unit: Unit | None, previous: Figure | None) -> Figure | None:
    """A number without a unit that a list of places shares out: “(tại Ba Lâm 337, Hòa An 22)”."""
    end = numeral.span.end
    listed = unit is None and page.low[end : end + 1] in _LIST_SIGNS
    return shared_out(page, numeral, previous) if listed and previous else None


def _named(
    page: Page, numeral: Numeral, unit: Unit | None, aside: Aside | None, aside_end: int, *, certain: bool
) -> str | None:
    """The reason that the words on either side give, whatever unit follows: “Phường 11 thành phố”, “5B”."""
    low, start, end = page.low, numeral.span.start, numeral.span.end
    if unit and low.startswith(_STREETS, unit.core.start) and _STREET.match(page.text, unit.core.start):
        return "name"
    if numeral.out_of is not None and _no_share(numeral.value, numeral.out_of):
        return "name"
    if low[end : end + 1].isalpha() and not (unit and unit.known and unit.core.start == end):
        return "name"
    if aside is None and (aside_end < 0 or not in_row(low, aside_end, start)):
        return None
    contained = unit is not None and _CONTAINER.match(low, unit.core.start) is not None
    if aside is None:
        return "row" if contained else None
    return None if certain and not contained else aside.name


def _no_share(value: Decimal, out_of: Decimal) -> bool:
    """“ngụ 1740/10 ấp 4”, “quy hoạch 1/500”, “trực 24/24”: a house, a scale, round the clock."""
    return value > 2 * out_of or (value == 1 and out_of >= 100) or (value == 24 and out_of in {7, 24})


def _doubtful(page: Page, numeral: Numeral, unit: Unit | None, aside_end: int) -> str | None:
    """The reason against a number whose unit no lexicon knows."""
    low, start = page.low, numeral.span.start
    if numeral.value == 1 and _ONE_OF.match(low, numeral.span.end):
        return "one of"
    if numeral.out_of is not None and (numeral.value > numeral.out_of or 1945 <= numeral.out_of <= 2045):
        return "code"  # 30/4, Nghị định (NĐ) 99/2015
    if aside_end >= 0 and in_row(low, aside_end, start):
        return "row"
    written = numeral.span.of(low)
    rounded = low.endswith(_ABOUT, max(0, start - 8), start)  # hơn 2000 khán giả
    if not rounded and written.isdecimal() and len(written) == 4 and 1800 <= numeral.value <= 2100:
        return "year"
    if named(page.text, start) or (unit and _NAME.match(page.text, unit.core.start)):
        return "name"
    return None


def _proper(page: Page, unit: Unit) -> bool:
    """True where a noun of one word begins a name: “480/87 Bình Quới”, not “3 Phó ban” or “2 KCN Sóng Thần”."""
    if not page.text[unit.core.start].isupper():
        return False
    noun = unit.core.of(page.text)
    acronym = noun.isupper() and len(noun) > 1
    return noun.isalpha() and not acronym and _NAME.match(page.text, unit.core.start) is not None


def _time(page: Page, numeral: Numeral, unit: Unit, previous: Figure | None) -> Figure | str:
    """Time is an aside (“10 năm thực hiện”) unless it is what is regulated (“thời hạn 5 năm”)."""
    start = numeral.span.start
    if numeral.out_of is None and not _TIME_GONE.match(page.low, unit.end):
        floor = max(page.sentence(start).start, start - 70)
        if (
            unit.per
            or _TIME_FOR.match(page.low, unit.core.start + len(unit.id or ""))
            or _MEASURED_TIME.search(page.low, floor, start)
            or (previous and previous.unit_id == unit.id and _CHANGED.fullmatch(page.low, previous.end, start))
        ):
            return with_unit(page, numeral, unit)
    return "duration"
