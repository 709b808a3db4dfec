"""Sessions: the events the article reports, when and where they were held, who was there, about what.

“Chiều 20/4, tại TP An Bình, Ban Thường vụ Tỉnh ủy đã làm việc với Đoàn …” → working_session, that day, TP An Bình.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.records import DateExpression, Directive, Mention, Official, Presence, Session, Span
from extract.sessions.asides import at_interview, interviewed, is_there
from extract.sessions.events import find_openings, find_references
from extract.sessions.events.days import Days
from extract.sessions.events.sentences import Opening
from extract.sessions.groups import find_groups
from extract.sessions.prose import Prose
from extract.sessions.regions import Region, find_regions
from extract.sessions.venues import part_of_day, parties, place_of, topic_of


def find_sessions(
    prose: Prose,
    headline_end: int,
    dates: Sequence[DateExpression],
    directives: Sequence[Directive],
    officials: Sequence[Official],
) -> list[Session]:
    """The sessions of an article in the order it tells them, each with the persons whose roles it shows."""
    headline = [sentence for sentence in prose.sentences if sentence.end <= headline_end]
    body = prose.sentences[len(headline) :]
    days, references = Days(dates), find_references(prose)
    openings = find_openings(prose, headline, body, days, references)
    title = Span(0, headline_end)
    pressed = interviewed(prose, officials)
    named = sorted(mention.span for official in officials for mention in official.mentions) if openings else []
    found: list[Session] = []
    for one, region in zip(openings, find_regions(prose, openings, references), strict=True):
        there = [
            Presence(name=official.name, role=role.kind, mention=role.mention)
            for official in officials
            for role in official.roles
            if region.holds(role.mention.span.start)
            and is_there(prose, one, days, role)
            and not (official.name in pressed and at_interview(prose, one, role))
        ]
        about = _about(directives, one)
        found.append(_session(prose, one, region, headline=title, directives=about, present=there, named=named))
    return found


def _session(
    prose: Prose,
    one: Opening,
    region: Region,
    *,
    headline: Span,
    directives: tuple[str, ...],
    present: Sequence[Presence],
    named: Sequence[Span],
) -> Session:
    text = prose.text
    hosts, guests = (tuple(m for m in bodies if not _touches(m.span, named)) for bodies in parties(text, one))
    return Session(
        kind=one.kind,
        date=one.date.value if one.date else None,
        part_of_day=part_of_day(text, one),
        place=place_of(text, one, headline if region.first.start == 0 else Span(0, 0)),
        hosts=hosts,
        guests=guests,
        topic=topic_of(text, one),
        directives=directives,
        participants=tuple(present),
        groups=find_groups(prose, one, region.first, named),
        mention=Mention(one.trigger, one.trigger.of(text), one.rule),
    )


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _about(directives: Sequence[Directive], one: Opening) -> tuple[str, ...]:
    """The documents cited after the event's words in its first sentence: “làm việc về tổng kết Quyết định số …”."""
    return tuple(
        directive.code
        for directive in directives
        if any(one.trigger.end <= c.mention.span.start < one.sentence.end for c in directive.citations)
    )
