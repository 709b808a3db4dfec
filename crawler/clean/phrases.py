"""Loads the phrases the cleaning knows (furniture of pages, names of agencies) from data/lexicon."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from crawler.workspace import DATA


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """One block: patterns for text in lower case, with what they must match and what they must not."""

    name: str
    patterns: tuple[str, ...]
    examples: tuple[str, ...]
    refuse: tuple[str, ...]
    ends: bool = False


@cache
def load(name: str) -> tuple[Phrases, ...]:
    """The blocks of data/lexicon/<name>.toml; an unknown or a missing key is an error."""
    blocks = tomllib.loads((DATA / "lexicon" / f"{name}.toml").read_text("utf-8"))
    return tuple(_phrases(title, block) for title, block in blocks.items())


def _phrases(name: str, block: dict[str, Any]) -> Phrases:
    said: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in block.items()}
    return Phrases(name=name, **said)


def pattern_of(blocks: Iterable[Phrases]) -> re.Pattern[str]:
    """One pattern for all the phrases of some blocks."""
    return re.compile("|".join(f"(?:{phrase})" for block in blocks for phrase in block.patterns))
