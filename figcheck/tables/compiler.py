"""Compiles the tables of `data/` to the source of Python modules.

A TOML table becomes one typed literal `TABLE`. The table of units gets each unit's dimension, exact
factor and offset from pint, which is therefore not needed at run time.
"""

from __future__ import annotations

import pprint
import tomllib
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from figcheck.home import folder

if TYPE_CHECKING:
    from pathlib import Path

_HEADER = '"""Generated from data/{name}.toml by `python -m figcheck.tables`."""\n\n'


def build() -> dict[str, str]:
    """The source of each module, by name."""
    return {path.stem: _source(path) for path in sorted(folder("data").glob("*.toml"))}


def _source(path: Path) -> str:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if path.stem == "units":
        table = _with_factors(table)
    literal = pprint.pformat(table, width=100, compact=True, sort_dicts=False)
    return (
        _HEADER.format(name=path.stem)
        + "from typing import Any\n\n"
        + f"TABLE: dict[str, Any] = {literal}\n"
    )


def _with_factors(table: dict[str, Any]) -> dict[str, Any]:
    """Each unit's dimension, factor to the dimension's base and offset, worked out by pint."""
    import pint

    registry: Any = pint.UnitRegistry(non_int_type=Fraction)
    registry.define("stone_weight = 14 * pound")
    names = {_root(registry, unit): dimension for dimension, unit in table["base"].items()}
    units = {}
    for name, spellings in table["unit"].items():
        unit = registry.parse_units(name)
        dimension = names[_root(registry, name)]
        base = table["base"][dimension]
        zero = registry.Quantity(Fraction(0), unit).to(base).magnitude
        one = registry.Quantity(Fraction(1), unit).to(base).magnitude
        factor = Fraction(one) - Fraction(zero)
        units[name] = {
            "dimension": dimension,
            "factor": str(factor),
            "offset": str(Fraction(zero) / factor),
            "spellings": spellings,
        }
    return {"unit": units, "other": table["other"]}


def _root(registry: Any, unit: str) -> frozenset[tuple[str, Fraction]]:
    """The unit in root units: finer than pint's dimensions, which do not tell bits from nothing."""
    root = registry.Quantity(Fraction(0), unit).to_root_units().units
    return frozenset((name, Fraction(power)) for name, power in root._units.items())
