"""Heads of posts, honorifics and ranks where they stand: “| đồng chí | Lê Diễn”, not “Trần | Anh | Tuấn”."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.names.known import MIDDLE, surnames
from extract.names.syllables import LOWER, UPPER
from extract.names.word_before import word_before
from extract.records import Span
from extract.text import fold_word
from extract.vocabulary.address import CIVIL, COMRADE, RANK
from extract.vocabulary.heads import HEAD, NO_HEAD

ADDRESS, MANY, TITLE = "H", "L", "R"
"""Letters: an honorific, an honorific for many, a rank."""

_IN_CHUC_VU = re.compile(r"chức vụ (?=trưởng)", re.IGNORECASE)
"""“giữ chức vụ Trưởng Ban Tuyên giáo” gives no vụ trưởng."""
_PART_OF_BODY = re.compile(r"(?:văn phòng|công ty|công tác|hội|đoàn)\s$", re.IGNORECASE)
_PART_ENDS = frozenset({"phòng", "ty", "tác", "hội", "đoàn"})
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n“\"(–-])\s*$")

_AFTER_CAPITALS = re.compile(rf"(?<!\w)[{UPPER}]{{2,}}\s$")
_FULL_NAME = re.compile(rf"[ \u00a0]([{UPPER}][{LOWER}]+)[ \u00a0][{UPPER}][{LOWER}]")


def people_terms(
    text: str, terms: Iterable[tuple[int, int, str]]
) -> tuple[list[Span], list[tuple[Span, str]], set[int]]:
    """Heads of posts, honorifics that stand before a name, and where words begin that only look like a head."""
    heads, address, shams = [], [], set()
    for start, end, label in terms:
        if label == HEAD:
            in_chuc_vu = text[start : start + 2] in {"vụ", "Vụ"} and _IN_CHUC_VU.match(text, max(0, start - 5))
            heads.append(Span(start + 3 if in_chuc_vu else start, end))
        elif label == NO_HEAD:
            shams.add(start)
        elif letter := _address(text, start, end, label):
            address.append((Span(start, end), letter))
    return heads, address, shams


def _address(text: str, start: int, end: int, label: str) -> str | None:
    """“đồng chí” and ranks always count, “anh” only before a capital, and not inside a name: “Trần Anh Tuấn”."""
    many, kind = label[-1] == "s", label.rstrip("s")
    if kind != COMRADE and not _addresses(text, start, end, kind, many):
        return None
    return MANY if many else ADDRESS if kind in {COMRADE, CIVIL} else TITLE


def _addresses(text: str, start: int, end: int, kind: str, many: bool) -> bool:
    """Whether it stands before a name; “Văn phòng Luật sư Kim Phụng”, “Hội Nhà báo” hold none."""
    if kind != RANK:
        following = text[(at := next_word(text, end)) : at + 1]
        if not (following.isupper() or (many and following)):
            return False
    if kind == CIVIL:
        if text.startswith("Rịa", end + 1):
            return False
        return not text[start].isupper() or _opens_sentence(text, start, end)
    if word_before(text, start) in _PART_ENDS and _PART_OF_BODY.search(text, max(0, start - 10), start):
        return False
    return kind != RANK or end - start >= 4 or not text[start].islower()


def _opens_sentence(text: str, start: int, end: int) -> bool:
    """A full stop may be lost: “Ảnh: LÊ SÁU Ông Vi Tám”, “làm Trưởng ban Ông Lê Văn Tám”; not “Ông Thị Nga”."""
    if _SENTENCE_START.search(text, max(0, start - 3), start) or _AFTER_CAPITALS.search(text, max(0, start - 8), start):
        return True
    if not text[max(0, start - 12) : start].rsplit(None, 1)[-1].islower():
        return False
    name = _FULL_NAME.match(text, end)
    return name is not None and name[1] not in MIDDLE and fold_word(name[1]) in surnames()[0]


def next_word(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] in {" ", "\u00a0"} else end
