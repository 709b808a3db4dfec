"""Statements: the speaker, the verb, and all the sentences of the speech and no more."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from named_people import officials, prose_of

from extract.language import Reader, build
from extract.records import Statement
from extract.sessions import find_roles, find_statements

CASES = tomllib.loads((Path(__file__).parent / "cases" / "statements.toml").read_text("utf-8"))["reads"]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build()


def read(reader: Reader, case: Mapping[str, Any]) -> list[Statement]:
    prose = prose_of(reader, case["text"])
    return find_statements(prose, find_roles(prose, officials(case["text"], case["people"])))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_who_said_what(reader: Reader, case: Mapping[str, Any]) -> None:
    found = read(reader, case)
    assert [(one.speaker, one.verb.text) for one in found] == [(s["speaker"], s["verb"]) for s in case["said"]]
    for one, wanted in zip(found, case["said"], strict=True):
        assert one.mention.span.of(case["text"]) == one.mention.text
        assert one.verb.span.of(case["text"]) == one.verb.text
        assert one.mention.text.startswith(wanted["starts"])
        assert one.mention.text.endswith(wanted["ends"])
