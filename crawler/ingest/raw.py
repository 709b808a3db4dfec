"""One raw input to what is handed on: a page, a text, a JSON article or a PDF, by its kind."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from crawler.article import Article, ArticleKind, Reject, with_headline
from crawler.clean import NOTICE, page_to_article
from crawler.clean.attachments import Attachment, read_file
from crawler.clean.byline import split_byline
from crawler.clean.encoding import clean_letters, decode, lost_letters
from crawler.clean.furniture import without_furniture
from crawler.clean.plain import text_to_article
from crawler.clean.stamp import read_stamp
from crawler.ingest.inputs import Raw, refused
from crawler.portals import Layout, Portal
from crawler.urls import article_id, canonical

Cleaned = Article | Reject | Attachment


def clean(raw: Raw, portals: dict[str, Portal], portal: str | None = None) -> Cleaned:
    """The record of one input; `portal` names it where the URL does not."""
    owner = portals[portal] if portal else owner_of(raw.url, portals)
    name = owner.id if owner else "files"
    if raw.kind == "page":
        return _page(raw, owner, layouts_of(portals))
    if raw.kind == "file":
        text, pages, unread = read_file(raw.body, raw.url or raw.source)
        return Attachment(
            portal=name,
            url=raw.url or raw.source,
            text=text,
            unread=unread,
            pages=pages,
            captured=raw.captured,
            source=raw.source,
        )
    if raw.kind == "json":
        return given_article(raw.given or {}, raw, name)
    if not raw.body.strip():
        return refused(raw.source, "empty", portal=name)
    text, flags = decode(raw.body)
    article = text_to_article(text, id=raw.id, portal=name, source=raw.source)
    if not article.text:
        return refused(raw.source, "no_text", portal=name)
    return replace(article, flags=tuple(dict.fromkeys((*flags, *article.flags))))


def _page(raw: Raw, owner: Portal | None, layouts: tuple[Layout, ...]) -> Article | Reject:
    if owner and raw.url and raw.captured:
        raw = replace(raw, id=article_id(raw.url, owner), url=canonical(raw.url, owner))
    elif raw.captured:
        raw = replace(raw, id=f"files-{raw.id}")
    return page_to_article(
        raw.body,
        url=raw.url,
        portal=owner,
        id=raw.id,
        charset=raw.charset,
        captured=raw.captured,
        source=raw.source,
        layouts=layouts,
    )


def given_article(given: dict[str, Any], raw: Raw, portal: str) -> Article | Reject:
    """An article whose parts are given (id, url, title, published, text); only its byline is looked for."""
    text = given.get("text")
    if not isinstance(text, str) or not text.strip():
        return refused(raw.source, "no_text", "the object has no text", portal=portal)
    text = clean_letters(text)
    title = clean_letters(str(given.get("title") or "")).strip() or None
    lines = [words for line in text.split("\n") if (words := " ".join(line.split()))]
    head = lines[:1] if title and lines[0] == title else []
    lines, author = split_byline(without_furniture(lines[len(head) :]))
    author = str(given["author"]) if given.get("author") else author
    body = "\n".join(lines)
    # A title that only repeats the beginning of the lead is no headline: the text would say it twice.
    headline = None if title and body.startswith(title) else title
    stamp = read_stamp(str(given["published"])) if given.get("published") else None
    return Article(
        id=raw.id,
        portal=portal,
        url=raw.url,
        title=title,
        text=with_headline(headline, body),
        published=stamp.value if stamp else None,
        published_text=str(given["published"]) if stamp else None,
        author=author,
        kind=ArticleKind.ARTICLE if len(body) >= NOTICE else ArticleKind.NOTICE,
        flags=lost_letters(text),
        source=raw.source,
    )


def owner_of(url: str | None, portals: dict[str, Portal]) -> Portal | None:
    """The portal whose host a URL is on, or was on, an archive's prefix aside."""
    if not url:
        return None
    for portal in portals.values():
        host = urlsplit(canonical(url, portal)).netloc.lower()
        if host in portal.hosts:
            return portal
    return None


def layouts_of(portals: dict[str, Portal]) -> tuple[Layout, ...]:
    """Every known layout once: a saved page without a URL may be of any portal."""
    unique = {
        (layout.article, layout.title, layout.published): layout for p in portals.values() for layout in p.layouts
    }
    return tuple(unique.values())
