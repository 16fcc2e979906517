"""What whole numbers can average to: the figures of the published tests."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figcheck
from figcheck.granularity import (
    around,
    is_decisive,
    may_be_binary,
    may_be_mean,
    may_be_percent,
    most_variance,
)

HUNDREDTH = Fraction(1, 100)
TENTH = Fraction(1, 10)

# Means with their n, as the authors of GRIM and of its best known implementation judge them.
GRIM = [
    ("5.19", 28, False), ("5.18", 28, True), ("5.21", 28, True), ("7.22", 32, True),
    ("4.74", 25, False), ("5.23", 29, False), ("2.57", 24, False), ("6.77", 27, False),
    ("2.68", 28, True), ("7.01", 29, False), ("7.38", 26, True), ("3.14", 27, False),
    ("6.89", 31, False), ("5.00", 25, True), ("0.24", 28, False),
]  # fmt: skip
PERCENT = [
    ("67.4", False), ("54.2", False), ("54.0", True), ("69.8", False), ("68.1", False), ("55.4", False),
]  # fmt: skip
# Table 1 of Heathers and Brown (2019), n = 1683, and others that are far from any binary data.
DEBIT = [
    ("0.53", "0.50", 1683, True), ("0.44", "0.50", 1683, True), ("0.77", "0.42", 1683, True),
    ("0.19", "0.35", 1683, False), ("0.34", "0.47", 1683, True), ("0.93", "0.25", 1683, True),
    ("0.12", "0.33", 1683, True), ("0.35", "0.18", 20, False), ("0.26", "0.14", 1000, False),
    ("0.87", "0.15", 1000, False), ("0.68", "0.09", 1000, False), ("0.33", "0.22", 1000, False),
]  # fmt: skip


@pytest.mark.parametrize(("mean", "n", "is_possible"), GRIM)
def test_means_of_whole_numbers_are_judged_as_published(
    mean: str, n: int, is_possible: bool
) -> None:
    assert is_possible is may_be_mean(Fraction(mean), HUNDREDTH, n)


@pytest.mark.parametrize(("percent", "is_possible"), PERCENT)
def test_percentages_of_150_are_judged_as_published(percent: str, is_possible: bool) -> None:
    assert is_possible is may_be_percent(Fraction(percent), TENTH, 150)


def test_a_percentage_may_be_cut() -> None:
    assert may_be_percent(Fraction("67.3"), TENTH, 150)  # 101 of 150 are 67.33
    assert may_be_percent(66, 1, 150)  # 100 of 150 are 66.67, cut
    assert not may_be_percent(43, 1, 12)


@pytest.mark.parametrize(("mean", "sd", "n", "is_possible"), DEBIT)
def test_deviations_of_zeros_and_ones_are_judged_as_published(
    mean: str, sd: str, n: int, is_possible: bool
) -> None:
    assert is_possible is may_be_binary(Fraction(mean), HUNDREDTH, Fraction(sd), HUNDREDTH, n)


@given(st.lists(st.integers(0, 9), min_size=2, max_size=40))
def test_what_whole_numbers_do_average_to_is_possible(values: list[int]) -> None:
    n, total = len(values), sum(values)
    mean = Fraction(round(Fraction(total, n) * 100), 100)

    assert may_be_mean(mean, HUNDREDTH, n)
    assert total in around(Fraction(total, n), n)
    assert sum((value - Fraction(total, n)) ** 2 for value in values) / (n - 1) <= most_variance(
        mean, HUNDREDTH, 0, 9, n
    )


@given(st.lists(st.integers(0, 1), min_size=2, max_size=60))
def test_what_zeros_and_ones_do_deviate_is_possible(values: list[int]) -> None:
    n, total = len(values), sum(values)
    sd = math.sqrt(total * (n - total) / (n * (n - 1)))
    mean = Fraction(round(Fraction(total, n) * 100), 100)

    assert may_be_binary(mean, HUNDREDTH, Fraction(f"{sd:.2f}"), HUNDREDTH, n)


def test_many_numbers_have_every_mean() -> None:
    assert is_decisive(HUNDREDTH, 99)
    assert not is_decisive(HUNDREDTH, 100)
    assert () == figcheck.check("The mean number of errors was 4.37 (n = 212).").findings


def test_the_p_value_of_an_interval_is_as_published() -> None:
    """The worked example of Altman and Bland, BMJ 343 (2011) d2304: 0.81 (0.70 to 0.94), P = 0.005."""
    report = figcheck.check("The risk ratio was 0.81 (95% CI 0.70 to 0.94; P = .005).")

    assert () == report.findings
    [claim] = [claim for claim in report.claims if claim.rule == "p_in_interval"]
    assert claim.message is not None
    assert claim.message.startswith("0.70 to 0.94 excludes 1 and goes with p = .0051")
