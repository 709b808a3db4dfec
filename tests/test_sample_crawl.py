"""Nights over the sample portal: all of it found, nothing fetched twice, then one new, one revised, one gone."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from crawler.archive import HANOI, captures
from crawler.fetch import crawl
from crawler.fetch.report import PortalReport
from crawler.portals import load_portals
from crawler.sample import articles, render, serve
from crawler.workspace import Workspace

FIRST_NIGHT = datetime(2020, 12, 1, 20, tzinfo=HANOI)


def slugs(urls: tuple[str, ...]) -> set[str]:
    return {Path(url).stem for url in urls}


def test_three_nights_over_the_sample_portal(tmp_path: Path) -> None:
    site, workspace = tmp_path / "site", Workspace(tmp_path / "home")
    first, second = ({sample.slug: sample for sample in articles(state)} for state in (1, 2))
    render(site)
    with serve(site) as base:
        portal = load_portals()["sample"].served_at(base)

        def night(days: int) -> PortalReport:
            return crawl(workspace, [portal], now=FIRST_NIGHT + timedelta(days=days)).portals[0]

        opening = night(0)
        assert slugs(opening.new) == set(first)
        assert (opening.failed, opening.waiting, opening.finished, opening.alarms) == (0, 0, True, ())
        assert f"{base}/files/ke-hoach-45-kh-ubnd.pdf" in {c.url for p in workspace.warc.glob("*") for c in captures(p)}
        quiet = night(1)
        assert (quiet.new, quiet.changed, quiet.vanished) == ((), (), ())
        assert quiet.unchanged == quiet.asked
        render(site, 2)
        busy = night(4)
        assert slugs(busy.new) == set(second) - set(first)
        assert slugs(busy.changed) == {slug for slug, sample in second.items() if sample.revised}
        assert slugs(busy.vanished) == set(first) - set(second)
