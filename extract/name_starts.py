"""Where a name may begin after a level or a thing that carries a name of its own: “huyện Mường Lát | Hà Văn Cả”."""

from __future__ import annotations

import re

from extract.known_names import surnames

LEVEL_BEFORE = re.compile(
    r"(?<!\w)(?:(?:huyện|quận|thị\sxã|thị\strấn|phường|xã)|(?P<closed>tỉnh|thành\sphố|TP\.?))\s$", re.IGNORECASE
)
_THING_BEFORE = re.compile(
    r"""(?<!\w)(?:(?<!ưởng\s)(?:thôn|bản|ấp|buôn|bon|làng|xóm|khu\sphố|khóm)|đường|(?<!thành\s)phố|ngõ|cầu|chợ|sông|hồ|núi|đảo|đèo|cảng
    |(?<!môi\s)(?<!thị\s)trường|THPT|THCS|tiểu\shọc|mầm\snon|đại\shọc|học\sviện|bệnh\sviện|nhà\smáy|công\sty|tập\sđoàn
    |quảng\strường|công\sviên|nhà\shát|giải\sthưởng|giải|quỹ|chùa|đền|đình|lăng|nghĩa\strang|bảo\stàng|tượng\sđài|di\stích
    |tư\stưởng|phong\scách|đạo\sđức|tấm\sgương|thời\sđại|học\sbổng|nhà\sxuất\sbản|mang\stên|cộng\ssản|khách\ssạn
    |vườn\squốc\sgia|kênh|rạch|khu\sđô\sthị|chiến\sdịch|TNCS|TNTP|thiếu\sniên\stiền\sphong|ảnh:?|tin:|bài:?|theo|báo|xe|tàu)
    \s$""",
    re.VERBOSE | re.IGNORECASE,
)
FREQUENT = frozenset(
    {
        "nguyễn",
        "trần",
        "lê",
        "phạm",
        "hoàng",
        "huỳnh",
        "phan",
        "vũ",
        "võ",
        "đặng",
        "bùi",
        "đỗ",
        "hồ",
        "ngô",
        "dương",
        "đinh",
    }
)


def first_word(text: str, start: int, folded: list[str]) -> int:
    """Where a name may begin: after the place that a level or a thing names, “huyện Mường Lát | Hà Văn Cả”.

    “UBND tỉnh Lê Diễn” begins at once, since every province is known; “UBND xã Hoàng Thị Ba” since it has three words.
    """
    if _THING_BEFORE.search(text, max(0, start - 24), start):
        return 2
    level = LEVEL_BEFORE.search(text, max(0, start - 12), start)
    if level is None:
        return 0
    later = next((i for i in range(2, len(folded) - 1) if folded[i] in FREQUENT), None)
    if later is None and (level["closed"] or (len(folded) > 2 and folded[0] in surnames()[0])):
        return 0
    return later or 2
