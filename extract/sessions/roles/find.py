"""Roles: what part each person has in the events the article reports.

“Các đồng chí: Lê Văn An, Bí thư Tỉnh ủy; Trần Thị Bình, Phó Trưởng Ban Dân vận Trung ương, đồng chủ trì buổi làm việc”
→ chair, chair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from extract.records import Official, Role, RoleKind, Span
from extract.sessions.prose import Prose
from extract.sessions.roles.clauses import Enumeration, find_enumerations
from extract.sessions.roles.governors import governed
from extract.sessions.roles.handings import find_handing
from extract.sessions.roles.predicates import apposed, of_verb, part
from extract.sessions.roles.rules import ABOUT, CREDIT, PICTURED, PRONOUN, THEO_PRONOUN
from extract.sessions.roles.verbs import find_verbs

_CARRIED = frozenset({"roles.opened", "roles.presence"})
"""What opens a list governs it to the end of the sentence, whatever stands between its names."""
_OPENS = ("ông", "bà", "đồng chí", "theo", "cũng theo")
_FIRST = frozenset({"roles.according", "roles.ascribed"})
_SEVERAL = 2
_SUBJECT = frozenset({"roles.predicate", "roles.fronted"})


def find_roles(prose: Prose, officials: Sequence[Official]) -> list[Official]:
    """The officials with the roles read from the sentences that name them."""
    parts: dict[str, list[Role]] = {official.name: [] for official in officials}
    opened: tuple[Span, Role] | None = None
    subjects: dict[int, str | None] = {}
    for one in find_enumerations(prose, officials):
        roles = _roles_of(prose, one, opened)
        if roles:
            opened = next(((one.sentence, role) for role in roles if role.mention.rule in _CARRIED), opened)
        if subjects.get(one.sentence.start) is None:
            subjects[one.sentence.start] = one.people[0][0] if len(one.people) == 1 and _acts(roles) else None
        for name, given in _shared(prose, one, roles):
            parts[name] += given
    for name, role in _by_pronoun(prose, subjects):
        parts[name].append(role)
    return [
        Official(name=one.name, posts=one.posts, roles=_distinct(parts[one.name]), mentions=one.mentions)
        for one in officials
    ]


def _roles_of(prose: Prose, one: Enumeration, opened: tuple[Span, Role] | None) -> list[Role]:
    """What the words around a list give it; else what opened the sentence's first list, a picture, a handing."""
    if roles := list(governed(prose, one)):
        return roles
    if opened and opened[0] == one.sentence and not _is_about(prose, one):
        return [opened[1]]
    if credit := _credit(prose, one):
        return [part(prose, RoleKind.ATTENDEE, credit, "roles.pictured")]
    handing = find_handing(prose.low, one)
    return [part(prose, RoleKind.ATTENDEE, *handing)] if handing else []


def _shared(prose: Prose, one: Enumeration, roles: Sequence[Role]) -> Iterator[tuple[str, Iterable[Role]]]:
    """Each person of a list with the roles that are theirs, and those told like a post of theirs."""
    last = len(one.people) - 1
    answers = any(role.mention.rule == "roles.answered" for role in roles)
    crew = prose.low.find("đoàn", one.before.end, one.after.end) >= 0
    for index, (name, _) in enumerate(one.people):
        yield name, [role for role in roles if _is_for(role, index, last, answers=answers)] if last else roles
        if crew:
            yield name, apposed(prose, one, index)


def _is_for(role: Role, index: int, last: int, *, answers: bool) -> bool:
    """“Theo ông A, Bí thư …” quotes the first of a list, “dưới sự chủ trì của A, B cho biết” the last."""
    if role.mention.rule == "roles.presence" and answers:
        return index != last
    if role.mention.rule in _FIRST:
        return index == 0
    return role.mention.rule != "roles.answered" or index == last


def _acts(roles: Sequence[Role]) -> bool:
    return any(role.mention.rule in _SUBJECT for role in roles)


def _credit(prose: Prose, one: Enumeration) -> Span | None:
    """“Từ trái qua: ông Lê Văn An, Bí thư Tỉnh ủy, và bà Trần Thị Bình. Ảnh: …”: several together were there."""
    if len({name for name, _ in one.people}) < _SEVERAL or not PICTURED.match(
        prose.low, one.sentence.start, one.before.end
    ):
        return None
    credit = CREDIT.match(prose.low, one.sentence.end)
    silent = credit and next(find_verbs(prose, one.after.start, one.after.end), None) is None
    return Span(*credit.span("credit")) if credit and silent else None


def _is_about(prose: Prose, one: Enumeration) -> bool:
    return ABOUT.search(prose.low, one.before.start, one.before.end) is not None


def _by_pronoun(prose: Prose, subjects: Mapping[int, str | None]) -> Iterator[tuple[str, Role]]:
    """“Ông khẳng định …” after a sentence whose subject is one person: the same."""
    subject: str | None = None
    for sentence in prose.sentences:
        if subject and prose.low.startswith(_OPENS, sentence.start):
            if match := THEO_PRONOUN.match(prose.low, sentence.start, sentence.end):
                yield subject, part(prose, RoleKind.SPEAKER, Span(*match.span("verb")), "roles.pronoun")
                continue
            if match := PRONOUN.match(prose.low, sentence.start, sentence.end):
                verb = next(find_verbs(prose, match.end(), min(sentence.end, match.end() + 40)), None)
                if verb and verb.start == match.end():
                    yield subject, of_verb(prose, verb, "roles.pronoun")
                    continue
        if sentence.start in subjects:
            subject = subjects[sentence.start]


def _distinct(roles: Sequence[Role]) -> tuple[Role, ...]:
    if len(roles) < 2:
        return tuple(roles)
    unique = {(role.kind, role.mention.span): role for role in roles}
    return tuple(sorted(unique.values(), key=lambda role: (role.mention.span, role.kind)))
