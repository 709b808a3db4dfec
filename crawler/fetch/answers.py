"""What an answer or its absence says: a header, where a redirect leads, the name of what went wrong."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from scrapy.http import Response
from twisted.python.failure import Failure


def header_of(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def target_of(response: Response) -> str | None:
    """Where a redirect leads; None for an answer that is none."""
    said = response.headers.get("Location")
    if not 300 <= response.status < 400 or response.status == 304 or not said:
        return None
    return urljoin(response.url, said.decode("utf-8", "replace").strip())


def reason_of(failure: Failure) -> str:
    """What went wrong, from the name of the error: “timeout”, “connection refused”, “cannot resolve host”."""
    if isinstance(failure.value, OSError) and failure.value.strerror:
        return failure.value.strerror.lower()
    name = type(failure.value).__name__.removeprefix("Download").removesuffix("Error")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
