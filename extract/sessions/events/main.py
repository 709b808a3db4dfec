"""The main event of an article: the first sentence of the lead that tells of one with its day, else what else tells.

“Thứ trưởng thăm huyện An Bình.¶Ngày 5/4, đoàn đã làm việc với Huyện ủy” → the second.
"""

from __future__ import annotations

from dataclasses import replace

from extract.records import DateExpression, SessionKind, Span
from extract.sessions.events.days import YEAR, day_of, is_before
from extract.sessions.events.deeds import LEADERS
from extract.sessions.events.rules import (
    AT_THE_FRONT,
    DONE,
    EARLIER,
    FRONT_SPOKEN,
    FUTURE,
    PASSED,
    SAME_DAY,
    SOLEMN,
    TOLD_BY,
)
from extract.sessions.events.sentences import Opening, leads, opening_at, read_opening
from extract.sessions.events.triggers import Trigger
from extract.sessions.events.turns import is_quoted
from extract.sessions.events.undated import Report, find_otherwise, is_history, kind_family

_DEEDS_TOLD = frozenset({SessionKind.VISIT, SessionKind.WORKING_SESSION})
_TOLD = frozenset({"sessions.act", "sessions.meets"})
"""Rules whose verb says that the event took place."""
_FRONT = 40
"""Characters in which a sentence points back to its event."""
_LED = 80
"""Characters in which the day that leads a sentence stands."""
_LEAD = 12
"""Sentences in which the article's main event is told."""


def find_main(article: Report) -> Opening | None:
    """The first sentence of the lead that tells of an event with its day; else what else tells of one."""
    kinds = {kind_family(one.kind) for one in article.told}
    undated: Opening | None = None
    said = _said_on(article)
    for index, sentence in enumerate(article.body[:_LEAD]):
        one = read_opening(article.prose, sentence, article.days)
        if one is None or EARLIER.match(article.low, sentence.start) or is_quoted(article.low, one.trigger.start):
            continue
        if any(words.search(article.low, sentence.start, one.trigger.start) for words in (FUTURE, TOLD_BY)):
            continue
        if _undated(one) and _on_the_same_day(article, sentence):
            break
        if one.date:
            if said and said.mention.span.end < one.sentence.start and is_before(one.date, said):
                continue
            if is_history(article, one):
                continue
            dated = article.told or leads(one) or one.rule == "sessions.takes_place"
            if dated and not PASSED.search(article.low, sentence.start, sentence.end):
                return undated if undated and _is_titled(article, undated) and undated.kind is not one.kind else one
        elif undated is None and not _lives(article.low, one):
            told = index < 5 and kind_family(one.kind) in kinds
            done = index < 5 and _is_done(article.low, one)
            undated = one if told or done or _is_titled(article, one) else None
    found = _dated_before(article, find_otherwise(article, undated))
    return found if found and found.date else _told_late(article, found) or found


def _told_late(article: Report, undated: Opening | None) -> Opening | None:
    """A story that tells of its event further down: “Chiều 26/4, đoàn công tác đã làm việc với lãnh đạo tỉnh”.

    Where one of its kind is known without a day, “Ngày 30/4, UBND tỉnh tổ chức hội nghị …” before it has the day.
    """
    for sentence in article.body[_LEAD:]:
        if not article.days.any_within(sentence.start, sentence.start + _LED):
            continue
        one = read_opening(article.prose, sentence, article.days)
        if one is None or _undated(one) or not leads(one) or is_quoted(article.low, one.trigger.start):
            continue
        if undated and (one.kind is not undated.kind or one.sentence.start > undated.sentence.start):
            continue
        now = one.date is not None and not YEAR.search(one.date.mention.text)
        told = now and (undated or one.rule in _TOLD) and not EARLIER.match(article.low, sentence.start)
        held = told and (undated or LEADERS.search(article.low, sentence.start, one.trigger.start))
        if held and not any(words.search(article.low, sentence.start, sentence.end) for words in (FUTURE, PASSED)):
            return one
    return None


def _dated_before(article: Report, one: Opening | None) -> Opening | None:
    """“Ngày 25-11, Văn phòng đã ra thông cáo về Hội nghị. Tại hội nghị, …”: its day stands in the sentence before."""
    if one is None or one.date or not _at_the_front(article, one):
        return one
    before = next((s for s in reversed(article.body) if s.end <= one.sentence.start), None)
    told = before and _told_in(article, one, before)
    return replace(one, date=told.date) if told else one


def _at_the_front(article: Report, one: Opening) -> bool:
    """“Tại hội nghị, …”, “Phát biểu tại buổi lễ, …”."""
    start = one.sentence.start
    told = [word.span.start for word in article.told if start < word.span.start < start + _FRONT]
    return any(words.fullmatch(article.low, start, at) for at in told for words in (AT_THE_FRONT, FRONT_SPOKEN))


def _told_in(article: Report, one: Opening, before: Span) -> Opening | None:
    """The same event in the sentence before: by its name, or by the deed that a ceremony is held for."""
    words = (word for word in article.prose.pointed if before.start <= word.start < before.end)
    named = next((Span(word.start, word.end) for word in words if word.label == one.kind.value), None)
    deed = SOLEMN.search(article.low, before.start, before.end) if one.kind is SessionKind.CEREMONY else None
    at = named or (Span(*deed.span()) if deed else None)
    if at is None:
        return None
    told = opening_at(article.low, Trigger(one.kind, at, one.rule), before, article.days)
    return told if leads(told) or (deed and told.date) else None


def _undated(one: Opening) -> bool:
    return one.date is None or one.date.value is None


def _on_the_same_day(article: Report, sentence: Span) -> bool:
    """“Chiều cùng ngày, ông An gặp mặt …” after “Phát biểu tại hội nghị, …”: the second event."""
    earlier = article.told and article.told[0].span.start < sentence.start
    return bool(earlier) and SAME_DAY.search(article.low, sentence.start, sentence.start + 40) is not None


def _is_titled(article: Report, one: Opening) -> bool:
    """“Tân Bí thư thăm bảo tàng” over “Ngay sau khi nhậm chức, ông An có chuyến thăm …”: a later day is another’s."""
    first = article.body and one.sentence == article.body[0] and one.rule == "sessions.act"
    return bool(first) and any(
        term.label == one.kind.value
        for sentence in article.headline
        for term in article.prose.events
        if sentence.start <= term.start < sentence.end
    )


def _said_on(article: Report) -> DateExpression | None:
    """“Ngày 1-6, trao đổi với báo, ông An cho biết …”: a story of that day; a meeting of days before is background."""
    for sentence in article.body[:3]:
        day = day_of(article.low, sentence, Span(sentence.start, sentence.start), article.days, reach=30)
        if day and TOLD_BY.search(article.low, day.mention.span.end, sentence.end):
            return None if read_opening(article.prose, sentence, article.days) else day
    return None


def _is_done(low: str, one: Opening) -> bool:
    """“Nhân dịp năm mới, đoàn công tác của huyện đã đến thăm …”: a lead without a day that tells of a deed."""
    done = DONE.search(low, max(one.sentence.start, one.trigger.start - 20), one.trigger.start)
    return done is not None and one.kind in _DEEDS_TOLD


def _lives(low: str, one: Opening) -> bool:
    """“công nhân làm việc tại thành phố” is no session."""
    return one.trigger.of(low) == "làm việc tại"
