"""Figures and what they measure: kind, value, unit, and the frame around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from extract.concepts import concept_of
from extract.figures import Figure, read_figure
from extract.frame import bound_of, is_target, trend_of
from extract.indices import index_of
from extract.links import find_links
from extract.numbers import numerals
from extract.page import Page, open_page
from extract.periods import is_bullet, period_of
from extract.records import (
    Bound,
    DateExpression,
    Directive,
    Indicator,
    IndicatorKind,
    IndicatorLink,
    Leftover,
    Span,
)
from extract.repeats import without_repeats
from extract.sites import site_of, sites
from extract.stretch import telling


def find_indicators(
    doc: Doc | str, dates: Sequence[DateExpression], directives: Sequence[Directive]
) -> tuple[list[Indicator], list[IndicatorLink], list[Leftover]]:
    """Every figure the text states, what ties them to one another, and the digits nothing explains."""
    text = doc if isinstance(doc, str) else doc.text
    page = open_page(text, dates, directives)
    found, leftovers = _read_all(page)
    found = without_repeats(page, found)
    return found, find_links(page, found), leftovers


def _read_all(page: Page) -> tuple[list[Indicator], list[Leftover]]:
    found: list[Indicator] = []
    leftovers: list[Leftover] = []
    places = sites(page)
    aside_end, past = -1, 0
    for numeral in numerals(page.low):
        start, end = numeral.span.start, numeral.span.end
        if start < past:
            continue  # the 24 of “thứ 2 trong 24 tập đoàn”
        previous = found[-1] if found else None
        figure = read_figure(page, numeral, previous, aside_end)
        if isinstance(figure, Figure):
            found.append(_placed(page, figure, _framed(page, figure, previous), places))
            past = figure.end
        elif figure:
            aside_end = end
        else:
            leftovers.append(Leftover("indicators.no_unit", page.mention(start, end, numeral.rule)))
    return found, leftovers


def _framed(page: Page, figure: Figure, previous: Indicator | None) -> Indicator:
    """The figure with its bound, trend, target, period and the words that make it understandable."""
    low, start, percent = page.low, figure.numeral.span.start, figure.kind == IndicatorKind.PERCENT
    sentence = page.sentence(start)
    clause = page.clause(sentence.start, start)
    floor = max(clause, previous.number.span.end) if previous else clause
    exact = figure.kind == IndicatorKind.COUNT and figure.value % 10 != 0
    bound, at = bound_of(low, floor, start, figure.end, exact=exact)
    trend = None
    if figure.kind != IndicatorKind.RANK:
        since = max(sentence.start, previous.number.span.end) if previous else sentence.start
        trend = trend_of(low, since if percent else clause, at, percent=percent)
    target = is_target(low, page.paragraph(start), sentence.start, start, figure.end)
    period = period_of(page, sentence, start, figure.end, aside=target and low[start - 1] == "(")
    if period is None and previous and is_bullet(page, sentence):
        period = previous.period
    indicator = Indicator(
        kind=figure.kind,
        value=figure.value,
        value_to=figure.value_to,
        out_of=figure.out_of,
        unit=figure.unit,
        unit_id=figure.unit_id,
        bound=bound,
        trend=trend,
        target=target,
        period=period,
        per=page.mention(figure.per.start, figure.per.end, "indicators.per") if figure.per else None,
        number=page.mention(start, figure.numeral.span.end, figure.numeral.rule),
        mention=page.mention(*telling(page, sentence, start, figure.end), figure.numeral.rule),
    )
    return _listed(page, indicator, previous) if previous else indicator


def _placed(page: Page, figure: Figure, indicator: Indicator, places: Sequence[Span]) -> Indicator:
    """The figure with what it is of: its noun phrase, its index, its place."""
    span = indicator.number.span
    sentence = page.sentence(span.start)
    return replace(
        indicator,
        concept=concept_of(page, sentence, indicator, figure.unit_start, figure.end),
        index=index_of(page.low, max(sentence.start, span.start - 120), span.start),
        place=site_of(page, places, sentence, span.start, figure.end),
    )


def _listed(page: Page, indicator: Indicator, previous: Indicator) -> Indicator:
    """A figure that goes on with a list takes over what opened it: “ít nhất 01 mô hình, 01 điểm sáng”."""
    between = page.low[previous.number.span.end : indicator.number.span.start]
    if len(between) > 60 or any(mark in between for mark in ".;:\n("):
        return indicator
    bound, trend = indicator.bound, indicator.trend
    plain = between.rstrip().endswith((",", " và", " với"))
    if bound is None and plain and previous.bound in {Bound.AT_LEAST, Bound.AT_MOST} and not indicator.trend:
        bound = previous.bound
    if trend is None and previous.trend and (plain or between.rstrip().endswith("so với")):
        trend = previous.trend if previous.kind == indicator.kind else None
    return replace(indicator, bound=bound, trend=trend)
