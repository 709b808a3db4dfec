"""By what evidence an addressed name without a post is an official's: “ông Phạm S phát biểu”, “thay ông Lò Văn Sáu”."""

from __future__ import annotations

import re

from extract.names.word_before import word_before
from extract.officials.sequence import Sequence
from extract.records import Span

# What shows that an addressed person acts in the article: “ông Phạm S phát biểu”.
ACTS = re.compile(
    r"""[,)\s–-]*(?:(?:cũng|đã|tiếp\stục|còn|cùng|sau\sđó|tiếp\sđó)\s){0,2}(?:cho\s(?:biết|rằng|hay)|phát\sbiểu|nhấn\smạnh|khẳng\sđịnh|đề\snghị|chia\ssẻ|báo\scáo
    |trình\sbày|chủ\s(?:trì|tọa)|nêu|trao\sđổi|đánh\sgiá|kết\sluận|thông\stin|yêu\scầu|phân\stích|kiến\snghị|bày\stỏ|giải\sthích|lưu\sý
    |xác\snhận|giải\strình|trả\slời|(?:tham\s)?dự\s|dẫn\sđầu|điều\shành|quán\striệt|công\sbố
    |được\s(?:bổ\snhiệm|điều\sđộng|luân\schuyển|miễn\snhiệm)|bị\s(?:kỷ\sluật|cảnh\scáo|khiển\strách|cách\schức|miễn\snhiệm)
    |(?:được|vinh\sdự)\s(?:đón\s)?(?:tặng|trao|nhận|trao\stặng)\s(?:thưởng\s)?(?:[Hh]uân|[Hh]uy|[Bb]ằng|[Gg]iấy|danh\shiệu|[Kk]ỷ))""",
    re.VERBOSE,
)
_JOINED = re.compile(r"P\)?;[HR]+$")  # “ông Lê Tám, Trưởng phòng Nội vụ; bà Cao Thị Chín; …”


_MOVED = re.compile(
    r"""(?:(?<!\w)thay(?:\sthế)?(?:\scho)?|(?:kế|bổ|miễn|bãi)\snhiệm|điều\sđộng|luân\schuyển|kỷ\sluật|cách\schức|cảnh\scáo|khiển\strách)
    (?:\sđối\svới)?\s$""",
    re.VERBOSE | re.IGNORECASE,
)
"""“được bầu thay ông Lò Văn Sáu”, “việc bổ nhiệm bà Vi Thị Ngà”: who is moved is in office."""
_MOVED_ENDS = frozenset({"thay", "thế", "cho", "nhiệm", "động", "chuyển", "luật", "chức", "cáo", "trách", "với"})


_STAFF = re.compile(
    r"\s?[,(–-]\s?(?:nguyên\s)?(?:cán bộ(?!\s(?:hưu|già))|công chức|viên chức"
    r"|đại diện(?!\s(?:một\s|cho\s|các\s)?(?:hộ|gia đình|người)))\s",
    re.IGNORECASE,
)
"""“ông Lò Văn Sáu, cán bộ tư pháp xã”, “ông Guy Martin - đại diện Công ty Điện lực”."""


def evidence(sequence: Sequence, text: str, at: int, listed: bool) -> str | None:
    """Why this name is an official's, as a rule name; None when nothing says so."""
    before = sequence.letters[max(0, at - 1) : at]
    if listed or _JOINED.search(sequence.letters, max(0, at - 4), at):
        return "officials.listed"
    if before == "R":
        return "officials.rank"
    if before == "H":
        item = sequence.items[at - 1]
        assert isinstance(item, Span)  # noqa: S101
        return _addressed(text, item, sequence.name(at).span)
    return None


def _addressed(text: str, honorific: Span, name: Span) -> str | None:
    """What the words around an honorific and a name show."""
    if text[honorific.start] in "đĐ":
        return "officials.comrade"
    if ACTS.match(text, name.end):
        return "officials.acts"
    if _STAFF.match(text, name.end):
        return "officials.staff"
    moved = word_before(text, honorific.start) in _MOVED_ENDS and _MOVED.search(
        text, max(0, honorific.start - 30), honorific.start
    )
    return "officials.moved" if moved else None
