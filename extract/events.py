"""Words that name an event, and whether the sentence says that it took place.

“Huyện ủy đã tổ chức hội nghị giao ban” tells of one; “chuẩn bị tổ chức hội nghị” and “Nghị quyết Đại hội XIII” do not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.lexicon import load
from extract.records import SessionKind, Span
from extract.role_verbs import by_first_letter
from extract.rules import compile_folded
from extract.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """One block of session_kinds.toml: the nouns and the verbs that name one kind of event."""

    name: str
    weight: int
    nouns: tuple[str, ...]
    acts: tuple[str, ...]
    examples: tuple[str, ...]
    refuse: tuple[str, ...]

    @property
    def kind(self) -> SessionKind:
        return SessionKind(self.name)


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that name an event the sentence reports."""

    kind: SessionKind
    span: Span
    rule: str


# “tổ chức hội nghị”, “dự lễ”, “chủ trì cuộc họp”: the verb that makes the noun an event of this sentence.
_HOLDS = compile_folded(r"""(?: (?<!ban\s)tổ\schức | (?<!\w)(?: khai\smạc | bế\smạc | chủ\strì | dự | tham\sdự | tiến\shành | triệu\stập | khánh\sthành | diễn\sra | mở
    | có | điều\shành | tham\sgia | tham\sdự\svà\s\w+\s\w+ | họp | bước\svào | tiếp\stục | chỉ\sđạo | chủ\stọa | chủ\strị ))
    \s(?:(?:thành\scông|trọng\sthể|các|một|một\ssố|buổi|cuộc|chương\strình|phiên|khai\smạc|tổng\skết|sơ\skết|trực\stuyến|và\s\w+\s\w+(?:\s\w+){0,2}|chuyến|["“]) \s?){0,4}$""")
_TAKES_PLACE = compile_folded(
    r"""[^.;:]{0,170}?(?<!\w)(?: (?:đã|chính\sthức|sẽ)?\s?(?:khai\smạc|diễn\sra|bế\smạc|được\stổ\schức|được\skhai\smạc|kết\sthúc|thành\scông\stốt\sđẹp) )(?!\w)"""
)
_FINITE = compile_folded(r"""(?<!\w)(?: đã | có | đến | tới | vừa | cùng | tiến\shành | đi | trực\stiếp | về | buổi | cuộc | chuyến )
    \s(?:(?:cùng\s\w+\s)?(?:có|đến|tới|đi|dự|trực\stiếp|buổi|cuộc|chuyến|chương\strình|tổ\schức|tiến\shành|về|lên)\s){0,3}$""")
# “sẽ tổ chức”, “chuẩn bị đại hội”, “trước khi làm việc với”, “trong chuyến thăm”: not told as done here.
_NOT_YET = compile_folded(r"""(?<!\w)(?: sẽ | dự\skiến | chuẩn\sbị | sắp | tới\sđây | trước\skhi | sau\skhi | tiến\stới | kế\shoạch | từng | không | chưa
    | cần | phải | nếu | để | yêu\scầu | đề\snghị | về\sviệc | theo | hằng | hàng | các\scuộc | mỗi | quá\strình )\s(?:(?!đã\s|vừa\s)\w+\s){0,3}$""")
_FRAME = compile_folded(
    r"(?<!\w)(?: nhân | trong | sau | tại | từ | trước | kết\squả | nghị\squyết | kết\slận | chương\strình | văn\skiện | đang(?:\sở)? | sang | công\stác | phục\svụ )\s(?:các\s)?$"
)
_PERSON_OBJECT = compile_folded(
    r"\s(?:anh|chị|ông|bà|pv|phóng\sviên|báo|nghi\sphạm|đối\stượng|chúng\stôi|cơ\squan\s(?:công\san|điều\stra))(?!\w)"
)


# “Đoàn kiểm tra”, “công tác giám sát”, “việc thăm”: a noun. Else the verb stands bare after its subject.
_IN_A_NAME = compile_folded(r"""
    (?<!\w)(?: đoàn | ban | ủy\sban | uỷ\sban | tổ | tổng\stổ | việc | công\stác | quyết\sđịnh | kế\shoạch | luật | kết\squả | thanh\stra | được
      | bị | sự | và | hoạt\sđộng | đợt | cuộc | buổi | viên | nhiệm | chi\scục | cục | phòng | trung\stâm | sở | qua | khi | bộ | lễ | hội | trực | gián | kế | nghi\sthức | nghi\slễ | đang | để | sẽ | từng )\s$ | ,\s$""")
