"""What one citation says of its document: date, issuer, term and subject after it, and what its lead says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extract.directives.citations import Cited
from extract.directives.codes import issuing_body
from extract.directives.issuers import body_named, issuer_at, may_issue
from extract.directives.leads import Lead, lead_of, mention
from extract.records import DateExpression, Mention, Term
from extract.rules import compile
from extract.text import UPPER

_GLUE = re.compile(r"[\s,]*\(?\s*(?:(?:được\s)?(?:ban\shành|ký(?:\sban\shành)?|đề|ra)(?:\svào)?\s+)?")
_BY = re.compile(r"[\s,()]*(?:được\s)?(?:của|do|bởi|mà)\s?")
_TERM_GLUE = re.compile(r"\)?\s*,?\s*\(?\s*")
_AND = re.compile(r"(?:\s?,\s?|,?\s(?:và|cùng)\s)(?:số\s)?")
_SPEAKING = re.compile(r",\s")
_AT = re.compile(r"(?:tại|bằng|theo|trong)\s(?:nội\sdung\s)?$")
_PASSIVE = re.compile(r"\s(?:đã\s)?được\s")
_PASSED = re.compile(r"\s(?:đã\s)?(?:ban\shành|ký|thông\squa|phê\sduyệt)(?!\w)")
_SUBJECT = re.compile(r"\)?[\s,:]*(?:(?:quy\sđịnh\s|ban\shành\s)?về(?:\sviệc)?\s*:?\s*|(?=[“\"‘]))")
_CLAUSE_WORD = (
    r"ngày|trong|theo|nhằm|đã|được|tại|do|với|từ|khi|để|ông|bà|đồng\schí|các\scấp|hôm|sáng|chiều|thời|bên|đến|qua|trên|có|là|thì"
    r"|gắn|cùng|huyện|tỉnh|thành|ủy\sban|ban|chính|bộ|sở|đảng|nhất|đặc|góp|tạo"
)
_SUBJECT_END = compile(
    rf"[.;:\n()] | ,\s(?=(?-i:[{UPPER}]) | (?:{_CLAUSE_WORD})(?!\w)) | ,$"
    r"| \s(?:có\shiệu\slực|gắn\svới|đã|được|đang|sẽ|nhằm|trong\sđó|nêu\srõ|tại\scuộc)(?!\w)"
    r"| \svà\s(?=(?:nghị|quyết|chỉ|thông|kết|kế|quy|luật|hướng|đề\sán|chương)\s)"
)
_CLAUSE = re.compile(
    r"\s(?:về|phê\sduyệt|ban\shành|quy\sđịnh|công\snhận|thành\slập)\s(?:[^,;:.(“”\"\n]|\.(?=\d)){0,180}"
)
_QUOTED = re.compile(r"[“\"‘]{1,2}[^”\"’\n]{3,300}[”\"’]{1,2}")
_LONGEST = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What one citation says of its document beyond its code; `tail_end` is where date, issuer and term end."""

    lead: Lead
    issued: DateExpression | None = None
    issuer: Mention | None = None
    term: Term | None = None
    subject: Mention | None = None
    tail_end: int


def parts_of(
    text: str, low: str, cited: Cited, dates: Mapping[int, DateExpression], terms: Mapping[int, Term]
) -> Parts:
    """Everything said beside one citation: “Quyết định 12 ngày 5-1-2019 của UBND tỉnh về giá đất”."""
    issued, issuer, term, end = _after(text, low, cited, dates, terms)
    if issued is None and issuer is None:
        issued, issuer = _after_subject(text, low, cited, end, dates)
    lead = lead_of(text, low, cited, dates, issuer_known=issuer is not None)
    return Parts(
        lead=lead,
        issued=issued or lead.issued,
        issuer=issuer or lead.issuer or _speaker(text, low, cited, end),
        term=term,
        subject=_subject(text, low, end),
        tail_end=end,
    )


def with_shared_issuers(low: str, cited: Sequence[Cited], parts: Sequence[Parts]) -> list[Parts]:
    """“Nghị quyết 18-NQ/TW và Nghị quyết 19-NQ/TW của Trung ương”: an issuer said once at the end is of both."""
    shared = list(parts)
    for at in range(len(parts) - 2, -1, -1):
        following, begin = shared[at + 1], cited[at + 1].mention.span.start
        issuer = following.issuer
        if shared[at].issuer or not issuer or issuer.span.start < begin or cited[at].back:
            continue
        if _AND.fullmatch(low, shared[at].tail_end, begin) and _agrees(cited[at], issuer.text):
            shared[at] = replace(shared[at], issuer=issuer)
    return shared


