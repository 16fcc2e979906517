"""Terms: what they come to, what they need of an operand, how they show."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck.changes import Change, Changed, ChangeShare, Compound
from figcheck.document import Kind
from figcheck.interval import EVERYTHING, Interval
from figcheck.terms import (
    AsFraction,
    AtRate,
    Const,
    Converted,
    Difference,
    Given,
    Mean,
    PercentOf,
    Product,
    Proportion,
    Quotient,
    Ratio,
    Remainder,
    ShareOf,
    Sum,
    Term,
)
from figcheck.units import named
from tests import oracle
from tests.strategies import count, measure, money, percent

if TYPE_CHECKING:
    from collections.abc import Callable

    from figcheck.document import Figure

A, B, C = (count(digits) for digits in ("300", "200", "70"))
MOVE, LEVEL = count("7"), count("900")
SHARE = percent("90")
HALF = count("2")
HALF.kind = Kind.FRACTION


class Case(NamedTuple):
    """A term of some figures, its textbook formula on their values, and how it shows."""

    term: Term
    figures: tuple[Figure, ...]
    formula: Callable[..., Fraction]
    shown: str


CASES = [
    Case(Given(A), (A,), lambda a: a, "300"),
    Case(Sum((A, B)), (A, B), lambda a, b: a + b, "300 + 200"),
    Case(Sum((A, B, C)), (A, B, C), lambda a, b, c: a + b + c, "300 + 200 + 70"),
    Case(Mean((A, B, C)), (A, B, C), lambda a, b, c: (a + b + c) / 3, "(300 + 200 + 70) / 3"),
    Case(Remainder(Given(A), (B, C)), (A, B, C), lambda a, b, c: a - b - c, "300 − 200 − 70"),
    Case(
        Remainder(Const(100, "100"), (B, C)), (B, C), lambda b, c: 100 - (b + c), "100 − 200 − 70"
    ),
    Case(Difference(A, B), (A, B), lambda a, b: a - b, "300 − 200"),
    Case(Product(A, B), (A, B), lambda a, b: a * b, "300 × 200"),
    Case(Quotient(A, B), (A, B), lambda a, b: a / b, "300 / 200"),
    Case(Ratio(A, B), (A, B), lambda a, b: a / b, "300 / 200"),
    Case(ShareOf(C, B), (C, B), lambda c, b: 100 * c / b, "70 / 200"),
    Case(PercentOf(SHARE, B), (SHARE, B), lambda s, b: s * b / 100, "90% of 200"),
    Case(PercentOf(HALF, B), (HALF, B), lambda s, b: s * b, "2 of 200"),
    Case(AsFraction(SHARE), (SHARE,), lambda s: s / 100, "90%"),
    Case(Change(A, B, 1), (A, B), lambda a, b: (a - b) / b * 100, "300 / 200 − 1"),
    Case(Change(A, B, -1), (A, B), lambda a, b: (b - a) / b * 100, "1 − 300 / 200"),
    Case(Change(A, B, 1, 1), (A, B), lambda a, b: (a - b) / b, "300 / 200 − 1"),
    Case(
        ChangeShare(MOVE, LEVEL, 1),
        (MOVE, LEVEL),
        lambda d, x: 100 * d / (x - d),
        "7 / (900 − 7)",
    ),
    Case(
        ChangeShare(MOVE, LEVEL, -1),
        (MOVE, LEVEL),
        lambda d, x: 100 * d / (x + d),
        "7 / (900 + 7)",
    ),
    Case(Compound(SHARE, 3), (SHARE,), lambda s: ((1 + s / 100) ** 3 - 1) * 100, "(1 + 90%)^3 − 1"),
    Case(Changed(B, SHARE, -1), (B, SHARE), lambda b, s: b * (100 - s) / 100, "200 − 90%"),
    Case(Changed(B, SHARE, 1), (B, SHARE), lambda b, s: b * (100 + s) / 100, "200 + 90%"),
    Case(Proportion((A, B), (C,)), (A, B, C), lambda a, b, c: a * b / c, "300 × 200 / 70"),
    Case(
        Proportion((A,), (B,), Interval.point(12), "× 12 months"),
        (A, B),
        lambda a, b: a / b * 12,
        "300 / 200 × 12 months",
    ),
    Case(AtRate(A, B, C), (A, B, C), lambda a, b, c: a * b / c, "300 × 200 / 70"),
]
cases = pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{type(case.term).__name__} {case.shown}"
)


@st.composite
def boxes(draw: st.DrawFn, figures: tuple[Figure, ...]) -> dict[Figure, tuple[Fraction, Fraction]]:
    """Bounds of each operand above zero; a move stays below its level."""
    ends = st.fractions(Fraction(1, 10), 60, max_denominator=10)
    found = {}
    for figure in figures:
        low, high = sorted((draw(ends), draw(ends)))
        found[figure] = (low + 61, high + 61) if figure is LEVEL else (low, high)
    return found


@cases
@settings(max_examples=30)
@given(st.data())
def test_it_comes_to_the_values_of_its_formula(case: Case, data: st.DataObject) -> None:
    box = data.draw(boxes(case.figures))
    low, high = oracle.image(case.formula, [box[figure] for figure in case.figures])

    assert Interval.of(low, high) == case.term.evaluate(lambda figure: Interval.of(*box[figure]))


@cases
def test_its_figures_are_its_operands_each_once(case: Case) -> None:
    assert case.figures == case.term.figures


@cases
def test_how_it_shows(case: Case) -> None:
    assert case.shown == case.term.shown()


@cases
@settings(max_examples=30)
@given(st.data())
def test_what_it_needs_of_an_operand_holds_all_that_leads_to_the_target(
    case: Case, data: st.DataObject
) -> None:
    box = data.draw(boxes(case.figures))
    figure = data.draw(st.sampled_from(case.figures))
    others = {other: Interval.of(*ends) for other, ends in box.items()}
    value = Fraction(data.draw(st.sampled_from((*box[figure], sum(box[figure]) / 2))))
    come_to = case.term.evaluate({**others, figure: Interval.point(value)}.__getitem__)
    off = data.draw(st.fractions(-2, 2, max_denominator=4))
    target = come_to.shifted(off)

    needed = case.term.needed(figure, target, others.__getitem__)

    if come_to.meets(target):
        assert needed.contains(value)


@cases
@settings(max_examples=30)
@given(st.data())
def test_what_it_needs_of_an_operand_holds_no_more(case: Case, data: st.DataObject) -> None:
    box = data.draw(boxes(case.figures))
    figure = data.draw(st.sampled_from(case.figures))
    others = {other: Interval.of(*ends) for other, ends in box.items()}
    value = Fraction(data.draw(st.sampled_from((*box[figure], sum(box[figure]) / 2))))
    target = Interval.point(case.formula(*[sum(box[other]) / 2 for other in case.figures]))

    needed = case.term.needed(figure, target, others.__getitem__)
    come_to = case.term.evaluate({**others, figure: Interval.point(value)}.__getitem__)

    assert needed == EVERYTHING or come_to.meets(target) == needed.contains(value)


def test_a_change_without_direction_is_its_size() -> None:
    term = Change(A, B, 0)
    box = {A: Interval.of(90, 105), B: Interval.point(100)}

    assert Interval.of(0, 10) == term.evaluate(box.__getitem__)
    assert Interval.of(10, 10) == term.evaluate({**box, A: Interval.point(90)}.__getitem__)
    assert Interval.of(90, 110) == term.needed(A, Interval.of(0, 10), box.__getitem__)


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (Difference(A, A), 0),
        (Quotient(A, A), 1),
        (ShareOf(A, A), 100),
        (Change(A, A, 1), 0),
        (Change(A, A, -1), 0),
    ],
)
def test_a_figure_beside_itself_has_no_width(term: Term, value: int) -> None:
    assert Interval.point(value) == term.evaluate(lambda figure: Interval.of(2, 5))


def test_an_amount_at_its_own_pair_is_the_other_of_the_pair() -> None:
    box = {A: Interval.of(2, 5), B: Interval.of(1, 7)}

    assert Interval.of(1, 7) == AtRate(A, B, A).evaluate(box.__getitem__)


def test_the_share_of_a_move_that_may_be_nothing_is_bounded() -> None:
    box = {MOVE: Interval.of(Fraction(-1, 2), Fraction(1, 2)), LEVEL: Interval.point(100)}

    assert Interval.of(Fraction(-100, 201), Fraction(100, 199)) == ChangeShare(
        MOVE, LEVEL, 1
    ).evaluate(box.__getitem__)


def test_a_divisor_that_may_be_zero_leaves_all_open() -> None:
    box = {A: Interval.of(1, 2), B: Interval.of(-1, 1)}

    for term in (Quotient(A, B), ShareOf(A, B), Change(A, B, 1), AtRate(A, A, B)):
        assert EVERYTHING == term.evaluate(box.__getitem__)


def test_the_constant_of_a_remainder_has_no_operand() -> None:
    hundred = Const(Fraction(100), "100")

    assert () == hundred.figures
    assert "100" == hundred.shown()
    assert Interval.point(100) == hundred.computed()


def test_a_turned_change_goes_the_other_way() -> None:
    change, move = Change(A, B, 1).turned(), ChangeShare(MOVE, LEVEL, 1).turned()

    assert (-1, (A, B)) == (change.sign, change.figures)
    assert (-1, (MOVE, LEVEL)) == (move.sign, move.figures)


class TestTemperatures:
    CELSIUS = measure("21", "degree_Celsius")
    FAHRENHEIT = named("degree_Fahrenheit")

    def test_a_reading_is_counted_from_the_zero_of_its_scale(self) -> None:
        kelvin = Fraction(29415, 100)
        for term in (Given(self.CELSIUS), Converted(self.CELSIUS, self.FAHRENHEIT)):
            assert term.absolute
            assert Interval.point(kelvin) == term.computed()

    def test_a_difference_is_not(self) -> None:
        term = Converted(self.CELSIUS, self.FAHRENHEIT, difference=True)

        assert not term.absolute
        assert Interval.point(21) == term.computed()
        assert Interval.point(5) == term.needed(
            self.CELSIUS, Interval.point(5), lambda _: EVERYTHING
        )

    def test_what_a_reading_needs(self) -> None:
        term = Converted(self.CELSIUS, self.FAHRENHEIT)

        assert Interval.point(7) == term.needed(
            self.CELSIUS, Interval.point(Fraction(28015, 100)), lambda _: EVERYTHING
        )


def test_amounts_come_to_base_units() -> None:
    assert Interval.point(Fraction(1, 2)) == Given(
        money("50", code="USD", text="50 cents")
    ).evaluate(lambda figure: Interval.point(Fraction(figure.value or 0) / 100))
