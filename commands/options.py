"""What the commands of the front door share: their options, and what their exit codes mean."""

# typer reads these at run time, on Python 3.11 too: no postponed annotations here

from pathlib import Path
from typing import Annotated, Optional

import typer

EXITS = """Exit codes: 0 done · 1 nothing found · 2 wrong usage or input · 3 alarm: a portal is not what it was, \
an input was refused, or a build was not kept · 130 interrupted."""

STORE = Path("tinhuy-store")

Home = Annotated[
    Path, typer.Option("--home", envvar="TINHUY_HOME", help="The workspace: the folder that holds all you produce.")
]
Json = Annotated[bool, typer.Option("--json", help="JSON for machines.")]
Csv = Annotated[bool, typer.Option("--csv", help="CSV for machines: the first table.")]
Portal = Annotated[Optional[list[str]], typer.Argument(help="Portals by name; all when none is given.")]  # noqa: UP045
Paths = Annotated[list[Path], typer.Argument(help="Files and folders.", exists=True)]
SomePaths = Annotated[Optional[list[Path]], typer.Argument(help="Files and folders.", exists=True)]  # noqa: UP045
Cluster = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        metavar="ADDRESS", help="A Dask scheduler that reads instead: tcp://10.0.0.1:8786. Needs the extra “cluster”."
    ),
]
Workers = Annotated[int, typer.Option(help="Processes that read.", min=1)]
Sample = Annotated[
    int,
    typer.Option("--second-reader", help="Articles of the night that a second reader of names checks; 0: none.", min=0),
]
