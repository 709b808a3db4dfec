"""Serves the explorer on this machine; the web server comes with the extra `tinhuy[explorer]`."""

from __future__ import annotations

from pathlib import Path

from crawler.workspace import Workspace


class ExplorerError(ValueError):
    """The explorer cannot be served."""


def serve(home: Path, port: int) -> None:
    """Answer on http://127.0.0.1:<port>/ until interrupted."""
    try:
        import uvicorn

        from explorer.app import build
    except ModuleNotFoundError as error:
        raise ExplorerError(f"{error.name} is not installed: pip install 'tinhuy[explorer]'") from error
    uvicorn.run(build(Workspace(home)), host="127.0.0.1", port=port, log_level="warning")
