"""A walk over the words of a body, one at a time: “Sở Giáo dục và Đào tạo | cho biết”."""

from __future__ import annotations

import re

from extract.names.syllables import LOWER, UPPER
from extract.officials.bodies import CARRIES_ON, OPENS_BODY
from extract.officials.body_word import body_word, longest_end

_WORD = re.compile(
    rf"""(?P<gap>[ \u00a0]+(?:[-–&][ \u00a0]*)?|(?<=[\w.])[-–](?=\w)|(?<=\.)|(?<=[{LOWER}])(?=[{UPPER}])
        |[ ]?\([{UPPER}&.,\- ]{{2,14}}\)[ ]?)
    (?P<word>[{LOWER}]+(?:/[{LOWER}]+)?
        |(?P<cap>(?:TP|TX|TT|Tp|Tx|Q|H|P|CT)\.(?=[ ]?[{UPPER}])|[QP]\.(?=\d)|Hội[ ]đồng
        |Hồ[ ]Chí[ ]Minh|Bà[ ]Rịa[ ]?[-–][ ]?Vũng[ ]Tàu|Tiếng[ ]nói
        |[{UPPER}]{{1,4}}(?:\.[{UPPER}][^\W\d_]*)+(?!\w)
        |[{UPPER}]+[{LOWER}]*(?:[&'’/-]+[^\W_]+)*|\d+[A-Z]?(?![\d/-]|[.,]\d|[ ]tháng)))""",
    re.VERBOSE,
)
# “Sở Văn hóa, Thể thao và Du lịch”, “Sở Lao động - Thương binh và Xã hội”: fields joined by commas end in “và”.
_FIELD = rf"(?!(?:{OPENS_BODY})\b)[{UPPER}][^\W\d_]+(?:[ ](?!và\b)[^\W\d_]+)?"
_FIELDS = re.compile(
    rf"(?:,[ ]?{_FIELD}){{1,3}}(?:,?[ ]và[ ]|[ ]&[ ]){_FIELD}|(?<=[Pp]hòng),[ ]chống\b|,[ ]Thể thao,?[ ]Du lịch\b"
    r"|(?<=Tài chính),[ ]Ngân sách\b|(?<=Văn hóa|Văn hoá),[ ]Giáo dục\b"
    r"|(?<=MTTQ),[ ]các[ ]đoàn[ ]thể(?:[ ][Tt]rung[ ]ương|[ ][Tt]ỉnh)?\b"
)
_ANOTHER = re.compile(rf"(?=[{UPPER}])(?!Hội\sđồng)(?:{OPENS_BODY})\b")
"""“Sở Nội vụ và | Công an tỉnh”: a body of its own."""
_AND_FIELD = re.compile(
    r"(?:(?<=[Bb]áo)[ ]và[ ]Đài\b|[ ]và[ ](?:(?:PTNT|ĐT|CN|MT|TT|DL|XH|TKCN)\b"
    rf"|(?!(?:{OPENS_BODY})\b)[{UPPER}](?![{UPPER}])))"
)
_DASH_FIELD = re.compile(rf"[ ][-–][ ]?(?!(?:{OPENS_BODY}|PV|P\.V|BT|NV)\b)[{UPPER}]")
_CLEAN_END = re.compile(r"\s*(?:[,;.:()–\-\n“”\"]|$)")
_LEVEL_BEFORE = re.compile(r"(?:tỉnh|huyện|xã|phường|thị trấn|thành phố|quận|thị xã|TP|UBND|HĐND)$")
_FIELD_HEADS = ("ban", "phòng", "khoa", "tổ trưởng", "đội trưởng")


