"""How far a post goes: “Chủ tịch UBND tỉnh Bình Lâm | phát biểu”, “Giám đốc Sở Giáo dục và Đào tạo | cho biết”."""

from __future__ import annotations

import re

from extract.names.syllables import UPPER
from extract.officials.body_walk import Walk
from extract.text import lower

_ABROAD_HEADS = ("sứ", "toàn quyền", "lãnh sự", "đại diện", "tham tán", "phái viên", "đại biện")
# “Vụ trưởng Vụ Kỹ năng nghề, Tổng cục Giáo dục nghề nghiệp, Bộ Lao động …”: a part, then the whole it is part of.
_PART = re.compile(r"\s*(?:Vụ|Phòng|Cục|Trung tâm|Khoa|Tổng cục|Chi cục|Bộ môn|Viện|Đội|Ban)\b", re.IGNORECASE)
_PART_HEADS = ("phòng", "khoa", "bộ môn")
_WHOLE = re.compile(
    r",\s(?=(?:Tổng cục|Cục|Bộ|Học viện|Trường|Đại học|Viện|Bệnh viện|Trung tâm|Văn phòng|cơ quan|Ủy ban|Sở"
    r"|Thanh tra|Ban (?:Tổ chức|Tuyên giáo|Dân vận|Nội chính|Kinh tế|Đối ngoại))\s)"
)


# “Trưởng Đoàn đại biểu Quốc hội khóa XV tỉnh Bình Lâm”: a term in the middle of a body.
_TERM = re.compile(rf"\s(?:khóa|khoá)\s[IVXL\d]+(?=(?:\scủa|,?\sđơn\svị)?\s(?:tỉnh|TP\.?|[Tt]hành\sphố)[ ]?[{UPPER}])")

# “Viện trưởng Viện Địa chất (Bộ Công Thương), nói”: the whole in brackets; before a name it is an aside.
_IN_BRACKETS = re.compile(
    r"[ ]\((?:Bộ|Viện|Sở|Ban(?!\s[Cc]hỉ\sđạo)|Tổng cục|Cục|Học viện|Trường|Đại học|Bệnh viện|Trung tâm|Công an"
    rf"|Công ty|Thanh tra|UBND|Đại sứ quán)[ ](?![^()\n]*[,;:])[^()\n]{{2,60}}\)(?![ ]?[{UPPER}])"
)


_OF_IT = " thuộc"
"""What hangs over of “Phó Trưởng khoa Nội | thuộc bệnh viện này”."""


def post_end(text: str, start: int, limit: int, head: str) -> int:
    """Where the post ends whose head ends at `start`; nothing crosses `limit`, where a name or another term begins."""
    low = lower(text)
    end = Walk(text, low, start, limit, head).end()
    if term := text.startswith(" kh", end) and _TERM.match(text, end, limit):
        end = max(end, Walk(text, low, term.end(), limit, "").end())
    part = text.startswith(",", end) and (head.endswith(_PART_HEADS) or _PART.match(text, start, end))
    while part and (whole := _WHOLE.match(text, end, limit)):
        following = Walk(text, low, whole.end() - 1, limit, "").end()
        if following <= whole.end():
            break
        end = following
    if text.startswith(" (", end) and (bracket := _IN_BRACKETS.match(text, end)) and bracket.end() <= limit:
        end = bracket.end()
    if head.endswith(_ABROAD_HEADS) and text.startswith(" tại ", end):
        end = max(end, Walk(text, low, end + 4, limit, "").end())  # “Đại sứ Việt Nam tại Vương quốc Campuchia”
    return end - len(_OF_IT) if text.endswith(_OF_IT, start, end) else end
