"""A plain-text capture of a page, as an article: headline, stamp line, body, byline, and the furniture around them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from crawler.article import Article, with_headline
from crawler.clean.byline import credit, split_byline
from crawler.clean.encoding import clean_letters, lost_letters
from crawler.clean.furniture import is_furniture, without_furniture
from crawler.clean.paragraphs import joined, unwrapped, without_captions
from crawler.clean.stamp import Stamp, labelled, leading_stamp, stamp_line

PARAGRAPH = 160
"""Characters from which a line is text and no headline."""
HEAD = 12
"""The headline stands among the first lines."""
FOOT = 3
"""A stamp below the text is among the last lines."""
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
    above, body = _signed_above(body)
    below, body = _stamped_below(body)
    stamp = stamp or below
    body, author = split_byline(joined(body))
    return Article(
        id=id,
        portal=portal,
        url=url,
        title=title,
        text=with_headline(title, "\n".join(body)),
        published=stamp.value if stamp else None,
        published_text=stamp.text if stamp else None,
        author=author or above,
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
    first = next((at for at, line in enumerate(lines) if len(line) >= PARAGRAPH), len(lines))
    head, body = joined(lines[: min(first, HEAD)]), lines[min(first, HEAD) :]
    lines, first = [*head, *body], len(head)
    at = next((at for at in range(min(first + 2, len(lines))) if _is_stamp(lines, at)), None)
    if at is not None and stamp is None:
        stamp = stamp_line(lines[at], today=today())
        title = max((i for i in range(at) if _headline(lines[i])), default=None)
        lines, first = [*lines[:at], *lines[at + 1 :]], first - (at < first)
        if title is not None:
            return lines[title], stamp, lines[title + 1 :]
    above = [at for at in range(first) if _headline(lines[at])]
    if not above:
        return None, stamp, lines
    at = above[0] if len(above) > 1 and _sentence(lines[above[-1]]) else _best(lines, above)
    return lines[at], stamp, lines[at + 1 :]


def _best(lines: Sequence[str], above: list[int]) -> int:
    """Of the lines above the text the first that is as long as a headline, else the last."""
    return next((at for at in above if len(lines[at].split()) >= 2 * WORDS), above[-1])


def _is_stamp(lines: Sequence[str], at: int) -> bool:
    """A stamp line below a headline, or above it in brackets or with its label: another date there is today's."""
    if stamp_line(lines[at], today=today()) is None:
        return False
    return any(map(_headline, lines[:at])) or lines[at].startswith("(") or labelled(lines[at])


def _signed_above(body: list[str]) -> tuple[str | None, list[str]]:
    """A byline between headline and text: “Hoài Thu”."""
    for at, line in enumerate(body[:2]):
        if names := credit(line, labelled=False):
            return "; ".join(names), [*body[:at], *body[at + 1 :]]
    return None, body


def _stamped_below(body: list[str]) -> tuple[Stamp | None, list[str]]:
    """A stamp among the last lines: “Ngày đăng: 12/06/2020”."""
    for at in range(len(body) - 1, max(len(body) - 1 - FOOT, 0), -1):
        if stamp := stamp_line(body[at], today=today()):
            return stamp, [*body[:at], *body[at + 1 :]]
    return None, body


def _headline(line: str) -> bool:
    return len(line.split()) >= WORDS and not is_furniture(line) and stamp_line(line) is None


def _sentence(line: str) -> bool:
    return line.endswith(".") and len(line) > PARAGRAPH // 2


def today() -> date:
    """No stamp lies ahead of it."""
    return date.today()  # noqa: DTZ011 - a day's slack is no harm
