"""The bound of a figure: “trên 20.000 lượt người”, “từ 90% trở lên”."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from extract.indicators.page import Page
from extract.lexicon import load
from extract.records import Bound
from extract.vocabulary.figures import BoundWords

_NAMES = {bound.value: bound for bound in Bound}
_FILLERS = ("là", "có", "đạt", "được", "mở", "mức", "tới", "đến", "từ", "con số", "số", "cả", "khoảng", "ước", "phải")
_FILLER = rf"(?:\s(?:{'|'.join(_FILLERS)}))"
_OPENING = "(“\"'‘[…"
_COMPARED = re.compile(
    r"(?:cao|lớn|thấp|nhiều|ít|tốt|nhanh|sớm|muộn|dài|mạnh|chậm|kém)\shơn$|(?:dựa|đứng|bay|nêu|mặt|cấp|nói|đất)\strên$|nếu\squá$"
)
_TERRITORY = re.compile(
    r"[\d.,]+\s?(?:xã|huyện|tỉnh|phường|thị|quận|thành\sphố|thôn|bản|buôn|địa|tuyến|km|tàu|xe|đường)(?!\w)"
)
_WIDE = re.compile(r"(?:\s[^\W\d_]+){1,8}(?=\strở\s(?:lên|xuống))")  # từ 50ha rừng đặc dụng trở lên
CLAUSE_WORD_REACH = 90
"""Characters that a bound said earlier in a clause reaches over."""
_NEVER = re.compile(r"(?<!\w)(?:không|chẳng|cấm)(?!\w)[^,;.]*$")  # không đơn vị nào có quá 3 phó giám đốc


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bounds:
    """The words of all blocks as patterns: before a number, after its unit."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    owner: dict[str, Bound]
    first: frozenset[str]
    last: frozenset[str]


@cache
def _bounds() -> _Bounds:
    blocks = load("bounds", BoundWords)

    def words(key: str) -> str:
        forms = sorted((w for b in blocks for w in getattr(b, key)), key=len, reverse=True)
        return "|".join(form.replace(" ", r"\s") for form in forms)

    return _Bounds(
        before=re.compile(rf"(?<!\w)({words('before')}){_FILLER}{{0,2}}\s?$"),
        after=re.compile(rf"(?:\s(?:số\s)?[^\W\d_]+)?\s({words('after')})(?!\w)"),
        owner={word: Bound(b.name) for b in blocks for word in (*b.before, *b.after)},
        first=frozenset(opened + word.split()[0] for b in blocks for word in b.before for opened in ("", *_OPENING)),
        last=frozenset(word.split()[-1] for block in blocks for word in (*block.before, *_FILLERS)),
    )


def bound_of(page: Page, clause: int, start: int, end: int, *, exact: bool) -> tuple[Bound | None, int]:
    """The bound of a figure and where its words begin; `clause` is where the figure's clause begins.

    “trên 20.000 lượt người”, “từ 90% trở lên”, “mức phạt tối đa đối với cá nhân là 500 triệu đồng”.
    """
    bounds, low = _bounds(), page.low
    if low.find("trở ", end, end + 60) >= 0 and (
        match := bounds.after.match(low, end)
        or (low.endswith("từ ", 0, start) and (wide := _WIDE.match(low, end)) and bounds.after.match(low, wide.end()))
    ):
        return bounds.owner[match[1]], start
    near = low[max(clause, start - 36) : start].split()
    if (
        near
        and near[-1].lstrip(_OPENING) in bounds.last
        and not bounds.first.isdisjoint(near)
        and (match := bounds.before.search(low, max(clause, start - 36), start))
    ):
        if match[1] == "quá" and _NEVER.search(low, max(clause, match.start() - 40), match.start()):
            return Bound.AT_MOST, match.start()
        word = re.sub(r"\s", " ", match[1])
        if _COMPARED.search(low, max(0, match.start() - 6), match.end(1)):
            return None, start
        place = word == "trên" and exact and _TERRITORY.match(low, start)
        return (None, start) if place else (bounds.owner[word], match.start())
    return _in_clause(page, clause, start), start


def _in_clause(page: Page, clause: int, start: int) -> Bound | None:
    """“mức phạt tối đa đối với cá nhân là 500 triệu đồng”: said earlier in the clause."""
    i = bisect_left(page.limits, (start,)) - 1
    said = page.limits[i] if i >= 0 else None
    return _NAMES[said.label] if said and said.start >= clause and start - said.end < CLAUSE_WORD_REACH else None
