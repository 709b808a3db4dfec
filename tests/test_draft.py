"""A layout drafted from pages reads them as a layout written by hand does."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from crawler.article import Article, Reject
from crawler.clean import page_to_article
from crawler.draft.layouts import draft_layouts
from crawler.draft.newcomer import check_folder, check_host, look_at_folder, look_at_host, toml_of, url_patterns
from crawler.portals import load_portal, load_portals
from crawler.sample import articles, render, serve

PORTAL = load_portals()["sample"]
SECTIONS = ("tinh-uy", "chinh-quyen", "thoi-su")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    render(folder, 1)
    return folder


def pages(site: Path, section: str) -> dict[str, bytes]:
    files = sorted(path for path in (site / section).rglob("*") if path.is_file())
    return {str(path.relative_to(site)): path.read_bytes() for path in files}


@pytest.mark.parametrize("section", SECTIONS)
def test_a_drafted_layout_finds_the_articles_of_a_section(site: Path, section: str) -> None:
    found = pages(site, section)
    layouts = draft_layouts(found.values())
    assert len(layouts) == 1
    drafted = dataclasses.replace(PORTAL, layouts=layouts)
    for path, body in found.items():
        by_hand = page_to_article(body, url=None, portal=PORTAL, id="x")
        made = page_to_article(body, url=None, portal=drafted, id="x")
        if isinstance(by_hand, Article):
            assert isinstance(made, Article), (path, made)
            assert (made.title, made.published) == (by_hand.title, by_hand.published), path
            assert set(by_hand.text.split("\n")) <= set(made.text.split("\n")), path
        else:
            assert isinstance(made, Reject), path


def test_pages_that_agree_on_nothing_give_no_layout(site: Path) -> None:
    assert draft_layouts([]) == ()
    assert draft_layouts([b"", b"<p>x</p>", (site / "index.html").read_bytes()] * 3) == ()


def test_every_section_has_articles(site: Path) -> None:
    assert all(len(pages(site, section)) > 3 for section in SECTIONS)
    assert len(list(articles())) > 20


def test_a_portal_is_drafted_from_a_folder_and_its_toml_loads(site: Path, tmp_path: Path) -> None:
    seen = look_at_folder(site / "chinh-quyen", "moi", "http://moi.example.vn/chinh-quyen")
    assert seen is not None
    assert len(seen.articles) > 5
    path = tmp_path / "moi.toml"
    path.write_text(toml_of(seen.portal), "utf-8")
    portal = load_portal(path)
    assert portal.layouts == seen.portal.layouts
    assert portal.hosts == ("moi.example.vn",)
    assert all(one.url and portal.is_article(one.url) and portal.owns(one.url) for one in seen.articles)
    again = check_folder(portal, site / "chinh-quyen")
    assert [one.text for one in again.articles] == [one.text for one in seen.articles]
    assert {one.reason for one in again.rejects} <= {"no_layout", "no_stamp"}


def test_a_portal_of_three_makes_is_looked_at_where_it_is_served(site: Path) -> None:
    with serve(site) as base:
        seen = look_at_host(f"{base}/", "moi")
    assert seen is not None
    assert len(seen.portal.layouts) == 3
    titles = {one.title for one in seen.articles}
    written = {one.title for one in articles() if one.appears <= 1}
    assert len(titles & written) >= 0.9 * len(titles)
    assert len(titles) > 20


def test_a_known_portal_is_checked_where_it_is_served(site: Path) -> None:
    with serve(site) as base:
        seen = check_host(PORTAL.served_at(base))
    assert len(seen.articles) > 30
    assert all(one.published and one.title for one in seen.articles)


def test_urls_of_articles_are_told_by_their_shape() -> None:
    urls = [f"http://x.vn/thoi-su/bai-{n}.htm" for n in range(9)] + [f"http://x.vn/2020/0{n}/tin" for n in range(1, 4)]
    assert url_patterns(iter(urls)) == [
        r"^https?://[^/]+/thoi-su/[^/?#]+\.htm$",
        r"^https?://[^/]+/\d+/\d+/[^/?#]+/?$",
    ]
