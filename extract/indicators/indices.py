"""Named indices of government and economy: PAR INDEX, PAPI, PCI, SIPAS, GRDP, CPI, IIP."""

from __future__ import annotations

from bisect import bisect_left

from extract.indicators.page import Page

REACH = 120
"""Characters that an index is still what a figure after it is of."""


def index_of(page: Page, sentence: int, at: int) -> str | None:
    """The index last named in the sentence before a figure: “chỉ số hài lòng (SIPAS) tăng 2 bậc” is SIPAS."""
    named = page.indices
    i = bisect_left(named, (at,)) - 1
    return named[i].label if i >= 0 and named[i].start >= max(sentence, at - REACH) else None
