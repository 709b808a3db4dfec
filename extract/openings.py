"""Where a session opens: the sentence that tells of an event with its day, or after “cùng ngày”, “trước đó”.

“Chiều 5/4, Đoàn khảo sát đã làm việc với Thường trực Tỉnh ủy” opens one; “chủ trì hội nghị” later speaks of the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Day

from extract.events import Trigger, anaphors, find_triggers
from extract.records import DateExpression, SessionKind, Span
from extract.rules import compile_folded

# Another event of the same report.
_SHIFT = compile_folded(r"""(?:(?:ảnh|nguồn):?\s[^.]{0,40}\s)?[\s*•+–-]*(?:(?:sáng|chiều|tối|trưa)\s)?(?: cùng\s(?:ngày|thời\sgian|buổi) | cũng\s(?:trong\s)?(?:ngày|sáng|chiều|buổi|dịp) | trước\sđó | sau\sđó | tiếp\sđó
    | tiếp\stheo | ngay\ssau\sđó | nhân\sdịp\snày | dịp\snày | nhân\schuyến | trước\skhi | trước\sgiờ
    | kết\sthúc\s(?:hội\snghị|buổi|chuyến) | sau\s(?:buổi|lễ|hội\snghị) | (?:chiều|sáng|tối)\s(?:qua|nay) )(?!\w) | \s*[*•]\s""")
_SAME_DAY = compile_folded(r"cùng\sngày|cũng\s(?:trong\s)?ngày")
_CODE_BEFORE = re.compile(r"(?:\d[-/][\w/Đđ-]+|số\s\d+)\s*,?\s*(?:ban hành\s)?(?:ngày\s)?$", re.IGNORECASE)
_DAY_MONTH = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)")
_DONE = compile_folded(r"(?<!\w)đã\s(?:\w+\s){0,2}$")
_PASSED = compile_folded(r"(?<!\w)(?:vừa\squa|trước\sđây|năm\sngoái|năm\strước)(?!\w)")
_DEED = frozenset({SessionKind.INSPECTION, SessionKind.VISIT, SessionKind.RECEPTION})
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


def find_openings(low: str, body: Sequence[Span], dates: Sequence[DateExpression]) -> list[Opening]:
    """The sessions of an article in text order; the first is the main one."""
    told = anaphors(low, body)
    found: list[Opening] = []
    undated: Opening | None = None
    for index, sentence in enumerate(body):
        triggers = list(find_triggers(low, sentence.start, sentence.end))
        if not triggers:
            continue
        one = _opening(low, sentence, triggers, dates)
        if found:
            if _opens_another(low, found, one):
                found.append(one)
        elif (
            index < 12 and one.date and (told or _leads(one)) and not _PASSED.search(low, sentence.start, sentence.end)
        ):
            found.append(one)
        elif undated is None and index < 5 and _family(one.kind) in {_family(kind) for kind, _ in told}:
            undated = one
    if not found and undated:
        found = [undated]
    elif not found and (len(told) > 1 or any(span.start < body[:5][-1].end for _, span in told)):
        found = [_from_anaphor(told, body)]
    return _dated([_as_told(one, told) if index == 0 else one for index, one in enumerate(found)], low)


def _leads(one: Opening) -> bool:
    """The day opens the sentence: “Ngày 5/6, Huyện ủy tổ chức …”, not “hội nghị lần 1 (ngày 3/2)”."""
    return one.date is not None and one.date.mention.span.start < min(one.trigger.start, one.sentence.start + 80)


def _family(kind: SessionKind) -> SessionKind:
    return SessionKind.WORKING_SESSION if kind in _DEED else kind


def _dated(found: list[Opening], low: str) -> list[Opening]:
    """“Chiều cùng ngày” shares the day of the event before it, whichever of the two has the year."""
    for index, one in enumerate(found[1:], 1):
        before = found[index - 1]
        if _SAME_DAY.search(low, one.sentence.start, one.sentence.start + 40):
            if one.date is None or one.date.value is None:
                found[index] = replace(one, date=before.date)
            elif before.date and before.date.value is None:
                found[index - 1] = replace(before, date=one.date)
    return found


def _opening(low: str, sentence: Span, triggers: Sequence[Trigger], dates: Sequence[DateExpression]) -> Opening:
    first = next(
        (t for t in triggers if _DONE.search(low, max(sentence.start, t.span.start - 20), t.span.start)), triggers[0]
    )
    if first.kind in _DEED:
        first = next((t for t in triggers if t.kind is SessionKind.WORKING_SESSION), first)
    day = _day_of(low, sentence, first.span, dates)
    return Opening(kind=first.kind, trigger=first.span, rule=first.rule, sentence=sentence, date=day)


def _day_of(low: str, sentence: Span, trigger: Span, dates: Sequence[DateExpression]) -> DateExpression | None:
    """The day of the event: the last one before its words, else the first one after; never a document's."""
    inside = [
        d
        for d in dates
        if sentence.start <= d.mention.span.start < sentence.end
        and (d.value is None or len(d.value) >= 10)
        and _is_day(d)
        and not _CODE_BEFORE.search(low[max(sentence.start, d.mention.span.start - 30) : d.mention.span.start])
    ]
    before = [d for d in inside if d.mention.span.start < trigger.start]
    return before[-1] if before else (inside[0] if inside and inside[0].mention.span.start < trigger.end + 60 else None)


def _is_day(one: DateExpression) -> bool:
    return bool(one.value and re.match(r"\d{4}-\d\d-\d\d", one.value)) or one.value is None


def _opens_another(low: str, found: Sequence[Opening], one: Opening) -> bool:
    shifts = _SHIFT.match(low, one.sentence.start) is not None
    if one.date is None:
        return shifts and low[one.sentence.start] not in "*•"
    if one.date.mention.span.start > one.trigger.start or one.date.mention.span.start - one.sentence.start > 60:
        return False
    if any(_same_day(one.date, other.date) and one.kind is other.kind for other in found) and not shifts:
        return False
    apart = _days_apart(found[0].date, one.date)
    return apart is None or apart <= _NEAR


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


def _from_anaphor(told: Counter[tuple[SessionKind, Span]], body: Sequence[Span]) -> Opening:
    (kind, span), _ = max(told.items(), key=lambda item: -item[0][1].start)
    sentence = next((s for s in body if s.start <= span.start < s.end), span)
    return Opening(kind=kind, trigger=span, rule="sessions.referred", sentence=sentence)


def _as_told(one: Opening, told: Counter[tuple[SessionKind, Span]]) -> Opening:
    """“có buổi khảo sát … Tại buổi làm việc”: later sentences name the event better than the verb that opened it."""
    kinds = {kind for kind, _ in told}
    if one.kind in _DEED and SessionKind.WORKING_SESSION in kinds:
        return replace(one, kind=SessionKind.WORKING_SESSION)
    return one
