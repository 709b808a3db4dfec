"""A night told of in a copy of the last build gives the tables of a build made anew, whatever came, changed or went."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from crawler import parquet
from crawler.article import Article
from crawler.sample import articles
from crawler.workspace import Workspace
from extract.language import Reader
from extract.language import build as build_reader
from extract.pipeline import READER, read
from extract.records import Reading
from extract.stage import Filed, revision_of
from normalize.registry import load_registry
from warehouse import inputs, night
from warehouse.build import build
from warehouse.equal import differences

OTHER_WORDS = (
    ("Trịnh Hữu Khải", "Trịnh Hữu Khai"),
    ("Phan Thị Bích Diệu", "Phan Thị Bích Diệp"),
    ("Bí thư Tỉnh ủy", "Bí thư Thành ủy"),
    ("Phó Bí thư", "Bí thư"),
    ("16/CT-TTg", "61/2018/NĐ-CP"),
    ("2020", "2019"),
    ("Đặng Quốc Thuần", "Tạ Hồng Quân"),
)
"""What an article says otherwise when it is revised: it changes who and which is meant in others."""
PORTALS = ("sample", "Nam Định", "Lạng Sơn")


@cache
def reader_here() -> Reader:
    return build_reader()


@cache
def reading_of(text: str, published: str) -> Reading:
    return read(Article(id="", portal="", text=text, published=published), reader_here())


class World:
    """A workspace that changes from night to night, by chance."""

    def __init__(self, home: Path, seed: int) -> None:
        self.workspace, self.chance = Workspace(home), random.Random(seed)  # noqa: S311
        self.texts, self.day = [sample.as_article() for sample in articles()], 0
        for n in range(5):
            self.file(f"first{n}", [self.article(f"{n}{k}-{self.chance.randrange(10**6)}") for k in range(5)])

    def article(self, name: str) -> Article:
        written = self.chance.choice(self.texts)
        text = written.text
        for one, other in self.chance.sample(OTHER_WORDS, 2):
            text = text.replace(one, other)
        return replace(
            written,
            id=name,
            portal=self.chance.choice(PORTALS),
            text=text,
            published=f"2020-0{self.chance.randint(3, 6)}-1{self.chance.randint(0, 3)}",
            captured=f"2020-11-{self.day + 1:02}T01:00:00+07:00",
        )

    def file(self, name: str, kept: list[Article]) -> None:
        """One input and what the rules read in it."""
        where = Path("portal=x") / "month=2020-05" / f"{name}.parquet"
        parquet.write(self.workspace.articles / where, kept, Article, "1")
        filed = [
            Filed(revision_of(one), replace(reading_of(one.text, one.published or ""), article_id=one.id))
            for one in kept
        ]
        parquet.write(self.workspace.readings / where, filed, Filed, READER)

    def files(self) -> list[Path]:
        return sorted(self.workspace.articles.rglob("*.parquet"))

    def pass_a_night(self) -> None:
        """Some articles come, some are revised; one file is gone or written anew with one article less."""
        self.day += 1
        known = sorted({one.id for file in self.files() for one in parquet.read(file, Article)})
        fresh = [self.article(f"{self.day}-{self.chance.randrange(10**6)}") for _ in range(3)]
        gone, written = self.chance.sample(self.files(), 2)
        self.file(f"night{self.day}", [*fresh, *map(self.article, self.chance.sample(known, 3))])
        if self.day % 2:
            gone.unlink()
            (self.workspace.readings / gone.relative_to(self.workspace.articles)).unlink()
        else:
            self.file(written.stem, [self.article(one.id) for one in parquet.read(written, Article)][1:])

    def made_anew(self, into: Path) -> Path:
        """The build of the same files in another workspace."""
        for folder in ("articles", "readings", "registry"):
            if (self.workspace.home / folder).is_dir():
                shutil.copytree(self.workspace.home / folder, into / folder)
        return build(Workspace(into)).path


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
