"""The author of a page of unknown layout, where an element is named for him: `<span class="byline">Thảo Vy</span>`."""

from __future__ import annotations

import re
from typing import Any

from trafilatura.metadata import examine_meta, extract_meta_json

from crawler.clean.byline import credit
from crawler.clean.layout import text_of
from crawler.clean.places import Places

NAMED = re.compile(r"author|byline|created-?by|by-line|tac-?gia|nguoi-?viet|butdanh|but-danh|nguon", re.IGNORECASE)
NEAR = 400


def signature_of(title: Any | None, body: Any, places: Places) -> tuple[Any | None, str | None]:
    """The element named for the author, near the headline or the end of the body, and the names in it."""
    first = places.start[body] if title is None else min(places.start[title], places.start[body])
    for node in places.start:
        named = f"{node.get('class') or ''} {node.get('itemprop') or ''} {node.get('rel') or ''}"
        if not NAMED.search(named) or not 3 <= places.size(node) <= 120:
            continue
        if not first - 50 <= places.start[node] <= places.end[body] + NEAR:
            continue
        if names := credit(text_of(node), labelled=False):
            return node, "; ".join(names)
    return None, None


def said_author(page: Any) -> str | None:
    """The author that the head of the page names for machines, in JSON-LD or a meta element; an office is none."""
    said = extract_meta_json(page, examine_meta(page)).author
    return "; ".join(credit(said, labelled=False) or ()) or None if said else None
