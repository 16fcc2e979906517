"""Exact intervals: the values that a figure, or a sum of figures, may have.

An end is an integer over a power of ten that all ends of the interval share (`low * 10**exponent`),
so that sums and products of decimals stay whole numbers; division makes a Fraction of it. None is
an end that is not bounded.
"""

from __future__ import annotations

from fractions import Fraction

Number = int | Fraction
End = Number | None


class Interval:
    """The numbers from `low` to `high` times 10**`exponent`; open ends are left out."""

    __slots__ = ("exponent", "high", "high_open", "low", "low_open")

    def __init__(
        self,
        low: End,
        high: End,
        low_open: bool = False,
        high_open: bool = False,
        exponent: int = 0,
    ) -> None:
        if low is not None and high is not None:
            if low > high or (low == high and (low_open or high_open)):
                raise ValueError(f"an interval from {low} to {high} is empty")
        self.low = low
        self.high = high
        self.low_open = low_open
        self.high_open = high_open
        self.exponent = exponent

    @classmethod
    def point(cls, value: Number) -> Interval:
        """The one value."""
        return cls(value, value)

    @classmethod
    def around(cls, value: Number, half_width: Number) -> Interval:
        """From `value - half_width` to `value + half_width`, over a shared power of ten."""
        if isinstance(value, int) and isinstance(half_width, int):
            return cls(value - half_width, value + half_width)
        low, high = Fraction(value) - half_width, Fraction(value) + half_width
        exponent = _decimal_places(low.denominator, high.denominator)
        if exponent is None:
            return cls(low, high)
        scale = 10**exponent
        return cls(int(low * scale), int(high * scale), exponent=-exponent)

    @property
    def bottom(self) -> End:
        """The lower end as a number, None where unbounded."""
        return None if self.low is None else _scaled(self.low, self.exponent)

    @property
    def top(self) -> End:
        """The upper end as a number, None where unbounded."""
        return None if self.high is None else _scaled(self.high, self.exponent)

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    def __repr__(self) -> str:
        left, right = "(" if self.low_open else "[", ")" if self.high_open else "]"
        return f"{left}{self.bottom}, {self.top}{right}"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Interval):
            return NotImplemented
        return (self.bottom, self.top, self.low_open, self.high_open) == (
            other.bottom, other.top, other.low_open, other.high_open,
        )  # fmt: skip

    def __hash__(self) -> int:
        return hash((self.bottom, self.top, self.low_open, self.high_open))

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open, self.exponent)

    def __add__(self, other: Interval) -> Interval:
        one, two = _aligned(self, other)
        return Interval(
            None if one.low is None or two.low is None else one.low + two.low,
            None if one.high is None or two.high is None else one.high + two.high,
            one.low_open or two.low_open,
            one.high_open or two.high_open,
            one.exponent,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if None in (self.low, self.high, other.low, other.high):
            return _unbounded_product(self, other)
        corners = [
            (a * b, a_open or b_open)
            for a, a_open in ((self.low, self.low_open), (self.high, self.high_open))
            for b, b_open in ((other.low, other.low_open), (other.high, other.high_open))
            if a is not None and b is not None
        ]
        low, high = min(value for value, _ in corners), max(value for value, _ in corners)
        low_open = all(is_open for value, is_open in corners if value == low)
        high_open = all(is_open for value, is_open in corners if value == high)
        if low == high:
            low_open = high_open = False
        return Interval(low, high, low_open, high_open, self.exponent + other.exponent)

    def __truediv__(self, other: Interval) -> Interval:
        """The quotients; every number where the divisor may be zero."""
        if other._may_be_zero():
            return Interval(None, None)
        low, high = other.bottom, other.top
        inverse = Interval(
            Fraction(0) if high is None else 1 / Fraction(high),
            Fraction(0) if low is None else 1 / Fraction(low),
            True if high is None else other.high_open,
            True if low is None else other.low_open,
        )
        return self * inverse

    def _may_be_zero(self) -> bool:
        below = self.low is None or self.low < 0 or (self.low == 0 and not self.low_open)
        above = self.high is None or self.high > 0 or (self.high == 0 and not self.high_open)
        return below and above

    def scaled(self, factor: Number) -> Interval:
        """Every value times `factor`."""
        return self * Interval.point(factor)

    def contains(self, value: Number) -> bool:
        """Is the value in the interval?"""
        return self.meets(Interval.point(value))

    def meets(self, other: Interval) -> bool:
        """Do the two share a value?"""
        one, two = _aligned(self, other)
        return _reaches(one, two) and _reaches(two, one)

    def within(self, other: Interval) -> bool:
        """Is every value of this one in the other?"""
        one, two = _aligned(self, other)
        below = two.low is None or (
            one.low is not None
            and (one.low > two.low or (one.low == two.low and (one.low_open or not two.low_open)))
        )
        above = two.high is None or (
            one.high is not None
            and (
                one.high < two.high
                or (one.high == two.high and (one.high_open or not two.high_open))
            )
        )
        return below and above

    def gap(self, other: Interval) -> Number:
        """The distance between the two, 0 where they meet or touch."""
        bottom, top, other_bottom, other_top = self.bottom, self.top, other.bottom, other.top
        if top is not None and other_bottom is not None and other_bottom > top:
            return other_bottom - top
        if other_top is not None and bottom is not None and bottom > other_top:
            return bottom - other_top
        return 0


def _scaled(end: Number, exponent: int) -> Number:
    if exponent >= 0:
        return end * 10**exponent
    return Fraction(end) / 10**-exponent


def _decimal_places(*denominators: int) -> int | None:
    """The least n for which 10**n is a multiple of each denominator, None where there is none."""
    places = 0
    for denominator in denominators:
        scale = 10**places
        while scale % denominator:
            places += 1
            scale *= 10
            if places > 30:
                return None
    return places


def _aligned(one: Interval, two: Interval) -> tuple[Interval, Interval]:
    """Both over the lower of their powers of ten."""
    if one.exponent == two.exponent:
        return one, two
    if one.exponent < two.exponent:
        return one, _lowered(two, one.exponent)
    return _lowered(one, two.exponent), two


def _lowered(interval: Interval, exponent: int) -> Interval:
    factor = 10 ** (interval.exponent - exponent)
    return Interval(
        None if interval.low is None else interval.low * factor,
        None if interval.high is None else interval.high * factor,
        interval.low_open,
        interval.high_open,
        exponent,
    )


def _reaches(one: Interval, two: Interval) -> bool:
    """Does `one` begin at or before the end of `two`?"""
    if one.low is None or two.high is None:
        return True
    return one.low < two.high or (one.low == two.high and not (one.low_open or two.high_open))


def _unbounded_product(one: Interval, two: Interval) -> Interval:
    """The product where an end is unbounded: exact for two intervals of numbers above zero."""
    if one.low is not None and two.low is not None and one.low >= 0 and two.low >= 0:
        low = one.low * two.low
        top = None if one.high is None or two.high is None else one.high * two.high
        return Interval(
            low, top, one.low_open or two.low_open, False, one.exponent + two.exponent
        )
    return Interval(None, None)
