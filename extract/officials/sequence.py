"""The text as a sequence of names, posts and honorifics, one letter each, with the signs between them.

“các đồng chí: Thiếu tướng Trần Quốc Tỏ, Thứ trưởng Bộ Công an; Nguyễn Phước Lộc” is `L:RN,P;N`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Sequence as Many
from dataclasses import dataclass
from operator import itemgetter

from extract.language import TextDoc
from extract.names import Certainty, Name
from extract.names.honorifics import ADDRESS, MANY, TITLE
from extract.names.syllables import UPPER
from extract.officials.disputes import settle
from extract.officials.posts import PostWords, find_posts
from extract.officials.signs import signs_of
from extract.records import Span

NAME, GIVEN, POST = "N", "G", "P"
"""Letters: a name, a given name alone, a post; those of `honorifics` stand before a name."""

Item = Name | PostWords | Span
Mark = tuple[int, int, str, Item]
"""Start, end, letter and what it stands for."""
_START = itemgetter(0)

_KIN = r"(?:vợ|chồng|con|em|anh|chị|cháu|cha|bố|mẹ)"
_SHORTEST = 6
"""Characters of the shortest aside: “(em Tí)”."""
_ALIAS = r"(?:tức|bí danh|tên thật|còn gọi)"
# Two patterns, for each begins with a sign that is looked for at once. What follows “(em trai ông Tám, ” is said of him
# whose brother is called by his given name, “(vợ ông Lò Văn Tám, Giám đốc Sở Nội vụ)” of the one named in full.
_RELATIVES = (
    re.compile(
        rf"\((?:(?:là )?{_KIN}(?: \w+)? (?:ông|bà|anh|chị) [{UPPER}]\w+(?=, )"
        rf"|(?:(?:là )?{_KIN}|{_ALIAS}) [^()\n]{{2,120}}\))"
    ),
    re.compile(
        rf", {_KIN} (?:(?:trai|gái|ruột|rể|dâu|của) ){{0,2}}(?:ông|bà) [^,.()\n]{{2,40}},"
        r"(?= (?:khi đó|lúc đó|hiện|đang|nay|được|làm)\b)"
    ),
)


_OTHER_NAME = re.compile(rf"\({_ALIAS} ")
"""“(tức hòa thượng Thích Bảo An)” names nobody else."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """`letters[i]` stands for `items[i]`; None where the letter is a sign."""

    letters: str
    items: tuple[Item | None, ...]

    def post(self, at: int) -> PostWords:
        item = self.items[at]
        assert isinstance(item, PostWords)  # noqa: S101
        return item

    def name(self, at: int) -> Name:
        item = self.items[at]
        assert isinstance(item, Name)  # noqa: S101
        return item

    def start(self, at: int) -> int:
        """Where the item at this place begins."""
        item = self.items[at]
        assert item is not None  # noqa: S101
        return item.start if isinstance(item, Span) else item.span.start

    def names(self, letter: str = NAME) -> Iterator[tuple[int, Name]]:
        """Names of this letter and their places."""
        at = self.letters.find(letter)
        while at >= 0:
            yield at, self.name(at)
            at = self.letters.find(letter, at + 1)


def read_sequence(doc: TextDoc) -> Sequence:
    """Every name, post and honorific of the text in order."""
    text, (heads, honorifics, names) = doc.text, doc.named
    heads = [span for span in heads if not _abbreviates(text, span)]
    before = [span.start for span in heads] + [span.start for span, _ in honorifics]
    walls = [
        name.span.start for name in names if name.certainty is not Certainty.LISTED or not _in_chain(text, name.span)
    ]
    posts = find_posts(text, heads, sorted(before + walls))
    marked: list[Mark] = [(span.start, span.end, letter, span) for span, letter in honorifics]
    for item in settle(text, names, posts):
        span = item.span
        marked.append((span.start, span.end, _letter(item), item))
    return _spell(text, sorted(marked, key=_START))


def _abbreviates(text: str, head: Span) -> bool:
    """“Tổng Giám đốc (TGĐ) Thông tấn xã”: the same head once more in short."""
    in_brackets = text[head.start - 2 : head.start] == " (" and text[head.end : head.end + 1] == ")"
    return in_brackets and head.of(text).isupper()


def _in_chain(text: str, name: Span) -> bool:
    """“Liên doanh Đức Bình - Tuấn Lộc - Nam Sơn”: what may be a rare name after a dash walls no body off."""
    return text[name.start - 2 : name.start] in {"- ", "– "}


def _letter(item: Name | PostWords) -> str:
    if isinstance(item, PostWords):
        return POST
    return GIVEN if item.certainty is Certainty.GIVEN else NAME


def _spell(text: str, marked: list[Mark]) -> Sequence:
    """The sentences, and after them what is said of a relative: “bà Lò Thị Sáu (vợ ông Tám) là Phó Giám đốc”."""
    brackets = sorted(match.span() for relative in _RELATIVES for match in relative.finditer(text))
    if not brackets:
        return _letters(text, marked, 0, ())
    inside: list[list[Mark]] = [[] for _ in brackets]
    outside: list[Mark] = []
    for mark in marked:
        at = bisect_right(brackets, (mark[0], len(text))) - 1
        (inside[at] if at >= 0 and mark[0] < brackets[at][1] else outside).append(mark)
    read = [_letters(text, outside, 0, brackets)]
    read += [
        _letters(text, marks, start, ())
        for (start, _), marks in zip(brackets, inside, strict=True)
        if marks and not _OTHER_NAME.match(text, start)
    ]
    items: list[Item | None] = []
    for part in read:
        items += [*part.items, None]
    return Sequence(".".join(part.letters for part in read) + ".", tuple(items))


def _letters(text: str, marked: list[Mark], end: int, brackets: Many[tuple[int, int]]) -> Sequence:
    """Letters and signs of these items; the brackets between two of them are passed over."""
    letters: list[str] = []
    items: list[Item | None] = []
    for position, (start, item_end, letter, item) in enumerate(marked):
        if start < end:
            continue
        gap = text[end:start]
        if brackets and start - end > _SHORTEST:
            for opens, closes in brackets:
                if end <= opens and closes <= start:
                    gap = text[end:opens] + text[closes:start]
        if gap and gap != " ":
            on_next_line = letter == POST and "\n" in gap and _on_next_line(text, end, start, item_end, letters)
            signs = "," if on_next_line else signs_of(gap)
            letters.extend(signs)
            items.extend([None] * len(signs))
        elif letter == ADDRESS and text[start] in "ÔB" and letters and letters[-1] in {NAME, POST}:
            letters.append(".")  # “làm Trưởng ban Ông Lê Văn Tám cho biết”: a full stop is lost
            items.append(None)
        end = item_end
        if letter == TITLE and position + 1 < len(marked) and marked[position + 1][0] > end + 1:
            continue  # “Trần Quốc Tỏ, Thiếu tướng, Thứ trưởng”: a rank by itself is no post
        letters.append(letter)
        items.append(item)
    return Sequence("".join(letters), tuple(items))


def _on_next_line(text: str, end: int, start: int, post_end: int, letters: list[str]) -> bool:
    """A table's rows: the name on one line, each post on a line of its own below."""
    if text[end:start].strip(" ") != "\n" or not letters or letters[-1] not in {NAME, POST}:
        return False
    line = text[text.rfind("\n", 0, end) + 1 : end]
    return text[post_end : post_end + 2].startswith(("\n", ",", " (")) and len(line) < 60 and not _CLAUSE.search(line)


_CLAUSE = re.compile(r"[,;:.](?!\w)(?<!\b[A-ZTSPGh]\.)(?<!TS\.)(?<!GS\.)(?<!ThS\.)| (?:và|của|tại|trao|thăm|dự)\b")


__all__ = ["ADDRESS", "GIVEN", "MANY", "NAME", "POST", "TITLE", "Sequence", "read_sequence"]
