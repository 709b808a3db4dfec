"""Where an element stands, said so that the same place is found on the other pages of its portal: as XPath."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

ONE_PAGE = re.compile(r"\d{3,}|[0-9a-f]{8}|_\d+$", re.IGNORECASE)
"""Names that a machine made for one page: “ctl00_m_g_a0d9251c”, “post-1204”."""


def spots(element: Any) -> Iterator[str]:
    """XPaths of an element, the most telling first: by its id, by each class, by its place below one that has either.

    `<td class="Time">` is "//td[contains(concat(' ', normalize-space(@class), ' '), ' Time ')]".
    """
    yield from named(element)
    path = ""
    node = element
    for _ in range(3):
        path = f"/{node.tag}{_place(node)}{path}"
        node = node.getparent()
        if node is None or node.tag in ("body", "html"):
            return
        for spot in named(node):
            yield spot + path


def named(element: Any) -> Iterator[str]:
    """XPaths by what an element is called."""
    name = element.get("id")
    if name and not ONE_PAGE.search(name) and "'" not in name:
        yield f"//{element.tag}[@id='{name}']"
    for role in ("itemprop",):
        if value := element.get(role):
            yield f"//{element.tag}[@{role}='{value}']"
    for token in (element.get("class") or "").split():
        if not ONE_PAGE.search(token) and "'" not in token:
            yield f"//{element.tag}[contains(concat(' ', normalize-space(@class), ' '), ' {token} ')]"


def _place(node: Any) -> str:
    """“[2]” where elements of the same kind stand before this one."""
    before = sum(1 for other in node.itersiblings(preceding=True) if other.tag == node.tag)
    return f"[{before + 1}]" if before or node.getnext() is not None else ""
