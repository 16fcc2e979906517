"""Repairs: each class of slips, the text that mends it, and that nothing is missed or made up."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from figcheck.changes import Change, ChangeShare
from figcheck.claim import Claim, Op, judge
from figcheck.document import CalendarDate, Figure, Hedge, Kind, Span
from figcheck.elapsed import DaysBetween, Elapsed
from figcheck.interval import EVERYTHING
from figcheck.mends import mendable, mends
from figcheck.repair import Repair, repair
from figcheck.rounding import Grade, exact
from figcheck.terms import (
    Const,
    Converted,
    Difference,
    Given,
    Mean,
    Product,
    Quotient,
    Ratio,
    Remainder,
    ShareOf,
    Sum,
    Term,
)
from figcheck.units import named
from tests.oracle import Written, ten_to
from tests.strategies import amounts, count, counts, figure_of, measure, money, near, percent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from figcheck.interval import Number


def date(text: str, year: int, month: int | None = None, day: int | None = None) -> Figure:
    return Figure(0, len(text), text, Kind.DATE, year, date=CalendarDate(year, month, day))


def lasting(digits: str, unit: str) -> Figure:
    return measure(digits, unit, kind=Kind.DURATION, text=f"{digits} {unit}s")


def fahrenheit(digits: str) -> Figure:
    return measure(digits, "degree_Fahrenheit", text=f"{digits}°F")


def length(digits: str, unit: str, spelt: str) -> Figure:
    return measure(digits, unit, text=digits + spelt)


KM, MILE_2, KM_2 = named("kilometer"), named("mile ** 2"), named("kilometer ** 2")
F = named("degree_Fahrenheit")


class TestClasses:
    @pytest.mark.parametrize(
        ("stated", "term", "what", "text"),
        [
            (money("7.6", 6), Sum((money("4.4", 9), money("3.2", 9))), "scale", "$7.6 billion"),
            (money("7.6", 9), Sum((money("4.4", 6), money("3.2", 6))), "scale", "$7.6 million"),
            (money("0.73", 6), Sum((money("4.1", 6), money("3.2", 6))), "scale", "$7.3 million"),
            (percent("2.93"), ShareOf(count("17"), count("58")), "scale", None),  # or 580
            (percent("0.0293"), ShareOf(count("17"), count("58")), "scale", None),
            (percent("39.3"), ShareOf(count("17"), count("58")), "one digit", "29.3%"),
            (percent("92.3"), ShareOf(count("17"), count("58")), "transposed digits", "29.3%"),
            (percent("58.0"), Change(count("1,234"), count("2,938"), 1), "direction", None),
            (
                percent("24.987"),
                Change(money("4012.37"), money("3009.81"), 1),
                "new base for old",
                "33.310%",
            ),
            (percent("23.4"), Change(count("12,340"), count("10,000"), -1), "direction", None),
            (money("-12"), Difference(money("31"), money("19")), "swapped", None),
            (money("-12"), Sum((money("5"), money("7"))), "direction", "$12"),
            (
                length("48", "kilometer", " km"),
                Converted(length("30", "foot", "-foot"), KM),
                "unit",
                "30-mile",
            ),
            (
                length("21.6", "kilometer ** 2", " square kilometres"),
                Converted(length("13.4", "mile ** 2", " square miles"), KM_2),
                "factor not raised",
                "34.7 square kilometres",
            ),
            (
                length("9,072", "kilogram", " kg"),
                Converted(length("10.00", "metric_ton", " tonnes"), named("kilogram")),
                "ton for tonne",
                "10.00 tons",
            ),
            (
                fahrenheit("41.0"),
                Converted(length("5.0", "degree_Celsius", "°C"), F, difference=True),
                "reading for difference",
                "9.0°F",
            ),
            (
                lasting("10", "day"),
                DaysBetween(date("3 May 2001", 2001, 5, 3), date("12 May 2001", 2001, 5, 12)),
                "inclusive counting",
                "9 days",
            ),
        ],
        ids=lambda case: case if isinstance(case, str) else getattr(case, "text", ""),
    )
    def test_slip(self, stated: Figure, term: Term, what: str | None, text: str | None) -> None:
        stated.start, stated.end = 1000, 1000 + len(stated.text)
        claim = Claim(stated=stated, term=term)
        assert judge(claim) > Grade.ROUNDING

        offered = repair(claim)

        assert what == mendable(claim)
        assert text == (offered.text if offered else None)
        if offered:
            assert what == offered.what


class TestOffers:
    @pytest.mark.parametrize(
        ("stated", "term", "text"),
        [
            (count("2,654"), Sum((count("1,234"), count("1,330"))), "2,564"),
            (money("4.50"), Difference(money("9.05"), money("5.55")), "$3.50"),
            (percent("41.7"), ShareOf(count("15,023"), count("58,023")), "25.9%"),
        ],
    )
    def test_where_the_slip_is_in_doubt_the_figure_is_offered_as_computed(
        self, stated: Figure, term: Term, text: str
    ) -> None:
        stated.start, stated.end = 1000, 1000 + len(stated.text)

        expected = Repair(1000, stated.end, text, "computed")
        assert expected == repair(Claim(stated=stated, term=term))

    @pytest.mark.parametrize(
        ("digits", "text", "old", "expected"),
        [
            ("1", "1 percent", "6", "1 percentage point"),
            ("1.5", "1.5%", "5.5", "1.5 percentage points"),
            ("2", "2 per cent", "5", "2 percentage points"),
        ],
    )
    def test_a_change_in_points_said_in_percent(
        self, digits: str, text: str, old: str, expected: str
    ) -> None:
        term = Change(percent("7"), percent(old), 1)

        offered = repair(Claim(stated=percent(digits, text=text), term=term))

        assert Repair(0, len(text), expected, "points for percent") == offered

    def test_points_are_tested_on_the_digits_as_written(self) -> None:
        term = Change(percent("7"), percent("6"), 1)

        for digits, is_points in (("1", True), ("2", False)):
            claim = Claim(stated=percent(digits), term=term)
            found = {mend.what for edits in mends(claim) for mend in edits}
            assert is_points == ("points for percent" in found)

    def test_two_operands_change_places_where_the_text_is_known(self) -> None:
        text = "Sales rose 33% to $300 from $400."
        new, old, rise = money("300"), money("400"), percent("33")
        for figure in (new, old, rise):
            figure.start = text.index(figure.text)
            figure.end = figure.start + len(figure.text)
        claim = Claim(stated=rise, term=Change(new, old, 1))

        assert "swapped" == mendable(claim)
        assert repair(claim) is None
        assert Repair(new.start, old.end, "$400 from $300", "swapped") == repair(claim, text)
        assert repair(claim, text.replace(" from ", "\n\n") + "   ") is None

    def test_the_year_before(self) -> None:
        start, end = date("May 3, 1986", 1986, 5, 3), date("May 3, 1999", 1999, 5, 3)
        served = Figure(0, 3, "odd", Kind.DURATION, 14, unit=named("year"), grain=1)
        claim = Claim(stated=served, term=Elapsed(start, end))

        found = [mend for edits in mends(claim) for mend in edits if mend.what == "year"]

        assert [(start, 1985), (end, 2000)] == [(mend.figure, mend.value) for mend in found]

    def test_a_digit_that_may_be_wrong_does_not_hide_a_plainer_slip(self) -> None:
        term = Elapsed(date("1996", 1996), date("2008", 2008))
        claim = Claim(stated=lasting("13", "year"), term=term)

        assert "one digit" == mendable(claim)
        assert Repair(0, 8, "12 years", "inclusive counting") == repair(claim)

    def test_an_edit_that_fits_exactly_goes_before_one_that_fits_within_rounding(self) -> None:
        average = money("350")
        average.per = "head"
        claim = Claim(stated=average, term=Quotient(money("46,750"), count("187")))

        assert "transposed digits" == mendable(claim)  # 64,750 / 187 = 346
        assert Repair(0, 4, "$250", "one digit") == repair(claim)

    def test_where_two_figures_may_be_at_fault_the_stated_one_is_offered_as_computed(self) -> None:
        claim = Claim(stated=count("27"), term=Sum((count("12"), count("5"))))

        assert "one digit" == mendable(claim)
        assert Repair(0, 2, "17", "computed") == repair(claim)

    def test_what_a_rule_would_have_the_text_say_is_offered_in_its_manner(self) -> None:
        claim = Claim(stated=count("1,970"), term=Const(0, "0"), message="no sum")
        claim.amended = 2970

        assert Repair(0, 5, "2,970", "computed") == repair(claim)

    def test_an_edit_beside_the_stated_figure_goes_before(self) -> None:
        claim = Claim(stated=count("5"), term=Const(0, "5"), message="a Tuesday, not a Monday")
        claim.amended, claim.rewrite = 7, (Span(3, 9), "Tuesday")

        assert Repair(3, 9, "Tuesday", "computed") == repair(claim)

    @pytest.mark.parametrize(
        "claim",
        [
            Claim(stated=None, term=Given(count("5"))),
            Claim(stated=count("5"), term=Const(0, "5"), message="impossible"),
        ],
    )
    def test_where_no_slip_explains_it_nothing_is_offered(self, claim: Claim) -> None:
        assert mendable(claim) is None
        assert repair(claim) is None

    def test_a_bound_is_mended_by_its_scale_alone(self) -> None:
        more = money("60", 9, Hedge.MORE_THAN)
        claim = Claim(stated=money("51", 9), term=Given(more))

        found = [mend for edits in mends(claim) for mend in edits]

        assert {"scale"} == {mend.what for mend in found if mend.figure is more}
        assert {"scale", "one digit"} == {
            mend.what for mend in found if mend.figure is claim.stated
        }

    def test_a_count_is_not_mended_to_a_part(self) -> None:
        claim = Claim(stated=count("25"), term=Given(measure("2.5", "meter")))

        found = [mend for edits in mends(claim) for mend in edits if mend.what == "scale"]

        assert [(claim.term.figures[0], 25)] == [(mend.figure, mend.value) for mend in found]

    def test_fractions_and_constants_are_not_edited(self) -> None:
        half = Figure(0, 4, "half", Kind.FRACTION, Fraction(1, 2), constant=True)
        dozen = figure_of(Written("12", is_count=True), constant=True)
        claim = Claim(stated=dozen, term=Product(half, count("33")))

        edited = {mend.figure for edits in mends(claim) for mend in edits}

        assert edited <= {claim.term.figures[1]}

    def test_figures_are_left_as_they_were(self) -> None:
        figures = count("10,000"), count("55,000"), count("50,000")
        claim = Claim(stated=figures[2], term=Sum(figures[:2]))
        before = [(f.value, f.grain, f.own_grain, f.unit, f.date) for f in figures]

        assert judge(claim) == judge(claim)
        mendable(claim)

        assert before == [(f.value, f.grain, f.own_grain, f.unit, f.date) for f in figures]
        assert Grade.CONFLICT == judge(claim)


CASES: list[tuple[Callable[..., Term], str]] = [
    (lambda *f: Sum(f), "nnn"),
    (lambda *f: Sum(f), "$$$"),
    (lambda *f: Mean(f), "nnn"),
    (lambda a, b, c: Remainder(Given(a), (b, c)), "$$$"),
    (Difference, "$$"),
    (Product, "$n"),
    (Ratio, "nn"),
    (ShareOf, "nn"),
    (lambda a, b: Change(a, b, 1), "$$"),
    (lambda a, b: Change(a, b, -1), "nn"),
    (lambda a, b: ChangeShare(a, b, 1), "$$"),
]


def edits_of(figure: Figure) -> Iterator[tuple[str, Number, Number, Number]]:
    """Every edit of scale, two digits or one, tried by brute force: what, value, grains."""
    assert figure.value is not None
    for power in (3, -3, 6, -6, 9, -9, 1, -1):
        factor = ten_to(power)
        value = figure.value * factor
        if figure.kind is Kind.COUNT and value.denominator > figure.value.denominator:
            continue
        is_whole = figure.grain == 1 and value.denominator == 1
        grain = max(figure.grain * factor, Fraction(1)) if is_whole else figure.grain * factor
        yield "scale", value, grain, figure.own_grain * factor
    unit = Fraction(figure.own_grain)
    digits = str(abs(Fraction(figure.value)) / unit)
    if not digits.isdecimal() or len(digits) > 9:
        return
    opens = unit * 10 ** (len(digits) - 1) == 1
    sign = 1 if figure.value > 0 else -1
    for k in range(len(digits) - 1):
        swapped = digits[:k] + digits[k + 1] + digits[k] + digits[k + 2 :]
        if swapped != digits and (swapped[0] != "0" or opens):
            yield "transposed digits", sign * int(swapped) * unit, figure.grain, figure.own_grain
    for k in range(len(digits)):
        for other in "0123456789":
            edited = digits[:k] + other + digits[k + 1 :]
            if edited != digits and int(edited) and (edited[0] != "0" or opens):
                yield "one digit", sign * int(edited) * unit, figure.grain, figure.own_grain


def mended_by_force(claim: Claim) -> set[tuple[str, int, Number]]:
    found = set()
    for figure in claim.figures:
        kept = figure.value, figure.grain, figure.own_grain
        for what, *edit in edits_of(figure):
            figure.value, figure.grain, figure.own_grain = edit
            figure.admitted = None
            is_bounded = claim.term.evaluate(exact) != EVERYTHING
            if is_bounded and judge(claim) <= Grade.ROUNDING:
                found.add((what, id(figure), edit[0]))
            figure.value, figure.grain, figure.own_grain = kept
            figure.admitted = None
    return found


@pytest.mark.parametrize(
    ("build", "sorts"), CASES, ids=lambda case: case if isinstance(case, str) else ""
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.data())
def test_no_edit_is_missed_and_none_made_up(
    build: Callable[..., Term], sorts: str, data: st.DataObject
) -> None:
    figures = []
    for sort in sorts:
        written = data.draw(counts(("exact",)) if sort == "n" else amounts(("exact", "about")))
        unit = None if sort == "n" else named("USD")
        figures.append(figure_of(written, Kind.COUNT if sort == "n" else Kind.MONEY, unit))
    term = build(*figures)
    value = term.computed().bottom
    assume(value is not None and 0 < value < 10**12)
    offs = ("1", "10", "1/1000", "6/5", "9/10")
    off = Fraction(data.draw(st.sampled_from(offs)))
    stated = data.draw(near(Fraction(value or 0) * off))._replace(hedge="exact")
    claim = Claim(
        stated=figure_of(stated, Kind.COUNT, None), term=term,
        op=data.draw(st.sampled_from((Op.EQUALS, Op.EQUALS, Op.AT_LEAST, Op.AT_MOST))),
    )  # fmt: skip
    assume(judge(claim) is Grade.CONFLICT)

    found = {
        (mend.what, id(mend.figure), mend.value or 0)
        for edits in mends(claim)
        for mend in edits
        if mend.what in ("scale", "transposed digits", "one digit")
    }

    assert mended_by_force(claim) == found


@pytest.mark.parametrize("sorts", ["nn", "$$"])
@settings(max_examples=60)
@given(st.data())
def test_a_slip_of_scale_in_a_true_sum_is_found(sorts: str, data: st.DataObject) -> None:
    """The true total is among the mends, unless a whole number would be made a part of one."""
    figures = []
    for sort in sorts:
        written = data.draw(counts(("exact",)) if sort == "n" else amounts(("exact",)))
        figures.append(
            figure_of(
                written,
                Kind.COUNT if sort == "n" else Kind.MONEY,
                None if sort == "n" else named("USD"),
            )
        )
    total = sum((Fraction(f.value or 0) for f in figures), Fraction(0))
    grain = min(f.grain for f in figures)
    slip = ten_to(data.draw(st.sampled_from((3, -3, 1))))
    stated = Figure(
        0, 1, "1", figures[0].kind, total * slip, unit=figures[0].unit, grain=grain * slip,
        own_grain=grain * slip,
    )  # fmt: skip
    claim = Claim(stated=stated, term=Sum(tuple(figures)))
    assume(judge(claim) > Grade.ROUNDING)

    found = [mend for edits in mends(claim) for mend in edits if mend.what == "scale"]
    values = {mend.value for mend in found if mend.figure is stated}

    if stated.kind is not Kind.COUNT or total.denominator <= (total * slip).denominator:
        assert total in values
