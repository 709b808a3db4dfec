"""Alarms: a portal that brings fewer or more articles than it used to, fails, or answers with pages that are none."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from crawler.article import Article, ArticleKind, Reject
from crawler.fetch.night import Night
from crawler.fetch.report import Alarm, Tally
from crawler.portals import Portal

ENOUGH = 5
"""So many pages make a sign; fewer are chance."""
SAME_BODY = 4
"""So many articles with one and the same body are no articles: a soft 404, a login page, an error in disguise."""
QUIET_NIGHTS = 7
"""Nights without a new article before a portal that used to bring some is called silent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """The health of a portal's articles as ingested: counts, and shares of them that have each part."""

    articles: int
    rejects: int
    dated: float
    titled: float
    signed: float
    length: float


def fetch_alarms(
    portal: Portal, tally: Tally, history: Sequence[Tally], problems: Mapping[str, int], examples: Mapping[str, str]
) -> list[Alarm]:
    """What a run's figures say against the portal's expectations and its history."""
    low, high = portal.expect.articles_a_night
    signs: list[tuple[str, str | None]] = [
        (f"{sign}: {number} pages", examples.get(sign)) for sign, number in problems.items() if number >= ENOUGH
    ]
    if history and tally.new > high:
        signs.append((f"{tally.new} new articles, {high} at most expected", None))
    if tally.new < low:
        signs.append((f"{tally.new} new articles, {low} at least expected", None))
    recent = history[: QUIET_NIGHTS - 1]
    if tally.new == 0 and len(recent) == QUIET_NIGHTS - 1 and not any(night.new for night in recent):
        before = history[QUIET_NIGHTS - 1 :]
        if before and median(night.new for night in before) > 0:
            signs.append((f"no new article for {QUIET_NIGHTS} nights", None))
    if tally.vanished >= ENOUGH and tally.vanished > 0.1 * tally.asked:
        signs.append((f"{tally.vanished} articles vanished in one night", None))
    return [Alarm(portal=portal.id, sign=sign, example=example) for sign, example in signs]


def disguises(db: sqlite3.Connection, night: Night) -> list[Alarm]:
    """One body under many addresses of articles, seen in this run."""
    rows = db.execute(
        "SELECT count(*), min(url) FROM page WHERE portal = ? AND asked_run = ? AND status = 200 AND kind = 'article'"
        " GROUP BY digest HAVING count(*) >= ?",
        (night.portal, night.run, SAME_BODY),
    )
    return [Alarm(portal=night.portal, sign=f"one body under {number} addresses", example=url) for number, url in rows]


def closed_doors(db: sqlite3.Connection, night: Night) -> list[Alarm]:
    """Start pages, sitemaps and feeds that did not come: behind them nothing new is found."""
    rows = db.execute(
        "SELECT coalesce(error, 'status ' || status), url FROM page WHERE portal = ? AND asked_run = ? AND depth = 0"
        " AND (error IS NOT NULL OR status NOT IN (200, 304)) AND coalesce(error, '') <> 'moved'",
        (night.portal, night.run),
    )
    return [Alarm(portal=night.portal, sign=f"a start page does not come: {why}", example=url) for why, url in rows]


def signs_of(articles: Sequence[Article], rejects: Sequence[Reject]) -> Signs:
    """The health of what one ingest made of a portal's pages."""
    number = len(articles) or 1
    lengths = [len(article.text) for article in articles if article.kind == ArticleKind.ARTICLE]
    return Signs(
        articles=len(articles),
        rejects=len(rejects),
        dated=sum(article.published is not None for article in articles) / number,
        titled=sum(article.title is not None for article in articles) / number,
        signed=sum(article.author is not None for article in articles) / number,
        length=float(median(lengths)) if lengths else 0.0,
    )


def article_alarms(portal: Portal, signs: Signs, history: Sequence[Signs], example: str | None) -> list[Alarm]:
    """What the articles say against the portal's expectations and the median of its history."""
    if signs.articles + signs.rejects < ENOUGH:
        return []
    said = []
    if signs.articles and signs.dated < portal.expect.dated:
        said.append(f"{signs.dated:.0%} of the articles have a date, {portal.expect.dated:.0%} expected")
    if signs.articles and signs.titled < portal.expect.titled:
        said.append(f"{signs.titled:.0%} of the articles have a title, {portal.expect.titled:.0%} expected")
    if signs.articles and signs.length < portal.expect.min_text:
        said.append(f"articles are {signs.length:.0f} characters long, {portal.expect.min_text} expected")
    if history:
        matched = median(_matched(past) for past in history)
        if _matched(signs) < matched - 0.25:
            said.append(f"{_matched(signs):.0%} of the pages match a layout, {matched:.0%} used to")
        signed = median(past.signed for past in history)
        if signs.articles and signs.signed < signed - 0.5:
            said.append(f"{signs.signed:.0%} of the articles have an author, {signed:.0%} used to")
        length = median(past.length for past in history)
        if signs.articles and not length / 3 <= signs.length <= length * 3:
            said.append(f"articles are {signs.length:.0f} characters long, {length:.0f} used to be usual")
    return [Alarm(portal=portal.id, sign=sign, example=example) for sign in said]


def _matched(signs: Signs) -> float:
    return signs.articles / ((signs.articles + signs.rejects) or 1)
