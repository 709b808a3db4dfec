"""Measured units, as written after a number: “tỷ đồng”, “302.523m2”, “đồng/người/năm”, “%”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extract.lexicon import load
from extract.records import IndicatorKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredUnit:
    """One block of data/lexicon/units.toml."""

    name: str
    kind: str
    written: tuple[str, ...]
    short: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


class Unit(NamedTuple):
    """A unit where it stands: `core` without what it is per, `per` the words after “/”.

    `spelled`: the name that a short way of writing it stands for (500.000đ).
    """

    kind: IndicatorKind
    id: str | None
    core: Span
    per: Span | None = None
    known: bool = True
    spelled: str | None = None

    @property
    def end(self) -> int:
        return self.per.end if self.per else self.core.end


_KINDS = {kind.value: kind for kind in IndicatorKind}
_PER = re.compile(
    r"(?:\s?/\s?(?:[kcd]?m\s?[23](?!\d)|[^\W\d_]+\d?)(?:\s(?:dân|vật|lao\sđộng|gia\sđình|phiếu|khẩu)(?!\w))?)+"
)
_PER_OPENS = ("/", " /", "\xa0/", " m", "\xa0m")
_EVERY = re.compile(r"\s(?:mỗi|một)\s(?:năm|tháng|ngày|người|hộ|ha|lượt)(?!\w)")


@cache
def _forms() -> tuple[dict[str, re.Pattern[str]], dict[str, MeasuredUnit]]:
    """By its first sign, every way every unit is written, the longest first; and whose they are."""
    owners = {form: unit for unit in load("units", MeasuredUnit) for form in (*unit.written, *unit.short)}
    initials: dict[str, list[str]] = {}
    for form in sorted(owners, key=len, reverse=True):
        initials.setdefault(form[0], []).append(_form(owners[form], form))
    return {sign: re.compile("|".join(forms)) for sign, forms in initials.items()}, owners


def _form(unit: MeasuredUnit, form: str) -> str:
    """A way of writing a unit, as a pattern that neither a longer word nor another noun ends: not m in mô hình."""
    end = (
        r"(?!\d)"
        if form[-1].isdigit()
        else r"(?!\w|[.-]\w|/\w(?!\w))"
        if len(form) == 1 and form.isalpha()
        else r"(?!\w)"
    )
    others = "|".join(re.escape(word) for word in unit.unless)
    return re.escape(form) + (end if form[-1].isalnum() else "") + (rf"(?!\s(?:{others}))" if others else "")


def measured(low: str, at: int) -> Unit | None:
    """The measured unit that begins at an offset: `measured("13 đồng/người", 2)` is đồng per người."""
    forms, owners = _forms()
    begin = at + 1 if low[at : at + 1] in {" ", "\xa0"} else at
    pattern = forms.get(low[begin : begin + 1])
    match = pattern.match(low, begin) if pattern else None
    if match is None:
        return None
    unit = owners[match[0]]
    return Unit(
        kind=_KINDS[unit.kind],
        id=unit.name,
        core=Span(*match.span()),
        per=per_after(low, match.end()),
        spelled=unit.name if match[0] in unit.short else None,
    )


def per_after(low: str, at: int) -> Span | None:
    """What the figure is per: “/người/năm”, “mỗi năm”."""
    if not low.startswith(_PER_OPENS, at):
        return None
    match = _PER.match(low, at) or _EVERY.match(low, at)
    return Span(*match.span()) if match else None
