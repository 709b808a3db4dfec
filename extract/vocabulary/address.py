"""Words that stand before a name: “đồng chí”, “các ông”, “Thiếu tướng”, “PGS.TS”."""

from __future__ import annotations

from dataclasses import dataclass

from extract.lexicon import load

COMRADE, CIVIL, RANK, DELEGATE = "comrade", "civil", "rank", "delegate"
"""Labels of these terms in `doc.terms(PEOPLE)`; the plural ones end in “s”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Honorific:
    """One block of honorifics.toml."""

    name: str
    kind: str
    forms: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


def address_terms() -> dict[str, list[str]]:
    """Honorifics by kind, one and many: “đ/c” is "comrade", “các đ/c” is "comrades"."""
    terms: dict[str, list[str]] = {}
    for word in load("honorifics", Honorific):
        singular = word.forms if word.kind == RANK else (word.name, *word.forms)
        terms.setdefault(word.kind, []).extend(singular)
        terms.setdefault(f"{word.kind}s", []).extend(word.plural)
    return terms
