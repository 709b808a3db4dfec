"""Posts conferred by a verb: “ông Mai Văn Tới, Cục trưởng …, được bổ nhiệm giữ chức vụ Phó Giám đốc Sở Công Thương”."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from extract.names.word_before import word_before
from extract.officials.enumerations import Holding
from extract.officials.sequence import GIVEN, NAME, POST, Sequence
from extract.officials.subject import is_about_last, one_person
from extract.records import Span
from extract.text import lower

_CONFERS = re.compile(
    r"""(?:(?<!\w)(?:(?:giữ|thôi|thôi\slàm)\s(?:các\s|thêm\s)?(?:chức|cương\svị|nhiệm\svụ|vị\strí)(?:\svụ|\sdanh)?
    |(?:bổ\snhiệm|bầu|cử|chỉ\sđịnh|phân\scông|điều\sđộng|giới\sthiệu|về|được|đang|từng|sang|để)\s(?:lại\s)?(?:làm|giữ\schức)
    |làm|cách\schức|(?:giữ|bị|được|cách|với|nhận|thôi)\s[^,.;]{0,45}(?:chức\svụ|chức\sdanh|các\schức)|cương\svị
    |(?:đảm\s(?:nhiệm|nhận|trách)|kiêm(?:\snhiệm)?|đắc\scử|trúng\scử|nhậm\schức|nhận\schức|thăng\schức)(?:\s(?:các\s)?chức(?:\svụ|\sdanh)?)?
    |(?:kinh\squa|trải\squa|qua|giữ|đảm\s(?:nhiệm|nhận|trách))\s[^.;:]{0,40}(?:chức\svụ|vị\strí|cương\svị|nhiệm\svụ)
        (?:[^.;:]|\.(?=\w)){0,60}\s(?:như|gồm)
    |(?:nhận|giao)\snhiệm\svụ|trở\sthành|khi\s(?:còn|đang)(?:\slà|\slàm)?
    |(?:với|trong|ở)\s(?:vai\strò|tư\scách|cương\svị)
    |được[^,.;]{0,60}(?:bổ\snhiệm|bầu|phong|giao|chỉ\sđịnh|(?<!tái\s)(?<!ứng\s)cử)|phụ\strách
    |(?:hiện|từng|đang|vốn|trước\sđây|đồng\sthời|cũng|và|nay|mới|tân|sau\sđó|nguyên)\slà|quyền)|(?:^|,)\s?là)
    (?:\s(?:là|làm|mới|các|một))*\s*:?\s*$""",
    re.VERBOSE,
)
"""In small letters."""
_CONFERS_END = (
    *("chức", "vị", "vụ", "trí", "danh", "làm", "nhiệm", "nhận", "trách", "kiêm", "cử", "thành", "còn", "đang", "là"),
    *("trò", "cách", "bầu", "phong", "giao", "định", "quyền", "mới", "các", "một", "như", "gồm", "từ", ",", ";"),
)
"""How it ends: asked before the pattern is tried."""
_GIVES = re.compile(
    r"(?:cách\schức|bổ\snhiệm|chỉ\sđịnh|giữ\schức(?:\svụ)?|làm|chức\svụ|chức\sdanh|phê\schuẩn|bầu|cử|nhiệm\svụ|quyết\sđịnh)(?:\s(?:\d|hai|ba|các))?\s*$",
    re.IGNORECASE,
)
_IN_OFFICE = re.compile(
    r"(?:thời\s(?:gian|kỳ|điểm)|khi|lúc|trong)\s(?:còn\s|đang\s)?(?:giữ|làm|đương|là)[^,.;]{0,20}$", re.IGNORECASE
)
_OFFICE_VERBS = ("giữ", "làm", "đương", "là")
_PROPOSED = re.compile(
    r"giới\sthiệu|để[^,.;]{0,20}hiệp\sthương|ứng\scử(?!\sviên)|miễn\snhiệm|trao\squyết|[Qq]uốc\shội\sphê"
)
_FROM = re.compile(r"(?:^|\s)từ\s(?:chức(?:\svụ)?\s|vị\strí\s|một\s)?$", re.IGNORECASE)
_FROM_END = frozenset({"từ", "chức", "vụ", "trí", "một"})
_ON_TO = re.compile(r"\s(?:được|lên|sang|chuyển|về|trở\sthành|làm)\s")
_LISTED = re.compile(r"P[,;&=]+$")
_TO_NEXT = re.compile(r"P~[HRL:]*N")
_WITH_NEXT = re.compile(r"P&[HR]+N")
_TAKES = re.compile(r"(?:thôi|cách|miễn|bãi)\s(?:giữ\s|làm\s)?(?:chức|nhiệm)(?:\svụ|\sdanh)?\s$", re.IGNORECASE)
"""“cho thôi chức Ủy viên Bộ Chính trị với ông Lò Văn Sáu”."""
_TERMS = re.compile(r" (?:các )?kh(?:óa|oá) [IVXLC]+(?:(?:[,;]\s?| và )[IVXLC]+)*[.;]\s?")
_VERBLESS = re.compile(r"[,;.]| kh(?:óa|oá) ")
"""“Ủy viên Trung ương Đảng | khóa X, XI, XII. | Viện trưởng …”: terms and a full stop in a list."""
_LISTS_ON = re.compile(r"[NG][,&;]+[HR]*")
_HANDED_ON = re.compile(r"N(?:[,(-]+P(?:,P)*\)?)?[,&]+[HR]*")
_HE = re.compile(
    r"""(?<!\w)(?:[Ôô]ng|[Bb]à|[Đđ]ồng\schí)\s(?:(?:cũng|đã|còn|chính\sthức|lần\slượt|bắt\sđầu|tiếp\stục|tham\sgia\svà)\s){0,2}
    (?:từng|được|là|làm|giữ|đảm|trở|về|kinh|trải|nguyên|hiện|nhận|bị)(?!\w)""",
    re.VERBOSE,
)
"""“Sau đó, ông từng giữ chức …” speaks of the one person whom the sentences before named."""
# “; từ tháng 3/2010 là …”, “Tháng 6/2012, được bổ nhiệm làm …”, “- 3/2010 - 5/2012: …”: a step of a career.
_STEP = re.compile(
    r"""(?:[.;:]\s|\n)\s*[-–+•*]?\s*(?:(?:từ|đến)\s)?(?:(?:đầu|cuối|giữa)\s)?
    (?:(?:tháng|năm|ngày)\s\d[^.;:\n]{0,80}|(?P<when>\d[\d/.-]*\s?[-–]\s?(?:\d[\d/.-]*|nay)\s?:\s)|sau\sđó[^.;:\n]{0,80})$""",
    re.VERBOSE | re.IGNORECASE,
)
_HOLDER_GOES_ON = re.compile(r"\s(?:đã\s)?(?:từng|lần\slượt)\s")
_STOP = re.compile(r"[.!?]\s")
_CAREER = re.compile(
    r"""(?:kinh\squa|trải\squa|giữ|đảm\s(?:nhiệm|nhận|trách))\s[^.;:]{0,30}(?:chức\svụ|vị\strí|cương\svị)
    (?:[^.;:]|\.(?=\w)){0,60}(?:\snhư|\sgồm|:)\s(?:[^.;]|\.(?=\w)){0,90}[;,]\s$""",
    re.VERBOSE,
)
"""“từng trải qua nhiều vị trí như giảng viên đại học; | Phó Bí thư Tỉnh đoàn”: the list begins with no post."""
_REACH = 300
"""Characters between a person and the post given: “ông Lục Thế Hưng, …, được điều động, bổ nhiệm giữ chức …”."""


def find_conferred(sequence: Sequence, text: str, taken: AbstractSet[int]) -> list[Holding]:
    """Posts that a verb gives: to the last person of the sentence or to the list he ends, else to the next one."""
    letters, found = sequence.letters, []
    holders: list[int] = []
    named: list[int] = []
    pending: list[int] = []
    handed: list[int] = []
    for at, letter in enumerate(letters):
        if letter == ".":
            holders, pending = [], []
            named = named[-1:] if is_about_last(sequence, text, named) else []
        elif letter in (NAME, GIVEN):
            if letters[at - 1 : at] in {"H", "R", "L"}:
                given = pending or (handed if holders and _HANDED_ON.fullmatch(letters, holders[-1], at) else [])
                found += [Holding(at, sequence.post(post_at), "posts.conferred_to") for post_at in given]
                handed = given
            listed = holders and _LISTS_ON.fullmatch(letters, holders[-1], at)
            named = [*named, at] if holders else [at]
            holders, pending = ([*holders, at] if listed else [at]), []
        elif letter == POST and at not in taken:
            if _handed(sequence, text, at) or (pending and _LISTED.fullmatch(letters, pending[-1], at)):
                pending.append(at)
            elif holders and _conferred(sequence, text, holders[-1], at, found):
                found += [Holding(one, sequence.post(at), "posts.conferred") for one in holders]
            elif _in_office(sequence, text, at):
                pending.append(at)
            elif not holders and _conferred_on_him(sequence, text, named, at, found):
                found.append(Holding(named[-1], sequence.post(at), "posts.of_his"))
    return found


def _conferred_on_him(sequence: Sequence, text: str, named: list[int], at: int, found: list[Holding]) -> bool:
    """“… ông Lò Văn Sáu. Ông từng giữ chức Bí thư Huyện ủy, …”: the one person named before is meant."""
    if not named or not one_person(sequence, named):
        return False
    post = sequence.post(at).span
    is_he = text.endswith(" là ", 0, post.start)
    if not (is_he or text.endswith(": ", 0, post.start) or _may_be_given(text, 0, post)):
        return _is_line(text, post) or _follows_given(sequence, text, named[-1], at, found)
    before = next((item for item in reversed(sequence.items[:at]) if item is not None), None)
    start = before.end if isinstance(before, Span) else before.span.end if before else 0
    if step := _STEP.search(text, max(start, post.start - 110), post.start):
        return is_he or step["when"] is not None or _is_given(text, step.start(), post)
    if he := _HOLDER_GOES_ON.match(text, start, post.start):  # “Tân Bí thư Tỉnh ủy từng kinh qua …”
        return _is_given(text, start, post) and _STOP.search(text, he.start(), post.start) is None
    if he := next(reversed(list(_HE.finditer(text, max(start, post.start - 160), post.start))), None):
        return (is_he or _is_given(text, he.start(), post)) and _STOP.search(text, he.start(), post.start) is None
    return _follows_given(sequence, text, named[-1], at, found)


def _is_line(text: str, post: Span) -> bool:
    """“… của Đảng. Đại biểu Quốc hội khóa XIII; XIV.”: a line of a life without a verb."""
    return text.endswith(". ", 0, post.start) and _TERMS.match(text, post.end) is not None


def _conferred(sequence: Sequence, text: str, holder: int, at: int, found: list[Holding]) -> bool:
    """Whether a verb between the person and the post gives it, or it stands in a list after one given."""
    post = sequence.post(at).span
    start = sequence.name(holder).span.end
    if not _is_given(text, start, post) and not _follows_given(sequence, text, holder, at, found):
        return False
    return not _PROPOSED.search(text, max(start, post.start - 60), post.start)


def _may_be_given(text: str, start: int, post: Span) -> bool:
    """Whether the words right before a post are such that the patterns are worth trying."""
    before = text[max(start, post.start - 14) : post.start].rstrip(": \u00a0\n").lower()
    return before.endswith(_CONFERS_END)


def _is_given(text: str, start: int, post: Span) -> bool:
    if post.start - start > _REACH or not _may_be_given(text, start, post):
        return False
    if _CONFERS.search(lower(text), max(start, post.start - 120), post.start):
        return True
    if text[post.start - 2] in ";," and _CAREER.search(text, max(start, post.start - 220), post.start):
        return True
    if word_before(text, post.start) not in _FROM_END:  # “bà Lò Thị Sáu từ Trưởng phòng Nội vụ được bổ nhiệm làm …”
        return False
    return bool(_FROM.search(text, start, post.start) and _ON_TO.match(text, post.end))


def _follows_given(sequence: Sequence, text: str, holder: int, at: int, found: list[Holding]) -> bool:
    last = found[-1] if found else None
    if last is None or last.at != holder:
        return False
    if not _LISTED.search(sequence.letters, holder, at):
        post, ended = sequence.post(at).span, _TERMS.match(text, last.post.span.end)
        if ended is None or ended.end() != post.start or not _VERBLESS.match(text, post.end):
            return False
    return _previous_is(sequence, at, last)


def _previous_is(sequence: Sequence, at: int, last: Holding) -> bool:
    previous = sequence.letters.rfind(POST, 0, at)
    return previous >= 0 and sequence.items[previous] is last.post


def _handed(sequence: Sequence, text: str, at: int) -> bool:
    """“trao quyết định bổ nhiệm Giám đốc Sở Nội vụ cho ông …”: the post is of the person named next."""
    start = sequence.post(at).span.start
    if _WITH_NEXT.match(sequence.letters, at) and text.startswith(" với ", sequence.post(at).span.end):
        return _TAKES.search(text, max(0, start - 24), start) is not None
    if not _TO_NEXT.match(sequence.letters, at, at + 6):
        return False
    return _GIVES.search(text, max(0, start - 30), start) is not None


def _in_office(sequence: Sequence, text: str, at: int) -> bool:
    """“Trong thời gian giữ chức Phó Chủ tịch UBND huyện, ông …”: nobody is named before, so the next is meant."""
    start = sequence.post(at).span.start
    near = text[max(0, start - 30) : start]
    if not any(verb in near for verb in _OFFICE_VERBS):
        return False
    return _IN_OFFICE.search(text, max(0, start - 50), start) is not None
