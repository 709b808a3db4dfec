"""The builds of a workspace: their names, which one answers now, how the next takes its place."""

from __future__ import annotations

import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

import duckdb

from crawler.workspace import Workspace

HANOI = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
KEPT = 3
"""Good builds that stay, the current one among them."""


def current(workspace: Workspace) -> Path | None:
    """The file that answers now; None before the first build."""
    link = workspace.warehouse / "current.duckdb"
    return link.resolve() if link.exists() else None


def said_of(path: Path) -> dict[str, object] | None:
    """The row of the table `build` in a finished warehouse; None where the file is not one."""
    try:
        with duckdb.connect(str(path), read_only=True) as con:
            cursor = con.execute("SELECT * FROM build")
            return dict(zip([c[0] for c in cursor.description], cursor.fetchall()[0], strict=True))
    except (duckdb.Error, IndexError):
        return None


def new_name(workspace: Workspace) -> str:
    """The time, “20261124T171500”; a second build in one second gets a number behind."""
    stamp = datetime.now(HANOI).strftime("%Y%m%dT%H%M%S")
    taken = {path.stem.removeprefix("warehouse-") for path in workspace.warehouse.glob("warehouse-*.duckdb")}
    return next(n for n in (stamp, *(f"{stamp}-{i}" for i in range(2, 1000))) if n not in taken)


def make_current(workspace: Workspace, path: Path) -> None:
    """Point current.duckdb at a finished build, in one step; older builds beyond the kept ones go."""
    link = workspace.warehouse / "current.duckdb"
    beside = link.with_name(f".warehouse-current.{os.getpid()}")
    beside.symlink_to(path.name)
    beside.replace(link)
    builds = sorted(workspace.warehouse.glob("warehouse-*.duckdb"), key=lambda p: (p.stat().st_mtime_ns, p.name))
    for old in builds[:-KEPT]:
        if old != path:
            old.unlink()
