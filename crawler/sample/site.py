"""The sample portal: articles of our own as a static site in three layouts, in two states.

State 1 is the first night; in state 2 one article is revised, one is new and one has vanished.
"""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from crawler.sample.articles import HANOI, SAMPLE, SECTIONS, Sample, Section, articles
from crawler.sample.host import BASE, serve

__all__ = ["BASE", "Sample", "articles", "render", "serve"]

SECOND_NIGHT = datetime(2020, 12, 2, 6, 0, tzinfo=HANOI)
A_PAGE = 6
"""Headlines on a list page."""


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
    times = (sample.modified or sample.published for sample in shown)
    return max(times) if state == 1 else SECOND_NIGHT


def _write(path: Path, body: bytes, changed: datetime) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    os.utime(path, (changed.astimezone(UTC).timestamp(),) * 2)
