"""What stands before a citation: pin, act, issuer and date: “Bộ Y tế ban hành …”, “khoản 2 Điều 5 của …”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extract.directives.citations import Cited
from extract.directives.codes import issuing_body
from extract.directives.issuers import body_named, issuers_in, may_issue
from extract.records import CitingAct, DateExpression, Mention, Span
from extract.rules import compile
from extract.text import UPPER

_PIN = compile(
    r"(?: (?:điểm|khoản|điều|mục|chương|phần|phụ\slục) \s (?:\d{1,3}[a-zđ]?|[a-zđ]|[ivx]{1,5})"
    r"(?: (?:,\s?|\svà\s) (?:\d{1,3}[a-zđ]?|[a-zđ]) (?!\w) )* [\s,]+ (?:của\s)? ){1,4} $"
)
_PIN_WORD = re.compile(r"điểm|khoản|điều|mục|chương|phần|phụ")
_ACTS = {
    CitingAct.REVIEW: r"(?:sơ|tổng)\skết",
    CitingAct.STUDY: r"quán\striệt|học\stập|tuyên\struyền|phổ\sbiến|nghiên\scứu",
    CitingAct.ANNOUNCE: r"công\sbố|trao",
    CitingAct.ISSUE: r"ban\shành|ký|ra|phê\sduyệt|có",
    CitingAct.IMPLEMENT: r"thực\shiện|triển\skhai|thi\shành|cụ\sthể\sh(?:óa|oá)",
}
_LAST_ACT = re.compile(  # greedy: the last act before the citation is met first
    r".*(?<!\w)(?:" + "|".join(rf"(?P<{act}>{words})" for act, words in _ACTS.items()) + r")(?!\w)", re.DOTALL
)
_OF_ANOTHER = re.compile(r"(?:thay\sthế|sửa\sđổi|bổ\ssung|bãi\sbỏ|hướng\sdẫn|quy\sđịnh\schi\stiết)(?!\w)")
_REVIEWED = re.compile(r"(?:sơ|tổng)\skết[^.;,]{0,40}$")
_NEAR = re.compile(r"[^.;\n”]{0,45}")
VAGUE = frozenset({"trung ương", "tw", "t.ư"})
"""Names that say no more than the code: a body named in full comes before them."""
_HOLDER = re.compile(r"(?:ủy\sviên|phó|thành\sviên|đại\sbiểu|trụ\ssở)\s*$", re.IGNORECASE)
_STOPS = (". ", "; ", "! ", "? ", "… ")
_OPENS = re.compile(rf"\s*[{UPPER}“\"*-]")
_OPENING = re.compile(r"[\s*-]*(?:trước\sđó,?\s)?(?:vào\s)?")
_AT = re.compile(r"[\s(]*(?:tại|bằng)\s$")
_REACHING = re.compile(r"tính|đến|tới|từ|kể|trước|sau|cuối|đầu")
_ISSUED_SOME = re.compile(r"(?:ban\shành|ký|ra)\s(?:\w+\s){0,3}?(?:các|những|hai|ba|bốn|năm|một\ssố|\d+)\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What the words before a citation say of it."""

    pin: Mention | None = None
    act: CitingAct | None = None
    act_mention: Mention | None = None
    issuer: Mention | None = None
    issued: DateExpression | None = None


def lead_of(
    text: str, low: str, cited: Cited, dates: Mapping[int, DateExpression], *, issuer_known: bool = False
) -> Lead:
    """“Ngày 05/11/2020, Ban Thường vụ Huyện ủy đã ban hành Đề án số 07-ĐA/HU”: act, issuer and date."""
    begin = sentence_start(text, cited.mention.span.start)
    pin = _pin(text, low, begin, cited.mention.span.start)
    act, act_mention = _act(text, low, begin, pin.span.start if pin else cited.mention.span.start)
    issuing = act_mention if act is CitingAct.ISSUE else None
    issuer = None if issuer_known else _issuer(text, low, cited, begin, issuing)
    issued = None
    if issuing and (issuer or issuer_known or issuing.text.lower() != "có"):
        issued = _date(low, dates, begin, issuer.span.start if issuer else issuing.span.start)
    return Lead(pin=pin, act=act, act_mention=act_mention, issuer=issuer, issued=issued)


