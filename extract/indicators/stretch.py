"""The shortest stretch of the article that makes a figure understandable."""

from __future__ import annotations

import re

from extract.indicators.page import Page, Sentence

MOST_WORDS = 27
_LEADING = re.compile(r"(?:[\s\-+•*“\"–.,;:)]|(?:và|với|còn|đồng\sthời)\s)+")
_LEADS = frozenset(' \n\t\xa0-+•*“"–.,;:)vcđ')
"""What a word or sign that leads in begins with."""
_BOUNDS = ("trên ", "hơn ", "gần ", "khoảng ")
MOST_CLAUSES = 4
ENOUGH = 5  # words before a figure that say what it is of
_GOES_ON = re.compile(
    r"\s*(?:tăng|giảm|đạt|chiếm|bằng|vượt|gấp|cao|thấp|tính\schung|đã|trong\sđó|đến\sthời|thời\s(?:hạn|gian)|lên|xuống|có)\s"
)
# One set of signs in front: the scan for it is a quick one.
_STOP_AFTER = re.compile(r"[;.!?\s](?:(?<=[;\n])|(?<=[.!?])(?=\s|$)|(?<=\s)[-+]\s)")
_CLAUSE_END = re.compile(r"[,;\n().!?](?:(?<=[,;\n()])|(?=\s|$|[A-ZĐ]))")


def telling(page: Page, sentence: Sentence, clause: int, start: int, end: int) -> tuple[int, int]:
    """From the clause's subject to the end of what is counted, at most some thirty words.

    “Thu NSNN ước đạt 751 tỷ đồng, đạt 32% dự toán” for the 32 %.
    """
    low = page.low
    begin, lead = clause, _words(low, clause, start)
    goes_on = _GOES_ON.match(low, begin, start)
    bounded = low.startswith("%", end - 1) and low.endswith(_BOUNDS, clause, start)  # sắp xếp | trên 50% cán bộ
    front = lead - bounded <= 2 and not goes_on
    for _ in range(MOST_CLAUSES):
        enough = lead >= ENOUGH and not goes_on and low[begin - 1] != "("
        if enough or begin <= sentence.start or low[begin - 1] == ";":
            break
        begin = sentence.clause(begin - 1)  # “…, đạt 32% dự toán” says too little
        lead, goes_on = _words(low, begin, start), _GOES_ON.match(low, begin, start)
    stop = _end(low, sentence, end, front=front, room=MOST_WORDS - min(lead, 16))
    if lead > (room := max(MOST_WORDS - 1 - _words(low, start, stop), 1)):
        begin = start - len(low[begin:start].split(None, lead - room)[-1])
    lead_in = low[begin] in _LEADS and _LEADING.match(low, begin, start)
    return (lead_in.end() if lead_in else begin), stop


def _words(low: str, begin: int, stop: int) -> int:
    """How many words stand before an offset: their spaces are counted, twice as fast as to split them."""
    return low.count(" ", begin, stop) - (low[begin] == " ")


def _end(low: str, sentence: Sentence, end: int, *, front: bool, room: int) -> int:
    """The end of the clause; a figure in front (“100% cơ quan, đơn vị xây dựng …”) takes its whole predicate along."""
    limit = _STOP_AFTER if front else _CLAUSE_END
    match = limit.search(low, end, sentence.end)
    stop = match.start() if match else sentence.end
    most = 20 if front else max(room - 2, 6)
    if stop - end > 2 * most and len(words := low[end:stop].split(None, most)) > most:
        stop -= len(words[-1])
    return max(end, end + len(low[end:stop].rstrip(" ,.;:(\n")))
