"""Where a session opens: the sentence that tells of an event with its day, or after “cùng ngày”, “trước đó”.

“Chiều 5/4, Đoàn khảo sát đã làm việc với Thường trực Tỉnh ủy” opens one; “chủ trì hội nghị” later speaks of the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.records import DateExpression, SessionKind, Span
from extract.sessions.event_days import Days, day_of, is_before
from extract.sessions.event_deeds import find_went, find_when
from extract.sessions.event_rules import (
    AHEAD,
    AT_THE_FRONT,
    COMING,
    DONE,
    EARLIER,
    FUTURE,
    PASSED,
    SPOKEN,
    TOLD_BY,
    WORKS,
)
from extract.sessions.event_sentences import DEEDS, Opening, leads, may_tell, opening_at, read_opening
from extract.sessions.event_turns import may_turn, share_days, turns_to
from extract.sessions.events import Trigger
from extract.sessions.prose import Prose

_TITLED = frozenset({SessionKind.VISIT, SessionKind.WORKING_SESSION, SessionKind.VOTER_MEETING, SessionKind.RECEPTION})
_DEEDS_TOLD = frozenset({SessionKind.VISIT, SessionKind.WORKING_SESSION})
_LEAD = 12
"""Sentences in which the article's main event is told."""


_STORY = 40
"""Sentences in which a story tells that the leaders went there."""


@dataclass(frozen=True, slots=True)
class _Article:
    prose: Prose
    headline: Sequence[Span]
    body: Sequence[Span]
    days: Days
    told: Sequence[Trigger]

    @property
    def low(self) -> str:
        return self.prose.low


def find_openings(
    prose: Prose, headline: Sequence[Span], body: Sequence[Span], days: Days, references: Sequence[Trigger]
) -> list[Opening]:
    """The sessions of an article in text order; the first is the main one."""
    low = prose.low
    article = _Article(prose, headline, body, days, references)
    main = _main(article)
    if main is None:
        return []
    found = [_as_titled(article, main)]
    for sentence in body:
        if sentence.start > main.sentence.start and may_tell(prose, sentence, days) and may_turn(low, sentence, days):
            one = read_opening(article.prose, sentence, article.days)
            if one and one.rule != "sessions.bare" and turns_to(low, found, one):
                found.append(one)
    return share_days(found, low)


def _main(article: _Article) -> Opening | None:
    """The first sentence of the lead that tells of an event with its day; else what else tells of one."""
    kinds = {_family(one.kind) for one in article.told}
    undated: Opening | None = None
    said = _said_on(article)
    for index, sentence in enumerate(article.body[:_LEAD]):
        one = read_opening(article.prose, sentence, article.days)
        if one is None or EARLIER.match(article.low, sentence.start):
            continue
        if any(words.search(article.low, sentence.start, one.trigger.start) for words in (FUTURE, TOLD_BY)):
            continue
        if one.date:
            if said and said.mention.span.end < one.sentence.start and is_before(one.date, said):
                continue
            dated = article.told or leads(one) or one.rule == "sessions.takes_place"
            if dated and not PASSED.search(article.low, sentence.start, sentence.end):
                return one
        elif undated is None and not _lives(article.low, one):
            told = index < 5 and _family(one.kind) in kinds
            undated = one if told or (index < 3 and _is_done(article.low, one)) else None
    return _fallback(article, undated)


def _said_on(article: _Article) -> DateExpression | None:
    """“Ngày 1-6, trao đổi với báo, ông An cho biết …”: a story of that day; a meeting of days before is background."""
    for sentence in article.body[:3]:
        day = day_of(article.low, sentence, Span(sentence.start, sentence.start), article.days, reach=30)
        if day and TOLD_BY.search(article.low, day.mention.span.end, sentence.end):
            return None if read_opening(article.prose, sentence, article.days) else day
    return None


def _fallback(article: _Article, undated: Opening | None) -> Opening | None:
    """The headline's event with its day, one without a day, or “tại hội nghị” alone."""
    read = (read_opening(article.prose, sentence, article.days, bare=True) for sentence in article.headline)
    titled = next((one for one in read if one), None)
    if titled and titled.date and leads(titled):
        return titled
    led = _led_by(article)
    if led or undated:
        return led or undated
    if len(article.told) > 1 or any(_tells(article, one) for one in article.told):
        return _referred(article)
    if titled and titled.kind in _TITLED and titled.trigger.of(article.low) != "gặp":
        return titled
    return _gone_to(article)


def _gone_to(article: _Article) -> Opening | None:
    for sentence in article.body[:_STORY]:
        if (went := find_went(article.low, sentence)) and not EARLIER.match(article.low, sentence.start):
            return opening_at(article.low, went, sentence, article.days)
    return None


