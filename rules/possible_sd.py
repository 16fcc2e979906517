r"""A standard deviation must be one that the values can have.

Zeros and ones with a mean of m have the standard deviation √(m (1 - m) n / (n - 1)) and no other
(DEBIT, Heathers and Brown 2019), and values from a to b at most √((b - m) (m - a) n / (n - 1))
(Bhatia and Davis, American Mathematical Monthly 107 (2000) 353-357). Means and standard deviations
are taken for all that they may have been rounded from.

Bad

    Consent was coded as a binary variable (M = 0.35, SD = 0.18, n = 20).
                                                           ^^^^ zeros and ones with a mean of 0.35

    The dichotomous outcome had a mean of 0.19 (SD = 0.35) among the 1,683 firms.
                                                     ^^^^ zeros and ones with a mean of 0.19

    The tea was rated on a scale from 1 to 7 (M = 6.4, SD = 2.6).
                                                            ^^^ from 1 to 7

    Trust was measured on a 5-point scale, with a mean of 4.5 and a standard deviation of 2.9.
                                                                                          ^^^ at most

    On the scale of 0 to 10 the mean rating was 9.2 (SD = 4.1; n = 60).
                                                          ^^^ at most

Good

    Consent was coded as a binary variable (M = 0.35, SD = 0.49, n = 20).

    The dichotomous outcome had a mean of 0.93 (SD = 0.25) among the 1,683 firms.

    The tea was rated on a scale from 1 to 7 (M = 6.4, SD = 1.2).

    Trust was measured on a 5-point scale, with a mean of 3.1 and a standard deviation of 1.4.

    On the scale of 0 to 10 the mean rating was 5.2 (SD = 4.1; n = 60).

Passed over

    The proportion of words recalled was high (M = 0.35, SD = 0.18, n = 20).

    Savings were skewed, with a mean of 4.1 and a standard deviation of 9.7.

    The tea was rated on a scale from 1 to 7; age had a mean of 36.4 (SD = 12.6).

    The kitchen scale weighed 1 to 7 kg too little, with a mean error of 0.4 and an SD of 0.9.

    The binary code had a mean length of 0.35 (SE = 0.18).
"""

from collections.abc import Iterator
from fractions import Fraction
from math import sqrt

from figcheck.rulekit import (
    Claim,
    Document,
    Figure,
    Grade,
    Hedge,
    Kind,
    Reckoned,
    Scale,
    Sentence,
    may_be_binary,
    most_variance,
    prose,
    scales,
)  # fmt: skip

code = "FC606"

_BINARY = frozenset(("binary", "dichotomous", "dichotomized", "dichotomised"))
_DEVIATION = frozenset(("sd", "sds", "deviation", "s.d"))
_MEANS = frozenset(("mean", "average", "averaged", "m"))
_KINDS = frozenset((Kind.COUNT, Kind.STATISTIC))
_LINKS = frozenset(("=", "of", "was", ":"))
_FEWEST = 4  # values, where the text does not say how many: fewer are no sample
_REACH = 12
_LARGE = 10**9


def relate(document: Document) -> Iterator[Claim]:
    """Each mean with its standard deviation, of binary values or of ratings on a scale."""
    before: Sentence | None = None
    for sentence in prose(document):
        near = before if before is not None and before.index == sentence.index - 1 else None
        before = sentence
        if _DEVIATION.isdisjoint(sentence.vocabulary):
            continue
        pairs = list(_pairs(sentence))
        if pairs:
            rated = scales(sentence) or (scales(near) if near is not None else [])
            n = _size(sentence)
            for mean, sd in pairs:
                claim = _binary(sentence, mean, sd, n) or _on_scale(rated, mean, sd, n)
                if claim is not None:
                    yield claim


def _pairs(sentence: Sentence) -> Iterator[tuple[Figure, Figure]]:
    """Each standard deviation with the mean right before it."""
    mean: Figure | None = None
    for figure in sentence.figures:
        if (
            figure.kind not in _KINDS
            or figure.unit is not None
            or figure.hedge is not Hedge.EXACT
            or figure.value is None
            or not 0 <= figure.value < _LARGE
        ):
            mean = None
        elif _is_named(sentence, figure, _DEVIATION):
            if mean is not None and figure.place - mean.place <= _REACH:
                yield mean, figure
            mean = None
        else:
            mean = figure if _is_named(sentence, figure, _MEANS) else None


def _is_named(sentence: Sentence, figure: Figure, names: frozenset[str]) -> bool:
    """ "SD = 0.18", "SD 0.18", "a standard deviation of 0.18", "the mean rating was 5.2"."""
    before = sentence.words[max(0, figure.place - 4) : figure.place]
    if "#" in before:
        before = before[len(before) - before[::-1].index("#") :]
    if not before or (before[-1] not in _LINKS and before[-1] not in names):
        return False
    return not names.isdisjoint(before)


def _binary(sentence: Sentence, mean: Figure, sd: Figure, n: Figure | None) -> Claim | None:
    if _BINARY.isdisjoint(sentence.vocabulary) or not _is_decimal(mean) or not _is_decimal(sd):
        return None
    if mean.value is None or sd.value is None or mean.value > 1:
        return None
    size = int(n.value or 0) if n is not None else _FEWEST
    fits = may_be_binary(mean.value, mean.grain, sd.value, sd.grain, size)
    exact = sqrt(mean.value * (1 - mean.value) * (Fraction(size, size - 1) if n is not None else 1))
    shown = f"{exact:.{len(sd.text.rpartition('.')[2])}f}"
    return Claim(
        stated=sd,
        term=Reckoned((mean, n) if n is not None else (mean,), shown),
        reading="binary",
        verdict=Grade.EXACT if fits else Grade.CONFLICT,
        message=f"zeros and ones with a mean of {mean.text} have a standard deviation of {shown}"
        + ("" if fits else f", not {sd.text}"),
    )


def _on_scale(found: list[Scale], mean: Figure, sd: Figure, n: Figure | None) -> Claim | None:
    if len(found) != 1 or found[0].high > _LARGE or mean.value is None or sd.value is None:
        return None
    scale = found[0]
    if not scale.low <= mean.value <= scale.high or mean in scale.figures or sd in scale.figures:
        return None
    size = int(n.value or 0) if n is not None else _FEWEST
    most = most_variance(mean.value, mean.grain, scale.low, scale.high, size)
    fits = max(Fraction(0), Fraction(sd.value) - Fraction(sd.grain) / 2) ** 2 <= most
    ends = f"from {float(scale.low):g} to {float(scale.high):g}"
    message = (
        f"values {ends} with a mean of {mean.text} have a standard deviation of at most "
        f"{sqrt(most):.2f}"
    )
    return Claim(
        stated=sd,
        term=Reckoned((mean, *scale.figures), message),
        reading="scale",
        consistency=True,
        verdict=Grade.EXACT if fits else Grade.CONFLICT,
        message=message if fits else f"{message}, not {sd.text}",
    )


def _is_decimal(figure: Figure) -> bool:
    return figure.grain < 1


def _size(sentence: Sentence) -> Figure | None:
    """The one "n = 20" of the sentence."""
    found = [
        figure
        for figure in sentence.figures
        if sentence.words[max(0, figure.place - 2) : figure.place] == ["n", "="]
        and figure.value is not None
        and 1 < figure.value < _LARGE
        and figure.value.denominator == 1
    ]
    return found[0] if len(found) == 1 else None
