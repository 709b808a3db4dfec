"""Where documents are cited: full codes, numbers after a type's name, lists that share one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.directives import documents
from extract.directives.codes import CODE, read_symbol, tidy, written
from extract.directives.documents import DocumentType
from extract.directives.type_names import Named, may_name, pointing_back, type_before
from extract.records import Leftover, Mention, Span
from extract.rules import compile
from extract.text import figures

_MORE = compile(
    r"(?:\s?[,;]\s?|\s(?:và|hoặc)\s) (?:số\s)? (?P<number>\d{1,5}(?-i:[a-zđ]?)) (?![\w%/]|[.,]\d|\s?[-–]\s?\d)"
)
_COMMA = re.compile(r"(?:\s?[,;]\s?|\s(?:và|hoặc)\s)(?:số\s)?")
_LONGEST = 6  # digits of a number
_MAY_BE_CODE = re.compile(r"[-‑–—/]|[^\W\d_]|\s[-–—/A-ZĐƯ]")
"""A dash, a slash, a letter or a capital after a space: a look that spares “12 xã” the pattern of codes."""
_YEARED = compile(r"(?P<number>\d{1,5}(?-i:[a-zđ]?)) / (?P<year>(?:19|20)\d\d) (?![\w/-])")
_BARE = compile(
    r"(?P<number>\d{1,5}(?-i:[a-zđ]?))"
    r"(?: (?![\w%] | [.,/]\d | \s?[-–]\s?\d | \s?%) | (?=,\d{1,4}\s?[-–]\s?[A-ZĐ]) | (?=về|của) )"
)
_TERM = re.compile(r",?\s\(?kh(?:óa|oá)\s", re.IGNORECASE)
_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})  # Luật Giáo dục đại học số 34
_MEETINGS = frozenset(str(number) for number in range(2, 16))
_DATED = re.compile(r"\d+\sngày\s\d")  # Kết luận nội dung tố cáo số 102 ngày 8-12
_FREE = re.compile(  # what follows a number that counts nothing
    r"\s*(?:$|[).,;:”\"“(\n–-]|(?:về|của|ngày|năm|và|đã|là|để|theo|có|được|cũng|tại|trong|khóa|khoá|do|này|nói|nêu|trên|vẫn|sẽ"
    r"|với|từ|đến|ra|còn|chưa|không|cho|khi|mà|thì|quy|ban|bị|đang|nhằm|như|ở|thay|triển|gắn|đối|phải|bộc|vượt|sửa|tập|lần"
    r"|vào|bằng|nhưng|hay|hoặc|thành|hiện|mới|đề|thể|-|–)(?!\w)|[A-ZĐ])"
)
_COUNTS = re.compile(
    r"\s*(?:tháng|năm(?!\s\d)|ngày(?!\s\d)|tuần|giờ|phút|lần|người|vụ|việc|nội|tỷ|tỉ|triệu|nghìn|ngàn|đồng|ha|m|m2|km|tấn|ca"
    r"|hộ|điểm"
    r"|bước|giai|điều|chương|mục|phần|nhóm|nhiệm|giải|mục|loại|cấp|cơ|đơn|tổ|cán|đảng|học|xã|huyện|tỉnh|dự|công|căn|trường"
    r"|trang|biện|vấn|chỉ|tiêu|khu|lô|đợt|kỳ|mức|bên|trong|trên)(?!\w)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One document cited at one place: “Quyết định số 290-QĐ/TW”.

    `full` when its letters are there or shared by a list; `back` for “Nghị định này”, which has no number of its own;
    `group_end` is where the list it stands in ends: date and issuer follow there.
    """

    type: str
    code: str
    full: bool = False
    back: bool = False
    mention: Mention
    group_end: int


def find_cited(text: str, low: str) -> tuple[list[Cited], list[Leftover]]:
    """Every citation in text order, and the codes that no table explains."""
    cited: list[Cited] = []
    leftovers: list[Leftover] = []
    past = 0
    for start, end in figures(low):
        inside = start and (text[start - 1].isalnum() or text[start - 1] in "-/.,")
        if start < past or end - start > _LONGEST or inside:
            continue
        code = CODE.match(text, start) if _MAY_BE_CODE.match(text, end) else None
        named = type_before(text, past, start) if code or may_name(low, start) else None
        if not code and not named:
            continue
        if code and not named and cited and _COMMA.fullmatch(text, cited[-1].group_end, start):
            kind = _inherited(cited[-1], code)
            named = Named(kind, start, False, True) if kind else None
        found = list(_read(text, start, code, named))
        if found:
            past = found[-1].group_end
            cited += found
        elif code and code["join"].strip() and (why := _unexplained(code)):
            leftovers.append(Leftover(why, Mention(Span(*code.span()), code[0], "directives.unread_code")))
    if cited:
        cited += [
            Cited(type=kind.name, code="", back=True, mention=_mention(text, (start, end), "back"), group_end=end)
            for kind, start, end in pointing_back(low)
        ]
    return sorted(cited, key=lambda one: one.mention.span), leftovers


