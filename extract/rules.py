"""A rule is a name, a pattern and a reading; its name is the provenance of what it read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """`read(match, …)` returns the value, or None to refuse: 39/63 matches day_month and is refused."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[..., T | None]


def compile(pattern: str) -> re.Pattern[str]:
    """A verbose, case-blind pattern; write a literal space as `\\s`."""
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


def compile_folded(pattern: str) -> re.Pattern[str]:
    """A verbose pattern for text that went through `fold`: the same dialect, several times faster."""
    return re.compile(pattern, re.VERBOSE)
