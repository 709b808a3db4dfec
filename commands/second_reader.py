"""The recall of a night: a second reader of names is asked about a sample, its doubts are kept and compared."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import median

import pyarrow.parquet as pq

from crawler import parquet
from crawler.archive import HANOI
from crawler.article import Article
from crawler.fetch.drift import ENOUGH
from crawler.fetch.state import State
from crawler.workspace import Workspace
from extract.officials import witness
from extract.officials.leftovers import UNEXPLAINED, UNREAD, UNTIED
from extract.records import Leftover, Reading, Span
from extract.stage import Filed, reading_file
from normalize.names import folded
from normalize.registry import Registry, load_registry

OPEN = frozenset({UNEXPLAINED, UNTIED, UNREAD})
"""The reasons of leftovers that explain nothing."""
LEAP = 0.15
"""So far above the median of the nights before is no chance: the rules miss people they used to read."""
MOST = 300
"""Sentences the second reader is asked about at most: some 15 seconds."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS second_reader (
    night TEXT PRIMARY KEY, articles INTEGER, sentences INTEGER, read INTEGER, unread INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS disagreement (night TEXT, article TEXT, sentence TEXT, name TEXT);
"""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """“Sau đó bà Hoàng Thị Sáu ra về”: a person the second reader sees and no rule has read."""

    article: str
    sentence: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """What a night's sample gave; `read` counts the officials of the rules, `usual` is the share of nights before."""

    articles: int
    sentences: int
    read: int
    unread: tuple[Disagreement, ...]
    usual: float | None

    @property
    def share(self) -> float:
        """Persons no rule read, of all persons of the sample."""
        return len(self.unread) / ((len(self.unread) + self.read) or 1)

    @property
    def leaps(self) -> bool:
        return self.usual is not None and len(self.unread) >= ENOUGH and self.share > self.usual + LEAP


@dataclass(frozen=True, slots=True)
class Said:
    """What the witness needs of a document: the text and its sentences."""

    text: str
    sentences: tuple[Span, ...]


def ask(workspace: Workspace, files: Sequence[Path], most: int, now: datetime | None = None) -> Recall:
    """Ask about `most` articles of these files, chosen by digest of their ids; the figures join the history."""
    night = (now or datetime.now(HANOI)).isoformat(timespec="seconds")
    articles = sentences = read = 0
    unread: list[Disagreement] = []
    for article, reading in sample(workspace, files, most):
        doc, names = Said(article.text, reading.sentences), names_left(reading)
        asked = len(witness.asked(doc, names))
        if sentences + asked > MOST:
            continue
        articles, sentences, read = articles + 1, sentences + asked, read + len(reading.officials)
        doubts = [one for one in witness.disagreements(doc, reading.officials, names) if not is_explained(one, reading)]
        seen = {one.mention.text: one for one in reversed(doubts)}
        unread += (Disagreement(article.id, sentence_of(doc, one), name) for name, one in reversed(seen.items()))
    usual, down = usual_before(workspace, night), load_registry(workspace)
    unread = [one for one in unread if not is_taken_down(one, down)]
    recall = Recall(articles=articles, sentences=sentences, read=read, unread=tuple(unread), usual=usual)
    keep(workspace, night, recall)
    return recall


def sample(workspace: Workspace, files: Sequence[Path], most: int) -> Iterator[tuple[Article, Reading]]:
    """The articles whose ids have the smallest digests, with their readings: the same ones whenever it is asked."""
    ids = {id_: path for path in files for id_ in pq.read_table(path, columns=["id"])["id"].to_pylist()}
    chosen = sorted(ids, key=lambda id_: hashlib.sha256(id_.encode()).digest())[:most]
    for path in dict.fromkeys(ids[id_] for id_ in chosen):
        readings = {
            filed.reading.article_id: filed.reading for filed in parquet.read(reading_file(workspace, path), Filed)
        }
        for article in parquet.read(path, Article):
            if article.id in chosen and article.id in readings:
                yield article, readings[article.id]


def names_left(reading: Reading) -> list[Leftover]:
    """The names left without a reason: numbers, codes and “hộ bà Hoàng Thị Sáu” are no matter of the second reader."""
    return [left for left in reading.leftovers if left.reason in OPEN]


def is_explained(one: Leftover, reading: Reading) -> bool:
    """True for a person whom the rules left out on purpose: of a household, a petitioner, a byline."""
    span = one.mention.span
    others = (left for left in reading.leftovers if left.mention.rule.startswith("names.") and left.reason not in OPEN)
    return any(left.mention.span.start < span.end and span.start < left.mention.span.end for left in others)


def is_taken_down(one: Disagreement, registry: Registry) -> bool:
    """True where the log would show what no build may show: a name taken down, or an article."""
    names = [folded(down.who.name) for down in registry.take_downs if down.who]
    return one.article in registry.removed_articles or any(name in folded(one.sentence) for name in names)


def sentence_of(doc: Said, left: Leftover) -> str:
    start = left.mention.span.start
    return next(" ".join(span.of(doc.text).split()) for span in doc.sentences if span.start <= start < span.end)


def usual_before(workspace: Workspace, night: str) -> float | None:
    """The median share of the thirty nights before; None where there was none."""
    with closing(state_of(workspace)) as state:
        past = state.db.execute(
            "SELECT unread * 1.0 / (unread + read) FROM second_reader WHERE night < ? AND unread + read > 0"
            " ORDER BY night DESC LIMIT 30",
            (night,),
        ).fetchall()
    return float(median(share for (share,) in past)) if past else None


def keep(workspace: Workspace, night: str, recall: Recall) -> None:
    """The figures join the history of nights, each disagreement with its sentence beside them."""
    rows = [(night, one.article, one.sentence, one.name) for one in recall.unread]
    with closing(state_of(workspace)) as state:
        state.db.execute(
            "INSERT OR REPLACE INTO second_reader VALUES (?, ?, ?, ?, ?)",
            (night, recall.articles, recall.sentences, recall.read, len(rows)),
        )
        state.db.executemany("INSERT INTO disagreement VALUES (?, ?, ?, ?)", rows)


def state_of(workspace: Workspace) -> State:
    state = State(workspace.crawl_state)
    state.db.executescript(SCHEMA)
    return state
