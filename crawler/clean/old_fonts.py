"""Text typed for the fonts of before Unicode, TCVN3 (.VnTime) and VNI, made readable: “Héi nghÞ” is “Hội nghị”."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import islice

# Every code of TCVN3 beside its letter; capitals with a tone have no code of their own, the font drew them.
_TCVN3 = (
    "µà¶ả·ã¸á¹ạ¨ă»ằ¼ẳ½ẵ¾ắÆặ©âÇầÈẩÉẫÊấËậ®đÌèÎẻÏẽÐéÑẹªêÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọ«ôåồæổçỗèốéộ¬ơêờëởìỡíớîợ"
    "ïùñủòũóúôụ\u00adưõừöử÷ữøứùựúỳûỷüỹýýþỵ¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ"
)
# VNI writes the vowel, then a letter for its marks: “aø” is à, “eä” is ệ, “ôï” is ợ.
_VNI_TONES = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_HAT = {"â": "", "à": "\u0300", "á": "\u0301", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVE = {"ê": "", "è": "\u0300", "é": "\u0301", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_ALONE = {"ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ô": "ơ", "ö": "ư"}

UNICODE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
"""Letters that only Unicode text has: some of these, and the text is no old font's."""
TCVN3_SIGNS = re.compile(r"(?<=[A-Za-z])[µ¸¶·¹¨©ª«¬®\u00ad»¼½¾÷×](?=[a-z\s,.;])|®[A-Za-zµ¸¶·¹¨©ª«¬\u00c6-\u00fe]")
VNI_SIGNS = re.compile(r"[aeouy][øùûõï]|[aeo][âàáåãä]|a[êèéúüë]|[öô][øùûõï]|ñ[aeioyuöô]|öô|öu", re.IGNORECASE)
ENOUGH = 20
"""So many signs at the beginning of a text make an old font; so many letters of Unicode make none."""


def from_old_font(text: str) -> tuple[str, str | None]:
    """The text in Unicode and the font it was typed for: “HuyÖn ñy” gives “Huyện ủy” and "tcvn3"."""
    seen = text[:200_000]
    if seen.isascii() or sum(1 for _ in islice(UNICODE.finditer(seen), ENOUGH + 1)) > ENOUGH:
        return text, None
    tcvn3, vni = len(TCVN3_SIGNS.findall(seen)), len(VNI_SIGNS.findall(seen))
    if max(tcvn3, vni) < ENOUGH:
        return text, None
    return (text.translate(tcvn3_table()), "tcvn3") if tcvn3 > vni else (from_vni(text), "vni")


def from_vni(text: str) -> str:
    """“Hoäi nghò” → “Hội nghị”."""
    pairs, pattern = vni_pairs()
    return pattern.sub(lambda match: pairs[match.group()], text)


@cache
def tcvn3_table() -> dict[int, str]:
    return {ord(_TCVN3[at]): _TCVN3[at + 1] for at in range(0, len(_TCVN3), 2)}


@cache
def vni_pairs() -> tuple[dict[str, str], re.Pattern[str]]:
    """Every vowel with its mark, small and capital, and the pattern that finds them, the longest first."""
    pairs = dict(_VNI_ALONE)
    for vowel, letter in (*((v, v) for v in "aeouy"), ("ô", "ơ"), ("ö", "ư")):
        pairs |= {vowel + mark: _joined(letter + tone) for mark, tone in _VNI_TONES.items()}
    for vowel, letter in ("aâ", "eê", "oô"):
        pairs |= {vowel + mark: _joined(letter + tone) for mark, tone in _VNI_HAT.items()}
    pairs |= {"a" + mark: _joined("ă" + tone) for mark, tone in _VNI_BREVE.items()}
    pairs |= {old.upper(): new.upper() for old, new in pairs.items()}
    pairs |= {old.capitalize(): new.capitalize() for old, new in pairs.items()}
    longest = sorted(pairs, key=len, reverse=True)
    return pairs, re.compile("|".join(map(re.escape, longest)))


def _joined(letters: str) -> str:
    return unicodedata.normalize("NFC", letters)
