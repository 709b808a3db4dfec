"""The ingest stage: every kind of input, run twice, killed in the middle, and bad input that does not stop the rest."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfWriter

from crawler import parquet
from crawler.article import Article, Reject
from crawler.clean.attachments import WORD, Attachment, read_file
from crawler.ingest import IngestReport, articles_from, ingest, ingest_archive, workers
from crawler.ingest.imported import FLAG, flag_imported
from crawler.ingest.inputs import Raw
from crawler.portals import load_portals
from crawler.workspace import Workspace

PAGES = Path(__file__).parent / "pages"
PORTALS = load_portals()
HOST = "http://dakrlap.daknong.gov.vn"
GIVEN = {"id": "x1", "title": "Xã Na Phày họp dân", "published": "2020-05-12", "url": "http://example.vn/1"}
PROSE = "Sáng 12/5, UBND xã Na Phày họp dân bàn việc làm đường; có 120 hộ dự, tất cả đồng tình hiến đất, góp ngày công."


def given(**more: object) -> str:
    return json.dumps({**GIVEN, "text": f"{GIVEN['title']}\n{PROSE}\nHoài Thu", **more}, ensure_ascii=False)


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


def snapshot(workspace: Workspace) -> dict[str, bytes]:
    files = [file for file in workspace.home.rglob("*") if file.is_file()]
    return {str(file.relative_to(workspace.home)): file.read_bytes() for file in files}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "home")


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder of every kind of input, good and bad."""
    folder = tmp_path / "mixed"
    (folder / "site" / "giao-ban").mkdir(parents=True)
    (folder / "site" / "giao-ban" / "index.html").write_bytes((PAGES / "sharepoint.html").read_bytes())
    (folder / "capture.txt").write_text(
        (PAGES / "capture.txt").read_text("utf-8").format(head="Huyện ủy Nam Phà giao ban")
    )
    (folder / "one.json").write_text(given(), "utf-8")
    (folder / "many.jsonl").write_text(given(id="x2") + "\n\n" + given(id="x3") + "\n{broken\n", "utf-8")
    (folder / "without.json").write_text(json.dumps(GIVEN), "utf-8")
    (folder / "number.json").write_text("7", "utf-8")
    (folder / "empty.html").write_bytes(b"")
    (folder / "empty.txt").write_bytes(b"\n")
    (folder / "latin.json").write_bytes(b'{"text": "\xff\xfe"}')
    (folder / "image.html").write_bytes(b"\x89PNG\r\n")
    (folder / "notes.md").write_text("no input", "utf-8")
    return folder


def test_every_kind_of_input_and_the_bad_ones_beside(mixed: Path) -> None:
    made = list(articles_from(mixed, PORTALS))
    good = {one.id: one for one in made if isinstance(one, Article)}
    assert set(good) == {"giao-ban", "capture", "one", "x2", "x3"}
    assert good["giao-ban"].published == "2020-05-12"
    assert (good["one"].author, good["one"].text) == ("Hoài Thu", f"{GIVEN['title']}\n{PROSE}")
    reasons = {one.source: one.reason for one in made if isinstance(one, Reject)}
    assert reasons == {
        "without.json": "no_text",
        "number.json": "no_article",
        "many.jsonl:4": "broken_json",
        "empty.html": "empty",
        "empty.txt": "empty",
        "latin.json": "unreadable",
        "image.html": "no_page",
    }


def test_a_title_that_repeats_the_lead_is_no_headline(tmp_path: Path) -> None:
    (tmp_path / "lead.json").write_text(given(title=PROSE[:60], text=PROSE), "utf-8")
    (made,) = articles_from(tmp_path / "lead.json", PORTALS)
    assert isinstance(made, Article)
    assert (made.text, made.headline_end, made.title) == (PROSE, 0, PROSE[:60])


def test_decomposed_json_is_composed(tmp_path: Path) -> None:
    import unicodedata

    (tmp_path / "nfd.json").write_text(unicodedata.normalize("NFD", given()), "utf-8")
    (made,) = articles_from(tmp_path / "nfd.json", PORTALS)
    assert isinstance(made, Article)
    assert made.text == f"{GIVEN['title']}\n{PROSE}"


