"""Directives (placeholder until its reader is written)."""

from __future__ import annotations
from collections.abc import Sequence
from spacy.tokens import Doc
from extract.records import DateExpression, Directive, DirectiveRelation, Leftover, Term


def find_directives(
    doc: Doc, dates: Sequence[DateExpression], terms: Sequence[Term]
) -> tuple[list[Directive], list[DirectiveRelation], list[Leftover]]:
    return [], [], []
