"""The one spider: what a portal's TOML says, fetched politely, nothing twice."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import scrapy
from lxml import etree
from protego import Protego
from scrapy.http import Request, Response, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler.archive import Writer
from crawler.layout import page_tree, which_layout
from crawler.portals import Portal
from crawler.state import Page, PageKind, State
from crawler.urls import canonical, tidy

_LOC = re.compile(rb"<loc>\s*(?:<!\[CDATA\[)?\s*(.*?)\s*(?:\]\]>)?\s*</loc>", re.DOTALL)
ROBOTS = "tinhuy"
"""The name robots.txt may address us by."""


class PortalSpider(scrapy.Spider):
    """Fetches one portal; what it reads goes to the archive and the crawl state, it yields no items."""

    name = "portal"

    def __init__(self, portal: Portal, state: State, archive: Writer, now: datetime, max_pages: int | None) -> None:
        super().__init__()
        self.portal, self.state, self.archive, self.now = portal, state, archive, now
        self.left = max_pages if max_pages is not None else 10_000_000
        self.archived = self.lists = 0
        self.counts: Counter[str] = Counter()
        self.skipped_hosts: dict[str, str] = {}
        self.unmatched: list[str] = []
        self._asked: set[str] = set()
        self._robots: dict[str, Protego] = {}

    async def start(self) -> AsyncIterator[Any]:
        """robots.txt of every host first; what follows depends on its answer."""
        scheme = urlsplit(self.portal.start[0]).scheme
        for host in self.portal.hosts:
            yield Request(
                f"{scheme}://{host}/robots.txt",
                callback=self.read_robots,
                errback=self.no_robots,
                cb_kwargs={"host": host},
                meta={"handle_httpstatus_all": True, "max_retry_times": 1},
                priority=100,
            )

    def may_fetch(self, url: str) -> bool:
        host = urlsplit(url).netloc
        if urlsplit(url).path == "/robots.txt":
            return True
        rules = self._robots.get(host)
        return host not in self.skipped_hosts and rules is not None and rules.can_fetch(url, ROBOTS)

    def read_robots(self, response: Response, host: str) -> Iterator[Request]:
        """200: its rules; 4xx: all is allowed; 5xx: this host is left alone tonight."""
        if response.status >= 500:
            self.skipped_hosts[host] = f"robots.txt answers {response.status}"
            return
        rules = response.body.decode("utf-8", "replace") if response.status == 200 else ""
        self._robots[host] = Protego.parse(rules)
        yield from self.first_requests(host)

    def no_robots(self, failure: Failure) -> None:
        request: Request = failure.request  # type: ignore[attr-defined]
        self.skipped_hosts[request.cb_kwargs["host"]] = f"robots.txt does not answer: {failure.getErrorMessage()}"

    def first_requests(self, host: str) -> Iterator[Request]:
        """Start pages, sitemaps and feeds, then all that is due, on one host."""
        roots = [(url, PageKind.LIST) for url in (*self.portal.start, *self.portal.sitemaps, *self.portal.feeds)]
        pages = [Page(key=canonical(url, self.portal), url=url, kind=kind, depth=0) for url, kind in roots]
        self.state.found(self.portal.id, pages, self.now)
        for page in self.state.due(self.portal.id, self.now):
            if urlsplit(page.url).netloc == host:
                yield from self.request(page)

    def request(self, page: Page) -> Iterator[Request]:
        if page.key in self._asked or self.left <= 0:
            return
        self._asked.add(page.key)
        self.left -= 1
        headers = {}
        if page.etag:
            headers["If-None-Match"] = page.etag
        if page.last_modified:
            headers["If-Modified-Since"] = page.last_modified
        yield Request(
            page.url,
            headers=headers,
            callback=self.read_page,
            errback=self.no_page,
            cb_kwargs={"page": page},
            meta={"handle_httpstatus_list": [304]},
            priority={PageKind.LIST: 10, PageKind.ARTICLE: 5}.get(page.kind, 0) - page.depth,
            dont_filter=True,
        )

    def read_page(self, response: Response, page: Page) -> Iterator[Request]:
        """Notes what came, then asks for the new links that stand on it."""
        if response.status == 304:
            self.counts["unchanged"] += 1
            self.state.unchanged(self.portal.id, page, self.now)
            return
        kind, links = self.understand(response, page)
        self.counts["same" if page.digest == response.meta.get("digest") else kind] += 1
        found = [link for link in links if link.key != page.key]
        seen = replace(
            page, kind=kind, etag=_header(response, "ETag"), last_modified=_header(response, "Last-Modified"),
            digest=response.meta.get("digest"), captured=response.meta.get("captured"),
        )  # fmt: skip
        if response.meta.get("truncated"):
            self.counts["truncated"] += 1
            seen = replace(seen, etag=None, last_modified=None)
        self.state.fetched(self.portal.id, seen, response.status, self.now, found)
        for link in found:
            if link.key not in self._asked and self.state.is_new(self.portal.id, link.key):
                yield from self.request(link)

    def no_page(self, failure: Failure) -> None:
        request: Request = failure.request  # type: ignore[attr-defined]
        status = failure.value.response.status if failure.check(HttpError) else None  # type: ignore[attr-defined]
        self.counts["gone" if status in (404, 410) else "failed"] += 1
        self.state.failed(self.portal.id, request.cb_kwargs["page"], status, self.now)

    def understand(self, response: Response, page: Page) -> tuple[PageKind, list[Page]]:
        """What a response is, and the pages it links to."""
        if self.portal.is_attachment(response.url) or not isinstance(response, TextResponse):
            is_map = response.url.endswith(".xml.gz")
            kind = PageKind.LIST if is_map else PageKind.ATTACHMENT
            return kind, list(self.pages(_locations(response.body), page.depth)) if is_map else []
        start = response.body[:300].lstrip().lower()
        if start.startswith(b"<?xml") and b"<html" not in start or page.url in (*self.portal.sitemaps, *self.portal.feeds):
            return PageKind.LIST, list(self.pages(_locations(response.body), page.depth))
        tree = page_tree(response.body, response.encoding)
        if tree is None:
            return PageKind.LIST, []
        is_article = self.portal.is_article(page.key) and which_layout(tree, self.portal) is not None
        if not is_article and self.portal.is_article(page.key) and not self.portal.is_list(page.key):
            self.unmatched.append(page.url)
        base = (tree.xpath("string(//base/@href)") or response.url) if response.url else page.url
        links = []
        for href in tree.xpath("//a/@href | //area/@href | //link[@rel='next']/@href"):
            with suppress(ValueError):
                links.append(response.urljoin(str(href)) if base == response.url else etree_join(base, str(href)))
        return (PageKind.ARTICLE if is_article else PageKind.LIST), list(self.pages(links, page.depth))

    def pages(self, links: list[str], depth: int) -> Iterator[Page]:
        """The links that are the portal's business, one a page."""
        seen = set()
        for link in links:
            if not link.startswith(("http://", "https://")):
                continue
            try:
                url, key = tidy(link, self.portal), canonical(link, self.portal)
            except ValueError:
                continue
            if key in seen or not self.portal.owns(url):
                continue
            seen.add(key)
            if self.portal.is_attachment(url):
                yield Page(key=key, url=url, kind=PageKind.ATTACHMENT, depth=depth + 1)
            elif self.portal.is_article(key):
                yield Page(key=key, url=url, kind=PageKind.FOUND, depth=depth + 1)
            elif self.portal.is_list(key) and depth < self.portal.depth and self.lists < self.portal.list_pages:
                self.lists += 1
                yield Page(key=key, url=url, kind=PageKind.LIST, depth=depth + 1)


def etree_join(base: str, href: str) -> str:
    from urllib.parse import urljoin

    return urljoin(base, href)


def _locations(body: bytes) -> list[str]:
    """The URLs of a sitemap, a sitemap index, RSS or Atom, gzipped or not."""
    if body[:2] == b"\x1f\x8b":
        body = gzip.decompress(body)
    root = etree.fromstring(body, etree.XMLParser(recover=True, resolve_entities=False, huge_tree=False))
    if root is None:
        return [url.decode("utf-8", "replace") for url in _LOC.findall(body)]
    found = root.xpath("//*[local-name()='loc' or local-name()='link']/text() | //*[local-name()='link']/@href")
    return [str(url).strip() for url in found]


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
