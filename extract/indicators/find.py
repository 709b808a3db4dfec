"""Figures and what they measure: kind, value, unit, and the frame around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.indicators.concepts import concept_of
from extract.indicators.figure import Figure
from extract.indicators.figures import read_figure
from extract.indicators.frame import bound_of, is_target, trend_of
from extract.indicators.indices import index_of
from extract.indicators.links import find_links
from extract.indicators.numbers import numerals
from extract.indicators.page import Page, Sentence, open_page
from extract.indicators.periods import is_bullet, period_of
from extract.indicators.ranges import as_range
from extract.indicators.repeats import without_repeats
from extract.indicators.sites import site_of
from extract.indicators.stretch import telling
from extract.language import TextDoc
from extract.records import (
    Bound,
    DateExpression,
    Directive,
    Indicator,
    IndicatorKind,
    IndicatorLink,
    Leftover,
    Mention,
    Trend,
)

_OWN_UNIT = (IndicatorKind.PERCENT, IndicatorKind.MONEY, IndicatorKind.RANK)
_APART = re.compile(r"[.;:\n(]")


def find_indicators(
    doc: TextDoc, dates: Sequence[DateExpression], directives: Sequence[Directive]
) -> tuple[list[Indicator], list[IndicatorLink], list[Leftover]]:
    """Every figure the text states, what ties them to one another, and the digits nothing explains.

    “Đến nay, toàn tỉnh có 3.545 mô hình” is a count of 3545 mô hình; the digits of `dates` and `directives` are none.
    """
    page = open_page(doc, dates, directives)
    found, leftovers = _read_all(page)
    found = without_repeats(page, found)
    return found, find_links(page, found), leftovers


def _read_all(page: Page) -> tuple[list[Indicator], list[Leftover]]:
    found: list[Indicator] = []
    leftovers: list[Leftover] = []
    counted: Indicator | None = None
    aside_end, past = -1, 0
    for numeral in numerals(page.text, page.low):
        start, end = numeral.span.start, numeral.span.end
        if start < past:
            continue  # the 24 of “thứ 2 trong 24 tập đoàn”
        previous = found[-1] if found else None
        figure = read_figure(page, numeral, counted, aside_end)
        if isinstance(figure, Figure):
            past = figure.end
            if previous and (joined := as_range(page, previous, figure)):
                found[-1] = joined
                continue
            found.append(_framed(page, figure, previous))
            if figure.kind not in _OWN_UNIT:
                counted = found[-1]  # whose noun a number without one shares
        elif figure:
            aside_end = end
        else:
            leftovers.append(Leftover("indicators.no_unit", page.mention(start, end, numeral.rule)))
    return found, leftovers


def _framed(page: Page, figure: Figure, previous: Indicator | None) -> Indicator:
    """The figure with its frame and what it is of."""
    start, rule = figure.numeral.span.start, figure.numeral.rule
    sentence = page.sentence(start)
    clause = sentence.clause(start)
    bound, trend = _bound_and_trend(page, figure, previous, sentence, clause)
    target = is_target(page, sentence.start, start, figure.end)
    return Indicator(
        kind=figure.kind,
        value=figure.value,
        value_to=figure.value_to,
        out_of=figure.out_of,
        unit=figure.unit,
        unit_id=figure.unit_id,
        bound=bound,
        trend=trend,
        target=target,
        period=_period(page, figure, previous, sentence, target=target),
        per=page.mention(figure.per.start, figure.per.end, "indicators.per") if figure.per else None,
        place=site_of(page, sentence, start, figure.end),
        concept=concept_of(page, sentence, figure, clause, trend=trend),
        index=index_of(page, sentence.start, start),
        number=Mention(figure.numeral.span, figure.numeral.span.of(page.text), rule),
        mention=page.mention(*telling(page, sentence, clause, start, figure.end), rule),
    )


def _period(page: Page, figure: Figure, previous: Indicator | None, sentence: Sentence, *, target: bool) -> str | None:
    start = figure.numeral.span.start
    period = period_of(page, sentence, start, figure.end, aside=target and page.low[start - 1] == "(")
    if period is None and previous and is_bullet(page, sentence):
        return previous.period
    return period


def _bound_and_trend(
    page: Page, figure: Figure, previous: Indicator | None, sentence: Sentence, clause: int
) -> tuple[Bound | None, Trend | None]:
    """The words before the figure, or the figure before in a list: “ít nhất 01 mô hình, 01 điểm sáng”."""
    low, start, percent = page.low, figure.numeral.span.start, figure.kind == IndicatorKind.PERCENT
    told = previous.number.span.end if previous else 0
    exact = figure.kind == IndicatorKind.COUNT and figure.value % 10 != 0
    bound, at = bound_of(page, max(clause, told), start, figure.end, exact=exact)
    if figure.kind == IndicatorKind.RANK:
        return bound, None
    trend = trend_of(low, max(sentence.start, told) if percent else clause, at, percent=percent)
    if previous and start - told <= 60 and (bound is None or trend is None):
        between = low[told:start].rstrip()
        if not _APART.search(between):
            plain = between.endswith((",", " và", " với"))
            if bound is None and plain and not trend and previous.bound in (Bound.AT_LEAST, Bound.AT_MOST):
                bound = previous.bound
            if trend is None and previous.kind == figure.kind and (plain or between.endswith("so với")):
                trend = previous.trend
    return bound, trend
