"""Named people in office: who they are, which posts they hold, and where the article speaks of them.

“do đồng chí Lê Vĩnh Tân, Ủy viên BCH Trung ương Đảng, Bộ trưởng Bộ Nội vụ làm Trưởng đoàn”.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from extract.language import TextDoc
from extract.officials.appointments import find_conferred
from extract.officials.enumerations import Holding, find_holdings
from extract.officials.people import Person, gather
from extract.officials.references import find_references
from extract.officials.same_post import distinct_posts
from extract.officials.sequence import ADDRESS, NAME, POST, TITLE, Sequence, read_sequence
from extract.records import Leftover, Mention, Official, Post


def find_officials(doc: TextDoc, author: str | None) -> tuple[list[Official], list[Leftover]]:
    """Every official of the article without roles, and the addressed names that no rule explains."""
    text, sequence = doc.text, read_sequence(doc)
    beside, taken = find_holdings(sequence, text)
    held: dict[int, list[Holding]] = defaultdict(list)
    for holding in (*beside, *find_conferred(sequence, text, taken)):
        held[holding.at].append(holding)
    people = gather(doc, sequence, held, author)
    for at, person, mention in find_references(sequence, text, people.values()):
        person.mentions.append(mention)
        person.hold(held.get(at, []))
    return [_official(person, text) for person in people.values()], list(_leftovers(sequence, people))


def _official(person: Person, text: str) -> Official:
    """The record; a post whose glued words were parted (“VietinBank”) is mentioned as it stands."""
    mentions: list[Mention] = []
    for mention in sorted(person.mentions, key=_start):
        if not mentions or mentions[-1].span.start != mention.span.start or mentions[-1] != mention:
            mentions.append(mention)
    posts = tuple(
        Post(post.text, Mention(post.span, post.span.of(text), post.rule)) for post in distinct_posts(person.posts)
    )
    return Official(name=person.name, posts=posts, mentions=tuple(mentions))


def _start(mention: Mention) -> int:
    return mention.span.start


def _leftovers(sequence: Sequence, people: dict[str, Person]) -> Iterator[Leftover]:
    """Names after an honorific, a rank or a post that are no official's."""
    known = {mention.span for person in people.values() for mention in person.mentions}
    for at, letter in enumerate(sequence.letters):
        if letter == NAME and sequence.letters[max(0, at - 1) : at] in {ADDRESS, TITLE, POST}:
            name = sequence.name(at)
            if name.span not in known:
                yield Leftover("a person without a post", Mention(name.span, name.text, "names.addressed"))