_WITH = compile_folded(r"(?<!\w)(?:với|tại|cùng)(?!\w)")
_NOT_AFTER = compile_folded(
    r"\s(?:kỷ\sluật|thanh\stra|khởi\stố|tục|nhận|theo|thu|cận|giáp|sức|nối|tế|diễn|đó|đến)(?!\w)"
)


def find_triggers(low: str, start: int, end: int) -> Iterator[Trigger]:
    """The events a sentence reports as held, in order of mention."""
    pattern, words = _words()
    for match in pattern.finditer(low, start, end):
        kind, is_noun, is_act = words[match.group()]
        before = low[max(start, match.start() - 70) : match.start()]
        if _NOT_YET.search(before) or _FRAME.search(before) or _NOT_AFTER.match(low, match.end()):
            continue
        span = Span(*match.span())
        if is_noun and _HOLDS.search(before):
            yield Trigger(kind, span, "sessions.held")
        elif is_noun and _TAKES_PLACE.match(low, match.end(), end):
            yield Trigger(kind, span, "sessions.takes_place")
        elif is_act and not (kind is SessionKind.WORKING_SESSION and _PERSON_OBJECT.match(low, match.end())):
            if _FINITE.search(before):
                yield Trigger(kind, span, "sessions.act")
            elif "làm việc" in match.group() and _WITH.search(low, match.end() - 4, match.end() + 4):
                yield Trigger(kind, span, "sessions.meets")
            elif kind is not SessionKind.INSPECTION and not _IN_A_NAME.search(before):
                yield Trigger(kind, span, "sessions.bare")


_REFERRED = compile_folded(r"""
    (?: tại | chỉ\sđạo | kết\sluận | khai\smạc | bế\smạc | dự | chủ\strì | khuôn\skhổ | phát\sbiểu )\s(?P<event>
      hội\snghị | hội\sthảo | tọa\sđàm | cuộc\shọp | buổi\shọp | phiên\shọp | kỳ\shọp | đại\shội | diễn\sđàn | lễ\s\w+
      | cuộc\slàm\sviệc | buổi\s(?:làm\sviệc|lễ|tiếp|tiếp\sxúc|đối\sthoại|gặp|gặp\smặt|kiểm\stra) )(?!\w)
    (?! \s(?:báo\sngày|ngày|trước|hôm|các\snước) | \s(?:đảng\s)?(?:[ivx]+|toàn\squốc|đại\sbiểu\stoàn\squốc)(?!\w) )""")
_VOTERS = compile_folded(r"\s(?:tiếp\sxúc\scử\stri|đối\sthoại)")


def anaphors(low: str, body: Sequence[Span]) -> Counter[tuple[SessionKind, Span]]:
    """Words that point back to an event the article is about: “tại hội nghị”, “kết luận buổi làm việc”."""
    found: Counter[tuple[SessionKind, Span]] = Counter()
    if not body:
        return found
    for match in _REFERRED.finditer(low, body[0].start, body[-1].end):
        voters = _VOTERS.match(low, match.end())
        found[SessionKind.VOTER_MEETING if voters else _kind_of(match["event"]), Span(*match.span("event"))] += 1
    return found


def _kind_of(event: str) -> SessionKind:
    if "làm việc" in event:
        return SessionKind.WORKING_SESSION
    if "lễ" in event:
        return SessionKind.CEREMONY
    if "tiếp xúc" in event or "đối thoại" in event:
        return SessionKind.VOTER_MEETING
    if "kiểm tra" in event:
        return SessionKind.INSPECTION
    if event == "buổi tiếp":
        return SessionKind.RECEPTION
    return SessionKind.CONGRESS if event == "đại hội" else SessionKind.CONFERENCE


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[SessionKind, bool, bool]]]:
    words: dict[str, tuple[SessionKind, bool, bool]] = {}
    for block in load("session_kinds", EventWords):
        nouns, acts = {fold(noun) for noun in block.nouns}, {fold(act) for act in block.acts}
        words |= {word: (block.kind, word in nouns, word in acts) for word in nouns | acts}
    return re.compile(rf"(?:{by_first_letter(words)})(?!\w)"), words
