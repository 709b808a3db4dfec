"""Numbers without a unit of their own: “13,5 tỷ”, “số người chết chỉ còn 96.068”, “năm 2018 được 300”."""

from __future__ import annotations

import re

from extract.indicators.counted import counted
from extract.indicators.figure import Figure, whole, with_unit
from extract.indicators.numbers import Numeral
from extract.indicators.page import Page
from extract.indicators.units import Unit, measured, per_after
from extract.records import IndicatorKind
from extract.text import UPPER

_MONEY_SCALES = ("triệu", "tỷ", "tỉ")
_SAID = re.compile(
    r"(?:là|cả|được|đạt|còn|có|lên|xuống|tới|đến|gồm|chỉ|khoảng|hơn|trên|gần|bằng|thêm|tăng|giảm|:|từ|với|\()\s?$"
)
_PREDICATE = re.compile(r"\s(?:có|là|ở|thuộc|được|bị|đã|đạt|chưa|không)(?!\w)")
_OUT_OF = re.compile(
    r"\s(?:trong|trên)\s(?:tổng\s)?(?:số\s)?(?:(?:gần|hơn|trên|khoảng)\s)?\d(?:[\d.]*\d)?"
)  # 16 trong 18 con tàu
_ON_TO = re.compile(  # từ 401 xuống còn 280 đơn vị
    r"\s(?:xuống|lên|còn|đến|tới|hay|hoặc)(?:\s(?:còn|đến|tới|thành|mức|gần|khoảng|trên|hơn))*\s\d(?:[\d.,]*\d)?"
)
_PEOPLE = re.compile(r"(?<!\w)dân\ssố(?!\w)[^;:()]*$")
_NUMBER_OF = re.compile(r"(?<!\w)(?:tổng\s)?số\s(?:lượng\s|lượt\s)?(?=[^\W\d_])")
_SCORE = re.compile(r"(?<!\w)điểm\s(?:trung|chuẩn|sàn|xét|số|bình|thi|ưu|trúng)")
_PLACE = rf"[{UPPER}][^\W\d{UPPER}]+(?:\s[{UPPER}][^\W\d{UPPER}]+)+\s\d+"
_SHARED_OUT = re.compile(rf"\((?:[^():\d]*:\s)?{_PLACE}(?:(?:,|\svà)\s{_PLACE})+\)")
SHARED_REACH = 200
"""Characters from the bracket that opens a list of places to its last number."""
SUBJECT_REACH = 80
"""Characters within which “số người chết” still says what a number counts."""


def bare(page: Page, numeral: Numeral, previous: Figure | None) -> Figure | None:
    """What a number without a unit is: money by its scale, else of the clause's subject, else as the one before."""
    if numeral.scale.endswith(_MONEY_SCALES):
        people = _PEOPLE.search(page.low, page.sentence(numeral.span.start).start, numeral.span.start)
        return _scaled(page, numeral, *(("người", None) if people else ("đồng", "đồng")))
    start, end = numeral.span.start, numeral.span.end
    if shared := _shared(page, end):
        return with_unit(page, numeral, shared._replace(per=None), at=end)
    if numeral.out_of is None and not _stated(page, numeral, previous):
        return None
    if subject := _subject(page, start):
        return with_unit(page, numeral, subject._replace(per=None), at=end)
    sentence = page.sentence(start)
    if previous and previous.numeral.span.start >= sentence.start and _stated(page, numeral, previous):
        return _like(numeral, previous)
    return None


def shared_out(page: Page, numeral: Numeral, previous: Figure) -> Figure | None:
    """“359 ca (tại các huyện: Ba Lâm 337, Hòa An 22)”: of the noun before the brackets, by place."""
    start = numeral.span.start
    opened = page.low.rfind("(", max(0, start - SHARED_REACH), start)
    if opened < 0 or page.low.find(")", opened, start) >= 0 or previous.kind != IndicatorKind.COUNT:
        return None
    near = previous.numeral.span.start > opened or opened - previous.numeral.span.end < 40
    return _like(numeral, previous) if near and _SHARED_OUT.match(page.text, opened) else None


def in_brackets(page: Page, previous: Figure, start: int) -> bool:
    """True inside brackets that open right after the figure before: “28 lượt (26 định kỳ”."""
    opened = page.low.rfind("(", max(0, start - 60), start)
    return opened >= 0 and ")" not in page.low[opened:start] and opened - previous.numeral.span.end < 40


def _scaled(page: Page, numeral: Numeral, unit: str, unit_id: str | None) -> Figure:
    """“Kinh phí 13,5 tỷ” is of money, “dân số 98 triệu” of people."""
    end = numeral.span.end
    per = per_after(page.low, end)
    return Figure(
        numeral=numeral,
        kind=IndicatorKind.MONEY if unit_id else IndicatorKind.COUNT,
        value=numeral.value,
        value_to=numeral.value_to,
        unit=unit + (per.of(page.text) if per else ""),
        unit_id=unit_id,
        per=per,
        unit_start=end,
        end=per.end if per else end,
    )


def _stated(page: Page, numeral: Numeral, previous: Figure | None) -> bool:
    """Whether the words say the number of something: “còn 96.068”, “; 10 có trình độ đại học”."""
    low, start = page.low, numeral.span.start
    if _SAID.search(low, start - 10, start):
        return True
    if previous is None:
        return False
    heads = low[max(0, start - 2) : start].rstrip().endswith((";", ",", ")"))
    return in_brackets(page, previous, start) or (heads and _PREDICATE.match(low, numeral.span.end) is not None)


def _subject(page: Page, start: int) -> Unit | None:
    """What “số …” or “điểm …” earlier in the sentence says is counted."""
    low, sentence = page.low, page.sentence(start)
    said = None
    for said in _NUMBER_OF.finditer(low, max(sentence.start, start - 2 * SUBJECT_REACH), start):  # noqa: B007
        pass
    subject = counted(page.text, low, said.end()) if said else None
    if subject and subject.known and 0 <= start - subject.core.end < SUBJECT_REACH:
        return subject
    score = _SCORE.search(low, sentence.start, start)
    return measured(low[: score.start() + 4], score.start()) if score else None


def _shared(page: Page, end: int) -> Unit | None:
    """The unit that stands after the second of two numbers: “16 trong 18 con tàu”, “từ 401 xuống còn 280 đơn vị”."""
    low = page.low
    if of := _OUT_OF.match(low, end):
        return counted(page.text, low, of.end())
    if on := _ON_TO.match(low, end):
        unit = measured(low, on.end()) or counted(page.text, low, on.end())
        return unit if unit and unit.known else None
    return None


def _like(numeral: Numeral, previous: Figure) -> Figure:
    """“năm 2017 được 200 em, năm 2018 được 300”: 300 em."""
    kind = IndicatorKind.COUNT if previous.kind == IndicatorKind.RATIO else previous.kind
    return Figure(
        numeral=numeral,
        kind=IndicatorKind.RATIO if numeral.out_of else kind,
        value=whole(numeral),
        value_to=numeral.value_to,
        out_of=numeral.out_of,
        unit=previous.unit,
        unit_id=previous.unit_id,
        unit_start=numeral.span.end,
        end=numeral.span.end,
    )
