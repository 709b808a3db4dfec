"""What every command says to a terminal: a progress bar, one line of what was done, an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

DONE, NOTHING, BAD_INPUT, ALARM = 0, 1, 2, 3
"""Exit codes; `options.EXITS` says them to users."""

Tick = Callable[..., None]


def alarm(words: str) -> int:
    say(f"tinhuy: {words}")
    return ALARM


def say(words: str) -> None:
    """One line on standard error: standard output belongs to answers."""
    print(words, file=sys.stderr)  # noqa: T201


@contextmanager
def bar(work: str, unit: str = "{task.completed}") -> Iterator[Tick]:
    """A progress bar on standard error, on a terminal only; the block calls what it is given with done and total."""
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    shown = columns if unit else columns[:2]
    with Progress(*shown, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(work, total=None)

        def tick(done: int | None = None, total: int | None = None, *, step: str | None = None) -> None:
            progress.update(task, completed=done, total=total, description=step)

        yield tick
