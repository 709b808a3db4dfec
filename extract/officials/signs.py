"""What stands between two names or posts, as signs: “, nguyên là ” is `=`, “ và ” is `&`, prose is `x`."""

from __future__ import annotations

import re

_IS = re.compile(
    r"""(?:[,(–-]\s*)?(?:phụ\strách\s[^,;.()\n]{3,40}?\s)?(?:(?:đồng\sthời|hiện|nay|cũng|vốn|đều|khi\sđó|lúc\sđó|trước\sđây|từng|đang|đã|nguyên|sau\sđó|và)\s){0,4}
    (?:là|kiêm(?:\snhiệm)?|đồng\sthời|(?:bao\s)?gồm(?:\scó)?)\s*""",
    re.VERBOSE,
)
_AND = re.compile(r"(?:,\s*)?(?:và|rồi|cùng(?:\svới)?|với|&)(?:\scó)?\s*")
_FOR = re.compile(r"(?:mới\s)?(?:đối\svới|cho)\s*")
_LINKS = ((_IS, "="), (_AND, "&"), (_FOR, "~"))
_LINKS_END = frozenset({"là", "kiêm", "nhiệm", "thời", "gồm", "có", "và", "rồi", "cùng", "với", "&", "cho"})
"""Last words of what links: asked before the patterns are tried, for most gaps are prose."""
_BESIDE = re.compile(
    r"""(?:[,–-]?\s*\(?(?:(?:đương\skim|tân|hàm|đảng\sviên)(?=[\s,])|(?:SN|sinh\s(?:năm|ngày))\s[\d./-]+(?:\stháng\s\d+\snăm\s\d{4})?|\d\d\stuổi|khóa\s[IVXL\d]+|nhiệm\skỳ\s\d{4}\s?[-–]\s?\d{4}|quê[^,;.()]{2,30}
    |bìa\s(?:phải|trái)|thứ\s\w+\stừ\s(?:trái|phải)(?:\ssang)?|giữa|áo\s\w+|ngoài\scùng[^,;.()]{0,20}|đứng|người\s(?!được|bị|mà)[^,;.()]{2,30}|dân\stộc\s\w+|tu\ssĩ[^,;.()]{0,15}|nguyên\s(?:chiến\ssĩ|cán\sbộ|giáo\sviên)[^,;.()]{0,60})\)?\s*,?\s*){1,3}""",
    re.VERBOSE | re.IGNORECASE,
)
"""What is said of a person beside the posts: “, sinh ngày 5/9/1961, ”, “(áo trắng)”."""
_BESIDE_STARTS = (
    *(
        "đương",
        "tân",
        "hàm",
        "đảng",
        "sn",
        "sinh",
        "khóa",
        "nhiệm",
        "quê",
        "bìa",
        "thứ",
        "giữa",
        "áo",
        "ngoài",
        "đứng",
        "dân",
        "tu",
        "nguyên",
    ),
    *("người", *"0123456789"),
)
_ASIDE = re.compile(
    r"""\s?\([^()\n]{1,60}\)|(?:\s?(?:từ|các))?\s?(?:khóa|khoá)\s[IVXLC\d]+(?:(?:[,;]\s?|\svà\s|\sđến\s(?:khóa\s)?)[IVXLC\d]+(?!\w))*
    |\s?nhiệm\skỳ\s(?:\d{4}(?:\s?[-–]\s?\d{4})?|[IVX]+)""",
    re.VERBOSE | re.IGNORECASE,
)
"""“(Thanh tra Chính phủ)”, “ khóa X, XI, XII”."""
_NEAR = 100
"""A longer gap is prose, whatever stands in it."""
_SIGNS = re.compile(r"[\s\u00a0,;:()–—-]*")
_LETTERS = str.maketrans({"–": "-", "—": "-", " ": None, "\u00a0": None, "\t": None})


def signs_of(gap: str) -> str:
    """The gap between two items as signs: `,;:-()`, `&` for “và”, `=` for “là”, `.` and `x` for the rest."""
    if gap in {"", " ", ", "}:
        return gap.strip()
    if len(gap) >= _NEAR:
        return _prose(gap)
    if ("(" in gap or " kh" in gap or "nhiệm" in gap) and (bare := _ASIDE.sub("", gap)) != gap:
        return signs_of(bare)  # “Cục trưởng Cục Chống tham nhũng (Thanh tra Chính phủ) Phạm Trọng Đạt”
    if _SIGNS.fullmatch(gap):
        return "." if "\n" in gap else gap.translate(_LETTERS)
    if gap[0] == ")" and (sign := _link(gap[1:])):
        return f"){sign}"  # “(Giám đốc Sở Tài chính) và bà Vi Thị Ngà”
    return _link(gap) or _prose(gap)


def _link(gap: str) -> str | None:
    """The sign of words that link what stands on both sides."""
    words = gap.strip()
    if words.rsplit(None, 1)[-1].lstrip(",(–-") in _LINKS_END:
        for pattern, sign in _LINKS:
            if pattern.fullmatch(words):
                return sign
    if not words.lstrip(",–-( \u00a0\n").lower().startswith(_BESIDE_STARTS):
        return None
    return "," if _BESIDE.fullmatch(words) or _BESIDE.fullmatch(gap) else None  # “, tân ”


def _prose(gap: str) -> str:
    """`x`, or `.` where a sentence ends, between the signs that it begins and ends with."""
    words = gap.strip()
    first = words[0] if words[0] in ")(,;" else ""
    last = words[-1] if words[-1] in "(,;:" and len(words) > 1 else ""
    return first + ("." if ". " in gap or "\n" in gap else "x") + last
