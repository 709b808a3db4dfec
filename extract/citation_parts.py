"""What stands around a citation: date, issuer, term and subject after it; pin, act, issuer and date before it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extract.citations import Cited
from extract.codes import CODE, read_symbol
from extract.issuers import body_named, issuer_at, issuers_in
from extract.records import CitingAct, DateExpression, Mention, Span, Term
from extract.rules import compile

_GLUE = re.compile(r"[\s,]*\(?\s*(?:(?:được\s)?(?:ban\shành|ký(?:\sban\shành)?|đề|ra)(?:\svào)?\s+)?")
_BY = re.compile(r"[\s,(]*(?:được\s)?(?:của|do|bởi|mà)\s+")
_TERM_GLUE = re.compile(r"\)?\s*,?\s*\(?\s*")
_SUBJECT = re.compile(r"\)?[\s,:]*(?:(?:quy\sđịnh\s|ban\shành\s)?về(?:\sviệc)?\s*:?\s*|(?=[“\"‘]))")
_SUBJECT_END = compile(
    r"[.;:\n()] | ,\s | ,$ | \s(?:có\shiệu\slực|gắn\svới|đã|được|đang|sẽ|nhằm|trong\sđó|nêu\srõ|do|tại\scuộc)(?!\w)"
    r"| \svà\s(?=(?:nghị|quyết|chỉ|thông|kết|kế|quy|luật|hướng|đề\sán|chương)\s)"
)
_QUOTED = re.compile(r"[“\"‘]{1,2}[^”\"’\n]{3,300}[”\"’]{1,2}")
_PIN = compile(
    r"(?: (?:điểm|khoản|điều|mục|chương|phần|phụ\slục) \s (?:\d{1,3}[a-zđ]?|[a-zđ]|[ivx]{1,5})"
    r"(?: (?:,\s?|\svà\s) (?:\d{1,3}[a-zđ]?|[a-zđ]) (?!\w) )* [\s,]+ (?:của\s)? ){1,4} $"
)
_ACTS = {
    CitingAct.REVIEW: r"(?:sơ|tổng)\skết(?:[^.;,]{0,40}(?:thực\shiện|triển\skhai))?",
    CitingAct.STUDY: r"quán\striệt|học\stập|tuyên\struyền|phổ\sbiến|nghiên\scứu",
    CitingAct.ANNOUNCE: r"công\sbố|trao",
    CitingAct.ISSUE: r"(?:ký\s)?ban\shành|ký|ra|phê\sduyệt|có",
    CitingAct.IMPLEMENT: r"(?:(?:triển\skhai|tổ\schức|tiếp\stục)\s)?thực\shiện|triển\skhai|thi\shành|cụ\sthể\shóa|căn\scứ|theo",
}
_ACT = compile("|".join(rf"(?P<{act}>(?<!\w)(?:{words})(?!\w))" for act, words in _ACTS.items()))
_BETWEEN = re.compile(r"[^.;\n”]{0,45}")
_HOLDER = re.compile(r"(?:ủy\sviên|phó|thành\sviên|đại\sbiểu|của|trụ\ssở)\s*$", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;!?…]\s+(?=[A-ZĐÀ-Ỹ“\"*-])|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What one citation says of its document beyond its code."""

    issued: DateExpression | None = None
    issuer: Mention | None = None
    term: Term | None = None
    subject: Mention | None = None
    pin: Mention | None = None
    act: CitingAct | None = None
    act_mention: Mention | None = None
    tail_end: int


def parts_of(
    text: str, low: str, cited: Cited, dates: Mapping[int, DateExpression], terms: Mapping[int, Term]
) -> Parts:
    """Everything said beside one citation."""
    issued, issuer, term, end = _after(text, low, cited, dates, terms)
    subject = _subject(text, low, end)
    clause_start = sentence_start(text, cited.mention.span.start)
    pin, act, act_mention = _before(text, low, cited, clause_start)
    if issuer is None:
        issuer = _issuer_before(text, cited, clause_start, act, act_mention)
    if issued is None and act is CitingAct.ISSUE and act_mention:
        issued = _date_before(low, dates, clause_start, act_mention.span.start)
    return Parts(
        issued=issued,
        issuer=issuer,
        term=term,
        subject=subject,
        pin=pin,
        act=act,
        act_mention=act_mention,
        tail_end=end,
    )


def sentence_start(text: str, at: int) -> int:
    """Where the sentence around an offset begins, at most 300 characters back."""
    floor = max(0, at - 300)
    ends = [match.end() for match in _SENTENCE.finditer(text, floor, at)]
    return ends[-1] if ends else floor


