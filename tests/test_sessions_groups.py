"""Collective participants: which groups attended the event, exactly as written, and by which rule they were read."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from named_people import officials, prose_of

from extract.dates import find_dates
from extract.language import Reader, build
from extract.lexicon import load
from extract.records import Mention, Span
from extract.sessions import find_roles, find_sessions
from extract.sessions.groups.heads import head_at
from extract.sessions.groups.items import groups_in
from extract.vocabulary.collectives import Collective

CASES = tomllib.loads((Path(__file__).parent / "cases" / "groups.toml").read_text("utf-8"))["reads"]
RULES = {
    *("group", "group_beside", "group_with", "group_delegation"),
    *("group_met", "group_organ", "group_visited", "group_speaks"),
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build()


def groups_of(reader: Reader, case: Mapping[str, Any]) -> list[Mention]:
    text = case["text"]
    prose = prose_of(reader, text)
    people = find_roles(prose, officials(text, case["people"]))
    sessions = find_sessions(prose, 0, find_dates(text, "2020-06-20"), (), people)
    assert len(sessions) == 1
    return list(sessions[0].groups)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_the_groups_of_an_event(reader: Reader, case: Mapping[str, Any]) -> None:
    found = groups_of(reader, case)
    assert [[one.rule.removeprefix("sessions."), one.text] for one in found] == case["groups"]
    assert all(one.span.of(case["text"]) == one.text for one in found)


def test_every_rule_is_fired_by_a_case() -> None:
    assert {rule for case in CASES for rule, _ in case["groups"]} == RULES


@pytest.mark.parametrize("block", load("collectives", Collective), ids=lambda block: block.name)
def test_a_collective_is_the_head_of_its_examples_only(reader: Reader, block: Collective) -> None:
    for example in block.examples:
        head = head_at(prose_of(reader, example), 0, len(example))
        assert head is not None, example
        assert head.block == block.name, example
    for other in block.refuse:
        head = head_at(prose_of(reader, other), 0, len(other))
        assert head is None or head.block != block.name, other


@pytest.mark.parametrize("words", ["lãnh đạo ", "các sở, ", "cùng các đồng chí ", "dự có ", "đoàn công tác, ", "("])
def test_an_endless_list_takes_no_longer(reader: Reader, words: str) -> None:
    text = "Sáng 5/6, ông An dự hội nghị có " + words * 4000
    prose = prose_of(reader, text)
    started = time.process_time()
    list(groups_in(prose, Span(0, len(text))))
    find_sessions(prose, 0, find_dates(text, "2020-06-20"), (), [])
    assert time.process_time() - started < 2
