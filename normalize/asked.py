"""Claims in the same words of one month ask one question: answered anew only where someone it bears on has changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from normalize.names import bare
from normalize.person import Claim, Known, Person, Tie, Wording
from normalize.same_office import Held, Key, held

NEVER = -1
Words = tuple[str, tuple[str, ...], str, str | None]


@dataclass(slots=True)
class Asked:
    """A question, and what was answered last: at which turn of its ties, who fits, and why."""

    posts: list[Held]
    ties: list[Tie]
    turn: int = NEVER
    fitting: list[Person] = field(default_factory=list)
    why: str = ""

    def is_answered(self, known: Known) -> bool:
        return self.turn == known.turn(self.ties)


def asked(claim: Claim, questions: dict[Words, Asked]) -> Asked:
    """The question of a claim: “Trần Hữu Bằng, Bí thư Huyện ủy” on one portal in May 2020 is asked once."""
    home, month = claim.home, claim.published and claim.published[:7]  # no judgement on posts is finer
    if not any(is_dated(post, home) for post in claim.posts):
        month = None
    words = (claim.name, claim.posts, home, month)
    if (question := questions.get(words)) is None:
        posts = [held(post, home, month) for post in claim.posts]
        question = questions[words] = Asked(posts, list(ties(claim)))
    return question


@lru_cache(maxsize=200_000)
def is_dated(post: str, home: str) -> bool:
    return held(post, home, "2020-05").published is not None


def ties(said: Claim | Wording) -> Iterator[Tie]:
    """The name, and each post that one person holds at a time: “Bí thư Huyện ủy Bình Lâm” brings two names together."""
    yield bare(said.name)
    for post in said.posts:
        if key := led(post, said.home):
            yield key


@lru_cache(maxsize=200_000)
def led(post: str, home: str) -> Key | None:
    said = held(post, home, None)
    return said.key if said.office.leads else None
