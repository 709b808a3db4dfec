"""Plain-text captures of pages: headline, date and byline are told from the banners above and the boxes below."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crawler.clean.plain import text_to_article

CASES = tomllib.loads((Path(__file__).parent / "cases" / "captures.toml").read_text("utf-8"))["capture"]
TEXT = (Path(__file__).parent / "pages" / "capture.txt").read_text("utf-8")
HEADLINE = "Huyện ủy Nam Phà giao ban quý II năm 2020"


def test_a_text_capture_becomes_its_article() -> None:
    made = text_to_article(TEXT.format(head=HEADLINE), id="x")
    assert (made.title, made.published, made.author) == (HEADLINE, "2020-05-12", "Hoài Thu")
    assert made.text.startswith(HEADLINE + "\nSáng 12/5")
    assert made.text.endswith("chuẩn bị tốt đại hội.")
    assert made.headline_end == len(HEADLINE) + 1


def test_a_date_above_the_headline_is_the_banners_clock() -> None:
    without = TEXT.format(head=HEADLINE).replace("Thứ Ba, 12/05/2020, 16:20 [GMT+7]\n", "")
    made = text_to_article(f"Thứ Sáu, 27/12/2024\n{without}", id="x")
    assert (made.title, made.published) == (HEADLINE, None)


def test_a_banner_line_is_no_headline() -> None:
    made = text_to_article(TEXT.format(head=f"Banner Tỉnh ủy Sông Lam (Home-latest-1)\n\n{HEADLINE}"), id="x")
    assert made.title == HEADLINE


@pytest.mark.parametrize("case", CASES, ids=lambda case: "|".join(case["above"])[:60])
def test_captures_of_many_makes(case: dict[str, Any]) -> None:
    paragraphs = [line for line in TEXT.split("\n") if len(line) > 100]
    above = [line.format(headline=HEADLINE) for line in case["above"]]
    made = text_to_article("\n".join([*above, *paragraphs, *case["below"]]), id="x")
    assert (made.title, made.published, made.author) == (HEADLINE, case.get("published"), case.get("author"))
    assert made.text.split("\n")[1:] == paragraphs


def test_a_headline_broken_in_two_lines_is_joined() -> None:
    above = "Hội nghị giao ban khối dân vận quý II,\ntriển khai nhiệm vụ trọng tâm\n\n12/05/2020\n\n"
    made = text_to_article(above + TEXT.format(head="").split("\n", 3)[3], id="x")
    assert made.title == "Hội nghị giao ban khối dân vận quý II, triển khai nhiệm vụ trọng tâm"
