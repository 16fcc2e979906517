r"""The share of variance that a correlation explains is its square.

"r = -.34, so that light explained 12% of the variance": a correlation of .34 explains .34 squared,
12 percent. Writers take the correlation itself for the share, or forget the square. The share is
one that is said of variance, the correlation the nearest before it.

Bad

    Mood and light were correlated, r = -.34, in 61 adults; light explained 34% of the variance.
                                                                            ^^^ that is the correlation itself

    The correlation was r(58) = 0.62, so that income accounts for 62 percent of the variance.
                                                                  ^^^^^^^^^^ that is the correlation itself

    Sleep and score correlated at r = .70. Sleep thus explains 70% of the variation in the score.
                                                               ^^^ that is the correlation itself

    Height went with reach (r = 0.80), which accounted for 46% of the variance in it.
                                                           ^^^ 0.80² = 64%

    Speed and age were related, r = -.50, and age explained 52% of the variance in speed.
                                                            ^^^ .50² = 25%

Good

    Mood and light were correlated, r = -.34, in 61 adults; light explained 12% of the variance.

    The correlation was r(58) = 0.62, so that income accounts for 38 percent of the variance.

    Sleep and score correlated at r = .70. Sleep thus explains 49% of the variation in the score.

    Height went with reach (r = 0.80), which accounted for 64% of the variance in it.

    Age explained about a quarter of the variance in speed, 25%, as r = -.50 implies.

Passed over

    Mood and light were correlated, r = -.34, and 34% of the adults slept badly.

    The model explained 34% of the variance; its residuals had a mean of 0.34.

    Light and mood together explained 46% of the variance (R = .68); light alone had r = .34.

    Three components explained 34% of the variance. Items loaded at r = .34 or more.

    Reliability was r = .91, and the first factor explained 41% of the variance.
"""

from collections.abc import Iterator
from fractions import Fraction

from figcheck.rulekit import (
    Claim,
    Document,
    Figure,
    Kind,
    Sentence,
    decided,
    prose,
)  # fmt: skip

code = "FC602"

_VARIANCE = frozenset(("variance", "variation", "variability"))
_EXPLAINS = frozenset(
    "explained explains explain explaining accounted accounts account accounting shared shares".split()
)
_MANY = frozenset(
    "model models together combined components factors factor regression predictors variables".split()
)
_REACH = 5


def relate(document: Document) -> Iterator[Claim]:
    """Each share of variance, with the correlation before it in its sentence or the one before."""
    before: Sentence | None = None
    for sentence in prose(document):
        for figure in sentence.figures:
            if figure.kind is Kind.SHARE and figure.value and _is_of_variance(sentence, figure):
                near = before if before is not None and before.index == sentence.index - 1 else None
                correlation = _correlation(sentence, figure, near)
                if correlation is not None:
                    yield _claim(figure, correlation)
        before = sentence


def _is_of_variance(sentence: Sentence, figure: Figure) -> bool:
    words = sentence.words
    behind = words[figure.place + 1 : figure.place + 1 + _REACH]
    return (
        not _VARIANCE.isdisjoint(behind)
        and not _EXPLAINS.isdisjoint(words[: figure.place])
        and _MANY.isdisjoint(words[: figure.place])
    )


def _correlation(sentence: Sentence, share: Figure, near: Sentence | None) -> Figure | None:
    """The one correlation before the share, None where there are none or several."""
    found = [f for f in sentence.figures if f.place < share.place and _is_correlation(sentence, f)]
    if not found and near is not None:
        found = [figure for figure in near.figures if _is_correlation(near, figure)]
    return found[0] if len(found) == 1 else None


def _is_correlation(sentence: Sentence, figure: Figure) -> bool:
    """ "r = -.34", "r(58) = 0.62"."""
    if figure.kind is not Kind.STATISTIC or not 0 < abs(Fraction(figure.value or 0)) < 1:
        return False
    before = sentence.words[max(0, figure.place - 5) : figure.place]
    return "r" in before and before[-1] in ("=", "of", "at")


def _claim(share: Figure, correlation: Figure) -> Claim:
    """The share against the square, each within its last digit; the correlation itself is the slip."""
    value, half = abs(Fraction(correlation.value or 0)), Fraction(correlation.grain) / 2
    stated, slack = Fraction(share.value or 0), Fraction(share.grain or 1)
    low, high = 100 * max(value - half, Fraction(0)) ** 2 - slack, 100 * (value + half) ** 2 + slack
    is_itself = abs(stated - 100 * value) <= slack
    shown = f"{correlation.text.lstrip('-−')}² = {round(100 * value * value)}%"
    why = f"; that is the correlation itself: {shown}" if is_itself else f", but {shown}"
    reading = "itself" if is_itself else "square"
    fails = f"{share.text} of the variance{why}"
    return decided(share, (correlation,), low <= stated <= high, shown, fails, reading=reading)
