"""One page to one article: bytes to text, the article's tree cut out, its parts read, furniture taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from crawler.article import Article, ArticleKind, Reject, with_headline
from crawler.clean.attachments import file_links, resolved
from crawler.clean.blocks import page_of
from crawler.clean.byline import credit, split_byline
from crawler.clean.encoding import decode_page, lost_letters
from crawler.clean.furniture import without_furniture
from crawler.clean.layout import Cut, cut, matching
from crawler.clean.paragraphs import joined
from crawler.clean.plain import today
from crawler.clean.stamp import Stamp, read_stamp
from crawler.clean.unknown import guess
from crawler.portals import Layout, Portal

LARGEST = 50 << 20
"""Bytes of the largest page that is read."""
NOTICE = 100
"""Characters under which a body makes a notice: a headline with its attachments."""
HEAD = 3
"""Lines at the top of a body that may say the headline or the stamp once more."""
BINARY = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"Rar!")


class NoArticleError(ValueError):
    """A page that is no article: the reason in one word, then what was seen."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


def page_to_article(
    body: bytes,
    *,
    url: str | None,
    portal: Portal | None,
    id: str,  # noqa: A002 - the name of the field
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
    try:
        page, flags = parsed(body, charset)
        found = cut_out(page, portal, layouts, captured)
        stamp = stamp_of(found, portal)
        article = _article(found, id=id, portal=name, url=url)
        _check(article, stamp)
    except NoArticleError as no:
        return Reject(portal=name, source=source or id, url=url, reason=no.reason, detail=no.detail)
    return replace(
        article,
        published=stamp.value if stamp else None,
        published_text=stamp.text if stamp else None,
        flags=(f"layout:{found.layout}", *flags, *lost_letters(article.text)),
        captured=captured,
        source=source,
    )


def parsed(body: bytes, charset: str | None = None) -> tuple[Any, tuple[str, ...]]:
    """The tree of a page, however broken, and what its bytes were."""
    if not body.strip():
        raise NoArticleError("empty")
    if len(body) > LARGEST:
        raise NoArticleError("too_large", f"{len(body)} bytes")
    if body.startswith(BINARY):
        raise NoArticleError("no_page", f"the bytes begin {body[:4]!r}")
    text, flags = decode_page(body, charset)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        page = etree.fromstring(text.replace("\0", "").encode("utf-8", "ignore"), parser)
    except etree.XMLSyntaxError as error:
        raise NoArticleError("no_page", str(error)) from error
    if page is None or not len(page):
        raise NoArticleError("no_page", "nothing to parse")
    return page, flags


def cut_out(page: Any, portal: Portal | None, layouts: Sequence[Layout], captured: str | None) -> Cut:
    """The article's tree and parts, by the first layout that matches, else by what the genre shares."""
    known = portal.layouts if portal else layouts
    if layout := matching(page, known, captured):
        return cut(page, layout)
    if portal and known:
        raise NoArticleError("no_layout")
    if found := guess(page):
        return found
    raise NoArticleError("no_article")


def stamp_of(found: Cut, portal: Portal | None) -> Stamp | None:
    """The stamp of posting; a portal that says where its stamps stand has no article without one."""
    stamp = read_stamp(found.stamp, found.form, today=today()) if found.stamp else None
    if stamp is None and portal and portal.layouts:
        raise NoArticleError("no_stamp", found.stamp or "")
    return stamp


def _check(article: Article, stamp: Stamp | None) -> None:
    """What has no stamp is an article only with a headline and a body."""
    if not article.text:
        raise NoArticleError("no_text")
    if stamp is None and (article.kind is ArticleKind.NOTICE or article.title is None):
        raise NoArticleError("no_stamp", "neither a stamp nor a headline with a body")


def _article(
    found: Cut,
    *,
    id: str,  # noqa: A002
    portal: str,
    url: str | None,
) -> Article:
    attachments = resolved((*file_links(found.tree), *found.links), url)
    content = page_of(found.tree)
    lines = joined(without_furniture(content.lines))
    title = found.title
    lines = [line for at, line in enumerate(lines) if at >= HEAD or (not _same(line, title) and line != found.stamp)]
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


def _same(line: str, title: str | None) -> bool:
    return title is not None and line.strip(" .").lower() == title.strip(" .").lower()
