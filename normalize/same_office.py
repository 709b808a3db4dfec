"""When two posts are one, belong to one body, or cannot be held by one person."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.fuzz import token_sort_ratio

from extract.text import fold
from normalize.posts import Office, office

Key = tuple[str | None, str | None, str | None]
"""Function, body and place: posts with one key are one."""

SAME, IN_OTHER_WORDS, SAME_BODY, NOTHING = 100, 90, 85, 0
_LOCAL_HOST = re.compile(r"\.gov\.vn$|(?:tinh|thanh|huyen|thi|dang)uy")
_NO_PLACE = "files"
_MONTHS_APART = 6
_ALIKE = 86
_THE_CENTRE = "*"
_RUNS_A_DEPARTMENT = re.compile(r"(?:quyền )?giám đốc sở(?!\w)|trưởng phòng(?!\w)")
_LEADS_THE_PLACE = re.compile(
    r"(?:phó )?bí thư (?:tỉnh|thành|huyện|thị|quận) ủy|(?:phó )?chủ tịch (?:ủy ban|hội đồng) nhân dân"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A post and where it is held: on the portal of a place, the post that names none is of that place."""

    office: Office
    key: Key
    where: str | None
    published: str | None


@lru_cache(maxsize=200_000)
def held(post: str, home: str, published: str | None) -> Held:
    """“Bí thư Tỉnh ủy” on the portal of Nam Định is that of Nam Định; “Bộ trưởng Bộ Nội vụ” is one everywhere."""
    said = office(post)
    where = said.place or (_THE_CENTRE if said.level == "central" else fold(home) if is_local(home) else None)
    return _held(replace(said, post=""), where, published if may_exclude(said) else None)


@lru_cache(maxsize=200_000)
def _held(said: Office, where: str | None, published: str | None) -> Held:
    """One object for what is one in other words: “Bí thư Huyện ủy” and “Bí thư Huyện uỷ”, whenever it counts not."""
    return Held(office=said, key=(said.function, said.body, where), where=where, published=published)


@lru_cache(maxsize=100_000)
def is_local(home: str) -> bool:
    """True for a place or the portal of one: there a name is one person unless the posts say otherwise."""
    return home != _NO_PLACE and ("." not in home or _LOCAL_HOST.search(home) is not None)


def agreement(one: Held, other: Held) -> int:
    """How far two posts speak for one person: “Phó Giám đốc Sở TN&MT”, “Phó giám đốc Sở Tài nguyên - Môi trường”."""
    a, b = one.office, other.office
    if a.body is None or b.body is None or a.level != b.level or not alike(a.body, b.body):
        return NOTHING
    placed = one.where is not None and other.where is not None
    if placed and not same_place(one.where or "", other.where or ""):
        return NOTHING
    if a.function == b.function:
        return SAME if placed and a.body == b.body else IN_OTHER_WORDS
    return SAME_BODY if placed and a.function and b.function else NOTHING


@lru_cache(maxsize=200_000)
def alike(body: str, other: str) -> bool:
    return body == other or token_sort_ratio(body, other) >= _ALIKE


def same_place(one: str, other: str) -> bool:
    """True also where words follow the name: “hồ chí minh”, “hồ chí minh nhiệm kỳ”."""
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def one_place(one: Held, other: Held) -> bool:
    """“Chủ tịch UBND tỉnh Nghệ An”, then “Bí thư Tỉnh ủy Nghệ An”: one level of one place, named in both."""
    a, b = one.office, other.office
    named = a.place is not None and b.place is not None and same_place(a.place, b.place)
    return named and a.level == b.level and a.level in ("district", "province")


def may_exclude(post: Office) -> bool:
    """True for a post of a province, a district or a commune that is held now: of these only it counts when."""
    return not post.former and post.level not in (None, "central")


def rivals(one: Held, other: Held) -> bool:
    """“Chủ tịch UBND xã Đắk Ru” and “Chủ tịch UBND xã Nhân Cơ” at the same time are two people."""
    a, b = one.office, other.office
    if not may_exclude(a) or not may_exclude(b) or a.level != b.level:
        return False
    at_once = months_apart(one.published, other.published) < _MONTHS_APART
    if a.place is None or b.place is None or same_place(a.place, b.place):
        return at_once and exclusive(a, b)
    return at_once or a.level == "commune"


def exclusive(one: Office, other: Office) -> bool:
    """“Bí thư Tỉnh ủy” and “Giám đốc Sở Y tế”, two directors of two departments: no one is both at once."""
    runs = [_RUNS_A_DEPARTMENT.match(f"{post.function} {post.body}") is not None for post in (one, other)]
    if all(runs):
        return one.function == other.function and not alike(one.body or "", other.body or "")
    leads = [_LEADS_THE_PLACE.match(f"{post.function} {post.body}") is not None for post in (one, other)]
    return any(runs) and any(leads)


def months_apart(when: str | None, then: str | None) -> int:
    """Months between two dates of publication; 0 where one is unknown or no finer than a year."""
    if not when or not then or len(when) < 7 or len(then) < 7:
        return 0
    return abs((int(when[:4]) - int(then[:4])) * 12 + int(when[5:7]) - int(then[5:7]))
