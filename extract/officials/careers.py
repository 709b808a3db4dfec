"""A life told as a list: “+ Từ 3.2008 – 12.2010: Phó Bí thư Thành ủy, Chủ tịch UBND thành phố; + Từ …”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from extract.officials.enumerations import Holding
from extract.officials.sequence import NAME, POST, Sequence

_DAY = r"(?:\d{1,2}[./-]){0,2}(?:19|20)\d\d"
_UNIT = r"(?:(?:tháng|năm|ngày)\s)*"
_STEP = re.compile(rf"(?:từ\s)?{_UNIT}{_DAY}\s?(?:[-–]|đến)\s?{_UNIT}(?:{_DAY}|(?:hiện\s)?nay)\s?:$", re.IGNORECASE)
_STEP_REACH = 60
"""Characters of the longest “Từ tháng 10.2016 đến tháng 12.2018:”."""
_FEWEST = 3
"""Steps that make a career: two spans of years with a colon may be anything."""
_LONGEST = 700
"""Characters of the longest step."""
_END = re.compile(r"\n|[.]\s(?![+•*-])(?=\w)")


def find_careers(sequence: Sequence, text: str, taken: AbstractSet[int]) -> Iterator[Holding]:
    """The posts of every step, of the person named before the first: “Họ và tên: LÒ VĂN SÁU …”."""
    for start, end in _careers(text):
        holder = -1
        for at, letter in enumerate(sequence.letters):
            if letter not in (NAME, POST) or sequence.start(at) >= end:
                continue
            if letter == NAME:
                if sequence.start(at) < start:
                    holder = at
            elif holder >= 0 and at not in taken and sequence.start(at) > start:
                yield Holding(holder, sequence.post(at), "posts.career")


def _careers(text: str) -> Iterator[tuple[int, int]]:
    """From the first step of each list to the end of its last."""
    steps = list(_steps(text))
    first = 0
    for i in range(1, len(steps) + 1):
        if i < len(steps) and steps[i][0] - steps[i - 1][1] <= _LONGEST:
            continue
        if i - first >= _FEWEST:
            last = _END.search(text, steps[i - 1][1])
            yield steps[first][0], last.start() if last else len(text)
        first = i


def _steps(text: str) -> Iterator[tuple[int, int]]:
    """Where years and a colon open a step, looked for from the colon: most texts have few after a figure."""
    at = text.find(": ")
    while at > 0:
        if text[at - 1].isdigit() or text.endswith("nay", 0, at):
            step = _STEP.search(text, max(0, at - _STEP_REACH), at + 1)
            if step:
                yield step.span()
        at = text.find(": ", at + 1)
