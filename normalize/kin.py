"""Which claims bear on each other: by a name or a post that one person holds at a time; the rest stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from normalize.asked import ties
from normalize.names import bare
from normalize.person import Claim, Tie, Wording
from normalize.registry import Registry

Said = Claim | Wording


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


def bearing_on(told: Iterable[Said], others: Sequence[Said], registry: Registry) -> list[bool]:
    """True for each of the others that may mean another person now that what is told has come, changed or gone."""
    kin, told = Kin(), list(told)
    for claim in (*told, *others):
        kin.join(ties(claim))
    for said in registry.verdicts:
        kin.join(iter((bare(said.left.name), bare(said.right.name))))
    touched = {kin.root(bare(claim.name)) for claim in told}
    return [kin.root(bare(claim.name)) in touched for claim in others]
