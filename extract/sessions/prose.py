"""The prose of an article as the readers of persons and events see it: as written, folded, by sentences, with terms."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.event_words import EVENTS, POINTED
from extract.language import Phrase, TextDoc
from extract.records import Span
from extract.role_words import ROLE_VERBS
from extract.text import fold

CAPITALS = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x1EFA)) if letter.isupper())
"""Capital letters for a character class: the range À-Ỹ would hold small ones too."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The text of an article, the same folded, its sentences, and the words in it that may tell of roles and events."""

    text: str
    low: str
    sentences: tuple[Span, ...]
    starts: tuple[int, ...]
    """Where the sentences begin."""
    verbs: Sequence[Phrase]
    events: Sequence[Phrase]
    pointed: Sequence[Phrase]

    def index_of(self, at: int) -> int:
        """The sentence that holds a place of the text, by number; -1 before the first."""
        return bisect_right(self.starts, at) - 1


# A caption run into the text ends with its credit: “Ảnh: Lê An/TTXVN Trước đó, tối 26/6, …”.
_CREDITS = ("Ảnh", "Nguồn")
_CREDIT = re.compile(
    rf"""
    \s?:\s?
    (?: [^.:;\n/]{{0,40}}/\s?[A-ZĐ]\w+\)?\s+(?=[{CAPITALS}*])
      | (?:[{CAPITALS}]\w*\s){{1,4}}?(?=(?:Theo|Tại|Dự|Tham|Ngày|Sáng|Chiều|Trước|Sau|Phát|Cùng|Nhân|Trong)\s) )""",
    re.VERBOSE,
)


# A caption or a heading without its full stop: “Đoàn làm việc với Sở Nội vụ Sáng 6/7, kỳ họp thứ 4 …”. The space and
# the capital are looked at first: nine times faster than whole words.
_BEGINS = re.compile(
    r"""
    \x20[BCKNPSTÔ](?<=[\w)”]\x20.)
    (?: (?:áng|hiều|ối|rưa|gày)\s(?=\d|nay|ngày) | rước\sđó, | ùng\sngày(?!\w)
      | (?:hát\sbiểu|ết\sluận|hủ\strì|rả\slời)\s(?=tại|chỉ|khai\s|kết\s|hội|buổi) | (?:rao\sđổi|áo\scáo)\svới
      | ại\s(?=hội\snghị|buổi|cuộc|kỳ\shọp|lễ|phiên) | heo\s(?=ông\s|bà\s|đó,|báo\scáo)
      | (?:(?<=Ô)ng|(?<=B)à)\s(?!Chúa)(?=[A-ZĐ]\w*\s[A-ZĐ]) )""",
    re.VERBOSE,
)
_GOVERNS = frozenset({"của", "do", "với", "cho", "và", "là", "cố", "vía", "miếu", "như", "thấy", "cùng", "từ", "đến"})


def prose(doc: TextDoc) -> Prose:
    """The prose of an article; a sentence is cut where a caption was run into it."""
    text, sentences = doc.text, doc.sentences
    if cuts := sorted({*_credited(text), *_glued(text)}):
        sentences = tuple(_cut(sentences, cuts))
    starts = tuple(sentence.start for sentence in sentences)
    return Prose(text, fold(text), sentences, starts, doc.terms(ROLE_VERBS), doc.terms(EVENTS), doc.terms(POINTED))


def _credited(text: str) -> Iterator[int]:
    for word in _CREDITS:
        at = text.find(word)
        while at >= 0:
            at += len(word)
            if match := _CREDIT.match(text, at):
                yield match.end()
            at = text.find(word, at)


def _glued(text: str) -> Iterator[int]:
    for match in _BEGINS.finditer(text):
        at = match.start() + 1
        if text[max(0, at - 9) : at].rsplit(maxsplit=1)[-1].lower() not in _GOVERNS:
            yield at


def _cut(sentences: Sequence[Span], cuts: Sequence[int]) -> list[Span]:
    pieces = list(sentences)
    for cut in cuts:
        at = bisect_left(pieces, Span(cut, cut)) - 1
        whole = pieces[at]
        if at >= 0 and cut < whole.end:
            pieces[at : at + 1] = Span(whole.start, cut), Span(cut, whole.end)
    return pieces
