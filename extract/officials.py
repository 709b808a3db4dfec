"""Named people in office: who they are, which posts they hold, and where the article speaks of them.

“do đồng chí Lê Vĩnh Tân, Ủy viên BCH Trung ương Đảng, Bộ trưởng Bộ Nội vụ làm Trưởng đoàn”.
"""

from __future__ import annotations

from collections.abc import Sequence as Many

from spacy.tokens import Doc

from extract.enumerations import find_holdings
from extract.people import Person, gather
from extract.records import Leftover, Mention, Official, Post
from extract.references import find_references
from extract.sequence import read_sequence


def find_officials(doc: Doc, author: str | None) -> tuple[list[Official], list[Leftover]]:
    """Every official of the article without roles, and the names that no rule explains."""
    sequence = read_sequence(doc)
    holdings = find_holdings(doc.text, sequence)
    people, unexplained = gather(doc.text, sequence, holdings, author)
    references = find_references(doc.text, sequence, people)
    officials = [_official(person, references.get(person.name, ())) for person in people]
    return officials, [Leftover("a name without a post", mention) for mention in unexplained]


def _official(person: Person, references: Many[Mention]) -> Official:
    mentions = sorted({*person.mentions, *references}, key=lambda mention: mention.span)
    posts = tuple(Post(mention.text, mention) for mention in person.posts)
    return Official(name=person.name, posts=posts, mentions=tuple(mentions))
