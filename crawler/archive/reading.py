"""Reading the WARC archive, and the WARC files of others: each response once, with the body it stands for."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from http import HTTPStatus
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from crawler.archive.mending import OPEN, whole_length

HANOI = timezone(timedelta(hours=7))
LONGEST = 64 << 20
"""Bytes of a decoded body that are read; what a gzip bomb holds beyond them is not."""


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
                about = record.rec_headers["WARC-Target-URI"]
                if record.rec_type not in ("response", "revisit") or record.http_headers is None or not about:
                    continue
                if record.rec_type == "response":
                    here[about, record.rec_headers["WARC-Date"]] = offset
                capture = _capture(record, path, offset, here)
                if not _is_whole(record):
                    raise EOFError("the record is cut")  # noqa: TRY301 - as the library says it where it notices
                yield capture
        except (ArchiveLoadFailed, EOFError, zlib.error, ValueError) as error:
            raise CutArchiveError(f"{path.name} cannot be read past byte {offset}: {error}") from error
    if path.name.removesuffix(OPEN).endswith(".gz") and whole_length(path, offset) < path.stat().st_size:
        raise CutArchiveError(f"{path.name} is cut: its last record is not whole")


def _capture(record: Any, path: Path, offset: int, here: dict[tuple[str, str], int]) -> Capture:
    said, http = record.rec_headers, record.http_headers
    status = int(http.get_statuscode()) if (http.get_statuscode() or "").isdecimal() else 0
    truncated = said["WARC-Truncated"]
    body = _body(record)
    if record.rec_type == "revisit" and status != HTTPStatus.NOT_MODIFIED:
        payload = _payload_of(said, path, here)
        body, truncated = (b"", "unresolved") if payload is None else (payload, truncated)
    time = datetime.fromisoformat(said["WARC-Date"])
    return Capture(
        url=said["WARC-Target-URI"].strip("<>"),
        captured=(time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(HANOI).isoformat(timespec="seconds"),
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


def _is_whole(record: Any) -> bool:
    """False when the file ends before the length that the record declares."""
    while record.raw_stream.read(1 << 16):
        pass
    return not getattr(record.raw_stream, "limit", 0)


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
