"""The second reader of names: what a night's sample is, what is kept of it, and when it raises an alarm."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from commands import road, second_reader
from crawler import parquet
from crawler.archive import HANOI
from crawler.article import Article
from crawler.workspace import Workspace
from extract.language import Reader, make_doc
from extract.language import build as build_reader
from extract.officials import witness
from extract.pipeline import read
from extract.stage import Filed, article_files, reading_file, revision_of

NIGHT = datetime(2026, 1, 5, 1, tzinfo=HANOI)
READ = "Đồng chí Trần Hữu Bằng, Bí thư Huyện ủy Bình Lâm dự họp."
UNREAD = "Sau đó bà Hoàng Thị Sáu ra về."
SELLER = [(word, "N", "B-NP", label) for word, label in (("bà", "O"), ("Hoàng Thị", "B-PER"), ("Sáu", "I-PER"))]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "store")


@pytest.fixture(autouse=True)
def _tagged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(witness, "tagger", lambda: lambda sentence: SELLER if "Sáu" in sentence else [])


def shelve(workspace: Workspace, reader: Reader, name: str, texts: list[str]) -> Path:
    """One input of articles and what the rules read in them."""
    articles = [Article(id=f"{name}-{n}", portal="binhlam", text=text) for n, text in enumerate(texts)]
    path = workspace.articles / "portal=binhlam" / "month=undated" / f"{name}.parquet"
    parquet.write(path, articles, Article, "1")
    filed = [Filed(revision_of(one), read(one, reader)) for one in articles]
    parquet.write(reading_file(workspace, path), filed, Filed, "1")
    return path


def test_a_person_that_no_rule_reads_is_kept_with_its_sentence(workspace: Workspace, reader: Reader) -> None:
    path = shelve(workspace, reader, "a", [f"{READ} {UNREAD}", READ])
    recall = second_reader.ask(workspace, [path], 20, NIGHT)
    assert (recall.articles, recall.sentences, recall.read, recall.usual) == (2, 1, 2, None)
    assert recall.unread == (second_reader.Disagreement("a-0", UNREAD, "Hoàng Thị Sáu"),)
    assert recall.share == pytest.approx(1 / 3)
    with sqlite3.connect(workspace.crawl_state) as db:
        assert db.execute("SELECT * FROM second_reader").fetchall() == [("2026-01-05T01:00:00+07:00", 2, 1, 2, 1)]
        assert db.execute("SELECT article, sentence, name FROM disagreement").fetchall() == [
            ("a-0", UNREAD, "Hoàng Thị Sáu")
        ]


def test_a_name_taken_down_is_not_told(workspace: Workspace, reader: Reader) -> None:
    path = shelve(workspace, reader, "a", [f"{READ} {UNREAD} {UNREAD}"])
    assert [one.name for one in second_reader.ask(workspace, [path], 20, NIGHT).unread] == ["Hoàng Thị Sáu"]
    workspace.registry.mkdir(parents=True)
    (workspace.registry / "private.toml").write_text('[[take_down]]\nname = "Hoàng Thị Sáu"\n', "utf-8")
    assert second_reader.ask(workspace, [path], 20, NIGHT).unread == ()


def test_the_sample_is_of_fixed_size_and_the_same_whenever_it_is_asked(workspace: Workspace, reader: Reader) -> None:
    paths = [shelve(workspace, reader, name, [READ] * 30) for name in ("a", "b")]
    chosen = [one.id for one, _ in second_reader.sample(workspace, paths, 20)]
    again = [one.id for one, _ in second_reader.sample(workspace, paths[::-1], 20)]
    assert len(chosen) == 20
    assert sorted(chosen) == sorted(again)
    assert len({name.partition("-")[0] for name in chosen}) == 2


def test_no_more_sentences_are_asked_about_than_the_night_can_pay(
    workspace: Workspace, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_reader, "MOST", 3)
    path = shelve(workspace, reader, "a", [f"{UNREAD} {UNREAD}"] * 4)
    recall = second_reader.ask(workspace, [path], 20, NIGHT)
    assert (recall.articles, recall.sentences) == (1, 2)


def test_a_share_that_leaps_above_the_nights_before_is_an_alarm(workspace: Workspace, reader: Reader) -> None:
    good = shelve(workspace, reader, "good", [READ] * 9 + [f"{READ} {UNREAD}"])
    bad = shelve(workspace, reader, "bad", [f"{READ} {UNREAD}"] * 8)
    few = shelve(workspace, reader, "few", [f"{READ} {UNREAD}"] * 2)
    nights = [(bad, False), (good, False), (good, False), (good, False), (few, False), (bad, True)]
    for day, (path, alarm) in enumerate(nights):
        recall = second_reader.ask(workspace, [path], 20, NIGHT + timedelta(days=day))
        assert recall.leaps is alarm, day


def test_the_night_tells_of_it_and_ends_with_an_alarm(
    workspace: Workspace, reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    path = shelve(workspace, reader, "good", [READ] * 9)
    assert second_reader.ask(workspace, [path], 20, NIGHT).share == 0
    path.unlink()
    shelve(workspace, reader, "bad", [f"{READ} {UNREAD}"] * 8)
    assert road.read_workspace(workspace.home, 1, second=20) == 3
    said = capsys.readouterr().err
    assert "8 articles sampled, 8 sentences asked about, 8 persons that no rule reads, 50% of all" in said
    assert f"unread: bad-0: Hoàng Thị Sáu: {UNREAD}" in said
    assert "alarm: second reader: 50% of the persons no rule reads, 0% used to be" in said


@pytest.mark.parametrize("error", [ModuleNotFoundError("No module named 'underthesea'"), OSError("no model")])
def test_a_night_without_the_model_says_so_and_goes_on(
    workspace: Workspace,
    reader: Reader,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: Exception,
) -> None:
    def absent() -> Callable[[str], witness.Tagged]:
        raise error

    monkeypatch.setattr(witness, "tagger", absent)
    shelve(workspace, reader, "a", [f"{READ} {UNREAD}"])
    assert road.read_workspace(workspace.home, 1, second=20) == 0
    assert f"second reader: not asked: {type(error).__name__}" in capsys.readouterr().err


def test_nothing_read_or_nobody_wanted_is_nobody_asked(
    workspace: Workspace, reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    shelve(workspace, reader, "a", [f"{READ} {UNREAD}"])
    assert road.read_workspace(workspace.home, 1, second=0) == 0
    assert road.read_workspace(workspace.home, 1, second=20) == 0
    assert "second reader" not in capsys.readouterr().err


def test_numbers_left_over_are_no_matter_of_the_second_reader(reader: Reader) -> None:
    text = f"Có 3,7 không rõ là gì. {UNREAD}"
    said = read(Article(id="x", portal="p", text=text), reader)
    assert [left.mention.text for left in second_reader.names_left(said)] == ["Hoàng Thị Sáu"]
    assert len(witness.asked(make_doc(reader, text), second_reader.names_left(said))) == 1


def test_who_is_left_out_for_a_reason_is_no_doubt(reader: Reader) -> None:
    text = f"Đoàn đã thăm hộ bà Hoàng Thị Sáu. {READ}"
    said = read(Article(id="x", portal="p", text=text), reader)
    (left,) = (left for left in said.leftovers if left.mention.text == "Hoàng Thị Sáu")
    assert second_reader.names_left(said) == []
    assert second_reader.is_explained(left, said)


def test_an_input_without_readings_is_passed_over(workspace: Workspace, reader: Reader) -> None:
    shelve(workspace, reader, "a", [READ])
    parquet.write(reading_file(workspace, article_files(workspace)[0]), [], Filed, "1")
    assert second_reader.ask(workspace, article_files(workspace), 20, NIGHT).articles == 0
