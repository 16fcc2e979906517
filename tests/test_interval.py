"""Intervals: held against plain Fractions and against samples of the numbers in them."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck.interval import EVERYTHING, Interval
from tests.strategies import SMALL, intervals

if TYPE_CHECKING:
    from collections.abc import Callable

TINY, HUGE = Fraction(1, 10**9), Fraction(10**9)
CLOSE, FAR = Fraction(1, 10**6), Fraction(10**6)


def samples(interval: Interval) -> list[Fraction]:
    """Numbers of an interval: its ends, what lies next to them, what is huge, what is next to 0."""
    low, high = interval.bottom, interval.top
    found = [Fraction(0), TINY, -TINY, HUGE, -HUGE]
    for end, inward in ((low, TINY), (high, -TINY)):
        if end is not None:
            found += [Fraction(end), Fraction(end) + inward]
    if low is not None and high is not None:
        found.append((Fraction(low) + high) / 2)
    return [number for number in found if is_in(number, interval)]


def is_in(number: Fraction, interval: Interval) -> bool:
    low, high = interval.bottom, interval.top
    if low is not None and (number < low or (number == low and interval.low_open)):
        return False
    return high is None or number < high or (number == high and not interval.high_open)


def assert_is_image(
    result: Interval, operation: Callable[..., Fraction], *operands: Interval
) -> None:
    """The result holds every value of the operation, and no more than is needed to hold them."""
    values = []
    for numbers in product(*map(samples, operands)):
        try:
            values.append(operation(*numbers))
        except ZeroDivisionError:
            continue
    if not values:
        return
    assert all(is_in(value, result) for value in values)
    for end, is_open, nearest in (
        (result.bottom, result.low_open, min(values)),
        (result.top, result.high_open, max(values)),
    ):
        if end is None:
            assert abs(nearest) > FAR
        elif is_open:
            assert end not in values
            assert abs(nearest - end) < CLOSE
        else:
            assert end == nearest


class TestMaking:
    def test_ends_are_whole_numbers_over_one_denominator(self) -> None:
        interval = Interval.of(Fraction(241, 10), Fraction(2415, 100))

        assert (482, 483, 20) == (interval.low, interval.high, interval.den)
        assert (Fraction(241, 10), Fraction(483, 20)) == (interval.bottom, interval.top)

    def test_a_whole_end_is_an_int(self) -> None:
        assert int is type(Interval(30, 45, 15).bottom)

    @pytest.mark.parametrize(
        ("low", "high", "low_open", "high_open"),
        [(2, 1, False, False), (1, 1, True, False), (1, 1, False, True)],
    )
    def test_no_interval_is_empty(
        self, low: int, high: int, low_open: bool, high_open: bool
    ) -> None:
        with pytest.raises(ValueError, match="is empty"):
            Interval.of(low, high, low_open, high_open)

    def test_around(self) -> None:
        assert Interval.of(Fraction(2405, 100), Fraction(2415, 100)) == Interval.around(
            Fraction(241, 10), Fraction(5, 100)
        )

    def test_how_it_shows(self) -> None:
        assert "[1/2, 3)" == repr(Interval.of(Fraction(1, 2), 3, high_open=True))
        assert "[None, None]" == repr(EVERYTHING)

    @given(intervals(), st.integers(1, 50))
    def test_equality_is_of_the_numbers(self, interval: Interval, times: int) -> None:
        low, high = interval.low, interval.high
        same = Interval(
            None if low is None else low * times,
            None if high is None else high * times,
            interval.den * times,
            interval.low_open,
            interval.high_open,
        )

        assert interval == same
        assert hash(interval) == hash(same)

    def test_unlike_ends_are_unequal(self) -> None:
        assert Interval.of(1, 2) != Interval.of(1, 2, high_open=True)
        assert Interval.of(1, 2) != Interval.of(1, None)
        assert Interval.of(1, 2) != "[1, 2]"


class TestArithmetic:
    @given(intervals(), intervals())
    def test_sum(self, one: Interval, two: Interval) -> None:
        assert_is_image(one + two, lambda a, b: a + b, one, two)

    @given(intervals(), intervals())
    def test_difference(self, one: Interval, two: Interval) -> None:
        assert_is_image(one - two, lambda a, b: a - b, one, two)

    @settings(max_examples=300)
    @given(intervals(), intervals())
    def test_product(self, one: Interval, two: Interval) -> None:
        assert_is_image(one * two, lambda a, b: a * b, one, two)

    @settings(max_examples=300)
    @given(intervals(), intervals())
    def test_quotient(self, one: Interval, two: Interval) -> None:
        if two != Interval.point(0):
            assert_is_image(one / two, lambda a, b: a / b, one, two)

    @given(intervals())
    def test_nothing_is_known_of_a_quotient_by_zero(self, interval: Interval) -> None:
        assert EVERYTHING == interval / Interval.point(0)

    @given(intervals())
    def test_negative(self, interval: Interval) -> None:
        assert_is_image(-interval, lambda a: -a, interval)

    @given(intervals())
    def test_size(self, interval: Interval) -> None:
        assert_is_image(abs(interval), abs, interval)

    @given(intervals(), SMALL)
    def test_scaled(self, interval: Interval, factor: Fraction) -> None:
        assert_is_image(interval.scaled(factor), lambda a: a * factor, interval)

    @given(intervals(), SMALL)
    def test_shifted(self, interval: Interval, step: Fraction) -> None:
        assert_is_image(interval.shifted(step), lambda a: a + step, interval)

    @given(intervals(), intervals())
    def test_hull(self, one: Interval, two: Interval) -> None:
        hull = one.hull(two)

        assert all(is_in(number, hull) for number in (*samples(one), *samples(two)))
        assert hull.bottom is None or hull.bottom in (one.bottom, two.bottom)
        assert hull.top is None or hull.top in (one.top, two.top)
        assert one.within(hull)
        assert two.within(hull)

    @given(intervals())
    def test_rays(self, interval: Interval) -> None:
        up, down = interval.upward(), interval.downward()

        assert (interval.bottom, interval.low_open, None) == (up.bottom, up.low_open, up.top)
        assert (None, interval.top, interval.high_open) == (down.bottom, down.top, down.high_open)

    @given(
        st.lists(st.tuples(SMALL, SMALL).map(sorted), min_size=2, max_size=2),
        st.sampled_from("+-*/"),
    )
    def test_closed_ends_are_those_of_plain_fractions(
        self, ends: list[list[Fraction]], sign: str
    ) -> None:
        (a, b), (c, d) = ends
        one, two = Interval.of(a, b), Interval.of(c, d)
        if sign == "+":
            expected, actual = (a + c, b + d), one + two
        elif sign == "-":
            expected, actual = (a - d, b - c), one - two
        elif sign == "*":
            corners = [a * c, a * d, b * c, b * d]
            expected, actual = (min(corners), max(corners)), one * two
        elif c > 0 or d < 0:
            corners = [a / c, a / d, b / c, b / d]
            expected, actual = (min(corners), max(corners)), one / two
        else:
            return

        assert expected == (actual.bottom, actual.top)
        assert [int, int, int] == [type(actual.low), type(actual.high), type(actual.den)]

    def test_a_divisor_that_touches_zero_leaves_one_side_unbounded(self) -> None:
        assert Interval.of(1, None) == Interval.of(2, 3) / Interval.of(0, 2)
        assert Interval.of(None, -1) == Interval.of(2, 3) / Interval.of(-2, 0)
        assert EVERYTHING == Interval.of(2, 3) / Interval.of(-1, 1)
        assert Interval.point(0) == Interval.point(0) / Interval.of(-1, 1)

    def test_a_loss_divided(self) -> None:
        assert Interval.of(-3, -1) == Interval.of(-6, -4) / Interval.of(2, 4)
        assert Interval.of(-3, 2) == Interval.of(-6, 4) / Interval.of(2, 4)
        assert Interval.of(-2, 3) == Interval.of(-6, 4) / Interval.of(-4, -2)

    def test_zero_of_an_open_factor(self) -> None:
        assert Interval.of(0, 3, high_open=True) == Interval.of(0, 1) * Interval.of(
            2, 3, True, True
        )
        assert Interval.of(0, 3, True, True) == Interval.of(0, 1, True) * Interval.of(
            2, 3, True, True
        )
        assert Interval.point(0) == Interval.point(0) * EVERYTHING


class TestComparison:
    @given(intervals(), SMALL)
    def test_contains(self, interval: Interval, number: Fraction) -> None:
        assert is_in(number, interval) == interval.contains(number)

    @given(intervals(), intervals())
    def test_meets(self, one: Interval, two: Interval) -> None:
        shared = any(is_in(number, two) for number in samples(one)) or any(
            is_in(number, one) for number in samples(two)
        )

        assert shared == one.meets(two)

    @given(intervals(), intervals())
    def test_within(self, one: Interval, two: Interval) -> None:
        assert all(is_in(number, two) for number in samples(one)) == one.within(two)

    @given(intervals(), intervals())
    def test_begins(self, one: Interval, two: Interval) -> None:
        pairs = list(product(samples(one), samples(two)))

        assert any(a <= b for a, b in pairs) == one.begins_by(two)
        assert any(a < b for a, b in pairs) == one.begins_before(two)

    @given(intervals(), intervals())
    def test_gap(self, one: Interval, two: Interval) -> None:
        least = min(abs(a - b) for a, b in product(samples(one), samples(two)))
        gap = one.gap(two)

        assert gap == two.gap(one)
        assert abs(least - gap) < CLOSE or (gap == 0 and one.meets(two))
        assert not (gap > 0 and one.meets(two))
