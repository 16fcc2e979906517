"""Rates: what they are per, which figures fit them, with what constant; rules that stand on them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.claim import judge
from figcheck.dimensions import denominator
from figcheck.extract import extract
from figcheck.interval import Interval
from figcheck.link import link
from figcheck.link.rates import period_of
from figcheck.page import Page
from figcheck.proportions import (
    count_at_every,
    equal_rates,
    fit,
    fit_over,
    over_period,
    proportion,
)
from figcheck.read import read
from figcheck.rounding import Grade
from figcheck.rulebook import rules
from figcheck.units import Unit, named

if TYPE_CHECKING:
    from figcheck.claim import Claim
    from figcheck.document import Document, Figure

DAY = 86_400


def linked(text: str) -> Document:
    document = read(text, "text")
    extract(document)
    link(document)
    return document


def figures(text: str) -> list[Figure]:
    return linked(text).figures


def related(rule: str, text: str) -> list[Claim]:
    """The claims that a rule relates by itself."""
    found = next(r for r in rules() if r.name == rule)
    return list(found.relate(linked(text)))


def name_of(per: Unit | str | None) -> str | None:
    return per.name if isinstance(per, Unit) else per


@pytest.mark.parametrize(
    ("text", "at", "per"),
    [
        ("It cost $5 a brick, and 400 bricks were laid.", 0, "brick"),
        ("It cost $5 a former mayor said, and 400 bricks were laid.", 0, None),
        ("The density is 450/km² in the town.", 0, "kilometer ** 2"),
        ("That makes 450 to the square kilometre.", 0, "kilometer ** 2"),
        ("The team lays 50 metres of pipe a day.", 0, "day"),
        ("The team laid 50 metres of pipe a day earlier.", 0, None),
        ("Twelve crates hold 30 bottles each.", 1, "head"),
        ("Income per capita is $40,000.", 0, "head"),
        ("Spending per pupil rose to £6,000.", 0, "pupil"),
        ("There is one doctor for every 1,200 residents.", 0, "doctor"),
        ("The series cost $5.5 million an episode.", 0, "episode"),
        ("It lost $5.5 million a decade ago.", 0, None),
        ("Tickets cost $12 each and sold well.", 0, "head"),
    ],
)
def test_what_a_figure_is_per(text: str, at: int, per: str | None) -> None:
    assert per == name_of(figures(text)[at].per)


@pytest.mark.parametrize(
    ("text", "role", "has"),
    [
        ("Each of the 24 classrooms got 15 laptops.", "each", True),
        ("Crates hold 30 bottles each, and 360 were sold.", "each", False),
        ("The shares were sold at $25.", "price", True),
        ("The fund was valued at $25 million.", "price", False),
        ("The index stood at £96,000.", "price", False),
        ("The average gift from the 90 donors was $45.", "average", True),
        ("The buoy reports every five minutes.", "every", True),
        ("The buoy reported for five minutes.", "every", False),
    ],
)
def test_what_the_words_make_of_the_last_figure(text: str, role: str, has: bool) -> None:
    assert has is (role in figures(text)[-1].roles)


def constant_of(text: str) -> Interval | None:
    """The constant of the rate, the quantity and the total of a text, in this order."""
    rate, quantity, total = figures(text)
    found = fit(rate, quantity, total)
    return None if found is None else found.constant


@pytest.mark.parametrize(
    ("text", "constant"),
    [
        ("At 60 km/h, two hours make 120 km.", Interval.point(1)),
        ("At 450 people per square kilometre, 54 km² hold 24,300 people.", Interval.point(1)),
        ("At 32 miles to the gallon, 10 gallons last 320 miles.", Interval.point(1)),
        ("At 2 mg per kilogram, 70 kg make 140 mg.", Interval.point(1)),
        ("At 120 Mbps, 60 seconds make 900 MB.", Interval.point(1)),
        ("At $2,400 a troy ounce, 400 ounces make $960,000.", None),
        ("At $30 an hour, 40 minutes make 20 people.", None),
        ("At $30 a month, 12 km make $360.", None),
        ("At 3 cm a year, $20 make 60 cm.", None),
    ],
)
def test_the_constant_of_figures_that_fit(text: str, constant: Interval | None) -> None:
    if "troy" in text:
        ounce, troy = named("ounce"), named("troy_ounce")
        constant = Interval.of(1, Fraction(troy.factor) / Fraction(ounce.factor))
    assert constant == constant_of(text)


def test_milligrams_per_kilogram_make_milligrams() -> None:
    rate, milligrams, kilograms = figures("At 2 mg per kilogram, 140 mg go to 70 kg.")

    assert fit(rate, milligrams, kilograms) is None
    assert fit(rate, kilograms, milligrams) is not None


def test_the_number_that_a_rate_is_per_is_no_operand() -> None:
    rate, number, cases, people = figures(
        "At 6.2 per 100,000 people, 1,488 of 24 million fell ill."
    )

    assert denominator(rate) is not None
    assert fit(rate, number, cases) is None
    found = fit(rate, people, cases)
    assert found is not None
    assert Fraction(1488) == proportion("total", rate, people, cases, found).computed().bottom
    assert "6.2 × 24 million / 100,000" == proportion("total", rate, people, cases, found).shown()
    assert Fraction(62, 10) == proportion("rate", rate, people, cases, found).computed().top


def test_months_are_28_to_31_days_of_which_some_are_worked() -> None:
    rate, months, total = figures("At $100 a day, two months make $5,000.")
    found = fit(rate, months, total)

    assert found is not None
    worked = Interval.of(Fraction(3, 5) * 2 * 28 * 100, 2 * 31 * 100)
    assert worked == proportion("total", rate, months, total, found).computed()


def test_a_speed_does_not_rest() -> None:
    rate, years, total = figures("At 10 km/s, 3 years make 950 million km.")
    found = fit(rate, years, total)

    assert found is not None
    made = proportion("total", rate, years, total, found).computed()
    assert Interval.of(3 * 364 * DAY * 10_000, 3 * 366 * DAY * 10_000) == made


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("A full year comes to €168.", "year"),
        ("Over a day that is 72 litres.", "day"),
        ("The tank of 24,000 litres fills in an hour.", "hour"),
        ("They pay €168 annually.", "year"),
        ("They pay €14 a month.", None),
        ("A year earlier it was €168.", None),
        ("Last year it was €168.", None),
    ],
)
def test_the_period_of_a_total(text: str, period: str | None) -> None:
    document = linked(text)
    found = period_of(document.sentences[0], document.figures[-1])

    assert period == (found.name if found else None)


def test_a_rate_over_one_period() -> None:
    rate, total = figures("It costs €14 a month. A full year comes to €168.")
    found = fit_over(rate, named("year"), total)

    assert found is not None
    term = over_period(rate, found)
    assert (Interval.point(168), "€14 × 12") == (term.computed(), term.shown())


def test_what_happens_every_five_minutes() -> None:
    interval, total = figures("It reports every five minutes, 288 times a day.")
    term = count_at_every(interval, total, None)

    assert term is not None
    assert Interval.point(Fraction(288, DAY)) == term.computed()
    assert "1 / five minutes × 1,440 minutes" == term.shown()


def test_rates_in_other_units() -> None:
    monthly, yearly = figures("Rent is £950 a month, or £11,400 a year.")
    term = equal_rates(monthly, yearly)

    assert term is not None
    assert (Interval.point(950), "£950 × 12") == (term.computed(), term.shown())
    assert equal_rates(*figures("It costs £950 a month, or 11 kg a year.")) is None


def read_verdicts(rule: str, text: str) -> list[Grade]:
    """The verdicts of every way in which a rule's readings take the last figure for their result."""
    from figcheck import relate

    document = linked(text)
    page = Page(document)
    found = next(r for r in rules() if r.name == rule)
    return [
        judge(candidate.claim)
        for reading in found.readings
        for candidate in relate.candidates(page, found, reading, document.figures[-1])
    ]


