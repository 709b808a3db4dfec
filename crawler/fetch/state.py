"""What is known of every URL, in SQLite: what it is, when it was seen, when to ask again.

A row is written only after its record is whole in the archive, so a killed run loses nothing:
the next one takes up the same run and asks for what has no answer yet.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

from crawler.archive import Place
from crawler.fetch.night import Night

STALE = timedelta(hours=20)
"""A killed run older than this is not taken up again: a new night begins."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS page (
    portal TEXT NOT NULL, key TEXT NOT NULL, url TEXT NOT NULL, kind TEXT NOT NULL, depth INTEGER NOT NULL,
    step INTEGER NOT NULL, first_seen TEXT NOT NULL, last_seen TEXT, due TEXT NOT NULL, rung INTEGER NOT NULL DEFAULT 0,
    status INTEGER, error TEXT, etag TEXT, modified TEXT, digest TEXT, region TEXT, file TEXT, offset INTEGER,
    vanished TEXT, asked_run TEXT, new_run TEXT, changed_run TEXT, vanished_run TEXT,
    PRIMARY KEY (portal, key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS page_due ON page (portal, due);
CREATE TABLE IF NOT EXISTS payload (
    digest TEXT PRIMARY KEY, url TEXT, date TEXT, file TEXT, offset INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS run (
    portal TEXT NOT NULL, id TEXT NOT NULL, ended TEXT, new INTEGER, changed INTEGER, vanished INTEGER,
    asked INTEGER, failed INTEGER, alarms TEXT, PRIMARY KEY (portal, id)
) WITHOUT ROWID;
"""


class State:
    """The crawl state of one workspace; `with` it closes, what one method writes is one transaction."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.db = sqlite3.connect(path, timeout=30, isolation_level=None)
        self.db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;" + SCHEMA)

    def close(self) -> None:
        self.db.close()

    def begin(self, portal: str, now: datetime) -> Night:
        """Tonight's run: a killed one is taken up again, else a new one begins."""
        row = self.db.execute("SELECT max(id) FROM run WHERE portal = ? AND ended IS NULL", (portal,)).fetchone()
        if row[0] and now - datetime.fromisoformat(row[0]) < STALE:
            return Night(self.db, portal, str(row[0]))
        run = now.isoformat(timespec="microseconds")
        self.db.execute("INSERT OR REPLACE INTO run (portal, id) VALUES (?, ?)", (portal, run))
        return Night(self.db, portal, run)

    def forget_beyond(self, file: str, length: int) -> None:
        """A mended WARC file ends at `length`: what stood after it is asked for again."""
        self.db.execute("BEGIN")
        with self.db:
            self.db.execute(
                "UPDATE page SET asked_run = NULL, etag = NULL, modified = NULL, due = ''"
                " WHERE file = ? AND offset >= ?",
                (file, length),
            )
            self.db.execute("DELETE FROM payload WHERE file = ? AND offset >= ?", (file, length))

    def payload(self, digest: str) -> Place | None:
        """Where the archive holds a payload already."""
        row = self.db.execute("SELECT url, date, file, offset FROM payload WHERE digest = ?", (digest,)).fetchone()
        return Place(url=row[0], date=row[1], file=row[2], offset=row[3]) if row else None
