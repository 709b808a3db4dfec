"""Whether two builds hold the same facts: rows that stand in one of them only, table by table."""

from __future__ import annotations

from pathlib import Path

import duckdb

OF_THE_RUN = ("build", "change", "input")
"""Tables that tell of the build itself, not of the articles."""


def tables(path: Path) -> list[str]:
    """The tables of a build whose rows are facts."""
    with duckdb.connect(str(path), read_only=True) as con:
        names = con.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal ORDER BY ALL").fetchall()
    return [name for (name,) in names if name not in OF_THE_RUN]


def differences(one: Path, other: Path) -> dict[str, int]:
    """How many rows stand in one build only, by table; a build made anew from the same archive gives {}."""
    found = {}
    with duckdb.connect() as con:
        con.execute(f"ATTACH '{one}' AS one (READ_ONLY)")
        con.execute(f"ATTACH '{other}' AS other (READ_ONLY)")
        for name in tables(one):
            query = f'SELECT count(*) FROM (FROM {{}}."{name}" EXCEPT ALL FROM {{}}."{name}")'  # noqa: S608
            ((more,),) = con.execute(query.format("one", "other")).fetchall()
            ((less,),) = con.execute(query.format("other", "one")).fetchall()
            if more or less:
                found[name] = more + less
    return found
