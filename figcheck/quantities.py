"""Figures as pint Quantities: a registry that also knows currencies, shares, points and months.

As in the tables, each currency is a dimension of its own, and so are percent, points and the
calendar: 3 percent is no 0.03, and a year no number of days. These are units beside pint's own, as
"share_percent" and "calendar_year". Numbers are exact rationals.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from figcheck import units
from figcheck.tables.currencies import TABLE as CURRENCIES
from figcheck.tables.units import TABLE as UNITS

if TYPE_CHECKING:
    from figcheck.units import Unit


@cache
def registry() -> Any:
    """The pint registry of all units that figures have, made when it is first asked for."""
    import pint

    found: Any = pint.UnitRegistry(non_int_type=Fraction)
    found.define("stone_weight = 14 * pound")
    for code in CURRENCIES:
        found.define(f"{code} = [money_{code}]")
        found.define(f"{code}_cent = {code} / 100")
    bases: dict[str, str] = {}
    for name, row in UNITS["other"].items():
        own = f"{row['dimension']}_{name}"
        base = bases.setdefault(row["dimension"], own)
        found.define(
            f"{own} = [{row['dimension']}]" if base == own else f"{own} = {row['factor']} {base}"
        )
    return found


def quantity(value: Fraction | int, unit: Unit | None, per: Unit | str | None = None) -> Any:
    """The pint Quantity of a number of units, per a unit or per so many of a noun."""
    number, below = Fraction(value), ""
    if isinstance(per, str):
        head = per.partition(" ")[0]
        number /= int(head) if head.isdecimal() else 1
        found = units.match((per.rpartition(" ")[2],), 0)
        below = _name(found[0]) if found is not None else ""
    elif per is not None:
        below = _name(per)
    above = _name(unit) if unit is not None else "dimensionless"
    known = registry()
    parsed = known.parse_units(above)
    return known.Quantity(number, parsed / known.parse_units(below) if below else parsed)


def _name(unit: Unit) -> str:
    """What the registry calls a unit."""
    if unit.name in UNITS["other"]:
        return f"{unit.dimension}_{unit.name}"
    return unit.name.replace(" cent", "_cent") if unit.dimension[:6] == "money:" else unit.name
