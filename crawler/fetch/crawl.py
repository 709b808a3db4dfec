"""Fetch: one run over some portals, in a process of its own that ends with the one that asked for it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from datetime import datetime
from multiprocessing.connection import Connection

from crawler.fetch.report import CrawlReport
from crawler.fetch.run import Job, work
from crawler.portals import Portal
from crawler.workspace import Workspace

Progress = Callable[[str, int, int], None]
"""Told the portal, the pages asked for and the pages waiting, about twice a second."""


class CrawlError(RuntimeError):
    """The run could not be made at all."""


def crawl(
    workspace: Workspace,
    portals: Sequence[Portal],
    *,
    max_pages: int | None = None,
    since: datetime | None = None,
    base: str | None = None,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> CrawlReport:
    """Fetch what is due of some portals into the archive and the crawl state.

    `max_pages` bounds the pages of each portal; what is left waits for the next run. `since` leaves out what
    a sitemap or a feed dates before it. `base` serves one portal from elsewhere (“http://127.0.0.1:8801”),
    `now` sets the clock. Scrapy's reactor cannot be started twice in one process, so each run is a
    child process; it kills itself when its parent dies, and holds a lock on the workspace.
    """
    if base:
        portals = [portal.served_at(base) for portal in portals]
    job = Job(workspace=workspace, portals=tuple(portals), max_pages=max_pages, since=since, now=now)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=work, args=(job, theirs), daemon=True)
    child.start()
    theirs.close()
    try:
        return _listen(ours, progress)
    finally:
        ours.close()
        child.join(30)
        if child.is_alive():
            child.kill()
            child.join()


def _listen(connection: Connection, progress: Progress | None) -> CrawlReport:
    while True:
        try:
            said = connection.recv()
        except EOFError:
            raise CrawlError("the crawl ended without a report; run it again, nothing is lost") from None
        match said:
            case CrawlReport():
                return said
            case str():
                raise CrawlError(said)
            case (str(portal), int(asked), int(waiting)) if progress:
                progress(portal, asked, waiting)
