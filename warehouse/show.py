"""Answers on a terminal as tables, for machines as JSON or CSV."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from rich.console import Console
from rich.table import Table

from warehouse.ask import Answer

LONGEST = 100
"""Rows of a table on a terminal; machines get them all."""
LEFT_OUT = {"person_id", "event_id", "start", "end", "rule", "reader", "day", "spellings"}
"""Columns that only machines need."""


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


def table(answer: Answer) -> Table:
    """One answer for people: columns that are empty throughout or made for machines are left out."""
    kept = [
        i
        for i, name in enumerate(answer.columns)
        if name not in LEFT_OUT and any(row[i] not in (None, [], "") for row in answer.rows)
    ]
    more = len(answer.rows) - LONGEST
    caption = f"… and {more} more: --json and --csv print all" if more > 0 else None
    shown = Table(
        title=f"{answer.title} ({len(answer.rows)})", title_justify="left", caption=caption, header_style="bold"
    )
    for i in kept:
        wide = answer.columns[i] in ("sentence", "title", "text", "what", "posts", "post")
        shown.add_column(answer.columns[i], overflow="fold", ratio=3 if wide else None)
    for row in answer.rows[:LONGEST]:
        shown.add_row(*(in_cell(row[i]) for i in kept))
    return shown


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
