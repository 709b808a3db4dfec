"""Time counted: “5 năm”, “06 tháng”, “30 ngày làm việc”."""

from __future__ import annotations

import re

from extract.indicators.units import Unit, per_after
from extract.records import IndicatorKind, Span

DURATIONS = frozenset(
    {"năm", "tháng", "ngày", "giờ", "phút", "giây", "tuần", "ngày đêm", "ngày làm việc", "thập kỷ", "thế kỷ"}
    | {"tháng tù"}
)


_DURATION = re.compile(rf"[ \xa0]?[“\"]?({'|'.join(sorted(DURATIONS, key=len, reverse=True))})(?!\w)")


def duration(low: str, at: int) -> Unit | None:
    """“5 năm”, “06 tháng”, “30 ngày làm việc”: time counted, an indicator only where it is what is regulated."""
    match = _DURATION.match(low, at)
    if match is None:
        return None
    end = match.end(1)
    noun = " ".join(match[1].split())
    return Unit(kind=IndicatorKind.QUANTITY, id=noun, core=Span(match.start(1), end), per=per_after(low, end))
