"""The same figure said again: in the headline, in a summary, or further down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from extract.indicators.durations import DURATIONS
from extract.indicators.figure import Figure, Sighted
from extract.indicators.page import Page
from extract.indicators.periods import BULLETS, is_bullet
from extract.indicators.same import head_word
from extract.indicators.stretch import telling
from extract.records import IndicatorKind
from extract.text import UPPER, fold

_WORD = re.compile(r"[^\W\d_]{2,}")
_NAME = re.compile(rf"(?<=\w )[{UPPER}][^\W\d{UPPER}]+\s[{UPPER}][^\W\d{UPPER}]+")
_POINTED = re.compile(
    r"\s(?:(?:nêu|nói|kể)\s)?(?:trên|này)(?:\s?[.,;)\n]|\s(?:đã|được|sẽ|đang|là|có|bị|phải)\s)|\s(?:đã|vừa)\s(?:nêu|nói|kể)(?!\w)"
)
_POINTS = re.compile(r"(?:(?<!\w)(?:trong\s(?:tổng\s)?số|giữ\snguyên)|(?:^|[.;\n“]\s?)trong)\s$")
LONGEST_HEADING = 140
"""Characters of the longest line that is taken for a heading."""
LEAST_SHARED = 2
"""Telling words that a heading has in common with what it heads."""
NEAREST = 12
"""Figures of one value that are compared: a page of a thousand fives is no article."""
_COUNTS = (IndicatorKind.COUNT, IndicatorKind.QUANTITY, IndicatorKind.RATIO, IndicatorKind.RANK)
_COMMON = frozenset(
    {"và", "của", "có", "là", "với", "trong", "đã", "được", "cho", "các", "những", "từ", "đến", "năm", "tại", "này"}
    | {"khi", "để", "theo", "trên", "về", "ở", "hơn", "gần", "khoảng", "đạt", "tỷ", "triệu", "nghìn", "đồng"}
)
"""Words that tell nothing of a figure."""


@dataclass(slots=True, eq=False)
class _Told:
    """A figure on its page, and what is asked of it once another says the same."""

    page: Page
    one: Sighted
    _words: set[str] | None = None
    _names: set[str] | None = None

    def words(self) -> set[str]:
        """The telling words close to the figure in its line, its unit left out."""
        if self._words is None:
            span = self.one.figure.numeral.span
            begin, end = self.page.line(span.start)
            near = set(_WORD.findall(self.page.low, max(begin, span.start - 60), min(end, span.end + 60)))
            self._words = near.difference(_COMMON, fold(self.one.figure.unit).split())
        return self._words

    def names(self) -> set[str]:
        """The names in its stretch of the text."""
        if self._names is None:
            figure = self.one.figure
            start, sentence = figure.numeral.span.start, self.one.sentence
            stretch = telling(self.page, sentence, sentence.clause(start), start, figure.end)
            self._names = set(_NAME.findall(self.page.text, *stretch))
        return self._names


def without_repeats(page: Page, found: Sequence[Sighted]) -> list[Sighted]:
    """The figures with those left out that say again what another sentence says, the fuller one kept.

    Two figures of one sentence are two (“1.081 mô hình về kinh tế; 1.081 mô hình về văn hóa”).
    """
    groups: dict[tuple[Decimal, str], list[int]] = {}
    for i, one in enumerate(found):
        groups.setdefault((one.figure.value, head_word(one.figure.unit)), []).append(i)
    said = {i for group in groups.values() if len(group) > 1 for i in _said_before(page, found, group)}
    return [one for i, one in enumerate(found) if i not in said]


def _said_before(page: Page, found: Sequence[Sighted], group: Sequence[int]) -> Iterator[int]:
    """Those figures of one value and unit that say nothing new."""
    title = _headline_end(page)
    body = any(found[i].figure.numeral.span.start >= title for i in group)
    kept: dict[tuple[Any, ...], list[_Told]] = {}
    for i in sorted(group, key=lambda i: _heads(page, found[i].figure.numeral.span.start)):
        one = found[i]
        if body and one.figure.numeral.span.start < title:
            yield i
            continue
        told, alike = _Told(page, one), kept.setdefault((one.figure.kind, one.figure.value_to, one.figure.out_of), [])
        if any(_same(page, other, told) for other in alike[-NEAREST:]):
            yield i
        else:
            alike.append(told)


def _heads(page: Page, at: int) -> bool:
    """Whether an offset stands in a heading or a caption: a short line without a sign at its end or a bullet before it.

    “Xã Hòa An: 26 lớp” is a row of a list.
    """
    begin, end = page.paragraph(at), page.text.find("\n", at)
    line = 0 < end - begin < LONGEST_HEADING and page.text[end - 1].isalnum() and page.low[begin] not in BULLETS
    return line and page.text[at - 2 : at] != ": "


def _headline_end(page: Page) -> int:
    """The headline is the first line, if it is short and another follows."""
    return page.text.find("\n", 0, 249) + 1


def _same(page: Page, before: _Told, after: _Told) -> bool:
    """Whether two figures of one value and unit are one statement, by the words around them."""
    a, b = before.one.figure, after.one.figure
    telling = _digits(a.value) >= 3 and a.kind not in _COUNTS
    left, right = before.one.sentence, after.one.sentence
    if left is right:
        return telling and a.unit_id not in DURATIONS
    if a.kind in _COUNTS and a.unit_id not in DURATIONS and _pointing(page, b):
        return True
    items = is_bullet(page, left) and is_bullet(page, right)
    if not items and _heads(page, b.numeral.span.start):
        return len(before.words() & set(_WORD.findall(page.low, right.start, right.end))) >= LEAST_SHARED
    return not items and (telling or _alike(before, after)) and not _apart(before, after)


def _apart(before: _Told, after: _Told) -> bool:
    """Whether two figures cannot be one: times, opposite trends, or said of other names."""
    a, b = before.one, after.one
    if a.figure.unit_id in DURATIONS or (a.trend != b.trend and a.trend is not None and b.trend is not None):
        return True
    left, right = before.names(), after.names()
    return bool(left and right and not left & right)


def _alike(before: _Told, after: _Told) -> bool:
    """Whether the words around two figures are the same enough; the more digits a value has, the fewer it needs."""
    kind, value = before.one.figure.kind, before.one.figure.value
    left, right = before.words(), after.words()
    shared, least, digits = len(left & right), min(len(left), len(right)), _digits(value)
    if digits >= 3:
        return shared >= min(2, least)
    if kind == IndicatorKind.PERCENT and digits == 1:
        return before.one.bound == after.one.bound and shared >= 2 and shared >= 0.6 * least  # many things are 100 %
    if before.one.figure.per and kind not in _COUNTS:
        return shared >= 1  # 5 triệu đồng/m2
    if kind in _COUNTS and digits == 2 and value > 10:
        return shared >= 1  # “15 tỉnh của Lào”, “lãnh đạo 15 tỉnh”: not every number comes twice by chance
    if kind in _COUNTS:
        return shared >= 2 and (shared >= 0.5 * least or value >= 1000)
    return before.one.bound == after.one.bound and shared >= 2 and shared >= 0.25 * least


def _pointing(page: Page, figure: Figure) -> bool:
    """“7 xã trên”, “2 dự án này”, “Trong số 200 phần quà …”: counted before."""
    start = figure.numeral.span.start
    if _POINTS.search(page.low, start - 16, start):
        return True
    return _POINTED.match(page.low, figure.unit_start + len(figure.unit)) is not None


def _digits(value: Decimal) -> int:
    """How many digits tell a value from others: 3 for 74,3 and for 1.080, 1 for 20 tỷ."""
    return len(value.normalize().as_tuple().digits)
