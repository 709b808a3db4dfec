"""Officials (placeholder until its reader is written)."""

from __future__ import annotations
from collections.abc import Sequence
from spacy.tokens import Doc
from extract.records import Leftover, Official, Statement


def find_officials(doc: Doc, author: str | None) -> tuple[list[Official], list[Statement], list[Leftover]]:
    return [], [], []
