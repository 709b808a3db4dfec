"""Which sessions: of a day, month or year, at a place, of a kind; and who attended in what post and role."""

from __future__ import annotations

from datetime import date as day_of

import duckdb

from warehouse.ask import Answer, ask

UNDATED = day_of.min


def session(
    con: duckdb.DuckDBPyConnection, *, date: str | None = None, place: str | None = None, kind: str | None = None
) -> list[Answer]:
    """`session(con, date="2020-07-29")`: the sessions, then who attended them, then groups, hosts and guests."""
    found = ask(con, "session/sessions", date=date, place=place, kind=kind)
    ids, days = found.column("session_id"), [day or UNDATED for day in found.column("day")] or [UNDATED]
    attended = ask(con, "session/attended", sessions=ids, first=min(days), last=max(days))
    return [found, attended, ask(con, "session/groups", sessions=ids)]
