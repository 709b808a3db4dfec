"""Names that a list shows to be officials: “các đồng chí: …”, “các thủ trưởng sở ngành như: …”, “ứng cử viên gồm …”."""

from __future__ import annotations

import re

from extract.officials.sequence import NAME, Sequence

_COMRADES = re.compile(r"L[:P,=]*(?=[HRN])[HRNP,;&()=\-]*")
_LIST = re.compile(r"[HRL]*N(?:[,&;]+[HR]*N)+")
_STAFF = re.compile(
    r"(?:lãnh\sđạo|cán\sbộ|thủ\strưởng|chuyên\sviên|thành\sviên|đại\sbiểu)[^.:;]{0,120}(?:như|gồm|gồm\scó|là)\s*:\s*$"
)
_CANDIDATES = re.compile(
    r"(?:ứng\scử\sviên|ứng\sviên|trúng\scử|đại\sbiểu\sứng\scử)[^.:;]{0,120}(?:(?:gồm|là)\s*:?|:)\s*$"
)


def comrades(letters: str) -> set[int]:
    """Names in a list that “các đồng chí” opens."""
    return {at for match in _COMRADES.finditer(letters) for at in range(*match.span()) if letters[at] == NAME}


def staff(sequence: Sequence, text: str) -> tuple[set[int], set[int]]:
    """Names in a list of people in office, “chuyên viên sở ngành như: Hồ Lâm, Lê Nam”, and in one of candidates."""
    named: set[int] = set()
    standing: set[int] = set()
    for match in _LIST.finditer(sequence.letters):
        first = sequence.start(match.start())
        opening = text[max(0, first - 5) : first].rstrip()
        if not opening.endswith((":", "gồm", "là")):
            continue
        kept = named if opening[-1] == ":" and _STAFF.search(text, max(0, first - 150), first) else None
        if _CANDIDATES.search(text, max(0, first - 150), first):
            kept = standing
        if kept is not None:
            kept.update(at for at in range(*match.span()) if sequence.letters[at] == NAME)
    return named, standing
