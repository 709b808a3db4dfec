"""Date expressions (placeholder until its reader is written)."""

from __future__ import annotations
from spacy.tokens import Doc
from extract.records import DateExpression, Term


def find_dates(doc: Doc, published: str | None) -> list[DateExpression]:
    return []


def find_terms(doc: Doc) -> list[Term]:
    return []
