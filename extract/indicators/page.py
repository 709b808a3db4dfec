"""A text as the figures see it: digits of dates and codes hidden, sentences and clauses found by offset."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """`low` is the text in lower case with the digits of dates and codes masked; offsets are the text's.

    `breaks`, `lines` and `clauses` are where sentences, lines and clauses begin, `times` where `dates` do.
    """

    text: str
    low: str
    breaks: Sequence[int]
    lines: Sequence[int]
    clauses: Sequence[int]
    dates: Sequence[DateExpression]
    times: Sequence[int]

    def sentence(self, at: int) -> Span:
        """The sentence around an offset."""
        i = bisect_right(self.breaks, at)
        return Span(self.breaks[i - 1], self.breaks[i] if i < len(self.breaks) else len(self.text))

    def paragraph(self, at: int) -> int:
        """Where the line of an offset begins."""
        return self.lines[bisect_right(self.lines, at) - 1]

    def clause(self, sentence: int, at: int) -> int:
        """Where the clause that an offset stands in begins."""
        i = bisect_right(self.clauses, at)
        start = self.clauses[i - 1] if i else 0
        return start if start > max(sentence, at - CLAUSE_REACH) else sentence

    def mention(self, start: int, end: int, rule: str) -> Mention:
        span = Span(start, end)
        return Mention(span, span.of(self.text), rule)


def open_page(text: str, dates: Sequence[DateExpression], directives: Iterable[Directive]) -> Page:
    """The page of a text whose dates and citations have been read."""
    covered = [date.mention.span for date in dates]
    for directive in directives:
        covered += [citation.mention.span for citation in directive.citations]
    low = lower(text)
    breaks = _short_enough([0, *(match.end() for match in _BREAK.finditer(text)), len(text)])
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    low = _masked(low, covered)
    return Page(
        text=text,
        low=low,
        breaks=breaks,
        lines=lines,
        clauses=[match.end() for match in _CLAUSE.finditer(low)],
        dates=dates,
        times=[date.mention.span.start for date in dates],
    )


def _short_enough(breaks: Sequence[int]) -> list[int]:
    """The breaks with more put in where a table or a list without a stop runs on: work stays linear in the text."""
    kept = [0]
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
