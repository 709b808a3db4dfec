"""Later mentions of the people an article has introduced: “ông Thắng”, “đồng chí Bí thư Tỉnh ủy”."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from extract.names.syllables import LOWER, UPPER
from extract.officials.enumerations import Holding
from extract.officials.people import Person
from extract.officials.same_post import post_words, same_post
from extract.officials.sequence import GIVEN, NAME, POST, Sequence
from extract.records import Mention, Span
from extract.text import fold_word

_NO_REFERENCE = re.compile(
    r"(?:quyết định|chỉ thị|công văn|thông tư|của|các|những|mỗi|một|chức|làm|hai|ba)\s+$", re.IGNORECASE
)
_LEVELS = ("ủy", "tỉnh", "huyện", "xã", "quận", "phường", "thành phố", " tp", "hđnd", "ubnd")
_PLACE = re.compile(rf"(?: [{UPPER}][{LOWER}'’]+){{2,3}}")
_NAMED_NEXT = re.compile(r"[HR]*[NG]")
Reference = tuple[int, Person, Mention]


def find_references(sequence: Sequence, text: str, people: Iterable[Person]) -> Iterator[Reference]:
    """Where, who, and the words: a reference counts only when one person remains."""
    by_given: dict[str, list[tuple[Person, str]]] = defaultdict(list)
    by_head: dict[str, list[tuple[Person, str]]] = defaultdict(list)
    for person in people:
        full = fold_word(person.name)
        by_given[full.rpartition(" ")[2]].append((person, full))
        for post in person.posts:
            by_head[post_words(post.text)[0]].append((person, post.text))
    for at, letter in enumerate(sequence.letters):
        if letter in (GIVEN, NAME):
            name = sequence.name(at)
            if found := _called(fold_word(name.text), name.span, by_given):
                yield at, found, Mention(name.span, name.text, "references.given")
        elif letter == POST:
            said = sequence.post(at)
            held = by_head.get(post_words(said.text)[0])
            if not held or _NAMED_NEXT.match(sequence.letters, at + 1):
                continue
            found = _holder(said.text, said.span, held)
            if found and not _NO_REFERENCE.search(text, max(0, said.span.start - 12), said.span.start):
                yield at, found, Mention(said.span, said.span.of(text), "references.post")


def in_full(sequence: Sequence, at: int, person: Person) -> list[Holding]:
    """“Bí thư Tỉnh ủy Bình Lâm nhấn mạnh”, of whom the article called Bí thư Tỉnh ủy alone: the post with its place."""
    if sequence.letters[at] != POST:
        return []
    said = sequence.post(at)
    longer = (said.text[len(post.text) :] for post in person.posts if _begins(said.text, post.text))
    return [Holding(at, said, "references.post")] if any(map(_PLACE.fullmatch, longer)) else []


def _begins(full: str, short: str) -> bool:
    return short.lower().endswith(_LEVELS) and full.lower().startswith(f"{short.lower()} ")


def _called(short: str, span: Span, by_given: Mapping[str, list[tuple[Person, str]]]) -> Person | None:
    """“Thắng” and “Minh Thắng” are what one calls Sơn Minh Thắng, once he has been introduced."""
    called = by_given.get(short.rpartition(" ")[2])
    if not called or (len(called) == 1 and called[0][1] == short):
        return None
    ending = f" {short}"
    return _only(p for p, full in called if full.endswith(ending) and p.mentions[0].span.start < span.start)


def _holder(said: str, span: Span, held: Iterable[tuple[Person, str]]) -> Person | None:
    """Who alone holds this post, introduced before and with other words than these."""
    holders = {id(p): p for p, post in held if same_post(said, post)}
    return _only(p for p in holders.values() if _introduced(p, span))


def _only(people: Iterator[Person]) -> Person | None:
    first = next(people, None)
    return first if first and next(people, None) is None else None


def _introduced(person: Person, span: Span) -> bool:
    return person.mentions[0].span.start < span.start and all(m.span != span for m in person.posts)
