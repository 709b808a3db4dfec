"""What a figure is of: “tỷ lệ hộ nghèo”, “mô hình ‘Dân vận khéo’ về phát triển kinh tế”."""

from __future__ import annotations

import re

from extract.figure import Figure
from extract.page import Page
from extract.records import IndicatorKind, Mention, Span, Trend

_COUNTED = frozenset({IndicatorKind.COUNT, IndicatorKind.RATIO})
# Where the noun phrase after a number ends.
_NOUN_END = re.compile(
    r"[,;:.()\n]|\s(?:đã|đang|sẽ|được|bị|có|là|tham|dự|đến|từ|tại|ở|trong|để|nhằm|với|cho|so|và|tăng|giảm|đạt|chiếm|còn|gồm|"
    r"không|chưa|phải|cần|theo|vào|trên|do|thực|đứng|bao|cùng|trở|hoặc|mà|thì|nhưng|như|xuống|lên|đi|ra)(?!\w)|\s[-–]\s"
)
# Where the subject before a number ends.
_SUBJECT_END = re.compile(
    r"(?<!\w)(?:đã|đang|sẽ|đạt|ước|là|tăng|giảm|chiếm|còn|bằng|có|được|từ|lên|xuống|với|đứng|xếp|nằm|khoảng|trên|hơn|gần|dưới|"
    r"vượt|hiện|đến|năm|tháng|quý|tối|ít|không|cao|thấp|luôn|trong|gồm|tới|bị|rộng|trị\sgiá|đều|vẫn|chỉ(?!\s(?:số|tiêu|thị)))(?!\w)|[(·:]"
)
_LEAD = re.compile(
    r"[\s\-+•*“\"–.,;:)]+|(?:và|với|còn|đồng\sthời|riêng|trong\sđó|tính\schung|theo|hằng\snăm|phấn\sđấu|cụ\sthể|nâng|đưa|làm|cùng|cả"
    r"|để|mức|đến\snay|hiện\snay|hiện)\s"
)
_NO_NOUN = re.compile(r"(?:năm|tháng|quý|so|kế\shoạch|kh|dự\stoán|trở|mỗi|một)(?!\w)")  # đạt 85% dự toán
_LETTER = re.compile(r"[^\W\d_]")


def concept_of(page: Page, sentence: Span, figure: Figure, clause: int, *, trend: Trend | None) -> Mention | None:
    """The noun phrase measured: after the number for what is counted, else the subject before it.

    “Tỷ lệ hộ nghèo giảm từ 32,13%” → tỷ lệ hộ nghèo; “100% hộ dân” → hộ dân; “650.000 tấn alumin” → alumin.
    """
    after = None
    if figure.kind in _COUNTED:
        after = _noun(page, sentence, figure.unit_start)
    elif figure.kind == IndicatorKind.QUANTITY and figure.per is None:
        after = _matter(page, sentence, figure.end)
    elif figure.kind == IndicatorKind.PERCENT and not trend:
        after = _after_percent(page, sentence, figure.numeral.span.end)
    return after or _subject(page, sentence, clause, figure.numeral.span.start)


def _noun(page: Page, sentence: Span, start: int) -> Mention | None:
    stop = _NOUN_END.search(page.low, start, sentence.end)
    end = stop.start() if stop else sentence.end
    words = page.low[start:end].split()
    if not words:
        return None
    if len(words) > 12:
        end = start + len(" ".join(words[:12]))
    end = start + len(page.low[start:end].rstrip(' ”"'))
    return page.mention(start, end, "concepts.counted") if end > start else None


def _after_percent(page: Page, sentence: Span, end: int) -> Mention | None:
    """“97,28% hộ dân được sử dụng điện”: the share is of what stands after it."""
    while end < sentence.end and page.low[end] in "% \xa0":
        end += 1
    first = _NOUN_END.match(page.low, end - 1, sentence.end)
    if first or _NO_NOUN.match(page.low, end) or end >= sentence.end or not _LETTER.match(page.low, end):
        return None
    return _noun(page, sentence, end)


def _matter(page: Page, sentence: Span, end: int) -> Mention | None:
    """“650.000 tấn alumin”, “302.523 m2 đất”: what the unit measures stands right after it."""
    if _NOUN_END.match(page.low, end, sentence.end) or not _LETTER.match(page.low, end + 1) or page.low[end] == "\n":
        return None
    return _noun(page, sentence, end + 1)


def _subject(page: Page, sentence: Span, clause: int, start: int) -> Mention | None:
    """The words from the clause's beginning to its verb; the clause before it where it has none."""
    begin, stop = clause, start
    for _ in range(3):
        while (lead := _LEAD.match(page.low, begin, stop)) and lead.end() > begin:
            begin = lead.end()
        verb = _SUBJECT_END.search(page.low, begin, stop)
        phrase = page.low[begin : verb.start() if verb else stop].rstrip()
        if len(phrase) > 2 and phrase[0].isalpha():
            words = phrase.split()
            size = len(" ".join(words[:14])) if len(words) > 14 else len(phrase)
            return page.mention(begin, begin + size, "concepts.subject")
        stop = max(sentence.start, page.clause(sentence.start, stop) - 1)
        if page.low.startswith(")", stop):
            stop = max(sentence.start, page.low.rfind("(", sentence.start, stop))
        if stop <= sentence.start:
            return None
        begin = page.clause(sentence.start, stop)
    return None
