"""What the crawler hands on: one cleaned article, and one reject. Imports nothing heavy."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

SCHEMA = 1
"""Version of the `Article` columns; stands in the metadata of every Parquet file of articles."""


class ArticleKind(StrEnum):
    """An article has a body of its own; a notice is a headline with its attachments."""

    ARTICLE = "article"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as cleaned: `text` is the headline, a line break, then the body, in NFC.

    `published` is EDTF and as precise as the page ("2020-07"); `published_text` is the stamp
    as written ("thứ năm, 08 08 2019 08:52"). `captured` and `source` lead back to the raw page:
    the time of capture and the WARC record or file it was read from.
    """

    id: str
    portal: str
    url: str | None = None
    title: str | None = None
    text: str
    published: str | None = None
    published_text: str | None = None
    author: str | None = None
    kind: ArticleKind = ArticleKind.ARTICLE
    captions: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    captured: str | None = None
    source: str | None = None

    @property
    def headline_end(self) -> int:
        """Offset where the body begins: 0 when the text does not open with the title."""
        return len(self.title) + 1 if self.title and self.text.startswith(self.title + "\n") else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """One input that could not become an article: what, why, and where its bytes lie."""

    portal: str
    source: str
    url: str | None = None
    reason: str
    detail: str = ""


def with_headline(title: str | None, body: str) -> str:
    """Headline and body as the one text that readers see, in NFC; a body that already opens with it is kept."""
    body = unicodedata.normalize("NFC", body).strip()
    title = unicodedata.normalize("NFC", title or "").strip()
    if not title or body == title or body.startswith(title + "\n"):
        return body
    return f"{title}\n{body}" if body else title
