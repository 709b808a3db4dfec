"""People in office: their posts and their roles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from extract.records.mention import Mention


class RoleKind(StrEnum):
    CHAIR = "chair"
    HEAD = "head"
    DEPUTY_HEAD = "deputy_head"
    ATTENDEE = "attendee"
    SPEAKER = "speaker"
    PRESENTER = "presenter"


@dataclass(frozen=True, slots=True)
class Post:
    """A post as the article gives it: “Phó Bí thư Thường trực Tỉnh ủy”."""

    text: str
    mention: Mention


class Role(NamedTuple):
    kind: RoleKind
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """A named person in office, by the fullest form of the name, with posts and roles."""

    name: str
    posts: tuple[Post, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: tuple[Mention, ...]
