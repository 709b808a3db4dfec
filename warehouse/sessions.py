"""Which sessions: of a day, month or year, at a place, of a kind; and who attended in what post and role."""

from __future__ import annotations

import duckdb

from warehouse.ask import Answer, ask


def session(
    con: duckdb.DuckDBPyConnection, *, date: str | None = None, place: str | None = None, kind: str | None = None
) -> list[Answer]:
    """`session(con, date="2020-07-29")`: the sessions, then who attended them, then groups, hosts and guests."""
    found = ask(con, "session/sessions", date=date, place=place, kind=kind)
    ids = found.column("session_id")
    return [found, ask(con, "session/attended", sessions=ids), ask(con, "session/groups", sessions=ids)]
