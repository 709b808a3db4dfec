"""What collective participants are called, from the lexicon: “lãnh đạo”, “đoàn công tác”, “Ban Thường vụ”."""

from __future__ import annotations

from dataclasses import dataclass

from extract.lexicon import load

COLLECTIVES = "collectives"
"""The family of these terms; a term's label is the name of its block."""
_FREQUENT = frozenset({"members", "units", "bodies"})
"""Blocks whose words (“bộ”, “nhà”, “Sở”) stand in every sentence: looked for only where a group is expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collective:
    """One block of collectives.toml: words that head the name of a collective participant."""

    name: str
    words: tuple[str, ...]
    examples: tuple[str, ...]
    refuse: tuple[str, ...]


def collective_terms() -> dict[str, list[str]]:
    """The words of each block that tell of a group wherever they stand."""
    return {block.name: list(block.words) for block in load("collectives", Collective) if block.name not in _FREQUENT}
