"""Whether two figures count the same thing."""

from __future__ import annotations

from extract.records import Indicator
from extract.text import fold_word


def same_unit(a: Indicator, b: Indicator) -> bool:
    """“mô hình” and “mô hình, điển hình” count the same; a head word alone (“hộ”, “hộ nghèo”) too."""
    return a.kind == b.kind and head_word(a.unit) == head_word(b.unit)


def head_word(unit: str) -> str:
    """The first word of what is counted: “mô” of “mô hình, điển hình”."""
    return fold_word(unit.partition(" ")[0].rstrip(","))
