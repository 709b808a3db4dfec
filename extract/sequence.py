"""The text as a sequence of names, posts and honorifics, one letter each, with the signs between them.

“các đồng chí: Thiếu tướng Trần Quốc Tỏ, Thứ trưởng Bộ Công an; Nguyễn Phước Lộc” is `L:RN,P;N`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.address import CIVIL, COMRADE, RANK
from extract.heads import HEAD, NO_HEAD
from extract.names import Certainty, Name, find_names, no_names
from extract.posts import PostWords, find_posts
from extract.records import Span
from extract.syllables import CAPITALISED, is_syllable
from extract.text import fold_word

NAME, GIVEN, POST, ADDRESS, MANY, TITLE = "N", "G", "P", "H", "L", "R"
"""Letters: a name, a given name alone, a post, an honorific, an honorific for many, a rank."""

Item = Name | PostWords | Span
Mark = tuple[Span, str, Item]

_LINKS = (
    (
        re.compile(
            r"""(?:[,–-]\s*)?(?:(?:đồng\sthời|hiện|nay|cũng|vốn|đều|khi\sđó|lúc\sđó|trước\sđây|từng|đang|nguyên|sau\sđó|và)\s){0,4}
            (?:là|kiêm(?:\snhiệm)?|đồng\sthời|(?:bao\s)?gồm(?:\scó)?)\s*""",
            re.VERBOSE,
        ),
        "=",
    ),
    (re.compile(r"(?:,\s*)?(?:và|cùng(?:\svới)?|với|&)(?:\scó)?\s*"), "&"),
    (re.compile(r"(?:mới\s)?(?:đối\svới|cho)\s*"), "~"),
    (
        re.compile(
            r""",?\s*\(?(?:sinh\s(?:năm|ngày)\s[\d./-]+|\d\d\stuổi|khóa\s[IVXL\d]+|nhiệm\skỳ\s\d{4}\s?[-–]\s?\d{4}|quê[^,;.()]{2,30}
            |bìa\s(?:phải|trái)|thứ\s\w+\stừ\s(?:trái|phải)(?:\ssang)?|giữa|áo\s\w+|ngoài\scùng[^,;.()]{0,20}|đứng|người\s[^,;.()]{2,30})\)?\s*,?\s*""",
            re.VERBOSE,
        ),
        ",",
    ),
)
_ASIDE = re.compile(r"\s?\([^()\n]{1,60}\)")
_SIGNS = re.compile(r"[\s\u00a0,;:()–—-]*")
_LETTERS = str.maketrans({"–": "-", "—": "-", " ": None, "\u00a0": None, "\t": None})
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


def read_sequence(doc: Doc) -> Sequence:
    """Every name, post and honorific of the text in order."""
    text = doc.text
    heads, address, shams = _terms(doc)
    openers = {_next_word(text, span.end) for span, _ in address}
    stops = {span.start for span in heads} | {span.start for span, _ in address}
    names = find_names(text, stops | shams, openers)
    walls = sorted([*stops, *(name.span.start for name in names)])
    posts = find_posts(text, heads, walls)
    marked: list[Mark] = [(span, letter, span) for span, letter in address]
    marked += [(post.span, POST, post) for post in posts]
    marked += [(name.span, GIVEN if name.certainty is Certainty.GIVEN else NAME, name) for name in names]
    marked = [part for mark in marked for part in _guests(text, *mark)]
    return _spell(text, _firms(text, sorted(marked, key=lambda mark: mark[0])))


_FIRM = re.compile(r"(?:[Cc]ông ty|[Tt]ập đoàn|TNHH|[Cc]ổ phần|[Dd]oanh nghiệp|[Nn]gân hàng|[Tt]rường|[Bb]ệnh viện)")


def _firms(text: str, marked: list[Mark]) -> list[Mark]:
    """“ông Võ Văn Bé, Giám đốc Công ty TNHH Thuận Việt | nói”: after a person and a firm's post the name is the firm's."""
    kept: list[Mark] = []
    for mark in marked:
        span, letter, item = mark
        if letter == NAME and len(kept) > 1 and kept[-1][1] == POST and kept[-2][1] in {NAME, GIVEN}:
            (person, _, _), (post, _, words) = kept[-2:]
            beside = text[person.end : post.start].strip() in {",", "-", "–", "(", "là"} and span.start - post.end <= 1
            if beside and _FIRM.search(text, post.start, post.end) and isinstance(words, PostWords):
                whole = Span(post.start, span.end)
                kept[-1] = (whole, POST, PostWords(whole, whole.of(text), words.head))
                continue
        del item
        kept.append(mark)
    return kept


_GUEST = re.compile(rf"(?<=[ \u00a0]){CAPITALISED}(?:[ \u00a0]{CAPITALISED})+$")
_STATE_HEAD = re.compile(
    r"(?:chủ tịch|thủ tướng|bộ trưởng|thứ trưởng|tổng thống|ngoại trưởng|đại sứ|thư ký|bí thư|vua|vương|thị trưởng|thống đốc|nghị sĩ|cố vấn"
    r"|phái viên|tỉnh trưởng|đại diện|công sứ|tham tán|lãnh sự)$"
)
_NO_STATE = re.compile(
    r"(?:Công ty|Tập đoàn|Ngân hàng|Quỹ|Hãng|Khách sạn|Trường|Trung tâm|Câu lạc bộ|CLB|huyện|xã)", re.IGNORECASE
)


def _guests(text: str, span: Span, letter: str, item: Item) -> list[Mark]:
    """A post and the guest's name its body swallowed: “Chủ tịch Quốc hội Cộng hòa Cu Ba | Juan Esteban Lazo Hernandez”."""
    if not isinstance(item, PostWords) or item.text != span.of(text) or _NO_STATE.search(item.text):
        return [(span, letter, item)]
    run = _GUEST.search(item.text) if _STATE_HEAD.search(item.head) else None
    start = _guest_start(run.group().split()) if run else None
    if run is None or start is None:
        return [(span, letter, item)]
    name = " ".join(run.group().split()[start:])
    if fold_word(name) in no_names():
        return [(span, letter, item)]
    cut = span.end - len(name)
    head = Span(span.start, cut - 1)
    guest = Span(cut, span.end)
    return [
        (head, letter, PostWords(head, head.of(text), item.head)),
        (guest, NAME, Name(guest, guest.of(text), Certainty.ADDRESSED)),
    ]


