"""The tables of the current build as Parquet or CSV files, for those who work elsewhere."""

from __future__ import annotations

from pathlib import Path

import duckdb

from crawler.workspace import Workspace, written_beside
from warehouse.ask import AskError
from warehouse.builds import current
from warehouse.schema import quoted

FORMATS = {"parquet": "FORMAT parquet, COMPRESSION zstd", "csv": "FORMAT csv, HEADER"}


def export(workspace: Workspace, folder: Path, form: str = "parquet") -> list[Path]:
    """Write every table as `<folder>/<table>.<form>`; returns the files."""
    path = current(workspace)
    if path is None:
        raise AskError(
            f"no warehouse in {workspace.home}: run “tinhuy build” first, or name another folder with --home"
        )
    if form not in FORMATS:
        raise AskError(f"no format {form}; known: {', '.join(FORMATS)}")
    written = []
    with duckdb.connect(str(path), read_only=True) as con:
        names = con.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal ORDER BY ALL").fetchall()
        for (name,) in names:
            target = folder / f"{name}.{form}"
            with written_beside(target) as beside:
                con.execute(f'COPY "{name}" TO {quoted(str(beside))} ({FORMATS[form]})')
            written.append(target)
    return written
