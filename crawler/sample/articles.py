"""The articles of the sample portal as they were written: data/sample/articles/<slug>.toml."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

from crawler.article import Article, ArticleKind, with_headline
from crawler.sample.host import BASE
from crawler.workspace import DATA

SAMPLE = DATA / "sample"
HANOI = timezone(timedelta(hours=7))
WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section of the portal, e.g. “Tin Tỉnh ủy” at /tinh-uy, and the layout it is shown in."""

    id: str
    title: str
    layout: str
    suffix: str


SECTIONS = (
    Section(id="tinh-uy", title="Tin Tỉnh ủy", layout="sharepoint", suffix=".aspx"),
    Section(id="chinh-quyen", title="Hoạt động chính quyền", layout="cms", suffix=".html"),
    Section(id="thoi-su", title="Thời sự", layout="newspaper", suffix=".htm"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One article as it was written: data/sample/articles/<slug>.toml.

    `byline` is how the page shows the author (“Tin, ảnh: Hoài Thu”); `decomposed` pages are served in NFD.
    `revised` holds the fields that state 2 replaces; `appears` and `vanishes` name a state.
    """

    slug: str
    section: str
    title: str
    published: datetime
    text: str = ""
    author: str | None = None
    byline: str | None = None
    captions: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    decomposed: bool = False
    appears: int = 1
    vanishes: int = 9
    revised: dict[str, Any] | None = None
    modified: datetime | None = None

    @property
    def paragraphs(self) -> list[str]:
        return [line.strip() for line in self.text.splitlines() if line.strip()]

    @property
    def path(self) -> str:
        return f"{self.section}/{self.slug}{next(s.suffix for s in SECTIONS if s.id == self.section)}"

    @property
    def stable(self) -> bool:
        """True for an article that both states show alike: only these are linked as related news."""
        return self.appears == 1 and self.vanishes == 9 and not self.revised

    @property
    def weekday(self) -> str:
        return WEEKDAYS[self.published.weekday()]

    @property
    def day(self) -> str:
        """As a newspaper writes it: 7/8/2020."""
        return f"{self.published.day}/{self.published.month}/{self.published.year}"

    @property
    def views(self) -> int:
        return 100 + sum(map(ord, self.slug)) % 900

    def as_article(self) -> Article:
        """What the cleaner must make of the page, attachments as paths on the portal."""
        return Article(
            id=self.slug,
            portal="sample",
            url=f"{BASE}/{self.path}",
            title=unicodedata.normalize("NFC", self.title),
            text=with_headline(self.title, "\n".join(self.paragraphs)),
            published=self.published.date().isoformat(),
            author=self.author,
            kind=ArticleKind.ARTICLE if len(self.text) >= 100 else ArticleKind.NOTICE,
            captions=tuple(unicodedata.normalize("NFC", caption) for caption in self.captions),
            attachments=tuple(f"{BASE}/files/{name}" for name in self.attachments),
        )


def articles(state: int = 1) -> list[Sample]:
    """Every article of this state, the newest first."""
    written = [_read(path, state) for path in sorted((SAMPLE / "articles").glob("*.toml"))]
    shown = [sample for sample in written if sample.appears <= state < sample.vanishes]
    return sorted(shown, key=lambda sample: (sample.published, sample.slug), reverse=True)


def _read(path: Path, state: int) -> Sample:
    said = tomllib.loads(path.read_text("utf-8"))
    if state > 1:
        said.update(said.get("revised", {}))
    for key in ("published", "modified"):
        if isinstance(said.get(key), date):
            said[key] = _in_hanoi(said[key])
    lists = {key: tuple(value) for key, value in said.items() if isinstance(value, list)}
    return Sample(slug=path.stem, **{**said, **lists})


def _in_hanoi(said: date) -> datetime:
    moment = said if isinstance(said, datetime) else datetime.combine(said, time(8))
    return moment.replace(tzinfo=HANOI)
