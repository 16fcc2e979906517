"""Verdicts by example: sums, conversions, bounds, shares of one whole, and how grave a miss is."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from figcheck.changes import Change
from figcheck.claim import Claim, Op, computed_value, judge, level, near_miss
from figcheck.document import Figure, Hedge, Kind
from figcheck.rounding import Grade
from figcheck.terms import (
    Const,
    Converted,
    Difference,
    Given,
    PercentOf,
    Product,
    Ratio,
    Remainder,
    ShareOf,
    Sum,
    Term,
)
from figcheck.units import Unit, named
from tests import oracle
from tests.oracle import Written
from tests.strategies import count, figure_of, measure, money, percent

USD, PERCENT = named("USD"), named("percent")


class TestVerdicts:
    """Verdicts that articles gave rise to."""

    @pytest.mark.parametrize(
        ("stated", "term", "grade"),
        [
            (count("50,000"), Sum((count("10,000"), count("40,000"))), Grade.EXACT),
            (count("55,000"), Sum((count("10,000"), count("40,000"))), Grade.CONFLICT),
            (count("50,000"), Sum((count("10,000"), count("45,000"))), Grade.CONFLICT),
            (count("50,000"), Sum((count("10,000"), count("60,000"))), Grade.CONFLICT),
            (count("57,000"), Sum((count("12,000"), count("44,000"))), Grade.ROUNDING),
            (count("300"), Sum((count("174"), count("132"))), Grade.ROUGH),
            (count("18"), Sum((count("12"), count("5"))), Grade.CONFLICT),
            (count("900"), PercentOf(percent("90"), count("1,000")), Grade.EXACT),
            (percent("29.3"), ShareOf(count("17"), count("58")), Grade.EXACT),
            (percent("39.3"), ShareOf(count("17"), count("58")), Grade.CONFLICT),
            (percent("0.9"), Change(money("1.728", 9), money("1.744", 9), -1), Grade.EXACT),
            (percent("1.9"), Change(money("1.728", 9), money("1.744", 9), -1), Grade.CONFLICT),
            (money("1", 9), Product(money("100", 6), measure("10", "month")), Grade.EXACT),
        ],
        ids=lambda case: (
            case.shown() if isinstance(case, Term) else getattr(case, "text", str(case))
        ),
    )
    def test_verdict(self, stated: Figure, term: Term, grade: Grade) -> None:
        assert grade == judge(Claim(stated=stated, term=term))

    @pytest.mark.parametrize(
        ("stated", "original", "grade"),
        [
            (measure("48", "kilometer"), measure("30", "mile"), Grade.EXACT),
            (measure("50", "kilometer"), measure("30", "mile"), Grade.ROUNDING),
            (measure("49", "kilometer"), measure("30", "mile"), Grade.EXACT),
            (measure("51", "kilometer"), measure("32", "mile"), Grade.EXACT),
            (measure("500", "kilometer"), measure("305", "mile"), Grade.ROUGH),
            (measure("48", "kilometer"), measure("30", "foot"), Grade.CONFLICT),
            (measure("19", "kilometer"), measure("12", "mile"), Grade.EXACT),
            (measure("70", "degree_Fahrenheit"), measure("21", "degree_Celsius"), Grade.EXACT),
            (measure("80", "degree_Fahrenheit"), measure("21", "degree_Celsius"), Grade.CONFLICT),
            (measure("-40", "degree_Fahrenheit"), measure("-40", "degree_Celsius"), Grade.EXACT),
            (measure("5.2", "mile ** 2"), measure("13.5", "kilometer ** 2"), Grade.EXACT),
        ],
        ids=lambda case: getattr(case, "text", str(case)),
    )
    def test_conversions(self, stated: Figure, original: Figure, grade: Grade) -> None:
        assert stated.unit is not None
        assert grade == judge(Claim(stated=stated, term=Converted(original, stated.unit)))

    def test_temperatures_compare_as_readings(self) -> None:
        mild = Given(measure("20", "degree_Celsius"))
        warm = measure("77", "degree_Fahrenheit")

        assert Grade.EXACT == judge(Claim(stated=warm, term=mild, op=Op.ABOVE))
        assert Grade.CONFLICT == judge(Claim(stated=warm, term=mild, op=Op.BELOW))

    def test_a_difference_of_temperatures_has_no_zero(self) -> None:
        difference = Converted(
            measure("5", "degree_Celsius"), named("degree_Fahrenheit"), difference=True
        )

        assert Grade.EXACT == judge(
            Claim(stated=measure("9", "degree_Fahrenheit"), term=difference)
        )
        assert Grade.CONFLICT == judge(
            Claim(stated=measure("41", "degree_Fahrenheit"), term=difference)
        )

    @pytest.mark.parametrize(
        ("hedge", "other", "holds"),
        [
            (Hedge.MORE_THAN, "48", False),
            (Hedge.MORE_THAN, "50", True),
            (Hedge.MORE_THAN, "90", True),
            (Hedge.AT_MOST, "51", False),
            (Hedge.AT_MOST, "3", True),
            (Hedge.NEARLY, "46", True),
            (Hedge.NEARLY, "51", False),
            (Hedge.JUST_OVER, "49", False),
            (Hedge.JUST_OVER, "54", True),
        ],
    )
    def test_only_the_violation_of_a_bound_counts(
        self, hedge: Hedge, other: str, holds: bool
    ) -> None:
        verdict = judge(Claim(stated=count("50", hedge), term=Given(count(other))))

        assert (Grade.EXACT if holds else Grade.CONFLICT) == verdict

    def test_a_doubling(self) -> None:
        doubled = Figure(0, 7, "doubled", Kind.MULTIPLE, 2, constant=True)
        for new, grade in (("400", Grade.EXACT), ("370", Grade.ROUGH), ("330", Grade.CONFLICT)):
            claim = Claim(stated=doubled, term=Ratio(count(new), count("200")))
            assert grade == judge(claim)
            assert Grade.ROUGH == claim.accepts

    def test_a_claim_without_a_result_holds(self) -> None:
        claim = Claim(stated=None, term=PercentOf(percent("90"), count("1,000")))

        assert claim.derived
        assert Grade.EXACT == judge(claim)
        assert 900 == computed_value(claim)

    def test_points_and_percent_do_not_share_a_grain(self) -> None:
        points = figure_of(Written("2.1"), Kind.POINTS, named("percentage_point"))
        term = Difference(percent("94.1"), percent("92"))

        assert Grade.EXACT == judge(Claim(stated=points, term=term))

    def test_minor_units_and_rates(self) -> None:
        cents = figure_of(
            Written("50"), Kind.MONEY, Unit("USD cent", "money:USD", Fraction(1, 100))
        )
        per_liter = figure_of(Written("2"), Kind.MONEY, USD, per=named("liter"))

        assert Grade.EXACT == judge(Claim(stated=money("0.50"), term=Given(cents)))
        assert Grade.EXACT == judge(
            Claim(stated=money("100"), term=Product(per_liter, measure("50", "liter")))
        )


class TestShares:
    """Percentages of one whole."""

    @given(
        st.lists(st.tuples(st.integers(1, 999), st.integers(0, 1)), min_size=1, max_size=12),
        st.integers(-9, 9),
    )
    def test_the_verdict_is_the_oracles(self, parts: list[tuple[int, int]], off: int) -> None:
        numbers = [
            Written(f"{n // 10}.{n % 10}" if decimals else str(n // 10 or 1), group="share")
            for n, decimals in parts
        ]
        rest = 100 - sum((number.value for number in numbers), Fraction(0)) + Fraction(off, 10)
        assume(rest > 0)
        numbers.append(
            Written(f"{rest.numerator * 10 // rest.denominator // 10}.{int(rest * 10) % 10}")
        )
        figures = [figure_of(number, Kind.SHARE, PERCENT) for number in numbers]
        term = Remainder(Const(100, "100"), tuple(figures[:-1]))
        claim = Claim(stated=figures[-1], term=term, op=Op.COMPLETES)

        assert oracle.shares_grade(numbers) == judge(claim)

    @pytest.mark.parametrize(
        ("shares", "grade"),
        [
            ("58 42", Grade.EXACT),
            ("58 43", Grade.CONFLICT),
            ("33.3 66.6", Grade.CONFLICT),
            ("33 66.7", Grade.ROUNDING),
            ("33 33 33", Grade.ROUNDING),
            ("33 33 32", Grade.CONFLICT),
            ("33 33.3 32.7", Grade.CONFLICT),
            ("33 33.3 33.2", Grade.ROUNDING),
            ("33 33 20.7 12.3", Grade.ROUNDING),
            ("20 20 20 20 19", Grade.ROUNDING),
            ("20 20 20 20 18", Grade.ROUGH),
            ("20 20 20 20 17", Grade.CONFLICT),
            ("8 8 8 8 8 8 8 8 8 8 8 10", Grade.ROUNDING),
            ("8 8 8 8 8 8 8 8 8 8 8 9", Grade.ROUGH),
            ("100", Grade.EXACT),
            ("99", Grade.CONFLICT),
        ],
    )
    def test_verdict(self, shares: str, grade: Grade) -> None:
        *parts, rest = (percent(digits) for digits in shares.split())
        term = Remainder(Const(100, "100"), tuple(parts))

        assert grade == judge(Claim(stated=rest, term=term, op=Op.COMPLETES))

    def test_vague_shares_are_rough_and_bounds_are_bounds(self) -> None:
        hundred = Const(100, "100")
        vague = Remainder(hundred, (percent("58", "about"),))
        bound = Remainder(hundred, (percent("58", Hedge.MORE_THAN),))

        assert Grade.ROUGH == judge(Claim(stated=percent("44"), term=vague, op=Op.COMPLETES))
        assert Grade.CONFLICT == judge(Claim(stated=percent("55"), term=vague, op=Op.COMPLETES))
        assert Grade.EXACT == judge(Claim(stated=percent("30"), term=bound, op=Op.COMPLETES))
        assert Grade.CONFLICT == judge(Claim(stated=percent("44"), term=bound, op=Op.COMPLETES))

    def test_half_is_fifty_percent(self) -> None:
        half = Figure(0, 4, "half", Kind.FRACTION, Fraction(1, 2), constant=True)
        term = Remainder(Const(100, "100"), (half, percent("17")))

        assert Grade.EXACT == judge(Claim(stated=percent("33"), term=term, op=Op.COMPLETES))
        assert Grade.CONFLICT == judge(Claim(stated=percent("36"), term=term, op=Op.COMPLETES))


class TestLevel:
    def test_a_miss_by_the_last_digit_is_a_warning(self) -> None:
        term = ShareOf(count("17"), count("58"))

        assert "warning" == level(Claim(stated=percent("29.4"), term=term, verdict=Grade.CONFLICT))
        assert "error" == level(Claim(stated=percent("29.5"), term=term, verdict=Grade.CONFLICT))

    def test_it_is_one_of_the_last_digit_when_rounded(self) -> None:
        term = ShareOf(count("138"), count("470"))  # 29.36

        assert "warning" == level(Claim(stated=percent("29.5"), term=term, verdict=Grade.CONFLICT))
        assert "error" == level(Claim(stated=percent("29.6"), term=term, verdict=Grade.CONFLICT))

    def test_what_is_roughly_so_is_a_warning(self) -> None:
        claim = Claim(
            stated=count("300"), term=Sum((count("174"), count("132"))), verdict=Grade.ROUGH
        )

        assert "warning" == level(claim)

    def test_what_a_rule_decides_is_an_error(self) -> None:
        claim = Claim(
            stated=count("17"), term=Const(17, "17"), verdict=Grade.CONFLICT, message="impossible"
        )

        assert "error" == level(claim)


class TestNearMiss:
    def test_of_a_bound_and_of_nothing(self) -> None:
        assert near_miss(Claim(stated=count("50", Hedge.MORE_THAN), term=Given(count("40"))))
        assert not near_miss(Claim(stated=count("0"), term=Given(count("40"))))
        assert not near_miss(Claim(stated=count("40"), term=Given(count("0"))))
        assert not near_miss(Claim(stated=None, term=Given(count("40"))))

    def test_of_temperatures_counts_degrees(self) -> None:
        term = Converted(measure("21", "degree_Celsius"), named("degree_Fahrenheit"))

        assert near_miss(Claim(stated=measure("80", "degree_Fahrenheit"), term=term))
        assert not near_miss(Claim(stated=measure("170", "degree_Fahrenheit"), term=term))
