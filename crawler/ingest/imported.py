"""Stamps that a bulk import set: where a fifth of a portal's pages were “posted” within minutes, they say so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from crawler.article import Article

FLAG = "imported_stamp"
SHARE = 0.2
LEAST = 10
"""Fewer pages within minutes are a busy morning."""
MINUTES = 10
CLOCK = re.compile(r"(?<![\d/.-])(\d{1,2})\s*(?::|h|giờ)\s*(\d{2})(?!\d)")


def flag_imported(articles: Sequence[Article]) -> list[Article]:
    """The articles of one batch, those with an imported stamp flagged: “thứ năm, 08 08 2019 08:51”, a hundred times."""
    moments: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    sizes: dict[str, int] = defaultdict(int)
    for at, article in enumerate(articles):
        sizes[article.portal] += 1
        if (minute := minute_of(article)) is not None:
            moments[article.portal].append((article.published or "", minute, at))
    imported: set[int] = set()
    for portal, stamped in moments.items():
        stamped.sort()
        for first, (day, minute, _) in enumerate(stamped):
            together = [at for d, m, at in stamped[first : first + len(stamped)] if d == day and m <= minute + MINUTES]
            if len(together) >= max(LEAST, SHARE * sizes[portal]):
                imported.update(together)
    return [
        replace(article, flags=(*article.flags, FLAG)) if at in imported else article
        for at, article in enumerate(articles)
    ]


def minute_of(article: Article) -> int | None:
    """The minute of the day that a stamp says: “08:51” is 531; None where it says a day only."""
    clock = CLOCK.search(article.published_text or "")
    return int(clock[1]) * 60 + int(clock[2]) if clock else None
