"""When two annotations say the same in different words: for score.py."""

from __future__ import annotations

import re
import unicodedata

TONES = "\u0300\u0301\u0303\u0309\u0323"
SHORT = {
    "bch": "ban chấp hành",
    "btv": "ban thường vụ",
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "đbqh": "đại biểu quốc hội",
    "tw": "trung ương",
    "lhpn": "liên hiệp phụ nữ",
    "ptnt": "phát triển nông thôn",
}


def words(text: str | None) -> list[str]:
    """Lower case words, abbreviations written out, each syllable's tone behind it: “Uỷ” and “ủy” agree."""
    found = re.findall(r"[\w’'/-]+", unicodedata.normalize("NFC", text or "").lower())
    return [_syllable(word) for part in found for word in SHORT.get(part, part).split()]


def _syllable(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tone = "".join(c for c in letters if c in TONES)
    return "".join(c for c in letters if c not in TONES).replace("y", "i") + tone


def alike(a: str | None, b: str | None, share: float) -> bool:
    """True when the two share that part of their distinct words."""
    left, right = set(words(a)), set(words(b))
    return left == right or (bool(left & right) and len(left & right) >= share * len(left | right))


def same_post(a: str, b: str) -> bool:
    """“Phó Bí thư” is not “Bí thư”: words of rank must agree, the others mostly."""
    rank = set(words("phó nguyên quyền thường trực trung ương tỉnh thành huyện xã thị sở ban bộ trưởng"))
    return rank & set(words(a)) == rank & set(words(b)) and alike(a, b, 0.75)
