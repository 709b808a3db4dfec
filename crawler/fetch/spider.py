"""The one spider: asks for what the crawl state says is due, notes what came and where it leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

import scrapy
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider, IgnoreRequest
from scrapy.http import Request, Response
from twisted.python.failure import Failure

from crawler.archive.recording import Writer, warc_date
from crawler.fetch.answers import answer_of, error_of, reason_of, signs_of, target_of
from crawler.fetch.frontier import Frontier
from crawler.fetch.night import Answer, Night, Page, PageKind
from crawler.fetch.reading import Finding, understand
from crawler.fetch.rules import Rules
from crawler.urls import as_written, canonical, tidy

BATCH = 500
"""Pages asked for at a time; the rest waits in the crawl state, so that memory stays flat."""
LOW_WATER = 10
"""Requests under way at which the next batch is fetched from the crawl state."""
NO_LAYOUT = "no layout of the portal is on an article's page"
HOPS = 5
"""Redirects followed for one page."""


class PortalSpider(scrapy.Spider):
    """Fetches one portal; everything it learns goes to the archive and the crawl state, it yields no items."""

    name = "portal"

    def __init__(self, frontier: Frontier, night: Night, archive: Writer, max_pages: int | None) -> None:
        super().__init__()
        self.frontier, self.night, self.archive = frontier, night, archive
        self.portal, self.clock = frontier.portal, frontier.clock
        self.left = max_pages
        self.asked: set[str] = set()
        self.under_way = self.waiting = self.articles = 0
        self.problems: Counter[str] = Counter()
        self.examples: dict[str, str] = {}
        self.skipped: dict[str, str] = {}
        self._rules = Rules()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> PortalSpider:
        spider: PortalSpider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.ask_more, signals.spider_idle)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """robots.txt of every host first: what is asked of a host depends on it."""
        self.frontier.plant()
        schemes = {urlsplit(url).netloc: urlsplit(url).scheme for url in self.portal.start}
        for host in self.portal.hosts:
            yield self._robots_request(f"{schemes.get(host, next(iter(schemes.values())))}://{host}/robots.txt", host)

    def ask_more(self) -> None:
        """When nothing is under way any more, what is due is asked for; the run ends when nothing is."""
        self.under_way = 0
        if self._top_up():
            raise DontCloseSpider

    def _top_up(self) -> bool:
        """Asks for the next batch of what is due, once few requests are left under way."""
        if self.under_way > LOW_WATER:
            return False
        batch = list(islice(self._due(), BATCH if self.left is None else min(BATCH, self.left)))
        for page in batch:
            self.asked.add(page.key)
            self.under_way += 1
            self.crawler.engine.crawl(self._request(page))
        self.waiting = self.night.waiting()
        if self.left is not None:
            self.left -= len(batch)
        return bool(batch)

    def read_robots(self, response: Response, host: str, hops: int) -> Iterator[Request]:
        """200: its rules; a redirect: followed; 4xx: all is allowed; 5xx: this host is left alone tonight."""
        target = target_of(response)
        if target and hops < HOPS and self.portal.owns(target):
            yield self._robots_request(target, host, hops + 1)
        elif refusal := self._rules.learn(host, response.status, response.body):
            self.skip(host, refusal)
        else:
            slot = self.crawler.engine.downloader.slots.get(urlsplit(f"//{host}").hostname or "")
            if slot is not None:
                slot.delay = max(slot.delay, self._rules.delay(host))

    def no_robots(self, failure: Failure) -> None:
        host = failure.request.cb_kwargs["host"]  # type: ignore[attr-defined]
        self.skip(host, f"robots.txt does not come: {reason_of(failure)}")

    def skip(self, host: str, why: str) -> None:
        """This host is left alone tonight, and the report says so."""
        self.skipped.setdefault(host, why)

    def read(self, response: Response, page: Page, hops: int) -> Iterator[Request]:
        """Note what came for a page, and the pages it leads to."""
        if target := target_of(response):
            yield from self._redirected(response, as_written(target), page, hops)
            return
        finding = understand(response, page, self.portal)
        page = replace(page, kind=finding.kind or page.kind)
        if page.kind == PageKind.ARTICLE and finding.laid_out is not None:
            self.articles += 1
            if not finding.laid_out:
                self._problem(NO_LAYOUT, response.url)
        links = self.frontier.pages(finding.links, page)
        error = error_of(response, finding.mask)
        for sign in signs_of(response, error):
            self._problem(sign, response.url)
        self._note(page, response, error, finding, links)
        self._done()

    def unread(self, failure: Failure) -> None:
        """No answer at all; what was only held back (a host given up) stays due as it is."""
        self.under_way -= 1
        if isinstance(failure.value, IgnoreRequest) and "DOWNLOAD_MAXSIZE" not in failure.getErrorMessage():
            return
        request: Request = failure.request  # type: ignore[attr-defined]
        page, place = request.cb_kwargs["page"], request.meta.get("place")
        reason = "too long" if place else reason_of(failure)
        self._problem(reason, request.url)
        self.archive.note(request.url, warc_date(self.clock()), fetched="no", reason=reason)
        self.night.fetched(page, Answer(url=page.url, status=None, error=reason, place=place), self.clock())
        self._done()

    def _due(self) -> Iterator[Page]:
        if set(self.skipped) >= set(self.portal.hosts):
            return
        for page in self.night.due():
            if page.key in self.asked or not self._rules.know(page.url) or urlsplit(page.url).netloc in self.skipped:
                continue
            if self._rules.allow(page.url):
                yield page
            else:
                self.asked.add(page.key)
                answer = Answer(url=page.url, status=None, error="robots.txt forbids it")
                self.night.fetched(page, answer, self.clock())

    def _request(self, page: Page, url: str | None = None, hops: int = 0) -> Request:
        known = {"If-None-Match": page.etag, "If-Modified-Since": page.modified}
        return Request(
            url or page.url,
            headers={name: value for name, value in known.items() if value},
            callback=self.read,
            errback=self.unread,
            cb_kwargs={"page": page, "hops": hops},
            meta={"autothrottle_dont_adjust_delay": self._rules.delay(urlsplit(page.url).netloc) > 0},
            dont_filter=True,
        )

    def _robots_request(self, url: str, host: str, hops: int = 0) -> Request:
        said = {"host": host, "hops": hops}
        return Request(url, self.read_robots, errback=self.no_robots, cb_kwargs={**said}, dont_filter=True)

    def _redirected(self, response: Response, target: str, page: Page, hops: int) -> Iterator[Request]:
        """The same page under another spelling is asked for there; another page is noted as found."""
        key = canonical(target, self.portal)
        links: list[Page] = []
        if key == page.key and hops < HOPS and self.portal.owns(target):
            yield self._request(page, target, hops + 1)
            return
        if key == page.key or page.depth > self.portal.depth + HOPS:
            error = "redirects in a circle"
        elif not self.portal.owns(tidy(target, self.portal)) or not self.frontier.may_become(page, key):
            error = "redirects away"
        else:
            error = "moved"
            links = [self.frontier.moved(page, target, key)]
        if error != "moved":
            self._problem(error, response.url)
        self._note(page, response, error, Finding(), links)
        self._done()

    def _note(self, page: Page, response: Response, error: str | None, finding: Finding, links: Sequence[Page]) -> None:
        answer = answer_of(response, error, finding.region)
        self.night.fetched(page, answer, self.clock(), links, self.frontier.made_due(page, finding.links, links))

    def _done(self) -> None:
        self.under_way -= 1
        self._top_up()

    def _problem(self, sign: str, url: str) -> None:
        self.problems[sign] += 1
        self.examples.setdefault(sign, url)
