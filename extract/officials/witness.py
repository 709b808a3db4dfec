"""A second reader of names, underthesea's NER, as an alarm: persons where the rules left a name unexplained.

It is no part of the reading: on the gold articles it adds no official and brings in private people. It is asked about
the sentences of the leftovers only (“bà Hoàng Thị Sáu bán hàng”), since it needs 50 times a reading's time a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Protocol

from extract.records import Leftover, Mention, Official, Span

Tagged = list[tuple[str, str, str, str]]
REASON = "a person by NER that no rule reads"


class Sentences(Protocol):
    """A text that knows its sentences: the Doc, or what is kept of it in a reading."""

    @property
    def text(self) -> str: ...
    @property
    def sentences(self) -> tuple[Span, ...]: ...


@cache
def tagger() -> Callable[[str], Tagged]:
    """underthesea's CRF, loaded when first asked: a second and 100 MB that a plain reading does not pay."""
    from underthesea import ner

    return ner  # type: ignore[no-any-return]


def disagreements(doc: Sentences, officials: Iterable[Official], leftovers: Iterable[Leftover]) -> list[Leftover]:
    """Persons the witness sees in the leftovers' sentences and that are no officials."""
    known = {mention.span for official in officials for mention in official.mentions}
    return [
        Leftover(REASON, Mention(span, span.of(doc.text), "witness.person"))
        for sentence in asked(doc, leftovers)
        for span in _persons(doc.text, sentence)
        if not any(span.start < other.end and other.start < span.end for other in known)
    ]


def asked(doc: Sentences, leftovers: Iterable[Leftover]) -> list[Span]:
    """The sentences in which a leftover begins."""
    places = {left.mention.span.start for left in leftovers}
    return [span for span in doc.sentences if any(span.start <= place < span.end for place in places)]


def _persons(text: str, sentence: Span) -> Iterator[Span]:
    """The stretches tagged B-PER I-PER, found again in the text."""
    at, start = sentence.start, None
    for word, _, _, label in tagger()(sentence.of(text)):
        place = text.find(word, at, sentence.end)
        if start is not None and label != "I-PER":
            yield Span(start, at)
            start = None
        if place < 0:
            continue  # the tagger has changed the word: “6-7/7” and the like
        if label == "B-PER":
            start = place
        at = place + len(word)
    if start is not None:
        yield Span(start, at)
