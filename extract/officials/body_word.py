"""What is known of one word inside the name of a body: “ban” stands alone before a pair, “quản” may open “quản lý”."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from extract.names.syllables import glued_length, is_syllable
from extract.officials.bodies import CARRIES_ON_ENDS, body_words
from extract.text import fold_word


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyWord:
    """One word as written; `fields`, `function`, `verb` are the lexicon's words that begin with it, longest first."""

    folded: str
    fields: tuple[str, ...]
    function: tuple[str, ...]
    verb: tuple[str, ...]
    small: bool
    open: bool
    opener: bool
    opens_place: bool
    carries_on: bool
    alone: bool
    """No half of a pair: “UBND”, “Sở”, “VinUni”."""
    own: int | None
    """How much of it is its own where the next word is glued to it."""


@lru_cache(maxsize=20_000)
def body_word(token: str) -> BodyWord:
    """All of it at once, so that a walk over a post asks once a word."""
    folded = fold_word(token)
    capitals = token.isupper() and len(token) > 1
    return BodyWord(
        folded=folded,
        fields=_beginning_with("fields").get(folded, ()),
        function=_beginning_with("function").get(folded, ()),
        verb=_beginning_with("verb").get(folded, ()),
        small=folded in body_words("small"),
        open=folded in body_words("open"),
        opener=folded in body_words("opener"),
        opens_place=folded in body_words("first of a place"),
        carries_on=folded in CARRIES_ON_ENDS,
        alone=capitals or " " in token or folded in body_words("single") or "-" in token or not is_syllable(token),
        own=glued_length(token),
    )


@cache
def _beginning_with(kind: str) -> dict[str, tuple[str, ...]]:
    """The words of one block by their first syllable, the longest first: “quản” → “quản lý”, “quản trị”."""
    found: dict[str, tuple[str, ...]] = {}
    for words in sorted(body_words(kind), key=lambda words: (-len(words), words)):
        first = words.partition(" ")[0]
        found[first] = (*found.get(first, ()), words)
    return found


def longest_end(phrases: tuple[str, ...], low: str, at: int, limit: int) -> int:
    """Where the first of these phrases ends that stands at this place of a text in small letters; 0 for none."""
    for words in phrases:
        end = at + len(words)
        if end > limit or not (low.startswith(words, at) or " " not in words):
            continue
        if end == limit or not (low[end].isalnum() or low[end] == "_"):
            return end
    return 0
