"""The arithmetic audit: sums, shares, ranks and changes that the article lets us do again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from spacy.tokens import Doc

from extract.links import same_unit
from extract.records import Check, Indicator, IndicatorKind, IndicatorLink, LinkKind, Mention, Span, Trend, Verdict

NEAR = 160
"""Characters between figures that are still said of one another."""


def find_checks(doc: Doc | str, indicators: Sequence[Indicator], links: Sequence[IndicatorLink]) -> list[Check]:
    """One check for every statement that the figures beside it confirm or contradict, in text order.

    “3.545 mô hình. Trong đó 1.081 …, 1.081 …, 466 … và 917 …” holds; “đứng thứ 64/63” contradicts.
    """
    text = doc if isinstance(doc, str) else doc.text
    checks = [
        *_sums(text, indicators, links),
        *_ranks(text, indicators),
        *_shares(text, indicators),
        *_changes(text, indicators, links),
        *_growths(text, indicators),
    ]
    return sorted(checks, key=lambda check: (check.mention.span, check.kind))


def _check(
    text: str,
    kind: str,
    verdict: Verdict,
    values: tuple[Decimal, Decimal],
    found: Sequence[Indicator],
    at: Sequence[int],
) -> Check:
    spans = [found[i].number.span for i in at]
    span = Span(min(s.start for s in spans), max(s.end for s in spans))
    stated, computed = values
    return Check(
        kind=kind,
        verdict=verdict,
        stated=stated,
        computed=computed,
        indicators=tuple(at),
        mention=Mention(span, span.of(text), f"audit.{kind}"),
    )


def step(written: Indicator) -> Decimal:
    """The unit of the last digit written: 0,1 for “19,5 %”, 10⁸ for “1,2 tỷ”, 1 for “3.545”."""
    exponent = written.value.as_tuple().exponent
    if written.number.rule == "indicators.scaled" and written.value:
        digits = sum(letter.isdigit() for letter in written.number.text)
        return Decimal(10) ** (written.value.adjusted() - digits + 1)
    return Decimal(10) ** exponent if isinstance(exponent, int) and exponent < 0 else Decimal(1)


def verdict(stated: Decimal, computed: Decimal, unit: Decimal) -> Verdict:
    """Equal holds; nearer than the last digit written holds within rounding (people round and cut)."""
    if stated == computed:
        return Verdict.HOLDS
    return Verdict.ROUNDING if abs(stated - computed) < unit else Verdict.CONTRADICTS


def _sums(text: str, found: Sequence[Indicator], links: Sequence[IndicatorLink]) -> Iterator[Check]:
    """Parts against their whole; a list that only names some parts proves nothing unless it exceeds the whole."""
    wholes: dict[int, list[IndicatorLink]] = {}
    for link in links:
        if link.kind == LinkKind.PART:
            wholes.setdefault(link.target, []).append(link)
    for whole, parts in wholes.items():
        if len(parts) < 2:
            continue
        total = sum((found[link.source].value for link in parts), Decimal(0))
        unit = max(step(found[whole]), *(step(found[link.source]) for link in parts))
        bounded = any(found[i].bound for i in (whole, *(link.source for link in parts)))
        outcome = verdict(found[whole].value, total, unit * (len(parts) if bounded else 1))
        says_all = parts[0].rule in {"links.consists", "links.bracket", "links.sum"} and not bounded
        if outcome == Verdict.CONTRADICTS and not says_all and (total < found[whole].value or bounded):
            continue
        at = (whole, *(link.source for link in parts))
        yield _check(text, "sum", outcome, (found[whole].value, total), found, at)


def _ranks(text: str, found: Sequence[Indicator]) -> Iterator[Check]:
    """“đứng thứ 39/63”, “16/18 sở, ngành”: no rank below its list, no more than all."""
    for i, one in enumerate(found):
        if one.out_of is not None and one.kind in {IndicatorKind.RANK, IndicatorKind.RATIO}:
            outcome = Verdict.HOLDS if one.value <= one.out_of else Verdict.CONTRADICTS
            yield _check(text, one.kind.value, outcome, (one.value, one.out_of), found, (i,))


def _shares(text: str, found: Sequence[Indicator]) -> Iterator[Check]:
    """“thụ lý 7.568 đơn, đã giải quyết 7.344 đơn đạt 97%”, “26/28 lượt, 93%”, “chiếm 120%”."""
    for i, one in enumerate(found):
        if one.kind != IndicatorKind.PERCENT or one.trend or one.value_to is not None:
            continue
        lead = text[max(0, one.number.span.start - 24) : one.number.span.start].lower()
        if one.value > 100 and "chiếm" in lead and "gdp" not in lead:
            yield _check(text, "share", Verdict.CONTRADICTS, (one.value, Decimal(100)), found, (i,))
        elif i and _beside(text, found[i - 1], one):
            yield from _share_of(text, found, i, tied=any(word in lead for word in ("đạt", "chiếm", "(", "bằng")))


def _beside(text: str, a: Indicator, b: Indicator) -> bool:
    gap = text[a.number.span.end : b.number.span.start]
    return len(gap) < NEAR and "\n" not in gap and ". " not in gap


def _share_of(text: str, found: Sequence[Indicator], i: int, *, tied: bool) -> Iterator[Check]:
    percent, part = found[i], found[i - 1]
    if part.kind == IndicatorKind.RATIO and part.out_of:
        share = part.value / part.out_of * 100
        outcome = verdict(percent.value, share, step(percent))
        if tied or outcome != Verdict.CONTRADICTS:
            yield _check(text, "share", outcome, (percent.value, round(share, 2)), found, (i - 1, i))
        return
    if part.kind != IndicatorKind.COUNT or part.trend:
        return
    for j in range(i - 2, max(-1, i - 5), -1):
        whole = found[j]
        if not whole.value or not same_unit(part, whole) or whole.value < part.value or whole.trend:
            continue
        share = part.value / whole.value * 100
        if verdict(percent.value, share, step(percent)) != Verdict.CONTRADICTS:
            outcome = Verdict.HOLDS if share == percent.value else Verdict.ROUNDING
            yield _check(text, "share", outcome, (percent.value, round(share, 2)), found, (j, i - 1, i))
            return


def _changes(text: str, found: Sequence[Indicator], links: Sequence[IndicatorLink]) -> Iterator[Check]:
    """“từ 570 hộ lên 1.475 hộ, tăng 2,5 lần”, “từ 20% lên 25%, tăng 5%”."""
    for link in links:
        at = max(link.source, link.target) + 1
        if link.kind != LinkKind.CHANGE or at >= len(found):
            continue
        before, after, stated = found[link.source], found[link.target], found[at]
        if stated.trend is None or not _beside(text, after, stated) or not before.value:
            continue
        moved = abs(after.value - before.value)
        if same_unit(after, stated):
            computed = moved
        elif stated.kind == IndicatorKind.PERCENT:
            computed = moved / before.value * 100
        elif stated.unit == "lần":
            computed = after.value / before.value
        else:
            continue
        unit = max(step(stated), step(before) if same_unit(after, stated) else step(stated))
        outcome = verdict(stated.value, computed, unit)
        wrong_way = (stated.trend == Trend.UP) != (after.value >= before.value)
        yield _check(
            text,
            "change",
            Verdict.CONTRADICTS if wrong_way else outcome,
            (stated.value, round(computed, 2)),
            found,
            (link.source, link.target, at),
        )


def _growths(text: str, found: Sequence[Indicator]) -> Iterator[Check]:
    """“7.362 việc, tăng 590 việc (8,7%)”: a change in numbers against the same change in percent."""
    for i in range(2, len(found)):
        level, change, percent = found[i - 2], found[i - 1], found[i]
        if percent.kind != IndicatorKind.PERCENT or change.trend is None or level.trend or level.out_of:
            continue
        if percent.trend not in {None, change.trend} or not same_unit(level, change) or level.bound or change.bound:
            continue
        if not (_beside(text, level, change) and _beside(text, change, percent)):
            continue
        base = level.value - change.value if change.trend == Trend.UP else level.value + change.value
        if base <= 0 or percent.number.span.start - change.number.span.end > 60:
            continue
        grown = change.value / base * 100
        yield _check(
            text,
            "growth",
            verdict(percent.value, grown, step(percent)),
            (percent.value, round(grown, 2)),
            found,
            (i - 2, i - 1, i),
        )
