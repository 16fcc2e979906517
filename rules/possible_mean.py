r"""The mean of n whole numbers must be a whole number divided by n.

"A die was thrown 20 times and gave a mean of 3.48": twenty whole numbers make 69 or 70, and 69 / 20
is 3.45, 70 / 20 is 3.50. Only what is counted or rated in whole numbers is held to it, and only
where n is too small for its fractions to fill the decimals (n below 10 to the power of the decimals).
Every count that the passage names may be n, and so may the product of two of them. A mean of
ratings must also lie on its scale.

This is the GRIM test of Brown and Heathers, Social Psychological and Personality Science 8 (2017)
363-369.

Bad

    A coin-sized die was rolled 16 times for a mean of 3.42, a little under the fair one.
                                                       ^^^^ 54 / 16 = 3.38 and 55 / 16 = 3.44

    The mean number of errors in the second block was 4.37 (SD = 1.2, n = 12).
                                                      ^^^^ 52 / 12 = 4.33 and 53 / 12 = 4.42

    The 19 children named an average of 6.63 animals correctly. Their mean number of errors was 2.22.
                                                                                                ^^^^ 42 / 19 = 2.21 and 43 / 19 = 2.26

    Twenty-five judges rated the loaf on a scale from 1 to 7, with a mean rating of 5.19.
                                                                                    ^^^^ 129 / 25 = 5.16 and 130 / 25 = 5.20

    On a scale from 1 to 5 the mean rating of the film was 5.8.
                                                           ^^^ off a scale that ends at 5

    Participants rated their trust on a 7-point scale (M = 3.45, SD = 1.1, n = 17).
                                                           ^^^^ 58 / 17 = 3.41 and 59 / 17 = 3.47

Good

    A coin-sized die was rolled 16 times for a mean of 3.44, a little under the fair one.

    The mean number of errors in the second block was 4.33 (SD = 1.2, n = 12).

    Twenty-five judges rated the loaf on a scale from 1 to 7, with a mean rating of 5.20.

    On a scale from 1 to 5 the mean rating of the film was 4.8.

    Participants rated their trust on a 7-point scale (M = 3.41, SD = 1.1, n = 17).

    The 19 children named an average of 6.63 animals correctly.

Passed over

    The mean number of errors was 4.37 among the 212 drivers.

    The mean age of the 12 divers was 31.4 years.

    Mean depression on the 21-item questionnaire was 12.37 (n = 18), on a scale from 0 to 63.

    The 12 typists made a mean of 4.37 errors in each of 10 trials.

    The 12 plots gave a mean of 4.37 tonnes.

    The mean difference in the number of errors was 1.37 (n = 12).

    The mean number of errors was about 4.4 (n = 12).

    The adjusted mean number of errors was 4.37 (n = 12).

    The 14 families were given a mean rating of 3.48 by an index of comfort.

    The 30 children made fewer errors, 4.37 on average, as the number of errors fell.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import floor

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
    around,
    is_decisive,
    may_be_mean,
    prose,
    scales,
)  # fmt: skip

code = "FC605"

_MEANS = frozenset(("mean", "average", "averaged", "averaging", "averages", "means", "m"))
_NAMES = _MEANS - {"m"}
_KINDS = frozenset((Kind.COUNT, Kind.STATISTIC))
_LINKS = frozenset(("of", "was", "is", "=", "averaged", "averaging", "at", ":", "were"))
_WHOLE = frozenset(
    "die dice errors mistakes goals siblings children recalled correctly rating ratings rated "
    "likert throws tosses cigarettes visits".split()
)
_UNWHOLE = frozenset(
    "items item questionnaire inventory subscale subscales composite index vas slider analogue analog "
    "visual difference change half halves sum scores percent percentage imputed per each trial trials "
    "twice age ages aged year years".split()
)
_DERIVED = frozenset(
    "adjusted estimated weighted marginal log predicted expected model modelled trimmed geometric "
    "harmonic median corrected".split()
)
_SCALES = frozenset(("scale", "scales", "likert"))
_MOST_COUNTS = 8
_REACH = 5


def relate(document: Document) -> Iterator[Claim]:
    """Each mean of whole numbers, with the counts that may be how many there were."""
    before: Sentence | None = None
    for sentence in prose(document):
        near = before if before is not None and before.index == sentence.index - 1 else None
        before = sentence
        if _MEANS.isdisjoint(sentence.vocabulary) or not _is_of_whole(sentence):
            continue
        means = [figure for figure in sentence.figures if _is_mean(sentence, figure)]
        if means:
            rated = scales(sentence) or (scales(near) if near is not None else [])
            counts = _counts(sentence) + (_counts(near) if near is not None else [])
            for mean in means:
                claim = _on_scale(rated, mean) or _grim(counts, mean)
                if claim is not None:
                    yield claim


def _is_of_whole(sentence: Sentence) -> bool:
    words = sentence.words
    if not _UNWHOLE.isdisjoint(sentence.vocabulary):
        return False
    if not (_WHOLE | _SCALES).isdisjoint(sentence.vocabulary):
        return True
    return any(words[at : at + 2] == ["number", "of"] for at in range(len(words)))


def _is_mean(sentence: Sentence, figure: Figure) -> bool:
    """ "a mean of 3.48", "the mean rating was 3.48", "M = 3.48"."""
    if figure.kind not in _KINDS or figure.unit is not None or figure.hedge is not Hedge.EXACT:
        return False
    if figure.value is None or figure.value <= 0 or figure.grain >= 1:
        return False
    before = sentence.words[max(0, figure.place - _REACH - 4) : figure.place]
    if not before or before[-1] not in _LINKS:
        return False
    if not _DERIVED.isdisjoint(before):
        return False
    if before[-2:] == ["m", "="]:
        return True
    for place in range(figure.place - 1, max(-1, figure.place - _REACH - 5), -1):
        other = sentence.figure_at.get(place)
        if other is not None and other.kind is not Kind.ORDINAL:
            return False
        if sentence.words[place] in _NAMES:
            return True
    return False


def _on_scale(found: list[Scale], mean: Figure) -> Claim | None:
    """A mean above the end of the scale that the passage names."""
    if (
        len(found) != 1
        or mean.value is None
        or mean.value - Fraction(mean.grain) / 2 <= found[0].high
    ):
        return None
    end = found[0].figures[-1]
    message = f"a mean of {mean.text} lies off a scale that ends at {float(found[0].high):g}"
    return Claim(
        stated=mean, term=Reckoned((end,), message), reading="scale", consistency=True,
        verdict=Grade.CONFLICT, message=message,
    )  # fmt: skip


def _grim(counts: list[Figure], mean: Figure) -> Claim | None:
    """The mean against every number of values that the passage may mean."""
    if len(counts) > _MOST_COUNTS:
        return None
    sizes = {int(f.value or 0) for f in counts}
    if not sizes or mean.value is None:
        return None
    products = {one * two for one in sizes for two in sizes if one != two}
    if not is_decisive(mean.grain, max(sizes | products)):
        return None
    if any(may_be_mean(mean.value, mean.grain, n) for n in products):
        return None
    possible = [n for n in sizes if may_be_mean(mean.value, mean.grain, n)]
    n = possible[0] if possible else max(sizes)
    of = [f for f in counts if f.value == n][:1]
    places = len(mean.text.rpartition(".")[2])
    shown = " and ".join(
        f"{k} / {n} = {_rounded(Fraction(k, n), places)}" for k in around(mean.value, n)
    )
    return Claim(
        stated=mean,
        term=Reckoned(tuple(of), shown),
        reading="grim",
        consistency=True,
        verdict=Grade.EXACT if possible else Grade.CONFLICT,
        message=f"{mean.text} is no mean of {n} whole numbers: {shown}"
        if not possible
        else f"{mean.text} is a mean of {n} whole numbers",
    )


def _rounded(value: Fraction, places: int) -> str:
    """Half up, as tables of means do."""
    return f"{floor(value * 10**places + Fraction(1, 2)) / 10**places:.{places}f}"


def _counts(sentence: Sentence) -> list[Figure]:
    """The whole numbers, two or more, that may count the values."""
    ends = {id(figure) for scale in scales(sentence) for figure in scale.figures}
    found = []
    for figure in sentence.figures:
        if id(figure) in ends or figure.kind not in _KINDS or figure.value is None:
            continue
        if figure.unit is None and figure.value > 1 and figure.value.denominator == 1:
            found.append(figure)
    return found
