"""A portal's TOML says what it means or is refused in one line; one page has one URL."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from crawler.fetch.frontier import LATER_PAGE
from crawler.portals import Portal, PortalError, find, load_portal, load_portals
from crawler.urls import article_id, canonical, tidy
from crawler.workspace import DATA, Workspace

CASES = tomllib.loads((Path(__file__).parent / "cases" / "urls.toml").read_text("utf-8"))
HUYEN = Portal(
    id="huyen",
    title="Huyện",
    place="Tỉnh",
    hosts=("huyen.gov.vn",),
    aliases=("cu.huyen.gov.vn",),
    start=("http://huyen.gov.vn/",),
    follow=("/tin(?:/page/\\d+)?$",),
    article=("/tin/[a-z-]+$",),
    not_article=("/tin/mau-",),
)
TOML = """
title = "Huyện"
place = "Tỉnh"
hosts = ["huyen.gov.vn"]
start = ["http://huyen.gov.vn/"]
"""


@pytest.mark.parametrize(("key", "spellings"), CASES["same"].items())
def test_the_spellings_of_a_page_have_one_key(key: str, spellings: list[str]) -> None:
    assert {canonical(url, HUYEN) for url in spellings} == {key}
    assert len({article_id(url, HUYEN) for url in spellings}) == 1


def test_other_pages_have_other_keys() -> None:
    pages = CASES["different"]["pages"]
    assert len({canonical(url, HUYEN) for url in pages}) == len(pages)


def test_a_key_is_its_own_key() -> None:
    assert all(canonical(key, HUYEN) == key for key in CASES["same"])


def test_an_article_has_the_same_id_on_a_copy_of_the_portal() -> None:
    copy = HUYEN.served_at("http://127.0.0.1:8801")
    assert copy.hosts == ("127.0.0.1:8801",)
    assert article_id("http://huyen.gov.vn/tin/a", HUYEN) == article_id("http://127.0.0.1:8801/tin/a/", copy)
    assert tidy("http://huyen.gov.vn/tin/a", copy) == "http://127.0.0.1:8801/tin/a"


@pytest.mark.parametrize(("path", "number"), CASES["later_pages"].items())
def test_the_later_pages_of_a_list_are_known(path: str, number: int) -> None:
    found = LATER_PAGE.search(f"http://huyen.gov.vn{path}")
    assert (int(found[1]) if found else 0) == number


def test_a_portal_says_what_is_what() -> None:
    assert HUYEN.owns("http://www.huyen.gov.vn/tin")
    assert not HUYEN.owns("http://tinh.gov.vn/tin")
    assert HUYEN.is_list("http://huyen.gov.vn/tin/page/2")
    assert HUYEN.is_article("http://huyen.gov.vn/tin/hop")
    assert not HUYEN.is_article("http://huyen.gov.vn/tin/mau-don")
    assert HUYEN.is_attachment("/Van-ban.PDF")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('adress = "Tỉnh"', "unknown key adress"),
        ("follow = ['(']", "unterminated|missing"),
        ("depth = ", "Invalid value"),
        ('[[layouts]]\nname = "a"\narticle = "//div["\ntitle = "//h1"\npublished = "//p"', "Invalid expression"),
        ('[[layouts]]\nname = "a"\nbody = "//div"', "unknown key body"),
        ('[[layouts]]\nname = "a"\ntitle = "//h1"', "missing"),
        ("[expect]\narticles = 3", "unknown key articles"),
    ],
)
def test_a_wrong_portal_is_refused_in_one_line(tmp_path: Path, wrong: str, said: str) -> None:
    path = tmp_path / "huyen.toml"
    path.write_text(TOML + wrong, "utf-8")
    with pytest.raises(PortalError, match=rf"^huyen\.toml: .*(?:{said})") as error:
        load_portal(path)
    assert "\n" not in str(error.value)


def test_a_portal_without_hosts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huyen.toml"
    path.write_text('title = "Huyện"', "utf-8")
    with pytest.raises(PortalError, match="hosts"):
        load_portal(path)


def test_the_workspace_overlays_the_packaged_portals(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.portals.mkdir()
    packaged = load_portals()
    (workspace.portals / "huyen.toml").write_text(TOML, "utf-8")
    (workspace.portals / f"{next(iter(packaged))}.toml").write_text(TOML, "utf-8")
    portals = load_portals(workspace)
    assert set(portals) == {*packaged, "huyen"}
    assert portals[next(iter(packaged))].title == "Huyện"
    assert find(portals, ["huyen"]) == [portals["huyen"]]
    with pytest.raises(PortalError, match="no portal xa"):
        find(portals, ["xa"])


@pytest.mark.parametrize("path", sorted((DATA / "portals").glob("*.toml")), ids=lambda path: path.stem)
def test_the_packaged_portals_load(path: Path) -> None:
    portal = load_portal(path)
    assert portal.layouts
    assert all(portal.owns(url) for url in (*portal.start, *portal.sitemaps, *portal.feeds))
