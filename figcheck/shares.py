"""Shares of one whole: whether percentages add up to 100 as rounded numbers do.

n shares rounded to the unit u each miss by up to u/2, so that their sum can be off by n * u/2,
but seldom is: the sum of n even errors has the standard deviation u * sqrt(n / 12). Rounded
shares add to exactly 100 with probability .75 for n = 3, .60 for 5, .43 for 10: see F. Mosteller,
C. Youtz and D. Zahn, "The Distribution of Sums of Rounded Percentages", Demography 4 (1967).
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.document import Hedge, Kind
from figcheck.interval import Interval
from figcheck.rounding import Grade, admissible, factor_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from figcheck.document import Figure
    from figcheck.interval import Number

_PLAIN = frozenset((Hedge.EXACT, Hedge.ABOUT))


def complete(shares: Sequence[Figure]) -> Grade:
    """How well the shares make up 100 percent.

    Up to a unit or two standard deviations, max(u, 2u * sqrt(n / 12)), they add up within
    rounding, up to n * u/2 roughly. Two shares of one precision are each other's rest and must
    add up exactly, as both are rounded the same way. Where the units differ, the largest is u and
    n * u^2 is the sum of the squares. All is compared exactly, the root by squares.
    """
    if any(share.value is None or share.hedge not in _PLAIN for share in shares):
        return _within_bounds(shares)
    total = sum((_percent(share, share.value or 0) for share in shares), Fraction(0))
    missed = abs(total - 100)
    units = [_percent(share, share.grain) for share in shares]
    if missed == 0:
        return Grade.EXACT
    if len(shares) < 3:
        is_rounded, is_rough = 2 * missed < sum(units), False
    else:
        squares = sum(unit * unit for unit in units)
        is_rough = 2 * missed <= sum(units)
        is_rounded = is_rough and (missed <= max(units) or 3 * missed * missed <= squares)
    if is_rounded:
        return Grade.ROUNDING
    is_vague = any(share.hedge is Hedge.ABOUT for share in shares)
    if is_rough or (is_vague and _total(shares, Grade.ROUGH).contains(100)):
        return Grade.ROUGH
    return Grade.CONFLICT


def _within_bounds(shares: Sequence[Figure]) -> Grade:
    """Where a share is a bound or a range, only its violation counts."""
    for grade in (Grade.EXACT, Grade.ROUGH):
        if _total(shares, grade).contains(100):
            return grade
    return Grade.CONFLICT


def _total(shares: Sequence[Figure], grade: Grade) -> Interval:
    total = Interval.point(0)
    for share in shares:
        part = admissible(share, grade)
        total = total + (part.scaled(100) if share.kind is Kind.FRACTION else part)
    return total


def _percent(share: Figure, number: Number) -> Fraction:
    """A number of the share's unit in percent; fractions in words are of one."""
    return Fraction(number) * (100 if share.kind is Kind.FRACTION else factor_of(share))
