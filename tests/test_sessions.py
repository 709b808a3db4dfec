"""Sessions: which events an article reports, and each one's kind, day, place, parties, topic and people."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from named_people import officials, prose_of

from crawler.article import with_headline
from extract.dates import find_dates
from extract.directives import find_directives
from extract.language import Reader, build
from extract.lexicon import load
from extract.records import Mention, Session
from extract.sessions import find_roles, find_sessions, find_statements
from extract.sessions.events.triggers import find_triggers
from extract.vocabulary.events import EventWords

CASES = tomllib.loads((Path(__file__).parent / "cases" / "sessions.toml").read_text("utf-8"))["reads"]
RULES = {
    *("sessions.held", "sessions.takes_place", "sessions.act", "sessions.meets", "sessions.bare"),
    *("sessions.referred", "sessions.sits", "sessions.when", "sessions.went"),
    *("sessions.place_before", "sessions.place_after", "sessions.place_object", "sessions.place_headline"),
    "sessions.place_area",
    *("sessions.subject", "sessions.partner", "sessions.topic"),
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build()


def read(reader: Reader, case: Mapping[str, Any]) -> tuple[str, list[Session]]:
    headline = case.get("headline")
    text = with_headline(headline, case["text"])
    prose = prose_of(reader, text)
    people = find_roles(prose, officials(text, case["people"]))
    dates = find_dates(text, case.get("published"))
    return text, find_sessions(prose, len(headline) + 1 if headline else 0, dates, (), people)


def shown(session: Session, keys: Mapping[str, Any]) -> dict[str, Any]:
    told = {
        "kind": session.kind.value,
        "date": str(session.date),
        "part_of_day": session.part_of_day,
        "place": session.place.text if session.place else "None",
        "topic": session.topic.text if session.topic else None,
        "participants": sorted({one.name for one in session.participants}),
        "hosts": [one.text for one in session.hosts],
        "guests": [one.text for one in session.guests],
        "groups": [one.text for one in session.groups],
        "rule": session.mention.rule,
    }
    return {key: told[key] for key in keys}


def mentions(session: Session) -> list[Mention]:
    alone = [one for one in (session.place, session.topic, session.mention) if one]
    return [*alone, *session.hosts, *session.guests, *session.groups, *(one.mention for one in session.participants)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_the_events_of_the_article(reader: Reader, case: Mapping[str, Any]) -> None:
    _, found = read(reader, case)
    wanted = case["sessions"]
    assert [one.kind.value for one in found] == [keys["kind"] for keys in wanted]
    assert [shown(one, keys) for one, keys in zip(found, wanted, strict=True)] == wanted


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_every_part_points_at_its_words(reader: Reader, case: Mapping[str, Any]) -> None:
    text, found = read(reader, case)
    for one in found:
        for mention in mentions(one):
            assert mention.span.of(text) == mention.text


def test_every_rule_is_fired_by_a_case(reader: Reader) -> None:
    fired = {m.rule for case in CASES for one in read(reader, case)[1] for m in mentions(one)}
    fired = {rule for rule in fired if not rule.startswith("sessions.group")}  # the cases of groups.toml fire those
    assert {rule for rule in fired if rule.startswith("sessions.")} == RULES


def test_a_session_knows_the_documents_it_is_about(reader: Reader) -> None:
    text = (
        "Ngày 5/6, đoàn đã làm việc với Huyện ủy về tổng kết Quyết định số 290-QĐ/TW. Chỉ thị 05-CT/TW được nhắc lại."
    )
    prose, dates = prose_of(reader, text), find_dates(text, "2020-06-06")
    directives, _, _ = find_directives(text, dates, [])
    (session,) = find_sessions(prose, 0, dates, directives, [])
    assert session.directives == ("290-QĐ/TW",)


@pytest.mark.parametrize("words", load("session_kinds", EventWords), ids=lambda words: words.name)
def test_an_event_is_found_in_its_examples_only(reader: Reader, words: EventWords) -> None:
    for example in words.examples:
        triggers = find_triggers(prose_of(reader, example), 0, len(example))
        assert words.kind in [found.kind for found in triggers], example
    for other in words.refuse:
        assert words.kind not in [found.kind for found in find_triggers(prose_of(reader, other), 0, len(other))], other


@pytest.mark.parametrize(
    "words", ["đoàn do ", "tại Xã ", "dự hội nghị có, ", "Ngày 5/6 đã tổ chức hội nghị ", "“", "theo ông "]
)
def test_a_text_without_sentences_takes_no_longer(reader: Reader, words: str) -> None:
    text = words * 6000 + "đồng chí Lê Văn An chủ trì hội nghị"
    prose = prose_of(reader, text)
    started = time.process_time()
    people = find_roles(prose, officials(text, ["Lê Văn An"]))
    find_sessions(prose, 0, [], (), people)
    find_statements(prose, people)
    assert time.process_time() - started < 2
