"""Stamps, bylines, furniture, paragraphs and captions, each driven by its cases."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crawler.clean import phrases
from crawler.clean.byline import agency, split_byline
from crawler.clean.furniture import closes, is_furniture, without_furniture
from crawler.clean.paragraphs import joined, unwrapped, without_captions
from crawler.clean.stamp import leading_stamp, read_stamp, stamp_line
from crawler.clean.syllables import is_syllable, runs_together

CASES = Path(__file__).parent / "cases"
TODAY = date(2026, 11, 24)


def cases(name: str) -> Any:
    return tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("value", "line"), [(v, line) for v, lines in cases("stamps")["reads"].items() for line in lines]
)
def test_a_stamp_is_read(value: str, line: str) -> None:
    stamp = stamp_line(line, today=TODAY)
    assert stamp is not None
    assert (stamp.value, stamp.text) == (value, line)


@pytest.mark.parametrize(("value", "line"), cases("stamps")["opens"].items())
def test_a_labelled_stamp_opens_a_headline(value: str, line: str) -> None:
    found = leading_stamp(line, today=TODAY)
    assert found is not None
    assert (found[0].value, found[1]) == (value, "Hội nghị giao ban khối dân vận")


@pytest.mark.parametrize("line", cases("stamps")["reads_nothing"]["lines"])
def test_a_line_of_text_is_no_stamp(line: str) -> None:
    assert stamp_line(line, today=TODAY) is None


def test_the_form_of_a_layout_is_tried_first() -> None:
    stamp = read_stamp("05 08 2019", "%m %d %Y")
    assert stamp is not None
    assert stamp.value == "2019-05-08"


@pytest.mark.parametrize(
    ("author", "lines"), [(a, lines) for a, each in cases("bylines")["reads"].items() for lines in each]
)
def test_a_byline_is_taken_off(author: str, lines: list[str]) -> None:
    kept, found = split_byline(["Huyện tổ chức hội nghị.", *lines])
    assert found == author
    assert not any(name in line for name in author.split("; ") for line in kept)


@pytest.mark.parametrize("line", cases("bylines")["signed_by_nobody"]["lines"])
def test_an_agency_is_no_author(line: str) -> None:
    assert split_byline(["Huyện tổ chức hội nghị.", line]) == (["Huyện tổ chức hội nghị."], None)


@pytest.mark.parametrize("line", cases("bylines")["reads_nothing"]["lines"])
def test_text_is_no_byline(line: str) -> None:
    assert split_byline(["Huyện tổ chức hội nghị.", line]) == (["Huyện tổ chức hội nghị.", line], None)


@pytest.mark.parametrize("block", phrases.load("furniture"), ids=lambda block: block.name)
def test_furniture_holds_its_examples_and_refuses_text(block: phrases.Phrases) -> None:
    found = closes if block.ends else is_furniture
    assert [line for line in block.examples if not found(line)] == []
    assert [line for line in block.refuse if closes(line) or is_furniture(line)] == []


@pytest.mark.parametrize("block", phrases.load("credits"), ids=lambda block: block.name)
def test_credits_hold_their_examples_and_refuse_names(block: phrases.Phrases) -> None:
    assert [line for line in block.examples if not agency().match(line.lower())] == []
    assert [line for line in block.refuse if agency().match(line.lower())] == []


def test_an_article_ends_at_related_news() -> None:
    text = ["Hội nghị kết thúc tốt đẹp, các đại biểu thống nhất cao với các chỉ tiêu của năm." * 6]
    assert without_furniture([*text, "Bản in", "Tin cùng chuyên mục", "Xã Na Phày họp dân"]) == text


def test_a_box_in_the_middle_does_not_end_an_article() -> None:
    paragraph = (
        "Hội nghị nghe báo cáo kết quả thực hiện các chỉ tiêu của quý và thảo luận nhiệm vụ trọng tâm, nhất là thu nợ."
    )
    paragraph = paragraph.replace("thu nợ", "thu ngân sách nhà nước trên địa bàn huyện")
    above, below = [paragraph] * 4, [paragraph, paragraph]
    assert without_furniture([*above, "Đọc thêm", "Xã Na Phày họp dân", *below]) == [*above, *below]
    assert (
        without_furniture([*above, "Đọc thêm", "Xã Na Phày họp dân", paragraph, "Mường Lầm trồng chè", paragraph])
        == above
    )


def test_a_heading_of_related_news_above_the_text_is_only_left_out() -> None:
    assert without_furniture(["Tin khác", "Huyện tổ chức hội nghị."]) == ["Huyện tổ chức hội nghị."]


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (["Huyện đẩy mạnh công tác", "dân vận chính quyền."], ["Huyện đẩy mạnh công tác dân vận chính quyền."]),
        (["Dự có đồng chí Phong,", "Bí thư Huyện ủy."], ["Dự có đồng chí Phong, Bí thư Huyện ủy."]),
        (["Nhiệm vụ trọng tâm", "- thu ngân sách"], ["Nhiệm vụ trọng tâm", "- thu ngân sách"]),
        (["Hội nghị đã bế mạc.", "các xã ra quân."], ["Hội nghị đã bế mạc.", "các xã ra quân."]),
    ],
)
def test_lines_broken_in_a_sentence_are_joined(lines: list[str], paragraphs: list[str]) -> None:
    assert joined(lines) == paragraphs


def test_a_capture_wrapped_at_one_width_is_unwrapped() -> None:
    block = [
        "Sáng nay, tại hội trường trung tâm, Huyện ủy Nam Phà đã tổ chức",
        "Hội nghị giao ban khối dân vận quý II năm 2020. Dự hội nghị có",
        "đồng chí Phong.",
    ]
    assert unwrapped([block]) == [" ".join(block)]


def test_captions_of_a_text_stand_apart() -> None:
    lines = [
        "Huyện tổ chức hội nghị.",
        "Ảnh: Toàn cảnh hội nghị",
        "q",
        "Đồng chí Phong phát biểu.",
        "Đại biểu dự.",
        "Đại biểu dự.",
        "Hết.",
    ]
    assert without_captions(lines) == (
        ["Huyện tổ chức hội nghị.", "Hết."],
        ["Ảnh: Toàn cảnh hội nghị", "Đồng chí Phong phát biểu.", "Đại biểu dự."],
    )


@pytest.mark.parametrize(
    ("left", "right", "parted"),
    [
        ("tỉnh", "Hà Giang", True),
        ("Giang", "tổ chức", True),
        ("Đ", "ắk Nông", False),
        ("nghị.", "Ngày", True),
        ("th", "ủy", False),
        ("Quyết định ", "số", False),
        ("ng", "ày", False),
        ("năm", "2020", True),
        ("45 km", "2", False),
        ("CO", "2", False),
        ("trồng 12", "xóm", True),
        ("TP.", "HCM", False),
        ("79/2003/NĐ-CP", "ngày", True),
        ("H", "uyện", False),
        ("tăng 12", ",5%", False),
    ],
)
def test_words_are_parted_where_only_a_tag_stood(left: str, right: str, parted: bool) -> None:
    assert runs_together(left, right) is parted


def test_syllables() -> None:
    assert all(map(is_syllable, ["nghị", "quyết", "Huyện", "thủy", "quý", "giữ", "gì", "Ươm", "uống", "khuỷu"]))
    assert not any(map(is_syllable, ["Giangtổ", "Đ", "tỉnhHà", "bcd"]))
