"""The provinces, 63 until 30 June 2025 and 34 since: what one was called when, and what it is part of now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extract.lexicon import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """A province or city of the centre: Nam Định, since 1 July 2025 part of Ninh Bình; `forms` are other spellings."""

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
