"""Which claims bear on each other: by a name or a post that one person holds at a time; the rest stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from normalize.names import bare
from normalize.person import Claim
from normalize.registry import Registry
from normalize.same_office import Key, held

Tie = str | Key


class Kin:
    """Sets of ties that claims have joined: a union-find."""

    def __init__(self) -> None:
        self.parent: dict[Tie, Tie] = {}

    def root(self, tie: Tie) -> Tie:
        parent = self.parent
        here = parent.setdefault(tie, tie)
        while here != tie:
            parent[tie] = parent[here]
            tie, here = here, parent[here]
        return tie

    def join(self, ties: Iterator[Tie]) -> None:
        first = self.root(next(ties))
        for tie in ties:
            self.parent[self.root(tie)] = first


def bearing_on(told: Iterable[Claim], others: Sequence[Claim], registry: Registry) -> list[bool]:
    """True for each of the others that may mean another person now that the claims told have come, changed or gone."""
    kin, told = Kin(), list(told)
    for claim in (*told, *others):
        kin.join(ties(claim))
    for said in registry.verdicts:
        kin.join(iter((bare(said.left.name), bare(said.right.name))))
    touched = {kin.root(bare(claim.name)) for claim in told}
    return [kin.root(bare(claim.name)) in touched for claim in others]


def ties(claim: Claim) -> Iterator[Tie]:
    """The name, and each post that one person holds at a time: “Bí thư Huyện ủy Bình Lâm” brings two names together."""
    yield bare(claim.name)
    for post in claim.posts:
        if key := led(post, claim.home):
            yield key


@lru_cache(maxsize=200_000)
def led(post: str, home: str) -> Key | None:
    said = held(post, home, None)
    return said.key if said.office.leads else None
