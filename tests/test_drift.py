"""Alarms name a portal, a sign and a page; a usual night raises none."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from small_portal import portal

from crawler.archive import HANOI, Place
from crawler.article import Article, Reject
from crawler.fetch.drift import Signs, article_alarms, disguises, fetch_alarms, signs_of
from crawler.fetch.night import Answer, Page, PageKind
from crawler.fetch.report import Tally, conclude, history
from crawler.fetch.state import State
from crawler.portals import Expect

PORTAL = portal(
    expect=Expect(articles_a_night=(0, 20), dated=0.9, min_text=200),
)
NOW = datetime(2020, 7, 29, 20, tzinfo=HANOI)


def tally(new: int = 5, vanished: int = 0, failed: int = 0) -> Tally:
    return Tally(new=new, changed=1, vanished=vanished, asked=60, failed=failed)


def said(night: Tally, before: list[Tally], **problems: int) -> list[str]:
    alarms = fetch_alarms(PORTAL, night, before, problems, {"cut": "http://huyen.gov.vn/bai-1"})
    assert all(alarm.portal == "huyen" for alarm in alarms)
    return [alarm.sign for alarm in alarms]


def test_a_usual_night_raises_no_alarm() -> None:
    assert said(tally(), [tally()] * 10, cut=1) == []


def test_the_first_night_may_bring_everything() -> None:
    assert said(tally(new=5_000), []) == []


@pytest.mark.parametrize(
    ("night", "before", "problems", "sign"),
    [
        (tally(new=21), [tally()], {}, "21 new articles, 20 at most expected"),
        (tally(new=0), [tally(new=0)] * 6 + [tally()] * 5, {}, "no new article for 7 nights"),
        (tally(vanished=7), [tally()], {}, "7 articles vanished in one night"),
        (tally(), [tally()], {"cut": 5}, "cut: 5 pages"),
    ],
)
def test_an_unusual_night_raises_one(night: Tally, before: list[Tally], problems: dict[str, int], sign: str) -> None:
    assert said(night, before, **problems) == [sign]


def test_a_portal_that_never_brought_anything_is_not_silent() -> None:
    assert said(tally(new=0), [tally(new=0)] * 20) == []


def article(**parts: str | None) -> Article:
    fields = {"id": "huyen-1", "portal": "huyen", "title": "Hội nghị", "published": "2020-07-29", "author": "Minh An"}
    return Article(text="Huyện ủy tổ chức hội nghị. " * 12, **{**fields, **parts})  # type: ignore[arg-type]


def test_the_signs_of_articles_are_shares() -> None:
    reject = Reject(portal="huyen", source="a.warc.gz#1", reason="no_layout")
    signs = signs_of([article(), article(published=None, author=None)], [reject])
    assert signs == Signs(articles=2, rejects=1, dated=0.5, titled=1.0, signed=0.5, length=324.0)
    assert signs_of([], []).length == 0.0


GOOD = Signs(articles=20, rejects=2, dated=1.0, titled=1.0, signed=0.8, length=2_000.0)


def changed(**parts: float) -> Signs:
    fields = {name: getattr(GOOD, name) for name in GOOD.__slots__}
    return Signs(**{**fields, **parts})


@pytest.mark.parametrize(
    ("signs", "sign"),
    [
        (changed(dated=0.5), "50% of the articles have a date, 90% expected"),
        (changed(titled=0.6), "60% of the articles have a title, 95% expected"),
        (changed(signed=0.1), "10% of the articles have an author, 80% used to"),
        (changed(length=500.0), "articles are 500 characters long, 2000 used to be usual"),
        (changed(articles=5, rejects=20), "20% of the pages match a layout, 91% used to"),
        (changed(articles=0, rejects=20), "0% of the pages match a layout, 91% used to"),
    ],
)
def test_articles_that_lost_a_part_raise_an_alarm(signs: Signs, sign: str) -> None:
    alarms = article_alarms(PORTAL, signs, [GOOD] * 5, "http://huyen.gov.vn/bai-1")
    assert [alarm.sign for alarm in alarms] == [sign]
    assert alarms[0].example == "http://huyen.gov.vn/bai-1"


def test_usual_articles_and_very_few_of_them_raise_none() -> None:
    assert article_alarms(PORTAL, GOOD, [GOOD] * 5, None) == []
    assert article_alarms(PORTAL, changed(articles=2, rejects=1, dated=0.0), [GOOD] * 5, None) == []


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    state = State(tmp_path / "crawl.sqlite")
    yield state
    state.close()


def test_one_body_under_many_addresses_is_told(state: State) -> None:
    night = state.begin("huyen", NOW)
    place = Place(url="http://huyen.gov.vn/", date="", file="a.warc.gz", offset=0)
    for number in range(6):
        page = Page(
            key=f"http://huyen.gov.vn/bai-{number}", url=f"http://huyen.gov.vn/bai-{number}", kind=PageKind.ARTICLE
        )
        answer = Answer(url=page.url, status=200, digest="sha1:A" if number < 4 else f"sha1:{number}", place=place)
        night.fetched(page, answer, NOW)
    (alarm,) = disguises(state.db, night)
    assert (alarm.sign, alarm.example) == ("one body under 4 addresses", "http://huyen.gov.vn/bai-0")


def test_the_history_is_that_of_finished_runs(state: State) -> None:
    for number in range(3):
        night = state.begin("huyen", NOW.replace(day=number + 1))
        if number < 2:
            conclude(state.db, night, tally(new=number), (), NOW)
    assert [night.new for night in history(state.db, "huyen")] == [1, 0]


def test_a_killed_run_is_taken_up_again_the_same_night(state: State) -> None:
    night = state.begin("huyen", NOW)
    assert state.begin("huyen", NOW.replace(hour=23)).run == night.run
    assert state.begin("huyen", NOW.replace(day=31)).run != night.run


def test_what_a_mended_file_lost_is_asked_for_again(state: State) -> None:
    night = state.begin("huyen", NOW)
    for number in range(3):
        page = Page(key=f"http://huyen.gov.vn/{number}", url=f"http://huyen.gov.vn/{number}", kind=PageKind.ARTICLE)
        place = Place(url=page.url, date="", file="a.warc.gz", offset=number * 100)
        answer = Answer(url=page.url, status=200, digest=f"sha1:{number}", etag='"1"', region="r", place=place)
        night.fetched(page, answer, NOW)
    assert list(night.due()) == []
    state.forget_beyond("a.warc.gz", 150)
    assert [(page.key[-1], page.etag) for page in night.due()] == [("2", None)]
    assert state.payload("sha1:1") is not None
    assert state.payload("sha1:2") is None


def test_the_state_is_plain_sqlite(state: State, tmp_path: Path) -> None:
    state.begin("huyen", NOW)
    with sqlite3.connect(tmp_path / "crawl.sqlite") as db:
        assert db.execute("SELECT count(*) FROM run").fetchone() == (1,)
    db.close()
