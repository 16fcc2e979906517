"""Test statistics: the distributions, how they are read as printed, and the p values held to them."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

import figcheck
from benchmarks.printed_statistics import in_html, is_raised, reference, sample, was_read
from figcheck.distributions import p_value
from figcheck.extract import extract
from figcheck.link import link
from figcheck.link.testresults import test_statistics as statistics_of
from figcheck.link.tokenrow import number
from figcheck.read import read

TABLE = [  # critical values as printed in tables of the distributions
    ("z", 1.959964, (), 0.05),
    ("z", -2.575829, (), 0.01),
    ("t", 12.70620, (1,), 0.05),
    ("t", 2.228139, (10,), 0.05),
    ("t", 2.750, (30,), 0.01),
    ("t", 3.373454, (120,), 0.001),
    ("F", 161.4476, (1, 1), 0.05),
    ("F", 3.340386, (2, 28), 0.05),
    ("F", 4.430690, (4, 20), 0.01),
    ("χ²", 3.841459, (1,), 0.05),
    ("χ²", 15.08627, (5,), 0.01),
    ("Q", 29.58830, (10,), 0.001),
    ("r", 0.6319, (8,), 0.05),
    ("r", -0.3610, (28,), 0.05),
    ("r", 0.2540, (100,), 0.01),
]


@pytest.mark.parametrize(("test", "value", "df", "p"), TABLE)
def test_critical_values_have_the_p_of_the_tables(
    test: str, value: float, df: tuple[float, ...], p: float
) -> None:
    assert p_value(test, value, df) == pytest.approx(p, rel=2e-3)


def test_no_statistic_at_all_has_p_1_and_an_infinite_one_0() -> None:
    for test, df in (("t", (5.0,)), ("F", (2.0, 9.0)), ("χ²", (3.0,)), ("r", (7.0,)), ("z", ())):
        assert p_value(test, 0.0, df) == 1
        assert p_value(test, float("inf"), df) == 0
    assert p_value("r", 1.0, (7,)) == 0


def test_p_agrees_with_scipy_stats() -> None:
    rng = random.Random(20)
    samples = [sample(rng) for _ in range(400)]

    apart = [
        abs(p_value(s.test, s.value, s.df) - reference(s.test, s.value, s.df)) for s in samples
    ]

    assert max(apart) < 1e-9


def test_all_that_is_planted_beyond_rounding_is_found_and_nothing_else() -> None:
    rng = random.Random(7)
    samples = [sample(rng) for _ in range(200)]
    samples = [in_html(s) if s.format == "html" or rng.random() < 0.2 else s for s in samples]

    assert [] == [s.text for s in samples if not was_read(s)]
    assert [s.text for s in samples if s.is_planted] == [s.text for s in samples if is_raised(s)]
    assert 50 < sum(s.is_planted for s in samples) < 90


READ = {
    "t(28) = 2.20, p = .03": ["t 28 = 2.20 p = 0.03"],
    "t[28.4]=–2.2; P<0·05": ["t 28.4 = 2.2 p < 0.05"],
    "t28 = 2.20, p=.036": ["t 28 = 2.20 p = 0.036"],
    "t (1,204) = 2.20; p-value of .028": ["t 1204 = 2.20 p = 0.028"],
    "F(2, 28) = 4.30, MSE = 12.1, p < .001": ["F 2 28 = 4.30 p < 0.001"],
    "F(2,128)=4.3 (p = 3 × 10-2)": ["F 2 128 = 4.3 p = 0.03"],
    "F = 4.30, df = 2, 28, P ≤ .05": ["F 2 28 = 4.30 p < 0.05"],
    "F1(1, 23) = 5.1, p = .03; F2(1, 30) = 6.2, p = .02": [
        "F 1 23 = 5.1 p = 0.03",
        "F 1 30 = 6.2 p = 0.02",
    ],
    "χ2 (1, N = 120) = 5.3, n.s.": ["χ² 1 = 5.3 ns"],
    "χ²(2, 240) = 5.3, p = .07": ["χ² 2 = 5.3 p = 0.07"],
    "chi-square test (df = 3) = 5.3, p > .1": ["χ² 3 = 5.3 p > 0.1"],
    "$\\chi^2(4) = 5.3$, $p = .26$": ["χ² 4 = 5.3 p = 0.26"],
    "r(58) = -.34, p = .008": ["r 58 = .34 p = 0.008"],
    "r = .34, n = 60, p = .008": ["r 58 = .34 p = 0.008"],
    "z = 2.20, two-tailed p = .028": ["z = 2.20 p = 0.028"],
    "Q = 12.2 on 5 degrees of freedom, P = .032": ["Q 5 = 12.2 p = 0.032"],
    "(p = .03, t(28) = 2.20)": ["t 28 = 2.20 p = 0.03"],
    "t(28) = 2,20, p = 0,036": ["t 28 = 2,20 p = 0.036"],
    "all ts(28) > 2.2, all ps < .05": ["t 28 > 2.2 p < 0.05"],
    "ts(28) > 2.2, ps < .05": ["t 28 > 2.2 p < 0.05"],
    "*t*(28) = 2.20, *p* = .036": ["t 28 = 2.20 p = 0.036"],
    "t = 2.20, p = .036": [],
    "R2(28) = .20, p = .036": [],
    "r2 = .34, n = 60, p = .008": [],
    "t(28) = 2.20 and 3.10, p = .036 and .004": [],
    "t(28) = 2.20, p_corr = .036": ["t 28 = 2.20"],
    "t(28) = 2.20, r = .38, p = .036": ["t 28 = 2.20 p = 0.036"],
    "t(28) = 2.20, F(1, 28) = 4.84, p = .036": ["t 28 = 2.20", "F 1 28 = 4.84 p = 0.036"],
    "t(28) = 2.20 for the elder men who came (p = .036)": ["t 28 = 2.20"],
    "F(2) = 4.30, p = .02": [],
    "F(0, 28) = 4.30, p = .02": [],
    "F(2, 57) = 4.30, η²p = .13, p = .018": ["F 2 57 = 4.30 p = 0.018"],
    "F(2, 57) = 4.30, η2 p = .13": ["F 2 57 = 4.30"],
    "t(28) = 2e9, p = 1e-100000": [],
    "t(28) = 2.2, p = 2.8e-2": ["t 28 = 2.2 p = 0.028"],
    "r(28) = 1.20, p = .03; t(0.3) = 2, p = .2": [],
    "P = .036 (t(28) = 2.20), and (P < 0.001; F = 9.30; df = 2, 57)": [
        "t 28 = 2.20 p = 0.036",
        "F 2 57 = 9.30 p < 0.001",
    ],
    "p = .036, t(28) = 2.20; p = .018, F(2, 57) = 4.30": [
        "t 28 = 2.20",
        "F 2 57 = 4.30 p = 0.018",
    ],
    "t{28} = 2.20, p < .001": ["t 28 = 2.20 p < 0.001"],
    "t~28~ = 2.20, *p* = .036": ["t 28 = 2.20 p = 0.036"],
    "χ^2^(3) = 5.3, *p* = .15": ["χ² 3 = 5.3 p = 0.15"],
    "F(1, 1,204) = 5.10, p = .024": ["F 1 1204 = 5.10 p = 0.024"],
    "t(": [],
    "χ²(1, N =": [],
}


@pytest.mark.parametrize("printed", READ)
def test_statistics_are_read_as_they_are_printed(printed: str) -> None:
    document = read(f"There was an effect, {printed}.", "text")
    extract(document)
    link(document)
    found = []
    for result in statistics_of(document, document.sentences[0]):
        at = result.statistic
        words = [result.test, *(f"{float(df):g}" for df in result.df)]
        words += [at.op, document.text[at.start : at.end]]
        if result.p is not None:
            words += ["p", result.p.op, f"{float(result.p.value):g}"]
        found.append(" ".join(words + ["ns"] * result.is_ns))

    assert READ[printed] == found


def test_a_comma_that_may_part_thousands_or_decimals_is_not_guessed() -> None:
    assert number("1,204") is None
    assert number("1,204", is_df=True) == (Fraction(1204), Fraction(1))
    assert number("1.2.3") is None
    assert number("9" * 40) is None


def test_the_arithmetic_names_every_figure() -> None:
    source = "<p><i>F</i><sub>2,57</sub> = 1.12, <i>p</i> = .013</p>"

    [finding] = figcheck.check(source, format="html").findings

    assert ".013" == source[finding.start : finding.end]
    assert "error" == finding.level
    assert "1.12" in [source[a:b] for a, b in finding.related]


def test_a_miss_by_the_last_digit_is_a_warning() -> None:
    [finding] = figcheck.check("Sleep differed, z = 2.200, p = .029.").findings

    assert "warning" == finding.level


def test_a_decision_that_the_statistic_turns_round_is_said_to_be_one() -> None:
    for text, turns in (
        ("t(41) = 3.02, p = .04", False),
        ("t(41) = 3.02, p = .40", True),
        ("t(41) = 3.02, p > .05", True),
        ("t(41) = 0.92, p = .03", True),
        ("t(41) = 0.92, p = .53", False),
        ("t(41) = 0.92, p < .05", True),
        ("t(48) = 1.02, p < .05", True),  # the example of statcheck's own tests
    ):
        [finding] = figcheck.check(f"They differed, {text}.").findings
        assert turns is (": " in finding.message), text
