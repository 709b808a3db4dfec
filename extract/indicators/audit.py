"""The arithmetic audit: sums, shares, ranks and changes that the article lets us do again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extract.indicators.arithmetic import NEAR, Sheet, agree, step
from extract.indicators.limits import limit_checks
from extract.indicators.number_words import counted_in_words
from extract.indicators.same import head_word, same_unit
from extract.language import TextDoc
from extract.records import Check, Indicator, IndicatorKind, IndicatorLink, LinkKind, Trend, Verdict

_TIES = ("đạt", "chiếm", "(", "bằng", "tương đương")
_SAYS_ALL = frozenset({"links.consists", "links.bracket", "links.sum"})


def find_checks(doc: TextDoc, indicators: Sequence[Indicator], links: Sequence[IndicatorLink]) -> list[Check]:
    """One check for every statement that the figures beside it confirm or contradict, in text order.

    “3.545 mô hình. Trong đó 1.081 …, 1.081 …, 466 … và 917 …” holds; “đứng thứ 64/63” contradicts.
    """
    sheet = Sheet(doc.text, indicators)
    checks = [*_sums(sheet, links), *limit_checks(sheet), *_shares(sheet), *_changes(sheet, links), *_growths(sheet)]
    return sorted(checks, key=lambda check: (check.mention.span, check.kind))


def _sums(sheet: Sheet, links: Sequence[IndicatorLink]) -> Iterator[Check]:
    """Parts against their whole; a list that only names some parts proves nothing unless it exceeds the whole."""
    wholes: dict[int, list[IndicatorLink]] = {}
    for link in links:
        if link.kind == LinkKind.PART:
            wholes.setdefault(link.target, []).append(link)
    for whole, parts in wholes.items():
        at = (whole, *(link.source for link in parts))
        stated = sheet.found[whole].value
        in_words = _in_words(sheet, at)
        total = sum((sheet.found[link.source].value for link in parts), in_words)
        if len(parts) < 2 and not in_words:
            continue
        bounded = any(sheet.found[i].bound for i in at)
        outcome = agree(stated, total, max(step(sheet.found[i]) for i in at) * (len(parts) if bounded else 1))
        whole_list = parts[0].rule in _SAYS_ALL and not bounded and not in_words
        if outcome != Verdict.CONTRADICTS or whole_list or (total > stated and not bounded and not in_words):
            yield sheet.check("sum", outcome, stated, total, at)


def _in_words(sheet: Sheet, at: Sequence[int]) -> Decimal:
    """What numbers in words add in the sentence of the parts: “5 người, có hai người là nữ, 3 người là nam”."""
    start = sheet.found[at[0]].number.span.end
    last = sheet.found[at[-1]].number.span.end
    stop = sheet.text.find(".", last)
    stretch = sheet.text[start : stop if stop >= 0 else last + NEAR].lower()
    return sum(counted_in_words(stretch, 0, len(stretch), head_word(sheet.found[at[0]].unit)), Decimal(0))


def _shares(sheet: Sheet) -> Iterator[Check]:
    """“thụ lý 7.568 đơn, đã giải quyết 7.344 đơn đạt 97%”, “26/28 lượt, 93%”, “chiếm 120%”."""
    for i, one in enumerate(sheet.found):
        if one.kind != IndicatorKind.PERCENT or one.trend or one.value_to is not None:
            continue
        lead = sheet.before(i)
        if one.value > 100 and "chiếm" in lead and "gdp" not in lead:
            yield sheet.check("share", Verdict.CONTRADICTS, one.value, Decimal(100), (i,))
        elif i and sheet.beside(i - 1, i):
            tied = any(word in lead for word in _TIES)
            yield from _of_a_ratio(sheet, i, tied=tied) if sheet.found[i - 1].out_of else _of_a_whole(sheet, i)


def _of_a_ratio(sheet: Sheet, i: int, *, tied: bool) -> Iterator[Check]:
    """“26/28 lượt, 93%”."""
    percent, part = sheet.found[i], sheet.found[i - 1]
    if part.kind == IndicatorKind.RATIO and part.out_of:
        share = part.value / part.out_of * 100
        outcome = agree(percent.value, share, step(percent))
        if tied or outcome != Verdict.CONTRADICTS:
            yield sheet.check("share", outcome, percent.value, share, (i - 1, i))


def _of_a_whole(sheet: Sheet, i: int) -> Iterator[Check]:
    """A count that is the stated share of one before it: which of them is meant shows only where it fits."""
    percent, part = sheet.found[i], sheet.found[i - 1]
    if part.kind != IndicatorKind.COUNT or part.trend:
        return
    for j in range(i - 2, max(-1, i - 5), -1):
        whole = sheet.found[j]
        if not whole.value or whole.value < part.value or whole.trend or not same_unit(part, whole):
            continue
        share = part.value / whole.value * 100
        outcome = agree(percent.value, share, step(percent))
        if outcome != Verdict.CONTRADICTS:
            yield sheet.check("share", outcome, percent.value, share, (j, i - 1, i))
            return


def _changes(sheet: Sheet, links: Sequence[IndicatorLink]) -> Iterator[Check]:
    """“từ 570 hộ lên 1.475 hộ, tăng 2,5 lần”, “từ 401 xuống còn 280 đơn vị, giảm 121 đơn vị”."""
    for link in links:
        at = max(link.source, link.target) + 1
        if link.kind != LinkKind.CHANGE or at >= len(sheet.found) or not sheet.beside(at - 1, at):
            continue
        before, after, stated = sheet.found[link.source], sheet.found[link.target], sheet.found[at]
        computed = _moved(before, after, stated)
        if stated.trend is None or computed is None:
            continue
        unit = max(step(one) for one in (stated, before, after) if one.kind == stated.kind)
        wrong_way = (stated.trend == Trend.UP) != (after.value >= before.value)
        outcome = Verdict.CONTRADICTS if wrong_way else agree(stated.value, computed, unit)
        yield sheet.check("change", outcome, stated.value, computed, (link.source, link.target, at))


def _moved(before: Indicator, after: Indicator, stated: Indicator) -> Decimal | None:
    """The change from one level to the other, in the terms of the stated one."""
    moved = abs(after.value - before.value)
    if same_unit(after, stated):
        return moved
    if not before.value:
        return None
    if stated.kind == IndicatorKind.PERCENT:
        return moved / before.value * 100
    return after.value / before.value if stated.unit == "lần" else None


def _growths(sheet: Sheet) -> Iterator[Check]:
    """“7.362 việc, tăng 590 việc (8,7%)”: a change in numbers against the same change in percent."""
    for i in range(2, len(sheet.found)):
        percent, change = sheet.found[i], sheet.found[i - 1]
        if percent.kind != IndicatorKind.PERCENT or change.trend is None:
            continue
        level = sheet.found[i - 2]
        if level.trend or level.out_of:
            continue
        if percent.trend not in {None, change.trend} or not same_unit(level, change) or level.bound or change.bound:
            continue
        close = percent.number.span.start - change.number.span.end <= 60
        base = level.value - change.value if change.trend == Trend.UP else level.value + change.value
        if close and base > 0 and sheet.beside(i - 2, i - 1) and sheet.beside(i - 1, i):
            grown = change.value / base * 100
            outcome = agree(percent.value, grown, step(percent))
            yield sheet.check("growth", outcome, percent.value, grown, (i - 2, i - 1, i))
