"""The facts a reading holds: frozen records, each with the span it was read from and the rule that read it.

`mention` is the place of a fact; `date`, `directive`, `indicator`, `official` and `session` are the facts of each
reader, `reading` is all of them for one article.
"""

from extract.records.date import DateExpression, Term
from extract.records.directive import Citation, CitingAct, Directive, DirectiveRelation, RelationKind
from extract.records.indicator import Bound, Check, Indicator, IndicatorKind, IndicatorLink, LinkKind, Trend, Verdict
from extract.records.mention import Mention, Span
from extract.records.official import Official, Post, Role, RoleKind
from extract.records.reading import Leftover, Reading
from extract.records.session import Presence, Session, SessionKind, Statement

__all__ = [
    "Bound",
    "Check",
    "Citation",
    "CitingAct",
    "DateExpression",
    "Directive",
    "DirectiveRelation",
    "Indicator",
    "IndicatorKind",
    "IndicatorLink",
    "Leftover",
    "LinkKind",
    "Mention",
    "Official",
    "Post",
    "Presence",
    "Reading",
    "RelationKind",
    "Role",
    "RoleKind",
    "Session",
    "SessionKind",
    "Span",
    "Statement",
    "Term",
    "Trend",
    "Verdict",
]
