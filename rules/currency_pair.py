r"""Amounts given in two currencies must imply one exchange rate throughout an article.

"C$1.6 billion ($1.4 billion)", "$22m (£11.7m)": each pair implies a rate; where two pairs of one
article differ by five percent or more, one of the amounts is wrong.

Bad

    The bid of 100 million euros ($130 million) beat one of 80 million euros ($164 million).
                                                                              ^^^^^^^^^^^^ 80

Good

    The bid of 100 million euros ($130 million) beat one of 80 million euros ($104 million).

Passed over

    The bid of 100 million euros ($130 million) was the only one.
"""

from collections.abc import Iterator
from fractions import Fraction

from figcheck.rulekit import AtRate, Claim, Document, Figure, Grade, Kind, dimension, judge

code = "FC502"

_TOLERANCE = Fraction(1, 20)


def relate(document: Document) -> Iterator[Claim]:
    """Each pair held against the others of its two currencies."""
    groups: dict[tuple[str, str], list[tuple[Figure, Figure]]] = {}
    for figure in document.figures:
        pair = _pair(figure)
        if pair:
            first, second = pair
            groups.setdefault((dimension(first), dimension(second)), []).append(pair)
    for pairs in groups.values():
        if len(pairs) > 1:
            yield from _against_others(pairs)


def _pair(figure: Figure) -> tuple[Figure, Figure] | None:
    """A figure that restates another in a second currency, the two in a fixed order."""
    other = figure.apposed
    if other is None or not figure.kind is other.kind is Kind.MONEY or figure.per != other.per:
        return None
    if not (figure.value and other.value) or dimension(figure) == dimension(other):
        return None
    return (figure, other) if dimension(figure) < dimension(other) else (other, figure)


def _against_others(pairs: list[tuple[Figure, Figure]]) -> Iterator[Claim]:
    """Each pair against the pair of the middle rate; the outlier is the one that fails."""
    ranked = sorted(pairs, key=_rate)
    middle = ranked[len(ranked) // 2] if len(ranked) > 2 else pairs[0]
    for pair in pairs:
        if pair is middle:
            continue
        claim = _claim(pair, middle)
        off = abs(_rate(pair) / _rate(middle) - 1)
        claim.verdict = judge(claim)
        if claim.verdict > Grade.ROUNDING and off < _TOLERANCE:
            claim.verdict = Grade.ROUNDING
        yield claim


def _rate(pair: tuple[Figure, Figure]) -> Fraction:
    first, second = pair
    return Fraction(first.value or 0) / Fraction(second.value or 1)


def _claim(pair: tuple[Figure, Figure], middle: tuple[Figure, Figure]) -> Claim:
    """The amount that restates, worked out at the other pair's rate."""
    first, second = pair
    if first.apposed is second:
        return Claim(stated=first, term=AtRate(second, middle[0], middle[1]), evidence=8)
    return Claim(stated=second, term=AtRate(first, middle[1], middle[0]), evidence=8)
