r"""An estimate must lie inside its own confidence interval.

"odds ratio 2.11, 95% CI 1.33-3.33", "a mean of 14.6 months (95% confidence interval, 9.9 to 18.4)":
the interval is made around the estimate, so that an estimate outside it was copied wrongly, or the
interval was. The interval is two numbers behind its name and level; the estimate is the nearest
figure before them that is no level, p value or test statistic. Signs are forgiven, as "fell by 5%
(95% CI -8% to -2%)" is usual, and so is the rounding of
an estimate with fewer decimals than its interval.

Bad

    Smokers were more often readmitted (odds ratio 4.16, 95% CI 1.33-3.33).
                                                   ^^^^ outside its interval 1.33-3.33

    Pain fell faster with the brace (hazard ratio, 0.81; 95% confidence interval [CI], 0.25 to 0.62).
                                                   ^^^^ outside its interval 0.25 to 0.62

    The relative risk of a relapse was 2.4 (95% CI: 0.91, 1.85; P = .13).
                                       ^^^ outside its interval 0.91, 1.85

    Vaccine efficacy against hospital admission was 49.1% (95% confidence interval, 89.3 to 96.8).
                                                    ^^^^^ outside its interval 89.3 to 96.8

    Median survival was 41.6 months (95% CI 9.9 to 18.4 months) in the treated group.
                        ^^^^^^^^^^^ outside its interval 9.9 to 18.4 months

    The pooled estimate was 4.3 with a 95% credible interval of 2.9 to 4.0.
                            ^^^ outside its interval 2.9 to 4.0

    Doubt was more common in the second school (RR = 1.19, 95% CI = 1.20-2.08).
                                                     ^^^^ outside its interval 1.20-2.08

Good

    Smokers were more often readmitted (odds ratio 2.11, 95% CI 1.33-3.33).

    The hazard ratio was 0.52 [95% CI, 0.25, 1.05], which was not significant.

    Mean weight changed by -2.3 kg (95% CI -4.1 to -0.5; P = .01).

    Admissions fell by 5% (95% CI -8% to -2%) after the ban.

    The adjusted rate ratio was 1.0 (95% CI 1.04-1.21).

Passed over

    The odds ratio was 2.11 (P = .003; n = 214).

    Response was as frequent (94.4% v 76.1%; difference 18.3%; 95.002% CI: 3.5% to 33.0%).

    Of the 40 wards, 12 took part; the 95% confidence intervals are shown in Table 3.

    The rate ratio was 1.8 (P = .03; 95% CI 1.1-2.9).

    Attendance rose from 0.4 to 0.9 per week; the difference was significant (95% CI 0.2-0.8).

    There were 2.4 million cases (95% CI 2.1-2.7).

    Villi were taller in the treated group (293.3 v 236.6 μm; 95% CI of difference 17.7-95.9 μm).

    Ratios were 1.2 for men (95% CI 1.0-1.4) and 3.1 for women (95% CI 2.6-3.7).
"""

from collections.abc import Iterator
from fractions import Fraction

from figcheck.rulekit import (
    Claim,
    Document,
    Figure,
    Given,
    Grade,
    Hedge,
    Kind,
    Reckoned,
    Sentence,
    Term,
    decided,
    prose,
)  # fmt: skip

code = "FC601"

_NAMES = frozenset(("ci", "cis", "interval", "intervals", "cl", "ci95", "cri", "hdi"))
_SORTS = frozenset(
    ("confidence", "credible", "credibility", "ci", "cis", "ci95", "cri", "cl", "hdi", "posterior")
)
_KINDS = frozenset((
    Kind.COUNT, Kind.STATISTIC, Kind.SHARE, Kind.POINTS, Kind.MEASURE, Kind.DURATION, Kind.MONEY,
    Kind.MULTIPLE,
))  # fmt: skip
_LEVELS = frozenset((80, 90, 95, 99, Fraction(975, 10), Fraction(999, 10)))
_TESTS = frozenset("p t f z q r n df x2 χ2 chi pvalue i2 i² < > ≤ ≥ n1 n2".split())
_CLOSERS = frozenset((")", "]", ";", ",", ".", "and", "for", "in", "#"))
_JOINTS = ([","], ["to"], ["and"], ["-"], ["–"], [";"])
_REACH_OF_NAME = 7
_REACH_OF_ESTIMATE = 16
_MOST_TIMES = (
    60  # an estimate so many times its interval is in another unit: "2.4 million (2.1-2.7)"
)


def relate(document: Document) -> Iterator[Claim]:
    """Each interval that is named as one, with the estimate before it."""
    for sentence in prose(document):
        if len(sentence.figures) < 2 or _NAMES.isdisjoint(sentence.words):
            continue
        for at, figure in enumerate(sentence.figures):
            if at and _is_named(sentence, figure):
                ends = _ends(sentence, at)
                estimate = _estimate(sentence, at) if ends else None
                if ends and estimate and _are_alike(estimate, ends):
                    yield from _claims(sentence, estimate, ends)


