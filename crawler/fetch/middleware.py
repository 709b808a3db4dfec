"""Downloader middlewares: `Archive` keeps every answer as it came over the wire, `Patience` waits and asks again."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, StopDownload
from scrapy.http import Request, Response

from crawler.archive.recording import Exchange, warc_date
from crawler.fetch.settings import LARGEST

TRIES = 3
"""How often a page is asked for in one night."""
LONGEST_WAIT = 120.0
"""A portal that asks for more patience than this many seconds is asked again the next night."""
LAST_STRAW = 15
"""So many answers in a row that are none, and the host is left alone tonight."""


class Archive:
    """Close to the wire: robots.txt, redirects, errors and 304 pass here too, before anything reads them."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._received: Counter[Request] = Counter()
        crawler.signals.connect(self._count, signals.bytes_received)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Archive:
        return cls(crawler)

    def _count(self, data: bytes, request: Request) -> None:
        self._received[request] += len(data)
        if self._received[request] > LARGEST:
            raise StopDownload(fail=False)

    def process_exception(self, request: Request, exception: Exception) -> None:  # noqa: ARG002 - Scrapy's signature
        self._received.pop(request, None)

    def process_response(self, request: Request, response: Response) -> Response:
        spider: Any = self._crawler.spider
        self._received.pop(request, None)
        truncated = truncation(response)
        digest, place = spider.archive.write(
            Exchange(
                url=request.url,
                date=warc_date(spider.clock()),
                method=request.method,
                request_headers=_headers(request),
                status=response.status,
                headers=_headers(response),
                body=response.body,
                truncated=truncated,
                ip=str(response.ip_address) if response.ip_address else None,
            )
        )
        request.meta.update(digest=digest, place=place, truncated=truncated, download_maxsize=LARGEST)
        if truncated == "length":  # its beginning is no page
            response = response.replace(body=b"")
            response.headers.pop("Content-Encoding", None)
        return response


class Patience:
    """Waits as long as a portal asks (429, 503 with Retry-After), asks again after an error, gives up in the end."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._pause = crawler.settings.getfloat("TINHUY_PAUSE")
        self._until: dict[str, float] = {}
        self._failures: Counter[str] = Counter()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Patience:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        host = urlsplit(request.url).netloc
        while (wait := self._until.get(host, 0.0) - time.monotonic()) > 0:
            await asyncio.sleep(wait)
        if host in self._spider.skipped:
            raise IgnoreRequest("skipped")

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        if response.status != 429 and response.status < 500:
            self._failures.pop(urlsplit(request.url).netloc, None)
            return response
        return await self._again(request, retry_after(response)) or response

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:
        return None if isinstance(exception, IgnoreRequest) else await self._again(request, 0.0)

    async def _again(self, request: Request, asked: float) -> Request | None:
        """The request once more after a pause; None when it has been tried enough."""
        host, tries = urlsplit(request.url).netloc, request.meta.get("tries", 1)
        self._failures[host] += 1
        if asked > LONGEST_WAIT:
            self._spider.skip(host, f"asks for {asked:.0f} s of patience")
        elif self._failures[host] >= LAST_STRAW:
            self._spider.skip(host, "does not answer any more")
        if tries >= TRIES or host in self._spider.skipped:
            return None
        if asked:  # for the whole host
            self._until[host] = max(self._until.get(host, 0.0), time.monotonic() + asked)
        else:
            await asyncio.sleep(self._pause * 2 ** (tries - 1))
        again: Request = request.replace(dont_filter=True, priority=request.priority - 1)
        again.meta["tries"] = tries + 1
        again.meta.pop("download_maxsize", None)
        return again

    @property
    def _spider(self) -> Any:
        return self._crawler.spider


def truncation(response: Response) -> str | None:
    """Why a body is not whole, in the words of WARC-Truncated."""
    if "download_stopped" in response.flags:
        return "length"
    return "disconnect" if "dataloss" in response.flags else None


def retry_after(response: Response) -> float:
    """The seconds a portal asks us to wait, from “Retry-After: 120” or a date; 0 when it does not say."""
    said = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if said.isdigit():
        return float(said)
    with suppress(ValueError, TypeError):
        return max(0.0, (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds())
    return 0.0


def _headers(message: Request | Response) -> tuple[tuple[str, str], ...]:
    pairs = ((k.decode("latin-1"), v.decode("latin-1")) for k, values in message.headers.items() for v in values)
    return tuple((k, v) for k, v in pairs if k.lower() != "transfer-encoding")
