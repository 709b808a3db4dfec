"""Who holds which post: rules over the sequence of names and posts.

“các đồng chí: Lại Xuân Lâm, Phó Bí thư Đảng ủy Khối; Đỗ Việt Hà, Trưởng Ban Dân vận” is `L:N,P;N,P`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.posts import PostWords
from extract.sequence import GIVEN, NAME, POST, Sequence

_AFTER = re.compile(
    r"""N (?: \)?,*\(? | \)?- | \(=? | [,)]*=+ )      # “Lê Diễn, …”, “Lê Diễn - …”, “Lê Diễn (…”, “Lê Diễn là …”
    R? P (?! [HR]*[NG] )                           # not “…, Chủ tịch UBND tỉnh Nguyễn Bốn”
    (?: (?: [),]*,+R?,? | [,)]*= | & =? | -+ | \)\( ) P (?! [HR]*[NG] ) )*""",
    re.VERBOSE,
)
_BEFORE = re.compile(r"((?:P(?:[,&=-]|,&))*P)(?:[HR]*|,[HR]+|-[HR]*|=[HR]*|:[HR]*)([NG])", re.VERBOSE)
_SHARED = re.compile(r"L=?(P(?:[,&]P)*)[:,]?(?=[HR]*N)")
_LIST = re.compile(r"[HRN,;&()\-P:]*")
_COUNTED = re.compile(r"(?:các|hai|ba|bốn|những|[2-9])(?:\s+vị)?\s+$", re.IGNORECASE)
_APPOINTS = re.compile(
    r"""(?:giữ\s(?:các\s)?(?:chức|cương\svị|nhiệm\svụ)(?:\svụ|\sdanh)?|(?:^|\s)làm|(?:^|\s)là|bổ\snhiệm|chức(?:\svụ|\sdanh)?|cương\svị|đảm\snhiệm
    |đảm\snhận|nhận\snhiệm\svụ|trở\sthành|kiêm|(?:bầu|cử|chỉ\sđịnh)(?:\slàm)?|vai\strò|tư\scách|với)(?:\s(?:là|làm|mới|các|:))*\s*$""",
    re.VERBOSE,
)
_REACH = 260
"""Characters between a person and the post given: “ông Lục Thế Hưng, …, được điều động, bổ nhiệm giữ chức …”."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One post of one person; `at` is the name's place in the sequence."""

    at: int
    post: PostWords
    rule: str


def find_holdings(text: str, sequence: Sequence) -> list[Holding]:
    """Every post beside a name: after it, before it, shared by a list, or conferred by a verb."""
    taken: set[int] = set()
    found: list[Holding] = []
    for rule in (_shared, _after, _before, _conferred):
        for at, post_at, name in list(rule(text, sequence, taken)):
            taken.add(post_at)
            found.append(Holding(at, sequence.post(post_at), f"posts.{name}"))
    return sorted(found, key=lambda holding: (holding.at, holding.post.span))


Claim = tuple[int, int, str]


def _posts(letters: str, start: int, end: int) -> list[int]:
    return [i for i in range(start, end) if letters[i] == POST]


def _shared(text: str, sequence: Sequence, taken: set[int]) -> Iterator[Claim]:
    """“các đồng chí Phó Bí thư Tỉnh ủy: Lê Quang Huy, Nguyễn Văn Thông”, “các Phó Chủ tịch: …”."""
    letters = sequence.letters
    for match in re.finditer(r"L?=?(P(?:[,&]P)*)([:,]?)(?=[HR]*N)", letters):
        first = sequence.post(match.start(1))
        many = letters[match.start()] == "L" or _COUNTED.search(text, max(0, first.span.start - 10), first.span.start)
        if not many:
            continue
        stretch = _LIST.match(letters, match.end())
        assert stretch  # noqa: S101
        end = _list_end(letters, match.end(), stretch.end(), bool(match[2]))
        for at in range(match.end(), end):
            if letters[at] == NAME:
                for post_at in _posts(letters, match.start(1), match.end(1)):
                    yield at, post_at, "shared"


def _list_end(letters: str, start: int, end: int, colon: bool) -> int:
    """A list ends where a post stands before a name, unless the names of the list carry their own posts."""
    for at in range(start, end):
        if letters[at] == POST and re.match(r"P[HR]*N", letters[at : at + 5]):
            return at
        if not colon and letters[at] in ";:":
            return at
    return end


def _after(text: str, sequence: Sequence, taken: set[int]) -> Iterator[Claim]:
    """“Nguyễn Bốn, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh”."""
    del text
    for match in _AFTER.finditer(sequence.letters):
        for post_at in _posts(sequence.letters, *match.span()):
            if post_at not in taken:
                yield match.start(), post_at, "after"


def _before(text: str, sequence: Sequence, taken: set[int]) -> Iterator[Claim]:
    """“Ủy viên Bộ Chính trị, Phó Thủ tướng Thường trực Chính phủ Trương Hòa Bình”."""
    del text
    for match in _BEFORE.finditer(sequence.letters):
        for post_at in _posts(sequence.letters, *match.span(1)):
            if post_at not in taken:
                yield match.start(2), post_at, "before"


def _conferred(text: str, sequence: Sequence, taken: set[int]) -> Iterator[Claim]:
    """“ông Mai Mạnh Toàn, …, giữ chức Phó Giám đốc Sở Công Thương”: to the last person of the sentence, or to his list."""
    letters = sequence.letters
    holder: list[int] = []
    for at, letter in enumerate(letters):
        if letter == ".":
            holder = []
        elif letter in (NAME, GIVEN):
            listed = holder and re.fullmatch(r"N[,&;][HR]*", letters[holder[-1] : at])
            holder = [*holder, at] if listed else [at]
        elif letter == POST and at not in taken and holder:
            post = sequence.post(at)
            start = sequence.name(holder[-1]).span.end
            if post.span.start - start <= _REACH and _APPOINTS.search(text, start, post.span.start):
                for one in holder:
                    yield one, at, "conferred"
                taken.add(at)
            elif at and letters[at - 1] in ",&" and at - 2 in taken and letters[at - 2] == POST:
                for one in holder:
                    yield one, at, "conferred"
                taken.add(at)
