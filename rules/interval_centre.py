r"""An estimate lies near the centre of its confidence interval.

The interval of a ratio is even about it on a logarithmic scale, that of a difference as it stands:
"odds ratio 3.20 (95% CI 1.33-3.33)" has its estimate nearly at the upper end, where 2.10 is the
centre. Exact and skewed methods move it, so that only an estimate in the outer tenth on
both scales is a conflict, and only a warning. Credible and bootstrapped intervals, medians and
shares are passed over.

The centres are those of Altman and Bland, BMJ 343 (2011) d2304.

Bad

    Smokers came back more often (odds ratio 3.20, 95% CI 1.33-3.33).
                                                          ^^^^^^^^^ far from 2.10, the centre of 1.33-3.33

    The hazard ratio was 0.27 [95% CI, 0.25 to 1.05], which was not significant.
                                       ^^^^^^^^^^^^ far from 0.51, the centre of 0.25 to 1.05

    After a year the mean difference was 2.4 points (95% CI 0.4 to 2.5).
                                                            ^^^^^^^^^^ far from 1.4, the centre of 0.4 to 2.5

    Relapse was rarer with the drug (RR = 0.71, 95% CI = 0.31-0.74).
                                                         ^^^^^^^^^ far from 0.48, the centre of 0.31-0.74

    The rate ratio was 1.12 (95% CI 1.10-2.31; P = .01).
                                    ^^^^^^^^^ far from 1.59, the centre of 1.10-2.31

Good

    Smokers came back more often (odds ratio 2.11, 95% CI 1.33-3.33).

    The hazard ratio was 0.52 [95% CI, 0.25 to 1.05], which was not significant.

    After a year the mean difference was 1.5 points (95% CI 0.4 to 2.5).

    Relapse was rarer with the drug (RR = 0.48, 95% CI = 0.31-0.74).

    The rate ratio was 1.2 (95% CI 1.0-1.4; P = .04).

Passed over

    The standardised mortality ratio was 1.0 (95% CI 0.03-5.57), with one death.

    The bootstrapped odds ratio was 3.10 (95% CI 1.33-3.33).

    Median survival was 12.0 months (95% CI 11.5 to 18.4 months) in the treated group.

    The odds ratio was 3.10 with a 95% credible interval of 1.33 to 3.33.

    In 99% of samples (95% CI 94.6-99.97) the gene was found.

    The odds ratio was 1.1 (95% CI 1.0-1.5).
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from math import log, sqrt

from figcheck.rulekit import (
    Claim,
    Document,
    Estimate,
    Grade,
    Reckoned,
    Sentence,
    estimates,
    measure_of,
    prose,
)  # fmt: skip

code = "FC608"

_SKEWED = frozenset(
    "credible credibility bayesian posterior bootstrap bootstrapped bootstrapping median medians exact "
    "profile hdi cri mortality survival percentile quantile simulated".split()
)
_NAMES = frozenset("( [ , ; : = # ci cl confidence interval with a of points the and its".split())
_LEAST, _MOST = 0.1, 0.9


def relate(document: Document) -> Iterator[Claim]:
    """Each ratio and each difference with its interval."""
    for sentence in prose(document):
        for estimate in estimates(sentence):
            if not _SKEWED.isdisjoint(sentence.vocabulary):
                break
            measure = measure_of(document, sentence, estimate)
            if measure and _is_side_by_side(sentence, estimate):
                claim = _claim(sentence, estimate, measure)
                if claim is not None:
                    yield claim


def _is_side_by_side(sentence: Sentence, estimate: Estimate) -> bool:
    """Does nothing but the name and level of the interval stand between it and the estimate?"""
    between = range(estimate.figure.place + 1, estimate.ends[0].place)
    figures = [sentence.figure_at[place] for place in between if place in sentence.figure_at]
    return len(figures) < 2 and _NAMES.issuperset(sentence.words[place] for place in between)


def _claim(sentence: Sentence, found: Estimate, measure: str) -> Claim | None:
    """The estimate against its centre; None where it lies outside, or may be of another sign."""
    value, low, high = found.figure.value, found.low, found.high
    if value is None or not low < value < high or (measure == "ratio" and low <= 0):
        return None
    is_near = _may_be_near(found)
    center = sqrt(low * high) if measure == "ratio" else float(low + high) / 2
    places = len(found.figure.text.split()[0].partition(".")[2])
    shown = ", ".join(end.text for end in found.ends)
    side = "near" if is_near else "far from"
    message = f"{found.figure.text} lies {side} {center:.{places}f}, the centre of {shown}"
    # The interval is what is raised: an estimate inside it is explained by that.
    return Claim(
        stated=found.ends[0],
        term=Reckoned((found.figure, *found.ends[1:]), shown),
        reading=measure,
        consistency=True,
        warns=True,
        verdict=Grade.EXACT if is_near else Grade.CONFLICT,
        message=message,
    )


def _may_be_near(found: Estimate) -> bool:
    """Does some figure that rounds to the estimate lie in the middle of ends that round to these?"""
    half = [Fraction(figure.grain) / 2 for figure in (found.figure, found.ends[0], found.ends[-1])]
    values = (Fraction(found.figure.value or 0), found.low, found.high)
    spans = [(v - h, v, v + h) for v, h in zip(values, half, strict=True)]
    return any(
        low < value < high
        and (
            _is_middle(value, low, high)
            or (low > 0 and _is_middle(log(value), log(low), log(high)))
        )
        for value, low, high in product(*spans)
    )


def _is_middle(value: Fraction | float, low: Fraction | float, high: Fraction | float) -> bool:
    return _LEAST <= float((value - low) / (high - low)) <= _MOST
