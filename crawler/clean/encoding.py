"""Bytes to text: the charset a page says, the one it is in, and the old Vietnamese fonts, as one NFC string."""

from __future__ import annotations

import codecs
import re
import unicodedata

from crawler.clean.old_fonts import from_old_font

DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE)
LATIN = {"iso8859-1", "ascii", "windows-1252"}
"""Charsets that servers say by default; a Vietnamese page that says one of them is UTF-8 or windows-1258."""

LOST = re.compile(r"\ufffd|\w\?\w")
"""Letters a converter lost: the sign of replacement, or a question mark inside a word (“H?i ngh?”)."""
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


def decode(body: bytes, said: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of some bytes and what was done to it: `b"Qu\\xfd"` in windows-1258 gives "Quý", "charset:windows-1258".

    A byte order mark wins, then UTF-8 if the bytes are that, then what the page or the server says.
    """
    text, flags = decode_page(body, said)
    return clean_letters(text), flags


def decode_page(body: bytes, said: str | None = None) -> tuple[str, tuple[str, ...]]:
    """`decode` without the work on letters: of a whole page a few lines are kept, and those are cleaned."""
    text, charset = _decoded(body, said)
    text, font = from_old_font(text)
    flags = [f"charset:{charset}"] if charset not in ("utf-8", "utf-16") else []
    flags += [f"font:{font}"] if font else []
    return text, tuple(flags)


def clean_letters(text: str) -> str:
    """NFC without invisible characters and control codes; every kind of line end becomes “\\n”."""
    text = INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def lost_letters(text: str) -> tuple[str, ...]:
    """The flag "lost_letters" where a converter before us lost some: they stay as they are, for nobody knows them."""
    found = LOST.findall(text[:200_000])
    real = sum(match == "\ufffd" or ord(max(match)) > 127 for match in found)
    return ("lost_letters",) if real >= 1 or len(found) >= 20 else ()


def _decoded(body: bytes, said: str | None) -> tuple[str, str]:
    for mark, unicode in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if body.startswith(mark):
            return body.decode(unicode, "replace"), unicode
    try:
        return body.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        broken = error
    found = DECLARED.search(body[:4096])
    for name in (said, found[1].decode("ascii", "replace") if found else None):
        if name and (known := _known(name)) and known not in LATIN and known != "utf-8":
            return body.decode(known, "replace"), known
    if broken.start > 2_000 or body[: 1 << 20].decode("utf-8", "ignore").count("ư") > 3:
        return body.decode("utf-8", "replace"), "utf-8"
    return _single_byte(body)


def _known(name: str) -> str | None:
    try:
        return codecs.lookup(name.strip()).name.replace("cp1258", "windows-1258").replace("cp1252", "windows-1252")
    except LookupError:
        return None


def _single_byte(body: bytes) -> tuple[str, str]:
    western = body.decode("windows-1252", "replace")
    if from_old_font(western)[1]:
        return western, "windows-1252"
    return body.decode("windows-1258", "replace"), "windows-1258"
