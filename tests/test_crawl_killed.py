"""Killed at any moment and started again, a crawl ends with what an undisturbed one has."""

from __future__ import annotations

import os
import pickle
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from small_nights import EVENING, archived, district, night, portal_of
from small_site import Site, served

from crawler.archive import captures
from crawler.workspace import Workspace

KILLS = 20
SCRIPT = """
import pickle, sys
from datetime import datetime
from crawler.fetch import crawl
if __name__ == "__main__":
    workspace, portal, now = pickle.loads(bytes.fromhex(sys.argv[1]))
    crawl(workspace, [portal], now=now)
"""


def start(script: Path, workspace: Workspace, site: Site) -> subprocess.Popen[bytes]:
    job = pickle.dumps((workspace, portal_of(site), EVENING)).hex()
    return subprocess.Popen([sys.executable, str(script), job], start_new_session=True)


def whole_records(workspace: Workspace) -> set[tuple[str, int, bytes]]:
    return {(capture.url, capture.status, capture.body) for capture in archived(workspace)}


def test_twenty_kills_lose_nothing_and_spoil_nothing(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(SCRIPT, "utf-8")
    with served(district(400, a_page=10)) as site:
        quiet = Workspace(tmp_path / "quiet")
        calm = night(quiet, portal_of(site))
        site.pause = 0.06
        killed, chance = Workspace(tmp_path / "killed"), random.Random(290)  # noqa: S311 - the same moments every time
        for kill in range(KILLS):
            process, before, deadline = start(script, killed, site), len(site.log), time.monotonic() + 20
            while len(site.log) < before + 2 and time.monotonic() < deadline:
                time.sleep(0.01)
            time.sleep(chance.uniform(0, 0.12))
            assert process.poll() is None, "the crawl was over before it could be killed"
            if kill % 2:  # the process that was started; its child follows it
                process.kill()
            else:  # all at once
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        report = night(killed, portal_of(site))
        assert report.finished
        assert (report.waiting, report.failed) == (0, 0)
        assert whole_records(killed) == whole_records(quiet)
        assert report.new == calm.new
        assert not list(killed.warc.glob("*.open"))
        for path in killed.warc.glob("*.warc.gz"):
            list(captures(path))  # reads to its end
        site.log.clear()
        after = night(killed, portal_of(site), days=1)
        assert (after.new, after.changed, after.vanished) == ((), (), ())
        assert sum(asked.sent for asked in site.log if asked.status == 200) == 0
