"""Measured units, as written after a number: “tỷ đồng”, “302.523m2”, “đồng/người/năm”, “%”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.lexicon import load
from extract.records import IndicatorKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredUnit:
    """One block of data/lexicon/units.toml."""

    name: str
    kind: str
    written: tuple[str, ...]
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit where it stands: `core` without what it is per, `per` the words after “/”."""

    kind: IndicatorKind
    id: str | None
    core: Span
    per: Span | None = None
    name: str | None = None
    known: bool = True

    @property
    def end(self) -> int:
        return self.per.end if self.per else self.core.end


_PER = re.compile(
    r"(?:\s?/\s?(?:[kcd]?m\s?[23](?!\d)|[^\W\d_]+\d?)(?:\s(?:dân|vật|lao\sđộng|gia\sđình|phiếu|khẩu)(?!\w))?)+"
)
_EVERY = re.compile(r"\s(?:mỗi|một)\s(?:năm|tháng|ngày|người|hộ|ha|lượt)(?!\w)")
# A unit whose word also begins other nouns: đồng chí, điểm sáng, lần thứ, độ tuổi, mẫu ruộng, khối lượng.
_NOT_AFTER = {
    "đồng": r"(?!\s(?:chí|bào|phạm|nghiệp|hương|thời|ý|minh|tác|đội|khởi|loạt|hành|nhân|tiền\sgiả|diễn|chủ|sáng|ruộng|môn|phục))",
    "điểm": r"(?!\s(?:sáng|trường|cầu|đến|nóng|sạt|bán|bỏ|dân\scư|du\slịch|đen|nghẽn|tập|kinh\sdoanh|chốt|khai|bưu|di|giao|thu|mỏ|đề|yếu|mới|thi|cách|dừng|xét|phục|tiêm|ùn|ngập|vui|chung|vi\sphạm))",
    "độ": r"(?!\s(?:tuổi|ẩm|dốc|vĩ|kinh))",
    "lần": r"(?!\s(?:thứ|đầu))",
    "bậc": r"(?!\s(?:học|thang))",
    "hạng": r"(?!\s(?:mục|phòng|thương))",
    "khối": r"(?!\s(?:lượng|thi|phố|đảng|cơ|tài\ssản))",
    "lượng": r"(?!\s(?:khách))",
    "phân": r"(?!\s(?:khu|xưởng|viện|hiệu|đội|khúc|loại|cấp))",
    "yên": r"(?!\s(?:bái|xe|tĩnh|ngựa|tâm))",
    "ký": r"(?!\s(?:kết|hợp|hiệu|túc|sự))",
    "cân": r"(?!\s(?:đối|bằng))",
    "đ": r"(?![./-])",
    "g": r"(?![./-])",
    "m": r"(?![./-][^\W\d])",
    "won": "",
    "phiếu": "",
}


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, MeasuredUnit]]:
    """One alternation of every way every unit is written, the longest first."""
    owners = {form: unit for unit in load("units", MeasuredUnit) for form in unit.written}
    forms = [
        re.escape(form).replace(r"\ ", r"\s")
        + ("" if not form[-1].isalnum() else r"(?!\d)" if form[-1].isdigit() else r"(?!\w)")
        + _NOT_AFTER.get(form, "")
        for form in sorted(owners, key=len, reverse=True)
    ]
    return re.compile(rf"[ \xa0]?({'|'.join(forms)})"), owners


def measured(low: str, at: int) -> Unit | None:
    """The measured unit that begins at an offset: `measured("13,85 triệu đồng/người/năm", 11)` is đồng per người/năm."""
    pattern, owners = _pattern()
    match = pattern.match(low, at)
    if match is None:
        return None
    unit = owners[re.sub(r"\s", " ", match[1])]
    if unit.name in {"m", "g", "đồng"} and len(match[1]) == 1 and match[1] == "m" and not _is_metre(low, match):
        return None
    return Unit(kind=IndicatorKind(unit.kind), id=unit.name, core=Span(*match.span(1)), per=per_after(low, match.end()))


def _is_metre(low: str, match: re.Match[str]) -> bool:
    return not low.startswith("'", match.end())


def per_after(low: str, at: int) -> Span | None:
    """What the figure is per: “/người/năm”, “mỗi năm”."""
    match = _PER.match(low, at) or _EVERY.match(low, at)
    return Span(*match.span()) if match else None
