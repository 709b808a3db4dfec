"""Pages of our own prose, each beside what must be kept of it and what must be dropped."""

from __future__ import annotations

import dataclasses
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crawler.article import Article, Reject
from crawler.clean import page_to_article
from crawler.portals import load_portals

FOLDER = Path(__file__).parent / "pages"
SAID = ("title", "published", "published_text", "author", "kind", "captions", "attachments")
PORTALS = load_portals()


def page(name: str) -> tuple[dict[str, Any], Article | Reject]:
    said = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    body = (FOLDER / said.get("page", f"{name}.html")).read_bytes()
    portal = PORTALS[said["portal"]] if "portal" in said else None
    return said, page_to_article(body, url=said.get("url"), portal=portal, id=name)


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.toml")))
def test_a_page_becomes_its_article(name: str) -> None:
    said, made = page(name)
    if "rejected" in said:
        assert isinstance(made, Reject)
        assert made.reason == said["rejected"]
        return
    assert isinstance(made, Article), made
    for field in SAID:
        value = getattr(made, field)
        if field in said or field in ("author", "published"):
            assert (list(value) if isinstance(value, tuple) else value) == said.get(field), field
    assert [snippet for snippet in said["keep"] if snippet not in made.text] == []
    assert [snippet for snippet in said["drop"] if snippet in made.text] == []


def test_every_page_has_its_table() -> None:
    tables = [tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.toml")]
    told = {path.stem for path in FOLDER.glob("*.toml")} | {
        Path(said["page"]).stem for said in tables if "page" in said
    }
    assert {path.stem for path in FOLDER.glob("*.html")} <= told


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"%PDF-1.4 ...", "no_page"),
        (b"<!-- only a comment -->", "no_page"),
        (b"<html><body><p>Trang n\xc3\xa0y tr\xe1\xbb\x91ng</p></body></html>", "no_article"),
    ],
)
def test_what_is_no_page_is_a_reject(body: bytes, reason: str) -> None:
    made = page_to_article(body, url=None, portal=None, id="x", source="x.html")
    assert isinstance(made, Reject)
    assert (made.reason, made.source) == (reason, "x.html")


def test_a_page_of_fifty_megabytes_is_refused() -> None:
    made = page_to_article(b"<p>" + b"x" * (50 << 20), url=None, portal=None, id="x")
    assert isinstance(made, Reject)
    assert made.reason == "too_large"


def test_a_page_a_thousand_levels_deep_is_read() -> None:
    text = "Ngày 12/5, UBND huyện Nam Phà kiểm tra tiến độ làm đường vào xã Na Phày và ba công trình thủy lợi. " * 3
    body = f"<html><body><h1>Kiểm tra tiến độ làm đường ở Na Phày</h1>{'<div>' * 1000}<p>{text}</p></body></html>"
    made = page_to_article(body.encode(), url=None, portal=None, id="x")
    assert isinstance(made, Article | Reject)


def test_a_portal_with_layouts_has_no_article_without_a_stamp() -> None:
    body = (FOLDER / "sharepoint.html").read_bytes().replace("thứ ba, 12 05 2020 16:20".encode(), b"")
    made = page_to_article(body, url=None, portal=PORTALS["dakrlap"], id="x")
    assert isinstance(made, Reject)
    assert made.reason == "no_stamp"


def test_a_known_layout_is_found_on_a_page_of_no_portal() -> None:
    layouts = PORTALS["dakrlap"].layouts
    made = page_to_article((FOLDER / "sharepoint.html").read_bytes(), url=None, portal=None, id="x", layouts=layouts)
    assert isinstance(made, Article)
    assert "layout:sharepoint" in made.flags


@pytest.mark.parametrize(
    ("captured", "kind"), [("2019-08-01T09:00:00+07:00", Article), ("2020-02-01T09:00:00+07:00", Reject)]
)
def test_a_layout_is_used_until_its_last_day(captured: str, kind: type) -> None:
    (layout,) = PORTALS["dakrlap"].layouts
    portal = dataclasses.replace(PORTALS["dakrlap"], layouts=(dataclasses.replace(layout, until=date(2019, 12, 31)),))
    body = (FOLDER / "sharepoint.html").read_bytes()
    assert isinstance(page_to_article(body, url=None, portal=portal, id="x", captured=captured), kind)


def test_what_a_layout_drops_is_looked_for_in_the_article_alone() -> None:
    (layout,) = PORTALS["dakrlap"].layouts
    for drop in ("//b", ".//b"):
        portal = dataclasses.replace(PORTALS["dakrlap"], layouts=(dataclasses.replace(layout, drop=(drop,)),))
        made = page_to_article((FOLDER / "sharepoint.html").read_bytes(), url=None, portal=portal, id="x")
        assert isinstance(made, Article)
        assert "Sông Lam" not in made.text


def test_a_form_around_the_article_is_no_form() -> None:
    page = (FOLDER / "newspaper.html").read_text("utf-8")
    page = page.replace('<div class="body">', '<div class="body"><form id="aspnetForm">').replace(
        "<figure>", "</form><figure>"
    )
    made = page_to_article(page.encode(), url=None, portal=None, id="x")
    assert isinstance(made, Article)
    assert "thu ngân sách của huyện đạt 12,5 tỷ đồng" in made.text


def test_letters_lost_before_us_stay_and_are_flagged() -> None:
    body = (FOLDER / "newspaper.html").read_text("utf-8").replace("trồng mới", "trồng m\ufffdi").encode()
    made = page_to_article(body, url=None, portal=None, id="x")
    assert isinstance(made, Article)
    assert "trồng m\ufffdi 240 ha" in made.text
    assert "lost_letters" in made.flags
