"""What a written figure admits: by grade, hedge, kind and shared grain."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.document import Figure, Hedge, Kind
from figcheck.interval import Interval
from figcheck.rounding import (
    Grade,
    admissible,
    admitted,
    exact,
    factor_of,
    group,
    nominal,
    rough,
    shared_grain,
)
from figcheck.units import named
from tests.oracle import Written
from tests.strategies import amounts, count, counts, figure_of, measure, money, percent, whole

if TYPE_CHECKING:
    from figcheck.interval import Number

GRADES = (Grade.EXACT, Grade.ROUNDING, Grade.ROUGH)


def around(value: Number, half: Number) -> Interval:
    return Interval.around(value, half)


def fraction(top: int, bottom: int, hedge: Hedge = Hedge.EXACT) -> Figure:
    value = Fraction(top, bottom)
    return Figure(0, 1, f"{top}/{bottom}", Kind.FRACTION, value, hedge=hedge, constant=True)


def multiple(value: Number, hedge: Hedge = Hedge.EXACT, grain: Number = 0) -> Figure:
    return Figure(
        0, 1, f"{value}", Kind.MULTIPLE, value, hedge=hedge, grain=grain, own_grain=grain,
        constant=not grain,
    )  # fmt: skip


class TestGrades:
    @pytest.mark.parametrize(
        ("figure", "half"),
        [
            (money("51.2", 9), Fraction(50_000_000)),
            (percent("24.1"), Fraction(5, 100)),
            (percent("24"), Fraction(1, 2)),
            (measure("5.00", "meter"), Fraction(5, 1000)),
            (money("5"), Fraction(1, 2)),
            (measure("12", "meter"), Fraction(1, 2)),
            (count("12900"), 0),
            (count("12"), 0),
            (count("12.5"), Fraction(5, 100)),
            (count("12", scale=6), 500_000),
            (count("50", "about"), Fraction(1, 2)),
        ],
        ids=lambda case: case.text if isinstance(case, Figure) else str(case),
    )
    def test_at_first_the_last_digit_is_rounded_and_a_bare_whole_count_exact(
        self, figure: Figure, half: Number
    ) -> None:
        assert figure.value is not None
        assert around(figure.value, half) == admissible(figure, Grade.EXACT)

    @pytest.mark.parametrize(
        ("digits", "shared", "half"),
        [
            ("10000", 1000, 500),  # beside 55,000
            ("55000", 1000, 500),
            ("12900", 100, 50),
            ("12900", 1000, 50),  # never coarser than its own trailing zeros
            ("12900", 1, 0),
            ("12345", 1000, 0),
            ("200000", 100_000, 10_000),  # 5% of the value, not half of a hundred thousand
        ],
    )
    def test_rounding_takes_the_shared_grain(self, digits: str, shared: int, half: int) -> None:
        assert around(int(digits), half) == admissible(count(digits), Grade.ROUNDING, shared)

    def test_a_shared_grain_is_never_finer_than_what_is_written(self) -> None:
        assert around(5_200_000, 50_000) == admissible(money("5.2", 6), Grade.ROUNDING, 1)

    @pytest.mark.parametrize(
        ("digits", "hedge", "half"),
        [
            ("12900", "exact", 50),
            ("32000", "exact", 500),
            ("200000", "exact", 10_000),
            ("50", "exact", Fraction(5, 2)),
            ("57", "exact", 0),
            ("57", "about", Fraction(57, 20)),
            ("12900", "about", 645),
        ],
    )
    def test_rough_is_as_coarse_as_the_trailing_zeros_and_about_reaches_a_twentieth(
        self, digits: str, hedge: str, half: Number
    ) -> None:
        assert around(int(digits), half) == admissible(count(digits, hedge), Grade.ROUGH)

    def test_an_age_is_not_rounded_to_tens(self) -> None:
        figure = measure("90", "year", kind=Kind.AGE)

        assert around(90 * 12, 6) == admissible(figure, Grade.ROUNDING, 120)
        assert around(90 * 12, 6) == admissible(figure, Grade.ROUGH)

    @given(st.one_of(counts(), amounts()), st.sampled_from((1, 10, 1000, Fraction(1, 10))))
    def test_widths_are_those_of_the_oracle(self, written: Written, shared: Number) -> None:
        figure = figure_of(written)
        for grade in GRADES:
            low, high = written.ends(grade, Fraction(shared))
            assert Interval.of(low, high) == admissible(figure, grade, shared)

    @given(
        st.one_of(
            counts(tuple(Hedge)[:-1]),
            amounts(tuple(Hedge)[:-1]),
        ),
        st.sampled_from((0, 1, 10, 1000, Fraction(1, 10))),
        st.booleans(),
    )
    def test_each_grade_admits_what_the_one_before_it_does(
        self, written: Written, shared: Number, stated: bool
    ) -> None:
        figure = figure_of(written)
        first, second, third = (admissible(figure, g, shared, stated=stated) for g in GRADES)

        assert first.within(second)
        assert second.within(third)

    @given(
        st.fractions(10**4, 10**9, max_denominator=10**4),
        st.integers(-3, 3),
        st.booleans(),
    )
    def test_a_number_is_admitted_by_the_figure_that_rounds_it(
        self, number: Fraction, places: int, is_tie_up: bool
    ) -> None:
        step = Fraction(10) ** places
        below, over = divmod(number, step)
        is_up = over * 2 > step or (over * 2 == step and is_tie_up)
        last = str(below + is_up)
        digits = last if places >= 0 else f"{last[:places]}.{last[places:]}"
        figure = figure_of(Written(digits, max(places, 0)))

        assert abs(number - Fraction(figure.value or 0)) * 2 <= step
        for grade in GRADES:
            assert admissible(figure, grade).contains(number)

    def test_both_ties_are_admitted(self) -> None:
        assert admissible(percent("24.1"), Grade.EXACT).contains(Fraction(2415, 100))
        assert admissible(percent("24.2"), Grade.EXACT).contains(Fraction(2415, 100))
        assert not admissible(percent("24.1"), Grade.EXACT).contains(Fraction(24151, 1000))


class TestHedges:
    @pytest.mark.parametrize(
        ("hedge", "low", "high"),
        [
            (Hedge.MORE_THAN, 60, None),
            (Hedge.AT_LEAST, 60, None),
            (Hedge.LESS_THAN, None, 60),
            (Hedge.AT_MOST, None, 60),
            (Hedge.NEARLY, 54, 60),
            (Hedge.JUST_OVER, 60, 66),
        ],
    )
    def test_a_hedge_is_a_bound_without_a_width_at_every_grade(
        self, hedge: Hedge, low: int | None, high: int | None
    ) -> None:
        for figure in (count("60", hedge), money("60", hedge=hedge)):
            for grade in GRADES:
                assert Interval.of(low, high) == admissible(figure, grade, 10)

    def test_nearly_a_loss_is_a_little_above_it(self) -> None:
        figure = Figure(0, 1, "-60", Kind.MONEY, -60, hedge=Hedge.NEARLY, unit=named("USD"))

        assert Interval.of(-60, -54) == admissible(figure, Grade.EXACT)

    def test_a_range_is_its_ends(self) -> None:
        figure = Figure(
            0, 1, "$26 to $31 million", Kind.MONEY, None, low=26_000_000, high=31_000_000,
            unit=named("USD"), hedge=Hedge.RANGE, grain=1_000_000, own_grain=1_000_000,
        )  # fmt: skip

        for grade in GRADES:
            assert Interval.of(26_000_000, 31_000_000) == admissible(figure, grade)
        assert Interval.of(26_000_000, 31_000_000) == nominal(figure)

    def test_a_range_said_backwards_is_still_one(self) -> None:
        figure = Figure(0, 1, "20 to 15", Kind.COUNT, None, low=20, high=15, hedge=Hedge.RANGE)

        assert Interval.of(15, 20) == admissible(figure, Grade.EXACT)


class TestConstants:
    @pytest.mark.parametrize(
        "figure",
        [
            figure_of(Written("12", is_count=True), text="a dozen", constant=True),
            fraction(1, 2),
            percent("100"),
            measure("12", "month", kind=Kind.DURATION),
            multiple(2),
            multiple(3, grain=1),
        ],
        ids=lambda figure: figure.text,
    )
    def test_a_constant_operand_has_no_width_at_any_grade(self, figure: Figure) -> None:
        assert figure.value is not None
        for grade in GRADES:
            assert Interval.point(figure.value) == admissible(figure, grade, 100)

    @pytest.mark.parametrize(
        ("figure", "half"),
        [
            (percent("100"), Fraction(1, 2)),
            (measure("12", "month", kind=Kind.DURATION), Fraction(1, 2)),
        ],
        ids=("100%", "12 months"),
    )
    def test_as_a_result_it_is_a_rounded_number(self, figure: Figure, half: Fraction) -> None:
        assert figure.value is not None
        assert around(figure.value, half) == admissible(figure, Grade.EXACT, stated=True)
        assert around(figure.value, half) == admitted(figure).as_stated.exact

    def test_decimals_are_rounded_even_of_a_hundred(self) -> None:
        assert around(100, Fraction(5, 100)) == admissible(percent("100.0"), Grade.EXACT)


class TestWords:
    @pytest.mark.parametrize(
        ("figure", "low", "high"),
        [
            (multiple(2), "1.8", "2.25"),
            (multiple(3), "2.6", "3.4"),
            (multiple(4), "3.5", "4.5"),
            (multiple(Fraction(1, 2)), "0.45", "0.55"),
            (multiple(3, grain=1), "2.6", "3.4"),
            (multiple(Fraction(5, 2), grain=Fraction(1, 10)), "2.45", "2.55"),
            (fraction(1, 3), "0.29", "0.375"),
            (fraction(1, 4), "0.225", "0.29"),
            (fraction(1, 2), "0.45", "0.55"),
            (fraction(2, 3), "0.625", "0.71"),
            (fraction(3, 4), "0.71", "0.78"),
            (fraction(1, 10), "0.095", "0.105"),
            (fraction(1, 5), "0.18", "0.22"),
            (fraction(9, 10), "0.85", "0.95"),
        ],
        ids=lambda case: case.text if isinstance(case, Figure) else case,
    )
    def test_a_stated_fraction_or_multiple_is_roughly_a_band(
        self, figure: Figure, low: str, high: str
    ) -> None:
        band = Interval.of(Fraction(low), Fraction(high))

        assert band == admissible(figure, Grade.ROUGH, stated=True)
        assert band == admitted(figure).as_stated.rough
        assert admissible(figure, Grade.EXACT, stated=True).within(band)
        assert admissible(figure, Grade.ROUNDING, 1, stated=True).within(band)

    def test_a_multiple_with_decimals_is_rounded(self) -> None:
        figure = multiple(Fraction(5, 2), grain=Fraction(1, 10))

        assert around(Fraction(5, 2), Fraction(5, 100)) == admissible(figure, Grade.EXACT)

    @pytest.mark.parametrize(
        ("figure", "low", "high"),
        [
            (multiple(2, Hedge.MORE_THAN), 2, None),
            (multiple(2, Hedge.NEARLY), Fraction(18, 10), 2),
            (fraction(1, 2, Hedge.LESS_THAN), None, Fraction(1, 2)),
            (fraction(1, 2, Hedge.JUST_OVER), Fraction(1, 2), Fraction(575, 1000)),
            (multiple(Fraction(1, 2), Hedge.NEARLY), Fraction(1, 2), Fraction(55, 100)),
        ],
    )
    def test_hedged_it_is_a_bound(
        self, figure: Figure, low: Number | None, high: Number | None
    ) -> None:
        for grade in GRADES:
            assert Interval.of(low, high) == admissible(figure, grade, stated=True)


class TestUnits:
    def test_all_is_in_base_units(self) -> None:
        mile = Fraction(1609344, 1000)

        assert around(30 * mile, mile / 2) == exact(measure("30", "mile"))
        assert Interval.point(30 * mile) == nominal(measure("30", "mile"))
        assert around(30 * mile, Fraction(3, 2) * mile) == rough(measure("30", "mile"))

    def test_a_rate_is_divided_by_the_unit_it_is_per(self) -> None:
        figure = money("5")
        figure.per = named("liter")

        assert Fraction(1000) == factor_of(figure)
        assert around(5000, 500) == exact(figure)

    def test_what_is_counted_per_has_no_factor(self) -> None:
        figure = money("5")
        figure.per = "head"

        assert 1 == factor_of(figure)

    def test_the_shared_grain_is_compared_in_base_units(self) -> None:
        figures = measure("30", "mile"), measure("48", "kilometer")

        assert Fraction(1000) == shared_grain(figures)
        assert exact(figures[0]) == admissible(figures[0], Grade.ROUNDING, 1000)

    def test_constants_do_not_show_a_grain(self) -> None:
        dozen = figure_of(Written("12", is_count=True), constant=True)

        assert 1000 == shared_grain((dozen, count("32000"), percent("100")))
        assert 0 == shared_grain((dozen, fraction(1, 2)))

    def test_groups(self) -> None:
        rate = money("5")
        rate.per = "head"
        price = money("5")
        price.per = named("liter")

        assert ["money:USD", "money:USD/head", "money:USD/volume", "", "multiple", "length"] == [
            group(money("5")), group(rate), group(price), group(count("5")), group(multiple(2)),
            group(measure("5", "mile")),
        ]  # fmt: skip


class TestKeeping:
    def test_it_is_worked_out_once(self) -> None:
        figure = money("5.2", 6)

        assert admitted(figure) is admitted(figure)
        assert exact(figure) is admitted(figure).exact

    def test_until_the_figure_is_edited(self) -> None:
        figure = money("5.2", 6)
        before = exact(figure)
        figure.value, figure.admitted = 5_300_000, None

        assert before != exact(figure)

    def test_what_has_no_coarser_grain_is_rough_as_it_is_exact(self) -> None:
        found = admitted(percent("24.1"))

        assert found.rough is found.exact
        assert admitted(count("50")).rough is not admitted(count("50")).exact

    def test_an_ordinary_figure_is_the_same_stated_or_not(self) -> None:
        found = admitted(percent("24.1"))

        assert found.as_stated is found

    @given(st.one_of(counts(tuple(Hedge)[:-1]), amounts(tuple(Hedge)[:-1])))
    def test_what_is_kept_is_what_is_admissible(self, written: Written) -> None:
        figure = figure_of(written)

        assert admissible(figure, Grade.EXACT) == exact(figure)
        assert admissible(figure, Grade.ROUGH) == rough(figure)
        assert Interval.point(whole(written.value)) == nominal(figure)
