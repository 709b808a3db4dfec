"""Who is who over all articles: one person for all the articles that mean them, namesakes kept apart.

Claims are taken in a fixed order (those with posts first, then by publication), each joins the one person it
fits best, or becomes a new one; so the same claims always give the same people.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from normalize.names import Spelling, bare, folded, spelling
from normalize.posts import Office, office
from normalize.registry import Registry
from normalize.same_office import Key, is_local, key, rivals, same_body


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One official of one article, as said there."""

    article_id: str
    n: int
    name: str
    posts: tuple[str, ...] = ()
    home: str
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The person a claim means, and why."""

    article_id: str
    n: int
    person_id: str
    why: str


@dataclass(slots=True, eq=False)
class Person:
    """All claims that mean one person so far, and what they say of the posts."""

    name: str
    claims: list[tuple[Claim, str]] = field(default_factory=list)
    spellings: set[str] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    offices: dict[Key, tuple[Office, str]] = field(default_factory=dict)

    def add(self, claim: Claim, held: dict[Key, Office], why: str) -> None:
        self.claims.append((claim, why))
        self.spellings.add(folded(claim.name))
        self.homes.add(claim.home)
        for place, post in held.items():
            self.offices[place] = (post, claim.published or "")

    @property
    def person_id(self) -> str:
        """“doan-hong-phong-3f9c0a”: the name without marks, a digest of the first claim in order of article."""
        first = min((claim.article_id, claim.n) for claim, _ in self.claims)
        digest = hashlib.sha256(repr(first).encode()).hexdigest()[:6]
        return f"{bare(self.name).replace(' ', '-')}-{digest}"

    @property
    def is_central(self) -> bool:
        return any(post.level == "central" for post, _ in self.offices.values())


def resolve(claims: Iterable[Claim], registry: Registry | None = None) -> list[Identity]:
    """A person for every claim, in the order of articles; what the registry takes down is left out."""
    registry = registry or Registry()
    people: list[Person] = []
    by_name: dict[str, list[Person]] = defaultdict(list)
    by_office: dict[Key, list[Person]] = defaultdict(list)
    shown = [c for c in claims if not registry.is_taken_down(c.name, c.article_id, c.home)]
    for claim in sorted(shown, key=lambda c: (not c.posts, c.published or "9999", c.article_id, c.n)):
        held = {key(post, claim.home): post for post in map(office, claim.posts)}
        leading = [place for place, post in held.items() if post.leads]
        near = [*by_name[bare(claim.name)], *(p for place in leading for p in by_office[place])]
        person, why = best(claim, held, decided(claim, people, registry) + near, registry)
        if person is None:
            person = Person(claim.name)
            people.append(person)
            by_name[bare(claim.name)].append(person)
        person.add(claim, held, why)
        for place in leading:
            if person not in by_office[place]:
                by_office[place].append(person)
    found = [
        Identity(article_id=claim.article_id, n=claim.n, person_id=person.person_id, why=why)
        for person in people
        for claim, why in person.claims
    ]
    return sorted(found, key=lambda identity: (identity.article_id, identity.n))


def decided(claim: Claim, people: list[Person], registry: Registry) -> list[Person]:
    """People whom a decision of the registry may tie to the claim; none where it says nothing of the name."""
    if not any(v.same and folded(claim.name) in (folded(v.left.name), folded(v.right.name)) for v in registry.verdicts):
        return []
    return [person for person in people if verdict(claim, person, registry)]


def best(claim: Claim, held: dict[Key, Office], near: list[Person], registry: Registry) -> tuple[Person | None, str]:
    """The one person who fits best; None where nobody does, or two do equally."""
    fits: dict[int, tuple[int, str, Person]] = {}
    for person in near:
        score, why = fit(claim, held, person, registry)
        if score:
            fits[id(person)] = (score, why, person)
    if not fits:
        return None, "first of the name" if not near else "fits nobody of the name"
    top = max(score for score, _, _ in fits.values())
    winners = [(why, person) for score, why, person in fits.values() if score == top]
    if len(winners) > 1:
        return None, f"fits {len(winners)} people equally"
    return winners[0][1], winners[0][0]


def verdict(claim: Claim, person: Person, registry: Registry) -> bool | None:
    """What the registry says of a claim and a person; the last decision counts."""
    said = None
    for decision in registry.verdicts:
        for here, there in ((decision.left, decision.right), (decision.right, decision.left)):
            if here.means(claim.name, claim.article_id, claim.home) and any(
                there.means(c.name, c.article_id, c.home) for c, _ in person.claims
            ):
                said = decision.same
    return said


def fit(claim: Claim, held: dict[Key, Office], person: Person, registry: Registry) -> tuple[int, str]:
    """How well a claim fits a person, and why: 0 is not at all."""
    if registry.verdicts and (said := verdict(claim, person, registry)) is not None:
        return (1000, "registry") if said else (0, "registry")
    near = min((spelling(claim.name, other) for other in person.spellings), key=list(Spelling).index)
    if near is Spelling.OTHER:
        return 0, ""
    if near is Spelling.SLIP:
        together = any(c.article_id == claim.article_id for c, _ in person.claims)
        leads = any(held[place].leads for place in held if place in person.offices)
        return (70, f"{near}, same post") if leads and not together else (0, "")
    score, why = by_posts(claim, held, person)
    return (score, f"name {near}, {why}") if near is Spelling.SAME or not score else (score - 5, f"{near}, {why}")


def by_posts(claim: Claim, held: dict[Key, Office], person: Person) -> tuple[int, str]:
    """How well the posts of a claim and a person of one name fit, and why."""
    pairs = [(mine, theirs, when) for mine in held.values() for theirs, when in person.offices.values()]
    to_centre = not held or any(post.level == "central" for post in held.values())
    if any(place in person.offices for place in held):
        found = 100, "same post"
    elif any(rivals(mine, theirs, claim.published, when) for mine, theirs, when in pairs):
        found = 0, "posts that exclude each other"
    elif any(same_body(mine, theirs) for mine, theirs, _ in pairs):
        found = 90, "same body"
    elif person.is_central and to_centre:
        found = 80, "known of the centre"
    elif claim.home in person.homes and is_local(claim.home):
        found = 60, "same place"
    else:
        found = 0, "nothing in common"
    return found