def _is_named(sentence: Sentence, figure: Figure) -> bool:
    """Does the name of an interval stand before the figure, with nothing but its level between?"""
    if _is_level(sentence, figure):
        return False
    before: list[str] = []
    for place in range(figure.place - 1, max(-1, figure.place - 1 - _REACH_OF_NAME), -1):
        level = sentence.figure_at.get(place)
        if level is not None and not _is_level(sentence, level):
            break
        before.append(sentence.words[place])
    return not (_NAMES.isdisjoint(before) or _SORTS.isdisjoint(before))


def _is_level(sentence: Sentence, figure: Figure) -> bool:
    if figure.value is None or figure.unit is None or figure.unit.name != "percent":
        return False
    named = sentence.words[figure.place + 1 : figure.place + 2]
    return figure.value in _LEVELS or (80 < figure.value < 100 and not _SORTS.isdisjoint(named))


def _ends(sentence: Sentence, at: int) -> tuple[Figure, ...]:
    """The figure that is the interval, or the two that are its ends; empty where there is none."""
    figure, words = sentence.figures[at], sentence.words
    if figure.hedge is Hedge.RANGE:
        return (figure,)
    if figure.value is None or at + 1 >= len(sentence.figures):
        return ()
    top = sentence.figures[at + 1]
    joint = words[figure.place + 1 : top.place]
    after = words[top.place + 1] if top.place + 1 < len(words) else "."
    if joint not in _JOINTS or after not in _CLOSERS or _is_level(sentence, top):
        return ()
    return (figure, top) if top.value is not None and figure.value < top.value else ()


def _estimate(sentence: Sentence, at: int) -> Figure | None:
    """The nearest figure before the interval that is no level, p value or test statistic."""
    interval = sentence.figures[at]
    for figure in reversed(sentence.figures[max(0, at - 5) : at]):
        if _is_level(sentence, figure) or _is_test(sentence, figure):
            continue
        if figure.hedge is Hedge.RANGE or figure.kind not in _KINDS or figure.value is None:
            return None
        return figure if _is_beside(sentence, figure, interval) else None
    return None


def _is_test(sentence: Sentence, figure: Figure) -> bool:
    before = sentence.words[max(0, figure.place - 2) : figure.place]
    return not _TESTS.isdisjoint(before)


def _is_beside(sentence: Sentence, estimate: Figure, interval: Figure) -> bool:
    """Is the interval said of this figure, in no other bracket and not of a difference from it?"""
    between = sentence.words[estimate.place + 1 : interval.place]
    if len(between) > _REACH_OF_ESTIMATE or "difference" in between:
        return False
    depth = 0
    for word in between:
        depth += (word in ("(", "[")) - (word in (")", "]"))
        if depth < 0:
            return False
    return True


def _are_alike(estimate: Figure, ends: tuple[Figure, ...]) -> bool:
    """Are estimate and interval in one unit, as far as the interval says, and of one size?"""
    unit = ends[-1].unit
    if unit is not None and estimate.unit is not None and unit is not estimate.unit:
        return False
    low, high = _range(ends)
    size = abs(Fraction(estimate.value or 0))
    largest = max(abs(low), abs(high))
    return size <= _MOST_TIMES * largest and (not size or largest <= _MOST_TIMES * size)


def _range(ends: tuple[Figure, ...]) -> tuple[Fraction, Fraction]:
    if len(ends) == 1:
        return Fraction(ends[0].low or 0), Fraction(ends[0].high or 0)
    return Fraction(ends[0].value or 0), Fraction(ends[1].value or 0)


def _claims(sentence: Sentence, estimate: Figure, ends: tuple[Figure, ...]) -> Iterator[Claim]:
    """The claim, unless the estimate only restates one in another unit, whose interval it may be."""
    claim = _claim(sentence, estimate, ends)
    restated = estimate.apposed
    if claim.verdict is not Grade.CONFLICT or not (restated and restated.unit and estimate.unit):
        yield claim


def _claim(sentence: Sentence, estimate: Figure, ends: tuple[Figure, ...]) -> Claim:
    low, high = _range(ends)
    value = Fraction(estimate.value or 0)
    # With as many decimals as its interval an estimate stands well inside, or it is not its own.
    is_coarser = estimate.grain > min(end.grain for end in ends)
    slack = Fraction(estimate.grain + max(end.grain for end in ends)) / 2 if is_coarser else 0
    is_inside = any(low - slack <= side <= high + slack for side in (value, -value))
    is_strictly = any(low <= side <= high for side in (value, -value))
    shown = ", ".join(end.text for end in ends)
    term: Term = Given(ends[0]) if len(ends) == 1 else Reckoned(ends, shown)
    place = "bracket" if "(" in sentence.words[estimate.place : ends[0].place] else "beside"
    rounded = "" if is_strictly else ", taken as rounded,"
    return decided(
        estimate, term, is_inside, f"{estimate.text}{rounded} lies within its interval {shown}",
        f"{estimate.text} lies outside its interval {shown}",
        reading=place, grade=Grade.EXACT if is_strictly else Grade.ROUNDING,
    )  # fmt: skip
