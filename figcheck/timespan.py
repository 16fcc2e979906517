"""Lengths of time against the dates that they lie between.

A length is a stated stretch of time ("eight weeks", "nearly five years", "a fortnight") with the
least and the most that it admits, in its own unit. Writers round a length to the nearest unit or
count the units completed, so that both are admitted: "three years" is 2.5 to 4 years. Round numbers
admit more, a hedge sets a bound.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from figcheck.claim import Claim
from figcheck.daycount import gap
from figcheck.document import CalendarDate, Hedge
from figcheck.rounding import Grade
from figcheck.terms import Reckoned

if TYPE_CHECKING:
    from figcheck.daycount import Gap
    from figcheck.document import Figure

_IN_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_IN_DAYS = {"day": 1, "week": 7}
_SLACK = {
    "month": (Fraction(2, 3), Fraction(1)), "year": (Fraction(1, 2), Fraction(1)),
    "decade": (Fraction(1, 3), Fraction(1, 2)), "century": (Fraction(1, 5), Fraction(1, 3)),
    "week": (Fraction(1, 2), Fraction(3, 4)), "day": (Fraction(1), Fraction(0)),
}  # fmt: skip
"""How much less and how much more than the number of units a plain length may be."""
UNITS = frozenset(_SLACK)
_HALF = Fraction(2, 5)  # what "three and a half years" admits on either side
_HEDGED = {
    Hedge.NEARLY: "nearly ", Hedge.MORE_THAN: "more than ", Hedge.AT_LEAST: "at least ",
    Hedge.LESS_THAN: "less than ", Hedge.AT_MOST: "at most ", Hedge.JUST_OVER: "just over ",
}  # fmt: skip
_FURTHEST = 3  # times that a slip of the pen makes a length too long or too short


class Length(NamedTuple):
    """A stated length of time: its figure, its unit, and what it admits, None where open."""

    figure: Figure
    unit: str
    least: Fraction | None
    most: Fraction | None


def length_of(figure: Figure, unit: str) -> Length:
    """What a figure admits in a unit of `UNITS`."""
    if figure.value is None:
        least = None if figure.low is None else Fraction(figure.low) - Fraction(1, 2)
        most = None if figure.high is None else Fraction(figure.high) + 1
        return Length(figure, unit, least, most)
    return Length(figure, unit, *_admitted(Fraction(figure.value), figure, unit))


def _admitted(
    value: Fraction, figure: Figure, unit: str
) -> tuple[Fraction | None, Fraction | None]:
    hedge = figure.hedge
    if hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST):
        return value, None
    if hedge in (Hedge.LESS_THAN, Hedge.AT_MOST):
        return None, value
    if hedge is Hedge.NEARLY:
        return value - max(value / 6, Fraction(1, 3)), value + max(value / 50, Fraction(1, 10))
    if hedge is Hedge.JUST_OVER:
        return value - Fraction(1, 10), value + max(value / 4, Fraction(1))
    less, more = _SLACK[unit]
    if value.denominator != 1:
        less = more = _HALF
    elif figure.own_grain >= 10:
        less, more = (max(slack, Fraction(figure.own_grain) / 5) for slack in (less, more))
    if hedge is Hedge.ABOUT:
        less, more = (max(slack, value / 5) for slack in (less, more))
    return value - less, value + more


def admits(length: Length, between: Gap, *, inclusive: bool = False) -> bool:
    """May the length be the gap? With `inclusive` both the first and the last unit may count."""
    low, high = measured(length.unit, between)
    high += inclusive
    if length.least is not None and high < length.least:
        return False
    return length.most is None or low < length.most or low == high == length.most


def measured(unit: str, between: Gap) -> tuple[Fraction, Fraction]:
    """The least and the most of a gap in a unit of `UNITS`."""
    if unit in _IN_DAYS:
        size = _IN_DAYS[unit]
        return Fraction(between.days[0], size), Fraction(between.days[1], size)
    return between.months[0] / _IN_MONTHS[unit], between.months[1] / _IN_MONTHS[unit]


def elapsed(
    length: Length, start: Figure, end: Figure, reading: str, *, inclusive: bool = False
) -> Claim | None:
    """The claim that the length lies between two dated figures, judged.

    None where their order or years do not say, and where the length is so far off that another
    is meant.
    """
    return between(length, (start, end), start.date, end.date, reading, inclusive=inclusive)


def between(
    length: Length,
    figures: tuple[Figure, ...],
    start: CalendarDate | None,
    end: CalendarDate | None,
    reading: str,
    *,
    inclusive: bool = False,
) -> Claim | None:
    """The claim that the length lies between two dates, which the figures state."""
    found = gap(start, end) if start and end else None
    if found is None or start is None or end is None or found.days[1] <= 0:
        return None
    shown = " to ".join(figure.text for figure in figures)
    shown = f"{shown} = {in_words(length.unit, start, end, found)}"
    claim = Claim(stated=length.figure, term=Reckoned(figures, shown), reading=reading)
    claim.verdict = Grade.EXACT
    if not admits(length, found, inclusive=inclusive):
        if is_far(length, found) or found.days[0] <= 0:
            return None
        claim.reading += " slip" if is_slip(length, found) else ""
        claim.verdict = Grade.CONFLICT
        claim.message = f"{shown}, not {_HEDGED.get(length.figure.hedge, '')}{length.figure.text}"
    return claim


def is_far(length: Length, found: Gap) -> bool:
    """Is the length more than a few times too long or too short, as no slip makes it?"""
    low, high = measured(length.unit, found)
    if length.most is not None and low > _FURTHEST * length.most:
        return True
    return length.least is not None and _FURTHEST * max(high, Fraction(0)) < length.least


def is_slip(length: Length, found: Gap) -> bool:
    """Does one digit make the difference between the length, of ten and more, and the gap?"""
    value = length.figure.value
    if value is None or value < 10 or value != int(value):
        return False
    low, high = measured(length.unit, found)
    written = str(int(value))
    return any(
        low <= int(written[:k] + digit + written[k + 1 :]) <= high
        for k in range(len(written))
        for digit in "0123456789"
    )


def in_words(unit: str, start: CalendarDate, end: CalendarDate, found: Gap) -> str:
    """A gap in a unit and what is left over of it: "13 years", "3 years 8 months", "7 weeks 3 days"."""
    if unit in _IN_DAYS:
        days = found.days[0] if found.days[0] == found.days[1] else round(sum(found.days) / 2)
        weeks, rest = divmod(days, 7) if unit == "week" else (0, days)
        return _joined((weeks, "week"), (rest, "day"))
    if start.month is None or end.month is None:
        return _joined((round(sum(found.months) / 24), "year"))
    years, months = divmod(int(sum(found.months) / 2 + Fraction(1, 60)), 12)
    return _joined((years, "year"), (months, "month"))


def _joined(*parts: tuple[int, str]) -> str:
    words = [f"{number:,} {unit}{'s' if number != 1 else ''}" for number, unit in parts if number]
    return " ".join(words) or f"0 {parts[-1][1]}s"