def sentence_start(text: str, at: int) -> int:
    """Where the sentence around an offset begins, at most 300 characters back."""
    floor = max(0, at - 300)
    begin = max(floor, text.rfind("\n", floor, at) + 1)
    for mark in _STOPS:
        end = text.rfind(mark, begin, at)
        while end >= begin:
            if _OPENS.match(text, end + 2, at):
                begin = max(begin, end + 2)
                break
            end = text.rfind(mark, begin, end)
    return begin


def _pin(text: str, low: str, begin: int, start: int) -> Mention | None:
    floor = max(begin, start - 60)
    if not _PIN_WORD.search(low, floor, start):
        return None
    match = _PIN.search(low, floor, start)
    return mention(text, match.start(), match.start() + len(match[0].rstrip(" ,")), "directives.pin") if match else None


def _act(text: str, low: str, begin: int, start: int) -> tuple[CitingAct | None, Mention | None]:
    """The act named last before the citation; “tổng kết 10 năm thực hiện” is one act."""
    last = _LAST_ACT.match(low, max(begin, start - 60), start)
    if not last or not _NEAR.fullmatch(low, last.end(), start):
        return None, None
    kind = CitingAct(last.lastgroup or "")
    if kind is CitingAct.ISSUE and _OF_ANOTHER.search(low, last.end(), start):
        return None, None  # ban hành Nghị định thay thế Nghị định 79
    at, end = last.span(kind)
    if low[at:end] in ("có", "ra") and low[end:start].strip() not in ("", "các"):
        return None, None  # “thực hiện có hiệu quả Chỉ thị 18”
    floor = max(begin, at - 50)
    if kind is CitingAct.IMPLEMENT and low.find("kết", floor, at) >= 0 and (said := _REVIEWED.search(low, floor, at)):
        kind, at = CitingAct.REVIEW, said.start()
    return kind, mention(text, at, end, f"directives.act_{kind}")


def _issuer(text: str, low: str, cited: Cited, begin: int, issuing: Mention | None) -> Mention | None:
    """The body named last before the act, if it may issue such a code: “Bộ Y tế ban hành Thông tư …”."""
    start, own = cited.mention.span.start, issuing_body(cited.code)
    end = issuing.span.start if issuing else _issued_some(low, cited, begin, start)
    if end is None and own is not None and (said_in := _AT.search(low, max(begin, start - 12), start)):
        end = said_in.start()  # chỉ đạo của UBND tỉnh tại Chỉ thị số 09/CT-UBND
    if end is None and (own is None or own.level != "central"):
        return None
    for at, stop in reversed(issuers_in(text, begin, start if end is None else end)):
        if _HOLDER.search(text[begin:at]):
            continue
        body = body_named(text[at:stop])
        # Without a word of issuing only the code's own body: “Kiểm toán Nhà nước thực hiện Chỉ thị 15/CT-KTNN”.
        may = (own is body and text[at:stop].lower() not in VAGUE) if end is None else may_issue(own, body)
        return mention(text, at, stop, "directives.issuer_before") if may else None
    return None


def _issued_some(low: str, cited: Cited, begin: int, start: int) -> int | None:
    """Where “đã ban hành hai Nghị quyết …, đó là Nghị quyết 42” says that such documents were issued."""
    some = _ISSUED_SOME.search(low, begin, start)
    return some.start() if some and cited.type.lower() in low[some.end() - 1 : start] else None


def _date(low: str, dates: Mapping[int, DateExpression], begin: int, end: int) -> DateExpression | None:
    """The day that opens the sentence or stands right before the issuer: “…, ngày 24-10-2014, UBND TP đã ra …”."""
    opening = _OPENING.match(low, begin)
    at = opening.end() if opening else begin
    for start, date in dates.items():
        if not date.value or len(date.value) != 10 or not begin <= start < end:
            continue
        opens = start == at and not _REACHING.match(low, start)
        if opens or low[date.mention.span.end : end].strip(" ,") == "":
            return date
    return None


def mention(text: str, start: int, end: int, rule: str) -> Mention:
    span = Span(start, end)
    return Mention(span, span.of(text), rule)
