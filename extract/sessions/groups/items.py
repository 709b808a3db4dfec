"""The groups of a stretch of prose: “lãnh đạo các ban; các Phó Chủ tịch UBND tỉnh và 98 đảng viên” → three."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extract.records import Span
from extract.rules import compile_folded
from extract.sessions.groups.ends import TAIL, close_of
from extract.sessions.groups.heads import head_at
from extract.sessions.prose import Prose

_ITEM = compile_folded(r"""
    (?P<sep>[;:,\s])(?:(?<=[;:])\s*|(?<=,)\s|(?<=\s)(?=(?:cùng|và|có|gồm|của|với)\s))
    (?:(?:cùng\svới|cùng|và|còn\scó|có|gồm|của|với)\s)?""")
_SHORTEST = 6
"""Letters of a group's name: “báo chí”."""
# “các đại biểu”, “lãnh đạo” alone say nothing of who they were.
_BARE = frozenset({
    *("các đại biểu", "đại biểu", "các đồng chí", "lãnh đạo", "đại diện", "cán bộ", "thành viên", "gia đình"),
    *("người dân", "các thành viên", "công chức", "các đơn vị", "các ngành", "các bộ", "nhân dân", "các cấp"),
    *("bà con", "lãnh đạo chính phủ", "báo cáo viên"),
})  # fmt: skip
_BODIES = frozenset({"bodies", "organs"})


class Group(NamedTuple):
    """A group where it stands, with the block of the lexicon that its first words are of."""

    span: Span
    block: str


def groups_in(prose: Prose, zone: Span) -> Iterator[Group]:
    """The groups of a list, among persons and their posts; a body is one only where no post can hold it."""
    low, at, last = prose.low, zone.start, zone.start
    while match := _ITEM.search(low, at, zone.end):
        at = match.end()
        if match.start() != zone.start and low.startswith(" của", match.start()):
            continue
        joined = match["sep"] in ";: " or match.start() <= last
        for group in groups_at(prose, at, zone.end):
            if group.block in _BODIES and not joined:
                break
            yield group
            at = last = group.span.end


def groups_at(prose: Prose, at: int, end: int, *, loose: bool = False) -> Iterator[Group]:
    """The group that begins at a place, and those joined to it: “với | các sở, ngành, | các đơn vị đóng tàu”."""
    low = prose.low
    following: int | None = at
    while following is not None and (head := head_at(prose, following, end, loose=loose)):
        stop, following = close_of(prose, head, end)
        written = TAIL.sub("", low[head.start : stop])
        stop = head.start + len(written)
        if not low.startswith(":", stop) and len(written) >= _SHORTEST and written not in _BARE:
            yield Group(Span(head.start, stop), head.block)
