"""The first law, held in every run: each mention's words stand at its place in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from extract.records import Mention, Reading


class MisplacedError(ValueError):
    """A rule wrote words that do not stand where it says: its reading cannot be trusted."""


def check_places(reading: Reading, text: str) -> Reading:
    """The reading itself; raises where “Phó Giám đốc Sở Xây dựng” is said to stand at “Phó Giám đốc SởXây dựng”."""
    for mention in mentions(reading):
        span = mention.span
        if text[span.start : span.end] != mention.text:
            raise MisplacedError(f"{mention.rule} at {span.start}: other words stand there than {mention.text!r}")
    return reading


def mentions(value: Any) -> Iterator[Mention]:
    """Every mention inside a record, however deep."""
    if isinstance(value, Mention):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from mentions(item)
    else:
        for name in _parts(value.__class__):
            inner = getattr(value, name)
            if inner is not None:
                yield from mentions(inner)


@cache
def _parts(record_type: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record_type)) if is_dataclass(record_type) else ()
