"""The lexicons behind names: surnames of all peoples, places and eponyms that look like names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extract.lexicon import load
from extract.text import fold_word

MIDDLE = frozenset({"Văn", "Thị"})
"""Middle words that say a surname stands before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surnames:
    """One block of surnames.toml."""

    name: str
    frequent: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    rare: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoNames:
    """One block of places.toml or eponyms.toml."""

    name: str
    names: tuple[str, ...]
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Surnames that open a name anywhere, and those that need a neighbour, folded."""
    blocks = load("surnames", Surnames)
    common = frozenset(fold_word(name) for block in blocks for name in block.common)
    return common, frozenset(fold_word(name) for block in blocks for name in block.rare) - common


@cache
def frequent() -> frozenset[str]:
    """The surnames of most people, folded: one of them wins over a rarer one in the same run."""
    return frozenset(fold_word(name) for block in load("surnames", Surnames) for name in block.frequent)


@cache
def opening_words() -> frozenset[str]:
    """Every surname, common or rare."""
    return frozenset().union(*surnames())


@cache
def no_names() -> frozenset[str]:
    """Places and eponyms, folded."""
    return frozenset(
        fold_word(name) for file in ("places", "eponyms") for block in load(file, NoNames) for name in block.names
    )


@cache
def sure_places() -> frozenset[str]:
    """Provinces and countries of two words, folded: a place whatever follows, “Thành phố Hà Nội Tôi là …”."""
    return frozenset(
        fold_word(name)
        for block in load("places", NoNames)
        for name in block.names
        if block.name == "tỉnh, thành phố" or (block.name == "nước" and " " in name)
    )


def place_length(folded: list[str], at: int, addressed: bool = False) -> int:
    """How many words at this place are a known place or eponym: “Hà Giang” 2, “Lê Diễn” 0.

    “Hà Trung Ký” is no place: what follows one is nothing or another surname, “Hà Giang Đặng Quốc Khánh”.
    """
    left = len(folded) - at
    for length in range(min(4, left), 0, -1):
        place = " ".join(folded[at : at + length])
        if place in no_names() and (
            length == left
            or length > 2
            or folded[at + length] in surnames()[0]
            or (not addressed and place in sure_places())
        ):
            return length
    return 0


def is_ethnic(word: str) -> bool:
    """“K'Thanh”, “H’Vi”: a name of one word that carries its people's mark."""
    return len(word) > 3 and word[0] in "KHNkhn" and word[1] in "'’‘`´"


_ALSO_BODIES = frozenset({"đoàn", "báo", "văn", "đường", "công", "phó"})
_FIELD_STARTS = frozenset(
    {
        "khối",
        "thanh",
        "chủ",
        "kinh",
        "đại",
        "khảo",
        "kiểm",
        "giám",
        "công",
        "cơ",
        "trường",
        "phòng",
        "luật",
        "thể",
        "nhân",
    }
)


def is_body(folded: list[str], at: int) -> bool:
    """“Đoàn Khối”, “Đoàn Đắk Lắk” are bodies: the rest names a field or a place; “Đoàn Hồng Phong” is none."""
    if folded[at] not in _ALSO_BODIES:
        return False
    rest = folded[at + 1 : at + 3]
    return len(folded) - at == 2 or rest[0] in _FIELD_STARTS or " ".join(rest) in no_names()
