"""One page to one article: bytes to text, the article's tree cut out, its parts read, furniture and byline taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from crawler.article import Article, ArticleKind, Reject, with_headline
from crawler.attachments import attachments_of
from crawler.blocks import page_of
from crawler.byline import credit, split_byline
from crawler.encoding import decode
from crawler.furniture import strip_page, without_furniture
from crawler.layout import Cut, cut, matching
from crawler.paragraphs import joined
from crawler.plain import today
from crawler.portals import Layout, Portal
from crawler.stamp import read_stamp
from crawler.unknown import guess

LARGEST = 50 << 20
"""Bytes of the largest page that is read."""
NOTICE = 100
"""Characters under which a body makes a notice: a headline with its attachments."""
BINARY = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"Rar!")


def page_to_article(
    body: bytes,
    *,
    url: str | None,
    portal: Portal | None,
    id: str,
    charset: str | None = None,
    captured: str | None = None,
    source: str | None = None,
    layouts: Sequence[Layout] = (),
) -> Article | Reject:
    """The article of a page, or why it is none.

    A portal with layouts has articles only where one matches and its stamp reads; `layouts` are tried on pages of no
    portal, then what all pages of the genre have in common.
    """
    name = portal.id if portal else "files"

    def reject(reason: str, detail: str = "") -> Reject:
        return Reject(portal=name, source=source or id, url=url, reason=reason, detail=detail)

    if not body.strip():
        return reject("empty")
    if len(body) > LARGEST:
        return reject("too_large", f"{len(body)} bytes")
    if body.startswith(BINARY):
        return reject("no_page", repr(body[:4]))
    text, flags = decode(body, charset)
    page = parsed(text)
    if page is None or not len(page):
        return reject("no_page", "nothing to parse")
    strip_page(page)
    known = portal.layouts if portal else layouts
    layout = matching(page, known)
    if layout is None and portal and known:
        return reject("no_layout")
    found = cut(page, layout) if layout else guess(page, url)
    if found is None:
        return reject("no_article")
    stamp = read_stamp(found.stamp, found.form, today=today()) if found.stamp else None
    if layout is not None and portal and stamp is None:
        return reject("no_stamp", found.stamp or "")
    article = _article(found, id=id, portal=name, url=url)
    article = replace(
        article,
        published=stamp.value if stamp else None,
        published_text=stamp.text if stamp else None,
        flags=(f"layout:{found.layout}", *flags),
        captured=captured,
        source=source,
    )
    if not article.text:
        return reject("no_text")
    if stamp is None and article.kind is ArticleKind.NOTICE:
        return reject("no_text", "a title without stamp and body")
    return article


def parsed(text: str) -> Any:
    """The tree of a page, however broken; None where there is none."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(text.encode("utf-8", "ignore"), parser)
    except etree.XMLSyntaxError:
        return None


def _article(found: Cut, *, id: str, portal: str, url: str | None) -> Article:
    attachments = attachments_of(found.tree, url)
    content = page_of(found.tree)
    lines = without_furniture(joined(content.lines))
    title = found.title
    if title and lines and _same(lines[0], title):
        lines = lines[1:]
    lines, author = split_byline(lines)
    if found.author and (names := credit(found.author, labelled=False)):
        author = "; ".join(names)
    text = "\n".join(lines)
    return Article(
        id=id,
        portal=portal,
        url=url,
        title=title,
        text=with_headline(title, text),
        author=author,
        kind=ArticleKind.ARTICLE if len(text) >= NOTICE else ArticleKind.NOTICE,
        captions=tuple(dict.fromkeys((*found.captions, *content.captions))),
        attachments=tuple(attachments),
    )


def _same(line: str, title: str) -> bool:
    return line.strip(" .").lower() == title.strip(" .").lower()
