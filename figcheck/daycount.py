"""Day counts: calendar dates as whole numbers of days and months, exactly, in every era.

A year before Christ is negative and no year is zero: -44 is 44 BC. Every date is reckoned in
today's calendar, also where people then used another.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from figcheck.document import CalendarDate

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_IN_CYCLE = 146_097  # of 400 years
_EPOCH = 719_468  # 1 January 1970 counted from 1 March of the year 0
_THURSDAY = 3  # 1 January 1970


class Gap(NamedTuple):
    """How long it is from one date to another, least and most: in days, in months, and in whole
    years completed. A date that gives only its month or year may be any day of it."""

    days: tuple[int, int]
    months: tuple[Fraction, Fraction]
    years: tuple[int, int]


def is_leap(year: int) -> bool:
    year = _astronomical(year)
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(month: int, year: int | None) -> int:
    """The length of a month; February of an unknown year has 29 days."""
    if month == 2 and (year is None or is_leap(year)):
        return 29
    return _DAYS_IN_MONTH[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1 January 1970."""
    year = _astronomical(year) - (month <= 2)
    cycle, year = divmod(year, 400)
    day += (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 - 1
    return cycle * _DAYS_IN_CYCLE + year * 365 + year // 4 - year // 100 + day - _EPOCH


def weekday(year: int, month: int, day: int) -> int:
    """0 for a Monday to 6 for a Sunday."""
    return (day_number(year, month, day) + _THURSDAY) % 7


def gap(start: CalendarDate, end: CalendarDate) -> Gap | None:
    """From one date to a later one; None where no year is known and a month is missing.

    A date without a year is taken next to the other; where neither has one, both are of one year,
    or the end is of the next.
    """
    pairs = [_dated(start, end, year) for year in _years(start, end)]
    gaps = [_between(one, other) for one, other in pairs if one and other]
    if not gaps:
        return None
    return Gap(
        (min(g.days[0] for g in gaps), max(g.days[1] for g in gaps)),
        (min(g.months[0] for g in gaps), max(g.months[1] for g in gaps)),
        (min(g.years[0] for g in gaps), max(g.years[1] for g in gaps)),
    )


def _astronomical(year: int) -> int:
    return year if year > 0 else year + 1


def _years(start: CalendarDate, end: CalendarDate) -> tuple[int, ...]:
    """The years that the start may be of."""
    if start.year is not None:
        return (start.year,)
    if start.month is None or end.month is None:
        return ()
    is_next = _in_year(end) < _in_year(start)
    if end.year is not None:
        return (end.year - is_next,)
    return (2022, 2023, 2024)  # no leap day, one in the next year, one in this


def _in_year(date: CalendarDate) -> tuple[int, int]:
    return date.month or 1, date.day or 31


def _dated(
    start: CalendarDate, end: CalendarDate, year: int
) -> tuple[CalendarDate | None, CalendarDate | None]:
    """Both dates with their years, the start being of `year`."""
    if end.year is None:
        if end.month is None or start.month is None:
            return None, None
        end = end._replace(year=year + (_in_year(end) < _in_year(start)))
    return start._replace(year=year), end


def _between(start: CalendarDate, end: CalendarDate) -> Gap:
    (first, first_last), (second, second_last) = _reach(start), _reach(end)
    return Gap(
        (
            day_number(*second) - day_number(*first_last),
            day_number(*second_last) - day_number(*first),
        ),
        (_months(second) - _months(first_last), _months(second_last) - _months(first)),
        (_completed(first_last, second), _completed(first, second_last)),
    )


def _reach(date: CalendarDate) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """The first and the last day that the date may be."""
    year = date.year or 1
    first, last = date.month or 1, date.month or 12
    end = days_in_month(last, year)
    day = min(date.day, end) if date.day else None
    return (year, first, day or 1), (year, last, day or end)


def _months(date: tuple[int, int, int]) -> Fraction:
    """Months since the year 0, a day being its share of its month."""
    year, month, day = date
    whole = _astronomical(year) * 12 + month - 1
    return whole + Fraction(day - 1, days_in_month(month, year))


def _completed(start: tuple[int, int, int], end: tuple[int, int, int]) -> int:
    """The whole years from one day to another: the age on it of who was born on the first."""
    return _astronomical(end[0]) - _astronomical(start[0]) - (end[1:] < start[1:])
