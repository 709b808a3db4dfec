"""The byline: “Tin, ảnh: Hoàng Tuấn”, “Ngô Tấm – Khánh Hiền”, “Theo Thế Kha/Dân Trí”, taken off the text as names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from crawler.clean.phrases import load, pattern_of

UPPER = "A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
TOKEN = rf"(?!(?:Theo|Ảnh|Nguồn|Bài)\b)[{UPPER}][\w'’]*(?:\.[{UPPER}][\w'’]*)*\.?"
NAME = re.compile(rf"{TOKEN}(?:\s+{TOKEN}){{0,4}}")
WORK = r"(?:t[iịì]n|bài|ảnh|ành|hình|video|clip|thơ|nội dung|thực hiện|trình bày|đồ (?:họa|hoạ))"
LABEL = re.compile(
    rf"(?:{WORK}(?:\s+{WORK})?(?:\s*(?:,|và|-|–|&|/|;)\s*{WORK})*\s*[:.]?|"
    r"(?:theo|nguồn(?: tin)?|tác giả(?: bài viết)?|người (?:viết|đăng|thực hiện)|(?:được )?(?:viết|đăng) bởi|"
    r"bài viết|biên (?:tập|soạn)|"
    r"thực hiện|ghi chép|by)\s*[:.]?)\s+",
    re.IGNORECASE,
)
ASIDE = r"\([^()]{1,40}\)|\[[^\[\]]{1,40}\]"
AROUND = re.compile(rf"^(?:{ASIDE}|[\s.,;:/*_-])+|(?:{ASIDE}|[\s.,;:/*_–-])+$")
PARTED = re.compile(r"\s*(?:,|;|\s[-–]\s?|\s?[-–]\s|\s&\s|\svà\s|-(?=\w+\s))\s*")
DONE = re.compile(
    r"(?:\s*\((?:tổng hợp|ghi|thực hiện|lược ghi)\).*|\s+(?:thực hiện|tổng hợp|lược ghi))$", re.IGNORECASE
)
"""What the signers did: “Công Khanh - Bá Chiêm thực hiện”, and what stands behind it."""
AFTER_SLASH = re.compile(r"\s*/\s*\S.*$")
"""What follows a slash is the paper: “Huy Sơn/VOV-TP HCM”."""
PHOTO = re.compile(r"^(?:ảnh|video|clip|đồ (?:họa|hoạ))\s*[:.]", re.IGNORECASE)
CHAINED = re.compile(r"(?<=\w{3})\.\s+")
"""What parts the source of a picture from the author: “Ảnh: Google Maps. Việt Tường”."""
SOURCE = re.compile(r"\s(?=Theo\s)")
LINKED = re.compile(rf"»(?=[^»]*$).*[^\W\d_]\s({TOKEN}(?:\s+{TOKEN}){{1,3}})$")
"""A list of links glued to the end, and behind its last title the byline."""
RANK = re.compile(
    r"^(?:(?:(?:pgs|gs|ts|ths|cn|bs|cvcc|luật sư|thượng tướng|đại tá|trung tá|thiếu tá)\.?\s*,?\s*)+\s)", re.IGNORECASE
)
POST = re.compile(
    r"\s*[,–-]\s*(?:uv|ủy viên|uỷ viên|bí thư|phó|trưởng|chủ (?:tịch|nhiệm|nghiệm)|giám đốc|tuv|huv|"
    r"(?:huyện|tỉnh|thành) (?:ủy|uỷ|đoàn)|"
    r"ban |sở |phòng |văn phòng|bộ |trung tâm|đài |hội |công an)",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?:[.!?…:]|\./\.?)[\"”’»)\]]*\s+(?=\S)|»\s+|(?<=[\d)”\"])\s+(?=(?i:tin|bài|ảnh)\b[\s,]+)")
LONGEST = 90
"""No byline is longer: two or three names, a label and an agency."""
NEAR_END = 3
SHORT = 4
"""Capitals that are no name: “MIC”, “CL”."""
OFFICE = 6
"""Words of an office that signs without a label; a longer line that opens with one is a sentence."""


def split_byline(lines: Sequence[str]) -> tuple[list[str], str | None]:
    """The lines without their byline, and its names joined by “; ”: None where only an agency or nobody signed."""
    kept = list(lines)
    for at in range(len(kept) - 1, max(len(kept) - 1 - NEAR_END, 0), -1):
        last = at == len(kept) - 1
        if (names := credit(kept[at], labelled=not last)) is not None:
            author = "; ".join(names) or None
            del kept[at]
            if author is None and at and (above := credit(kept[at - 1], labelled=False)):
                del kept[at - 1]
                author = "; ".join(above)
            return kept, author
    if kept:
        kept[-1], names = _split_tail(kept[-1])
        return kept, "; ".join(names or ()) or None
    return kept, None


def credit(line: str, *, labelled: bool) -> list[str] | None:
    """The names of a line that is a byline, [] for an agency's, None for a line of text.

    “Lệ Sương” is ["Lệ Sương"], “Theo TTXVN” is [], “Hội nghị kết thúc.” is None; `labelled` asks for a label.
    """
    words = " ".join(line.split())
    if len(words) > LONGEST:
        return None
    words = _bare(SOURCE.split(words)[-1] if PHOTO.match(words) else words)
    label = LABEL.match(words)
    words = DONE.sub("", words[label.end() :] if label else words)
    if not words or (labelled and not label):
        return None
    if words.isupper() and len(words) <= SHORT:
        return []
    if agency().match(AFTER_SLASH.sub("", words).lower()):
        return [] if _signs(words, line, label is not None) else None
    return _names(words, single=label is not None)


def _signs(words: str, line: str, labelled: bool) -> bool:
    """True for an office that signs, “Theo Báo Chính phủ”; False for a sentence, “Công an đang xác minh.”"""
    ended = line.rstrip().endswith((".", "…", "!", "?"))
    if labelled:
        return len(words.split()) <= 2 * OFFICE and (words[0].isupper() or not ended)
    return len(words.split()) <= OFFICE and not ended


def _bare(words: str) -> str:
    """“. Tin, ảnh: Trung Kiên (TTXVN)” without what stands around it."""
    return AROUND.sub("", words) or words.strip("()[] ")


def _names(words: str, *, single: bool) -> list[str] | None:
    """The names of “Thế Kha - Tuấn Hợp/Dân Trí”; None when anything in it is no name."""
    if post := POST.search(words):
        words = words[: post.start()]
    words = AFTER_SLASH.sub("", words)
    names: list[str] = []
    for part in PARTED.split(_bare(words)):
        if PHOTO.match(part) and names:
            continue
        name = RANK.sub("", _bare(_unlabelled(part) if single else part).strip(" ."))
        name = CHAINED.split(AROUND.sub("", name))[-1]
        if not name or agency().match(name.lower()) or (single and name.isupper() and len(name) <= SHORT):
            continue
        if not NAME.fullmatch(name) or len(name.split()) > 5:
            return None
        if len(name.split()) == 1 and not single and "." not in name[:-1]:
            return None
        if name not in names:
            names.append(name)
    return names


def _unlabelled(words: str) -> str:
    label = LABEL.match(words)
    return words[label.end() :] if label else words


def _split_tail(line: str, *, again: bool = True) -> tuple[str, list[str] | None]:
    """A byline that the capture glued to the last sentence: “… trong thời gian tới. Chu Thanh Vân (TTXVN)”."""
    window = line[-LONGEST - 20 :]
    offset = len(line) - len(window)
    for end in SENTENCE_END.finditer(window):
        if (names := credit(window[end.end() :], labelled=False)) is not None:
            kept = line[: offset + end.end()].rstrip()
            above, more = _split_tail(kept, again=False) if again and not names else (kept, None)
            return (above, more) if more else (kept, names)
    if linked := LINKED.search(window):
        return line[: offset + linked.start()].rstrip(), _names(linked[1], single=False)
    return line, None


@cache
def agency() -> re.Pattern[str]:
    return pattern_of(load("credits"))
