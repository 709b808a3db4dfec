"""Figures and what they measure: kind, value, unit, and the frame around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.indicators.bounds import bound_of
from extract.indicators.concepts import concept_of
from extract.indicators.figure import Figure, Sighted
from extract.indicators.figures import read_figure
from extract.indicators.indices import index_of
from extract.indicators.links import find_links
from extract.indicators.numbers import numerals
from extract.indicators.page import Page, Sentence, open_page
from extract.indicators.periods import is_bullet, period_of
from extract.indicators.ranges import as_range
from extract.indicators.repeats import without_repeats
from extract.indicators.sites import site_of
from extract.indicators.stretch import telling
from extract.indicators.targets import is_target
from extract.indicators.trends import trend_of
from extract.language import TextDoc
from extract.records import (
    Bound,
    DateExpression,
    Directive,
    Indicator,
    IndicatorKind,
    IndicatorLink,
    Leftover,
    LinkKind,
    Trend,
)

_OWN_UNIT = (IndicatorKind.PERCENT, IndicatorKind.MONEY, IndicatorKind.RANK)
_LIMITS = (Bound.AT_LEAST, Bound.AT_MOST)
_SAME_IN_PERCENT = re.compile(r"[^,;:()\d]+\(")  # giảm 121 đơn vị (30,2%)
_APART = re.compile(r"[.;:\n(]")


def find_indicators(
    doc: TextDoc, dates: Sequence[DateExpression], directives: Sequence[Directive]
) -> tuple[list[Indicator], list[IndicatorLink], list[Leftover]]:
    """Every figure the text states, what ties them to one another, and the digits nothing explains.

    “Đến nay, toàn tỉnh có 3.545 mô hình” is a count of 3545 mô hình; the digits of `dates` and `directives` are none.
    """
    page = open_page(doc, dates, directives)
    sighted, leftovers = _sight(page)
    found: list[Indicator] = []
    for one in without_repeats(page, sighted):
        found.append(_framed(page, one, found[-1] if found else None))
    links = find_links(page, found)
    _share_concepts(found, links)
    return found, links, leftovers


def _share_concepts(found: list[Indicator], links: Sequence[IndicatorLink]) -> None:
    """Both ends of a change, and a plan and its result, are of one thing: “từ 12 triệu đồng lên 15 triệu đồng”."""
    for link in links:
        for one, other in ((link.source, link.target), (link.target, link.source)):
            if link.kind != LinkKind.PART and found[one].concept is None:
                found[one] = found[one]._replace(concept=found[other].concept)


def _sight(page: Page) -> tuple[list[Sighted], list[Leftover]]:
    """The figures in text order, and the digits that are none for no known reason."""
    sighted: list[Sighted] = []
    leftovers: list[Leftover] = []
    counted: Figure | None = None
    aside_end, past = -1, 0
    for numeral in numerals(page.text, page.low):
        start, end = numeral.span
        if start < past:
            continue  # the 24 of “thứ 2 trong 24 tập đoàn”
        figure = read_figure(page, numeral, counted, aside_end)
        if isinstance(figure, Figure):
            past = figure.end
            previous = sighted[-1] if sighted else None
            if previous and (joined := as_range(page, previous.figure, figure)):
                sighted[-1] = previous._replace(figure=joined)
                continue
            sentence = page.sentence(start)
            sighted.append(Sighted(figure, sentence, *_bound_and_trend(page, figure, sentence, previous)))
            if figure.kind not in _OWN_UNIT:
                counted = figure  # whose noun a number without one shares
        elif figure:
            aside_end = end
        else:
            leftovers.append(Leftover("indicators.no_unit", page.mention(start, end, numeral.rule)))
    return sighted, leftovers


def _framed(page: Page, sighted: Sighted, previous: Indicator | None) -> Indicator:
    """The figure with its frame and what it is of."""
    figure, sentence, bound, trend = sighted
    (start, end), rule = figure.numeral.span, figure.numeral.rule
    clause = sentence.clause(start)
    target = is_target(page, sentence, start, figure.end)
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
        index_name=index_of(page, sentence.start, start),
        number=page.mention(start, end, rule),
        mention=page.mention(*telling(page, sentence, clause, start, figure.end), rule),
    )


def _period(page: Page, figure: Figure, previous: Indicator | None, sentence: Sentence, *, target: bool) -> str | None:
    start = figure.numeral.span.start
    period = period_of(page, sentence, start, figure.end, aside=target and page.low[start - 1] == "(")
    if period is None and previous and is_bullet(page, sentence):
        return previous.period
    return period


def _bound_and_trend(
    page: Page, figure: Figure, sentence: Sentence, previous: Sighted | None
) -> tuple[Bound | None, Trend | None]:
    """The words before the figure, or the figure before in a list: “ít nhất 01 mô hình, 01 điểm sáng”."""
    low, start, percent = page.low, figure.numeral.span.start, figure.kind == IndicatorKind.PERCENT
    clause, told = sentence.clause(start), previous.figure.numeral.span.end if previous else 0
    exact = figure.kind == IndicatorKind.COUNT and figure.value % 10 != 0
    bound, at = bound_of(page, max(clause, told), start, figure.end, exact=exact)
    if figure.kind == IndicatorKind.RANK:
        return bound, None
    trend = trend_of(low, max(sentence.start, told) if percent else clause, at, percent=percent)
    if previous and start - told <= 60 and (previous.bound in _LIMITS or previous.trend):
        between = low[told:start].rstrip()
        if trend is None and percent and _SAME_IN_PERCENT.fullmatch(between):
            trend = previous.trend
        if not _APART.search(between):
            plain = between.endswith((",", " và", " với"))
            if bound is None and plain and not trend and previous.bound in _LIMITS:
                bound = previous.bound
            alike = previous.figure.kind == figure.kind and (plain or between.endswith("so với"))
            if trend is None and alike:
                trend = previous.trend
    return bound, trend
