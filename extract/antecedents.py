"""Which document a citation means: the same code, or a short form with one antecedent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.citations import Cited
from extract.codes import identity
from extract.records import Leftover, Mention


@dataclass(slots=True)
class Cluster:
    """All citations of one document, by their place in the list of citations."""

    key: str
    types: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    cited: list[int] = field(default_factory=list)

    @property
    def number(self) -> str:
        return self.key.split("|")[0]


def clusters(cited: list[Cited]) -> tuple[list[Cluster], list[Leftover]]:
    """The documents of an article, in the order of their first citation, and the short citations left open.

    `Quyết định số 290-QĐ/TW … Quyết định 290` is one document; with a 18-NQ/TW and a 18-NQ/TU before it,
    `Nghị quyết 18` stays open.
    """
    found: dict[str, Cluster] = {}
    for at, one in enumerate(cited):
        if one.full:
            _add(found, _same(found, identity(one.code)), at, one)
    leftovers: list[Leftover] = []
    for at, one in enumerate(cited):
        if one.full:
            continue
        candidates = [c for c in found.values() if _may_mean(one, c)]
        if len(candidates) > 1:
            why = f"ambiguous: {', '.join(c.codes[0] for c in candidates)}"
            leftovers.append(Leftover(why, Mention(one.mention.span, one.mention.text, "directives.ambiguous")))
        elif candidates:
            _add(found, candidates[0].key, at, one)
        else:
            _add(found, f"{identity(one.code)}|{one.type}", at, one)
    for cluster in found.values():
        cluster.cited.sort()
    return sorted(found.values(), key=lambda cluster: cluster.cited[0]), leftovers


def _same(found: dict[str, Cluster], key: str) -> str:
    """“116/2020/NĐ” is 116/2020/NĐ-CP where only one such is cited; either may come first."""
    if key in found:
        return key
    near = [known for known in found if known.startswith(key + "|") or key.startswith(known + "|")]
    return near[0] if len(near) == 1 else key


def _add(found: dict[str, Cluster], key: str, at: int, one: Cited) -> None:
    cluster = found.setdefault(key, Cluster(key))
    cluster.cited.append(at)
    cluster.types.append(one.type)
    cluster.codes.append(one.code)


def _may_mean(one: Cited, cluster: Cluster) -> bool:
    if one.type not in cluster.types and not (one.type == "Văn bản" or "Văn bản" in cluster.types):
        return False
    number, _, year = one.code.partition("/")
    same = cluster.number == (number.lstrip("0") or "0")
    return same and (not year or re.search(rf"\|{year}(?:\||$)", cluster.key) is not None)
