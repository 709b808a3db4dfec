"""A page whose layout nobody wrote down: where its headline, its stamp and its text stand, by what the genre shares."""

from __future__ import annotations

from typing import Any

from crawler.clean.attachments import file_links
from crawler.clean.densest import common, densest, trim
from crawler.clean.furniture import strip_unseen
from crawler.clean.headline import headline_of
from crawler.clean.layout import Cut, remove
from crawler.clean.places import Places, places_of
from crawler.clean.plain import today
from crawler.clean.posted import is_list, said_stamp, shown_stamp
from crawler.clean.signed import said_author, signature_of

LEAST = 60
"""Characters of a body below which a page of unknown layout is no article."""


def guess(page: Any) -> Cut | None:
    """The article of a page of unknown layout; None where there is too little text for one."""
    said, named = said_stamp(page, today()), said_author(page)
    strip_unseen(page)
    places = places_of(page)
    body = densest(page, places)
    if body is None or places.size(body) < LEAST:
        return None
    element, title = headline_of(page, places, body)
    tree = common(element, body, places)
    if is_list(tree, places):
        return None
    node, stamp = shown_stamp(element, body, places, today())
    signed, author = signature_of(element, body, places)
    links = links_beside(tree, places)
    trim(tree, element, places)
    for gone in (element, node, signed):
        if gone is not None and any(ancestor is tree for ancestor in gone.iterancestors()):
            remove(gone)
    stamp = stamp or said
    written = stamp.text if stamp else None
    return Cut(
        tree=tree,
        layout="none",
        title=title,
        stamp=written,
        form=None,
        author=author or named,
        captions=(),
        links=links,
    )


def links_beside(tree: Any, places: Places) -> tuple[str, ...]:
    """Links to files that stand around the tree, as far as the page around it is the article's still."""
    around = tree
    while (parent := around.getparent()) is not None and places.size(parent) < 1.5 * places.size(tree) + 200:
        around = parent
    return tuple(file_links(around))
