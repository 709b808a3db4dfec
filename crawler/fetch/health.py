"""The health of what an ingest made of a portal's pages, against the nights before: dates, titles, authors, layouts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple

from crawler import parquet
from crawler.article import Article, Reject
from crawler.fetch.drift import Signs, article_alarms, signs_of
from crawler.fetch.night import PageKind
from crawler.fetch.report import Alarm
from crawler.fetch.state import State
from crawler.portals import Portal
from crawler.urls import canonical
from crawler.workspace import Workspace

SCHEMA = """
CREATE TABLE IF NOT EXISTS health (
    portal TEXT, input TEXT, articles INTEGER, rejects INTEGER, dated REAL, titled REAL, signed REAL, length REAL,
    PRIMARY KEY (portal, input)
) WITHOUT ROWID;
"""


def check(workspace: Workspace, portals: Mapping[str, Portal], inputs: Iterable[str]) -> list[Alarm]:
    """The alarms of inputs (`IngestReport.names`) that were not looked at before; their signs join the history."""
    state = State(workspace.crawl_state)
    state.db.executescript(SCHEMA)
    alarms: list[Alarm] = []
    known = {name for (name,) in state.db.execute("SELECT input FROM health")}
    for name in (name for name in inputs if name not in known):
        articles, rejects = _articles(workspace, name), _rejects(workspace, name)
        named = {article.portal for article in articles} | {reject.portal for reject in rejects}
        for portal in (portals[portal_id] for portal_id in sorted(named & set(portals))):
            mine = [article for article in articles if article.portal == portal.id]
            failed = [r for r in rejects if r.portal == portal.id and _is_known_article(state, portal, r.url)]
            signs = signs_of(mine, failed)
            alarms += article_alarms(portal, signs, _history(state, portal.id, name), _example(mine, failed))
            state.db.execute(
                "INSERT OR REPLACE INTO health VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (portal.id, name, *astuple(signs))
            )
    state.close()
    return alarms


def _articles(workspace: Workspace, name: str) -> list[Article]:
    files = sorted(workspace.articles.glob(f"portal=*/month=*/{name}.parquet"))
    return [article for file in files for article in parquet.read(file, Article)]


def _rejects(workspace: Workspace, name: str) -> list[Reject]:
    file = workspace.rejects / f"{name}.jsonl"
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    return [Reject(**json.loads(line)) for line in lines]


def _is_known_article(state: State, portal: Portal, url: str | None) -> bool:
    """A list page that is no article is no sign; a page that was an article once is."""
    if url is None:
        return False
    row = state.db.execute(
        "SELECT kind FROM page WHERE portal = ? AND key = ?", (portal.id, canonical(url, portal))
    ).fetchone()  # fmt: skip
    return row is not None and row[0] == PageKind.ARTICLE


def _history(state: State, portal: str, name: str, nights: int = 30) -> list[Signs]:
    rows = state.db.execute(
        "SELECT articles, rejects, dated, titled, signed, length FROM health"
        " WHERE portal = ? AND input < ? AND articles > 0 ORDER BY input DESC LIMIT ?",
        (portal, name, nights),
    )
    return [
        Signs(articles=row[0], rejects=row[1], dated=row[2], titled=row[3], signed=row[4], length=row[5])
        for row in rows
    ]


def _example(articles: list[Article], rejects: list[Reject]) -> str | None:
    """A page that shows it: one that was refused, else one without a date, a title or an author."""
    poor = [article for article in articles if not (article.published and article.title and article.author)]
    urls = [reject.url for reject in rejects] + [article.url for article in (*poor, *articles)]
    return next((url for url in urls if url), None)
