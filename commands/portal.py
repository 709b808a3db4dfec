"""The commands `tinhuy portal new` and `tinhuy portal check`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.options import EXITS, STORE, Home

app = typer.Typer(help="Describe a portal: draft its TOML, test it.", no_args_is_help=True)


@app.command("new", epilog=EXITS)
def new(
    where: Annotated[str, typer.Argument(help="The front page, or a folder of saved pages.")],
    name: Annotated[str, typer.Option(help="The name of the portal: its TOML is called so.")],
    url: Annotated[str | None, typer.Option(help="Where the saved pages are from.")] = None,
    home: Home = STORE,
) -> None:
    """Look at a portal and draft its TOML. tinhuy portal new https://tinh.example.gov.vn --name tinh"""
    from commands.describe import new as draft

    raise typer.Exit(draft(home, where, name, url))


@app.command("check", epilog=EXITS)
def check(
    name: Annotated[str, typer.Argument(help="The portal.")],
    folder: Annotated[
        Path | None, typer.Argument(help="A folder of saved pages; without, the live site.", exists=True)
    ] = None,
    home: Home = STORE,
) -> None:
    """Show what a portal's layouts give on saved pages, or on some pages of the live site."""
    from commands.describe import check as look

    raise typer.Exit(look(home, name, folder))
