"""How fast pages come in: requests to a server on this machine, reading the archive, ingesting it."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from rich.table import Table

from crawler.archive import captures
from crawler.fetch import crawl
from crawler.ingest import ingest_archive
from crawler.portals import load_portals
from crawler.sample import render, serve
from crawler.workspace import Workspace


def bench_crawl(table: Table) -> None:
    """One night over the sample portal, start-up of the crawl and of the ingest workers included."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder) / "store")
        render(Path(folder) / "site")
        with serve(Path(folder) / "site", 0) as base:
            portal = load_portals()["sample"].served_at(base)
            start = time.perf_counter()
            (report,) = crawl(workspace, [portal]).portals
            fetched = time.perf_counter() - start
        start = time.perf_counter()
        found = [capture for path in workspace.warc.glob("*.warc.gz") for capture in captures(path)]
        read = time.perf_counter() - start
        start = time.perf_counter()
        made = ingest_archive(workspace, {"sample": portal})
        ingested = time.perf_counter() - start
    delay = load_portals()["dakrlap"].delay
    table.add_row(
        "requests to a local server",
        f"a real host: 1 in {delay:g} s",
        f"{report.asked / fetched:.0f} a second",
        "politeness",
    )
    table.add_row("captures of a WARC file", "", f"{len(found) / read:.0f} a second", "")
    table.add_row("WARC → articles", "", f"{(made.articles + made.notices) / ingested:.0f} a second", "")
