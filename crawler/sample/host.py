"""Serve a static site on 127.0.0.1 as a careful host does: validators, 304, no log."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import formatdate, parsedate_to_datetime
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

BASE = "http://127.0.0.1:8419"
"""Where data/portals/sample.toml says the portal is; XML that must be absolute is moved to the host that asks."""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".htm": "text/html; charset=utf-8",
    ".aspx": "text/html; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".pdf": "application/pdf",
}


@contextmanager
def serve(folder: Path, port: int = 0) -> Iterator[str]:
    """The base URL of the site while the context lasts, e.g. `http://127.0.0.1:49152`."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(StaticSite, folder.resolve()))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class StaticSite(BaseHTTPRequestHandler):
    """GET and HEAD of files below one folder; nothing outside it is ever answered."""

    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, *rest: object) -> None:
        self.folder = folder
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = self.find()
        if path is None:
            self.answer(
                HTTPStatus.NOT_FOUND, "<h1>Không tìm thấy trang</h1>".encode(), {"Content-Type": TYPES[".html"]}
            )
            return
        changed = int(path.stat().st_mtime)
        body = self.moved(path)
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        headers = {"ETag": etag, "Last-Modified": formatdate(changed, usegmt=True)}
        if self.unchanged(etag, changed):
            self.answer(HTTPStatus.NOT_MODIFIED, b"", headers)
        else:
            kind = TYPES.get(path.suffix, "application/octet-stream")
            self.answer(HTTPStatus.OK, body, {**headers, "Content-Type": kind})

    do_HEAD = do_GET  # noqa: N815 - the name http.server asks for

    def find(self) -> Path | None:
        path = (self.folder / unquote(urlsplit(self.path).path).lstrip("/")).resolve()
        if path.is_dir():
            path /= "index.html"
        return path if path.is_file() and path.is_relative_to(self.folder) else None

    def moved(self, path: Path) -> bytes:
        body = path.read_bytes()
        if path.suffix in {".xml", ".txt"}:
            return body.replace(BASE.encode(), f"http://{self.headers.get('Host', BASE[7:])}".encode())
        return body

    def unchanged(self, etag: str, changed: int) -> bool:
        """RFC 9110: If-None-Match decides where it is sent, If-Modified-Since only without it."""
        if tags := self.headers.get("If-None-Match"):
            return etag in [tag.strip().removeprefix("W/") for tag in tags.split(",")]
        since = self.headers.get("If-Modified-Since")
        try:
            return since is not None and changed <= parsedate_to_datetime(since).timestamp()
        except ValueError:
            return False

    def answer(self, status: HTTPStatus, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in http.server
        """Quiet: the demo's terminal belongs to the demo."""
