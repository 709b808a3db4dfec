"""Pages that say 200 and are none (“Không tìm thấy trang”, a login form); the part of a page whose change counts."""

from __future__ import annotations

import hashlib
import re

from lxml import html

from crawler.clean.layout import matching, nodes
from crawler.portals import Layout, Portal

NOT_FOUND = re.compile(
    r"^\W*(?:(?:lỗi\s*)?404\b|(?:error\s*)?404\b|không tìm thấy|trang (?:bạn|này)?.{0,30}không (?:tồn tại|tìm thấy)"
    r"|(?:page|file) not found|not found|đường dẫn không (?:tồn tại|đúng))",
    re.IGNORECASE,
)
LOGIN = re.compile(r"^\W*(?:đăng nhập|sign in|log ?in)\b", re.IGNORECASE)


def mask_of(tree: html.HtmlElement) -> str | None:
    """“not found” or “login page” when title and headings say so; None for a page that is one."""
    heads = [tree.xpath("string(//title)"), *(h.xpath("string()") for h in tree.xpath("//h1 | //h2")[:3])]
    heads = [" ".join(head.split()) for head in heads]
    if any(NOT_FOUND.search(head) for head in heads):
        return "not found"
    if any(LOGIN.search(head) for head in heads) and tree.xpath("boolean(//input[@type='password'])"):
        return "login page"
    return None


def layout_of(tree: html.HtmlElement, portal: Portal) -> Layout | None:
    """The layout of an article on a page, whose stamp is there too; None on a list page."""
    layout = matching(tree, portal.layouts)
    return layout if layout and "".join(_parts(tree, layout.published)).strip() else None


def region_hash(tree: html.HtmlElement, portal: Portal) -> str:
    """A hash of the words and links of the article's region, so that a new banner or visitor counter is no change.

    Where no layout matches, all words and links outside menus, scripts and forms count.
    """
    layout = layout_of(tree, portal)
    if layout is None:
        inside = "ancestor::*[self::script or self::style or self::nav or self::header or self::footer or self::form]"
        words = tree.xpath(f"//body//text()[not({inside})] | //body//a/@href[not({inside})]")
        return _hash([str(word) for word in words])
    return _hash([*_parts(tree, layout.title), *_parts(tree, layout.article)])


def _parts(tree: html.HtmlElement, xpath: str) -> list[str]:
    """The words, links and pictures of what an XPath finds."""
    parts: list[str] = []
    for node in nodes(tree, xpath):
        inside = (
            [node] if isinstance(node, str) else node.xpath(".//text()[not(ancestor::script)] | .//@href | .//@src")
        )
        parts += [str(part) for part in inside]
    return parts


def _hash(parts: list[str]) -> str:
    return hashlib.sha256(" ".join(" ".join(parts).split()).encode("utf-8", "surrogatepass")).hexdigest()[:32]
