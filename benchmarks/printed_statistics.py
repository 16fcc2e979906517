"""Are test statistics read as they are printed, and are the p values beside them right?

    python benchmarks/printed_statistics.py [--count N] [--seed N]

Makes N sentences with one test statistic each, in the styles of APA and of others (brackets,
lowered and glued degrees of freedom, "df" behind, HTML, "ns", "<" and ">"), a third of them with a
p value that no statistic rounding to the printed one has, one- or two-tailed. Prints how far p is
from `scipy.stats`, how many statistics were read, and how many conflicts were found and raised in
vain; exits with 1 where any of these is not as it must be.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import sys
from typing import NamedTuple

from scipy import stats

import figcheck
from figcheck.distributions import p_value
from figcheck.extract import extract
from figcheck.link import link
from figcheck.link.testresults import test_statistics
from figcheck.read import read

TESTS = ("t", "F", "r", "χ²", "z", "Q")
LEVELS = (0.05, 0.01, 0.001)


class Sample(NamedTuple):
    """A sentence with its statistic; `is_planted`: its p value cannot be of it."""

    text: str
    format: str
    test: str
    df: tuple[float, ...]
    value: float
    is_planted: bool


def reference(test: str, value: float, df: tuple[float, ...]) -> float:
    """The p of a statistic as scipy.stats has it: two-tailed of t, r and z, else the upper tail."""
    if test == "t":
        return float(2 * stats.t.sf(abs(value), df[0]))
    if test == "r":
        t = abs(value) * math.sqrt(df[0] / (1 - value * value))
        return float(2 * stats.t.sf(t, df[0]))
    if test == "z":
        return float(2 * stats.norm.sf(abs(value)))
    if test == "F":
        return float(stats.f.sf(value, *df))
    return float(stats.chi2.sf(value, df[0]))


def sample(rng: random.Random) -> Sample:
    """One statistic, printed in one of the styles."""
    test, decimals = rng.choice(TESTS), rng.choice((1, 2, 2, 2, 3))
    decimals = max(decimals, 2) if test == "r" else decimals
    df = _degrees(rng, test)
    value = _value(rng, test, df, decimals)
    low, high = _ps(test, value, df, decimals)
    is_planted = rng.random() < 1 / 3
    p = None
    while p is None:
        p = _wrong_p(rng, test, low, high) if is_planted else _right_p(rng, test, value, df)
    text, form = _printed(rng, test, df, f"{value:.{decimals}f}", p)
    return Sample(text, form, test, df, value, is_planted)


def _degrees(rng: random.Random, test: str) -> tuple[float, ...]:
    error = rng.randint(8, 240)
    if test == "z":
        return ()
    if test == "F":
        return rng.randint(1, 6), error
    if test == "t":
        return (rng.choice((error, round(rng.uniform(9, 90), 1))),)
    return (error if test == "r" else rng.randint(1, 12),)


def _value(rng: random.Random, test: str, df: tuple[float, ...], decimals: int) -> float:
    size = {"t": 4.0, "z": 4.0, "F": 7.0, "r": 0.7}.get(test, df[0] + 12 if df else 4.0)
    value = round(rng.uniform(size / 20, size), decimals)
    return -value if test in "trz" and rng.random() < 0.3 else value


def _ps(test: str, value: float, df: tuple[float, ...], decimals: int) -> tuple[float, float]:
    """The least and greatest p of all statistics that round to the value."""
    half, size = 0.5 * 10**-decimals, abs(value)
    return reference(test, size + half, df), reference(test, max(size - half, 1e-12), df)


def _right_p(rng: random.Random, test: str, value: float, df: tuple[float, ...]) -> str:
    p = reference(test, value, df)
    style = rng.random()
    if style < 0.25:
        level = next((level for level in reversed(LEVELS) if p < level), None)
        return f"> {_level(0.05)}" if level is None else f"< {_level(level)}"
    if style < 0.3 and p > 0.05:
        return "ns"
    if p < 0.0005:
        return "< .001"
    return f"= {p:.{rng.choice((3, 3, 4)) if p < 0.01 else rng.choice((2, 3, 4))}f}"


def _wrong_p(rng: random.Random, test: str, low: float, high: float) -> str | None:
    """A p value that neither all nor half of any of these is, None where the dice gave one."""
    tails = [(low, high), (low / 2, high / 2)] if test in ("t", "r", "z") else [(low, high)]
    if rng.random() < 0.3:
        level = rng.choice(LEVELS)
        if all(least > level for least, _ in tails):
            return f"< {_level(level)}"
        return f"> {_level(level)}" if high < level else None
    if rng.random() < 0.1 and high < 0.05:
        return "ns"
    decimals = rng.choice((2, 3, 4))
    unit = 10.0**-decimals
    # Half of them off by a few of the last digit, the rest by anything.
    near = rng.choice((low, high)) + rng.choice((-3, -2, -1, 1, 2, 3)) * unit
    p = round(near if rng.random() < 0.5 else rng.random(), decimals)
    is_right = any(least <= p + unit / 2 and p - unit / 2 <= most for least, most in tails)
    return None if is_right or not unit <= p <= 1 else f"= {p:.{decimals}f}"


def _level(level: float) -> str:
    return f"{level:g}".removeprefix("0")


def _printed(
    rng: random.Random, test: str, df: tuple[float, ...], value: str, p: str
) -> tuple[str, str]:
    value = value.replace("-", rng.choice("-−–"))
    value = value.replace("0.", ".", 1) if test == "r" else value
    p = p.replace("= 0.", "= .") if rng.random() < 0.5 else p
    p = p.replace("0.", "0·") if rng.random() < 0.1 else p
    name = rng.choice({"χ²": ("χ²", "χ2", "chi-square", "X2")}.get(test, (test,)))
    numbers = [f"{each:g}" for each in df]
    said, form = _with_degrees(rng, name, numbers, value)
    letter = rng.choice(("p", "p", "P", "p-value"))
    is_ns = p == "ns" and rng.random() < 0.7
    result = rng.choice(("{}, {}", "({}, {})", "({}; {})", "{} ({})")).format(
        said, p if is_ns else f"{letter} {p if p != 'ns' else '= ns'}"
    )
    if rng.random() < 0.3:
        result = result.replace(" = ", "=").replace(" < ", "<").replace(" > ", ">")
    return f"The groups were compared by size, {result}.", form


def _with_degrees(rng: random.Random, name: str, numbers: list[str], value: str) -> tuple[str, str]:
    """The statistic with its degrees of freedom, and the format."""
    if not numbers:
        return f"{name} = {value}", "text"
    if name in ("t", "F", "χ²") and rng.random() < 0.2:
        return f"<i>{name}</i><sub>{','.join(numbers)}</sub> = {value}", "html"
    joined = rng.choice((", ", ",", "; ")).join(numbers)
    styles = [
        f"{name}({joined}) = {value}",
        f"{name} ({joined}) = {value}",
        f"{name}[{joined}] = {value}",
        f"{name} = {value}, df = {', '.join(numbers)}",
        f"{name} = {value}, {', '.join(numbers)} d.f.",
    ]
    if name in ("χ²", "χ2"):
        styles.append(f"{name}({joined}, N = {rng.randint(40, 400)}) = {value}")
    return rng.choice(styles), "text"


def in_html(sample: Sample) -> Sample:
    """The sample as HTML, its letters in italics and the square raised."""
    text = re.sub(r"<(?![a-z/])", "&lt;", sample.text)
    text = text.replace("χ²", "<i>&chi;</i><sup>2</sup>").replace("P ", "<em>P</em> ")
    return sample._replace(text=f"<p>{text}</p>", format="html")


def was_read(sample: Sample) -> bool:
    """Is the statistic read with its degrees of freedom and its p value?"""
    document = read(sample.text, sample.format)
    extract(document)
    link(document)
    found = [each for s in document.sentences for each in test_statistics(document, s)]
    return [(sample.test, sample.df, abs(sample.value))] == [
        (each.test, tuple(map(float, each.df)), float(each.statistic.value))
        for each in found
        if each.p is not None or each.is_ns
    ]


def is_raised(sample: Sample) -> bool:
    findings = figcheck.check(sample.text, format=sample.format).findings
    return any(finding.rule == "p_value" for finding in findings)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    samples = [sample(rng) for _ in range(args.count)]
    samples = [
        in_html(each) if each.format == "html" or rng.random() < 0.2 else each for each in samples
    ]
    apart = max(
        abs(p_value(s.test, s.value, s.df) - reference(s.test, s.value, s.df)) for s in samples
    )
    unread = [s for s in samples if not was_read(s)]
    missed = [s for s in samples if s.is_planted and not is_raised(s)]
    planted = sum(s.is_planted for s in samples)
    vain = [s for s in samples if not s.is_planted and is_raised(s)]
    print(f"{len(samples)} statistics, {planted} with a p value that is not theirs")
    print(f"p differs from scipy.stats by {apart:.1e} at most")
    print(f"not read {len(unread)}, conflicts missed {len(missed)}, raised in vain {len(vain)}")
    for name, some in (("not read", unread), ("missed", missed), ("in vain", vain)):
        for each in some:
            print(f"    {name}: {each.text}")
    return int(apart > 1e-9 or bool(unread or missed or vain))


if __name__ == "__main__":
    sys.exit(main())
