"""A portal's layout on a page: the article's tree is cut out, and title, stamp and author read from their places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree

from crawler.clean.encoding import clean_letters
from crawler.portals import Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What one layout found: the article's tree, with title, captions and what it drops already taken out."""

    tree: Any
    layout: str
    title: str | None
    stamp: str | None
    form: str | None
    author: str | None
    captions: tuple[str, ...]
    links: tuple[str, ...] = ()  # to files that stand beside the tree


@cache
def xpath(expression: str) -> etree.XPath:
    """A compiled XPath, remembered: portals have few and pages many."""
    return etree.XPath(expression)


def matching(page: Any, layouts: Iterable[Layout], captured: str | None = None) -> Layout | None:
    """The first layout whose article is on the page, and that was in use when the page was captured."""
    day = (captured or "")[:10]
    for layout in layouts:
        if layout.until and day > layout.until.isoformat():
            continue
        if nodes(page, layout.article):
            return layout
    return None


def cut(page: Any, layout: Layout) -> Cut:
    """Cut the article's tree out of the page; the page is changed."""
    tree = nodes(page, layout.article)[0]
    titles, stamps = nodes(page, layout.title), nodes(page, layout.published)
    authors = nodes(page, layout.author) if layout.author else []
    title, stamp, author = first_text(titles), first_text(stamps), first_text(authors)
    for node in (*titles, *stamps):
        if not isinstance(node, str) and node is not tree:
            remove(node)
    remove(tree)
    captions = [text for path in layout.captions for node in inside(tree, path) if (text := text_of(node))]
    for path in (*layout.captions, *layout.drop):
        for node in inside(tree, path):
            remove(node)
    return Cut(
        tree=tree,
        layout=layout.name,
        title=title,
        stamp=stamp,
        form=layout.published_format,
        author=author,
        captions=tuple(captions),
    )


def nodes(tree: Any, expression: str) -> list[Any]:
    found = xpath(expression)(tree)
    return found if isinstance(found, list) else [found]


def inside(tree: Any, expression: str) -> list[Any]:
    """What an XPath finds in a tree that was cut out: “//aside” there is an aside of the tree, not of the page."""
    return [node for node in etree.ElementTree(tree).xpath(expression) if node is not tree]


def first_text(found: list[Any]) -> str | None:
    """The text of the first node that has any."""
    return next((text for node in found if (text := text_of(node))), None)


def text_of(node: Any) -> str:
    """The text of a node in one line of clean letters."""
    return " ".join(clean_letters(node if isinstance(node, str) else " ".join(node.itertext())).split())


def remove(node: Any) -> None:
    """Take a node out and leave the text behind it where it is."""
    parent = node.getparent()
    if parent is None:
        return
    if node.tail:
        before = node.getprevious()
        if before is None:
            parent.text = (parent.text or "") + node.tail
        else:
            before.tail = (before.tail or "") + node.tail
    parent.remove(node)
