"""Loads data/lexicon/*.toml into records: an unknown key is an error, so is a missing one."""

from __future__ import annotations

import dataclasses
import tomllib
from functools import cache
from typing import Any, TypeVar, cast

from crawler.workspace import DATA

E = TypeVar("E")


class LexiconError(ValueError):
    """A lexicon file says something its record has no place for."""


@cache
def load(name: str, entry: type[E]) -> tuple[E, ...]:
    """The blocks of one lexicon as `entry` records; the block's title is its `name`.

    `load("documents", DocumentType)` reads data/lexicon/documents.toml.
    """
    path = DATA / "lexicon" / f"{name}.toml"
    try:
        blocks = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: {error}") from error
    return tuple(_entry(path.name, title, block, entry) for title, block in blocks.items())


def _entry(file: str, title: str, block: Any, entry: type[E]) -> E:
    if not isinstance(block, dict):
        raise LexiconError(f"{file}: {title} is no block")
    known = {field.name for field in dataclasses.fields(entry)}  # type: ignore[arg-type]
    if unknown := block.keys() - known:
        raise LexiconError(f"{file}: [{title}] has unknown keys {sorted(unknown)}")
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in block.items()}
    try:
        return cast("E", cast("Any", entry)(name=title, **values))
    except TypeError as error:
        raise LexiconError(f"{file}: [{title}] {error}") from error
