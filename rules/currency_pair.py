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
from typing import NamedTuple

from figcheck.rulekit import (
    AtRate, Claim, Document, Figure, Grade, Hedge, Kind, Sentence, dimension, judge,
)  # fmt: skip

code = "FC502"

_TOLERANCE = Fraction(1, 20)
_EQUALS = frozenset(("=", "equals", "at"))


def relate(document: Document) -> Iterator[Claim]:
    """Each pair held against the others of its two currencies, a stated rate before all."""
    groups: dict[tuple[str, str], list[Pair]] = {}
    for sentence in document.sentences:
        for before, figure in zip(sentence.figures, sentence.figures[1:], strict=False):
            pair = _pair(sentence, before, figure)
            if pair is not None:
                groups.setdefault((dimension(pair.first), dimension(pair.second)), []).append(pair)
    for pairs in groups.values():
        if len(pairs) > 1:
            yield from _against_others(pairs)


class Pair(NamedTuple):
    """One amount in two currencies, in the alphabetic order of their codes."""

    first: Figure
    second: Figure
    restated: Figure  # the one of the two that stands second in the text
    is_rate: bool  # "$1 = 0.79 euros": not an amount of the article, but the rate itself

    @property
    def rate(self) -> Fraction:
        return Fraction(self.first.value or 0) / Fraction(self.second.value or 1)


def _pair(sentence: Sentence, before: Figure, figure: Figure) -> Pair | None:
    if not (before.kind is figure.kind is Kind.MONEY and before.value and figure.value):
        return None
    if dimension(before) == dimension(figure) or before.per != figure.per:
        return None
    if Hedge.RANGE in (before.hedge, figure.hedge):
        return None
    between = sentence.words[before.place + 1 : figure.place]
    is_rate = before.value == 1 and len(between) <= 3 and not _EQUALS.isdisjoint(between)
    if not is_rate and figure.apposed is not before:
        return None
    first, second = sorted((before, figure), key=dimension)
    return Pair(first, second, figure, is_rate)


def _against_others(pairs: list[Pair]) -> Iterator[Claim]:
    """Each amount against a stated rate, else against the pair of the middle rate."""
    stated = [pair for pair in pairs if pair.is_rate]
    amounts = [pair for pair in pairs if not pair.is_rate]
    ranked = sorted(amounts, key=lambda pair: pair.rate)
    model = stated[0] if stated else ranked[len(ranked) // 2] if len(ranked) > 2 else pairs[0]
    for pair in amounts:
        if pair is model:
            continue
        claim = _claim(pair, model, "stated rate" if stated else "implied rate")
        claim.verdict = judge(claim)
        if claim.verdict > Grade.ROUNDING and abs(pair.rate / model.rate - 1) < _TOLERANCE:
            claim.verdict = Grade.ROUNDING
        yield claim


def _claim(pair: Pair, model: Pair, reading: str) -> Claim:
    """The amount that restates, worked out at the model's rate."""
    if pair.restated is pair.first:
        term = AtRate(pair.second, model.first, model.second)
    else:
        term = AtRate(pair.first, model.second, model.first)
    return Claim(stated=pair.restated, term=term, reading=reading)
