r"""A test statistic with its degrees of freedom gives one p value.

"t(58) = 2.41, p = .19": a t of 2.41 on 58 degrees of freedom gives p = .019. Statistic and p value are
each taken for all that they may have been rounded from, "<" and ">" for all below or above. t, r
and z may be one-tailed: what fits half of the two-tailed p, or its complement where the text speaks
of one tail, is passed over. So are p values that the text says were corrected, exact or resampled.
A conflict across .05, which turns what was found into its contrary, is said to be one.

The check is that of statcheck (Nuijten and others, Behavior Research Methods 48 (2016) 1205-1226).

Bad

    Carriers slept longer than the others, t(41) = 3.02, p = .04.
                                                             ^^^ t(41) = 3.02 gives p = .0043, not .04

    The three feeds differed in yield, F(2, 57) = 1.12, p = .013.
                                                            ^^^^ F(2, 57) = 1.12 gives p = .33, not .013: not significant at .05, printed as significant

    Height and pay were not related, r(80) = .31, p = .35.
                                                      ^^^ r(80) = .31 gives p = .0046, not .35: significant at .05, printed as not

    Choice depended on the region (χ²(3, N = 212) = 5.10; P < 0.01).
                                                              ^^^^ χ²(3) = 5.10 gives p = 0.16, not < 0.01

    The two laboratories disagreed, z = 1.20, p < .001.
                                                  ^^^^ z = 1.20 gives p = .23, not < .001

    The studies were heterogeneous, Q(8) = 24.1, p = .20.
                                                     ^^^ Q(8) = 24.1 gives p = .0022

    The slope was steep (t = 4.10, df = 33, p = .02).
                                                ^^^ t(33) = 4.10 gives p = .0003

    No effect of light was seen, F(1, 44) = 9.80, ns.
                                            ^^^^ F(1, 44) = 9.80 gives p = .0031, not ns

Bad (html)

    <p>The effect was clear, <i>F</i><sub>1,30</sub> = 2.50, <i>p</i> &lt; .01.</p>
                                                                           ^^^ F(1, 30) = 2.50 gives p = .12

Good

    Carriers slept longer than the others, t(41) = 3.02, p = .004.

    The three feeds did not differ in yield, F(2, 57) = 1.12, p = .33.

    Height and pay were related, r(80) = .31, p = .005.

    Choice did not depend on the region (χ²(3, N = 212) = 5.10; P = 0.16).

    The groups differed, t(28) = 2.2, p = .03, and so did the sexes, t(28) = 2, p = .06.

    No effect of light was seen, F(1, 44) = 0.80, ns.

    The two laboratories agreed, z = 1.20, p > .05.

Passed over

    As registered, the test was one-tailed: trained birds were faster, t(28) = 1.90, p = .034.

    Trained birds were faster, t(28) = 1.90, p = .034.

    After Bonferroni correction the groups still differed, t(41) = 3.02, p = .024.

    A permutation test gave the same answer (z = 2.10, p = .048).

    At t = 2.20 s the pressure p was 0.3 of the first.

    The fit was good, χ²(12) = 14.2, p = .29, RMSEA = .03; t(41) was not computed.

    The F(2, 57) ratio was below one, p > .3 throughout.

    With t(28) = 2.20 for the men and 3.10 for the women, the p values were .04 and .004.

    The contrast was tested twice, t(28) = 2.20–3.10, ps < .05.

    Recall was better in the morning, t(30) = 2.9, p < .006, and at noon, t(30) = 4.9, p < .000.

    The medians differed, U = 24, z = 2.01, p = .041.

    At z = 4.20 cm the probability of a hit was p = .12.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from math import inf
from typing import NamedTuple

from figcheck.rulekit import (
    TWO_SIDED,
    Claim,
    Document,
    Grade,
    Printed,
    Reckoned,
    Sentence,
    TestStatistic,
    has_p,
    p_value,
    prose,
    test_statistics,
)  # fmt: skip

code = "FC604"

_ALPHA = 0.05
_LEVELS = frozenset((0.1, 0.05, 0.01, 0.001, 0.0001))
_SLACK = 1e-9  # of the arithmetic in floats, and only ever in favour of the text
_DASH = "[- ‐‑–]?"
_ONE_TAILED = re.compile(
    rf"\b(?:one|1|single){_DASH}(?:tail|side)|\b(?:uni)?directional\b|\bunilateral", re.IGNORECASE
)
_TWO_TAILED = re.compile(rf"\b(?:two|2){_DASH}(?:tail|side)", re.IGNORECASE)
# Corrections make p larger than the statistic alone does.
_CORRECTED = re.compile(
    rf"bonferroni|\bholm\b|hochberg|benjamini|false.discovery|\bFDR\b|\bFWER?\b|family{_DASH}wise"
    r"|multiple (?:comparison|testing|test)|multiplicity|tukey|scheff|[sš]id[aá]k|dunnett|games.howell"
    r"|newman.keuls|greenhouse|geisser|huynh|feldt|sphericity|\bp[- ](?:adj|corr)"
    r"|(?:adjusted|corrected) p\b|\bp.values? (?:\w+ ){0,2}(?:adjusted|corrected)|for (?:\w+ )?tests\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"permut|bootstrap|\bexact (?:test|p\b|method|signif|binomial|logistic)|monte.carlo|resampl"
    r"|randomi[sz]ation test|simulated p|mann.whitney|wilcoxon|spearman|kendall|partial correlation"
    r"|yates|fisher's",
    re.IGNORECASE,
)
_RANKS = re.compile(r"\b[UWH]\s?(?:\([\d, ]{1,12}\)\s?)?=|\brank")
_OTHER_LEVEL = re.compile(r"(?:α|\balpha|significance level|level of significance)", re.IGNORECASE)


class _Manner(NamedTuple):
    """What a whole document says of its tests."""

    is_one_tailed: bool
    is_corrected: bool
    has_other_level: bool


def relate(document: Document) -> Iterator[Claim]:
    """Each p value that is printed with its test statistic."""
    manner: _Manner | None = None
    otherwise: dict[int, bool] = {}
    for sentence in prose(document):
        results = test_statistics(document, sentence) if has_p(sentence) else []
        results = [result for result in results if result.p is not None or result.is_ns]
        if not results or _is_otherwise(document, sentence, otherwise):
            continue
        if manner is None:
            manner = _manner(document.text)
        says_two = _TWO_TAILED.search(document.text, sentence.start, sentence.end) is not None
        is_of_ranks = _RANKS.search(document.text, sentence.start, sentence.end) is not None
        for result in results:
            if result.test == "z" and is_of_ranks:
                continue  # the exact p of a small sample may stand beside the z of a large one
            claim = _claim(result, manner, says_two)
            if claim is not None:
                yield claim


def _is_otherwise(document: Document, sentence: Sentence, known: dict[int, bool]) -> bool:
    """Does the paragraph speak of p values that come from no distribution?"""
    if sentence.block not in known:
        block = document.blocks[sentence.block]
        known[sentence.block] = bool(_OTHERWISE.search(document.text, block.start, block.end))
    return known[sentence.block]


def _manner(text: str) -> _Manner:
    found = [bool(each.search(text)) for each in (_ONE_TAILED, _CORRECTED, _OTHER_LEVEL)]
    return _Manner(*found)


def _claim(result: TestStatistic, manner: _Manner, says_two: bool) -> Claim | None:
    """The statistic against its p value; None where the words leave open which p is meant."""
    if result.is_ns and manner.has_other_level:
        return None
    printed, two = _printed(result.p), _range(result)
    half = two[0] / 2, two[1] / 2
    tails = [two]
    if manner.is_one_tailed:
        tails += [half, (1 - half[1], 1 - half[0])]
    if any(_meet(tail, printed) for tail in tails):
        return _judged(result, tails, printed, fits=True)
    if result.test in TWO_SIDED and not says_two:
        tails.append(half)
    is_corrected = manner.is_corrected and printed[0] > two[1]
    if is_corrected or _meet(tails[-1], printed):
        return None
    return _judged(result, tails, printed, fits=False)


def _range(result: TestStatistic) -> tuple[float, float]:
    """The least and the greatest p of all statistics that round to the printed one."""
    low, high = result.statistic.low, result.statistic.high
    df = tuple(float(each) for each in result.df)
    nearest = max(0.0, float(low)) if low is not None else 0.0
    farthest = float(high) if high is not None else inf
    return p_value(result.test, farthest, df), p_value(result.test, nearest, df)


def _printed(p: Printed | None) -> tuple[float, float]:
    """The least and the greatest p that the text may mean, "ns" where it prints none."""
    if p is None:
        return _ALPHA, 1.0
    low, high = float(p.low or 0), 1.0 if p.high is None else float(p.high)
    if p.op != "=" and float(p.value) not in _LEVELS:
        # "p < .006": the value itself, cut or rounded, behind the sign of a level.
        low, high = low - float(p.grain), high + float(p.grain)
    return max(0.0, low), min(1.0, high)


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] * (1 + _SLACK) + 1e-12 and other[0] <= one[1] * (1 + _SLACK) + 1e-12


def _judged(
    result: TestStatistic,
    tails: list[tuple[float, float]],
    printed: tuple[float, float],
    *,
    fits: bool,
) -> Claim:
    least, most = min(low for low, _ in tails), max(high for _, high in tails)
    decision = "" if fits else _decision(result.p, least, most)
    shown, p = _shown_statistic(result), result.p
    stated, *others = result.figures
    says = "ns" if p is None else f"{'' if p.op == '=' else p.op + ' '}{stated.text}"
    gives = f"{shown} gives p {_shown(result)}"
    claim = Claim(
        stated=stated,
        term=Reckoned(tuple(others), shown),
        reading="decision" if decision else "value",
        verdict=Grade.EXACT if fits else Grade.CONFLICT,
        message=gives if fits else f"{gives}, not {says}{decision}",
    )
    if p is not None and p.op == "=":  # off by the last digit alone
        claim.warns = abs(float(p.value) - _center(result)) < 1.5 * float(p.grain)
    return claim


def _decision(p: Printed | None, least: float, most: float) -> str:
    """Does the conflict turn a significant result into one that is not, or the other way round?"""
    if p is None:
        return ""
    level = Fraction(1, 20)
    is_significant = p.op != ">" and (p.value < level or (p.op == "<" and p.value == level))
    is_not = p.op != "<" and (p.value > level or (p.op == ">" and p.value == level))
    if is_significant and least > _ALPHA:
        return ": not significant at .05, printed as significant"
    if is_not and most < _ALPHA:
        return ": significant at .05, printed as not"
    return ""


def _center(result: TestStatistic) -> float:
    """The p of the statistic as it is printed."""
    df = tuple(float(each) for each in result.df)
    return p_value(result.test, float(result.statistic.value), df)


def _shown_statistic(result: TestStatistic) -> str:
    """ "F(2, 57) = 1.12"."""
    df = ", ".join(f"{float(each):g}" for each in result.df)
    statistic = next(f for f in result.figures if f.end == result.statistic.end)
    return f"{result.test}{f'({df})' if df else ''} {result.statistic.op} {statistic.text}"


def _shown(result: TestStatistic) -> str:
    """The p of the statistic as it is printed, in the manner of the p beside it: "= .019"."""
    p = _center(result)
    sign = {"=": "=", "<": ">", ">": "<"}[result.statistic.op]
    text = "< .0001" if p < 0.0001 else f"{sign} {_digits(p)}"
    has_zero = result.p is not None and result.figures[0].text.startswith("0")
    return text.replace(" .", " 0.") if has_zero else text


def _digits(p: float) -> str:
    """Two digits that count, without the zero before the point: ".19", ".019", "1.00"."""
    if p >= 0.995:
        return f"{p:.2f}"
    places = 2 if p >= 0.1 else 3 if p >= 0.01 else 4
    return f"{p:.{places}f}".removeprefix("0")
