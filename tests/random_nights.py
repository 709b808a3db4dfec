"""A workspace that changes from night to night by chance, seeded: articles come, are revised, go."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

from crawler import parquet
from crawler.article import Article
from crawler.sample import articles
from crawler.workspace import Workspace
from extract.language import Reader
from extract.language import build as build_reader
from extract.pipeline import READER, read
from extract.records import Reading
from extract.stage import Filed, revision_of
from warehouse.build import build

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
