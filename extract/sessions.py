"""Sessions: the events the article reports, when and where they were held, who was there.

“Chiều 20/4, tại TP An Bình, Ban Thường vụ Tỉnh ủy đã làm việc với Đoàn khảo sát …” → working_session, that day, TP An Bình.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from extract.clauses import sentences
from extract.openings import Opening, find_openings
from extract.records import DateExpression, Directive, Mention, Official, Presence, RoleKind, Session, Span
from extract.text import fold


def find_sessions(
    doc: Doc,
    headline_end: int,
    dates: Sequence[DateExpression],
    directives: Sequence[Directive],
    officials: Sequence[Official],
) -> list[Session]:
    """The sessions of an article in the order it tells them, each with the persons whose roles it shows."""
    text, low = doc.text, fold(doc.text)
    body = [sentence for sentence in sentences(doc) if sentence.end > headline_end]
    openings = find_openings(low, body, dates)
    return [
        _session(text, low, one, Span(one.sentence.start if index else 0, end), officials, directives)
        for index, (one, end) in enumerate(zip(openings, _ends(openings, len(text)), strict=True))
    ]


def _ends(openings: Sequence[Opening], length: int) -> list[int]:
    return [one.sentence.start for one in openings[1:]] + [length] * bool(openings)


def _session(text, low, one: Opening, region: Span, officials, directives) -> Session:
    return Session(
        kind=one.kind,
        date=one.date.value if one.date else None,
        participants=_present(officials, region),
        mention=Mention(one.trigger, one.trigger.of(text), one.rule),
    )


def _present(officials: Sequence[Official], region: Span) -> tuple[Presence, ...]:
    return tuple(
        Presence(name=official.name, role=role.kind, mention=role.mention)
        for official in officials
        for role in official.roles
        if region.start <= role.mention.span.start < region.end
    )
