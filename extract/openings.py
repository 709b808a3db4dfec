"""Where a session opens: the sentence that tells of an event with its day, or after “cùng ngày”, “trước đó”.

“Chiều 5/4, Đoàn khảo sát đã làm việc với Thường trực Tỉnh ủy” opens one; “chủ trì hội nghị” later speaks of the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.event_days import day_of, days_apart
from extract.event_rules import (
    AT_THE_FRONT,
    DONE,
    EARLIER,
    FUTURE,
    MONTH,
    PASSED,
    SAME_DAY,
    SHIFT,
    SPOKEN,
    TOLD_BY,
    WORKS,
)
from extract.events import Trigger, find_references, find_triggers
from extract.records import DateExpression, SessionKind, Span

_DEED = frozenset({SessionKind.INSPECTION, SessionKind.VISIT, SessionKind.RECEPTION})
_TITLED = frozenset({SessionKind.VISIT, SessionKind.WORKING_SESSION, SessionKind.VOTER_MEETING, SessionKind.RECEPTION})
_DEEDS_TOLD = frozenset({SessionKind.VISIT, SessionKind.WORKING_SESSION})
_LEAD = 12
"""Sentences in which the article's main event is told."""
_NEAR = 10
"""Days between the events of one report; what lies further back is told in passing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A session's first sentence, what it is, and the date it gives."""

    kind: SessionKind
    trigger: Span
    rule: str
    sentence: Span
    date: DateExpression | None = None


@dataclass(frozen=True, slots=True)
class _Article:
    low: str
    headline: Sequence[Span]
    body: Sequence[Span]
    dates: Sequence[DateExpression]
    told: Sequence[Trigger]


def find_openings(
    low: str, headline: Sequence[Span], body: Sequence[Span], dates: Sequence[DateExpression]
) -> list[Opening]:
    """The sessions of an article in text order; the first is the main one."""
    article = _Article(low, headline, body, dates, find_references(low, 0, len(low)))
    main = _main(article)
    if main is None:
        return []
    found = [_as_titled(article, main)]
    for sentence in body:
        if sentence.start > main.sentence.start and _may_open(article, sentence):
            one = _opening(article, sentence)
            if one and one.rule != "sessions.bare" and _opens_another(low, found, one):
                found.append(one)
    return _dated(found, low)


def _main(article: _Article) -> Opening | None:
    """The first sentence of the lead that tells of an event with its day; else what else tells of one."""
    kinds = {_family(one.kind) for one in article.told}
    undated: Opening | None = None
    for index, sentence in enumerate(article.body[:_LEAD]):
        one = _opening(article, sentence)
        if one is None or EARLIER.match(article.low, sentence.start):
            continue
        if any(words.search(article.low, sentence.start, one.trigger.start) for words in (FUTURE, TOLD_BY)):
            continue
        if one.date:
            dated = article.told or _leads(one) or one.rule == "sessions.takes_place"
            if dated and not PASSED.search(article.low, sentence.start, sentence.end):
                return one
        elif undated is None and not _lives(article.low, one):
            told = index < 5 and _family(one.kind) in kinds
            undated = one if told or (index < 3 and _is_done(article.low, one)) else None
    return _fallback(article, undated)


def _fallback(article: _Article, undated: Opening | None) -> Opening | None:
    """The headline's event with its day, one without a day, or “tại hội nghị” alone."""
    titled = next((one for sentence in article.headline if (one := _opening(article, sentence, bare=True))), None)
    if titled and titled.date and _leads(titled):
        return titled
    if undated:
        return undated
    if len(article.told) > 1 or any(_tells(article, one) for one in article.told):
        return _referred(article)
    return titled if titled and titled.kind in _TITLED and titled.trigger.of(article.low) != "gặp" else None


def _opening(article: _Article, sentence: Span, *, bare: bool = False) -> Opening | None:
    """The event of a sentence; `bare` takes a verb without “đã” even where no day leads, as headlines write."""
    triggers = list(find_triggers(article.low, sentence.start, sentence.end))
    told = [trigger for trigger in triggers if trigger.rule != "sessions.bare"]
    for trigger in (*_heaviest(article.low, sentence, told), *triggers):
        one = _at(article, trigger, sentence, reach=200 if trigger.rule == "sessions.takes_place" else 60)
        if bare or trigger.rule != "sessions.bare" or _leads(one):
            return one
    return None


def _at(article: _Article, trigger: Trigger, sentence: Span, *, reach: int = 60) -> Opening:
    day = day_of(article.low, sentence, trigger.span, article.dates, reach=reach)
    return Opening(kind=trigger.kind, trigger=trigger.span, rule=trigger.rule, sentence=sentence, date=day)


