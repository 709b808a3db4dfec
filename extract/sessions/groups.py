"""Collective participants as written: “lãnh đạo một số ngành của Trung ương”, “các đồng chí trong Ban Thường vụ”."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extract.records import Mention, Presence, RoleKind, Span
from extract.rules import compile, compile_folded
from extract.sessions.prose import Prose

# What a group is called at the head of its item: “lãnh đạo …”, “các đồng chí trong …”, “45 đại biểu …”.
_HEAD = r"""
    (?:(?:cùng|và|còn\scó|có|gồm|của)\s)?
    (?P<group>(?:tập\sthể\s|toàn\sthể\s|đông\sđảo\s|gần\s|hơn\s|trên\s|khoảng\s)?
      (?: lãnh\sđạo | đại\sdiện | đại\sbiểu | báo\scáo\sviên | thành\sviên | cán\sbộ | cử\stri | bà\scon | phóng\sviên
        | bí\sthư,\sphó\sbí\sthư | công\schức
        | các\s(?: đồng\schí(?=\s(?-i:[a-zđà-ỹ]|Ủy|Uỷ|Thường|Phó|Trưởng)) | vị | đại\sbiểu | thành\sviên | phó
          | cơ\squan | sở | bộ | ban | ngành | đơn\svị | phóng\sviên | cán\sbộ | doanh\snghiệp | nhà | tỉnh | huyện
          | cấp )
        | \d[\d.]*\s(?:đại\sbiểu|đảng\sviên|cán\sbộ|tập\sthể|đồng\schí|hội\sviên|đoàn\sviên|cử\stri|học\sviên)
      )(?!\w))"""
_ITEM = compile(rf"(?:\A|[;:]\s*|,\s|\s(?=(?:cùng|và|có|gồm|của)\s)){_HEAD}")
_NEXT = r"(?:đồng\schí|ông|bà|lãnh\sđạo|đại\sdiện|các\sđồng\schí|đại\sbiểu|cán\sbộ|\d+)"
_END = compile(rf"""
    \s?[;:(\n“] | (?<!tp)\.(?=\s|$)
    | \s(?: tham\sdự | dự | cùng\sdự | tham\sgia | chủ\strì | đồng\schủ\strì | tiếp | đã | làm\sviệc | đến | tới | tặng
      | nghe | cùng\s(?:đồng\schí|ông|bà) )(?!\w)
    | ,?\s(?:và|cùng)\s(?={_NEXT}(?!\w)) | ,\s(?=(?:{_NEXT}|các\sphó|bí\sthư|chủ\stịch)(?!\w))""")
# Where the article says who came: “dự hội nghị có …”, “với sự tham gia của …”.
_HAS = compile_folded(r"[^.:;]{0,80}?(?<!\w)(?:có|gồm)(?=\s|:)")
_PRESENCE = compile_folded(r"""
    (?:tham\s(?:dự|gia)|có\smặt|chứng\skiến|hiện\sdiện)\s(?:và\s[\w\s]{2,20}\s)?của(?=\s)""")
_JOINS = compile_folded(r"(?:c(?<!\wc)ùng|v(?<!\wv)à)\s(?=lãnh\sđạo|đại\sdiện|các|đông\sđảo|\d)")


_BESIDE = frozenset({RoleKind.ATTENDEE, RoleKind.CHAIR})
_LEAD = 15
_REACH = 250
"""Characters from “cùng lãnh đạo …” to the verb they share with the person before."""


def find_groups(prose: Prose, region: Span, present: Sequence[Presence]) -> tuple[Mention, ...]:
    """The groups named where the article says who was there: after “dự có”, and beside a person who attends."""
    zones: dict[int, Span] = {}
    for at in sorted(_opens(prose, region.start, _lead_of(prose, region))):
        zones.setdefault(_end_of(prose, at), Span(at - 4, _end_of(prose, at)))
    for one in present:
        if one.mention.rule != "roles.predicate" or one.role not in _BESIDE:
            continue
        end = _end_of(prose, one.mention.span.start)
        start = max(region.start, one.mention.span.start - _REACH)
        if end not in zones and (joins := _JOINS.search(prose.low, start, one.mention.span.start)):
            zones[end] = Span(joins.start() - 1, one.mention.span.start)
    listed = {mention.text.lower(): mention for zone in sorted(zones.values()) for mention in _listed(prose.text, zone)}
    return tuple(one for one in listed.values() if not any(_within(one.span, o.span) for o in listed.values()))


def _opens(prose: Prose, start: int, end: int) -> Iterator[int]:
    """Where the words end after which the sentence says who came."""
    low = prose.low
    attend = [
        verb.end
        for verb in prose.verbs[bisect_left(prose.verbs, (start,)) : bisect_left(prose.verbs, (end,))]
        if verb.label == "dự" or low.startswith("tiếp và làm việc", verb.start)
    ]
    for at in (*attend, *_ends_of("về phía", low, start, end)):
        if match := _HAS.match(low, at, end):
            yield match.end()
    for at in _ends_of("sự ", low, start, end):
        if match := _PRESENCE.match(low, at, end):
            yield match.end()


def _ends_of(words: str, low: str, start: int, end: int) -> Iterator[int]:
    at = low.find(words, start, end)
    while at >= 0:
        yield at + len(words)
        at = low.find(words, at + 1, end)


def _within(span: Span, other: Span) -> bool:
    return span != other and other.start <= span.start and span.end <= other.end


def _lead_of(prose: Prose, region: Span) -> int:
    """Where the sentences that say who came are over: later “dự … có” speaks of other things."""
    last = prose.index_of(region.start) + _LEAD
    return min(region.end, prose.sentences[min(last, len(prose.sentences) - 1)].end)


def _end_of(prose: Prose, at: int) -> int:
    return prose.sentences[prose.index_of(at)].end


def _listed(text: str, zone: Span) -> Iterator[Mention]:
    at = zone.start
    written = text[: zone.end]
    while match := _ITEM.search(written, at):
        start = match.start("group")
        stop = _END.search(written, match.end("group"))
        end = stop.start() if stop else zone.end
        while end > start and text[end - 1] in " ,;.":
            end -= 1
        if end - start > 8:
            yield Mention(Span(start, end), text[start:end], "sessions.group")
        at = max(end, match.end())
