"""Nights over a small district portal, as the tests of the crawl play them."""

from __future__ import annotations

from datetime import datetime, timedelta

from small_portal import portal
from small_site import Site, article, links

from crawler.archive import HANOI, Capture, captures
from crawler.fetch import crawl
from crawler.fetch.report import PortalReport
from crawler.portals import Layout, Portal
from crawler.workspace import Workspace

EVENING = datetime(2020, 7, 29, 20, tzinfo=HANOI)


def portal_of(site: Site, **said: object) -> Portal:
    """The district's portal on the host of the site, with what a test says of it."""
    fields: dict[str, object] = {
        "hosts": (site.host,),
        "start": (f"{site.base}/",),
        "follow": (r"/tin(?:/page/\d+)?$",),
        "article": (r"/bai-\d+$",),
        "layouts": (
            Layout(name="cms", article="//div[@class='bai']", title="//h1", published="//span[@class='ngay']"),
        ),
    }
    return portal(**{**fields, **said})


def night(workspace: Workspace, portal: Portal, days: float = 0, **said: object) -> PortalReport:
    report = crawl(workspace, [portal], now=EVENING + timedelta(days=days), **said)  # type: ignore[arg-type]
    return report.portals[0]


def archived(workspace: Workspace) -> list[Capture]:
    return [capture for path in sorted(workspace.warc.glob("*")) for capture in captures(path)]


def paths(urls: tuple[str, ...], site: Site) -> list[str]:
    return [url.removeprefix(site.base) for url in urls]


def district(articles: int = 12, a_page: int = 5) -> Site:
    """A front page, a list of several pages, and articles."""
    names = [f"/bai-{n}" for n in range(articles)]
    site = Site({name: article(n) for n, name in enumerate(names)})
    site.pages["/"] = links("/tin", "/lien-he", "http://tinh.gov.vn/bai-1", "mailto:a@x.vn", "javascript:void(0)")
    for number, start in enumerate(range(0, articles, a_page)):
        later = [f"/tin/page/{number + 2}"] if start + a_page < articles else []
        site.pages["/tin" if number == 0 else f"/tin/page/{number + 1}"] = links(*names[start : start + a_page], *later)
    return site


def signs(report: PortalReport) -> str:
    return "\n".join(f"{alarm.sign} {alarm.example}" for alarm in report.alarms)
