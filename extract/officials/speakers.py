"""People without a post whom the article lets speak: “Bà Lò Thị Sáu, thôn 6, xã Bình Lâm cho biết”."""

from __future__ import annotations

import re

from extract.names.word_before import word_before
from extract.officials.sequence import GIVEN, Sequence
from extract.records import Span
from extract.text import fold_word

# “(34 tuổi, công nhân) kể”, “, chủ một cửa hàng, nói”, “ở thôn 14 cho biết”, “cũng cho hay”
_SAYS = re.compile(
    r"""(?:\s?\([^()\n]{1,90}\))?
    (?:(?:,|\s[–-]|\s(?:ở|ngụ|trú|tại|thôn|ấp))\s[^.;:()“”"\n]{1,80}?(?<!ông)(?<!bà)(?<!anh)(?<!chị))?
    (?P<verb>[\s,–-]+(?:(?:cũng|thì|liền|xúc\sđộng|bức\sxúc|vui\smừng|phấn\skhởi|buồn\sbã|nghẹn\sngào)\s){0,2}
    (?:cho\s(?:biết|hay|rằng|là)|nói|kể|chia\ssẻ|bày\stỏ|tâm\ssự|bộc\sbạch|nhớ\slại|bức\sxúc|than\s(?:thở|phiền)|thắc\smắc)(?!\w))""",
    re.VERBOSE,
)
_SPEAKS_UP = re.compile(
    r"""\s?(?:\([^()\n]{1,90}\)|,[ ](?:cử[ ]tri|thôn|xã|phường|quận|huyện|TP|thành[ ]phố)\s[^.;:()“”"\n]{2,50})?,?\s
    (?:phát[ ]biểu|phản[ ]ánh|đề[ ]nghị|kiến[ ]nghị|nêu|đặt[ ]vấn[ ]đề|mong[ ]muốn|bức[ ]xúc)(?!\w)""",
    re.VERBOSE,
)
_CITIZEN = re.compile(
    r"(?:[Cc]ử tri|[Nn]gư dân|[Nn]ông dân|[Cc]ư dân|[Nn]gười dân|[Tt]iểu thương|[Cc]ông nhân|[Dd]u khách) $"
)
_CITIZEN_ENDS = frozenset({"tri", "dân", "thương", "nhân", "khách"})
_KIN = re.compile(
    r"[,(–-]\s(?:là\s)?(?:vợ|chồng|con|em|anh|chị|cháu|cha|bố|mẹ)(?:\s(?:trai|gái|ruột|rể|dâu|họ)){0,2}(?:\scủa)?\s$"
)
_KIN_ENDS = frozenset(
    {
        "vợ",
        "chồng",
        "con",
        "em",
        "anh",
        "chị",
        "cháu",
        "cha",
        "bố",
        "mẹ",
        "trai",
        "gái",
        "ruột",
        "rể",
        "dâu",
        "họ",
        "của",
    }
)
_ACCORDING = re.compile(r"(?:theo|lời kể của|lời của|trao đổi với) $", re.IGNORECASE)
_ACCORDING_ENDS = frozenset({"theo", "của", "với"})
_SAID = re.compile(r"\s?(?:\([^()\n]{1,90}\))?\s?(?:[,.:]|thì\s)")


def speaks(sequence: Sequence, text: str, at: int) -> bool:
    """Whether the words of this name's bearer are reported here."""
    name = sequence.name(at).span
    before = sequence.letters[max(0, at - 1) : at]
    if before not in {"H", "R"} and not _is_citizen(text, name.start):
        return False
    honorific = sequence.items[at - 1] if before else None
    start = honorific.start if isinstance(honorific, Span) else name.start
    if _is_relative(text, start):
        return False
    if word_before(text, start) in _ACCORDING_ENDS and _ACCORDING.search(text, max(0, start - 14), start):
        return _SAID.match(text, name.end) is not None
    said = _SAYS.match(text, name.end)
    if said is None:
        return _SPEAKS_UP.match(text, name.end) is not None
    return not _names_another(sequence, at, text, said.start("verb"))


def _is_citizen(text: str, start: int) -> bool:
    return word_before(text, start) in _CITIZEN_ENDS and bool(_CITIZEN.search(text, max(0, start - 12), start))


def voices(sequence: Sequence, text: str) -> frozenset[str]:
    """Given names that speak by themselves: “Bà Sáu cho hay” in “gia đình bà Lò Thị Sáu nuôi lợn. Bà Sáu cho hay”."""
    return frozenset(fold_word(name.text) for at, name in sequence.names(GIVEN) if speaks(sequence, text, at))


def _names_another(sequence: Sequence, at: int, text: str, verb: int) -> bool:
    """“ông Lê Tám, con bà Lò Thị Sáu, nói” is Tám's, “ông Lê Tám và bà Lò Thị Sáu nói” is looked at by itself."""
    for item in sequence.items[at + 1 : at + 6]:
        if item is None:
            continue
        span = item if isinstance(item, Span) else item.span
        return span.start < verb and ")" not in text[span.end : verb + 1] and not _is_relative(text, span.start)
    return False


def _is_relative(text: str, start: int) -> bool:
    """“ông Lê Tám, con | bà Lò Thị Sáu, nói”, “anh ruột | ông Lò Văn Sáu”: who speaks is the other."""
    return word_before(text, start) in _KIN_ENDS and _KIN.search(text, max(0, start - 24), start) is not None
