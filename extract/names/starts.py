"""Where a name may begin after a level or a thing that carries a name of its own: “huyện Mường Lát | Hà Văn Cả”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import cache

from extract.lexicon import load
from extract.names.known import frequent, surnames
from extract.names.word_before import word_before
from extract.text import fold_word

LEVEL_BEFORE = re.compile(
    r"(?<!\w)(?:(?:huyện|quận|thị\sxã|thị\strấn|phường|xã)|(?P<closed>tỉnh|thành\sphố|TP\.?))\s$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Things:
    """One block of things.toml."""

    name: str
    words: tuple[str, ...]
    people: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


@cache
def _things() -> dict[str, bool]:
    """Whether what follows these words is a thing's name: “đường” it is, “trưởng thôn” a person's."""
    blocks = load("things", Things)
    things = {fold_word(word): True for block in blocks for word in block.words}
    return things | {fold_word(word): False for block in blocks for word in block.people}


class Before(StrEnum):
    """What stands before a run of capitalised words."""

    NOTHING = auto()  # that says where a name begins
    THING = auto()  # “đường”: the next two words are its name
    LEVEL = auto()  # “xã”: the next two words are the place, if there are no more
    CLOSED = auto()  # “tỉnh”: every province is known


@cache
def _last_words() -> frozenset[str]:
    """The last words of things and levels: asked before anything else is."""
    levels = {"huyện", "quận", "xã", "trấn", "phường", "tỉnh", "phố", "tp", "tp."}
    return frozenset(thing.rpartition(" ")[2] for thing in _things()) | levels


def stands_after(text: str, start: int) -> Before:
    """What stands before this place: “đường | Nguyễn Huệ” a thing, “UBND xã | Hoàng Thị Ba” a level."""
    if word_before(text, start) not in _last_words():
        return Before.NOTHING
    if _after_thing(text[max(0, start - 24) : start]):
        return Before.THING
    level = LEVEL_BEFORE.search(text, max(0, start - 12), start)
    return Before.NOTHING if level is None else Before.CLOSED if level["closed"] else Before.LEVEL


def first_word(before: Before, folded: list[str]) -> int:
    """The first word that may open a name: 2 after “đường” and after “xã”, since a place has two words.

    “UBND tỉnh Lê Diễn” begins at once, since every province is known; “UBND xã Hoàng Thị Ba” since it has three words.
    """
    if before is Before.NOTHING or before is Before.THING:
        return 2 if before is Before.THING else 0
    later = next((i for i in range(2, len(folded) - 1) if folded[i] in frequent()), None)
    if later is None and (before is Before.CLOSED or (len(folded) > 2 and folded[0] in surnames()[0])):
        return 0
    return later or 2


def _after_thing(before: str) -> bool:
    """The longest known words that end here decide: “môi trường” is no “trường”."""
    if before[-1:] not in {" ", "\u00a0"}:
        return False
    words = before.lower().split()[-3:]
    endings = (" ".join(words[i:]) for i in range(len(words)))
    return next((_things()[ending] for ending in endings if ending in _things()), False)
