"""What a path given to `ingest` holds: saved pages, texts, JSON, WARC files and folders of them, one `Raw` a page."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from crawler.archive import Capture, CutArchiveError, captures
from crawler.archive.mending import whole_length
from crawler.article import Reject
from crawler.clean.attachments import FILES

PAGES = {".html", ".htm", ".xhtml"}
JSON = {".json", ".jsonl", ".ndjson"}
WARC = (".warc", ".warc.gz", ".arc", ".arc.gz")
INDEX = {"index", "default"}
"""A saved site keeps each page as index.html in a folder of its own: the folder is its name."""
LARGEST = 64 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One input page before it is read: its bytes or its JSON object, and where they came from."""

    kind: str
    id: str
    source: str
    body: bytes = b""
    given: dict[str, Any] | None = None
    url: str | None = None
    charset: str | None = None
    captured: str | None = None


def is_input(path: Path) -> bool:
    return path.suffix.lower() in PAGES | JSON | {".txt"} or path.name.lower().endswith(WARC)


def files_of(path: Path) -> list[Path]:
    """The input files of a path, in order: itself, or all below a folder."""
    if not path.is_dir():
        return [path]
    return sorted(
        file for file in path.rglob("*") if file.is_file() and is_input(file) and not file.name.startswith(".")
    )


def raws_of(path: Path) -> Iterator[Raw | Reject]:
    """Every page of a path; a file that cannot be read is a reject and the rest goes on."""
    for file in files_of(path):
        name = file.relative_to(path).as_posix() if path.is_dir() else file.name
        try:
            yield from _of_file(file, name)
        except (OSError, UnicodeDecodeError) as error:
            yield refused(name, "unreadable", str(error))


def refused(source: str, reason: str, detail: str = "", url: str | None = None, portal: str = "files") -> Reject:
    return Reject(portal=portal, source=source, url=url, reason=reason, detail=detail)


def _of_file(file: Path, name: str) -> Iterator[Raw | Reject]:
    kind = file.suffix.lower()
    if file.name.lower().endswith(WARC):
        yield from _of_warc(file)
    elif file.stat().st_size > LARGEST and kind not in JSON:
        yield refused(name, "too_large", f"{file.stat().st_size} bytes")
    elif kind in PAGES or kind == ".txt":
        stem = file.parent.name if file.stem.lower() in INDEX and file.parent.name else file.stem
        yield Raw(kind="page" if kind in PAGES else "text", id=stem, source=name, body=file.read_bytes())
    elif kind in JSON:
        yield from _of_json(file, name)
    else:
        yield refused(name, "unknown_kind", f"{kind or 'no suffix'}: .html, .txt, .json, .jsonl, .warc(.gz) are read")


def _of_json(file: Path, name: str) -> Iterator[Raw | Reject]:
    if file.suffix.lower() != ".json":
        with file.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield from _objects(line, f"{name}:{number}", f"{file.stem}-{number}")
    else:
        yield from _objects(file.read_text("utf-8-sig"), name, file.stem)


def _objects(text: str, source: str, stem: str) -> Iterator[Raw | Reject]:
    """The objects of one JSON text: one, or a list of them."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        yield refused(source, "broken_json", str(error))
        return
    listed = found if isinstance(found, list) else [found]
    for number, given in enumerate(listed, 1):
        where = source if listed is not found else f"{source}#{number}"
        if not isinstance(given, dict):
            yield refused(where, "no_article", "a JSON object with id, url, title, published, text is expected")
            continue
        single = listed is not found and source.endswith(".json")
        name = stem if single else str(given.get("id") or f"{stem}-{number}")
        yield Raw(kind="json", id=name, source=where, given=given, url=given.get("url") or None)


def _of_warc(file: Path) -> Iterator[Raw | Reject]:
    """The pages of a WARC file; where it is cut, the record that was being written is no page."""
    held: Capture | None = None
    try:
        for capture in captures(file):
            if held:
                yield from _of_capture(held)
            held = capture
    except CutArchiveError as error:
        if held and held.offset < whole_length(file):
            yield from _of_capture(held)
        yield refused(file.name, "cut_archive", str(error))
        return
    if held:
        yield from _of_capture(held)


def _of_capture(capture: Capture) -> Iterator[Raw | Reject]:
    """A page that came whole; redirects, robots.txt, errors and 304 are no articles and no rejects."""
    if capture.status != HTTPStatus.OK:
        return
    said = capture.content_type.lower()
    page = "html" in said or (not said and capture.body[:200].lstrip()[:1] == b"<")
    file = capture.body.startswith(b"%PDF") or (not page and FILES.search(urlsplit(capture.url).path) is not None)
    if not page and not file:
        return
    if capture.truncated:
        yield refused(capture.source, "truncated", capture.truncated, capture.url)
        return
    charset = said.partition("charset=")[2].split(";")[0].strip(" \"'") or None
    yield Raw(
        kind="file" if file else "page",
        id=hashlib.sha256(capture.url.encode()).hexdigest()[:12],
        source=capture.source,
        body=capture.body,
        url=capture.url,
        charset=charset,
        captured=capture.captured,
    )
