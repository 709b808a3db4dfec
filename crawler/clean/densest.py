"""The body of a page of unknown layout: the element that holds most of its text and least of its links."""

from __future__ import annotations

from typing import Any

from crawler.clean.attachments import FILES
from crawler.clean.layout import remove
from crawler.clean.places import Places, is_beside

TEXT = 30
"""Characters of an element's own text that make it a paragraph."""
LINKED = 0.5
MOST = 0.6
"""What holds more of the tree than this holds the article: an ASP.NET form stands around it."""
DROPPED = {"nav", "aside", "footer", "form", "select", "button"}
CONTAINERS = {"div", "ul", "ol", "table", "section", "dl", "h4", "h5"}


def densest(page: Any, places: Places) -> Any | None:
    """The element whose paragraphs weigh most; each gives its parents their share."""
    weight: dict[Any, float] = {}
    for element in page.iter("p", "div", "td", "span", "li", "article", "section", "blockquote", "h2"):
        own = len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)
        if element.tag == "p":
            own = max(own, places.size(element) - places.links[element])
        if own < TEXT or element in places.beside or places.linked(element) > LINKED:
            continue
        share = float(own)
        for ancestor in [element, *element.iterancestors()][:6]:
            if ancestor.tag in ("body", "html"):
                break
            weight[ancestor] = weight.get(ancestor, 0.0) + share
            share *= 0.85 if ancestor.tag in ("p", "span", "li", "tr", "tbody", "strong", "em") else 0.6
    if not weight:
        return None
    return max(weight, key=lambda element: weight[element] * (1 - places.linked(element)))


def common(title: Any | None, body: Any, places: Places) -> Any:
    """The smallest element that holds headline and body, where it holds little else; the lead stands there too."""
    if title is None:
        return body
    above = set(title.iterancestors())
    for ancestor in [body, *body.iterancestors()]:
        if ancestor in above:
            small = places.size(ancestor) <= 2 * places.size(body) + 1500
            return ancestor if small and ancestor.tag not in ("body", "html") else body
    return body


def trim(tree: Any, title: Any | None, places: Places) -> None:
    """Take out of the tree what stands above the headline, and the lists of links and forms in it."""
    if title is not None and any(ancestor is tree for ancestor in title.iterancestors()):
        node = title
        while node is not tree:
            for before in list(node.itersiblings(preceding=True)):
                remove(before)
            node = node.getparent()
            if node is not tree:
                node.text = None
    for node in list(tree.iter()):
        if node is tree or node not in places.start or places.size(node) > MOST * places.size(tree):
            continue
        if node.tag in DROPPED or (is_beside(node) and places.linked(node) > 0.2) or _list_of_links(node, places):
            remove(node)


def _list_of_links(node: Any, places: Places) -> bool:
    if node.tag not in CONTAINERS or places.linked(node) <= LINKED or places.size(node) < 20:
        return False
    links = [link.get("href") or "" for link in node.iter("a")]
    return len(links) >= 1 and not any(FILES.search(link) for link in links)
