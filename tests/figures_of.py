"""The figures of a text as the tests ask for them: read in an article of 29 July 2020."""

from __future__ import annotations

from functools import cache

from extract.dates import find_dates
from extract.indicators import find_indicators
from extract.language import Reader, build, make_doc
from extract.records import Indicator, IndicatorLink, Leftover

PUBLISHED = "2020-07-29"


@cache
def reader_here() -> Reader:
    return build()


def read(text: str) -> tuple[list[Indicator], list[IndicatorLink], list[Leftover]]:
    return find_indicators(make_doc(reader_here(), text), find_dates(text, PUBLISHED), [])
