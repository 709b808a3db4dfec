"""A post as written → what the person is, of which body, where, at which level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.lexicon import load
from extract.text import fold

_FORMER = re.compile(r"^nguyên (?:là )?")
_MARKS = re.compile(r"[.,;:&()“”\"/–—-]")
_EMPTY = re.compile(r"(?<!\w)(?:và|của|các|kiêm|việt nam)(?!\w)")
_FUNCTION = re.compile(
    r"""(?:quyền\s)?(?:phó\s)?(?:tổng\s)?
    (?:bí\sthư(?:\sthứ\snhất)?|chủ\stịch|chủ\snhiệm|trưởng\s(?:ban|đoàn|phòng|khoa|bộ\smôn|công\san|thôn|bản)
    |giám\sđốc|(?:chi\scục|tổng\scục|cục|vụ|viện|bộ|hiệu|đội|đồn|kiểm\stoán|kế\stoán|tham\smưu|chỉ\shuy)\strưởng
    |thứ\strưởng|chánh\s(?:văn\sphòng|thanh\stra|án)|thủ\stướng|chính\sủy|tư\slệnh|thư\ský|ủy\sviên(?:\sdự\skhuyết)?
    |đại\sbiểu|chuyên\sviên(?:\schính|\scao\scấp)?|thẩm\sphán|kiểm\ssát\sviên)(?:\sthường\strực)?(?!\w)""",
    re.VERBOSE,
)
_CENTRE = (
    r"trung ương|chính phủ|quốc hội|bộ chính trị|ban bí thư|bộ (?!chỉ huy|đội|môn)\w+|nhà nước|tổng cục"
    r"|(?:phó )?thủ tướng|tổng bí thư|bộ trưởng|thứ trưởng|chủ tịch nước|tòa án nhân dân tối cao|quân ủy"
)
_LEVELS = (
    ("commune", r"xã|phường|thị trấn|đặc khu|thôn|bản|ấp|buôn|bon|tổ dân phố|khu phố"),
    ("district", r"huyện|quận|thị xã|thị ủy|quận ủy|huyện ủy"),
    ("province", r"tỉnh|tỉnh ủy|thành ủy|sở|thành phố|tỉnh đoàn"),
    ("central", _CENTRE),
)
_LEVEL = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for name, words in _LEVELS}
_PLACE = re.compile(
    r"(?<!\w)(?:huyện ủy|thị ủy|quận ủy|tỉnh ủy|thành ủy|tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|thôn|bản)"
    r" (?P<name>(?!(?:ủy|đoàn|hội|mặt|thường)(?!\w))(?:thành phố )?.+)$"
)
_LEADS = re.compile(
    r"(?:quyền |tổng )?(?:bí thư|chủ tịch|trưởng|giám đốc|\w+ trưởng|chánh |chính ủy|thủ tướng|chủ nhiệm|tư lệnh)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortPost:
    """A word of posts and how it is written short: “ủy ban nhân dân”, UBND."""

    name: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    refuse: tuple[str, ...] = ()


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
        return self.function is not None and self.body is not None and _LEADS.match(self.function) is not None


@cache
def written_short() -> dict[str, str]:
    return {form: entry.name for entry in load("short_posts", ShortPost) for form in entry.forms}


@cache
def _short() -> re.Pattern[str]:
    forms = sorted(map(re.escape, written_short()), key=len, reverse=True)
    return re.compile(rf"(?<![\w&-])(?:{'|'.join(forms)})(?![\w&])")


def in_full(post: str) -> str:
    """`in_full("PGĐ Sở TN&MT")` is "phó giám đốc sở tài nguyên môi trường": without marks, “và”, “của”.

    Capitals tell short words from others: TƯ is “trung ương”, “Đầu tư” is not.
    """
    words = _short().sub(lambda match: f" {written_short()[match.group()]} ", post)
    words = fold(words).replace("’", "'")
    return " ".join(_EMPTY.sub(" ", _MARKS.sub(" ", words)).split())


@lru_cache(maxsize=100_000)
def office(post: str) -> Office:
    """The parts of a post as written; None where the words do not tell."""
    words = in_full(post)
    former = _FORMER.match(words)
    words = words[former.end() :] if former else words
    function = _FUNCTION.match(words)
    body = words[function.end() :].strip() if function else words
    place = _PLACE.search(body)
    level = next((name for name, pattern in _LEVEL.items() if pattern.search(body or words)), None)
    if level is None and _LEVEL["central"].search(words):
        level = "central"
    return Office(
        post=post,
        function=function.group() if function else None,
        body=(body[: place.start("name")].strip() if place else body) or None,
        place=place["name"].removeprefix("thành phố ") if place else None,
        level=level,
        former=former is not None,
    )
