"""Date expressions: phrases to values, the spans kept, and that every rule is fired by a case."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.dates import find_dates
from extract.dates.calendar import Anchor, Moment
from extract.dates.day_rules import LONE_RULES, MARKED_RULES, SPELLED_RULES, YEAR_RULES
from extract.dates.period_rules import PLACED_RULES, WORD_RULES
from extract.dates.terms import Congress, find_terms, roman
from extract.edtf import is_edtf
from extract.lexicon import load

CASES = tomllib.loads((Path(__file__).parent / "cases" / "dates.toml").read_text("utf-8"))
TERMS = tomllib.loads((Path(__file__).parent / "cases" / "terms.toml").read_text("utf-8"))
JOINED = {"dates.range", "dates.to_date", "dates.of_relative_year", "dates.stamp"}


def readings() -> list[Any]:
    return [
        pytest.param(block.get("published"), value.split(), phrase, id=phrase)
        for block in CASES["at"]
        for value, phrases in block["reads"].items()
        for phrase in phrases
    ]


@pytest.mark.parametrize(("published", "values", "phrase"), readings())
def test_a_phrase_is_read(published: str | None, values: list[str], phrase: str) -> None:
    found = [date.value for date in find_dates(phrase, published)]
    assert list(dict.fromkeys(found)) == list(dict.fromkeys(values))


@pytest.mark.parametrize("phrase", CASES["reads_nothing"]["phrases"])
def test_what_is_no_date_is_not_read(phrase: str) -> None:
    assert [date for date in find_dates(phrase, "2020-07-29") if date.value] == []


@pytest.mark.parametrize("phrase", CASES["unresolved"]["phrases"])
def test_what_cannot_be_resolved_keeps_its_text(phrase: str) -> None:
    (date,) = find_dates(phrase, None)
    assert date.value is None
    assert date.mention.text == phrase


def test_the_event_of_another_sentence_does_not_date_a_day() -> None:
    day, year = find_dates("Chiều 6/7, xã mở hội thảo về “đất đai.” Ông nhắc hội thảo năm 2016.", None)
    assert (day.value, year.value) == (None, "2016")


@pytest.mark.parametrize(("kept", "sentence"), CASES["texts"].items())
def test_the_whole_expression_is_kept(kept: str, sentence: str) -> None:
    assert kept in [date.mention.text for date in find_dates(sentence, "2020-07-29")]


def test_every_rule_is_fired_by_a_case() -> None:
    fired = {
        date.mention.rule
        for published, phrase in [
            *((param.values[0], str(param.values[2])) for param in readings()),
            *(("2020-07-29", phrase) for phrase in CASES["reads_nothing"]["phrases"]),
        ]
        for date in find_dates(phrase, published)
    }
    words = [*WORD_RULES, *(rule for _, placed in PLACED_RULES for _, rule in placed)]
    rules = {rule.name for rule in (*MARKED_RULES, *SPELLED_RULES, *LONE_RULES, *YEAR_RULES, *words)} - {
        "dates.day"
    }  # only as part of a range
    assert rules | JOINED <= fired


def test_a_year_is_the_past_one_unless_the_words_look_ahead() -> None:
    anchor = Anchor.of("2019-08-08")
    assert anchor is not None
    assert anchor.year_of(Moment(None, 5, 18), ahead=True) == Moment(2019, 5, 18)
    assert anchor.year_of(Moment(None, 12, 15), ahead=False) == Moment(2018, 12, 15)
    assert anchor.year_of(Moment(None, 12, 15), ahead=True) == Moment(2019, 12, 15)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789 -/.,năm tháng ngày từ đến quý I", max_size=60))
def test_values_are_edtf_and_spans_hold(text: str) -> None:
    for date in find_dates(text, "2020-02-29"):
        assert date.value is None or is_edtf(date.value)
        assert date.mention.span.of(text) == date.mention.text


@pytest.mark.parametrize(
    ("years", "phrase"), [(years, phrase) for years, phrases in TERMS["reads"].items() for phrase in phrases]
)
def test_a_term_is_the_years_it_sat(years: str, phrase: str) -> None:
    assert [term.value for term in find_terms(phrase)] == years.split()


@pytest.mark.parametrize("phrase", TERMS["unknown"]["phrases"])
def test_a_term_no_table_has_is_left_open(phrase: str) -> None:
    assert [term.value for term in find_terms(phrase)] == [None]


def test_the_table_of_congresses_keeps_its_examples() -> None:
    for congress in load("congresses", Congress):
        assert all(term.value for phrase in congress.examples for term in find_terms(phrase)), congress.name
        assert not any(term.value for phrase in congress.refuse for term in find_terms(phrase)), congress.name


def test_roman_numbers() -> None:
    assert [roman(number) for number in ("IV", "ix", "XIII", "XIV")] == [4, 9, 13, 14]
