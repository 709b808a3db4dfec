"""A build: repeated, compared with the one before, refused, kept, read meanwhile and killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from small_world import TEXT, article, put, rows

from crawler.workspace import Workspace
from warehouse import inputs, schema
from warehouse.ask import ask, changed, opened, sql
from warehouse.build import BuildError, build
from warehouse.builds import current
from warehouse.equal import differences, tables


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "store")


def test_building_again_changes_nothing(workspace: Workspace) -> None:
    put(workspace, "a", [article("one"), article("two", portal="daksong")])
    first = build(workspace)
    second = build(workspace)
    assert (second.build, second.fresh) == (first.build, False)


def test_bytes_are_read_again_where_a_file_has_been_touched(workspace: Workspace) -> None:
    put(workspace, "a", [article("one")])
    put(workspace, "b", [article("two")])
    before = build(workspace)
    past = inputs.known(before.path)
    assert all(file is past[name] for name, file in inputs.files(workspace, past).items())
    path = min(workspace.articles.rglob("*.parquet"))
    name, at, written = path.relative_to(workspace.home).as_posix(), path.stat(), path.read_bytes()
    path.write_bytes(bytes(len(written)))  # as long, and as old
    os.utime(path, ns=(at.st_atime_ns, at.st_mtime_ns))
    now = inputs.files(workspace, past)
    assert [file for file in now if now[file].digest != past[file].digest] == [name]
    path.write_bytes(written)
    now = inputs.files(workspace, past)
    assert now[name] != past[name]
    assert inputs.digest(now) == inputs.digest(past)
    assert not build(workspace).fresh


def test_a_rebuild_gives_equal_tables(workspace: Workspace, tmp_path: Path) -> None:
    other = Workspace(tmp_path / "other")
    for place in (workspace, other):
        put(place, "a", [article("one"), article("two", portal="daksong")])
    one, two = build(workspace).path, build(other).path
    assert "presence" in tables(one)
    assert differences(one, two) == {}


def test_what_changed_is_what_the_build_before_had_not(workspace: Workspace) -> None:
    put(workspace, "a", [article("one")])
    build(workspace)
    assert rows(workspace, "FROM changed_last_night") == []
    revised = TEXT.replace("đồng chí Trần Hữu Bằng, Bí thư Huyện ủy Bình Lâm chủ trì", "lãnh đạo huyện chủ trì", 1)
    revised = revised.replace("Đồng chí Trần Hữu Bằng nhấn mạnh", "Lãnh đạo huyện nhấn mạnh")
    put(
        workspace,
        "b",
        [article("one", revised, captured="2020-05-20T01:00:00+07:00"), article("new", portal="daksong")],
    )
    build(workspace)
    with opened(workspace) as con:
        found = {(row[0], row[1], row[-1]) for row in changed(con).rows}
    assert ("revised", "article", "one") in found
    assert ("gone", "post", "one") in found
    assert ("appeared", "article", "new") in found
    assert ("appeared", "session", "new") in found
    assert ("appeared", "article", "one") not in found


def test_a_build_that_breaks_a_law_is_not_kept(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    put(workspace, "a", [article("one")])
    good = build(workspace)
    moved = schema.read("load.sql") + '\nUPDATE citation SET "start" = "start" + 1;'
    monkeypatch.setattr(
        schema, "read", lambda name: moved if name == "load.sql" else (schema.HERE / name).read_text("utf-8")
    )
    put(workspace, "b", [article("two")])
    with pytest.raises(BuildError, match="words of citation"):
        build(workspace)
    assert current(workspace) == good.path
    assert list(workspace.warehouse.glob(".warehouse-*")) == []


def test_three_good_builds_stay(workspace: Workspace) -> None:
    for n in range(5):
        put(workspace, f"input{n}", [article(f"article{n}")])
        last = build(workspace)
    assert len(list(workspace.warehouse.glob("warehouse-*.duckdb"))) == 3
    assert current(workspace) == last.path
    with opened(workspace) as con:
        assert ask(con, "changed").column("article_id")[0] == "article4"


def test_a_reader_keeps_its_build_while_the_next_is_made(workspace: Workspace) -> None:
    put(workspace, "a", [article("one")])
    build(workspace)
    with opened(workspace) as con:
        put(workspace, "b", [article("two")])
        build(workspace)
        assert sql(con, "SELECT count(*) FROM article").rows == ((1,),)
    assert rows(workspace, "SELECT count(*) FROM article") == [(2,)]


BUILD = (
    "import sys; from pathlib import Path; from crawler.workspace import Workspace; from warehouse.build import build;"
)


def test_a_build_killed_anywhere_loses_nothing(workspace: Workspace, tmp_path: Path) -> None:
    other = Workspace(tmp_path / "other")
    for place in (workspace, other):
        put(place, "a", [article(f"article{n}") for n in range(40)])
    for wait in (0.0, 0.05, 0.15):
        command = [sys.executable, "-c", f"{BUILD} build(Workspace(Path({str(workspace.home)!r})))"]
        running = subprocess.Popen(command)
        while running.poll() is None and not list(workspace.warehouse.glob(".warehouse-*.part")):
            time.sleep(0.005)
        time.sleep(wait)
        running.send_signal(signal.SIGKILL)
        running.wait()
    report = build(workspace)
    assert differences(report.path, build(other).path) == {}
    assert list(workspace.warehouse.glob(".warehouse-*")) == []
