"""Roles: what part each person has in the events the article reports.

“Các đồng chí: Lê Văn An, Bí thư Tỉnh ủy; Trần Thị Bình, Phó Trưởng Ban Dân vận Trung ương, đồng chủ trì buổi làm việc”
→ chair, chair.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extract.records import Mention, Official, Role, RoleKind, Span
from extract.sessions.clauses import Enumeration, Prose, find_enumerations
from extract.sessions.handings import find_handing, occasion_of
from extract.sessions.role_rules import (
    ABOUT,
    ACCORDING,
    APPOSED,
    CHAIN,
    CHAIRS,
    DELEGATES,
    FRONT,
    HEADING,
    LED,
    MET,
    OPENED,
    OTHER_CLAUSE,
    OWNED,
    PRESENCE,
    PRONOUN,
    REPORTER,
    SUBJECT,
    THEO_PRONOUN,
)
from extract.sessions.role_verbs import VerbFound, find_verbs

_CARRIED = frozenset({"roles.opened", "roles.presence"})
"""What opens a list governs it to the end of the sentence, whatever stands between its names."""
_SUBJECT = frozenset({"roles.predicate", "roles.fronted"})
_COMMA = re.compile(",")
_REACH = 420
"""Characters from a name to its verb, or back to what governs it: the longest lists of posts."""


def find_roles(prose: Prose, officials: Sequence[Official]) -> list[Official]:
    """The officials with the roles read from the sentences that name them."""
    low = prose.low
    occasion = occasion_of(low)
    parts: dict[str, list[Role]] = {official.name: [] for official in officials}
    opened: tuple[Span, Role] | None = None
    subjects: dict[Span, str] = {}
    lists = find_enumerations(prose, officials)
    for one in lists:
        roles = list(_roles(prose.text, low, one))
        if (
            opened
            and opened[0] == one.sentence
            and not roles
            and not ABOUT.search(low, one.before.start, one.before.end)
        ):
            roles = [opened[1]]
        opened = next(((one.sentence, role) for role in roles if role.mention.rule in _CARRIED), opened)
        if len(one.people) == 1 and any(role.mention.rule in _SUBJECT for role in roles):
            subjects.setdefault(one.sentence, one.people[0][0])
        if not roles and (handing := find_handing(low, one, occasion)):
            roles = [_role(prose.text, RoleKind.ATTENDEE, *handing)]
        for index, (name, _) in enumerate(one.people):
            parts[name] += (role for role in roles if index == 0 or role.mention.rule != "roles.according")
            parts[name] += _apposed(prose.text, low, one, index)
    for name, role in _by_pronoun(prose, {one.sentence for one in lists}, subjects):
        parts[name].append(role)
    return [replace(official, roles=_distinct(parts[official.name])) for official in officials]


# Rule, the letters without which its pattern cannot match (looked for first: a tenth of the time), pattern, role.
_LISTS = (("roles.opened", " ", OPENED), ("roles.presence", "sự ", PRESENCE))
_LEADS = (
    ("roles.led", "do ", LED, RoleKind.HEAD),
    ("roles.heading", "trưởng đoàn", HEADING, RoleKind.HEAD),
    ("roles.according", "theo ", ACCORDING, RoleKind.SPEAKER),
)


def _roles(text: str, low: str, one: Enumeration) -> Iterator[Role]:
    offset = max(one.before.start, one.before.end - _REACH)
    before = low[offset : one.before.end]
    for rule, needle, pattern in _LISTS:
        if needle in before and (match := pattern.search(before)):
            verb = match.lastgroup or "verb"
            span = Span(offset + match.start(verb), offset + match.end(verb))
            yield _role(text, _kind_of(match[verb]), span, rule)
            yield from _predicate(text, low, one)
            return
    led = False
    for rule, needle, pattern, kind in _LEADS:
        if needle in before and (match := pattern.search(before)):
            yield _matched(text, kind, match, offset, rule)
            led = led or rule == "roles.led"
            if rule == "roles.according":
                return
    if (match := MET.search(before)) and not REPORTER.search(before):
        yield _matched(text, RoleKind.ATTENDEE, match, offset, "roles.met")
    if not OWNED.search(before):
        yield from _fronted(text, low, one)
        yield from _predicate(text, low, one, led=led)


def _kind_of(verb: str) -> RoleKind:
    if verb in CHAIRS:
        return RoleKind.CHAIR
    return RoleKind.HEAD if verb == "dẫn đầu" else RoleKind.ATTENDEE


def _fronted(text: str, low: str, one: Enumeration) -> Iterator[Role]:
    """“Phát biểu kết luận hội nghị, đồng chí Lê Văn An …”: the verb stands before its subject."""
    offset = max(one.before.start, one.before.end - _REACH)
    before = low[offset : one.before.end]
    subject = SUBJECT.search(before)
    if not subject or not subject.group().startswith(","):
        return
    clause = before[: subject.start()]
    begins = [comma.end() for comma in _COMMA.finditer(clause)]
    if offset == one.sentence.start:
        begins.append(0)
    fronts = {offset + front.end() for at in begins if (front := FRONT.match(clause, at))}
    verbs = list(find_verbs(low, offset, offset + len(clause)))
    for verb in verbs:
        if verb.start in fronts:
            yield _of(text, verb, "roles.fronted")
            yield from (_of(text, other, "roles.fronted") for other in _chained(low, verbs, verb))


def _predicate(text: str, low: str, one: Enumeration, *, led: bool = False) -> Iterator[Role]:
    """“…, Bí thư Tỉnh ủy cùng lãnh đạo các sở chủ trì và phát biểu …”: the first verb and those tied to it."""
    verbs = find_verbs(low, one.after.start, min(one.after.end, one.after.start + _REACH))
    first = next(verbs, None)
    if first is None or OTHER_CLAUSE.search(low, one.after.start, first.start):
        return
    yield _of(text, first, "roles.predicate")
    if not led or first.verb.kind is not RoleKind.HEAD:  # “do A làm Trưởng đoàn đã công bố”: the delegation did
        yield from (_of(text, verb, "roles.predicate") for verb in _chained(low, verbs, first))


def _chained(low: str, verbs: Iterable[VerbFound], first: VerbFound) -> Iterator[VerbFound]:
    """“chủ trì và phát biểu”: verbs tied by a conjunction; what follows a verb of saying was said."""
    held = first
    for verb in verbs:
        if verb.start < held.end:
            continue
        if held.verb.says or verb.start - held.end > 90:
            return
        if not CHAIN.search(low, held.end, verb.start) or DELEGATES.search(low, held.end, verb.start):
            return
        yield verb
        held = verb


def _apposed(text: str, low: str, one: Enumeration, index: int) -> Iterator[Role]:
    """“Trần Văn An, Phó Trưởng Ban Dân vận Trung ương, Phó trưởng đoàn kiểm tra;”: a part told like a post."""
    start = one.people[index][1].span.end
    last = index + 1 == len(one.people)
    end = min(one.after.end, start + 300) if last else one.people[index + 1][1].span.start
    if low.find("đoàn", start, end) < 0:
        return
    for kind, pattern in APPOSED:
        match = pattern.search(low, start, end)
        if match and not OTHER_CLAUSE.search(low, start, match.start()):
            yield _matched(text, kind, match, 0, "roles.apposed")


def _by_pronoun(prose: Prose, named: Collection[Span], subjects: Mapping[Span, str]) -> Iterator[tuple[str, Role]]:
    """“Ông khẳng định …” after a sentence whose subject is one person: the same."""
    subject: str | None = None
    for sentence in prose.sentences:
        if subject and (match := THEO_PRONOUN.match(prose.low, sentence.start, sentence.end)):
            yield subject, _matched(prose.text, RoleKind.SPEAKER, match, 0, "roles.pronoun")
            continue
        if subject and (match := PRONOUN.match(prose.low, sentence.start, sentence.end)):
            verb = next(find_verbs(prose.low, match.end(), min(sentence.end, match.end() + 40)), None)
            if verb and verb.start == match.end():
                yield subject, _of(prose.text, verb, "roles.pronoun")
                continue
        if sentence in named:
            subject = subjects.get(sentence)


def _of(text: str, found: VerbFound, rule: str) -> Role:
    return _role(text, found.verb.kind, Span(found.start, found.end), rule)


def _matched(text: str, kind: RoleKind, match: re.Match[str], offset: int, rule: str) -> Role:
    return _role(text, kind, Span(offset + match.start("verb"), offset + match.end("verb")), rule)


def _role(text: str, kind: RoleKind, span: Span, rule: str) -> Role:
    return Role(kind, Mention(span, span.of(text), rule))


def _distinct(roles: Sequence[Role]) -> tuple[Role, ...]:
    unique = {(role.kind, role.mention.span): role for role in roles}
    return tuple(sorted(unique.values(), key=lambda role: (role.mention.span, role.kind)))
