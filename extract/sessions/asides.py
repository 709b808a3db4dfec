"""What a report tells of another occasion: who spoke there need not have been at the event.

“Trước đó, Thủ tướng Lê Văn An giao Bộ Nội vụ kiểm tra”, “ngày 17/2, ông An đã có ý kiến bằng văn bản” → not present.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.records import DateExpression, Official, Role, RoleKind, SessionKind, Span
from extract.rules import compile_folded
from extract.sessions.events.days import Days, day_of, days_apart
from extract.sessions.events.rules import SPOKEN_AT
from extract.sessions.events.sentences import Opening
from extract.sessions.prose import Prose

_EARLIER = compile_folded(
    r"[\s“”\"*-]*(?:trước\sđó|trước\sđây|mới\sđây|cùng\sngày|như\sđã\s(?:đưa|thông)\stin|năm\s(?:ngoái|trước))(?!\w)"
)
_IN_WRITING = compile_folded(r"(?<!\w)(?:bằng|có|ký)\s(?:\w+\s){0,2}(?:văn\sbản|công\svăn)(?!\w)")
# “Trao đổi với phóng viên, ông An cho biết”: told to a newspaper, wherever that was; not “bên lề hội nghị”.
_TO_PRESS = compile_folded(r"""
    [tcln](?:(?<=t)(?:rao\sđổi|rả\slời|hông\stin)|(?<=c)hia\ssẻ|(?<=l)iên\shệ|(?<=n)ói)\s(?:nhanh\s|thêm\s|riêng\s)?(?:với\s|cho\s)?
    (?: pv | phóng\sviên | báo(?!\scáo) | phỏng\svấn | chúng\stôi | vietnamnet | dân\strí | pháp\sluật\stp
      | thanh\sniên, | tuổi\strẻ | tiền\sphong | zing | vnexpress | infonet )""")
_AT_EVENT = compile_folded(r"""
    (?<!\w)(?: tại | bên\slề | sau | kết\sthúc )\s
    (?: cuộc | buổi | hội | lễ | kỳ | phiên | họp | đại\shội | hiện\strường )(?!\w) | họp\sbáo""")
# “ngày 9/5, …”, “tại hội nghị sáng 9/5, …”: the day of what follows, not of a thing named on the way.
_DATED = compile_folded(r"(?<!\w)(?:ngày|sáng|trưa|chiều|tối|hôm)\s")
# “Chủ tịch nước đã có chuyến thăm chính thức tới …”, said at a meeting.
_OF_STATE = compile_folded(r"\sthăm\s(?:chính\sthức|cấp\snhà\snước|cấp\scao|hữu\snghị|lịch\ssử)(?!\w)")
_SPEAKING = frozenset({RoleKind.SPEAKER, RoleKind.PRESENTER})
_LASTING = frozenset({SessionKind.CONFERENCE, SessionKind.CONGRESS})
_DAYS = 3
"""Days that a sitting may last."""
_LEAD = 60


def is_there(prose: Prose, one: Opening, days: Days, role: Role) -> bool:
    """True if the role was played at the event; at a scene that leaders went to, who is quoted spoke elsewhere."""
    inside = one.sentence.start <= role.mention.span.start < one.sentence.end
    quoted = role.kind is RoleKind.SPEAKER and one.rule == "sessions.went"
    return inside or (not quoted and not _is_aside(prose, one, days, role.mention.span))


def interviewed(prose: Prose, officials: Sequence[Official]) -> frozenset[str]:
    """Those whose first words were told to a newspaper: so were those that follow, unless they name the event."""
    names = set()
    for official in officials:
        first = next((role for role in official.roles if role.kind in _SPEAKING), None)
        if first and _to_press(prose.low, _sentence_of(prose, first), first.mention.span):
            names.add(official.name)
    return frozenset(names)


def at_interview(prose: Prose, one: Opening, role: Role) -> bool:
    """Whether what an interviewed person says was said there: not “tại cuộc họp”, nor at a press conference."""
    if role.kind not in _SPEAKING or _meets_press(prose.low, one):
        return False
    sentence = _sentence_of(prose, role)
    return _AT_EVENT.search(prose.low, sentence.start, sentence.end) is None


def _sentence_of(prose: Prose, role: Role) -> Span:
    return prose.sentences[max(0, prose.index_of(role.mention.span.start))]


def _meets_press(low: str, one: Opening) -> bool:
    return low.find("họp báo", one.trigger.start, one.trigger.end + 4) >= 0


def _is_earlier(low: str, sentence: Span) -> bool:
    """“Trước đó, ông An giao Sở Y tế …”; not “Trước đó, phát biểu khai mạc hội nghị, …”."""
    earlier = _EARLIER.match(low, sentence.start)
    return earlier is not None and not SPOKEN_AT.match(low, earlier.end())


def _is_aside(prose: Prose, one: Opening, days: Days, at: Span) -> bool:
    """The sentence tells of another day, of a time before, or of a letter."""
    sentence = prose.sentences[max(0, prose.index_of(at.start))]
    low = prose.low
    if _is_earlier(low, sentence):
        return True
    near = max(sentence.start, at.start - 40)
    if low.find("văn", near, at.end) >= 0 and _IN_WRITING.search(low, near, at.end):
        return True
    if _to_press(low, sentence, at) and not _meets_press(low, one):
        return True
    if _OF_STATE.match(low, at.end):
        return True
    return days.any_within(sentence.start, at.start) and _on_another_day(low, one, days, sentence, at)


def _on_another_day(low: str, one: Opening, days: Days, sentence: Span, at: Span) -> bool:
    day = day_of(low, sentence, Span(at.start, at.start), days, reach=0)
    if day is None or not _leads(low, sentence, day):
        return False
    apart = days_apart(one.date, day)
    return apart is not None and apart > (_DAYS if one.kind in _LASTING and _later(one, day) else 0)


def _to_press(low: str, sentence: Span, at: Span) -> bool:
    told = _TO_PRESS.search(low, sentence.start, min(sentence.end, at.end + 20))
    return told is not None and _AT_EVENT.search(low, sentence.start, sentence.end) is None


def _leads(low: str, sentence: Span, day: DateExpression) -> bool:
    start, end = day.mention.span.start, day.mention.span.end
    return start < sentence.start + _LEAD or _DATED.search(low, max(sentence.start, start - 6), end) is not None


def _later(one: Opening, day: DateExpression) -> bool:
    """The second day of a sitting may be told; where no year is known nobody can say."""
    if one.date is None or one.date.value is None or day.value is None:
        return False
    return day.value[:10] >= one.date.value[:10]
