"""Where ingest puts the records of one input: partitioned Parquet, rejects, and the marker of the end."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

from crawler import parquet
from crawler.article import SCHEMA, Article, Reject
from crawler.clean.attachments import Attachment
from crawler.ingest.imported import flag_imported
from crawler.ingest.inputs import files_of
from crawler.ingest.raw import Cleaned
from crawler.workspace import Workspace, written_beside

CLEANER = "1"
"""Raised with every change of what cleaning gives: inputs cleaned by another cleaner are cleaned again."""
BATCH = 10_000
"""Articles written at a time: the memory of an ingest does not grow with its input."""
UNFIT = re.compile(r"[^\w.-]+")
MONTH = re.compile(r"\d{4}-\d{2}")


class Shelf:
    """The files of one input, e.g. “20261124T170000-dakrlap.warc.gz-3f9c0a71b2d4”."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        self.kinds: Counter[str] = Counter()
        self.rejects: list[Reject] = []
        self.attachments: list[Attachment] = []
        self._workspace = workspace
        self._name = name
        self._batch: list[Article] = []
        self._written: set[Path] = set()
        self._seen: set[tuple[str, bytes]] = set()
        self._part = 0

    def put(self, record: Cleaned) -> None:
        """Keep a record; an article said twice with the same text is one."""
        if isinstance(record, Reject):
            self.rejects.append(record)
        elif isinstance(record, Attachment):
            self.attachments.append(record)
        elif (key := (record.id, hashlib.sha256(record.text.encode()).digest())) not in self._seen:
            self._seen.add(key)
            self.kinds[record.kind.value] += 1
            self._batch.append(record)
            if len(self._batch) >= BATCH:
                self._write_batch()

    def close(self) -> None:
        """Write what is left, drop what an earlier cleaner or a killed run wrote of this input, set the marker."""
        self._write_batch()
        for old in self._workspace.articles.glob(f"portal=*/month=*/{self._name}*.parquet"):
            if old not in self._written:
                old.unlink()
        self._write_lines(self._workspace.rejects / f"{self._name}.jsonl", self.rejects)
        files = self._workspace.attachments / f"{self._name}.parquet"
        if self.attachments:
            parquet.write(files, self.attachments, Attachment, version())
        else:
            files.unlink(missing_ok=True)
        counts = {**self.kinds, "rejects": len(self.rejects), "attachments": len(self.attachments)}
        with written_beside(marker(self._workspace, self._name)) as beside:
            beside.write_text(json.dumps({"version": version(), **counts}, sort_keys=True) + "\n", "utf-8")

    def _write_batch(self) -> None:
        """One file a portal and month; the second batch of a long input is `<input>.1.parquet`."""
        shelves: dict[tuple[str, str], list[Article]] = defaultdict(list)
        for article in flag_imported(self._batch):
            shelves[article.portal, month_of(article)].append(article)
        ending = f".{self._part}" if self._part else ""
        for (portal, month), articles in shelves.items():
            folder = self._workspace.articles / f"portal={portal}" / f"month={month}"
            path = folder / f"{self._name}{ending}.parquet"
            parquet.write(path, articles, Article, version())
            self._written.add(path)
        self._batch = []
        self._part += 1

    def _write_lines(self, path: Path, rejects: list[Reject]) -> None:
        if not rejects:
            path.unlink(missing_ok=True)
            return
        lines = [json.dumps(parquet.to_plain(reject), ensure_ascii=False) for reject in rejects]
        with written_beside(path) as beside:
            beside.write_text("\n".join(lines) + "\n", "utf-8")


def version() -> str:
    return f"{SCHEMA}.{CLEANER}"


def marker(workspace: Workspace, name: str) -> Path:
    return workspace.articles / ".done" / f"{name}.json"


def is_done(workspace: Workspace, name: str) -> bool:
    """True when this cleaner has read the input to its end."""
    path = marker(workspace, name)
    return path.is_file() and json.loads(path.read_text("utf-8")).get("version") == version()


def input_name(path: Path) -> str:
    """The name of an input: that of its file or folder and a digest of what it holds."""
    digest = hashlib.sha256()
    for file in files_of(path):
        digest.update(f"{file.relative_to(path) if path.is_dir() else file.name}\n".encode())
        with file.open("rb") as stream:
            digest.update(hashlib.file_digest(stream, "sha256").digest())
    return f"{UNFIT.sub('_', path.resolve().name) or 'input'}-{digest.hexdigest()[:12]}"


def month_of(article: Article) -> str:
    """The partition: “2019-08”, or “undated”."""
    found = MONTH.match(article.published or "")
    return found[0] if found else "undated"
