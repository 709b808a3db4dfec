"""The provinces, 63 until 30 June 2025 and 34 since: what one was called when, and what it is part of now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extract.lexicon import load
from normalize.names import bare

MERGED = "2025-07-01"
"""The first day of the 34."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """A province or city of the centre: Nam Định, since 1 July 2025 part of Ninh Bình."""

    name: str
    city: bool = False
    forms: tuple[str, ...] = ()
    into: str | None = None

    @property
    def today(self) -> str:
        return self.into or self.name

    @property
    def until(self) -> str | None:
        """The last day it stood; None where it stands."""
        return "2025-06-30" if self.into else None


@cache
def provinces() -> tuple[Province, ...]:
    return load("provinces", Province)


@cache
def _by_name() -> dict[str, Province]:
    return {bare(name): p for p in provinces() for name in (p.name, *p.forms)}


def province(name: str) -> Province | None:
    """`province("tỉnh Nam Định").today` is Ninh Bình; None for what is no province."""
    words = bare(name)
    for lead in ("tinh ", "thanh pho ", "tp. ", "tp "):
        words = words.removeprefix(lead)
    return _by_name().get(words)


def standing(day: str) -> list[Province]:
    """The provinces of a day: `len(standing("2025-06-30"))` is 63, the day after 34."""
    return [p for p in provinces() if day < MERGED or p.into is None]
