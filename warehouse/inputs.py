"""What goes into a build: the files, their digest, and how SQL sees them."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import duckdb
import pyarrow as pa

from crawler import parquet
from crawler.article import Article
from crawler.clean.attachments import Attachment
from crawler.portals import load_portals
from crawler.workspace import DATA, Workspace
from extract.stage import Filed, article_files, reading_file
from normalize.registry import Registry, registry_files
from warehouse.schema import HERE, quoted


def digest(workspace: Workspace) -> str:
    """A digest of every input and of the program that builds: equal digests, equal tables."""
    articles = article_files(workspace)
    readings = [path for path in (reading_file(workspace, a) for a in articles) if path.is_file()]
    portals = [*sorted((DATA / "portals").glob("*.toml")), *sorted(workspace.portals.glob("*.toml"))]
    program = [
        *sorted(HERE.rglob("*.sql")),
        *sorted(HERE.glob("*.py")),
        *sorted((HERE.parent / "normalize").glob("*.py")),
    ]
    total = hashlib.blake2b(digest_size=16)
    for path in (*articles, *readings, *attachment_files(workspace), *registry_files(workspace), *portals, *program):
        total.update(str(path.parent.name + "/" + path.name).encode())
        with path.open("rb") as file:
            total.update(hashlib.file_digest(file, "blake2b").digest())
    return total.hexdigest()


def attach(con: duckdb.DuckDBPyConnection, workspace: Workspace, registry: Registry) -> None:
    """The temporary inputs of current.sql and load.sql: article_file, filed, attachment_file, portal_home, …"""
    articles = article_files(workspace)
    readings = [path for path in (reading_file(workspace, a) for a in articles) if path.is_file()]
    view(con, "article_file", articles, workspace.articles, Article)
    view(con, "filed", readings, workspace.readings, Filed)
    view(con, "attachment_file", attachment_files(workspace), workspace.attachments, Attachment)
    homes = {portal.id: portal.place for portal in load_portals(workspace).values()}
    table(con, "portal_home", pa.table({"portal": list(homes), "home": list(homes.values())}, text("portal", "home")))
    removed = registry.removed_articles
    table(con, "removed_article", pa.table({"article_id": removed}, text("article_id")))


def attachment_files(workspace: Workspace) -> list[Path]:
    """Every Parquet file of attachments; a name that opens with a dot is half-written."""
    return [path for path in sorted(workspace.attachments.glob("*.parquet")) if not path.name.startswith(".")]


def view(con: duckdb.DuckDBPyConnection, name: str, files: list[Path], folder: Path, record_type: type) -> None:
    """A view over Parquet files with the path of each row's file below its folder, “portal=…/month=…/x.parquet”."""
    if not files:
        empty = parquet.arrow_schema(record_type).append(pa.field("path", pa.string())).empty_table()
        table(con, name, empty)
        return
    names = ", ".join(quoted(str(path)) for path in files)
    con.execute(
        f"CREATE TEMP VIEW {name} AS SELECT * EXCLUDE (filename), filename[{len(str(folder)) + 2}:] AS path"  # noqa: S608
        f" FROM read_parquet([{names}], hive_partitioning = false, union_by_name = true, filename = true)"
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
