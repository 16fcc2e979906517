"""Which values a written figure admits, at each of the four grades of a claim.

- exact: the last written digit is rounded, bare whole numbers are exact;
- rounding: every figure is as coarse as the finest of them shows the others to be (their shared
  grain): 10,000 + 40,000 against 55,000 are all given to the thousand;
- rough: each figure is as coarse as its own trailing zeros, "about N" reaches 5% of N;
- conflict: the claim does not hold even so.

Half a unit of the last digit on either side, both ties admitted, never a percent tolerance: a
tolerance that forgives honest rounding of small figures hides real errors in large ones. Only
what trailing zeros add is capped, at 5% of the value: else 200,000 would admit 150,000, and one
round figure of a claim would make any error in it irrefutable. Each grade admits what the one
before it admits. A hedge is a bound and has no width of its own.
"""

from __future__ import annotations

from enum import IntEnum
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from figcheck.document import Hedge, Kind
from figcheck.interval import Admitted, Interval, Number
from figcheck.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from figcheck.document import Figure


class Grade(IntEnum):
    """How a claim holds, least first."""

    EXACT = 0
    ROUNDING = 1
    ROUGH = 2
    CONFLICT = 3


# What a fraction or multiple in words may be said of. No norm fixes that; these bands are figcheck's
# convention. A fraction reaches halfway to the next everyday one (fifths, quarters, thirds, half:
# .225, .29, .45, .71, .78) or to the eighth between (3/8, 5/8); doubled from a tenth below to an
# eighth above, tripled .4 either way, any other k-fold a half, any other fraction a tenth of itself.
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
_PLAIN = frozenset((Hedge.EXACT, Hedge.ABOUT))
_REACHING = frozenset((Hedge.NEARLY, Hedge.JUST_OVER))
"""Below N or above it by a tenth, by convention too."""
_FROM = frozenset((Hedge.MORE_THAN, Hedge.AT_LEAST))
_UP_TO = frozenset((Hedge.LESS_THAN, Hedge.AT_MOST))
_HALF = Fraction(1, 2)
_TIMES = frozenset(("time", "calendar"))
_FRACTION_REACH = Fraction(1, 20)  # nine tenths are .85 to .95: wider would leave no contrary
_IN_WORDS = frozenset((Kind.FRACTION, Kind.MULTIPLE))
_TO_THE_UNIT = frozenset((Kind.MULTIPLE, Kind.AGE))  # nobody says 90 for 87 years of age


def admitted(figure: Figure) -> Admitted:
    """What the figure admits. Whoever edits the figure clears `figure.admitted`."""
    found = figure.admitted
    if found is None:
        found = figure.admitted = _admitted(figure, stated=False)
        if figure.kind in _IN_WORDS or _is_whole(figure):
            found.as_stated = _admitted(figure, stated=True)
    return found


def exact(figure: Figure) -> Interval:
    """What the figure admits as an operand at the first grade, in base units."""
    return (figure.admitted or admitted(figure)).exact


def rough(figure: Figure) -> Interval:
    """What the figure admits as an operand that is only rough, in base units."""
    return (figure.admitted or admitted(figure)).rough


def nominal(figure: Figure) -> Interval:
    """The number as it is written, in base units; of a range or an open bound, its interval."""
    return (figure.admitted or admitted(figure)).nominal


def admissible(
    figure: Figure, grade: Grade, shared: Number = 0, *, stated: bool = False
) -> Interval:
    """The values that the figure allows at a grade, in base units.

    `shared` is the grain that the figures of its group share in the claim, in base units too;
    only the grade of rounding asks for it.
    """
    if figure.value is None or figure.hedge not in _PLAIN:
        return _in_base(figure, _bounds(figure))
    if stated and figure.kind in _IN_WORDS:
        return _band(figure) if grade is Grade.ROUGH else _around(figure, _spoken(figure), 0)
    if figure.constant or (not stated and _is_whole(figure)):
        return Interval.point(figure.value * factor_of(figure))
    written = _written(figure)
    if grade is Grade.EXACT or figure.kind in _TO_THE_UNIT:
        return _around(figure, written, 0)
    if grade is Grade.ROUGH:
        coarse: Number = figure.own_grain
        return _around(figure, written, coarse, is_vague=figure.hedge is Hedge.ABOUT)
    return _around(figure, written, min(figure.own_grain, Fraction(shared) / factor_of(figure)))


def shared_grain(figures: Iterable[Figure]) -> Number:
    """The finest of the figures' own grains, in base units; 0 where none has one."""
    grains = [
        figure.own_grain * factor_of(figure)
        for figure in figures
        if figure.own_grain and not figure.constant and not _is_whole(figure)
    ]
    return min(grains, default=0)


def group(figure: Figure) -> str:
    """What the figure measures: figures of one group show one another's grain."""
    unit, per = figure.unit, figure.per
    name = unit.dimension if unit else figure.kind if figure.kind in _IN_WORDS else ""
    if per is None:
        return name
    return f"{name}/{per.dimension if isinstance(per, Unit) else per}"


