"""What goes into a build: the files, their digests, and how SQL sees them."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from crawler import parquet
from crawler.article import Article
from crawler.clean.attachments import Attachment
from crawler.portals import load_portals
from crawler.workspace import DATA, Workspace
from extract.stage import Filed, article_files, reading_file
from normalize.registry import Registry, registry_files
from warehouse.schema import HERE, quoted


class File(NamedTuple):
    """A file that goes in: the digest of its bytes, and a stamp that no other bytes at its place can have."""

    digest: str
    stamp: str


def known(before: Path | None) -> dict[str, File]:
    """What the last build says of its files: where the stamp still stands no bytes are read."""
    if before is None:
        return {}
    try:
        with duckdb.connect(str(before), read_only=True) as con:
            rows = con.execute("SELECT file, digest, stamp FROM input").fetchall()
    except duckdb.Error:  # a build of another shape
        return {}
    return {file: File(digest, stamp) for file, digest, stamp in rows}


def files(workspace: Workspace, past: Mapping[str, File] | None = None) -> dict[str, File]:
    """Every input and the program that builds, each file by its place."""
    articles = article_files(workspace)
    readings = [path for path in (reading_file(workspace, a) for a in articles) if path.is_file()]
    of_workspace = [*articles, *readings, *attachment_files(workspace), *sorted(workspace.portals.glob("*.toml"))]
    program = [*HERE.rglob("*.sql"), *HERE.glob("*.py"), *(HERE.parent / "normalize").glob("*.py")]
    data = [*(DATA / "portals").glob("*.toml"), *(DATA / "lexicon").glob("*.toml")]
    found = {path.relative_to(workspace.home).as_posix(): path for path in of_workspace}
    found |= {f"program/{path.relative_to(HERE.parent).as_posix()}": path for path in sorted([*program, *data])}
    found |= {f"registry/{n}": path for n, path in enumerate(registry_files(workspace))}  # the packaged ones first
    return {name: seen(path, (past or {}).get(name)) for name, path in found.items()}


def seen(path: Path, past: File | None) -> File:
    """The stamp is taken first: a file replaced while it is read is read again by the next build."""
    at = path.stat()
    stamp = f"{at.st_ino} {at.st_size} {at.st_mtime_ns} {at.st_ctime_ns}"
    if past and past.stamp == stamp:
        return past
    with path.open("rb") as file:
        return File(hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest(), stamp)


def digest(found: Mapping[str, File]) -> str:
    """One digest of all: equal digests, equal tables."""
    said = "\n".join(f"{name} {file.digest}" for name, file in sorted(found.items()))
    return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()


def articles_in(path: Path) -> list[str]:
    """The ids in a file of articles."""
    return sorted(set(pq.read_table(path, columns=["id"])["id"].to_pylist()))


def keep(con: duckdb.DuckDBPyConnection, workspace: Workspace, found: Mapping[str, File]) -> None:
    """The table `input`: by it the next night knows what has changed."""
    past = {file: File(*said) for file, *said in con.execute("SELECT file, digest, stamp FROM input").fetchall()}
    new = {name: file for name, file in found.items() if past.get(name) != file}
    held = [articles_in(workspace.home / name) if name.startswith("articles/") else None for name in new]
    columns = {
        "file": list(new),
        "digest": [file.digest for file in new.values()],
        "articles": pa.array(held, pa.list_(pa.string())),
        "stamp": [file.stamp for file in new.values()],
    }
    table(con, "input_now", pa.table(columns))
    gone = [name for name in past if name in new or name not in found]
    con.execute("DELETE FROM input WHERE file IN (SELECT unnest(?::VARCHAR[]))", [gone])
    con.execute("INSERT INTO input BY NAME FROM input_now ORDER BY file")


def attach(
    con: duckdb.DuckDBPyConnection, workspace: Workspace, registry: Registry, touched: list[Path] | None = None
) -> None:
    """The temporary inputs of current.sql and load.sql: article_file, filed, attachment_file, portal_home, …

    Of a night only the files touched are read, and of them only what stands in the table touched_article.
    """
    articles = article_files(workspace) if touched is None else touched
    readings = [path for path in (reading_file(workspace, a) for a in articles) if path.is_file()]
    of_night = "{} IN (SELECT article_id FROM touched_article)" if touched is not None else "true"
    view(con, "article_file", articles, workspace.articles, Article, where=of_night.format("id"))
    view(con, "filed", readings, workspace.readings, Filed, where=of_night.format("reading.article_id"))
    view(con, "attachment_file", attachment_files(workspace), workspace.attachments, Attachment)
    homes = {portal.id: portal.place for portal in load_portals(workspace).values()}
    table(con, "portal_home", pa.table({"portal": list(homes), "home": list(homes.values())}, text("portal", "home")))
    removed = registry.removed_articles
    table(con, "removed_article", pa.table({"article_id": removed}, text("article_id")))


def attachment_files(workspace: Workspace) -> list[Path]:
    """Every Parquet file of attachments; a name that opens with a dot is half-written."""
    return [path for path in sorted(workspace.attachments.glob("*.parquet")) if not path.name.startswith(".")]


def view(
    con: duckdb.DuckDBPyConnection,
    name: str,
    files: list[Path],
    folder: Path,
    record_type: type,
    *,
    where: str = "true",
) -> None:
    """A view over Parquet files with the path of each row's file below its folder, “portal=…/month=…/x.parquet”."""
    if not files:
        empty = parquet.arrow_schema(record_type).append(pa.field("path", pa.string())).empty_table()
        table(con, name, empty)
        return
    names = ", ".join(quoted(str(path)) for path in files)
    con.execute(
        f"CREATE TEMP VIEW {name} AS SELECT * EXCLUDE (filename), filename[{len(str(folder)) + 2}:] AS path"  # noqa: S608
        f" FROM read_parquet([{names}], hive_partitioning = false, union_by_name = true, filename = true)"
        f" WHERE {where}"
    )


def table(con: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """A temporary table of an Arrow table."""
    con.register("arrow_rows", rows)
    con.execute(f"CREATE TEMP TABLE {name} AS SELECT * FROM arrow_rows")  # noqa: S608 - names are our own
    con.unregister("arrow_rows")


def text(*names: str) -> pa.Schema:
    return pa.schema([pa.field(name, pa.string()) for name in names])


def commit() -> str | None:
    """The commit of the program, where it runs from a clone."""
    try:
        asked = ["git", "-C", str(HERE), "rev-parse", "--short=12", "HEAD"]
        return subprocess.run(asked, capture_output=True, text=True, check=True, timeout=10).stdout.strip()  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
