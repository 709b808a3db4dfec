"""Those to whom something is handed: a decision, a post they are elected to, a medal. They are present.

“UBND tỉnh tổ chức lễ công bố quyết định. Theo đó, bổ nhiệm ông Lê Văn An giữ chức Giám đốc Sở Xây dựng” → An attends.
"""

from __future__ import annotations

from extract.records import Span
from extract.rules import compile_folded
from extract.sessions.roles.clauses import Enumeration

# In the lead; a decision to inspect or to found something is handed to nobody.
_CEREMONY = compile_folded(r"""
    (?: (?:lễ|hội\snghị)\scông\sbố | lễ\strao | trao\s(?:các\s)?quyết\sđịnh | công\sbố\s(?:các\s)?quyết\sđịnh
      | tặng\shoa | buổi\slễ )(?!\w)
    (?! (?:\squyết\sđịnh)?(?:\scủa\s[^,.;]{2,30}?)?\s(?:thành\slập|kiểm\stra|thanh\stra|giám\ssát)(?!\w) )""")
_LEAD = 1500
# Told of other days: “Trong đó có trường hợp bổ nhiệm … đối với ông A”.
_BACKGROUND = compile_folded(r"""
    (?<!\w)(?: trường\shợp | dư\sluận | trước\s(?:đó|đây)(?!,?\s(?:tại\s)?(?:hội|buổi))
      | từ\s(?:tháng|năm) | (?<!tháng\s\d\s)(?<!tháng\s\d\d\s)năm\s\d{4} )(?!\w)""")
# “bổ nhiệm ông A”, “gồm các ông: A, B”.
_HANDED = compile_folded(r"""
    (?: b(?<!\wb)ổ\snhiệm | đ(?<!\wđ)(?:iều\sđộng|ối\svới) | l(?<!\wl)uân\schuyển | t(?<!\wt)(?:iếp\snhận|ặng\shoa)
      | p(?<!\wp)hân\scông | g(?<!\wg)iới\sthiệu(?!\scủa)
      | c(?<!\wc)(?:huẩn\sy|hỉ\sđịnh|húc\smừng|ho(?!\s(?:rằng|biết|hay|thấy|là))) )\s[^,;.]{0,60}\s*$
    | c(?<!\wc)ác\s(?:ông|bà|đồng\schí):?\s*$""")
_FLOWERS = compile_folded(r"tặng\shoa\s[^,;.:]{0,80}$")
_OTHER_CLAUSE = compile_folded(r"""
    ;|:|“|”|"|\?|t(?<!\wt)hì(?!\w)|r(?<!\wr)ằng(?!\w)|n(?<!\wn)hưng(?!\w)|v(?<!\wv)ì(?!\w)""")
# “theo chỉ đạo của đồng chí A, báo được giao soạn thảo”: it is not A who is given it.
_OWNERS = ("của ", "của đồng chí ", "của ông ", "của bà ")
_PUNISHED = compile_folded(r"(?<!\w)(?:kỷ\sluật|khiển\strách|cảnh\scáo|khai\strừ|cách\schức|kiểm\sđiểm|khởi\stố)(?!\w)")
_TAKES_OFFICE = compile_folded(r"""
    (?: đ(?<!\wđ)(?<!vụ\sđ)ược\s(?:\w+\s){0,6}?
        (?:bổ\snhiệm|điều\sđộng|giữ|phân\scông|luân\schuyển|bầu|chỉ\sđịnh|chuẩn\sy|giao|tiếp\snhận)
      | g(?<!\wg)(?<!kiêm\sg)(?<!đang\sg)(?<!hiện\sg)(?<!thôi\sg)iữ\schức | l(?<!\wl)uân\schuyển
      | n(?<!\wn)hận\s(?:nhiệm\svụ|quyết\sđịnh|công\stác) )(?!\w)""")
_ELECTED = compile_folded(r"(?<!\w)(?:được\s(?:[\w/-]+\s){0,10}?bầu|tái\sđắc\scử|đắc\scử|trúng\scử)(?!\w)")
_HONOURED = compile_folded(r"được(?<!\wđược)\s(?:\w+\s){0,3}?(?:truy\stặng|tặng|trao|vinh\sdanh|khen\sthưởng)(?!\w)")


def find_handing(low: str, one: Enumeration) -> tuple[Span, str] | None:
    """The words that hand something to the persons of a list, and the rule."""
    start, end = max(one.before.start, one.before.end - 120), min(one.after.end, one.after.start + 250)
    if other := _OTHER_CLAUSE.search(low, one.after.start, end):
        end = other.start()
    for rule, occasion, pattern, needles in _HANDINGS:
        low_at, high = (start, one.before.end) if rule == "roles.handed" else (one.after.start, end)
        if all(low.find(needle, low_at, high) < 0 for needle in needles):
            continue
        if rule != "roles.handed" and low.endswith(_OWNERS, start, one.before.end):
            continue
        if (match := pattern.search(low, low_at, high)) and occasion(low):
            told = _PUNISHED.search(low, one.before.start, end) or _BACKGROUND.search(
                low, one.sentence.start, one.before.end
            )
            return None if told else (Span(*match.span()), rule)
    return None


def _hands(low: str) -> bool:
    """The article is the report of a decision handed over; else a career is told."""
    return _CEREMONY.search(low, 0, _LEAD) is not None


def _elects(low: str) -> bool:
    return "đại hội" in low or ("kỳ họp" in low and ("hđnd" in low or "hội đồng nhân dân" in low))


def _always(_: str) -> bool:
    return True


# Rule, occasion, pattern, and the words without which it cannot match.
_HANDINGS = (
    ("roles.handed", _hands, _HANDED, ("",)),
    ("roles.handed", _always, _FLOWERS, ("tặng hoa",)),
    ("roles.takes_office", _hands, _TAKES_OFFICE, ("được", "giữ chức", "luân chuyển", "nhận ")),
    ("roles.elected", _elects, _ELECTED, ("được", "đắc cử", "trúng cử")),
    ("roles.honoured", _always, _HONOURED, ("được",)),
)
