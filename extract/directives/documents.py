"""Types of numbered documents: their names, their letters in a code, how they are cited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.lexicon import load


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentType:
    """“Quyết định”: QĐ in codes and before a number, cited by its number alone where `short`."""

    name: str
    symbols: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    short: str = ""  # "open", "closed"
    examples: tuple[str, ...]
    refuse: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotCode:
    """Letters after a number that are no document's: “Điều 285-BLHS”."""

    name: str
    symbols: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def not_codes() -> frozenset[str]:
    return frozenset(symbol for entry in load("not_codes", NotCode) for symbol in entry.symbols)


@cache
def document_types() -> tuple[DocumentType, ...]:
    return load("documents", DocumentType)


@cache
def by_symbol() -> dict[str, DocumentType]:
    """The type of a symbol in capital letters; where two share it the first named: QĐ is a Quyết định."""
    return {symbol.upper(): kind for kind in reversed(document_types()) for symbol in kind.symbols}


@cache
def by_word() -> dict[str, DocumentType]:
    """The type of a written name in lower case, or of its letters as written (“QĐ” but not “qđ”)."""
    return {kind.name.lower(): kind for kind in document_types()} | {
        word: kind for kind in document_types() for word in kind.words
    }


@cache
def last_syllables() -> dict[str, tuple[str, ...]]:
    """What may stand right before a document's number, in lower case, by its last letter: “định”, “qđ”, “số”."""
    syllables = sorted({word.rsplit(" ", 1)[-1].lower() for word in by_word()} | {"số", "số hiệu", "số:"})
    return {last: tuple(one for one in syllables if one[-1] == last) for last in {one[-1] for one in syllables}}


@cache
def name_at_end() -> re.Pattern[str]:
    """A type's name where the text before a number ends: “… theo Quyết định mang số”."""
    names = sorted((kind.name.lower() for kind in document_types()), key=len, reverse=True)
    spaced = [r"\s+".join(map(re.escape, name.split())) for name in names]
    return re.compile(rf"(?:{'|'.join(spaced)})$", re.IGNORECASE)


@cache
def name_anywhere() -> re.Pattern[str]:
    """A type's name, longest first: “Thông tư liên tịch” before “Thông tư”."""
    names = sorted((kind.name.lower() for kind in document_types()), key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names))
