"""A text as the figures see it: digits of dates and codes hidden, sentences and clauses found by offset."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.figure_terms import GOAL, INDEX, MEASURE, PLAN, WILL
from extract.language import Phrase, TextDoc
from extract.records import DateExpression, Directive, Mention, Span
from extract.text import lower

LONGEST = 2000
"""Characters of the longest stretch taken for one sentence."""
CLAUSE_REACH = 400
"""Characters within which a clause begins; a longer one begins with its sentence."""
_HIDDEN = str.maketrans(dict.fromkeys("0123456789", "·"))
_BREAK = re.compile(
    r"[.!?…\n|](?:(?<=\n)|(?<=[.!?…])(?=[\s”\"]|$)(?<!TP\.)(?<!\sTX\.)(?<!\sTT\.)(?<!Ths\.)(?<!ThS\.)(?<!\sTS\.)(?<!GS\.)(?<!\sST\.)"
    r"|(?<=\w\w\.)(?=[A-ZĐ][^\W\dA-ZĐ])|(?<=\s\|)(?=\s))"
)
# One set of letters in front: the scan for it is a quick one.
_CLAUSE = re.compile(r"[,;:()\[\]|–-](?:(?<=[,;])(?=\s)|(?<=[:()\[\]|–])|(?<=[^\S\n]-)\s)")


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence, where clauses begin in it, and the `sites` it names once they are asked for."""

    start: int
    end: int
    clauses: Sequence[int]
    sites: Sequence[Span] | None = None

    def clause(self, at: int) -> int:
        """Where the clause that an offset stands in begins."""
        i = bisect_right(self.clauses, at)
        return self.clauses[i - 1] if i and self.clauses[i - 1] > at - CLAUSE_REACH else self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """`low` is the text in lower case with the digits of dates and codes masked; offsets are the text's.

    `times` is where `dates` begin, `goals`, `hints` (goals too) and `promises` where words of plans do. Of the
    sentences only those are looked at that a figure stands in, and once each: `breaks` by line, `sentences` by start.
    """

    text: str
    low: str
    dates: Sequence[DateExpression]
    times: Sequence[int]
    indices: Sequence[Phrase]
    measures: Sequence[Phrase]
    goals: Sequence[int]
    hints: Sequence[int]
    promises: Sequence[int]
    breaks: dict[int, Sequence[int]]
    sentences: dict[int, Sentence]

    def sentence(self, at: int) -> Sentence:
        """The sentence around an offset."""
        line = self.paragraph(at)
        breaks = self.breaks.get(line) or self._broken(line)
        i = bisect_right(breaks, at)
        start = breaks[i - 1]
        return self.sentences.get(start) or self._opened(start, breaks[i] if i < len(breaks) else len(self.text))

    def _broken(self, line: int) -> Sequence[int]:
        end = self.text.find("\n", line) + 1 or len(self.text)
        breaks = _short_enough(line, [*(match.end() for match in _BREAK.finditer(self.text, line, end)), end])
        self.breaks[line] = breaks
        return breaks

    def _opened(self, start: int, end: int) -> Sentence:
        clauses = [match.end() for match in _CLAUSE.finditer(self.low, start, end)]
        sentence = self.sentences[start] = Sentence(start, end, clauses)
        return sentence

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
        goals=[word.start for word in plans if word.label == GOAL],
        hints=[word.start for word in plans if word.label != WILL],
        promises=[word.start for word in plans if word.label == WILL],
        breaks={},
        sentences={},
    )


def _short_enough(start: int, breaks: Iterable[int]) -> list[int]:
    """The breaks with more put in where a table or a list without a stop runs on: work stays linear in the text."""
    kept = [start]
    for at in breaks:
        while at - kept[-1] > LONGEST:
            kept.append(kept[-1] + LONGEST)
        if at > kept[-1]:
            kept.append(at)
    return kept


def _masked(low: str, spans: Iterable[Span]) -> str:
    pieces, at = [], 0
    for span in sorted(spans):
        if span.end <= at:
            continue
        start = max(span.start, at)
        pieces += [low[at:start], low[start : span.end].translate(_HIDDEN)]
        at = span.end
    return "".join((*pieces, low[at:]))
