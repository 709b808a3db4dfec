"""The extract stage on a Dask cluster: one task a file of articles, for archives that one machine would read for days.

Dask runs a task at least once; a file that is read twice is written twice with the same bytes, so nothing is lost
or doubled. Every worker must see the workspace at the same path. The library comes with `tinhuy[cluster]`.
"""

from __future__ import annotations

from pathlib import Path

from crawler import parquet
from crawler.article import Article, Reject
from crawler.workspace import Workspace
from extract.stage import (
    Filed,
    Progress,
    StageReport,
    article_files,
    broken,
    is_read,
    read_here,
    remove_orphans,
    revision_of,
    write,
)

PATIENCE = "20s"
"""How long a scheduler may take to answer."""


class ClusterError(ValueError):
    """The cluster cannot be used."""


def extract_on(address: str, workspace: Workspace, progress: Progress | None = None) -> StageReport:
    """Read every file that is due on the cluster at `address`, e.g. "tcp://10.0.0.1:8786"; as `stage.extract` does."""
    try:
        from distributed import Client, as_completed
    except ModuleNotFoundError as error:
        raise ClusterError("Dask is not installed: pip install 'tinhuy[cluster]'") from error
    removed = remove_orphans(workspace)
    due = [path for path in article_files(workspace) if not is_read(workspace, path)]
    articles, rejects = 0, list[Reject]()
    try:
        client = Client(address, timeout=PATIENCE)
    except (OSError, ValueError) as error:  # ValueError: no address at all
        raise ClusterError(f"no Dask scheduler answers at {address}: {error}") from error
    with client:
        tasks = client.map(read_file, [workspace] * len(due), due, pure=False, retries=2)
        for done, (_, (count, refused)) in enumerate(as_completed(tasks, with_results=True), 1):
            articles += count
            rejects += refused
            if progress:
                progress(done, len(due))
    return StageReport(files=tuple(due), articles=articles, rejects=tuple(rejects), removed=removed)


def read_file(workspace: Workspace, path: Path) -> tuple[int, list[Reject]]:
    """Read one file of articles and write its readings beside, then in place; returns how many, and the rejects."""
    filed: list[Filed] = []
    refused: list[Reject] = []
    for article in parquet.read(path, Article):
        try:
            filed.append(Filed(revision_of(article), read_here(article)))
        except Exception as error:
            refused.append(broken(article, error))
    write(workspace, path, filed, refused)
    return len(filed) + len(refused), refused
