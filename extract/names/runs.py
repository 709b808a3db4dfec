"""Where names may stand: runs of capitalised words, cut where something else begins.

“Chủ tịch UBND TP | Nguyễn Văn A”, “| Lê Diễn | UVTW | Đảng”.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache

from extract.names.known import is_ethnic, opening_words
from extract.names.syllables import CAPITALISED, LOWER, UPPER
from extract.text import fold_word

# “… Lê Văn Quý | P/V:”, “Tổng Biên tập: Lê Văn Quý | Địa chỉ: …”, “ông Lê Văn Quý | Chiều nay”: a stop is lost.
_NOT_ON = rf"(?:[{UPPER}]/|Địa chỉ|Giấy phép|Điện thoại|(?:Sáng|Trưa|Chiều|Tối|Hôm) (?:nay|qua)\b)"
# Plain classes, no group, no look-behind: ten times faster than the exact words, which are read run by run.
_RUN = re.compile(rf"[{UPPER}][{UPPER}{LOWER}'’‘`´-]*+(?:[ \u00a0](?!{_NOT_ON})[{UPPER}][{UPPER}{LOWER}'’‘`´-]*+)+")
_MARKS = "'’‘`´"
_MARKED = re.compile(rf"[KHN][{_MARKS}][ ]?[{UPPER}]*[{LOWER}]+")
_ONE = re.compile(rf"(?>{CAPITALISED})(?![ \u00a0]?[{UPPER}])")
_WORD = re.compile(CAPITALISED)
_CAPITALS = re.compile(rf"[{UPPER}]{{2,}}(?: [{UPPER}]{{2,}}){{2,4}}(?!\w)")
_RUNS_ON = frozenset({"Ông", "Bà", "Theo", "Tại"})  # “… Đặng Việt Dũng | Ông Đoàn Xuân Hiếu”: captions without a stop

Segment = tuple[int, str]
"""Capitalised words that hold one name at most, and where they begin."""


def segments(text: str, stops: AbstractSet[int], openers: AbstractSet[int]) -> Iterator[Segment]:
    """The stretches to look for a name in; a stop is where a term begins, an opener where an honorific ends."""
    breaks = sorted(stops | openers)
    for start, run in _runs(text, openers):
        end = start + len(run)
        first = bisect_left(breaks, start)
        inner = breaks[first : bisect_left(breaks, end, first)]
        if inner and (len(inner) > 1 or inner[0] > start or start in stops):
            ends = tuple(at - start for at in inner if at in stops)
            parts = _parts(run, ends, tuple(at - start for at in inner if at in openers))
        else:
            parts = _unbroken(run)
        for at, words in parts:
            yield start + at, words


def words_of(segment: str) -> list[re.Match[str]]:
    """The words of a segment: “Ma Từ Đông Điền” four, “TônThị” two."""
    return list(_WORD.finditer(segment))


def _runs(text: str, openers: AbstractSet[int]) -> list[Segment]:
    """Runs of capitalised words that may hold a name, and single words that an honorific or a mark make one."""
    held: list[Segment] = []
    for run in _RUN.finditer(text):
        words = run.group()
        if may_hold(words) or run.start() in openers:
            held.append((run.start(), words))
    starts = [start for start, _ in held]
    for opener in openers:
        if (at := bisect_right(starts, opener)) and opener < held[at - 1][0] + len(held[at - 1][1]):
            continue
        if one := _RUN.match(text, opener) or _ONE.match(text, opener):  # “TS Guy Martini”
            held.append((opener, one.group()))
    marked = _marked(text)
    return held + [one for one in marked if not any(start <= one[0] < start + len(run) for start, run in held)]


def _marked(text: str) -> Iterator[Segment]:
    """“K'Brêu”, “H’Vi”: words with the mark of a people, looked for from the mark."""
    for mark in _MARKS:
        at = text.find(mark, 1)
        while at > 0:
            if one := _MARKED.match(text, at - 1):
                yield at - 1, one.group()
            at = text.find(mark, at + 1)


@lru_cache(maxsize=50_000)
def may_hold(run: str) -> bool:
    """Whether a run could hold a name: a surname before its last word, or a word with a people's mark."""
    words, opening = run.replace("\u00a0", " ").split(" "), opening_words()
    return any(fold_word(word) in opening for word in words[:-1]) or any(is_ethnic(word) for word in words)


@lru_cache(maxsize=50_000)
def _unbroken(run: str) -> tuple[Segment, ...]:
    return _parts(run, (), ())


def _capitals_end(run: str, start: int) -> int:
    """Where a name in capitals ends, three words or more after a surname: “Ông | TRẦN VŨ PHƯƠNG |”, not “ông TP”."""
    words = _CAPITALS.match(run, start)
    if words is None or fold_word(words.group().partition(" ")[0]) not in opening_words():
        return start
    return words.end()


@lru_cache(maxsize=50_000)
def _parts(run: str, stops: tuple[int, ...], openers: tuple[int, ...]) -> tuple[Segment, ...]:
    """The run cut where a term begins and at abbreviations, which are left out themselves."""
    parts: list[list[tuple[int, int]]] = [[]]
    capitals_end = 0
    for word in _WORD.finditer(run):
        begins, letters = word.start(), word.group()
        if begins in openers:
            capitals_end = _capitals_end(run, begins)
        abbreviation = letters.isupper() and len(letters) > 1 and begins >= capitals_end
        left_out = abbreviation or begins in stops or (bool(parts[-1]) and letters in _RUNS_ON)
        if left_out or begins in openers:
            parts.append([])
        if not left_out:
            cut = next((at - 1 for at in stops if begins < at < word.end()), None)
            parts[-1].append((begins, cut or word.end()))
            if cut:  # “Lò Văn Tám-Phó Trưởng phòng”
                parts.append([])
    return tuple((part[0][0], run[part[0][0] : part[-1][1]]) for part in parts if part)
