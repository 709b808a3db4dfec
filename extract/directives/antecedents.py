"""Which document a citation means: the same code, or a short form with one antecedent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.directives.citations import Cited
from extract.directives.codes import identity, issuing_body
from extract.directives.issuers import body_named, may_issue
from extract.records import Leftover, Mention

_ONE_ISSUER = frozenset({"Nghị định", "Luật", "Bộ luật", "Pháp lệnh"})
"""Types of one body only: a body named after them does something with the document, it did not issue it."""
_NEAR = 400
"""Characters of its paragraph within which “Nghị định này” looks for its antecedent first."""


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


def clusters(text: str, cited: list[Cited], issuers: list[Mention | None]) -> tuple[list[Cluster], list[Leftover]]:
    """The documents of an article, in the order of their first citation, and the short citations left open.

    `Quyết định số 290-QĐ/TW … Quyết định 290` is one document; with a 18-NQ/TW and a 18-NQ/TU before it,
    `Nghị quyết 18` stays open, unless its issuer tells.
    """
    found: dict[str, Cluster] = {}
    for at, one in enumerate(cited):
        if one.full:
            _add(found, _same(found, identity(one.code)), at, one)
    leftovers: list[Leftover] = []
    for at, one in sorted(enumerate(cited), key=lambda pair: "/" not in pair[1].code):  # 27/2014 before 27
        if one.full or one.back:
            continue
        candidates = [cluster for cluster in found.values() if _may_mean(one, issuers[at], cluster)]
        if len(candidates) > 1:
            leftovers.append(_open(one, candidates))
        elif candidates:
            _add(found, candidates[0].key, at, one)
        else:
            _add(found, f"{identity(one.code)}|{one.type}", at, one)
    leftovers += _point_back(text, found, cited)
    for cluster in found.values():
        cluster.cited.sort()
    return sorted(found.values(), key=lambda cluster: cluster.cited[0]), leftovers


def _same(found: dict[str, Cluster], key: str) -> str:
    """“116/2020/NĐ” and “116/NĐ-CP” are 116/2020/NĐ-CP where only one such is cited; either may come first."""
    if key in found:
        return key
    number = key.partition("|")[0] + "|"
    near = [k for k in found if k.startswith(number) and (_shortened(key, k) or _shortened(k, key))]
    return near[0] if len(near) == 1 else key


def _shortened(short: str, whole: str) -> bool:
    parts = whole.split("|")
    undated = "|".join([parts[0], *parts[2:]]) if len(parts) > 2 and parts[1].isdecimal() else whole
    return whole.startswith(short + "|") or short == undated != whole


def _add(found: dict[str, Cluster], key: str, at: int, one: Cited) -> None:
    cluster = found.setdefault(key, Cluster(key))
    cluster.cited.append(at)
    cluster.types.append(one.type)
    cluster.codes.append(one.code)


def _may_mean(one: Cited, issuer: Mention | None, cluster: Cluster) -> bool:
    if one.type not in cluster.types and not (one.type == "Văn bản" or "Văn bản" in cluster.types):
        return False
    told = issuer and one.type not in _ONE_ISSUER
    if told and issuer and not may_issue(issuing_body(cluster.codes[0]), body_named(issuer.text)):
        return False
    number, _, year = one.code.partition("/")
    same = cluster.number == (number.lstrip("0") or "0")
    return same and (not year or re.search(rf"\|{year}(?:\||$)", cluster.key) is not None)


def _point_back(text: str, found: dict[str, Cluster], cited: list[Cited]) -> list[Leftover]:
    """“Nghị định này” is the only Nghị định cited before it in its paragraph, or so far; with two it stays open."""
    leftovers = []
    for at, one in enumerate(cited):
        if not one.back:
            continue
        start = one.mention.span.start
        before = [c for c in found.values() if one.type in c.types and min(c.cited) < at]
        line = max(text.rfind("\n", 0, start), start - _NEAR)
        near = [c for c in before if any(line < cited[i].mention.span.start < start for i in c.cited)]
        before = near or before
        if len(before) == 1:
            before[0].cited.append(at)
        elif before:
            leftovers.append(_open(one, before))
    return leftovers


def _open(one: Cited, candidates: list[Cluster]) -> Leftover:
    why = f"ambiguous: {', '.join(cluster.codes[0] for cluster in candidates)}"
    return Leftover(why, Mention(one.mention.span, one.mention.text, "directives.ambiguous"))
