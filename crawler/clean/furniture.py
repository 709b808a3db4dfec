"""What stands beside an article and is none of it: “Tin cùng chuyên mục”, “Gửi cho bạn bè”, archive toolbars."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from crawler.clean.layout import remove, xpath
from crawler.clean.phrases import load, pattern_of

LONGEST = 200
"""No line of furniture is longer."""
EARLY = 400
"""So many characters must stand above a heading of related news before it closes the article."""

BOX = 4
PARAGRAPH = 120
"""Titles of a box in the middle of an article, and characters of the paragraphs that go on below it."""

ARCHIVE = "//*[starts-with(@id, 'wm-') or @id='donato' or starts-with(@class, 'wm-ipp')]"
PARTED = re.compile(r"\s*[|·•:/,]\s*")
NEVER_TEXT = "//script | //style | //noscript | //template | //svg"

HIDDEN = (
    "//*[@hidden or contains(translate(@style, ' ', ''), 'display:none') or contains(@class, 'ms-listviewtable')"
    " or contains(translate(@style, ' ', ''), 'visibility:hidden')][not(self::html or self::body)]"
)
"""What a reader does not see, and SharePoint's control tables."""


@cache
def closing() -> re.Pattern[str]:
    return pattern_of(block for block in load("furniture") if block.ends)


@cache
def tools() -> re.Pattern[str]:
    return pattern_of(block for block in load("furniture") if not block.ends)


def is_furniture(line: str) -> bool:
    """True for “Bản in Quay lại”, “Số lượt người xem: 10”, “Chia sẻ: Facebook · Zalo · In bài”."""
    line = line.strip().lower()
    if len(line) > LONGEST:
        return False
    if tools().fullmatch(line):
        return True
    pieces = [piece for piece in PARTED.split(line) if piece]
    return len(pieces) > 1 and all(tools().fullmatch(piece) for piece in pieces)


def closes(line: str) -> bool:
    """True for a heading under which the article is over: “Các bài viết khác”."""
    return len(line) <= LONGEST and closing().fullmatch(line.strip().lower()) is not None


def without_furniture(lines: Sequence[str]) -> list[str]:
    """The lines of the article: what follows a closing heading is gone, and every line of tools.

    “Đọc thêm” may open a box in the middle: where paragraphs go on below a few titles, only these go.
    """
    kept: list[str] = []
    above = 0
    at = 0
    while at < len(lines):
        line = lines[at]
        if closes(line):
            box = _box(lines, at + 1)
            if above >= EARLY and not box:
                break
            at += box
        elif not is_furniture(line):
            kept.append(line)
            above += len(line)
        at += 1
    return kept


def _box(lines: Sequence[str], at: int) -> int:
    """How many titles stand in a box that opens here: up to four, and two paragraphs below them."""
    for titles in range(1, BOX + 1):
        below = lines[at + titles : at + titles + 2]
        if len(lines[at : at + titles]) == titles and len(lines[at + titles - 1]) >= PARAGRAPH:
            return 0
        if len(below) == 2 and all(len(line) >= PARAGRAPH and line.rstrip()[-1] in ".…:;" for line in below):
            return titles
    return 0


def strip_unseen(page: Any) -> None:
    """Take out of a page of unknown layout its scripts, an archive's toolbar and what is hidden."""
    for expression in (NEVER_TEXT, ARCHIVE, HIDDEN):
        for node in xpath(expression)(page):
            remove(node)
