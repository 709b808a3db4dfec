"""`tinhuy extract FILE…`: one line of JSON an article; what is none, or breaks a rule, is said and does not end it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from shell import run
from small_world import TEXT

from commands.road import print_readings
from crawler.article import Article
from extract.language import Reader
from extract.pipeline import read
from extract.records import Reading


def test_extract_prints_one_line_an_article(tmp_path: Path) -> None:
    title, _, body = TEXT.partition("\n")
    for name in ("one", "two"):
        said = {"id": name, "url": None, "title": title, "published": "2020-05-15", "text": body}
        (tmp_path / f"{name}.json").write_text(json.dumps(said), "utf-8")
    code, printed, _ = run("extract", str(tmp_path))
    assert code == 0
    found = [json.loads(line) for line in printed.splitlines()]
    assert [one["id"] for one in found] == ["one", "two"]
    assert found[0]["directives"][0]["code"] == "290-QĐ/TW"


def test_extract_refuses_what_is_no_article_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}", "utf-8")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    (tmp_path / "c.html").write_bytes(b"")
    code, printed, said = run("extract", str(tmp_path))
    assert code == 2
    assert [json.loads(line)["id"] for line in printed.splitlines()] == ["b"]
    assert said.count("refused:") == 2


def test_extract_goes_on_after_an_article_on_which_a_rule_breaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(TEXT, "utf-8")

    def breaks_on_one(of: Article, reader: Reader) -> Reading:
        if of.id == "one":
            raise ZeroDivisionError("a rule divided by nought")
        return read(of, reader)

    monkeypatch.setattr("commands.road.read", breaks_on_one)
    code = print_readings(tmp_path / "store", [tmp_path])
    printed, said = capsys.readouterr()
    assert code == 2
    assert [json.loads(line)["id"] for line in printed.splitlines()] == ["two"]
    assert "broke a rule ZeroDivisionError: a rule divided by nought" in said
