"""The headline of a page of unknown layout: the page's own, never the site's name."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from crawler.clean.layout import text_of, xpath
from crawler.clean.places import Places

NAMED = re.compile(r"title|headline|tieu-?de|ten-?bai|heading", re.IGNORECASE)
SITE = re.compile(
    r"^(?:trang (?:chủ|thông tin|tin)|cổng (?:thông tin|ttđt|giao tiếp)|website|home|báo .{0,30}(?:điện tử|online)|"
    r"chi tiết (?:tin|bài)|"
    r"tin tức(?: sự kiện)?|cộng hòa|untitled|đảng bộ .{0,40}|ủy ban nhân dân .{0,40})",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s+[|»–—-]\s+|\s*\|\s*")
META = (
    "//meta[@property='og:title' or @name='og:title' or @name='twitter:title' or @itemprop='headline']/@content",
    "//title",
)
CANDIDATES = (
    "//h1 | //h2 | //h3 | //*[@itemprop='headline'] | "
    "//*[@class or @id][self::div or self::p or self::span or self::td or self::strong or self::a]"
)
WORDS = (3, 60)
FAR = 600
"""Characters between a headline and its body: a lead and a stamp, not a menu."""


def said_titles(page: Any) -> list[str]:
    """What the head of the page says the title is, the site's name taken off: “Hội nghị giao ban - Báo Nam Sơn”."""
    titles = []
    for expression in META:
        for node in xpath(expression)(page):
            whole = text_of(node)
            pieces = [whole, *PARTS.split(whole)]
            titles += [piece for piece in pieces if len(piece.split()) >= WORDS[0] and not SITE.match(piece)]
    return list(dict.fromkeys(titles))


def headline_of(page: Any, places: Places, body: Any) -> tuple[Any | None, str | None]:
    """The element of the headline and its text; the element is None where only the page's head names it."""
    said = [squeezed(title) for title in said_titles(page)]
    classes = Counter(node.get("class") for node in places.start if node.get("class"))
    best, best_score = None, 0.0
    for node in xpath(CANDIDATES)(page):
        if node not in places.start or places.start[node] > places.end[body]:
            continue
        score = _score(node, places, body, said, classes)
        if score > best_score:
            best, best_score = node, score
    if best is not None and best_score >= 3:
        return best, text_of(best)
    titles = said_titles(page)
    return None, titles[0] if titles else None


def squeezed(text: str) -> str:
    return " ".join(text.lower().split())


def _score(node: Any, places: Places, body: Any, said: list[str], classes: Counter[str | None]) -> float:
    if not 10 <= places.size(node) <= 400:
        return 0
    text = text_of(node)
    if not WORDS[0] <= len(text.split()) <= WORDS[1] or SITE.match(text):
        return 0
    agrees = squeezed(text) in said
    named = NAMED.search(f"{node.get('class') or ''} {node.get('id') or ''} {node.get('itemprop') or ''}") is not None
    rank = {"h1": 4.0, "h2": 2.0, "h3": 1.0}.get(node.tag, 0.0)
    if not agrees and not named and not rank:
        return 0
    if node in places.beside and not agrees:
        return 0
    gap = places.start[body] - places.end[node]
    if gap > FAR and not agrees:
        return 0
    near = max(-1.0, 2.0 - gap / 100) if gap >= 0 else 1.5
    long = min(len(text.split()), 10) / 5
    many = 2.0 if classes[node.get("class")] > 2 and not agrees else 0.0
    linked = 2.0 if places.linked(node) > 0.5 and not agrees else 0.0
    inside = 4.0 if places.start[node] > places.start[body] + 200 else 0.0
    return rank + (5.0 if agrees else 0) + (3.0 if named else 0) + near + long - many - linked - inside
