"""Indicators (placeholder until its reader is written)."""

from __future__ import annotations
from collections.abc import Sequence
from spacy.tokens import Doc
from extract.records import DateExpression, Directive, Indicator, IndicatorLink, Leftover


def find_indicators(
    doc: Doc, dates: Sequence[DateExpression], directives: Sequence[Directive]
) -> tuple[list[Indicator], list[IndicatorLink], list[Leftover]]:
    return [], [], []
