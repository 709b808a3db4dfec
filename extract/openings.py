"""Where a session opens: the sentence that tells of an event with its day, or after “cùng ngày”, “trước đó”.

“Chiều 5/4, Đoàn khảo sát đã làm việc với Thường trực Tỉnh ủy” opens one; “chủ trì hội nghị” later speaks of the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day

from extract.events import Trigger, anaphors, find_triggers
from extract.records import DateExpression, SessionKind, Span
from extract.rules import compile_folded

# Another event of the same report.
_SHIFT = compile_folded(r"""(?:(?:ảnh|nguồn):?\s[^.]{0,40}\s)?[\s*•+–-]*(?:(?:sáng|chiều|tối|trưa)\s)?(?: cùng\s(?:ngày|thời\sgian|buổi) | cũng\s(?:trong\s)?(?:ngày|sáng|chiều|buổi|dịp) | trước\sđó | sau\sđó | tiếp\sđó
    | tiếp\stheo | ngay\ssau\sđó | nhân\sdịp\snày | dịp\snày | nhân\schuyến | buổi\s(?:sáng|chiều|tối) | trước\skhi | trước\sgiờ
    | kết\sthúc\s(?:hội\snghị|buổi|chuyến) | sau\s(?:buổi|lễ|hội\snghị) | (?:chiều|sáng|tối)\s(?:qua|nay) )(?!\w) | \s*[*•]\s""")
_WORKS = compile_folded(r"(?<!\w)làm\sviệc\s(?:với|tại)(?!\w)")
_SAME_DAY = compile_folded(r"buổi\s(?:sáng|chiều|tối)|cùng\sngày|cũng\s(?:trong\s)?ngày")
_CODE_BEFORE = re.compile(r"(?:\d[-/][\w/Đđ-]+|số\s\d+)\s*,?\s*(?:ban hành\s)?(?:ngày\s)?$", re.IGNORECASE)
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?")
_DAY_SAID = re.compile(r"\d{1,2}\s*[-/.]\s*\d{1,2}(?!\d)|ngày|(?:sáng|trưa|chiều|tối|đêm|hôm)\s(?:nay|qua)")
_MONTH = compile_folded(r"(?<!\w)(?:tháng\s\d|năm\s\d{4}|năm\s(?:ngoái|trước))")
_EARLIER = compile_folded(r"\s*trước\sđó(?!\w)")
_DAY_MONTH = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)")
_DONE = compile_folded(r"(?<!\w)đã\s(?:\w+\s){0,2}$")
_PASSED = compile_folded(r"(?<!\w)(?:vừa\squa|trước\sđây|năm\sngoái|năm\strước)(?!\w)")
_DEED = frozenset({SessionKind.INSPECTION, SessionKind.VISIT, SessionKind.RECEPTION})
_TITLED = frozenset({SessionKind.VISIT, SessionKind.WORKING_SESSION, SessionKind.VOTER_MEETING, SessionKind.RECEPTION})
_FRONTED = compile_folded(r"(?:[^,.]{0,20},\s)?(?:(?:cũng|trong|và)\s)?tại\s")
_LIVES = compile_folded(r"^làm\sviệc\stại$")  # “công nhân làm việc tại thành phố”
_SPOKEN = compile_folded(r"(?<!\w)(?:phát\sbiểu|kết\sluận|khai\smạc|chỉ\sđạo|chủ\strì|cho\sbiết|nói|báo\scáo)(?!\w)")
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


def find_openings(
    low: str, headline: Sequence[Span], body: Sequence[Span], dates: Sequence[DateExpression]
) -> list[Opening]:
    """The sessions of an article in text order; the first is the main one."""
    told = anaphors(low, [*headline, *body])
    kinds = {_family(kind) for kind, _ in told}
    found: list[Opening] = []
    undated: Opening | None = None
    for index, sentence in enumerate(body):
        if index >= _LEAD and not found:
            break
        if found and not _may_open(low, sentence, dates):
            continue
        one = _opening(low, sentence, dates)
        if one is None:
            continue
        if found:
            if one.rule != "sessions.bare" and _opens_another(low, found, one):
                found.append(one)
        elif _EARLIER.match(low, sentence.start):
            continue
        elif one.date and (told or _leads(one)) and not _PASSED.search(low, sentence.start, sentence.end):
            found.append(one)
        elif undated is None and index < 5 and _family(one.kind) in kinds and not _LIVES.search(one.trigger.of(low)):
            undated = one
    if not found:
        found = _fallback(low, headline, body, dates, undated, told)
    titled = any(_WORKS.search(low, sentence.start, sentence.end) for sentence in headline)
    return _dated([_as_titled(one, told) if index == 0 and titled else one for index, one in enumerate(found)], low)


def _may_open(low: str, sentence: Span, dates: Sequence[DateExpression]) -> bool:
    if _SHIFT.match(low, sentence.start):
        return True
    at = bisect_left(dates, sentence.start, key=lambda one: one.mention.span.start)
    return at < len(dates) and dates[at].mention.span.start < sentence.start + 60


def _fallback(
    low: str,
    headline: Sequence[Span],
    body: Sequence[Span],
    dates: Sequence[DateExpression],
    undated: Opening | None,
    told: Counter[tuple[SessionKind, Span]],
) -> list[Opening]:
    """No sentence of the body tells of an event with its day: the headline's, an undated one, or “tại hội nghị” alone."""
    titled = next((one for sentence in headline if (one := _opening(low, sentence, dates))), None)
    if titled and titled.date and _leads(titled):
        return [titled]
    if undated:
        return [undated]
    if len(told) > 1 or any(_tells(low, span, body[:3]) for _, span in told):
        return [_from_anaphor(low, told, body, dates)]
    return [titled] if titled and titled.kind in _TITLED else []