class Walk:
    """A walk over the words after a head.

    Body words come in pairs: a capital opens one and wants its second syllable, “Nội | vụ”, not “Bình Thuận | ban”.
    Small words that no lexicon knows count only when a sign follows soon.
    """

    __slots__ = ("at", "closed", "cursor", "limit", "low", "patience", "small", "start", "text", "wants_second")

    def __init__(self, text: str, low: str, start: int, limit: int, head: str) -> None:
        self.text, self.low, self.start, self.limit = text, low, start, limit
        self.at = self.cursor = start
        self.small, self.patience = 0, 6 if head.endswith(_FIELD_HEADS) else 3
        self.closed, self.wants_second = True, False

    def end(self) -> int:
        text, limit = self.text, self.limit
        while word := _WORD.match(text, self.cursor, limit):
            if not (self._capital(word) if word[3] else self._little(word)):
                break
            if self.small > self.patience:
                return self.at
            if self.at == self.cursor and text.startswith(",", self.at):
                self._take_fields()
        if self.small and (self.cursor == limit or _CLEAN_END.match(text, self.cursor)):
            self.at = self.cursor
        return self.at

    def _take(self, end: int, patience: int = 0) -> None:
        """All up to here is part of the post, and a pair is complete."""
        self.at = self.cursor = end
        self.small = 0
        self.patience = max(self.patience, patience)
        self.closed, self.wants_second = True, False

    def _take_fields(self) -> None:
        """“Sở Văn hóa | , Thể thao và Du lịch”, “Viện Nghiên cứu xã hội | , kinh tế và môi trường”."""
        if listed := _FIELDS.match(self.text, self.at, self.limit):
            self._take(listed.end())
        elif self.text.startswith(", ", self.at) and (field := self._field(self.at + 2)):
            last = self.text.startswith(" và ", field) and self._field(field + 4)
            if last:
                self._take(last)

    def _field(self, at: int) -> int:
        """Where the field ends that begins here in small letters."""
        first = self.text[at : at + 8].partition(" ")[0]
        return longest_end(body_word(first).fields, self.low, at, self.limit) if first.islower() else 0

    def _capital(self, word: re.Match[str]) -> bool:
        gap, token = word.group(1, 2)
        end, known = word.end(), body_word(token)
        begins = end - len(token)
        if not self._may_follow(word, gap, token):
            return False
        own, dash, tail = token.partition("-")
        if dash and not self.closed and _is_verb(tail):
            self._take(begins + len(own))
            return False
        if known.fields:
            field = longest_end(known.fields, self.low, begins, self.limit)
            if field and " " in self.low[begins:field]:
                self._take(field, 2)  # “Cục Chống tham nhũng”: no pairs “Chống tham | nhũng”
                return True
        if known.opener and not self.text.startswith("Bà Rịa", begins):
            return False
        if known.own:  # “tỉnh Hậu Giangcho biết”
            self._take(begins + known.own)
            return False
        wants, closed = not known.alone and self.closed, known.alone or not self.closed
        if known.opens_place:
            wants, closed = False, False
        if known.folded == "huế":  # “Thừa Thiên Huế | trao” has three
            wants, closed = False, True
        self._take(end, 8 if known.open else 0)
        self.wants_second, self.closed = wants, closed
        return True

    def _may_follow(self, word: re.Match[str], gap: str, token: str) -> bool:
        """“- Thương binh” carries the body on, “- UBND TP” does not, nor does a number at once."""
        if gap != " " and ("-" in gap or "–" in gap):
            inside = " " not in gap
            return inside or (self.at > self.start and _DASH_FIELD.match(self.text, word.start()) is not None)
        return self.at > self.start or not token[0].isdigit()

    def _little(self, word: re.Match[str]) -> bool:
        """Whether the walk goes on over a word in small letters."""
        gap, token = word.group(1, 2)
        end, known = word.end(), body_word(token)
        at = end - len(token)
        if known.folded == "và":
            return self._and(word)
        field = known.fields and longest_end(known.fields, self.low, at, self.limit)
        if field and self.low.startswith("chỉ đạo", at) and self.low[at - 4 : at] != "ban ":
            field = 0  # “Trưởng Ban chỉ đạo”, but “Chủ tịch UBND tỉnh | chỉ đạo”
        if gap != " " and not field and ("-" in gap or "–" in gap):
            return False
        function = known.function and longest_end(known.function, self.low, at, self.limit)
        if self.wants_second and not function:
            self._take(end, 2)
        elif field:
            self._take(field, 2)
        elif known.carries_on and CARRIES_ON.search(self.text, max(self.start, end - 28), end):
            self._take(end, 2)
        elif function or (known.verb and longest_end(known.verb, self.low, at, self.limit)):
            return False
        elif known.small:
            self._take(end)
        else:
            self.cursor = end
            self.small += 1
        if known.open:
            self.patience = 8
        return True

    def _and(self, word: re.Match[str]) -> bool:
        """“Giáo dục và Đào tạo” goes on; “UBND tỉnh và Công an” does not."""
        following = self.low[word.end() + 1 : word.end() + 9].partition(" ")[0]
        fields = body_word(following).fields
        field = _AND_FIELD.match(self.text, word.start()) or (
            longest_end(fields, self.low, word.end() + 1, self.limit) and not _ANOTHER.match(self.text, word.end() + 1)
        )
        if self.at == self.start or not field or _LEVEL_BEFORE.search(self.text, max(0, self.at - 12), self.at):
            return False
        self.cursor, self.closed, self.wants_second = word.end(), True, False
        return True


def _is_verb(word: str) -> bool:
    """“Giám đốc Sở Nội vụ tỉnh Yên Bái-| trả lời”."""
    known = body_word(word)
    return bool(known.verb or known.function)
