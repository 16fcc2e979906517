"""Terms over dates: how long it is from one to the other, as far as they are written.

A date that is known to the year or month stands for any day of it, so that a length has a first
and a last value. All lengths are in the base of their units: months for months and years, seconds
for days and weeks, as a month has no fixed number of days.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.document import CalendarDate
from figcheck.interval import EVERYTHING, Interval
from figcheck.terms import Term
from figcheck.units import YEAR, named

if TYPE_CHECKING:
    from figcheck.document import Figure
    from figcheck.terms import Values
    from figcheck.units import Unit

_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY = 86_400
_COMMON_YEAR, _LEAP_YEAR = 2001, 2000


class Between(Term):
    """A length from a date to another, counted in `unit`.

    With `inclusive` both ends count: 1996 to 2001 are then five or six seasons.
    """

    __slots__ = ("figures", "inclusive", "unit")

    def __init__(
        self, start: Figure, end: Figure, unit: Unit = YEAR, *, inclusive: bool = False
    ) -> None:
        self.figures = (start, end)
        self.unit = unit
        self.inclusive = inclusive

    def counting_both_ends(self) -> Between:
        """The same length, counted inclusively."""
        start, end = self.figures
        return type(self)(start, end, self.unit, inclusive=True)

    def shown(self) -> str:
        return f"{self.figures[0].text} to {self.figures[1].text}"

    def evaluate(self, values: Values) -> Interval:
        start, end = self.figures[0].date, self.figures[1].date
        dates = None if start is None or end is None else _with_years(start, end)
        if dates is None:
            return EVERYTHING
        return self._of_calendar(*dates) if self.inclusive else self._of_dates(*dates)

    def computed(self) -> Interval:
        start, end = self.figures[0].date, self.figures[1].date
        dates = None if start is None or end is None else _with_years(start, end)
        if dates is None:
            return EVERYTHING
        return self._of_calendar(*dates) if self.inclusive else self._in_whole_units(*dates)

    def _of_dates(self, start: CalendarDate, end: CalendarDate) -> Interval:
        raise NotImplementedError

    def _of_calendar(self, start: CalendarDate, end: CalendarDate) -> Interval:
        """Both ends counted: from the difference of the calendar to one more."""
        size = int(self.unit.factor)
        steps = (_month_number(end) // size - _month_number(start) // size) * size
        return Interval(steps, steps + size)

    def _in_whole_units(self, start: CalendarDate, end: CalendarDate) -> Interval:
        least, most = _completed_months(start, end)
        size = int(self.unit.factor)
        return Interval(least // size * size, most // size * size)


class Elapsed(Between):
    """The months from one date to another, for a length in months, years or decades.

    It may be said in completed units or rounded: 94 months are seven years or eight. From years
    alone, 1996 to 2001, they are four or five (n - 1 or n), from months alone likewise; a sixth
    year would be counted inclusively.
    """

    __slots__ = ()

    def _of_dates(self, start: CalendarDate, end: CalendarDate) -> Interval:
        least, most = _completed_months(start, end)
        size = int(self.unit.factor)
        low = least // size * size
        if start.day and end.day:
            return Interval.of(low, most + _part_of_month(start, end, most))
        high = Fraction(most + 1)
        # Of two years, or two months, any length up to the next step is possible, but a whole
        # number of steps is not rounded up: it ends where that number, half a step wide, begins.
        step = _step(start, end)
        if size >= step:
            high -= Fraction(step, 2)
        return Interval.of(low, high, high_open=True)


class Age(Between):
    """The completed years (or months) of a life from birth to a date.

    Full dates give one age, years alone two: somebody born in 1964 is 60 or 61 in 2025.
    """

    __slots__ = ()

    def _of_dates(self, start: CalendarDate, end: CalendarDate) -> Interval:
        return self._in_whole_units(start, end)


class DaysBetween(Between):
    """The days from one full date to another, in seconds, for a length in days or weeks.

    Weeks may be said in completed ones or rounded. Where no year is known, there may be a leap day.
    """

    __slots__ = ()

    def __init__(
        self, start: Figure, end: Figure, unit: Unit | None = None, *, inclusive: bool = False
    ) -> None:
        super().__init__(start, end, unit or named("day"), inclusive=inclusive)

    def evaluate(self, values: Values) -> Interval:
        days = self._days()
        if days is None:
            return EVERYTHING
        size = int(self.unit.factor) // _DAY or 1
        return Interval(days[0] // size * size * _DAY, days[1] * _DAY)

    def computed(self) -> Interval:
        days = self._days()
        return EVERYTHING if days is None else Interval(days[0] * _DAY, days[1] * _DAY)

    def _days(self) -> tuple[int, int] | None:
        """The least and the most days that it may be."""
        start, end = self.figures[0].date, self.figures[1].date
        if (
            start is None
            or end is None
            or not (start.month and start.day and end.month and end.day)
        ):
            return None
        years = (None,) if start.year or end.year else (_COMMON_YEAR, _LEAP_YEAR, _LEAP_YEAR - 1)
        found = []
        for year in years:
            dates = _with_years(start if year is None else start._replace(year=year), end)
            if dates is not None:
                found.append(_ordinal(dates[1]) - _ordinal(dates[0]) + self.inclusive)
        return min(found), max(found)


def days_in_month(date: CalendarDate) -> int:
    """The length of the date's month; February of an unknown year has 29 days."""
    month, year = date.month or 1, date.year
    return 29 if month == 2 and (year is None or _is_leap(year)) else _DAYS_IN_MONTH[month - 1]


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _with_years(start: CalendarDate, end: CalendarDate) -> tuple[CalendarDate, CalendarDate] | None:
    """Both dates with a year: one that only the other states, or follows from their order.

    Years are counted as astronomers do, with a year 0 before the year 1, as history has none.
    """
    start, end = _astronomical(start), _astronomical(end)
    if start.year is not None and end.year is not None:
        return start, end
    if start.month is None or end.month is None:
        return None
    turns = (end.month, end.day or 31) < (start.month, start.day or 1)
    if end.year is not None:
        return start._replace(year=end.year - turns), end
    year = _COMMON_YEAR if start.year is None else start.year
    return start._replace(year=year), end._replace(year=year + turns)


