"""The stages as commands run them: progress on a terminal, one line of what was done, an exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from crawler.article import Article
from crawler.fetch import CrawlError, crawl
from crawler.fetch.health import check
from crawler.ingest import IngestReport, articles_from, ingest, ingest_archive
from crawler.portals import find, load_portals
from crawler.workspace import Workspace
from extract.gold import as_gold
from extract.language import build as build_reader
from extract.pipeline import read
from extract.stage import extract
from warehouse.build import BuildError, build

DONE, NOTHING, BAD_INPUT, ALARM = 0, 1, 2, 3
Tick = Callable[..., None]


def night(
    home: Path, names: Sequence[str], *, base: str | None, max_pages: int | None, now: datetime | None = None
) -> int:
    """Fetch, then make articles of what was fetched; 3 where a portal raises an alarm."""
    workspace = Workspace(home)
    known = load_portals(workspace)
    portals = find(known, names)
    if base:  # a copy is the same portal at another host
        known |= {portal.id: portal.served_at(base) for portal in portals}
    with bar("fetching") as tick:
        try:
            report = crawl(
                workspace, portals, base=base, max_pages=max_pages, now=now,
                progress=lambda _, asked, waiting: tick(asked, asked + waiting),
            )  # fmt: skip
        except CrawlError as error:
            return alarm(str(error))
    for portal in report.portals:
        say(
            f"{portal.portal}: {portal.asked} asked, {portal.unchanged} unchanged, {len(portal.new)} new,"
            f" {len(portal.changed)} changed, {len(portal.vanished)} vanished, {portal.failed} failed"
        )
    with bar("cleaning") as tick:
        made = ingest_archive(workspace, known, progress=tick)
    tell(made)
    alarms = (*report.alarms, *check(workspace, known, made.names))
    for signal in alarms:
        say(f"alarm: {signal.portal}: {signal.sign} {signal.example or ''}".rstrip())
    return ALARM if alarms else DONE


def take_in(home: Path, paths: Sequence[Path], portal: str | None) -> int:
    """Saved pages, texts and WARC files to articles; 3 where an input was refused."""
    workspace = Workspace(home)
    find(load_portals(workspace), [portal] if portal else [])
    with bar("cleaning") as tick:
        report = ingest(workspace, paths, portal=portal, progress=tick)
    tell(report)
    return ALARM if report.rejects else DONE


def tell(report: IngestReport) -> None:
    refused = ", ".join(f"{count} {reason}" for reason, count in sorted(report.rejects.items()))
    say(
        f"{report.articles} articles and {report.notices} notices from {report.inputs} inputs,"
        f" {report.known} known already" + (f"; refused: {refused} (see rejects/)" if refused else "")
    )


def read_workspace(home: Path, workers: int) -> int:
    """The extract stage; 3 where an article could not be read."""
    with bar("reading") as tick:
        report = extract(Workspace(home), workers=workers, progress=tick)
    say(f"{report.articles} articles read, {len(report.rejects)} refused")
    for reject in report.rejects[:10]:
        say(f"refused: {reject.source}: {reject.reason} {reject.detail}".rstrip())
    return ALARM if report.rejects else DONE


def print_readings(home: Path, paths: Sequence[Path]) -> int:
    """JSON Lines in the shape of the gold guide on standard output; 2 where an input is no article."""
    portals = load_portals(Workspace(home))
    reader = build_reader()
    refused = 0
    with bar("reading") as tick:
        found = (article for path in paths for article in articles_from(path, portals))
        for n, article in enumerate(found, 1):
            tick(n)
            if isinstance(article, Article):
                print(json.dumps(as_gold(article, read(article, reader)), ensure_ascii=False))  # noqa: T201
            else:
                refused += 1
                say(f"refused: {article.source}: {article.reason} {article.detail}".rstrip())
    return BAD_INPUT if refused else DONE


def make(home: Path, workers: int) -> int:
    """Extract, then build; 3 where an article was refused or the build was not kept."""
    workspace = Workspace(home)
    code = read_workspace(home, workers)
    try:
        with bar("building", "") as tick:
            report = build(workspace, progress=lambda step: tick(step=step))
    except BuildError as error:
        return alarm(str(error))
    counts = ", ".join(f"{count} {name}" for name, count in report.counts.items())
    say(f"build {report.build}: {counts}" + ("" if report.fresh else " (nothing has changed)"))
    return code


def alarm(words: str) -> int:
    say(f"tinhuy: {words}")
    return ALARM


def say(words: str) -> None:
    """One line on standard error: standard output belongs to answers."""
    print(words, file=sys.stderr)  # noqa: T201


@contextmanager
def bar(work: str, unit: str = "{task.completed}") -> Iterator[Tick]:
    """A progress bar on standard error, on a terminal only; the block calls what it is given with done and total."""
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    shown = columns if unit else columns[:2]
    with Progress(*shown, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(work, total=None)

        def tick(done: int | None = None, total: int | None = None, *, step: str | None = None) -> None:
            progress.update(task, completed=done, total=total, description=step)

        yield tick
