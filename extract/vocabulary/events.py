"""Words that name an event, from the lexicon: the noun “hội nghị”, the verb “làm việc với”."""

from __future__ import annotations

from dataclasses import dataclass

from extract.lexicon import load
from extract.records import SessionKind

EVENTS = "events"
"""The family of these terms; a term's label is the kind of event."""
POINTED = "events pointed at"
"""The family of nouns that “tại”, “kết luận”, “phát biểu” point back with; labelled in the same way."""
NO_EVENT = "no event"
"""The label of words that hold an event's word and are none: “Quốc hội thảo luận” is no “hội thảo”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """One block of session_kinds.toml: nouns and verbs that name a kind of event, and nouns that point back to it."""

    name: str
    nouns: tuple[str, ...]
    acts: tuple[str, ...]
    pointed: tuple[str, ...] = ()
    examples: tuple[str, ...]
    refuse: tuple[str, ...]

    @property
    def kind(self) -> SessionKind:
        return SessionKind(self.name)


def event_terms() -> dict[str, list[str]]:
    """Every noun and verb of each kind, and what only looks like one."""
    words = {block.name: [*block.nouns, *block.acts] for block in load("session_kinds", EventWords)}
    return {**words, NO_EVENT: ["Quốc hội"]}


def pointed_terms() -> dict[str, list[str]]:
    """The nouns that point back to an event of a kind: “tại buổi làm việc”."""
    return {block.name: list(block.pointed) for block in load("session_kinds", EventWords) if block.pointed}
