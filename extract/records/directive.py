"""Numbered documents, where they are cited, and what one does to another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extract.records.date import DateExpression, Term
from extract.records.mention import Mention


class CitingAct(StrEnum):
    """What the article says is done with the document it cites."""

    IMPLEMENT = "implement"  # thực hiện, triển khai
    STUDY = "study"  # quán triệt, học tập
    REVIEW = "review"  # tổng kết, sơ kết
    ISSUE = "issue"  # ban hành, ký
    ANNOUNCE = "announce"  # công bố, trao


class RelationKind(StrEnum):
    """How one document bears on another."""

    REPLACES = "replaces"
    AMENDS = "amends"
    IMPLEMENTS = "implements"
    ANNULS = "annuls"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One place where a document is cited: “Điều 5 Nghị định 79/2003/NĐ-CP”, with its pin and its act."""

    mention: Mention
    pin: Mention | None = None
    act: CitingAct | None = None
    act_mention: Mention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """A numbered document and every place it is cited.

    “Quyết định số 290-QĐ/TW ngày 25-2-2010 của Bộ Chính trị (khóa X) về Quy chế …”
    """

    type: str
    code: str
    issued: DateExpression | None = None
    issuer: Mention | None = None
    term: Term | None = None
    subject: Mention | None = None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectiveRelation:
    """“Quyết định số 81-QĐ/TU, nay được thay thế bằng Quy chế số 21-QC/TU”; `source` acts on `target` (codes)."""

    kind: RelationKind
    source: str
    target: str
    mention: Mention
