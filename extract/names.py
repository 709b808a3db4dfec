"""Persons' names in the text: where one begins, where it ends, how sure it is.

“Bí thư Thành ủy Hải Phòng Lê Văn Thành” holds “Lê Văn Thành”; “quận Hoàng Mai” holds none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from extract.lexicon import load
from extract.records import Span
from extract.syllables import CAPITALISED, LOWER, UPPER, is_syllable
from extract.text import fold, fold_word

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Surnames:
    """One block of surnames.toml."""

    name: str
    common: tuple[str, ...] = ()
    rare: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One block of places.toml or eponyms.toml."""

    name: str
    names: tuple[str, ...]
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Surnames that open a name anywhere, and those that need a neighbour."""
    blocks = load("surnames", Surnames)
    common = frozenset(fold(name) for block in blocks for name in block.common)
    return common, frozenset(fold(name) for block in blocks for name in block.rare) - common


@cache
def no_names() -> frozenset[str]:
    """Places and eponyms, folded."""
    return frozenset(
        fold(name) for file in ("places", "eponyms") for block in load(file, Known) for name in block.names
    )


_RUN = re.compile(rf"(?<![{UPPER}\d_'’]){CAPITALISED}(?:[ \u00a0]?{CAPITALISED})*")
_WORD = re.compile(CAPITALISED)
_LEVEL_BEFORE = re.compile(
    r"(?<!\w)(?:(?:huyện|quận|thị\sxã|thị\strấn|phường|xã)|(?P<closed>tỉnh|thành\sphố|TP\.?))\s$", re.IGNORECASE
)
_THING_BEFORE = re.compile(
    r"""(?<!\w)(?:thôn|bản|ấp|buôn|bon|làng|xóm|khu\sphố|khóm|đường|(?<!thành\s)phố|ngõ|cầu|chợ|sông|hồ|núi|đảo|đèo|cảng|(?<!môi\s)(?<!thị\s)trường|THPT|THCS
    |tiểu\shọc|mầm\snon|đại\shọc|học\sviện|bệnh\sviện|nhà\smáy|công\sty|tập\sđoàn|quảng\strường|công\sviên|nhà\shát|giải\sthưởng
    |giải|quỹ|chùa|đền|đình|lăng|nghĩa\strang|bảo\stàng|tượng\sđài|di\stích|tư\stưởng|phong\scách|đạo\sđức|tấm\sgương|thời\sđại
    |học\sbổng|nhà\sxuất\sbản|mang\stên|cộng\ssản|khách\ssạn|vườn\squốc\sgia|kênh|rạch|cầu\scảng|khu\sđô\sthị|chiến\sdịch
    |TNCS|TNTP|thiếu\sniên\stiền\sphong|ảnh:|ảnh|tin:|bài:|bài|theo|báo|núi|xe|tàu)\s$""",
    re.VERBOSE | re.IGNORECASE,
)
_APART_BEFORE = re.compile(r"(?:[,;:(•–\n-]|\b(?:và|cùng|với))\s*$")
_APART_AFTER = re.compile(r"\s*(?:[,;(–\n-]|và\b)")


def find_names(text: str, stops: AbstractSet[int], openers: AbstractSet[int]) -> list[Name]:
    """Every name; `stops` are offsets where a term begins, `openers` where an honorific or a rank ends."""
    found: list[Name] = []
    opening = frozenset().union(*surnames())
    for run in _RUN.finditer(text):
        if run.start() not in openers and not _may_hold(run.group(), opening):
            continue
        for segment in _segments(run, stops, openers):
            if name := _read(text, segment, segment[0].start() in openers):
                found.append(name)
    return _trimmed(text, found)


def _may_hold(run: str, opening: AbstractSet[str]) -> bool:
    """Whether a run could hold a name: a surname before its last word, or a word with a people's mark."""
    words = run.replace("\u00a0", " ").split(" ")
    return any(fold_word(word) in opening for word in words[:-1]) or any(is_ethnic(word) for word in words)


def _segments(run: re.Match[str], stops: AbstractSet[int], openers: AbstractSet[int]) -> Iterator[list[re.Match[str]]]:
    """The run cut where a term begins and at abbreviations: “Lê Diễn UVTW Đảng”, “UBND TP Nguyễn Văn A”."""
    segment: list[re.Match[str]] = []
    for word in _WORD.finditer(run.string, run.start(), run.end()):
        term = word.start() in stops
        if segment and (term or word.start() in openers or (word.group().isupper() and len(word.group()) > 1)):
            yield segment
            segment = []
        if not term and not (word.group().isupper() and len(word.group()) > 1):
            segment.append(word)
    if segment:
        yield segment


def _read(text: str, words: list[re.Match[str]], addressed: bool) -> Name | None:
    """The one name of a segment, or None."""
    folded = [fold_word(word.group()) for word in words]
    common, rare = surnames()
    if addressed and not _place(folded, 0):
        return _addressed(text, words, folded)
    start = words[0].start()
    first = next((i for i, word in enumerate(folded) if word in common or is_ethnic(word)), None)
    if first is not None:
        for index in range(max(first, skipped := _first_word(text, start, folded), _place(folded, 0)), len(words) - 1):
            if (
                (folded[index] in common or is_ethnic(folded[index]))
                and not _place(folded, index)
                and not _body(folded, index)
            ):
                return _name(text, words[index : index + LONGEST], Certainty.SURNAME)
        if len(words) == 1 and is_ethnic(folded[0]) and skipped == 0:
            return _name(text, words, Certainty.SURNAME)
    if folded[0] in rare and 1 < len(words) <= 4 and not _place(folded, 0) and not _first_word(text, start, folded):
        name = _name(text, words, Certainty.LISTED)
        if _APART_BEFORE.search(text, max(0, start - 5), start) and _APART_AFTER.match(text, name.span.end):
            return name
    return None


