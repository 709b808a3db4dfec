"""The verbs that give a person a part in an event, from the lexicon: “chủ trì”, “dẫn đầu”, “nhấn mạnh”."""

from __future__ import annotations

from dataclasses import dataclass

from extract.lexicon import load
from extract.records import RoleKind

ROLE_VERBS = "role verbs"
"""The family of these terms; a term's label is the name of its block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleVerb:
    """One block of role_verbs.toml: forms of one verb, the role they give, the neighbours that make them no verb."""

    name: str
    role: str
    forms: tuple[str, ...]
    says: bool = False
    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    examples: tuple[str, ...]
    refuse: tuple[str, ...]

    @property
    def kind(self) -> RoleKind:
        return RoleKind(self.role)


def role_terms() -> dict[str, list[str]]:
    """Every form of each verb: “dự” → “tham dự”, “cùng dự”."""
    return {verb.name: list(verb.forms) for verb in load("role_verbs", RoleVerb)}
