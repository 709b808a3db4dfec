"""How fast pages come in: requests to a server on this machine, reading the archive, ingesting it."""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from pathlib import Path

from rich.table import Table

from crawler import parquet
from crawler.archive import captures
from crawler.article import Article
from crawler.fetch import crawl
from crawler.ingest import ingest_archive
from crawler.portals import load_portals
from crawler.sample import articles, render, serve
from crawler.workspace import Workspace
from extract.language import build as build_reader
from extract.pipeline import READER, read
from extract.records import Reading
from extract.stage import Filed, revision_of
from warehouse.build import build

ARTICLES = 30_000


def bench_night(table: Table) -> None:
    """The build of a night with one article in a hundred new, in a copy of the last build, against everything anew."""
    reader, written = build_reader(), [sample.as_article() for sample in articles()]
    read_once = [read(article, reader) for article in written]
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder) / "store")
        seconds = []
        for name, many in (("first", ARTICLES), ("night", ARTICLES // 100)):
            for start in range(0, many, 500):
                shelve(workspace, f"{name}{start}", range(start, min(start + 500, many)), written, read_once)
            began = time.perf_counter()
            build(workspace)
            seconds.append(time.perf_counter() - began)
    anew, night = seconds
    table.add_row(
        f"a night of 1 % of {ARTICLES:,} articles",
        f"everything anew, {anew:.0f} s",
        f"{night / anew:.0%} of it",
        "≤ 10 %",
    )


def shelve(workspace: Workspace, name: str, numbers: range, written: list[Article], read_once: list[Reading]) -> None:
    """An input of copies, each with an id and a last line of its own, and its sessions in a year of their own."""
    made, filed = [], []
    for n in numbers:
        one, said = written[n % len(written)], read_once[n % len(written)]
        year = f"{2000 + n // len(written)}-01-01"
        made.append(replace(one, id=f"{name}-{n}", text=f"{one.text}\n{name}-{n}"))
        held = tuple(replace(session, date=year) for session in said.sessions)
        filed.append(Filed(revision_of(made[-1]), replace(said, article_id=made[-1].id, sessions=held)))
    where = Path("portal=sample") / "month=2020-05" / f"{name}.parquet"
    parquet.write(workspace.articles / where, made, Article, "1")
    parquet.write(workspace.readings / where, filed, Filed, READER)


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
