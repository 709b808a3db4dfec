"""A person's name where it stands in the text, and how it was told."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from extract.records import Span


class Certainty(StrEnum):
    """How a name was told."""

    SURNAME = "surname"  # opens with a surname, wherever it stands
    ADDRESSED = "addressed"  # opens after an honorific: “ông Trung Kiên”, “ngài Guy Ryder”
    LISTED = "listed"  # opens with a rare surname between two separators: “; Danh Út, Phó Chủ tịch”
    GIVEN = "given"  # one syllable after an honorific: “ông Thắng”


class Name(NamedTuple):
    """A name where it stands."""

    span: Span
    text: str
    certainty: Certainty
