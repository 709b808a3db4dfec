"""Nights over a small portal: what is new, edited or gone is found, and nothing that did not change is transferred."""

from __future__ import annotations

import socket
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small_site import Site, article, links, served
from warcio.archiveiterator import ArchiveIterator

from crawler.archive import HANOI, Capture, captures
from crawler.fetch import crawl
from crawler.fetch.report import PortalReport
from crawler.portals import Layout, Portal
from crawler.workspace import Workspace

EVENING = datetime(2020, 7, 29, 20, tzinfo=HANOI)


def portal_of(site: Site, **said: object) -> Portal:
    fields: dict[str, object] = {
        "id": "huyen",
        "title": "Huyện",
        "place": "Tỉnh",
        "hosts": (site.host,),
        "start": (f"{site.base}/",),
        "follow": (r"/tin(?:/page/\d+)?$",),
        "article": (r"/bai-\d+$",),
        "layouts": (
            Layout(name="cms", article="//div[@class='bai']", title="//h1", published="//span[@class='ngay']"),
        ),
        **said,
    }
    return Portal(**fields)  # type: ignore[arg-type]


def night(workspace: Workspace, portal: Portal, days: float = 0, **said: object) -> PortalReport:
    report = crawl(workspace, [portal], now=EVENING + timedelta(days=days), **said)  # type: ignore[arg-type]
    return report.portals[0]


def archived(workspace: Workspace) -> list[Capture]:
    return [capture for path in sorted(workspace.warc.glob("*")) for capture in captures(path)]


def paths(urls: tuple[str, ...], site: Site) -> list[str]:
    return [url.removeprefix(site.base) for url in urls]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "home")


def district(articles: int = 12, a_page: int = 5) -> Site:
    """A front page, a list of several pages, and articles."""
    names = [f"/bai-{n}" for n in range(articles)]
    site = Site({name: article(n) for n, name in enumerate(names)})
    site.pages["/"] = links("/tin", "/lien-he", "http://tinh.gov.vn/bai-1", "mailto:a@x.vn", "javascript:void(0)")
    for number, start in enumerate(range(0, articles, a_page)):
        later = [f"/tin/page/{number + 2}"] if start + a_page < articles else []
        site.pages["/tin" if number == 0 else f"/tin/page/{number + 1}"] = links(*names[start : start + a_page], *later)
    return site


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


def test_sitemaps_and_feeds_lead_to_articles(workspace: Workspace) -> None:
    with served(Site({f"/bai-{n}": article(n) for n in range(6)})) as site:
        site.pages["/"] = links()
        site.pages["/chi-muc.xml"] = (
            f"<?xml version='1.0'?><sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
            f"<sitemap><loc>{site.base}/bai.xml</loc></sitemap></sitemapindex>"
        )
        site.pages["/bai.xml"] = (
            "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
            f"<url><loc>{site.base}/bai-0</loc><lastmod>2020-07-01</lastmod></url>"
            f"<url><loc>\n{site.base}/bai-1\n</loc><lastmod>2019-01-01T08:00:00+07:00</lastmod></url></urlset>"
        )
        site.pages["/rss"] = (
            f"<rss version='2.0'><channel><link>{site.base}/</link><item><title>Tin &nbsp; 2</title>"
            f"<link>{site.base}/bai-2</link>"
            "<pubDate>Wed, 29 Jul 2020 16:05:00 +0700</pubDate></item></channel></rss>"
        )
        site.pages["/atom"] = (
            "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><entry>"
            f"<link rel='alternate' href='{site.base}/bai-3'/><updated>2020-07-29T16:05:00Z</updated></entry></feed>"
        )
        portal = portal_of(
            site, sitemaps=(f"{site.base}/chi-muc.xml",), feeds=(f"{site.base}/rss", f"{site.base}/atom")
        )
        first = night(workspace, portal, since=datetime(2020, 1, 1, tzinfo=UTC))
        assert paths(first.new, site) == ["/bai-0", "/bai-2", "/bai-3"]
        site.pages["/bai.xml"] = str(site.pages["/bai.xml"]).replace("2020-07-01", "2020-07-30T06:00:00Z")
        site.pages["/bai-0"] = article(0, "Huyện ủy tổ chức hội nghị tổng kết.")
        night(workspace, portal, days=1)  # all are due
        site.pages["/bai.xml"] = str(site.pages["/bai.xml"]).replace("2020-07-30", "2020-07-31")
        site.pages["/bai-0"] = article(0, "Huyện ủy tổ chức hội nghị sơ kết.")
        third = night(workspace, portal, days=2)  # only the one that its sitemap calls changed is due
        assert paths(third.changed, site) == ["/bai-0"]
        assert len(site.asked("/bai-2")) == 2
        assert paths(third.new, site) == []


