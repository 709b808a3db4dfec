"""Figures: what is measured, the frame around it, and what measures nothing."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.dates import find_dates
from extract.indicators import find_indicators
from extract.indicators.asides import Aside, listed_aside
from extract.indicators.counted import CountedNouns, StopWords, counted
from extract.indicators.nouns import NounEnds
from extract.indicators.numbers import numerals
from extract.indicators.units import MeasuredUnit, measured
from extract.language import build, make_doc
from extract.lexicon import load
from extract.records import Indicator, IndicatorLink, Leftover, Mention
from extract.text import lower
from extract.vocabulary.figures import BoundWords, MeasureNouns, NamedIndex

CASES = tomllib.loads((Path(__file__).parent / "cases" / "indicators.toml").read_text("utf-8"))
PUBLISHED = "2020-07-29"
RULES = {
    *(
        "indicators.number",
        "indicators.scaled",
        "indicators.mixed",
        "indicators.range",
        "indicators.fraction",
        "indicators.per",
    ),
    *("concepts.counted", "concepts.measure", "concepts.subject", "sites.before", "sites.after"),
    *("links.from_to", "links.plan", "links.sum", "links.among", "links.consists", "links.bracket"),
}


READER = build()


def read(text: str) -> tuple[list[Indicator], list[IndicatorLink], list[Leftover]]:
    return find_indicators(make_doc(READER, text), find_dates(text, PUBLISHED), [])


def shown(one: Indicator) -> str:
    """`count 3545 mô hình, about, up, target, in 2019`."""
    value = f"{one.value:f}"
    value = value.rstrip("0").rstrip(".") if "." in value else value
    value += f"/{one.out_of:f}" if one.out_of is not None else ""
    value += f"..{one.value_to.normalize():f}" if one.value_to is not None else ""
    words = (one.bound, one.trend, "target" if one.target else None, f"in {one.period}" if one.period else None)
    return ", ".join([f"{one.kind} {value} {one.unit}", *(str(word) for word in words if word)])


@pytest.mark.parametrize(("text", "figures"), CASES["reads"].items())
def test_a_figure_is_read_with_its_frame(text: str, figures: list[str]) -> None:
    assert [shown(one) for one in read(text)[0]] == figures


@pytest.mark.parametrize("text", CASES["reads_nothing"]["phrases"])
def test_what_measures_nothing_is_explained(text: str) -> None:
    found, _, leftovers = read(text)
    assert [shown(one) for one in found] == []
    assert leftovers == []


@pytest.mark.parametrize("text", CASES["leftovers"]["phrases"])
def test_a_number_that_nothing_explains_is_left_over(text: str) -> None:
    found, _, leftovers = read(text)
    assert found == []
    assert [left.reason for left in leftovers] == ["indicators.no_unit"]


@pytest.mark.parametrize(("text", "parts"), CASES["of"].items())
def test_a_figure_says_what_it_is_of(text: str, parts: list[str]) -> None:
    one = read(text)[0][0]
    said = {one.concept.text if one.concept else "", f"index {one.index_name}"}
    said |= {f"at {one.place.text}"} if one.place else set()
    assert set(parts) <= said


@pytest.mark.parametrize(("text", "stretches"), CASES["told"].items())
def test_the_words_that_make_it_understandable(text: str, stretches: list[str]) -> None:
    assert [one.mention.text for one in read(text)[0]] == stretches


@pytest.mark.parametrize(("text", "ties"), CASES["ties"].items())
def test_figures_are_tied(text: str, ties: list[str]) -> None:
    assert [f"{link.kind} {link.source}→{link.target}" for link in read(text)[1]] == ties


def test_every_rule_is_fired_by_a_case() -> None:
    fired: set[str] = set()
    for text in (*CASES["reads"], *CASES["of"], *CASES["ties"]):
        found, links, leftovers = read(text)
        fired |= {mention.rule for mention in mentions(found, leftovers)} | {link.rule for link in links}
    assert fired >= RULES


def first(phrase: str) -> int:
    """Where the first number of a phrase ends."""
    return next(numerals(phrase, lower(phrase))).span.end


@pytest.mark.parametrize("unit", load("units", MeasuredUnit), ids=lambda unit: unit.name)
def test_the_examples_of_a_unit_hold(unit: MeasuredUnit) -> None:
    for phrase in unit.examples:
        found = measured(lower(phrase), first(phrase))
        assert found is not None, phrase
        assert found.id == unit.name, phrase
    for phrase in unit.refuse:
        found = measured(lower(phrase), first(phrase))
        assert found is None or found.id != unit.name, phrase


@pytest.mark.parametrize("block", load("counted", CountedNouns), ids=lambda block: block.name)
def test_the_examples_of_counted_nouns_hold(block: CountedNouns) -> None:
    for phrase in block.examples:
        ends = [numeral.span.end for numeral in numerals(phrase, lower(phrase))]
        units = [counted(phrase, lower(phrase), end) for end in ends]
        assert any(unit and unit.id in block.nouns for unit in units), phrase
    for phrase in block.refuse:
        unit = counted(phrase, lower(phrase), first(phrase))
        assert unit is None or not unit.known, phrase


@pytest.mark.parametrize("block", load("asides", Aside), ids=lambda block: block.name)
def test_the_examples_of_an_aside_hold(block: Aside) -> None:
    for phrase in block.examples:
        assert read(phrase)[0] == [], phrase
        starts = [numeral.span.start for numeral in numerals(phrase, lower(phrase))]
        assert any((aside := listed_aside(lower(phrase), start)) and aside.name == block.name for start in starts), (
            phrase
        )
    for phrase in block.refuse:
        assert read(phrase)[0], phrase


@pytest.mark.parametrize("block", load("bounds", BoundWords), ids=lambda block: block.name)
def test_the_examples_of_a_bound_hold(block: BoundWords) -> None:
    for phrase in block.examples:
        assert [one.bound for one in read(phrase)[0]] == [block.name], phrase
    for phrase in block.refuse:
        assert block.name not in [one.bound for one in read(phrase)[0]], phrase


@pytest.mark.parametrize("index", load("indices", NamedIndex), ids=lambda index: index.name)
def test_the_examples_of_an_index_hold(index: NamedIndex) -> None:
    for phrase in index.examples:
        assert [one.index_name for one in read(phrase)[0]] == [index.name], phrase


@pytest.mark.parametrize("block", load("measures", MeasureNouns), ids=lambda block: block.name)
def test_the_examples_of_a_measure_hold(block: MeasureNouns) -> None:
    for phrase in (*block.examples, *block.refuse):
        concept = read(phrase)[0][-1].concept
        said = concept is not None and concept.text.startswith(block.nouns)
        assert said is (phrase in block.examples), phrase


@pytest.mark.parametrize("block", load("noun_ends", NounEnds), ids=lambda block: block.name)
def test_the_examples_of_noun_ends_hold(block: NounEnds) -> None:
    for phrase in block.examples:
        noun, _, rest = phrase.partition(" | ")
        concept = read(f"Thôn đếm 12 {noun} {rest}.")[0][0].concept
        assert concept is not None, phrase
        assert concept.text == noun, phrase
    for phrase in block.refuse:
        concept = read(f"Thôn đếm 12 {phrase}.")[0][0].concept
        assert concept is not None, phrase
        assert concept.text == phrase


@pytest.mark.parametrize("block", load("stops", StopWords), ids=lambda block: block.name)
def test_the_examples_of_stop_words_hold(block: StopWords) -> None:
    for phrase in block.examples:
        unit = counted(phrase, lower(phrase), first(phrase))
        words = set(unit.core.of(phrase).split()) if unit else set()
        assert not words & set(block.words), phrase


def mentions(found: list[Indicator], leftovers: list[Leftover]) -> Iterator[Mention]:
    for one in found:
        yield from (part for part in (one.number, one.mention, one.per, one.place, one.concept) if part)
    yield from (left.mention for left in leftovers)


WORDS = (
    "1-2 39/63 3.545 12% tỷ đồng mô hình trong đó gồm ( ) , . ; : - “ ” năm 2019 tăng giảm từ xuống còn xã "
    "Hòa An \n số / m2 hộ thứ so với phấn đấu ½ tháng"
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=40))
def test_every_mention_stands_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    found, _, leftovers = read(text)
    for mention in mentions(found, leftovers):
        assert mention.span.of(text) == mention.text
        assert mention.rule


def test_a_list_that_runs_on_without_a_stop_is_read_in_little_time() -> None:
    text = "xã có 5 hộ, " * 2000
    started = time.process_time()
    found, _, _ = read(text)
    assert len(found) > 100
    assert time.process_time() - started < 10