def factor_of(figure: Figure) -> Number:
    """What turns the figure's number into base units: $ per litre are 1000 $ per cubic metre."""
    unit, per = figure.unit, figure.per
    factor = unit.factor if unit else 1
    return Fraction(factor) / per.factor if isinstance(per, Unit) else factor


def _admitted(figure: Figure, *, stated: bool) -> Admitted:
    narrow = admissible(figure, Grade.EXACT, stated=stated)
    if figure.value is None:
        return Admitted(narrow, narrow, narrow)
    wide = narrow
    if figure.hedge in _PLAIN:
        wide = admissible(figure, Grade.ROUGH, stated=stated)
        if wide.within(narrow):
            wide = narrow
    return Admitted(narrow, wide, Interval.point(figure.value * factor_of(figure)))


def _around(figure: Figure, written: Number, coarse: Number, *, is_vague: bool = False) -> Interval:
    """Half of a grain on either side of the figure's number, in base units.

    That is the grain of the last digit, or a coarser one as far as it is at most a tenth of the
    value, or with `is_vague` that tenth itself: 5% either way. All is in whole numbers, a tenth of
    the finest grain in `width`, a twentieth in the ends.
    """
    value = figure.value
    assert value is not None
    den = lcm(value.denominator, written.denominator, coarse.denominator)
    number = value.numerator * (den // value.denominator)
    width = written.numerator * (den // written.denominator) * 10
    if written or coarse > 1:
        own = coarse.numerator * (den // coarse.denominator) * 10
        width = max(width, min(own, abs(number)))
    if is_vague:
        width = max(width, abs(number))
    factor = factor_of(figure)
    times, den = factor.numerator, 20 * den * factor.denominator
    return Interval((20 * number - width) * times, (20 * number + width) * times, den)


def _in_base(figure: Figure, interval: Interval) -> Interval:
    factor = factor_of(figure)
    return interval if factor == 1 else interval.scaled(factor)


def _bounds(figure: Figure) -> Interval:
    """What a hedge or the ends of a range allow: more than N and at least N from N on.

    "nearly N" lies in the tenth below N, "just over N" in the tenth above: see _beside.
    """
    low, high, value = figure.low, figure.high, figure.value
    if value is not None:
        if figure.hedge in _REACHING:
            low, high = _beside(figure, value)
        elif figure.hedge in _FROM:
            low, high = value, None
        elif figure.hedge in _UP_TO:
            low, high = None, value
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Interval.of(low, high)


def _beside(figure: Figure, value: Number) -> tuple[Number, Number]:
    """The tenth below or above, and half a grain at least: 0.74% is "nearly 1%"."""
    is_below = figure.hedge is Hedge.NEARLY
    if figure.kind is Kind.MULTIPLE and value < 1:
        is_below = not is_below  # what has nearly halved has not come down to the half
    reach = abs(Fraction(value)) / 10
    if figure.kind is Kind.FRACTION:
        reach = reach * 3 / 2  # "just over half" of 56 in a hundred
    if figure.kind is Kind.SHARE:
        reach = max(reach, Fraction(figure.grain) / 2)
    if is_below == (value > 0):
        return value - reach, value
    return value, value + reach  # "nearly a loss of 60" is a smaller loss


def _written(figure: Figure) -> Number:
    """The grain of the last digit: none for a bare whole number without a hedge, a count.

    A mean, or what is counted per square mile, is no count: it is rounded as any measure is.
    """
    if figure.kind is Kind.MULTIPLE:
        return _spoken(figure)
    is_count = figure.kind is Kind.COUNT and figure.hedge is Hedge.EXACT and figure.grain == 1
    is_density = isinstance(figure.per, Unit) and figure.per.dimension not in _TIMES
    if is_density or "average" in figure.roles:
        is_count = False
    return (
        0
        if is_count and figure.value is not None and figure.value.denominator == 1
        else figure.grain
    )


def _spoken(figure: Figure) -> Number:
    """The grain of a fraction or multiple: only of one with decimals, "2.5 times"."""
    return figure.grain if figure.grain != 1 else 0


def _is_whole(figure: Figure) -> bool:
    """Is it the 100% or the 12 months that a text works with as with a constant?"""
    if figure.value == 100:
        return figure.kind is Kind.SHARE and figure.grain == 1
    return figure.value == 12 and figure.unit is not None and figure.unit.name == "month"


def _band(figure: Figure) -> Interval:
    """What a stated fraction or multiple in words stands for when it is roughly meant."""
    assert figure.value is not None
    value = Fraction(figure.value)
    if figure.kind is Kind.MULTIPLE:
        if value in _MULTIPLE_BANDS:
            return Interval.of(*_MULTIPLE_BANDS[value])
        is_whole = value.denominator == 1
        return Interval.around(value, _HALF if is_whole else Fraction(_spoken(figure)) / 2)
    if value in _FRACTION_BANDS:
        return Interval.of(*_FRACTION_BANDS[value])
    return Interval.around(value, min(abs(value) / 10, _FRACTION_REACH))
