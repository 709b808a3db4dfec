"""Who is who over all articles: one person for all the articles that mean them, namesakes kept apart.

Claims are taken in a fixed order (those with posts first, then by publication), each joins the one person it
fits best, or becomes a new one; so the same claims always give the same people.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from normalize.asked import NEVER, Asked, Words, asked
from normalize.names import Spelling, folded, spelling
from normalize.person import Claim, Known, Person
from normalize.registry import Registry
from normalize.same_office import (
    IN_OTHER_WORDS,
    NOTHING,
    SAME,
    SAME_BODY,
    Held,
    agreement,
    is_local,
    one_place,
    rivals,
)

__all__ = ["Claim", "Identity", "resolve"]

REGISTRY, CENTRE, SLIP, PLACE = 1000, 80, 70, 60
SURE = CENTRE
"""The score from which two people who fit one claim equally are one: a shared post, one body, the centre."""
UNSURE = "fits"
_NEARER = list(Spelling)
WORDS = {SAME: "same post", IN_OTHER_WORDS: "same post in other words", SAME_BODY: "same body"}


class Identity(NamedTuple):
    """The person a claim means, and why; a tuple, as there are millions."""

    article_id: str
    n: int
    person_id: str
    why: str


def resolve(claims: Iterable[Claim], registry: Registry | None = None) -> list[Identity]:
    """A person for every claim, in the order of articles; what the registry takes down is left out."""
    registry = registry or Registry()
    known, questions = Known(), dict[Words, Asked]()
    shown = [c for c in claims if not registry.is_taken_down(c.name, c.article_id, c.home)]
    for claim in sorted(shown, key=lambda c: (not c.posts, c.published or "9999", c.article_id, c.n)):
        question = asked(claim, questions)
        if not question.is_answered(known):
            answer(question, claim, known, registry)
        elif question.fitting:  # the same words again: of one who is known by them
            question.fitting[0].claims.append((claim, question.why))
            continue
        person = known.join(question.fitting) if question.fitting else Person(claim.name)
        says_more = person.add(claim, question.posts, question.why)
        if not question.fitting:
            known.meet(person)
        if says_more and draws(person, question, known, registry):
            known.index(person)
    return sorted(
        Identity(claim.article_id, claim.n, person_id, why)
        for person_id, person in ((person.person_id, person) for person in known.people.values())
        for claim, why in person.claims
    )


def answer(question: Asked, claim: Claim, known: Known, registry: Registry) -> None:
    """Who fits a claim; the answer holds for its words, but for what is said of one article or decided by hand."""
    near = decided(claim, known, registry) + known.near(question.ties)
    question.fitting, question.why = best(claim, question.posts, near, registry)
    others = [person for person in near if folded(claim.name) not in person.spellings]
    of_article = registry.verdicts or any(nearest(claim.name, person) is Spelling.SLIP for person in others)
    question.turn = NEVER if of_article else known.turn(question.ties)


def draws(person: Person, question: Asked, known: Known, registry: Registry) -> bool:
    """True for a person whom later claims can join; of those known by a name alone the first says that it is known.

    What fits several people must not draw others to itself.
    """
    if question.why.startswith(UNSURE):
        return False
    return bool(registry.verdicts) or not (person.is_told_by_name_alone and known.near(question.ties[:1]))


def decided(claim: Claim, known: Known, registry: Registry) -> list[Person]:
    """People whom a decision of the registry may tie to the claim; none where it says nothing of the name."""
    if not any(v.same and folded(claim.name) in (folded(v.left.name), folded(v.right.name)) for v in registry.verdicts):
        return []
    return [person for person in known.people.values() if verdict(claim, person, registry)]


def best(claim: Claim, posts: list[Held], near: list[Person], registry: Registry) -> tuple[list[Person], str]:
    """The people who fit best: one, or several whom the claim's posts show to be one; none where it stays open."""
    fits: dict[int, tuple[int, str, Person]] = {}
    at_home = is_local(claim.home)
    for person in near:
        by_name_alone = not (posts and person.posts) and not person.is_central and not registry.verdicts
        if by_name_alone and not (at_home and claim.home in person.homes):
            continue  # of two places: the many namesakes nobody can tell apart
        score, why = fit(claim, posts, person, registry)
        if score:
            fits[id(person)] = (score, why, person)
    if not fits:
        return [], "nobody of the name fits" if near else "first of the name"
    ranked = sorted(fits.values(), key=lambda found: -found[0])
    top, why, _ = ranked[0]
    for least in (min(top, SURE), top):  # all who surely fit, if they may be one; else those who fit best
        winners = [person for score, _, person in ranked if score >= least]
        if len(winners) == 1 or (
            top >= SURE and all(may_be_one(a, b, posts, registry) for a, b in combinations(winners, 2))
        ):
            return winners, why
    return [], f"{UNSURE} {len(winners)} people equally"


