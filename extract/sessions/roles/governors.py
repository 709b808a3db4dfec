"""Roles told by what stands before a list of persons: “Dự hội nghị có các đồng chí: …”, “do … làm Trưởng đoàn”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.records import Role, RoleKind, Span
from extract.sessions.prose import Prose
from extract.sessions.roles.clauses import Enumeration
from extract.sessions.roles.predicates import REACH, answered, fronted, part, predicate
from extract.sessions.roles.rules import (
    ABOUT,
    ACCORDING,
    ALONE,
    ASCRIBED,
    CHAIRS,
    HEADING,
    LED,
    MET,
    OPENED,
    OWNED,
    PRESENCE,
    REPORTER,
    SAYS,
)

# Rule, the letters without which its pattern cannot match (looked for first: a tenth of the time), pattern, role.
_LEADS = (
    ("roles.led", "do ", LED, RoleKind.HEAD),
    ("roles.heading", "trưởng đoàn", HEADING, RoleKind.HEAD),
    ("roles.according", "theo ", ACCORDING, RoleKind.SPEAKER),
    ("roles.ascribed", " là ", ASCRIBED, RoleKind.SPEAKER),
)
_MET_WITHIN = 150
"""Characters from “thăm hỏi, tặng quà và động viên” to the end of what is said of the person met."""
_OWNED_WITHIN = 90
_SHORTEST = len("do ")


def governed(prose: Prose, one: Enumeration) -> Iterator[Role]:
    """The roles that the words before a list give to its persons, and those of the verb after it."""
    offset = max(one.before.start, one.before.end - REACH)
    if len(one.people) == 1 and (said := _quoted(prose, one)):
        yield part(prose, RoleKind.SPEAKER, said, "roles.quoted")
        return
    if one.before.end - offset < _SHORTEST:
        yield from predicate(prose, one)
        return
    before = prose.low[offset : one.before.end]
    if opened := _opened(before):
        rule, match = opened
        verb = match.lastgroup or "verb"
        yield part(prose, _kind_of(match[verb]), _span(match, offset, verb), rule)
        several = rule == "roles.presence" and len(one.people) > 1
        yield from (list(answered(prose, one)) if several else []) or predicate(prose, one)
        return
    leads = _leads_in(before)
    for rule, lead, kind in leads:
        yield part(prose, kind, _span(lead, offset), rule)
        if rule == "roles.according":
            return
    if met := _met(before):
        yield part(prose, RoleKind.ATTENDEE, _span(met, offset), "roles.met")
    if not OWNED.search(before, max(0, len(before) - _OWNED_WITHIN)):
        yield from fronted(prose, one)
        yield from predicate(prose, one, led=any(rule == "roles.led" for rule, _, _ in leads))
    elif len(one.people) > 1:
        yield from answered(prose, one)


def _leads_in(before: str) -> list[tuple[str, re.Match[str], RoleKind]]:
    """“Đoàn do …”, “Theo …”: the rules whose words lead a list."""
    rows = (row for row in _LEADS if row[1] in before)
    return [(rule, lead, kind) for rule, _, pattern, kind in rows if (lead := pattern.search(before))]


def _quoted(prose: Prose, one: Enumeration) -> Span | None:
    says = SAYS.match(prose.low, one.after.start, one.after.end)
    if says is None or not ALONE.match(prose.low, one.sentence.start, one.before.end):
        return None
    return Span(*says.span("verb"))


def _opened(before: str) -> tuple[str, re.Match[str]] | None:
    if _may_open(before) and (match := OPENED.search(before)) and not ABOUT.search(before, match.end()):
        return "roles.opened", match
    if "sự " in before and (match := PRESENCE.search(before)):
        return "roles.presence", match
    return None


def _may_open(before: str) -> bool:
    if "gồm" in before:
        return True
    comes = "dự" in before or "tham gia" in before or "có mặt" in before or "tiếp" in before or "đón" in before
    meets = comes or "làm việc" in before or "cùng đi" in before or "chứng kiến" in before
    return (meets or "chủ trì" in before or "về phía" in before) and (" có" in before or " là" in before)


def _met(before: str) -> re.Match[str] | None:
    if not ("thăm" in before or "gặp" in before or "tiếp" in before or "hội " in before or "làm việc" in before):
        return None
    match = MET.search(before, max(0, len(before) - _MET_WITHIN))
    return None if match and REPORTER.search(before) else match


def _kind_of(verb: str) -> RoleKind:
    if verb in CHAIRS:
        return RoleKind.CHAIR
    return RoleKind.HEAD if verb == "dẫn đầu" else RoleKind.ATTENDEE


def _span(match: re.Match[str], offset: int, group: str = "verb") -> Span:
    return Span(offset + match.start(group), offset + match.end(group))
