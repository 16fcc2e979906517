"""Claims: their verdicts held against the oracle, and laws that no verdict may break."""

from __future__ import annotations

import fractions
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from figcheck.changes import Change, ChangeShare
from figcheck.claim import (
    Claim,
    Op,
    computed,
    computed_ends,
    computed_value,
    judge,
    near_miss,
)
from figcheck.document import Figure, Kind
from figcheck.rounding import Grade
from figcheck.terms import (
    AtRate,
    Difference,
    Given,
    Mean,
    PercentOf,
    Product,
    Quotient,
    Ratio,
    Remainder,
    ShareOf,
    Sum,
    Term,
)
from figcheck.units import Unit, named
from tests import oracle
from tests.oracle import Written
from tests.strategies import amounts, count, counts, figure_of, near

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Build = Callable[..., Term]

USD, PERCENT = named("USD"), named("percent")


class Case(NamedTuple):
    """A term with its formula, and of what sort its operands and its stated figure are."""

    name: str
    build: Build
    formula: Callable[..., Fraction]
    operands: str  # a letter an operand: n a bare number, $ an amount, % a share
    stated: str


CASES = [
    Case("given", Given, lambda a: a, "n", "n"),
    Case("sum", lambda *f: Sum(f), lambda a, b: a + b, "nn", "n"),
    Case("sum of amounts", lambda *f: Sum(f), lambda a, b, c: a + b + c, "$$$", "$"),
    Case("mean", lambda *f: Mean(f), lambda a, b: (a + b) / 2, "nn", "n"),
    Case("remainder", lambda a, b: Remainder(Given(a), (b,)), lambda a, b: a - b, "$$", "$"),
    Case("difference", Difference, lambda a, b: a - b, "$$", "$"),
    Case("product", Product, lambda a, b: a * b, "$n", "$"),
    Case("quotient", Quotient, lambda a, b: a / b, "$n", "$"),
    Case("ratio", Ratio, lambda a, b: a / b, "$$", "n"),
    Case("share", ShareOf, lambda a, b: a / b * 100, "nn", "%"),
    Case("percent of", PercentOf, lambda s, b: b * s / 100, "%$", "$"),
    Case("rise", lambda a, b: Change(a, b, 1), lambda a, b: (a - b) / b * 100, "$$", "%"),
    Case("fall", lambda a, b: Change(a, b, -1), lambda a, b: (b - a) / b * 100, "nn", "%"),
    Case("move", lambda d, x: ChangeShare(d, x, 1), lambda d, x: 100 * d / (x - d), "$$", "%"),
    Case("fall to", lambda d, x: ChangeShare(d, x, -1), lambda d, x: 100 * d / (x + d), "$$", "%"),
    Case("at a rate", AtRate, lambda a, b, c: a * b / c, "$n$", "n"),
]
cases = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
SORTS: dict[str, tuple[Kind, Unit | None, str]] = {
    "n": (Kind.COUNT, None, ""),
    "$": (Kind.MONEY, USD, "money"),
    "%": (Kind.SHARE, PERCENT, "share"),
}


def of_sort(written: Written, sort: str) -> Written:
    return written._replace(is_count=sort == "n", group=SORTS[sort][2])


def figure(written: Written, sort: str) -> Figure:
    kind, unit, _ = SORTS[sort]
    return figure_of(written, kind, unit)


@st.composite
def claims(draw: st.DrawFn, case: Case) -> tuple[Written, list[Written], Claim]:
    """Operands of a case and a stated number that is, or nearly is, what they come to."""
    operands = [of_sort(draw(st.one_of(counts(), amounts())), sort) for sort in case.operands]
    # A move is smaller than its level by more than both are wide; 100% is a constant.
    if case.name == "move":
        assume(operands[0].value * 2 < operands[1].value)
    assume(all(not (o.group == "share" and o.value == 100) for o in operands))
    value = case.formula(*[operand.value for operand in operands])
    assume(0 < value < 10**12)
    stated = of_sort(draw(near(value)), case.stated)
    assume(not (stated.group == "share" and stated.value == 100))
    figures = [figure(o, sort) for o, sort in zip(operands, case.operands, strict=True)]
    return stated, operands, Claim(stated=figure(stated, case.stated), term=case.build(*figures))


@cases
@settings(max_examples=60)
@given(st.data())
def test_the_verdict_is_the_oracles(case: Case, data: st.DataObject) -> None:
    stated, operands, claim = data.draw(claims(case))
    op = data.draw(
        st.sampled_from((Op.EQUALS, Op.EQUALS, Op.AT_LEAST, Op.AT_MOST, Op.ABOVE, Op.BELOW))
    )
    claim.op = op

    assert oracle.grade(stated, operands, case.formula, op) == judge(claim)


