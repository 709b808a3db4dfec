"""The front door: one command for each thing a user does, no logic; those that ask stand in `commands.questions`."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from commands import portal as describing
from commands import questions
from commands.options import EXITS, STORE, Cluster, Home, Paths, Portal, Sample, SomePaths, Workers

app = typer.Typer(
    help="From Vietnamese portals to a warehouse that answers who, which document, when, how many.",
    epilog=EXITS,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.add_typer(questions.app)
app.add_typer(describing.app, name="portal")


@app.command(epilog=EXITS)
def crawl(
    portals: Portal = None,
    home: Home = STORE,
    base: Annotated[str | None, typer.Option(help="Where a copy of the one portal is served.")] = None,
    max_pages: Annotated[int | None, typer.Option(help="Pages of each portal at most.")] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Leave out what a sitemap or feed dates before it.")
    ] = None,
) -> None:
    """Fetch what is new from the portals into the archive, and make articles of it."""
    from commands.road import night
    from crawler.archive import HANOI

    since = since.replace(tzinfo=HANOI) if since else None
    finish(night(home, portals or [], base=base, max_pages=max_pages, since=since))


@app.command(epilog=EXITS)
def replay(
    into: Annotated[Path, typer.Argument(help="A new folder.")],
    portals: Portal = None,
    home: Home = STORE,
    base: Annotated[str | None, typer.Option(help="Where the copy that was crawled was served.")] = None,
    workers: Workers = 2,
) -> None:
    """Make articles, readings and warehouse anew from the archive alone, and say what differs."""
    from commands.replay import replay as again

    finish(again(home, into, portals or [], base=base, workers=workers))


@app.command(epilog=EXITS)
def ingest(
    paths: Paths,
    home: Home = STORE,
    portal: Annotated[str | None, typer.Option(help="The portal the pages are from.")] = None,
) -> None:
    """Take in saved pages (.html), texts (.txt, .json, .jsonl), WARC files, and folders of them."""
    from commands.road import take_in

    finish(take_in(home, paths, portal))


@app.command(epilog=EXITS)
def extract(
    paths: SomePaths = None,
    home: Home = STORE,
    workers: Workers = 2,
    cluster: Cluster = None,
    second: Sample = 20,
) -> None:
    """Read articles. With PATHs print JSON Lines, one article a line; without, read what the workspace holds."""
    from commands.road import print_readings, read_workspace

    finish(print_readings(home, paths) if paths else read_workspace(home, workers, cluster, second))


@app.command(epilog=EXITS)
def build(home: Home = STORE, workers: Workers = 2, second: Sample = 20) -> None:
    """Read what is unread, resolve people and documents, and make the warehouse; the old one answers until then."""
    from commands.road import make

    finish(make(home, workers, second))


@app.command(epilog=EXITS)
def export(
    folder: Annotated[Path, typer.Argument(help="Where the files go.")],
    form: Annotated[str, typer.Option("--format", help="parquet or csv.")] = "parquet",
    home: Home = STORE,
) -> None:
    """Write every table of the warehouse to files."""
    from crawler.workspace import Workspace
    from warehouse.export import export as write

    for path in write(Workspace(home), folder, form):
        typer.echo(path)


@app.command(epilog=EXITS)
def explore(home: Home = STORE, port: Annotated[int, typer.Option(help="Port on 127.0.0.1.")] = 8400) -> None:
    """Serve the warehouse as web pages on this machine: a search box, people, sessions, documents, the proof."""
    from explorer.serve import serve

    serve(home, port)


@app.command(epilog=EXITS)
def demo(home: Home = Path("tinhuy-demo")) -> None:
    """Crawl the sample portal that travels with the program, twice, and answer one question of each user."""
    from commands.demo import demo as show

    finish(show(home))


def finish(code: int) -> None:
    raise typer.Exit(code)


def main() -> None:
    """Run a command; an error that a user can mend is one line, with the way out."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except (ValueError, OSError, RuntimeError) as error:
        if type(error) in (ValueError, RuntimeError):  # ours have names of their own: this is a fault of the program
            raise
        typer.echo(f"tinhuy: {error}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
