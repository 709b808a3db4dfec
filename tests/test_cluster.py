"""The extract stage on a Dask cluster of two processes makes the same readings as the pool of this machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_world import article, put

from crawler import parquet
from crawler.workspace import Workspace
from extract.cluster import ClusterError, extract_on
from extract.stage import Filed, extract

distributed = pytest.importorskip("distributed", reason="tinhuy[cluster] is not installed")
pytestmark = pytest.mark.filterwarnings("default")  # the cluster's own warnings are not ours


def readings(workspace: Workspace) -> dict[str, list[Filed]]:
    paths = sorted(workspace.readings.rglob("*.parquet"))
    return {str(p.relative_to(workspace.readings)): list(parquet.read(p, Filed)) for p in paths}


def test_a_cluster_reads_what_the_pool_reads(tmp_path: Path) -> None:
    here, there = Workspace(tmp_path / "here"), Workspace(tmp_path / "there")
    for workspace in (here, there):
        put(workspace, "a", [article("one"), article("two"), article("three")], read=False)
    extract(here)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        report = extract_on(cluster.scheduler_address, there)
        assert (report.articles, report.rejects) == (3, ())
        assert readings(there) == readings(here)
        assert extract_on(cluster.scheduler_address, there).articles == 0


def test_a_cluster_that_is_not_there_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.cluster.PATIENCE", "1s")
    with pytest.raises(ClusterError, match="no Dask scheduler answers"):
        extract_on("tcp://127.0.0.1:9", Workspace(tmp_path))
