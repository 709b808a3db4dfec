"""A text as the figures see it: digits of dates and codes hidden, sentences and clauses found by offset."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.language import Phrase, TextDoc
from extract.records import DateExpression, Directive, Mention, Span
from extract.text import lower
from extract.vocabulary.figures import GOAL, INDEX, LIMIT, MEASURE, PLAN, PROVINCE, WILL

LONGEST = 2000
"""Characters of the longest stretch taken for one sentence."""
CLAUSE_REACH = 400
"""Characters within which a clause begins; a longer one begins with its sentence."""
_HIDDEN = str.maketrans(dict.fromkeys("0123456789", "·"))
_BREAK = re.compile(
    r"[.!?…\n|](?:(?<=\n)|(?<=[.!?…])(?=[\s”\"]|$)(?<!TP\.)(?<!\sTX\.)(?<!\sTT\.)(?<!Ths\.)(?<!ThS\.)(?<!\sTS\.)(?<!GS\.)(?<!\sST\.)"
    r"|(?<=\w\w\.)(?=[A-ZĐ][^\W\dA-ZĐ])|(?<=\s\|)(?=\s))"
)
_MARKS = ".!?…|"
# One set of letters in front: the scan for it is a quick one.
_CLAUSE = re.compile(r"[,;:()\[\]|–-](?:(?<=[,;])(?=\s)|(?<=[:()\[\]|–])|(?<=[^\S\n]-)\s)")


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence and where clauses begin in it; once they are asked for, the `sites` that it names, and the time
    of the line that opened the list it stands in."""

    start: int
    end: int
    clauses: Sequence[int]
    sites: Sequence[tuple[int, int]] | None = None
    opened: str | None = ""

    def clause(self, at: int) -> int:
        """Where the clause that an offset stands in begins."""
        i = bisect_right(self.clauses, at)
        return self.clauses[i - 1] if i and self.clauses[i - 1] > at - CLAUSE_REACH else self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """`low` is the text in lower case with the digits of dates and codes masked; offsets are the text's.

    `times` is where `dates` begin, `goals`, `hints` (goals too) and `promises` where words of plans do. Only
    sentences that a figure stands in are looked at, and once each: `sentences` in text order, which begin at `starts`;
    `marks` may end one.
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
    marks: Sequence[str]
    starts: list[int]
    sentences: list[Sentence]

    def sentence(self, at: int) -> Sentence:
        """The sentence around an offset."""
        i = bisect_right(self.starts, at) - 1
        if i >= 0 and at < self.sentences[i].end:
            return self.sentences[i]
        start, end = self._around(at)
        sentence = Sentence(start, end, [match.end() for match in _CLAUSE.finditer(self.low, start, end)])
        self.starts.insert(i + 1, start)
        self.sentences.insert(i + 1, sentence)
        return sentence

    def _around(self, at: int) -> tuple[int, int]:
        """From the break before an offset to the one after it; work stays linear where a table has none."""
        start, first = at, max(self.paragraph(at), (at // LONGEST - 2) * LONGEST)
        while start > first:
            start = max([self.text.rfind(mark, first, start) for mark in self.marks])
            if start < 0:
                start = first
            elif (found := _BREAK.match(self.text, start)) and found.end() <= at:
                start = found.end()
                break
        after = _BREAK.search(self.text, at)
        end = after.end() if after else len(self.text)
        start += (at - start) // LONGEST * LONGEST
        return start, min(end, start + LONGEST)

    def paragraph(self, at: int) -> int:
        """Where the line of an offset begins."""
        return self.text.rfind("\n", 0, at) + 1

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
        low=_masked(lower(doc.text), covered),
        dates=dates,
        times=[date.mention.span.start for date in dates],
        indices=doc.terms(INDEX),
        measures=doc.terms(MEASURE),
        limits=doc.terms(LIMIT),
        provinces=doc.terms(PROVINCE),
        goals=[word.start for word in plans if word.label == GOAL],
        hints=[word.start for word in plans if word.label != WILL],
        promises=[word.start for word in plans if word.label == WILL],
        marks=[mark for mark in _MARKS if mark in doc.text] or _MARKS,
        starts=[],
        sentences=[],
    )


def _masked(low: str, spans: Iterable[Span]) -> str:
    pieces, at = [], 0
    for span in sorted(spans, key=lambda one: one.start):
        if span.end <= at:
            continue
        start = max(span.start, at)
        pieces += [low[at:start], low[start : span.end].translate(_HIDDEN)]
        at = span.end
    return "".join((*pieces, low[at:]))
