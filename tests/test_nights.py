"""A night told of in a copy of the last build gives the tables of a build made anew, whatever came, changed or went."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from random_nights import World
from small_world import TEXT, article, put, rows

from crawler import parquet
from crawler.article import Article
from crawler.workspace import Workspace
from extract.pipeline import READER
from extract.stage import Filed
from normalize.registry import load_registry
from warehouse import inputs, night
from warehouse.build import build
from warehouse.equal import differences


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each build but the first was told of in a copy; in a small world any share of the articles may be."""
    seen: list[bool] = []
    since: Callable[..., night.Night | None] = night.since

    def spy(*asked: object) -> night.Night | None:
        found = since(*asked)
        seen.append(found is not None)
        return found

    monkeypatch.setattr(night, "MOST", 0.9)
    monkeypatch.setattr(night, "since", spy)
    return seen


@pytest.mark.parametrize("seed", [1, 2])
def test_nights_give_the_tables_of_a_build_made_anew(tmp_path: Path, told: list[bool], seed: int) -> None:
    world = World(tmp_path / "store", seed)
    build(world.workspace)
    for n in range(3):
        world.pass_a_night()
        path = build(world.workspace).path
        assert differences(path, world.made_anew(tmp_path / f"anew{n}")) == {}
    assert told == [True] * 3


def test_an_event_is_told_anew_of_whom_is_left(tmp_path: Path, told: list[bool]) -> None:
    """Three portals tell of one conference; the first is gone, the next names another guest, a fourth comes late."""
    workspace = Workspace(tmp_path / "store")
    for name in "abc":
        put(workspace, name, [article(name, portal=name)])
    put(workspace, "career", [article("0", portal="d")])  # people are named after it: they stay who they are
    (career,) = workspace.readings.rglob("career-0.parquet")
    (filed,) = parquet.read(career, Filed)
    parquet.write(career, [replace(filed, reading=replace(filed.reading, sessions=()))], Filed, READER)
    build(workspace)
    events = "SELECT session_id, event_id FROM session ORDER BY ALL"
    for path in workspace.home.rglob("a-a.parquet"):
        path.unlink()
    build(workspace)
    assert rows(workspace, events) == [("b#0", "b#0"), ("c#0", "b#0")]
    assert rows(workspace, "SELECT DISTINCT event_id FROM presence") == [("b#0",)]
    put(workspace, "night", [article("b", TEXT.replace("Lò Thị Mai", "bà Mai"), portal="b", captured="2020-06-01")])
    build(workspace)
    assert rows(workspace, events) == [("b#0", "b#0"), ("c#0", "c#0")]
    put(workspace, "late", [article("late", portal="e")])
    build(workspace)
    assert rows(workspace, events) == [("b#0", "b#0"), ("c#0", "c#0"), ("late#0", "c#0")]
    assert told == [True] * 3


def test_a_decision_that_makes_two_people_one_holds_over_nights(tmp_path: Path, told: list[bool]) -> None:
    world = World(tmp_path / "store", 4)
    world.workspace.registry.mkdir(parents=True)
    (world.workspace.registry / "people.toml").write_text(
        '[[same]]\nleft = {name = "Tạ Hồng Quân"}\nright = {name = "Đặng Quốc Thuần"}\n', "utf-8"
    )
    build(world.workspace)
    for n in range(2):
        world.pass_a_night()
        assert differences(build(world.workspace).path, world.made_anew(tmp_path / f"anew{n}")) == {}
    assert told == [True] * 2


def test_what_is_not_of_a_night_makes_everything_anew(
    tmp_path: Path, told: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(tmp_path / "store", 5)
    build(world.workspace)
    world.workspace.registry.mkdir(parents=True)
    (world.workspace.registry / "private.toml").write_text('[[take_down]]\nname = "Tạ Hồng Quân"\n', "utf-8")
    build(world.workspace)  # the registry has changed
    world.pass_a_night()
    build(world.workspace)  # a name taken down is masked everywhere
    (world.workspace.registry / "private.toml").unlink()
    build(world.workspace)
    monkeypatch.setattr(night, "MOST", 0.01)
    world.pass_a_night()
    build(world.workspace)  # too much has changed
    assert told == [False] * 4
    assert differences(build(world.workspace).path, world.made_anew(tmp_path / "anew")) == {}


def test_of_a_night_only_the_files_that_hold_its_articles_are_read(tmp_path: Path) -> None:
    world = World(tmp_path / "store", 6)
    before = build(world.workspace).path
    revised = next(iter(parquet.read(world.files()[2], Article)))
    world.file("night", [world.article("new"), world.article(revised.id)])
    found = night.since(before, world.workspace, inputs.files(world.workspace), load_registry(world.workspace))
    assert found is not None
    assert found.articles == sorted([revised.id, "new"])
    assert [path.stem for path in found.files] == [world.files()[2].stem, "night"]


KILLED = """
from pathlib import Path
from crawler.workspace import Workspace
from warehouse import night
from warehouse.build import build
night.MOST = 0.9
build(Workspace(Path(HOME)))
"""


def test_a_night_killed_anywhere_loses_nothing(tmp_path: Path, told: list[bool]) -> None:
    world = World(tmp_path / "store", 7)
    build(world.workspace)
    world.pass_a_night()
    for wait in (0.0, 0.1):
        running = subprocess.Popen([sys.executable, "-c", KILLED.replace("HOME", repr(str(world.workspace.home)))])
        while running.poll() is None and not list(world.workspace.warehouse.glob(".warehouse-*.part")):
            time.sleep(0.005)
        time.sleep(wait)
        running.send_signal(signal.SIGKILL)
        running.wait()
    assert differences(build(world.workspace).path, world.made_anew(tmp_path / "anew")) == {}
    assert told in ([True], [])  # the last may have come through before it was killed
