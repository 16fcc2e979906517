"""Units: conversions held against pint's own, spellings, currencies."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Any

import pint
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck import units
from figcheck.tables.currencies import TABLE as CURRENCIES
from figcheck.tables.units import TABLE

if TYPE_CHECKING:
    from figcheck.units import Unit

MEASURES = [units.named(name) for name in TABLE["unit"]]
PAIRS = [
    (source, target)
    for source, target in product(MEASURES, MEASURES)
    if source.dimension == target.dimension
]


@pytest.fixture(scope="module")
def registry() -> Any:
    """pint with exact rationals."""
    registry: Any = pint.UnitRegistry(non_int_type=Fraction)
    registry.define("stone_weight = 14 * pound")
    return registry


def by_pint(registry: Any, value: Fraction, source: Unit, target: Unit) -> Fraction:
    quantity = registry.Quantity(value, registry.parse_units(source.name))
    return Fraction(quantity.to(registry.parse_units(target.name)).magnitude)


def powers(unit: Any) -> dict[str, Fraction]:
    """The units that a pint Unit multiplies, whatever the type of its registry's numbers."""
    return {name: Fraction(power) for name, power in unit._units.items()}


class TestConversion:
    def test_of_every_pair_of_units_of_a_dimension_is_pints(self, registry: Any) -> None:
        wrong = [
            (source.name, target.name)
            for source, target in PAIRS
            for value in (Fraction(0), Fraction(1))
            if by_pint(registry, value, source, target) != units.convert(value, source, target)
        ]

        assert [] == wrong
        assert len(PAIRS) > 500

    @settings(max_examples=200)
    @given(st.sampled_from(PAIRS), st.fractions(-1000, 10**6, max_denominator=1000))
    def test_of_any_number_is_pints(
        self, registry: Any, pair: tuple[Unit, Unit], value: Fraction
    ) -> None:
        source, target = pair

        assert by_pint(registry, value, source, target) == units.convert(value, source, target)

    @given(st.sampled_from(PAIRS), st.fractions(-1000, 10**6, max_denominator=1000))
    def test_goes_back(self, pair: tuple[Unit, Unit], value: Fraction) -> None:
        source, target = pair

        assert value == units.convert(units.convert(value, source, target), target, source)

    @pytest.mark.parametrize(
        ("value", "source", "target", "expected"),
        [
            ("100", "degree_Celsius", "degree_Fahrenheit", "212"),
            ("-40", "degree_Fahrenheit", "degree_Celsius", "-40"),
            ("0", "kelvin", "degree_Celsius", "-273.15"),
            ("1", "mile", "kilometer", "1.609344"),
            ("1", "gallon", "liter", "3.785411784"),
            ("2", "year", "month", "24"),
            ("25", "basis_point", "percentage_point", "0.25"),
        ],
    )
    def test_known_ones(self, value: str, source: str, target: str, expected: str) -> None:
        actual = units.convert(Fraction(value), units.named(source), units.named(target))

        assert Fraction(expected) == actual

    @pytest.mark.parametrize(
        ("source", "target"),
        [("mile", "gallon"), ("year", "day"), ("percent", "percentage_point"), ("USD", "EUR")],
    )
    def test_of_unlike_dimensions_is_refused(self, source: str, target: str) -> None:
        with pytest.raises(ValueError, match="is no measure of"):
            units.convert(1, units.named(source), units.named(target))


class TestPint:
    @pytest.mark.parametrize("unit", MEASURES, ids=lambda unit: unit.name)
    def test_a_measure_has_its_pint_unit(self, registry: Any, unit: Unit) -> None:
        assert powers(registry.parse_units(unit.name)) == powers(units.to_pint(unit))

    @pytest.mark.parametrize("name", ["USD", "percent", "percentage_point", "year"])
    def test_what_pint_has_not_is_refused(self, name: str) -> None:
        with pytest.raises(ValueError, match="pint has no unit"):
            units.to_pint(units.named(name))


