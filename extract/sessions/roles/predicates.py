"""Roles told by the verb of which a list of persons is the subject: “A, Bí thư Tỉnh ủy cùng B chủ trì và phát biểu”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extract.records import Mention, Role, RoleKind, Span
from extract.sessions.prose import Prose
from extract.sessions.roles.clauses import Enumeration
from extract.sessions.roles.rules import (
    ADDRESSED,
    APPOSED,
    CHAIN,
    DELEGATES,
    FRONT,
    OTHER_CLAUSE,
    TIED,
    UNNAMED,
    UNNAMED_BODY,
    WITH_HIM,
)
from extract.sessions.roles.verbs import VerbFound, find_verbs

REACH = 420
"""Characters from a name to its verb, or back to what governs it: the longest lists of posts."""
_SUBJECT = 120
"""Characters between the comma after a fronted clause and its subject."""
_SPEAKING = frozenset({RoleKind.SPEAKER, RoleKind.PRESENTER})
_CHAINED = 90
"""Characters from one verb to the next that is tied to it."""
_COMMA = re.compile(",")


def fronted(prose: Prose, one: Enumeration) -> Iterator[Role]:
    """“Phát biểu kết luận hội nghị, đồng chí Lê Văn An …”: the verb stands before its subject."""
    start, end = max(one.before.start, one.before.end - REACH), one.before.end
    comma = prose.low.rfind(",", max(start, end - _SUBJECT - 1), end)
    verbs = list(find_verbs(prose, start, comma)) if comma >= 0 else []
    if not verbs or OTHER_CLAUSE.search(prose.low, comma, end):
        return
    clause = prose.low[start:comma]
    begins = [found.end() for found in _COMMA.finditer(clause)]
    if start == one.sentence.start:
        begins.append(0)
    fronts = {start + front.end() for at in begins if (front := FRONT.match(clause, at))}
    for verb in verbs:
        if verb.start in fronts:
            yield of_verb(prose, verb, "roles.fronted")
            yield from (of_verb(prose, other, "roles.fronted") for other in _chained(prose.low, verbs, verb))


def predicate(prose: Prose, one: Enumeration, *, led: bool = False) -> Iterator[Role]:
    """“…, Bí thư Tỉnh ủy cùng lãnh đạo các sở chủ trì và phát biểu …”: the first verb and those tied to it."""
    verbs = find_verbs(prose, one.after.start, min(one.after.end, one.after.start + REACH))
    first = next(verbs, None)
    if first is None or OTHER_CLAUSE.search(prose.low, one.after.start, first.start):
        return
    if _others_do(prose.low, one.after.start, first.start):
        return
    yield of_verb(prose, first, "roles.predicate")
    if not led or first.verb.kind is not RoleKind.HEAD:  # “do A làm Trưởng đoàn đã công bố”: the delegation did
        yield from (of_verb(prose, verb, "roles.predicate") for verb in _chained(prose.low, verbs, first))


def _others_do(low: str, start: int, verb: int) -> bool:
    """“Về ông Lê Văn An, tỉnh đã giao Sở Nội vụ kiểm tra”: the verb has a subject of its own."""
    if UNNAMED_BODY.fullmatch(low, start, verb):
        return True
    unnamed = UNNAMED.search(low, max(start, verb - _SUBJECT), verb)
    return unnamed is not None and not WITH_HIM.search(low, start, unnamed.end())


def answered(prose: Prose, one: Enumeration) -> Iterator[Role]:
    """“Trả lời Bí thư Lê Văn An, Phó Giám đốc Trần Thị Bình cho biết …”: who is answered, then who speaks."""
    (asker, before), (speaker, last) = one.people[-2:]
    if asker == speaker or not ADDRESSED.fullmatch(prose.low, before.span.end, last.span.start):
        return
    yield from (of_verb(prose, verb, "roles.answered") for verb in _at_the_front(prose, one))
    for told in predicate(prose, one):
        if told.kind in _SPEAKING:
            yield part(prose, told.kind, told.mention.span, "roles.answered")


def _at_the_front(prose: Prose, one: Enumeration) -> Iterator[VerbFound]:
    front = FRONT.match(prose.low, one.sentence.start, one.before.end)
    verbs = find_verbs(prose, one.sentence.start, one.before.end)
    return (verb for verb in verbs if front and verb.start == front.end())


def _chained(low: str, verbs: Iterable[VerbFound], first: VerbFound) -> Iterator[VerbFound]:
    """“chủ trì và phát biểu”: verbs tied by a conjunction; what follows a verb of saying was said."""
    held = first
    for verb in verbs:
        if verb.start < held.end:
            continue
        presents = held.verb.kind is RoleKind.PRESENTER and TIED.search(low, held.end, verb.start)
        if verb.start - held.end > _CHAINED or (held.verb.says and not presents):
            return
        if not CHAIN.search(low, held.end, verb.start) or DELEGATES.search(low, held.end, verb.start):
            return
        if _others_do(low, held.end, verb.start):
            return
        yield verb
        held = verb


def apposed(prose: Prose, one: Enumeration, index: int) -> Iterator[Role]:
    """“Trần Văn An, Phó Trưởng Ban Dân vận Trung ương, Phó trưởng đoàn kiểm tra;”: a part told like a post."""
    low = prose.low
    start = one.people[index][1].span.end
    last = index + 1 == len(one.people)
    end = min(one.after.end, start + 300) if last else one.people[index + 1][1].span.start
    if low.find("đoàn", start, end) < 0:
        return
    for kind, pattern in APPOSED:
        match = pattern.search(low, start, end)
        if match and not OTHER_CLAUSE.search(low, start, match.start()):
            yield part(prose, kind, Span(*match.span("verb")), "roles.apposed")


def of_verb(prose: Prose, found: VerbFound, rule: str) -> Role:
    """The role that a verb gives to its subject."""
    return part(prose, found.verb.kind, Span(found.start, found.end), rule)


def part(prose: Prose, kind: RoleKind, span: Span, rule: str) -> Role:
    """A role with the words that give it."""
    return Role(kind, Mention(span, span.of(prose.text), rule))
