"""The shortest stretch of the article that makes a figure understandable."""

from __future__ import annotations

import re

from extract.indicators.page import Page, Sentence

MOST_WORDS = 27
_LEADING = re.compile(r"(?:[\s\-+•*“\"–.,;:)]|(?:và|với|còn|đồng\sthời)\s)+")
MOST_CLAUSES = 4
ENOUGH = 5  # words before a figure that say what it is of
_GOES_ON = re.compile(
    r"\s*(?:tăng|giảm|đạt|chiếm|bằng|vượt|gấp|cao|thấp|tính\schung|đã|trong\sđó|đến\sthời|thời\s(?:hạn|gian)|lên|xuống|có)\s"
)
_STOP_AFTER = re.compile(r"[;\n]|[.!?](?=\s|$)|\s(?:[-+])\s")
_CLAUSE_END = re.compile(r"[,;\n()]|[.!?](?=\s|$|[A-ZĐ])")


def telling(page: Page, sentence: Sentence, clause: int, start: int, end: int) -> tuple[int, int]:
    """From the clause's subject to the end of what is counted, at most some thirty words.

    “Thu NSNN ước đạt 751 tỷ đồng, đạt 32% dự toán” for the 32 %.
    """
    low = page.low
    front = len(low[clause:start].split()) <= 2 and not _GOES_ON.match(low, clause, start)
    begin = _begin(page, sentence, clause, start)
    lead = low[begin:start].split()
    stop = _end(low, sentence, end, front=front, room=MOST_WORDS - min(len(lead), 16))
    room = max(MOST_WORDS - len(low[start:stop].split()), 1)
    if len(lead) > room:
        begin = start - len(low[begin:start].split(None, len(lead) - room)[-1])
    lead_in = _LEADING.match(low, begin, start)
    return (lead_in.end() if lead_in else begin), stop


def _begin(page: Page, sentence: Sentence, clause: int, start: int) -> int:
    """The start of the clause, or of those before it while it says too little: “…, đạt 32% dự toán”."""
    begin, low = clause, page.low
    for _ in range(MOST_CLAUSES):
        if begin <= sentence.start or low[begin - 1] == ";" or not _says_little(low, begin, start):
            break
        begin = sentence.clause(begin - 1)
    return begin


def _says_little(low: str, begin: int, start: int) -> bool:
    """True for a clause within brackets, of a few words, or that goes on: “tăng 12% so với cùng kỳ, …”."""
    short = len(low[begin:start].split()) < ENOUGH
    return short or low[begin - 1] == "(" or _GOES_ON.match(low, begin, start) is not None


def _end(low: str, sentence: Sentence, end: int, *, front: bool, room: int) -> int:
    """The end of the clause; a figure in front (“100% cơ quan, đơn vị xây dựng …”) takes its whole predicate along."""
    limit = _STOP_AFTER if front else _CLAUSE_END
    match = limit.search(low, end, sentence.end)
    stop = match.start() if match else sentence.end
    most = 20 if front else max(room - 2, 6)
    words = low[end:stop].split(None, most)
    if len(words) > most:
        stop -= len(words[-1])
    return max(end, end + len(low[end:stop].rstrip(" ,.;:(\n")))
