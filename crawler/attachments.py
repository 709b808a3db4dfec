"""The files an article hands out (PDF, DOC, XLS …): their links, and the text of a PDF that holds any."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from urllib.parse import urljoin, urlsplit

from pypdf import PdfReader
from pypdf.errors import PyPdfError

FILES = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf|zip|rar|7z)$", re.IGNORECASE)
ARCHIVED = re.compile(r"^https?://[^/]+/web/\d{8,14}[a-z_]*/(?=https?:)", re.IGNORECASE)
PAGES = 200
SCAN = 40
"""Characters a page under which it is a scan: its text is an image's."""


def attachments_of(tree: Any, url: str | None) -> list[str]:
    """The links of an article's tree to files, absolute where the page's URL is known, without an archive's prefix."""
    found: dict[str, None] = {}
    for node in tree.iter("a", "iframe", "embed", "object"):
        link = (node.get("href") or node.get("src") or node.get("data") or "").strip()
        if not link:
            continue
        link = ARCHIVED.sub("", urljoin(url, link) if url else link)
        if FILES.search(urlsplit(link).path):
            found[link] = None
    return list(found)


def pdf_text(body: bytes) -> str | None:
    """The text of a PDF in NFC lines; None for a scan or a file that cannot be read."""
    try:
        reader = PdfReader(BytesIO(body), strict=False)
        pages = [page.extract_text() for page in reader.pages[:PAGES]]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    text = "\n".join(pages)
    return text if len(text) >= SCAN * max(1, len(pages)) else None
