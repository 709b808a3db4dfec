"""A plain-text capture of a page, as an article: headline, stamp line, body, byline, and the furniture around them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from crawler.article import Article, with_headline
from crawler.byline import split_byline
from crawler.encoding import clean_letters, lost_letters
from crawler.furniture import is_furniture, without_furniture
from crawler.paragraphs import joined, unwrapped, without_captions
from crawler.stamp import Stamp, leading_stamp, stamp_line

PARAGRAPH = 160
"""Characters from which a line is text and no headline."""
HEAD = 12
"""The headline stands among the first lines."""
WORDS = 4


def text_to_article(
    text: str,
    *,
    id: str,  # noqa: A002 - the name of the field
    portal: str = "files",
    url: str | None = None,
    source: str | None = None,
) -> Article:
    """The article of a text as captured; `published` from its stamp line, never from a date above the headline."""
    text = clean_letters(text)
    lines = _lines(text)
    stamp, lines = _leading(lines)
    title, stamp, body = _head(lines, stamp)
    body, captions = without_captions(without_furniture(body))
    body, author = split_byline(joined(body))
    return Article(
        id=id,
        portal=portal,
        url=url,
        title=title,
        text=with_headline(title, "\n".join(body)),
        published=stamp.value if stamp else None,
        published_text=stamp.text if stamp else None,
        author=author,
        captions=tuple(captions),
        flags=lost_letters(text),
        source=source,
    )


def _lines(text: str) -> list[str]:
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        words = " ".join(line.split())
        if words:
            blocks[-1].append(words)
        elif blocks[-1]:
            blocks.append([])
    return unwrapped([block for block in blocks if block])


def _leading(lines: list[str]) -> tuple[Stamp | None, list[str]]:
    """“date 2020-07 Đoàn kiểm tra …”: the stamp, and the headline behind it."""
    for at, line in enumerate(lines[:3]):
        if found := leading_stamp(line, today=today()):
            stamp, headline = found
            return stamp, [*lines[:at], *([headline] if headline else []), *lines[at + 1 :]]
    return None, lines


def _head(lines: list[str], stamp: Stamp | None) -> tuple[str | None, Stamp | None, list[str]]:
    """Headline, stamp and body: the headline stands right above the stamp, or is the last short line above the text."""
    stamped = next((at for at, line in enumerate(lines[:HEAD]) if at and _stamp_below(lines, at)), None)
    first = next((at for at, line in enumerate(lines) if len(line) >= PARAGRAPH), len(lines))
    if stamped is not None and stamp is None and stamped <= first + 1:
        stamp = stamp_line(lines[stamped], today=today())
        at = max((i for i in range(stamped) if _headline(lines[i])), default=None)
        if at is not None:
            return lines[at], stamp, [line for line in lines[at + 1 :] if line != lines[stamped]]
    above = [at for at in range(min(first, HEAD)) if _headline(lines[at])]
    if not above:
        return None, stamp, lines
    at = above[0] if len(above) > 1 and _sentence(lines[above[-1]]) else _best(lines, above)
    return lines[at], stamp, lines[at + 1 :]


def _best(lines: Sequence[str], above: list[int]) -> int:
    """Of the lines above the text the first that is as long as a headline, else the last."""
    return next((at for at in above if len(lines[at].split()) >= 2 * WORDS), above[-1])


def _stamp_below(lines: Sequence[str], at: int) -> bool:
    """A stamp line, with a headline above it: a date that opens the page is its banner's clock."""
    return stamp_line(lines[at], today=today()) is not None and any(_headline(line) for line in lines[:at])


def _headline(line: str) -> bool:
    return len(line.split()) >= WORDS and not is_furniture(line) and stamp_line(line) is None


def _sentence(line: str) -> bool:
    return line.endswith(".") and len(line) > PARAGRAPH // 2


def today() -> date:
    """No stamp lies ahead of it."""
    return date.today()  # noqa: DTZ011 - a day's slack is no harm
