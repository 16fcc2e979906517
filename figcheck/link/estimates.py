"""Estimates with their confidence or credible intervals: "2.11 (95% CI 1.33-3.33)".

The interval is two numbers behind its name and level; the estimate is the nearest figure before
them that is no level, p value or test statistic.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Figure, Hedge, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Document, Sentence

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
_LARGE = 10**12
_REACH_OF_ESTIMATE = 16
_MOST_TIMES = (
    60  # an estimate so many times its interval is in another unit: "2.4 million (2.1-2.7)"
)

_REACH_OF_MEASURE = 7
_RATIOS = frozenset(("ratio", "ratios"))
_OTHER_RATIOS = frozenset(
    "likelihood debt price sex male signal cost benefit effectiveness".split()
)
_SHORT = frozenset("or rr hr irr".split())
_DIFFERENCES = frozenset(("difference", "differences"))
_BREAKS = frozenset((";", "and", "versus", "vs", "v"))


class Estimate(NamedTuple):
    """An estimate, the figure or the two figures of its interval, and its ends as written."""

    figure: Figure
    ends: tuple[Figure, ...]
    low: Fraction
    high: Fraction


def estimates(sentence: Sentence) -> Iterator[Estimate]:
    """Each interval of a linked sentence that is named as one, with the estimate before it."""
    if len(sentence.figures) < 2 or _NAMES.isdisjoint(sentence.vocabulary):
        return
    for at, figure in enumerate(sentence.figures):
        if at and _is_named(sentence, figure):
            ends = _ends(sentence, at)
            estimate = _estimate(sentence, at) if ends else None
            if ends and estimate and _are_alike(estimate, ends) and _range(ends)[1] < _LARGE:
                yield Estimate(estimate, ends, *_range(ends))


def turned_intervals(sentence: Sentence) -> Iterator[tuple[Figure, ...]]:
    """Each interval named as one whose first end lies above its second, both of them positive."""
    if _NAMES.isdisjoint(sentence.vocabulary):
        return
    for at, figure in enumerate(sentence.figures):
        if at and _is_named(sentence, figure):
            ends = _turned(sentence, at)
            if ends:
                yield ends


def _turned(sentence: Sentence, at: int) -> tuple[Figure, ...]:
    figure = sentence.figures[at]
    if figure.hedge is Hedge.RANGE:
        is_turned = figure.descends or (figure.low or 0) > (figure.high or 0) > 0
        return (figure,) if is_turned else ()
    top = _top(sentence, at)
    if top is None or sentence.words[figure.place + 1] == "and" or figure.unit is not top.unit:
        return ()
    return (figure, top) if (figure.value or 0) > (top.value or 0) > 0 else ()


def level_of(sentence: Sentence, estimate: Estimate) -> Fraction:
    """The level of the interval in percent, 95 where none is named."""
    place = estimate.ends[0].place
    near = map(sentence.figure_at.get, range(place - _REACH_OF_NAME, place))
    before = [figure for figure in near if figure is not None and is_level(sentence, figure)]
    return Fraction(before[-1].value or 95) if before else Fraction(95)


def _is_named(sentence: Sentence, figure: Figure) -> bool:
    """Does the name of an interval stand before the figure, with nothing but its level between?"""
    if is_level(sentence, figure):
        return False
    before: list[str] = []
    for place in range(figure.place - 1, max(-1, figure.place - 1 - _REACH_OF_NAME), -1):
        level = sentence.figure_at.get(place)
        if level is not None and not is_level(sentence, level):
            break
        before.append(sentence.words[place])
    return not (_NAMES.isdisjoint(before) or _SORTS.isdisjoint(before))


def is_level(sentence: Sentence, figure: Figure) -> bool:
    if figure.value is None or figure.unit is None or figure.unit.name != "percent":
        return False
    named = sentence.words[figure.place + 1 : figure.place + 2]
    return figure.value in _LEVELS or (80 < figure.value < 100 and not _SORTS.isdisjoint(named))


def _ends(sentence: Sentence, at: int) -> tuple[Figure, ...]:
    """The figure that is the interval, or the two that are its ends; empty where there is none."""
    figure = sentence.figures[at]
    if figure.hedge is Hedge.RANGE:
        return (figure,)
    top = _top(sentence, at)
    if figure.value is None or top is None or top.value is None:
        return ()
    return (figure, top) if figure.value < top.value else ()


def _top(sentence: Sentence, at: int) -> Figure | None:
    """The figure that a comma, a dash or a word like "to" joins to this one, the last of its list."""
    figure, words = sentence.figures[at], sentence.words
    if figure.value is None or at + 1 >= len(sentence.figures):
        return None
    top = sentence.figures[at + 1]
    joint = words[figure.place + 1 : top.place]
    after = words[top.place + 1] if top.place + 1 < len(words) else "."
    if joint not in _JOINTS or after not in _CLOSERS or is_level(sentence, top):
        return None
    return top if top.value is not None else None


def _estimate(sentence: Sentence, at: int) -> Figure | None:
    """The nearest figure before the interval that is no level, p value or test statistic."""
    interval = sentence.figures[at]
    for figure in reversed(sentence.figures[max(0, at - 5) : at]):
        if is_level(sentence, figure) or _is_test(sentence, figure):
            continue
        if figure.hedge is Hedge.RANGE or figure.kind not in _KINDS or figure.value is None:
            return None
        if figure.text.isalpha():
            return None  # "the two groups (95% CI ...)"
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


def measure_of(document: Document, sentence: Sentence, estimate: Estimate) -> str:
    """What is estimated, as the words before it name it: "ratio", "difference", "" where they do not.

    "The odds ratio was 2.11", "HR, 0.52", "a mean difference of 2.3 points".
    """
    place = estimate.figure.place
    for at in range(place - 1, max(-1, place - 1 - _REACH_OF_MEASURE), -1):
        word = sentence.words[at]
        if at in sentence.figure_at or word in _BREAKS:
            return ""
        if word in _RATIOS and not _OTHER_RATIOS.intersection(sentence.words[max(0, at - 2) : at]):
            return "ratio"
        if word == "risk" and sentence.words[at - 1] == "relative":
            return "ratio"
        if (
            word in _SHORT
            and document.text[sentence.starts[at] : sentence.starts[at] + 2].isupper()
        ):
            return "ratio"
        if word in _DIFFERENCES:
            return "difference"
    return ""
