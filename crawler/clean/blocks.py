"""A cut tree to lines: one line a paragraph, captions apart, words parted where only a tag stood between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from crawler.clean.encoding import clean_letters
from crawler.clean.layout import text_of
from crawler.clean.syllables import runs_together

SKIPPED = {"script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "head", "link"}
CONTROLS = {"button", "select", "input", "textarea", "label"}
BLOCKS = frozenset(
    """address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul""".split()  # noqa: SIM905
)
CAPTIONED = re.compile(
    r"caption|chu-?thich|photo-?(?:desc|note)|img-?(?:desc|note)|image-?(?:desc|note)|anh-?desc", re.IGNORECASE
)
CENTRED = re.compile(r"text-align\s*:\s*center|font-style\s*:\s*italic", re.IGNORECASE)
CAPTION_WORDS = 70
"""A caption is not longer; what stands in one table with a picture and is longer is text."""
FORM = 400
"""Characters of a form to fill in; one with more, as ASP.NET has it, is wrapped around the page."""
CELL = 300
"""Characters of the longest cell of a table of figures; a table with longer ones only lays out the page."""


@dataclass(slots=True)
class Page:
    """What a tree says: its lines and, apart, the captions of its pictures."""

    lines: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    picture: bool = False  # the line that comes next stands below a picture
    _open: list[str] = field(default_factory=list)

    def say(self, text: str | None) -> None:
        """Add text to the open line: “tỉnh” + “Hà Giang” + “tổ chức” is “tỉnh Hà Giang tổ chức”."""
        if not text:
            return
        if self._open and runs_together(self._open[-1], text):
            self._open.append(" ")
        self._open.append(text)

    def end_line(self) -> None:
        line = " ".join(clean_letters("".join(self._open)).split())
        self._open.clear()
        if line:
            self.lines.append(line)


def page_of(tree: Any) -> Page:
    """The lines and captions of an article's tree."""
    page = Page()
    _walk(tree, page)
    page.end_line()
    return page


def _walk(element: Any, page: Page) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in SKIPPED or tag in CONTROLS:
        return
    if tag == "form" and len("".join(element.itertext())) < FORM:
        return
    if tag == "br":
        page.end_line()
        return
    if tag == "img":
        page.picture = True
        return
    if tag not in BLOCKS:
        _inside(element, page)
        return
    page.end_line()
    if _is_caption(element, page):
        inner = Page()
        _inside(element, inner)
        inner.end_line()
        page.captions.extend((*inner.lines, *inner.captions))
    elif tag == "table" and (rows := figures(element)):
        page.lines.extend(rows)
    else:
        before = len(page.lines)
        _inside(element, page)
        page.end_line()
        if len(page.lines) > before and tag not in ("tr", "td", "tbody"):
            page.picture = False


def _inside(element: Any, page: Page) -> None:
    page.say(element.text)
    for child in element:
        _walk(child, page)
        page.say(child.tail)


def _is_caption(element: Any, page: Page) -> bool:
    """True for `figcaption`, a class that says so, a table of one picture and its words, the centred line below one.

    A plain paragraph below a picture stays text: nothing says that it is none.
    """
    named = element.tag == "figcaption" or CAPTIONED.search(element.get("class") or "") is not None
    if not named and element.tag not in ("table", "p", "div", "figure"):
        return False
    if not named and element.tag == "p" and not page.picture and element.find(".//img") is None:
        return False
    words = len(" ".join(element.itertext()).split())
    if not 0 < words <= CAPTION_WORDS:
        return False
    if named:
        return True
    if element.find(".//img") is not None:
        return element.tag in ("table", "figure") or (element.tag == "p" and words <= CAPTION_WORDS // 2)
    return element.tag == "p" and page.picture and _centred(element)


def _centred(element: Any) -> bool:
    if element.get("align") == "center" or CENTRED.search(element.get("style") or ""):
        return True
    only = element[0] if len(element) == 1 and not (element.text or "").strip() else None
    return only is not None and only.tag in ("em", "i", "center") and not (only.tail or "").strip()


def figures(table: Any) -> list[str]:
    """The rows of a table of figures, cells parted by “ | ”; none for a table that only lays out the page."""
    if table.find(".//table") is not None or table.find(".//img") is not None:
        return []
    rows = []
    for row in table.iter("tr"):
        cells = [text_of(cell) for cell in row if cell.tag in ("td", "th")]
        if any(len(cell) > CELL for cell in cells):
            return []
        rows.append([cell for cell in cells if cell])
    if sum(len(row) > 1 for row in rows) < 2:
        return []
    return [" | ".join(row) for row in rows if row]
