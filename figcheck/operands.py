"""May two figures fill slots that must be alike?"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.link.likeness import are_near
from figcheck.link.lists import dimension
from figcheck.units import Unit

if TYPE_CHECKING:
    from figcheck.document import Figure

_ELIDED = 25  # times that two levels may be apart of which one leaves out its rate


def may_be_alike(one: Figure, other: Figure, *, elided: bool) -> bool:
    """Of one dimension, without one of one kind, and at no different rates, or one `elided`?"""
    if one.unit is not other.unit and dimension(one) != dimension(other):
        return False
    if one.kind is not other.kind and not one.unit:
        return False
    is_rate = isinstance(one.per, Unit) or isinstance(other.per, Unit)
    if one.per is other.per or not is_rate:
        return True
    is_bare = one.per is None or other.per is None
    return elided and is_bare and _are_of_one_size(one, other)


def _are_of_one_size(one: Figure, other: Figure) -> bool:
    """May the two be levels of one rate, as far as their numbers say?"""
    if one.unit is other.unit:
        return are_near(one, other, _ELIDED)
    low, high = sorted((_base(one), _base(other)))
    return high <= _ELIDED * low


def _base(figure: Figure) -> Fraction:
    return abs(Fraction(figure.value or 0)) * Fraction(figure.unit.factor if figure.unit else 1)
