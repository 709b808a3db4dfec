"""The role verbs of a stretch of prose, without those whose neighbours make them none: “ban chỉ đạo”, “dự án”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extract.language import Phrase
from extract.lexicon import load
from extract.sessions.prose import Prose
from extract.text import fold
from extract.vocabulary.roles import RoleVerb


class VerbFound(NamedTuple):
    """A verb at its place in the text."""

    verb: RoleVerb
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Guards:
    """The words before and after a verb that make it none, or without which it is none."""

    verb: RoleVerb
    last_words: tuple[str, ...]
    refused_before: re.Pattern[str] | None
    refused_after: re.Pattern[str] | None
    wanted: re.Pattern[str] | None

    def refuse(self, low: str, start: int, verb: Phrase) -> bool:
        before = low[max(start, verb.start - _REACH) : verb.start].rstrip()
        if self.refused_before and before.endswith(self.last_words) and self.refused_before.search(before):
            return True
        if self.refused_after and self.refused_after.match(low, verb.end):
            return True
        return self.wanted is not None and not self.wanted.match(low, verb.end)


_REACH = 24
"""Characters before a verb in which the words stand that make it none."""


def find_verbs(prose: Prose, start: int, end: int, *, among: frozenset[str] | None = None) -> Iterator[VerbFound]:
    """The role verbs of a stretch of prose, in order, or those `among` some: “… chủ trì và phát biểu …” gives two."""
    low, terms, guards = prose.low, prose.verbs, _guards()
    for at in range(bisect_left(terms, (start,)), len(terms)):
        term = terms[at]
        if term.end > end:
            return
        if among and term.label not in among:
            continue
        guard = guards[term.label]
        if not guard.refuse(low, start, term):
            yield VerbFound(guard.verb, term.start, term.end)


def is_saying(word: str) -> bool:
    """True where what follows the verb is what was said: “nhấn mạnh”, not “phát biểu”."""
    return fold(word) in _sayings()


@cache
def _sayings() -> frozenset[str]:
    return frozenset(fold(form) for verb in load("role_verbs", RoleVerb) if verb.says for form in verb.forms)


@cache
def _guards() -> dict[str, _Guards]:
    return {
        verb.name: _Guards(
            verb,
            tuple(fold(word) for word in verb.not_after),
            re.compile(rf"(?<!\w)(?:{_either(verb.not_after)})$") if verb.not_after else None,
            re.compile(rf"\s(?:{_either(verb.not_before)})(?!\w)") if verb.not_before else None,
            re.compile(rf"\s?(?:{_either(verb.before)})(?!\w)") if verb.before else None,
        )
        for verb in load("role_verbs", RoleVerb)
    }


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(fold(word)) for word in sorted(words, key=len, reverse=True))
