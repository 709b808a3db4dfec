"""Compares what git tracks with what a built wheel and sdist hold: `wheel.py DIST…`, exit 1 on a difference."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

PACKAGED = ("crawler/", "extract/", "normalize/", "warehouse/", "explorer/", "commands/", "data/", "tinhuy.py")


def tracked() -> set[str]:
    """The files of the packages and the data that git tracks."""
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True).stdout.splitlines()
    return {name for name in listed if name.startswith(PACKAGED)}


def held(dist: Path) -> set[str]:
    """The files of the packages and the data inside a wheel or an sdist."""
    if dist.suffix == ".whl":
        with zipfile.ZipFile(dist) as wheel:
            names = set(wheel.namelist())
    else:
        with tarfile.open(dist) as sdist:
            names = {member.name.partition("/")[2] for member in sdist.getmembers() if member.isfile()}
    return {name for name in names if name.startswith(PACKAGED)}


def main() -> int:
    wanted, wrong = tracked(), 0
    for dist in map(Path, sys.argv[1:]):
        found = held(dist)
        for word, names in (("lacks", wanted - found), ("must not hold", found - wanted)):
            for name in sorted(names):
                print(f"{dist.name} {word} {name}")
                wrong += 1
        print(f"{dist.name}: {len(found & wanted)} files of the project")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
