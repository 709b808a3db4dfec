"""Asking: the SELECTs of questions/ over the current build, read-only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb

from crawler.workspace import Workspace
from warehouse import schema
from warehouse.builds import current


class AskError(ValueError):
    """A question that cannot be put: no warehouse, or SQL that does not run."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One table of an answer."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def column(self, name: str) -> list[Any]:
        place = self.columns.index(name)
        return [row[place] for row in self.rows]


@contextmanager
def opened(workspace: Workspace) -> Iterator[duckdb.DuckDBPyConnection]:
    """The current build, read-only and with no way to the files and networks around it."""
    path = current(workspace)
    if path is None:
        raise AskError(
            f"no warehouse in {workspace.home}: run “tinhuy build” first, or name another folder with --home"
        )
    with duckdb.connect(str(path), read_only=True) as con:
        con.execute("SET TimeZone = 'Asia/Ho_Chi_Minh'")
        con.execute("SET enable_external_access = false")
        con.execute("SET lock_configuration = true")
        yield con


def ask(con: duckdb.DuckDBPyConnection, question: str, **values: Any) -> Answer:
    """The answer of one file: `ask(con, "who/posts", people=[…])` runs questions/who/posts.sql."""
    return run(con, question.rpartition("/")[2], schema.read(f"questions/{question}.sql"), values)


def sql(con: duckdb.DuckDBPyConnection, query: str) -> Answer:
    """Any SELECT over the tables and views: `sql(con, "FROM contradictions")`."""
    try:
        return run(con, "sql", query)
    except duckdb.Error as error:
        raise AskError(f"SQL: {' '.join(str(error).split())}") from error


def run(con: duckdb.DuckDBPyConnection, title: str, query: str, values: Any = None) -> Answer:
    cursor = con.execute(query, values)
    columns = tuple(column[0] for column in cursor.description or ())
    return Answer(title, columns, tuple(cursor.fetchall()))


def views(con: duckdb.DuckDBPyConnection) -> Answer:
    """The questions that are views already, each with what it answers."""
    return ask(con, "views")


def changed(con: duckdb.DuckDBPyConnection) -> Answer:
    """What the newest build has that the one before had not."""
    return ask(con, "changed")
