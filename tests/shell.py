"""A shell: `tinhuy` in a process of its own."""

from __future__ import annotations

import subprocess
import sys


def run(*arguments: str) -> tuple[int, str, str]:
    """A command as a user runs it: exit code, standard output, standard error."""
    command = [sys.executable, "-m", "tinhuy", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout, done.stderr
