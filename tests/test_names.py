"""Names: the phrases of cases/names.toml and the examples of the lexicons."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extract.language import Reader, build, make_doc
from extract.lexicon import load
from extract.names.known import NoNames, Surnames, is_ethnic, surnames
from extract.names.name import Certainty, Name
from extract.names.starts import Things
from extract.names.syllables import is_syllable
from extract.officials.sequence import read_sequence

CASES = tomllib.loads((Path(__file__).parent / "cases" / "names.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build()


def names(reader: Reader, text: str) -> list[Name]:
    return [item for item in read_sequence(make_doc(reader, text)).items if isinstance(item, Name)]


@pytest.mark.parametrize(("phrase", "expected"), CASES["reads"].items())
def test_reads(reader: Reader, phrase: str, expected: list[str]) -> None:
    found = names(reader, phrase)
    assert [name.text for name in found] == expected
    assert all(name.span.of(phrase) == name.text for name in found)


@pytest.mark.parametrize("phrase", CASES["reads_nothing"]["phrases"])
def test_reads_nothing(reader: Reader, phrase: str) -> None:
    assert not names(reader, phrase)


def test_every_way_to_tell_a_name_is_in_a_case(reader: Reader) -> None:
    assert {name.certainty for phrase in CASES["reads"] for name in names(reader, phrase)} == set(Certainty)


@pytest.mark.parametrize("example", [name for block in load("surnames", Surnames) for name in block.examples])
def test_a_surname_opens_its_example(reader: Reader, example: str) -> None:
    assert [name.text for name in names(reader, f"đồng chí {example}, Bí thư Huyện ủy")] == [example]


@pytest.mark.parametrize("word", [word for block in load("surnames", Surnames) for word in block.refuse])
def test_a_surname_opens_no_place(reader: Reader, word: str) -> None:
    assert not names(reader, f"tại {word} vừa qua")


@pytest.mark.parametrize("place", [place for block in load("places", NoNames) for place in block.names])
def test_a_place_is_no_name(reader: Reader, place: str) -> None:
    assert not names(reader, f"Bí thư Huyện ủy {place} dự")


@pytest.mark.parametrize("phrase", [phrase for block in load("eponyms", NoNames) for phrase in block.examples])
def test_an_eponym_is_no_name(reader: Reader, phrase: str) -> None:
    assert not names(reader, phrase)


@pytest.mark.parametrize("phrase", [phrase for block in load("things", Things) for phrase in block.examples])
def test_a_thing_bears_its_name_itself(reader: Reader, phrase: str) -> None:
    assert not names(reader, phrase)


@pytest.mark.parametrize("phrase", [phrase for block in load("things", Things) for phrase in block.refuse])
def test_a_person_is_no_thing(reader: Reader, phrase: str) -> None:
    assert [name.text for name in names(reader, phrase)] == ["Bùi Văn Quý"]


def test_surnames_of_all_peoples() -> None:
    common, rare = surnames()
    assert len(common) > 250
    assert not common & rare


@pytest.mark.parametrize("word", ["Nguyễn", "Khuya", "Quyết", "Ngoằng", "Yên", "giờ"])
def test_a_vietnamese_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Esteban", "Biêr", "Lazo", "Trump"])
def test_no_vietnamese_syllable(word: str) -> None:
    assert not is_syllable(word)


def test_a_peoples_mark() -> None:
    assert is_ethnic("K'Thanh")
    assert not is_ethnic("Khánh")
