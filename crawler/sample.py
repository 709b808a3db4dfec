"""The sample portal: thirty articles of our own as a static site in three layouts, in two states.

State 1 is the first night; in state 2 one article is revised, one is new and one has vanished.
"""

from __future__ import annotations

import os
import shutil
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from crawler.article import Article, ArticleKind, with_headline
from crawler.portals import Portal
from crawler.sample_host import BASE, serve
from crawler.workspace import DATA

__all__ = ["BASE", "Sample", "articles", "portal_at", "render", "serve"]

SAMPLE = DATA / "sample"
HANOI = timezone(timedelta(hours=7))
SECOND_NIGHT = datetime(2020, 12, 2, 6, 0, tzinfo=HANOI)
A_PAGE = 6
"""Headlines on a list page."""
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


def portal_at(portal: Portal, base: str) -> Portal:
    """The portal as served elsewhere: the free port of a test, `http://127.0.0.1:49152`."""

    def moved(urls: Iterable[str]) -> tuple[str, ...]:
        return tuple(url.replace(BASE, base) for url in urls)

    return replace(
        portal,
        hosts=(base.partition("://")[2],),
        start=moved(portal.start),
        sitemaps=moved(portal.sitemaps),
        feeds=moved(portal.feeds),
    )


def render(folder: Path, state: int = 1) -> None:
    """Write the whole site below `folder`, the same bytes and times every time."""
    shown = articles(state)
    pages = Environment(
        loader=FileSystemLoader(SAMPLE / "layouts"), autoescape=True, trim_blocks=True, undefined=StrictUndefined
    )
    pages.globals.update(sections=SECTIONS, articles=shown, base=BASE, rfc2822=format_datetime)
    for section in SECTIONS:
        shutil.rmtree(folder / section.id, ignore_errors=True)
        _write_section(pages, folder, section, [sample for sample in shown if sample.section == section.id], state)
    newest = _last_change(shown, state)
    for name in ("index.html", "gioi-thieu.html", "sitemap.xml", "rss.xml", "robots.txt"):
        _write(folder / name, pages.get_template(name).render().encode(), newest)
    for source in sorted((SAMPLE / "files").iterdir()):
        _write(folder / "files" / source.name, source.read_bytes(), datetime(2020, 1, 2, tzinfo=HANOI))


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


def _write_section(pages: Environment, folder: Path, section: Section, shown: list[Sample], state: int) -> None:
    page = pages.get_template(f"{section.layout}.html")
    for sample in shown:
        html = page.render(
            section=section, article=sample, related=_related(sample, shown), listed=[], number=0, last=0
        )
        if sample.decomposed:
            html = unicodedata.normalize("NFD", html)
        _write(folder / sample.path, html.encode(), sample.modified or sample.published)
    last = -(-len(shown) // A_PAGE)
    for number in range(1, last + 1):
        listed = shown[(number - 1) * A_PAGE : number * A_PAGE]
        html = page.render(section=section, article=None, related=[], listed=listed, number=number, last=last)
        name = "index.html" if number == 1 else f"trang-{number}.html"
        _write(folder / section.id / name, html.encode(), _last_change(shown, state))


def _related(sample: Sample, shown: list[Sample]) -> list[Sample]:
    """Three older articles, else the oldest: a new article changes no old page."""
    others = [other for other in shown if other.stable and other.slug != sample.slug]
    older = [other for other in others if other.published < sample.published]
    return (older if len(older) >= 3 else others[-3:])[:3]


def _last_change(shown: Iterable[Sample], state: int) -> datetime:
    times: Iterator[datetime] = (sample.modified or sample.published for sample in shown)
    return max(times) if state == 1 else SECOND_NIGHT


def _write(path: Path, body: bytes, changed: datetime) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    os.utime(path, (changed.astimezone(UTC).timestamp(),) * 2)