def test_an_unknown_kind_of_file_says_what_is_read(mixed: Path) -> None:
    (made,) = articles_from(mixed / "notes.md", PORTALS)
    assert isinstance(made, Reject)
    assert made.reason == "unknown_kind"
    assert ".html" in made.detail


def test_ingest_writes_partitions_rejects_and_a_marker_and_is_idempotent(mixed: Path, workspace: Workspace) -> None:
    first = ingest(workspace, [mixed])
    assert (first.inputs, first.articles, sum(first.rejects.values())) == (1, 5, 7)
    assert (workspace.articles / "portal=files" / "month=2020-05" / f"{first.names[0]}.parquet").is_file()
    rejects = (workspace.rejects / f"{first.names[0]}.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["reason"] for line in rejects} == set(first.rejects)
    before = snapshot(workspace)
    second = ingest(workspace, [mixed])
    assert (second.inputs, second.known, second.articles) == (0, 1, 0)
    assert snapshot(workspace) == before


def test_an_edited_input_is_another_revision(tmp_path: Path, workspace: Workspace) -> None:
    file = tmp_path / "one.json"
    for text in (PROSE, PROSE + " Xã đã bổ sung kế hoạch."):
        file.write_text(given(text=text), "utf-8")
        ingest(workspace, [file])
    assert [(one.id, len(one.text)) for one in articles(workspace)].count(
        ("one", len(articles(workspace)[0].text))
    ) == 1
    assert len({one.text for one in articles(workspace) if one.id == "one"}) == 2


def test_a_missing_path_and_an_unknown_portal_are_errors(tmp_path: Path, workspace: Workspace) -> None:
    with pytest.raises(FileNotFoundError, match=r"no-such\.html does not exist"):
        ingest(workspace, [tmp_path / "no-such.html"])
    with pytest.raises(ValueError, match="no portal nowhere"):
        ingest(workspace, [tmp_path], portal="nowhere")


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


def hang(raw: Raw) -> Article:
    """A page on which the cleaner never comes back, or which takes its worker along."""
    if raw.id == "slow":
        time.sleep(60)
    os._exit(7)


def test_a_slow_page_and_one_that_breaks_its_worker_are_rejects(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "clean_here", hang)
    raws = [Raw(kind="page", id="slow", source="slow.html"), Raw(kind="page", id="exit", source="exit.html")]
    made = list(workers.in_workers(raws, {}, None, workers=1, seconds=0.5))
    assert [one.reason for one in made if isinstance(one, Reject)] == ["too_slow", "broke_worker"]


def test_a_killed_ingest_run_again_gives_the_same_files(tmp_path: Path) -> None:
    source = tmp_path / "many.jsonl"
    source.write_text("".join(given(id=f"x{n}", text=f"{PROSE} Đợt {n}.") + "\n" for n in range(3_000)), "utf-8")
    run = (
        "import sys; from pathlib import Path\n"
        "from crawler.ingest.stage import ingest; from crawler.workspace import Workspace\n"
        "if __name__ == '__main__': ingest(Workspace(Path(sys.argv[1])), [Path(sys.argv[2])], workers=1)\n"
    )
    script = tmp_path / "run.py"
    script.write_text(run, "utf-8")
    killed, whole = Workspace(tmp_path / "killed"), Workspace(tmp_path / "whole")
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    process = subprocess.Popen(
        [sys.executable, str(script), str(killed.home), str(source)], env=env, start_new_session=True
    )
    time.sleep(1.0)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    ingest(killed, [source], workers=1)
    ingest(whole, [source], workers=1)
    assert snapshot(killed) == snapshot(whole)


def test_stamps_of_a_bulk_import_are_flagged() -> None:
    def stamped(n: int, text: str) -> Article:
        return Article(id=str(n), portal="p", text="x", published="2019-08-08", published_text=text)

    batch = [stamped(n, f"thứ năm, 08 08 2019 08:5{n % 3}") for n in range(12)]
    alone = [stamped(99, "thứ năm, 08 08 2019 14:20"), stamped(98, "08/08/2019")]
    flagged = flag_imported([*batch, *alone])
    assert [FLAG in one.flags for one in flagged] == [True] * 12 + [False] * 2
    assert not any(one.flags for one in flag_imported(batch[:5]))
