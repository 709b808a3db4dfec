"""The noun phrase after a number: “mô hình ‘Dân vận khéo’ về phát triển kinh tế”, “hộ dân” of “100% hộ dân”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from extract.indicators.figure import Figure
from extract.indicators.page import Page, Sentence
from extract.lexicon import load
from extract.records import Mention, Span
from extract.text import UPPER


@dataclass(frozen=True, slots=True, kw_only=True)
class NounEnds:
    """One block of data/lexicon/noun_ends.toml: words that end a noun phrase, and compounds that they are part of."""

    name: str
    words: tuple[str, ...]
    inside: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


_NO_NOUN = re.compile(
    r"(?:của|phía|gấp|liên\stục|năm|tháng|quý|so|kế\shoạch|kh|dự\stoán|trở|mỗi|một|nữa|đến|tới|lên|xuống|để|thì|mà|nhưng|qua|về|chỉ|vì|khi|hay|nếu|nên|thôi|nữa|khoảng|thay|trong|mặc|cử(?!\stri)|đồng\sý|tán\sthành|nhất\strí)(?!\w)"
)
LETTER = re.compile(r"[^\W\d_]")
_HANGING = frozenset(
    {"đối", "so", "về", "vào", "là", "số", "mức", "khoảng", "hơn", "đạt", "nhất", "của", "các", "tiếp", "tục", "nguyên"}
    | {"khá", "rất", "chỉ", "cũng", "vẫn", "trong", "phía", "như", "từ", "và", "cả", "ở", "sẽ"}
)
_NAME = re.compile(rf"(?<!miền)(?<!phía)\s(?!Phó|Chủ|Bí|Giám|Trưởng|Trung|Ủy|Đảng|Nhà)[{UPPER}](?![{UPPER}])")
_NEXT_NAME = re.compile(rf"(?:\s\([^()]*\))?(?:,|\s[-–]|\svà)\s(?:(?:ông|bà|anh|chị|em|cháu)\s)?[{UPPER}]")
_ASIDE = re.compile(r"\s(?:của|về|thuộc)\s")
_NAMED = re.compile(rf" [{UPPER}]\w*\s[{UPPER}]")
_MARKS = " \xa0”\"“'’"
MOST_WORDS = 18
LONGEST_NOUN = 10
"""Syllables of the longest noun that is taken for one."""
_WHOLE = (
    *("dân số", "chỉ số", "hệ số", "thông số", "doanh số", "đa số", "thiểu số", "tổng số"),
    *("tổng mức", "nhà ở", "chỗ ở", "đất ở"),
)
"""Nouns that end in a word that elsewhere hangs over."""
_SIGNS = r";:.…?!/()\n"
_NO_END = (  # after the comma of “nguyên tắc phòng, chống dịch”, “cán bộ cấp quận, huyện”
    r"(?:(?<=phòng,)\schống|(?<=xuất,)\skinh\sdoanh|(?<=thanh,)\skiểm|(?<=tỉnh,)\sthành\sphố|(?<=quận,)\shuyện"
    r"|(?<=huyện,)\s(?:thành\sphố|thị\sxã)|(?<=xã,)\s(?:phường|thị\strấn)|(?<=thu,)\schi(?!\w)|(?<=kinh\stế,)\sxã\shội)"
)
_OTHER_ENDS = r"(?:sáng|chiều|tối|ngày|tháng|năm|quý)\s(?=[\d·])|[-–]\s"
"""A date and a dash end a noun too."""


@cache
def _noun_end() -> re.Pattern[str]:
    """Where the noun phrase ends: at a sign, or at the space before a word of the lexicon."""
    blocks = load("noun_ends", NounEnds)
    inside = [compound for block in blocks for compound in block.inside]
    words = sorted((word for block in blocks for word in block.words), key=len, reverse=True)
    ends = "|".join(_ending(word, inside) for word in words).replace(" ", r"\s")
    return re.compile(rf"[\s,{_SIGNS}](?:(?<=[{_SIGNS}])|(?<=,)(?!{_NO_END})|(?:{ends})(?!\w)|{_OTHER_ENDS})")


def _ending(word: str, inside: Iterable[str]) -> str:
    """A word that ends nouns as a pattern that no compound fits: `tăng` not after “xe ”, `không` not before “ gian”."""
    fronts = [one.removesuffix(word) for one in inside if one.endswith(f" {word}")]
    backs = [one.removeprefix(word) for one in inside if one.startswith(f"{word} ")]
    goes_on = rf"(?!(?:{'|'.join(backs)})(?!\w))" if backs else ""
    return "".join(f"(?<!{front})" for front in fronts) + word + goes_on


def phrase(page: Page, start: int, end: int, rule: str) -> Mention | None:
    """The words of a stretch without what hangs over at its end; more than eighteen are no noun phrase."""
    stretch = page.low[start:end]
    words = stretch.split(None, MOST_WORDS)
    if len(words) > MOST_WORDS:
        return None
    stretch = stretch.rstrip(_MARKS)
    if stretch.endswith(" giai đoạn"):
        stretch, words = stretch.removesuffix(" giai đoạn"), words[:-2]
    while words and words[-1] in _HANGING and not stretch.endswith(_WHOLE):
        stretch = stretch[: -len(words.pop())].rstrip(_MARKS)
    return page.mention(start, start + len(stretch), rule) if len(stretch) > 1 else None


def counted_noun(page: Page, sentence: Sentence, figure: Figure) -> Mention | None:
    """The noun after the number; where it runs on for long it has become a clause, and the unit alone is said."""
    known = figure.unit_start  # “xã, phường” goes over its comma
    if figure.unit_id:
        known = figure.per.start if figure.per else known + len(figure.unit)
    unit = page.mention(figure.unit_start, figure.unit_start + len(figure.unit), "concepts.counted")
    noun = _noun(page, sentence, figure.unit_start, known)
    if noun is None or figure.unit_start < figure.numeral.span.start < noun.span.end:
        return unit  # số phiếu tuyệt đối 57/57
    if figure.value > 1 and (name := _first_name(page, noun.span, known)):
        return phrase(page, noun.span.start, name, noun.rule)
    if len(noun.text.split()) <= LONGEST_NOUN:
        return noun
    aside = _ASIDE.search(page.low, known, noun.span.end)
    short = phrase(page, noun.span.start, aside.start(), noun.rule) if aside else None
    return short if short and len(short.text.split()) <= LONGEST_NOUN else unit


def _first_name(page: Page, noun: Span, known: int) -> int | None:
    """Where a noun of several goes on with the name of the first: “2 xã | Quảng Lâm và Đăk Nà”."""
    name = _NAME.search(page.text, known, noun.end)
    return name.start() if name and _NEXT_NAME.match(page.text, noun.end) else None


def _noun(page: Page, sentence: Sentence, start: int, known: int) -> Mention | None:
    """The noun phrase from `start`; up to `known` it is one of the lexicon."""
    end = _noun_end()
    stop = end.search(page.low, known, sentence.end)
    while stop and _NAMED.match(page.text, stop.start()):
        stop = end.search(page.low, stop.end(), sentence.end)  # “UBND huyện | Từ Liêm”: a name
    return phrase(page, start, stop.start() if stop else sentence.end, "concepts.counted")


def noun_after(page: Page, sentence: Sentence, end: int) -> Mention | None:
    """“97,28% hộ dân được sử dụng điện”, “302.523 m2 đất”: what is measured stands right after the unit."""
    begin = end + 1
    if begin >= sentence.end or page.low[end] not in " \xa0" or not LETTER.match(page.low, begin):
        return None
    if _noun_end().match(page.low, end, sentence.end) or _NO_NOUN.match(page.low, begin):
        return None
    return _noun(page, sentence, begin, begin)
