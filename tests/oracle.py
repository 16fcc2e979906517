"""The arithmetic of figcheck worked out again, in another way and without its code.

A written number keeps its digits as a string; what it admits is read off that string as the design
of the grades says. A term is its textbook formula, tried on Fractions at the ends of every operand
and at points between them. Slow and plain: what it says is what figcheck must say.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    Formula = Callable[..., Fraction]

EXACT, ROUNDING, ROUGH, CONFLICT = range(4)


class Written(NamedTuple):
    """A number as it is written, "12.50" times a power of ten, in a unit of `factor` base units."""

    digits: str
    scale: int = 0
    is_count: bool = False
    hedge: str = "exact"
    factor: Fraction = Fraction(1)
    group: str = ""

    @property
    def value(self) -> Fraction:
        return Fraction(self.digits) * ten_to(self.scale)

    @property
    def grain(self) -> Fraction:
        """What one in the last digit written is worth."""
        decimals = len(self.digits.partition(".")[2])
        return ten_to(self.scale - decimals)

    @property
    def own_grain(self) -> Fraction:
        """The same, with the trailing zeros of a whole number not counted as written."""
        if "." in self.digits or not self.digits.strip("0"):
            return self.grain
        return self.grain * ten_to(len(self.digits) - len(self.digits.rstrip("0")))

    def half(self, grade: int, shared: Fraction) -> Fraction:
        """Half the width at a grade, where the claim's figures share a grain of this unit."""
        written = (
            Fraction(0)
            if self.is_count and self.hedge == "exact" and self.grain == 1
            else self.grain
        )
        if grade == EXACT:
            return written / 2
        coarse = self.own_grain if grade == ROUGH else min(self.own_grain, shared)
        if written == 0 and coarse <= 1:
            coarse = Fraction(0)
        five_percent = abs(self.value) * Fraction(5, 100)
        half = max(written / 2, min(coarse / 2, five_percent))
        if grade == ROUGH and self.hedge == "about":
            half = max(half, five_percent)
        return half

    @property
    def reach(self) -> Fraction:
        """How far "nearly" and "just over" reach, in base units: a tenth, of a share half a grain at least."""
        least = self.grain / 2 if self.group == "share" else Fraction(0)
        return max(abs(self.value) / 10, least) * self.factor

    def ends(self, grade: int, shared: Fraction) -> tuple[Fraction | None, Fraction | None]:
        """The least and the greatest value admitted, in base units; None for no bound."""
        value = self.value * self.factor
        if self.hedge in ("more_than", "at_least"):
            return value, None
        if self.hedge in ("less_than", "at_most"):
            return None, value
        if self.hedge == "nearly":
            return value - self.reach, value
        if self.hedge == "just_over":
            return value, value + self.reach
        half = self.half(grade, shared / self.factor) * self.factor
        return value - half, value + half


def ten_to(power: int) -> Fraction:
    """A power of ten."""
    return Fraction(10**power) if power >= 0 else Fraction(1, 10**-power)


def shared_grains(numbers: Iterable[Written]) -> Mapping[str, Fraction]:
    """The finest own grain of each group, in base units."""
    found: dict[str, Fraction] = {}
    for number in numbers:
        own = number.own_grain * number.factor
        found[number.group] = min(found.get(number.group, own), own)
    return found


def image(
    formula: Formula, boxes: Sequence[tuple[Fraction, Fraction]]
) -> tuple[Fraction, Fraction]:
    """The least and the greatest value of a formula that is monotone in each of its operands.

    Its corners give both; the points between must not lie outside, or it is not monotone.
    """
    corners = [formula(*values) for values in product(*boxes)]
    between = [
        formula(*values)
        for values in product(
            *[(low, (2 * low + high) / 3, (low + high) / 2) for low, high in boxes]
        )
    ]
    low, high = min(corners), max(corners)
    assert low <= min(between)
    assert max(between) <= high
    return low, high


def grade(
    stated: Written, operands: Sequence[Written], formula: Formula, op: str = "equals"
) -> int:
    """The least grade at which the stated number can be what the formula makes of the operands."""
    grains = shared_grains((stated, *operands))
    for level in (EXACT, ROUNDING, ROUGH):
        boxes = []
        for operand in operands:
            low, high = operand.ends(level, grains[operand.group])
            assert low is not None
            assert high is not None
            boxes.append((low, high))
        said = stated.ends(level, grains[stated.group])
        if can_hold(op, said, image(formula, boxes)):
            return level
    return CONFLICT


def can_hold(
    op: str, said: tuple[Fraction | None, Fraction | None], made: tuple[Fraction, Fraction]
) -> bool:
    """Is there a value said and a value made that stand as `op` says?"""
    (said_low, said_high), (low, high) = said, made
    if op == "equals":
        return (said_low is None or said_low <= high) and (said_high is None or said_high >= low)
    if op == "at least":
        return said_high is None or said_high >= low
    if op == "above":
        return said_high is None or said_high > low
    if op == "at most":
        return said_low is None or said_low <= high
    return said_low is None or said_low < high


def shares_grade(numbers: Sequence[Written]) -> int:
    """How well shares make up 100, by the published convention, with decimals of 50 places.

    The root is not taken exactly here but to 50 digits, which no sum of a few decimals comes near.
    """
    missed = abs(sum((number.value for number in numbers), Fraction(0)) - 100)
    units = [number.grain for number in numbers]
    if missed == 0:
        return EXACT
    if len(numbers) <= 2:
        return ROUNDING if missed < sum(units) / 2 else CONFLICT
    squares = sum((unit * unit for unit in units), Fraction(0))
    deviation = _root(squares / 12)
    if missed > sum(units) / 2:
        return CONFLICT
    return ROUNDING if missed <= max(*units, 2 * deviation) else ROUGH


def _root(number: Fraction) -> Fraction:
    """The square root to 50 decimals, by bisection."""
    low, high = Fraction(0), max(Fraction(1), number)
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if middle * middle <= number else (low, middle)
    return high
