"""What a figure is of: “tỷ lệ hộ nghèo”, “mô hình ‘Dân vận khéo’ về phát triển kinh tế”."""

from __future__ import annotations

import re
from bisect import bisect_left

from extract.indicators.durations import DURATIONS
from extract.indicators.figure import Figure
from extract.indicators.nouns import LETTER, counted_noun, noun_after, phrase
from extract.indicators.page import Page, Sentence
from extract.records import IndicatorKind, Mention, Trend
from extract.text import UPPER

_COUNTED = (IndicatorKind.COUNT, IndicatorKind.RATIO, IndicatorKind.RANK)
# Where the subject before a number ends.
_SUBJECT_END = re.compile(
    r"(?<!\w)(?:đã|đang|sẽ|đạt|ước|là|(?<!gia\s)tăng(?!\strưởng)|giảm|chiếm|còn|(?<!đồng\s)bằng|tương\sđương|có|được|từ|lên|xuống|với|đứng|xếp|nằm|khoảng|trên|hơn"
    r"|gần|dưới|vượt|hiện(?!\shành)|thực\shiện|bắt\sđầu|triển\skhai|phải|cần|đến|(?<!h[ằà]ng\s)(?:năm|tháng|quý)|tối|ít|không|cao|thấp|luôn|trong"
    r"|gồm|mà|tới|bị|rộng|trị\sgiá|thành(?=\stừ)|(?:lớn|dài|cao)\sgấp|gấp|đều|vẫn|làm|mới|dự\skiến|chỉ(?!\s(?:số|tiêu|thị)))(?!\w)|[(·:]"
)
_SAYS = frozenset(
    {
        "đạt",
        "là",
        "chiếm",
        "tăng",
        "giảm",
        "còn",
        "ước",
        "bằng",
        "từ",
        "có",
        "khoảng",
        "gần",
        "trên",
        "hơn",
        "vượt",
        "(",
    }
)
"""What says how much its subject is; a subject that does something else is not what the figure is of."""
_LINKS = frozenset({"có", "là", "bằng", "từ", "giảm", "cần"})
"""What may also lead to another thing that is measured: “Nhà có chiếc tàu gỗ 420 CV”."""
_BETWEEN = _SAYS | {"dưới", "thể", "lên", "xuống", "đến", "tới", "mức", "được", "chỉ", "cả", "tối", "đa", "thiểu"}
MOST_BETWEEN = 2
"""Words of another thing that may stand between."""
_ABOUT = frozenset({"khoảng", "gần", "trên", "hơn"})
"""What bounds a figure says how much something measures, yet not what was paid: “xử phạt hơn 9 tỷ đồng”."""
_LEAD = re.compile(
    r"(?:[\s\-+•*“\"–.,;:)]|(?:và|còn|đồng\sthời|riêng|trong\sđó|tính\schung|hằng\snăm|phấn\sđấu|cụ\sthể|nâng|đưa|cả|đến\snay"
    r"|hiện\snay|hiện|khi|ngoài\sra|tuy\snhiên)\s)+"
)
# Words that no subject begins with: better no concept than a wrong one.
_NO_SUBJECT = re.compile(
    r"(?:cho|của|với|tại|theo|để|so|tương|cộng|bằng|gồm|do|bởi|vì|nếu|từ|ở|mà|như|thì|nhưng|đối|ký|kể|mang|kiểm|nhiều|về|qua|sau|"
    r"trước|giữa|bao|thêm|chưa|tới|ra|vào|đi|xây|tổ\schức|thành\slập|vận|đóng|trao|tặng|hỗ|cấp|huy|gây|đảm|bảo|tỉnh|huyện|xã|ông|bà"
    r"|anh|chị|chúng|tôi|họ|ngày|tổng\scục|khánh|khởi|phát|mở|bố|hoàn|đầu\stư|giải|thu\shút|chi\strả|nộp|hơn|công\sty"
    r"|tổng\scộng|phó|chủ\stịch|giám\sđốc|tổng\sgiám|bí\sthư|thủ\stướng|bộ\strưởng|chính\sphủ|đồng\schí|ubnd|hđnd|tp|thành\sphố|thị\sxã|nước(?=\s?$|\scó)"
    r"|việt\snam|toàn|ngoài|hôm\snay|thực(?!\s(?:phẩm|vật))|phía|đoạn|lộ\strình|khảo\ssát|rà\ssoát|đo|sửa|bổ\ssung|nâng|quản\slý|bán|mua"
    r"|cách|kéo\sdài|dài|rộng|cao|sâu|nặng|chậm|buôn|cắt|phạt|đây|điều|hậu\squả|minh\schứng|cũng)(?!\w)"
)
_DOES = re.compile(  # a clause that tells a deed has no subject that is measured
    r"(?<!\w)(?:cho\s(?:biết|hay)|công\sbố|đưa\sra|kiến\snghị|ban\shành|cấp\sphép|giải\sngân\scho|gieo|yêu\scầu|khẳng\sđịnh|đề\snghị|vừa|thì|trải\sdài|quyết\sđịnh\scấp)(?!\w)"
)
_DIGIT = re.compile(r"[\d·]")
_PAIR = re.compile(rf"[{UPPER}]\w*\s[-–]\s$")
_FIGURE_IN = re.compile(  # diện tích | 236,9 ha có …
    r"\s\d[\d.,]*\s?(?:năm|tháng|ngày|ha|m2|km|km2|tấn|%|đồng|usd|triệu|tỷ|tỉ)(?!\w)"
)
_CHAIN = re.compile(
    r"\s(?:(?!(?:với|có|và|là|đạt|từ|tăng|giảm|của|để|trong|còn|đến|cho|do|thì|cao|hơn)\s)[^\W\d_]+\s){0,2}"
)
_TOLD = re.compile(
    r"\d[\w.,]*\s?(?:[^\W\d_]+\s){0,2}và\s(?:dài|rộng|cao|sâu)\s$|(?:(?<!tiền\s)bị|và)\s(?:xử\s)?phạt(?!\w)"
)  # rộng 5 m và dài 4 m: the measure of the figure before; gây thiệt hại bị phạt 4 triệu đồng: of the deed
_BARE = frozenset({"tỷ lệ", "tỉ lệ", "tỷ trọng", "chỉ số", "hệ số", "tỷ suất", "thời gian"})
"""Measures that say nothing alone."""
_WORTH = frozenset({"trị giá", "giá trị", "tổng trị giá", "tổng giá trị"})
"""Measures that say little without the thing whose worth they are."""
_THING = re.compile(  # tặng một | chiếc đồng hồ vàng | trị giá
    r".*(?<!\w)(?:một|mỗi|các|những|\d+|gồm|tặng|nhận|mua|thu\sgiữ|sở\shữu|trao)\s((?!ha\s|km\s|kg\s)(?:(?!tạo\s|đạt\s)[^\W\d_]+\s){1,8})$"
)
_HEAD = re.compile(r"(?<!\w)(?:(?:mức|ngưỡng)\s(?:(?!và\s|có\s|với\s|của\s|là\s)[^\W\d_]+\s){0,2}|tổng\s)$")
"""What goes on in a measure: “mức khởi điểm | hình phạt”, “tổng | thiệt hại”."""
_DEEDS = ("bình ổn ", "thẩm định ", "bán đấu ", "miễn ", "miễn thu ")
"""Words that make another thing of a measure: “Quỹ bình ổn giá”."""
_HEADCOUNT = re.compile(r"(?<!\w)(?<!dân\s)(?:tổng\s)?số\s(?:lượng\s)?(?!này|đó|liệu|tối|\d)(?=[^\W\d_])")
_COMES_TO = re.compile(
    r"\s(?:là|lên\s(?:đến|tới)|tới|không\squá|chỉ\scòn|còn|hiện\scó|ước|khoảng|từ|tối\sđa|giảm|tăng|đã\stăng|đã\sgiảm)(?!\w)"
)
_TIMES = DURATIONS | {"lần"}
_LASTING = ("thời gian", "thời hạn", "nhiệm kỳ")  # measures of time alone
_SHARE, _PRICE = "share", "money"