def _after(
    text: str, low: str, cited: Cited, dates: Mapping[int, DateExpression], terms: Mapping[int, Term]
) -> tuple[DateExpression | None, Mention | None, Term | None, int]:
    """Date, issuer and term in any order: “ngày 25-2-2010 của Bộ Chính trị (khóa X)”."""
    issued, issuer, term, end = None, None, None, cited.group_end
    while True:
        glue, by, term_glue = _GLUE.match(low, end), _BY.match(low, end), _TERM_GLUE.match(low, end)
        if issued is None and glue and (date := dates.get(glue.end())) and _dates(date, glue[0]):
            issued, end = date, date.mention.span.end
        elif issuer is None and by and (stop := issuer_at(text, by.end())) and _agrees(cited, text[by.end() : stop]):
            issuer, end = mention(text, by.end(), stop, "directives.issuer_after"), stop
        elif issuer is None and (stop := _bare_issuer(text, cited, end)):
            issuer, end = mention(text, end + 1, stop, "directives.issuer_after"), stop
        elif term is None and term_glue and (found := terms.get(term_glue.end())):
            term, end = found, found.mention.span.end
        else:
            break
    return issued, issuer, term, end


def _bare_issuer(text: str, cited: Cited, end: int) -> int | None:
    """“Nghị quyết 39-NQ/TW Bộ Chính trị”: without “của” only a listed body that may issue the code."""
    own = issuing_body(cited.code)
    if own is None or text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper():
        return None
    stop = issuer_at(text, end + 1)
    body = body_named(text[end + 1 : stop]) if stop else None
    return stop if body is not None and may_issue(own, body) else None


def _after_subject(
    text: str, low: str, cited: Cited, end: int, dates: Mapping[int, DateExpression]
) -> tuple[DateExpression | None, Mention | None]:
    """“… phê duyệt dự án cá tra ngày 18.7.2014 của UBND tỉnh”: only date and issuer together, in the same clause."""
    clause = _CLAUSE.match(low, end)
    if not clause:
        return None, None
    for start, date in dates.items():
        if end < start < clause.end() and date.value and len(date.value) == 10:
            by = _BY.match(low, date.mention.span.end)
            stop = issuer_at(text, by.end()) if by else None
            if by and stop and _agrees(cited, text[by.end() : stop]):
                return date, mention(text, by.end(), stop, "directives.issuer_after")
    return None, None


def _dates(date: DateExpression, glue: str) -> bool:
    """A day dates a document; a year only right behind it or in brackets, not “Kết luận 24, năm 2017”."""
    if date.value and "/" in date.value:
        return False
    return date.value is None or len(date.value) == 10 or "," not in glue


def _agrees(cited: Cited, name: str) -> bool:
    return may_issue(issuing_body(cited.code), body_named(name))


def _speaker(text: str, low: str, cited: Cited, end: int) -> Mention | None:
    """Who speaks in a document or passed it: “Tại Công văn 409/UBND-TKBT, UBND Thành phố yêu cầu …”."""
    start, own = cited.mention.span.start, issuing_body(cited.code)
    comma, passive = _SPEAKING.match(low, end), _PASSIVE.match(low, end)
    opening = comma or passive
    at = opening.end() if opening else 0
    stop = issuer_at(text, at) if at else None
    body = body_named(text[at:stop]) if stop else None
    if not stop or body is None or not may_issue(own, body):
        return None
    place = _AT.search(low, max(0, start - 20), start)
    speaks = comma and place and (own is body or place[0].startswith(("tại", "bằng")))
    passed = passive and _PASSED.match(low, stop)
    return mention(text, at, stop, "directives.issuer_speaking") if speaks or passed else None


def _subject(text: str, low: str, end: int) -> Mention | None:
    """“về Quy chế công tác dân vận …”: to the closing quote, else to the end of its clause."""
    opening = _SUBJECT.match(low, end)
    if not opening:
        return None
    start = opening.end()
    if quoted := _QUOTED.match(text, start):
        return mention(text, start, quoted.end(), "directives.subject_quoted")
    if opening[0].strip(" ,:)") == "":
        return None
    limit = min(len(text), start + _LONGEST)
    stop = _SUBJECT_END.search(text, start, limit)
    finish = stop.start() if stop else limit
    return mention(text, start, finish, "directives.subject") if finish - start > 3 else None
