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
        ("It rose 4 percent.", "4", "share_percent"),
        ("It rose 25 basis points.", "25", "points_basis_point"),
        ("It took three years.", "3", "calendar_year"),
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


def test_no_two_dimensions_of_ours_are_one() -> None:
    bits_and_turns = {"data", "angle", "data_rate", "rotation", "frequency"}  # pint gives them none
    known = [unit for unit in ALL if unit.dimension not in bits_and_turns]
    quantities = {unit.name: quantity(1, unit) for unit in known}

    unlike = [
        (one.name, other.name)
        for one in known
        for other in known
        if (one.dimension == other.dimension)
        != (quantities[one.name].dimensionality == quantities[other.name].dimensionality)
    ]

    assert [] == unlike


@given(st.sampled_from(ALL), st.fractions(1, 10**6, max_denominator=1000), st.data())
def test_a_quantity_converts_as_its_unit(one: Unit, value: Fraction, data: st.DataObject) -> None:
    other = data.draw(st.sampled_from([unit for unit in ALL if unit.dimension == one.dimension]))

    found = quantity(value, one).to(quantity(1, other).units)

    assert units.convert(value, one, other) == found.magnitude