def may_be_one(one: Person, other: Person, posts: list[Held], registry: Registry) -> bool:
    """False where two people hold posts that exclude each other, or a decision keeps them apart.

    Posts that one article gives to one person exclude nothing: “Giám đốc Sở Y tế giữ chức Phó Chủ tịch UBND tỉnh”.
    """
    given = {post.key for post in posts}
    pairs = [(a, b) for a in one.posts.values() for b in other.posts.values() if not {a.key, b.key} <= given]
    if any(rivals(a, b) for a, b in pairs):
        return False
    return not registry.verdicts or all(verdict(claim, one, registry) is not False for claim, _ in other.claims)


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


def fit(claim: Claim, posts: list[Held], person: Person, registry: Registry) -> tuple[int, str]:
    """How well a claim fits a person, and why: 0 is not at all."""
    if registry.verdicts and (said := verdict(claim, person, registry)) is not None:
        return (REGISTRY, "registry") if said else (0, "registry")
    near = nearest(claim.name, person)
    if near is Spelling.OTHER:
        return 0, ""
    if near is Spelling.SLIP:
        together = any(c.article_id == claim.article_id for c, _ in person.claims)
        leads = any(post.office.leads and post.key in person.posts for post in posts)
        return (SLIP, f"{near}, same post") if leads and not together else (0, "")
    score, why = by_posts(claim, posts, person)
    return (score, f"name {near}, {why}") if near is Spelling.SAME or not score else (score - 5, f"{near}, {why}")


def nearest(name: str, person: Person) -> Spelling:
    """How a name relates to the spelling of a person's name that is nearest to it."""
    if folded(name) in person.spellings:
        return Spelling.SAME
    return min((spelling(name, other) for other in person.spellings), key=_NEARER.index)


def by_posts(claim: Claim, posts: list[Held], person: Person) -> tuple[int, str]:
    """How well the posts of a claim and a person of one name fit, and why."""
    for mine in posts:  # the most common case by far, and the quickest: the very post
        if (known := person.posts.get(mine.key)) and agreement(mine, known) == SAME:
            return SAME, WORDS[SAME]
    pairs = [(mine, theirs) for mine in posts for theirs in person.posts.values()]
    agreed = max(agreement(mine, theirs) for mine, theirs in pairs) if pairs else NOTHING
    of_centre = person.is_central and (not posts or any(post.office.level == "central" for post in posts))
    if agreed != SAME and pairs and any(rivals(mine, theirs) for mine, theirs in pairs):
        found = 0, "posts that exclude each other"
    elif agreed:
        found = agreed, WORDS[agreed]
    elif of_centre:
        found = CENTRE, "known of the centre"
    elif pairs and any(one_place(mine, theirs) for mine, theirs in pairs):
        found = PLACE, "posts at one place"
    elif claim.home in person.homes and is_local(claim.home):
        found = PLACE, "same place"
    else:
        found = 0, "nothing in common"
    return found
