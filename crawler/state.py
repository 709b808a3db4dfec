"""What is known of every URL, in SQLite: what it is, when it was seen, when to ask again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

REVISIT_DAYS = (1, 3, 7, 30, 90)
"""An article is asked for again after so many days, the last for ever; a list page every night."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS page (
    portal TEXT NOT NULL, key TEXT NOT NULL, url TEXT NOT NULL, kind TEXT NOT NULL, depth INTEGER NOT NULL,
    first_seen TEXT NOT NULL, last_seen TEXT, due TEXT NOT NULL, visits INTEGER NOT NULL DEFAULT 0,
    status INTEGER, etag TEXT, last_modified TEXT, digest TEXT, captured TEXT, vanished TEXT,
    PRIMARY KEY (portal, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS run (
    portal TEXT NOT NULL, started TEXT NOT NULL, articles INTEGER NOT NULL, pages INTEGER NOT NULL,
    matched REAL NOT NULL, alarms TEXT NOT NULL, PRIMARY KEY (portal, started)
);
"""


class PageKind(StrEnum):
    FOUND = "found"  # seen in a link, not fetched yet
    LIST = "list"
    ARTICLE = "article"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One row of the crawl state."""

    key: str
    url: str
    kind: PageKind
    depth: int
    visits: int = 0
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    captured: str | None = None


class State:
    """The crawl state of one workspace; every method is one transaction."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, isolation_level=None, timeout=30)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.executescript(SCHEMA)

    def close(self) -> None:
        self._db.close()

    def due(self, portal: str, now: datetime) -> list[Page]:
        """What to ask for tonight: pages found and never fetched, lists, articles whose day has come."""
        rows = self._db.execute(
            "SELECT key, url, kind, depth, visits, etag, last_modified, digest, captured FROM page"
            " WHERE portal = ? AND due <= ? ORDER BY depth, key",
            (portal, now.isoformat()),
        )
        return [_page(row) for row in rows]

    def page(self, portal: str, key: str) -> Page | None:
        row = self._db.execute(
            "SELECT key, url, kind, depth, visits, etag, last_modified, digest, captured FROM page"
            " WHERE portal = ? AND key = ?",
            (portal, key),
        ).fetchone()
        return _page(row) if row else None

    def fetched(self, portal: str, page: Page, status: int, now: datetime, found: Iterable[Page]) -> None:
        """A page was read, and these links stand on it: known from now on, so that a killed run goes on from here."""
        with self._transaction():
            self.found(portal, found, now)
            self._db.execute(
                "INSERT INTO page (portal, key, url, kind, depth, first_seen, last_seen, due, visits, status,"
                " etag, last_modified, digest, captured) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)"
                " ON CONFLICT (portal, key) DO UPDATE SET kind = excluded.kind, last_seen = excluded.last_seen,"
                " url = excluded.url, due = excluded.due, visits = visits + 1, status = excluded.status, etag = excluded.etag,"
                " last_modified = excluded.last_modified, digest = excluded.digest, captured = excluded.captured,"
                " vanished = NULL",
                (portal, page.key, page.url, page.kind, page.depth, now.isoformat(), now.isoformat(),
                 _next(page, now), status, page.etag, page.last_modified, page.digest, page.captured),
            )  # fmt: skip

    def unchanged(self, portal: str, page: Page, now: datetime) -> None:
        """The portal says 304: seen, and due again later than before."""
        self._db.execute(
            "UPDATE page SET last_seen = ?, due = ?, visits = visits + 1, status = 304, vanished = NULL"
            " WHERE portal = ? AND key = ?",
            (now.isoformat(), _next(page, now), portal, page.key),
        )

    def failed(self, portal: str, page: Page, status: int | None, now: datetime) -> None:
        """No page came: a 404 or 410 marks what vanished, everything else is tried again the next night."""
        gone = status in (404, 410)
        self._db.execute(
            "UPDATE page SET status = ?, due = ?, visits = visits + 1,"
            " vanished = CASE WHEN ? THEN coalesce(vanished, ?) ELSE vanished END WHERE portal = ? AND key = ?",
            (status, _next(replace(page, kind=PageKind.ARTICLE), now) if gone else _tomorrow(now), gone, now.isoformat(), portal, page.key),
        )

    def found(self, portal: str, pages: Iterable[Page], now: datetime) -> None:
        self._db.executemany(
            "INSERT OR IGNORE INTO page (portal, key, url, kind, depth, first_seen, due) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(portal, p.key, p.url, p.kind, p.depth, now.isoformat(), now.isoformat()) for p in pages],
        )

    def vanished(self, portal: str) -> list[str]:
        """URLs of the articles that are gone from the portal; their captures stay."""
        rows = self._db.execute(
            "SELECT url FROM page WHERE portal = ? AND vanished IS NOT NULL AND kind = 'article' ORDER BY url", (portal,)
        )
        return [url for (url,) in rows]

    def history(self, portal: str, runs: int = 30) -> list[tuple[int, int, float]]:
        """(articles, pages, share the layouts matched) of the last runs, newest first."""
        rows = self._db.execute(
            "SELECT articles, pages, matched FROM run WHERE portal = ? ORDER BY started DESC LIMIT ?", (portal, runs)
        )
        return list(rows)

    def ended(self, portal: str, started: datetime, articles: int, pages: int, matched: float, alarms: str) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO run VALUES (?, ?, ?, ?, ?, ?)",
            (portal, started.isoformat(), articles, pages, matched, alarms),
        )

    def _transaction(self) -> sqlite3.Connection:
        self._db.execute("BEGIN IMMEDIATE")
        return self._db


def _page(row: tuple[str, str, str, int, int, str | None, str | None, str | None, str | None]) -> Page:
    key, url, kind, depth, visits, etag, last_modified, digest, captured = row
    return Page(
        key=key, url=url, kind=PageKind(kind), depth=depth, visits=visits,
        etag=etag, last_modified=last_modified, digest=digest, captured=captured,
    )  # fmt: skip


def _next(page: Page, now: datetime) -> str:
    if page.kind in (PageKind.LIST, PageKind.FOUND):
        return now.isoformat()
    days = REVISIT_DAYS[min(page.visits, len(REVISIT_DAYS) - 1)]
    return (now + timedelta(days=days)).isoformat()


def _tomorrow(now: datetime) -> str:
    return (now + timedelta(hours=12)).isoformat()
