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
