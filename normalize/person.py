"""A person in the making: all claims that mean one so far, and the people met, by name and by post."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from normalize.names import bare, folded
from normalize.same_office import Held, Key, is_local

Tie = str | Key
"""What makes claims bear on each other: a bare name, or a post that one person holds at a time."""


class Wording(NamedTuple):
    """What articles call one official, and where they say so."""

    name: str
    posts: tuple[str, ...]
    home: str

    def said_in(self, article_id: str, n: int, published: str | None) -> Claim:
        return Claim(article_id, n, self.name, self.posts, self.home, published)


class Claim(NamedTuple):
    """One official of one article, as said there; a tuple, as there are millions."""

    article_id: str
    n: int
    name: str
    posts: tuple[str, ...]
    home: str
    published: str | None = None


@dataclass(slots=True, eq=False)
class Person:
    """All claims that mean one person so far, and what they say of the posts."""

    name: str
    claims: list[tuple[Claim, str]] = field(default_factory=list)
    spellings: set[str] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    posts: dict[Key, Held] = field(default_factory=dict)
    ties: set[Tie] = field(default_factory=set)
    is_central: bool = False

    def add(self, claim: Claim, posts: list[Held], why: str) -> bool:
        """True where the claim says of the person what was not known."""
        self.claims.append((claim, why))
        name, is_new = folded(claim.name), False
        if name not in self.spellings:
            self.spellings.add(name)
            self.ties.add(bare(name))
            is_new = True
        if claim.home not in self.homes:
            self.homes.add(claim.home)
            is_new = True
        for post in posts:
            if self.posts.get(post.key) is not post:
                self.posts[post.key] = post
                self.is_central = self.is_central or post.office.level == "central"
                if post.office.leads:
                    self.ties.add(post.key)
                is_new = True
        return is_new

    def take(self, other: Person) -> None:
        """All that is known of another becomes this one's."""
        self.claims += other.claims
        self.spellings |= other.spellings
        self.homes |= other.homes
        self.posts = other.posts | self.posts
        self.ties |= other.ties
        self.is_central = any(post.office.level == "central" for post in self.posts.values())

    @property
    def is_told_by_name_alone(self) -> bool:
        """True where no claim can be told to mean the same person: no post, and no place in which a name is one."""
        return not self.posts and not any(map(is_local, self.homes))

    @property
    def person_id(self) -> str:
        """“doan-hong-phong-3f9c0a”: the name without marks, a digest of the first claim in order of article."""
        first = min((claim.article_id, claim.n) for claim, _ in self.claims)
        digest = hashlib.sha256(repr(first).encode()).hexdigest()[:6]
        return f"{bare(self.name).replace(' ', '-')}-{digest}"


@dataclass(slots=True)
class Known:
    """The people met so far, by name and by the posts that one person holds at a time.

    A tie's turn is how often whom it leads to has changed: at the same turn the same words get the same answer.
    """

    people: dict[int, Person] = field(default_factory=dict)
    by_tie: dict[Tie, dict[int, Person]] = field(default_factory=lambda: defaultdict(dict))
    turns: dict[Tie, int] = field(default_factory=lambda: defaultdict(int))

    def near(self, ties: Iterable[Tie]) -> list[Person]:
        return list({number: person for tie in ties for number, person in self.by_tie[tie].items()}.values())

    def turn(self, ties: Iterable[Tie]) -> int:
        return sum(self.turns[tie] for tie in ties)

    def meet(self, person: Person) -> None:
        self.people[id(person)] = person

    def index(self, person: Person) -> None:
        for tie in person.ties:
            self.by_tie[tie][id(person)] = person
            self.turns[tie] += 1

    def join(self, persons: list[Person]) -> Person:
        """One person of several that a claim has shown to be one."""
        kept, *others = persons
        for other in others:
            for tie in other.ties:
                self.by_tie[tie].pop(id(other), None)
            del self.people[id(other)]
            kept.take(other)
        if others:
            self.index(kept)
        return kept
