"""A rule is a name, a pattern and a reading; its name is the provenance of what it read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from extract.records import Mention, Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """`read(match, …)` returns the value, or None to refuse: 39/63 matches day_month and is refused."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[..., T | None]


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What one rule read at one place."""

    value: T
    mention: Mention


def compile(pattern: str) -> re.Pattern[str]:
    """A verbose, case-blind pattern; write a literal space as `\\s`."""
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


def compile_folded(pattern: str) -> re.Pattern[str]:
    """A verbose pattern for text that went through `fold`: the same dialect, several times faster."""
    return re.compile(pattern, re.VERBOSE)


def scan(rules: Iterable[Rule[T]], text: str, *context: Any) -> Iterator[Found[T]]:
    """Every place where a rule matches and does not refuse."""
    for rule in rules:
        for match in rule.pattern.finditer(text):
            value = rule.read(match, *context)
            if value is not None:
                yield Found(value, Mention(Span(*match.span()), match.group(), rule.name))


def longest(found: Iterable[Found[T]]) -> list[Found[T]]:
    """The finds that remain when a longer one takes the place of those it overlaps, in text order."""
    kept: list[Found[T]] = []
    for one in sorted(found, key=lambda f: (f.mention.span.start - f.mention.span.end, f.mention.span.start)):
        span = one.mention.span
        if all(span.end <= k.mention.span.start or k.mention.span.end <= span.start for k in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f.mention.span.start)
