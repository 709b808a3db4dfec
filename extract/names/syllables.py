"""Letters and syllables of names: what a Vietnamese syllable is, and what a capitalised word is."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.text import fold_word

_ACCENTED = "ĐÐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊĬÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴČŠŽÇÑÖÜ"
UPPER, LOWER = f"A-Z{_ACCENTED}", f"a-z{_ACCENTED.lower()}ŏ"
"""For character classes: capital and small letters of Vietnamese, of the peoples' alphabets and of guests' names."""

CAPITALISED = rf"[{UPPER}]+[{LOWER}]*(?:['’‘`´][ ]?[{UPPER}]*[{LOWER}]+)*(?:-[{UPPER}]?[{LOWER}]+)*"
"""One capitalised word: Nguyễn, K'Thanh, R’lấp, H’Dơk, Al-Sabah."""

_VOWELS = "aăâeêioôơuưy"
_SYLLABLE = re.compile(
    rf"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?[{_VOWELS}]{{1,3}}(?:ng|nh|ch|[cmnpt])?$"
)
_TONES = str.maketrans(
    "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ",
    "aaaaaăăăăăâââââeeeeeêêêêêiiiiioooooôôôôôơơơơơuuuuuưưưưưyyyyy",
)


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether a word could be a Vietnamese syllable: “Nguyễn” could, “Esteban” and “Biêr” could not."""
    parts = fold_word(word).translate(_TONES).split("-")
    return all(_SYLLABLE.match(part) for part in parts)


_GLUED_TAIL = re.compile(
    r"(?:cho|đã|và|tại|trong|là|với|về|được|cũng|vừa|nói|có|làm|trao|ký|đến|của|để|khi|sau|tổ|chủ|bổ|điều|phát|đề|yêu|tiếp|dự)$"
)


@lru_cache(maxsize=20_000)
def glued_length(word: str) -> int | None:
    """How much of a word is its own where the next one is glued to it: 5 of “Giangcho”, None for “Giang”, “Trump”."""
    tail = _GLUED_TAIL.search(word)
    if not tail or tail.start() < 2 or is_syllable(word) or not is_syllable(word[: tail.start()]):
        return None
    return tail.start()
