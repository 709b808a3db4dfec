"""The child process of a crawl: mends the archive, runs one spider a portal, concludes each run."""

from __future__ import annotations

import fcntl
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from multiprocessing.connection import Connection

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from crawler.archive import HANOI
from crawler.archive.mending import mend
from crawler.archive.recording import Writer, warc_date
from crawler.fetch.drift import closed_doors, disguises, fetch_alarms
from crawler.fetch.frontier import Frontier
from crawler.fetch.night import Night
from crawler.fetch.report import Alarm, CrawlReport, PortalReport, Tally, conclude, count, history, urls_of
from crawler.fetch.settings import settings_for
from crawler.fetch.spider import NO_LAYOUT, PortalSpider
from crawler.fetch.state import State
from crawler.portals import Portal
from crawler.workspace import Workspace

PATIENCE = 15.0
"""Seconds to wait for another run in the same workspace, e.g. one whose parent was just killed."""


FAILED = (
    "asked_run = ? AND (status IS NULL OR status NOT IN (200, 304, 404, 410) OR error IS NOT NULL)"
    " AND coalesce(error, '') NOT IN ('moved', 'not found', 'robots.txt forbids it')"
)
"""Asked for, and neither brought nor known to be gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a run is asked to do."""

    workspace: Workspace
    portals: tuple[Portal, ...]
    max_pages: int | None = None
    since: datetime | None = None
    now: datetime | None = None


@dataclass(slots=True)
class Running:
    """One portal under way."""

    portal: Portal
    night: Night
    frontier: Frontier
    archive: Writer
    crawler: Crawler


def work(job: Job, connection: Connection) -> None:
    """Runs a job and sends its report, or one line that says why there is none."""
    threading.Thread(target=_die_with_parent, args=(connection,), daemon=True).start()
    try:
        with _alone(job.workspace):
            connection.send(_run(job, connection))
    except Exception as error:  # whatever it is, the parent is told in one line
        connection.send(f"{type(error).__name__}: {error}")


def _run(job: Job, connection: Connection) -> CrawlReport:
    clock = _clock(job.now)
    state = State(job.workspace.crawl_state)
    mended = mend(job.workspace.warc)
    for name, length in mended.items():
        state.forget_beyond(name, length)
    process = AsyncCrawlerProcess({"LOG_LEVEL": "ERROR"})
    logging.getLogger("scrapy").setLevel(logging.ERROR)
    runs = [_begin(job, portal, state, clock, process) for portal in job.portals]
    stop = threading.Event()
    teller = threading.Thread(target=_tell, args=(runs, connection, stop), daemon=True)
    teller.start()
    process.start()
    stop.set()
    teller.join()
    reports = [_conclude(running, state, clock) for running in runs]
    state.close()
    return CrawlReport(portals=tuple(reports), mended=tuple(mended))


def _begin(
    job: Job, portal: Portal, state: State, clock: Callable[[], datetime], process: AsyncCrawlerProcess
) -> Running:
    night = state.begin(portal.id, clock())
    archive = Writer(job.workspace.warc, _free_name(job.workspace, portal, clock()), state.payload)
    frontier = Frontier(portal, night, clock, job.since)
    crawler = Crawler(PortalSpider, Settings(settings_for(portal)))
    process.crawl(crawler, frontier=frontier, night=night, archive=archive, max_pages=job.max_pages)
    return Running(portal, night, frontier, archive, crawler)


