"""From names beside posts to persons: one entry a person, under the fullest form of the name."""

from __future__ import annotations

from collections.abc import Container, Mapping
from collections.abc import Sequence as Many
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from extract.language import TextDoc
from extract.names.name import Name
from extract.officials.citizens import is_private, is_remembered
from extract.officials.enumerations import Holding
from extract.officials.evidence import ACTS, evidence
from extract.officials.lists import comrades, staff
from extract.officials.same_post import distinct_posts
from extract.officials.sequence import Sequence
from extract.officials.speakers import speaks, voices
from extract.records import Mention
from extract.text import fold_word
from extract.vocabulary.remembrance import OCCASION, REMEMBRANCE

_TONES = str.maketrans(
    "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ",
    "aaaaaăăăăăâââââeeeeeêêêêêiiiiioooooôôôôôơơơơơuuuuuưưưưưyyyyy",
)


_LONG = 6
"""Letters of the longest syllable of ours but “nghiêng”."""
_WEAK = frozenset({"officials.acts", "officials.rank", "officials.listed"})
"""Evidence that a private person may give as well."""


class Named(NamedTuple):
    """A name at its place in the sequence, and folded."""

    at: int
    name: Name
    key: str


@dataclass(slots=True)
class Person:
    """A person while being gathered; `places` are the places in the sequence that speak of him."""

    name: str
    mentions: list[Mention] = field(default_factory=list)
    posts: list[Mention] = field(default_factory=list)

    def hold(self, holdings: Many[Holding]) -> None:
        """Take posts on, each distinct one once."""
        if holdings:
            self.posts = distinct_posts([*self.posts, *(Mention(h.post.span, h.post.text, h.rule) for h in holdings)])


Held = Mapping[int, list[Holding]]


def gather(doc: TextDoc, sequence: Sequence, held: Held, author: str | None) -> dict[str, Person]:
    """Persons by folded name, in the order they appear."""
    names = [Named(at, name, fold_word(name.text)) for at, name in sequence.names()]
    shown = _shown(doc, sequence, names, held, author)
    people: dict[str, Person] = {}
    for at, name, key in names:
        if rule := shown.get(key):
            person = people.get(key) or people.setdefault(key, Person(name.text))
            person.mentions.append(Mention(name.span, name.text, rule))
            if name.text.istitle() and not person.name.istitle():
                person.name = name.text
            if at in held:
                person.hold(held[at])
    return _merged(people)


def _shown(
    doc: TextDoc, sequence: Sequence, names: Many[Named], held: Container[int], author: str | None
) -> dict[str, str]:
    """The names that are an official's, and by which rule."""
    text = doc.text
    listed, standing = staff(sequence, text)
    listed |= comrades(sequence.letters)
    known = {key for at, _, key in names if at in held}
    bylines = {fold_word(part.strip()) for part in (author or "").split(";")}
    shown: dict[str, str] = {}
    private: set[str] = set()
    for at, _, key in names:
        if key in known:
            shown[key] = "officials.post"
            continue
        if at in standing:
            shown[key] = "officials.candidate"  # “3 ứng cử viên gồm: bà Lò Thị Sáu (sinh năm 1975); …”
            continue
        if is_private(sequence, text, at):
            private.add(key)
        rule = evidence(sequence, text, at, at in listed)
        if (rule is None or key in private) and speaks(sequence, text, at):
            rule = "officials.speaks"
        if rule and key not in bylines and (key not in shown or rule == "officials.speaks"):
            shown[key] = rule
    if called := private - shown.keys() and voices(sequence, text):
        shown |= {key: "officials.speaks" for key in private if key.rpartition(" ")[2] in called and key not in shown}
    left_out = _remembered(doc, sequence, [named for named in names if named.key in shown])
    left_out |= {key for key in private if shown.get(key) in _WEAK}
    return {key: rule for key, rule in shown.items() if key not in left_out} if left_out else shown


def _remembered(doc: TextDoc, sequence: Sequence, names: Many[Named]) -> set[str]:
    """The dead whom an event remembers, and who do nothing in it: few articles have a word of remembrance."""
    words = doc.terms(REMEMBRANCE)
    if not words:
        return set()
    text, occasions = doc.text, [start for start, _, label in words if label == OCCASION]
    remembered = {at: key for at, _, key in names if is_remembered(sequence, text, at, occasions)}
    if not remembered:
        return set()
    active = {key for at, name, key in names if at not in remembered and ACTS.match(text, name.span.end)}
    return set(remembered.values()) - active


def _merged(people: dict[str, Person]) -> dict[str, Person]:
    """One entry for two spellings of one person: “Huỳnh Thành Đạt”, “Huỳnh Thanh Đạt” with the same post."""
    kept: dict[str, Person] = {}
    for key, person in people.items():
        bare = _bare(key)
        twin = next((k for k, other in kept.items() if _same_person(_bare(k), bare, other, person)), None)
        if twin is None:
            kept[key] = person
            continue
        other = kept[twin]
        if _is_fuller(person, other):
            other.name = person.name
        other.mentions += person.mentions
        other.posts = distinct_posts([*other.posts, *person.posts])
    return kept


def _is_fuller(person: Person, other: Person) -> bool:
    """More words, or the more frequent spelling; “Trung ương Đoàn Lê Văn Sáu” glues a body to Lê Văn Sáu."""
    longer = len(person.name.split()) - len(other.name.split())
    if other.name == f"Đoàn {person.name}":
        return True
    if longer == 0:
        return len(person.mentions) > len(other.mentions) + 1
    return longer > 0 and person.name != f"Đoàn {other.name}"


@lru_cache(maxsize=20_000)
def _bare(name: str) -> tuple[str, ...]:
    """The words of a folded name without their tones."""
    return tuple(name.translate(_TONES).split())


def _same_person(left: tuple[str, ...], right: tuple[str, ...], one: Person, other: Person) -> bool:
    """Whether two names without tones are one: “Bí thư Xuân Anh” is Nguyễn Xuân Anh."""
    if left == right or "".join(left) == "".join(right):  # “TônThị Ngọc Lan”
        both = [*one.posts, *other.posts]
        return not (one.posts and other.posts) or len(distinct_posts(both)) < len(both)
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    if len(short) == len(long) > 1:
        return _is_slip(short, long)
    if not 1 < len(short) < len(long) or long[-len(short)] != short[0]:
        return False
    return long[-len(short) :] == short or _near(short, long)


def _is_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """“Martin Chungon” of “Martin Chungong”: a letter of a long foreign word."""
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differing) == 1 and min(map(len, differing[0])) > _LONG and Levenshtein.distance(*differing[0]) == 1


def _near(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """A guest's shorter form: “Esteban Lazo Hernandez” of “Juan Esteban Lazo Hernandez”, a letter may be lost."""
    differing = [(a, b) for a, b in zip(short, long[-len(short) :], strict=True) if a != b]
    return sum(Levenshtein.distance(a, b) if len(a) > 3 else 2 for a, b in differing) <= 1
