"""Where documents are cited: full codes, numbers after a type's name, lists that share one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract import documents
from extract.codes import CODE, read_symbol, written
from extract.documents import DocumentType
from extract.records import Leftover, Mention, Span
from extract.rules import compile

_MORE = compile(r"(?:\s?[,;]\s?|\s(?:và|hoặc)\s) (?:số\s)? (?P<number>\d{1,5}[a-z]?) (?![\w%/]|[.,]\d|\s?[-–]\s?\d)")
_YEARED = compile(r"(?P<number>\d{1,5}[a-z]?) / (?P<year>(?:19|20)\d\d) (?![\w/-])")
_BARE = compile(
    r"(?P<number>\d{1,5}[a-z]?) (?: (?![\w%] | [.,/]\d | \s?[-–]\s?\d | \s?%) | (?=,\d{1,4}\s?[-–]\s?[A-ZĐ]) | (?=về|của) )"
)
_NUMBERED = re.compile(r"(?:mang\s)?số(?:\shiệu)?:?\s*$", re.IGNORECASE)
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
    """One document cited at one place: “Quyết định số 290-QĐ/TW”; `full` when its letters are there or shared."""

    type: str
    code: str
    full: bool
    mention: Mention
    group_end: int  # where the list it stands in ends: date and issuer follow there


def find_cited(text: str, low: str) -> tuple[list[Cited], list[Leftover]]:
    """Every citation by number in text order, and the codes that no table explains."""
    cited: list[Cited] = []
    leftovers: list[Leftover] = []
    past = 0
    for hit in re.finditer(r"[0-9]+", text):
        start = hit.start()
        if start < past or (start and (text[start - 1].isalnum() or text[start - 1] in "-/.,")) or len(hit[0]) > 6:
            continue
        code = CODE.match(text, start)
        named = _type_before(text, past, start) if code or _may_name(text, low, start) else None
        found = list(_read(text, start, code, named))
        if found:
            past = found[-1].group_end
            cited += found
        elif code and code["join"].strip() and (why := _unexplained(code)):
            leftovers.append(Leftover(why, Mention(Span(*code.span()), code[0], "directives.unread_code")))
    return cited, leftovers


@dataclass(frozen=True, slots=True)
class _Named:
    kind: DocumentType
    start: int
    number_word: bool  # “số” stands between
    near: bool


def _may_name(text: str, low: str, start: int) -> bool:
    """Whether the word before may end a type's name: a look that spares most figures the search for one."""
    begin = max(0, start - 10)
    words = low[begin:start].split()
    return bool(words) and (
        words[-1] in documents.last_syllables()
        or text[begin:start].rsplit(maxsplit=1)[-1].strip("(“") in documents.last_syllables()
    )


def _type_before(text: str, past: int, start: int) -> _Named | None:
    """The type named right before a number, else the one its phrase began with (“Luật Đất đai số …”)."""
    floor = max(past, start - 90)
    before = text[floor:start].rstrip()
    numbered = _NUMBERED.search(before)
    if numbered:
        before = before[: numbered.start()].rstrip()
    match = documents.name_at_end().search(before, max(0, len(before) - 30))
    if match:
        return _Named(
            documents.by_word()[" ".join(match[0].lower().split())], floor + match.start(), bool(numbered), True
        )
    word = re.split(r"[\s(“\"]", before)[-1]
    if word in documents.by_word():
        return _Named(documents.by_word()[word], floor + len(before) - len(word), bool(numbered), True)
    if not numbered:
        return None
    clause = re.split(r"[.,;:(“\"\n]", before)[-1].lower()
    names = list(documents.name_anywhere().finditer(clause))
    if not names:
        return None
    kind = documents.by_word()[names[-1][0]]
    return _Named(kind, floor + len(before) - len(clause) + names[-1].start(), True, False)


def _read(text: str, start: int, code: re.Match[str] | None, named: _Named | None) -> Iterator[Cited]:
    if code and (kind := _kind_of(code, named)):
        first = named.start if named else start
        yield _cited(text, kind, written(code), (first, code.end()), rule="code", full=True, end=code.end())
        return
    if named is None or not (named.near or (named.number_word and named.kind.name in ("Luật", "Bộ luật"))):
        return
    yielded = _YEARED.match(text, start)
    if yielded and not (code and code["join"].strip()):
        number = f"{yielded['number']}/{yielded['year']}"
        yield _cited(text, named.kind, number, (named.start, yielded.end()), rule="year", full=False, end=yielded.end())
        return
    yield from _listed(text, start, named)


def _kind_of(code: re.Match[str], named: _Named | None) -> str | None:
    """The type of a full code: as the article names it, else by its letters; None where neither knows it."""
    by_letters, body, _ = read_symbol(code["symbol"])
    if not code["join"].strip() and (by_letters is None or not re.search(r"[-–/,]", code["symbol"])):
        return None  # “Quyết định 5 UBND”
    if named and (named.near or by_letters is None or by_letters.name in (named.kind.name, "Công văn", "Luật")):
        return named.kind.name
    return by_letters.name if by_letters and (body or code["symbol"][:1] != code["symbol"]) else None


def _listed(text: str, start: int, named: _Named) -> Iterator[Cited]:
    """A number without letters, or the first of several that share them: “Quyết định 217, 218-QĐ/TW”."""
    first = _BARE.match(text, start)
    if not first:
        return
    numbers, end = [first], first.end()
    while (more := _MORE.match(text, end)) and not _COUNTS.match(text, more.end()):
        if CODE.match(text, more.start("number")):
            break
        numbers.append(more)
        end = more.end()
    last = re.compile(r"(?:\s?[,;]\s?|\s(?:và|hoặc)\s)(?:số\s)?").match(text, end)
    code = CODE.match(text, last.end()) if last else None
    if code and read_symbol(code["symbol"])[0] and code["join"].strip():
        for at, number in enumerate(numbers):
            span = (named.start if at == 0 else number.start("number"), number.end())
            yield _cited(
                text, named.kind.name, written(code, number["number"]), span, rule="list", full=True, end=code.end()
            )
        yield _cited(
            text, named.kind.name, written(code), (code.start(), code.end()), rule="list", full=True, end=code.end()
        )
        return
    if not _bare_allowed(text, named, numbers[-1].end()):
        return
    for at, number in enumerate(numbers):
        span = (named.start if at == 0 else number.start("number"), number.end())
        yield _cited(text, named.kind, number["number"], span, rule="number", full=False, end=end)


def _bare_allowed(text: str, named: _Named, end: int) -> bool:
    if _COUNTS.match(text, end):
        return False
    if named.number_word:
        return True
    if not named.kind.short:
        return False
    capital = text[named.start].isupper()
    return capital or _FREE.match(text, end) is not None


def _cited(
    text: str, kind: DocumentType | str, code: str, span: tuple[int, int], *, rule: str, full: bool, end: int
) -> Cited:
    place = Span(*span)
    name = kind if isinstance(kind, str) else kind.name
    return Cited(
        type=name, code=code, full=full, mention=Mention(place, place.of(text), f"directives.{rule}"), group_end=end
    )


def _unexplained(code: re.Match[str]) -> str | None:
    """Why a code-like string was left: its letters are in no table. None for what is no code (“Quận 3 - TPHCM”)."""
    spaced = code["join"] != code["join"].strip()
    return None if spaced else f"unknown symbol {code['symbol']}"