def test_where_the_url_does_not_tell_the_layout_does(workspace: Workspace) -> None:
    with served(Site({"/": links("/tin-moi", "/bai"), "/bai": article(1), "/tin-moi": links("/bai")})) as site:
        portal = portal_of(site, follow=("/[a-z-]+$",), article=("/[a-z-]+$",))
        assert paths(night(workspace, portal).new, site) == ["/bai"]
        night(workspace, portal, days=1)
        night(workspace, portal, days=2)
        assert len(site.asked("/tin-moi")) == 3
        assert len(site.asked("/bai")) == 2


def test_the_spellings_of_an_article_are_asked_for_once(workspace: Workspace) -> None:
    with served(district(1)) as site:
        site.pages["/tin"] = links(
            "/bai-0", "/bai-0#y-kien", "/bai-0?utm_source=zalo", "http://huyen.gov.vn/bai-0",
            "http://web.archive.org/web/20180502201032/http://www.huyen.gov.vn/bai-0",
        )  # fmt: skip
        report = night(workspace, portal_of(site, aliases=("huyen.gov.vn",)))
        assert (len(report.new), site.asked("/bai-0")) == (1, [200])


def test_attachments_are_archived_and_robots_txt_is_obeyed(workspace: Workspace) -> None:
    with served(district(1)) as site:
        site.pages["/robots.txt"] = "User-agent: *\nDisallow: /noi-bo\n\nUser-agent: tinhuy\nDisallow: /bai-9"
        site.pages["/bai-0"] = article(0, "<a href='/tep/bao%20cao.pdf'>Báo cáo</a>")
        site.pages["/tep/bao%20cao.pdf"] = b"%PDF-1.4 bao cao"
        site.headers["/tep/bao%20cao.pdf"] = {"Content-Type": "application/pdf"}
        site.pages["/tin"] = links("/bai-0", "/bai-9")
        site.pages["/bai-9"] = article(9)
        report = night(workspace, portal_of(site))
        assert paths(report.new, site) == ["/bai-0"]
        assert site.asked("/bai-9") == []
        assert [c.body for c in archived(workspace) if c.url.endswith(".pdf")] == [b"%PDF-1.4 bao cao"]


def test_depth_bounds_the_lists_but_not_their_later_pages(workspace: Workspace) -> None:
    with served(district(60)) as site:
        site.pages["/muc-a"] = links("/muc-b")
        site.pages["/muc-b"] = links("/muc-c")
        site.pages["/muc-c"] = links("/bai-1000")
        site.pages["/bai-1000"] = article(1000)
        site.pages["/"] = links("/tin", "/muc-a")
        portal = portal_of(site, depth=2, follow=(r"/tin(?:/page/\d+)?$", r"/muc-\w$"))
        report = night(workspace, portal)
        assert len(report.new) == 60
        assert site.asked("/bai-1000") == []


def test_we_say_who_we_are_and_obey_crawl_delay(workspace: Workspace) -> None:
    with served(district(4)) as site:
        site.pages["/robots.txt"] = "User-agent: *\nCrawl-delay: 0.4"
        began = time.monotonic()
        report = night(workspace, portal_of(site))
        assert len(report.new) == 4
        assert time.monotonic() - began > 0.5 * 0.4 * len(site.log)
        (path,) = workspace.warc.glob("*")
        with path.open("rb") as file:
            asked = [r.http_headers.get_header("User-Agent") for r in ArchiveIterator(file) if r.rec_type == "request"]
        assert len(asked) == len(site.log)
        assert all(agent.startswith("tinhuy/") for agent in asked)


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
