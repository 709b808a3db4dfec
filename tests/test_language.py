"""The Doc: tokens, sentences and terms."""

from __future__ import annotations

import pytest

from extract.language import Reader, build, make_doc
from extract.vocabulary import PEOPLE


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build()


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "Chiều 29-7,  tại\u00a0TP. Nam Định…\n(290-QĐ/TW)", "K'Thanh, Y Biêr\tNiê ; 13,85%", "İ “ ” ./."],
)
def test_the_text_is_kept(reader: Reader, text: str) -> None:
    doc = make_doc(reader, text)
    assert doc.text == text
    assert "".join(token.text_with_ws for token in doc) == text


@pytest.mark.parametrize(
    "word", ["290-QĐ/TW", "25-2-2010", "13,85", "39/63", "K'Thanh", "NN&PTNT", "đ/c", "T.Ư", "TP.HCM", "GD-ĐT"]
)
def test_a_whole_token(reader: Reader, word: str) -> None:
    assert word in [token.text for token in make_doc(reader, f"với {word}, và")]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Sáng nay, tại TP. Nam Định, có mưa. Ban Bí thư họp.",
            ["Sáng nay, tại TP. Nam Định, có mưa.", "Ban Bí thư họp."],
        ),
        ("Ông Lê V. Ánh, PGS. TS. Đỗ An dự. “Tốt”.", ["Ông Lê V. Ánh, PGS. TS. Đỗ An dự.", "“Tốt”."]),
        ("Tiêu đề\nĐoàn làm việc. tiếp theo", ["Tiêu đề", "Đoàn làm việc. tiếp theo"]),
        ("Đường đã xong.Trước đó, xã họp.", ["Đường đã xong.", "Trước đó, xã họp."]),
        ("Đoàn về TX.Ba Lâm, gặp ThS.Mai ở Q.Bình.", ["Đoàn về TX.Ba Lâm, gặp ThS.Mai ở Q.Bình."]),
        (
            "Toàn cảnh buổi lễ. Ảnh: Lê An/BSL Trước đó, xã đã họp.",
            ["Toàn cảnh buổi lễ.", "Ảnh: Lê An/BSL", "Trước đó, xã đã họp."],
        ),
        (
            "Ông Bình phát biểu. Ảnh: VGP/Lê An Tới dự có ông Cường.",
            ["Ông Bình phát biểu.", "Ảnh: VGP/Lê An", "Tới dự có ông Cường."],
        ),
        (
            "Ông Bình báo cáo. Ảnh: LÊ AN Kết luận, ông Cường yêu cầu rà soát.",
            ["Ông Bình báo cáo.", "Ảnh: LÊ AN", "Kết luận, ông Cường yêu cầu rà soát."],
        ),
        ("Quang cảnh khu chợ (ảnh Lê An) Đoàn đã kiểm tra.", ["Quang cảnh khu chợ (ảnh Lê An)", "Đoàn đã kiểm tra."]),
        (
            "Ông Bình báo cáo. Ảnh: LÊ AN Hội nghị cũng nghe báo cáo.",
            ["Ông Bình báo cáo.", "Ảnh: LÊ AN", "Hội nghị cũng nghe báo cáo."],
        ),
        ("Ông Bình báo cáo. Ảnh: UBND Lê An.", ["Ông Bình báo cáo.", "Ảnh: UBND Lê An."]),
        ("Cán bộ trực - Ảnh minh họa Theo xã, dịch giảm.", ["Cán bộ trực - Ảnh minh họa", "Theo xã, dịch giảm."]),
        ("Nguồn: Ban Chỉ đạo xã Mường La cung cấp.", ["Nguồn: Ban Chỉ đạo xã Mường La cung cấp."]),
        (
            "Đoàn thăm xã Mường La Chiều 6/7, xã họp với Sở Nội vụ.",
            ["Đoàn thăm xã Mường La", "Chiều 6/7, xã họp với Sở Nội vụ."],
        ),
    ],
)
def test_sentences(reader: Reader, text: str, sentences: list[str]) -> None:
    doc = make_doc(reader, text)
    assert [sentence.text.strip() for sentence in doc.sents] == sentences
    assert [span.of(text).strip() for span in doc.sentences] == sentences


def test_terms_are_folded_and_the_longest_remains(reader: Reader) -> None:
    text = "Ban Bí thư; Phó Chủ tịch Thường trực; các đ/c; PGS.TS. Lê An; PHÓ BÍ THƯ"
    assert [(text[start:end], label) for start, end, label in make_doc(reader, text).terms(PEOPLE)] == [
        ("Ban Bí thư", "no head"),
        ("Phó Chủ tịch", "head"),
        ("các đ/c", "comrades"),
        ("PGS.TS.", "rank"),
        ("PHÓ BÍ THƯ", "head"),
    ]
