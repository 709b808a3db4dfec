"""The measure a figure is of: “khu du lịch với tổng diện tích đất 250 ha”, “số phó giám đốc không quá 4 người”."""

from __future__ import annotations

import re
from bisect import bisect_left

from extract.indicators.durations import DURATIONS
from extract.indicators.figure import Figure
from extract.indicators.nouns import phrase
from extract.indicators.page import Page
from extract.indicators.subjects import LINKS, SUBJECT_END, is_of_another
from extract.language import Phrase
from extract.records import IndicatorKind, Mention

_FIGURE_IN = re.compile(  # diện tích | 236,9 ha có …
    r"\s\d[\d.,]*\s?(?:năm|tháng|ngày|ha|m2|km|km2|tấn|%|đồng|usd|triệu|tỷ|tỉ)(?!\w)"
)
_CHAIN = re.compile(
    r"\s(?:(?!(?:với|có|và|là|đạt|từ|tăng|giảm|của|để|trong|còn|đến|cho|do|thì|cao|hơn)\s)[^\W\d_]+\s){0,2}"
)
_TOLD = re.compile(
    r"\d[\w.,]*\s?(?:[^\W\d_]+\s){0,2}và\s(?:dài|rộng|cao|sâu)\s$|(?:(?<!tiền\s)bị|và)\s(?:xử\s)?phạt(?!\w)"
)  # rộng 5 m và dài 4 m: the measure of the figure before; gây thiệt hại bị phạt 4 triệu đồng: of the deed
_BARE = frozenset({"tỷ lệ", "tỉ lệ", "tỷ trọng", "chỉ số", "hệ số", "tỷ suất", "thời gian"})
"""Measures that say nothing alone."""
_WORTH = frozenset({"trị giá", "giá trị", "tổng trị giá", "tổng giá trị"})
"""Measures that say little without the thing whose worth they are."""
_THING = re.compile(  # tặng một | chiếc đồng hồ vàng | trị giá
    r".*(?<!\w)(?:một|mỗi|các|những|\d+|gồm|tặng|nhận|mua|thu\sgiữ|sở\shữu|trao)\s((?!ha\s|km\s|kg\s)(?:(?!tạo\s|đạt\s)[^\W\d_]+\s){1,8})$"
)
_HEAD = re.compile(r"(?<!\w)(?:(?:mức|ngưỡng)\s(?:(?!và\s|có\s|với\s|của\s|là\s)[^\W\d_]+\s){0,2}|(?:tổng|quỹ)\s)$")
"""What goes on in a measure: “mức khởi điểm | hình phạt”, “tổng | thiệt hại”, “quỹ | lương”."""
_DEEDS = ("bình ổn ", "thẩm định ", "bán đấu ", "miễn ", "miễn thu ")
"""Words that make another thing of a measure: “Quỹ bình ổn giá”."""
_HEADCOUNT = re.compile(
    r"(?<!\w)(?<!dân\s)(?:(?:tổng\s)?số\s(?:lượng\s)?|nhu\scầu\s|lực\slượng\s)(?!này|đó|liệu|tối|\d)(?=[^\W\d_])"
)
_COMES_TO = re.compile(
    r"\s(?:là|lên\s(?:đến|tới)|tới|không\squá|chỉ\scòn|còn|hiện\scó|ước|khoảng|từ|tối\sđa|giảm|tăng|đã\stăng|đã\sgiảm)(?!\w)"
)
_LASTING = ("thời gian", "thời hạn", "nhiệm kỳ")  # measures of time alone
_SHARE, _PRICE = "share", "money"


def measure_of(page: Page, clause: int, figure: Figure) -> Mention | None:
    """The measure last named in the clause: “khu du lịch với tổng diện tích đất 250 ha”.

    A share for a percentage; no price for what is no money: “khu đấu giá 18 ha”.
    """
    start = figure.numeral.span.start
    said = page.measures[bisect_left(page.measures, (clause,)) : bisect_left(page.measures, (start,))]
    if not said:
        return None
    shares = [one for one in said if one.label == _SHARE] if figure.kind == IndicatorKind.PERCENT else ()
    last = shares[-1] if shares else said[-1]
    if page.low.endswith(_DEEDS, clause, last.start) or not _may_measure(page.low, last, figure):
        return None
    paired = len(said) > 1 and page.low.endswith(" và ", clause, last.start)  # bán lẻ hàng hóa và doanh thu dịch vụ
    begin = last.start
    chained = (
        len(said) > 1 and said[-2].label == last.label and _CHAIN.fullmatch(page.low, said[-2].end, begin)
    )  # tổng giá trị bồi thường | thiệt hại
    if last is said[-1] and (chained or (paired and not any(map(str.isdigit, page.low[said[-2].end : begin])))):
        begin = said[-2].start
    begin = _from_its_head(page.low, clause, begin, last.end)
    other = _FIGURE_IN.search(page.low, last.end, start)
    end = other.start() if other else start
    stop = SUBJECT_END.search(page.low, last.end, end)
    if stop and stop.group() in LINKS and is_of_another(page.low, stop.end(), start):
        return None
    measure = phrase(page, begin, stop.start() if stop else end, "concepts.measure")
    return measure if measure and measure.text.lower() not in _BARE else None


def _may_measure(low: str, measure: Phrase, figure: Figure) -> bool:
    """No time of what is no time, no price of what is no money, nothing that another figure or deed comes after."""
    if low.startswith(_LASTING, measure.start) and figure.unit_id not in DURATIONS:
        return False
    priced = figure.kind == IndicatorKind.QUANTITY and measure.label == _PRICE
    return not priced and _TOLD.search(low, measure.end, figure.numeral.span.start) is None


def headcount_of(page: Page, clause: int, noun: Mention) -> Mention | None:
    """Who they are where the number comes after: “Số phó giám đốc không quá 4 người” → số phó giám đốc."""
    number = _HEADCOUNT.search(page.low, clause, noun.span.start)
    verb = _COMES_TO.search(page.low, number.end(), noun.span.start) if number else None
    whole = phrase(page, number.start(), verb.start(), "concepts.measure") if number and verb else None
    return whole if whole and not whole.text.lower().endswith("số lượng") else None


def _from_its_head(low: str, clause: int, begin: int, end: int) -> int:
    """Where a measure begins with what it goes on from, and a worth with the thing that is worth it."""
    near = low[max(clause, begin - 32) : begin]
    if ("mức " in near or "ngưỡng " in near or near.endswith(("tổng ", "quỹ "))) and (head := _HEAD.search(near)):
        begin -= len(near) - head.start()
    thing = _THING.match(low, clause, begin) if low[begin:end] in _WORTH else None
    return thing.start(1) if thing else begin
