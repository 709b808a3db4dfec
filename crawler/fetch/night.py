"""One run over one portal: which pages are due, and what came of each, noted once its record is in the archive."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from crawler.archive import Place

REVISIT_DAYS = (1, 3, 7, 30, 90)
"""Days until a page is asked for again, as long as it does not change; the last for ever."""
EARLY = timedelta(hours=6)
"""A night may begin some hours earlier than the one before it."""
GONE = ("redirects away", "not found")
"""Answers that say a page is no more without saying 404: to the front page, or “không tìm thấy” with status 200."""


class PageKind(StrEnum):
    """What the portal's TOML makes of a URL."""

    LIST = "list"
    ARTICLE = "article"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page to ask for; `step` counts pagination (“…/page/3”), which does not go deeper."""

    key: str
    url: str
    kind: PageKind
    depth: int = 0
    step: int = 0
    etag: str | None = None
    modified: str | None = None
    digest: str | None = None
    region: str | None = None
    seen: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came: a status or an error, its validators, the hash of its article region, where it is archived."""

    url: str
    status: int | None
    error: str | None = None
    etag: str | None = None
    modified: str | None = None
    digest: str | None = None
    region: str | None = None
    place: Place | None = None


DUE = "portal = ? AND due <= ? AND asked_run IS NOT ?"
COLUMNS = "key, url, kind, depth, step, etag, modified, digest, region, last_seen"


