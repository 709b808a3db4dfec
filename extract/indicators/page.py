"""A text as the figures see it: digits of dates and codes hidden, sentences and clauses found by offset."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.language import Phrase, TextDoc
from extract.records import DateExpression, Directive, Mention, Span
from extract.vocabulary.figures import GOAL, INDEX, LIMIT, MEASURE, PLAN, PROVINCE, WILL

LONGEST = 2000
"""Characters of the longest stretch taken for one sentence."""
CLAUSE_REACH = 400
"""Characters within which a clause begins; a longer one begins with its sentence."""
_HIDDEN = str.maketrans(dict.fromkeys("0123456789", "·"))
_CELL = re.compile(r"\|(?<=\s\|)\s")
# One set of letters in front: the scan for it is a quick one.
_CLAUSE = re.compile(r"[,;:()\[\]|–-](?:(?<=[,;])(?=\s)|(?<=[:()\[\]|–])|(?<=[^\S\n]-)\s)")


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence and where clauses begin in it; once they are asked for, the `sites` that it names, the time of the
    line that opened the list it stands in, and whether it may be of plans."""

    start: int
    end: int
    clauses: Sequence[int]
    sites: Sequence[tuple[int, int]] | None = None
    opened: str | None = ""
    planned: bool | None = None

    def clause(self, at: int) -> int:
        """Where the clause that an offset stands in begins."""
        i = bisect_right(self.clauses, at)
        return self.clauses[i - 1] if i and self.clauses[i - 1] > at - CLAUSE_REACH else self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """`low` is the folded text with the digits of dates and codes masked; offsets are the text's.

    `times` is where `dates` begin, `goals`, `hints` (goals too) and `promises` where words of plans do, `starts` where
    sentences do. Only sentences that a figure stands in are looked at, and once each.
    """

    text: str
    low: str
    dates: Sequence[DateExpression]
    times: Sequence[int]
    indices: Sequence[Phrase]
    measures: Sequence[Phrase]
    limits: Sequence[Phrase]
    provinces: Sequence[Phrase]
    goals: Sequence[int]
    hints: Sequence[int]
    promises: Sequence[int]
    starts: Sequence[int]
    looked_at: dict[int, Sentence]

    def sentence(self, at: int) -> Sentence:
        """The sentence around an offset."""
        i = bisect_right(self.starts, at)
        found = self.looked_at.get(i)
        if found is None:
            start, end = self.starts[i - 1], self.starts[i] if i < len(self.starts) else len(self.text)
            clauses = [match.end() for match in _CLAUSE.finditer(self.low, start, end)]
            found = self.looked_at[i] = Sentence(start, end, clauses)
        return found

    def paragraph(self, at: int) -> int:
        """Where the line of an offset begins."""
        return self.text.rfind("\n", 0, at) + 1

    def line(self, at: int) -> tuple[int, int]:
        """From where the line of an offset begins to where it ends."""
        end = self.text.find("\n", at)
        return self.paragraph(at), end if end >= 0 else len(self.text)

    def mention(self, start: int, end: int, rule: str) -> Mention:
        return Mention(Span(start, end), self.text[start:end], rule)


def open_page(doc: TextDoc, dates: Sequence[DateExpression], directives: Iterable[Directive]) -> Page:
    """The page of a text whose dates and citations have been read."""
    covered = [date.mention.span for date in dates]
    for directive in directives:
        covered += [citation.mention.span for citation in directive.citations]
    plans = doc.terms(PLAN)
    return Page(
        text=doc.text,
        low=_masked(doc.folded, covered),
        dates=dates,
        times=[date.mention.span.start for date in dates],
        indices=doc.terms(INDEX),
        measures=doc.terms(MEASURE),
        limits=doc.terms(LIMIT),
        provinces=doc.terms(PROVINCE),
        goals=[word.start for word in plans if word.label == GOAL],
        hints=[word.start for word in plans if word.label != WILL],
        promises=[word.start for word in plans if word.label == WILL],
        starts=list(_starts(doc.text, doc.sentences)),
        looked_at={},
    )


def _starts(text: str, sentences: Sequence[Span]) -> Iterator[int]:
    """Where sentences begin, and the cells of a table and the pieces of what has no end."""
    table = "|" in text
    for start, end in sentences:
        yield start
        if table:
            yield from (cell.end() for cell in _CELL.finditer(text, start, end))
        elif end - start > LONGEST:
            yield from range(start + LONGEST, end, LONGEST)


def _masked(low: str, spans: Iterable[Span]) -> str:
    pieces, at = [], 0
    for start, end in sorted(spans):
        if end > at:
            pieces += [low[at:start], low[max(start, at) : end].translate(_HIDDEN)]
            at = end
    return "".join((*pieces, low[at:]))
