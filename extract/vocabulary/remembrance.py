"""Words of an event that remembers the dead: “ngày sinh”, “dâng hương”, and “cố” before a post or a name."""

from __future__ import annotations

from dataclasses import dataclass

from extract.lexicon import load

REMEMBRANCE = "remembrance"
"""The family of these terms."""
OCCASION, LATE = "occasion", "late"
"""Its labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembrance:
    """One block of remembrance.toml, named by its label."""

    name: str
    words: tuple[str, ...]
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


def remembrance_terms() -> dict[str, list[str]]:
    """The words by label."""
    return {block.name: list(block.words) for block in load("remembrance", Remembrance)}
