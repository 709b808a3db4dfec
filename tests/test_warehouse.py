"""The warehouse: what is loaded, what is refused, and that nothing moves without a reason."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from small_world import TEXT, article, put, rows

from crawler.workspace import Workspace
from normalize.registry import Who
from warehouse import schema
from warehouse.ask import AskError, opened, sql, views
from warehouse.build import build
from warehouse.documents import document
from warehouse.equal import tables
from warehouse.export import export
from warehouse.figures import indicators
from warehouse.sessions import session
from warehouse.take_down import masking
from warehouse.who import who


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "store")


def test_an_empty_workspace_builds_an_empty_warehouse(workspace: Workspace) -> None:
    report = build(workspace)
    assert report.fresh
    assert set(report.counts.values()) == {0}


def test_every_table_column_and_view_is_documented(workspace: Workspace) -> None:
    build(workspace)
    nameless = "SELECT {0} FROM duckdb_{1}() WHERE NOT internal AND comment IS NULL"
    assert rows(workspace, nameless.format("table_name", "tables")) == []
    assert rows(workspace, nameless.format("view_name", "views")) == []
    columns = nameless.format("table_name, column_name", "columns")
    assert rows(workspace, f"{columns} AND table_name IN (SELECT table_name FROM duckdb_tables())") == []  # noqa: S608
    with opened(workspace) as con:
        assert {row[0] for row in views(con).rows} == set(schema.views())


def test_the_questions_are_answered(workspace: Workspace) -> None:
    put(workspace, "a", [article("one")])
    build(workspace)
    with opened(workspace) as con:
        people, posts, sessions, statements, sources = who(con, "tran huu bang")
        assert people.column("name") == ["Trần Hữu Bằng"]
        assert posts.column("post") == ["Bí thư Huyện ủy Bình Lâm"]
        assert sessions.column("role") == ["chair"]
        assert "chủ trì cuộc họp" in sessions.column("sentence")[0]
        assert statements.column("text") == ["các xã phải làm sớm"]
        assert sources.column("article_id") == ["one"]
        found, attended, _ = session(con, date="2020-05", place="binh lam")
        assert found.column("kind") == ["conference"]
        assert attended.column("name") == ["Trần Hữu Bằng", "Lò Thị Mai"]
        assert attended.column("posts") == ["Bí thư Huyện ủy Bình Lâm", "Phó Chủ tịch UBND huyện Bình Lâm"]
        for code in ("290-QĐ/TW", "290 -qd/tw", "290", "Quyết định 290", "quyết định số 290"):
            documents, cited, _ = document(con, code)
            assert documents.column("code") == ["290-QĐ/TW"], code
            assert cited.column("article_id") == ["one"]
        figures, sums, _ = indicators(con, "mo hinh")
        assert [int(value) for value in figures.column("value")] == [30, 18, 12]
        assert sums.column("sum") == ["30 = 18 + 12"]


@pytest.mark.parametrize("name", ["Tran Huu Bang", "Trần Hữu Bằg", "TRẦN HỮU BẰNG", "Hữu Bằng"])
def test_a_person_is_found_without_marks_with_a_slip_and_by_part(workspace: Workspace, name: str) -> None:
    put(workspace, "a", [article("one")])
    build(workspace)
    with opened(workspace) as con:
        assert who(con, name)[0].column("name") == ["Trần Hữu Bằng"]
        assert who(con, "Nguyễn Không Ai")[0].rows == ()


def test_the_latest_revision_speaks_and_the_older_is_kept(workspace: Workspace) -> None:
    later = (
        TEXT.replace("30 mô hình", "30 mô hình mới")
        .replace("30 mô hình mới", "30 mô hình")
        .replace("dự họp", "cùng dự họp")
    )
    put(workspace, "a", [article("one")])
    put(workspace, "b", [article("one", later, captured="2020-05-20T01:00:00+07:00")])
    put(workspace, "c", [article("one", later, captured="2020-05-21T01:00:00+07:00")])
    build(workspace)
    assert rows(workspace, "SELECT article_id, contains(text, 'cùng dự') FROM article") == [("one", True)]
    kept = rows(workspace, "SELECT is_current, captures, last_captured[:10] FROM revision ORDER BY first_captured")
    assert kept == [(False, 1, "2020-05-16"), (True, 2, "2020-05-21")]
    assert rows(workspace, "SELECT count(*) FROM presence") == [(2,)]


def test_what_is_taken_down_stays_down(workspace: Workspace) -> None:
    put(workspace, "a", [article("one"), article("two", portal="daksong")])
    workspace.registry.mkdir(parents=True)
    (workspace.registry / "private.toml").write_text(
        '[[take_down]]\nname = "Lò Thị Mai"\nwhy = "asked"\n[[take_down]]\narticle = "two"\n', "utf-8"
    )
    build(workspace)
    assert rows(workspace, "SELECT article_id FROM article") == [("one",)]
    for table in ("person", "official", "post", "role", "presence"):
        assert rows(workspace, f"SELECT count(*) FROM {table} WHERE name = 'Lò Thị Mai'") == [(0,)]  # noqa: S608
    assert rows(workspace, "SELECT count(*) FROM article WHERE contains(text, 'Lò Thị Mai')") == [(0,)]


def test_what_is_taken_down_is_masked_however_it_is_written(workspace: Workspace) -> None:
    text = TEXT.replace("dự họp", "dự họp. LÒ THỊ MAI nói ít").replace("\nSáng", " - Lò Thị Mai\nSáng", 1)
    put(workspace, "a", [article("one", text, captions=("Ảnh: Lò Thị Mai dự họp", "Ảnh: mô hình"))])
    build(workspace)
    put(workspace, "b", [article("one", TEXT.replace("Lò Thị Mai", "Lò Thị May"), captured="2020-05-20")])
    workspace.registry.mkdir(parents=True)
    (workspace.registry / "private.toml").write_text('[[take_down]]\nname = "Lò Thị Mai"\n', "utf-8")
    build(workspace)
    for query in ("SELECT text, title FROM revision", "SELECT captions FROM article", "SELECT what FROM change"):
        said = str(rows(workspace, query))
        assert "LÒ THỊ MAI" not in said.upper().replace("LÒ THỊ MAY", ""), query
    put(workspace, "b", [article("one", text, captions=("Ảnh: Lò Thị Mai dự họp",), captured="2020-05-21")])
    build(workspace)
    assert rows(workspace, "SELECT captions[1], contains(text, '█') FROM article") == [("Ảnh: ██████████ dự họp", True)]


@pytest.mark.parametrize(
    ("table", "column", "name"),
    [
        ("indicator", "search", "lo thi mai"),
        ("indicator", "subject", "lo thi mai"),
        ("directive", "subject", "Lò Thị Mai|lò thị mai"),
    ],
)
def test_a_name_is_masked_as_the_column_writes_it(table: str, column: str, name: str) -> None:
    _, values = masking(table, column, "VARCHAR", Who(name="Lò Thị Mai"))
    assert values["name"].replace("\\ ", " ") == name


def test_two_articles_on_one_event_are_one_event(workspace: Workspace) -> None:
    put(workspace, "a", [article("one"), article("two", TEXT.replace("làm sớm", "làm ngay") and TEXT, portal="other")])
    build(workspace)
    assert rows(workspace, "SELECT DISTINCT event_id FROM session") == [("one#0",)]


@pytest.mark.parametrize(
    "query",
    [
        "CREATE TABLE x (a INT)",
        "DROP TABLE person",
        "FROM read_csv('/etc/passwd')",
        "COPY person TO 'x.csv'",
        "SELEC 1",
    ],
)
def test_sql_only_reads_and_only_the_warehouse(workspace: Workspace, query: str) -> None:
    build(workspace)
    with opened(workspace) as con, pytest.raises(AskError):
        sql(con, query)


def test_without_a_warehouse_the_way_out_is_said(workspace: Workspace) -> None:
    with pytest.raises(AskError, match="tinhuy build"), opened(workspace):
        pass


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_every_table_is_exported(workspace: Workspace, tmp_path: Path, form: str) -> None:
    put(workspace, "a", [article("one")])
    path = build(workspace).path
    files = export(workspace, tmp_path / "out", form)
    assert {file.stem for file in files} == {*tables(path), "build", "change", "input"}
    with duckdb.connect() as con:
        counted = con.execute(f"SELECT count(*) FROM '{tmp_path}/out/presence.{form}'").fetchall()  # noqa: S608
    assert counted == [(2,)]


def test_a_province_is_known_by_its_other_spellings(workspace: Workspace) -> None:
    put(workspace, "a", [article("one", portal="TP.HCM"), article("two", portal="Nam Định"), article("three")])
    build(workspace)
    found = rows(workspace, "SELECT DISTINCT article_id, today, merged FROM indicators_by_province_today ORDER BY ALL")
    assert found == [("one", "Hồ Chí Minh", False), ("two", "Ninh Bình", True)]
