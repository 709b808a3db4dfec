"""Replaying the archive: articles, readings and warehouse made anew from the WARC files alone, in another folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from commands.road import make, tell
from commands.terminal import ALARM, BAD_INPUT, bar, say
from crawler.ingest import ingest_archive
from crawler.portals import find, load_portals
from crawler.workspace import Workspace
from warehouse.builds import current
from warehouse.equal import differences


def replay(home: Path, into: Path, names: list[str], *, base: str | None, workers: int) -> int:
    """Rebuild the archive of `home` in the new folder `into`, and say in what the two warehouses differ.

    A newer reader or cleaner sees the old pages this way; with the same ones nothing differs but what came in
    by `ingest`, which is not in the archive.
    """
    source, target = Workspace(home), Workspace(into)
    if target.home.exists() and any(target.home.iterdir()):
        say(f"{into} is not empty: a replay begins in a new folder")
        return BAD_INPUT
    for folder in ("warc", "portals", "registry"):
        if (source.home / folder).is_dir():
            shutil.copytree(source.home / folder, target.home / folder)
    known = load_portals(target)
    if base:
        known |= {portal.id: portal.served_at(base) for portal in find(known, names)}
    with bar("cleaning") as tick:
        tell(ingest_archive(target, known, progress=tick))
    code = make(into, workers)
    before, after = current(source), current(target)
    if before is None or after is None:
        return code
    differ = differences(before, after)
    say("the same tables" if not differ else "rows that differ: " + ", ".join(f"{n} {t}" for t, n in differ.items()))
    return ALARM if differ else code
