"""Words that a post and a name both claim: a guest's name inside a body, a firm's name that looks like a person's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise, zip_longest

from extract.names.known import no_names
from extract.names.name import Certainty, Name
from extract.names.syllables import CAPITALISED, LOWER, is_syllable
from extract.officials.body_word import body_word, longest_end
from extract.officials.posts import PostWords
from extract.records import Span
from extract.text import fold_word

Found = Name | PostWords

_FIRM = re.compile(r"(?:[Cc]ông ty|[Tt]ập đoàn|TNHH|[Cc]ổ phần|[Dd]oanh nghiệp|[Nn]gân hàng|[Tt]rường|[Bb]ệnh viện)")
_UNNAMED = re.compile(
    r"""(?<!\w)(?:công\sty|TNHH|thương\smại|tập\sđoàn|(?<!môi\s)(?<!thị\s)(?<!quảng\s)trường|THPT|THCS|ĐH|đại\shọc|doanh\snghiệp|tư\snhân
    |DNTN|khách\ssạn|bệnh\sviện|MTV|học\sviện|HTX)$""",
    re.VERBOSE | re.IGNORECASE,
)
# What only a firm puts before its own name: “Công ty cổ phần du lịch Nam Bình”, but “Cục Du lịch Nguyễn Văn Bé”.
_FIRM_FIELD = re.compile(
    r"""(?<!\w)(?:công\sty|TNHH|cổ\sphần|DNTN|doanh\snghiệp|khách\ssạn|tập\sđoàn|HTX)\b.*\b(?:cổ\sphần|CP|dịch\svụ|sản\sxuất|khẩu|du\slịch
    |vận\stải|địa\sốc|bất\sđộng\ssản|cơ\skhí|đầu\stư|thương\smại)$""",
    re.VERBOSE | re.IGNORECASE,
)
_BESIDE = re.compile(r"\s*(?:[,–(-]|là)\s*")
_GUEST = re.compile(rf"(?<=[ \u00a0]){CAPITALISED}(?:[ \u00a0]{CAPITALISED})+$")
_SPELLED = re.compile(rf"-[{LOWER}]")  # Cay-xỏn, Bun-tôn: a name spelled as it sounds
_STATE_HEAD = re.compile(
    r"(?:chủ tịch|thủ tướng|bộ trưởng|thứ trưởng|tổng thống|ngoại trưởng|đại sứ|thư ký|bí thư|vua|vương|thị trưởng"
    r"|thống đốc|nghị sĩ|cố vấn|phái viên|tỉnh trưởng|đại diện|công sứ|tham tán|lãnh sự)$"
)
_NO_STATE = re.compile(
    r"(?:Công ty|Tập đoàn|Ngân hàng|Quỹ|Hãng|Khách sạn|Trường|Trung tâm|Câu lạc bộ|CLB|huyện|xã)", re.IGNORECASE
)


def settle(text: str, names: Iterable[Name], posts: Iterable[PostWords]) -> list[Found]:
    """Names and posts in text order, each word given to one of them."""
    found: list[Found] = [*names, *(part for post in posts for part in _without_guest(text, post))]
    kept: list[Found] = []
    ordered = sorted(found, key=lambda one: one.span.start)
    for item, following in zip_longest(ordered, ordered[1:]):
        if isinstance(item, Name) and item.certainty is Certainty.LISTED and not _holds(text, item, following):
            continue
        if isinstance(item, Name) and item.certainty is Certainty.GIVEN and _opens_field(text, item.span):
            continue
        if isinstance(item, Name) and kept and _is_firm(text, kept, item):
            post = kept.pop()
            kept.append(_post(text, Span(post.span.start, item.span.end), post))
        else:
            kept.append(item)
    return kept


def _opens_field(text: str, name: Span) -> bool:
    """“Tiến sĩ Kinh tế” is nobody called Kinh."""
    words = text[name.start : name.end + 8].lower()
    return longest_end(body_word(name.of(text)).fields, words, 0, len(words)) > name.end - name.start


def _holds(text: str, name: Name, following: Found | None) -> bool:
    """“; Danh Út, Phó Chủ tịch”: a rare surname counts only where the person's own post follows."""
    if not isinstance(following, PostWords):
        return False
    return _BESIDE.fullmatch(text, name.span.end, following.span.start) is not None


