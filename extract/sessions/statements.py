"""Statements: who said what, over all the sentences of one speech.

“Phát biểu tại buổi làm việc, đồng chí An nhấn mạnh: … Đồng thời, đề nghị …” → An, “nhấn mạnh”, both sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extract.records import Mention, Official, RoleKind, Span, Statement
from extract.rules import compile_folded
from extract.sessions.prose import Prose
from extract.sessions.roles.verbs import is_saying

_SPEAKING = frozenset({RoleKind.SPEAKER, RoleKind.PRESENTER})
_SAID_BY = frozenset({"roles.predicate", "roles.fronted", "roles.according", "roles.pronoun", "roles.answered"})
# The next paragraph goes on with the speech only if it says so.
_GOES_ON = compile_folded(r"""\s*(?:[-–+]\s | đồng\sthời | bên\scạnh\sđó | cùng\svới\sđó | ngoài\sra | trong\sđó
      | đặc\sbiệt | theo\sđó | thời\sgian\stới | trước\smắt | tiếp\stục | tập\strung
    | thứ\s(?:nhất|hai|ba|tư|năm) | một\slà | hai\slà | ba\slà | bốn\slà | riêng\s | qua\sđó | do\sđó
    | vì\svậy | mặt\skhác | [“"])""")
# The reporter speaks again.
_REPORTER = compile_folded(r"""
    \s*(?:tại\s(?:hội\snghị|buổi|cuộc|kỳ|lễ|đại\shội|điểm)|sau\skhi|kết\sthúc|cùng\sngày|trước\sđó
      |nhân\sdịp|ảnh:?\s|toàn\scảnh|quang\scảnh|tin,?\s|theo\s(?:báo\scáo|chương\strình|kế\shoạch)
      |cũng\stại|dịp\snày|phát\sbiểu)""")
_LONGEST = 40
"""Sentences of one speech: more than that is the article going its own way."""
_SHORTEST = 90
"""Characters after “phát biểu”: fewer only say where."""


class _Speech(NamedTuple):
    speaker: str
    verb: Mention
    sentence: int


def find_statements(prose: Prose, officials: Sequence[Official]) -> list[Statement]:
    """What the officials said, in text order, each with its verb and its sentences."""
    text, spans = prose.text, prose.sentences
    told = {prose.index_of(role.mention.span.start) for official in officials for role in official.roles}
    speeches = sorted(_speeches(prose, officials), key=lambda one: (one.sentence, one.verb.span.start))
    starts = [_quoted_from(text, spans[one.sentence]) for one in speeches]
    found: list[Statement] = []
    for at, one in enumerate(speeches):
        later = next((start for start in starts[at + 1 :] if start > starts[at]), len(text))
        end = _end_of(text, Span(starts[at], min(_last(prose.low, spans, told, one), later)))
        if _says_something(text, one, end):
            said = Span(starts[at], end)
            found.append(Statement(speaker=one.speaker, verb=one.verb, mention=_mention(text, said, one.verb.rule)))
    return found


def _speeches(prose: Prose, officials: Sequence[Official]) -> list[_Speech]:
    found: dict[tuple[str, int], _Speech] = {}
    for official in officials:
        for role in official.roles:
            if role.kind in _SPEAKING and role.mention.rule in _SAID_BY:
                index = prose.index_of(role.mention.span.start)
                known = found.get((official.name, index))
                if known is None or (is_saying(role.mention.text) and not is_saying(known.verb.text)):
                    found[official.name, index] = _Speech(official.name, role.mention, index)
    return list(found.values())


def _last(low: str, spans: Sequence[Span], told: set[int], one: _Speech) -> int:
    """Where the speech ends: before the next person or the reporter speaks, or a paragraph on another matter."""
    last = one.sentence
    for index in range(one.sentence + 1, min(len(spans), one.sentence + _LONGEST)):
        start = spans[index].start
        if index in told or _REPORTER.match(low, start):
            break
        if low.find("\n", spans[index - 1].end - 1, start + 1) >= 0 and not _GOES_ON.match(low, start):
            break
        last = index
    return spans[last].end


def _end_of(text: str, span: Span) -> int:
    return span.start + len(span.of(text).rstrip())


def _says_something(text: str, one: _Speech, end: int) -> bool:
    """“Đồng chí Lê Văn An phát biểu tại buổi làm việc.” under a photograph says that he spoke, not what."""
    after = text[one.verb.span.end : end]
    return is_saying(one.verb.text) or one.verb.rule == "roles.according" or ":" in after or len(after) > _SHORTEST


def _mention(text: str, span: Span, rule: str) -> Mention:
    return Mention(span, span.of(text), rule)


def _quoted_from(text: str, sentence: Span) -> int:
    """A quotation of several sentences ends in “…”, ông An nói.: its beginning belongs to what was said."""
    close = text.find("”", sentence.start, sentence.end)
    if close < 0 or text.find("“", sentence.start, close) >= 0:
        return sentence.start
    line = text.rfind("\n", 0, sentence.start) + 1
    opening = text.rfind("“", line, sentence.start)
    return opening if opening >= 0 else sentence.start
