"""The arithmetic audit: what the article states against what its own figures give."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from extract.dates import find_dates
from extract.indicators import find_checks, find_indicators
from extract.indicators.arithmetic import agree
from extract.language import build, make_doc
from extract.records import Check, Verdict

CASES = tomllib.loads((Path(__file__).parent / "cases" / "audit.toml").read_text("utf-8"))
KINDS = {"sum", "share", "rank", "ratio", "score", "change", "growth"}


READER = build()


def checks(text: str) -> list[Check]:
    doc = make_doc(READER, text)
    found, links, _ = find_indicators(doc, find_dates(text, "2020-07-29"), [])
    return find_checks(doc, found, links)


def plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


@pytest.mark.parametrize(("text", "lines"), CASES["checks"].items())
def test_a_passage_is_checked(text: str, lines: list[str]) -> None:
    done = [f"{one.kind} {one.verdict} {plain(one.stated)} {plain(one.computed)}" for one in checks(text)]
    assert done == lines


def test_every_kind_of_check_has_a_case_that_holds_and_one_that_contradicts() -> None:
    seen = {(line.split()[0], line.split()[1]) for lines in CASES["checks"].values() for line in lines}
    assert {kind for kind, verdict in seen if verdict == "holds"} >= KINDS - {"rank"}
    assert {kind for kind, verdict in seen if verdict == "contradicts"} >= KINDS - {"ratio"}


@pytest.mark.parametrize("text", CASES["checks"])
def test_a_check_points_at_its_figures(text: str) -> None:
    for check in checks(text):
        assert check.mention.span.of(text) == check.mention.text
        assert check.mention.rule == f"audit.{check.kind}"
        assert check.indicators


def test_rounding_reaches_less_than_the_last_digit_written() -> None:
    assert agree(Decimal(97), Decimal("97.04"), Decimal(1)) == Verdict.ROUNDING
    assert agree(Decimal(97), Decimal(98), Decimal(1)) == Verdict.CONTRADICTS
    assert agree(Decimal(97), Decimal("97.00"), Decimal(1)) == Verdict.HOLDS