@lru_cache(maxsize=20_000)
def _lacks_a_name(post: str) -> bool:
    """“Giám đốc Công ty TNHH”, “Giám đốc Công ty cổ phần du lịch”: the firm's own name must follow."""
    return _UNNAMED.search(post) is not None or _FIRM_FIELD.search(post) is not None


def _is_firm(text: str, before: list[Found], name: Name) -> bool:
    """“ông Võ Văn Bé, Giám đốc Công ty TNHH Thuận Việt”: after a person and a firm’s post the name is the firm’s.

    So it is after “Công ty TNHH” that has no name yet; “Giám đốc Công ty Điện lực Nguyễn Văn Bé” is a person.
    """
    post = before[-1]
    if not isinstance(post, PostWords) or name.span.start - post.span.end > 1:
        return False
    if _lacks_a_name(post.text):
        return True
    person = before[-2] if len(before) > 1 else None
    apart = isinstance(person, Name) and _BESIDE.fullmatch(text, person.span.end, post.span.start)
    return bool(apart and _FIRM.search(post.text))


def _post(text: str, span: Span, post: Found) -> PostWords:
    return PostWords(span, span.of(text), post.head if isinstance(post, PostWords) else "")


def _without_guest(text: str, post: PostWords) -> list[Found]:
    """A post and the guest it swallowed: “Chủ tịch Quốc hội Cộng hòa Cu Ba | Juan Esteban Lazo Hernandez”."""
    name = _swallowed_guest(post.text, post.head)
    if name is None or post.text != post.span.of(text):
        return [post]
    guest = Span(post.span.end - len(name), post.span.end)
    return [_post(text, Span(post.span.start, guest.start - 1), post), Name(guest, name, Certainty.ADDRESSED)]


@lru_cache(maxsize=20_000)
def _swallowed_guest(post: str, head: str) -> str | None:
    """The guest's name at the end of a post; only states' heads swallow one: “bộ trưởng”, “đại sứ”."""
    if not _STATE_HEAD.search(head) or _NO_STATE.search(post) or not (run := _GUEST.search(post)):
        return None
    words = run.group().split()
    start = _guest_start(words, " tại " in post, head.endswith("thư ký"))
    name = " ".join(words[start:])
    return None if start is None or fold_word(name) in no_names() else name


def _guest_start(words: list[str], abroad: bool, of_many: bool) -> int | None:
    """The first of at least two words that are no syllables of ours, past any country: “Timor Leste | Ana Costa”."""
    known = no_names()
    foreign = [not is_syllable(word) or _SPELLED.search(word) is not None for word in words]
    folded = [fold_word(word) for word in words]
    ends = [i + 2 for i, two in enumerate(pairwise(folded)) if " ".join(two) in known]
    if capitals := [at + 1 for at, word in enumerate(words) if word.isupper() and len(word) > 1]:
        rest = foreign[capitals[-1] :]
        return capitals[-1] if of_many and len(rest) > 1 and any(rest) else None  # “Tổng thư ký IPU | Martin Chung”
    if (begins := max(ends, default=0)) and begins < len(words) - 1 and (abroad or any(foreign[begins:])):
        return begins  # “Chủ tịch Quốc hội Hàn Quốc | Lee Nak-yeon”, “Đại sứ Trung Quốc tại Việt Nam | Hồng Tiểu Dũng”
    for start in range(max(ends, default=0), len(words) - 1):
        if foreign[start] and folded[start] not in known and 2 * sum(foreign[start:]) >= len(words) - start:
            return start
    return None
