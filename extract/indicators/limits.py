"""What a figure cannot exceed: a rank its list, a part the number of all, a score the scale of its index."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from extract.indicators.arithmetic import Sheet
from extract.lexicon import load
from extract.records import Check, Indicator, IndicatorKind, Verdict
from extract.vocabulary.figures import NamedIndex

_OF_ALL = (IndicatorKind.RANK, IndicatorKind.RATIO)


@cache
def _indices() -> dict[str, NamedIndex]:
    return {index.name: index for index in load("indices", NamedIndex)}


def limit_checks(sheet: Sheet) -> Iterator[Check]:
    """“đứng thứ 39/63”, “16/18 sở, ngành”, “PCI xếp thứ 12”, “PAPI đạt 43,2 điểm”."""
    for i, one in enumerate(sheet.found):
        if one.out_of is not None and one.kind in _OF_ALL:
            kind, limit = one.kind.value, one.out_of
        elif of_index := _of_index(one):
            kind, limit = of_index
        else:
            continue
        highest = one.value if one.value_to is None else one.value_to
        outcome = Verdict.HOLDS if highest <= limit else Verdict.CONTRADICTS
        yield sheet.check(kind, outcome, highest, limit, (i,))


def _of_index(one: Indicator) -> tuple[str, Decimal] | None:
    """The list that an index ranks, or the scale of its scores; a change (“tăng 2 bậc”) is neither."""
    index = _indices().get(one.index_name) if one.index_name else None
    if index is None or one.trend is not None:
        return None
    if one.kind == IndicatorKind.RANK and index.listed is not None:
        return "rank", Decimal(index.listed)
    return ("score", Decimal(index.scale)) if index.scale is not None and one.unit_id == index.unit else None
