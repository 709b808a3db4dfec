"""Persons as the sentence lists them: “A, Bí thư Tỉnh ủy; B, Chủ tịch UBND tỉnh cùng lãnh đạo các sở chủ trì”."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.attrs import SENT_START
from spacy.tokens import Doc

from extract.records import Mention, Official, Span
from extract.role_verbs import find_verbs
from extract.text import fold

# Words that end a list of persons: what follows is another clause, so the next name is another's business.
_BREAK = re.compile(
    r"""(?<!\w)(?: đã | sẽ | đang | vừa | được | bị | là | để | vì | khi | cho | với | gặp | do | theo | thay\s mặt
      | về\s việc | mời | nghe | bầu | bổ\s nhiệm | điều\s động | thôi\s giữ | giữ\s chức | nhưng | mà | rằng | nếu
      | thuộc\s diện | đến | tới | sau | trước | chúc )(?!\w) | [.:“"”!?()] | \n""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Prose:
    """The text of an article as the readers of persons and events see it: as written, folded, by sentences."""

    text: str
    low: str
    sentences: tuple[Span, ...]


def prose(text: str, doc: Doc) -> Prose:
    """The prose of an article and its Doc; `doc.text` would join the tokens anew, a tenth of a reader's time."""
    firsts = (doc.to_array(SENT_START) == 1).nonzero()[0].tolist()
    spans = [
        Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1])) for first, last in pairwise([*firsts, len(doc)])
    ]
    return Prose(text, fold(text), tuple(spans))


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration:
    """Persons named one after the other in one sentence, with the words before and after them.

    `before` reaches back to the list before it or the sentence's start, `after` to the next list or its end.
    """

    people: tuple[tuple[str, Mention], ...]
    sentence: Span
    before: Span
    after: Span

    @property
    def span(self) -> Span:
        return Span(self.before.end, self.after.start)


@dataclass(frozen=True, slots=True)
class _Place:
    span: Span
    name: str
    mention: Mention


def find_enumerations(prose: Prose, officials: Sequence[Official]) -> list[Enumeration]:
    """Every list of persons of the article, in text order; a person alone is a list of one."""
    places = _places(officials)
    starts = [place.span.start for place in places]
    found: list[Enumeration] = []
    for sentence in prose.sentences:
        inside = places[bisect_right(starts, sentence.start - 1) : bisect_right(starts, sentence.end - 1)]
        if inside:
            found += _enumerations(sentence, list(_lists(prose.low, inside)))
    return found


def _places(officials: Sequence[Official]) -> list[_Place]:
    places = sorted(
        (_Place(mention.span, official.name, mention) for official in officials for mention in official.mentions),
        key=lambda place: (place.span.start, -place.span.end),
    )
    kept: list[_Place] = []
    for place in places:
        if not kept or place.span.start >= kept[-1].span.end:
            kept.append(place)
    return kept


def _lists(low: str, places: Sequence[_Place]) -> Iterator[list[_Place]]:
    held = [places[0]]
    for place in places[1:]:
        gap = Span(held[-1].span.end, place.span.start)
        if (
            gap.end - gap.start > 400
            or _BREAK.search(low, gap.start, gap.end)
            or any(find_verbs(low, gap.start, gap.end))
        ):
            yield held
            held = []
        held.append(place)
    yield held


def _enumerations(sentence: Span, lists: Sequence[list[_Place]]) -> list[Enumeration]:
    found: list[Enumeration] = []
    for index, places in enumerate(lists):
        left = lists[index - 1][-1].span.end if index else sentence.start
        right = lists[index + 1][0].span.start if index + 1 < len(lists) else max(sentence.end, places[-1].span.end)
        found.append(
            Enumeration(
                people=tuple((place.name, place.mention) for place in places),
                sentence=sentence,
                before=Span(left, max(left, places[0].span.start)),
                after=Span(places[-1].span.end, right),
            )
        )
    return found
