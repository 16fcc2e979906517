r"""A standard error is the standard deviation over √n, a t or z the estimate over its error.

"SD = 5.2, SE = 1.9, n = 20": 5.2 / √20 is 1.16. Without n, a standard error is never larger than its
standard deviation. "b = 0.42, SE = 0.14, t(98) = 2.10": 0.42 / 0.14 is 3.0. All are taken for what
they may have been rounded from.

Bad

    Reaction was slower at night (M = 41.3, SD = 5.2, SE = 1.9, n = 20).
                                                           ^^^ 5.2 / √20 = 1.16, not 1.9

    The mean score was 12.6 (SD = 3.1, SE = 4.4) in the second week.
                                            ^^^ at most the standard deviation of 3.1, not 4.4

    The slope was positive, b = 0.42, SE = 0.14, t(98) = 2.10, p = .038.
                                                         ^^^^ 0.42 / 0.14 = 3.00, not 2.10

    Warmth told on sales, B = 1.20 (SE = 0.30), z = 2.97, p = .003.
                                                    ^^^^ 1.20 / 0.30 = 4.00, not 2.97

    In all 64 plots were cut (n = 64; SD = 16.0; SEM = 4.0).
                                                       ^^^ 16.0 / √64 = 2.00, not 4.0

Good

    Reaction was slower at night (M = 41.3, SD = 5.2, SE = 1.2, n = 20).

    The mean score was 12.6 (SD = 3.1, SE = 0.4) in the second week.

    The slope was positive, b = 0.42, SE = 0.14, t(98) = 3.00, p = .003.

    Warmth told on sales, B = 1.20 (SE = 0.30), z = 4.02, p < .001.

    In all 64 plots were cut (n = 64; SD = 16.0; SEM = 2.0).

Passed over

    The slope was positive, b = 0.42, robust SE = 0.14, bootstrapped t(98) = 2.10.

    The standardised slope was β = 0.42, SE = 0.14, t(98) = 2.10, p = .038.

    The groups differed (SD = 5.2 and SE = 1.9, n = 20 and n = 40).

    The model gave b = 0.42 for age; for dose SE = 0.14, t(98) = 2.10, p = .038.

    The SE corner of the field had an SD of 5.2 and an n of 20.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import sqrt

from figcheck.rulekit import (
    Claim,
    Document,
    Figure,
    Grade,
    Kind,
    Reckoned,
    Sentence,
    TestStatistic,
    prose,
    test_statistics,
)  # fmt: skip

code = "FC611"

_DEVIATION = frozenset(("sd",))
_ERRORS = frozenset(("se", "sem", "s.e", "s.e.m"))
_SIZES = frozenset(("n",))
_SLOPES = frozenset(("b",))
_KINDS = frozenset((Kind.COUNT, Kind.STATISTIC))
_REACH = 14
_LARGE = 10**9
_OTHERWISE = frozenset(
    "robust bootstrapped bootstrap clustered weighted pooled standardised standardized beta odds "
    "hazard exponentiated welch null versus against log paired difference repeated within".split()
)


def relate(document: Document) -> Iterator[Claim]:
    """Each standard error with its deviation, and with the estimate and statistic around it."""
    for sentence in prose(document):
        if _ERRORS.isdisjoint(sentence.vocabulary) or not _OTHERWISE.isdisjoint(
            sentence.vocabulary
        ):
            continue
        named = _named(sentence)
        errors = [figure for name, figure in named if name == "se"]
        yield from _of_deviation(named)
        if errors and any(name == "b" for name, _ in named):
            yield from _of_slope(sentence, named, test_statistics(document, sentence))


def _named(sentence: Sentence) -> list[tuple[str, Figure]]:
    """The figures with the names that stand before them: "SD = 5.2", "SE 1.9", "n = 20"."""
    found = []
    for figure in sentence.figures:
        if figure.value is None or figure.kind not in _KINDS or figure.unit is not None:
            continue
        if not -_LARGE < figure.value < _LARGE:
            continue
        before = sentence.words[max(0, figure.place - 2) : figure.place]
        has_mark = before[-1:] in (["="], [":"])
        name = before[0] if has_mark and len(before) == 2 else before[-1] if before else ""
        for sort, names in (("sd", _DEVIATION), ("se", _ERRORS), ("n", _SIZES), ("b", _SLOPES)):
            if name in names and (has_mark or sort in ("sd", "se")):
                found.append((sort, figure))
    return found


def _of_deviation(named: list[tuple[str, Figure]]) -> Iterator[Claim]:
    """The one standard error, deviation and size of a sentence."""
    of = {name: [figure for other, figure in named if other == name] for name in ("sd", "se", "n")}
    if len(of["sd"]) != 1 or len(of["se"]) != 1 or len(of["n"]) > 1:
        return
    [sd], [se] = of["sd"], of["se"]
    if abs(sd.place - se.place) > _REACH or not sd.value or not se.value or sd.value < 0:
        return
    low, high = _bounds(se)
    least, most = _bounds(sd)
    if not of["n"]:
        is_right = low <= most
        shown = f"a standard error is at most the standard deviation of {sd.text}"
        yield _claim(se, (sd,), "error", shown, is_right=is_right)
        return
    [n] = of["n"]
    size = Fraction(n.value or 0)
    if size < 2 or size.denominator != 1:
        return
    # Of a sample or of a population, whose deviation is divided by √(n - 1).
    is_right = low <= most / sqrt(size - 1) and least / sqrt(size) <= high
    shown = f"{sd.text} / √{n.text} = {float(sd.value) / sqrt(size):.2f}"
    yield _claim(se, (sd, n), "error", shown, is_right=is_right)


def _of_slope(
    sentence: Sentence, named: list[tuple[str, Figure]], results: list[TestStatistic]
) -> Iterator[Claim]:
    """ "b = 0.42, SE = 0.14, t(98) = 3.00": three in a row with nothing else between."""
    for (one, slope), (two, error) in pairwise(named):
        if (one, two) != ("b", "se") or not slope.value or not error.value:
            continue
        result = next((r for r in results if r.statistic.start > error.end), None)
        if result is None or result.test not in ("t", "z") or result.statistic.op != "=":
            continue
        stated = next(f for f in result.figures if f.end == result.statistic.end)
        between = sentence.words[slope.place : stated.place]
        if len(between) > _REACH or any(len(word) > 3 and word.isalpha() for word in between):
            continue
        (low, high), (least, most) = _bounds(slope), _bounds(error)
        if least <= 0:
            continue
        bottom, top = result.statistic.low or Fraction(0), result.statistic.high or Fraction(0)
        is_right = bottom <= high / least and low / most <= top
        ratio = abs(float(slope.value)) / float(error.value)
        shown = f"{slope.text} / {error.text} = {ratio:.2f}"
        yield _claim(stated, (slope, error), "ratio", shown, is_right=is_right)


def _bounds(figure: Figure) -> tuple[Fraction, Fraction]:
    """The least and the greatest size that rounds to the figure."""
    value, half = abs(Fraction(figure.value or 0)), Fraction(figure.grain) / 2
    return max(Fraction(0), value - half), value + half


def _claim(
    stated: Figure, of: tuple[Figure, ...], reading: str, shown: str, *, is_right: bool
) -> Claim:
    return Claim(
        stated=stated,
        term=Reckoned(of, shown),
        reading=reading,
        consistency=True,
        verdict=Grade.EXACT if is_right else Grade.CONFLICT,
        message=shown if is_right else f"{shown}, not {stated.text}",
    )