def _heaviest(low: str, sentence: Span, told: Sequence[Trigger]) -> Iterator[Trigger]:
    """“các đại biểu dự kỳ họp đã đến dâng hương”: what is “đã” done first; a working session before its survey."""
    if not told:
        return
    done = (one for one in told if DONE.search(low, max(sentence.start, one.span.start - 20), one.span.start))
    first = next(done, told[0])
    if first.kind in _DEED:
        reach = 10 if first.kind is SessionKind.RECEPTION else len(low)  # “tiếp khách đang thăm và làm việc” receives
        near = (one for one in told if abs(one.span.start - first.span.end) < reach)
        first = next((one for one in near if one.kind is SessionKind.WORKING_SESSION), first)
    yield first


def _leads(one: Opening) -> bool:
    """The day opens the sentence: “Ngày 5/6, Huyện ủy tổ chức …”, not “hội nghị lần 1 (ngày 3/2)”."""
    return one.date is not None and one.date.mention.span.start < min(one.trigger.start, one.sentence.start + 80)


def _is_done(low: str, one: Opening) -> bool:
    """“Nhân dịp năm mới, đoàn công tác của huyện đã đến thăm …”: a lead without a day that tells of a deed."""
    done = DONE.search(low, max(one.sentence.start, one.trigger.start - 20), one.trigger.start)
    return done is not None and one.kind in _DEEDS_TOLD


def _lives(low: str, one: Opening) -> bool:
    """“công nhân làm việc tại thành phố” is no session."""
    return one.trigger.of(low) == "làm việc tại"


def _family(kind: SessionKind) -> SessionKind:
    return SessionKind.WORKING_SESSION if kind in _DEED else kind


def _tells(article: _Article, one: Trigger) -> bool:
    """“Theo đó, tại kỳ họp thứ 5, …” and “phát biểu tại hội nghị” tell of it; “được thảo luận tại kỳ họp” refers."""
    sentence = next((s for s in article.body[:3] if s.start <= one.span.start < s.end), None)
    return sentence is not None and (
        AT_THE_FRONT.fullmatch(article.low, sentence.start, one.span.start) is not None
        or SPOKEN.search(article.low, sentence.start, one.span.start) is not None
    )


def _referred(article: _Article) -> Opening:
    """“Phát biểu tại hội nghị” where no sentence opened one: the kind most often named, with its day if any."""
    kinds = Counter(one.kind for one in article.told)
    voters = SessionKind.VOTER_MEETING  # “hội nghị tiếp xúc cử tri” is “hội nghị” from its second mention on
    kind = voters if voters in kinds else kinds.most_common(1)[0][0]
    told = [one for one in article.told if one.kind is kind]
    sentences = [*article.headline, *article.body]
    found = [_at(article, one, next(s for s in sentences if one.span.start < s.end)) for one in told]
    later = [one for one in found if not EARLIER.match(article.low, one.sentence.start)] or found
    return next((one for one in later if one.date), later[0])


def _as_titled(article: _Article, one: Opening) -> Opening:
    """“có buổi khảo sát … Tại buổi làm việc” under “Đoàn … làm việc tại Đắk Nông”: the headline names the event."""
    titled = any(WORKS.search(article.low, sentence.start, sentence.end) for sentence in article.headline)
    if titled and one.kind in _DEED and any(t.kind is SessionKind.WORKING_SESSION for t in article.told):
        return replace(one, kind=SessionKind.WORKING_SESSION)
    return one


def _may_open(article: _Article, sentence: Span) -> bool:
    """A cheap look before the events of a sentence are read: a shift, or a date near its beginning."""
    if SHIFT.match(article.low, sentence.start):
        return True
    at = bisect_left(article.dates, sentence.start, key=lambda one: one.mention.span.start)
    return at < len(article.dates) and article.dates[at].mention.span.start < sentence.start + 60


def _opens_another(low: str, found: Sequence[Opening], one: Opening) -> bool:
    start, trigger = one.sentence.start, one.trigger.start
    if any(_same_words(low, one, other) for other in found):
        return False
    shifts = SHIFT.match(low, start) is not None
    if one.date is None:
        return shifts and low[start] not in "*•" and not MONTH.search(low, start, max(start, trigger))
    if shifts and SAME_DAY.search(low, start, start + 40):
        return True
    if one.date.mention.span.start > trigger or one.date.mention.span.start - start > 60:
        return False
    if not shifts and any(days_apart(one.date, o.date) == 0 and one.kind is o.kind for o in found):
        return False
    apart = days_apart(found[0].date, one.date)
    return apart is None or apart <= _NEAR


def _same_words(low: str, one: Opening, other: Opening) -> bool:
    """“chủ trì cuộc họp của Ban Bí thư” told twice, in the lead and after it, is one event."""
    words, seen = (low[o.trigger.start : o.trigger.end + 14] for o in (one, other))
    return words == seen and days_apart(one.date, other.date) in (0, None)


def _dated(found: list[Opening], low: str) -> list[Opening]:
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
    return found
