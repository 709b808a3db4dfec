"""Parts of a whole: “3.545 mô hình. Trong đó, có 1.081 …, 466 …”, “28 lượt (26 định kỳ, 2 đột xuất)”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extract.indicators.page import Page
from extract.indicators.same import same_unit
from extract.records import Bound, Indicator, IndicatorKind, IndicatorLink, LinkKind

_PARTS = re.compile(r"(?<!\w)(?:trong\s(?:đó|số\s(?:đó|này))|bao\sgồm|gồm(?:\scó)?|cụ\sthể(?:\slà)?)(?!\w)|\($")
_BY_PLACE = re.compile(r"\((?:[^():\d]*:\s)?(?:[^\W\d_]+\s){2,4}$")  # (tại các huyện: Ba Lâm 337, Hòa An 22)
_SHARED_OUT = "links.shared"
_LIST_OPENS = re.compile(r":\s*\n")
_BESIDE = re.compile(r"(?<!\w)(?:ngoài\sra|bên\scạnh\sđó|đồng\sthời|so\svới|tăng|giảm|cùng\skỳ)(?!\w)")
_LONG = re.compile(r"(?<!\w)(?:dài|rộng|cao|sâu|dày)\s$")
FARTHEST_PART = 220
"""Characters from a whole to the first of its parts."""
_LIMITS = (Bound.AT_LEAST, Bound.AT_MOST)
_MEASURES = (IndicatorKind.COUNT, IndicatorKind.MONEY, IndicatorKind.QUANTITY)


def find_parts(page: Page, found: Sequence[Indicator], moved: set[int]) -> Iterator[IndicatorLink]:
    """“3.545 mô hình. Trong đó, có 1.081 mô hình …, 466 mô hình …”, “28 lượt (26 định kỳ, 2 đột xuất)”."""
    for i, whole in enumerate(found[:-1]):
        if i in moved or not _may_have_parts(page, whole):
            continue
        opened = _opening(page, whole, found[i + 1])
        if opened is None:
            continue
        parts = list(_of(page, found, i, opened))
        complete = _adding_up(found, i, parts)
        if opened == _SHARED_OUT and not complete:
            continue  # only the sum says that “(Ba Lâm 337, Hòa An 22)” are parts
        for part in complete or (part for part in parts if found[part].value < whole.value):
            yield IndicatorLink(kind=LinkKind.PART, source=part, target=i, rule="links.sum" if complete else opened)


def _may_have_parts(page: Page, whole: Indicator) -> bool:
    """An amount, neither a range nor a limit nor the length of a side: not “có giá từ 600.000 đồng trở lên”."""
    start = whole.number.span.start
    if whole.kind not in _MEASURES or whole.trend or whole.value_to is not None or whole.bound in _LIMITS:
        return False
    return whole.kind != IndicatorKind.QUANTITY or not _LONG.search(page.low, start - 6, start)


def _opening(page: Page, whole: Indicator, following: Indicator) -> str | None:
    """The rule that says that what follows is a part, from the words between."""
    begin, stop = whole.number.span.end, following.number.span.start
    between = page.low[begin:stop] if stop - begin <= FARTHEST_PART else ""
    if not ("(" in between or "trong " in between or "gồm" in between or "cụ thể" in between):
        return None
    if ("\n" in between and "\n" in _LIST_OPENS.sub("", between)) or between.count(". ") > 1 or _BESIDE.search(between):
        return None
    cue = _PARTS.search(between.rstrip() if between.endswith("(") else between)
    if cue is None:
        return _SHARED_OUT if ")" not in between and _BY_PLACE.search(between) else None
    if _another_sentence(between, cue.start(), cue.end()):
        return None
    word = cue.group()
    closed = between.rfind(")") > between.rfind("(", 0, cue.start() + 1) >= 0
    if closed or (word == "(" and ")" in between) or ("gồm" in word and ". " in between):
        return None  # “Tập đoàn A (5 doanh nghiệp), Tập đoàn B (2 doanh nghiệp)”
    return "links.bracket" if word == "(" else "links.consists" if "gồm" in word else "links.among"


def _another_sentence(between: str, begin: int, end: int) -> bool:
    """Whether the cue is of another sentence than the whole or the part, save where it opens one: “. Trong đó”."""
    stop = between.find(". ")
    return (stop >= 0 and not (stop < begin and between[stop + 1 : begin].isspace())) or ". " in between[end:]


def _of(page: Page, found: Sequence[Indicator], i: int, rule: str) -> Iterator[int]:
    """The figures of the whole's unit that follow in the sentence of the first part."""
    whole = found[i]
    sentence = page.sentence(found[i + 1].number.span.start)
    first = found[i + 1].number.span
    bracketed = rule == "links.bracket" or "(" in page.low[whole.number.span.end : first.start].rpartition(")")[2]
    end = page.low.find(")", first.end) if bracketed else sentence.end
    for j in range(i + 1, len(found)):
        part = found[j]
        if part.number.span.start >= end:
            return
        if not bracketed and _in_brackets(page, sentence.start, part):
            continue  # “18 người (15 người có chức vụ)”: 15 is a part of the 18
        if same_unit(whole, part) and part.value <= whole.value and not part.trend and part.out_of is None:
            yield j


def _in_brackets(page: Page, floor: int, part: Indicator) -> bool:
    start = part.number.span.start
    return page.low.rfind("(", floor, start) > page.low.rfind(")", floor, start)


def _adding_up(found: Sequence[Indicator], i: int, parts: Sequence[int]) -> list[int]:
    """The leading parts that make up the whole exactly, if two or more do."""
    total = Decimal(0)
    for count, part in enumerate(parts, start=1):
        total += found[part].value
        if total == found[i].value and count > 1:
            return list(parts[:count])
    return []