@cases
@settings(max_examples=20)
@given(st.data())
def test_it_comes_to_what_the_formula_says(case: Case, data: st.DataObject) -> None:
    _, operands, claim = data.draw(claims(case))
    value = case.formula(*[operand.value for operand in operands])

    assert value == computed_value(claim)
    assert (value, value) == computed_ends(claim)
    assert computed(claim).contains(value)


@cases
@settings(max_examples=20)
@given(st.data())
def test_a_near_miss_is_within_eight_fifths(case: Case, data: st.DataObject) -> None:
    stated, operands, claim = data.draw(claims(case))
    value = case.formula(*[operand.value for operand in operands])
    ratio = max(value, stated.value) / min(value, stated.value)

    assert (ratio < Fraction(8, 5)) == near_miss(claim)


class TestLaws:
    """What may be done to every figure of a claim without a change of its verdict."""

    @given(st.data(), st.permutations(range(3)))
    def test_the_order_of_the_parts(self, data: st.DataObject, order: Sequence[int]) -> None:
        _, _, claim = data.draw(claims(CASES[2]))
        parts = claim.term.figures
        other = Claim(stated=claim.stated, term=Sum(tuple(parts[k] for k in order)))

        assert judge(claim) == judge(other)

    @cases
    @settings(max_examples=20)
    @given(st.data(), st.integers(-3, 6))
    def test_a_power_of_ten_with_the_grains(
        self, case: Case, data: st.DataObject, power: int
    ) -> None:
        """Amounts may all be in another unit of money; bare numbers would no longer be counts."""
        if case.stated != "$" or set(case.operands) != {"$"}:
            return
        stated, operands, claim = data.draw(claims(case))
        figures = [figure(o._replace(scale=o.scale + power), "$") for o in operands]
        larger = Claim(
            stated=figure(stated._replace(scale=stated.scale + power), "$"),
            term=case.build(*figures),
        )

        assert judge(claim) == judge(larger)

    @cases
    @settings(max_examples=20)
    @given(st.data(), st.sampled_from((("kilometer", "meter"), ("mile", "kilometer"))))
    def test_the_unit_of_every_amount(
        self, case: Case, data: st.DataObject, names: tuple[str, str]
    ) -> None:
        if "$" not in case.operands:
            return
        stated, operands, _ = data.draw(claims(case))
        verdicts = []
        for name in names:
            figures = [
                figure_of(o, Kind.MEASURE, named(name)) if sort == "$" else figure(o, sort)
                for o, sort in zip(operands, case.operands, strict=True)
            ]
            said = (
                figure_of(stated, Kind.MEASURE, named(name))
                if case.stated == "$"
                else figure(stated, case.stated)
            )
            verdicts.append(judge(Claim(stated=said, term=case.build(*figures))))

        assert verdicts[0] == verdicts[1]

    @cases
    @settings(max_examples=20)
    @given(st.data())
    def test_a_claim_holds_at_every_coarser_grade(self, case: Case, data: st.DataObject) -> None:
        _, _, claim = data.draw(claims(case))
        verdict = judge(claim)
        claims_at = [computed(claim, grade) for grade in (Grade.EXACT, Grade.ROUNDING, Grade.ROUGH)]

        assert claims_at[0].within(claims_at[1])
        assert claims_at[1].within(claims_at[2])
        assert verdict == judge(claim)

    @given(st.data())
    def test_looser_says_no_more(self, data: st.DataObject) -> None:
        """What equals is also at least and at most; what is above is at least."""
        _, _, claim = data.draw(claims(CASES[1]))
        verdicts = {}
        for op in (Op.EQUALS, Op.AT_LEAST, Op.AT_MOST, Op.ABOVE, Op.BELOW):
            claim.op = op
            verdicts[op] = judge(claim)

        assert max(verdicts[Op.AT_LEAST], verdicts[Op.AT_MOST]) <= verdicts[Op.EQUALS]
        assert verdicts[Op.AT_LEAST] <= verdicts[Op.ABOVE]
        assert verdicts[Op.AT_MOST] <= verdicts[Op.BELOW]


def test_the_figures_of_a_claim_are_its_result_and_its_operands_each_once() -> None:
    one, two = count("1"), count("2")

    assert (two, one) == Claim(stated=two, term=Sum((one, two))).figures
    assert (one,) == Claim(stated=None, term=Given(one)).figures


@cases
def test_no_fraction_is_built_on_the_way_to_a_verdict(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exactness is cheap as long as ends are whole numbers: what figures admit is kept."""
    digits = ("1712.31", "12510", "30.25")
    operands = [
        figure(of_sort(Written(digits[k]), sort), sort) for k, sort in enumerate(case.operands)
    ]
    claim = Claim(
        stated=figure(of_sort(Written("98.7"), case.stated), case.stated),
        term=case.build(*operands),
    )
    verdict = judge(claim)

    def refuse(*_: object, **__: object) -> Fraction:
        raise AssertionError("a Fraction was built")

    monkeypatch.setattr(fractions.Fraction, "__new__", refuse)
    assert Grade.CONFLICT == verdict == judge(claim)