def _led_by(article: _Article) -> Opening | None:
    """“Ông An đặt vấn đề như vậy tại buổi làm việc với Liên đoàn, chiều 10-2”: a lead that names event and day."""
    for sentence in (*article.headline, *article.body[:3]):
        told = [one for one in article.told if sentence.start <= one.span.start < sentence.end]
        if not told and (when := find_when(article.low, sentence)):
            told = [when]
        for one in told:
            found = opening_at(article.low, one, sentence, article.days, reach=200)
            if found.date and not _told_aside(article, found) and not _is_to_come(article.low, found):
                return found
    return None


def _is_to_come(low: str, one: Opening) -> bool:
    """“chuẩn bị nội dung trình tại kỳ họp thứ tư, dự kiến diễn ra ngày 20/2”; what is said after may come."""
    end = max(one.trigger.end, one.date.mention.span.end if one.date else 0)
    return COMING.search(low, one.sentence.start, end) is not None


def _is_done(low: str, one: Opening) -> bool:
    """“Nhân dịp năm mới, đoàn công tác của huyện đã đến thăm …”: a lead without a day that tells of a deed."""
    done = DONE.search(low, max(one.sentence.start, one.trigger.start - 20), one.trigger.start)
    return done is not None and one.kind in _DEEDS_TOLD


def _lives(low: str, one: Opening) -> bool:
    """“công nhân làm việc tại thành phố” is no session."""
    return one.trigger.of(low) == "làm việc tại"


def _family(kind: SessionKind) -> SessionKind:
    return SessionKind.WORKING_SESSION if kind in DEEDS else kind


def _tells(article: _Article, one: Trigger) -> bool:
    """“Theo đó, tại kỳ họp thứ 5, …” and “phát biểu tại hội nghị” tell of it; “được thảo luận tại kỳ họp” refers."""
    sentence = next((s for s in article.body[:3] if s.start <= one.span.start < s.end), None)
    return sentence is not None and (
        AT_THE_FRONT.fullmatch(article.low, sentence.start, one.span.start) is not None
        or SPOKEN.search(article.low, sentence.start, one.span.start) is not None
    )


def _referred(article: _Article) -> Opening | None:
    """“Phát biểu tại hội nghị” where no sentence opened one: the kind most often named, with its day if any."""
    kinds = Counter(one.kind for one in article.told)
    voters = SessionKind.VOTER_MEETING  # “hội nghị tiếp xúc cử tri” is “hội nghị” from its second mention on
    lead = Counter(one.kind for one in article.told if article.body[:5] and one.span.start < article.body[:5][-1].end)
    kind = voters if voters in (lead or kinds) else kinds.most_common(1)[0][0]
    told = [one for one in article.told if one.kind is kind]
    sentences = [*article.headline, *article.body]
    places = [(one, next(s for s in sentences if one.span.start < s.end)) for one in told]
    found = [opening_at(article.low, one, sentence, article.days) for one, sentence in places]
    own = [one for one in found if not _told_aside(article, one)]
    return next((one for one in own if one.date), own[0] if own else None)


def _told_aside(article: _Article, one: Opening) -> bool:
    """“Trước đó, …”, what is still to come, and a conference of years before the newest year the article names."""
    start, trigger = one.sentence.start, one.trigger.start
    if EARLIER.match(article.low, start) or FUTURE.search(article.low, start, trigger):
        return True
    if not one.date or not one.date.value:
        return False
    years = [int(date.value[:4]) for date in article.days.all if date.value and _is_past(article.low, date)]
    return max(years, default=0) - int(one.date.value[:4]) > 1


def _is_past(low: str, date: DateExpression) -> bool:
    """No year to come: “đến năm 2030”, “giai đoạn 2021-2025” and “tầm nhìn 2045” say nothing of today."""
    at = date.mention.span.start
    whole = date.value is not None and date.value[:4].isdigit() and "/" not in date.value
    return whole and not AHEAD.search(low, max(0, at - 14), date.mention.span.end)


def _as_titled(article: _Article, one: Opening) -> Opening:
    """“có buổi khảo sát … Tại buổi làm việc” under “Đoàn … làm việc tại Đắk Nông”: the headline names the event."""
    titled = any(WORKS.search(article.low, sentence.start, sentence.end) for sentence in article.headline)
    if titled and one.kind in DEEDS and any(t.kind is SessionKind.WORKING_SESSION for t in article.told):
        return replace(one, kind=SessionKind.WORKING_SESSION)
    return one
