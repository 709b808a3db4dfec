"""Heads of posts, from the lexicon: “Phó Bí thư”, “Chủ tịch”, “TUV”."""

from __future__ import annotations

from dataclasses import dataclass

from extract.lexicon import load

HEAD = "head"
"""The label of these terms in `doc.terms(PEOPLE)`."""
NO_HEAD = "no head"
"""The label of words that hold a head and are none: “Ban Bí thư”, “Đoàn Chủ tịch”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostHead:
    """One block of posts.toml: “Bí thư” with its deputy and its short forms."""

    name: str
    deputy: bool = False
    forms: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


def head_terms() -> dict[str, list[str]]:
    """Every way to write a head, and what only looks like one."""
    heads, shams = [], []
    for head in load("posts", PostHead):
        heads += [head.name, *head.forms]
        if head.deputy:
            heads += [f"Phó {head.name}", f"Phó {head.name} phụ trách"]
        shams += head.refuse
    return {HEAD: heads, NO_HEAD: shams}
