"""Which links of a page are the portal's business, and which pages are worth asking for tonight."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from crawler.fetch.links import Link
from crawler.fetch.night import Night, Page, PageKind
from crawler.portals import Portal
from crawler.urls import canonical, shape, tidy

LATER_PAGE = re.compile(
    r"[/?&_.-](?:pages?|paged|pageindex|pagenumber|currentpage|trang|p|start|offset)[/=_-]?(\d+)", re.IGNORECASE
)
"""“…/page/3”, “…?trang=12”, “…/trang-2.html”: a later page of a list."""


class Frontier:
    """Sorts links into lists, articles and attachments of one portal, within its depth and its budget."""

    def __init__(self, portal: Portal, night: Night, clock: Callable[[], datetime], since: datetime | None) -> None:
        self.portal, self.clock = portal, clock
        self._night, self._since = night, since
        self._shapes = Counter(shape(key) for key in night.lists())
        self._roots = {canonical(url, portal): url for url in (*portal.start, *portal.sitemaps, *portal.feeds)}
        self.crowded: dict[str, str] = {}

    def plant(self) -> None:
        """The start pages, sitemaps and feeds are due every night."""
        roots = [Page(key=key, url=url, kind=PageKind.LIST) for key, url in self._roots.items()]
        self._night.plant(roots, self.clock())

    def kind_of(self, url: str, key: str) -> PageKind | None:
        """What the portal's TOML makes of a URL; None for what is not its business."""
        if not url.startswith("http") or not self.portal.owns(url):
            return None
        if key in self._roots:
            return PageKind.LIST
        if self.portal.is_attachment(urlsplit(url).path):
            return PageKind.ATTACHMENT
        if self.portal.is_article(key):  # perhaps a list as well: its layout will tell
            return PageKind.ARTICLE
        return PageKind.LIST if self.portal.is_list(key) else None

    def pages(self, links: Iterable[Link], page: Page) -> list[Page]:
        """The pages behind the links of a page, each once, those beyond depth or budget left out."""
        found: dict[str, Page] = {}
        for link in links:
            if self._since and link.changed and link.changed < self._since:
                continue
            try:
                url, key = tidy(link.url, self.portal), canonical(link.url, self.portal)
            except ValueError:
                continue
            kind = PageKind.LIST if link.is_map and self.portal.owns(url) else self.kind_of(url, key)
            if kind is None or key in found or key == page.key:
                continue
            child = self._placed(Page(key=key, url=url, kind=kind), page)
            if self._fits(child):
                found[key] = child
        return list(found.values())

    def made_due(self, page: Page, links: Iterable[Link], pages: Sequence[Page]) -> list[str]:
        """Known pages that a page with news on it makes due: later pages of a list, what a sitemap calls changed."""
        if page.kind != PageKind.LIST:
            return []
        changed = {canonical(link.url, self.portal): link.changed for link in links if link.changed}
        known = {child.key: self._night.page(child.key) for child in pages}
        fresh = any(known[child.key] is None for child in pages if child.kind == PageKind.ARTICLE)
        due = [child.key for child in pages if fresh and child.step > 0]
        for key, when in changed.items():
            before = known.get(key)
            if before and before.seen and datetime.fromisoformat(before.seen) < when:
                due.append(key)
        return due

    def may_become(self, page: Page, key: str) -> bool:
        """True when a redirect leads to a page of the same sort: an article that leads to the front page is gone."""
        kind = self.kind_of(key, key)
        return kind is not None and (page.kind != PageKind.ARTICLE or kind != PageKind.LIST)

    def moved(self, page: Page, target: str, key: str) -> Page:
        """The page a redirect leads to, one link deeper, so that a chain of them ends."""
        kind = self.kind_of(key, key) or page.kind
        return Page(key=key, url=tidy(target, self.portal), kind=kind, depth=page.depth + 1)

    def _placed(self, child: Page, page: Page) -> Page:
        if child.kind != PageKind.LIST:
            return replace(child, depth=page.depth + 1)
        number = LATER_PAGE.search(child.key)
        if number and int(number[1]) > 1:
            return replace(child, depth=page.depth, step=int(number[1]) - 1)
        if page.kind == PageKind.LIST and shape(child.key) == shape(page.key):
            return replace(child, depth=page.depth, step=page.step + 1)
        return replace(child, depth=page.depth + 1)

    def _fits(self, child: Page) -> bool:
        if child.kind == PageKind.ATTACHMENT:
            return True
        if child.kind == PageKind.ARTICLE:
            return child.depth <= self.portal.depth + 1
        if child.depth > self.portal.depth:
            return False
        form = shape(child.key)
        if self._shapes[form] >= self.portal.list_pages:
            if self._night.page(child.key) is None:
                self.crowded.setdefault(form, child.url)
            return False
        if self._night.page(child.key) is None:
            self._shapes[form] += 1
        return True