def _astronomical(date: CalendarDate) -> CalendarDate:
    return date._replace(year=date.year + 1) if date.year is not None and date.year < 0 else date


def _month_number(date: CalendarDate) -> int:
    return (date.year or 0) * 12 + (date.month or 1) - 1


def _completed_months(start: CalendarDate, end: CalendarDate) -> tuple[int, int]:
    """The least and the most months completed between two dates, each any day that it may be."""
    most = _completed(_first(start), _last(end))
    least = _completed(_last(start), _first(end))
    return (max(least, 0) if most >= 0 else least), most


def _completed(start: CalendarDate, end: CalendarDate) -> int:
    return _month_number(end) - _month_number(start) - ((end.day or 1) < (start.day or 1))


def _first(date: CalendarDate) -> CalendarDate:
    """The first day that the date may be."""
    day = date.days[0] if date.days else date.day or 1
    return CalendarDate(date.year, date.month or 1, day)


def _last(date: CalendarDate) -> CalendarDate:
    """The last day that the date may be."""
    month = CalendarDate(date.year, date.month or 12)
    day = date.days[1] if date.days else date.day or days_in_month(month)
    return month._replace(day=day)


def _step(start: CalendarDate, end: CalendarDate) -> int:
    """The months in which both dates are known, 12 or 1; 0 where they are known unlike."""
    if start.month is None and end.month is None:
        return 12
    is_plain = start.month and end.month and not (start.day or end.day or start.days or end.days)
    return 1 if is_plain else 0


def _part_of_month(start: CalendarDate, end: CalendarDate, months: int) -> Fraction:
    """What is left of a month after the completed ones, between two full dates."""
    before = _later(start, months)
    return Fraction(
        _ordinal(end) - _ordinal(before), _ordinal(_later(start, months + 1)) - _ordinal(before)
    )


def _later(date: CalendarDate, months: int) -> CalendarDate:
    """The date so many months later, at the latest the last day of the month."""
    year, month = divmod(_month_number(date) + months, 12)
    later = CalendarDate(year, month + 1)
    return later._replace(day=min(date.day or 1, days_in_month(later)))


def _ordinal(date: CalendarDate) -> int:
    """The number of the day, counted on from the first of the year 1."""
    before = (1 if date.year is None else date.year) - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    months = [days_in_month(date._replace(month=month)) for month in range(1, date.month or 1)]
    return days + sum(months) + (date.day or 1)