def _conclude(running: Running, state: State, clock: Callable[[], datetime]) -> PortalReport:
    """Close the archive file, count, compare with the history, and end the run."""
    portal, night, spider = running.portal, running.night, running.crawler.spider
    assert isinstance(spider, PortalSpider)  # noqa: S101 - Scrapy says Spider
    new, changed, vanished = (urls_of(state.db, night, f"{what}_run") for what in ("new", "changed", "vanished"))
    tally = Tally(
        new=len(new),
        changed=len(changed),
        vanished=len(vanished),
        asked=count(state.db, night, "asked_run = ?"),
        failed=count(state.db, night, FAILED),
    )
    alarms = _alarms(running, state, tally)
    said = "; ".join(f"{alarm.sign} {alarm.example or ''}".strip() for alarm in alarms)
    running.archive.note(portal.start[0], warc_date(clock()), run=night.run, **asdict(tally), alarms=said)
    warc = running.archive.close()
    finished = running.crawler.stats is not None and running.crawler.stats.get_value("finish_reason") == "finished"
    if finished:
        conclude(state.db, night, tally, alarms, clock())
    return PortalReport(
        portal=portal.id, warc=warc.name, run=night.run, finished=finished, asked=tally.asked, failed=tally.failed,
        unchanged=count(state.db, night, "asked_run = ? AND status = 304"),
        waiting=count(state.db, night, "status IS NULL AND error IS NULL"),
        new=new, changed=changed, vanished=vanished, alarms=alarms,
        skipped=tuple(f"{host}: {why}" for host, why in spider.skipped.items()),
    )  # fmt: skip


def _alarms(running: Running, state: State, tally: Tally) -> tuple[Alarm, ...]:
    """What the portal did wrong, then how its night differs from those before."""
    portal, night, spider = running.portal, running.night, running.crawler.spider
    assert isinstance(spider, PortalSpider)  # noqa: S101 - Scrapy says Spider
    problems = dict(spider.problems)
    if problems.get(NO_LAYOUT, 0) < 0.3 * spider.articles:  # a portal has some pages of another make
        problems.pop(NO_LAYOUT, None)
    said: list[tuple[str, str | None]] = [(f"{host} is skipped: {why}", None) for host, why in spider.skipped.items()]
    said += [("a list without end", url) for url in running.frontier.crowded.values()]
    if errors := running.crawler.stats.get_value("spider_exceptions/count", 0) if running.crawler.stats else 0:
        said.append((f"{errors} pages could not be noted; see the log", None))
    return (
        *(Alarm(portal=portal.id, sign=sign, example=example) for sign, example in said),
        *fetch_alarms(portal, tally, history(state.db, portal.id), problems, spider.examples),
        *disguises(state.db, night),
        *closed_doors(state.db, night),
    )


def _clock(now: datetime | None) -> Callable[[], datetime]:
    """Hanoi's time, or a time that starts at `now` and goes on from there."""
    if now is None:
        return lambda: datetime.now(HANOI)
    began = time.monotonic()
    start = now.astimezone(HANOI) if now.tzinfo else now.replace(tzinfo=HANOI)
    return lambda: start + timedelta(seconds=time.monotonic() - began)


def _free_name(workspace: Workspace, portal: Portal, now: datetime) -> str:
    """“20261124T170000-dakrlap”, numbered when a file of that second is there already."""
    name = f"{now:%Y%m%dT%H%M%S}-{portal.id}"
    taken = {path.name.partition(".")[0] for path in workspace.warc.glob(f"{name}*")}
    return next(n for n in (name, *(f"{name}-{i}" for i in range(2, len(taken) + 3))) if n not in taken)


def _tell(runs: list[Running], connection: Connection, stop: threading.Event) -> None:
    while not stop.wait(0.5):
        for running in runs:
            spider = running.crawler.spider
            if isinstance(spider, PortalSpider):
                connection.send((running.portal.id, len(spider.asked), spider.waiting))


def _die_with_parent(connection: Connection) -> None:
    """The other end of the pipe closes when the parent is gone, however it went."""
    with suppress(EOFError, OSError):
        connection.recv()
    os._exit(1)


@contextmanager
def _alone(workspace: Workspace) -> Iterator[None]:
    """One run at a time in a workspace; the lock dies with the process that holds it."""
    workspace.home.mkdir(parents=True, exist_ok=True)
    with (workspace.home / "crawl.lock").open("w") as file:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise RuntimeError(f"another crawl is running in {workspace.home}") from None
                time.sleep(0.1)
        yield
