"""A person in the making: all claims that mean one so far, and the people met, by name and by post."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field

from normalize.names import bare, folded
from normalize.same_office import Held, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One official of one article, as said there."""

    article_id: str
    n: int
    name: str
    posts: tuple[str, ...] = ()
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
    is_central: bool = False

    def add(self, claim: Claim, posts: list[Held], why: str) -> None:
        self.claims.append((claim, why))
        self.spellings.add(folded(claim.name))
        self.homes.add(claim.home)
        for post in posts:
            self.posts[post.key] = post
            self.is_central = self.is_central or post.office.level == "central"

    def take(self, other: Person) -> None:
        """All that is known of another becomes this one's."""
        self.claims += other.claims
        self.spellings |= other.spellings
        self.homes |= other.homes
        self.posts = other.posts | self.posts
        self.is_central = any(post.office.level == "central" for post in self.posts.values())

    @property
    def person_id(self) -> str:
        """“doan-hong-phong-3f9c0a”: the name without marks, a digest of the first claim in order of article."""
        first = min((claim.article_id, claim.n) for claim, _ in self.claims)
        digest = hashlib.sha256(repr(first).encode()).hexdigest()[:6]
        return f"{bare(self.name).replace(' ', '-')}-{digest}"


@dataclass(slots=True)
class Known:
    """The people met so far, by name and by the posts that one person holds at a time."""

    people: list[Person] = field(default_factory=list)
    by_name: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    by_post: dict[Key, list[Person]] = field(default_factory=lambda: defaultdict(list))

    def near(self, claim: Claim, posts: list[Held]) -> list[Person]:
        of_post = [person for post in posts if post.office.leads for person in self.by_post[post.key]]
        return list({id(p): p for p in (*self.by_name[bare(claim.name)], *of_post)}.values())

    def index(self, person: Person) -> None:
        for name in {bare(spelled) for spelled in person.spellings}:
            if person not in self.by_name[name]:
                self.by_name[name].append(person)
        for key, post in person.posts.items():
            if post.office.leads and person not in self.by_post[key]:
                self.by_post[key].append(person)

    def join(self, persons: list[Person]) -> Person:
        """One person of several that a claim has shown to be one."""
        kept, *others = persons
        for other in others:
            names = [self.by_name[bare(spelled)] for spelled in other.spellings]
            for listed in (*names, *(self.by_post[key] for key in other.posts)):
                if other in listed:
                    listed.remove(other)
            self.people.remove(other)
            kept.take(other)
        if others:
            self.index(kept)
        return kept
