"""From names beside posts to persons: one entry a person, the fullest name, each distinct post once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence as Many
from dataclasses import dataclass, field

from extract.enumerations import Holding
from extract.names import Name
from extract.records import Mention, Span
from extract.sequence import NAME, Sequence
from extract.text import fold

# What shows that a named person acts in the article: “ông Phạm S phát biểu”.
_ACTS = re.compile(
    r"""[,)\s–-]*(?:(?:cũng|đã|tiếp\stục)\s)?(?:cho\s(?:biết|rằng|hay)|phát\sbiểu|nhấn\smạnh|khẳng\sđịnh|đề\snghị|chia\ssẻ|nói|báo\scáo
    |trình\sbày|chủ\strì|nêu|trao\sđổi|đánh\sgiá|kết\sluận|thông\stin|yêu\scầu|phân\stích|kiến\snghị|bày\stỏ|giải\sthích|lưu\sý|xác\snhận)""",
    re.VERBOSE,
)
_CREDIT = re.compile(r"(?:ảnh|tin|bài|ảnh\sminh\shọa|nguồn)\s*[:/]?\s*$|/\s*$", re.IGNORECASE)


@dataclass(slots=True)
class Person:
    """A person while being gathered."""

    name: str
    mentions: list[Mention] = field(default_factory=list)
    posts: list[Mention] = field(default_factory=list)


def gather(
    text: str, sequence: Sequence, holdings: Many[Holding], author: str | None
) -> tuple[list[Person], list[Mention]]:
    """Persons in the order they appear, and the addressed names that are no officials."""
    posts: dict[int, list[Holding]] = defaultdict(list)
    for holding in holdings:
        posts[holding.at].append(holding)
    evidence = {fold(sequence.name(at).text): at for at in posts if sequence.letters[at] == NAME}
    listed = _listed(sequence.letters)
    people: dict[str, Person] = {}
    unexplained: list[Mention] = []
    bylines = {fold(part.strip()) for part in (author or "").split(";")}
    for at, letter in enumerate(sequence.letters):
        if letter != NAME:
            continue
        name = sequence.name(at)
        key = fold(name.text)
        rule = _evidence(text, sequence, at, key in evidence, at in listed)
        if rule is None or (key in bylines and at not in posts):
            if sequence.letters[max(0, at - 1) : at] in {"H", "R", "P"}:
                unexplained.append(Mention(name.span, name.text, "names.addressed"))
            continue
        person = people.setdefault(key, Person(name.text))
        person.mentions.append(Mention(name.span, name.text, rule))
    for at, held in posts.items():
        if sequence.letters[at] == NAME and (person := people.get(fold(sequence.name(at).text))):
            for one in held:
                person.posts.append(Mention(one.post.span, one.post.text, one.rule))
    for person in people.values():
        person.posts = distinct_posts(person.posts)
    return list(people.values()), [m for m in unexplained if fold(m.text) not in people]


def _listed(letters: str) -> set[int]:
    """Names in a list that “các đồng chí” opens."""
    return {
        at
        for match in re.finditer(r"L[:P,]*(?=[HRN])[HRNP,;&()\-]*", letters)
        for at in range(*match.span())
        if letters[at] == NAME
    }


def _evidence(text: str, sequence: Sequence, at: int, has_post: bool, listed: bool) -> str | None:
    """Why this name is an official's, as a rule name; None when nothing says so."""
    name = sequence.name(at)
    before = sequence.letters[max(0, at - 2) : at]
    if has_post:
        return "officials.post"
    if listed:
        return "officials.listed"
    if before.endswith("R"):
        return "officials.rank"
    if before.endswith("H"):
        item = sequence.items[at - 1]
        assert isinstance(item, Span)  # noqa: S101
        if fold(item.of(text)).startswith(("đ", "Đ")):
            return "officials.comrade"
        if _ACTS.match(text, name.span.end):
            return "officials.acts"
    return None


_WORDS = re.compile(r"[^\W_]+")
_LONG = {
    "bch": "ban chấp hành", "btv": "ban thường vụ", "tw": "trung ương", "tư": "trung ương", "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân", "mttq": "mặt trận tổ quốc", "tp": "thành phố", "tx": "thị xã", "vn": "việt nam",
    "uv": "ủy viên", "tphcm": "thành phố hồ chí minh", "ct": "chủ tịch", "pct": "phó chủ tịch", "pbt": "phó bí thư",
    "bt": "bí thư", "đbqh": "đại biểu quốc hội", "uvtw": "ủy viên trung ương",
    "gd": "giáo dục", "đt": "đào tạo", "kh": "khoa học", "cn": "công nghệ", "gtvt": "giao thông vận tải",
    "tn": "tài nguyên", "mt": "môi trường", "nn": "nông nghiệp", "ptnt": "phát triển nông thôn",
}  # fmt: skip


def post_words(post: str) -> list[str]:
    """The words of a post in full and folded: “PCT UBND” is phó chủ tịch ủy ban nhân dân."""
    words = _WORDS.findall(fold(post.replace("T.Ư", "TW")))
    return [part for word in words for part in _LONG.get(word, word).split()]


def distinct_posts(posts: Many[Mention]) -> list[Mention]:
    """Each post once, the longer where one says less: “Bí thư Tỉnh ủy” and “Bí thư Tỉnh ủy Bình Lâm” are one."""
    kept: list[tuple[list[str], Mention]] = []
    for post in posts:
        words = post_words(post.text)
        for i, (other, mention) in enumerate(kept):
            if same_post(words, other):
                if len(words) > len(other):
                    kept[i] = (words, post if post.span.start < mention.span.start or True else mention)
                break
        else:
            kept.append((words, post))
    return [mention for _, mention in kept]


def same_post(left: list[str], right: list[str]) -> bool:
    """Whether one says all the other says, in the same order, under the same head."""
    short, long = sorted((left, right), key=len)
    if short[:2] != long[:2]:
        return False
    rest = iter(long)
    return all(word in rest for word in short)


__all__ = ["Name", "Person", "gather"]
