"""The annotated articles are sound, and the scorer tells right from wrong."""

from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from crawler.sample import articles

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import score as scorer  # noqa: E402 - scripts beside this file
from gold_articles import written  # noqa: E402

GOLD = HERE / "gold" / "gold"
SAMPLES = {sample.slug: sample for sample in articles()}
FILES = sorted(GOLD.glob("*.json"))
ROLES = {"chair", "head", "deputy_head", "attendee", "speaker", "presenter"}
KINDS = {"count", "percent", "money", "quantity", "rank", "ratio"}
SESSIONS = {
    *("working_session", "conference", "inspection", "congress", "voter_meeting"),
    *("visit", "ceremony", "reception", "other"),
}
POINT = r"\d{4}(?:-\d\d(?:-\d\d)?)?|\d{3}X"
EDTF = re.compile(rf"(?:{POINT})(?:/(?:{POINT}|\.\.))?")


def load(path: Path) -> dict[str, Any]:
    said = json.loads(path.read_text("utf-8"))
    assert isinstance(said, dict)
    return said


def test_every_article_of_the_first_night_is_annotated() -> None:
    assert {path.stem for path in FILES} == set(SAMPLES)


@pytest.mark.parametrize("slug", sorted(SAMPLES))
def test_the_input_files_are_those_of_the_sample(slug: str) -> None:
    path = HERE / "gold" / "articles" / f"{slug}.json"
    assert path.read_text("utf-8") == written(SAMPLES[slug]), "run tests/gold_articles.py"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_quoted_stands_in_the_article(path: Path) -> None:
    gold, article = load(path), SAMPLES[path.stem].as_article()
    assert (gold["id"], gold["title"], gold["published"]) == (path.stem, article.title, article.published)
    assert gold["author"] == article.author
    text = unicodedata.normalize("NFC", article.text).lower()
    quoted = [row["text"] for section in ("dates", "indicators") for row in gold[section]]
    for official in gold["officials"]:
        quoted += [official["name"], *official["positions"]]
    for session in gold["sessions"]:
        quoted += [*session["groups"], session["place"] or ""]
    quoted += [row["issuer"] or "" for row in gold["directives"]]
    assert [words for words in quoted if words.lower() not in text] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_words_of_closed_sets_and_calendar_values(path: Path) -> None:
    gold = load(path)
    names = [row["name"] for row in gold["officials"]]
    assert len(names) == len(set(names))
    assert all(set(row["roles"]) <= ROLES and row["roles"] for row in gold["officials"])
    assert {row["kind"] for row in gold["indicators"]} <= KINDS
    assert {row["kind"] for row in gold["sessions"]} <= SESSIONS
    assert all(set(row["participants"]) <= set(names) for row in gold["sessions"])
    values = [row["value"] for row in gold["dates"]]
    assert len(values) == len(set(values))
    values += [row["date"] for row in gold["sessions"] if row["date"]]
    values += [row["period"] for row in gold["indicators"] if row.get("period")]
    assert [value for value in values if not EDTF.fullmatch(value)] == []


def test_every_number_is_annotated_or_known_to_measure_nothing() -> None:
    """A figure that no annotation covers is of one of the kinds that the guide leaves out."""
    measures_nothing = re.compile(
        r"(?m:^\d\. )|COVID-\d+|Đoàn kiểm tra số \d+|\d+ (?:năm|tháng|hằng)|(?:thứ|Trung ương) \d+|đối thoại với 200"
    )
    for path in FILES:
        gold, text = load(path), SAMPLES[path.stem].as_article().text
        known = [row["text"] for section in ("dates", "indicators") for row in gold[section]]
        known += [code for row in gold["directives"] for code in (row["code"], row["code"].split("-")[0].split("/")[0])]
        spans = [m.span() for words in known for m in re.finditer(re.escape(words), text, re.IGNORECASE)]
        spans += [m.span() for m in measures_nothing.finditer(text)]
        numbers = re.finditer(r"\d[\d.,/-]*", text)
        left = [m.group() for m in numbers if not any(a <= m.start() < b for a, b in spans)]
        assert left == [], path.stem


def test_the_gold_scores_one_against_itself() -> None:
    gold = scorer.read(GOLD)
    scores = scorer.score(gold.values(), gold)
    assert {name: s.f1 for name, s in scores.items() if s.f1 != 1} == {}
    assert scorer.headline(scores) == 1


def test_nothing_predicted_scores_nothing() -> None:
    scores = scorer.score(scorer.read(GOLD).values(), {})
    assert {scores[name].f1 for name in scorer.MEASURES} == {0.0}


@pytest.mark.parametrize(
    ("section", "field", "value", "measure"),
    [
        ("officials", "name", "Lưu Trọng Hạm", "officials"),
        ("officials", "positions", ["Trưởng Ban Dân vận Trung ương"], "positions"),
        ("officials", "roles", ["chair"], "roles"),
        ("directives", "code", "291-QĐ/TW", "directives"),
        ("dates", "value", "2020-08-16", "dates"),
        ("indicators", "value", 99, "indicator values"),
        ("indicators", "unit", "đồng", "indicators"),
        ("sessions", "participants", ["Đặng Quốc Thuần"], "attendance"),
        ("sessions", "date", "2019", "sessions"),
    ],
)
def test_one_slip_lowers_its_own_measure(section: str, field: str, value: Any, measure: str) -> None:
    gold = load(GOLD / "doan-kiem-tra-quyet-dinh-290-lam-viec-voi-tinh-uy.json")
    wrong = copy.deepcopy(gold)
    wrong[section][0][field] = value
    scores = scorer.score([gold], {gold["id"]: wrong})
    assert scores[measure].f1 < 1
    assert scores[measure].errors


def test_the_same_in_other_words() -> None:
    gold = load(GOLD / "uy-ban-kiem-tra-hop-ky-23.json")
    other = copy.deepcopy(gold)
    other["officials"][0]["name"] = "Nghiêm Hòa Bính"
    other["officials"][0]["positions"] = ["Ủy viên BTV", "Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy"]
    other["officials"][0]["roles"] = ["attendee", "chair", "speaker"]
    scores = scorer.score([gold], {gold["id"]: other})
    assert [scores[name].f1 for name in ("officials", "positions", "roles", "attendance")] == [1, 1, 1, 1]


def test_the_scorer_prints_what_the_floors_read(tmp_path: Path) -> None:
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("".join(json.dumps(load(path)) + "\n" for path in FILES), "utf-8")
    asked = [sys.executable, str(HERE / "score.py"), str(GOLD), str(predicted)]
    said = json.loads(subprocess.run([*asked, "--json"], capture_output=True, check=True).stdout)
    assert said["headline"] == 1
    assert list(said["measures"]) == list(scorer.MEASURES)
    assert {row["f1"] for row in said["measures"].values()} == {1}
    table = subprocess.run([*asked, "--errors"], capture_output=True, check=True, text=True).stdout
    assert table.splitlines()[-1] == "headline (mean F1) 1.000"
