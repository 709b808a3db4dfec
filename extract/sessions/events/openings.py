"""Where a session opens: the sentence that tells of an event with its day, or after “cùng ngày”, “trước đó”.

“Chiều 5/4, Đoàn khảo sát đã làm việc với Thường trực Tỉnh ủy” opens one; “chủ trì hội nghị” later speaks of the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.records import SessionKind, Span
from extract.sessions.events.days import Days, days_apart
from extract.sessions.events.main import find_main
from extract.sessions.events.rules import SAME_DAY, SHIFT, WORKS
from extract.sessions.events.sentences import DEEDS, Opening, may_tell, opening_at, read_opening
from extract.sessions.events.triggers import Trigger
from extract.sessions.events.turns import NEAR, may_turn, share_days, turns_to
from extract.sessions.events.undated import Report
from extract.sessions.prose import Prose

_FRONT = 60
"""Characters in which a sentence names another event and its day."""


def find_openings(
    prose: Prose, headline: Sequence[Span], body: Sequence[Span], days: Days, references: Sequence[Trigger]
) -> list[Opening]:
    """The sessions of an article in text order; the first is the main one."""
    low = prose.low
    article = Report(prose, headline, body, days, references)
    main = find_main(article)
    if main is None:
        return []
    found = [_as_titled(article, main)]
    for sentence in body:
        if sentence.start > main.sentence.start and may_tell(prose, sentence, days) and may_turn(low, sentence, days):
            one = read_opening(prose, sentence, days)
            if one is None or one.rule == "sessions.bare":
                one = _pointed_at(article, sentence, found[-1])
                found += [one] if one else []
            elif turns_to(low, found, one):
                found.append(one)
    return share_days(found, low)


def _pointed_at(article: Report, sentence: Span, before: Opening) -> Opening | None:
    """“Trước đó, tại buổi thảo luận chiều 4-7, nhiều đại biểu đã …”: another event, told by its name and day alone."""
    if not SHIFT.match(article.low, sentence.start):
        return None
    within = Span(sentence.start, sentence.start + _FRONT)
    named = (one for one in article.told if within.start <= one.span.start < within.end)
    found = (opening_at(article.low, one, sentence, article.days, reach=_FRONT) for one in named)
    return next((one for one in found if one.date and _is_another(article.low, one, before, within)), None)


def _is_another(low: str, one: Opening, before: Opening, front: Span) -> bool:
    if one.date is None or one.date.mention.span.start >= front.end:
        return False
    return bool(SAME_DAY.search(low, front.start, front.end)) or days_apart(before.date, one.date) in range(1, NEAR)


def _as_titled(article: Report, one: Opening) -> Opening:
    """“có buổi khảo sát … Tại buổi làm việc” under “Đoàn … làm việc tại Đắk Nông”: the headline names the event."""
    titled = any(WORKS.search(article.low, sentence.start, sentence.end) for sentence in article.headline)
    if titled and one.kind in DEEDS and any(t.kind is SessionKind.WORKING_SESSION for t in article.told):
        return replace(one, kind=SessionKind.WORKING_SESSION)
    return one
