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

from extract.address import CIVIL, COMRADE, RANK
from extract.heads import HEAD, NO_HEAD
from extract.language import PEOPLE, TextDoc
from extract.officials.disputes import settle
from extract.officials.names import Certainty, Name, find_names
from extract.officials.posts import PostWords, find_posts
from extract.officials.signs import signs_of
from extract.officials.word_before import word_before
from extract.records import Span

NAME, GIVEN, POST, ADDRESS, MANY, TITLE = "N", "G", "P", "H", "L", "R"
"""Letters: a name, a given name alone, a post, an honorific, an honorific for many, a rank."""

Item = Name | PostWords | Span
Mark = tuple[int, int, str, Item]
"""Start, end, letter and what it stands for."""
_START = itemgetter(0)

_RELATIVE = re.compile(r"\((?:là[ ])?(?:vợ|chồng|con|em|anh|chị|cháu|cha|bố|mẹ)[ ][^()\n]{2,120}\)")
_IN_CHUC_VU = re.compile(r"chức vụ (?=trưởng)", re.IGNORECASE)
"""“giữ chức vụ Trưởng Ban Tuyên giáo” gives no vụ trưởng."""
_PART_OF_BODY = re.compile(r"(?:văn phòng|công ty|công tác)\s$", re.IGNORECASE)
_PART_ENDS = frozenset({"phòng", "ty", "tác"})
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n“\"(–-])\s*$")


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
    text = doc.text
    heads, address, shams = _terms(doc)
    openers, stops, many = set(), {head.start for head in heads}, set()
    for span, letter in address:
        stops.add(span.start)
        openers.add(opener := _next_word(text, span.end))
        if letter == MANY:
            many.add(opener)
    names = [
        name  # “các đồng chí Thường trực Huyện ủy”: after many, one syllable is no name
        for name in find_names(text, stops | shams, openers)
        if name.certainty is not Certainty.GIVEN or name.span.start not in many
    ]
    walls = sorted([*stops, *(name.span.start for name in names)])
    posts = find_posts(text, heads, walls)
    marked: list[Mark] = [(span.start, span.end, letter, span) for span, letter in address]
    for item in settle(text, names, posts):
        span = item.span
        marked.append((span.start, span.end, _letter(item), item))
    return _spell(text, sorted(marked, key=_START))


def _letter(item: Name | PostWords) -> str:
    if isinstance(item, PostWords):
        return POST
    return GIVEN if item.certainty is Certainty.GIVEN else NAME


def _terms(doc: TextDoc) -> tuple[list[Span], list[tuple[Span, str]], set[int]]:
    """Heads of posts, honorifics that stand before a name, and where words begin that only look like a head."""
    text = doc.text
    heads, address, shams = [], [], set()
    for start, end, label in doc.terms(PEOPLE):
        if label == HEAD:
            in_chuc_vu = text[start : start + 2] in {"vụ", "Vụ"} and _IN_CHUC_VU.match(text, max(0, start - 5))
            heads.append(Span(start + 3 if in_chuc_vu else start, end))
        elif label == NO_HEAD:
            shams.add(start)
        elif letter := _address(text, start, end, label):
            address.append((Span(start, end), letter))
    return heads, address, shams


def _address(text: str, start: int, end: int, label: str) -> str | None:
    """“đồng chí” and ranks always count, “anh” only before a capital, and not inside a name: “Trần Anh Tuấn”."""
    many, kind = label[-1] == "s", label.rstrip("s")
    if kind != COMRADE and not _addresses(text, start, end, kind, many):
        return None
    return MANY if many else ADDRESS if kind in {COMRADE, CIVIL} else TITLE


def _addresses(text: str, start: int, end: int, kind: str, many: bool) -> bool:
    """Whether it stands before a name; “Văn phòng Luật sư Kim Phụng”, “Ban Công tác đại biểu” hold none."""
    if kind != RANK:
        following = text[(at := _next_word(text, end)) : at + 1]
        if not (following.isupper() or (many and following)):
            return False
    if kind == CIVIL:
        return not text[start].isupper() or _SENTENCE_START.search(text, max(0, start - 3), start) is not None
    if word_before(text, start) in _PART_ENDS and _PART_OF_BODY.search(text, max(0, start - 10), start):
        return False
    return kind != RANK or end - start >= 4 or not text[start].islower()


def _next_word(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] in {" ", "\u00a0"} else end


def _spell(text: str, marked: list[Mark]) -> Sequence:
    """The sentences, and after them what brackets say of a relative: “bà Lò Thị Sáu (vợ ông Tám) là Phó Giám đốc”."""
    brackets = [match.span() for match in _RELATIVE.finditer(text)]
    if not brackets:
        return _letters(text, marked, 0, ())
    inside: list[list[Mark]] = [[] for _ in brackets]
    outside: list[Mark] = []
    for mark in marked:
        at = bisect_right(brackets, (mark[0], len(text))) - 1
        (inside[at] if at >= 0 and mark[0] < brackets[at][1] else outside).append(mark)
    read = [_letters(text, outside, 0, brackets)]
    read += [_letters(text, marks, start, ()) for (start, _), marks in zip(brackets, inside, strict=True) if marks]
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
        for opens, closes in brackets:
            if end <= opens and closes <= start:
                gap = text[end:opens] + text[closes:start]
        if gap and gap != " ":
            on_next_line = letter == POST and "\n" in gap and _on_next_line(text, end, start, item_end, letters)
            signs = "," if on_next_line else signs_of(gap)
            letters.extend(signs)
            items.extend([None] * len(signs))
        end = item_end
        if letter == TITLE and position + 1 < len(marked) and marked[position + 1][0] > end + 2:
            continue  # “Trần Quốc Tỏ, Thiếu tướng, Thứ trưởng”: a rank by itself is no post
        letters.append(letter)
        items.append(item)
    return Sequence("".join(letters), tuple(items))


def _on_next_line(text: str, end: int, start: int, post_end: int, letters: list[str]) -> bool:
    """A table's rows: the name on one line, each post on a line of its own below."""
    if text[end:start].strip(" ") != "\n" or not letters or letters[-1] not in {NAME, POST}:
        return False
    line = text[text.rfind("\n", 0, end) + 1 : end]
    return text[post_end : post_end + 1] in {"\n", ","} and len(line) < 60 and not _CLAUSE.search(line)


_CLAUSE = re.compile(r"[,;:.](?!\w)(?<!\b[A-ZTSPGh]\.)(?<!TS\.)(?<!GS\.)(?<!ThS\.)| (?:và|của|tại|trao|thăm|dự)\b")
