"""Whether two posts as written are one: “Bí thư Tỉnh ủy” and “Bí thư Tỉnh ủy Bình Lâm”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from extract.records import Mention
from extract.text import fold_word

_WORDS = re.compile(r"[^\W_]+")
_LONG = {
    "bch": "ban chấp hành",
    "btv": "ban thường vụ",
    "bt": "bí thư",
    "cn": "công nghệ",
    "ct": "chủ tịch",
    "cuba": "cu ba",
    "đbqh": "đại biểu quốc hội",
    "đt": "đào tạo",
    "gd": "giáo dục",
    "gđ": "giám đốc",
    "gtvt": "giao thông vận tải",
    "hcm": "hồ chí minh",
    "hđnd": "hội đồng nhân dân",
    "kh": "khoa học",
    "mt": "môi trường",
    "mttq": "mặt trận tổ quốc",
    "nn": "nông nghiệp",
    "pbt": "phó bí thư",
    "pct": "phó chủ tịch",
    "pgđ": "phó giám đốc",
    "ptnt": "phát triển nông thôn",
    "qh": "quốc hội",
    "tn": "tài nguyên",
    "tp": "thành phố",
    "tphcm": "thành phố hồ chí minh",
    "tư": "trung ương",
    "tw": "trung ương",
    "tx": "thị xã",
    "ubnd": "ủy ban nhân dân",
    "uv": "ủy viên",
    "uvtw": "ủy viên trung ương",
    "vn": "việt nam",
}


@lru_cache(maxsize=20_000)
def post_words(post: str) -> tuple[str, ...]:
    """The words of a post in full and folded: “PCT UBND” is phó chủ tịch ủy ban nhân dân."""
    words = _WORDS.findall(fold_word(post.replace("T.Ư", "TW")))
    return tuple(part for word in words if word not in {"của", "và"} for part in _LONG.get(word, word).split())


def same_post(one: str, other: str) -> bool:
    """Whether one says all the other says, in the same order, under the same head."""
    short, long = sorted((post_words(one), post_words(other)), key=len)
    if short[:2] != long[:2] and not (len(short) == 1 and short == long):
        return False
    rest = iter(long)
    return all(word in rest for word in short)


def distinct_posts(posts: Iterable[Mention]) -> list[Mention]:
    """Each post once, the longer where one says less."""
    kept: list[Mention] = []
    for post in posts:
        twin = next((i for i, other in enumerate(kept) if same_post(post.text, other.text)), None)
        if twin is None:
            kept.append(post)
        elif (len(post_words(post.text)), len(post.text)) > (len(post_words(kept[twin].text)), len(kept[twin].text)):
            kept[twin] = post
    return kept
