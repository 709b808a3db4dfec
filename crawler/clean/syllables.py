"""Vietnamese syllables, as far as cleaning asks: may these letters be one, or two that lost their space?"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ONSET = r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
NUCLEUS = r"(?:iê|yê|ia|ya|uô|ươ|ưa|ua|uyê|uya|uy|uê|uơ|oa|oă|oe|oo|uâ|iu|ai|[aăâeêioôơuưy])"
CODA = r"(?:ch|ng|nh|[cmnptiouy])?"
SYLLABLE = re.compile(rf"{ONSET}{NUCLEUS}{CODA}")
TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
LAST = re.compile(r"[^\W\d_]+$")
FIRST = re.compile(r"[^\W\d_]+")


def runs_together(left: str, right: str) -> bool:
    """True when two pieces that only a tag parts are two words: “tỉnh|Hà”, “Giang|tổ”, not “Đ|ắk”, “km|2”."""
    if not left or not right or left[-1].isspace() or right[0].isspace():
        return False
    if right[0].isupper():
        return left[-1].islower() or (left[-1] in ".,;:!?…)" and left[-2:-1].islower())
    before, after = LAST.search(left), FIRST.match(right)
    if right[0].isdigit():
        return before is not None and len(before[0]) > 2 and is_syllable(before[0]) and right[:2].isdigit()
    return after is not None and is_syllable(after[0]) and _begins_anew(left, before[0] if before else "", after[0])


def _begins_anew(left: str, before: str, after: str) -> bool:
    """True for a syllable after a figure (“12|xóm”), after capitals (“UBND|tỉnh”), after another syllable."""
    if left[-1].isdigit() or (len(before) > 1 and before.isupper()):
        return len(after) > 2
    return is_syllable(before) and not is_syllable(before + after)


@lru_cache(maxsize=20_000)
def is_syllable(letters: str) -> bool:
    """True for “Giang”, “tổ”, “nghị”; False for “Giangtổ” and for “Đ”."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", letters.lower()).translate(TONES))
    return SYLLABLE.fullmatch(plain) is not None
