"""The shortest stretch of the article that makes a figure understandable."""

from __future__ import annotations

import re

from extract.page import Page
from extract.records import Span

MOST_WORDS = 30
_WORD = re.compile(r"\S+")
_LEADING = re.compile(r"[\s\-+•*“\"–.,;:)]+|(?:và|với|còn|đồng\sthời)\s")
ENOUGH = 5  # words before a figure that say what it is of
_STOP_AFTER = re.compile(r"[;\n]|[.!?](?=\s|$)|\s(?:[-+])\s")
_CLAUSE_END = re.compile(r"[,;\n()]|[.!?](?=\s|$|[A-ZĐ])")


def telling(page: Page, sentence: Span, clause: int, start: int, end: int) -> tuple[int, int]:
    """From the clause's subject to the end of what is counted, at most thirty words.

    “Thu NSNN ước đạt 751 tỷ đồng, đạt 32% dự toán” for the 32 %.
    """
    low = page.low
    front = len(_WORD.findall(low, clause, start)) <= 2
    begin = _begin(page, sentence, clause, start)
    lead = list(_WORD.finditer(low, begin, start))
    stop = _end(low, sentence, end, front=front, room=MOST_WORDS - min(len(lead), 16))
    room = MOST_WORDS - len(_WORD.findall(low, start, stop))
    if len(lead) > room:
        begin = lead[-max(room, 1)].start()
    while (match := _LEADING.match(low, begin, start)) and match.end() > begin:
        begin = match.end()
    return begin, stop


def _begin(page: Page, sentence: Span, clause: int, start: int) -> int:
    """The start of the clause, or of those before it while it says too little: “…, đạt 32% dự toán”."""
    begin, low = clause, page.low
    while (
        begin > sentence.start
        and low[begin - 1] != ";"
        and (low[begin - 1] == "(" or len(_WORD.findall(low, begin, start)) < ENOUGH)
    ):
        begin = page.clause(sentence.start, begin - 1)
    return begin


def _end(low: str, sentence: Span, end: int, *, front: bool, room: int) -> int:
    """The end of the clause; a figure in front (“100% cơ quan, đơn vị xây dựng …”) takes its whole predicate along."""
    limit = _STOP_AFTER if front else _CLAUSE_END
    match = limit.search(low, end, sentence.end)
    stop = match.start() if match else sentence.end
    words = list(_WORD.finditer(low, end, stop))
    if front and len(words) > 20:
        stop = words[19].end()
    elif len(words) > max(room - 2, 6):
        stop = words[max(room - 2, 6) - 1].end()
    return max(end, end + len(low[end:stop].rstrip(" ,.;:(\n")))
