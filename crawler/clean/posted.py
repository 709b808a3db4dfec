"""The stamp of a page of unknown layout: beside the headline or under the body, never the banner's clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from crawler.clean.furniture import EARLY, closes
from crawler.clean.layout import text_of, xpath
from crawler.clean.places import Places
from crawler.clean.stamp import Stamp, read_stamp, stamp_line

META = (
    "//meta[@property='article:published_time' or @name='article:published_time' or @name='pubdate']/@content",
    "//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content",
)
LINKED_DATA = "//script[contains(@type, 'ld+json')]"
DATED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
NAMED = re.compile(r"date|time|ngay|publish|posted|meta|info|thoi-?gian", re.IGNORECASE)
NEAR = 300
"""Characters of text between a stamp and the headline or the body."""

SHORTEST, LONGEST = 8, 110
"""Characters of a stamp with its label and its counter of readers."""
YEAR = re.compile(r"(?:19|20)\d\d")
MANY = 3
"""So many stamps, a page of news is a list of them."""


def said_stamp(page: Any, today: date) -> Stamp | None:
    """The date of posting that the head of the page says in a form for machines."""
    texts = [node for expression in META for node in xpath(expression)(page)]
    texts += [found for node in xpath(LINKED_DATA)(page) for found in DATED.findall(node.text or "")]
    stamps = (read_stamp(str(text), today=today) for text in texts)
    return next((stamp for stamp in stamps if stamp), None)


def shown_stamp(title: Any | None, body: Any, places: Places, today: date) -> tuple[Any | None, Stamp | None]:
    """The stamp a reader sees, the nearest to the headline or just below the body, and its element if it has one."""
    best: tuple[float, Any, Stamp] | None = None
    for node in places.start:
        if node.tag in ("a", "html", "option", "select"):
            continue
        for owner, text, at in _pieces(node, places):
            stamp = stamp_line(text, today=today) if YEAR.search(text) else None
            if stamp is None or _in_list(node):
                continue
            distance = _distance(node, at, stamp, (title, body), places)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, owner, stamp)
    return (best[1], best[2]) if best else (None, None)


def _pieces(node: Any, places: Places) -> Iterator[tuple[Any | None, str, int]]:
    """An element of a stamp's size whole; of a larger one the text that stands in it between other elements."""
    size = places.size(node)
    if size <= LONGEST:
        if size >= SHORTEST and all(places.size(child) != size for child in node if child in places.start):
            said = node.get("datetime") if node.tag == "time" else None
            yield node, said if said and not YEAR.search(text_of(node)) else text_of(node), places.start[node]
        return
    for text, at in ((node.text, places.start[node]), *((c.tail, places.end.get(c, 0)) for c in node)):
        if text and SHORTEST <= len(text.strip()) <= LONGEST:
            yield None, text_of(text), at


def is_list(tree: Any, places: Places) -> bool:
    """True for a tree with several stamps outside lists of related news: the page lists articles and is none."""
    stamps = 0
    for node in tree.iter("span", "time", "i", "em", "small", "p", "div", "td", "b", "strong", "h2", "h3", "h4", "h5"):
        if node in places.beside or not 8 <= places.size(node) <= 60 or len(node) > 1:
            continue
        text = text_of(node)
        if closes(text) and places.start[node] - places.start[tree] >= EARLY:
            return False
        stamps += stamp_line(text) is not None
        if stamps >= MANY:
            return True
    return False


def _distance(node: Any, at: int, stamp: Stamp, around: tuple[Any | None, Any], places: Places) -> float | None:
    """How far a stamp stands from the headline; None where it is too far, or a bare date without a name."""
    title, body = around
    named = NAMED.search(
        " ".join(str(e.get("class") or e.get("id") or "") for e in (node, node.getparent()) if e is not None)
    )
    end = at + len(stamp.text)
    head, tail = (places.start[title], places.end[title]) if title is not None else (places.start[body],) * 2
    if node in places.beside and not (tail <= at <= places.start[body] + 1):
        return None
    if at >= tail:
        gap = float(at - tail)
        if gap > NEAR and not (0 <= at - places.end[body] < NEAR) and at > places.start[body] + NEAR:
            return None
    else:
        gap = 1.5 * (head - end)
        if gap > NEAR / 2 or not (stamp.sure or named):
            return None
    if at > places.start[body] + NEAR and not (stamp.sure or named):
        return None
    return gap + (0 if stamp.sure else 100) + (0 if named else 50)


def _in_list(node: Any) -> bool:
    """True in an item of a list: a date beside a title of related news."""
    for ancestor in [node, *node.iterancestors()][:4]:
        if ancestor.tag == "li":
            return ancestor.find(".//a") is not None
    return False
