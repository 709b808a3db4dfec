"""The arithmetic audit (placeholder until written)."""

from __future__ import annotations
from collections.abc import Sequence
from spacy.tokens import Doc
from extract.records import Check, Indicator, IndicatorLink


def find_checks(doc: Doc, indicators: Sequence[Indicator], links: Sequence[IndicatorLink]) -> list[Check]:
    return []
