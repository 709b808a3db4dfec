"""What a killed run left open is cut back to its last whole record and closed; nothing is ever appended after a cut."""

from __future__ import annotations

import zlib
from pathlib import Path

OPEN = ".open"
"""Ends the name of a WARC file while its run is writing it: `20261124T170000-dakrlap.warc.gz.open`."""


def mend(folder: Path) -> dict[str, int]:
    """Close the files that killed runs left open; returns name → length kept, 0 when no record was whole."""
    kept = {}
    for left in sorted(folder.glob(f"*.warc.gz{OPEN}")):
        name = left.name.removesuffix(OPEN)
        kept[name] = whole_length(left)
        if not kept[name]:
            left.unlink()
            continue
        with left.open("rb+") as file:
            file.truncate(kept[name])
        left.replace(left.with_name(name))
    return kept


def whole_length(path: Path, start: int = 0) -> int:
    """Where the last of the whole gzip members ends that follow one another from `start`."""
    whole = read = start
    member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    with path.open("rb") as file:
        file.seek(start)
        while chunk := file.read(1 << 16):
            read += len(chunk)
            while chunk:
                try:
                    member.decompress(chunk)
                except zlib.error:
                    return whole
                if not member.eof:
                    break
                chunk = member.unused_data
                whole = read - len(chunk)
                member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    return whole
