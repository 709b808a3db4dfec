"""Roles: what part each person has in the events the article reports.

“Các đồng chí: Lê Văn An, Bí thư Tỉnh ủy; Trần Thị Bình, Phó Trưởng Ban Dân vận Trung ương, đồng chủ trì buổi làm việc”
→ chair, chair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.clauses import Enumeration, Prose, find_enumerations
from extract.records import Mention, Official, Role, RoleKind, Span
from extract.role_verbs import VerbFound, find_verbs
from extract.rules import compile, compile_folded
from extract.text import fold

# What may stand between a subject and its verb is posts and bodies; these words show another clause.
_OTHER_CLAUSE = compile_folded(r"""(?<!\w)(?: được | bị | do | vì | khi | nhưng | rằng | mà | (?<!đồng\sthời\s)(?<!hiện\s)là | nếu | để | sau | trước | theo |
    với | cho | sẽ | của\s (?:ông|bà|đồng\schí) )(?!\w) | [:“"”!?] | \.\s""")
_CHAIN = compile_folded(r"(?<!\w)(?: và | đồng\s thời | rồi | sau\s đó | cùng )(?!\w) | ,")
# “ý kiến của Tổng Bí thư A nêu”: the person belongs to the noun before, and is no subject.
_OWNED = compile_folded(r"(?<!\w)(?:của|cho|với|đối\svới|gửi|tặng|mời|chúc\smừng|lời)\s(?P<title>[^,;:]{0,70})$")
_TITLED = compile(r"(?<!\w)(?:đồng\schí|đ/c|ông|bà|các)(?!\w)")

_OPENED = compile(r"""(?:^|[,;.–-]\s*|\bvà\s|\bcó\s|(?-i:\s(?=[A-ZĐ])))(?P<verb>(?:(?:đến|tới|về|cùng|tham|cùng\stham)\s)?dự | tham\sgia | có\smặt | (?:cùng\s)?(?:đón\s)?tiếp
    | làm\sviệc\svới | đón | cùng\sđi | cùng\slàm\sviệc | chứng\skiến | cùng\stham\sgia | (?:đồng\s)?chủ\strì | về\sphía )(?!\w)(?!\s(?:án|kiến|thảo|tục))
    [^.:;“]{0,160}?(?<!\w)(?: có | còn\scó | gồm | là | gồm\scó )(?!\w)""")
_PRESENCE = compile(r"""(?<!\w)(?: sự | được\ssự )\s(?P<verb>(?:(?:tham|đến|cùng)\s)?dự|tham\sgia|có\smặt|hiện\sdiện|chứng\skiến|góp\smặt|chủ\strì|điều\shành|dẫn\sđầu)
    (?:\s(?:và|,)\s[\w\s]{2,30})?\s(?:của|từ)\s""")
_LED = compile(r"(?<!\w)(?P<verb>đoàn)(?!\w)[^.;]{0,200}(?<!\w)do\s[^.;]{0,80}$")
_DEPUTY = compile_folded(
    r"(?<!\w)(?P<verb>phó\s(?:trưởng\s)?đoàn)(?:\s(?:kiểm\stra|công\stác|giám\ssát|khảo\ssát)|\s*[;,.)])"
)
_HEAD = compile_folded(
    r"(?<!\w)(?<!phó\s)(?P<verb>trưởng\sđoàn)(?:\s(?:kiểm\stra|công\stác|giám\ssát|khảo\ssát|thanh\stra)|\s*[;,.)])"
)
_HEADING = compile_folded(
    r"(?<!\w)(?<!phó\s)(?P<verb>trưởng\sđoàn)(?:\s(?:kiểm\stra|công\stác|giám\ssát|khảo\ssát|thanh\stra))?\s*[-–,]?\s*(?:ông|bà|đồng\schí)?\s*$"
)
_CHAIRS = ("chủ trì", "đồng chủ trì", "điều hành")