def _leads(one: Opening) -> bool:
    """The day opens the sentence: “Ngày 5/6, Huyện ủy tổ chức …”, not “hội nghị lần 1 (ngày 3/2)”."""
    return one.date is not None and one.date.mention.span.start < min(one.trigger.start, one.sentence.start + 80)


def _family(kind: SessionKind) -> SessionKind:
    return SessionKind.WORKING_SESSION if kind in _DEED else kind


def _dated(found: list[Opening], low: str) -> list[Opening]:
    """“Chiều cùng ngày” is the day of the event before it, not of a document cited in between.

    Where the event before it has no year, the day told last may have it.
    """
    for index, one in enumerate(found[1:], 1):
        before = found[index - 1]
        if _SAME_DAY.search(low, one.sentence.start, one.sentence.start + 40):
            if before.date and before.date.value:
                found[index] = replace(one, date=before.date)
            elif one.date and one.date.value:
                found[index - 1] = replace(before, date=one.date)
    return found


def _opening(low: str, sentence: Span, dates: Sequence[DateExpression]) -> Opening | None:
    triggers = list(find_triggers(low, sentence.start, sentence.end))
    told = [t for t in triggers if t.rule != "sessions.bare"]
    for first in (*_by_weight(low, sentence, told), *triggers):
        one = Opening(
            kind=first.kind,
            trigger=first.span,
            rule=first.rule,
            sentence=sentence,
            date=_day_of(low, sentence, first.span, 200 if first.rule == "sessions.takes_place" else 60, dates),
        )
        if first.rule != "sessions.bare" or _leads(one):
            return one
    return None


def _by_weight(low: str, sentence: Span, told: Sequence[Trigger]) -> Iterator[Trigger]:
    """“các đại biểu dự kỳ họp đã đến dâng hương”: what is “đã” done first; a working session before its survey."""
    if not told:
        return
    done = (t for t in told if _DONE.search(low, max(sentence.start, t.span.start - 20), t.span.start))
    first = next(done, told[0])
    if first.kind in _DEED:
        first = next((t for t in told if t.kind is SessionKind.WORKING_SESSION), first)
    yield first


def _day_of(
    low: str, sentence: Span, trigger: Span, reach: int, dates: Sequence[DateExpression]
) -> DateExpression | None:
    """The day of the event: the last one before its words, else the first one after; never a document's."""
    inside = [
        d
        for d in dates
        if sentence.start <= d.mention.span.start < sentence.end
        and _is_day(d)
        and not _CODE_BEFORE.search(low[max(sentence.start, d.mention.span.start - 30) : d.mention.span.start])
    ]
    before = [d for d in inside if d.mention.span.start < trigger.start]
    return before[-1] if before else next((d for d in inside if d.mention.span.start < trigger.end + reach), None)