def _guest_start(words: list[str]) -> int | None:
    """The first of at least two words that are no syllables of ours, no abbreviation and no country."""
    if any(word.isupper() and len(word) > 1 for word in words):
        return None
    foreign = [not is_syllable(word) for word in words]
    for start in range(len(words) - 1):
        if not foreign[start] or fold_word(words[start]) in no_names():
            continue
        if (
            " ".join(map(fold_word, words[start : start + 2])) in no_names()
            or 2 * sum(foreign[start:]) < len(words) - start
        ):
            continue
        return start
    return None


def _terms(doc: Doc) -> tuple[list[Span], list[tuple[Span, str]], set[int]]:
    """Heads of posts, honorifics that stand before a name, and where words begin that only look like a head."""
    text = doc.text
    heads, address, shams = [], [], set()
    for term in doc.spans["terms"]:
        span, label = Span(term.start_char, term.end_char), term.label_
        if label == HEAD:
            heads.append(span)
        elif label == NO_HEAD:
            shams.add(span.start)
        elif letter := _address(text, span, label):
            address.append((span, letter))
    return heads, address, shams


def _address(text: str, span: Span, label: str) -> str | None:
    """“đồng chí” and ranks always count, “anh” only before a capital, and not inside a name: “Trần Anh Tuấn”."""
    many = label.endswith("s")
    if label.rstrip("s") == CIVIL:
        following = text[_next_word(text, span.end) : _next_word(text, span.end) + 1]
        if not (following.isupper() or (many and following)):
            return None
        if text[span.start].isupper() and not _SENTENCE_START.search(text, max(0, span.start - 3), span.start):
            return None
    if label == RANK and text[span.start].islower() and span.end - span.start < 4:
        return None
    return MANY if many else {COMRADE: ADDRESS, CIVIL: ADDRESS, RANK: TITLE}[label]


def _next_word(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] in {" ", "\u00a0"} else end


def _spell(text: str, marked: list[Mark]) -> Sequence:
    letters: list[str] = []
    items: list[Item | None] = []
    end = 0
    for position, (span, letter, item) in enumerate(marked):
        if span.start < end:
            continue
        signs = _signs(text[end : span.start])
        letters.extend(signs)
        items.extend([None] * len(signs))
        end = span.end
        if letter == TITLE and position + 1 < len(marked) and marked[position + 1][0].start > end + 2:
            continue  # “Trần Quốc Tỏ, Thiếu tướng, Thứ trưởng”: a rank by itself is no post
        letters.append(letter)
        items.append(item)
    return Sequence("".join(letters), tuple(items))


def _signs(gap: str) -> str:
    """The gap between two items as signs: `,` `;` `:` `-` `(` `)`, `&` for “và”, `=` for “là”, `.` and `x` for the rest."""
    if not gap or gap == " ":
        return ""
    if "(" in gap and (bare := _ASIDE.sub("", gap)) != gap:
        return _signs(bare)  # “Cục trưởng Cục Chống tham nhũng (Thanh tra Chính phủ) Phạm Trọng Đạt”
    if _SIGNS.fullmatch(gap):
        return "." if "\n" in gap else gap.translate(_LETTERS)
    for pattern, sign in _LINKS:
        if pattern.fullmatch(gap.strip()) or pattern.fullmatch(gap):
            return sign
    head = gap.strip()[:1]
    first = head if head in ")(,;" else ""
    last = gap.strip()[-1:]
    last = last if last in "(,;:" and len(gap.strip()) > 1 else ""
    return first + ("." if ". " in gap or "\n" in gap else "x") + last
