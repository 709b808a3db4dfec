"""A number with its unit: which kind of figure it is, or why it is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.asides import in_row, listed_aside, named, shape
from extract.counted import counted, duration
from extract.numbers import Numeral
from extract.page import Page
from extract.records import Indicator, IndicatorKind, Span
from extract.text import UPPER
from extract.units import Unit, measured, per_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its unit, before its frame is read."""

    numeral: Numeral
    kind: IndicatorKind
    value: Decimal
    unit: str
    unit_id: str | None
    per: Span | None
    unit_start: int
    end: int
    value_to: Decimal | None = None
    out_of: Decimal | None = None


_RANK = re.compile(
    r"(?:(?:đứng|xếp|vị\strí|xếp\shạng|vươn\slên|thứ\shạng|tụt|giữ|hạng)(?:\s(?:ở|vào|hạng|vị\strí|vị|trí|xuống|lên|là))*\s(?:thứ|hạng)"
    r"|vị\strí(?:\sthứ)?|xếp\shạng|thứ\shạng|(?:top|tốp)(?:\sđầu)?|(?:đứng|xếp)(?:\sở)?\svị\strí)\s?$"
)
_RANK_WORDS = ("thứ ", "hạng ", "trí ", "top ", "tốp ", "nhóm ", "đầu ")
_RANK_GROUP = re.compile(r"(?:trong|thuộc|vào)\snhóm\s?$")
_BEST = re.compile(r"[^.;\n]{0,60}(?:nhất|đứng\sđầu|dẫn\sđầu)")
_OF = re.compile(r"\s(?:trong|trên)\s(?:tổng\s)?(?:số\s|danh\ssách\s)?(?P<of>\d[\d.]*)(?![\d,/%])")
_ONE_OF = re.compile(r"\strong\s(?:số\s|những\s|các\s|\d)")  # là 1 trong 23 di tích
_MEASURED_TIME = re.compile(
    r"(?:thời\s(?:hạn|gian)|nhiệm\skỳ|thời\shiệu|đủ|tối\sthiểu|ít\snhất|tối\sđa|không\squá|phạt|án|tù|trong\svòng|cần|mất)"
    r"[^.;,\n()]{0,40}$|\($"
)
_TIME_GONE = re.compile(
    r"\s(?:trước|qua|nay|liền|liên|gần|gần\sđây|[\d·]{4}|đầu|cuối|sau|trở\slại|tuổi|thực|triển|thành|xây)(?!\w)"
)
_CONTAINER = re.compile(
    r"(?:điều|khoản|điểm|nghị\sđịnh|thông\stư|luật|bộ\sluật|quyết\sđịnh|hiến\spháp|phường|xã|trường|tỉnh|huyện|thành\sphố|thị|quận|khu|bộ|cục|vụ|sở|ban|công\sty|hội|ubnd|đảng|phòng|tp|thôn|tổ|viện|ấp|nhà|khóa|khoá|nhiệm|kỳ|đại)(?!\w)"
)
_NAME = re.compile(rf"[{UPPER}][^\W\d_]*\s[{UPPER}][^\W\d{UPPER}]")  # 30 Hoàng Diệu
_BARE = re.compile(
    r"(?:là|cả|được|đạt|còn|có|lên|xuống|tới|đến|gồm|chỉ|khoảng|hơn|trên|gần|bằng|thêm|tăng|giảm|:|từ|với|\()\s?$"
)
_PREDICATE = re.compile(r"\s(?:có|là|ở|thuộc|được|bị|đã|đạt|chưa|không)(?!\w)")
_NUMBER_OF = re.compile(r"(?<!\w)(?:tổng\s)?số\s(?:lượng\s|lượt\s)?(?=[^\W\d_])")


def read_figure(page: Page, numeral: Numeral, previous: Indicator | None, aside_end: int) -> Figure | str | None:
    """The figure, or the reason that it is none, or None where nothing explains it."""
    low, start, end = page.low, numeral.span.start, numeral.span.end
    if reason := shape(page.text, low, numeral):
        return reason
    if numeral.value == 1 and _ONE_OF.match(low, end):
        return "one of"
    if rank := _rank(page, numeral):
        return rank
    unit = measured(low, end)
    if unit is None and (time := duration(low, end)):
        return _time(page, numeral, time)
    unit = unit or counted(low, end)
    if low[end : end + 1].isalpha() and not (unit and unit.known and unit.core.start == end):
        return "name"  # 5B, 0x0, 220kV
    certain = bool(numeral.scale) or (unit is not None and unit.known)
    if aside := listed_aside(low, start):
        contained = unit is not None and _CONTAINER.match(low, unit.core.start) is not None
        if not (aside.yields and certain and not contained):
            return aside.name
    if not certain and numeral.out_of is not None and numeral.value > numeral.out_of:
        return "name"  # 30/4, ngụ 1740/10
    if aside_end >= 0 and in_row(low, aside_end, start) and not certain:
        return "row"
    if not certain and _year(page, numeral):
        return "date"
    if not certain and named(page.text, start):
        return "name"
    if unit and not unit.known and _NAME.match(page.text, unit.core.start):
        return "name"
    if unit is None or (not unit.known and previous and _in_brackets(page, previous, start)):
        return _unitless(page, numeral, previous)
    return _measured(page, numeral, unit)


def _year(page: Page, numeral: Numeral) -> bool:
    written = numeral.span.of(page.text)
    return written.isdecimal() and len(written) == 4 and 1800 <= numeral.value <= 2100


