"""The ingest stage: every kind of input, run twice, killed in the middle, and bad input that does not stop the rest."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crawler import parquet
from crawler.article import Article, Reject
from crawler.ingest import articles_from, ingest, workers
from crawler.ingest.imported import FLAG, flag_imported
from crawler.ingest.inputs import Raw
from crawler.portals import load_portals
from crawler.workspace import Workspace

PAGES = Path(__file__).parent / "pages"
PORTALS = load_portals()
GIVEN = {"id": "x1", "title": "Xã Na Phày họp dân", "published": "2020-05-12", "url": "http://example.vn/1"}
PROSE = "Sáng 12/5, UBND xã Na Phày họp dân bàn việc làm đường; có 120 hộ dự, tất cả đồng tình hiến đất, góp ngày công."


def given(**more: object) -> str:
    return json.dumps({**GIVEN, "text": f"{GIVEN['title']}\n{PROSE}\nHoài Thu", **more}, ensure_ascii=False)


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
