"""Collective participants as written: “lãnh đạo một số ngành của Trung ương”, “các đồng chí trong Ban Thường vụ”."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extract.records import Mention, Span
from extract.sessions.events.sentences import Opening
from extract.sessions.groups.attendance import find_beside, find_listed, find_with, verbs_of_presence
from extract.sessions.groups.parties import find_delegations, find_met, find_organs, find_visited
from extract.sessions.groups.speakers import find_speakers
from extract.sessions.prose import Prose

_LEAD = 10
"""Sentences in which a report says who was there: later “dự … có” speaks of other things."""


def find_groups(prose: Prose, one: Opening, region: Span, named: Sequence[Span]) -> tuple[Mention, ...]:
    """The groups named where the article says who was there, met, was visited or spoke; each once, its longest name."""
    lead = Span(region.start, _lead_of(prose, one, region))
    verbs = verbs_of_presence(prose, lead)
    found: dict[Span, str] = {}
    for rule, groups in (
        ("sessions.group", find_listed(prose, lead, verbs)),
        ("sessions.group_beside", find_beside(prose, one, verbs)),
        ("sessions.group_with", find_with(prose, lead)),
        ("sessions.group_delegation", find_delegations(prose, one, lead)),
        ("sessions.group_organ", find_organs(prose, one)),
        ("sessions.group_met", find_met(prose, lead)),
        ("sessions.group_visited", find_visited(prose, one)),
        ("sessions.group_speaks", find_speakers(prose, region)),
    ):
        for group in groups:
            found.setdefault(group.span, rule)
    told: dict[str, Mention] = {}
    for span in sorted(found):
        words = span.of(prose.low)
        if words not in told and not _holds_a_name(words, span, named):
            told[words] = Mention(span, span.of(prose.text), found[span])
    return tuple(one for words, one in told.items() if not any(_is_short_for(words, other) for other in told))


def _lead_of(prose: Prose, one: Opening, region: Span) -> int:
    last = prose.index_of(max(region.start, one.sentence.start)) + _LEAD
    return min(region.end, prose.sentences[min(last, len(prose.sentences) - 1)].end)


def _holds_a_name(words: str, span: Span, named: Sequence[Span]) -> bool:
    """“đại biểu Lê Văn An” is a person; “gia đình cố Bộ trưởng Lê Văn An” is none."""
    following = bisect_left(named, (span.end,))
    return following > 0 and named[following - 1].end > span.start and "gia đình" not in words


def _is_short_for(words: str, other: str) -> bool:
    """“đoàn công tác” said again is “đoàn công tác của Bộ Y tế”."""
    if words not in other or words == other:
        return False
    at = other.find(words)
    return at == 0 or not other[at - 1].isalpha()
