"""Persons' names in the text: where one begins, where it ends, how it was told.

“Bí thư Thành ủy Hải Phòng Lê Văn Thành” holds “Lê Văn Thành”; “quận Hoàng Mai” holds none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from extract.officials.known_names import frequent, is_body, is_ethnic, no_names, opening_words, place_length, surnames
from extract.officials.name_ends import all_names, trimmed_end
from extract.officials.name_starts import LEVEL_BEFORE, first_word
from extract.officials.syllables import CAPITALISED, LOWER, UPPER, glued_length
from extract.records import Span
from extract.text import fold_word

LONGEST = 5
"""Syllables of the longest Vietnamese name: Tôn Nữ Thị Minh Hằng."""


class Certainty(StrEnum):
    """How a name was told."""

    SURNAME = "surname"  # opens with a surname, wherever it stands
    ADDRESSED = "addressed"  # opens after an honorific: “ông Trung Kiên”, “ngài Guy Ryder”
    LISTED = "listed"  # opens with a rare surname between two separators: “; Danh Út, Phó Chủ tịch”
    GIVEN = "given"  # one syllable after an honorific: “ông Thắng”


@dataclass(frozen=True, slots=True)
class Name:
    span: Span
    text: str
    certainty: Certainty


Words = list[re.Match[str]]

# Plain classes, no group, no look-behind: ten times faster than the exact words, which are read run by run.
_RUN = re.compile(rf"[{UPPER}][{UPPER}{LOWER}'’‘`´-]*(?:[ \u00a0][{UPPER}][{UPPER}{LOWER}'’‘`´-]*)+")
_MARKED = re.compile(rf"[KHN]['’‘`´][ ]?[{UPPER}]*[{LOWER}]+")
_ONE = re.compile(rf"(?>{CAPITALISED})(?![ \u00a0]?[{UPPER}])")
_WORD = re.compile(CAPITALISED)
_APART_BEFORE = re.compile(r"(?:[,;:(•–\n-]|\b(?:và|cùng|với))\s*$")
_APART_AFTER = re.compile(r"\s*(?:[,;(–\n-]|và\b)")
_RUNS_ON = frozenset({"Ông", "Bà", "Theo", "Tại"})  # “… Đặng Việt Dũng | Ông Đoàn Xuân Hiếu”: captions without a stop
_BODY_NOUNS = frozenset({"khoa", "bệnh", "viện", "sở", "bộ", "ban", "phòng", "hội", "đảng", "tỉnh", "huyện"})


def find_names(text: str, stops: AbstractSet[int], openers: AbstractSet[int]) -> list[Name]:
    """Every name; `stops` are offsets where a term begins, `openers` where an honorific or a rank ends."""
    found: list[Name] = []
    pairs: list[Words] = []
    for run in _runs(text, openers):
        for words in _segments(run, stops, openers):
            addressed = words[0].start() in openers
            readable = addressed or _may_hold(text[words[0].start() : words[-1].end()])
            if name := _read(text, words, addressed) if readable else None:
                found.append(name)
            elif len(words) == 2:
                pairs.append(words)
    whole = all_names(name.text for name in found if name.certainty is not Certainty.GIVEN)
    found += [_name(text, pair, Certainty.SURNAME) for pair in pairs if _is_person_elsewhere(text, pair, whole)]
    return [_trimmed(text, name, whole) for name in found]


def _is_person_elsewhere(text: str, pair: Words, whole: AbstractSet[str]) -> bool:
    """“UBND xã Lê Bốn”: two words after a level are a place, unless they are a person elsewhere in the text."""
    start, end = pair[0].start(), pair[1].end()
    return fold_word(text[start:end]) in whole and LEVEL_BEFORE.search(text, max(0, start - 12), start) is not None


def _runs(text: str, openers: AbstractSet[int]) -> Words:
    """Runs of capitalised words that may hold a name, and single words that an honorific or a mark make one."""
    held = [run for run in _RUN.finditer(text) if run.start() in openers or _may_hold(run.group())]
    starts, ends = [run.start() for run in held], [run.end() for run in held]
    for opener in openers:
        if (at := bisect_right(starts, opener)) and opener < ends[at - 1]:
            continue
        if one := _RUN.match(text, opener) or _ONE.match(text, opener):  # “TS Guy Martini”
            held.append(one)
    return held + [
        one for one in _MARKED.finditer(text) if not any(run.start() <= one.start() < run.end() for run in held)
    ]


@lru_cache(maxsize=50_000)
def _may_hold(run: str) -> bool:
    """Whether a run could hold a name: a surname before its last word, or a word with a people's mark."""
    words, opening = run.replace("\u00a0", " ").split(" "), opening_words()
    return any(fold_word(word) in opening for word in words[:-1]) or any(is_ethnic(word) for word in words)


