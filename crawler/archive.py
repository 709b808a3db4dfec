"""The WARC archive: every response as it came, written before anything reads it.

A run writes `<time>-<portal>.warc.gz.open` and renames it when it ends; a file that a crash left open
is cut back to its last whole record and closed by the next run, never appended to.
"""

from __future__ import annotations

import hashlib
import zlib
from base64 import b32encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

OPEN = ".open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One archived response; `body` is decoded of its transfer and content encodings."""

    url: str
    captured: str
    status: int
    content_type: str
    body: bytes
    truncated: str | None = None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and its response, as they went over the wire."""

    url: str
    captured: str
    method: str
    request_headers: list[tuple[str, str]]
    status: int
    headers: list[tuple[str, str]]
    body: bytes
    truncated: str | None = None


class Writer:
    """Appends whole records to the file of one run; a page that has not changed becomes a revisit record.

    `known(url, digest)` returns the time at which this URL gave this payload before, or None.
    """

    def __init__(self, folder: Path, name: str, known: Callable[[str, str], str | None]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / f"{name}.warc.gz"
        self._known = known
        self._file = self.path.with_name(self.path.name + OPEN).open("xb")
        self._warc = WARCWriter(self._file, gzip=True, warc_version="1.1")
        info = self._warc.create_warcinfo_record(self.path.name, {"software": "tinhuy", "format": "WARC 1.1"})
        self._warc.write_record(info)

    def write(self, exchange: Exchange) -> str:
        """Archive one exchange, flushed; returns the digest of its payload."""
        digest = payload_digest(exchange.body)
        reason = HTTPStatus(exchange.status).phrase if exchange.status in HTTPStatus._value2member_map_ else "Unknown"
        answer = StatusAndHeaders(f"{exchange.status} {reason}", exchange.headers, protocol="HTTP/1.1")
        extra = {"WARC-Date": exchange.captured}
        if exchange.truncated:
            extra["WARC-Truncated"] = exchange.truncated
        earlier = self._known(exchange.url, digest) if exchange.body and not exchange.truncated else None
        if earlier:
            record = self._warc.create_revisit_record(
                exchange.url, digest, exchange.url, earlier, http_headers=answer, warc_headers_dict=extra
            )
        else:
            record = self._warc.create_warc_record(
                exchange.url,
                "response",
                payload=BytesIO(exchange.body),
                http_headers=answer,
                warc_headers_dict={**extra, "WARC-Payload-Digest": digest},
            )
        asked = StatusAndHeaders(f"{exchange.method} {exchange.url} HTTP/1.1", exchange.request_headers, is_http_request=True)
        request = self._warc.create_warc_record(
            exchange.url, "request", payload=BytesIO(b""), http_headers=asked, warc_headers_dict={"WARC-Date": exchange.captured}
        )
        self._warc.write_request_response_pair(request, record)
        self._file.flush()
        return digest

    def close(self) -> Path:
        """End the file; from now on it is read-only."""
        self._file.close()
        return self.path.with_name(self.path.name + OPEN).replace(self.path)


def payload_digest(body: bytes) -> str:
    return "sha1:" + b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()


def mend(folder: Path) -> list[Path]:
    """Close what a killed run left open: the tail after the last whole record is cut off."""
    mended = []
    for left in sorted(folder.glob(f"*.warc.gz{OPEN}")):
        whole = whole_length(left)
        if whole:
            with left.open("rb+") as file:
                file.truncate(whole)
            mended.append(left.replace(left.with_name(left.name.removesuffix(OPEN))))
        else:
            left.unlink()
    return mended


def whole_length(path: Path) -> int:
    """The length in bytes of the whole gzip members a file begins with."""
    whole = 0
    with path.open("rb") as file:
        member, at = zlib.decompressobj(zlib.MAX_WBITS | 16), 0
        while chunk := file.read(1 << 16):
            at += len(chunk)
            while chunk:
                try:
                    member.decompress(chunk)
                except zlib.error:
                    return whole
                if not member.eof:
                    break
                chunk = member.unused_data
                whole = at - len(chunk)
                member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    return whole


def captures(path: Path) -> Iterator[Capture]:
    """The responses of a WARC file in order, whoever wrote it; a cut tail ends the iteration with `CutArchive`.

    Revisit records are passed over: the page they stand for is in the archive as it was captured before.
    """
    offset = 0
    with path.open("rb") as file:
        records = ArchiveIterator(file, arc2warc=True)
        try:
            for record in records:
                offset = records.get_record_offset()
                if record.rec_type == "response" and record.http_headers is not None:
                    yield Capture(
                        url=record.rec_headers["WARC-Target-URI"],
                        captured=record.rec_headers["WARC-Date"],
                        status=int(record.http_headers.get_statuscode() or 0),
                        content_type=record.http_headers.get_header("Content-Type") or "",
                        body=record.content_stream().read(),
                        truncated=record.rec_headers["WARC-Truncated"],
                        source=f"{path.name}#{offset}",
                    )
        except (ArchiveLoadFailed, EOFError, zlib.error, ValueError) as error:
            raise CutArchive(f"{path.name} cannot be read past byte {offset}: {error}") from error
    if path.suffix == ".gz" and whole_length(path) < path.stat().st_size:
        raise CutArchive(f"{path.name} is cut: its last record is not whole")


class CutArchive(ValueError):
    """A WARC file ends in the middle of a record; what stood before has been yielded."""
