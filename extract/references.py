"""Later mentions of the people an article has introduced: “ông Thắng”, “đồng chí Bí thư Tỉnh ủy”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extract.people import Person
from extract.records import Mention, Span
from extract.same_post import same_post
from extract.sequence import GIVEN, NAME, POST, Sequence
from extract.text import fold_word

_NO_REFERENCE = re.compile(
    r"(?:quyết định|chỉ thị|công văn|thông tư|của|các|những|mỗi|một|chức|làm|hai|ba)\s+$", re.IGNORECASE
)
Reference = tuple[int, Person, Mention]


def find_references(sequence: Sequence, text: str, people: Iterable[Person]) -> Iterator[Reference]:
    """Where, who, and the words: a reference counts only when one person remains."""
    crowd = list(people)
    for at, letter in enumerate(sequence.letters):
        if letter in (GIVEN, NAME):
            name = sequence.name(at)
            if letter == NAME and len(name.text.split()) > 2:
                continue
            if person := _only(p for p in crowd if _introduced(p, name.span) and _called(p, name.text)):
                yield at, person, Mention(name.span, name.text, "references.given")
        elif letter == POST and not re.match(r"[HR]*[NG]", sequence.letters[at + 1 : at + 4]):
            post = sequence.post(at)
            if _NO_REFERENCE.search(text, max(0, post.span.start - 12), post.span.start):
                continue
            if person := _only(
                p for p in crowd if _introduced(p, post.span) and any(same_post(post.text, m.text) for m in p.posts)
            ):
                yield at, person, Mention(post.span, post.span.of(text), "references.post")


def _only(people: Iterator[Person]) -> Person | None:
    first = next(people, None)
    return first if first and next(people, None) is None else None


def _introduced(person: Person, span: Span) -> bool:
    return person.mentions[0].span < span and all(m.span != span for m in person.posts)


def _called(person: Person, given: str) -> bool:
    """“Thắng” is what one calls Sơn Minh Thắng; a guest is called by any of his names."""
    words, called = fold_word(person.name).split(), fold_word(given).split()
    return len(called) < len(words) and words[-len(called) :] == called
