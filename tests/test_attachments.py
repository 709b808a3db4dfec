"""The table `attachment`: what articles offer, joined with what the archive has of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_world import article, put, rows

from crawler import parquet
from crawler.clean.attachments import Attachment
from crawler.workspace import Workspace
from warehouse.build import build

HOST = "http://binhlam.example.vn"
QUERY = "SELECT article_id, kind, text, unread, pages FROM attachment ORDER BY ALL"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "store")


def capture(workspace: Workspace, name: str, *files: Attachment) -> None:
    parquet.write(workspace.attachments / f"{name}.parquet", files, Attachment, "1")


def built(workspace: Workspace) -> list[tuple[object, ...]]:
    build(workspace)
    return rows(workspace, QUERY)


def test_a_file_stands_beside_each_article_that_offers_it(workspace: Workspace) -> None:
    plan, scan, list_ = f"{HOST}/tep/Kế hoạch 45.PDF?v=2", f"{HOST}/tep/scan.pdf", f"{HOST}/tep/danh-sach.xls"
    put(workspace, "a", [article("one", attachments=(plan, scan, list_)), article("two", attachments=(plan,))])
    capture(
        workspace,
        "a",
        Attachment(
            portal="binhlam",
            url="https://www.binhlam.example.vn/tep/K%E1%BA%BF%20ho%E1%BA%A1ch%2045.PDF?v=2",
            text="Kế hoạch phòng, chống thiên tai",
            pages=3,
        ),
        Attachment(portal="binhlam", url=scan, unread="scan", pages=1),
        Attachment(portal="binhlam", url=f"{HOST}/tep/of-no-article.pdf", text="Không bài nào nhắc tới"),
    )
    assert built(workspace) == [
        ("one", "pdf", "Kế hoạch phòng, chống thiên tai", None, 3),
        ("one", "pdf", None, "scan", 1),
        ("one", "xls", None, "not captured", None),
        ("two", "pdf", "Kế hoạch phòng, chống thiên tai", None, 3),
    ]


def test_the_latest_capture_speaks(workspace: Workspace) -> None:
    url = f"{HOST}/tep/bao-cao.docx"
    put(workspace, "a", [article("one", attachments=(url,))])
    capture(workspace, "b", Attachment(portal="binhlam", url=url, text="Báo cáo sửa đổi", captured="2020-06-01"))
    capture(workspace, "a", Attachment(portal="binhlam", url=url, text="Báo cáo", captured="2020-05-01"))
    assert built(workspace) == [("one", "docx", "Báo cáo sửa đổi", None, 0)]


def test_a_file_captured_later_makes_another_build_and_a_take_down_holds_in_it(workspace: Workspace) -> None:
    url = f"{HOST}/tep/danh-sach.pdf"
    put(workspace, "a", [article("one", attachments=(url,))])
    assert built(workspace) == [("one", "pdf", None, "not captured", None)]
    capture(workspace, "a", Attachment(portal="binhlam", url=url, text="1. Lò Thị Mai", pages=1))
    workspace.registry.mkdir(parents=True)
    (workspace.registry / "private.toml").write_text('[[take_down]]\nname = "Lò Thị Mai"\nwhy = "asked"\n', "utf-8")
    assert built(workspace) == [("one", "pdf", "1. ██████████", None, 1)]