_ACCORDING = compile_folded(r"(?:^|[“”\"(.,:]\s*|\bcũng\s)(?P<verb>theo)\s[^,;:.]{0,90}$")
_FRONT = compile_folded(
    r"(?:^|,)\s*(?:[-–*+]\s*)?(?:và\s|đã\s|cũng\s|cùng\s|trực\stiếp\s|đến\s|tới\s|sau\skhi\s|tiếp\sđó\s)?"
)
_SUBJECT = compile_folded(r"(?:^|,)[^,]{0,120}$")
_HANDED = compile_folded(r"""(?<!\w)(?: (?:bổ\snhiệm|điều\sđộng|luân\schuyển|tiếp\snhận|phân\scông|chuẩn\sy|chỉ\sđịnh|giới\sthiệu|tặng\shoa|chúc\smừng|đối\svới|cho)
    \s(?:[^,;.]{0,60}) | các\sông:? | các\sbà:? | các\sđồng\schí:? )\s*$""")
_TAKES_OFFICE = compile_folded(r"""(?<!\w)(?: được\s(?:\w+\s){0,6}?(?:bổ\snhiệm|điều\sđộng|giữ|phân\scông|luân\schuyển|bầu|chỉ\sđịnh|chuẩn\sy|tiếp\snhận|giao)
    | giữ\schức | luân\schuyển | nhận\s(?:nhiệm\svụ|quyết\sđịnh|công\stác)
    | được\s(?:truy\s)?(?:tặng|trao|vinh\sdanh|khen\sthưởng) )(?!\w)""")
_HANDING = compile_folded(
    r"lễ\s(?:công\sbố|trao)|(?:trao|công\sbố)\s(?:các\s)?quyết\sđịnh|hội\snghị\scông\sbố|tặng\shoa|buổi\slễ"
)


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    role: Role


def find_roles(prose: Prose, officials: Sequence[Official]) -> list[Official]:
    """The officials with the roles read from the sentences that name them."""
    text, low = prose.text, prose.low
    handing = _HANDING.search(low) is not None
    parts: dict[str, list[Role]] = {}
    opened: tuple[Span, Role] | None = None
    for one in find_enumerations(prose, officials):
        roles = list(_roles(text, low, one))
        if opened and opened[0] == one.sentence and not roles:
            roles = [opened[1]]
        opened = next(
            ((one.sentence, r) for r in roles if r.mention.rule in ("roles.opened", "roles.presence")), opened
        )
        if handing and not roles:
            roles = list(_handed(text, low, one))
        for index, (name, _) in enumerate(one.people):
            kept = parts.setdefault(name, [])
            kept += roles if index + 1 == len(one.people) else [r for r in roles if r.mention.rule not in _LAST]
            kept += _apposed(text, low, one, index)
    return [replace(official, roles=_distinct(parts.get(official.name, []))) for official in officials]


_LAST = ("roles.according",)


def _roles(text: str, low: str, one: Enumeration) -> Iterator[Role]:
    before, written = low[one.before.start : one.before.end], text[one.before.start : one.before.end]
    offset = one.before.start
    for rule, pattern in (("roles.opened", _OPENED), ("roles.presence", _PRESENCE), ("roles.led", _LED)):
        if match := pattern.search(written):
            kind = RoleKind.HEAD if rule == "roles.led" else _kind_of(fold(match["verb"]))
            yield _role(text, kind, offset + match.start("verb"), offset + match.end("verb"), rule)
            if rule != "roles.led":
                yield from _predicate(text, low, one)
                return
    if match := _HEADING.search(before):
        yield _role(text, RoleKind.HEAD, offset + match.start("verb"), offset + match.end("verb"), "roles.heading")
    if match := _ACCORDING.search(before):
        yield _role(text, RoleKind.SPEAKER, offset + match.start("verb"), offset + match.end("verb"), "roles.according")
        return
    if _is_subject(before):
        yield from _fronted(text, low, one)
        yield from _predicate(text, low, one)