class TestTable:
    def test_factors_are_above_zero_and_only_temperatures_have_a_zero_of_their_own(self) -> None:
        assert all(unit.factor > 0 for unit in MEASURES)
        assert {"temperature"} == {unit.dimension for unit in MEASURES if unit.offset}

    def test_the_base_of_a_dimension_is_one(self) -> None:
        for name in ("meter", "kilogram", "second", "kelvin", "month", "percent"):
            assert (1, 0) == (units.named(name).factor, units.named(name).offset)

    @pytest.mark.parametrize("unit", MEASURES, ids=lambda unit: unit.name)
    def test_every_spelling_is_read_as_its_unit(self, unit: Unit) -> None:
        for spelling in units.spellings(unit):
            words = spelling.split()
            found = units.match(words, 0)
            assert found is not None
            assert (unit, len(words)) == found

    def test_no_spelling_is_that_of_two_units(self) -> None:
        spelt = [
            spelling
            for kind in ("unit", "other")
            for row in TABLE[kind].values()
            for spelling in row["spellings"]
        ]

        assert len(set(spelt)) == len(spelt)

    def test_a_word_is_read_in_any_case_and_a_sign_in_its_own(self) -> None:
        assert units.match(["KILOMETRES"], 0) == (units.named("kilometer"), 1)
        assert units.match(["MW"], 0) == (units.named("megawatt"), 1)
        assert units.match(["Mm"], 0) is None

    def test_the_longest_spelling_counts(self) -> None:
        assert (units.named("nautical_mile"), 2) == units.match(["nautical", "miles", "off"], 0)
        assert (units.named("mile"), 1) == units.match(["miles", "off"], 0)
        assert units.match(["miles"], 1) is None
        assert units.match(["square"], 0) is None


class TestMoney:
    def test_each_currency_is_a_dimension(self) -> None:
        dollar, euro = units.named("USD"), units.named("EUR")

        assert ("money:USD", "money:EUR") == (dollar.dimension, euro.dimension)

    @pytest.mark.parametrize("code", sorted(CURRENCIES))
    def test_symbols_and_names_are_read(self, code: str) -> None:
        row = CURRENCIES[code]
        for symbol in row["symbols"]:
            assert units.currency_before(symbol.split(), 0) is not None
        assert (units.named(code), 1) == units.currency_before([code], 0)
        for name in row["names"]:
            found = units.currency_after(name.split(), 0)
            assert found is not None
            assert len(name.split()) == found[1]

    def test_the_minor_unit_stands_behind(self) -> None:
        found = units.currency_after(["pence"], 0)
        assert found is not None
        assert (1, "GBP", Fraction(1, 100)) == (found[1], found[0].code, found[0].factor)
        assert units.currency_before(["pence"], 0) is None


class TestMistakes:
    def test_what_a_ton_may_be(self) -> None:
        assert ["short_ton", "long_ton"] == [
            unit.name for unit in units.alternatives(units.named("metric_ton"))
        ]
        assert () == units.alternatives(units.named("kilometer"))

    def test_the_length_of_an_area(self) -> None:
        assert units.named("mile") == units.linear(units.named("mile ** 2"))
        assert units.named("foot") == units.linear(units.named("foot ** 3"))
        assert units.linear(units.named("acre")) is None
        assert units.linear(units.named("mile")) is None

    def test_everyday_units_are_of_their_dimension(self) -> None:
        for dimension in ("length", "area", "volume", "mass", "speed", "temperature"):
            found = units.everyday(dimension)
            assert len(found) > 1
            assert {dimension} == {unit.dimension for unit in found}
        assert () == units.everyday("pressure")

    def test_names(self) -> None:
        assert units.named("mile") == units.find("mile")
        assert units.find("USD") is None
        with pytest.raises(KeyError):
            units.named("league")
