"""What a figure is of: “tỷ lệ hộ nghèo”, “mô hình ‘Dân vận khéo’ về phát triển kinh tế”."""

from __future__ import annotations

from extract.indicators.durations import DURATIONS
from extract.indicators.figure import Figure
from extract.indicators.measures import headcount_of, measure_of
from extract.indicators.nouns import counted_noun, noun_after
from extract.indicators.page import Page, Sentence
from extract.indicators.subjects import subject_of
from extract.records import IndicatorKind, Mention, Trend

_COUNTED = (IndicatorKind.COUNT, IndicatorKind.RATIO, IndicatorKind.RANK)
_TIMES = DURATIONS | {"lần"}


def concept_of(page: Page, sentence: Sentence, figure: Figure, clause: int, *, trend: Trend | None) -> Mention | None:
    """The noun phrase measured: after the number for what is counted, else the measure or the subject before it.

    “Tỷ lệ hộ nghèo giảm từ 32,13%” → tỷ lệ hộ nghèo; “100% hộ dân” → hộ dân; “650.000 tấn alumin” → alumin.
    """
    if figure.kind in _COUNTED:
        named = page.low.startswith(figure.unit[:1].lower(), figure.unit_start) and figure.unit != ""
        if named or figure.kind != IndicatorKind.COUNT:
            noun = counted_noun(page, sentence, figure) if named else None
            return (headcount_of(page, clause, noun) if noun and noun.text == "người" else None) or noun
    measure, after = measure_of(page, clause, figure), None
    if measure and not page.low.endswith("% ", clause, measure.span.start):  # 11% diện tích vùng này, 3% đất vùng kia
        return measure
    substance = figure.kind == IndicatorKind.QUANTITY and figure.per is None and figure.unit_id not in _TIMES
    if substance or (figure.kind == IndicatorKind.PERCENT and not trend):
        after = noun_after(page, sentence, figure.end)
    return after or measure or subject_of(page, sentence, clause, figure)
