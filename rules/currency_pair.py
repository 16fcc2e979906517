r"""Amounts given in two currencies must imply one exchange rate throughout an article.

"C$1.6 billion ($1.4 billion)", "£22m, or $30m": each pair implies a rate. Where the article states
the rate, "($1 = 0.9091 euros)", each pair is held against it; else the pairs of the same two
currencies are held against each other, and the one that is off the middle is at fault. A gap of
less than five percent is forgiven: rates move, and writers round.

Bad

    The bid of 100 million euros ($130 million) beat one of 80 million euros ($164 million).
                                                                              ^^^^^^^^^^^^ 80

    The brewer will pay 480 million euros ($436 million) for the mills. ($1 = 0.9091 euros)
                                           ^^^^^^^^^^^^ $528 million

    Profit fell to 35 billion yen ($670 million), the carmaker said. ($1 = 98.90 yen)
                                   ^^^^^^^^^^^^ $354 million

    The clinic costs £22 million, or $30 million, the second £9 million, or $21 million, to build.
                                                                            ^^^^^^^^^^^ $12 million

    The bank will lend 2.2 trillion won ($9.9 billion), said the minister. One dollar buys 1,107 won.
                                         ^^^^^^^^^^^^ $2.0 billion

Good

    The bid of 100 million euros ($130 million) beat one of 80 million euros ($104 million).

    The brewer will pay 480 million euros ($528 million) for the mills. ($1 = 0.9091 euros)

    Profit fell to 35 billion yen ($354 million), the carmaker said. ($1 = 98.90 yen)

    The loan of C$1.6 billion ($1.4 billion) follows one of C$800 million ($690 million).

    Rent is about £900 ($1,100) a month, up from £850 ($1,050).

Passed over

    The picture was bought for £3m ($4.8m) in 1996 and valued last month at £22m ($28m).

    The bid of 100 million euros ($130 million) was the only one.

    The bid of 100 million euros ($130 million) beat one of 80 million pounds ($104 million).

    The house cost £20,000 ($56,000) in 1960 and £500,000 ($640,000) in 2019.

    The euro rose to $1.12 from $1.09, and the pound to $1.30.

    Sales were 40 million euros, profit $12 million and costs 30 million euros.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from figcheck.rulekit import (
    AtRate,
    Claim,
    Document,
    Figure,
    Grade,
    Kind,
    Proportion,
    Sentence,
    Term,
    dimension,
    judge,
    prose,
)  # fmt: skip

code = "FC502"

_TOLERANCE = Fraction(1, 20)
_CLOSE = Fraction(3, 20)
_MOST_TIMES = 400  # further off than any slip but one of scale: the two are no pair
_JOINTS = frozenset(("or", "equivalent", "=", "worth", "is", "i.e.", "(", "["))
_BETWEEN = _JOINTS | frozenset(
    "the of to about around some roughly approximately nearly just over , at that".split()
)
_EQUATES = frozenset(("=", "equals", "equalled", "buys", "bought", "worth", "is", "was", "at"))
_CURRENCY_WORDS = {"dollar": "money:USD", "euro": "money:EUR", "pound": "money:GBP"}
_MOST_BETWEEN = 6


class _Pair(NamedTuple):
    """An amount and what restates it in a second currency; of a stated rate, for one unit, `of` is None."""

    of: Figure | None
    to: Figure
    currencies: tuple[str, str]
    rate: Fraction  # of `to` for one of `of`

    def over(self, currencies: tuple[str, str]) -> Fraction:
        return self.rate if currencies == self.currencies else 1 / self.rate


def relate(document: Document) -> Iterator[Claim]:
    """Each pair held against the stated rate, or against the other pairs of its two currencies."""
    pairs: dict[frozenset[str], list[_Pair]] = {}
    rates: dict[frozenset[str], list[_Pair]] = {}
    for sentence in prose(document):
        _gather_pairs(sentence, pairs)
    if pairs:
        for sentence in document.sentences:
            _gather_rates(sentence, rates)
    for key, group in pairs.items():
        if key in rates:
            yield from _against_stated(document, group, rates[key])
        elif len(group) > 1:
            yield from _against_others(document, group)


def _money(sentence: Sentence) -> list[Figure]:
    return [figure for figure in sentence.figures if figure.kind is Kind.MONEY and figure.value]


def _gather_pairs(sentence: Sentence, pairs: dict[frozenset[str], list[_Pair]]) -> None:
    money = _money(sentence)
    for one, other in pairwise(money):
        is_pair = other.apposed is one or _restates(sentence, one, other)
        if is_pair and dimension(one) != dimension(other) and not _is_rate(sentence, one, other):
            _note(pairs, _pair(one, other))


def _gather_rates(sentence: Sentence, rates: dict[frozenset[str], list[_Pair]]) -> None:
    money = _money(sentence)
    for one, other in pairwise(money):
        if dimension(one) != dimension(other) and _is_rate(sentence, one, other):
            # The one unit has no width: as a rounded amount it would admit half of itself.
            _note(rates, _pair(one, other)._replace(of=None))
    for figure in money:
        currency = _CURRENCY_WORDS.get(figure.per, "") if isinstance(figure.per, str) else ""
        if currency and currency != dimension(figure):
            _note(rates, _per_currency(figure))


def _note(groups: dict[frozenset[str], list[_Pair]], pair: _Pair) -> None:
    groups.setdefault(frozenset(pair.currencies), []).append(pair)


def _pair(of: Figure, to: Figure) -> _Pair:
    return _Pair(of, to, (dimension(of), dimension(to)), _amount(to) / _amount(of))


def _per_currency(figure: Figure) -> _Pair:
    """ "110 yen to the dollar"."""
    other = _CURRENCY_WORDS[str(figure.per)]
    return _Pair(None, figure, (other, dimension(figure)), _amount(figure))


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


def _against_stated(document: Document, pairs: list[_Pair], rates: list[_Pair]) -> Iterator[Claim]:
    for pair in pairs:
        nearest = min(rates, key=lambda rate: _gap(pair, rate))
        yield from _claim(document, pair, nearest, "stated rate")


def _against_others(document: Document, pairs: list[_Pair]) -> Iterator[Claim]:
    """Each pair against the pair of the middle rate; the outlier is the one that fails."""
    currencies = pairs[0].currencies
    ranked = sorted(pairs, key=lambda pair: pair.over(currencies))
    middle = ranked[len(ranked) // 2] if len(ranked) > 2 else pairs[0]
    for pair in pairs:
        if pair is not middle:
            yield from _claim(
                document, pair, middle, "many pairs" if len(pairs) > 2 else "two pairs"
            )


def _gap(pair: _Pair, other: _Pair) -> Fraction:
    """How many times apart the two rates are, at least 1."""
    times = pair.over(other.currencies) / other.rate
    return max(times, 1 / times)


def _claim(document: Document, pair: _Pair, rate: _Pair, reading: str) -> Iterator[Claim]:
    """The amount that restates, worked out at the other rate."""
    gap = _gap(pair, rate)
    if gap > _MOST_TIMES or pair.of is None:
        return
    claim = Claim(stated=pair.to, term=_at(rate, pair.of))
    claim.verdict = judge(claim)
    if claim.verdict > Grade.ROUNDING and gap < 1 + _TOLERANCE:
        claim.verdict = Grade.ROUNDING
    if claim.verdict <= Grade.ROUNDING:
        claim.reading = reading
    elif _gap(pair, rate._replace(rate=1 / rate.rate)) < 1 + _TOLERANCE:
        claim.slip = "it was converted the wrong way"
        claim.reading = f"{reading} inverted"
    elif gap < 1 + _CLOSE:
        claim.reading = f"{reading} close"
    elif _are_of_other_years(document, pair, rate):
        if rate.of is not None:
            return
        claim.reading = f"{reading} of other years"
    else:
        claim.reading = reading
    yield claim


def _at(rate: _Pair, amount: Figure) -> Term:
    is_forward = dimension(amount) == rate.currencies[0]
    if rate.of is None:
        return Proportion((amount, rate.to)) if is_forward else Proportion((amount,), (rate.to,))
    return AtRate(amount, rate.to, rate.of) if is_forward else AtRate(amount, rate.of, rate.to)


def _are_of_other_years(document: Document, pair: _Pair, rate: _Pair) -> bool:
    """Do the sentences of the two name different years, or a year between the two?"""
    low, high = sorted((pair.to, rate.to), key=lambda figure: figure.start)
    if low.sentence == high.sentence:
        figures = document.sentences[low.sentence].figures
        return any(f.date is not None and low.place < f.place < high.place for f in figures)
    one, other = (
        {f.date.year for f in document.sentences[p.to.sentence].figures if f.date and f.date.year}
        for p in (pair, rate)
    )
    return bool(one or other) and (one != other or len(one) > 1)
