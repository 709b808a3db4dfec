"""The workspace: the one folder that holds everything a user produces or decides.

| folder         | written by | what                                                       |
|----------------|------------|------------------------------------------------------------|
| warc/          | crawl      | every response as it came, one file a run                  |
| articles/      | ingest     | Parquet, `portal=…/month=…/<input>.parquet`                |
| attachments/   | ingest     | Parquet, one file an input: the files that articles offer  |
| rejects/       | ingest     | JSON Lines, one file an input; extract: below readings/    |
| readings/      | extract    | Parquet, the same paths as articles/                       |
| warehouse/     | build      | `warehouse-<build>.duckdb`, `current.duckdb` → the newest  |
| crawl.sqlite   | crawl      | what is known of every URL                                 |
| portals/       | the user   | TOML that overlays data/portals                            |
| registry/      | the user   | decisions that overlay data/registry                       |
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data"
"""The packaged data: right in a clone, an editable install and a wheel."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """Paths of one home folder, e.g. `Workspace(Path("tinhuy-store")).articles`."""

    home: Path

    @property
    def warc(self) -> Path:
        return self.home / "warc"

    @property
    def articles(self) -> Path:
        return self.home / "articles"

    @property
    def attachments(self) -> Path:
        return self.home / "attachments"

    @property
    def rejects(self) -> Path:
        return self.home / "rejects"

    @property
    def readings(self) -> Path:
        return self.home / "readings"

    @property
    def warehouse(self) -> Path:
        return self.home / "warehouse"

    @property
    def crawl_state(self) -> Path:
        return self.home / "crawl.sqlite"

    @property
    def portals(self) -> Path:
        return self.home / "portals"

    @property
    def registry(self) -> Path:
        return self.home / "registry"


@contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """A temporary path beside `path` that replaces it only when the block ends well: no half-written file is seen."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield beside
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
