"""A portal nobody has described yet: some of its pages are looked at, and a TOML is drafted for its user to finish."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from crawler.archive import captures
from crawler.article import Article, Reject
from crawler.clean import NoArticleError, page_to_article, parsed
from crawler.clean.layout import text_of, xpath
from crawler.draft.layouts import draft_layouts
from crawler.ingest.inputs import raws_of
from crawler.portals import Layout, Portal
from crawler.workspace import Workspace

LOOK = 60
"""Pages of a portal that are looked at."""
SHORTEST = 0.05
"""The share of the articles that a pattern of URLs must cover to be worth a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What was seen of a portal: its TOML, the articles that this gives on the pages looked at, and the other pages."""

    portal: Portal
    pages: int
    articles: tuple[Article, ...]
    rejects: tuple[Reject, ...]


def look_at_host(url: str, name: str) -> Look | None:
    """Fetch up to sixty pages of a portal, as politely as any night's run, and draft it; None where nothing agrees."""
    host = urlsplit(url).netloc.lower()
    everything = Portal(
        id=name, title=name, place="", hosts=(host,), start=(url,), follow=("",), article=("",), depth=3
    )
    return look(name, url, fetched(everything))


def fetched(portal: Portal) -> list[tuple[str, bytes]]:
    """URL and body of up to sixty pages of a portal as it is now; nothing of it is kept."""
    from crawler.fetch import crawl

    with TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        crawl(workspace, [portal], max_pages=LOOK)
        return [
            (capture.url, capture.body)
            for file in sorted(workspace.warc.glob("*.warc.gz"))
            for capture in captures(file)
            if capture.status == 200 and "html" in capture.content_type.lower()
        ]


def look_at_folder(folder: Path, name: str, url: str) -> Look | None:
    """Draft a portal from pages saved in a folder; `url` is where they were saved from."""
    return look(name, url, list(_saved(folder, url)))


def look(name: str, url: str, pages: Sequence[tuple[str, bytes]]) -> Look | None:
    """The draft of a portal and what it gives on the pages; None where no layout is agreed on."""
    layouts = draft_layouts(body for _, body in pages)
    if not layouts:
        return None
    host = urlsplit(url).netloc.lower()
    draft = Portal(
        id=name,
        title=name,
        place="",
        hosts=(host,),
        start=(url,),
        follow=("^https?://[^/]+/",),
        depth=5,
        layouts=layouts,
    )
    seen = read_pages(draft, pages)
    patterns = tuple(url_patterns(one.url or "" for one in seen.articles))
    return replace(seen, portal=replace(draft, title=_title(pages) or name, article=patterns))


def check_folder(portal: Portal, folder: Path) -> Look:
    """What a portal's own layouts give on pages saved in a folder: its articles, and why the others are none."""
    return read_pages(portal, list(_saved(folder, portal.start[0])))


def check_host(portal: Portal) -> Look:
    """What a portal's own layouts give on up to sixty pages of the portal as it is now."""
    return read_pages(portal, fetched(portal))


def read_pages(portal: Portal, pages: Sequence[tuple[str, bytes]]) -> Look:
    made = [page_to_article(body, url=where, portal=portal, id=where) for where, body in pages]
    return Look(
        portal=portal,
        pages=len(pages),
        articles=tuple(one for one in made if isinstance(one, Article)),
        rejects=tuple(one for one in made if isinstance(one, Reject)),
    )


def url_patterns(urls: Iterator[str]) -> list[str]:
    """The shapes of the URLs of articles: “/thoi-su/hop-bao.htm” is '^https?://[^/]+/thoi-su/[^/?#]+\\.htm$'."""
    shapes: Counter[str] = Counter()
    for url in urls:
        folder, _, last = urlsplit(url).path.rstrip("/").rpartition("/")
        suffix = re.search(r"\.\w{2,5}$", last)
        ending = re.escape(suffix[0]) if suffix else "/?"
        folder = re.sub(r"/\d+(?=/|$)", r"/\\d+", re.escape(folder).replace(r"\-", "-"))
        query = r"\?.+" if urlsplit(url).query else ""
        shapes[f"^https?://[^/]+{folder}/[^/?#]+{ending}{query}$"] += 1
    whole = sum(shapes.values())
    return [shape for shape, count in shapes.most_common() if count >= SHORTEST * whole]


def toml_of(portal: Portal) -> str:
    """The draft as a file for data/portals or the workspace's portals/."""
    lines = [
        f"# {portal.title}: drafted from its pages; see that the patterns hold, and say the place.",
        f"title   = {_quoted(portal.title)}",
        f"place   = {_quoted(portal.place)}",
        f"hosts   = [{_quoted(portal.hosts[0])}]",
        f"start   = [{_quoted(portal.start[0])}]",
        f"follow  = [{', '.join(map(_literal, portal.follow))}]",
        f"depth   = {portal.depth}",
        "article = [",
        *(f"    {_literal(pattern)}," for pattern in portal.article),
        "]",
    ]
    for layout in portal.layouts:
        lines += ["", *_layout_lines(layout)]
    return "\n".join(lines) + "\n"


def _layout_lines(layout: Layout) -> Iterator[str]:
    yield "[[layouts]]"
    for key in ("name", "article", "title", "published"):
        yield f"{key:<9} = {_quoted(getattr(layout, key))}"
    if layout.drop:
        yield "drop      = ["
        yield from (f"    {_quoted(path)}," for path in layout.drop)
        yield "]"


def _saved(folder: Path, url: str) -> Iterator[tuple[str, bytes]]:
    for raw in raws_of(folder):
        if isinstance(raw, Reject) or raw.kind != "page":
            continue
        where = re.sub(r"(?:^|/)(?:index|default)\.html?$", "", raw.source)
        yield f"{url.rstrip('/')}/{where}", raw.body


def _title(pages: Sequence[tuple[str, bytes]]) -> str | None:
    """The name of the site: the title that many pages share, else its end, “… - Báo Sông Lam”."""
    whole: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    for _, body in pages:
        try:
            page, _flags = parsed(body)
        except NoArticleError:
            continue
        for title in (text_of(node) for node in xpath("//head/title")(page)):
            whole[title] += 1
            ends[re.split(r"\s+[|–»-]\s+", title)[-1]] += 1
    for titles in (whole, ends):
        for title, count in titles.most_common(1):
            if count > len(pages) / 3:
                return title
    return None


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _literal(pattern: str) -> str:
    return f"'{pattern}'"