@given(st.integers(11, 999), st.integers(3, 400))
def test_a_price_times_its_count(price: int, count: int) -> None:
    text = f"The {count} lamps were sold at ${price} each, raising ${{}}."

    assert Grade.EXACT in read_verdicts("rate_total", text.format(f"{price * count:,}"))
    assert Grade.EXACT not in read_verdicts("rate_total", text.format(f"{price * count * 10:,}"))


@given(st.integers(100, 9_999), st.integers(20, 400), st.sampled_from(["lamps", "tables"]))
def test_a_total_by_its_count(pence: int, count: int, noun: str) -> None:
    total = Fraction(pence * count, 100)
    text = f"The {count} {noun} cost £{float(total):,.2f}, or £{{}} each."

    assert Grade.EXACT in read_verdicts("average", text.format(f"{pence / 100:.2f}"))
    assert Grade.EXACT not in read_verdicts("average", text.format(f"{pence * 2 / 100:.2f}"))


@given(st.integers(10, 9_999), st.sampled_from([("euros", "$"), ("yen", "£"), ("pounds", "€")]))
def test_pairs_of_currencies_imply_one_rate(amount: int, money: tuple[str, str]) -> None:
    name, sign = money
    text = (
        f"It paid {amount:,} million {name} ({sign}{2 * amount:,} million) for the mill, 300 million "
        f"{name} ({sign}{{}} million) for the farm."
    )

    assert [Grade.EXACT] == [judge(c) for c in related("currency_pair", text.format(600))]
    assert [Grade.CONFLICT] == [c.verdict for c in related("currency_pair", text.format(150))]


@given(st.integers(1, 999), st.integers(1, 999), st.integers(-400, 1_400))
def test_an_estimate_in_its_interval(one: int, other: int, estimate: int) -> None:
    low, high = sorted((one, other))
    text = f"The ratio was {estimate / 100:.2f} (95% CI {low / 100:.2f} to {high / 100:.2f})."
    is_inside = low <= abs(estimate) <= high  # all three to the hundredth
    found = related("estimate_in_interval", text)

    if not found:  # the three are of too unlike a size, or the ends are one
        assert low == high or abs(estimate) > 60 * high or high > 60 * abs(estimate)
    else:
        assert (Grade.EXACT if is_inside else Grade.CONFLICT) == found[0].verdict
