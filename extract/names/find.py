"""Persons' names in the text: where one begins, where it ends, how it was told.

“Bí thư Thành ủy Hải Phòng Lê Văn Thành” holds “Lê Văn Thành”; “quận Hoàng Mai” holds none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache

from extract.names.ends import trimmed_end
from extract.names.known import MIDDLE, frequent, is_body, is_ethnic, no_names, opening_words, place_length, surnames
from extract.names.name import Certainty, Name
from extract.names.runs import Segment, may_hold, segments, words_of
from extract.names.starts import LEVEL_BEFORE, Before, first_word, stands_after
from extract.names.syllables import glued_length, is_syllable
from extract.records import Span
from extract.text import fold_word

LONGEST = 5
"""Syllables of the longest Vietnamese name: Tôn Nữ Thị Minh Hằng."""


Told = tuple[int, int, Certainty]
"""Where a name stands inside its segment, and how it was told."""


Words = list[re.Match[str]]

_APART_BEFORE = re.compile(r"(?:[,;:(•–\n-]|\b(?:và|cùng|với))\s*$")
_APART_AFTER = re.compile(r"\s*(?:[,;(–\n-]|và\b)")
_TEMPLES = frozenset({"đền", "chùa", "miếu"})
BODY_NOUNS = frozenset({"khoa", "bệnh", "viện", "sở", "bộ", "ban", "phòng", "hội", "đảng", "tỉnh", "huyện"})


def find_names(text: str, stops: AbstractSet[int], openers: AbstractSet[int]) -> list[Name]:
    """Every name; `stops` are offsets where a term begins, `openers` where an honorific or a rank ends."""
    found: list[Name] = []
    nameless: list[Segment] = []
    for start, words in segments(text, stops, openers):
        addressed = start in openers
        told = _read(words, Before.NOTHING, addressed) if addressed or may_hold(words) else None
        if told and (before := stands_after(text, start)) is not Before.NOTHING:
            told = _read(words, before, addressed)  # “đường | Nguyễn Huệ”
        if told and (told[2] is not Certainty.LISTED or _is_apart(text, start, start + len(words))):
            found.append(_name(text, start, told))
        else:
            nameless.append((start, words))
    whole = frozenset(fold_word(name.text) for name in found if name.certainty is not Certainty.GIVEN)
    called = {fold_word(name.text) for name in found if name.span.start in openers}
    found += _persons_elsewhere(text, nameless, whole, called)
    found += _said_again(text, found)
    openings = {name.rpartition(" ")[0] for name in whole}
    return [_trimmed(text, name, whole, openings) for name in found]


def _persons_elsewhere(
    text: str, nameless: list[Segment], whole: AbstractSet[str], called: AbstractSet[str]
) -> Iterator[Name]:
    """Persons elsewhere in the text: “Thành ủy Tất Hòa Sơn”; for “UBND xã Lê Bốn” it must be “ông Lê Bốn”."""
    for start, words in nameless:
        if fold_word(words) not in whole:
            continue
        folded = [fold_word(word.group()) for word in words_of(words)]
        after_level = LEVEL_BEFORE.search(text, max(0, start - 12), start) is not None
        if (len(folded) == 2 and after_level and " ".join(folded) in called) or (
            len(folded) > 2 and folded[0] in opening_words() and not is_body(folded, 0)
        ):
            yield _name(text, start, _whole(words_of(words), Certainty.SURNAME))


def _said_again(text: str, found: list[Name]) -> Iterator[Name]:
    """Other places of a name that only its honorific told: “Thành ủy Tất Hòa Sơn” beside “ông Tất Hòa Sơn”."""
    begun = {name.span.start for name in found}
    for addressed in {name.text for name in found if name.certainty is Certainty.ADDRESSED and _is_sure(name.text)}:
        start = text.find(addressed)
        while start >= 0:
            end = start + len(addressed)
            if start not in begun and not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
                yield Name(Span(start, end), addressed, Certainty.SURNAME)
            start = text.find(addressed, end)


@lru_cache(maxsize=5_000)
def _is_sure(name: str) -> bool:
    """Three words or no Vietnamese ones, and no body: “Tất Hòa Sơn”, “Guy Ryder”, not “Trung Kiên”."""
    folded = [fold_word(word.group()) for word in words_of(name)]
    if place_length(folded, 0) or is_body(folded, 0):
        return False
    return not may_hold(name) and (len(folded) > 2 or not all(map(is_syllable, folded)))


def _is_apart(text: str, start: int, end: int) -> bool:
    """“; Danh Út, Phó Chủ tịch”: a rare surname opens a name between two separators."""
    return bool(_APART_BEFORE.search(text, max(0, start - 5), start) and _APART_AFTER.match(text, end))


@lru_cache(maxsize=50_000)
def _read(segment: str, before: Before, addressed: bool) -> Told | None:
    """The one name of a segment that stands after such words, or None."""
    words = words_of(segment)
    last = words[-1].group()
    folded = [*(fold_word(word.group()) for word in words[:-1]), fold_word(last[: glued_length(last)])]
    if addressed and (len(words) == 1 or not place_length(folded, 0, addressed)):  # “bà Nga” is no Russia
        return _addressed(words, folded)
    return _by_surname(words, folded, before) or _listed(words, folded, before)


def _addressed(words: Words, folded: list[str]) -> Told | None:
    """After an honorific every name counts: “ông Trung Kiên”, “ngài Guy Ryder”; “bác sĩ Khoa Hồi sức” is none."""
    if folded[0] in BODY_NOUNS and len(words) > 1:
        return None
    if len(words) == 1:
        return _whole(words, Certainty.SURNAME if is_ethnic(folded[0]) else Certainty.GIVEN)
    return _whole(words, Certainty.SURNAME if folded[0] in opening_words() else Certainty.ADDRESSED)


def _by_surname(words: Words, folded: list[str], before: Before) -> Told | None:
    """The name that begins at the first surname: “Hà Giang | Đặng Quốc Khánh”."""
    if not any(_opens(folded, at) for at in range(len(folded))):
        return None
    start = 3 if folded[0] in _TEMPLES else max(first_word(before, folded), place_length(folded, 0))
    while start < len(words):
        if _opens(folded, start):
            skipped = place_length(folded, start) or is_body(folded, start)
            if not skipped:
                return _whole(words[_firmer(folded, start) :], Certainty.SURNAME)
            start += skipped
        else:
            start += 1
    return None


def _opens(folded: list[str], at: int) -> bool:
    """Whether a name may open here: a common surname, a people's mark, any surname before “Văn” or “Thị”."""
    more = at + 1 < len(folded)
    return (more and folded[at] in surnames()[0]) or is_ethnic(folded[at]) or _with_middle(folded, at)


