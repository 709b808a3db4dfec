"""Where a fact was read and by which rule: tuples, since an article makes hundreds, at a third of a record's cost."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of characters of the article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


class Mention(NamedTuple):
    """The words a fact was read from: `span.of(article.text) == text`."""

    span: Span
    text: str
    rule: str
