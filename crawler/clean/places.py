"""Where the elements of a page stand in its text: what is near the headline, what lies in menus and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

BESIDE = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|footer|sidebar|side-?bar|aside|breadcrumb|banner|header-?top|top-?bar|clock|marquee|ticker|"
    r"widget|comment|binh-?luan|related|lien-?quan|tin-?khac|tinkhac|tin-?lien|other|cung-?chuyen|most|hot-?news|share|"
    r"social|popup|modal|login|search|weblink|lienket|thongke|truycap|quang-?cao|advert\w*|rating|tags?)(?:[\s_-]|$|\d)",
    re.IGNORECASE,
)
"""Classes and ids of what stands beside an article."""
OUTSIDE = {"nav", "aside", "footer", "select", "button"}


@dataclass(slots=True)
class Places:
    """Offsets of every element in the running text of the page, and how much of each is links."""

    start: dict[Any, int] = field(default_factory=dict)
    end: dict[Any, int] = field(default_factory=dict)
    links: dict[Any, int] = field(default_factory=dict)
    beside: set[Any] = field(default_factory=set)

    def size(self, element: Any) -> int:
        return self.end[element] - self.start[element]

    def linked(self, element: Any) -> float:
        """The share of an element's text that is links: 0.9 in a list of related news."""
        return self.links[element] / max(1, self.size(element))


def places_of(page: Any) -> Places:
    """One pass over the page."""
    places = Places()
    _measure(page, 0, False, False, places)
    return places


def _measure(element: Any, offset: int, linked: bool, beside: bool, places: Places) -> tuple[int, int]:
    places.start[element] = offset
    linked = linked or element.tag == "a"
    beside = beside or element.tag in OUTSIDE or is_beside(element)
    if beside:
        places.beside.add(element)
    length = len((element.text or "").strip())
    offset += length
    links = length if linked else 0
    for child in element:
        offset, more = _measure(child, offset, linked, beside, places)
        length = len((child.tail or "").strip())
        offset += length
        links += more + (length if linked else 0)
    places.end[element] = offset
    places.links[element] = links
    return offset, links


def is_beside(element: Any) -> bool:
    """True for a menu, a sidebar, a comment form, by its class or id."""
    if element.tag in ("html", "body", "form"):
        return False
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(named.strip()) and BESIDE.search(named) is not None
