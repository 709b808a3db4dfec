"""Why an addressed name is no official's: cases/leftovers.toml, the examples and refusals of the lexicon."""

from __future__ import annotations

import json
import lzma
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract.language import Reader, build, make_doc
from extract.lexicon import load
from extract.officials import find_officials, leftovers
from extract.officials.reasons import Reason
from extract.officials.sequence import read_sequence

CASES = tomllib.loads((Path(__file__).parent / "cases" / "leftovers.toml").read_text("utf-8"))
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "articles.jsonl.xz"
EXPLAINS_NOTHING = {leftovers.UNEXPLAINED, leftovers.UNTIED, leftovers.UNREAD}
REASONS = load("leftovers", Reason)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build()


def left(reader: Reader, text: str, author: str | None = None) -> dict[str, str]:
    return {one.mention.text: one.reason for one in find_officials(make_doc(reader, text), author)[1]}


@pytest.mark.parametrize("case", CASES["reads"], ids=lambda case: case["text"][:40])
def test_says_why(reader: Reader, case: dict[str, Any]) -> None:
    assert left(reader, case["text"], case.get("author")) == case["left"]


@pytest.mark.parametrize(("why", "example"), [(why.name, example) for why in REASONS for example in why.examples])
def test_an_example_is_left_over_for_its_reason(reader: Reader, why: str, example: str) -> None:
    assert set(left(reader, f"Hôm qua, {example}.").values()) == {why}


@pytest.mark.parametrize(("why", "phrase"), [(why.name, phrase) for why in REASONS for phrase in why.refuse])
def test_a_refused_phrase_has_another_reason(reader: Reader, why: str, phrase: str) -> None:
    reasons = left(reader, f"Hôm qua, {phrase}.").values()
    assert reasons
    assert why not in reasons


def test_every_reason_is_fired_by_a_case() -> None:
    said = {reason for case in CASES["reads"] for reason in case["left"].values()}
    of_form = {leftovers.INITIALS, leftovers.BYLINE, leftovers.SHARED, leftovers.EARLY, leftovers.ALONE}
    assert of_form | {leftovers.PAST, leftovers.UNREAD, leftovers.UNEXPLAINED, leftovers.UNTIED} <= said
    assert leftovers.PAST in {why.name for why in REASONS}
    assert all(why.examples and why.refuse for why in REASONS)


@pytest.mark.skipif(not CORPUS.is_file(), reason="real articles are kept out of the repository")
def test_hardly_an_addressed_name_is_unexplained(reader: Reader) -> None:
    with lzma.open(CORPUS, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in list(lines)[::4]]
    docs = [make_doc(reader, text) for text in texts]
    addressed = sum(len(re.findall("(?<=[HRP])[NG]", read_sequence(doc).letters)) for doc in docs)
    unexplained = sum(one.reason in EXPLAINS_NOTHING for doc in docs for one in find_officials(doc, None)[1])
    assert addressed > 1_000
    assert unexplained < 0.02 * addressed
