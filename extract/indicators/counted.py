"""Counted nouns: where the noun phrase after a number ends (“lượt người”, “tổ chức đảng, đơn vị trực thuộc”)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extract.indicators.units import Unit, per_after
from extract.lexicon import load
from extract.records import IndicatorKind, Span
from extract.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedNouns:
    """One block of data/lexicon/counted.toml."""

    name: str
    nouns: tuple[str, ...]
    opens: bool = False
    pairs: bool = False
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StopWords:
    """One block of data/lexicon/stops.toml."""

    name: str
    words: tuple[str, ...]
    everywhere: bool = False
    examples: tuple[str, ...] = ()


_WORDS = re.compile(  # “y, bác sĩ”, “thanh, kiểm tra” share their last word over a comma
    r"[ \xa0]?[“\"]?([^\W\d_]+(?:(?:[ \xa0-]|(?<=\sy),\s|(?<=\sthanh),\s)[^\W\d_]+){0,5})"
)
_JOIN = re.compile(r"\s?[,/]\s?|\s(?:và|hoặc|hay)\s|\s?,\s?và\s|\s-\s")
_COUNTED_NEXT = re.compile(r"(?:[ \xa0](?!(?:và|với|cho|trong|từ|có|gồm|là|đạt|được|đã|năm)\s)[^\W\d_]+){0,4}[ \xa0]\d")
_BEGIN_ANEW = frozenset({"ubnd", "hđnd", "bao", "nhà", "nhãn hiệu", "đội ngũ"})
"""After a comma no more of the list: “10 xã, UBND tỉnh …”, “5 mẫu, bao gồm …”; yet “3 nhà tạm, nhà dột nát”."""
_TOTALS = frozenset({"số", "tổng"})
_TOTAL = re.compile(r"(?:tổng\s)?số(?=\s[^\W\d_])")
MAX_WORDS = 6
"""Words of the longest counted noun: “đơn vị hành chính cấp huyện”."""
_SIZED = tuple(re.compile(rf"[^\W\d_]+(?:[ \xa0\n,-]+[^\W\d_]+){{{size}}}") for size in range(MAX_WORDS))
"""So many words, by their number less one."""


class _Nouns(NamedTuple):
    """Every counted noun folded with its class, and the most words by first word; which take a noun or a pair along."""

    owners: dict[str, str]
    longest: dict[str, int]
    opening: frozenset[str]
    paired: frozenset[str]


@cache
def _nouns() -> _Nouns:
    blocks = load("counted", CountedNouns)
    owners: dict[str, str] = {}
    for block in blocks:
        for noun in block.nouns:
            owners.setdefault(fold(noun), block.name)
    longest: dict[str, int] = {}
    for words in map(str.split, owners):
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return _Nouns(
        owners,
        longest,
        opening=frozenset(fold(noun) for block in blocks if block.opens for noun in block.nouns),
        paired=frozenset(fold(noun) for block in blocks if block.pairs for noun in block.nouns),
    )


@cache
def _stops() -> tuple[frozenset[str], frozenset[str]]:
    """Words that no unknown noun begins with, and those that it does not reach over either."""
    blocks = load("stops", StopWords)
    return (
        frozenset(word for block in blocks for word in block.words),
        frozenset(word for block in blocks if block.everywhere for word in block.words),
    )


class Head(NamedTuple):
    """A compound noun where it stands; `family` is its class in the lexicon, None where no class has it."""

    start: int
    end: int
    noun: str
    family: str | None


def _head(text: str, low: str, at: int) -> Head | None:
    """The compound that begins at an offset: the longest known one, else up to two words that no stop word ends."""
    match = _WORDS.match(low, at)
    if match is None:
        return None
    known, longest, opening, paired = _nouns()
    start = match.start(1)
    words = match[1].replace("-", " ").split()
    first = words[0]
    if first in _TOTALS and (total := _TOTAL.match(low, start)):
        return _head(text, low, total.end())  # 2/3 số đại biểu
    for size in range(min(len(words), longest.get(first, 0)), 0, -1):
        noun = " ".join(words[:size])
        if family := known.get(noun):
            end = _end(low, start, noun)
            if noun in opening:
                end, family = _with_complement(low, end, family)
            if noun in paired and end == start + len(noun):
                end = _with_pair(text, end, words[size : size + 2])
            return Head(start, end, noun, family)
    front, everywhere = _stops()
    if first in front:
        return None
    noun = " ".join(words[:2]) if len(words) > 1 and words[1] not in everywhere else first
    return Head(start, _end(low, start, noun), "", None)


def _end(low: str, start: int, noun: str) -> int:
    """Where a noun ends, however its words are joined: “bán - hàng”."""
    if low.startswith(noun, start):
        return start + len(noun)
    match = _SIZED[noun.count(" ")].match(low, start)
    return match.end() if match else start


def _with_complement(low: str, end: int, family: str) -> tuple[int, str]:
    """A classifier with its noun, if that is a known one: “lượt | cán bộ”, “suất | quà”; its class is the noun's."""
    match = _WORDS.match(low, end)
    if match is None or low[end : match.start(1)] not in {" ", "\xa0"}:
        return end, family
    known, longest, _, _ = _nouns()
    words = match[1].split()
    for size in range(min(len(words), 4, longest.get(words[0], 0)), 0, -1):
        noun = " ".join(words[:size])
        if inner := known.get(noun):
            return _end(low, match.start(1), noun), inner
    return end, family


def _with_pair(text: str, end: int, pair: Sequence[str]) -> int:
    """The end of a compound whose second part no lexicon lists: “chốt | phòng dịch”, “cây | xà cừ”; no name."""
    front, everywhere = _stops()
    written = f" {' '.join(pair)}"
    if len(pair) < 2 or not (front | everywhere).isdisjoint(pair) or not text.startswith(written, end):
        return end
    return end + len(written)


def counted(text: str, low: str, at: int) -> Unit | None:
    """The counted noun phrase at an offset, with the nouns listed beside its head; `low` is the text folded.

    “12 tổ chức đảng, đơn vị trực thuộc” at 2 spans “tổ chức đảng, đơn vị”.
    """
    head = _head(text, low, at)
    if head is None:
        return None
    end = _listed(text, low, head)
    known = head.family is not None
    return Unit(
        kind=IndicatorKind.COUNT,
        id=head.noun or None,
        core=Span(head.start, end),
        per=per_after(low, end),
        known=known,
    )


def _listed(text: str, low: str, head: Head) -> int:
    """The end of a list of nouns of one class that share one number: “xã, phường và thị trấn”, “tin, bài”."""
    end = head.end
    for _ in range(3):
        join = _JOIN.match(low, end)
        following = _head(text, low, join.end()) if join and head.family else None
        if following is None or following.noun == head.noun or _COUNTED_NEXT.match(low, following.end):
            return end  # “905 người, giáo viên tiểu học 2.431 người”
        if following.noun in _BEGIN_ANEW and not head.noun.startswith(following.noun):
            return end
        if not _alike(head.family, following.family):
            return end
        end = following.end
    return end


def _alike(one: str | None, other: str | None) -> bool:
    return other is not None and (one in {other, "classifiers"} or other == "classifiers")
