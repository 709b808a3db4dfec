"""Named people in office: who they are, which posts they hold, and where the article speaks of them.

“do đồng chí Lê Vĩnh Tân, Ủy viên BCH Trung ương Đảng, Bộ trưởng Bộ Nội vụ làm Trưởng đoàn”.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain

from extract.language import TextDoc
from extract.officials.appointments import find_conferred
from extract.officials.careers import find_careers
from extract.officials.deputies import DEPUTY, find_deputies
from extract.officials.enumerations import Holding, find_holdings
from extract.officials.leftovers import find_leftovers
from extract.officials.people import Person, gather
from extract.officials.references import find_references, in_full
from extract.officials.sequence import read_sequence
from extract.records import Leftover, Mention, Official, Post


def find_officials(doc: TextDoc, author: str | None) -> tuple[list[Official], list[Leftover]]:
    """Every official of the article without roles, and the addressed names that no rule explains."""
    text, sequence = doc.text, read_sequence(doc)
    beside, taken = find_holdings(sequence, text)
    held: dict[int, list[Holding]] = defaultdict(list)
    told = (find_conferred(sequence, text, taken), find_careers(sequence, text, taken), find_deputies(sequence, text))
    for holding in chain(beside, *told):
        held[holding.at].append(holding)
    people = gather(doc, sequence, held, author)
    for at, person, mention in find_references(sequence, text, people.values()):
        person.mentions.append(mention)
        person.hold(held.get(at) or in_full(sequence, at, person))
    found = list(people.values())
    return [_official(person, text) for person in found], find_leftovers(sequence, text, doc.sentences, found, author)


def _official(person: Person, text: str) -> Official:
    """The record; a post whose glued words were parted (“VietinBank”) is mentioned as it stands."""
    mentions: list[Mention] = []
    for mention in sorted(person.mentions, key=_start):
        if not mentions or mentions[-1].span.start != mention.span.start or mentions[-1] != mention:
            mentions.append(mention)
    posts = [Post(post.text, Mention(post.span, post.span.of(text), post.rule)) for post in person.posts]
    more = [post for post in posts if post.mention.rule != DEPUTY]
    return Official(name=person.name, posts=tuple(more or posts), mentions=tuple(mentions))


def _start(mention: Mention) -> int:
    return mention.span.start
