"""Writing the WARC archive: every answer as it came, whole and flushed before anything reads it.

A run writes one new `<time>-<portal>.warc.gz`; its records can be read by any WARC tool. A payload that the
archive holds already becomes a revisit record, a 304 one of the profile `server-not-modified`.
"""

from __future__ import annotations

import hashlib
import os
from base64 import b32encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.archive.mending import OPEN
from crawler.archive.reading import Place

NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and its response, as they went over the wire; `date` is UTC as WARC writes it."""

    url: str
    date: str
    method: str = "GET"
    request_headers: tuple[tuple[str, str], ...] = ()
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    truncated: str | None = None
    ip: str | None = None


class Writer:
    """Writes whole records to the new file of one run; `known(digest)` says where a payload lies already."""

    def __init__(self, folder: Path, name: str, known: Callable[[str], Place | None]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.name = f"{name}.warc.gz"
        self._path = folder / self.name
        self._known = known
        self._file = self._path.with_name(self.name + OPEN).open("xb", buffering=0)
        self._ready = BytesIO()
        self._warc = WARCWriter(self._ready, gzip=True, warc_version="1.1")
        info = {"software": "tinhuy", "format": "WARC File Format 1.1"}
        self._warc.write_record(self._warc.create_warcinfo_record(self.name, info))
        self._put()

    def write(self, exchange: Exchange) -> tuple[str, Place]:
        """Archive one exchange, flushed; returns the digest of its payload and where the record stands."""
        digest, parts = payload_digest(exchange.body), urlsplit(exchange.url)
        line = urlunsplit(("", "", parts.path or "/", parts.query, ""))
        headers = [("Host", parts.netloc), *exchange.request_headers]
        asked = StatusAndHeaders(f"{exchange.method} {line} HTTP/1.1", headers, is_http_request=True)
        date = {"WARC-Date": exchange.date, **({"WARC-IP-Address": exchange.ip} if exchange.ip else {})}
        request = self._warc.create_warc_record(
            exchange.url, "request", payload=BytesIO(), length=0, http_headers=asked, warc_headers_dict=dict(date)
        )
        self._warc.write_request_response_pair(request, self._record(exchange, digest, date))
        return digest, Place(url=exchange.url, date=exchange.date, file=self.name, offset=self._put())

    def note(self, url: str, date: str, **said: object) -> None:
        """A metadata record: why no answer came for a URL, what a run counted."""
        payload = "".join(f"{name}: {' '.join(str(value).split())}\r\n" for name, value in said.items()).encode()
        record = self._warc.create_warc_record(
            url, "metadata", BytesIO(payload), len(payload), warc_headers_dict={"WARC-Date": date},
            warc_content_type="application/warc-fields",
        )  # fmt: skip
        self._warc.write_record(record)
        self._put()

    def _put(self) -> int:
        """The records that are ready go to the file, all or none (the disk may be full); returns where they begin."""
        data, offset = self._ready.getvalue(), self._file.tell()
        self._ready.seek(0)
        self._ready.truncate()
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[self._file.write(rest) or 0 :]
        except OSError:
            self._file.truncate(offset)
            self._file.seek(offset)
            raise
        return offset

    def _record(self, exchange: Exchange, digest: str, said: dict[str, str]) -> Any:
        reason = HTTPStatus(exchange.status).phrase if exchange.status in set(HTTPStatus) else "Unknown"
        answer = StatusAndHeaders(f"{exchange.status} {reason}", list(exchange.headers), protocol="HTTP/1.1")
        if exchange.truncated:
            said = {**said, "WARC-Truncated": exchange.truncated}
        earlier = self._known(digest) if exchange.body and not exchange.truncated else None
        if earlier is None:
            said = {**said, "WARC-Payload-Digest": digest}
            if exchange.status == HTTPStatus.NOT_MODIFIED:
                said["WARC-Profile"] = NOT_MODIFIED
            kind = "revisit" if exchange.status == HTTPStatus.NOT_MODIFIED else "response"
            body, length = BytesIO(exchange.body), len(exchange.body)
            return self._warc.create_warc_record(
                exchange.url, kind, body, length, http_headers=answer, warc_headers_dict=said
            )
        said = {
            **said,
            "WARC-Refers-To-Filename": earlier.file,
            "WARC-Refers-To-File-Offset": str(earlier.offset),
        }
        return self._warc.create_revisit_record(
            exchange.url, digest, earlier.url, earlier.date, http_headers=answer, warc_headers_dict=said
        )

    def close(self) -> Path:
        """End the file; from now on it is read-only."""
        os.fsync(self._file.fileno())
        self._file.close()
        return self._path.with_name(self.name + OPEN).replace(self._path)


def payload_digest(body: bytes) -> str:
    return "sha1:" + b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()


def warc_date(time: datetime) -> str:
    """UTC as WARC writes it: “2026-11-24T10:00:00.250000Z”."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
