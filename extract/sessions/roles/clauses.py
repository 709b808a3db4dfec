"""Persons as the sentence lists them: “A, Bí thư Tỉnh ủy; B, Chủ tịch UBND tỉnh cùng lãnh đạo các sở chủ trì”."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.records import Mention, Official, Span
from extract.rules import compile_folded
from extract.sessions.prose import Prose
from extract.sessions.roles.verbs import find_verbs

# Words that end a list of persons: what follows is another clause, so the next name is another's business.
_BREAK = compile_folded(r"""
    đ(?<!\wđ)(?:ã|ang|ược|ể|iều\sđộng|ến)(?!\w) | s(?<!\ws)(?:ẽ|au)(?!\w) | v(?<!\wv)(?:ừa|ì|ới|ề\sviệc)(?!\w)
    | b(?<!\wb)(?:ị|ầu|ổ\snhiệm)(?!\w) | l(?<!\wl)à(?!\w) | k(?<!\wk)hi(?!\w) | c(?<!\wc)(?:ho|húc)(?!\w)
    | g(?<!\wg)(?:ặp|iữ\schức)(?!\w) | d(?<!\wd)o(?!\w) | m(?<!\wm)(?:ời|à)(?!\w) | r(?<!\wr)ằng(?!\w)
    | t(?<!\wt)(?:heo|hay\smặt|hôi\sgiữ|huộc\sdiện|ới|rước)(?!\w) | n(?<!\wn)(?:ghe|hưng|ếu)(?!\w)
    | \.(?<=\w\w\w\.)\s | : | “ | " | ” | ! | \? | \n""")
# What follows a name in a list: the next name, “và”, an honorific, a rank, a post, a group.
_JOINS = compile_folded(r"""
    [\s,;–()-]*
    (?: $ | (?: và | cùng | đồng\schí | đ/c | đc | ông | bà | anh | chị | ngài | các | lãnh\sđạo | đại\sdiện
        | nguyên | quyền | tân | cố | cựu | phó | bí\sthư | trưởng | tổng | giám | bộ | thứ | chánh | cục | vụ
        | hiệu | viện | chính | đại | thượng | trung | thiếu | tổ | đội | hội | thường | thủ | tham | ban | sở
        | cán | chuyên | tỉnh | thị | thành | huyện | kế | kiểm | thanh | luật | nhà | đảng | quân | công
        | ủy\sviên | uỷ\sviên | chủ\s\w+ | tư\slệnh | đồng\sthời | kiêm | linh\smục | hòa\sthượng | mục\ssư
        | tiến\ssĩ | thạc\ssĩ | bác\ssĩ | pgs | gs | ts | ths | pbt | pct | ct | bt | tuv | uv\w* | q )(?!\w) )""")
# “A và các đồng chí Phó Chủ tịch HĐND tỉnh: B, C”: a list within the list.
_SUBLIST = compile_folded(r"(?<!\w)các\s(?:đồng\schí|ông|bà)[^:;.]{0,90}:\s$")
_FAMILY_OF = compile_folded(r"""
    (?: g(?<!\wg)ia\sđình | t(?<!\wt)hân\snhân | v(?<!\wv)ợ | c(?<!\wc)(?:hồng|ha|on(?:\s(?:trai|gái|rể|dâu))?)
      | p(?<!\wp)hu\snhân | e(?<!\we)m\s(?:trai|gái) | b(?<!\wb)ố | m(?<!\wm)ẹ )
    \s(?:của\s)?(?:cố\s)?(?:(?:đồng\schí|ông|bà|cụ|anh|chị)\s)?$""")
_FAMILY = 30
_APPOSED = 3
"""Characters between a name and its post: “, ”, “ - ”."""
_LONGEST_GAP = 400
"""Characters between two names of one list: the longest rows of posts."""


class Enumeration(NamedTuple):
    """Persons named one after the other in one sentence, with the words before and after them.

    `before` reaches back to the list before it or the sentence's start, `after` to the next list or its end.
    """

    people: tuple[tuple[str, Mention], ...]
    sentence: Span
    before: Span
    after: Span


class _Place(NamedTuple):
    start: int
    end: int
    name: str
    mention: Mention


def find_enumerations(prose: Prose, officials: Sequence[Official]) -> list[Enumeration]:
    """Every list of persons of the article, in text order; a person alone is a list of one."""
    places = [place for place in _places(officials) if not _is_kin(prose.low, place)]
    found: list[Enumeration] = []
    at = 0
    while at < len(places):
        sentence = prose.sentences[max(0, prose.index_of(places[at].start))]
        end = max(at + 1, bisect_left(places, (sentence.end,)))
        inside = places[at:end]
        found += _enumerations(sentence, list(_lists(prose, inside)) if len(inside) > 1 else [inside])
        at = end
    return found


def _places(officials: Sequence[Official]) -> list[_Place]:
    places = [
        _Place(mention.span.start, mention.span.end, official.name, mention)
        for official in officials
        for mention in official.mentions
    ]
    places.sort(key=lambda place: (place.start, -place.end))
    kept: list[_Place] = []
    end = 0
    for place in places:
        if place.start < end or (kept and place.start - end <= _APPOSED and _by_post_alone(place)):
            end = max(end, place.end)
            continue
        kept.append(place)
        end = place.end
    return kept


def _is_kin(low: str, place: _Place) -> bool:
    """“cùng thân nhân gia đình ông A đến dự”, “con trai của ông A cho biết”: he is no member of the list."""
    return _FAMILY_OF.search(low, max(0, place.start - _FAMILY), place.start) is not None


def _by_post_alone(place: _Place) -> bool:
    """A post right after a name (“Lê Văn An, Bí thư Tỉnh ủy”) is that person's, whoever else it may stand for."""
    return place.name.split()[-1].lower() not in place.mention.text.lower()


def _lists(prose: Prose, places: Sequence[_Place]) -> Iterator[list[_Place]]:
    held = [places[0]]
    for place in places[1:]:
        again = place.name == held[-1].name and not _by_post_alone(place)  # “bà Lò Thị Sáu, Phó phòng, bà Sáu nói”
        if again or not _same_list(prose, Span(held[-1].end, place.start)):
            yield held
            held = []
        held.append(place)
    yield held


def _same_list(prose: Prose, gap: Span) -> bool:
    low = prose.low
    if gap.end - gap.start > _LONGEST_GAP:
        return False
    colon = low.endswith(": ", gap.start, gap.end)
    if _BREAK.search(low, gap.start, gap.end - 2 if colon and _SUBLIST.search(low, gap.start, gap.end) else gap.end):
        return False
    return _JOINS.match(low, gap.start, gap.end) is not None and not any(find_verbs(prose, gap.start, gap.end))


def _enumerations(sentence: Span, lists: Sequence[list[_Place]]) -> list[Enumeration]:
    found: list[Enumeration] = []
    for index, places in enumerate(lists):
        left = lists[index - 1][-1].end if index else sentence.start
        right = lists[index + 1][0].start if index + 1 < len(lists) else max(sentence.end, places[-1].end)
        found.append(
            Enumeration(
                people=tuple((place.name, place.mention) for place in places),
                sentence=sentence,
                before=Span(left, max(left, places[0].start)),
                after=Span(places[-1].end, right),
            )
        )
    return found
