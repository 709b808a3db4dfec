"""Score predicted readings against annotated articles: `score.py GOLD PREDICTED.jsonl [--errors] [--json]`.

GOLD is a folder of <id>.json in the shape of the gold guide. Each section is turned into items that can be paired;
a pair counts when the two say the same thing, whatever the length of the words they quote.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from likeness import alike, same_post, words

Json = dict[str, Any]
KINDS_ALIKE = {"quantity": "count"}
COMPARED = ("bound", "trend", "target", "period", "value_to")
SECTIONS = ("officials", "positions", "roles", "directives", "dates")
MEASURES = (*SECTIONS, "indicator values", "indicators", "attendance", "sessions")
FIELDS = ("title", "published", "author")


@dataclass(slots=True)
class Score:
    """Hits, predicted and gold items of one measure, and what went wrong in words."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hits / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        return self.hits / self.gold if self.gold else float(not self.predicted)

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.predicted + self.gold) if self.predicted + self.gold else 1.0

    def pair(self, where: str, gold: list[Any], predicted: list[Any], same: Callable[[Any, Any], float]) -> list[Any]:
        """Pair best first, each item once, and count; returns the pairs."""
        likeness = [(same(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted)]
        pairs: dict[int, int] = {}
        for value, i, j in sorted(likeness, key=lambda item: -item[0]):
            if value > 0 and i not in pairs and j not in pairs.values():
                pairs[i] = j
        self.hits += len(pairs)
        self.predicted += len(predicted)
        self.gold += len(gold)
        self.errors += [f"{where} missed {g}" for i, g in enumerate(gold) if i not in pairs]
        self.errors += [f"{where} spurious {p}" for j, p in enumerate(predicted) if j not in pairs.values()]
        return [(gold[i], predicted[j]) for i, j in pairs.items()]


def score(gold: Iterable[Json], predicted: dict[str, Json]) -> dict[str, Score]:
    """One score a measure over all gold articles; an article nobody predicted counts as empty."""
    scores = {name: Score() for name in (*MEASURES, *FIELDS, *(f"indicator {name}" for name in COMPARED))}
    for article in gold:
        got = predicted.get(article["id"], {})
        _fields(scores, article, got)
        _people(scores, article, got)
        _citations(scores, article, got)
        _indicators(scores, article, got)
        _sessions(scores, article, got)
    return scores


def headline(scores: dict[str, Score]) -> float:
    """The mean F1 of what users see: “indicator values” is a step of “indicators”."""
    shown = [scores[name].f1 for name in MEASURES if name != "indicator values"]
    return sum(shown) / len(shown)


def _equal(a: Any, b: Any) -> float:
    return float(a == b)


def _fields(scores: dict[str, Score], gold: Json, got: Json) -> None:
    for name in FIELDS:
        if name not in gold.get("given", ()) and (gold.get(name) or got.get(name)):
            wanted, found = ([row[name]] if row.get(name) else [] for row in (gold, got))
            same = _equal if name == "published" else lambda a, b: alike(a, b, 0.8)
            scores[name].pair(gold["id"], wanted, found, same)


def _people(scores: dict[str, Score], gold: Json, got: Json) -> None:
    def named(article: Json) -> dict[str, Json]:
        return {" ".join(words(row["name"])): row for row in article.get("officials", [])}

    wanted, found = named(gold), named(got)
    given, read_off = ([row["name"] for row in said.values()] for said in (wanted, found))
    scores["officials"].pair(gold["id"], given, read_off, lambda a, b: float(words(a) == words(b)))
    for name in {**wanted, **found}:
        one, other = wanted.get(name, {}), found.get(name, {})
        where = f"{gold['id']} {(one or other)['name']}"
        scores["positions"].pair(where, one.get("positions", []), other.get("positions", []), same_post)
        scores["roles"].pair(where, _roles(one), _roles(other), _equal)


def _roles(official: Json) -> list[str]:
    """Beside another role, to attend says nothing."""
    roles = set(official.get("roles", []))
    return sorted(roles - {"attendee"} if len(roles) > 1 else roles)


def _citations(scores: dict[str, Score], gold: Json, got: Json) -> None:
    def cited(article: Json) -> list[Any]:
        rows = article.get("directives", [])
        return list({(" ".join(words(row["type"])), row["code"].upper().lstrip("0")): None for row in rows})

    def values(article: Json) -> list[Any]:
        return sorted({row["value"] for row in article.get("dates", [])})

    scores["directives"].pair(gold["id"], cited(gold), cited(got), _equal)
    scores["dates"].pair(gold["id"], values(gold), values(got), _equal)


def _indicators(scores: dict[str, Score], gold: Json, got: Json) -> None:
    def same_value(a: Json, b: Json) -> float:
        if (a["value"], a.get("out_of")) != (b["value"], b.get("out_of")):
            return 0
        return 1 + same_kind(a, b) + len(set(words(a["text"])) & set(words(b["text"]))) / 1000

    def same_kind(a: Json, b: Json) -> float:
        kinds = {KINDS_ALIKE.get(row["kind"], row["kind"]) for row in (a, b)}
        return float(len(kinds) == 1 and ("rank" in kinds or alike(a["unit"], b["unit"], 0.5)))

    wanted, found = gold.get("indicators", []), got.get("indicators", [])
    scores["indicator values"].pair(gold["id"], wanted, found, same_value)
    full = scores["indicators"].pair(gold["id"], wanted, found, lambda a, b: same_value(a, b) * same_kind(a, b))
    for one, other in full:
        for name in COMPARED:
            said, read = ([row[name]] if row.get(name) else [] for row in (one, other))
            scores[f"indicator {name}"].pair(f"{gold['id']} {one['text']}", said, read, _equal)


def _sessions(scores: dict[str, Score], gold: Json, got: Json) -> None:
    def present(session: Json) -> set[str]:
        return {" ".join(words(name)) for name in session.get("participants", [])}

    def closeness(a: Json, b: Json) -> float:
        return float(a["kind"] == b["kind"]) + float(a["date"] == b["date"]) + len(present(a) & present(b))

    def same(a: Json, b: Json) -> float:
        return float(a["kind"] == b["kind"] and a["date"] == b["date"]) * closeness(a, b)

    wanted, found = gold.get("sessions", []), got.get("sessions", [])
    scores["sessions"].pair(gold["id"], wanted, found, same)
    pairs = Score().pair("", wanted, found, closeness)
    alone: list[tuple[Json, Json]] = [(s, {}) for s in wanted if all(s is not a for a, _ in pairs)]
    alone += [({}, s) for s in found if all(s is not b for _, b in pairs)]
    for one, other in (*pairs, *alone):
        scores["attendance"].pair(gold["id"], sorted(present(one)), sorted(present(other)), _equal)


def read(path: Path) -> dict[str, Json]:
    """Articles by id, from a folder of <id>.json or from JSON Lines."""
    if path.is_dir():
        return {file.stem: json.loads(file.read_text("utf-8")) for file in sorted(path.glob("*.json"))}
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    return {row["id"]: row for row in rows}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predicted", type=Path)
    parser.add_argument("--errors", action="store_true", help="list every missed and spurious item")
    parser.add_argument("--json", action="store_true", help="the figures as one JSON object")
    asked = parser.parse_args()
    scores = score(read(asked.gold).values(), read(asked.predicted))
    figures = {n: {"p": s.precision, "r": s.recall, "f1": s.f1, "gold": s.gold} for n, s in scores.items()}
    if asked.json:
        said = {"headline": headline(scores), "measures": {n: figures[n] for n in MEASURES}}
        print(json.dumps({**said, "fields": {n: f["f1"] for n, f in figures.items() if n not in MEASURES}}))
        return
    if asked.errors:
        print("\n".join(f"{name}: {error}" for name, s in scores.items() for error in s.errors))
    print(f"{'measure':<20}{'P':>8}{'R':>8}{'F1':>8}{'gold':>7}")
    for name, row in figures.items():
        print(f"{name:<20}{row['p']:>8.3f}{row['r']:>8.3f}{row['f1']:>8.3f}{row['gold']:>7}")
    print(f"headline (mean F1) {headline(scores):.3f}")


if __name__ == "__main__":
    main()
