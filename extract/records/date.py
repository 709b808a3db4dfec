"""Dates and terms, resolved to EDTF."""

from __future__ import annotations

from dataclasses import dataclass

from extract.records.mention import Mention


@dataclass(frozen=True, slots=True)
class DateExpression:
    """“Chiều 29-7” → "2020-07-29" (EDTF); None where it cannot be resolved."""

    value: str | None
    mention: Mention


@dataclass(frozen=True, slots=True)
class Term:
    """“khóa XII” of a body → the interval of years it sat, "2016/2021"; None where no table has it."""

    value: str | None
    mention: Mention
