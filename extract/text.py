"""Vietnamese letters: folding that keeps every offset."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Old tone placement → modern, over the lower-case vowel pairs oa, oe, uy: “hoà” → “hòa”, “uỷ” → “ủy”.
_PAIRS = {
    old[0] + old[1]: new[0] + new[1]
    for plain, toned in (("oa", "òóỏõọ àáảãạ"), ("oe", "òóỏõọ èéẻẽẹ"), ("uy", "ùúủũụ ỳýỷỹỵ"))
    for first, second in [toned.split()]
    for old, new in zip([plain[0] + s for s in second], [f + plain[1] for f in first], strict=True)
}


@lru_cache(maxsize=100_000)
def fold_word(word: str) -> str:
    """One syllable in lower case with its tone mark in the modern place: “Hoà” → “hòa”, “Quý” → “quý”."""
    lower = word.lower()
    if len(lower) != len(word):  # a letter that grows in lower case (İ) would move every later offset
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in word)
    for old, new in _PAIRS.items():
        at = lower.find(old)
        if at < 0 or (old[0] == "u" and at > 0 and lower[at - 1] == "q"):
            continue
        if at + 2 == len(lower) or not lower[at + 2].isalpha():  # “hoàn” keeps its mark
            lower = lower[:at] + new + lower[at + 2 :]
    return lower


def fold(text: str) -> str:
    """Lower case, modern tone placement, the same length: `fold("UỶ BAN Hoà Bình")` is "ủy ban hòa bình"."""
    return " ".join(fold_word(word) for word in text.split(" "))


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
