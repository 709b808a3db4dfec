"""Sessions (placeholder until its reader is written)."""

from __future__ import annotations
from collections.abc import Sequence
from spacy.tokens import Doc
from extract.records import DateExpression, Directive, Official, Session


def find_sessions(
    doc: Doc,
    headline_end: int,
    dates: Sequence[DateExpression],
    directives: Sequence[Directive],
    officials: Sequence[Official],
) -> list[Session]:
    return []
