"""Counted nouns: where the noun phrase after a number ends (“lượt người”, “tổ chức đảng, đơn vị trực thuộc”)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.lexicon import load
from extract.records import IndicatorKind, Span
from extract.text import fold
from extract.units import Unit, per_after


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedNouns:
    """One block of data/lexicon/counted.toml."""

    name: str
    nouns: tuple[str, ...]
    opens: bool = False
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


DURATIONS = frozenset(
    "năm tháng ngày giờ phút giây tuần tiếng|ngày đêm|thập kỷ|thế kỷ|năm học|tháng tù".replace(" ", "|").split("|")
)
# Words that end a noun phrase: no unknown noun begins with one or reaches over one.
_STOPS = frozenset(
    """
    và của có là ở với trong so bị thực hiện trên này để cho sẽ đang thuộc đạt đó thì không đi nay cũng gồm nhưng
    từ đến khác còn tử làm lớn cùng trở kể do nhìn các chưa phải về như mà chỉ được thành tiếp theo vào vẫn cần
    nằm sau trước khi tại đã qua tới vì nên hoặc hay nếu cả mỗi một những nhiều ít hơn đều mới rất lên xuống ra
    lại nhằm bằng giữa vừa ngay trị đối do bởi nhờ tuy dù rồi thôi nữa đây kia ấy nào gì ai bao cụ tuyệt nhất
    đầu cuối gần xa chính chủ yếu phục tham dự hoàn ban chia giảm tăng cao thấp đứng xếp đưa gây mất thiệt tạo chiếm
    sống trú ngụ quê diễn bắt đầu kết thúc gọi tức riêng trong
    """.split()
)
_STARTERS_ONLY = frozenset("thực hiện tiếp tham dự hoàn ban chia cụ chính chủ đối đầu bắt kết phục trị mới".split())
"""Stop words that also stand inside compounds (“người dự”, “ban chính”): they stop only at the front."""

_WORDS = re.compile(r"\s?([^\W\d_]+(?:[\s-][^\W\d_]+){0,5})")
_JOIN = re.compile(r"\s?[,/]\s?|\s(?:và|hoặc|hay)\s|\s?,\s?và\s|\s-\s")
MAX_WORDS = 5


@cache
def _nouns() -> tuple[frozenset[str], frozenset[str]]:
    """Every counted noun folded, and those that take the noun after them along."""
    blocks = load("counted", CountedNouns)
    return (
        frozenset(fold(noun) for block in blocks for noun in block.nouns if block.name != "durations"),
        frozenset(fold(noun) for block in blocks if block.opens for noun in block.nouns),
    )


def _head(low: str, at: int) -> tuple[int, int, bool, str] | None:
    """Start, end, knownness and words of the compound that begins at an offset."""
    match = _WORDS.match(low, at)
    if match is None:
        return None
    known, opening = _nouns()
    words = match[1].replace("-", " ").split()
    for size in range(min(len(words), MAX_WORDS), 0, -1):
        noun = fold(" ".join(words[:size]))
        if noun in known:
            end = _end(low, match.start(1), size)
            if noun in opening:
                end = _with_complement(low, end)
            return match.start(1), end, True, noun
    if words[0] in _STOPS:
        return None
    size = 1
    if len(words) > 1 and (words[1] not in _STOPS or words[1] in _STARTERS_ONLY):
        size = 2
    return match.start(1), _end(low, match.start(1), size), False, ""


def _end(low: str, start: int, size: int) -> int:
    """Offset after so many words."""
    at = start
    for _ in range(size):
        while low[at] in " \xa0-\n":
            at += 1
        while at < len(low) and low[at].isalpha():
            at += 1
    return at


def _with_complement(low: str, end: int) -> int:
    """A classifier with its noun, if that is a known one: “lượt | cán bộ”, “suất | quà”."""
    match = _WORDS.match(low, end)
    if match is None or low[end : match.start(1)] not in {" ", "\xa0"}:
        return end
    known, _ = _nouns()
    words = match[1].split()
    for size in range(min(len(words), 4), 0, -1):
        if fold(" ".join(words[:size])) in known:
            return _end(low, match.start(1), size)
    return end


def counted(low: str, at: int) -> Unit | None:
    """The counted noun phrase at an offset, with the nouns listed beside its head.

    `counted("12 tổ chức đảng, đơn vị trực thuộc", 2)` spans “tổ chức đảng, đơn vị”.
    """
    head = _head(low, at)
    if head is None:
        return None
    start, end, known, noun = head
    if known:
        end = _listed(low, end)
    return Unit(kind=IndicatorKind.COUNT, id=noun or None, core=Span(start, end), per=per_after(low, end), known=known)


def _listed(low: str, end: int) -> int:
    """The end of a list of nouns that share one number: “xã, phường và thị trấn”, “tin, bài, phóng sự”."""
    for _ in range(3):
        join = _JOIN.match(low, end)
        following = _head(low, join.end()) if join else None
        if following is None or not following[2]:
            return end
        end = following[1]
    return end


def duration(low: str, at: int) -> Unit | None:
    """“5 năm”, “06 tháng”, “30 ngày làm việc”: time counted, an indicator only where it is what is regulated."""
    match = _WORDS.match(low, at)
    if match is None:
        return None
    words = match[1].split()
    for size in (2, 1):
        noun = " ".join(words[:size])
        if len(words) >= size and noun in DURATIONS:
            end = _end(low, match.start(1), size)
            return Unit(kind=IndicatorKind.QUANTITY, id=noun, core=Span(match.start(1), end), per=per_after(low, end))
    return None