def concept_of(page: Page, sentence: Sentence, figure: Figure, clause: int, *, trend: Trend | None) -> Mention | None:
    """The noun phrase measured: after the number for what is counted, else the measure or the subject before it.

    “Tỷ lệ hộ nghèo giảm từ 32,13%” → tỷ lệ hộ nghèo; “100% hộ dân” → hộ dân; “650.000 tấn alumin” → alumin.
    """
    if figure.kind in _COUNTED:
        named = page.low.startswith(figure.unit[:1].lower(), figure.unit_start) and figure.unit != ""
        if named or figure.kind != IndicatorKind.COUNT:
            noun = counted_noun(page, sentence, figure) if named else None
            return (_headcount(page, clause, noun) if noun and noun.text == "người" else None) or noun
    start, after = figure.numeral.span.start, None
    measure = _measure(page, clause, start, figure)
    if measure and measure.text.lower() in _BARE:
        measure = None
    if measure:
        return measure
    substance = figure.kind == IndicatorKind.QUANTITY and figure.per is None and figure.unit_id not in _TIMES
    if substance or (figure.kind == IndicatorKind.PERCENT and not trend):
        after = noun_after(page, sentence, figure.end)
    return after or _subject(page, sentence, clause, figure)


def _measure(page: Page, clause: int, start: int, figure: Figure) -> Mention | None:
    """The measure last named in the clause: “khu du lịch với tổng diện tích đất 250 ha”.

    A share for a percentage; no price for what is no money: “khu đấu giá 18 ha”.
    """
    kind, spans = figure.kind, figure.unit_id in DURATIONS
    said = page.measures[bisect_left(page.measures, (clause,)) : bisect_left(page.measures, (start,))]
    if not said:
        return None
    shares = [one for one in said if one.label == _SHARE] if kind == IndicatorKind.PERCENT else ()
    last = shares[-1] if shares else said[-1]
    if page.low.endswith(_DEEDS, clause, last.start):
        return None
    spent = not spans and page.low.startswith(_LASTING, last.start)
    if spent or (kind == IndicatorKind.QUANTITY and last.label == _PRICE) or _TOLD.search(page.low, last.end, start):
        return None
    paired = len(said) > 1 and page.low.endswith(" và ", clause, last.start)  # bán lẻ hàng hóa và doanh thu dịch vụ
    begin = last.start
    chained = (
        len(said) > 1 and said[-2].label == last.label and _CHAIN.fullmatch(page.low, said[-2].end, begin)
    )  # tổng giá trị bồi thường | thiệt hại
    if last is said[-1] and (chained or (paired and not any(map(str.isdigit, page.low[said[-2].end : begin])))):
        begin = said[-2].start
    begin = _from_its_head(page.low, clause, begin, last.end)
    other = _FIGURE_IN.search(page.low, last.end, start)
    end = other.start() if other else start
    stop = _SUBJECT_END.search(page.low, last.end, end)
    if stop and stop.group() in _LINKS and _of_another(page.low, stop.end(), start):
        return None
    return phrase(page, begin, stop.start() if stop else end, "concepts.measure")


