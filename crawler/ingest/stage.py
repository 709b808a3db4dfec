"""The ingest stage: every path, or every closed file of warc/, becomes articles once; see `crawler.ingest`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from crawler.article import Article, ArticleKind, Reject
from crawler.clean.attachments import Attachment
from crawler.ingest.inputs import raws_of
from crawler.ingest.raw import Cleaned, clean
from crawler.ingest.shelf import Shelf, input_name, is_done
from crawler.ingest.workers import SECONDS, in_workers
from crawler.portals import Portal, load_portals
from crawler.workspace import Workspace

Progress = Callable[[int], None]
"""Told how many pages are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What one ingest did: inputs read and already known, articles and notices, and rejects by reason."""

    inputs: int = 0
    known: int = 0
    articles: int = 0
    notices: int = 0
    attachments: int = 0
    rejects: dict[str, int] = field(default_factory=dict)
    names: tuple[str, ...] = ()


def articles_from(path: Path, portals: dict[str, Portal], portal: str | None = None) -> Iterator[Article | Reject]:
    """The articles of a file or folder, in order and in this process; ids are the stems of the files."""
    for raw in raws_of(path):
        cleaned = raw if isinstance(raw, Reject) else clean(raw, portals, portal)
        if not isinstance(cleaned, Attachment):
            yield cleaned


def ingest(
    workspace: Workspace,
    paths: Sequence[Path],
    *,
    portal: str | None = None,
    portals: dict[str, Portal] | None = None,
    workers: int = 2,
    seconds: float = SECONDS,
    progress: Progress | None = None,
) -> IngestReport:
    """Every path becomes articles once; pages that are too slow or break a worker are rejects, the rest goes on."""
    portals = load_portals(workspace) if portals is None else portals
    if portal is not None and portal not in portals:
        raise ValueError(f"no portal {portal}; known: {', '.join(portals) or 'none'}")
    total = IngestReport()
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(f"{path} does not exist")
        name = input_name(path)
        if is_done(workspace, name):
            total = added(total, IngestReport(known=1, names=(name,)))
            continue
        cleaned = in_workers(raws_of(path), portals, portal, workers=workers, seconds=seconds)
        total = added(total, shelve(workspace, name, counted(cleaned, progress)))
    return total


def ingest_archive(
    workspace: Workspace,
    portals: dict[str, Portal] | None = None,
    *,
    workers: int = 2,
    seconds: float = SECONDS,
    progress: Progress | None = None,
) -> IngestReport:
    """Every closed WARC file of the workspace that is not ingested yet, the oldest first."""
    files = [file for file in sorted(workspace.warc.glob("*.warc.gz")) if not file.name.startswith(".")]
    return ingest(workspace, files, portals=portals, workers=workers, seconds=seconds, progress=progress)


def shelve(workspace: Workspace, name: str, cleaned: Iterable[Cleaned]) -> IngestReport:
    """The records of one input into its files, then the marker that says it is whole."""
    shelf = Shelf(workspace, name)
    for record in cleaned:
        shelf.put(record)
    shelf.close()
    return IngestReport(
        inputs=1,
        articles=shelf.kinds[ArticleKind.ARTICLE],
        notices=shelf.kinds[ArticleKind.NOTICE],
        attachments=len(shelf.attachments),
        rejects=dict(Counter(reject.reason for reject in shelf.rejects)),
        names=(name,),
    )


def counted(cleaned: Iterable[Cleaned], progress: Progress | None) -> Iterator[Cleaned]:
    for number, record in enumerate(cleaned, 1):
        yield record
        if progress:
            progress(number)


def added(one: IngestReport, other: IngestReport) -> IngestReport:
    """Two reports as one."""
    return IngestReport(
        inputs=one.inputs + other.inputs,
        known=one.known + other.known,
        articles=one.articles + other.articles,
        notices=one.notices + other.notices,
        attachments=one.attachments + other.attachments,
        rejects=dict(Counter(one.rejects) + Counter(other.rejects)),
        names=(*one.names, *other.names),
    )
