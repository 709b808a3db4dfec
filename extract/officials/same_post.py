"""Whether two posts as written are one: “Bí thư Tỉnh ủy” and “Bí thư Tỉnh ủy Bình Lâm”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from extract.records import Mention
from extract.text import fold_word

_WORDS = re.compile(r"[^\W_]+(?:[&-][^\W_]+)*")
_LONG = {
    "bch": "ban chấp hành",
    "btv": "ban thường vụ",
    "bt": "bí thư",
    "ct": "chủ tịch",
    "ca": "công an",
    "csvn": "cộng sản việt nam",
    "cuba": "cu ba",
    "đbqh": "đại biểu quốc hội",
    "gđ": "giám đốc",
    "hcm": "hồ chí minh",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "pbt": "phó bí thư",
    "pct": "phó chủ tịch",
    "pgđ": "phó giám đốc",
    "qh": "quốc hội",
    "tp": "thành phố",
    "tphcm": "thành phố hồ chí minh",
    "tư": "trung ương",
    "tw": "trung ương",
    "tt": "thường trực",
    "tx": "thị xã",
    "ub": "ủy ban",
    "ubnd": "ủy ban nhân dân",
    "ubtw": "ủy ban trung ương",
    "ubtư": "ủy ban trung ương",
    "uv": "ủy viên",
    "uvtw": "ủy viên trung ương",
    "vn": "việt nam",
}


_FORMER = re.compile(r"(?:nguyên (?:là )?|cựu )", re.IGNORECASE)
_LEVELS = frozenset({"tỉnh", "huyện", "quận", "xã", "phường"})


@lru_cache(maxsize=20_000)
def post_words(post: str) -> tuple[str, ...]:
    """The words of a post in full and folded: “PCT UBND” is phó chủ tịch ủy ban nhân dân; “TT&TT” stays TTTT."""
    kept: list[str] = []
    for joined in _WORDS.findall(post.replace("T.Ư", "TW")):
        word = joined.replace("&", "").replace("-", "") if joined.isupper() else joined
        folded = fold_word(word)
        if folded in _LONG:
            kept += _LONG[folded].split()
        elif kept[-1:] == ["phó"] and folded in {"ban", "phòng"}:
            kept += ["trưởng", folded]  # “Phó ban” is “Phó Trưởng ban”
        elif folded not in {"của", "và"}:
            kept.append(word if word.isupper() and len(word) > 1 else folded)
    return tuple(kept)


@lru_cache(maxsize=20_000)
def same_post(one: str, other: str) -> bool:
    """Whether one says all the other says, in the same order, under the same head."""
    left, right = post_words(one), post_words(other)
    if left[:1] != right[:1]:
        return False
    short, long = sorted((left, right), key=len)
    if short[:2] != long[:2]:
        return False
    if _said_in(short, long) or (len(short) == len(long) and _said_in(long, short)):
        return True
    return _level_for_place(left, right) or _level_for_place(right, left)


def _level_for_place(level: tuple[str, ...], place: tuple[str, ...]) -> bool:
    """“Giám đốc Sở Nội vụ tỉnh” is “Giám đốc Sở Nội vụ Bình Lâm”, which names no other level."""
    without = level[:-1] if level[-1] in _LEVELS else level[:-2] if level[-2:] == ("thành", "phố") else level
    if without == level or len(place) <= len(without) or not _LEVELS.isdisjoint(place) or "phố" in place:
        return False
    return place[: len(without)] == without


def _said_in(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Every word stands in the longer one, in order; “KHCN” for the words whose first letters it has."""
    rest = iter(long)
    return all(_initials_in(word, rest) if word.isupper() else word in rest for word in short)


def _initials_in(acronym: str, rest: Iterator[str]) -> bool:
    """“TNMT” of tài nguyên môi trường: one letter, one word; the same acronym is its own."""
    letters = iter(acronym.lower())
    letter = next(letters)
    for word in rest:
        if word == acronym:
            return True
        if word[0] == letter:
            letter = next(letters, "")
            if not letter:
                return True
    return False


def distinct_posts(posts: Iterable[Mention]) -> list[Mention]:
    """Each post once, the longer where one says less."""
    kept: list[Mention] = []
    for post in posts:
        twin = next((i for i, other in enumerate(kept) if _is_twin(post.text, other.text)), None)
        if twin is None:
            kept.append(post)
        elif _weight(post.text) > _weight(kept[twin].text):
            kept[twin:] = [post, *(other for other in kept[twin + 1 :] if not _is_twin(post.text, other.text))]
    return kept


@lru_cache(maxsize=20_000)
def _is_twin(one: str, other: str) -> bool:
    """The same post, or once as it was held: “nguyên Bí thư Tỉnh ủy”, “khi làm Bí thư Tỉnh ủy Bình Lâm”."""
    if same_post(one, other):
        return True
    former, still = _FORMER.match(one), _FORMER.match(other)
    if former is None and still is None:
        return False
    return same_post(one[former.end() :] if former else one, other[still.end() :] if still else other)


@lru_cache(maxsize=20_000)
def _weight(post: str) -> tuple[int, int]:
    """Words in full, then letters written: “Phó Bí thư” weighs more than “PBT”, “TP.HCM” as much as “TPHCM”."""
    return len(post_words(post)), sum(map(str.isalpha, post))
