"""A small portal on 127.0.0.1 whose pages a test writes, changes, takes away and breaks."""

from __future__ import annotations

import hashlib
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Fault = Callable[[BaseHTTPRequestHandler], None]
HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One request the site saw, and how many bytes of body it answered with."""

    path: str
    status: int
    sent: int


@dataclass(slots=True)
class Site:
    """Pages by path; a page that is a function answers as it likes."""

    pages: dict[str, str | bytes | Fault] = field(default_factory=dict)
    headers: dict[str, dict[str, str]] = field(default_factory=dict)
    validators: bool = True
    pause: float = 0.0
    log: list[Asked] = field(default_factory=list)
    base: str = ""

    @property
    def host(self) -> str:
        return self.base.partition("//")[2]

    def asked(self, path: str) -> list[int]:
        """The status of every answer to one path."""
        return [asked.status for asked in self.log if asked.path == path]


class Server(ThreadingHTTPServer):
    """The site on a port of its own."""

    daemon_threads = True

    def __init__(self, site: Site) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.site = site

    def handle_error(self, *_: object) -> None:  # a crawl that was killed hangs up
        pass


class Handler(BaseHTTPRequestHandler):
    """One request: the page that the site has under its path, 304 where the asker has it already."""

    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        site = self.server.site
        time.sleep(site.pause)
        page = site.pages.get(self.path)
        if callable(page):
            site.log.append(Asked(self.path, 0, 0))
            with suppress(OSError):
                page(self)
            return
        body = page.encode() if isinstance(page, str) else page or b""
        tag = f'"{hashlib.sha1(body, usedforsecurity=False).hexdigest()}"'
        status = 404 if page is None else 200
        if site.validators and status == 200 and self.headers["If-None-Match"] == tag:
            status = 304
        answer(self, status, b"" if status == 304 else body, {
            **({"ETag": tag} if site.validators and page is not None else {}),
            "Content-Type": "text/html; charset=utf-8", **site.headers.get(self.path, {}),
        })  # fmt: skip
        site.log.append(Asked(self.path, status, 0 if status == 304 else len(body)))

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(site: Site, tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """The site under `site.base` while the context lasts."""
    server = Server(site)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site.base = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answer(handler: BaseHTTPRequestHandler, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def article(number: int, words: str = "Huyện ủy tổ chức hội nghị giao ban.") -> str:
    """A page of the site: one of a number of articles, all different."""
    return (
        f"<html><head><title>Tin số {number}</title></head><body><h1>Tin số {number}</h1>"
        f"<span class='ngay'>29/07/2020</span><div class='bai'><p>{words}</p><p>Bài viết thứ {number}.</p></div>"
        "</body></html>"
    )


def links(*paths: str, title: str = "Tin tức") -> str:
    """A list page."""
    items = "".join(f'<li><a href="{path}">{path}</a></li>' for path in paths)
    return f"<html><head><title>{title}</title></head><body><ul>{items}</ul></body></html>"


def status(number: int, headers: dict[str, str] | None = None, body: bytes = b"") -> Fault:
    return lambda handler: answer(handler, number, body, {**HTML, **(headers or {})})


def once(fault: Fault, then: str) -> Fault:
    """The fault the first time, the page from then on."""
    asked: list[float] = []

    def play(handler: BaseHTTPRequestHandler) -> None:
        asked.append(time.monotonic())
        (fault if len(asked) == 1 else status(200, body=then.encode()))(handler)

    return play


def silence(_: BaseHTTPRequestHandler) -> None:
    time.sleep(2.5)
