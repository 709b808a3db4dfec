"""A post as written → what the person is, of which body, where, at which level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.text import fold

WHOLE = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "bch": "ban chấp hành",
    "btv": "ban thường vụ",
    "mttq": "mặt trận tổ quốc",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "ubkt": "ủy ban kiểm tra",
    "đbqh": "đại biểu quốc hội",
    "lđlđ": "liên đoàn lao động",
    "qh": "quốc hội",
    "tu": "tỉnh ủy",
    "tw": "trung ương",
    "tư": "trung ương",
    "t.ư": "trung ương",
    "tp": "thành phố",
    "tp.": "thành phố",
    "tx": "thị xã",
    "ct": "chủ tịch",
    "pct": "phó chủ tịch",
}
_ABBREVIATION = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, WHOLE), key=len, reverse=True))})(?!\w)")
_FORMER = re.compile(r"^nguyên\s+(?:là\s+)?")
_FUNCTION = re.compile(
    r"""(?:quyền\s+)?(?:phó\s+)?(?:tổng\s+)?
    (?:bí\s+thư(?:\s+thứ\s+nhất|\s+thường\s+trực)?|chủ\s+tịch(?:\s+thường\s+trực)?|chủ\s+nhiệm(?:\s+thường\s+trực)?
    |trưởng\s+(?:ban|đoàn|phòng|khoa|bộ\s+môn|công\s+an|thôn|bản)|giám\s+đốc|cục\s+trưởng|vụ\s+trưởng|viện\s+trưởng
    |chi\s+cục\s+trưởng|bộ\s+trưởng|thứ\s+trưởng|hiệu\s+trưởng|chánh\s+(?:văn\s+phòng|thanh\s+tra|án)|thủ\s+tướng
    |chính\s+ủy|tư\s+lệnh|chỉ\s+huy\s+trưởng|tham\s+mưu\s+trưởng|thư\s+ký|ủy\s+viên(?:\s+(?:dự\s+khuyết|thường\s+trực))?
    |kế\s+toán\s+trưởng|đội\s+trưởng|đồn\s+trưởng|kiểm\s+toán\s+trưởng|đại\s+biểu|chuyên\s+viên(?:\s+chính|\s+cao\s+cấp)?
    |hàm\s+\w+\s+\w+|thẩm\s+phán|kiểm\s+sát\s+viên)""",
    re.VERBOSE,
)
_LEVELS = (
    ("commune", re.compile(r"(?<!\w)(?:xã|phường|thị trấn|đặc khu|thôn|bản|ấp|buôn|bon|tổ dân phố|khu phố)(?!\w)")),
    ("district", re.compile(r"(?<!\w)(?:huyện|quận|thị xã|thị ủy|quận ủy|huyện ủy)(?!\w)")),
    ("province", re.compile(r"(?<!\w)(?:tỉnh|tỉnh ủy|thành ủy|sở|thành phố|tỉnh đoàn)(?!\w)")),
    ("central", re.compile(
        r"(?<!\w)(?:trung ương|chính phủ|quốc hội|bộ chính trị|ban bí thư|bộ (?!chỉ huy|đội|môn)\w+|nhà nước|tổng cục"
        r"|thủ tướng|tổng bí thư|bộ trưởng|thứ trưởng|chủ tịch nước|tòa án nhân dân tối cao|quân ủy)(?!\w)")),
)  # fmt: skip
_PLACE = re.compile(
    r"(?<!\w)(?:huyện ủy|thị ủy|quận ủy|tỉnh ủy|thành ủy|tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|thôn|bản)"
    r"\s+(?P<name>(?!ủy(?!\w)).+)$"
)
_HEADS = re.compile(
    r"(?:quyền |tổng )?(?:bí thư|chủ tịch|trưởng|giám đốc|cục trưởng|bộ trưởng|viện trưởng|hiệu trưởng|chánh |chính ủy"
    r"|chỉ huy trưởng|thủ tướng|chủ nhiệm|tư lệnh)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """“nguyên Phó Chủ tịch UBND huyện Bình Lâm” → phó chủ tịch, ủy ban nhân dân huyện, bình lâm, district, former."""

    post: str
    function: str | None
    body: str | None
    place: str | None
    level: str | None
    former: bool

    @property
    def leads(self) -> bool:
        """True for a post one person holds at a time: “Bí thư Huyện ủy”, not “Phó Bí thư”, not “Ủy viên”."""
        return self.function is not None and self.body is not None and _HEADS.match(self.function) is not None


@lru_cache(maxsize=100_000)
def office(post: str) -> Office:
    """The parts of a post as written; None where the words do not tell."""
    words = _ABBREVIATION.sub(lambda m: WHOLE[m.group()], " ".join(fold(post).split()))
    former = _FORMER.match(words)
    words = words[former.end() :] if former else words
    function = _FUNCTION.match(words)
    body = words[function.end() :].strip(" ,-–") if function else words
    place = _PLACE.search(body)
    level = next((name for name, pattern in _LEVELS if pattern.search(body or words)), None)
    if level is None and function and _LEVELS[3][1].search(words):
        level = "central"
    return Office(
        post=post,
        function=function.group() if function else None,
        body=(body[: place.start("name")].strip() if place else body) or None,
        place=place["name"] if place else None,
        level=level,
        former=former is not None,
    )
