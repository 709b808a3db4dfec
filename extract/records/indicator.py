"""Figures, what ties them, and the sums they allow."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from extract.records.mention import Mention


class IndicatorKind(StrEnum):
    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    QUANTITY = "quantity"
    RANK = "rank"
    RATIO = "ratio"


class Bound(StrEnum):
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"


class Trend(StrEnum):
    UP = "up"
    DOWN = "down"


class Indicator(NamedTuple):
    """A figure and its frame: “đến hết năm 2019, giảm 199 đầu mối” → 199 đầu mối, down, period 2019.

    `unit` is as written, `unit_id` the lexicon's; money is in đồng. `index_name`: PAR INDEX, PAPI. `mention` is the
    shortest stretch that makes the figure understandable; `number` is the figure alone.
    """

    kind: IndicatorKind
    value: Decimal
    unit: str
    number: Mention
    mention: Mention
    unit_id: str | None = None
    value_to: Decimal | None = None
    out_of: Decimal | None = None
    bound: Bound | None = None
    trend: Trend | None = None
    target: bool = False
    period: str | None = None
    per: Mention | None = None
    place: Mention | None = None
    concept: Mention | None = None
    index_name: str | None = None


class LinkKind(StrEnum):
    """What ties two figures of one article."""

    CHANGE = "change"  # from → to
    PLAN = "plan"  # the planned → the actual
    PART = "part"  # a part → its whole


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLink:
    """`source` and `target` are positions in `Reading.indicators`."""

    kind: LinkKind
    source: int
    target: int
    rule: str


class Verdict(StrEnum):
    HOLDS = "holds"
    ROUNDING = "holds within rounding"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One sum the article lets us do: stated against computed, over the figures at these positions."""

    kind: str
    verdict: Verdict
    stated: Decimal
    computed: Decimal
    indicators: tuple[int, ...]
    mention: Mention
