"""The extract stage: articles/ → readings/, file by file, in a pool of workers. See `extract`."""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import TimeoutError as TooSlowError
from dataclasses import asdict, dataclass
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import pyarrow.parquet as pq
from pebble import ProcessExpired, ProcessPool

from crawler import parquet
from crawler.article import Article, Reject
from crawler.workspace import Workspace, written_beside
from extract.language import Reader, build
from extract.pipeline import READER, read
from extract.placed import check_places
from extract.records import Reading

Progress = Callable[[int, int], None]
"""Told how many articles are read and how many there are."""

AHEAD = 400
"""Articles given to the pool before the first result is awaited: enough that no worker waits for a file to end."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A reading and the revision of the article it was made from."""

    revision: str
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class StageReport:
    """What one run of the stage did: the files of articles it read, how many articles, which it could not read."""

    files: tuple[Path, ...] = ()
    articles: int = 0
    rejects: tuple[Reject, ...] = ()
    removed: int = 0


def revision_of(article: Article) -> str:
    """Twelve hex digits that change when the text does: a revision of the article."""
    return hashlib.sha256(article.text.encode()).hexdigest()[:12]


def extract(
    workspace: Workspace, *, workers: int = 2, seconds: float = 60, progress: Progress | None = None
) -> StageReport:
    """Read every article that this reader has not read yet; what is read already is left as it is."""
    removed = remove_orphans(workspace)
    due = [path for path in article_files(workspace) if not is_read(workspace, path)]
    if not due:
        return StageReport(removed=removed)
    total = sum(pq.read_metadata(path).num_rows for path in due)
    done, rejects = 0, []
    with ProcessPool(max_workers=workers, context=get_context("spawn")) as pool:
        for path, articles, answers in scheduled(due, pool, seconds):
            filed: list[Filed] = []
            failed: list[Reject] = []
            for article, answer in zip(articles, answers, strict=True):
                outcome = settle(article, answer)
                filed.append(outcome) if isinstance(outcome, Filed) else failed.append(outcome)
                done += 1
                if progress:
                    progress(done, total)
            write(workspace, path, filed, failed)
            rejects += failed
    return StageReport(files=tuple(due), articles=done, rejects=tuple(rejects), removed=removed)


def article_files(workspace: Workspace) -> list[Path]:
    """Every Parquet file of articles; a name that opens with a dot is half-written."""
    return [p for p in sorted(workspace.articles.glob("*/*/*.parquet")) if not p.name.startswith(".")]


def reading_file(workspace: Workspace, articles: Path) -> Path:
    """Where the readings of a file of articles lie: the same path below readings/."""
    return workspace.readings / articles.relative_to(workspace.articles)


def is_read(workspace: Workspace, articles: Path) -> bool:
    """True when this version of the rules has read the file, into these columns, after it was written."""
    path = reading_file(workspace, articles)
    if not path.is_file() or path.stat().st_mtime_ns < articles.stat().st_mtime_ns:
        return False
    return parquet.version_of(path) == READER and pq.read_schema(path).remove_metadata().equals(
        parquet.arrow_schema(Filed)
    )


def remove_orphans(workspace: Workspace) -> int:
    """Readings whose articles are gone: the build must not see them."""
    orphans = [
        path
        for path in workspace.readings.glob("*/*/*.parquet")
        if not (workspace.articles / path.relative_to(workspace.readings)).is_file()
    ]
    for path in orphans:
        path.unlink()
    return len(orphans)


def scheduled(due: list[Path], pool: ProcessPool, seconds: float) -> Iterator[tuple[Path, list[Article], list[object]]]:
    """Each file with its articles and the futures of their readings, the pool being kept busy ahead of us."""
    waiting: deque[tuple[Path, list[Article], list[object]]] = deque()
    ahead = 0
    files = iter(due)
    while True:
        while ahead < AHEAD and (path := next(islice(files, 1), None)):
            articles = list(parquet.read(path, Article))
            waiting.append((path, articles, [pool.schedule(read_here, (a,), timeout=seconds) for a in articles]))
            ahead += len(articles)
        if not waiting:
            return
        yield waiting.popleft()
        ahead = sum(len(articles) for _, articles, _ in waiting)


def settle(article: Article, answer: object) -> Filed | Reject:
    """The reading of an article, or the reason there is none; the rest goes on either way."""
    try:
        return Filed(revision_of(article), answer.result())  # type: ignore[attr-defined]
    except TooSlowError:
        reason, detail = "too slow to read", ""
    except ProcessExpired as error:
        reason, detail = "broke its worker", f"exit code {error.exitcode}"
    except Exception as error:
        return broken(article, error)
    return refused(article, reason, detail)


def broken(article: Article, error: Exception) -> Reject:
    """What is recorded of an article on which a rule broke."""
    return refused(article, "broke a rule", f"{type(error).__name__}: {error}")


def refused(article: Article, reason: str, detail: str = "") -> Reject:
    source = article.source or article.id
    return Reject(portal=article.portal, source=source, url=article.url, reason=reason, detail=detail)


@cache
def reader_here() -> Reader:
    """The reader of this process, built when the first article comes."""
    return build()


def read_here(article: Article) -> Reading:
    """The reading of one article, in a worker; a rule that breaks the first law breaks on this article only."""
    return check_places(read(article, reader_here()), article.text)


def write(workspace: Workspace, articles: Path, filed: list[Filed], failed: list[Reject]) -> None:
    """Rejects first: the readings file says that the work on this input is done."""
    name = articles.relative_to(workspace.articles).with_suffix(".jsonl")
    rejects = workspace.rejects / "readings" / name
    if failed:
        with written_beside(rejects) as beside:
            beside.write_text("".join(json.dumps(asdict(r), ensure_ascii=False) + "\n" for r in failed), "utf-8")
    else:
        rejects.unlink(missing_ok=True)
    parquet.write(reading_file(workspace, articles), filed, Filed, READER)
