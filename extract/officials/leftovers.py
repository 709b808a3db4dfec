"""Addressed names that are no official's, with the reason: “hộ bà Hoàng Thị Sáu”, “bà H.T.L.V.”, “ông Thắng” of two.

What is said of a person anywhere in the article serves every mention: “hộ bà Hoàng Thị Sáu … bà Sáu”.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Sequence as Many
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from extract.names.known import place_length
from extract.names.syllables import CAPITALISED
from extract.officials.people import Person
from extract.officials.reasons import title, words_beside, words_near, words_opening
from extract.officials.sequence import ADDRESS, GIVEN, NAME, POST, TITLE, Sequence
from extract.records import Leftover, Mention, Span
from extract.text import fold_word

UNEXPLAINED, UNTIED = "a person without a post", "a person beside a post that no rule ties to him"
"""The reasons that explain nothing: the work queue of the rules."""
INITIALS, BYLINE = "a name cut to its initials", "a byline"
SHARED, EARLY = "a given name that several people share", "a given name before the full one"
ALONE = "a given name without a full one"
PAST, UNREAD = "an eponym or a figure of the past", "capitals that no rule reads as a name"

_CUT = re.compile(r"\.|\s?(?:[^\w\s]|$)")
_SIGNED = re.compile(r"(?:^|[.\n–—/-]\s?)$")
_CREDITED = re.compile(r"(?:[Ảả]nh|[Tt]in|[Bb]ài)\s?:\s?$")
_LINE_END = re.compile(r"\s*(?:\([^()\n]{2,20}\)\s*)?(?:\n|$)")
_UNNAMED = re.compile(f"[{ADDRESS}{TITLE}](?![{ADDRESS}{TITLE}{POST}{NAME}{GIVEN}])")
_CAPITALS = re.compile(rf"[ \u00a0](?P<run>{CAPITALISED}(?:[ \u00a0]{CAPITALISED})*)")
_ADDRESSED = re.compile(f"(?<=[{ADDRESS}{TITLE}{POST}])[{NAME}{GIVEN}]")
_NAMES = re.compile(f"[{NAME}{GIVEN}]")
_LIST = re.compile(f"[{NAME}{GIVEN}](?:[,;&]+[{ADDRESS}{TITLE}]*[{NAME}{GIVEN}])+")
_POST_NEXT = re.compile(r"[^PNGHRL]{0,3}P")
_WORDS = re.compile(r"[^\W_]")

_ENOUGH = 6
"""Mentions of a person that are looked at: who is not explained by then is not by the twentieth."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person stands: the address, if any, from its first word on, and the name."""

    at: int
    start: int
    name: Span
    key: str
    letter: str
    address: str
    beside_post: bool


def find_leftovers(
    sequence: Sequence, text: str, sentences: Many[Span], people: Many[Person], author: str | None
) -> list[Leftover]:
    """Every name after an honorific, a rank or a post that no official covers, given names alone too."""
    left = [*_unnamed(sequence, text), *_named(sequence, text, sentences, people, author)]
    return sorted(left, key=lambda one: one.mention.span)


def _unnamed(sequence: Sequence, text: str) -> Iterator[Leftover]:
    """Capitals after an address in which no name is seen: “đồng chí Trường Chinh”, “chị TV”."""
    for match in _UNNAMED.finditer(sequence.letters):
        address = sequence.items[match.start()]
        assert isinstance(address, Span)  # noqa: S101
        if found := _CAPITALS.match(text, address.end):
            words = [fold_word(word) for word in found["run"].split()]
            past = PAST if place_length(words, 0, addressed=True) else None
            opened = next(words_opening(text, found.start("run"), found.end("run")), None)
            reason = past or (UNREAD if opened is None else title(opened))
            yield Leftover(reason, Mention(Span(*found.span("run")), found["run"], "names.unnamed"))


def _named(
    sequence: Sequence, text: str, sentences: Many[Span], people: Many[Person], author: str | None
) -> Iterator[Leftover]:
    """The names that are seen and are no official's."""
    known = {mention.span.start for person in people for mention in person.mentions}
    if all(sequence.name(match.start()).span.start in known for match in _ADDRESSED.finditer(sequence.letters)):
        return
    places = list(_places(sequence, text, known))
    full = _by_given({place.key for place in places if place.letter == NAME})
    people_left: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        people_left[_full_name(place.key, full)].append(place)
    officials = _by_given(fold_word(person.name) for person in people)
    beside = {whole: _beside(text, own) for whole, own in people_left.items() if any(place.address for place in own)}
    _share(beside, people_left, sequence.letters)
    for place in (place for place in places if place.address):
        whole = _full_name(place.key, full)
        reason = _form(text, place, author) or beside[whole] or _called(place, officials, full)
        if reason is None:
            reason = beside[whole] = _near(text, people_left[whole], sentences) or UNEXPLAINED
        yield Leftover(reason, Mention(place.name, place.name.of(text), "names.addressed"))


