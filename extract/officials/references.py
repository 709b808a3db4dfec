"""Later mentions of the people an article has introduced: “ông Thắng”, “đồng chí Bí thư Tỉnh ủy”."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from extract.officials.people import Person
from extract.officials.same_post import post_words, same_post
from extract.officials.sequence import GIVEN, NAME, POST, Sequence
from extract.records import Mention, Span
from extract.text import fold_word

_NO_REFERENCE = re.compile(
    r"(?:quyết định|chỉ thị|công văn|thông tư|của|các|những|mỗi|một|chức|làm|hai|ba)\s+$", re.IGNORECASE
)
_NAMED_NEXT = re.compile(r"[HR]*[NG]")
Reference = tuple[int, Person, Mention]


def find_references(sequence: Sequence, text: str, people: Iterable[Person]) -> Iterator[Reference]:
    """Where, who, and the words: a reference counts only when one person remains."""
    by_given: dict[str, list[Person]] = defaultdict(list)
    by_head: dict[str, list[tuple[Person, str]]] = defaultdict(list)
    for person in people:
        by_given[fold_word(person.name.rpartition(" ")[2])].append(person)
        for post in person.posts:
            by_head[post_words(post.text)[0]].append((person, post.text))
    for at, letter in enumerate(sequence.letters):
        if letter in (GIVEN, NAME):
            name = sequence.name(at)
            short = fold_word(name.text)
            called = by_given.get(short.rpartition(" ")[2], ())
            if found := _only(p for p in called if _called(p, short) and p.mentions[0].span.start < name.span.start):
                yield at, found, Mention(name.span, name.text, "references.given")
        elif letter == POST and not _NAMED_NEXT.match(sequence.letters, at + 1):
            said = sequence.post(at)
            held = by_head.get(post_words(said.text)[0], ())
            holders = {id(p): p for p, post in held if same_post(said.text, post)}
            found = _only(p for p in holders.values() if _introduced(p, said.span)) if holders else None
            if found and not _NO_REFERENCE.search(text, max(0, said.span.start - 12), said.span.start):
                yield at, found, Mention(said.span, said.span.of(text), "references.post")


def _only(people: Iterator[Person]) -> Person | None:
    first = next(people, None)
    return first if first and next(people, None) is None else None


def _introduced(person: Person, span: Span) -> bool:
    return person.mentions[0].span.start < span.start and all(m.span != span for m in person.posts)


def _called(person: Person, short: str) -> bool:
    """“Thắng” and “Minh Thắng” are what one calls Sơn Minh Thắng."""
    return fold_word(person.name).endswith(f" {short}")
