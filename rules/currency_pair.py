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

    It was worth $20 million (£10.5 million) in 2004, and $1.8 billion (£94 million) five years on.
                                                                        ^^^^^^^^^^^ £94 million; it looks 10 times too small

    The film cost $150m (£79m) and took $13.5 (£7m) in three days.
                                               ^^^ it looks 1,000,000 times too large

Good

    The bid of 100 million euros ($130 million) beat one of 80 million euros ($104 million).

    The brewer will pay 480 million euros ($528 million) for the mills. ($1 = 0.9091 euros)

    Profit fell to 35 billion yen ($354 million), the carmaker said. ($1 = 98.90 yen)

    The loan of C$1.6 billion ($1.4 billion) follows one of C$800 million ($690 million).

    Rent is about £900 ($1,100) a month, up from £850 ($1,050).

Passed over

    In March the loan was €30 million ($40.7 million). The rain came. The wind rose. The bridge fell. By June it was €14.5 million ($18.7 million).

    The picture was bought for £3m ($4.8m) in 1996 and valued last month at £22m ($28m).

    The bid of 100 million euros ($130 million) was the only one.

    The bid of 100 million euros ($130 million) beat one of 80 million pounds ($104 million).

    The house cost £20,000 ($56,000) in 1960 and £500,000 ($640,000) in 2019.

    The euro rose to $1.12 from $1.09, and the pound to $1.30.

    Sales were 40 million euros, profit $12 million and costs 30 million euros.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from figcheck.rulekit import (
    AtRate,
    Claim,
    Document,
    Exchange,
    Figure,
    Grade,
    Proportion,
    Term,
    dimension,
    exchanges,
    judge,
    prose,
    stated_rates,
)  # fmt: skip

code = "FC502"

_TOLERANCE = Fraction(1, 20)
_NEAR = 2  # sentences
_CLOSE = Fraction(3, 20)
_SCALES = (10, 100, 1000, 1_000_000, 1_000_000_000)
_MOST_MOVED = 3  # times; no rate of two years differs by more, but for a slip of scale
_MOST_TIMES = 400  # further off than any slip but one of scale: the two are no pair


def relate(document: Document) -> Iterator[Claim]:
    """Each pair held against the stated rate, or against the other pairs of its two currencies."""
    pairs = _by_currencies(pair for sentence in prose(document) for pair in exchanges(sentence))
    if not pairs:
        return
    rates = _by_currencies(r for sentence in document.sentences for r in stated_rates(sentence))
    for key, group in pairs.items():
        if key in rates:
            yield from _against_stated(document, group, rates[key])
        elif len(group) > 1:
            yield from _against_others(document, group)


def _by_currencies(pairs: Iterable[Exchange]) -> dict[frozenset[str], list[Exchange]]:
    groups: dict[frozenset[str], list[Exchange]] = {}
    for pair in pairs:
        groups.setdefault(frozenset(pair.currencies), []).append(pair)
    return groups


def _against_stated(
    document: Document, pairs: list[Exchange], rates: list[Exchange]
) -> Iterator[Claim]:
    for pair in pairs:
        nearest = min(rates, key=lambda rate: _gap(pair, rate))
        yield from _claim(document, pair, nearest, "stated rate")


def _against_others(document: Document, pairs: list[Exchange]) -> Iterator[Claim]:
    """Each pair against the pair of the middle rate; the outlier is the one that fails."""
    currencies = pairs[0].currencies
    ranked = sorted(pairs, key=lambda pair: pair.over(currencies))
    middle = ranked[len(ranked) // 2] if len(ranked) > 2 else pairs[0]
    for pair in pairs:
        if pair is not middle:
            yield from _claim(
                document, pair, middle, "many pairs" if len(pairs) > 2 else "two pairs"
            )


def _gap(pair: Exchange, other: Exchange) -> Fraction:
    """How many times apart the two rates are, at least 1."""
    times = pair.over(other.currencies) / other.rate
    return max(times, 1 / times)


def _claim(document: Document, pair: Exchange, rate: Exchange, reading: str) -> Iterator[Claim]:
    """The amount that restates, worked out at the other rate."""
    gap = _gap(pair, rate)
    scale = _scale(gap)
    if pair.of is None or (gap > _MOST_TIMES and not scale):
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
    elif scale:
        is_large = pair.over(rate.currencies) > rate.rate
        if pair.currencies != rate.currencies:
            is_large = not is_large
        claim.slip = f"it looks {scale:,} times too {'large' if is_large else 'small'}"
        claim.reading = f"{reading} scale"
    elif gap < 1 + _CLOSE:
        if abs(pair.to.sentence - rate.to.sentence) > _NEAR:
            return  # rates move by as much in a few months
        claim.reading = f"{reading} close"
    elif _are_of_other_years(document, pair, rate):
        if rate.of is not None and gap < _MOST_MOVED:
            return
        claim.reading = f"{reading} of other years"
    else:
        claim.reading = reading
    yield claim


def _scale(gap: Fraction) -> int:
    """The power of ten that two rates are apart, 0 where they are so by none."""
    for times in _SCALES:
        if 1 / (1 + _CLOSE) < gap / times < 1 + _CLOSE:
            return times
    return 0


def _at(rate: Exchange, amount: Figure) -> Term:
    is_forward = dimension(amount) == rate.currencies[0]
    if rate.of is None:
        return Proportion((amount, rate.to)) if is_forward else Proportion((amount,), (rate.to,))
    return AtRate(amount, rate.to, rate.of) if is_forward else AtRate(amount, rate.of, rate.to)


def _are_of_other_years(document: Document, pair: Exchange, rate: Exchange) -> bool:
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
