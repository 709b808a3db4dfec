"""Words that name an event, and whether the sentence says that it took place.

“Huyện ủy đã tổ chức hội nghị giao ban” tells of one; “chuẩn bị tổ chức hội nghị” and “Nghị quyết Đại hội XIII” do not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.language import Phrase
from extract.lexicon import load
from extract.records import SessionKind, Span
from extract.sessions.events.rules import (
    ALONE,
    BEGUN,
    CANCELLED,
    CEREMONY_NAMED,
    FINITE,
    FRAME,
    HOLDS,
    IN_A_NAME,
    MEETS_GUEST,
    NOT_AFTER,
    NOT_YET,
    OTHER_TIME,
    PERSON_OBJECT,
    POINTS_BACK,
    TAKES_PLACE,
    VOTERS,
    WITH,
)
from extract.sessions.prose import Prose
from extract.text import fold
from extract.vocabulary.events import NO_EVENT, EventWords


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that name an event the sentence reports."""

    kind: SessionKind
    span: Span
    rule: str


_OPENS = ("khai mạc ", "dự ")
_CANCELLED = 40
"""Characters from “dừng tổ chức” to what is not held."""
_FRAMED = 24
"""Characters of the longest frame, “chương trình các ”, and the word before it."""


def find_triggers(prose: Prose, start: int, end: int) -> Iterator[Trigger]:
    """The events a sentence reports as held, in order of mention."""
    low, terms = prose.low, prose.events
    for at in range(bisect_left(terms, (start,)), len(terms)):
        term = terms[at]
        if term.end > end:
            return
        if term.label != NO_EVENT and (trigger := _told(low, term, start, end)):
            yield trigger


def _told(low: str, term: Phrase, start: int, end: int) -> Trigger | None:
    before = low[max(start, term.start - 70) : term.start]
    if NOT_YET.search(before) or FRAME.search(before, max(0, len(before) - _FRAMED)) or NOT_AFTER.match(low, term.end):
        return None
    word, kind = low[term.start : term.end], SessionKind(term.label)
    rule = _held(low, term, before, end) if word in _nouns() else None
    if rule is None and word in _acts():
        with_person = kind is SessionKind.WORKING_SESSION and PERSON_OBJECT.match(low, term.end)
        rule = None if with_person else _done(low, term, before, kind)
    if kind is SessionKind.OTHER and MEETS_GUEST.match(low, term.start):
        kind = SessionKind.RECEPTION
    return Trigger(kind, Span(term.start, term.end), rule) if rule else None


def _held(low: str, term: Phrase, before: str, end: int) -> str | None:
    if HOLDS.search(before):
        return "sessions.held"
    return "sessions.takes_place" if TAKES_PLACE.match(low, term.end, end) else None


def _done(low: str, term: Phrase, before: str, kind: SessionKind) -> str | None:
    if before.endswith("được ") and BEGUN.match(low, term.end):
        return "sessions.takes_place"
    if FINITE.search(before):
        return "sessions.act"
    if low.find("làm việc", term.start, term.end) >= 0 and WITH.search(low, term.end - 4, term.end + 4):
        return "sessions.meets"
    return "sessions.bare" if kind is not SessionKind.INSPECTION and not IN_A_NAME.search(before) else None


def find_references(prose: Prose) -> list[Trigger]:
    """Words that point back to the event the article is about: “tại hội nghị”, “kết luận buổi làm việc”."""
    low = prose.low
    found: list[Trigger] = []
    for term in prose.pointed:
        if found and term.start - found[-1].span.end <= 1:
            continue  # “tại phiên bế mạc hội nghị” points once
        alone = low.startswith(ALONE, term.start)
        if not alone and not low.endswith(POINTS_BACK, max(0, term.start - 12), term.start):
            continue
        if low.endswith(_OPENS, 0, term.start) and CANCELLED.search(low, max(0, term.start - _CANCELLED), term.start):
            continue
        end = term.end
        if low[term.start : end] == "lễ":
            named = CEREMONY_NAMED.match(low, end)
            end = named.end() if named else -1
        if end > 0 and not OTHER_TIME.match(low, end):
            kind = SessionKind.VOTER_MEETING if VOTERS.match(low, end) else SessionKind(term.label)
            found.append(Trigger(kind, Span(term.start, end), "sessions.referred"))
    return found


@cache
def _nouns() -> frozenset[str]:
    return frozenset(fold(noun) for block in load("session_kinds", EventWords) for noun in block.nouns)


@cache
def _acts() -> frozenset[str]:
    return frozenset(fold(act) for block in load("session_kinds", EventWords) for act in block.acts)
