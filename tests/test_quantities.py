"""Figures as pint Quantities."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck import units
from figcheck.extract import extract
from figcheck.quantities import quantity, registry
from figcheck.read import read
from figcheck.tables.currencies import TABLE as CURRENCIES
from figcheck.tables.units import TABLE as UNITS

if TYPE_CHECKING:
    from figcheck.document import Figure
    from figcheck.units import Unit

ALL = [
    *(units.named(name) for kind in ("unit", "other") for name in UNITS[kind]),
    *(units.named(code) for code in CURRENCIES),
]


def figure_of(text: str) -> Figure:
    document = read(text)
    extract(document)
    return document.figures[0]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("The road is 12 km long.", "12", "kilometer"),
        ("It weighs 2.5 tonnes.", "2.5", "metric_ton"),
        ("They paid $3.2 million.", "3200000", "USD"),
        ("It costs 40 pence.", "40", "GBP_cent"),
        ("He has 12 goats.", "12", "dimensionless"),
        ("It rose 4 percent.", "4", "percent"),
        ("It rose 25 basis points.", "25", "basis_point"),
        ("It took three years.", "3", "year"),
        ("Oil costs $80 a barrel.", "80", "USD / oil_barrel"),
        ("It ran at 90 km/h.", "90", "kilometer / hour"),
        ("There were 30 deaths per 100,000 people.", "3/10000", "dimensionless"),
        ("It used 6 litres per 100 km.", "6/100", "liter / kilometer"),
        ("It was -5 °C.", "-5", "degree_Celsius"),
    ],
)
def test_of_a_figure(text: str, number: str, unit: str) -> None:
    found = figure_of(text).quantity()

    assert Fraction(number) == found.magnitude
    assert registry().parse_units(unit) == found.units


@pytest.mark.parametrize(
    "text", ["In 1998 it fell.", "See Section 12.", "Between 5 and 7 came.", "Dozens came."]
)
def test_of_what_states_no_one_number(text: str) -> None:
    with pytest.raises(ValueError, match="is no quantity"):
        figure_of(text).quantity()


@pytest.mark.parametrize("unit", ALL, ids=lambda unit: unit.name)
def test_every_unit_has_its_quantity(unit: Unit) -> None:
    assert 7 == quantity(7, unit).magnitude


@given(st.sampled_from(ALL), st.sampled_from(ALL), st.fractions(1, 10**6, max_denominator=1000))
def test_conversions_are_ours_and_dimensions_agree(one: Unit, other: Unit, value: Fraction) -> None:
    found = quantity(value, one)
    aim = quantity(1, other).units

    assert (one.dimension == other.dimension) == found.is_compatible_with(aim)
    if one.dimension == other.dimension:
        assert units.convert(value, one, other) == found.to(aim).magnitude
