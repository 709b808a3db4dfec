"""Groups that speak or are heard at an event: “Tại hội nghị, đại diện Sở Tài chính cho biết”, “nghe lãnh đạo huyện”."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from extract.records import RoleKind, Span
from extract.rules import compile_folded
from extract.sessions.groups.heads import start_of
from extract.sessions.groups.items import Group, groups_at
from extract.sessions.prose import Prose
from extract.sessions.roles.verbs import find_verbs

# “Phát biểu tại buổi làm việc, | lãnh đạo Sở …”: what may stand before a group that speaks.
_FRONT = compile_folded(r"""
    [\s“"–-]*(?:(?: tại | phát | trong | sau | ngay | trước | thay | về | nhân | sáng | chiều | tối | ngày | báo | trả
        | đồng | ngoài | đề | cũng | cùng | lắng | tiếp | góp | giải | bên | kết | ở )(?!\w)[^.;:]{0,160}?,\s)?
    (?:theo\s)?""")
_AT_EVENT = compile_folded(r"\s*(?:(?:cũng|trước\sđó),?\s)?tại\s(?:buổi|hội|lễ|kỳ|cuộc|đại|điểm|đầu|phiên|đây)(?!\w)")
_TELLS = compile_folded(r"""
    \s(?:truyền\sđạt|thông\stin|quán\striệt|giới\sthiệu|hướng\sdẫn|báo\scáo|trình\sbày|phổ\sbiến)(?!\w)""")
_OPINION = compile_folded(r"(?:ý\skiến|báo\scáo|tham\sluận)\s(?:[^.;:]{0,30}\s)?(?:của\s)$")
_VOTERS = compile_folded(r"cử\stri\s(?:xã|phường|thị|huyện|quận|tỉnh|thành|tp)")
_SEVERAL = ("các ", "nhiều ", "một số ")
_HEARD = ("nghe ", "được ")
_MAY_PRECEDE = {
    "leaders": (", ", "theo ", "của ", *_SEVERAL, *_HEARD),
    "people": _SEVERAL,
    "organs": ("ý kiến của ", "ý kiến phát biểu của "),
}
"""What may stand before the noun of a group that speaks, by its block; “cử tri” alone are anybody."""
_LAST_LETTERS = frozenset({
    *(before[-2:] for words in _MAY_PRECEDE.values() for before in words),
    *("", ". ", "? ", "! ", "” ", ": ", "… ", ") "),
})  # fmt: skip
"""A cheap look first: with these two letters what may stand before the noun ends, or a sentence."""
_SAYS = frozenset({RoleKind.SPEAKER, RoleKind.PRESENTER})
_NEAR = 12
"""Characters from the group's name to its verb: “ cũng đã ”."""
_AHEAD = 40


def find_speakers(prose: Prose, region: Span) -> Iterator[Group]:
    """The groups whose word the report tells; “Lãnh đạo Chính phủ” is one man, “các đại biểu” are anybody."""
    low, terms = prose.low, prose.collectives
    for index in range(bisect_left(terms, (region.start,)), bisect_left(terms, (region.end,))):
        term = terms[index]
        letters = low[term.start - 2 : term.start]
        if term.label not in _MAY_PRECEDE or (letters not in _LAST_LETTERS and letters[-1] != "\n"):
            continue
        sentence = prose.sentences[prose.index_of(term.start)]
        opens = term.start == sentence.start and (term.label == "leaders" or _VOTERS.match(low, term.start))
        if not opens and not low.endswith(_MAY_PRECEDE[term.label], region.start, term.start):
            continue
        at = start_of(low, term.start, sentence.start)
        if (end := _heard_to(prose, at, sentence)) or _FRONT.fullmatch(low, sentence.start, at):
            group = next(groups_at(prose, at, end or sentence.end), None)
            if group and (end or _speaks(prose, group.span.end, sentence)):
                yield group


def _heard_to(prose: Prose, at: int, sentence: Span) -> int | None:
    """How far the name of a group may reach whose word is told by what stands before it: “ý kiến của”, “theo”."""
    low = prose.low
    opinion = low.endswith("của ", sentence.start, at) and _OPINION.search(low, max(sentence.start, at - 48), at)
    if opinion or low.endswith("theo ", sentence.start, at):
        return _clause_end(prose, at, sentence.end)
    if low.endswith("nghe ", sentence.start, at):
        return sentence.end
    if low.endswith("được ", sentence.start, at):
        group = next(groups_at(prose, at, sentence.end), None)
        return sentence.end if group and _TELLS.match(low, group.span.end) else None
    return None


def _clause_end(prose: Prose, at: int, end: int) -> int:
    """“Theo đại diện UBND xã, | mọi việc đã xong”; a body goes on with the list: “của đại diện Sở Nội vụ, Sở Y tế”."""
    while (comma := prose.low.find(", ", at, end)) > 0:
        if not prose.text[comma + 2].isupper():
            return comma
        at = comma + 2
    return end


def _speaks(prose: Prose, end: int, sentence: Span) -> bool:
    verb = next(find_verbs(prose, end, min(sentence.end, end + _AHEAD)), None)
    if verb and verb.start - end < _NEAR and verb.verb.kind in _SAYS:
        return True
    return prose.low.startswith(" đã", end) and _AT_EVENT.match(prose.low, sentence.start) is not None
