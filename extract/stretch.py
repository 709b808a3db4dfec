"""The shortest stretch of the article that makes a figure understandable."""

from __future__ import annotations

import re

from extract.page import Page
from extract.records import Span

MOST_WORDS = 30
_LEADING = re.compile(r"(?:[\s\-+•*“\"–.,;:)]|(?:và|với|còn|đồng\sthời)\s)+")
ENOUGH = 5  # words before a figure that say what it is of
_STOP_AFTER = re.compile(r"[;\n]|[.!?](?=\s|$)|\s(?:[-+])\s")
_CLAUSE_END = re.compile(r"[,;\n()]|[.!?](?=\s|$|[A-ZĐ])")


def telling(page: Page, sentence: Span, clause: int, start: int, end: int) -> tuple[int, int]:
    """From the clause's subject to the end of what is counted, at most thirty words.

    “Thu NSNN ước đạt 751 tỷ đồng, đạt 32% dự toán” for the 32 %.
    """
    low = page.low
    front = low[clause:start].count(" ") <= 2
    begin = _begin(page, sentence, clause, start)
    lead = low[begin:start].split()
    stop = _end(low, sentence, end, front=front, room=MOST_WORDS - min(len(lead), 16))
    room = max(MOST_WORDS - len(low[start:stop].split()), 1)
    if len(lead) > room:
        begin = start - len(low[begin:start].split(None, len(lead) - room)[-1])
    lead_in = _LEADING.match(low, begin, start)
    return (lead_in.end() if lead_in else begin), stop


def _begin(page: Page, sentence: Span, clause: int, start: int) -> int:
    """The start of the clause, or of those before it while it says too little: “…, đạt 32% dự toán”."""
    begin, low = clause, page.low
    while (
        begin > sentence.start
        and low[begin - 1] != ";"
        and (low[begin - 1] == "(" or len(low[begin:start].split()) < ENOUGH)
    ):
        begin = page.clause(sentence.start, begin - 1)
    return begin


def _end(low: str, sentence: Span, end: int, *, front: bool, room: int) -> int:
    """The end of the clause; a figure in front (“100% cơ quan, đơn vị xây dựng …”) takes its whole predicate along."""
    limit = _STOP_AFTER if front else _CLAUSE_END
    match = limit.search(low, end, sentence.end)
    stop = match.start() if match else sentence.end
    most = 20 if front else max(room - 2, 6)
    words = low[end:stop].split(None, most)
    if len(words) > most:
        stop -= len(words[-1])
    return max(end, end + len(low[end:stop].rstrip(" ,.;:(\n")))