def _inherited(before: Cited, code: re.Match[str]) -> DocumentType | None:
    """“Quy định số 47-QĐ/TW, 205-QĐ/TW”: the second is one too, though its letters alone would say Quyết định."""
    kind = documents.by_word().get(before.type.lower())
    letters = tidy(code["symbol"]).upper().split("/")[0].split("-")[0]
    return kind if kind and letters in {symbol.upper() for symbol in kind.symbols} else None


def _read(text: str, start: int, code: re.Match[str] | None, named: Named | None) -> Iterator[Cited]:
    if code and (kind := _kind_of(code, named)):
        span = (named.start if named else start, code.end())
        yield Cited(
            type=kind, code=written(code), full=True, mention=_mention(text, span, "code"), group_end=code.end()
        )
    elif named and (named.near or named.kind.name in _LAWS or _DATED.match(text, start)):
        yeared = _YEARED.match(text, start)
        if yeared and not (code and code["join"].strip()):  # Nghị định 24/2014
            yield _short(text, named, f"{yeared['number']}/{yeared['year']}", (named.start, yeared.end()), yeared.end())
        else:
            yield from _listed(text, start, named)


def _kind_of(code: re.Match[str], named: Named | None) -> str | None:
    """The type of a full code: as the article names it, else by its letters; None where neither knows it."""
    by_letters, body, _ = read_symbol(code["symbol"])
    if not code["join"].strip() and (by_letters is None or not re.search(r"[-–/,]", code["symbol"])):
        return None  # “Quyết định 5 UBND”
    if named and (named.near or by_letters is None or by_letters.name in (named.kind.name, "Công văn", "Luật")):
        return named.kind.name
    return by_letters.name if by_letters and (body or code["symbol"][:1] != code["symbol"]) else None


def _listed(text: str, start: int, named: Named) -> Iterator[Cited]:
    """A number without letters, or the first of several that share them: “Quyết định 217, 218-QĐ/TW”."""
    numbers, end = _numbers(text, start)
    if not numbers:
        return
    spans = [(number["number"], (number.start("number"), number.end())) for number in numbers]
    spans[0] = (spans[0][0], (named.start, spans[0][1][1]))
    comma = _COMMA.match(text, end)
    code = CODE.match(text, comma.end()) if comma else None
    if code and code["join"].strip() and read_symbol(code["symbol"])[0]:
        for number, span in [*spans, (code["number"], code.span())]:
            place = _mention(text, span, "list")
            yield Cited(
                type=named.kind.name, code=written(code, number), full=True, mention=place, group_end=code.end()
            )
    elif _bare_allowed(text, named, numbers):
        for number, span in spans:
            yield _short(text, named, number, span, end)


def _numbers(text: str, start: int) -> tuple[list[re.Match[str]], int]:
    first = _BARE.match(text, start)
    if not first:
        return [], start
    numbers, end = [first], first.end()
    while (more := _MORE.match(text, end)) and not _COUNTS.match(text, more.end()):
        if CODE.match(text, more.start("number")):
            break
        numbers.append(more)
        end = more.end()
    return numbers, end


def _short(text: str, named: Named, number: str, span: tuple[int, int], end: int) -> Cited:
    return Cited(type=named.kind.name, code=number, mention=_mention(text, span, "number"), group_end=end)


def _bare_allowed(text: str, named: Named, numbers: list[re.Match[str]]) -> bool:
    end = numbers[-1].end()
    if _COUNTS.match(text, end):
        return False
    if named.numbered:
        return True
    number = numbers[0]["number"]
    year = number.isdecimal() and 1945 <= int(number) <= 2045
    capital = text[named.start].isupper()
    if not named.kind.short or (year and not capital):  # kế hoạch 2017
        return False
    if number in _MEETINGS and named.kind.name == "Nghị quyết" and _TERM.match(text, end):
        return False  # Nghị quyết 4 (khóa XII): the meeting's number
    return (capital and named.kind.short == "open") or _FREE.match(text, end) is not None


def _mention(text: str, span: tuple[int, int], rule: str) -> Mention:
    place = Span(*span)
    return Mention(place, place.of(text), f"directives.{rule}")


def _unexplained(code: re.Match[str]) -> str | None:
    """Why a code-like string was left: its letters are in no table; None for what is no code (“Quận 3 - TPHCM”)."""
    spaced = code["join"] != code["join"].strip()
    if spaced or code["symbol"].split("-")[0].upper() in documents.not_codes():
        return None
    return f"unknown symbol {code['symbol']}"
