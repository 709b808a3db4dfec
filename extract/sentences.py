"""Where sentences begin: after a full stop, on a new line, and where a caption was run into the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.text import UPPER

# A full stop, then white space, then no small letter; or a line break; or a space forgotten: “đã xong.Trước đó”.
# The range à-ỹ holds capitals too (Đ, Ủ, Ở): small letters are listed.
_SMALL = "".join(letter for letter in map(chr, range(0x61, 0x1EFA)) if letter.islower())
_END = re.compile(
    rf"""[.!?…](?: [”"’')\]]*\s+(?=[^\W\d_{_SMALL}]|["“'(\[\-–•+*\d]) | (?<=[{_SMALL}]{{2}}.)(?=[{UPPER}][{_SMALL}]) )
    | \s*\n\s*""",
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:tp|tx|tt|ths|ts|pgs|gs|bs|ks|cn|q|p|h|t\.ư|tr|st|nxb|ct|pct|bt|pbt|gđ|pgđ|mr|mrs|ms|dr|[a-zđ])\.$",
    re.IGNORECASE,
)
# A caption run into the text ends with its credit: “Ảnh: Lê An/TTXVN Trước đó, tối 26/6, …”.
_CREDITS = ("Ảnh", "(ảnh", "Nguồn")
_BEGUN = r"""
    (?: Theo | Tại | Dự(?!\s[áth]) | Tham | Tới | Ngày | Sáng | Chiều | Tối | Trước | Sau | Phát | Cùng | Nhân | Trong
      | Tuy | Về | Với | Để | Khi | Các | Những | Một | Ngay | Thay | Chỉ\stính | Báo\scáo | Trả\slời | Trao\sđổi | Kết
      | Ông | Bà | Đồng\schí | Chủ\stịch | Phó | Thủ\stướng | Tổng\sBí | Bí\sthư | Bộ\strưởng | Giám\sđốc )\s"""
_CREDIT = re.compile(
    rf"""
    (?: \s?:\s?[^.:;\n/]{{0,40}}/\s?(?: (?![{UPPER}]{{2,}}\)?\s)[{UPPER}]\w*\s(?:[{UPPER}]\w*\s){{0,2}}?(?={_BEGUN})
        | [A-ZĐ]\w+\)?\s+(?=[{UPPER}*]) )
      | \s?:\s?(?:[{UPPER}]\w*\s){{1,4}}?(?={_BEGUN})
      | \s?:\s?(?:[{UPPER}]{{2,}}\s){{1,3}}(?=[{UPPER}][{_SMALL}]*\s[{_SMALL}])
      | \s?:?\s?(?:minh\shọa|minh\shoạ|[Tt]ư\sliệu)\s(?=[{UPPER}])
      | (?<=\([Ảả]nh)[^()\n]{{0,60}}\)\s(?=[{UPPER}*]) )""",
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


def sentence_starts(text: str) -> list[int]:
    """Offsets where a sentence begins, in order; “TP. Nam Định” and “PGS. TS” end none."""
    return sorted({0, *_after_ends(text), *_credited(text), *_glued(text)})


def _after_ends(text: str) -> Iterator[int]:
    for end in _END.finditer(text):
        if text[end.start()] != "." or not _ABBREVIATION.search(text, max(0, end.start() - 8), end.start() + 1):
            yield end.end()


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
