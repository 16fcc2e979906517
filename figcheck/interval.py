"""Exact intervals: the values that a figure, or a sum of figures, may have.

Both ends are whole numbers over one shared denominator, which is a power of ten as long as only
decimals are added and multiplied. Sums, products, quotients and comparisons cross-multiply, so
that no Fraction is built and no common divisor is looked for on the way to a verdict. None is an
end that is not bounded.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd

Number = int | Fraction
End = Number | None

_Corner = tuple[tuple[int, int], bool]
"""A product of two ends: the sign of infinity or 0, the number, and is it left out?"""


class Interval:
    """The numbers from low / den to high / den; an open end is left out.

    The constructor takes the ends as they are (den above zero, low <= high); `Interval.of` takes
    numbers of any sort and checks them.
    """

    __slots__ = ("den", "high", "high_open", "low", "low_open")

    def __init__(
        self,
        low: int | None,
        high: int | None,
        den: int = 1,
        low_open: bool = False,
        high_open: bool = False,
    ) -> None:
        self.low = low
        self.high = high
        self.den = den
        self.low_open = low_open
        self.high_open = high_open

    @classmethod
    def of(cls, low: End, high: End, low_open: bool = False, high_open: bool = False) -> Interval:
        """From `low` to `high`. ValueError where no number lies between them."""
        if low is not None and high is not None:
            span = high - low
            if span < 0 or (span == 0 and (low_open or high_open)):
                raise ValueError(f"an interval from {low} to {high} is empty")
        den = 1
        for end in (low, high):
            if end is not None:
                den = den * end.denominator // gcd(den, end.denominator)
        return cls(
            None if low is None else low.numerator * (den // low.denominator),
            None if high is None else high.numerator * (den // high.denominator),
            den,
            low_open,
            high_open,
        )

    @classmethod
    def point(cls, value: Number) -> Interval:
        """The one value."""
        return cls(value.numerator, value.numerator, value.denominator)

    @classmethod
    def around(cls, value: Number, half_width: Number) -> Interval:
        """From `value - half_width` to `value + half_width`."""
        return cls.of(value - half_width, value + half_width)

    @property
    def bottom(self) -> End:
        """The lower end as a number, None where unbounded."""
        return None if self.low is None else _number(self.low, self.den)

    @property
    def top(self) -> End:
        """The upper end as a number, None where unbounded."""
        return None if self.high is None else _number(self.high, self.den)

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
        return Interval(low, high, self.den, self.high_open, self.low_open)

    def __abs__(self) -> Interval:
        """The sizes of the numbers, without their signs."""
        if self.low is not None and self.low >= 0:
            return self
        if self.high is not None and self.high <= 0:
            return -self
        if self.low is None or self.high is None:
            return Interval(0, None)
        below, above = (-self.low, self.low_open), (self.high, self.high_open)
        high, high_open = max(below, above, key=lambda end: (end[0], not end[1]))
        return Interval(0, high, self.den, False, high_open)

    def __add__(self, other: Interval) -> Interval:
        one, two, den = 1, 1, self.den
        if den != other.den:
            shared = gcd(den, other.den)
            one, two = other.den // shared, den // shared
            den *= one
        low, high, other_low, other_high = self.low, self.high, other.low, other.high
        return Interval(
            None if low is None or other_low is None else low * one + other_low * two,
            None if high is None or other_high is None else high * one + other_high * two,
            den,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        one, two, den = 1, 1, self.den
        if den != other.den:
            shared = gcd(den, other.den)
            one, two = other.den // shared, den // shared
            den *= one
        low, high, other_low, other_high = self.low, self.high, other.low, other.high
        return Interval(
            None if low is None or other_high is None else low * one - other_high * two,
            None if high is None or other_low is None else high * one - other_low * two,
            den,
            self.low_open or other.high_open,
            self.high_open or other.low_open,
        )

    def __mul__(self, other: Interval) -> Interval:
        a, b, c, d = self.low, self.high, other.low, other.high
        if (
            a is None or b is None or c is None or d is None
            or self.low_open or self.high_open or other.low_open or other.high_open
        ):  # fmt: skip
            return _general_product(self, other)
        if a >= 0 and c >= 0:
            return Interval(a * c, b * d, self.den * other.den)
        corners = (a * c, a * d, b * c, b * d)
        return Interval(min(corners), max(corners), self.den * other.den)

    def __truediv__(self, other: Interval) -> Interval:
        """The quotients by every divisor but zero; all numbers where they have no bounds."""
        a, b, c, d = self.low, self.high, other.low, other.high
        if (
            a is None or b is None or c is None or d is None or c <= 0
            or self.low_open or self.high_open or other.low_open or other.high_open
        ):  # fmt: skip
            return _general_quotient(self, other)
        low = a * c if a >= 0 else a * d
        high = b * d if b >= 0 else b * c
        return Interval(low * other.den, high * other.den, self.den * c * d)

    def scaled(self, factor: Number) -> Interval:
        """Every value times `factor`."""
        times, den = factor.numerator, self.den * factor.denominator
        if times == 0:
            return Interval(0, 0)
        low = None if self.low is None else self.low * times
        high = None if self.high is None else self.high * times
        if times > 0:
            return Interval(low, high, den, self.low_open, self.high_open)
        return Interval(high, low, den, self.high_open, self.low_open)

    def shifted(self, step: Number) -> Interval:
        """Every value plus `step`."""
        return self + Interval.point(step) if step else self

    def hull(self, other: Interval) -> Interval:
        """All numbers from the first to the last of the two."""
        one = self if _starts_inside(other, self) else other
        two = self if _starts_inside(-other, -self) else other
        return Interval(
            None if one.low is None else one.low * two.den,
            None if two.high is None else two.high * one.den,
            one.den * two.den,
            one.low_open,
            two.high_open,
        )

    def upward(self) -> Interval:
        """All numbers from the lower end on."""
        return Interval(self.low, None, self.den, self.low_open)

    def downward(self) -> Interval:
        """All numbers up to the upper end."""
        return Interval(None, self.high, self.den, False, self.high_open)

    def contains(self, value: Number) -> bool:
        """Is the value in the interval?"""
        return self.meets(Interval.point(value))

    def meets(self, other: Interval) -> bool:
        """Do the two share a value?"""
        return self.begins_by(other) and other.begins_by(self)

    def begins_by(self, other: Interval) -> bool:
        """Is some value of this one at most some value of the other?"""
        low, high = self.low, other.high
        if low is None or high is None:
            return True
        if self.den != other.den:
            low, high = low * other.den, high * self.den
        return low < high or (low == high and not (self.low_open or other.high_open))

    def begins_before(self, other: Interval) -> bool:
        """Is some value of this one below some value of the other?"""
        low, high = self.low, other.high
        return low is None or high is None or low * other.den < high * self.den

    def within(self, other: Interval) -> bool:
        """Is every value of this one in the other?"""
        return _starts_inside(self, other) and _starts_inside(-self, -other)

    def gap(self, other: Interval) -> Number:
        """The distance between the two, 0 where they meet or touch."""
        for one, two in ((self, other), (other, self)):
            if one.high is not None and two.low is not None:
                gap = two.low * one.den - one.high * two.den
                if gap > 0:
                    return _number(gap, one.den * two.den)
        return 0


EVERYTHING = Interval(None, None)


class Admitted:
    """What a figure admits, in base units: worked out once by `figcheck.rounding`.

    `rough` is `exact` itself where the two do not differ. `as_stated` is what the figure admits
    as the result that a text states, where that is not what it admits as an operand: a fraction
    or multiple in words then stands for a band of values, and 100% is a rounded number.
    """

    __slots__ = ("as_stated", "exact", "nominal", "rough")

    def __init__(self, exact: Interval, rough: Interval, nominal: Interval) -> None:
        self.exact = exact
        self.rough = rough
        self.nominal = nominal
        self.as_stated = self


def _number(end: int, den: int) -> Number:
    return end // den if end % den == 0 else Fraction(end, den)


def _starts_inside(one: Interval, two: Interval) -> bool:
    """Does `one` begin no earlier than `two`?"""
    if two.low is None:
        return True
    if one.low is None:
        return False
    begin, least = one.low * two.den, two.low * one.den
    return begin > least or (begin == least and (one.low_open or not two.low_open))


def _reciprocal(divisor: Interval) -> Interval:
    """The reciprocals of the numbers of an interval other than zero, or what spans them."""
    low, high, den = divisor.low, divisor.high, divisor.den
    if high is not None and high <= 0 and low != 0:
        return -_reciprocal(-divisor)
    if low is None or low < 0 or high == 0:
        return EVERYTHING
    if high is None:
        return Interval(0, den if low else None, low or 1, True, divisor.low_open)
    if low == 0:
        return Interval(den, None, high, divisor.high_open)
    return Interval(den * low, den * high, low * high, divisor.high_open, divisor.low_open)


def _general_quotient(one: Interval, two: Interval) -> Interval:
    if two.low == two.high == 0:
        return EVERYTHING
    return Interval(0, 0) if one.low == one.high == 0 else one * _reciprocal(two)


def _general_product(one: Interval, two: Interval) -> Interval:
    """The product where an end is open or unbounded."""
    corners = [_corner(a, b) for a in _ends(one) for b in _ends(two)]
    (low_sign, low), low_open = min(corners, key=lambda corner: (corner[0], corner[1]))
    (high_sign, high), high_open = max(corners, key=lambda corner: (corner[0], not corner[1]))
    return Interval(
        None if low_sign < 0 else low,
        None if high_sign > 0 else high,
        one.den * two.den,
        low_open and low_sign == 0,
        high_open and high_sign == 0,
    )


def _ends(interval: Interval) -> tuple[_Corner, _Corner]:
    low, high = interval.low, interval.high
    return (
        ((-1, 0), True) if low is None else ((0, low), interval.low_open),
        ((1, 0), True) if high is None else ((0, high), interval.high_open),
    )


def _corner(one: _Corner, two: _Corner) -> _Corner:
    """The product of two ends: zero times infinity is zero, as no number is infinite."""
    (one_sign, a), one_open = one
    (two_sign, b), two_open = two
    zeros = [is_open for (sign, end), is_open in (one, two) if sign == 0 and end == 0]
    if zeros:
        return (0, 0), all(zeros)
    if one_sign or two_sign:
        return ((one_sign or _sign(a)) * (two_sign or _sign(b)), 0), True
    return (0, a * b), one_open or two_open


def _sign(number: int) -> int:
    return 1 if number > 0 else -1
