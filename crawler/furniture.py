"""What stands beside an article and is none of it: “Tin cùng chuyên mục”, “Gửi cho bạn bè”, “Bản in”, archive toolbars."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from crawler.layout import remove, xpath
from crawler.phrases import load, pattern_of

LONGEST = 200
"""No line of furniture is longer."""
EARLY = 400
"""So many characters must stand above a heading of related news before it closes the article."""

ARCHIVE = "//*[starts-with(@id, 'wm-') or @id='donato' or starts-with(@class, 'wm-ipp')]"
NEVER_TEXT = "//script | //style | //noscript | //template | //svg"


@cache
def closing() -> re.Pattern[str]:
    return pattern_of(block for block in load("furniture") if block.ends)


@cache
def tools() -> re.Pattern[str]:
    return pattern_of(block for block in load("furniture") if not block.ends)


def is_furniture(line: str) -> bool:
    """True for “Bản in Quay lại”, “Số lượt người xem: 10”, “.”."""
    return len(line) <= LONGEST and tools().fullmatch(line.strip().lower()) is not None


def closes(line: str) -> bool:
    """True for a heading under which the article is over: “Các bài viết khác”."""
    return len(line) <= LONGEST and closing().fullmatch(line.strip().lower()) is not None


def without_furniture(lines: Sequence[str]) -> list[str]:
    """The lines of the article: what follows a closing heading is gone, and every line of tools."""
    kept: list[str] = []
    above = 0
    for line in lines:
        if closes(line):
            if above >= EARLY:
                break
            continue
        if not is_furniture(line):
            kept.append(line)
            above += len(line)
    return kept


def strip_page(page: Any) -> None:
    """Take scripts, styles and an archive's toolbar out of a parsed page."""
    for expression in (NEVER_TEXT, ARCHIVE):
        for node in xpath(expression)(page):
            remove(node)
