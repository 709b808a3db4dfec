"""Who is this: a person by name, without marks or with a slip too."""

from __future__ import annotations

import duckdb
from rapidfuzz import process
from rapidfuzz.distance import OSA

from normalize.names import bare
from warehouse.ask import Answer, ask


def who(con: duckdb.DuckDBPyConnection, name: str) -> list[Answer]:
    """Posts, sessions, words and sources of “Doan Hong Phong”, each with its sentence."""
    people = people_called(con, bare(name))
    return [ask(con, f"who/{part}", people=people) for part in ("people", "posts", "sessions", "statements", "sources")]


def people_called(con: duckdb.DuckDBPyConnection, wanted: str) -> list[str]:
    """The name itself, else the names with the fewest letters wrong, else those that hold the words."""
    found = ask(con, "who/called", bare=wanted).column("person_id")
    if not found:
        found = [p for name in slips(con, wanted) for p in ask(con, "who/called", bare=name).column("person_id")]
    return found or ask(con, "who/holding", bare=wanted).column("person_id")


def slips(con: duckdb.DuckDBPyConnection, wanted: str) -> list[str]:
    """Names one or two letters apart: “doan hong phng” for “doan hong phong”."""
    names = ask(con, "who/near", bare=wanted).column("bare")
    most = 1 if len(wanted) < 9 else 2
    close = process.extract(wanted, names, scorer=OSA.distance, score_cutoff=most, limit=10)
    least = min((distance for _, distance, _ in close), default=0)
    return sorted(name for name, distance, _ in close if distance == least)