def _is_subject(before: str) -> bool:
    owned = _OWNED.search(before)
    return not owned or ("do " in owned["title"])


def _kind_of(verb: str) -> RoleKind:
    if verb in _CHAIRS:
        return RoleKind.CHAIR
    return RoleKind.HEAD if verb == "dẫn đầu" else RoleKind.ATTENDEE


def _fronted(text: str, low: str, one: Enumeration) -> Iterator[Role]:
    """“Phát biểu kết luận hội nghị, đồng chí Lê Văn An …”: the verb stands before its subject."""
    subject = _SUBJECT.search(low[one.before.start : one.before.end])
    if not subject or not subject.group().startswith(","):
        return
    stop = one.before.start + subject.start()
    verbs = list(find_verbs(low, one.before.start, stop))
    fronts = {one.before.start + front.end() for front in _FRONT.finditer(low[one.before.start : stop])}
    for verb in verbs:
        if verb.start in fronts:
            yield _role(text, verb.verb.kind, verb.start, verb.end, "roles.fronted")
            yield from (_of(text, v, "roles.fronted") for v in _chained(low, verbs, verb))


def _predicate(text: str, low: str, one: Enumeration) -> Iterator[Role]:
    """“…, Bí thư Tỉnh ủy cùng lãnh đạo các sở chủ trì và phát biểu …”: the first verb and those tied to it."""
    verbs = list(find_verbs(low, one.after.start, min(one.after.end, one.after.start + 420)))
    if not verbs or _OTHER_CLAUSE.search(low, one.after.start, verbs[0].start):
        return
    yield _of(text, verbs[0], "roles.predicate")
    yield from (_of(text, verb, "roles.predicate") for verb in _chained(low, verbs, verbs[0]))


def _chained(low: str, verbs: Sequence[VerbFound], first: VerbFound) -> Iterator[VerbFound]:
    held = first
    for verb in verbs:
        if verb.start < held.end:
            continue
        if held.verb.says or verb.start - held.end > 90 or not _CHAIN.search(low, held.end, verb.start):
            return
        yield verb
        held = verb


def _apposed(text: str, low: str, one: Enumeration, index: int) -> Iterator[Role]:
    """“Trần Văn An, Phó Trưởng Ban Dân vận Trung ương, Phó trưởng đoàn kiểm tra;”: a part told like a post."""
    start = one.people[index][1].span.end
    end = one.people[index + 1][1].span.start if index + 1 < len(one.people) else min(one.after.end, start + 300)
    for kind, pattern in ((RoleKind.DEPUTY_HEAD, _DEPUTY), (RoleKind.HEAD, _HEAD)):
        if match := pattern.search(low, start, end):
            yield _role(text, kind, *match.span("verb"), "roles.apposed")


def _handed(text: str, low: str, one: Enumeration) -> Iterator[Role]:
    """Those whose decision is handed over are present: “trao quyết định bổ nhiệm ông Lê Văn An giữ chức …”."""
    start = max(one.before.start, one.before.end - 120)
    if match := _HANDED.search(low[start : one.before.end]):
        yield _role(text, RoleKind.ATTENDEE, start + match.start(), start + match.end(), "roles.handed")
    elif match := _TAKES_OFFICE.search(low, one.after.start, min(one.after.end, one.after.start + 250)):
        yield _role(text, RoleKind.ATTENDEE, *match.span(), "roles.takes_office")


def _of(text: str, found: VerbFound, rule: str) -> Role:
    return _role(text, found.verb.kind, found.start, found.end, rule)


def _role(text: str, kind: RoleKind, start: int, end: int, rule: str) -> Role:
    return Role(kind, Mention(Span(start, end), text[start:end], rule))


def _distinct(roles: Sequence[Role]) -> tuple[Role, ...]:
    unique = {(role.kind, role.mention.span): role for role in roles}
    return tuple(sorted(unique.values(), key=lambda role: (role.mention.span, role.kind)))
