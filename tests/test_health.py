"""What an ingest made of a portal is compared with the nights before."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from small_portal import portal

from crawler import parquet
from crawler.archive import HANOI
from crawler.article import SCHEMA, Article, Reject
from crawler.fetch import health
from crawler.fetch.night import Answer, Page, PageKind
from crawler.fetch.state import State
from crawler.workspace import Workspace

PORTAL = portal(
    article=("/bai-",),
)
ARTICLES = [
    Article(
        id=f"huyen-{n}", portal="huyen", url=f"http://huyen.gov.vn/bai-{n}", title=f"Hội nghị số {n}", author="Minh An",
        published="2020-07-29", text=f"Hội nghị số {n}\n" + "Huyện ủy tổ chức hội nghị giao ban. " * 10,
    )
    for n in range(10)
]  # fmt: skip


def shelve(workspace: Workspace, name: str, articles: list[Article], rejects: list[Reject]) -> None:
    folder = workspace.articles / "portal=huyen" / "month=2020-07"
    folder.mkdir(parents=True, exist_ok=True)
    parquet.write(folder / f"{name}.parquet", articles, Article, str(SCHEMA))
    workspace.rejects.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(asdict(reject)) for reject in rejects]
    (workspace.rejects / f"{name}.jsonl").write_text("\n".join(lines), "utf-8")


def signs(workspace: Workspace, name: str) -> list[str]:
    return [alarm.sign for alarm in health.check(workspace, {"huyen": PORTAL}, [name])]


def test_a_night_without_dates_is_an_alarm_with_a_page_to_look_at(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    shelve(workspace, "a", ARTICLES, [])
    assert signs(workspace, "a") == []
    shelve(workspace, "b", [replace(article, published=None) for article in ARTICLES], [])
    (alarm,) = health.check(workspace, {"huyen": PORTAL}, ["b"])
    assert (alarm.portal, alarm.sign) == ("huyen", "0% of the articles have a date, 90% expected")
    assert alarm.example == "http://huyen.gov.vn/bai-0"
    assert signs(workspace, "b") == []  # told once


def test_a_layout_that_stopped_matching_is_an_alarm_and_a_list_page_is_none(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    state = State(workspace.crawl_state)
    night = state.begin("huyen", datetime(2020, 7, 29, tzinfo=HANOI))
    for kind, name in [
        *((PageKind.ARTICLE, f"bai-{n}") for n in range(10)),
        *((PageKind.LIST, f"tin-{n}") for n in range(10)),
    ]:
        url = f"http://huyen.gov.vn/{name}"
        night.fetched(Page(key=url, url=url, kind=kind), Answer(url=url, status=200), datetime.now(HANOI))
    state.close()

    def refused(name: str) -> list[Reject]:
        return [
            Reject(portal="huyen", source="x", url=f"http://huyen.gov.vn/{name}-{n}", reason="no_layout")
            for n in range(10)
        ]

    shelve(workspace, "a", ARTICLES, refused("tin"))
    assert signs(workspace, "a") == []
    shelve(workspace, "b", ARTICLES[:2], refused("bai"))
    assert signs(workspace, "b") == ["17% of the pages match a layout, 100% used to"]
