"""Posts in the text: a head and the body it belongs to.

“Phó Bí thư Thường trực Tỉnh ủy”, “Vụ trưởng Vụ Đào tạo chính quy”, “nguyên Chủ tịch UBND huyện Bình Lâm”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.bodies import (
    CARRIES_ON,
    FUNCTION_WORD,
    LOWER_BODY,
    ONE_SYLLABLE_BODY,
    OPENS_BODY,
    SENTENCE_OPENERS,
    TAKES_SMALL,
    VERB,
    field_words,
)
from extract.records import Span
from extract.syllables import LOWER, UPPER, is_syllable
from extract.text import fold_word


@dataclass(frozen=True, slots=True)
class PostWords:
    """A post where it stands; `head` is what the lexicon knows of it."""

    span: Span
    text: str
    head: str


_BEFORE = re.compile(r"(?<!\w)(?:nguyên\s(?:là\s)?|cựu\s|quyền\s|q\.\s?|phụ\strách\s|cố\s)+$", re.IGNORECASE)
_WORD = re.compile(
    rf"""(?P<gap>[ \u00a0]+(?:[-–&][ \u00a0]+)?|(?<=[\w.])[-–](?=\w)|(?<=\.)|(?<=[{LOWER}])(?=[{UPPER}])|[ ]?\([{UPPER}&.,\- ]{{2,14}}\)[ ]?)
    (?P<word>(?P<cap>(?:TP|TX|TT|Tp|Tx|Q|H|P|CT)\.(?=[ ]?[{UPPER}])|Hội[ ]đồng|Hồ[ ]Chí[ ]Minh|[{UPPER}]+[{LOWER}]*(?:[.&'’/-]+[^\W_]+)*
    |\d+[A-Z]?(?![\d/-]|[.,]\d|[ ]tháng))|[{LOWER}]+(?:/[{LOWER}]+)?)""",
    re.VERBOSE,
)
# “Sở Văn hóa, Thể thao và Du lịch”, “Sở Lao động - Thương binh và Xã hội”: fields joined by commas end in “và”.
_FIELD = rf"(?!(?:{OPENS_BODY})\b)[{UPPER}][^\W\d_]+(?:[ ](?!và\b)[^\W\d_]+)?"
_FIELDS = re.compile(rf"(?:,[ ]?{_FIELD}){{1,3}}(?:,?[ ]và[ ]|[ ]&[ ]){_FIELD}|,[ ](?:chống|Thể thao,?[ ]Du lịch)\b")
_AND_FIELD = re.compile(rf"[ ]và[ ](?!(?:{OPENS_BODY})\b)[{UPPER}](?![{UPPER}])")
_DASH_FIELD = re.compile(rf"[ ][-–][ ](?!(?:{OPENS_BODY})\b)[{UPPER}](?![{UPPER}])")
_CLEAN_END = re.compile(r"\s*(?:[,;.:()–\-\n“”\"]|$)")
_LEVEL_BEFORE = re.compile(r"(?:tỉnh|huyện|xã|phường|thị trấn|thành phố|quận|thị xã|TP|UBND|HĐND)$")
_ABROAD = re.compile(r"[ ]tại[ ](?:Việt Nam|TP\.? ?HCM|TP Hồ Chí Minh|Liên hợp quốc)")
_ROLE_ONLY = frozenset({"trưởng đoàn", "phó trưởng đoàn", "phó đoàn", "trưởng nhóm"})


def find_posts(text: str, heads: Iterable[Span], walls: Sequence[int]) -> list[PostWords]:
    """Every post; `walls` are offsets that no body crosses: where names and other terms begin."""
    found: list[PostWords] = []
    wall = iter(sorted(walls))
    limit = next(wall, len(text))
    for head in heads:
        word = fold_word(head.of(text))
        if " " not in word and not head.of(text).isupper() and "." not in word:
            continue  # “bt”, “ct”: an abbreviation is written in capitals
        if found and head.start < found[-1].span.end:
            continue
        while limit < head.end:
            limit = next(wall, len(text))
        start = head.end + 1 if word in _DOTTED and text[head.end : head.end + 2] == ". " else head.end
        end = max(_chain_end(text, _body_end(text, start, limit, word), limit, head.end), head.end)
        if (end == head.end and word in _ROLE_ONLY) or _EPONYM.match(text, head.end, end):
            continue
        before = _BEFORE.search(text, max(0, head.start - 24), head.start)
        span = Span(before.start() if before else head.start, end)
        found.append(PostWords(span, _GLUED.sub(" ", span.of(text)), word))
    return found


_DOTTED = frozenset({"ct", "pct", "bt", "pbt", "gđ", "pgđ"})
_GLUED = re.compile(rf"(?<=[{LOWER}])(?=[{UPPER}])")
# “Vụ trưởng Vụ Đào tạo chính quy, Tổng cục Giáo dục nghề nghiệp, Bộ Lao động …”: a part, then the whole it is part of.
_PART = re.compile(r"\s*(?:Vụ|Phòng|Cục|Trung tâm|Khoa|Tổng cục|Chi cục|Bộ môn|Viện|Đội|Ban)\b", re.IGNORECASE)
_WHOLE = re.compile(r",\s(?=(?:Tổng cục|Cục|Bộ|Học viện|Trường|Đại học|Viện|Văn phòng|cơ quan|Ủy ban|Sở)\s)")
_EPONYM = re.compile(r"\s*(?:Hồ Chí Minh|Kaysone|Souphanouvon)")


def _body_end(text: str, start: int, limit: int, head: str) -> int:
    """Where the body ends: at a stop word, a sign or a wall; small words count when a sign follows soon."""
    end = cursor = start
    small, patience = 0, 6 if head.endswith(_FIELD_HEADS) else 0
    pair, fields = _Pair(), field_words()
    while word := _WORD.match(text, cursor, limit):
        token = word["word"]
        low = fold_word(token)
        cursor = word.end()
        if word["cap"]:
            if low in SENTENCE_OPENERS or not _may_follow(text, word, end > start):
                break
            pair.capital(token, low)
            end, small = cursor, 0
        elif ("-" in word["gap"] or "–" in word["gap"]) and not fields.match(text, word.start("word"), limit):
            break
        elif low == "và":
            if (
                end == start
                or not _AND_FIELD.match(text, word.start())
                or _LEVEL_BEFORE.search(text, max(0, end - 12), end)
            ):
                break
            pair.closed = True
        elif pair.wants_second and not FUNCTION_WORD.match(text, word.start("word"), limit):
            pair.closed, pair.wants_second = True, False
            end, small, patience = cursor, 0, max(patience, 2)
        elif field := fields.match(text, word.start("word"), limit):
            end = cursor = field.end()
            small, patience = 0, max(patience, 2)
            pair.closed, pair.wants_second = True, False
        elif _stops(text, word, start, limit):
            break
        elif low in LOWER_BODY:
            pair.closed, pair.wants_second = True, False
            end, small = cursor, 0
        else:
            small += 1
        patience = 8 if low in TAKES_SMALL else patience
        if small > patience:
            return end
        if end == cursor and (listed := _FIELDS.match(text, cursor, limit)):
            end = cursor = listed.end()
            pair.closed, pair.wants_second = True, False
    if small and (_CLEAN_END.match(text, cursor) or cursor == limit):
        end = cursor
    abroad = _ABROAD.match(text, end)
    return abroad.end() if abroad else end


_FIELD_HEADS = ("ban", "phòng", "khoa", "tổ trưởng", "đội trưởng")


def _stops(text: str, word: re.Match[str], start: int, limit: int) -> bool:
    at = word.start("word")
    if not (FUNCTION_WORD.match(text, at, limit) or VERB.match(text, at, limit)):
        return False
    return CARRIES_ON.search(text, start, word.end()) is None


def _chain_end(text: str, end: int, limit: int, head_end: int) -> int:
    """The end of the wholes that follow a part, if a sign or a wall closes them."""
    if not _PART.match(text, head_end, end):
        return end
    while whole := _WHOLE.match(text, end, limit):
        following = _body_end(text, whole.end() - 1, limit, "")
        if following <= whole.end() or not _CLEAN_END.match(text, following) and following != limit:
            return end
        end = following
    return end


def _may_follow(text: str, word: re.Match[str], has_body: bool) -> bool:
    """Whether a capital may carry the body on: “- Thương binh”, but not “- UBND TP”, nor a number at once."""
    if "-" in word["gap"] or "–" in word["gap"]:
        return " " not in word["gap"] or (has_body and _DASH_FIELD.match(text, word.start()) is not None)
    return has_body or not word["word"][0].isdigit()


class _Pair:
    """Body words come in pairs: a capital that opens one wants its second syllable, “Nội | vụ”, not “Bình Thuận | ban”."""

    __slots__ = ("closed", "wants_second")

    def __init__(self) -> None:
        self.closed, self.wants_second = True, False

    def capital(self, token: str, low: str) -> None:
        alone = (
            (token.isupper() and len(token) > 1) or " " in token or not is_syllable(token) or low in ONE_SYLLABLE_BODY
        )
        self.wants_second = not alone and self.closed
        self.closed = alone or not self.closed
