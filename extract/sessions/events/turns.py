"""Where a report turns to another event, and the day it shares with the one before.

“Cùng ngày, ông An đã đến thăm …” turns; “chủ trì hội nghị” two sentences later speaks of the same event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.records import SessionKind, Span
from extract.sessions.events.days import Days, days_apart
from extract.sessions.events.rules import ALSO, GOES_ALSO, MONTH, NEXT_STOP, SAME_DAY, SHIFT, SPOKEN_AT
from extract.sessions.events.sentences import DEEDS, Opening

_STOPS = frozenset({*DEEDS, SessionKind.CEREMONY})
_QUOTED = 1200
"""Characters of a quotation before an event told in it."""
NEAR = 10
"""Days between the events of one report; what lies further back is told in passing."""


def may_turn(low: str, sentence: Span, days: Days) -> bool:
    """A cheap look before the events of a sentence are read: a shift, or a date near its beginning."""
    shift = SHIFT.match(low, sentence.start)
    if shift and SPOKEN_AT.match(low, shift.end()):
        return False
    if shift or days.any_within(sentence.start, sentence.start + 60):
        return True
    return _goes_also(low, sentence)


def _goes_also(low: str, sentence: Span) -> bool:
    at = low.find("cũng ", sentence.start, sentence.end)
    return at >= 0 and GOES_ALSO.search(low, at, sentence.end) is not None


def turns_to(low: str, found: Sequence[Opening], one: Opening) -> bool:
    start, trigger = one.sentence.start, one.trigger.start
    if any(_same_words(low, one, other) for other in found) or is_quoted(low, trigger):
        return False
    shifts = SHIFT.match(low, start) is not None
    if one.date is None:
        told = shifts and low[start] not in "*•" and not MONTH.search(low, start, max(start, trigger))
        return told or _next_stop(low, found[-1], one)
    if shifts and SAME_DAY.search(low, start, start + 40):
        return True
    if one.date.mention.span.start > trigger or one.date.mention.span.start - start > 60:
        return False
    if not shifts and any(days_apart(one.date, o.date) == 0 and one.kind is o.kind for o in found):
        return False
    apart = days_apart(found[0].date, one.date)
    return apart is None or apart <= NEAR


def is_quoted(low: str, at: int) -> bool:
    """“Trong sáng nay, UBND huyện đã kiểm tra chợ”, ông An nói: what is told inside quotation marks opens nothing."""
    start = max(0, at - _QUOTED)
    opened = low.rfind("“", start, at - 1)
    if opened > low.rfind("”", start, at):
        return True
    mark = low.rfind('"', start, at - 1)
    return mark >= 0 and not low[mark + 1].isspace() and (mark == 0 or low[mark - 1] in " \n:(")


def _next_stop(low: str, before: Opening, one: Opening) -> bool:
    kinds = {before.kind, one.kind}
    return _also(low, one) and kinds <= _STOPS and kinds != {SessionKind.CEREMONY}


def _also(low: str, one: Opening) -> bool:
    """“Ông An cũng đến thăm bà Bình” after a visit: another stop."""
    return ALSO.search(low, max(one.sentence.start, one.trigger.start - 40), one.trigger.start) is not None


def _same_words(low: str, one: Opening, other: Opening) -> bool:
    """“chủ trì cuộc họp của Ban Bí thư” told twice, in the lead and after it, is one event."""
    words, seen = (low[o.trigger.start : o.trigger.end + 14] for o in (one, other))
    return words == seen and days_apart(one.date, other.date) in (0, None)


def share_days(found: list[Opening], low: str) -> list[Opening]:
    """“Chiều cùng ngày” is the day of the event before it, not of a document cited in between.

    Where the event before it has no year, the day told last may have it.
    """
    for index, one in enumerate(found[1:], 1):
        before = found[index - 1]
        if SAME_DAY.search(low, one.sentence.start, one.sentence.start + 40):
            if before.date and before.date.value:
                found[index] = replace(one, date=before.date)
            elif one.date and one.date.value:
                found[index - 1] = replace(before, date=one.date)
        elif one.date is None and (_also(low, one) or NEXT_STOP.match(low, one.sentence.start)):
            found[index] = replace(one, date=before.date)
    return found
