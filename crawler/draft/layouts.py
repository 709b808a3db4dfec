"""A layout drafted from a portal's pages: what the general reading finds on each is put to the vote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from crawler.clean import NoArticleError, parsed
from crawler.clean.densest import common, densest
from crawler.clean.furniture import strip_unseen
from crawler.clean.headline import headline_of
from crawler.clean.layout import nodes, text_of
from crawler.clean.places import Places, places_of
from crawler.clean.plain import today
from crawler.clean.posted import is_list, shown_stamp
from crawler.draft.spots import spots
from crawler.portals import Layout

ENOUGH = 3
"""Pages that must agree before there is a layout."""
MOST = 5
"""Layouts of one portal."""
SHARE = 0.5
"""The share of the pages with a headline and a stamp that a spot must be right on."""
NEARLY = 0.95
"""The share of the most votes that a plainer spot must have."""
PARAGRAPH = 60
"""Characters of an element's own text that make it a paragraph."""
LEAST = 300
"""Characters of a body that tells where bodies stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One page read without a layout: the elements of headline, stamp and text, and where its paragraphs stand."""

    page: Any
    places: Places
    title: Any
    stamp: Any
    body: Any
    paragraphs: tuple[tuple[int, int], ...]


def draft_layouts(bodies: Iterable[bytes]) -> tuple[Layout, ...]:
    """The layouts of a portal's pages, the commonest first; none where fewer than three pages agree."""
    samples = [sample for body in bodies if (sample := sample_of(body))]
    layouts: list[Layout] = []
    while samples and len(layouts) < MOST:
        makes = Counter(make_of(sample) for sample in samples)
        make, _ = makes.most_common(1)[0]
        alike = [sample for sample in samples if make_of(sample) == make]
        if layout := drafted(alike, f"draft-{len(layouts) + 1}"):
            layouts.append(layout)
        samples = [s for s in samples if make_of(s) != make and not (layout and _right(layout, s))]
    return tuple(layouts)


def make_of(sample: Sample) -> tuple[str, str]:
    """What tells one make of page from another: where its headline and its stamp stand."""
    return next(spots(sample.title), ""), next(spots(sample.stamp), "")


def drafted(samples: Sequence[Sample], name: str) -> Layout | None:
    """The layout most of the pages agree on."""
    if len(samples) < ENOUGH:
        return None
    title, published, article = voted(samples, "title"), voted(samples, "stamp"), voted_tree(samples)
    if not (title and published and article):
        return None
    return Layout(name=name, article=article, title=title, published=published, drop=tuple(beside(samples, article)))


def _right(layout: Layout, sample: Sample) -> bool:
    """True where a layout finds the headline of a page of another make too."""
    hit = next(iter(nodes(sample.page, layout.title)), None)
    return hit is not None and text_of(hit) == text_of(sample.title)


def sample_of(body: bytes) -> Sample | None:
    """What the general reading finds on a page; None for a list, and where headline or stamp has no element."""
    try:
        page, _ = parsed(body)
    except NoArticleError:
        return None
    strip_unseen(page)
    places = places_of(page)
    text = densest(page, places)
    if text is None or places.size(text) < LEAST:
        return None
    title, _ = headline_of(page, places, text)
    stamp, _ = shown_stamp(title, text, places, today())
    tree = common(title, text, places)
    if title is None or stamp is None or is_list(tree, places):
        return None
    paragraphs = paragraphs_of(tree, title, places)
    return Sample(page=page, places=places, title=title, stamp=stamp, body=text, paragraphs=paragraphs)


def voted(samples: Sequence[Sample], part: str) -> str | None:
    """The XPath whose first hit is the element on most pages, and a short one at that."""
    votes: Counter[str] = Counter()
    candidates = Counter(spot for sample in samples for spot in spots(getattr(sample, part)))
    for spot, _ in candidates.most_common(30):
        for sample in samples:
            hit = next(iter(nodes(sample.page, spot)), None)
            votes[spot] += hit is not None and text_of(hit) == text_of(getattr(sample, part))
    return _best(votes, len(samples))


def voted_tree(samples: Sequence[Sample]) -> str | None:
    """The XPath of the smallest element that holds the text on most pages."""
    votes: Counter[str] = Counter()
    around: Counter[str] = Counter()
    for sample in samples:
        for element in [sample.body, *sample.body.iterancestors()][:6]:
            if element.tag not in ("body", "html", "form"):
                around.update(set(spots(element)))
    for spot, _ in around.most_common(40):
        for sample in samples:
            votes[spot] += _holds(next(iter(nodes(sample.page, spot)), None), sample)
    return _best(votes, len(samples))


def beside(samples: Sequence[Sample], article: str) -> list[str]:
    """XPaths of what stands in the article's tree and is none of it: menus, related news, tools."""
    votes: Counter[str] = Counter()
    for sample in samples:
        tree = nodes(sample.page, article)
        for node in tree[0].iter() if tree else ():
            if node in sample.places.beside and node.getparent() not in sample.places.beside:
                votes.update(list(spots(node))[:1])
    return [spot for spot, count in votes.items() if count >= ENOUGH]


def _holds(element: Any, sample: Sample) -> bool:
    """True for an element that holds the paragraphs of the article and little else."""
    places = sample.places
    if element is None or element not in places.start:
        return False
    inside = sum(size for at, size in sample.paragraphs if places.start[element] <= at < places.end[element])
    whole = sum(size for _, size in sample.paragraphs)
    return inside >= 0.95 * whole and places.size(element) <= 1.6 * whole + 500


def paragraphs_of(tree: Any, title: Any, places: Places) -> tuple[tuple[int, int], ...]:
    """Where the paragraphs below the headline stand, and how long each is."""
    found = []
    for node in tree.iter("p", "div", "td", "span", "li", "b", "strong", "i", "em", "font"):
        own = len((node.text or "").strip()) + sum(len((child.tail or "").strip()) for child in node)
        text = own >= PARAGRAPH and node not in places.beside and places.linked(node) < SHARE
        if text and places.start[node] >= places.end[title]:
            found.append((places.start[node], own))
    return tuple(found)


def _best(votes: Counter[str], number: int) -> str | None:
    """The spot with the most votes; a name that has nearly as many is better than a path of steps below one."""
    most = max(votes.values(), default=0)
    if most < max(ENOUGH, SHARE * number):
        return None
    near = [spot for spot, count in votes.items() if count >= NEARLY * most]
    return min(near, key=lambda spot: (spot.count("/"), -votes[spot], len(spot)))
