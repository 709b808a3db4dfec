"""Numbers in words, for the sums only: “trong đó có hai người là nữ” is no figure, yet a part of five."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

_ONES = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5}
_DIGITS = _ONES | {"sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10}
_TENS = "mươi"
_SCALES = {"trăm": 100, "nghìn": 1000, "ngàn": 1000, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_SILENT = frozenset({"linh", "lẻ"})
_WORD = "|".join((*_DIGITS, _TENS, *_SCALES, *_SILENT))
_NUMBER = rf"(?:{'|'.join(_DIGITS)})(?:\s(?:{_WORD}))*"  # not the scale of “1,2 tỷ đồng”


def value(words: str) -> Decimal | None:
    """“hai mươi ba” is 23, “một trăm linh năm” 105, “ba nghìn hai trăm” 3200; None for words in no such order."""
    total, group, last = 0, 0, 0
    for word in words.split():
        if word in _DIGITS:
            group, last = group + _DIGITS[word], _DIGITS[word]
        elif word == _TENS:
            group += 9 * last
        elif word == "trăm":
            group += 99 * last
        elif word in _SCALES:
            total, group = total + max(group, 1) * _SCALES[word], 0
        elif word not in _SILENT:
            return None
    return Decimal(total + group)


def counted_in_words(low: str, start: int, end: int, noun: str) -> Iterator[Decimal]:
    """The numbers in words that count one noun in a stretch of lower-case text: “hai người”, “mười ba người”."""
    for match in re.compile(rf"(?<!\w)({_NUMBER})\s{re.escape(noun)}(?!\w)").finditer(low, start, end):
        number = value(match[1])
        if number:
            yield number
