"""All that one article says."""

from __future__ import annotations

from dataclasses import dataclass

from extract.records.date import DateExpression, Term
from extract.records.directive import Directive, DirectiveRelation
from extract.records.indicator import Check, Indicator, IndicatorLink
from extract.records.mention import Mention, Span
from extract.records.official import Official
from extract.records.session import Session, Statement


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words a reader saw and could not read, with the reason: the work queue of the rules."""

    reason: str
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything read from one article by one version of the reader."""

    article_id: str
    reader: str
    sentences: tuple[Span, ...] = ()
    officials: tuple[Official, ...] = ()
    directives: tuple[Directive, ...] = ()
    relations: tuple[DirectiveRelation, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    terms: tuple[Term, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    links: tuple[IndicatorLink, ...] = ()
    checks: tuple[Check, ...] = ()
    sessions: tuple[Session, ...] = ()
    statements: tuple[Statement, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
