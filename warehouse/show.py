"""Answers on a terminal as tables, for machines as JSON or CSV."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection as Connection
from rich.console import Console
from rich.table import Table
from rich.text import Text

from crawler.workspace import Workspace
from warehouse.ask import Answer, opened

LONGEST = 100
"""Rows of a table on a terminal; machines get them all."""
FOR_MACHINES = {
    "person_id", "event_id", "session_id", "document_id", "day", "n", "start", "end", "spellings", "why", "indicators",
    "other_id", "other_n", "other_start", "other_end",
}  # fmt: skip
"""Columns of the questions that only machines need."""
WIDE = ("sentence", "title", "text", "what", "posts", "post", "name", "topic", "cited_as", "subject", "sum")
DITTO = "〃"


class Form(StrEnum):
    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def show(answers: Sequence[Answer], form: Form) -> None:
    """Print answers: every table on a terminal and in JSON, the first that has rows as CSV."""
    if form is Form.JSON:
        said = {
            answer.title: [dict(zip(answer.columns, map(plain, row), strict=True)) for row in answer.rows]
            for answer in answers
        }
        print(json.dumps(said if len(answers) > 1 else next(iter(said.values())), ensure_ascii=False, indent=1))  # noqa: T201
    elif form is Form.CSV:
        answer = next((answer for answer in answers if answer.rows), answers[0])
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows([in_cell(value) for value in row] for row in answer.rows)
    else:
        console = Console(width=None if sys.stdout.isatty() else 160)
        for answer in answers:
            if answer.rows:
                console.print(table(answer))


def put(home: Path, question: Callable[[Connection], Sequence[Answer]], *, json: bool, csv: bool) -> int:
    """Put a question to the current build and print its answer; 1 where nothing is found."""
    with opened(Workspace(home)) as con:
        answers = question(con)
    show(answers, Form.JSON if json else Form.CSV if csv else Form.TABLE)
    if any(answer.rows for answer in answers):
        return 0
    print("nothing found", file=sys.stderr)  # noqa: T201
    return 1


def table(answer: Answer) -> Table:
    """One answer for people, its empty columns left out."""
    kept = [i for i, name in enumerate(answer.columns) if is_shown(answer, i, name)]
    more = len(answer.rows) - LONGEST
    caption = f"… and {more} more: --json and --csv print all" if more > 0 else None
    shown = Table(title=f"{answer.title} ({len(answer.rows)})", title_justify="left", caption=caption)
    for i in kept:
        name = answer.columns[i]
        shown.add_column(name, overflow="fold", ratio=4 if name.endswith("sentence") else 2 if name in WIDE else None)
    above: tuple[Any, ...] = (None,) * len(answer.columns)
    for row in answer.rows[:LONGEST]:
        shown.add_row(
            *(Text(DITTO if is_repeated(answer.columns[i], row[i], above[i]) else in_cell(row[i])) for i in kept)
        )
        above = row
    return shown


def is_repeated(column: str, value: Any, above: Any) -> bool:
    """True for a sentence or a headline that stands in the row above already."""
    return column in ("sentence", "title") and value is not None and value == above


def is_shown(answer: Answer, place: int, name: str) -> bool:
    """What the user's own SELECT names is shown; of a question, what people read."""
    if answer.title == "sql":
        return True
    crowded = name in ("url", "text") and "sentence" in answer.columns and answer.title != "sources"
    return name not in FOR_MACHINES and not crowded and any(row[place] not in (None, [], "") for row in answer.rows)


def in_cell(value: Any) -> str:
    """A value in one cell: `Decimal("3545.000000")` is 3545, a list is joined by “; ”."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value.normalize() + 0, "f")
    if isinstance(value, list):
        return "; ".join(map(in_cell, value))
    return str(value)


def plain(value: Any) -> Any:
    """A value as JSON has it; a Decimal keeps its digits when it is whole."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return (
        value
        if isinstance(value, str | int | float | bool | None)
        else str(value.isoformat() if isinstance(value, date) else value)
    )
