"""What means, shares and standard deviations of whole numbers can be, in exact rationals.

A figure printed as `value` with a last digit worth `grain` stands for all within half a grain of it,
both ties admitted, as some round up and some to even.

Sources: GRIM, Brown and Heathers, Social Psychological and Personality Science 8 (2017) 363-369;
DEBIT, Heathers and Brown, DEBIT: A simple consistency test for binary data (2019); the greatest
standard deviation on a scale, Bhatia and Davis, American Mathematical Monthly 107 (2000) 353-357.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

Number = Fraction | int


def may_be_mean(value: Number, grain: Number, n: int) -> bool:
    """Do n whole numbers have a mean that rounds to the value (GRIM)?"""
    half = Fraction(grain) / 2
    return ceil((value - half) * n) <= floor((value + half) * n)


def may_be_percent(value: Number, grain: Number, n: int) -> bool:
    """Is some whole part of n a percentage that rounds to the value, or is cut to it?"""
    low, high = value - Fraction(grain) / 2, value + Fraction(grain)
    return ceil(low * n / 100) < high * n / 100


def is_decisive(grain: Number, n: int) -> bool:
    """Are there values that n whole numbers cannot have (n below 10 to the power of the decimals)?"""
    return n * grain < 1


def around(value: Number, n: int) -> tuple[int, int]:
    """The whole totals of n numbers whose means lie next to the value."""
    below = floor(Fraction(value) * n)
    return below, below + 1


def may_be_binary(
    mean: Number, mean_grain: Number, sd: Number, sd_grain: Number, n: int | None
) -> bool:
    """May n zeros and ones have this mean and this standard deviation (DEBIT)?

    Of a sample or of a population; where n is not known, of any number of them.
    """
    half = Fraction(mean_grain) / 2
    low, high = max(Fraction(0), mean - half), min(Fraction(1), mean + half)
    if low > high:
        return False
    ends = [low * (1 - low), high * (1 - high)]
    most = Fraction(1, 4) if low <= Fraction(1, 2) <= high else max(ends)
    factor = Fraction(n, n - 1) if n is not None and n > 1 else Fraction(2)
    return _holds_square(min(ends), most * factor, sd, sd_grain)


def most_variance(
    mean: Number, mean_grain: Number, low: Number, high: Number, n: int | None
) -> Fraction:
    """The greatest variance of n values from `low` to `high` with a mean that rounds to this one."""
    half = Fraction(mean_grain) / 2
    middle = Fraction(low + high) / 2
    best = min(max(middle, mean - half), mean + half)  # the mean nearest the middle
    factor = Fraction(n, n - 1) if n is not None and n > 1 else Fraction(2)
    return max(Fraction(0), (high - best) * (best - low)) * factor


def _holds_square(low: Fraction, high: Fraction, sd: Number, grain: Number) -> bool:
    """Does the square of some value that rounds to `sd` lie from `low` to `high`?"""
    half = Fraction(grain) / 2
    return (sd + half) ** 2 >= low and max(Fraction(0), sd - half) ** 2 <= high
