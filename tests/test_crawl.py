"""Nights over a small portal: what is new, edited or gone is found, and nothing that did not change is transferred."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from small_nights import archived, district, night, paths, portal_of
from small_site import article, links, served
from warcio.archiveiterator import ArchiveIterator

from crawler.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "home")


def test_a_second_night_over_an_unchanged_portal_transfers_no_body(workspace: Workspace) -> None:
    with served(district()) as site:
        first = night(workspace, portal_of(site))
        assert (len(first.new), first.failed, first.waiting, first.finished) == (12, 0, 0, True)
        site.log.clear()
        second = night(workspace, portal_of(site), days=1)
        assert sum(asked.sent for asked in site.log if asked.status != 404) == 0
        assert {asked.path for asked in site.log} == {*site.pages, "/robots.txt"}
        assert (second.new, second.changed, second.vanished) == ((), (), ())
        assert second.unchanged == len(site.pages)
        assert first.alarms == second.alarms == ()


def test_every_answer_is_archived_with_robots_txt_first(workspace: Workspace) -> None:
    with served(district()) as site:
        night(workspace, portal_of(site))
        night(workspace, portal_of(site), days=1)
        found = archived(workspace)
        assert found[0].url == f"{site.base}/robots.txt"
        assert len(found) == len(site.log)
        assert {(c.url.removeprefix(site.base), c.status) for c in found} == {(a.path, a.status) for a in site.log}
        assert found[0].captured.startswith("2020-07-29T20:00:0")


def test_what_is_new_edited_or_gone_is_found_and_nothing_else(workspace: Workspace) -> None:
    with served(district(40)) as site:
        night(workspace, portal_of(site))
        for number in (3, 7, 11):
            site.pages[f"/bai-{number}"] = article(number, "Huyện ủy tổ chức hội nghị sơ kết.")
        for number in (38, 39):
            del site.pages[f"/bai-{number}"]
        new = [f"/bai-{number}" for number in range(100, 104)]
        site.pages |= {path: article(int(path[5:])) for path in new}
        site.pages["/tin"] = links(*new, "/bai-0", "/bai-1", "/tin/page/2")
        second = night(workspace, portal_of(site), days=1)
        assert paths(second.new, site) == new
        assert paths(second.changed, site) == ["/bai-11", "/bai-3", "/bai-7"]
        assert paths(second.vanished, site) == ["/bai-38", "/bai-39"]
        third = night(workspace, portal_of(site), days=8)
        assert (third.new, third.changed, third.vanished) == ((), (), ())


def test_without_validators_a_page_is_compared_by_its_article(workspace: Workspace) -> None:
    with served(district()) as site:
        site.validators = False
        night(workspace, portal_of(site))
        for number in range(12):  # a counter outside the article
            site.pages[f"/bai-{number}"] = article(number).replace("</body>", f"<p>Lượt xem: {number}71</p></body>")
        site.pages["/bai-4"] = article(4, "Huyện ủy tổ chức hội nghị tổng kết.")
        second = night(workspace, portal_of(site), days=1)
        assert paths(second.changed, site) == ["/bai-4"]
        assert second.vanished == ()


def test_a_page_that_does_not_change_is_asked_for_ever_more_seldom(workspace: Workspace) -> None:
    with served(district(1)) as site:
        nights = [0, 1, 3, 4, 10, 11, 41]
        asked = []
        for day in nights:
            before = len(site.asked("/bai-0"))
            night(workspace, portal_of(site), days=day)
            asked += [day] * (len(site.asked("/bai-0")) - before)
        assert asked == [0, 1, 4, 11, 41]
        assert len(site.asked("/tin")) == len(nights)


def test_a_budget_leaves_the_rest_for_the_next_run(workspace: Workspace) -> None:
    with served(district()) as site:
        first = night(workspace, portal_of(site), max_pages=6)
        assert first.asked == 6
        assert first.waiting > 0
        new = list(first.new)
        for _ in range(3):
            report = night(workspace, portal_of(site), days=0.01, max_pages=6)
            new += report.new
        assert report.waiting == 0
        assert sorted(paths(tuple(new), site)) == sorted(path for path in site.pages if path.startswith("/bai"))
        assert all(site.asked(path).count(200) == 1 for path in site.pages if path.startswith("/bai"))


def test_what_did_not_come_and_what_a_run_counted_stand_in_the_archive(workspace: Workspace) -> None:
    with served(district(1)) as site:
        site.pages["/bai-0"] = lambda handler: handler.connection.shutdown(socket.SHUT_RDWR)
        night(workspace, portal_of(site))
        (path,) = workspace.warc.glob("*")
        with path.open("rb") as file:
            notes = [
                (r.rec_headers["WARC-Target-URI"], r.content_stream().read().decode())
                for r in ArchiveIterator(file)
                if r.rec_type == "metadata"
            ]
        assert [(url.removeprefix(site.base), "fetched: no" in note) for url, note in notes] == [
            ("/bai-0", True),
            ("/", False),
        ]
        assert "new: 0\r\n" in notes[1][1]


def test_a_start_page_that_does_not_come_is_an_alarm(workspace: Workspace) -> None:
    with served(district(3)) as site:
        front = site.pages.pop("/")
        report = night(workspace, portal_of(site))
        assert [(a.sign, a.example) for a in report.alarms] == [
            ("a start page does not come: status 404", f"{site.base}/")
        ]
        site.pages["/"] = front
        assert len(night(workspace, portal_of(site), days=1).new) == 3


def test_a_run_tells_how_far_it_is(workspace: Workspace) -> None:
    told: list[tuple[str, int, int]] = []
    with served(district(60)) as site:
        site.pause = 0.05
        night(workspace, portal_of(site), progress=lambda *said: told.append(said))
    assert told
    assert all(portal == "huyen" and asked + waiting <= 80 for portal, asked, waiting in told)


def test_a_portal_that_changes_its_layout_is_an_alarm(workspace: Workspace) -> None:
    with served(district(8)) as site:
        portal = portal_of(site, follow=(r"/[a-z0-9-]+$", r"/page/"), article=(r"/[a-z0-9-]+$",))
        assert night(workspace, portal).alarms == ()
        for number in range(8):
            site.pages[f"/bai-{number}"] = article(number).replace("class='bai'", "class='noi-dung'")
        second = night(workspace, portal, days=1)
        (alarm,) = second.alarms
        assert alarm.sign == "no layout of the portal is on an article's page: 8 pages"
        assert str(alarm.example).startswith(f"{site.base}/bai-")
        assert len(second.changed) == 8
