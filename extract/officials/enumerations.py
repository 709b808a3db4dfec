"""Who holds which post: rules over the sequence of names and posts.

“các đồng chí: Lê Văn An, Phó Bí thư Đảng ủy Khối; Vi Thị Hương, Trưởng Ban Dân vận” is `L:N,P;N,P`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.names.word_before import word_before
from extract.officials.posts import PostWords
from extract.officials.sequence import NAME, POST, Sequence

_AFTER = re.compile(
    r"""[NG] (?: \)?,*\(?-?=* | \)?[,]*- | [,)]*=+ ) R?   # “Lê Diễn, …”, “Lê Diễn - …”, “Lê Diễn (…”, “Lê Diễn là …”
    P (?! :?[HR]*[NG] )              # not “…, Chủ tịch UBND tỉnh Nguyễn Bốn”, “…, nguyên Chủ tịch: Nguyễn Bốn”
    (?: (?: \)?[,]+R?[,]? | [,)]*= | &=? | -+ | \)\( | \((?=P\)) | ) P (?! :?[HR]*[NG] ) )*""",
    re.VERBOSE,
)
_OF_NEXT = re.compile(r"[,&]+P[HR]*N")
_IS_ALSO = re.compile(r"(?:[;,&]+P(?![HR]*[NG]))+")
"""“Ông Sáu là Ủy viên Trung ương Đảng; Đại biểu Quốc hội”: after “là” the semicolon ends nobody."""
_BEFORE = re.compile(r"((?:P[,&=-]*)*P)(?:[HR]*|[,:]+[HR]+|,(?=N[,x.])|[-=:][HR]*)([NG])")
_SHARED = re.compile(r"L?=?(P(?:[,&]P)*)(:(?=P[HR]*N)|(?:,?x:|[:,-]?|=L:?)(?=[HR]*N))")
_COMPRISE = re.compile(
    r"[^,;.:]{0,20},?\s(?:bao\s)?gồm(?:\scó|\scác)?(?:\s(?:đồng\schí|ông|bà),?)*\s?:\s?$", re.IGNORECASE
)
"""“Các Phó Giám đốc Sở Y tế | gồm: ông Lê Văn An, …”."""
_LIST = re.compile(r"[HRNG,;&()\-P=]*")
_LIST_OF_LISTS = re.compile(r"[HRNG,;&()\-P=]*(?:(?:(?<=;)xP|(?<=[;,&]P)):[HRNG,;&()\-P=]*)*")
"""“các Ủy viên Bộ Chính trị: Thủ tướng Lê Văn An; các Phó Thủ tướng: Vi Văn Tám, Lò Thị Sáu”."""
_COUNTED = re.compile(r"(?:các|hai|ba|bốn|những|[2-9])(?:\s+vị)?\s+$", re.IGNORECASE)
_COUNTS = frozenset({"các", "hai", "ba", "bốn", "những", "vị"})
_OWN_POST = re.compile(r"N[,(=-]+P")
_BEFORE_NAME = re.compile(r"P[HR]*N")
_TAIL = re.compile(r"L:?=?[HR]*(N(?:[,&]+[HR]*N)+)[,-]?(P(?:[,&]P)*)(?![HR]*N)")
_CENTRAL = re.compile(
    r"(?:phó\s)?(?:thủ tướng|bộ trưởng|thứ trưởng|chủ tịch nước|tổng bí thư|chủ tịch quốc hội)", re.IGNORECASE
)
_ON_BEHALF = re.compile(r"(?:ủy|uỷ) quyền\s(?:của\s)?$", re.IGNORECASE)
_BESIDE = re.compile(r"P[HR]*[NG]$")
_TO_ANOTHER = re.compile(r"(?:của|với|tới|đến|cho|tiếp|gặp|thăm|cùng)\s$", re.IGNORECASE)
_GIVEN_TO = re.compile(r"(?:(?<!\w)làm|(?:nhiệm|chức) vụ là|chức vụ|chức danh|giữ chức)\s$", re.IGNORECASE)
_APPOSED = re.compile(r"P,[HR]+[NG]$")
_GROUP = re.compile(r"(?:\d (?:đồng chí|vị|ông)|(?<!\w)(?:các|những|nhiều)) $")
_IMPRINT = frozenset({"tổng biên tập", "phó tổng biên tập"})
_CLOSED = re.compile(r"\s*(?:[,;:.()–-]|$)")
_LOCAL = re.compile(r"UBND|HĐND|Sở|[Hh]uyện|xã\b|tỉnh\b|[Tt]ỉnh ủy")


class Holding(NamedTuple):
    """One post of one person; `at` is the name's place in the sequence."""

    at: int
    post: PostWords
    rule: str


