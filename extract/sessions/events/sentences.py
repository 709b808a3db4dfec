"""One sentence that tells of an event: what it is, and its day.

“Chiều 5/4, Đoàn khảo sát đã làm việc với Thường trực Tỉnh ủy” → working_session, 5/4.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.records import DateExpression, SessionKind, Span
from extract.sessions.events.days import YEAR, Days, day_of
from extract.sessions.events.rules import DONE, OTHER_DEED, SITS
from extract.sessions.events.triggers import Trigger, find_triggers
from extract.sessions.prose import Prose

DEEDS = frozenset({SessionKind.INSPECTION, SessionKind.VISIT, SessionKind.RECEPTION})
"""Kinds that a working session may hold: the survey in the morning is part of it."""


_LED = 80
"""Characters in which the day that leads a sentence stands."""
_REACH = 160
"""Characters in which a sentence says that an assembly sits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A session's first sentence, what it is, and the date it gives."""

    kind: SessionKind
    trigger: Span
    rule: str
    sentence: Span
    date: DateExpression | None = None


def may_tell(prose: Prose, sentence: Span, days: Days) -> bool:
    """A cheap look before a sentence is read: a word of an event, or the day on which an assembly may sit."""
    at = bisect_left(prose.events, (sentence.start,))
    if at < len(prose.events) and prose.events[at].start < sentence.end:
        return True
    return days.any_within(sentence.start, sentence.start + _LED + 1)


def read_opening(prose: Prose, sentence: Span, days: Days, *, bare: bool = False) -> Opening | None:
    """The event of a sentence; `bare` takes a verb without “đã” even where no day leads, as headlines write."""
    low = prose.low
    triggers = list(find_triggers(prose, sentence.start, sentence.end))
    told = [trigger for trigger in triggers if trigger.rule != "sessions.bare"]
    for trigger in (*_heaviest(low, sentence, told), *triggers):
        one = opening_at(low, trigger, sentence, days, reach=200 if trigger.rule == "sessions.takes_place" else 60)
        if bare or trigger.rule != "sessions.bare" or _stands_bare(low, one):
            return one
    return _sitting(low, sentence, days)


def _sitting(low: str, sentence: Span, days: Days) -> Opening | None:
    """“Chiều 6/6, Quốc hội cho ý kiến về …”; a law passed on a day of a named year is told as history."""
    if not days.any_within(sentence.start, sentence.start + _LED + 1):
        return None
    match = SITS.search(low, sentence.start, min(sentence.end, sentence.start + _REACH))
    if match is None:
        return None
    one = opening_at(low, Trigger(SessionKind.CONFERENCE, Span(*match.span("deed")), "sessions.sits"), sentence, days)
    if one.date is None or not leads(one) or YEAR.search(one.date.mention.text):
        return None
    return None if OTHER_DEED.search(low, one.date.mention.span.end, match.start()) else one


def opening_at(low: str, trigger: Trigger, sentence: Span, days: Days, *, reach: int = 60) -> Opening:
    day = day_of(low, sentence, trigger.span, days, reach=reach)
    return Opening(kind=trigger.kind, trigger=trigger.span, rule=trigger.rule, sentence=sentence, date=day)


def _heaviest(low: str, sentence: Span, told: Sequence[Trigger]) -> Iterator[Trigger]:
    """“các đại biểu dự kỳ họp đã đến dâng hương”: what is “đã” done first; a working session before its survey."""
    if not told:
        return
    done = (one for one in told if DONE.search(low, max(sentence.start, one.span.start - 20), one.span.start))
    first = next(done, told[0])
    if first.kind in DEEDS:
        reach = 10 if first.kind is SessionKind.RECEPTION else len(low)  # “tiếp khách đang thăm và làm việc” receives
        near = (one for one in told if abs(one.span.start - first.span.end) < reach)
        first = next((one for one in near if one.kind is SessionKind.WORKING_SESSION), first)
    yield first


def leads(one: Opening) -> bool:
    """The day opens the sentence: “Ngày 5/6, Huyện ủy tổ chức …”, not “hội nghị lần 1 (ngày 3/2)”."""
    return one.date is not None and one.date.mention.span.start < min(one.trigger.start, one.sentence.start + _LED)


def _stands_bare(low: str, one: Opening) -> bool:
    """“Chiều 30/10, Thường trực Tỉnh ủy họp phiên thường kỳ”: the day, the subject, the verb."""
    return (
        leads(one) and one.date is not None and not OTHER_DEED.search(low, one.date.mention.span.end, one.trigger.start)
    )
