"""Units, counted nouns, asides, bounds, indices, measures, stop words: the examples and refusals of each lexicon."""

from __future__ import annotations

import pytest
from figures_of import read

from extract.indicators.asides import Aside, listed_aside
from extract.indicators.counted import CountedNouns, StopWords, counted
from extract.indicators.nouns import NounEnds
from extract.indicators.numbers import numerals
from extract.indicators.units import MeasuredUnit, measured
from extract.lexicon import load
from extract.text import lower
from extract.vocabulary.figures import BoundWords, MeasureNouns, NamedIndex


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
