"""What an answer or its absence says: where a redirect leads, what is wrong with it, what is kept of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.fetch.night import Answer


def header_of(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def target_of(response: Response) -> str | None:
    """Where a redirect leads; None for an answer that is none."""
    said = response.headers.get("Location")
    if not 300 <= response.status < 400 or response.status == 304 or not said:
        return None
    return urljoin(response.url, said.decode("utf-8", "replace").strip())


def error_of(response: Response, mask: str | None) -> str | None:
    """Why what came is not the page: the line broke off, or it only looks like one; what is too long is kept."""
    errors = {"disconnect": "cut", "length": None}
    return errors.get(response.meta["truncated"], mask)


def signs_of(response: Response, error: str | None) -> Iterator[str]:
    """What the report counts of an answer: “too long”, its error, “status 503”; that a page is gone is no sign."""
    if response.meta["truncated"] == "length":
        yield "too long"
    if error:
        yield error
    elif response.status >= 400 and response.status not in (404, 410):
        yield f"status {response.status}"


def answer_of(response: Response, error: str | None, region: str | None) -> Answer:
    """What the crawl state keeps; `region` is the digest of the part that is the article's, the whole where none is."""
    return Answer(
        url=response.url,
        status=response.status,
        error=error,
        etag=header_of(response, "ETag"),
        modified=header_of(response, "Last-Modified"),
        digest=response.meta["digest"],
        region=region or response.meta["digest"],
        place=response.meta["place"],
    )


def reason_of(failure: Failure) -> str:
    """What went wrong, from the name of the error: “timeout”, “connection refused”, “cannot resolve host”."""
    if isinstance(failure.value, OSError) and failure.value.strerror:
        return failure.value.strerror.lower()
    name = type(failure.value).__name__.removeprefix("Download").removesuffix("Error")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
