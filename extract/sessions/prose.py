"""The prose of an article as the readers of persons and events see it: as written, folded, by sentences, with terms."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extract.language import Phrase, TextDoc
from extract.records import Span
from extract.vocabulary import COLLECTIVES, EVENTS, POINTED, ROLE_VERBS


@dataclass(frozen=True, slots=True)
class Prose:
    """The text of an article, the same folded, its sentences, and the words in it that may tell of roles and events."""

    text: str
    low: str
    sentences: tuple[Span, ...]
    starts: tuple[int, ...]
    """Where the sentences begin."""
    verbs: Sequence[Phrase]
    events: Sequence[Phrase]
    pointed: Sequence[Phrase]
    collectives: Sequence[Phrase]

    def index_of(self, at: int) -> int:
        """The sentence that holds a place of the text, by number; -1 before the first."""
        return bisect_right(self.starts, at) - 1


def prose(doc: TextDoc) -> Prose:
    """The prose of an article."""
    starts = tuple(sentence.start for sentence in doc.sentences)
    terms = (doc.terms(family) for family in (ROLE_VERBS, EVENTS, POINTED, COLLECTIVES))
    return Prose(doc.text, doc.folded, doc.sentences, starts, *terms)
