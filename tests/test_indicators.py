"""Figures: what is measured, the frame around it, and what measures nothing."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from figures_of import read
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.records import Indicator, Leftover, Mention

CASES = tomllib.loads((Path(__file__).parent / "cases" / "indicators.toml").read_text("utf-8"))
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


def test_a_plan_is_of_what_its_result_is_of() -> None:
    found, _, _ = read("Tỷ lệ tiêm phòng mới đạt 71,5%, chưa đạt chỉ tiêu đề ra (trên 85%). Cũng được 9%.")
    assert [one.concept.text if one.concept else None for one in found] == ["Tỷ lệ tiêm phòng"] * 2 + [None]


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
