r"""A sum that is written out must come to what it is said to come to.

"25 x 12 = 300", "£14 + £9 = £23": figures with signs between them and an equals sign behind. Products
and quotients are worked out before sums, and the result may be rounded to the digits that it gives.
Units are left to the reader, as in "240 / 80 = 3 hours".

Bad

    The van made 12 trips, so 12 × 18 = 226 miles were driven.
                                        ^^^ 12 × 18 = 216, not 226

    Tickets came to £14 + £9 = £25 for the pair.
                               ^^^ £14 + £9 = £23, not £25

    The bill was 40 + 25 - 5 = 70 crowns.
                               ^^ 40 + 25 − 5 = 60, not 70

    That makes 3 × 40 + 15 = 165 seats in the hall.
                             ^^^ 3 × 40 + 15 = 135, not 165

    He reckoned 96 / 4 = 26 hours of work.
                         ^^ 96 / 4 = 24, not 26

Good

    The van made 12 trips, so 12 × 18 = 216 miles were driven.

    Tickets came to £14 + £9 = £23 for the pair.

    The bill was 40 + 25 - 5 = 60 crowns.

    That makes 3 × 40 + 15 = 135 seats in the hall.

    He reckoned 100 / 7 = 14.3 hours of work.

    Each of them owed 100 / 3 = 33 crowns.

Passed over

    The mean was 4.2 (SD = 1.1, n = 40).

    Set the dial so that x + 4 = 9.

    The slope was 3.1 - 0.4 = steep.

    A 2 × 2 design with n = 40 was used.

    The draw was 1 - 1, and extra time = 30 minutes.
"""

from collections.abc import Iterator
from fractions import Fraction

from figcheck.rulekit import (
    Claim,
    Document,
    Figure,
    Grade,
    Kind,
    Reckoned,
    Sentence,
    decided,
    prose,
)

code = "FC109"

_SIGNS = {
    "+": "+",
    "plus": "+",
    "-": "−",
    "−": "−",
    "–": "−",
    "×": "×",
    "x": "×",
    "*": "×",
    "/": "/",
    "÷": "/",
}
_KINDS = frozenset(
    (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.POINTS, Kind.FRACTION)
)
_MOST = 12  # figures of one sum


def relate(document: Document) -> Iterator[Claim]:
    """Each equals sign with a figure behind it and figures with signs between them before it."""
    for sentence in prose(document):
        if "=" not in sentence.vocabulary:
            continue
        for at, word in enumerate(sentence.words):
            result = sentence.figure_at.get(at + 1) if word == "=" else None
            if result is not None and not _goes_on(sentence, result):
                yield from _claims(sentence, at, result)


def _goes_on(sentence: Sentence, result: Figure) -> bool:
    """Is the figure behind the sign itself worked with: "a = 3 × 4"?"""
    after = sentence.words[result.place + 1 : result.place + 3]
    return bool(after) and after[0] in _SIGNS and after[1:] == ["#"]


def _claims(sentence: Sentence, at: int, result: Figure) -> Iterator[Claim]:
    signs, figures = _terms(sentence, at)
    if not signs or result.value is None or result.kind not in _KINDS:
        return
    value = _value(signs, [Fraction(figure.value or 0) for figure in figures])
    if (
        value is None
        or (sentence.words[figures[0].place - 1 : figures[0].place] or [""])[0] in _SIGNS
    ):
        return
    shown = " ".join(
        [figures[0].text, *(f"{s} {f.text}" for s, f in zip(signs, figures[1:], strict=True))]
    )
    holds = abs(value - result.value) * 2 <= Fraction(result.grain)
    is_exact = value == result.value
    fails = f"{shown} = {_written(value, result)}, not {result.text}"
    yield decided(
        result, Reckoned(tuple(figures), shown), holds, f"{shown} = {result.text}", fails,
        reading="written out", tie="plain", grade=Grade.EXACT if is_exact else Grade.ROUNDING,
    )  # fmt: skip


def _terms(sentence: Sentence, at: int) -> tuple[list[str], list[Figure]]:
    """The signs and figures right before an equals sign, in their order; none where they are no sum."""
    signs: list[str] = []
    figures: list[Figure] = []
    place = at - 1
    while place >= 0 and len(figures) < _MOST:
        figure = sentence.figure_at.get(place)
        if figure is None or figure.value is None or figure.kind not in _KINDS:
            return [], []
        figures.append(figure)
        before = place - 1
        if (
            before < 1
            or sentence.words[before] not in _SIGNS
            or sentence.figure_at.get(before - 1) is None
        ):
            break
        signs.append(_SIGNS[sentence.words[before]])
        place = before - 1
    return signs[::-1], figures[::-1]


def _value(signs: list[str], values: list[Fraction]) -> Fraction | None:
    """What the figures come to, products and quotients first; None where one divides by nothing."""
    terms = [values[0]]
    for sign, value in zip(signs, values[1:], strict=True):
        if sign == "×":
            terms[-1] *= value
        elif sign == "/":
            if not value:
                return None
            terms[-1] /= value
        else:
            terms.append(value if sign == "+" else -value)
    return sum(terms, Fraction(0))


def _written(value: Fraction, result: Figure) -> str:
    """The value in the manner of the figure that it should be, without its unit's words."""
    mark = "£$€¥₹".find(result.text[:1])
    number = f"{value.numerator:,}" if value.denominator == 1 else f"{float(value):,.6g}"
    return f"{result.text[:1]}{number}" if mark >= 0 and result.text else number
