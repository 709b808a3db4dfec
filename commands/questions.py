"""The commands that ask: `tinhuy who`, `session`, `document`, `indicators`, `sql`, `views`; a table, JSON or CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.options import EXITS, STORE, Csv, Home, Json

if TYPE_CHECKING:  # the commands import what they need: --help is quick
    from duckdb import DuckDBPyConnection as Connection

    from warehouse.ask import Answer

app = typer.Typer()


@app.command(epilog=EXITS)
def who(
    name: Annotated[str, typer.Argument(help="A name, with or without marks.")],
    home: Home = STORE,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Who is this: posts, sessions, words, each with its sentence. tinhuy who "Doan Hong Phong" """
    from warehouse.who import who as question

    answer(home, lambda con: question(con, name), json, csv)


@app.command(epilog=EXITS)
def session(
    *,
    date: Annotated[str | None, typer.Option(help="A day, month or year: 2020-07-29, 2020-07.")] = None,
    place: Annotated[str | None, typer.Option(help="A place, with or without marks.")] = None,
    kind: Annotated[str | None, typer.Option(help="working_session, conference, inspection, congress …")] = None,
    home: Home = STORE,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Which sessions, and who attended in what post and role. tinhuy session --date 2020-07-29"""
    from warehouse.sessions import session as question

    if not (date or place or kind):
        raise typer.BadParameter("say a --date, a --place or a --kind")
    answer(home, lambda con: question(con, date=date, place=place, kind=kind), json, csv)


@app.command(epilog=EXITS)
def document(
    code: Annotated[str, typer.Argument(help="A code or a number: 290-QĐ/TW, 290.")],
    home: Home = STORE,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Which articles of which places cite a document, short forms included. tinhuy document 290-QĐ/TW"""
    from warehouse.documents import document as question

    answer(home, lambda con: question(con, code), json, csv)


@app.command(epilog=EXITS)
def indicators(
    words: Annotated[str, typer.Argument(help="Words of what is measured.")],
    place: Annotated[str | None, typer.Option(help="The place of the portal.")] = None,
    home: Home = STORE,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Figures, and whether their sums add up. tinhuy indicators "Dân vận khéo" """
    from warehouse.figures import indicators as question

    answer(home, lambda con: question(con, words, place=place), json, csv)


@app.command(epilog=EXITS)
def sql(
    query: Annotated[str, typer.Argument(help="A SELECT over the tables and views; see “tinhuy views”.")],
    home: Home = STORE,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Any SELECT, read-only. tinhuy sql "FROM changed_last_night" --csv"""
    from warehouse.ask import sql as question

    answer(home, lambda con: [question(con, query)], json, csv)


@app.command(epilog=EXITS)
def views(home: Home = STORE, json: Json = False, csv: Csv = False) -> None:
    """The questions that are views already."""
    from warehouse.ask import views as question

    answer(home, lambda con: [question(con)], json, csv)


def answer(home: Path, question: Callable[[Connection], Sequence[Answer]], json: bool, csv: bool) -> None:
    """Put a question to the current build and print its answer."""
    from warehouse.show import put

    if json and csv:
        raise typer.BadParameter("--json or --csv, not both")
    raise typer.Exit(put(home, question, json=json, csv=csv))