def find_holdings(sequence: Sequence, text: str) -> tuple[list[Holding], set[int]]:
    """Every post beside a name, after it, before it or shared by a list, and the places of the posts so taken."""
    taken: set[int] = set()
    found: list[Holding] = []
    for name, rule in (("shared", _shared), ("tail", _tail), ("after", _after), ("before", _before)):
        claims = [claim for claim in rule(sequence, text) if claim[1] not in taken]
        found += [Holding(at, sequence.post(post_at), f"posts.{name}") for at, post_at in claims]
        taken |= {post_at for _, post_at in claims}
    return found, taken


def posts_between(letters: str, start: int, end: int) -> list[int]:
    return [i for i in range(start, end) if letters[i] == POST]


def _shared(sequence: Sequence, text: str) -> Iterator[tuple[int, int]]:
    """“các đồng chí Phó Bí thư Tỉnh ủy: Lê Quang Huy, Nguyễn Văn Thông”, “các Phó Chủ tịch: …”."""
    letters = sequence.letters
    for match in _SHARED.finditer(letters):
        first = sequence.post(match.start(1)).span
        listed = "L" in match.group() or _is_counted(text, first.start)
        if not listed and not (match[2] == ":" and text[first.start : first.end].lower().startswith("nguyên")):
            continue  # “nguyên Chủ tịch Quốc hội: Lê Diễn, Lò Văn Sáu”
        last = sequence.post(match.end(1) - 1).span
        if "x" in match[2] and not _COMPRISE.match(text, last.end, sequence.start(match.end())):
            continue
        colon = match[2][-1:] == ":"
        stretch = (_LIST_OF_LISTS if colon and listed else _LIST).match(letters, match.end())
        end = _list_end(letters, match.end(), stretch.end() if stretch else match.end(), listed and bool(match[2]))
        named = [at for at in range(match.end(), end) if letters[at] == NAME]
        if len(named) > 1 or len(match[1]) == 1 or "L" in match.group():  # “ý kiến các chuyên gia, Bí thư Lê Diễn nói”
            yield from ((at, post_at) for at in named for post_at in posts_between(letters, *match.span(1)))


def _is_counted(text: str, at: int) -> bool:
    """“hai | Phó Chủ tịch”, “3 vị | Bộ trưởng”."""
    word = word_before(text, at)
    return (word in _COUNTS or word.isdigit()) and _COUNTED.search(text, max(0, at - 10), at) is not None


def _list_end(letters: str, start: int, end: int, colon: bool) -> int:
    """A list ends where a post stands before a name; without a colon also at “;” and at a name with its own posts."""
    before = colon and _BEFORE_NAME.match(letters, start) is not None  # “các Ủy viên: Bí thư Tỉnh ủy Lê Diễn; …”
    for at in range(start, end):
        if not before and _BEFORE_NAME.match(letters, at, at + 5):
            return at
        if not colon and (letters[at] in ";:" or (at > start and _OWN_POST.match(letters, at))):
            return at
    return end


def _tail(sequence: Sequence, text: str) -> Iterator[tuple[int, int]]:
    """“các đồng chí: Lê Văn An và Vi Văn Tám nguyên Phó Chủ tịch …”: the post is of both."""
    del text
    for match in _TAIL.finditer(sequence.letters):
        names = [at for at in range(*match.span(1)) if sequence.letters[at] == NAME]
        yield from ((at, post_at) for at in names for post_at in posts_between(sequence.letters, *match.span(2)))


