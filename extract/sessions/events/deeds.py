"""Deeds that open an event where no sentence of the lead does: said by the way, or told at the end of a story.

“… khi Chủ tịch thành phố Lê Văn An kiểm tra công trường, sáng 17/2”, “Lãnh đạo tỉnh đã trực tiếp đến bệnh viện thăm
hỏi” → inspection, visit.
"""

from __future__ import annotations

import re

from extract.records import SessionKind, Span
from extract.rules import compile_folded
from extract.sessions.events.triggers import Trigger

_WHEN = compile_folded(r"""
    khi(?<!\wkhi)(?<!sau\skhi)(?<!trước\skhi)\s(?:chủ\stịch|bí\sthư|phó|lãnh\sđạo|thủ\stướng|tổng\sbí\sthư|bộ\strưởng|thứ\strưởng|đoàn|ông|bà
    |đồng\schí)\s[^.;:]{3,100}?(?<!\w)(?P<deed> kiểm\stra | khảo\ssát | thị\ssát | làm\sviệc\svới | thăm
    | tiếp\sxúc\scử\stri )(?!\w)""")
_WENT = compile_folded(r"""
    đã(?<!\wđã)\s(?:trực\stiếp\s|kịp\sthời\s|nhanh\schóng\s)?(?:xuống|đến|tới|có\smặt)(?!\w)[^.;:]{0,80}?
    (?<!\w)(?P<deed> thăm\shỏi | động\sviên | kiểm\stra | chỉ\sđạo | khảo\ssát | thị\ssát )(?!\w)""")
LEADERS = compile_folded(r"(?<!\w)(?:chủ\stịch|bí\sthư|lãnh\sđạo|thủ\stướng|bộ\strưởng|thứ\strưởng|đoàn)(?!\w)")
_NO_FACT = compile_folded(r"(?<!\w)(?:nhiều\slần|thường|mỗi|nếu|sẽ|từng|yêu\scầu|đề\snghị|cử)(?!\w)")
_VISITS = frozenset({"thăm", "thăm hỏi", "động viên"})


def find_when(low: str, sentence: Span) -> Trigger | None:
    """“Vấn đề được nêu khi Chủ tịch thành phố kiểm tra công trường”: the occasion of what the article tells."""
    match = _WHEN.search(low, sentence.start, sentence.end)
    return _trigger(match, "sessions.when") if match else None


def find_went(low: str, sentence: Span) -> Trigger | None:
    """“Phó Chủ tịch tỉnh đã đến hiện trường chỉ đạo”: leaders went to where the story is."""
    match = _WENT.search(low, sentence.start, sentence.end)
    if match is None or _NO_FACT.search(low, sentence.start, match.start()):
        return None
    return _trigger(match, "sessions.went") if LEADERS.search(low, sentence.start, match.start()) else None


def _trigger(match: re.Match[str], rule: str) -> Trigger:
    deed = match["deed"]
    kind = SessionKind.VISIT if deed in _VISITS else SessionKind.INSPECTION
    if deed.startswith("làm việc"):
        kind = SessionKind.WORKING_SESSION
    elif deed.startswith("tiếp xúc"):
        kind = SessionKind.VOTER_MEETING
    return Trigger(kind, Span(*match.span("deed")), rule)
