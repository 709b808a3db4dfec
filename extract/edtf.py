"""Calendar values in EDTF (ISO 8601-2): "2020-07-29", "2020-07", "2019/2021", "2011/..", "199X"."""

from __future__ import annotations

import re
from datetime import date

_DAY = r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{3}X|\d{2}XX)"
_VALUE = re.compile(rf"{_DAY}|(?:{_DAY}|\.\.)/(?:{_DAY}|\.\.)")


def is_edtf(value: str) -> bool:
    """True for the forms this project writes, e.g. `is_edtf("2019/..")`."""
    return _VALUE.fullmatch(value) is not None


def day(year: int, month: int, number: int) -> str | None:
    """An ISO day, None where the calendar has none: `day(2019, 2, 30)` is None."""
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def month(year: int, number: int) -> str | None:
    return f"{year:04d}-{number:02d}" if 1 <= number <= 12 else None


def interval(start: str | None, end: str | None) -> str:
    """“2019/2021”; an open side is “..”."""
    return f"{start or '..'}/{end or '..'}"