def _with_middle(folded: list[str], at: int) -> bool:
    """“Ngân Văn Phịt”, “Ông Thị Kiều Nga”: the middle word says that the rare one before it is a surname."""
    return at + 2 < len(folded) and folded[at + 1].capitalize() in MIDDLE and folded[at] in opening_words()


def _firmer(folded: list[str], start: int) -> int:
    """A surer surname further on: “Nam Triệu | Bùi Hữu Hùng”, “Đồng Xoan | Kha Văn Thoong”."""
    if folded[start] in frequent():
        return start
    sure = (i for i in range(start + 2, len(folded) - 2) if _with_middle(folded, i))
    if start:
        sure = (i for i in range(start + 1, len(folded) - 1) if folded[i] in frequent() or _with_middle(folded, i))
    return next(sure, start)


def _listed(words: Words, folded: list[str], before: Before) -> Told | None:
    """A rare surname opens a name if it stands apart: “; Danh Út, Phó Chủ tịch”."""
    if folded[0] not in surnames()[1] or not 1 < len(words) < LONGEST or place_length(folded, 0):
        return None
    return None if first_word(before, folded) else _whole(words, Certainty.LISTED)


def _whole(words: Words, certainty: Certainty) -> Told:
    """All these words, as far as a name goes."""
    kept = words[:LONGEST]
    if len(kept) == LONGEST and " ".join(fold_word(word.group()) for word in kept[-2:]) in no_names():
        kept = kept[:-2]  # “Lê Đình Sơn | Hà Tĩnh”
    last = kept[-1]
    end = last.start() + (glued_length(last.group()) or len(last.group()))  # “Phạm Minh Chính|vừa ký”
    return kept[0].start(), end, certainty


def _name(text: str, start: int, told: Told) -> Name:
    span = Span(start + told[0], start + told[1])
    return Name(span, span.of(text), told[2])


def _trimmed(text: str, name: Name, whole: AbstractSet[str], openings: AbstractSet[str]) -> Name:
    """The name as far as other places of the text bear it out: most have no other that is a word longer or shorter."""
    folded = fold_word(name.text)
    if folded not in openings and folded.rpartition(" ")[0] not in whole:
        return name
    span = Span(name.span.start, trimmed_end(text, name.span.start, name.span.end, whole))
    return Name(span, span.of(text), name.certainty)
