"""Which values a written figure admits, at each of the four grades of a claim.

- exact: the last written digit is rounded, bare whole numbers are exact;
- rounding: every figure is as coarse as the finest of them shows the others to be (their shared
  grain): 10,000 + 40,000 against 55,000 are all given to the thousand;
- rough: each figure is as coarse as its own trailing zeros, "about N" reaches 5% of N;
- conflict: the claim does not hold even so.

Half a unit of the last digit on either side, both ties admitted, never a percent tolerance: a
tolerance that forgives honest rounding of small figures hides real errors in large ones.
"""

from __future__ import annotations

from enum import IntEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.document import Figure, Hedge, Kind
from figcheck.interval import Interval, Number

if TYPE_CHECKING:
    from collections.abc import Iterable


class Grade(IntEnum):
    """How a claim holds, least first."""

    EXACT = 0
    ROUNDING = 1
    ROUGH = 2
    CONFLICT = 3


_ROUGH_CAP = Fraction(1, 20)
_FRACTION_BANDS = {
    Fraction(1, 10): (Fraction(95, 1000), Fraction(105, 1000)),
    Fraction(1, 4): (Fraction(225, 1000), Fraction(29, 100)),
    Fraction(1, 3): (Fraction(29, 100), Fraction(375, 1000)),
    Fraction(1, 2): (Fraction(45, 100), Fraction(55, 100)),
    Fraction(2, 3): (Fraction(625, 1000), Fraction(71, 100)),
    Fraction(3, 4): (Fraction(71, 100), Fraction(78, 100)),
}
_MULTIPLE_BANDS = {
    Fraction(1, 2): (Fraction(45, 100), Fraction(55, 100)),
    Fraction(2): (Fraction(18, 10), Fraction(225, 100)),
    Fraction(3): (Fraction(26, 10), Fraction(34, 10)),
}
_HEDGE_REACH = {Hedge.NEARLY: Fraction(9, 10), Hedge.JUST_OVER: Fraction(11, 10)}


def shared_grain(figures: Iterable[Figure]) -> Number:
    """The finest of the figures' own grains, of those that have one; 0 where none has."""
    grains = [figure.own_grain for figure in figures if figure.own_grain and not figure.constant]
    return min(grains, default=0)


def admissible(
    figure: Figure, grade: Grade, shared: Number | None = None, *, stated: bool = False
) -> Interval:
    """The values that the figure allows at a grade.

    `shared` is the grain that the figures of a claim share. A fraction or multiple in words that
    is `stated` as a result stands for a band of values, as an operand for itself.
    """
    if figure.value is None:
        return _bounds(figure)
    if stated and figure.kind in (Kind.FRACTION, Kind.MULTIPLE):
        band = _band(figure, grade)
        if band is not None:
            return band
    if figure.hedge in _HEDGE_REACH:
        return _reaching(figure, grade)
    if figure.hedge not in (Hedge.EXACT, Hedge.ABOUT):
        return _bounds(figure)
    return _around(figure, grade, shared)


def _bounds(figure: Figure) -> Interval:
    low, high = figure.low, figure.high
    if low is not None and high is not None and low > high:
        low, high = high, low
    is_above, is_below = figure.hedge is Hedge.MORE_THAN, figure.hedge is Hedge.LESS_THAN
    return Interval(low, high, is_above, is_below)


def _reaching(figure: Figure, grade: Grade) -> Interval:
    """ "nearly N" is a little below N, "just over N" a little above; roughly, N itself too."""
    assert figure.value is not None
    far = figure.value * _HEDGE_REACH[figure.hedge]
    low, high = sorted((Fraction(figure.value), Fraction(far)))
    slack = _half(figure, grade, None)
    return Interval(low - slack, high + slack)


def _around(figure: Figure, grade: Grade, shared: Number | None) -> Interval:
    assert figure.value is not None
    return Interval.around(figure.value, _half(figure, grade, shared))


def _half(figure: Figure, grade: Grade, shared: Number | None) -> Number:
    """Half the width that the figure has at a grade."""
    if figure.constant or figure.value is None:
        return 0
    written = _written(figure)
    if grade is Grade.EXACT:
        return written / 2 if written else 0
    if grade is Grade.ROUNDING:
        coarse = min(shared or 0, figure.own_grain)
        return Fraction(max(written, coarse)) / 2 if max(written, coarse) > 1 or written else 0
    return _rough_half(figure, written)


def _written(figure: Figure) -> Fraction:
    """The grain of the last digit: none for a bare whole number, which is a count."""
    is_count = figure.grain == 1 and figure.value is not None and figure.value == int(figure.value)
    return Fraction(0) if is_count and figure.kind is Kind.COUNT else Fraction(figure.grain)


def _rough_half(figure: Figure, written: Fraction) -> Fraction:
    assert figure.value is not None
    size = abs(Fraction(figure.value))
    cap = size * _ROUGH_CAP
    own = Fraction(figure.own_grain) / 2 if figure.own_grain > 1 or written else Fraction(0)
    half = max(min(own, cap), written / 2)
    return max(half, cap) if figure.hedge is Hedge.ABOUT else half


def _band(figure: Figure, grade: Grade) -> Interval | None:
    """What a fraction or multiple in words may stand for when it is said of two figures."""
    assert figure.value is not None
    value = Fraction(figure.value)
    if figure.hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST):
        reach = value + max(Fraction(1), value / 4) if figure.kind is Kind.MULTIPLE else 3 * value / 2
        return Interval(value * Fraction(97, 100), reach)
    if figure.hedge in (Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.NEARLY):
        reach = max(value * Fraction(3, 4), value - 1)
        return Interval(reach, value * Fraction(103, 100))
    if grade < Grade.ROUGH:
        return None
    bands = _FRACTION_BANDS if figure.kind is Kind.FRACTION else _MULTIPLE_BANDS
    band = bands.get(value)
    if band is not None:
        return Interval(*band)
    if figure.kind is Kind.MULTIPLE:
        half = Fraction(figure.grain or 1) / 2
        return Interval(value - half, value + half)
    return Interval(value * Fraction(9, 10), value * Fraction(11, 10))
