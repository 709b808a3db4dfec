"""The verbs that give a person a part in an event: “chủ trì”, “dẫn đầu”, “nhấn mạnh”, “báo cáo”."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from extract.lexicon import load
from extract.records import RoleKind
from extract.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleVerb:
    """One block of role_verbs.toml: forms of one verb, the role they give, the neighbours that make them no verb."""

    name: str
    role: str
    forms: tuple[str, ...]
    says: bool = False
    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    examples: tuple[str, ...]
    refuse: tuple[str, ...]

    @property
    def kind(self) -> RoleKind:
        return RoleKind(self.role)


@dataclass(frozen=True, slots=True)
class VerbFound:
    """A verb at its place in the text."""

    verb: RoleVerb
    start: int
    end: int


def find_verbs(low: str, start: int, end: int) -> Iterator[VerbFound]:
    """The role verbs of a stretch of folded text, in order: “… chủ trì và phát biểu …” gives two."""
    pattern, verbs = _verbs()
    for match in pattern.finditer(low, start, end):
        verb, refused_before, refused_after, wanted = verbs[match.group()]
        if refused_before and refused_before.search(low, max(start, match.start() - 24), match.start()):
            continue
        if refused_after and refused_after.match(low, match.end()):
            continue
        if wanted and not wanted.match(low, match.end()):
            continue
        yield VerbFound(verb, match.start(), match.end())


def is_saying(word: str) -> bool:
    """True where what follows the verb is what was said: “nhấn mạnh”, not “phát biểu”."""
    entry = _verbs()[1].get(fold(word))
    return entry is not None and entry[0].says


_Guards = tuple[RoleVerb, re.Pattern[str] | None, re.Pattern[str] | None, re.Pattern[str] | None]


@cache
def _verbs() -> tuple[re.Pattern[str], dict[str, _Guards]]:
    verbs: dict[str, _Guards] = {}
    for verb in load("role_verbs", RoleVerb):
        guards = (
            verb,
            re.compile(rf"(?<!\w)(?:{_either(verb.not_after)})\s*$") if verb.not_after else None,
            re.compile(rf"\s(?:{_either(verb.not_before)})(?!\w)") if verb.not_before else None,
            re.compile(rf"\s?(?:{_either(verb.before)})(?!\w)") if verb.before else None,
        )
        verbs |= {fold(form): guards for form in verb.forms}
    return re.compile(rf"(?:{by_first_letter(verbs)})(?!\w)"), verbs


def by_first_letter(words: Iterable[str]) -> str:
    """Whole words as an alternation that looks at one letter before it tries them, longest first.

    “b(?<!\\wb)(?:áo cáo|…)|c(?<!\\wc)(?:…)”: a pattern that opens with letters is searched several times faster
    than one that opens with a look behind.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        groups[word[0]].append(re.escape(word[1:]))
    return "|".join(rf"{first}(?<!\w{first})(?:{'|'.join(rest)})" for first, rest in groups.items())


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(fold(word)) for word in sorted(words, key=len, reverse=True))
