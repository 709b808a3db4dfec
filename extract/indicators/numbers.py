"""Numbers as Vietnamese writes them: “3.545”, “13,85 triệu”, “394 tỷ 581 triệu”, “39/63”, “1-2”, “½”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from extract.records import Span
from extract.rules import Rule, compile
from extract.text import figures, lower

SCALES = {
    "trăm": Decimal(100),
    "nghìn": Decimal(1000),
    "ngàn": Decimal(1000),
    "vạn": Decimal(10_000),
    "triệu": Decimal(10**6),
    "tỷ": Decimal(10**9),
    "tỉ": Decimal(10**9),
}
FRACTIONS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3)}
_SCALE = rf"(?:(?:{'|'.join(SCALES)})(?:\s(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ))?(?!\w))"
_DIGITS = r"[0-9]+(?:[.,][0-9]+)*"
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:,\d{3}){2,}")
_DOT_DECIMAL = re.compile(r"\d+\.(?:\d{1,2}|\d{4,}|(?<=^0\.)\d{3})")
_ONE_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
_ONE_DOT = re.compile(r"[1-9]\d{0,2}\.\d{3}")


class Numeral(NamedTuple):
    """A number in digits with its scale words; `other` is the value if its one separator meant the other thing.

    “3,545” is 3.545 or, before something one counts whole, 3545. Digits that are no number are NaN: “0942.86.11.33”.
    """

    span: Span
    value: Decimal
    rule: str
    value_to: Decimal | None = None
    out_of: Decimal | None = None
    other: Decimal | None = None
    scale: str = ""


def parse(written: str) -> Decimal | None:
    """The value of digits and separators: "3.545" is 3545, "13,85" 13.85, "1.234,5" 1234.5, "192.7" 192.7."""
    if written.isdecimal():
        return Decimal(written)
    if _GROUPS.fullmatch(written):
        return Decimal(written.replace(".", "").replace(",", ""))
    if _DOT_DECIMAL.fullmatch(written):
        return Decimal(written)
    cut = max(written.rfind(","), written.rfind("."))
    whole, part = written[:cut], written[cut + 1 :]
    if whole.isdecimal():
        return Decimal(f"{whole}.{part}")
    return Decimal(f"{whole.replace('.', '').replace(',', '')}.{part}") if _GROUPS.fullmatch(whole) else None


def _other(written: str) -> Decimal | None:
    if written.isdecimal():
        return None
    if _ONE_COMMA.fullmatch(written):
        return Decimal(written.replace(",", ""))
    return Decimal(written) if _ONE_DOT.fullmatch(written) else None


def factor(scale: str) -> Decimal:
    """“nghìn tỷ” is 10¹²; no scale word is 1."""
    product = Decimal(1)
    for word in scale.split():
        product *= SCALES[word]
    return product


def _plain(match: re.Match[str]) -> Numeral | None:
    value = parse(match["first"])
    if value is None:
        return None
    scale = match["scale"]
    if scale is None:
        return Numeral(span=Span(*match.span()), value=value, other=_other(match["first"]), rule="indicators.number")
    times = factor(scale)
    if match["rest"]:  # 394 tỷ 581 triệu
        rest = parse(match["rest"])
        if rest is None or factor(match["small"]) >= times:
            return None
        value += rest * factor(match["small"]) / times
    return Numeral(
        span=Span(*match.span()),
        value=value * times,
        scale=scale,
        rule="indicators.mixed" if match["rest"] else "indicators.scaled",
    )


def _range(match: re.Match[str]) -> Numeral | None:
    first, last = parse(match["first"]), parse(match["last"])
    if first is None or last is None:
        return None
    scale = match["scale"] or ""
    own, top = factor(match["own"] or scale), last * factor(scale)
    if first >= last:  # 500.000 đến 50 triệu đồng
        own = Decimal(1)
        if match["own"] or first < 1000 or first >= top:
            return None
    return Numeral(span=Span(*match.span()), value=first * own, value_to=top, scale=scale, rule="indicators.range")


def _fraction(match: re.Match[str]) -> Numeral | None:
    if match["sign"]:
        first, whole = (Decimal(number) for number in FRACTIONS[match["sign"]])
    else:
        above, below = parse(match["first"]), parse(match["whole"])
        if above is None or not below:
            return None
        first, whole = above, below
    return Numeral(span=Span(*match.span()), value=first, out_of=whole, rule="indicators.fraction")


_TO = r"(?: \s?[-–]\s? | \s(?:đến|tới)\s )"
NUMBER_RULES: tuple[Rule[Numeral], ...] = (
    Rule(  # 8/8 huyện, 1.204/1.310 hộ; not 12/2019/HS-ST
        "indicators.fraction",
        compile(
            rf"(?: (?P<first>{_DIGITS}) \s?/\s? (?P<whole>{_DIGITS}) (?! [\w/-] ) | (?P<sign>[{''.join(FRACTIONS)}]) )"
        ),
        _fraction,
    ),
    Rule(  # 1-2 bậc, 230-250 triệu, từ 3 đến 50 ha
        "indicators.range",
        compile(
            rf"(?P<first>{_DIGITS}) (?:\s?(?P<own>{_SCALE}))? {_TO} (?P<last>{_DIGITS})"
            rf"(?! \s?[/-]\s?\d ) (?:\s?(?P<scale>{_SCALE}))?"
        ),
        _range,
    ),
    Rule(
        "indicators.number",
        compile(
            rf"(?P<first>{_DIGITS}) (?: \s?(?P<scale>{_SCALE})"
            r"  (?: [\s,]{1,2}(?P<rest>[0-9]+)\s?(?P<small>triệu|nghìn|ngàn)(?!\w) )? )?"
        ),
        _plain,
    ),
)
"""Tried in this order at each first digit; the first that reads it keeps it."""

_FRACTION, _RANGE, _NUMBER = NUMBER_RULES
_WRITTEN = re.compile(rf"({_DIGITS})(?P<more>[ \xa0\n]?(?:[/–-]|{'|'.join(SCALES)}|đến\s|tới\s))?")
_PHONE = re.compile(r"0\d{8,}|0\d{1,3}[.\s-]\d{3,4}[.\s-]?\d{3,4}(?!\d)")
_NO_NUMBER = Decimal("NaN")
_JOINS_ON = re.compile(r"(?:\s?[-–]|\s(?:đến|tới)|\s?(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s?(?:[-–]|đến|tới))\s?\d")


def numerals(text: str, low: str) -> Iterator[Numeral]:
    """Every number in digits, in order, that `low`, the text in lower case, does not mask."""
    at = 0
    for start, end in _runs(text):
        if end <= at or low[start] == "·":
            continue
        begin = max(start, at)
        if low[begin] == "0" and (phone := _PHONE.match(low, begin)):
            at = phone.end()
            yield Numeral(Span(begin, at), _NO_NUMBER, "indicators.number")
            continue
        written = _WRITTEN.match(low, begin)
        at = written.end(1) if written else end
        if written and not written["more"]:
            value = parse(written[1])
            value = _NO_NUMBER if value is None else value
            yield Numeral(Span(begin, at), value, "indicators.number", other=_other(written[1]))
            continue
        for rule in _candidates(low, begin, at):
            match = rule.pattern.match(low, begin)
            if match and (numeral := rule.read(match)) is not None:
                at = numeral.span.end
                yield numeral
                break
        else:
            yield Numeral(Span(begin, at), _NO_NUMBER, "indicators.number")


def _runs(text: str) -> Sequence[tuple[int, int]]:
    """Where digits stand in a row, and signs like ½."""
    digits = figures(lower(text))  # as dates asked before: they are remembered
    signs = [match.span() for sign in FRACTIONS if sign in text for match in re.finditer(sign, text)]
    return sorted([*digits, *signs]) if signs else digits


def _candidates(low: str, start: int, end: int) -> tuple[Rule[Numeral], ...]:
    """The rules worth trying, by what stands around the first digits."""
    if low[end - 1] in FRACTIONS:
        return (_FRACTION,)
    if low.startswith(("/", " /"), end):
        return (_NUMBER,) if low.startswith("m", start - 1) else (_FRACTION, _NUMBER)  # 0,9 m3/2,8 triệu m3
    return (_RANGE, _NUMBER) if _JOINS_ON.match(low, end) else (_NUMBER,)
