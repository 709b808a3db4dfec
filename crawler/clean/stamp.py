"""The stamp of posting to an ISO day: “thứ năm, 08 08 2019 08:52”, “20/04/2017, 18:02 [GMT+7]”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

EARLIEST = 1995
"""No portal is older; an earlier year in a stamp is another date."""

WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|thứ\s*[2-7]|chủ\s*nhật|cn|t[2-7])"
DAY = (
    r"(?P<day>0?[1-9]|[12]\d|3[01])\s*(?P<mark>[/.\-]|\s)\s*(?P<month>0?[1-9]|1[0-2])\s*(?P=mark)\s*"
    r"(?P<year>(?:19|20)\d\d)(?!\d)"
)
MONTHS = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
WORDS = (
    rf"(?:ngày\s+)?(?P<day2>\d{{1,2}})\s*,?\s*tháng\s*(?P<month2>\d{{1,2}}|{'|'.join(reversed(MONTHS))})\s*,?\s*"
    r"(?:năm\s*)?(?P<year2>(?:19|20)\d\d)(?!\d)"
)
ISO = r"(?P<year3>(?:19|20)\d\d)-(?P<month3>0[1-9]|1[0-2])(?:-(?P<day3>0[1-9]|[12]\d|3[01])(?!\d)|(?!-?\d))"
TIME = r"(?:lúc\s*)?\d{1,2}\s*(?::|h|giờ|g)\s*\d{2}(?:\s*(?::|phút|')\s*\d{0,2})?\s*(?:am|pm|sa|ch)?"
ZONE = r"[\[(]?\s*(?:gmt|utc)\s*[+]?\s*\d{0,2}(?::?\d\d)?\s*[\])]?"
LABEL = (
    r"(?:date|published|(?:đã|được) đăng|ngày (?:đăng|tạo|xuất bản|cập nhật|viết|gửi)(?: tin| bài)?|"
    r"đăng (?:ngày|lúc|bởi|vào)|thời gian(?: đăng)?|cập nhật(?: lúc| ngày)?|xuất bản(?: lúc| ngày)?|"
    r"gửi lúc|post(?:ed)?(?: on)?|ngày)"
)
COUNTER = (
    r"(?:(?:số\s+)?(?:lượt\s+)?(?:người\s+)?(?:đã\s+)?(?:xem|đọc|truy cập|views?)\s*:?\s*)?"
    r"[\d.,]{1,9}(?:\s*(?:lượt xem|lượt đọc|views?))?"
)
REST = re.compile(
    rf"{LABEL}|{WEEKDAY}|{TIME}|{ZONE}|\|\s*{COUNTER}$|{COUNTER}(?=\s*$)|(?:lượt xem|view)s?|[\s|,.;:()\[\]/–—-]+"
)

DATE = re.compile(rf"(?<![\d/.-])(?:{DAY}|{WORDS}|{ISO})")
FULL = re.compile(rf"(?:{LABEL}|{TIME}|{ZONE})")

OPENING = re.compile(
    r"[\s(\[]*(?:ngày (?:đăng|tạo|xuất bản)|đăng (?:ngày|lúc|vào)|cập nhật(?: lúc| ngày)?|(?:đã|được) đăng|gửi lúc|"
    r"thời gian đăng|post(?:ed)?(?: date| on)|published|date)\b(?: tin| bài)?[\s:,(]"
)
NEAR = 40
"""Characters between the beginning of a labelled line and its date."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date of posting: `text` as written, `value` as precise as written, `sure` when a label or a time stands by."""

    text: str
    value: str
    sure: bool


def read_stamp(text: str, form: str | None = None, *, today: date | None = None) -> Stamp | None:
    """The first date of a text that is a stamp: “Thứ Năm, 20/04/2017, 18:02 [GMT+7]” is 2017-04-20.

    `form` is a strptime pattern tried on the date first. None for a day that does not exist or lies ahead of `today`.
    """
    words = " ".join(text.split())
    value = _by_form(words, form) if form else None
    if value is None:
        found = DATE.search(words.lower())
        value = _value(found) if found else None
    if value is None or value[:4] < str(EARLIEST) or (today and value > today.isoformat()):
        return None
    return Stamp(words, value, FULL.search(words.lower()) is not None)


def stamp_line(line: str, *, today: date | None = None) -> Stamp | None:
    """The stamp when a line is nothing but one: “16/06/2020 | 160”, not “Ngày 16/6/2020, tại Hà Nội, …”."""
    if len(line) > 110:
        return None
    words = " ".join(line.lower().split())
    found = DATE.search(words)
    if found and labelled(line) and found.start() <= NEAR:
        return read_stamp(line, today=today)
    if not found or REST.sub("", words[: found.start()]) or REST.sub("", words[found.end() :]):
        return None
    return read_stamp(line, today=today)


def labelled(line: str) -> bool:
    """True for “Ngày đăng: …”, “Cập nhật lúc …”: what follows is a stamp, whatever else the line says."""
    return OPENING.match(line.lower()) is not None


def leading_stamp(line: str, *, today: date | None = None) -> tuple[Stamp, str] | None:
    """A line that opens with a labelled stamp and goes on with the headline: “date 2020-07 Đoàn kiểm tra …”."""
    words = line.strip()
    found = re.match(rf"(?:date|published|ngày đăng)\s*:?\s*(?:{DAY}|{WORDS}|{ISO})\s*[|,:-]?\s*", words.lower())
    stamp = read_stamp(words[: found.end()], today=today) if found else None
    return (stamp, words[found.end() :]) if found and stamp else None


def _by_form(words: str, form: str) -> str | None:
    """`strptime` on the words, or on them without the weekday in front."""
    for tried in (words, re.sub(r"^[^\d]+", "", words).rstrip(" )]")):
        try:
            return datetime.strptime(tried, form).date().isoformat()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def _value(found: re.Match[str]) -> str | None:
    for suffix in ("", "2", "3"):
        year, month, day = (found[part + suffix] for part in ("year", "month", "day"))
        if not year:
            continue
        if not day:
            return f"{year}-{month}"
        month = MONTHS.index(month) + 1 if month in MONTHS else int(month)
        try:
            return date(int(year), month, int(day)).isoformat()
        except ValueError:
            return None
    return None
