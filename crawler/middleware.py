"""Two downloader middlewares: one keeps the crawl inside its bounds, one archives what comes over the wire."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from zoneinfo import ZoneInfo

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, StopDownload
from scrapy.http import Request, Response

from crawler.archive import Exchange

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MAX_BYTES = 50 * 1024 * 1024
"""A body is cut here and archived as truncated."""

MAX_WAIT = 300.0
"""A portal that asks for more patience than this many seconds is asked again the next night."""


class Bounds:
    """Refuses what is not the portal's own and what its robots.txt forbids, redirects included."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Bounds:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        spider: Any = self._crawler.spider
        if not spider.portal.owns(request.url):
            raise IgnoreRequest(f"not a host of {spider.portal.id}: {request.url}")
        if not spider.may_fetch(request.url):
            raise IgnoreRequest(f"robots.txt forbids {request.url}")


class Archive:
    """The last to see a request and the first to see its response: robots.txt, redirects and 304 pass here too."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._received: dict[Request, int] = {}
        crawler.signals.connect(self._count, signals.bytes_received)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Archive:
        return cls(crawler)

    def _count(self, data: bytes, request: Request) -> None:
        self._received[request] = self._received.get(request, 0) + len(data)
        if self._received[request] > MAX_BYTES:
            raise StopDownload(fail=False)

    async def process_response(self, request: Request, response: Response) -> Response:
        spider: Any = self._crawler.spider
        self._received.pop(request, None)
        captured = datetime.now(HANOI).isoformat(timespec="microseconds")
        digest = spider.archive.write(
            Exchange(
                url=request.url,
                captured=captured,
                method=request.method,
                request_headers=_headers(request),
                status=response.status,
                headers=_headers(response),
                body=response.body,
                truncated=_truncated(response),
            )
        )
        spider.archived += 1
        request.meta.update(captured=captured, digest=digest, truncated=_truncated(response))
        if response.status in (429, 503) and (wait := _retry_after(response)):
            await asyncio.sleep(wait)
        return response


def _headers(message: Request | Response) -> list[tuple[str, str]]:
    return [(k.decode("latin-1"), v.decode("latin-1")) for k, values in message.headers.items() for v in values]


def _truncated(response: Response) -> str | None:
    if "download_stopped" in response.flags:
        return "length"
    return "disconnect" if "dataloss" in response.flags else None


def _retry_after(response: Response) -> float:
    """Seconds the portal asks us to wait, 0 when it does not say or asks for too much."""
    said = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    seconds = 0.0
    if said.isdigit():
        seconds = float(said)
    elif said:
        with suppress(ValueError, TypeError):
            seconds = (parsedate_to_datetime(said) - datetime.now(HANOI)).total_seconds()
    return seconds if 0 < seconds <= MAX_WAIT else 0.0
