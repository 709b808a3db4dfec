"""The subject before a figure: “Rừng phòng hộ có 420 ha” is of rừng phòng hộ."""

from __future__ import annotations

import re

from extract.indicators.durations import DURATIONS
from extract.indicators.figure import Figure
from extract.indicators.nouns import LETTER, phrase
from extract.indicators.page import Page, Sentence
from extract.records import IndicatorKind, Mention
from extract.text import UPPER

# Where the subject before a number ends.
SUBJECT_END = re.compile(
    r"(?<!\w)(?:đã|đang|sẽ|đạt|ước|là|(?<!gia\s)tăng(?!\strưởng)|giảm|chiếm|còn|(?<!đồng\s)bằng|tương\sđương|có|được|từ|lên|xuống|với|đứng|xếp|nằm|khoảng|trên|hơn"
    r"|gần|dưới|vượt|hiện(?!\shành)|thực\shiện|bắt\sđầu|triển\skhai|phải|cần|đến|(?<!h[ằà]ng\s)(?:năm|tháng|quý)|tối|ít|không|cao|thấp|luôn|trong"
    r"|gồm|mà|tới|bị|rộng|trị\sgiá|thành(?=\stừ)|(?:lớn|dài|cao)\sgấp|gấp|đều|vẫn|làm|mới|dự\skiến|chỉ(?!\s(?:số|tiêu|thị)))(?!\w)|[(·:]"
)
_SAYS = frozenset(
    {"đạt", "là", "chiếm", "tăng", "giảm", "còn", "ước", "bằng", "từ", "có"}
    | {"khoảng", "gần", "trên", "hơn", "vượt", "("}
)
"""What says how much its subject is; a subject that does something else is not what the figure is of."""
LINKS = frozenset({"có", "là", "bằng", "từ", "giảm", "cần"})
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


def subject_of(page: Page, sentence: Sentence, clause: int, figure: Figure) -> Mention | None:
    """The words from the clause's beginning to its verb; the clause before it where it has none."""
    begin, stop = clause, figure.numeral.span.start
    for _ in range(3):
        if _PAIR.search(page.text, begin - 24, begin) and page.text[begin].isupper():
            begin = sentence.clause(begin - 1)  # Việt Nam - Trung Quốc
        if lead := _LEAD.match(page.low, begin, stop):
            begin = lead.end()
        verb = SUBJECT_END.search(page.low, begin, stop)
        end = verb.start() if verb else stop
        says = page.low[end : verb.end() if verb else end + 1]
        if says in _SAYS and end - begin > 2 and _begins_a_noun(page.low, begin):
            does = _DOES.search(page.low, begin, end) or (says in _ABOUT and figure.kind == IndicatorKind.MONEY)
            lasted = says in _ABOUT and figure.unit_id in DURATIONS  # làm ăn hơn 6 năm
            led_away = says in LINKS and is_of_another(page.low, end, figure.numeral.span.start)
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


def is_of_another(low: str, verb: int, start: int) -> bool:
    """Whether the verb has an object of its own, which the figure is of: “có chiếc tàu gỗ 420 CV”."""
    number = _DIGIT.search(low, verb, start)
    between = low[verb : number.start() if number else start].partition(",")[0].split()
    return sum(word.isalpha() and word not in _BETWEEN for word in between) > MOST_BETWEEN


def _begins_a_noun(low: str, begin: int) -> bool:
    return LETTER.match(low, begin) is not None and not _NO_SUBJECT.match(low, begin)
