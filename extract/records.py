"""The facts a reading holds: frozen records, each with the span it was read from and the rule that read it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of characters of the article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Mention:
    """The words a fact was read from: `span.of(article.text) == text`."""

    span: Span
    text: str
    rule: str


# --- dates -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DateExpression:
    """“Chiều 29-7” → "2020-07-29" (EDTF); None where it cannot be resolved."""

    value: str | None
    mention: Mention


@dataclass(frozen=True, slots=True)
class Term:
    """“khóa XII” of a body → the interval of years it sat, "2016/2021"; None where no table has it."""

    value: str | None
    mention: Mention


# --- directives --------------------------------------------------------------------------------


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


# --- indicators --------------------------------------------------------------------------------


class IndicatorKind(StrEnum):
    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    QUANTITY = "quantity"
    RANK = "rank"
    RATIO = "ratio"


class Bound(StrEnum):
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"


class Trend(StrEnum):
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A figure and its frame: “đến hết năm 2019, giảm 199 đầu mối” → 199 đầu mối, down, period 2019.

    `unit` is as written, `unit_id` the lexicon's; money is in đồng. `mention` is the shortest stretch that
    makes the figure understandable; `number` is the figure alone.
    """

    kind: IndicatorKind
    value: Decimal
    unit: str
    unit_id: str | None = None
    value_to: Decimal | None = None
    out_of: Decimal | None = None
    bound: Bound | None = None
    trend: Trend | None = None
    target: bool = False
    period: str | None = None
    per: Mention | None = None
    place: Mention | None = None
    concept: Mention | None = None
    index: str | None = None
    number: Mention
    mention: Mention


class LinkKind(StrEnum):
    """What ties two figures of one article."""

    CHANGE = "change"  # from → to
    PLAN = "plan"  # the planned → the actual
    PART = "part"  # a part → its whole


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLink:
    """`source` and `target` are positions in `Reading.indicators`."""

    kind: LinkKind
    source: int
    target: int
    rule: str


class Verdict(StrEnum):
    HOLDS = "holds"
    ROUNDING = "holds within rounding"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One sum the article lets us do: stated against computed, over the figures at these positions."""

    kind: str
    verdict: Verdict
    stated: Decimal
    computed: Decimal
    indicators: tuple[int, ...]
    mention: Mention


# --- officials and sessions --------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class Role:
    kind: RoleKind
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """A named person in office, by the fullest form of the name, with posts and roles."""

    name: str
    posts: tuple[Post, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: tuple[Mention, ...]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
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


# --- the whole ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words a reader saw and could not read, with the reason: the work queue of the rules."""

    reason: str
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything read from one article by one version of the reader."""

    article_id: str
    reader: str
    sentences: tuple[Span, ...] = ()
    officials: tuple[Official, ...] = ()
    directives: tuple[Directive, ...] = ()
    relations: tuple[DirectiveRelation, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    terms: tuple[Term, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    links: tuple[IndicatorLink, ...] = ()
    checks: tuple[Check, ...] = ()
    sessions: tuple[Session, ...] = ()
    statements: tuple[Statement, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
