"""Lengths of time against the dates that they lie between.

A length is a stated stretch of time ("eight weeks", "nearly five years", "a fortnight") with the
least and the most that it admits, in its own unit. Writers round a length to the nearest unit or
count the units completed, so that both are admitted: "three years" is 2.5 to 4 years. Round numbers
admit more, a hedge sets a bound.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from figcheck.claim import Claim, decided
from figcheck.daycount import gap
from figcheck.document import Hedge
from figcheck.rounding import Grade

if TYPE_CHECKING:
    from collections.abc import Iterable

    from figcheck.daycount import Gap
    from figcheck.document import CalendarDate, Figure
    from figcheck.interval import Number

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
HEDGED = {
    Hedge.NEARLY: "nearly ", Hedge.MORE_THAN: "more than ", Hedge.AT_LEAST: "at least ",
    Hedge.LESS_THAN: "less than ", Hedge.AT_MOST: "at most ", Hedge.JUST_OVER: "just over ",
}  # fmt: skip
"""The words of a hedge, before a number that it bounds."""
_NEAR = Fraction(8, 5)
_FURTHEST = Fraction(3)  # times that a slip of the pen makes a length too long or too short


class Length(NamedTuple):
    """A stated length of time: its figure, its unit, and what it admits, None where open."""

    figure: Figure
    unit: str
    least: Fraction | None
    most: Fraction | None


Tie: TypeAlias = "tuple[str, Figure, Figure]"
"""How the words tie a length to two dates: its name, the earlier date, the later date."""


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
    """May the length be the gap? With `inclusive` both the first and the last day may count."""
    low, high = measured(length.unit, between)
    if inclusive and length.unit in _IN_DAYS:
        high += Fraction(1, _IN_DAYS[length.unit])
    if length.least is not None and high < length.least:
        return False
    if length.most is None or low < length.most:
        return True
    return low == length.most and (length.unit == "day" or length.figure.hedge is not Hedge.EXACT)


def measured(unit: str, between: Gap) -> tuple[Fraction, Fraction]:
    """The least and the most of a gap in a unit of `UNITS`."""
    if unit in _IN_DAYS:
        size = _IN_DAYS[unit]
        return Fraction(between.days[0], size), Fraction(between.days[1], size)
    return between.months[0] / _IN_MONTHS[unit], between.months[1] / _IN_MONTHS[unit]


def of_ties(
    length: Length, ties: Iterable[Tie], *, plain: frozenset[str], loose: frozenset[str]
) -> Claim | None:
    """The claim of the first tie whose dates lie the length apart, else of the first that is one.

    `plain` and `loose` name the ties that are sure and that are not; the others are fair.
    """
    first: Claim | None = None
    for name, start, end in ties:
        tie = "plain" if name in plain else "loose" if name in loose else "fair"
        claim = elapsed(length, start, end, name, tie)
        if claim is not None and claim.verdict is Grade.EXACT:
            return claim
        first = first or claim
    return first


def elapsed(
    length: Length, start: Figure, end: Figure, reading: str, tie: str, *, inclusive: bool = False
) -> Claim | None:
    """The claim that the length lies between two dated figures, judged.

    None where their order or years do not say, and where the length is so far off that another
    is meant.
    """
    if start.date is None or end.date is None:
        return None
    return between(length, (start, end), start.date, end.date, reading, tie, inclusive=inclusive)


def between(
    length: Length,
    figures: tuple[Figure, ...],
    start: CalendarDate,
    end: CalendarDate,
    reading: str,
    tie: str,
    *,
    inclusive: bool = False,
    text: str = "",
) -> Claim | None:
    """The claim that the length lies between two dates, which the figures state.

    `text` says the span where the figures' own words do not.
    """
    found = gap(start, end)
    if found is None or found.days[1] <= 0:
        return None
    shown = text or " to ".join(figure.text for figure in figures)
    comes_to = in_words(length.unit, start, end, found)
    if admits(length, found, inclusive=inclusive):
        says = f"{shown} = {_as_counted(length, found, comes_to, inclusive=inclusive)}"
        return decided(length.figure, figures, True, says, reading=reading, tie=tie)
    shown = f"{shown} = {comes_to}"
    miss = missed(length, found)
    if miss == "other" or found.days[0] <= 0:
        return None
    stated = f"{HEDGED.get(length.figure.hedge, '')}{length.figure.text}"
    return decided(
        length.figure, figures, False, shown, f"{shown}, not {stated}",
        reading=reading, tie=tie, signs=(f"miss.{miss}",),
        amended=_nearest(length.figure.value, *measured(length.unit, found)),
    )  # fmt: skip


def _as_counted(length: Length, found: Gap, comes_to: str, *, inclusive: bool) -> str:
    """What a gap comes to as the length that fits it counts: both ends, or a part of a year."""
    value, days = length.figure.value, found.days
    if inclusive and length.unit == "day" and days[0] == days[1] and value == days[0] + 1:
        return f"{value} days, the first and the last counted"
    low, high = measured(length.unit, found)
    if length.unit == "year" and value is not None and low < value - 1 and value < high + 1:
        return f"{floor(low)} to {ceil(high)} years"
    return comes_to


def _nearest(value: Number | None, low: Fraction, high: Fraction) -> int:
    """The whole number from `low` to `high` that is nearest to the one stated, or else between them."""
    first, last = ceil(low), floor(high)
    if first > last:
        return round((low + high) / 2)
    return last if value is not None and value > last else first


def missed(length: Length, found: Gap) -> str:
    """How far the length is off: by "one" unit, by a "slip" of one digit, "near" or "far"; "other"
    where it is so far off that it must be the length of something else."""
    low, high = measured(length.unit, found)
    least = length.least if length.least is not None else length.most or Fraction(1)
    most = length.most if length.most is not None else least
    apart = max(least / high if high > 0 else _FURTHEST + 1, low / most if most > 0 else low)
    if apart > _FURTHEST:
        return "other"
    value = length.figure.value
    if value is not None:
        if low - 2 < value < high + 2 and length.unit not in ("decade", "century"):
            return "one"
        if is_slip(int(value), low, high):
            return "slip"
    return "near" if apart < _NEAR else "far"


def is_slip(value: int, low: Number, high: Number) -> bool:
    """Does one digit make the difference between a number, of ten and more, and a range?"""
    written = str(value)
    return value >= 10 and any(
        low <= int(written[:k] + digit + written[k + 1 :]) <= high
        for k in range(len(written))
        for digit in "0123456789"
    )


def in_words(unit: str, start: CalendarDate, end: CalendarDate, found: Gap) -> str:
    """A gap in a unit and what is left over: "13 years", "3 years 8 months", "7 weeks 3 days"."""
    if unit in _IN_DAYS or (start.day and end.day and found.months[1] < 1):
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
