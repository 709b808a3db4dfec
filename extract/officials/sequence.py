"""The text as a sequence of names, posts and honorifics, one letter each, with the signs between them.

“các đồng chí: Thiếu tướng Trần Quốc Tỏ, Thứ trưởng Bộ Công an; Nguyễn Phước Lộc” is `L:RN,P;N`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence as Many
from dataclasses import dataclass

from extract.address import CIVIL, COMRADE, DELEGATE, RANK
from extract.heads import HEAD, NO_HEAD
from extract.language import PEOPLE, TextDoc
from extract.officials.disputes import settle
from extract.officials.names import Certainty, Name, find_names
from extract.officials.posts import PostWords, find_posts
from extract.records import Span

NAME, GIVEN, POST, ADDRESS, MANY, TITLE = "N", "G", "P", "H", "L", "R"
"""Letters: a name, a given name alone, a post, an honorific, an honorific for many, a rank."""

Item = Name | PostWords | Span
Mark = tuple[Span, str, Item]

_LINKS = (
    (
        re.compile(
            r"""(?:[,(–-]\s*)?(?:(?:đồng\sthời|hiện|nay|cũng|vốn|đều|khi\sđó|lúc\sđó|trước\sđây|từng|đang|đã|nguyên|sau\sđó|và)\s){0,4}
            (?:là|kiêm(?:\snhiệm)?|đồng\sthời|(?:bao\s)?gồm(?:\scó)?)\s*""",
            re.VERBOSE,
        ),
        "=",
    ),
    (re.compile(r"(?:,\s*)?(?:và|rồi|cùng(?:\svới)?|với|&)(?:\scó)?\s*"), "&"),
    (re.compile(r"(?:mới\s)?(?:đối\svới|cho)\s*"), "~"),
    (
        re.compile(
            r"""[,–-]?\s*\(?(?:(?:đương\skim|tân|hàm|đảng\sviên)(?=[\s,])|(?:SN|sinh\s(?:năm|ngày))\s[\d./-]+|\d\d\stuổi|khóa\s[IVXL\d]+|nhiệm\skỳ\s\d{4}\s?[-–]\s?\d{4}|quê[^,;.()]{2,30}
            |bìa\s(?:phải|trái)|thứ\s\w+\stừ\s(?:trái|phải)(?:\ssang)?|giữa|áo\s\w+|ngoài\scùng[^,;.()]{0,20}|đứng|người\s[^,;.()]{2,30})\)?\s*,?\s*""",
            re.VERBOSE | re.IGNORECASE,
        ),
        ",",
    ),
)
_ASIDE = re.compile(
    r"\s?\([^()\n]{1,60}\)|\s?(?:khóa|khoá)\s[IVXLC\d]+|\s?nhiệm kỳ\s(?:\d{4}(?:\s?[-–]\s?\d{4})?|[IVX]+)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\((?:là[ ])?(?:vợ|chồng|con|em|anh|chị|cháu|cha|bố|mẹ)[ ][^()\n]{2,120}\)")
_NEAR = 100
"""A longer gap is prose, whatever stands in it."""
_SIGNS = re.compile(r"[\s\u00a0,;:()–—-]*")
_LETTERS = str.maketrans({"–": "-", "—": "-", " ": None, "\u00a0": None, "\t": None})
_IN_CHUC_VU = re.compile(r"chức vụ (?=trưởng)", re.IGNORECASE)
"""“giữ chức vụ Trưởng Ban Tuyên giáo” gives no vụ trưởng."""
_PART_OF_BODY = re.compile(r"(?:văn phòng|công ty|công tác)\s$", re.IGNORECASE)
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


def read_sequence(doc: TextDoc) -> Sequence:
    """Every name, post and honorific of the text in order."""
    text = doc.text
    heads, address, shams = _terms(doc)
    openers = {_next_word(text, span.end) for span, _ in address}
    stops = {span.start for span in heads} | {span.start for span, _ in address}
    many = {_next_word(text, span.end) for span, letter in address if letter == MANY}
    names = [
        name  # “các đồng chí Thường trực Huyện ủy”: after many, one syllable is no name
        for name in find_names(text, stops | shams, openers)
        if name.certainty is not Certainty.GIVEN or name.span.start not in many
    ]
    walls = sorted([*stops, *(name.span.start for name in names)])
    posts = find_posts(text, heads, walls)
    marked: list[Mark] = [(span, letter, span) for span, letter in address]
    marked += [(item.span, _letter(item), item) for item in settle(text, names, posts)]
    return _spell(text, sorted(marked, key=lambda mark: mark[0].start))


def _letter(item: Name | PostWords) -> str:
    if isinstance(item, PostWords):
        return POST
    return GIVEN if item.certainty is Certainty.GIVEN else NAME


def _terms(doc: TextDoc) -> tuple[list[Span], list[tuple[Span, str]], set[int]]:
    """Heads of posts, honorifics that stand before a name, and where words begin that only look like a head."""
    text = doc.text
    heads, address, shams = [], [], set()
    for start, end, label in doc.terms(PEOPLE):
        span = Span(start, end)
        if label == HEAD:
            heads.append(Span(span.start + 3, span.end) if _IN_CHUC_VU.match(text, max(0, span.start - 5)) else span)
        elif label == NO_HEAD:
            shams.add(span.start)
        elif letter := _address(text, span, label):
            address.append((span, letter))
    return heads, address, shams


def _address(text: str, span: Span, label: str) -> str | None:
    """“đồng chí” and ranks always count, “anh” only before a capital, and not inside a name: “Trần Anh Tuấn”."""
    many, kind = label.endswith("s"), label.rstrip("s")
    following = text[_next_word(text, span.end) : _next_word(text, span.end) + 1]
    if kind in {CIVIL, DELEGATE} and not (following.isupper() or (many and following)):
        return None
    if (
        kind == CIVIL
        and text[span.start].isupper()
        and not _SENTENCE_START.search(text, max(0, span.start - 3), span.start)
    ):
        return None
    if kind in {RANK, DELEGATE} and _PART_OF_BODY.search(text, max(0, span.start - 10), span.start):
        return None  # “Văn phòng Luật sư Kim Phụng”, “Ban Công tác đại biểu”
    if kind == RANK and text[span.start].islower() and span.end - span.start < 4:
        return None
    return MANY if many else {COMRADE: ADDRESS, CIVIL: ADDRESS, RANK: TITLE, DELEGATE: TITLE}[label]


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
        at = bisect_right(brackets, (mark[0].start, len(text))) - 1
        (inside[at] if at >= 0 and mark[0].start < brackets[at][1] else outside).append(mark)
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
    for position, (span, letter, item) in enumerate(marked):
        if span.start < end:
            continue
        gap = text[end : span.start]
        for opens, closes in brackets:
            if end <= opens and closes <= span.start:
                gap = text[end:opens] + text[closes : span.start]
        signs = "," if _next_line(text, end, span, letter, letters) else _signs(gap)
        letters.extend(signs)
        items.extend([None] * len(signs))
        end = span.end
        if letter == TITLE and position + 1 < len(marked) and marked[position + 1][0].start > end + 2:
            continue  # “Trần Quốc Tỏ, Thiếu tướng, Thứ trưởng”: a rank by itself is no post
        letters.append(letter)
        items.append(item)
    return Sequence("".join(letters), tuple(items))


def _next_line(text: str, end: int, span: Span, letter: str, letters: list[str]) -> bool:
    """A table's rows: the name on one line, each post on a line of its own below."""
    if letter != POST or text[end : span.start].strip(" ") != "\n" or not letters or letters[-1] not in {NAME, POST}:
        return False
    line = text[text.rfind("\n", 0, end) + 1 : end]
    return text[span.end : span.end + 1] in {"\n", ","} and len(line) < 60 and not _CLAUSE.search(line)


_CLAUSE = re.compile(r"[,;:.](?!\w)(?<!\b[A-ZTSPGh]\.)(?<!TS\.)(?<!GS\.)(?<!ThS\.)| (?:và|của|tại|trao|thăm|dự)\b")


def _signs(gap: str) -> str:
    """The gap between two items as signs: `,;:-()`, `&` for “và”, `=` for “là”, `.` and `x` for the rest."""
    if not gap or gap == " ":
        return ""
    if len(gap) < _NEAR and ("(" in gap or " kh" in gap or "nhiệm" in gap) and (bare := _ASIDE.sub("", gap)) != gap:
        return _signs(bare)  # “Cục trưởng Cục Chống tham nhũng (Thanh tra Chính phủ) Phạm Trọng Đạt”
    if _SIGNS.fullmatch(gap):
        return "." if "\n" in gap else gap.translate(_LETTERS)
    if len(gap) < _NEAR:
        for pattern, sign in _LINKS:
            if pattern.fullmatch(gap.strip()) or pattern.fullmatch(gap):
                return sign
    head = gap.strip()[:1]
    first = head if head in ")(,;" else ""
    last = gap.strip()[-1:]
    last = last if last in "(,;:" and len(gap.strip()) > 1 else ""
    return first + ("." if ". " in gap or "\n" in gap else "x") + last
