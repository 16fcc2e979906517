r"""A confidence interval and its p value must agree on whether there is an effect.

A 95% interval that leaves out 1 (of a ratio) or 0 (of a difference) goes with a p value below .05,
one that holds it with a p value above. From the interval follows the standard error, from that and
the estimate z, from z p (Altman and Bland, BMJ 343 (2011) d2304). Tests and intervals made by
different methods part company close to the level: only p values on different sides of it of which
one is more than twice the other are a conflict.

Bad

    Smokers were more often readmitted (odds ratio 2.11, 95% CI 1.33-3.33; P = .41).
                                                                               ^^^ excludes 1 and goes with p = .0014

    The hazard ratio was 0.62 [95% CI, 0.25 to 1.55], p < .001.
                                                          ^^^^ holds 1 and goes with p = .30

    The mean difference was 1.5 points (95% CI -0.9 to 3.9; P = .004).
                                                                ^^^^ holds 0 and goes with p = .22

    Relapse was rarer with the drug (RR = 0.48, 95% CI = 0.31-0.74, p = 0.63).
                                                                        ^^^^ excludes 1 and goes with p = .0009

    The rate ratio was 1.8 (P > .05; 95% CI 1.3-2.5).
                                ^^^ excludes 1

Good

    Smokers were more often readmitted (odds ratio 2.11, 95% CI 1.33-3.33; P = .001).

    The hazard ratio was 0.62 [95% CI, 0.25 to 1.55], p = .30.

    The mean difference was 1.5 points (95% CI -0.9 to 3.9; P = .22).

    Relapse was rarer with the drug (RR = 0.48, 95% CI = 0.31-0.74, p < .001).

    The risk was 0.81 of what it was (risk ratio 0.81, 95% CI 0.70 to 0.94; P = .005).

Passed over

    The odds ratio was 1.52 (95% CI 0.99-2.33; P = .04).

    The odds ratio was 1.52 (95% CI 1.00-2.33; P = .06).

    The odds ratio was 2.11 (95% CI 1.33-3.33; P for trend = .41).

    The hazard ratio was 0.92 (95% CI 0.75 to 1.15; P < .001 for noninferiority).

    The mean was 1.5 points (95% CI -0.9 to 3.9; P = .004).
"""

from collections.abc import Iterator
from itertools import product
from math import log

from figcheck.rulekit import (
    Claim,
    Document,
    Estimate,
    Figure,
    Grade,
    Hedge,
    Kind,
    Reckoned,
    Sentence,
    estimates,
    level_of,
    measure_of,
    normal,
    prose,
)  # fmt: skip

code = "FC609"

_DEVIATES = {90: 1.644854, 95: 1.959964, 99: 2.575829}
"""How many standard errors an interval of a level reaches to each side."""
_TWICE = 2.0
_MARKS = frozenset(("=", "<", ">", "of", "was", "≤", "≥", ":", "value"))
_OTHER_TESTS = frozenset(
    "trend interaction heterogeneity noninferiority inferiority equivalence superiority margin "
    "one-sided corrected adjusted bonferroni one-tailed permutation bootstrap credible".split()
)
_REACH = 8


def relate(document: Document) -> Iterator[Claim]:
    """Each ratio or difference that stands with an interval and a p value."""
    for sentence in prose(document):
        if "p" not in sentence.vocabulary or not _OTHER_TESTS.isdisjoint(sentence.vocabulary):
            continue
        for estimate in estimates(sentence):
            measure = measure_of(document, sentence, estimate)
            p = _p_beside(sentence, estimate) if measure else None
            if p is not None:
                claim = _claim(sentence, estimate, p, null=1 if measure == "ratio" else 0)
                if claim is not None:
                    yield claim


def _p_beside(sentence: Sentence, estimate: Estimate) -> Figure | None:
    """The p value right behind the interval, or between the estimate and the interval."""
    first, last = estimate.ends[0], estimate.ends[-1]
    for place in range(estimate.figure.place + 1, last.place + _REACH + 1):
        figure = sentence.figure_at.get(place)
        is_behind = place > last.place
        if figure is None or first.place <= place <= last.place or not _is_p(sentence, figure):
            continue
        between = sentence.words[last.place + 1 : place] if is_behind else []
        return None if "#" in between or ";" in between[2:] else figure
    return None


def _is_p(sentence: Sentence, figure: Figure) -> bool:
    if figure.kind is not Kind.STATISTIC or _bounds(figure) is None:
        return False
    before = sentence.words[max(0, figure.place - 4) : figure.place]
    while before and before[-1] in _MARKS:
        before = before[:-1]
    return before[-1:] == ["p"]


def _bounds(figure: Figure) -> tuple[float, float] | None:
    """The least and the greatest p that is printed."""
    if figure.value is None or not 0 <= figure.value <= 1:
        return None
    value, half = float(figure.value), float(figure.grain) / 2
    if figure.hedge in (Hedge.LESS_THAN, Hedge.AT_MOST):
        return 0.0, value
    if figure.hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST):
        return value, 1.0
    return (value - half, value + half) if figure.hedge is Hedge.EXACT else None


def _claim(sentence: Sentence, found: Estimate, p: Figure, *, null: int) -> Claim | None:
    level = level_of(sentence, found)
    deviate = _DEVIATES.get(int(level)) if level.denominator == 1 else None
    printed = _bounds(p)
    if deviate is None or printed is None or found.figure.value is None:
        return None
    if not found.low < found.figure.value < found.high or (null and found.low <= 0):
        return None
    least, most = _ps(found, deviate, null)
    alpha = float(100 - level) / 100
    is_excluded, is_held = most < alpha, least > alpha
    is_conflict = (is_excluded and printed[0] >= max(alpha, _TWICE * most)) or (
        is_held and _TWICE * printed[1] <= max(least, alpha) and printed[1] <= alpha
    )
    shown = ", ".join(end.text for end in found.ends)
    holds = "excludes" if is_excluded else "holds"
    message = f"{shown} {holds} {null} and goes with p {_shown(_p(float(found.figure.value), float(found.low), float(found.high), deviate, null))}"
    return Claim(
        stated=p,
        term=Reckoned((found.figure, *found.ends), shown),
        reading="interval",
        consistency=True,
        verdict=Grade.CONFLICT if is_conflict else Grade.EXACT,
        message=f"{message}, not {p.text}" if is_conflict else message,
    )


def _ps(found: Estimate, deviate: float, null: int) -> tuple[float, float]:
    """The least and greatest p of all estimates and intervals that round to the printed ones."""
    figures = (found.figure, found.ends[0], found.ends[-1])
    values = (float(found.figure.value or 0), float(found.low), float(found.high))
    spans = [
        (v - float(f.grain) / 2, v + float(f.grain) / 2)
        for v, f in zip(values, figures, strict=True)
    ]
    ps = []
    for value, low, high in product(*spans):
        if null and low <= 0:
            return 0.0, 1.0
        if high > low:
            ps.append(_p(value, low, high, deviate, null))
    has_other_sign = null and min(spans[0]) < 1 < max(spans[0])
    return min(ps), 1.0 if has_other_sign else max(ps)


def _p(value: float, low: float, high: float, deviate: float, null: int) -> float:
    """The p of an estimate with its interval, both on a logarithmic scale for a ratio."""
    if null:
        value, low, high = log(value), log(low), log(high)
    return normal(value * 2 * deviate / (high - low))


def _shown(p: float) -> str:
    if p < 0.0001:
        return "< .0001"
    places = 2 if p >= 0.1 else 3 if p >= 0.01 else 4
    return f"= {p:.{places}f}".replace(" 0.", " .")
