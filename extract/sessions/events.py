"""Words that name an event, and whether the sentence says that it took place.

“Huyện ủy đã tổ chức hội nghị giao ban” tells of one; “chuẩn bị tổ chức hội nghị” and “Nghị quyết Đại hội XIII” do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.lexicon import load
from extract.records import SessionKind, Span
from extract.sessions.event_rules import (
    FINITE,
    FRAME,
    HOLDS,
    IN_A_NAME,
    NOT_AFTER,
    NOT_YET,
    PERSON_OBJECT,
    REFERRED,
    TAKES_PLACE,
    VOTERS,
    WITH,
)
from extract.sessions.role_verbs import by_first_letter
from extract.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """One block of session_kinds.toml: the nouns and the verbs that name one kind of event."""

    name: str
    weight: int
    nouns: tuple[str, ...]
    acts: tuple[str, ...]
    examples: tuple[str, ...]
    refuse: tuple[str, ...]

    @property
    def kind(self) -> SessionKind:
        return SessionKind(self.name)


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that name an event the sentence reports."""

    kind: SessionKind
    span: Span
    rule: str


def find_triggers(low: str, start: int, end: int) -> Iterator[Trigger]:
    """The events a sentence reports as held, in order of mention."""
    pattern, words = _words()
    for match in pattern.finditer(low, start, end):
        kind, is_noun, is_act = words[match.group()]
        before = low[max(start, match.start() - 70) : match.start()]
        if NOT_YET.search(before) or FRAME.search(before) or NOT_AFTER.match(low, match.end()):
            continue
        span = Span(*match.span())
        if is_noun and HOLDS.search(before):
            yield Trigger(kind, span, "sessions.held")
        elif is_noun and TAKES_PLACE.match(low, match.end(), end):
            yield Trigger(kind, span, "sessions.takes_place")
        elif is_act and not (kind is SessionKind.WORKING_SESSION and PERSON_OBJECT.match(low, match.end())):
            if FINITE.search(before):
                yield Trigger(kind, span, "sessions.act")
            elif "làm việc" in match.group() and WITH.search(low, match.end() - 4, match.end() + 4):
                yield Trigger(kind, span, "sessions.meets")
            elif kind is not SessionKind.INSPECTION and not IN_A_NAME.search(before):
                yield Trigger(kind, span, "sessions.bare")


def find_references(low: str, start: int, end: int) -> list[Trigger]:
    """Words that point back to the event the article is about: “tại hội nghị”, “kết luận buổi làm việc”."""
    return [
        Trigger(
            SessionKind.VOTER_MEETING if VOTERS.match(low, match.end()) else _kind_of(match["event"]),
            Span(*match.span("event")),
            "sessions.referred",
        )
        for match in REFERRED.finditer(low, start, end)
    ]


def _kind_of(event: str) -> SessionKind:
    if "làm việc" in event:
        return SessionKind.WORKING_SESSION
    if any(word in event for word in ("lễ", "công bố", "trao", "nhiệm vụ")):
        return SessionKind.CEREMONY
    if "tiếp xúc" in event or "đối thoại" in event:
        return SessionKind.VOTER_MEETING
    if "kiểm tra" in event:
        return SessionKind.INSPECTION
    if event == "buổi tiếp":
        return SessionKind.RECEPTION
    return SessionKind.CONGRESS if event == "đại hội" else SessionKind.CONFERENCE


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[SessionKind, bool, bool]]]:
    words: dict[str, tuple[SessionKind, bool, bool]] = {}
    for block in load("session_kinds", EventWords):
        nouns, acts = {fold(noun) for noun in block.nouns}, {fold(act) for act in block.acts}
        words |= {word: (block.kind, word in nouns, word in acts) for word in nouns | acts}
    # “Quốc hội thảo luận tại tổ” holds no “hội thảo”.
    return re.compile(rf"(?:{by_first_letter(words)})(?!\w|(?<=hội thảo) luận)"), words
