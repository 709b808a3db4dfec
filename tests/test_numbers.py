"""Numbers as Vietnamese writes them: digits, separators, scales, ranges and fractions."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.indicators.number_words import counted_in_words, value
from extract.indicators.numbers import NUMBER_RULES, Numeral, numerals, parse
from extract.text import lower

CASES = tomllib.loads((Path(__file__).parent / "cases" / "numbers.toml").read_text("utf-8"))
BY_SCALE = {"indicators.scaled", "indicators.mixed"}  # names the plain rule gives by what it read


def shown(numeral: Numeral) -> str:
    text = f"{numeral.value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    if numeral.value_to is not None:
        return f"{text}..{numeral.value_to.normalize():f}"
    return f"{text}/{numeral.out_of:f}" if numeral.out_of is not None else text


@pytest.mark.parametrize(("phrase", "values"), CASES["reads"].items())
def test_a_number_is_read(phrase: str, values: list[str]) -> None:
    assert [shown(numeral) for numeral in numerals(phrase, lower(phrase))] == values


@pytest.mark.parametrize("phrase", CASES["reads_nothing"]["phrases"])
def test_words_are_no_digits(phrase: str) -> None:
    assert list(numerals(phrase, phrase)) == []


def test_every_rule_is_fired_by_a_case() -> None:
    fired = {numeral.rule for phrase in CASES["reads"] for numeral in numerals(phrase, lower(phrase))}
    assert {rule.name for rule in NUMBER_RULES} | BY_SCALE <= fired


def test_a_lone_separator_may_mean_either() -> None:
    (comma,) = numerals("3,545", "3,545")
    (dot,) = numerals("3.545", "3.545")
    assert (comma.value, comma.other) == (Decimal("3.545"), Decimal(3545))
    assert (dot.value, dot.other) == (Decimal(3545), Decimal("3.545"))


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789.,/-– ½đếntỷtriệu", max_size=40))
def test_any_digits_are_read_without_an_error_and_in_order(text: str) -> None:
    past = 0
    for numeral in numerals(text, text):
        assert numeral.span.start >= past
        assert numeral.span.of(text)[0].isdecimal() or numeral.span.of(text)[0] == "½"
        past = numeral.span.end


@given(st.integers(0, 10**12))
def test_grouped_digits_are_the_number(value: int) -> None:
    assert parse(f"{value:,}".replace(",", ".")) == value


@pytest.mark.parametrize(("words", "number"), CASES["words"].items())
def test_a_number_in_words_has_its_value(words: str, number: int) -> None:
    assert value(words) == number


def test_words_count_only_before_their_noun() -> None:
    text = "có hai người là nữ, năm 2019 có ba người, hai mươi ba hộ"
    assert list(counted_in_words(text, 0, len(text), "người")) == [2, 3]
    assert list(counted_in_words(text, 0, len(text), "hộ")) == [23]
    assert value("hai con") is None
