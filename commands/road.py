"""The stages as commands run them: progress on a terminal, one line of what was done, an exit code."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from commands.terminal import ALARM, BAD_INPUT, DONE, alarm, bar, say
from crawler.article import Reject
from crawler.fetch import CrawlError, crawl
from crawler.fetch.health import check
from crawler.fetch.report import CrawlReport
from crawler.ingest import IngestReport, articles_from, ingest, ingest_archive
from crawler.portals import Portal, find, load_portals
from crawler.workspace import Workspace
from extract.cluster import extract_on
from extract.gold import as_gold
from extract.language import build as build_reader
from extract.pipeline import read
from extract.placed import check_places
from extract.stage import broken, extract
from warehouse.build import BuildError, build


def night(
    home: Path,
    names: Sequence[str],
    *,
    base: str | None,
    max_pages: int | None,
    since: datetime | None = None,
    now: datetime | None = None,
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
                workspace, portals, base=base, max_pages=max_pages, since=since, now=now,
                progress=lambda _, asked, waiting: tick(asked, asked + waiting),
            )  # fmt: skip
        except CrawlError as error:
            return alarm(str(error))
    tell_fetched(report)
    with bar("cleaning") as tick:
        made = ingest_archive(workspace, known, progress=tick)
    tell(made)
    alarms = (*report.alarms, *check(workspace, known, made.names))
    for signal in alarms:
        say(f"alarm: {signal.portal}: {signal.sign} {signal.example or ''}".rstrip())
    return ALARM if alarms else DONE


def tell_fetched(report: CrawlReport) -> None:
    for portal in report.portals:
        say(
            f"{portal.portal}: {portal.asked} asked, {portal.unchanged} unchanged, {len(portal.new)} new,"
            f" {len(portal.changed)} changed, {len(portal.vanished)} vanished, {portal.failed} failed"
        )


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


def read_workspace(home: Path, workers: int, cluster: str | None = None, second: int = 0) -> int:
    """The extract stage, here or on a cluster; 3 where an article could not be read or people are missed."""
    workspace = Workspace(home)
    with bar("reading") as tick:
        report = extract_on(cluster, workspace, tick) if cluster else extract(workspace, workers=workers, progress=tick)
    say(f"{report.articles} articles read, {len(report.rejects)} refused")
    for reject in report.rejects[:10]:
        say(f"refused: {reject.source}: {reject.reason} {reject.detail}".rstrip())
    missed = second > 0 and report.articles > 0 and ask_second_reader(workspace, report.files, second)
    return ALARM if report.rejects or missed else DONE


def ask_second_reader(workspace: Workspace, files: Sequence[Path], most: int) -> bool:
    """Tell what NER doubts of a sample of the night; True where it doubts far more than in the nights before."""
    from commands import second_reader

    try:
        recall = second_reader.ask(workspace, files, most)
    except Exception as error:  # underthesea or its model is not there: the night goes on without
        say(f"second reader: not asked: {type(error).__name__}: {error}")
        return False
    say(
        f"second reader: {recall.articles} articles sampled, {recall.sentences} sentences asked about,"
        f" {len(recall.unread)} persons that no rule reads, {recall.share:.0%} of all"
    )
    for one in recall.unread[:10]:
        say(f"unread: {one.article}: {one.name}: {one.sentence}")
    if recall.leaps:
        say(f"alarm: second reader: {recall.share:.0%} of the persons no rule reads, {recall.usual:.0%} used to be")
    return recall.leaps


def print_readings(home: Path, paths: Sequence[Path]) -> int:
    """JSON Lines in the shape of the gold guide on standard output; 2 where an input is no article or breaks a rule."""
    refused = 0
    with bar("reading") as tick:
        for n, outcome in enumerate(readings_of(paths, load_portals(Workspace(home))), 1):
            tick(n)
            if isinstance(outcome, Reject):
                refused += 1
                say(f"refused: {outcome.source}: {outcome.reason} {outcome.detail}".rstrip())
            else:
                print(outcome)  # noqa: T201
    return BAD_INPUT if refused else DONE


def readings_of(paths: Sequence[Path], portals: dict[str, Portal]) -> Iterator[str | Reject]:
    """One line of JSON an article, or why there is none; an article on which a rule breaks does not end the others."""
    reader = build_reader()
    for article in (article for path in paths for article in articles_from(path, portals)):
        if isinstance(article, Reject):
            yield article
            continue
        try:
            reading = check_places(read(article, reader), article.text)
        except Exception as error:
            yield broken(article, error)
        else:
            yield json.dumps(as_gold(article, reading), ensure_ascii=False)


def make(home: Path, workers: int, second: int = 0) -> int:
    """Extract, then build; 3 where an article was refused, people are missed or the build was not kept."""
    workspace = Workspace(home)
    code = read_workspace(home, workers, second=second)
    try:
        with bar("building", "") as tick:
            report = build(workspace, progress=lambda step: tick(step=step))
    except BuildError as error:
        return alarm(str(error))
    counts = ", ".join(f"{count} {name}" for name, count in report.counts.items())
    say(f"build {report.build}: {counts}" + ("" if report.fresh else " (nothing has changed)"))
    return code
