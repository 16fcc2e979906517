"""Amounts told in two currencies, "£22m ($30m)", and exchange rates, "$1 = 0.9091 euros"."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Kind
from figcheck.link.lists import dimension

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Figure, Sentence

_JOINTS = frozenset(("or", "equivalent", "=", "worth", "is", "i.e.", "(", "["))
_BETWEEN = _JOINTS | frozenset(
    "the of to about around some roughly approximately nearly just over , at that".split()
)
_EQUATES = frozenset(("=", "equals", "equalled", "buys", "bought", "worth", "is", "was", "at"))
_CURRENCY_WORDS = {"dollar": "money:USD", "euro": "money:EUR", "pound": "money:GBP"}
_MOST_BETWEEN = 6


class Exchange(NamedTuple):
    """An amount and what restates it in a second currency; of a stated rate, for one unit, `of` is None."""

    of: Figure | None
    to: Figure
    currencies: tuple[str, str]
    rate: Fraction  # of `to` for one of `of`

    def over(self, currencies: tuple[str, str]) -> Fraction:
        """The rate in the direction of two currencies."""
        return self.rate if currencies == self.currencies else 1 / self.rate


def exchanges(sentence: Sentence) -> list[Exchange]:
    """The amounts of a sentence that are told again in another currency."""
    if sentence.exchanges is None:
        is_paid = Kind.MONEY in sentence.kinds
        sentence.exchanges = list(_exchanges(sentence)) if is_paid else []
    found: list[Exchange] = sentence.exchanges
    return found


def _exchanges(sentence: Sentence) -> Iterator[Exchange]:
    for one, other in pairwise(_money(sentence)):
        is_pair = other.apposed is one or _restates(sentence, one, other)
        if _is_cut(sentence, one, other):
            continue
        if is_pair and dimension(one) != dimension(other) and not _is_rate(sentence, one, other):
            yield _exchange(one, other)


def _is_cut(sentence: Sentence, one: Figure, other: Figure) -> bool:
    """Does the sentence end within the bracket of the second, "($4.9", before its "billion"?"""
    is_open = "(" in sentence.words[one.place + 1 : other.place]
    return is_open and other.place == len(sentence.words) - 1


def stated_rates(sentence: Sentence) -> Iterator[Exchange]:
    """The exchange rates that a sentence states."""
    if Kind.MONEY not in sentence.kinds:
        return
    money = _money(sentence)
    for one, other in pairwise(money):
        if dimension(one) != dimension(other) and _is_rate(sentence, one, other):
            # The one unit has no width: as a rounded amount it would admit half of itself.
            yield _exchange(one, other)._replace(of=None)
    for figure in money:
        currency = _CURRENCY_WORDS.get(figure.per, "") if isinstance(figure.per, str) else ""
        if currency and currency != dimension(figure):
            yield Exchange(None, figure, (currency, dimension(figure)), _amount(figure))


def _money(sentence: Sentence) -> list[Figure]:
    return [figure for figure in sentence.figures if figure.kind is Kind.MONEY and figure.value]


def _exchange(of: Figure, to: Figure) -> Exchange:
    return Exchange(of, to, (dimension(of), dimension(to)), _amount(to) / _amount(of))


def _amount(figure: Figure) -> Fraction:
    return Fraction(figure.value or 0) * Fraction(figure.unit.factor if figure.unit else 1)


def _is_rate(sentence: Sentence, one: Figure, other: Figure) -> bool:
    """ "$1 = 0.9091 euros", "one euro buys $1.10": one unit of a currency, set equal to the other."""
    between = sentence.words[one.place + 1 : other.place]
    return one.value == 1 and len(between) <= 3 and not _EQUATES.isdisjoint(between)


def _restates(sentence: Sentence, one: Figure, other: Figure) -> bool:
    between = sentence.words[one.place + 1 : other.place]
    return (
        0 < len(between) <= _MOST_BETWEEN
        and _BETWEEN.issuperset(between)
        and not _JOINTS.isdisjoint(between)
    )
