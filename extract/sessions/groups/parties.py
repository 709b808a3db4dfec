"""Groups as parties of the event: the delegation, whom it met or visited, the organ whose meeting it was.

“Đoàn công tác của Bộ Y tế do … dẫn đầu đã làm việc với Ban Thường vụ Tỉnh ủy” → both.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extract.language import Phrase
from extract.records import SessionKind, Span
from extract.rules import compile_folded
from extract.sessions.events.sentences import Opening
from extract.sessions.groups.heads import head_at
from extract.sessions.groups.items import Group, groups_at
from extract.sessions.prose import Prose

# What stands before a delegation that is somewhere: a sentence begins, “cùng”, “dẫn đầu”.
_TRAVELS = (
    *("cùng ", "với ", "dẫn đầu ", "tiếp ", "của ", "và ", "thăm ", "đón ", "chào ", "trước "),
    *(", ", ": ", "; ", "\n"),
)
_SHORT = 15
"""Letters of “đoàn công tác”: without saying whose, it counts where the event is opened only."""
# “làm việc | với các sở”, “tiếp | đoàn đại biểu”: how whom they met is joined to the event's words.
_JOINED = compile_folded(r"(?:\s(?:trực\stuyến|đầu\snăm|nhanh))?\s(?:với|cùng|trước)\s(?:\d+\s(?=cơ\squan))?")
_JOINS = frozenset({" với", " cùn", " trư", " trự", " đầu", " nha"})
_JOINED_ALREADY = frozenset({" với", "cùng"})
_DIRECTLY = frozenset({"tiếp", "gặp gỡ", "gặp mặt", "gặp", "đón, tiếp", "tiếp thân mật"})
# “các xã cần làm việc với …”: not told as done, or of many meetings.
_NOT_MET = compile_folded(r"(?<!\w)(?:cần|phải|sẽ|đang|chưa|không|để|các)\s(?:\w+\s)?$")
# “thăm, tặng quà | các gia đình chính sách”.
_VISITED = compile_folded(r"""
    (?: t(?<!\wt)(?:hăm\shỏi|hăm|ặng\squà|ri\sân) | đ(?<!\wđ)ộng\sviên | c(?<!\wc)(?:húc\smừng|húc\stết|ho)
      | q(?<!\wq)uà(?:\scho)? )(?:,\s|\s)(?:và\s)?""")
# “Chiều 20/4, tại Hà Nội, | Ban Thường vụ …”: the organ that met.
_TIMED = compile_folded(r"""
    (?:[^,.;:]{0,60}(?:\d|nay|qua|ngày|đó)[^,.;:]{0,30},\s){0,2}(?:(?:tại|ở)\s[^,.;:]{3,60},\s)?""")
_HOLDS = 60
"""Characters from an organ to the event it holds."""
# “hội nghị lần thứ mười | Ban Chấp hành”, “kỳ họp thứ 5, | Ủy ban Kiểm tra”.
_OF_IT = compile_folded(r"(?:\s(?:lần\sthứ\s\w+|thứ\s\w+|toàn\sthể|trực\stuyến|mở\srộng|của|bất\sthường))*,?\s")
_SITTINGS = frozenset({SessionKind.CONFERENCE, SessionKind.CONGRESS})


def find_delegations(prose: Prose, one: Opening, lead: Span) -> Iterator[Group]:
    """“Đoàn công tác của Bộ Y tế do …”, “dẫn đầu đoàn đại biểu Quốc hội”."""
    for term in _within(prose.collectives, lead):
        if term.label != "delegations":
            continue
        sentence = prose.sentences[prose.index_of(term.start)]
        if term.start == sentence.start or prose.low.endswith(_TRAVELS, sentence.start, term.start):
            group = next(groups_at(prose, term.start, sentence.end), None)
            if group and (sentence == one.sentence or group.span.end - term.start > _SHORT):
                yield group


def find_organs(prose: Prose, one: Opening) -> Iterator[Group]:
    """“Ban Thường vụ Tỉnh ủy tổ chức hội nghị”, “cuộc họp Ban Chỉ đạo”: its members were there."""
    start, trigger = one.sentence.start, one.trigger
    if any(term.label == "organs" for term in _within(prose.collectives, Span(start, trigger.start))):
        lead = _TIMED.match(prose.low, start, trigger.start)
        groups = list(_organs_at(prose, lead.end() if lead else start, trigger.start))
        if groups and trigger.start - groups[-1].span.end < _HOLDS:
            yield from groups
    match = _OF_IT.match(prose.low, trigger.end, one.sentence.end) if one.kind in _SITTINGS else None
    if match:
        yield from _organs_at(prose, match.end(), one.sentence.end)


def find_met(prose: Prose, lead: Span) -> Iterator[Group]:
    """“làm việc với lãnh đạo huyện”, “họp trực tuyến với các sở, ngành”, “tiếp đoàn đại biểu”."""
    low = prose.low
    for start, end, _ in _within(prose.events, lead):
        if low[end : end + 4] in _JOINS and (joined := _JOINED.match(low, end)):
            at = joined.end()
        elif low[end - 4 : end] in _JOINED_ALREADY or low[start:end] in _DIRECTLY:
            at = end + 1
        else:
            continue
        if not _NOT_MET.search(low, max(lead.start, start - 20), start):
            yield from groups_at(prose, at, prose.sentences[prose.index_of(at)].end, loose=True)


def find_visited(prose: Prose, one: Opening) -> Iterator[Group]:
    """“thăm, tặng quà các gia đình chính sách”, “tặng 200 phần quà cho bà con”."""
    if one.kind is not SessionKind.VISIT:
        return
    end = one.sentence.end
    for match in _VISITED.finditer(prose.low, one.sentence.start, end):
        yield from (group for group in groups_at(prose, match.end(), end) if group.block in ("people", "members"))


def _organs_at(prose: Prose, at: int, end: int) -> Iterator[Group]:
    head = head_at(prose, at, end)
    if head and (head.block in ("organs", "offices") or head.word == "báo cáo viên"):
        yield from groups_at(prose, at, end)


def _within(terms: Sequence[Phrase], lead: Span) -> Sequence[Phrase]:
    return terms[bisect_left(terms, (lead.start,)) : bisect_left(terms, (lead.end,))]
