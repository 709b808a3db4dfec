"""The front door: every command is documented, errors are one line with the way out, exit codes hold."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
import typer
from shell import run
from small_world import TEXT, article, put
from typer.testing import CliRunner

import tinhuy
from crawler.workspace import Workspace
from warehouse.build import build

COMMANDS = {
    *("crawl", "ingest", "extract", "build", "who", "session", "document", "indicators", "sql", "demo"),
    *("views", "export"),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("store")
    put(Workspace(home), "a", [article("one")])
    build(Workspace(home))
    return home


def named(door: typer.Typer, *before: str) -> dict[tuple[str, ...], str | None]:
    """The words of each command, those of sub-commands too, and its documentation."""
    found = {
        (*before, c.name or c.callback.__name__): c.callback.__doc__ for c in door.registered_commands if c.callback
    }
    for group in door.registered_groups:
        if group.typer_instance:
            found |= named(group.typer_instance, *before, *([group.name] if group.name else []))
    return found


def test_every_command_is_documented() -> None:
    shown = CliRunner().invoke(tinhuy.app, ["--help"], terminal_width=200).output
    assert "Exit codes" in shown
    commands = named(tinhuy.app)
    assert set(commands) >= {(name,) for name in COMMANDS} | {("portal", "new"), ("portal", "check")}
    for words, documentation in commands.items():
        assert documentation, words
        assert words[0] in shown
        helped = CliRunner().invoke(tinhuy.app, [*words, "--help"], terminal_width=200)
        assert helped.exit_code == 0
        assert "--home" in helped.output


def test_help_imports_nothing_heavy() -> None:
    script = "import tinhuy, sys; print([m for m in ('spacy', 'duckdb', 'scrapy', 'pyarrow') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_question_imports_no_reader() -> None:
    heavy = "[m for m in ('spacy', 'scrapy', 'pyarrow') if m in sys.modules]"
    script = f"import warehouse.who, warehouse.show, sys; print({heavy})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


QUESTIONS = [
    ("who", "tran huu bang"),
    ("session", "--date", "2020-05-14"),
    ("document", "290-QĐ/TW"),
    ("indicators", "mô hình"),
    ("sql", "FROM who_attended"),
    ("views",),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q[0])
def test_a_question_is_answered_for_people_and_machines(home: Path, question: tuple[str, ...]) -> None:
    runner = CliRunner()
    for form in ([], ["--json"], ["--csv"]):
        done = runner.invoke(tinhuy.app, [*question, "--home", str(home), *form])
        assert done.exit_code == 0, done.output
        if form == ["--json"]:
            assert json.loads(done.stdout)
        if form == ["--csv"]:
            assert len(list(csv.reader(StringIO(done.stdout)))) > 1


def test_json_holds_all_parts_of_an_answer_with_their_words(home: Path) -> None:
    done = CliRunner().invoke(tinhuy.app, ["who", "Trần Hữu Bằng", "--json", "--home", str(home)])
    said = json.loads(done.stdout)
    assert list(said) == ["people", "posts", "sessions", "statements", "sources"]
    assert said["sessions"][0]["sentence"].startswith("Sáng 14-5, đồng chí Trần Hữu Bằng")


def test_the_home_may_be_named_by_the_environment(home: Path) -> None:
    done = CliRunner().invoke(tinhuy.app, ["views"], env={"TINHUY_HOME": str(home)})
    assert done.exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("who", "Nguyễn Không Ai"), 1, "nothing found"),
        (("sql", "SELECT * FROM nothing"), 2, "nothing does not exist"),
        (("sql", "CREATE TABLE x (a INT)"), 2, "read-only"),
        (("session",), 2, "--date"),
        (("views", "--json", "--csv"), 2, "not both"),
        (("crawl", "no-such-portal"), 2, "no portal no-such-portal"),
        (("ingest", "no-such-file"), 2, "no-such-file"),
        (("ingest", "tests", "--portal", "no-such-portal"), 2, "no portal no-such-portal"),
        (("export", "out", "--format", "xlsx"), 2, "parquet"),
        (("extract", "--cluster", "nonsense"), 2, "nonsense"),
        (("nonsense",), 2, "nonsense"),
    ],
)
def test_an_error_is_one_line_with_the_way_out(home: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    asked = arguments if arguments == ("nonsense",) else (*arguments, "--home", str(home))
    returned, printed, said = run(*asked)
    assert (returned, printed) == (code, "")
    assert words in said
    assert "Traceback" not in said


def test_without_a_warehouse_the_way_out_is_said(tmp_path: Path) -> None:
    code, _, said = run("views", "--home", str(tmp_path))
    assert code == 2
    assert "tinhuy build" in said
    assert len(said.splitlines()) == 1


def test_ingest_and_build_lead_to_an_answer(tmp_path: Path) -> None:
    source, home = tmp_path / "in", str(tmp_path / "store")
    source.mkdir()
    (source / "one.txt").write_text(TEXT, "utf-8")
    assert run("ingest", str(source), "--home", home)[0] == 0
    assert run("build", "--home", home)[0] == 0
    code, printed, _ = run("document", "290-QĐ/TW", "--home", home, "--json")
    assert code == 0
    assert json.loads(printed)["cited"][0]["article_id"] == "one"
    code, _, said = run("build", "--home", home)
    assert code == 0
    assert "nothing has changed" in said
