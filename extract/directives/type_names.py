"""Where a document's type is named: right before a number, at the head of its phrase, or with “này” after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.directives import documents
from extract.directives.documents import DocumentType

_BACK = re.compile(r"n(?:ày|êu\strên|ói\strên)(?!\w)")
_NUMBERED = re.compile(r"(?:mang\s)?số(?:\shiệu)?:?\s*$", re.IGNORECASE)
_PHRASE_BREAK = re.compile(r"[.,;:(“\"\n]")
_WORD_BREAK = re.compile(r"[\s(“\"]")
_FARTHEST = 90
_LONGEST_LETTERS = 20  # “TTLT”, “QĐ”: letters of a type before a number


@dataclass(frozen=True, slots=True)
class Named:
    """A type named before a number: where, whether “số” stands between, whether nothing else does."""

    kind: DocumentType
    start: int
    numbered: bool
    near: bool


def may_name(low: str, start: int) -> bool:
    """Whether the word before a figure may end a type's name: a look that spares most figures the search."""
    end = start - 1 if low[start - 1 : start].isspace() else start
    syllables = documents.last_syllables().get(low[end - 1 : end])
    return syllables is not None and low.endswith(syllables, max(0, end - 10), end)


def type_before(text: str, past: int, start: int) -> Named | None:
    """The type named right before a number, else the one its phrase began with (“Luật Đất đai số …”)."""
    floor = max(past, start - _FARTHEST)
    before = text[floor:start].rstrip()
    if numbered := _NUMBERED.search(before, max(0, len(before) - 12)):
        before = before[: numbered.start()].rstrip()
    if near := _name_before(before):
        kind, at = near
        return Named(kind, floor + at, bool(numbered), True)
    if not numbered:
        return None
    phrase = _PHRASE_BREAK.split(before)[-1]
    names = list(documents.name_anywhere().finditer(phrase.lower()))
    if not names:
        return None
    kind = documents.by_word()[names[-1][0]]
    return Named(kind, floor + len(before) - len(phrase) + names[-1].start(), True, False)


def _name_before(before: str) -> tuple[DocumentType, int] | None:
    """The type whose name ends the text, by its last words, else by the pattern: “thực hiệnNghị quyết”."""
    low = before[-40:].lower()
    if not may_name(low, len(low)):
        return None
    words, by_word = low.split(" "), documents.by_word()
    for count in (4, 3, 2, 1):
        name = " ".join(words[-count:])
        if kind := by_word.get(name):
            return kind, len(before) - len(name)
    letters = _WORD_BREAK.split(before[-_LONGEST_LETTERS:])[-1]
    if kind := by_word.get(letters):
        return kind, len(before) - len(letters)
    match = documents.name_at_end().search(before, max(0, len(before) - 30))
    return (by_word[" ".join(match[0].lower().split())], match.start()) if match else None


def pointing_back(low: str) -> Iterator[tuple[DocumentType, int, int]]:
    """“Quyết định này”, “Nghị định nêu trên”: a type named again without a number, and where."""
    for hit in _BACK.finditer(low):
        end = hit.start() - 1
        name = documents.name_at_end().search(low, max(0, end - 24), end) if may_name(low, end) else None
        if name and (name.start() == 0 or not low[name.start() - 1].isalpha()):
            yield documents.by_word()[" ".join(name[0].split())], name.start(), hit.end()
