"""A portal is one TOML file: where to start, what is an article, where its parts stand, what to expect of it."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from crawler.workspace import DATA, Workspace


class PortalError(ValueError):
    """A portal's TOML says something this program has no place for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the parts of an article stand on the page, as XPath; `until` is the last day the layout was seen.

    `published` finds the text of the stamp; `published_format` reads it (`%d %m %Y`), else every form is tried.
    """

    name: str
    article: str
    title: str
    published: str
    published_format: str | None = None
    author: str | None = None
    captions: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expect:
    """What a run of this portal looks like when all is well; outside it, an alarm."""

    articles_a_night: tuple[int, int] = (0, 200)
    dated: float = 0.9
    titled: float = 0.95
    min_text: int = 200


@dataclass(frozen=True, kw_only=True)
class Portal:
    """One portal, e.g. data/portals/dakrlap.toml; `id` is the stem of the file.

    `hosts` are fetched; `aliases` are older spellings of them that links still use.
    `follow`, `article` and `not_article` are patterns searched in the canonical URL. Lists lie at most `depth`
    links from the start, pages of one list (“…/page/3”) count as one step and are at most `list_pages`.
    `delay` and `timeout` are seconds: the least between two requests, the most for one.
    """

    id: str
    title: str
    place: str
    hosts: tuple[str, ...]
    start: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    follow: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    not_article: tuple[str, ...] = ()
    depth: int = 6
    list_pages: int = 2_000
    delay: float = 1.0
    timeout: float = 30.0
    verify_tls: bool = True
    nightly: bool = True
    attachments: tuple[str, ...] = (r"\.(?:pdf|docx?|xlsx?|zip|rar)$",)
    layouts: tuple[Layout, ...] = ()
    expect: Expect = Expect()

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str] | None]:
        return {
            name: re.compile("|".join(f"(?:{p})" for p in getattr(self, name)), re.IGNORECASE)
            if getattr(self, name)
            else None
            for name in ("follow", "article", "not_article", "attachments")
        }

    def _matches(self, name: str, url: str) -> bool:
        pattern = self._patterns[name]
        return pattern is not None and pattern.search(url) is not None

    def owns(self, url: str) -> bool:
        """True for a URL on one of the portal's own hosts: nothing else is ever fetched."""
        host = urlsplit(url).netloc.lower().removeprefix("www.")
        return any(host == own.removeprefix("www.") for own in self.hosts)

    def served_at(self, base: str) -> Portal:
        """The same portal served from elsewhere: “http://127.0.0.1:8801” holds a copy of dakrlap."""
        home, here = urlsplit(self.start[0]), urlsplit(base)

        def moved(urls: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(urlsplit(url)._replace(scheme=here.scheme, netloc=here.netloc).geturl() for url in urls)

        return dataclasses.replace(
            self, hosts=(here.netloc,), aliases=(*self.hosts, *self.aliases, home.netloc),
            start=moved(self.start), sitemaps=moved(self.sitemaps), feeds=moved(self.feeds),
        )  # fmt: skip

    def is_attachment(self, url: str) -> bool:
        return self._matches("attachments", url)

    def is_article(self, url: str) -> bool:
        """True when a page at this URL may be an article; its layout decides."""
        return self._matches("article", url) and not self._matches("not_article", url)

    def is_list(self, url: str) -> bool:
        return self._matches("follow", url)


def load_portals(workspace: Workspace | None = None) -> dict[str, Portal]:
    """The packaged portals, overlaid by those of the workspace, by id."""
    folders = [DATA / "portals", *([workspace.portals] if workspace else [])]
    paths = {path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))}
    return {name: load_portal(path) for name, path in sorted(paths.items())}


def load_portal(path: Path) -> Portal:
    """One portal; an unknown or missing key, or a pattern that does not compile, is an error in one line."""
    try:
        said = tomllib.loads(path.read_text("utf-8"))
        layouts = tuple(_record(Layout, block) for block in said.pop("layouts", []))
        expect = _record(Expect, said.pop("expect", {}))
        portal = _record(Portal, {**said, "id": path.stem, "layouts": layouts, "expect": expect})
        assert isinstance(portal, Portal)  # noqa: S101 - told to the type checker
        portal.is_list("")  # compiles the patterns, or says which does not
        for layout in layouts:
            for place in (
                layout.article,
                layout.title,
                layout.published,
                layout.author,
                *layout.captions,
                *layout.drop,
            ):
                etree.XPath(place or ".")
    except (tomllib.TOMLDecodeError, TypeError, re.error, etree.XPathError, PortalError) as error:
        raise PortalError(f"{path.name}: {error}") from error
    return portal


def find(portals: dict[str, Portal], wanted: Sequence[str]) -> list[Portal]:
    """The portals asked for by id; when none is named, all that are crawled nightly."""
    if unknown := [name for name in wanted if name not in portals]:
        raise PortalError(f"no portal {', '.join(unknown)}; known: {', '.join(portals)}")
    return [portals[name] for name in wanted] if wanted else [p for p in portals.values() if p.nightly]


def _record(record: Any, said: dict[str, Any]) -> Any:
    known = {field.name for field in dataclasses.fields(record)}
    if unknown := said.keys() - known:
        raise PortalError(f"unknown key {', '.join(sorted(unknown))}")
    return record(**{key: tuple(value) if isinstance(value, list) else value for key, value in said.items()})
