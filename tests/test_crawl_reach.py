"""How far a crawl reaches: sitemaps, feeds, lists, spellings, attachments, and what robots.txt keeps from it."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_nights import archived, district, night, paths, portal_of
from small_site import Fault, Site, article, links, served
from warcio.archiveiterator import ArchiveIterator

from crawler.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "home")


def signposts(site: Site) -> dict[str, str | bytes | Fault]:
    """An index with a sitemap of two articles, years apart, and a feed in each format with one."""
    return {
        "/chi-muc.xml": (
            f"<?xml version='1.0'?><sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
            f"<sitemap><loc>{site.base}/bai.xml</loc></sitemap></sitemapindex>"
        ),
        "/bai.xml": (
            "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
            f"<url><loc>{site.base}/bai-0</loc><lastmod>2020-07-01</lastmod></url>"
            f"<url><loc>\n{site.base}/bai-1\n</loc><lastmod>2019-01-01T08:00:00+07:00</lastmod></url></urlset>"
        ),
        "/rss": (
            f"<rss version='2.0'><channel><link>{site.base}/</link><item><title>Tin &nbsp; 2</title>"
            f"<link>{site.base}/bai-2</link>"
            "<pubDate>Wed, 29 Jul 2020 16:05:00 +0700</pubDate></item></channel></rss>"
        ),
        "/atom": (
            "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><entry>"
            f"<link rel='alternate' href='{site.base}/bai-3'/><updated>2020-07-29T16:05:00Z</updated></entry></feed>"
        ),
    }


def test_sitemaps_and_feeds_lead_to_articles(workspace: Workspace) -> None:
    with served(Site({f"/bai-{n}": article(n) for n in range(6)})) as site:
        site.pages["/"] = links()
        site.pages |= signposts(site)
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
