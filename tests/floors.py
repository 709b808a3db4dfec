"""Scores the readers on every gold set at hand and holds the floors of floors.toml: `make score`.

    floors.py [--raise]     with --raise, floors that the score has passed are lifted to it

The project's own gold set is always scored, by score.py; the shared one where it is present, by its own scorer.
"""

from __future__ import annotations

import json
import math
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.toml"
SHARED = HERE.parents[1] / "shared" / "gold"
MARGIN = 1e-6


def scores(scorer: Path, gold: Path, articles: Path) -> dict[str, float]:
    """F1 of each section and the accuracy of each field, by the name of the measure."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predicted:
        subprocess.run(
            [sys.executable, "-m", "tinhuy", "extract", str(articles)], stdout=predicted, check=True, cwd=HERE.parent
        )
        asked = [sys.executable, str(scorer), str(gold), predicted.name, "--json"]
        said = json.loads(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)
    measured = {name: row["f1"] for name, row in said["measures"].items()}
    return {"headline": said["headline"], **measured, **said["fields"]}


def show(name: str, measured: dict[str, float], floors: dict[str, float]) -> list[str]:
    """Print one gold set's table; returns the measures that fell below their floor."""
    print(f"\n{name:<28}{'score':>8}{'floor':>8}")
    fallen = []
    for measure, value in measured.items():
        floor = floors.get(measure)
        below = floor is not None and value < floor - MARGIN
        print(f"{measure:<28}{value:>8.3f}{'' if floor is None else f'{floor:>8.3f}'}{'  BELOW' if below else ''}")
        if below:
            fallen.append(f"{name}: {measure} {value:.4f} < {floor:.4f}")
    return fallen


def lifted(text: str, name: str, measured: dict[str, float]) -> str:
    """The floors file with one set's floors lifted to what was measured, never lowered."""
    floors = tomllib.loads(text).get(name, {})
    best = {m: max(floors.get(m, 0.0), math.floor(v * 1000) / 1000) for m, v in measured.items()}
    block = "\n".join(f'"{measure}" = {value:.3f}' for measure, value in best.items())
    return re.sub(rf"(?ms)^\[{name}\]\n.*?(?=^\[|\Z)", f"[{name}]\n{block}\n\n", text).rstrip() + "\n"


def main() -> int:
    text = FLOORS.read_text("utf-8")
    floors = tomllib.loads(text)
    sets = {"own": (HERE / "score.py", HERE / "gold" / "gold", HERE / "gold" / "articles")}
    if (SHARED / "dev").is_dir():
        sets["dev"] = (SHARED / "score.py", SHARED / "dev" / "gold", SHARED / "dev" / "articles")
    else:
        print("the shared gold set is absent: skipped")
    fallen: list[str] = []
    for name, (scorer, gold, articles) in sets.items():
        measured = scores(scorer, gold, articles)
        fallen += show(name, measured, floors.get(name, {}))
        text = lifted(text, name, measured)
    if "--raise" in sys.argv[1:]:
        FLOORS.write_text(text, "utf-8")
    print("\n" + ("\n".join(fallen) if fallen else "every floor holds"))
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
