"""Events: who was there, and who said what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from extract.records.mention import Mention
from extract.records.official import RoleKind


class SessionKind(StrEnum):
    WORKING_SESSION = "working_session"
    CONFERENCE = "conference"
    INSPECTION = "inspection"
    CONGRESS = "congress"
    VOTER_MEETING = "voter_meeting"
    VISIT = "visit"
    CEREMONY = "ceremony"
    RECEPTION = "reception"
    OTHER = "other"


class Presence(NamedTuple):
    """One person at one session, in one role."""

    name: str
    role: RoleKind
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """An event the article reports: kind, when, where, who, about what."""

    kind: SessionKind
    date: str | None = None
    part_of_day: str | None = None
    place: Mention | None = None
    hosts: tuple[Mention, ...] = ()
    guests: tuple[Mention, ...] = ()
    topic: Mention | None = None
    directives: tuple[str, ...] = ()
    participants: tuple[Presence, ...] = ()
    groups: tuple[Mention, ...] = ()
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who said what: “đồng chí Lê Vĩnh Tân nhấn mạnh: …”; `mention` covers the sentences said."""

    speaker: str
    verb: Mention
    mention: Mention