def _segments(run: re.Match[str], stops: AbstractSet[int], openers: AbstractSet[int]) -> Iterator[Words]:
    """The run cut where a term begins and at abbreviations: “Lê Diễn UVTW Đảng”, “UBND TP Nguyễn Văn A”."""
    segment: Words = []
    for word in _WORD.finditer(run.string, run.start(), run.end()):
        abbreviation = word.group().isupper() and len(word.group()) > 1
        left_out = abbreviation or word.start() in stops or (bool(segment) and word.group() in _RUNS_ON)
        if segment and (left_out or word.start() in openers):
            yield segment
            segment = []
        if not left_out:
            segment.append(word)
    if segment:
        yield segment


def _read(text: str, words: Words, addressed: bool) -> Name | None:
    """The one name of a segment, or None."""
    last = words[-1].group()
    folded = [*(fold_word(word.group()) for word in words[:-1]), fold_word(last[: glued_length(last)])]
    if addressed and (len(words) == 1 or not place_length(folded, 0, addressed)):  # “bà Nga” is no Russia
        return _addressed(text, words, folded)
    return _by_surname(text, words, folded) or _listed(text, words, folded)


def _addressed(text: str, words: Words, folded: list[str]) -> Name | None:
    """After an honorific every name counts: “ông Trung Kiên”, “ngài Guy Ryder”; “bác sĩ Khoa Hồi sức” is none."""
    if folded[0] in _BODY_NOUNS:
        return None
    if len(words) == 1:
        return _name(text, words, Certainty.SURNAME if is_ethnic(folded[0]) else Certainty.GIVEN)
    return _name(text, words, Certainty.SURNAME if folded[0] in opening_words() else Certainty.ADDRESSED)


def _by_surname(text: str, words: Words, folded: list[str]) -> Name | None:
    """The name that begins at the first surname: “Hà Giang | Đặng Quốc Khánh”."""
    common = surnames()[0]
    if not any(word in common or is_ethnic(word) for word in folded):
        return None
    start = max(first_word(text, words[0].start(), folded), place_length(folded, 0))
    while start < len(words):
        if (folded[start] in common and start + 1 < len(words)) or is_ethnic(folded[start]):
            skipped = place_length(folded, start) or is_body(folded, start)
            if not skipped:
                return _name(text, words[_firmer(folded, start) :], Certainty.SURNAME)
            start += skipped
        else:
            start += 1
    return None


def _firmer(folded: list[str], start: int) -> int:
    """A frequent surname after one in the middle of a run: “Nam Triệu | Bùi Hữu Hùng”."""
    if start == 0 or folded[start] in frequent():
        return start
    return next((i for i in range(start + 1, len(folded) - 1) if folded[i] in frequent()), start)


def _listed(text: str, words: Words, folded: list[str]) -> Name | None:
    """A rare surname opens a name between two separators: “; Danh Út, Phó Chủ tịch”."""
    start = words[0].start()
    if folded[0] not in surnames()[1] or not 1 < len(words) < LONGEST or place_length(folded, 0):
        return None
    if not _APART_BEFORE.search(text, max(0, start - 5), start) or not _APART_AFTER.match(text, words[-1].end()):
        return None
    return None if first_word(text, start, folded) else _name(text, words, Certainty.LISTED)


def _name(text: str, words: Words, certainty: Certainty) -> Name:
    kept = words[:LONGEST]
    if len(kept) == LONGEST and " ".join(fold_word(word.group()) for word in kept[-2:]) in no_names():
        kept = kept[:-2]  # “Lê Đình Sơn | Hà Tĩnh”
    last = kept[-1]
    end = last.start() + (glued_length(last.group()) or len(last.group()))  # “Phạm Minh Chính|vừa ký”
    span = Span(kept[0].start(), end)
    return Name(span, span.of(text), certainty)


def _trimmed(text: str, name: Name, whole: AbstractSet[str]) -> Name:
    end = trimmed_end(text, name.span.start, name.span.end, whole)
    if end == name.span.end:
        return name
    span = Span(name.span.start, end)
    return Name(span, span.of(text), name.certainty)
