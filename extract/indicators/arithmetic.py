"""Numbers as written done again: how exact they were, and whether two agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.records import Check, Indicator, Mention, Span, Verdict

NEAR = 160
"""Characters between figures that are still said of one another."""


def step(written: Indicator) -> Decimal:
    """The unit of the last digit written: 0,1 for “19,5 %”, 10⁸ for “1,2 tỷ”, 1 for “3.545”."""
    exponent = written.value.as_tuple().exponent
    if written.number.rule == "indicators.scaled" and written.value:
        digits = sum(letter.isdigit() for letter in written.number.text)
        return Decimal(10) ** (written.value.adjusted() - digits + 1)
    return Decimal(10) ** exponent if isinstance(exponent, int) and exponent < 0 else Decimal(1)


def agree(stated: Decimal, computed: Decimal, unit: Decimal) -> Verdict:
    """Equal holds; nearer than the last digit written holds within rounding (people round and cut)."""
    if stated == computed:
        return Verdict.HOLDS
    return Verdict.ROUNDING if abs(stated - computed) < unit else Verdict.CONTRADICTS


@dataclass(frozen=True, slots=True)
class Sheet:
    """The figures of one article, by position, over its text."""

    text: str
    found: Sequence[Indicator]

    def check(self, kind: str, outcome: Verdict, stated: Decimal, computed: Decimal, at: Sequence[int]) -> Check:
        """The check over the figures at these positions; its mention reaches from the first to the last."""
        spans = [self.found[i].number.span for i in at]
        span = Span(min(s.start for s in spans), max(s.end for s in spans))
        return Check(
            kind=kind,
            verdict=outcome,
            stated=stated,
            computed=round(computed, 2),
            indicators=tuple(at),
            mention=Mention(span, span.of(self.text), f"audit.{kind}"),
        )

    def beside(self, i: int, j: int) -> bool:
        """Whether two figures stand in one sentence, close by."""
        gap = self.text[self.found[i].number.span.end : self.found[j].number.span.start]
        return len(gap) < NEAR and "\n" not in gap and ". " not in gap

    def before(self, i: int) -> str:
        """The words right before a figure."""
        start = self.found[i].number.span.start
        return self.text[max(0, start - 24) : start].lower()
