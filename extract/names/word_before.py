"""The word before a place: asked before a pattern is tried that could only end in a few of them."""

from __future__ import annotations


def word_before(text: str, at: int) -> str:
    """In small letters, if white space parts them: “thăm và tặng quà | bà Lò Thị Sáu” gives “quà”."""
    if not at or not text[at - 1].isspace():
        return ""
    words = text[max(0, at - 12) : at].rsplit(None, 1)
    return words[-1].lower() if words else ""