def _headcount(page: Page, clause: int, noun: Mention) -> Mention | None:
    """Who they are where the number comes after: “Số phó giám đốc không quá 4 người” → số phó giám đốc."""
    number = _HEADCOUNT.search(page.low, clause, noun.span.start)
    verb = _COMES_TO.search(page.low, number.end(), noun.span.start) if number else None
    whole = phrase(page, number.start(), verb.start(), "concepts.measure") if number and verb else None
    return whole if whole and not whole.text.lower().endswith("số lượng") else None


def _from_its_head(low: str, clause: int, begin: int, end: int) -> int:
    """Where a measure begins with what it goes on from, and a worth with the thing that is worth it."""
    near = low[max(clause, begin - 32) : begin]
    if ("mức " in near or "ngưỡng " in near or near.endswith("tổng ")) and (head := _HEAD.search(near)):
        begin -= len(near) - head.start()
    thing = _THING.match(low, clause, begin) if low[begin:end] in _WORTH else None
    return thing.start(1) if thing else begin


def _begins_a_noun(low: str, begin: int) -> bool:
    return LETTER.match(low, begin) is not None and not _NO_SUBJECT.match(low, begin)


def _of_another(low: str, verb: int, start: int) -> bool:
    """Whether the verb has an object of its own, which the figure is of: “có chiếc tàu gỗ 420 CV”."""
    number = _DIGIT.search(low, verb, start)
    between = low[verb : number.start() if number else start].partition(",")[0].split()
    return sum(word.isalpha() and word not in _BETWEEN for word in between) > MOST_BETWEEN


def _subject(page: Page, sentence: Sentence, clause: int, figure: Figure) -> Mention | None:
    """The words from the clause's beginning to its verb; the clause before it where it has none."""
    begin, stop = clause, figure.numeral.span.start
    for _ in range(3):
        if _PAIR.search(page.text, begin - 24, begin) and page.text[begin].isupper():
            begin = sentence.clause(begin - 1)  # Việt Nam - Trung Quốc
        if lead := _LEAD.match(page.low, begin, stop):
            begin = lead.end()
        verb = _SUBJECT_END.search(page.low, begin, stop)
        end = verb.start() if verb else stop
        says = page.low[end : verb.end() if verb else end + 1]
        if says in _SAYS and end - begin > 2 and _begins_a_noun(page.low, begin):
            does = _DOES.search(page.low, begin, end) or (says in _ABOUT and figure.kind == IndicatorKind.MONEY)
            lasted = says in _ABOUT and figure.unit_id in DURATIONS  # làm ăn hơn 6 năm
            led_away = says in _LINKS and _of_another(page.low, end, figure.numeral.span.start)
            return None if does or lasted or led_away else phrase(page, begin, end, "concepts.subject")
        if says not in _SAYS or end > begin:
            return None  # it tells something else: “nộp ngân sách trên 246 tỷ đồng”
        stop = max(sentence.start, sentence.clause(stop) - 1)
        if page.low.startswith(")", stop):
            stop = max(sentence.start, page.low.rfind("(", sentence.start, stop))
        if stop <= sentence.start:
            return None
        begin = sentence.clause(stop)
    return None