def _after(sequence: Sequence, text: str) -> Iterator[tuple[int, int]]:
    """“Nguyễn Bốn, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh”."""
    letters = sequence.letters
    for match in _AFTER.finditer(letters):
        start, end = match.span()
        if letters[start - 1 : start] == POST and _OF_NEXT.match(letters, end):
            continue  # “Chủ tịch Hội Nông dân Lò Văn Sáu, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy Vi Văn Tám”
        if "=" in match.group() and (also := _IS_ALSO.match(letters, end)):
            end = also.end()
        last = start
        for post_at in posts_between(letters, start, end):
            if last > start and "cùng" in text[sequence.post(last).span.end : sequence.start(post_at)]:
                break  # “Lê Diễn, Chủ tịch UBND huyện, cùng bí thư Đảng ủy các xã”
            yield start, post_at
            last = post_at


def _before(sequence: Sequence, text: str) -> Iterator[tuple[int, int]]:
    """“Ủy viên Bộ Chính trị, Phó Thủ tướng Thường trực Lê Văn An”."""
    for match in _BEFORE.finditer(sequence.letters):
        held = _held(sequence, text, match)
        if not held:
            continue  # “thừa ủy quyền của Chủ tịch nước, đồng chí Hoàng Văn Mạc trao …”
        if match.group().endswith("P:N") and sequence.post(held[-1]).head in _IMPRINT:
            continue  # the masthead below an article
        if _is_another(sequence, text, match, sequence.start(match.start(1))):
            continue
        local = len(held) > 1 and _LOCAL.search(sequence.post(held[-1]).text)
        for post_at in held:
            if post_at != held[-1] and sequence.post(post_at).head == "thủ tướng":
                continue  # “thay mặt Thủ tướng Chính phủ, Bộ trưởng Mai Tiến Lộc nêu”
            if local and post_at != held[-1] and _CENTRAL.match(sequence.post(post_at).text):
                continue  # “ý kiến của Phó Thủ tướng Chính phủ, Phó Chủ tịch UBND tỉnh Ngô Văn Lâm yêu cầu”
            yield match.start(2), post_at


def _held(sequence: Sequence, text: str, match: re.Match[str]) -> list[int]:
    """The posts before a name that are his, without a first one that is another's."""
    held = posts_between(sequence.letters, *match.span(1))
    first = sequence.post(held[0]).span.start
    if word_before(text, first) in {"của", "quyền"} and _ON_BEHALF.search(text, max(0, first - 20), first):
        held = held[_BESIDE.search(match.group()) is None or len(held) > 1 :]
    if len(held) > 1 and _GROUP.search(text, max(0, first - 12), first):
        held = held[1:]  # “ý kiến của 4 đồng chí Phó Chủ tịch, Chủ tịch UBND tỉnh Lê Diễn hoan nghênh”
    if len(held) > 1 and _is_given(text, match, first):
        held = held[1:]  # “Lò Văn Sáu được cử làm Bí thư Huyện ủy, Phó Chủ tịch Lê Diễn nghỉ hưu”
    return held


def _is_given(text: str, match: re.Match[str], post: int) -> bool:
    """“Lò Văn Sáu được cử làm | Bí thư Huyện ủy”: a post that is given to whom the sentence named before."""
    before = match.string[: match.start()]
    return _GIVEN_TO.search(text, max(0, post - 16), post) is not None and before.rfind(NAME) > before.rfind(".")


def _is_another(sequence: Sequence, text: str, match: re.Match[str], post: int) -> bool:
    """“Báo cáo với Bí thư Thành ủy, bà Trần Thị Yên cho biết”: a sentence goes on with its own person.

    So does “chúc mừng ông Lò Văn Sáu được giao làm Bộ trưởng, bà Trần Thị Yên tin rằng”.
    """
    if not _APPOSED.search(match.group()):
        return False
    if not _is_given(text, match, post) and not _TO_ANOTHER.search(text, max(0, post - 6), post):
        return False
    return _CLOSED.match(text, sequence.name(match.start(2)).span.end) is None
