"""The whole road on the sample portal: page → archive → article → reading → warehouse → an answer, twice."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from commands.replay import replay
from crawler.archive import HANOI
from crawler.fetch import crawl
from crawler.fetch.report import PortalReport
from crawler.ingest import ingest_archive
from crawler.portals import load_portals
from crawler.sample import render, serve
from crawler.workspace import Workspace
from extract.stage import extract
from warehouse.ask import changed, opened, sql
from warehouse.build import BuildReport, build
from warehouse.sessions import session

FIRST_NIGHT = datetime(2026, 1, 5, 1, tzinfo=HANOI)
DAYS = (0, 2, 9)
"""Every article is due again on each of these days after the first night."""


class Road:
    """A workspace, the site it crawls, and the reports of its nights."""

    def __init__(self, folder: Path) -> None:
        self.workspace, self.site = Workspace(folder / "store"), folder / "site"
        self.nights = self.port = 0

    def night(self, state: int) -> tuple[PortalReport, BuildReport]:
        """One night: the portal as it is in `state`, then every stage."""
        render(self.site, state)
        now = FIRST_NIGHT + timedelta(days=DAYS[self.nights])
        self.nights += 1
        with serve(self.site, self.port) as base:
            self.port = int(base.rpartition(":")[2])
            self.portal = load_portals()["sample"].served_at(base)
            report = crawl(self.workspace, [self.portal], now=now)
        ingest_archive(self.workspace, {"sample": self.portal})
        extract(self.workspace)
        return report.portals[0], build(self.workspace)


@pytest.fixture(scope="module")
def road(tmp_path_factory: pytest.TempPathFactory) -> Road:
    return Road(tmp_path_factory.mktemp("road"))


@pytest.fixture(scope="module")
def first(road: Road) -> tuple[PortalReport, BuildReport]:
    return road.night(1)


@pytest.fixture(scope="module")
def second(road: Road, first: tuple[PortalReport, BuildReport]) -> tuple[PortalReport, BuildReport]:
    assert first[1].fresh
    return road.night(1)


@pytest.fixture(scope="module")
def third(road: Road, second: tuple[PortalReport, BuildReport]) -> tuple[PortalReport, BuildReport]:
    assert not second[1].fresh
    return road.night(2)


def test_the_first_night_brings_every_article(first: tuple[PortalReport, BuildReport]) -> None:
    crawled, built = first
    assert (crawled.failed, crawled.waiting, crawled.alarms) == (0, 0, ())
    assert built.counts["articles"] == len(crawled.new) >= 30
    for name in ("officials", "people", "documents", "indicators", "sessions"):
        assert built.counts[name] >= 20, name


def test_the_second_night_fetches_nothing_that_did_not_change_and_moves_nothing(
    first: tuple[PortalReport, BuildReport], second: tuple[PortalReport, BuildReport]
) -> None:
    crawled, built = second
    assert crawled.asked > 0
    assert (crawled.asked - crawled.unchanged, crawled.new, crawled.changed) == (0, (), ())
    assert (built.build, built.fresh) == (first[1].build, False)


def test_what_changed_is_told(road: Road, third: tuple[PortalReport, BuildReport]) -> None:
    crawled, built = third
    assert built.fresh
    assert (len(crawled.new), len(crawled.changed), len(crawled.vanished)) == (1, 1, 1)
    with opened(road.workspace) as con:
        told = [row[:2] for row in changed(con).rows]
        assert told.count(("appeared", "article")) == 1
        assert told.count(("revised", "article")) == 1
        assert ("gone", "article") not in told
        assert sql(con, "SELECT count(*) FROM revision WHERE NOT is_current").rows == ((1,),)


def test_a_journalist_is_answered(road: Road, third: tuple[PortalReport, BuildReport]) -> None:
    assert third
    with opened(road.workspace) as con:
        ((day,),) = sql(con, "SELECT mode(date) FROM who_attended WHERE length(date) = 10").rows
        assert sql(con, "SELECT kind, unread FROM attachment").rows == (("pdf", None),)
        sessions, attended, _ = session(con, date=day)
        assert sessions.rows
        assert len(set(attended.column("name"))) >= 3
        assert all(sentence for sentence in attended.column("sentence"))


def test_a_warehouse_made_anew_from_the_archive_is_the_same(
    road: Road, third: tuple[PortalReport, BuildReport], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert third
    base = road.portal.start[0].rstrip("/")
    assert replay(road.workspace.home, tmp_path / "anew", ["sample"], base=base, workers=2) == 0
    assert "the same tables" in capsys.readouterr().err
    assert replay(road.workspace.home, tmp_path / "anew", ["sample"], base=base, workers=2) == 2
