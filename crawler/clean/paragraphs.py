"""Lines to paragraphs: what a capture broke in mid-sentence is joined, a caption said twice stands apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

CLOSED = re.compile(r"[.!?…:;][\"”’»)\]]*$|[/]\.$")
GOES_ON = re.compile(r"[,–-]$|\b(?:và|của|cho|với|là|các|những|về|trong|tại|do|từ|đến|theo|để|được|có)$", re.IGNORECASE)
LIST_ITEM = re.compile(r"[-–+•*]\s|\d{1,2}[.)]\s|[a-zđ][.)]\s")
CAPTION_LINE = re.compile(r"(?:ảnh|trong ảnh|chú thích ảnh)\s*(?:minh họa)?\s*:\s*\S", re.IGNORECASE)
CAPTION_CHARS = 350


def joined(lines: Sequence[str]) -> list[str]:
    """Paragraphs of lines broken in mid-sentence: “… công tác dân” + “vận năm 2019.” is one.

    A line goes on when it has no end of its own and the next begins with a small letter, or it ends in a comma.
    """
    paragraphs: list[str] = []
    for line in lines:
        above = paragraphs[-1] if paragraphs else ""
        if above and not CLOSED.search(above) and not LIST_ITEM.match(line) and _goes_on(above, line):
            paragraphs[-1] = f"{above} {line}"
        else:
            paragraphs.append(line)
    return paragraphs


def unwrapped(blocks: Sequence[Sequence[str]]) -> list[str]:
    """One paragraph a block where a capture wrapped its lines at one width, else a line each.

    The blocks are what empty lines part; wrapped lines are about as long as the longest, all but the last.
    """
    lines: list[str] = []
    for block in blocks:
        longest = max(map(len, block))
        wrapped = len(block) > 2 and 50 <= longest <= 130 and all(len(line) > 0.75 * longest for line in block[:-1])
        lines.extend([" ".join(block)] if wrapped else block)
    return lines


def without_captions(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The text and the captions: “Ảnh: Toàn cảnh Hội nghị”, and short lines said twice running."""
    text: list[str] = []
    captions: list[str] = []
    alt = False
    for at, line in enumerate(lines):
        twice = len(line) <= CAPTION_CHARS and line in (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])
        short = len(line) <= CAPTION_CHARS
        if (twice or (short and CAPTION_LINE.match(line)) or (alt and short)) and text:
            if line not in captions:
                captions.append(line)
            alt = False
            continue
        alt = len(line) <= 2 and line.isalpha()
        if not alt:
            text.append(line)
    return text, captions


def _goes_on(above: str, line: str) -> bool:
    return line[0].islower() or (GOES_ON.search(above) is not None and len(above) > 20 and not line[0].isdigit())
