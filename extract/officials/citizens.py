"""Private citizens, whom nobody indexes unless they speak: “hộ bà Hoàng Thị Sáu”, “ông Phan Đình Bảy (49 tuổi, …)”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence as Many

from extract.names.word_before import word_before
from extract.officials.sequence import Sequence

# What shows a private citizen: “ông Phan Đình Bảy (49 tuổi, ngụ ấp Bình Hòa)”, “hộ bà Hoàng Thị Sáu”.
_PRIVATE_AFTER = re.compile(
    r"""\s*[,(–-]\s*(?:\d\d\stuổi|ngụ|trú|SN\s|sinh\snăm|tổ\sdân\sphố|tổ\s\d|thôn|ấp|cụm|nhà\s|hộ\s|(?:một\s)?người|chủ\s|vợ|chồng
    |con\s|em\s|anh\s|chị\s|mẹ\s|cha\s|bố|học\ssinh|sinh\sviên|nông\sdân|tiểu\sthương|thương\sbinh|quê)""",
    re.VERBOSE,
)
_PRIVATE_BEFORE = re.compile(
    r"""(?:hộ|hộ\sdân|người\sdân|ngư\sdân|nông\sdân|gia\sđình|vợ|chồng|cử\stri|bệnh\snhân|công\sdân|nạn\snhân)
    (?:\slà)?(?:\s(?:ông|bà|anh|chị|em))?\s$""",
    re.VERBOSE,
)
_REMEMBERED = re.compile(
    r"""(?:(?:ngày\s(?:sinh|mất|giỗ)|tưởng\s(?:nhớ|niệm)|(?:dâng|thắp)\shương|viếng|lễ\stang|linh\scữu|an\stáng|thi\shài)
    (?:\scủa)?(?:\s(?!(?:tại|ở|do|có|các|trước|nhân|lên|của|sau|cùng|về)\b)[^\s.;:]+){0,16}?)(?<!,)\s""",
    re.VERBOSE | re.IGNORECASE,
)
_PRIVATE_ENDS = frozenset({"hộ", "dân", "đình", "vợ", "chồng", "tri", "nhân", "là", "ông", "bà", "anh", "chị", "em"})
"""Last words of what shows a private citizen before a name."""
_VISITS_END = frozenset({"thăm", "viếng", "hỏi", "và", "tặng", "quà", "chúc", "tết", "gia", "đình", "cố"})
_VISITS = re.compile(r"(?:thăm|viếng)(?:\s(?:hỏi|và|viếng|tặng|quà|chúc|tết|gia|đình|cố)|,){0,6}\s$", re.IGNORECASE)


def is_private(sequence: Sequence, text: str, at: int) -> bool:
    """Whether the words around the name at this place say that its bearer is not in office."""
    span = sequence.name(at).span
    if word_before(text, span.start) in _PRIVATE_ENDS and _PRIVATE_BEFORE.search(
        text, max(0, span.start - 16), span.start
    ):
        return True
    return _PRIVATE_AFTER.match(text, span.end) is not None or _is_visited(sequence, text, at)


def is_remembered(sequence: Sequence, text: str, at: int, occasions: Many[int]) -> bool:
    """“kỷ niệm 100 năm ngày sinh đồng chí Lò Văn Bảy”, “cố Bí thư Tỉnh ủy Lò Văn Bảy”: who gives the occasion only."""
    start = chain_start(sequence, at)
    if text.startswith("cố ", start) or text[max(0, start - 4) : start] in {" cố ", "\ncố ", "\nCố ", " Cố "}:
        return True
    near = occasions[bisect_left(occasions, start - 120) : bisect_left(occasions, start)]
    return any(_REMEMBERED.fullmatch(text, occasion, start) for occasion in near)


def _is_visited(sequence: Sequence, text: str, at: int) -> bool:
    """“thăm Mẹ Việt Nam anh hùng Nguyễn Thị Sáu”: who is visited at home is not in office."""
    start = chain_start(sequence, at, "HR")
    if word_before(text, start).rstrip(",") not in _VISITS_END:
        return False
    return _VISITS.search(text, max(0, start - 40), start) is not None


def chain_start(sequence: Sequence, at: int, letters: str = "HRP") -> int:
    """Where the honorifics, ranks and posts begin that stand right before a name."""
    while at and sequence.letters[at - 1] in letters:
        at -= 1
    return sequence.start(at)
