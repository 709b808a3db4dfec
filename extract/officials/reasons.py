"""What the words around a person say he is, if no official: “hộ bà Hoàng Thị Sáu” is a household (leftovers.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Sequence as Many
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import dropwhile

from extract.lexicon import load
from extract.records import Span
from extract.text import fold_word

_SIGNS = ".,;:!?()[]“”\"‘’'…–—-/&"
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_JOINING = frozenset({"của", "là", "cho", "với", "có", "gồm", "như", "tên", "đến", "đối", "và", "cùng", "về", "được"})
_HONORIFICS = frozenset({"ông", "bà", "anh", "chị", "cụ", "cô", "chú", "bác", "em", "mẹ", "cháu"})
_ADVERBS = frozenset({"cũng", "đã", "đang", "vẫn", "còn", "từng", "hiện", "là", "cùng", "này", "vừa", "sẽ", "phải"})
_LONGEST = 5
"""Words of the longest phrase of leftovers.toml."""
_BESIDE, _AROUND = 50, 160
"""Characters looked at beside a name, and around it in its sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One block of leftovers.toml."""

    name: str
    opens: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one field with the place of their reason in the file; `ends`, their outer words, come first."""

    reasons: Mapping[str, int]
    ends: AbstractSet[str]


def words_beside(text: str, start: int, name: Span) -> Iterator[int]:
    """The reasons whose words end before the address that begins at `start`, or begin behind the name."""
    yield from _before(text, start)
    behind = _words(text[name.end : name.end + _BESIDE])
    yield from _begins(behind, _phrases("after"))
    if behind and behind[0] in _ADVERBS:
        yield from _begins(behind[1:], _phrases("after"))


def words_opening(text: str, start: int, end: int) -> Iterator[int]:
    """The reasons whose words begin here, with an address or a name: “Bác Hồ dạy”, “Tiến sĩ Kỹ thuật”."""
    return _begins(_words(text[start : end + 20]), _phrases("opens"))


def words_near(text: str, sentence: Span, name: Span) -> Iterator[int]:
    """The reasons of which a word stands in the sentence, once a word."""
    near = _phrases("near")
    words = _words(text[max(sentence.start, name.start - _AROUND) : min(sentence.end, name.end + _AROUND)])
    for at, word in enumerate(words):
        if word in near.ends:
            yield from _begins(words[at : at + _LONGEST], near)


def title(place: int) -> str:
    reason: Reason = load("leftovers", Reason)[place]
    return reason.name


@cache
def _phrases(field: str) -> Phrases:
    reasons = {
        " ".join(_words(phrase)): place
        for place, reason in reversed(list(enumerate(load("leftovers", Reason))))
        for phrase in getattr(reason, field)
    }
    outer = -1 if field == "before" else 0
    return Phrases(reasons, frozenset(phrase.split(" ")[outer] for phrase in reasons))


def _before(text: str, end: int) -> Iterator[int]:
    """The last words before an address, and those before what only joins: “gia đình ông Lò Văn Tám và | bà Sáu”."""
    before, start = _phrases("before"), max(0, end - _BESIDE)
    for stop in _SENTENCE_END.finditer(text, start, max(start, end - 1)):
        start = stop.end()
    words = _bare(text[start:end])
    if start and start == end - _BESIDE:
        words = list(dropwhile(str.istitle, words[1:]))  # the window opens within a name
    if text.endswith(", ", start, end):  # “trong gia đình, ông Tám kể”, but “vợ ông Lò Văn Bảy, bà Sáu”
        words = _without_person(words)
    for _ in range(3):
        named = len(words) > 1 and words[-1][0].isupper() and words[-2][0].isupper()  # “ông Lò Văn Nhà, bà Sáu”
        if words and not named and fold_word(words[-1]) in before.ends:
            last = [fold_word(word) for word in words[-_LONGEST:]]
            runs = (" ".join(last[at:]) for at in range(len(last)))
            yield from (before.reasons[run] for run in runs if run in before.reasons)
        words = _without_joining(words)


def _without_joining(words: list[str]) -> list[str]:
    """“hộ của” is “hộ”, “vợ ông Lò Văn Bảy” is “vợ”; nothing where nothing can go."""
    return words[:-1] if words and words[-1].lower() in _JOINING else _without_person(words)


def _without_person(words: list[str]) -> list[str]:
    last = len(words)
    while last and words[last - 1][0].isupper():
        last -= 1
    return words[: last - 1] if last and words[last - 1].lower() in _HONORIFICS else []


def _begins(words: Many[str], phrases: Phrases) -> Iterator[int]:
    if words and words[0] in phrases.ends:
        runs = (" ".join(words[:length]) for length in range(1, min(_LONGEST, len(words)) + 1))
        yield from (phrases.reasons[run] for run in runs if run in phrases.reasons)


def _words(text: str) -> list[str]:
    return [fold_word(word) for word in _bare(text)]


def _bare(text: str) -> list[str]:
    """The words without the signs about them: “(ngụ ấp 4)” is ngụ, ấp, 4."""
    return [bare for word in text.split() if (bare := word.strip(_SIGNS))]
