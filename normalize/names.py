"""Names of people: how close two spellings are."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from extract.text import fold

SHORTEST = 8
"""Letters a bare name must have before one wrong letter is taken for a slip: “Lê An” and “Lê Ân” are two people."""


class Spelling(StrEnum):
    """How two spellings of a name relate."""

    SAME = "same"  # Hoà, Hòa
    UNMARKED = "one without marks"  # Doan Hong Phong, Đoàn Hồng Phong
    SLIP = "one letter apart"  # Đoàn Hồng Phng, Đoàn Hồng Phong; Trần Quốc Toản, Trần Quốc Toàn
    OTHER = "other"


@lru_cache(maxsize=200_000)
def bare(name: str) -> str:
    """A name without capitals, marks and odd spaces: `bare("Đoàn  Hồng Phong")` is "doan hong phong"."""
    letters = unicodedata.normalize("NFD", name.lower().replace("đ", "d").replace("’", "'"))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


@lru_cache(maxsize=200_000)
def folded(name: str) -> str:
    return " ".join(fold(unicodedata.normalize("NFC", name)).replace("’", "'").split())


@lru_cache(maxsize=200_000)
def spelling(one: str, other: str) -> Spelling:
    """How two written names relate: `spelling("Lê Quý Hoà", "Lê Quý Hòa")` is SAME."""
    a, b = folded(one), folded(other)
    if a == b:
        return Spelling.SAME
    bare_a, bare_b = bare(one), bare(other)
    if bare_a == bare_b and (a == bare_a or b == bare_b):
        return Spelling.UNMARKED
    if min(len(bare_a), len(bare_b)) >= SHORTEST and OSA.distance(a, b, score_cutoff=1) <= 1:
        return Spelling.SLIP
    return Spelling.OTHER
