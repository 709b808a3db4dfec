"""The laws of the design, held over whole readings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler import parquet
from crawler.article import Article
from extract.language import Reader, build
from extract.pipeline import read
from extract.placed import mentions
from extract.records import Reading
from extract.text import fold

TEXT = """Đoàn kiểm tra của Tỉnh ủy làm việc với Huyện ủy Bình Lâm
Sáng 14-5, đồng chí Trần Hữu Bằng, Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng Ban Dân vận Tỉnh ủy làm Trưởng đoàn \
đã làm việc với Ban Thường vụ Huyện ủy Bình Lâm về 10 năm thực hiện Quyết định số 290-QĐ/TW ngày 25-2-2010 \
của Bộ Chính trị (khóa X). Đến hết năm 2019, toàn huyện có 1.204 mô hình, tăng 12,5% so với năm 2018. \
Phát biểu kết luận, đồng chí Trần Hữu Bằng đề nghị huyện tiếp tục thực hiện Quyết định 290."""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build()


def article(text: str) -> Article:
    return Article(id="law", portal="tests", title=text.partition("\n")[0], text=text, published="2020-05-15")


def test_every_mention_stands_in_the_text_and_names_its_rule(reader: Reader) -> None:
    reading = read(article(TEXT), reader)
    found = list(mentions(reading))
    assert len(found) > 15
    for mention in found:
        assert mention.span.of(TEXT) == mention.text
        assert mention.rule


def test_a_reading_is_the_same_twice(reader: Reader) -> None:
    assert read(article(TEXT), reader) == read(article(TEXT), reader)


def test_a_reading_survives_parquet(reader: Reader, tmp_path: Path) -> None:
    reading = read(article(TEXT), reader)
    parquet.write(tmp_path / "one.parquet", [reading], Reading, "test")
    assert list(parquet.read(tmp_path / "one.parquet", Reading)) == [reading]


MARKS = "39/63 1-2 ( ) “ ” ; : % tỷ đ/c ông K'Thanh 18,19 - – / NQ/TW khóa ..."
PIECES = [*TEXT.replace("\n", " \n ").split(" "), *MARKS.split(" ")]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(PIECES), max_size=60))
def test_words_in_any_order_are_read_without_an_error(reader: Reader, words: list[str]) -> None:
    text = " ".join(words)
    for mention in mentions(read(article(text), reader)):
        assert mention.span.of(text) == mention.text


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Hoà Bình", "hòa bình"), ("UỶ BAN", "ủy ban"), ("Quý", "quý"), ("hoàn thuỷ", "hoàn thủy"), ("khoẻ", "khỏe")],
)
def test_folding_moves_the_tone_mark_to_its_modern_place(written: str, folded: str) -> None:
    assert fold(written) == folded
