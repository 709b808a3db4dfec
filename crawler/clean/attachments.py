"""The files an article hands out (PDF, DOC, XLS …): their links, and the text of a PDF that holds any."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urljoin, urlsplit
from zipfile import BadZipFile, ZipFile

from lxml import etree
from pypdf import PdfReader

from crawler.clean.encoding import clean_letters
from crawler.clean.old_fonts import from_old_font

FILES = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf|zip|rar|7z)$", re.IGNORECASE)
ARCHIVED = re.compile(r"^https?://[^/]+/web/\d{8,14}[a-z_]*/(?=https?:)", re.IGNORECASE)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PAGES = 200
SCAN = 40
"""Characters a page under which it is a scan: its text is an image's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One archived file: its text, or None with `unread` saying why (“scan”, “broken”, “format”)."""

    portal: str
    url: str
    text: str | None = None
    unread: str | None = None
    pages: int = 0
    captured: str | None = None
    source: str | None = None


def file_links(tree: Any) -> list[str]:
    """The links of an article's tree to files, as the page has them: “/img/12-BC_2020.pdf”."""
    nodes = tree.iter("a", "iframe", "embed", "object")
    links = [(node.get("href") or node.get("src") or node.get("data") or "").strip() for node in nodes]
    return [link for link in links if link and FILES.search(urlsplit(link).path)]


def resolved(links: Iterable[str], url: str | None) -> list[str]:
    """Each link once, absolute and without an archive's prefix."""
    return list(dict.fromkeys(ARCHIVED.sub("", urljoin(url, link) if url else link) for link in links))


def read_file(body: bytes, url: str) -> tuple[str | None, int, str | None]:
    """The text of an attachment, its pages, and why it has no text: “scan”, “broken”, or “format” for .doc and .zip."""
    if body.startswith(b"%PDF"):
        return read_pdf(body)
    if urlsplit(url).path.lower().endswith(".docx"):
        return read_docx(body)
    return None, 0, "format"


def read_docx(body: bytes) -> tuple[str | None, int, str | None]:
    """The paragraphs of a Word file; it does not say its pages."""
    try:
        with ZipFile(BytesIO(body)) as parts, parts.open("word/document.xml") as stream:
            tree = etree.parse(stream, etree.XMLParser(resolve_entities=False, no_network=True))
    except (BadZipFile, KeyError, OSError, etree.XMLSyntaxError):
        return None, 0, "broken"
    lines = ["".join(words.text or "" for words in line.iter(f"{{{WORD}}}t")) for line in tree.iter(f"{{{WORD}}}p")]
    text = clean_letters("\n".join(line for line in lines if line.strip()))
    return (text, 0, None) if text else (None, 0, "scan")


def read_pdf(body: bytes) -> tuple[str | None, int, str | None]:
    """The text of a PDF, its pages, and why it has no text: “scan” or “broken”."""
    try:
        reader = PdfReader(BytesIO(body), strict=False)
        number = len(reader.pages)
        text = "\n".join(page.extract_text() for page in reader.pages[:PAGES])
    except Exception:  # pypdf lets whatever a broken file provokes through
        return None, 0, "broken"
    text = clean_letters(from_old_font(text)[0]).strip()
    return (text, number, None) if len(text) >= SCAN * max(1, min(number, PAGES)) else (None, number, "scan")
