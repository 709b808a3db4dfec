"""What a run did, portal by portal, counted in the crawl state so that a killed and resumed run is one."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from crawler.fetch.night import Night


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """One sign that a portal is not what it was: which, what, and a page that shows it."""

    portal: str
    sign: str
    example: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalReport:
    """One portal's night; `new`, `changed`, `vanished` are URLs of articles, the figures count pages of all kinds."""

    portal: str
    warc: str
    run: str
    finished: bool
    asked: int
    unchanged: int
    failed: int
    waiting: int
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    vanished: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    alarms: tuple[Alarm, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlReport:
    """What `crawl` hands back; `mended` names the archive files a killed run had left open."""

    portals: tuple[PortalReport, ...]
    mended: tuple[str, ...] = ()

    @property
    def alarms(self) -> tuple[Alarm, ...]:
        return tuple(alarm for portal in self.portals for alarm in portal.alarms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The figures of one run, as the history keeps them."""

    new: int
    changed: int
    vanished: int
    asked: int
    failed: int


def urls_of(db: sqlite3.Connection, night: Night, column: str) -> tuple[str, ...]:
    """The articles whose `new_run`, `changed_run` or `vanished_run` is this run."""
    sql = f"SELECT url FROM page WHERE portal = ? AND {column} = ? AND kind = 'article' ORDER BY url"  # noqa: S608
    return tuple(url for (url,) in db.execute(sql, (night.portal, night.run)))


def count(db: sqlite3.Connection, night: Night, condition: str) -> int:
    sql = f"SELECT count(*) FROM page WHERE portal = ? AND {condition}"  # noqa: S608 - conditions of our own
    return int(db.execute(sql, (night.portal, *[night.run] * condition.count("?"))).fetchone()[0])


def history(db: sqlite3.Connection, portal: str, runs: int = 30) -> list[Tally]:
    """The figures of the last finished runs, newest first."""
    rows = db.execute(
        "SELECT new, changed, vanished, asked, failed FROM run"
        " WHERE portal = ? AND ended IS NOT NULL ORDER BY id DESC LIMIT ?",
        (portal, runs),
    )
    return [Tally(new=n, changed=c, vanished=v, asked=a, failed=f) for n, c, v, a, f in rows]


def conclude(db: sqlite3.Connection, night: Night, tally: Tally, alarms: tuple[Alarm, ...], now: datetime) -> None:
    """The run is over: its figures join the history."""
    db.execute(
        "UPDATE run SET ended = ?, new = ?, changed = ?, vanished = ?, asked = ?, failed = ?, alarms = ?"
        " WHERE portal = ? AND id = ?",
        (
            now.isoformat(), tally.new, tally.changed, tally.vanished, tally.asked, tally.failed,
            "\n".join(f"{alarm.sign} {alarm.example or ''}".strip() for alarm in alarms), night.portal, night.run,
        ),
    )  # fmt: skip
