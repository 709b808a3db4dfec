"""The explorer answers for people: pages over the current build, JSON of the same, and links to the proof."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small_world import TEXT, article, put

from crawler.workspace import Workspace
from warehouse.build import build

starlette = pytest.importorskip("starlette.testclient", reason="tinhuy[explorer] is not installed")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def client(tmp_path: Path):  # type: ignore[no-untyped-def]
    from explorer.app import build as build_app

    workspace = Workspace(tmp_path / "store")
    put(workspace, "a", [article("one"), article("two", published="2020-08-01")])
    build(workspace)
    return starlette.TestClient(build_app(workspace))


def links(page: str, kind: str) -> list[str]:
    return re.findall(rf'href="(/{kind}/[^"]+)"', page)


def test_the_search_box_leads_to_a_person_and_on_to_the_proof(client) -> None:  # type: ignore[no-untyped-def]
    found = client.get("/", params={"q": "Tran Huu Bang"})
    assert found.status_code == 200
    person = client.get(links(found.text, "person")[0])
    assert "Trần Hữu Bằng" in person.text
    proof = client.get(next(link for link in links(person.text, "article") if "start=" in link).replace("&amp;", "&"))
    (marked,) = re.findall(r"<mark[^>]*>(.*?)</mark>", proof.text, re.DOTALL)
    assert marked in TEXT


def test_a_session_shows_who_attended(client) -> None:  # type: ignore[no-untyped-def]
    found = client.get("/", params={"q": "2020-05-14"})
    session = client.get(links(found.text, "session")[0])
    assert session.status_code == 200
    assert "Trần Hữu Bằng" in session.text


def test_a_document_shows_where_it_is_cited(client) -> None:  # type: ignore[no-untyped-def]
    found = client.get("/", params={"q": "290-QĐ/TW"})
    cited = client.get(links(found.text, "document")[0], params={"form": "json"}).json()
    assert {row["article_id"] for row in cited["cited"]} == {"one", "two"}


def test_what_is_not_there_is_said(client) -> None:  # type: ignore[no-untyped-def]
    assert client.get("/person/nobody").status_code == 404
    assert "Nothing found" in client.get("/", params={"q": "xyzzy"}).text


def test_a_search_is_shown_as_text(client) -> None:  # type: ignore[no-untyped-def]
    assert "<script>" not in client.get("/", params={"q": "<script>alert(1)</script>"}).text.replace("<script></", "")


def test_without_a_warehouse_the_way_out_is_said(tmp_path: Path) -> None:
    from explorer.app import build as build_app

    answer = starlette.TestClient(build_app(Workspace(tmp_path))).get("/")
    assert answer.status_code == 503
    assert "tinhuy build" in answer.text
