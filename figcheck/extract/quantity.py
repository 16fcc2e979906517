"""A quantity in the making: what the readers of a sentence hand on to one another."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.extract.kinds import COUNT, EXACT, LABEL, RANGE

if TYPE_CHECKING:
    from figcheck.document import CalendarDate, Kind
    from figcheck.units import Unit

Number = int | Fraction


class Quantity:
    """A number with what belongs to it, from token `at` up to `to`.

    `value` is None for a range, a label or a vague group; `grain` and `own_grain` are as in
    Figure. `scale` is the factor of the scale words read ("million"), 1 without.
    """

    __slots__ = (
        "at", "constant", "date", "descends", "grain", "hedge", "high", "is_series", "is_word",
        "kind", "low", "own_grain", "per", "scale", "to", "unit", "value",
    )  # fmt: skip

    def __init__(
        self,
        at: int,
        to: int,
        kind: Kind = COUNT,
        value: Number | None = None,
        grain: Number = 0,
        own_grain: Number = 0,
        is_word: bool = False,
    ) -> None:
        self.at = at
        self.to = to
        self.kind = kind
        self.value = value
        self.grain = grain
        self.own_grain = own_grain
        self.is_word = is_word
        self.scale = 1
        self.unit: Unit | None = None
        self.per: Unit | str | None = None
        self.low: Number | None = None
        self.high: Number | None = None
        self.hedge = EXACT
        self.date: CalendarDate | None = None
        self.constant = False
        self.descends = False  # a range whose first end lies above its second
        self.is_series = False  # a label that others may be joined to: "Figs 5 and 6"

    def multiply(self, factor: int) -> None:
        """Take a scale: the grains grow with the value."""
        assert self.value is not None
        self.value = times(self.value, factor)
        self.grain = times(self.grain or 1, factor)
        self.own_grain = times(self.own_grain or 1, factor)
        self.scale *= factor

    def set_range(self, low: Number | None, high: Number | None) -> None:
        """State an interval in place of a number."""
        self.value = None
        self.low = low
        self.high = high
        self.hedge = RANGE


def times(number: Number, factor: int) -> Number:
    """The product, as an int where it is one; for decimals quicker than Fraction's own."""
    if isinstance(number, int):
        return number * factor
    bottom = number.denominator
    if factor % bottom == 0:
        return number.numerator * (factor // bottom)
    return whole(number * factor)


def whole(number: Number) -> Number:
    """The number as an int where it is one."""
    if number.denominator == 1:
        return number.numerator
    return number


def label(at: int, to: int) -> Quantity:
    """What looks like a number and counts nothing."""
    return Quantity(at, to, LABEL)
