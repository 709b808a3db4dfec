"""When two posts are one, belong to one body, or cannot be held by one person."""

from __future__ import annotations

import re

from rapidfuzz.fuzz import token_sort_ratio

from extract.text import fold
from normalize.posts import Office

Key = tuple[str | None, str | None, str | None]
"""Function, body, and the place where the body's name alone does not tell."""

_LOCAL_HOST = re.compile(r"\.gov\.vn$|(?:tinh|thanh|huyen|thi|dang)uy")
_MONTHS_APART = 6


def key(post: Office, home: str) -> Key:
    """“Bí thư Tỉnh ủy” on the portal of Nam Định is that of Nam Định; “Bộ trưởng Bộ Nội vụ” is one everywhere."""
    return post.function, post.body, post.place or (None if post.level == "central" else fold(home))


def is_local(home: str) -> bool:
    """True for a place or the portal of one: there a name is one person unless the posts say otherwise."""
    return "." not in home or _LOCAL_HOST.search(home) is not None


def same_body(one: Office, other: Office) -> bool:
    """“Phó Bí thư Tỉnh ủy Nam Định”, then “Bí thư Tỉnh ủy Nam Định”: one body that names its place."""
    return (
        one.body is not None
        and other.body is not None
        and one.place is not None
        and one.place == other.place
        and one.level == other.level
        and token_sort_ratio(one.body, other.body) >= 85
    )


def rivals(one: Office, other: Office, when: str | None, then: str | None) -> bool:
    """“Chủ tịch UBND xã Đắk Ru” and “Chủ tịch UBND xã Nhân Cơ” at the same time are two people."""
    if one.former or other.former or one.level != other.level or one.level in (None, "central"):
        return False
    if one.place is None or other.place is None or one.place == other.place:
        return False
    return one.level == "commune" or months_apart(when, then) < _MONTHS_APART


def months_apart(when: str | None, then: str | None) -> int:
    """Months between two dates of publication; 0 where one is unknown or no finer than a year."""
    if not when or not then or len(when) < 7 or len(then) < 7:
        return 0
    return abs((int(when[:4]) - int(then[:4])) * 12 + int(when[5:7]) - int(then[5:7]))
