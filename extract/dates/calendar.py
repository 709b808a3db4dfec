"""What words say of the calendar, and what they leave for the date of publication to say."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extract import edtf

_NEXT, _FAR_AHEAD = 2, 60
"""Days: a bare “20-6” read on 15-6 is the coming one, the last one being a year ago."""
_PAST_WEIGHT = 3
"""“sẽ … ngày 18/5” read on 8/8 is the May gone by unless the coming one is less than thrice as far."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month or year as far as it is said: “29-7” is `Moment(None, 7, 29)`."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def completed(self, other: Moment) -> Moment:
        """What `other` says and this leaves out: “3” beside “5-6-2019” is the third of June 2019."""
        month = self.month or (other.month if self.day else None)
        return Moment(self.year or other.year, month, self.day)

    def edtf(self) -> str | None:
        """The EDTF value, None while the year (or the month of a day) is unsaid or no calendar has it."""
        if self.year is None:
            return None
        if self.day is not None:
            return edtf.day(self.year, self.month, self.day) if self.month else None
        return edtf.month(self.year, self.month) if self.month else f"{self.year:04d}"


@dataclass(frozen=True, slots=True)
class Stretch:
    """An interval: “quý I/2020” is January to March; an end of None is open, “từ năm 2011 đến nay”."""

    start: Moment
    end: Moment | None

    def edtf(self) -> str | None:
        """“2019-06-03/2019-06-05”; None where an end has no value or the ends are in the wrong order."""
        start, end = self.start.edtf(), self.end.edtf() if self.end else None
        if start is None or (self.end and end is None) or (end and end < start):
            return None
        return start if start == end else edtf.interval(start, end)


@dataclass(frozen=True, slots=True)
class Relative:
    """“sáng nay”, “năm ngoái”, “tháng 9 năm ngoái”: so many days, months or years from the day of publication."""

    days: int = 0
    months: int | None = None
    years: int | None = None
    of: Moment = Moment()


Said = Moment | Stretch | Relative | str
"""What a rule reads; a string is a value that needs nothing more ("199X") or `SAME_DAY`."""

YEARLY = "yearly"
"""“15/10 hằng năm” comes every year: no date, nor is “từ tháng 1 đến tháng 4 hàng năm”."""

SAME_DAY = "same day"
"""“chiều cùng ngày”: the day the article spoke of last."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The publication date as the page gives it: a day, a month ("2020-07") or a year."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, published: str | None) -> Anchor | None:
        if not published:
            return None
        numbers = [int(part) for part in published[:10].split("-") if part.isdecimal()]
        return cls(*numbers) if numbers else None

    @property
    def last(self) -> date:
        """The last day it may be: “2020-07” is 31 July."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def relative(self, said: Relative) -> Moment | None:
        """“hôm qua” → the day before; None where publication is not known to that grain."""
        if said.years is not None:
            return replace(said.of, year=self.year + said.years)
        if said.months is not None:
            return shifted(self.year, self.month, said.months) if self.month else None
        if self.day is None:
            return None
        then = self.last + timedelta(days=said.days)
        return Moment(then.year, then.month, then.day)

    def year_of(self, moment: Moment, *, ahead: bool | None) -> Moment:
        """The year of “chiều 29-7” or “tháng 4”: the past one, unless the words look ahead.

        `ahead` is None where the words say neither: then a day that is only weeks away is the coming one. The day
        after publication is, whatever they say: “dịp 30/4 và 1/5, tỉnh đã …” on 30 April.
        """
        last = self.last
        dated = [(first, y) for y in (self.year - 1, self.year, self.year + 1) if (first := _first(y, moment))]
        past = [(first, y) for first, y in dated if first <= last]
        coming = [(first, y) for first, y in dated if first > last]
        if not past or not coming:
            return moment
        gone, wait = (last - past[-1][0]).days, (coming[0][0] - last).days
        near = gone > 300 and wait <= (_FAR_AHEAD if ahead is None else _NEXT)
        future = near or (ahead is True and wait < gone * _PAST_WEIGHT)
        return Moment(coming[0][1] if future else past[-1][1], moment.month, moment.day)


def _first(year: int, moment: Moment) -> date | None:
    try:
        return date(year, moment.month or 1, moment.day or 1)
    except ValueError:  # 29-2
        return None


def shifted(year: int, month: int, months: int) -> Moment:
    """The month so many months away: `shifted(2020, 1, -1)` is December 2019."""
    index = year * 12 + month - 1 + months
    return Moment(index // 12, index % 12 + 1)
