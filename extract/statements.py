"""Statements: who said what."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from extract.records import Official, Statement


def find_statements(doc: Doc, officials: Sequence[Official]) -> list[Statement]:
    return []
