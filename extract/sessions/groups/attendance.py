"""Groups of those lists that say who came: “Dự hội nghị có …; lãnh đạo các sở”, “ông An cùng 98 đảng viên tham dự”."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from extract.lexicon import load
from extract.records import RoleKind, SessionKind, Span
from extract.rules import compile_folded
from extract.sessions.events.sentences import Opening
from extract.sessions.groups.heads import start_of
from extract.sessions.groups.items import Group, groups_at, groups_in
from extract.sessions.prose import Prose
from extract.sessions.roles.verbs import VerbFound, find_verbs
from extract.vocabulary.roles import RoleVerb

# Where the article says who came: “dự hội nghị có …”, “với sự tham gia của …”.
_HAS = compile_folded(r"[^.:;]{0,80}?(?<!\w)(?:có|gồm)(?=\s|:)")
_PRESENCES = ("sự tham ", "sự có mặt", "sự chứng kiến", "sự hiện diện")
_PRESENCE = compile_folded(r"(?:(?<=tham\s)(?:dự|gia))?\s(?:và\s[\w\s]{2,20}\s|buổi\slễ\s)?(?:của|có)(?=\s)")
_PRESENT = frozenset({RoleKind.ATTENDEE, RoleKind.CHAIR, RoleKind.HEAD})
_MOVES = frozenset({
    *(SessionKind.WORKING_SESSION, SessionKind.INSPECTION, SessionKind.VISIT, SessionKind.VOTER_MEETING),
    *(SessionKind.RECEPTION, SessionKind.CEREMONY),
})  # fmt: skip
# “Chiều 29-7, tại điểm cầu tỉnh, | lãnh đạo các sở”: what may stand before the first of them.
_FRONT = compile_folded(r"""
    [\s“"–-]*
    (?:(?: tại | trong | sau | trước | nhân | sáng | chiều | tối | ngày | cùng | ở )(?!\w)[^.;:]{0,160}?,\s)?""")
# Between the last of them and the verb: “cùng lãnh đạo các sở | đã đến | thăm”.
_BEGINS = ((" cùng ", 6), ("; ", 2), (" và các ", 4), (" và đông", 4))
"""Words before a group, with the letters of them that are not yet the group's."""
_LED_BY = frozenset({"leaders", "delegations"})
_GAP = compile_folded(r"[\s,;]*(?:(?:và|đã|cùng|đến|tới|có|buổi|về|cũng|tiếp|tục|trực|vừa|đi|chuyến|cuộc)\s){0,4}")


def verbs_of_presence(prose: Prose, lead: Span) -> list[VerbFound]:
    """The verbs of those who were there: “dự”, “chủ trì”, “dẫn đầu”, “tiếp”."""
    return list(find_verbs(prose, lead.start, lead.end, among=_present()))


def find_listed(prose: Prose, lead: Span, verbs: Sequence[VerbFound]) -> Iterator[Group]:
    """The groups of the lists after “dự hội nghị có”, “về phía huyện có”, “với sự tham gia của”."""
    for at, following in pairwise([*sorted(_opens(prose, lead, verbs)), lead.end]):
        yield from groups_in(prose, Span(at - 4, min(following, _end_of(prose, at))))


def find_beside(prose: Prose, one: Opening, verbs: Sequence[VerbFound]) -> Iterator[Group]:
    """The groups that lead up to a verb of presence: “Đồng chí An cùng lãnh đạo các sở | tham dự”."""
    ats = {one.trigger.start} if one.kind in _MOVES else set()
    ats.update(verb.start for verb in verbs)
    done = 0
    for at in sorted(ats):
        start, done = max(done, prose.sentences[prose.index_of(at)].start), at
        if _may_reach(prose, start, at):
            found = list(groups_in(prose, Span(start, at)))
            front = _FRONT.match(prose.low, start, at)
            if front and not any(group.span.start <= front.end() for group in found):
                found = [*groups_at(prose, front.end(), at), *found]
            yield from _run_to(prose, found, start, at)


def find_with(prose: Prose, lead: Span) -> Iterator[Group]:
    """Groups that end a sentence: “Đồng chí An, Chủ tịch UBND tỉnh cùng lãnh đạo các sở, ngành.”"""
    low = prose.low
    for at in _ends_of(" cùng ", low, lead):
        end = _end_of(prose, at)
        groups = list(groups_at(prose, at, end))
        if groups and not low[groups[-1].span.end : end].strip(" .\n…"):
            yield from groups


def _opens(prose: Prose, lead: Span, verbs: Sequence[VerbFound]) -> Iterator[int]:
    """Where the words end after which the sentence says who came."""
    low = prose.low
    attend = [v.end for v in verbs if v.verb.name == "dự" or low.startswith("tiếp và làm việc", v.start)]
    for at in (*attend, *_ends_of("về phía", low, lead)):
        if match := _HAS.match(low, at, lead.end):
            yield match.end()
    for words in _PRESENCES:
        for at in _ends_of(words, low, lead):
            if match := _PRESENCE.match(low, at):
                yield match.end()


@cache
def _present() -> frozenset[str]:
    """The names of the verbs of those who are present."""
    return frozenset(verb.name for verb in load("role_verbs", RoleVerb) if verb.kind in _PRESENT)


def _run_to(prose: Prose, found: list[Group], start: int, at: int) -> Iterator[Group]:
    """Of the groups before a verb those that reach it one by one, if what stands before them lets them begin."""
    run: list[Group] = []
    for group in reversed(found):
        if not _GAP.fullmatch(prose.low, group.span.end, at):
            break
        run.append(group)
        at = group.span.start
    if run and _may_begin(prose.low, run[-1], start):
        yield from reversed(run)


def _may_reach(prose: Prose, start: int, at: int) -> bool:
    """A cheap look before a stretch is read: what begins at the last word of a group reaches the verb."""
    terms, low, last = prose.collectives, prose.low, -1
    for words, size in _BEGINS:
        if (found := low.rfind(words, max(start, last), at - 1)) >= 0:
            last = max(last, found + size)
    for index in range(bisect_left(terms, (at,)) - 1, -1, -1):
        term = terms[index]
        if term.start < start or term.start < last:
            break
        if term.label in _LED_BY:
            last = start_of(low, term.start, start)
            break
    if last < start:
        return False
    ends = [group.span.end for group in groups_at(prose, last, at)]
    return bool(ends) and _GAP.fullmatch(low, ends[-1], at) is not None


def _may_begin(low: str, group: Group, start: int) -> bool:
    at = group.span.start
    if group.block == "leaders":
        return not low.endswith("của ", start, at)
    if at == start:
        return group.block == "delegations"
    return low.endswith(("cùng ", "cùng với ", "; ", "và "), start, at)


def _ends_of(words: str, low: str, lead: Span) -> Iterator[int]:
    at = low.find(words, lead.start, lead.end)
    while at >= 0:
        yield at + len(words)
        at = low.find(words, at + 1, lead.end)


def _end_of(prose: Prose, at: int) -> int:
    return prose.sentences[prose.index_of(at)].end