def _places(sequence: Sequence, text: str, known: AbstractSet[int]) -> Iterator[Place]:
    """The names that no official covers."""
    letters = sequence.letters
    for match in _NAMES.finditer(letters):
        if (name := sequence.name(at := match.start()).span).start not in known:
            first = at
            while first and letters[first - 1] in (ADDRESS, TITLE, POST):
                first -= 1
            item = sequence.items[first]
            assert item is not None  # noqa: S101
            start = item.start if isinstance(item, Span) else item.span.start
            beside_post = POST in letters[first:at] or _is_post_next(sequence, text, at)
            yield Place(at, start, name, fold_word(name.of(text)), letters[at], letters[first:at], beside_post)


def _is_post_next(sequence: Sequence, text: str, at: int) -> bool:
    """“bà Lò Thị Sáu, Phó Chủ tịch UBND huyện”, on the next line too."""
    found = _POST_NEXT.match(sequence.letters, at + 1)
    end = sequence.name(at).span.end
    return found is not None and not _WORDS.search(text, end, sequence.post(found.end() - 1).span.start)


def _by_given(names: Iterable[str]) -> dict[str, list[str]]:
    """Full names by their last word."""
    given: dict[str, list[str]] = defaultdict(list)
    for name in names:
        given[name.rpartition(" ")[2]].append(name)
    return given


def _full_name(short: str, full: Mapping[str, Many[str]]) -> str:
    """“bảy” is “lò văn bảy” where one person is called so."""
    called = [name for name in full.get(short.rpartition(" ")[2], ()) if name.endswith(f" {short}")]
    return called[0] if len(called) == 1 else short


def _form(text: str, place: Place, author: str | None) -> str | None:
    """What the name itself tells: “anh Lò Văn B.”, “Anh Tú” below the text."""
    start, end = place.name.start, place.name.end
    if (end - start == 1 or text[end - 2] == " ") and _CUT.match(text, end):
        return INITIALS
    if (author and place.name.of(text) in author) or _CREDITED.search(text, max(0, place.start - 6), place.start):
        return BYLINE
    signed = text.startswith("Anh ", place.start) and _LINE_END.match(text, end)
    return BYLINE if signed and _SIGNED.search(text, max(0, place.start - 3), place.start) else None


def _beside(text: str, places: Many[Place]) -> str | None:
    """The first reason of which a word stands beside the person."""
    told = [reason for place in places[:_ENOUGH] for reason in words_beside(text, place.start, place.name)]
    told += [
        reason
        for place in places[:_ENOUGH]
        for start in (place.start, *([place.name.start] if place.address.endswith(TITLE) else []))
        for reason in words_opening(text, start, place.name.end)
    ]
    return title(min(told)) if told else None


def _share(beside: dict[str, str | None], people_left: Mapping[str, Many[Place]], letters: str) -> None:
    """What is said of one in a list holds for the others: “ông Lò Văn Tám, bà Lò Thị Chín cùng trú tại …”."""
    if None not in beside.values():
        return
    called = {place.at: whole for whole, places in people_left.items() for place in places}
    for match in _LIST.finditer(letters):
        listed = [called[at] for at in range(*match.span()) if at in called]
        if said := next((reason for whole in listed if (reason := beside.get(whole))), None):
            alike = (whole for whole in listed if not any(place.beside_post for place in people_left[whole]))
            beside |= {whole: said for whole in alike if beside.get(whole, said) is None}


def _called(place: Place, officials: Mapping[str, Many[str]], full: Mapping[str, Many[str]]) -> str | None:
    """What a given name leaves open: “ông Thắng” where two are called so, or before “ông Lê Văn Thắng”."""
    if place.letter == NAME:
        return None
    late = len(officials.get(place.key, ()))
    if late + len(full.get(place.key, ())) > 1:
        return SHARED
    return EARLY if late else None


def _near(text: str, places: Many[Place], sentences: Many[Span]) -> str | None:
    """The reason of most words in the sentences about the person, the first of two; none stands against a post."""
    if any(place.beside_post for place in places):
        return UNTIED
    told = Counter(
        reason
        for place in places[:_ENOUGH]
        for reason in words_near(text, sentences[bisect_right(sentences, place.name.start, key=_start) - 1], place.name)
    )
    if told:
        return title(min(told, key=lambda reason: (-told[reason], reason)))
    return ALONE if all(place.letter == GIVEN for place in places) else None


def _start(span: Span) -> int:
    return span.start
