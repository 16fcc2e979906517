r"""The margin of error of a poll follows from how many were asked.

Of n people asked at random it is 98 / √n points at 95 percent confidence (1.96 √(0.25 / n); Cochran,
Sampling Techniques, 1977): 3.1 points of 1,000, 4.9 of 400. Weights make it larger and rounding
hides a little, so that only less than four fifths of it, or more than twice and a half, is a
conflict. Every number of people that the passage names may be the sample.

Bad

    The poll of 1,000 adults has a margin of error of plus or minus 1.5 percentage points.
                                                                    ^^^^^^^^^^^^^^^^^^^^^ 1,000 people gives 3.1 points

    The survey of 400 voters, taken by telephone, has a margin of error of 3 points.
                                                                           ^^^^^^^^ 400 people gives 4.9 points

    The pollster asked 2,400 residents in May. The margin of error is 0.4 percentage points.
                                                                      ^^^^^^^^^^^^^^^^^^^^^ 2,400 people gives 2.0 points

    Some 1,600 drivers were interviewed; the margin of error was 9 percentage points.
                                                                 ^^^^^^^^^^^^^^^^^^^ 1,600 people gives 2.5 points

    The margin of error was 1.2 percentage points. The firm had interviewed 820 parents.
                            ^^^^^^^^^^^^^^^^^^^^^ 820 people gives 3.4 points

Good

    The poll of 1,000 adults has a margin of error of plus or minus 3 percentage points.

    The survey of 400 voters, taken by telephone, has a margin of error of 5 points.

    The pollster asked 2,400 residents in May. The margin of error is 2 percentage points.

    Some 1,600 drivers were interviewed; the margin of error was 2.5 percentage points.

    The margin of error was 3.4 percentage points. The firm had interviewed 820 parents.

Passed over

    The poll of 1,012 adults, of whom 400 were voters, has a margin of error of 5 points among these.

    The poll has a margin of error of 2 percentage points.

    The poll of 1,000 adults has a margin of error of 4.2 percentage points after weighting.

    The gauge, read by 400 volunteers, has a margin of error of 3 mm.

    In a town of 12,000 people, the poll has a margin of error of 4 percentage points.

    The count of the 400 delegates has no margin of error; 3 points parted the two lists.
"""

from collections.abc import Iterator
from math import sqrt

from figcheck.rulekit import (
    Claim,
    Document,
    Figure,
    Grade,
    Hedge,
    Kind,
    Reckoned,
    Sentence,
    prose,
)  # fmt: skip

code = "FC616"

_ASKED = frozenset(
    "poll polls polled survey surveyed sample sampled asked interviewed interviews questioned "
    "respondents respondent telephone pollster pollsters questionnaire".split()
)
_PEOPLE = frozenset(
    "adult voter resident respondent people person driver parent student pupil worker employee citizen "
    "household customer reader user woman man teacher doctor nurse american briton interview".split()
)
_WERE_ASKED = frozenset("polled surveyed sampled asked interviewed questioned responded".split())
_KINDS = frozenset((Kind.POINTS, Kind.SHARE))
_LEAST, _MOST = 0.8, 2.5
_FEWEST, _LARGEST = 50, 10**6
_REACH = 8
_NEAR = 6


def relate(document: Document) -> Iterator[Claim]:
    """Each margin of error with the samples that its passage names."""
    sentences = list(prose(document))
    for at, sentence in enumerate(sentences):
        if "margin" not in sentence.vocabulary or "error" not in sentence.vocabulary:
            continue
        margin = _margin(sentence)
        passage = [
            s for s in sentences[max(0, at - 2) : at + 2] if abs(s.index - sentence.index) < 3
        ]
        if margin is None or all(_ASKED.isdisjoint(s.vocabulary) for s in passage):
            continue
        samples = [figure for s in passage for figure in s.figures if _is_sample(s, figure)]
        if samples:
            yield _claim(margin, samples)


def _margin(sentence: Sentence) -> Figure | None:
    """The points behind "margin of error"."""
    words = sentence.words
    at = next((k for k in range(len(words)) if words[k : k + 3] == ["margin", "of", "error"]), None)
    if at is None or words[at - 1] == "no":
        return None
    near = map(sentence.figure_at.get, range(at + 3, at + 3 + _REACH))
    figure = next((figure for figure in near if figure is not None), None)
    if figure is None or figure.kind not in _KINDS or not figure.value or figure.value >= 50:
        return None
    return figure if figure.hedge in (Hedge.EXACT, Hedge.ABOUT) else None


def _is_sample(sentence: Sentence, figure: Figure) -> bool:
    """ "A poll of 1,000 adults", "1,600 drivers were interviewed"."""
    value, words, place = figure.value, sentence.words, figure.place
    if figure.kind is not Kind.COUNT or value is None or value.denominator != 1:
        return False
    if figure.owner not in _PEOPLE or not _FEWEST <= value < _LARGEST:
        return False
    before, after = words[max(0, place - _NEAR) : place], words[place + 1 : place + _NEAR]
    return not (_ASKED.isdisjoint(before) and _WERE_ASKED.isdisjoint(after))


def _claim(margin: Figure, samples: list[Figure]) -> Claim:
    value, half = abs(float(margin.value or 0)), float(margin.grain) / 2
    usual = {sample: 98 / sqrt(float(sample.value or 1)) for sample in samples}
    fits = any(
        value + half >= _LEAST * points and value - half <= _MOST * points
        for points in usual.values()
    )
    sample = max(samples, key=lambda figure: figure.value or 0)
    shown = f"a random sample of {int(sample.value or 0):,} people gives {usual[sample]:.1f} points"
    return Claim(
        stated=margin,
        term=Reckoned((sample,), shown),
        reading="sample",
        tie="plain",
        consistency=True,
        verdict=Grade.EXACT if fits else Grade.CONFLICT,
        message=shown if fits else f"{shown}, not {margin.text}",
    )
