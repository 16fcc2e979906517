"""How claims are put in words, and numbers in the manner of others."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figcheck
from figcheck.changes import Change
from figcheck.claim import Claim, Op
from figcheck.document import CalendarDate, Figure, Hedge, Kind
from figcheck.elapsed import Age, Elapsed
from figcheck.manner import decimal, in_words, write_like
from figcheck.rounding import Grade
from figcheck.terms import Const, Converted, Given, PercentOf, Ratio, Remainder, ShareOf, Sum
from figcheck.units import Unit, named
from figcheck.wording import arithmetic, message
from tests.oracle import Written
from tests.strategies import count, digit_strings, figure_of, measure, money, percent


def written_as(
    text: str, value: str, kind: Kind = Kind.COUNT, unit: Unit | None = None, grain: str = "1"
) -> Figure:
    number = Fraction(value)
    return Figure(
        0, len(text), text, kind, number, low=number, high=number, unit=unit,
        grain=Fraction(grain), own_grain=Fraction(grain),
    )  # fmt: skip


class TestManner:
    @pytest.mark.parametrize(
        ("text", "old", "new", "expected"),
        [
            ("50,000", "50000", "65000", "65,000"),
            ("50000", "50000", "65000", "65000"),
            ("950", "950", "1045", "1,045"),
            ("1552", "1552", "15520", "15520"),
            ("12,34,567", "1234567", "1234568", "12,34,568"),
            ("1.234.567", "1234567", "1234568", "1.234.568"),
            ("12\u00a0500", "12500", "13500", "13\u00a0500"),
            ("12\u202f500", "12500", "1350000", "1\u202f350\u202f000"),
            ("12'500", "12500", "13500", "13'500"),
            ("$5.2 million", "5200000", "270400000", "$270.4 million"),
            ("$5.2m", "5200000", "6100000", "$6.1m"),
            ("5.2-million", "5200000", "6100000", "6.1-million"),
            ("12 lakh crore", "12000000000000", "13000000000000", "13 lakh crore"),
            ("24.1%", "24.1", "29.3", "29.3%"),
            ("24,1 %", "24.1", "29.3", "29,3 %"),
            ("1.234,5", "1234.5", "2234.5", "2.234,5"),
            (".5", ".5", ".7", "0.7"),
            ("12·5", "12.5", "13.5", "13·5"),
            ("48km", "48", "58", "58km"),
            ("30-foot", "30", "40", "40-foot"),
            ("5m", "5", "7", "7m"),
            ("£42 a trip", "42", "43", "£43 a trip"),
            ("-5%", "-5", "-7", "-7%"),
            ("-5%", "-5", "7", "7%"),
            ("$80m", "80000000", "-340000000", "−$340m"),
            ("ten months", "10", "12", "twelve months"),
            ("Fifty-five", "55", "41", "Forty-one"),
            ("two million", "2000000", "3000000", "three million"),
            ("two million", "2000000", "2500000", "2.5 million"),
            ("two hundred", "200", "250", "250"),
            ("a hundred and four", "104", "99", "ninety-nine"),
            ("nineteen", "19", "123", "123"),
            ("5 ft 6 in", "11/2", "17/3", "5 ft 8 in"),
            ("5 ft 6 in", "11/2", "6", "6 ft 0 in"),
            ("3 hours 51 minutes", "77/20", "41/10", "4 hours 6 minutes"),
            ("2½ miles", "5/2", "13/4", "3.25 miles"),
        ],
    )
    def test_a_number_is_written_like_another(
        self, text: str, old: str, new: str, expected: str
    ) -> None:
        decimals = len(text.replace(",", ".").rpartition(".")[2]) if "." in text else 0
        figure = written_as(text, old, grain=str(Fraction(1, 10**decimals)))

        assert expected == write_like(figure, Fraction(new))

    @pytest.mark.parametrize(
        ("figure", "value", "expected"),
        [
            (percent("39.3"), Fraction(1700, 58), "29.3%"),
            (percent("2"), Fraction(209, 100), "2.1%"),
            (percent("2"), Fraction(2001, 1000), "2.001%"),
            (percent("9.9"), Fraction(1, 1000), "0.001%"),
            (count("50"), Fraction(50), "50"),
        ],
    )
    def test_it_shows_as_many_decimals_as_tell_it_from_the_other(
        self, figure: Figure, value: Fraction, expected: str
    ) -> None:
        assert expected == write_like(figure, value)

    @pytest.mark.parametrize(
        ("figure", "factor", "expected"),
        [
            (money("5.2", 6), 10, "$52 million"),
            (money("5.2", 6), Fraction(1, 10), "$520,000"),
            (money("5.2", 6), 1000, "$5.2 billion"),
            (money("5.2", 6), Fraction(1, 1000), "$5,200"),
            (money("1", 6), 1000, "$1 billion"),
            (money("5.2", 9, text="$5.2bn"), Fraction(1, 1000), "$5.2m"),
            (money("5.2", 6, text="$5.2M"), 1000, "$5.2B"),
            (money("5.2", 6, text="$5.2mn"), Fraction(1, 1000), "$5,200"),
            (count("5,200"), 1000, "5,200,000"),
            (count("5,200"), Fraction(1, 10), "520"),
            (percent("3.6"), 10, "36%"),
            (percent("36"), Fraction(1, 10), "3.6%"),
            (percent("36"), Fraction(1, 1000), "0.036%"),
        ],
        ids=lambda case: case.text if isinstance(case, Figure) else str(case),
    )
    def test_a_slip_of_scale_carries_its_precision(
        self, figure: Figure, factor: Fraction, expected: str
    ) -> None:
        assert figure.value is not None

        assert expected == write_like(figure, figure.value * factor, grain=figure.grain * factor)

    @pytest.mark.parametrize(
        ("value", "expected"),
        [("900", "900"), ("900.5", "900.5"), ("900.25", "900.25"), ("2000/3", "666.6667")],
    )
    def test_a_derived_number_has_the_decimals_that_it_has(self, value: str, expected: str) -> None:
        assert expected == write_like(count("1,000"), Fraction(value), exact=True)

    def test_fractions_and_multiples_are_shown_as_numbers(self) -> None:
        third = written_as("a third", "1/3", Kind.FRACTION)
        doubled = written_as("doubled", "2", Kind.MULTIPLE)

        assert "29.3%" == write_like(third, Fraction(17, 58))
        assert "50%" == write_like(third, Fraction(1, 2))
        assert "1.63 times" == write_like(doubled, Fraction(49, 30))
        assert "2.9 times" == write_like(
            written_as("2.5 times", "2.5", Kind.MULTIPLE, grain="1/10"), Fraction(29, 10)
        )

    def test_a_length_in_words_of_two_units_is_said_in_the_first(self) -> None:
        figure = written_as("four years and two months", "25/6", Kind.DURATION, named("year"))

        assert "4.5 years" == write_like(figure, Fraction(9, 2))

    def test_a_range_lends_its_last_number(self) -> None:
        figure = Figure(
            0, 18, "$26 to $31 million", Kind.MONEY, None, low=26 * 10**6, high=31 * 10**6,
            hedge=Hedge.RANGE, grain=10**6, own_grain=10**6,
        )  # fmt: skip

        assert "$25 million" == write_like(figure, 25 * 10**6)

    @given(digit_strings(), st.sampled_from((0, 3, 6, 9)), digit_strings(), st.sampled_from("$£"))
    def test_what_is_written_reads_back_as_the_value_at_its_precision(
        self, digits: str, scale: int, other: str, sign: str
    ) -> None:
        figure = money(
            digits,
            scale,
            text=f"{sign}{digits}{ {0: '', 3: ' thousand', 6: ' million', 9: ' billion'}[scale] }",
        )
        value = Fraction(other) * 10**scale
        grain = Written(other, scale).grain

        text = write_like(figure, value, grain=grain)

        number = re.fullmatch(r"[$£]([0-9,.]+)( thousand| million| billion| trillion)?", text)
        assert number is not None
        word = number[2] or ""
        times = {
            "": 1,
            " thousand": 10**3,
            " million": 10**6,
            " billion": 10**9,
            " trillion": 10**12,
        }[word]
        assert value == Fraction(number[1].replace(",", "")) * times
        assert re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})*(\.[0-9]+)?|[0-9]+(\.[0-9]+)?", number[1])

    @given(digit_strings(), st.fractions(Fraction(1, 1000), 10**7, max_denominator=1000))
    def test_a_computed_value_reads_back_within_the_last_digit(
        self, digits: str, value: Fraction
    ) -> None:
        text = write_like(percent(digits), value)

        number = Fraction(text.removesuffix("%").replace(",", ""))
        decimals = len(text.removesuffix("%").partition(".")[2])
        assert abs(number - value) * 2 * 10**decimals <= 1
        assert number or value * 10**8 < 1


@pytest.mark.parametrize(
    "text",
    [
        "$5.2 million", "12,34,567 people", "5,200 people", "24.1 percent", "48 kilometres",
        "fifty-five people", "ten months", "£1.5bn", "two million people", "3 hours 51 minutes",
    ],
)  # fmt: skip
@pytest.mark.parametrize("times", [3, 10, Fraction(1, 2)])
def test_what_is_written_is_read_by_figcheck_as_the_value(text: str, times: Fraction) -> None:
    figure = figcheck.check(f"They counted {text} there.").figures[0]
    assert figure.value is not None
    value = figure.value * times

    rewritten = write_like(figure, value, grain=figure.grain * Fraction(1, 100))

    assert [value] == [
        found.value for found in figcheck.check(f"They counted {rewritten} people there.").figures
    ][:1]


class TestDecimals:
    @pytest.mark.parametrize(
        ("value", "decimals", "expected"),
        [
            ("1234567.5", 0, "1,234,568"),
            ("0.5", 0, "0"),
            ("1.5", 0, "2"),
            ("0.0625", 3, "0.062"),
            ("-3.14159", 2, "−3.14"),
            ("-0.001", 2, "0.00"),
        ],
    )
    def test_decimal(self, value: str, decimals: int, expected: str) -> None:
        assert expected == decimal(Fraction(value), decimals)

    def test_without_groups(self) -> None:
        assert "1234567" == decimal(1234567, 0, grouped=False)

    @pytest.mark.parametrize(
        ("number", "expected"),
        [(0, "zero"), (13, "thirteen"), (20, "twenty"), (55, "fifty-five"), (99, "ninety-nine")],
    )
    def test_in_words(self, number: int, expected: str) -> None:
        assert expected == in_words(number)


PARTS = (count("10,000"), count("55,000"))


class TestMessages:
    @pytest.mark.parametrize(
        ("claim", "sum_", "says"),
        [
            (
                Claim(stated=count("50,000"), term=Sum(PARTS)),
                "10,000 + 55,000 = 65,000",
                "10,000 + 55,000 = 65,000, not 50,000",
            ),
            (
                Claim(stated=count("50,000"), term=Sum(PARTS), op=Op.AT_LEAST),
                "10,000 + 55,000 = 65,000",
                "10,000 + 55,000 = 65,000, more than 50,000",
            ),
            (
                Claim(stated=count("14"), term=Given(count("12")), op=Op.AT_MOST),
                "14 ≤ 12",
                "14 is more than 12",
            ),
            (
                Claim(stated=money("924", 6), term=Given(money("953", 6)), op=Op.ABOVE),
                "$924 million > $953 million",
                "$924 million is not above $953 million",
            ),
            (
                Claim(stated=money("953", 6), term=Given(money("924", 6)), op=Op.BELOW),
                "$953 million < $924 million",
                "$953 million is not below $924 million",
            ),
            (
                Claim(stated=None, term=PercentOf(percent("90"), count("1,000"))),
                "90% of 1,000 = 900",
                "90% of 1,000 = 900",
            ),
            (
                Claim(
                    stated=percent("75"),
                    term=Remainder(Const(100, "100"), (percent("35"),)),
                    op=Op.COMPLETES,
                ),
                "100 − 35% = 65%",
                "100 − 35% = 65%, not 75%",
            ),
            (
                Claim(stated=percent("39.3"), term=ShareOf(count("17"), count("58"))),
                "17 / 58 = 29.3%",
                "17 / 58 = 29.3%, not 39.3%",
            ),
            (
                Claim(
                    stated=measure("80", "degree_Fahrenheit", text="80°F"),
                    term=Converted(
                        measure("21", "degree_Celsius", text="21°C"), named("degree_Fahrenheit")
                    ),
                ),
                "21°C = 70°F",
                "21°C = 70°F, not 80°F",
            ),
            (
                Claim(
                    stated=measure("58", "kilometer", text="58 km"),
                    term=Converted(measure("30", "mile", text="30 miles"), named("kilometer")),
                ),
                "30 miles = 48 km",
                "30 miles = 48 km, not 58 km",
            ),
            (
                Claim(
                    stated=written_as("doubled", "2", Kind.MULTIPLE),
                    term=Ratio(money("49", 9), money("30", 9)),
                ),
                "$49 billion / $30 billion = 1.63 times",
                "$49 billion / $30 billion = 1.63 times, not doubled",
            ),
        ],
        ids=lambda case: case if isinstance(case, str) else "",
    )
    def test_message(self, claim: Claim, sum_: str, says: str) -> None:
        assert sum_ == arithmetic(claim)
        assert says == message(claim)

    def test_a_known_slip_is_named(self) -> None:
        claim = Claim(stated=percent("25"), term=Change(count("400"), count("300"), 1))
        claim.slip = "that is the change on the new figure"

        assert "400 / 300 − 1 = 33%, not 25%; that is the change on the new figure" == message(
            claim
        )

    def test_dates_that_leave_two_lengths(self) -> None:
        birth, moment = (
            Figure(0, 4, str(year), Kind.DATE, year, date=CalendarDate(year))
            for year in (1964, 2025)
        )
        age = written_as("51", "51", Kind.AGE, named("year"))
        term_of_office = written_as("eight years", "8", Kind.DURATION, named("year"))

        assert "1964 to 2025 = 60 or 61, not 51" == message(
            Claim(stated=age, term=Age(birth, moment))
        )
        assert "1964 to 2025 = sixty or sixty-one years, not eight years" == message(
            Claim(stated=term_of_office, term=Elapsed(birth, moment))
        )

    def test_a_range_leaves_what_lies_in_it(self) -> None:
        spread = Figure(0, 8, "10 to 20", Kind.COUNT, None, low=10, high=20, hedge=Hedge.RANGE)

        assert "10 to 20 + 5 = 15 to 25, not 40" == message(
            Claim(stated=count("40"), term=Sum((spread, count("5"))))
        )

    def test_a_bound_leaves_its_number(self) -> None:
        more = count("60", Hedge.MORE_THAN)

        assert "60 + 5 = 65, not 40" == message(
            Claim(stated=count("40"), term=Sum((more, count("5"))))
        )

    def test_what_has_no_value_shows_itself(self) -> None:
        unknown = Figure(0, 1, "x", Kind.DATE, None, date=CalendarDate())

        assert "x to x" == arithmetic(Claim(stated=count("4"), term=Elapsed(unknown, unknown)))

    def test_a_rule_says_what_it_decides(self) -> None:
        claim = Claim(
            stated=count("160"), term=Const(0, "160"), message="nobody has lived to be 160",
            verdict=Grade.CONFLICT,
        )  # fmt: skip

        assert "nobody has lived to be 160" == message(claim) == arithmetic(claim)


def test_a_time_on_the_hour_is_no_number_in_two_parts() -> None:
    report = figcheck.check("The library is open from 9:00 a.m. to 5:00 p.m. on weekdays.")
    [claim] = report.to_dict()["claims"]

    assert "range_order" == claim["rule"]
    assert "9:00 a.m., then 5:00 p.m.: in order" == claim["arithmetic"]


def test_figures_of_these_tests_are_as_extraction_makes_them() -> None:
    made = figure_of(Written("5.2", 6), Kind.MONEY, named("USD"), text="$5.2 million")
    read = figcheck.check("The bill was $5.2 million.").figures[0]

    assert (read.value, read.grain, read.own_grain, read.kind, read.unit, read.text) == (
        made.value, made.grain, made.own_grain, made.kind, made.unit, made.text,
    )  # fmt: skip


def test_what_holds_is_not_worded_as_a_conflict() -> None:
    report = figcheck.check("The tour ran from May 2010 to June 2011.")
    [claim] = report.to_dict()["claims"]

    assert ("range_order", "exact") == (claim["rule"], claim["verdict"])
    assert "May 2010, then June 2011: in order" == claim["arithmetic"]
