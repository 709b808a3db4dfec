"""Which stretches of the article tell of which session.

A session's stretch begins with its opening and ends with the next one; “Phát biểu tại hội nghị, …” after “Trước đó, các
đại biểu đã đến dâng hương …” goes back to the conference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.records import Span
from extract.sessions.events.sentences import Opening
from extract.sessions.events.triggers import Trigger
from extract.sessions.prose import Prose


@dataclass(frozen=True, slots=True)
class Region:
    """The stretches of one session, in text order; the first holds its opening."""

    stretches: tuple[Span, ...]

    @property
    def first(self) -> Span:
        return self.stretches[0]

    def holds(self, offset: int) -> bool:
        first = self.stretches[0]
        return first.start <= offset < first.end or any(s.start <= offset < s.end for s in self.stretches[1:])


def find_regions(prose: Prose, openings: Sequence[Opening], references: Sequence[Trigger]) -> list[Region]:
    """One region a session; what stands before the first opening is the main session's."""
    if not openings:
        return []
    turns = sorted({one.sentence.start: index for index, one in enumerate(openings)}.items())
    turns[0] = (0, 0)
    if len(openings) > 1:
        turns = sorted([*turns, *_returns(prose, openings, references)])
    ends = [start for start, _ in turns[1:]] + [len(prose.text)]
    stretches: list[list[Span]] = [[] for _ in openings]
    for (start, index), end in zip(turns, ends, strict=True):
        stretches[index].append(Span(start, end))
    return [Region(tuple(spans)) for spans in stretches]


def _returns(prose: Prose, openings: Sequence[Opening], references: Sequence[Trigger]) -> list[tuple[int, int]]:
    """Sentences that speak again of an earlier session of another kind than the one being told."""
    found: list[tuple[int, int]] = []
    starts = [one.sentence.start for one in openings]
    current = 0
    later = iter(one for one in references if one.span.start >= openings[1].sentence.end)
    reference = next(later, None)
    for sentence in prose.sentences:
        if sentence.start in starts:
            current = starts.index(sentence.start)
            continue
        while reference and reference.span.start < sentence.end:
            kind = reference.kind
            if reference.span.start >= sentence.start and kind is not openings[current].kind:
                told = [index for index, one in enumerate(openings[:current]) if one.kind is kind]
                if told:
                    current = told[-1]
                    found.append((sentence.start, current))
            reference = next(later, None)
    return found