def _is_day(one: DateExpression) -> bool:
    """A day, days in a row, or a day whose year is not known; an anniversary (“27/7/1947 – 27/7/2019”) is none."""
    if one.value is None:
        return _DAY_SAID.search(one.mention.text.lower()) is not None
    days = _DAYS.fullmatch(one.value)
    return days is not None and (days[2] is None or days[1][:7] == days[2][:7])


def _opens_another(low: str, found: Sequence[Opening], one: Opening) -> bool:
    if any(_same_words(low, one, other) for other in found):
        return False
    shifts = _SHIFT.match(low, one.sentence.start) is not None
    if one.date is None:
        return shifts and low[one.sentence.start] not in "*•" and not _MONTH.search(low, *_head_of(one))
    if shifts and _SAME_DAY.search(low, one.sentence.start, one.sentence.start + 40):
        return True
    if one.date.mention.span.start > one.trigger.start or one.date.mention.span.start - one.sentence.start > 60:
        return False
    if any(_same_day(one.date, other.date) and one.kind is other.kind for other in found) and not shifts:
        return False
    apart = _days_apart(found[0].date, one.date)
    return apart is None or apart <= _NEAR


def _head_of(one: Opening) -> tuple[int, int]:
    return one.sentence.start, max(one.sentence.start, one.trigger.start)


def _same_words(low: str, one: Opening, other: Opening) -> bool:
    """“chủ trì cuộc họp của Ban Bí thư” told twice, in the lead and after it, is one event."""
    words, seen = (low[o.trigger.start : o.trigger.end + 16] for o in (one, other))
    return words == seen and _days_apart(one.date, other.date) in (0, None)


def _same_day(left: DateExpression | None, right: DateExpression | None) -> bool:
    return left is not None and right is not None and _days_apart(left, right) == 0


def _days_apart(left: DateExpression | None, right: DateExpression | None) -> int | None:
    """Days between two days; where one has no year, as if they were of the same."""
    if left is None or right is None:
        return None
    if left.value and right.value:
        return abs((Day.fromisoformat(left.value[:10]) - Day.fromisoformat(right.value[:10])).days)
    one, other = _in_year(left), _in_year(right)
    return None if one is None or other is None else abs(one - other)


def _in_year(one: DateExpression) -> int | None:
    if one.value:
        return int(one.value[5:7]) * 31 + int(one.value[8:10])
    written = _DAY_MONTH.search(one.mention.text)
    return int(written[2]) * 31 + int(written[1]) if written else None


def _tells(low: str, span: Span, lead: Sequence[Span]) -> bool:
    """“Theo đó, tại kỳ họp thứ 5, …” and “phát biểu tại hội nghị” tell of it; “được thảo luận tại kỳ họp” refers."""
    sentence = next((s for s in lead if s.start <= span.start < s.end), None)
    return sentence is not None and (
        _FRONTED.fullmatch(low, sentence.start, span.start) is not None
        or _SPOKEN.search(low, sentence.start, span.start) is not None
    )


def _from_anaphor(
    low: str, told: Counter[tuple[SessionKind, Span]], body: Sequence[Span], dates: Sequence[DateExpression]
) -> Opening:
    """“Phát biểu tại hội nghị” where no sentence opened one: the kind most often named, the day where one stands by it."""
    kind = Counter(kind for kind, _ in told).most_common(1)[0][0]
    places = sorted(span for of_kind, span in told if of_kind is kind)
    options = [(next((s for s in body if s.start <= span.start < s.end), span), span) for span in places]
    options = [(s, span) for s, span in options if not _EARLIER.match(low, s.start)] or options
    found = [
        Opening(kind=kind, trigger=span, rule="sessions.referred", sentence=s, date=_day_of(low, s, span, 60, dates))
        for s, span in options
    ]
    return next((one for one in found if one.date), found[0])


def _as_titled(one: Opening, told: Counter[tuple[SessionKind, Span]]) -> Opening:
    """“có buổi khảo sát … Tại buổi làm việc” under “Đoàn … làm việc tại Đắk Nông”: the headline names the event."""
    if one.kind in _DEED and any(kind is SessionKind.WORKING_SESSION for kind, _ in told):
        return replace(one, kind=SessionKind.WORKING_SESSION)
    return one
