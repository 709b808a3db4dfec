"""The demo: two nights on the sample portal, and one question of each user."""

from __future__ import annotations

import shutil
import sys
from datetime import datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.rule import Rule

from commands.road import make, night
from commands.terminal import ALARM
from crawler.archive import HANOI
from crawler.sample import render, serve
from crawler.workspace import Workspace
from warehouse.ask import Answer, opened, sql
from warehouse.ask import changed as what_changed
from warehouse.sessions import session
from warehouse.show import Form, show

MARK = ".tinhuy-demo"
"""Stands in a folder that the demo made: no other folder is ever cleared."""

FIGURES = (
    "SELECT concept, value, unit, period, title FROM indicator_series WHERE kind = 'money' ORDER BY value DESC LIMIT 8"
)


class DemoError(ValueError):
    """The demo has no place to go."""


def demo(home: Path) -> int:
    """Night one, two questions; night two, what has changed. Run again, it starts anew."""
    site = fresh(home) / "site"
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 160)
    now = datetime.now(HANOI)
    codes: list[int] = []
    port = 0
    for state in (1, 2):
        console.print(Rule(f"night {state}"))
        render(site, state)
        with serve(site, port) as base:
            port = int(base.rpartition(":")[2])  # the second night asks the same host
            codes += [
                night(home, ["sample"], base=base, max_pages=None, now=now + timedelta(days=2 * state - 2)),
                make(home, 2),
            ]
        if state == 1:
            ask_first(home, console)
    with opened(Workspace(home)) as con:
        console.print("What has changed since the last run?  tinhuy sql 'FROM changed_last_night'")
        show([first_rows(what_changed(con), 12)], Form.TABLE)
    console.print(f"Go on asking: tinhuy who …, document …, indicators … --home {home}")
    return ALARM if ALARM in codes else 0


def ask_first(home: Path, console: Console) -> None:
    """A journalist's question and an analyst's."""
    with opened(Workspace(home)) as con:
        date, kind = next(iter(sql(con, BUSIEST).rows), (None, None))
        console.print(f"Who attended?  tinhuy session --date {date} --kind {kind}")
        show(session(con, date=date, kind=kind), Form.TABLE)
        console.print(f'Which sums of money?  tinhuy sql "{FIGURES}"')
        show([sql(con, FIGURES)], Form.TABLE)


def first_rows(answer: Answer, most: int) -> Answer:
    return Answer(f"{answer.title}, the first of {len(answer.rows)}", answer.columns, answer.rows[:most])


BUSIEST = """SELECT date, kind FROM who_attended WHERE length(date) = 10
GROUP BY date, kind, session_id ORDER BY count(DISTINCT person_id) DESC, date LIMIT 1"""


def fresh(home: Path) -> Path:
    """An empty folder for the demo: what an earlier demo left there goes, anything else is left alone."""
    if home.exists() and any(home.iterdir()):
        if not (home / MARK).is_file():
            raise DemoError(f"{home} holds something else; name an empty folder with --home")
        shutil.rmtree(home)
    home.mkdir(parents=True, exist_ok=True)
    (home / MARK).touch()
    return home