_SENTENCE_OPENER = frozenset(
    "tại chiều sáng tối trưa theo trong trước sau ngày ảnh về khi các những một với để cùng đến nguyên năm hiện ông bà đồng "
    "qua tham dự phát đây tuy từ đặc bên liên do được".split()
)


def _trimmed(text: str, found: list[Name]) -> list[Name]:
    """Names as another place of the text shows them: “Đinh La Thăng | Chiều 13/5”, “Đinh La thăng hỏi” mistyped."""
    whole = {fold_word(name.text) for name in found if name.certainty is not Certainty.GIVEN}
    return [_shorter(name, whole) or _longer(text, name, whole) or name for name in found]


def _shorter(name: Name, whole: AbstractSet[str]) -> Name | None:
    rest, _, last = name.text.rpartition(" ")
    if fold_word(last) not in _SENTENCE_OPENER or " " not in rest or fold_word(rest) not in whole:
        return None
    return Name(Span(name.span.start, name.span.start + len(rest)), rest, name.certainty)


def _longer(text: str, name: Name, whole: AbstractSet[str]) -> Name | None:
    following = _SMALL.match(text, name.span.end)
    if not following or fold_word(name.text + following.group()) not in whole:
        return None
    span = Span(name.span.start, following.end())
    return Name(span, span.of(text), name.certainty)


_SMALL = re.compile(rf"[ ][{LOWER}]+(?![\w-])")


def _first_word(text: str, start: int, folded: list[str]) -> int:
    """Where a name may begin: after the place that a level or a thing names, “huyện Mường Lát | Hà Văn Cả”.

    “UBND tỉnh Lê Diễn” begins at once, since every province is known; “UBND xã Hoàng Thị Ba” since it has three words.
    """
    if _THING_BEFORE.search(text, max(0, start - 24), start):
        return 2
    level = _LEVEL_BEFORE.search(text, max(0, start - 12), start)
    if level and not level["closed"] and (len(folded) < 3 or folded[0] not in surnames()[0]):
        return 2
    return 0


def _addressed(text: str, words: list[re.Match[str]], folded: list[str]) -> Name | None:
    common, rare = surnames()
    if len(words) == 1:
        ethnic = is_ethnic(folded[0])
        return _name(text, words, Certainty.SURNAME if ethnic else Certainty.GIVEN)
    if folded[0] in common or folded[0] in rare:
        return _name(text, words[:LONGEST], Certainty.SURNAME)
    if folded[0] in _BODY_NOUNS:
        return None
    return _name(text, words[:LONGEST], Certainty.ADDRESSED)


def _body(folded: list[str], at: int) -> int:
    """“Đoàn Khối”, “Đoàn Đắk Lắk”, “Báo Cà Mau” are bodies: 1 where the rest names a field or a place."""
    if folded[at] not in _ALSO_BODIES:
        return 0
    return int(
        len(folded) - at == 2 or folded[at + 1] in _FIELD_STARTS or " ".join(folded[at + 1 : at + 3]) in no_names()
    )


_BODY_NOUNS = frozenset(
    "khoa bệnh viện trường sở bộ ban phòng trung đại học hội đảng tỉnh huyện thành công chi".split()
)
_ALSO_BODIES = frozenset({"đoàn", "báo", "văn", "đường", "công", "phó"})
_FIELD_STARTS = frozenset(
    {"khối", "thanh", "chủ", "kinh", "đại", "khảo", "kiểm", "giám", "công", "cơ", "trường", "phòng", "luật", "thể"}
)


def is_ethnic(word: str) -> bool:
    """“K'Thanh”, “H’Vi”: a name of one word that carries its people's mark."""
    return len(word) > 3 and word[0] in "KHNkhn" and word[1] in "'’‘`´"


def _place(folded: list[str], at: int) -> int:
    """How many words at this place are a known place or eponym: “Hà Giang” 2, “Lê Diễn” 0.

    “Hà Trung Ký” is no place: what follows one is nothing or another surname, “Hà Giang Đặng Quốc Khánh”.
    """
    known, left = no_names(), len(folded) - at
    for length in (4, 3, 2, 1):
        if length <= left and " ".join(folded[at : at + length]) in known:
            rest = at + length
            if length == left or folded[rest] in surnames()[0] or length > 2:
                return length
    return 0


def _name(text: str, words: Iterable[re.Match[str]], certainty: Certainty) -> Name:
    spans = [word.span() for word in words]
    for i, (start, end) in enumerate(spans):
        if i > 1 and text[start:end] in {"Ông", "Bà", "Theo", "Tại"}:  # “ông Đặng Việt Dũng | Ông Đoàn Xuân Hiếu”
            spans = spans[:i]
            break
    span = Span(spans[0][0], spans[-1][1])
    return Name(span, span.of(text), certainty)


def foreign(name: str) -> bool:
    """Whether a name holds a word that is no Vietnamese syllable."""
    return not all(is_syllable(word) for word in name.split())


__all__ = ["UPPER", "Certainty", "Name", "find_names", "foreign"]
