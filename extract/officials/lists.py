"""Names that a list shows to be officials: “các đồng chí: …”, “các thủ trưởng sở ngành như: …”, “ứng cử viên gồm …”."""

from __future__ import annotations

import re

from extract.officials.sequence import NAME, Sequence

_COMRADES = re.compile(r"L[:P,=]*(?=[HRN])[HRNP,;&()=\-]*")
_LIST = re.compile(r"[HRL]*N(?:[,&;]+[HR]*N)+")
_STAFF = re.compile(
    r"(?:lãnh\sđạo|cán\sbộ|thủ\strưởng|chuyên\sviên|thành\sviên|đại\sbiểu)[^.:;]{0,120}(?:như|gồm|gồm\scó|là)\s*:\s*$"
)
_CANDIDATES = re.compile(r"(?:ứng\scử\sviên|ứng\sviên|trúng\scử)[^.:;]{0,120}(?:(?:gồm|là)\s*:?|:)\s*$")


def comrades(letters: str) -> set[int]:
    """Names in a list that “các đồng chí” opens."""
    return {at for match in _COMRADES.finditer(letters) for at in range(*match.span()) if letters[at] == NAME}


def staff(sequence: Sequence, text: str) -> set[int]:
    """Names that a word for people in office lists: “các thủ trưởng, chuyên viên sở ngành như: Hồ Lâm, Lê Nam”."""
    return _named_after(_STAFF, sequence, text)


def candidates(sequence: Sequence, text: str) -> set[int]:
    """Names of those who stand for election: “3 ứng cử viên gồm: bà Lò Thị Sáu (sinh năm 1975); Vi Văn Tám (…)”."""
    return _named_after(_CANDIDATES, sequence, text)


def _named_after(opening: re.Pattern[str], sequence: Sequence, text: str) -> set[int]:
    """Names in a list that such words open."""
    return {
        at
        for match in _LIST.finditer(sequence.letters)
        if opening.search(text, max(0, (first := sequence.start(match.start())) - 150), first)
        for at in range(*match.span())
        if sequence.letters[at] == NAME
    }
