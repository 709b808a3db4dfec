"""How one document bears on another, where the sentence says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.directives.citations import Cited
from extract.directives.leads import mention, sentence_start
from extract.directives.parts import Parts
from extract.records import CitingAct, DirectiveRelation, RelationKind
from extract.rules import compile

_REPLACE = r"thay\sthế(?:\scho)?"
_AMEND = r"(?:sửa\sđổi|bổ\ssung|điều\schỉnh)(?:\s?,?\s?(?:và\s)?bổ\ssung)?"
_ANNUL = r"(?:bãi\sbỏ|hủy\sbỏ|huỷ\sbỏ|thu\shồi|hủy)"
_IMPLEMENT = (
    r"(?:(?:triển\skhai|tổ\schức|hướng\sdẫn|đẩy\smạnh|tiếp\stục)\s)*(?:thực\shiện|thi\shành|triển\skhai|hướng\sdẫn|cụ\sthể\sh(?:óa|oá))"
    r"|quy\sđịnh\schi\stiết"
)
_PART = r"(?:\s(?:một\ssố\s)?(?:điều|nội\sdung|khoản|phần)(?:\s(?:của|tại|trong))?|\s(?:của|các|những))*"
_BY = r"(?:bằng|bởi|theo|tại)"


@dataclass(frozen=True, slots=True)
class Link:
    """Words between two citations and which of them acts: `forward` when the first does."""

    kind: RelationKind
    pattern: re.Pattern[str]
    forward: bool


_OPEN = r"^[\s,()]*(?:(?:nay|đã|sẽ|mới|về|để|nhằm|là|hiện)\s)*(?:việc\s)?"
LINKS = (
    Link(RelationKind.REPLACES, compile(rf"{_OPEN}(?:được|bị)\s{_REPLACE}\s{_BY}\s$"), False),
    Link(RelationKind.REPLACES, compile(rf"{_OPEN}{_REPLACE}{_PART}\s$"), True),
    Link(RelationKind.AMENDS, compile(rf"{_OPEN}(?:được|bị)\s{_AMEND}\s{_BY}\s$"), False),
    Link(RelationKind.AMENDS, compile(rf"{_OPEN}{_AMEND}{_PART}\s$"), True),
    Link(RelationKind.ANNULS, compile(rf"{_OPEN}(?:được|bị)\s{_ANNUL}\s{_BY}\s$"), False),
    Link(RelationKind.ANNULS, compile(rf"(?!\s*,){_OPEN}{_ANNUL}{_PART}\s$"), True),
    Link(RelationKind.IMPLEMENTS, compile(rf"{_OPEN}(?:{_IMPLEMENT}){_PART}\s$"), True),
)
"""What may stand between the end of one citation (with its date and issuer) and the beginning of the next."""

_FARTHEST = 160


def find_relations(
    text: str, low: str, cited: Sequence[Cited], parts: Sequence[Parts], codes: Sequence[str | None]
) -> list[DirectiveRelation]:
    """“Quyết định số 81-QĐ/TU, nay được thay thế bằng Quy chế số 21-QC/TU”: 21-QC/TU replaces 81-QĐ/TU.

    `codes` is the document's code for each citation, None for one that stayed ambiguous.
    """
    found = [*_between(text, low, cited, parts, codes), *_opening(text, cited, parts, codes)]
    return list({(relation.kind, relation.source, relation.target): relation for relation in reversed(found)}.values())[
        ::-1
    ]


def _between(
    text: str, low: str, cited: Sequence[Cited], parts: Sequence[Parts], codes: Sequence[str | None]
) -> Iterator[DirectiveRelation]:
    for at in range(len(cited) - 1):
        first, second = codes[at], codes[at + 1]
        start, end = parts[at].tail_end, _begin(cited, parts, at + 1)
        if not first or not second or first == second or not start < end <= start + _FARTHEST:
            continue
        gap = low[start:end]
        for link in LINKS:
            if link.pattern.search(gap):
                source, target = (first, second) if link.forward else (second, first)
                yield _relation(text, (link.kind, source, target), cited[at], cited[at + 1])
                break


def _opening(
    text: str, cited: Sequence[Cited], parts: Sequence[Parts], codes: Sequence[str | None]
) -> Iterator[DirectiveRelation]:
    """“Thực hiện Chỉ thị 05 …, Tỉnh ủy đã ban hành Kế hoạch số 19”: the plan implements the directive."""
    for at in range(len(cited) - 1):
        first, second, lead = codes[at], codes[at + 1], parts[at].lead
        if lead.act is not CitingAct.IMPLEMENT or parts[at + 1].lead.act is not CitingAct.ISSUE or not lead.act_mention:
            continue
        begin = sentence_start(text, cited[at].mention.span.start)
        opens = lead.act_mention.span.start - begin < 12
        same = begin == sentence_start(text, cited[at + 1].mention.span.start)
        if opens and same and first and second and first != second:
            yield _relation(text, (RelationKind.IMPLEMENTS, second, first), cited[at], cited[at + 1])


def _begin(cited: Sequence[Cited], parts: Sequence[Parts], at: int) -> int:
    pin = parts[at].lead.pin
    return pin.span.start if pin else cited[at].mention.span.start


def _relation(text: str, says: tuple[RelationKind, str, str], first: Cited, second: Cited) -> DirectiveRelation:
    kind, source, target = says
    whole = mention(text, first.mention.span.start, second.mention.span.end, f"relations.{kind}")
    return DirectiveRelation(kind=kind, source=source, target=target, mention=whole)