def _in_brackets(page: Page, previous: Indicator, start: int) -> bool:
    opened = page.low.rfind("(", previous.number.span.end, start)
    return opened >= 0 and ")" not in page.low[opened:start] and opened - previous.number.span.end < 40


def _rank(page: Page, numeral: Numeral) -> Figure | None:
    """“đứng thứ 39/63 tỉnh”, “tốp 15 tỉnh”, “xếp thứ 2 trong danh sách 500 doanh nghiệp”."""
    low, start, end = page.low, numeral.span.start, numeral.span.end
    if not low.endswith(_RANK_WORDS, max(0, start - 8), start):
        return None
    group = _RANK_GROUP.search(low, max(0, start - 20), start) and _BEST.match(low, end)
    if not (_RANK.search(low, max(0, start - 30), start) or group) or low[end : end + 1] == "%":
        return None
    out_of, at = numeral.out_of, end
    if out_of is None and (of := _OF.match(low, end)):
        out_of, at = Decimal(of["of"].replace(".", "")), of.end()
    unit = counted(low, at)
    return Figure(
        numeral=numeral,
        kind=IndicatorKind.RANK,
        value=numeral.value,
        unit=unit.core.of(page.text) if unit else "",
        unit_id=unit.id if unit else None,
        per=None,
        unit_start=unit.core.start if unit else at,
        end=unit.end if unit else at,
        value_to=numeral.value_to,
        out_of=out_of,
    )


def _time(page: Page, numeral: Numeral, unit: Unit) -> Figure | str:
    """Time is an aside (“10 năm thực hiện”) unless it is what is regulated (“thời hạn 5 năm”)."""
    start = numeral.span.start
    sentence = page.sentence(start)
    if _TIME_GONE.match(page.low, unit.end):
        return "duration"
    if unit.per or _MEASURED_TIME.search(page.low, max(sentence.start, start - 70), start):
        return _measured(page, numeral, unit)
    return "duration"


def _unitless(page: Page, numeral: Numeral, previous: Indicator | None) -> Figure | None:
    """A bare number: money by its scale, else what its clause counts, else the unit of the figure before."""
    low, start, end = page.low, numeral.span.start, numeral.span.end
    per = per_after(low, end)
    if numeral.scale.split()[-1:] and numeral.scale.split()[-1] in {"triệu", "tỷ", "tỉ"}:
        unit = "đồng" + (per.of(page.text) if per else "")
        return Figure(
            numeral=numeral,
            kind=IndicatorKind.MONEY,
            value=numeral.value,
            value_to=numeral.value_to,
            unit=unit,
            unit_id="đồng",
            per=per,
            unit_start=end,
            end=per.end if per else end,
        )
    sentence = page.sentence(start)
    said = None
    for said in _NUMBER_OF.finditer(low, sentence.start, start):  # noqa: B007
        pass
    subject = counted(low, said.end()) if said else None
    bare = _BARE.search(low, max(0, start - 10), start) is not None or bool(
        previous and _in_brackets(page, previous, start)
    )
    bare = bare or _goes_on(low, numeral, previous)
    if not bare:
        return None
    if subject and subject.core.end <= start and start - subject.core.end < 80 and subject.known:
        return _measured(page, numeral, replace(subject, per=None), at=end)
    if (
        previous
        and previous.number.span.start >= sentence.start
        and previous.kind
        not in {
            IndicatorKind.MONEY,
            IndicatorKind.RANK,
        }
    ):
        kind = IndicatorKind.RATIO if numeral.out_of else IndicatorKind.COUNT
        return Figure(
            numeral=numeral,
            kind=kind if previous.kind == IndicatorKind.RATIO else previous.kind,
            value=_whole(numeral),
            out_of=numeral.out_of,
            value_to=numeral.value_to,
            unit=previous.unit,
            unit_id=previous.unit_id,
            per=None,
            unit_start=end,
            end=end,
        )
    return None


def _goes_on(low: str, numeral: Numeral, previous: Indicator | None) -> bool:
    """“…; 10 có trình độ đại học”, “trong đó, 2/3 là nữ”: a figure at the head of its clause, its noun said before."""
    head = low[: numeral.span.start].rstrip().endswith((";", ",", ")")) and _PREDICATE.match(low, numeral.span.end)
    return previous is not None and bool(head)


def _whole(numeral: Numeral) -> Decimal:
    return numeral.other if numeral.other is not None and numeral.value % 1 else numeral.value


def _measured(page: Page, numeral: Numeral, unit: Unit, at: int | None = None) -> Figure:
    """The figure with the unit that stands by it; a lone separator is settled by what is counted."""
    kind, value = unit.kind, numeral.value
    if numeral.out_of is not None:
        kind = IndicatorKind.RATIO
    elif kind == IndicatorKind.COUNT or (kind == IndicatorKind.MONEY and unit.id == "đồng"):
        value = _whole(numeral)
    elif kind == IndicatorKind.PERCENT and numeral.other is not None and value >= 1000:
        value = numeral.other
    if kind == IndicatorKind.PERCENT:
        written = "%"
    elif unit.per:
        written = unit.core.of(page.text) + (re.sub(r"\s?/\s?", "/", unit.per.of(page.text)))
    else:
        written = unit.core.of(page.text)
    return Figure(
        numeral=numeral,
        kind=kind,
        value=value,
        value_to=numeral.value_to,
        out_of=numeral.out_of,
        unit=written,
        unit_id=unit.id,
        per=unit.per,
        unit_start=unit.core.start,
        end=unit.end if at is None else at,
    )
