"""Readings → warehouse-<build>.duckdb, made beside, checked, then made current by one rename."""

from __future__ import annotations

import fcntl
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from crawler.workspace import Workspace, written_beside
from extract.pipeline import READER
from normalize.registry import Registry, load_registry
from warehouse import inputs, night, schema
from warehouse.builds import HANOI, current, make_current, new_name, said_of
from warehouse.identities import load_provinces, resolve_documents, resolve_offices, resolve_people
from warehouse.night import Night
from warehouse.take_down import mask

GONE = """CREATE TEMP TABLE official_gone
    (article_id VARCHAR, n BIGINT, name VARCHAR, posts VARCHAR[], home VARCHAR, published VARCHAR);
    CREATE TEMP TABLE day_gone (date VARCHAR)"""
"""What a night takes out of the last build."""
LOOKED_AT = """CREATE TEMP TABLE looked_at AS
    SELECT article_id FROM said UNION SELECT article_id FROM retold UNION SELECT article_id FROM renamed"""

Progress = Callable[[str], None]
"""Told which step begins."""


class BuildError(RuntimeError):
    """A build that must not become current; the one before stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """`fresh` is False when nothing that goes in has changed: the current build stands."""

    build: str
    path: Path
    fresh: bool
    counts: dict[str, int]


def build(workspace: Workspace, *, progress: Progress | None = None) -> BuildReport:
    """Make the warehouse of what the workspace holds now; running it again changes nothing."""
    progress = progress or (lambda _: None)
    with only_one(workspace):
        progress("looking at what has changed")
        before = current(workspace)
        files = inputs.files(workspace, inputs.known(before))
        digest = inputs.digest(files)
        if before and (said := said_of(before)) and said["inputs"] == digest:
            return BuildReport(build=str(said["build"]), path=before, fresh=False, counts=counts_of(said))
        name, registry = new_name(workspace), load_registry(workspace)
        path = workspace.warehouse / f"warehouse-{name}.duckdb"
        tonight = night.since(before, workspace, files, registry) if before else None
        with written_beside(path) as beside:
            beside.with_name(beside.name + ".wal").unlink(missing_ok=True)
            if before and tonight:
                shutil.copyfile(before, beside)
            with duckdb.connect(str(beside)) as con:
                fill(con, workspace, registry, tonight, progress)
                inputs.keep(con, workspace, files)
                compare(con, before)
                mask(con, registry)  # what is gone may name whom this build must not show
                progress("checking")
                check(con)
                counts = sign(con, name, digest, before)
                con.execute("CHECKPOINT")
        make_current(workspace, path)
        return BuildReport(build=name, path=path, fresh=True, counts=counts)


@contextmanager
def only_one(workspace: Workspace) -> Iterator[None]:
    """Two builds at once would remove each other's half-made files; what a killed one left is removed here."""
    workspace.warehouse.mkdir(parents=True, exist_ok=True)
    with (workspace.warehouse / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BuildError("another build is running on this workspace; wait for it to end") from error
        for half_made in workspace.warehouse.glob(".warehouse-*"):
            half_made.unlink(missing_ok=True)
        yield


def fill(
    con: duckdb.DuckDBPyConnection, workspace: Workspace, registry: Registry, tonight: Night | None, progress: Progress
) -> None:
    """Tables, then what is said now, then who and which, then the facts, then what is said over several articles."""
    started = time.monotonic()
    con.execute("SET TimeZone = 'Asia/Ho_Chi_Minh'")
    con.execute("CREATE TEMP TABLE clock AS SELECT ?::DOUBLE AS started", [started])
    con.execute(GONE)
    if tonight:
        night.clear(con, tonight)
    else:
        for script in (schema.statements(), schema.read("macros.sql"), *schema.views().values()):
            con.execute(script)
    progress("reading the readings")
    inputs.attach(con, workspace, registry, tonight.files if tonight else None)
    con.execute(schema.read("current.sql"))
    progress("people, posts and documents")
    resolve_people(con, registry)
    resolve_offices(con)
    resolve_documents(con)
    load_provinces(con)
    progress("facts")
    con.execute(schema.read("load.sql"))
    con.execute(schema.read("moved.sql"))
    con.execute(schema.read("over.sql"))
    mask(con, registry)
    con.execute(LOOKED_AT)
    con.execute(schema.read("across.sql"))  # of masked words: no name taken down comes in from another article


def compare(con: duckdb.DuckDBPyConnection, before: Path | None) -> None:
    """Fill the table `change`; a build of another shape cannot be compared with, and is not."""
    if before is None:
        return
    con.execute(f"ATTACH {schema.quoted(str(before))} AS before (READ_ONLY)")
    try:
        con.execute(schema.read("compare.sql"))
    except (duckdb.CatalogException, duckdb.BinderException):
        con.execute("DELETE FROM change")
    con.execute("DETACH before")


def check(con: duckdb.DuckDBPyConnection) -> None:
    """Raise where checks.sql counts a row: a build that breaks a law never becomes current."""
    if broken := con.execute(schema.read("checks.sql")).fetchall():
        raise BuildError(
            "the build is not kept: " + "; ".join(f"{what}: {rows}, e.g. {example}" for what, rows, example in broken)
        )


def sign(con: duckdb.DuckDBPyConnection, name: str, digest: str, before: Path | None) -> dict[str, int]:
    """One row that makes a result citable: build, commit, reader, counts."""
    con.execute(
        """INSERT INTO build BY NAME
        SELECT $name AS build, $at AS built_at, $digest AS inputs, $commit AS "commit", $reader AS reader,
            (SELECT count(*) FROM article) AS articles, (SELECT count(*) FROM official) AS officials,
            (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM document) AS documents,
            (SELECT count(*) FROM indicator) AS indicators, (SELECT count(*) FROM session) AS sessions,
            $now - (SELECT started FROM clock) AS seconds, $previous AS previous""",
        {
            "name": name, "at": datetime.now(HANOI), "digest": digest, "commit": inputs.commit(), "reader": READER,
            "now": time.monotonic(), "previous": before.stem.removeprefix("warehouse-") if before else None,
        },
    )  # fmt: skip
    cursor = con.execute("SELECT * FROM build")
    return counts_of(dict(zip([c[0] for c in cursor.description], cursor.fetchall()[0], strict=True)))


def counts_of(said: dict[str, object]) -> dict[str, int]:
    names = ("articles", "officials", "people", "documents", "indicators", "sessions")
    return {name: int(str(said[name])) for name in names}
