"""Dimensions: the powers of length, mass, time and money in a figure, and what a rate is per.

Units of composed dimensions are taken apart: 60 km/h is length 1, time -1. Months and years are a
dimension of their own, "calendar", as they stand in no fixed ratio to days.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from figcheck import units
from figcheck.units import Unit

if TYPE_CHECKING:
    from figcheck.document import Figure

Powers = dict[str, int]

_COMPOSED: dict[str, Powers] = {
    "area": {"length": 2}, "volume": {"length": 3}, "speed": {"length": 1, "time": -1},
    "acceleration": {"length": 1, "time": -2}, "power": {"energy": 1, "time": -1},
    "data_rate": {"data": 1, "time": -1}, "density": {"mass": 1, "length": -3},
    "fuel_economy": {"length": -2},
}  # fmt: skip


class Denominator(NamedTuple):
    """What a rate is per: powers of dimensions, or `number` of a noun; `factor` of base units.

    `how` is "unit", "noun", "each" where every one has it, "average" or "price" where the words
    around the figure alone make it a rate.
    """

    powers: Powers
    noun: str
    number: int
    factor: Fraction
    how: str


def denominator(figure: Figure) -> Denominator | None:
    """What a figure is per, None where it is no rate."""
    per = figure.per
    if isinstance(per, Unit):
        return Denominator(of_unit(per), "", 1, Fraction(1), "unit")
    if per is not None:
        return _spelled(per)
    if figure.unit is not None and any(power < 0 for power in of_unit(figure.unit).values()):
        return Denominator({}, "", 1, Fraction(1), "unit")
    for role in ("each", "average", "price"):
        if role in figure.roles:
            return Denominator({}, "", 1, Fraction(1), role)
    return None


def _spelled(per: str) -> Denominator:
    """ "100000 person", "100 kilometre", "trip"."""
    head, _, noun = per.partition(" ")
    number = int(head) if head.isdecimal() else 1
    noun = noun if head.isdecimal() else per
    found = units.match((noun,), 0) if number > 1 and noun else None
    if found is not None:
        return Denominator(
            of_unit(found[0]), "", number, number * Fraction(found[0].factor), "unit"
        )
    how = "each" if noun == "head" and number == 1 else "noun"
    return Denominator({}, noun, number, Fraction(number), how)


def powers(figure: Figure) -> Powers:
    own = of_unit(figure.unit) if figure.unit else {}
    return added(own, of_unit(figure.per), -1) if isinstance(figure.per, Unit) else own


def of_unit(unit: Unit) -> Powers:
    return _COMPOSED.get(unit.dimension) or {unit.dimension: 1}


def added(one: Powers, other: Powers, sign: int = 1) -> Powers:
    total = dict(one)
    for name, power in other.items():
        total[name] = total.get(name, 0) + sign * power
    return total
