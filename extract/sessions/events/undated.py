"""The main event where no sentence of the lead tells of one with its day: the headline's, or “tại hội nghị” alone.

“Chủ tịch tỉnh thăm bệnh viện”, “Ông An nói như vậy tại buổi làm việc chiều 10-2”.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.records import DateExpression, SessionKind, Span
from extract.sessions.events.days import DAY, YEAR, Days
from extract.sessions.events.deeds import find_went, find_when
from extract.sessions.events.rules import (
    AHEAD,
    AT_THE_FRONT,
    CARRIED_OUT,
    COMING,
    EARLIER,
    FRONT_SPOKEN,
    FUTURE,
    SAID_SO,
    SPOKEN,
)
from extract.sessions.events.sentences import DEEDS, Opening, leads, opening_at, read_opening
from extract.sessions.events.triggers import Trigger
from extract.sessions.prose import Prose

_TITLED = frozenset({SessionKind.VISIT, SessionKind.WORKING_SESSION, SessionKind.VOTER_MEETING, SessionKind.RECEPTION})
_BESIDE = 80
"""Characters from an event to its day."""
_BEFORE = 400
"""Characters before an event in which it was introduced."""
_REACH = 60
"""Characters from a conference to its month: “kỳ họp thứ 5 (tháng 6.2013)”."""
_WHOLE = len("2017-05-20")
_ONLINE = 2000
"""No portal has news of its own from before the year."""
_OPENING = 8
"""Sentences in which a report says where its opening words were said."""
_STORY = 40
"""Sentences in which a story tells that the leaders went there."""


@dataclass(frozen=True, slots=True)
class Report:
    prose: Prose
    headline: Sequence[Span]
    body: Sequence[Span]
    days: Days
    told: Sequence[Trigger]

    @property
    def low(self) -> str:
        return self.prose.low


def find_otherwise(article: Report, undated: Opening | None) -> Opening | None:
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


def _gone_to(article: Report) -> Opening | None:
    for sentence in article.body[:_STORY]:
        if went := find_went(article.low, sentence):
            one = opening_at(article.low, went, sentence, article.days)
            if one.date or not EARLIER.match(article.low, sentence.start):
                return one
    return None


def _led_by(article: Report) -> Opening | None:
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


def kind_family(kind: SessionKind) -> SessionKind:
    return SessionKind.WORKING_SESSION if kind in DEEDS else kind


def _tells(article: Report, one: Trigger) -> bool:
    """“Theo đó, tại kỳ họp thứ 5, …” and “phát biểu tại hội nghị” tell of it; “được thảo luận tại kỳ họp” refers."""
    told = (s for s in article.body[:_STORY] if s.start <= one.span.start < s.end)
    sentence = next(told, None)
    if sentence is None:
        return False
    if FRONT_SPOKEN.fullmatch(article.low, sentence.start, one.span.start):
        return True
    at_the_front = AT_THE_FRONT.fullmatch(article.low, sentence.start, one.span.start) is not None
    if sentence in article.body[:_OPENING] and SAID_SO.search(article.low, sentence.start, one.span.start):
        return True
    if sentence not in article.body[:3]:
        early = sentence in article.body[:_OPENING] and _is_spoken_at(article, one, sentence)
        return at_the_front and (early or _on_a_day(article, one) or _is_known(article, one))
    carried_out = CARRIED_OUT.match(article.low, sentence.start)
    return at_the_front or (not carried_out and SPOKEN.search(article.low, sentence.start, one.span.start) is not None)


def _is_known(article: Report, one: Trigger) -> bool:
    """“Tại buổi đối thoại, cử tri …”: the one the article is about, unless one of another year was told before it."""
    told = article.days.within(one.span.start - _BEFORE, one.span.start)
    at = one.span.end
    known = article.low.startswith(",", at) or article.prose.text[at + 1 : at + 2].isupper()
    return known and not any(YEAR.search(day.mention.text) for day in told)


def _is_spoken_at(article: Report, one: Trigger, sentence: Span) -> bool:
    """“Tại buổi làm việc với huyện, Phó Bí thư Tỉnh ủy Lê Văn An cho biết: …”, of no other year; no “tại buổi này,”."""
    if article.low.startswith(",", one.span.end):
        return False
    said = SPOKEN.search(article.low, one.span.end, sentence.end)
    days = article.days.within(sentence.start, said.start()) if said else ()
    return said is not None and not any(YEAR.search(day.mention.text) for day in days)


def _on_a_day(article: Report, one: Trigger) -> bool:
    """“Tại buổi họp báo chiều 27-6 của Bộ, …”: of these days; “tại buổi làm việc ngày 9/1/2017” is history."""
    days = article.days.within(one.span.end, one.span.end + _BESIDE)
    return any(DAY.search(day.mention.text) and not YEAR.search(day.mention.text) for day in days)


def _referred(article: Report) -> Opening | None:
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


def _told_aside(article: Report, one: Opening) -> bool:
    """“Trước đó, …”, what is still to come, and a conference of years before the newest year the article names."""
    start, trigger = one.sentence.start, one.trigger.start
    if EARLIER.match(article.low, start) or FUTURE.search(article.low, start, trigger) or is_history(article, one):
        return True
    beside = [one.date] if one.date else article.days.within(one.trigger.end, one.trigger.end + _REACH)
    newest = max((_year_of(date) for date in article.days.all if _is_past(article.low, date)), default=0)
    return any(date.value and _is_old(_year_of(date), newest) for date in beside[:1])


def is_history(article: Report, one: Opening) -> bool:
    """“Ngày 20/5/1947, Bác đã đến ở và làm việc tại …” in a report of 2017; years of plans name no days."""
    if not one.date or not one.date.value:
        return False
    whole = (date for date in article.days.all if date.value and len(date.value) == _WHOLE)
    newest = max((_year_of(date) for date in whole), default=0)
    return _is_old(_year_of(one.date), newest)


def _is_old(year: int, newest: int) -> bool:
    return newest - year > 1 or year < _ONLINE


def _year_of(date: DateExpression) -> int:
    year = (date.value or "")[:4]
    return int(year) if year.isdigit() else 0


def _is_past(low: str, date: DateExpression) -> bool:
    """No year to come: “đến năm 2030”, “giai đoạn 2021-2025” and “tầm nhìn 2045” say nothing of today."""
    at = date.mention.span.start
    whole = date.value is not None and date.value[:4].isdigit() and "/" not in date.value
    return whole and not AHEAD.search(low, max(0, at - 14), date.mention.span.end)
