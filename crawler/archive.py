"""The WARC archive: every response as it came, written before anything reads it, and read again by `captures`.

A run writes one new `<time>-<portal>.warc.gz`; its records can be read by any WARC tool. A payload that the
archive holds already becomes a revisit record, a 304 one of the profile `server-not-modified`.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from base64 import b32encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.mending import OPEN, whole_length

HANOI = timezone(timedelta(hours=7))
LONGEST = 64 << 20
"""Bytes of a decoded body that are read; what a gzip bomb holds beyond them is not."""
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


class CutArchiveError(ValueError):
    """A WARC file ends in the middle of a record; what stood before has been yielded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One archived response; `body` is free of content encodings, `captured` is time in Hanoi.

    A 304 has an empty body. `truncated` says why a body is not whole: "length", "time", "disconnect",
    or "unresolved" when it lies in a file that is not here.
    """

    url: str
    captured: str
    status: int
    headers: tuple[tuple[str, str], ...]
    content_type: str
    body: bytes
    truncated: str | None = None
    file: str
    offset: int

    @property
    def source(self) -> str:
        """Where the record stands: “20261124T170000-dakrlap.warc.gz#10342”."""
        return f"{self.file}#{self.offset}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a payload lies in the archive, and under which URL and time it was captured."""

    url: str
    date: str
    file: str
    offset: int


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


class Writer:
    """Writes whole records to the new file of one run; `known(digest)` says where a payload lies already."""

    def __init__(self, folder: Path, name: str, known: Callable[[str], Place | None]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.name = f"{name}.warc.gz"
        self._path = folder / self.name
        self._known = known
        self._file = self._path.with_name(self.name + OPEN).open("xb")
        self._warc = WARCWriter(self._file, gzip=True, warc_version="1.1")
        info = {"software": "tinhuy", "format": "WARC File Format 1.1"}
        self._warc.write_record(self._warc.create_warcinfo_record(self.name, info))

    def write(self, exchange: Exchange) -> tuple[str, Place]:
        """Archive one exchange, flushed; returns the digest of its payload and where the record stands."""
        digest = payload_digest(exchange.body)
        offset = self._file.tell()
        asked = StatusAndHeaders(
            f"{exchange.method} {exchange.url} HTTP/1.1", list(exchange.request_headers), is_http_request=True
        )
        date = {"WARC-Date": exchange.date}
        request = self._warc.create_warc_record(
            exchange.url, "request", payload=BytesIO(), length=0, http_headers=asked, warc_headers_dict=dict(date)
        )
        self._warc.write_request_response_pair(request, self._record(exchange, digest, date))
        self._file.flush()
        return digest, Place(url=exchange.url, date=exchange.date, file=self.name, offset=offset)

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
            return self._warc.create_warc_record(
                exchange.url,
                kind,
                BytesIO(exchange.body),
                len(exchange.body),
                http_headers=answer,
                warc_headers_dict=said,
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


def captures(path: Path) -> Iterator[Capture]:
    """The responses of a WARC file in order, whoever wrote it; after a cut tail, `CutArchiveError`.

    Revisit records are given the payload they refer to, from another file of the same folder too.
    """
    here: dict[tuple[str, str], int] = {}
    offset = 0
    with path.open("rb") as file:
        records = ArchiveIterator(file, arc2warc=True)
        try:
            for record in records:
                offset = records.offset  # get_record_offset() would read to the end
                if record.rec_type not in ("response", "revisit") or record.http_headers is None:
                    continue
                if record.rec_type == "response":
                    here[record.rec_headers["WARC-Target-URI"], record.rec_headers["WARC-Date"]] = offset
                yield _capture(record, path, offset, here)
        except (ArchiveLoadFailed, EOFError, zlib.error, ValueError) as error:
            raise CutArchiveError(f"{path.name} cannot be read past byte {offset}: {error}") from error
    if path.name.removesuffix(OPEN).endswith(".gz") and whole_length(path) < path.stat().st_size:
        raise CutArchiveError(f"{path.name} is cut: its last record is not whole")


def payload_digest(body: bytes) -> str:
    return "sha1:" + b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()


def warc_date(time: datetime) -> str:
    """UTC as WARC writes it: “2026-11-24T10:00:00.250000Z”."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _capture(record: Any, path: Path, offset: int, here: dict[tuple[str, str], int]) -> Capture:
    said, http = record.rec_headers, record.http_headers
    status = int(http.get_statuscode() or 0)
    truncated = said["WARC-Truncated"]
    body = _body(record)
    if record.rec_type == "revisit" and status != HTTPStatus.NOT_MODIFIED:
        payload = _payload_of(said, path, here)
        body, truncated = (b"", "unresolved") if payload is None else (payload, truncated)
    time = datetime.fromisoformat(said["WARC-Date"]).astimezone(HANOI)
    return Capture(
        url=said["WARC-Target-URI"].strip("<>"),
        captured=time.isoformat(timespec="seconds"),
        status=status,
        headers=tuple(http.headers),
        content_type=http.get_header("Content-Type") or "",
        body=body[:LONGEST],
        truncated="length" if len(body) > LONGEST else truncated,
        file=path.name.removesuffix(OPEN),
        offset=offset,
    )


def _body(record: Any) -> bytes:
    body: bytes = record.content_stream().read(LONGEST + 1)
    return body


def _payload_of(said: Any, path: Path, here: dict[tuple[str, str], int]) -> bytes | None:
    name, offset = said["WARC-Refers-To-Filename"], said["WARC-Refers-To-File-Offset"]
    if not name:
        name = path.name
        offset = here.get((said["WARC-Refers-To-Target-URI"], said["WARC-Refers-To-Date"]))
    for file in (path.with_name(name), path.with_name(name + OPEN)):
        if offset is not None and file.is_file():
            with file.open("rb") as stream:
                stream.seek(int(offset))
                return _body(next(iter(ArchiveIterator(stream))))
    return None
