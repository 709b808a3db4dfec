"""Roles: each construction gives its role to every person of the list, and to nobody else."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from named_people import officials, prose_of

from extract.language import Reader, build
from extract.lexicon import load
from extract.records import Official, RoleKind
from extract.sessions import find_roles
from extract.sessions.roles.verbs import find_verbs
from extract.vocabulary.roles import RoleVerb

CASES = tomllib.loads((Path(__file__).parent / "cases" / "roles.toml").read_text("utf-8"))["reads"]
RULES = {
    *("roles.opened", "roles.presence", "roles.led", "roles.heading", "roles.according", "roles.fronted"),
    *("roles.predicate", "roles.apposed", "roles.handed", "roles.takes_office", "roles.honoured", "roles.pronoun"),
    *("roles.met", "roles.ascribed", "roles.elected", "roles.pictured", "roles.answered", "roles.quoted"),
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build()


def read(reader: Reader, case: Mapping[str, Any]) -> Sequence[Official]:
    people = officials(case["text"], case["roles"], case.get("short"))
    return find_roles(prose_of(reader, case["text"]), people)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_each_person_has_the_roles_of_the_sentence(reader: Reader, case: Mapping[str, Any]) -> None:
    found = {one.name: {role.kind.value for role in one.roles} for one in read(reader, case)}
    assert found == {name: set(roles) for name, roles in case["roles"].items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_role_points_at_its_words(reader: Reader, case: Mapping[str, Any]) -> None:
    for one in read(reader, case):
        for role in one.roles:
            assert role.mention.span.of(case["text"]) == role.mention.text


def test_every_rule_is_fired_by_a_case(reader: Reader) -> None:
    fired = {role.mention.rule for case in CASES for one in read(reader, case) for role in one.roles}
    assert fired == RULES


@pytest.mark.parametrize("verb", load("role_verbs", RoleVerb), ids=lambda verb: verb.name)
def test_a_verb_is_found_in_its_examples_only(reader: Reader, verb: RoleVerb) -> None:
    assert verb.kind in RoleKind
    for example in verb.examples:
        assert verb in [found.verb for found in find_verbs(prose_of(reader, example), 0, len(example))], example
    for other in verb.refuse:
        assert verb not in [found.verb for found in find_verbs(prose_of(reader, other), 0, len(other))], other
