"""WARC files of ours and of others to articles and attachments, cut ones and the files they hold too."""

from __future__ import annotations

import gzip
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfWriter

from crawler import parquet
from crawler.article import Article
from crawler.clean.attachments import WORD, Attachment, read_file
from crawler.ingest import IngestReport, ingest, ingest_archive
from crawler.workspace import Workspace

PAGES = Path(__file__).parent / "pages"
HOST = "http://dakrlap.daknong.gov.vn"


def warc(path: Path, answers: list[tuple[str, int, str, bytes]]) -> Path:
    """A WARC file as others write it: responses only, a gzip member each."""
    records = []
    for number, (url, status, kind, body) in enumerate(answers):
        http = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2020-05-12T11:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + http + b"\r\n\r\n"))
    path.write_bytes(b"".join(records))
    return path


def articles(workspace: Workspace) -> list[Article]:
    files = sorted(workspace.articles.glob("portal=*/month=*/*.parquet"))
    return [article for file in files for article in parquet.read(file, Article)]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "home")


def test_warc_files_of_the_workspace_are_ingested_once(workspace: Workspace) -> None:
    workspace.warc.mkdir(parents=True)
    page = (PAGES / "sharepoint.html").read_bytes()
    pdf = BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(pdf)
    warc(
        workspace.warc / "20200512T180000-dakrlap.warc.gz",
        [
            (f"{HOST}/robots.txt", 200, "text/plain", b"User-agent: *"),
            (f"{HOST}/giao-ban", 200, "text/html; charset=utf-8", page),
            (f"{HOST}/giao-ban?utm_source=zalo", 200, "text/html", page),
            (f"{HOST}/cu", 301, "text/html", b"moved"),
            (f"{HOST}/tin-noi-bat", 200, "text/html", (PAGES / "list.html").read_bytes()),
            (f"{HOST}/img/12-BC_2020.pdf", 200, "application/pdf", pdf.getvalue()),
            ("http://elsewhere.example.vn/a", 200, "text/html", (PAGES / "newspaper.html").read_bytes()),
        ],
    )
    report = ingest_archive(workspace)
    assert (report.articles, report.attachments, report.rejects) == (2, 1, {"no_layout": 1})
    made = {one.portal: one for one in articles(workspace)}
    assert made["dakrlap"].id.startswith("dakrlap-")
    assert made["dakrlap"].url == f"{HOST}/giao-ban"
    assert made["dakrlap"].source is not None
    assert made["dakrlap"].source.startswith("20200512T180000-dakrlap.warc.gz#")
    assert made["files"].title == "Huyện ủy Nam Phà giao ban quý II"
    (scan,) = parquet.read(workspace.attachments / f"{report.names[0]}.parquet", Attachment)
    assert (scan.portal, scan.text, scan.unread, scan.pages) == ("dakrlap", None, "scan", 1)
    assert ingest_archive(workspace) == IngestReport(known=1, names=report.names)


def test_a_cut_warc_gives_what_is_whole_and_a_reject(tmp_path: Path, workspace: Workspace) -> None:
    page = (PAGES / "sharepoint.html").read_bytes()
    whole = warc(tmp_path / "whole.warc.gz", [(f"{HOST}/{n}", 200, "text/html", page) for n in ("mot", "hai", "ba")])
    cut = tmp_path / "cut.warc.gz"
    cut.write_bytes(whole.read_bytes()[:-300])
    report = ingest(workspace, [cut])
    assert report.articles == 2
    assert report.rejects == {"cut_archive": 1}


def test_a_warc_that_is_none_is_a_reject(tmp_path: Path, workspace: Workspace) -> None:
    (tmp_path / "none.warc.gz").write_bytes(gzip.compress(b"not a record"))
    assert sum(ingest(workspace, [tmp_path / "none.warc.gz"]).rejects.values()) == 1


def test_a_file_is_read_or_says_why_not() -> None:
    assert read_file(b"%PDF-1.4 broken", "http://x.vn/a.pdf") == (None, 0, "broken")
    assert read_file(b"\xd0\xcf\x11\xe0", "http://x.vn/a.doc") == (None, 0, "format")
    assert read_file(b"PK no zip", "http://x.vn/a.docx") == (None, 0, "broken")


def test_the_paragraphs_of_a_word_file_are_read() -> None:
    body = BytesIO()
    lines = "".join(
        f"<w:p><w:r><w:t>{a}</w:t></w:r><w:r><w:t>{b}</w:t></w:r></w:p>" for a, b in [("Kế ", "hoạch"), ("Số ", "45")]
    )
    with ZipFile(body, "w") as parts:
        parts.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{lines}</w:body></w:document>')
    assert read_file(body.getvalue(), "http://x.vn/ke-hoach.docx") == ("Kế hoạch\nSố 45", 0, None)