class Night:
    """One run over one portal: what is due, and what came of it."""

    def __init__(self, db: sqlite3.Connection, portal: str, run: str) -> None:
        self._db, self.portal, self.run = db, portal, run

    def due(self) -> Iterator[Page]:
        """What to ask for: lists, pages never fetched, pages whose day has come."""
        rows = self._db.execute(
            f"SELECT {COLUMNS} FROM page WHERE {DUE}"  # noqa: S608 - words of our own
            " ORDER BY kind <> 'list', last_seen IS NOT NULL, depth, key",
            (self.portal, self.run, self.run),
        )
        return (_page(row) for row in rows)

    def waiting(self) -> int:
        """How many pages are due and not answered yet."""
        sql = f"SELECT count(*) FROM page WHERE {DUE}"  # noqa: S608 - words of our own
        return int(self._db.execute(sql, (self.portal, self.run, self.run)).fetchone()[0])

    def page(self, key: str) -> Page | None:
        """A page by its canonical URL."""
        sql = f"SELECT {COLUMNS} FROM page WHERE portal = ? AND key = ?"  # noqa: S608
        row = self._db.execute(sql, (self.portal, key)).fetchone()
        return _page(row) if row else None

    def lists(self) -> list[str]:
        """The canonical URLs of all list pages known."""
        sql = "SELECT key FROM page WHERE portal = ? AND kind = 'list'"
        return [key for (key,) in self._db.execute(sql, (self.portal,))]

    def plant(self, pages: Iterable[Page], now: datetime) -> None:
        """Pages that are due every night, known or not."""
        self._db.execute("BEGIN")
        with self._db:
            for page in pages:
                self._insert(page, now)
                self._hasten(page.key)

    def fetched(
        self, page: Page, answer: Answer, now: datetime, links: Iterable[Page] = (), due: Iterable[str] = ()
    ) -> None:
        """Note at once a page that was answered, the links on it, and the known pages it makes due tonight."""
        self._db.execute("BEGIN")
        with self._db:
            for link in (*links, page):
                self._insert(link, now)
            for key in due:
                self._hasten(key)
            if answer.place and answer.digest and answer.status == 200:
                place = answer.place
                self._db.execute(
                    "INSERT OR IGNORE INTO payload VALUES (?, ?, ?, ?, ?)",
                    (answer.digest, place.url, place.date, place.file, place.offset),
                )
            seen = answer.status in (200, 304) and answer.error is None
            (self._seen if seen else self._missed)(page, answer, now)

    def _hasten(self, key: str) -> None:
        self._db.execute("UPDATE page SET due = ? WHERE portal = ? AND key = ?", (self.run, self.portal, key))

    def _insert(self, page: Page, now: datetime) -> None:
        cursor = self._db.execute(
            "INSERT OR IGNORE INTO page (portal, key, url, kind, depth, step, first_seen, due)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, '')",  # due until it is asked for, whatever the clock says
            (self.portal, page.key, page.url, page.kind, page.depth, page.step, now.isoformat()),
        )
        if cursor.rowcount == 0:  # a shorter way to it
            self._db.execute(
                "UPDATE page SET depth = ? WHERE portal = ? AND key = ? AND depth > ?",
                (page.depth, self.portal, page.key, page.depth),
            )

    def _seen(self, page: Page, answer: Answer, now: datetime) -> None:
        came, first = answer.status == 200, page.region is None
        changed = came and not first and answer.region != page.region
        rung = 0 if first or changed else min(self._rung(page) + 1, len(REVISIT_DAYS) - 1)
        always = page.kind == PageKind.LIST and page.step == 0
        kept = answer if came else page  # a 304 repeats what is known
        values: dict[str, object] = {
            "url": answer.url,
            "kind": page.kind,
            "last_seen": now.isoformat(),
            "due": self.run if always else self._in_days(REVISIT_DAYS[rung]),
            "rung": rung,
            "etag": kept.etag,
            "modified": kept.modified,
            "digest": kept.digest,
            "region": kept.region,
            "vanished": None,
        }
        if answer.place:
            values |= {"file": answer.place.file, "offset": answer.place.offset}
        values |= {"new_run": self.run} if first else {"changed_run": self.run} if changed else {}
        self._update(page, answer, values)

    def _missed(self, page: Page, answer: Answer, now: datetime) -> None:
        """Gone pages are marked and asked for more seldom; what merely failed is asked the next night."""
        gone = answer.status in (404, 410) or answer.error in GONE
        settled = gone or answer.error in ("moved", "robots.txt forbids it")
        rung = min(max(self._rung(page) + 1, 2), len(REVISIT_DAYS) - 1) if settled else 0
        values: dict[str, object] = {"due": self._in_days(REVISIT_DAYS[rung]), "rung": rung}
        if gone and page.region is not None and not self._is_marked(page):
            values |= {"vanished": now.isoformat(), "vanished_run": self.run}
        self._update(page, answer, values)

    def _update(self, page: Page, answer: Answer, values: dict[str, object]) -> None:
        values |= {"status": answer.status, "error": answer.error, "asked_run": self.run}
        self._db.execute(
            f"UPDATE page SET {', '.join(f'{name} = ?' for name in values)}"  # noqa: S608 - names of our own
            " WHERE portal = ? AND key = ?",
            (*values.values(), self.portal, page.key),
        )

    def _in_days(self, days: int) -> str:
        return (datetime.fromisoformat(self.run) + timedelta(days=days) - EARLY).isoformat(timespec="microseconds")

    def _rung(self, page: Page) -> int:
        sql = "SELECT rung FROM page WHERE portal = ? AND key = ?"
        return int(self._db.execute(sql, (self.portal, page.key)).fetchone()[0])

    def _is_marked(self, page: Page) -> bool:
        sql = "SELECT vanished FROM page WHERE portal = ? AND key = ?"
        return self._db.execute(sql, (self.portal, page.key)).fetchone()[0] is not None


def _page(row: tuple[str, str, str, int, int, str | None, str | None, str | None, str | None, str | None]) -> Page:
    key, url, kind, depth, step, etag, modified, digest, region, seen = row
    return Page(
        key=key, url=url, kind=PageKind(kind), depth=depth, step=step,
        etag=etag, modified=modified, digest=digest, region=region, seen=seen,
    )  # fmt: skip