def _after(
    text: str, low: str, cited: Cited, dates: Mapping[int, DateExpression], terms: Mapping[int, Term]
) -> tuple[DateExpression | None, Mention | None, Term | None, int]:
    """Date, issuer and term in any order: “ngày 25-2-2010 của Bộ Chính trị (khóa X)”."""
    issued, issuer, term, end = None, None, None, cited.group_end
    while True:
        glue = _GLUE.match(low, end)
        by = _BY.match(low, end)
        term_at = _TERM_GLUE.match(low, end)
        if issued is None and glue and (date := dates.get(glue.end())) and _is_day(date):
            issued, end = date, date.mention.span.end
        elif issuer is None and by and (stop := issuer_at(text, by.end())) and _agrees(cited, text[by.end() : stop]):
            issuer, end = _mention(text, by.end(), stop, "directives.issuer_after"), stop
        elif term is None and term_at and (found := terms.get(term_at.end())):
            term, end = found, found.mention.span.end
        else:
            break
    return issued, issuer, term, end


def _is_day(date: DateExpression) -> bool:
    return date.value is None or "/" not in date.value


def _subject(text: str, low: str, end: int) -> Mention | None:
    """“về Quy chế công tác dân vận …”: to the closing quote, else to the end of its clause."""
    opening = _SUBJECT.match(low, end)
    if not opening:
        return None
    start = opening.end()
    quoted = _QUOTED.match(text, start)
    if quoted:
        return _mention(text, start, quoted.end(), "directives.subject_quoted")
    if opening[0].strip(" ,:)") == "":
        return None
    stop = _SUBJECT_END.search(low, start, min(len(low), start + 250))
    finish = stop.start() if stop else min(len(low), start + 250)
    return _mention(text, start, finish, "directives.subject") if finish - start > 3 else None


def _before(
    text: str, low: str, cited: Cited, clause_start: int
) -> tuple[Mention | None, CitingAct | None, Mention | None]:
    start = cited.mention.span.start
    floor = max(clause_start, start - 60)
    pin_match = _PIN.search(low, floor, start)
    pin = _mention(text, pin_match.start(), pin_match.end(), "directives.pin") if pin_match else None
    start = pin_match.start() if pin_match else start
    acts = [
        m for m in _ACT.finditer(low, max(clause_start, start - 90), start) if _BETWEEN.fullmatch(low, m.end(), start)
    ]
    if not acts:
        return pin, None, None
    act = acts[-1]
    kind = CitingAct(act.lastgroup or "")
    return pin, kind, _mention(text, act.start(), act.end(), f"directives.act_{kind}")


def _issuer_before(
    text: str, cited: Cited, clause_start: int, act: CitingAct | None, act_mention: Mention | None
) -> Mention | None:
    """“Bộ Y tế ban hành Thông tư …”: the body named last before the act, if it may issue such a code."""
    issues = act is CitingAct.ISSUE and act_mention is not None
    end = act_mention.span.start if issues and act_mention else cited.mention.span.start
    for start, stop in reversed(issuers_in(text, clause_start, end)):
        if _HOLDER.search(text[clause_start:start]):
            continue
        agrees = _agrees(cited, text[start:stop]) if issues else _is_its_own(cited, text[start:stop])
        if agrees:
            return _mention(text, start, stop, "directives.issuer_before")
        return None
    return None


def _date_before(
    low: str, dates: Mapping[int, DateExpression], clause_start: int, act_start: int
) -> DateExpression | None:
    """“Ngày 01/10/2021, Ban Thường vụ Tỉnh ủy đã ban hành …”: the day that opens the sentence."""
    opening = re.compile(r"[\s*-]*(?:trước\sđó,?\s)?(?:vào\s)?").match(low, clause_start)
    date = dates.get(opening.end()) if opening else None
    days = date is not None and date.value is not None and len(date.value) == 10
    return date if days and act_start - clause_start < 160 else None


def _agrees(cited: Cited, name: str) -> bool:
    """A body may issue a code of its own branch and level: /TW is no district's."""
    code, body = CODE.fullmatch(cited.code), body_named(name)
    own = read_symbol(code["symbol"])[1] if code else None
    if own is None or body is None:
        return True
    return own.branch == body.branch and (own.level == body.level or "" in (own.level, body.level))


def _is_its_own(cited: Cited, name: str) -> bool:
    """Without a word of issuing, only the very body of the code: “Kiểm toán Nhà nước thực hiện Chỉ thị 15/CT-KTNN”."""
    code, body = CODE.fullmatch(cited.code), body_named(name)
    own = read_symbol(code["symbol"])[1] if code else None
    return own is not None and own is body and own.level == "central"


def _mention(text: str, start: int, end: int, rule: str) -> Mention:
    span = Span(start, end)
    return Mention(span, span.of(text), rule)
