"""The extract stage: file by file, again only what is new, and nothing lost to a kill, a crash or a slow article."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from small_world import article, put

from crawler import parquet
from crawler.article import Article
from crawler.workspace import Workspace
from extract import stage
from extract.pipeline import read
from extract.placed import check_places
from extract.stage import Filed, extract, reading_file


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "store")


def filed(workspace: Workspace) -> dict[str, list[Filed]]:
    paths = sorted(workspace.readings.rglob("*.parquet"))
    return {str(p.relative_to(workspace.readings)): list(parquet.read(p, Filed)) for p in paths}


def test_every_article_is_read_once(workspace: Workspace) -> None:
    put(workspace, "a", [article("one"), article("two")], read=False)
    seen: list[tuple[int, int]] = []
    report = extract(workspace, progress=lambda done, total: seen.append((done, total)))
    assert (len(report.files), report.articles, report.rejects) == (2, 2, ())
    assert seen == [(1, 2), (2, 2)]
    found = filed(workspace)
    assert [reading.reading.article_id for (reading,) in found.values()] == ["one", "two"]
    assert extract(workspace).articles == 0
    assert filed(workspace) == found


def test_another_reader_reads_anew(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    put(workspace, "a", [article("one")], read=False)
    extract(workspace)
    monkeypatch.setattr(stage, "READER", "another")
    assert extract(workspace).articles == 1


def test_readings_of_a_removed_input_go(workspace: Workspace) -> None:
    put(workspace, "a", [article("one"), article("two")], read=False)
    extract(workspace)
    next(workspace.articles.rglob("*-one.parquet")).unlink()
    assert extract(workspace).removed == 1
    assert [name for name in filed(workspace) if "-one" in name] == []


def break_on_bad(of: Article) -> object:
    """Stands for rules that fail on one article, break its worker, or never end."""
    if of.id == "raises":
        raise ZeroDivisionError("a rule divides")
    if of.id == "misplaces":
        said = read(of, stage.reader_here())
        first = said.directives[0].citations[0]
        moved = replace(first, mention=first.mention._replace(text="other words"))
        return check_places(replace(said, directives=(replace(said.directives[0], citations=(moved,)),)), of.text)
    if of.id == "breaks":
        os._exit(9)
    if of.id == "sleeps":
        time.sleep(60)
    return read(of, stage.reader_here())


def test_a_bad_article_is_a_recorded_reject_and_the_rest_goes_on(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["one", "raises", "misplaces", "breaks", "sleeps", "two"]
    path = workspace.articles / "portal=binhlam" / "month=2020-05" / "a.parquet"
    parquet.write(path, [article(name) for name in names], Article, "1")
    monkeypatch.setattr(stage, "read_here", break_on_bad)
    report = extract(workspace, workers=1, seconds=15)
    assert [(r.source, r.reason) for r in report.rejects] == [
        ("raises", "broke a rule"),
        ("misplaces", "broke a rule"),
        ("breaks", "broke its worker"),
        ("sleeps", "too slow to read"),
    ]
    kept = list(parquet.read(reading_file(workspace, path), Filed))
    assert [reading.reading.article_id for reading in kept] == ["one", "two"]
    lines = (workspace.rejects / "readings/portal=binhlam/month=2020-05/a.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == 4
    assert "MisplacedError: directives." in lines[1]
    assert extract(workspace).articles == 0


RUN = """
from pathlib import Path
from crawler.workspace import Workspace
from extract.stage import extract
if __name__ == "__main__":
    extract(Workspace(Path(HOME)))
"""


def test_a_run_killed_in_the_middle_loses_nothing(workspace: Workspace, tmp_path: Path) -> None:
    other = Workspace(tmp_path / "other")
    for place in (workspace, other):
        put(place, "a", [article(f"article{n:02}") for n in range(60)], read=False)
    script = tmp_path / "run.py"
    script.write_text(RUN.replace("HOME", repr(str(workspace.home))), "utf-8")
    running = subprocess.Popen([sys.executable, str(script)])
    while running.poll() is None and not list(workspace.readings.rglob("*.parquet")):
        time.sleep(0.002)
    running.send_signal(signal.SIGKILL)
    running.wait()
    killed_at = len(filed(workspace))
    assert len(extract(workspace).files) == 60 - killed_at
    extract(other)
    assert filed(workspace) == filed(other)
