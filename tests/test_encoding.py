"""Bytes to text: charsets, old fonts, decomposed and lost letters."""

from __future__ import annotations

import unicodedata

import pytest

from crawler.clean.encoding import clean_letters, decode, lost_letters
from crawler.clean.old_fonts import from_old_font, tcvn3_table, vni_pairs

PROSE = "Hội nghị sơ kết công tác sáu tháng đầu năm do đồng chí Bí thư Huyện ủy chủ trì, tại hội trường Đảng ủy. " * 4
TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """Letters as windows-1258 has them: vowels with hats whole, tones apart."""
    letters = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        hat = unicodedata.normalize("NFC", "".join(p for p in parts if p not in TONES))
        tone = "".join(p for p in parts if p in TONES)
        try:
            letters.append(letter.encode("cp1258"))
        except UnicodeEncodeError:
            letters.append((hat + tone).encode("cp1258"))
    return b"".join(letters)


def typed(pairs: dict[str, str], text: str) -> str:
    back = {new: old for old, new in pairs.items()}
    return "".join(back.get(letter, letter) for letter in text)


@pytest.mark.parametrize("said", [None, "utf-8", "iso-8859-1", "windows-1258", "no-such-charset"])
def test_windows_1258_is_recognised_whatever_the_server_says(said: str | None) -> None:
    assert decode(windows_1258(PROSE), said) == (PROSE, ("charset:windows-1258",))


@pytest.mark.parametrize("said", [None, "iso-8859-1", "windows-1258"])
def test_utf_8_wins_over_a_wrong_header(said: str | None) -> None:
    assert decode(PROSE.encode(), said) == (PROSE, ())


def test_a_byte_order_mark_wins() -> None:
    assert decode(b"\xff\xfe" + PROSE.encode("utf-16-le"), "utf-8")[0] == PROSE


def test_utf_8_with_one_broken_byte_stays_utf_8() -> None:
    text, flags = decode(PROSE.encode() + b"\xe1\xbb " + PROSE.encode())
    assert text.startswith(PROSE)
    assert flags == ()
    assert lost_letters(text) == ("lost_letters",)


def test_old_fonts_are_read() -> None:
    small = PROSE.replace("Đảng", "đảng").replace("Hội", "hội")
    codes = {chr(code): letter for code, letter in tcvn3_table().items()}
    assert from_old_font(typed(codes, small)) == (small, "tcvn3")
    assert decode(typed(codes, small).encode("cp1252"))[0] == small
    assert from_old_font(typed(vni_pairs()[0], PROSE)) == (PROSE, "vni")


@pytest.mark.parametrize(
    "text", [PROSE, "The committee met on 12 May. " * 9, "Le comité a été créé à Hué où il siège. " * 9]
)
def test_other_text_is_no_old_font(text: str) -> None:
    assert from_old_font(text) == (text, None)


def test_decomposed_letters_are_composed_and_invisible_ones_dropped() -> None:
    assert clean_letters("Hội\u200b nghị\ufeff\r\nBí\u00ad thư") == "Hội nghị\nBí thư"


@pytest.mark.parametrize(("text", "flags"), [("H\ufffdi nghị", ("lost_letters",)), ("Ai? Khi nào? a?b=1", ())])
def test_lost_letters_are_flagged(text: str, flags: tuple[str, ...]) -> None:
    assert lost_letters(text) == flags
