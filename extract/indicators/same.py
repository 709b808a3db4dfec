"""Whether two figures count the same thing."""

from __future__ import annotations

from extract.records import Indicator
from extract.text import fold_word


def same_unit(a: Indicator, b: Indicator) -> bool:
    """“mô hình” and “mô hình, điển hình” count the same; a head word alone (“hộ”, “hộ nghèo”) too."""
    return a.kind == b.kind and head_word(a) == head_word(b)


def head_word(indicator: Indicator) -> str:
    """The first word of what is counted: “mô” of “mô hình, điển hình”."""
    return fold_word(indicator.unit.partition(" ")[0].rstrip(","))
