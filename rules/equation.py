r"""A sum that is written out must come to what it is said to come to.

"25 x 12 = 300", "£14 + £9 = £23": figures with signs between them and an equals sign behind. Products
and quotients are worked out before sums, and the result may be rounded to the digits that it gives.
Units are left to the reader, as in "240 / 80 = 3 hours".

Bad

    The van made 12 trips, so 12 × 18 = 226 miles were driven.
                                        ^^^^^^^^^ 12 × 18 = 216, not 226 miles

    Tickets came to £14 + £9 = £25 for the pair.
                               ^^^ £14 + £9 = £23, not £25

    The bill was 40 + 25 - 5 = 70 kroner.
                               ^^^^^^^^^ 40 + 25 − 5 = 60, not 70 kroner

    That makes 3 × 40 + 15 = 165 seats in the hall.
                             ^^^ 3 × 40 + 15 = 135, not 165

    He reckoned 96 / 4 = 26 hours of work.
                         ^^^^^^^^ 96 / 4 = 24, not 26 hours

Good

    The van made 12 trips, so 12 × 18 = 216 miles were driven.

    Tickets came to £14 + £9 = £23 for the pair.

    The bill was 40 + 25 - 5 = 60 kroner.

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

from collections.abc import Iterator, Sequence
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
_AMOUNTS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.POINTS))
_RESULTS = _AMOUNTS | {Kind.STATISTIC}
_TERMS = _AMOUNTS | {Kind.FRACTION, Kind.LABEL}
_QUOTIENTS = frozenset((Kind.RATIO, Kind.FRACTION))  # "96 / 4" may be one figure
_MACHINE = 10**12
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
    if not figures or result.value is None or result.kind not in _RESULTS:
        return
    if not _are_of_one_unit((result, *figures)) or _begins_with_sign(sentence, figures[0]):
        return
    value = _value(signs, [_number(figure) for figure in figures])
    if value is None:
        return
    behind = zip(signs, figures[1:], strict=True)
    shown = " ".join([figures[0].text, *(f"{sign} {figure.text}" for sign, figure in behind)])
    # What a machine has printed to all its digits is off in the last.
    slack = max(Fraction(result.grain) / 2, abs(value) / _MACHINE)
    holds = abs(value - result.value) <= slack
    fails = f"{shown} = {_written(value, result)}, not {result.text}"
    yield decided(
        result, Reckoned(tuple(figures), shown), holds, f"{shown} = {result.text}", fails,
        reading="written out", tie="plain",
        grade=Grade.EXACT if value == result.value else Grade.ROUNDING,
    )  # fmt: skip


def _terms(sentence: Sentence, at: int) -> tuple[list[str], list[Figure]]:
    """The signs and figures right before an equals sign, in their order; none where they are no sum."""
    signs: list[str] = []
    figures: list[Figure] = []
    words, place = sentence.words, at - 1
    while place >= 0 and len(figures) < _MOST:
        figure = sentence.figure_at.get(place)
        if figure is None or not _is_term(figure):
            return [], []
        figures.append(figure)
        if place < 2 or words[place - 1] not in _SIGNS or words[place - 2] != "#":
            break
        signs.append(_SIGNS[words[place - 1]])
        place -= 2
    if not signs and not (figures and "/" in figures[0].text):
        return [], []
    return signs[::-1], figures[::-1]


def _is_term(figure: Figure) -> bool:
    if figure.kind is Kind.LABEL:
        return figure.text.isdecimal()  # the 5 of "25 - 5"
    is_quotient = figure.kind in _QUOTIENTS and "/" in figure.text
    return figure.value is not None and (figure.kind in _TERMS or is_quotient)


def _number(figure: Figure) -> Fraction:
    return Fraction(figure.text if figure.value is None else figure.value)


def _are_of_one_unit(figures: Sequence[Figure]) -> bool:
    """Is there no second unit of the result's dimension: no feet and inches, no pounds and pence?"""
    result = figures[0].unit
    return all(
        figure.unit is result
        for figure in figures
        if figure.unit is not None
        and result is not None
        and figure.unit.dimension == result.dimension
    )


def _begins_with_sign(sentence: Sentence, first: Figure) -> bool:
    return first.place > 0 and sentence.words[first.place - 1] in _SIGNS


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
