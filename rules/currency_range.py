r"""An amount told in two currencies implies a rate at which they have been exchanged at some time.

"$10m (£19.2m)": a dollar has never bought more than a pound. How much of each currency a dollar
bought at the least and the most since 1971 stands in data/exchange_ranges.toml. What fits only when
converted the other way, or with another scale word, is named as such. Of several pairs of the same
two currencies each is held against the others: see currency_pair.

Bad

    The studio earned $10m (£19.2m) in the third quarter.
                            ^^^^^^ £3.6m to £9.7m, not £19.2m; it was converted the wrong way

    The market was worth $1.8 billion (£9.4 million) by then.
                                       ^^^^^^^^^^^^ not £9.4 million; it looks 100 times too small

    The film came in seventh with $6.3 (£3.35m) in its third week.
                                        ^^^^^^ not £3.35m

    The bridge cost 40 million euros, or $740 million.
                                         ^^^^^^^^^^^^ not $740 million

    The tunnel will cost 5 billion yen ($4.2 billion) and take nine years.
                                        ^^^^^^^^^^^^ not $4.2 billion

Good

    The studio earned $10m (£5.2m) in the third quarter.

    The market was worth $1.8 billion (£945 million) by then.

    The bridge cost 40 million euros, or $52 million.

    The tunnel will cost 5 billion yen ($42 million) and take nine years.

    Rent is about £900 ($1,100) a month.

Passed over

    Sales were $10m and costs £19.2m in the third quarter.

    The first prize is $100 and the second £90.

    It pays 5 dollars or 40 pounds, as the winner likes.

    The farm was sold for 3 million drachmas ($200).

    The film cost $10m to make (it took £19.2m in Britain alone).
"""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from figcheck.rulekit import (
    EXCHANGE_RANGES,
    Claim,
    Document,
    Exchange,
    Figure,
    Grade,
    Interval,
    Proportion,
    exchanges,
    judge,
    prose,
    stated_rates,
)

code = "FC503"

_SCALES = (10, 100, 1000, 1_000_000)
_MONEY = "money:"


def relate(document: Document) -> Iterator[Claim]:
    """Each amount told in two currencies of known ranges, the only pair of the two in the article."""
    pairs = [pair for sentence in prose(document) for pair in exchanges(sentence)]
    if not pairs:
        return
    rates = [rate for sentence in document.sentences for rate in stated_rates(sentence)]
    told = Counter(frozenset(pair.currencies) for pair in (*pairs, *rates))
    for pair in pairs:
        claim = _claim(pair) if told[frozenset(pair.currencies)] == 1 else None
        if claim is not None:
            yield claim


def _claim(pair: Exchange) -> Claim | None:
    rates = _range(*pair.currencies)
    if rates is None or pair.of is None or not _is_in_digits(pair.of):
        return None
    low, high = rates
    shown = f"× {_shown(low)} to {_shown(high)}"
    term = Proportion((pair.of,), (), Interval.of(low, high), shown)
    claim = Claim(
        stated=pair.to, term=term, reading="range", accepts=Grade.ROUGH, consistency=True,
        tie="plain" if pair.to.apposed is pair.of else "fair",
    )  # fmt: skip
    claim.verdict = judge(claim)
    if claim.verdict > Grade.ROUGH:
        claim.slip = _slip(pair.rate, low, high)
    return claim


def _is_in_digits(figure: Figure) -> bool:
    """No "billion francs" whose number was lost at the end of a line."""
    return any(character.isdecimal() for character in figure.text)


def _range(one: str, other: str) -> tuple[Fraction, Fraction] | None:
    """How much of the second currency one of the first has bought, at the least and the most."""
    first, second = (_to_the_dollar(name.removeprefix(_MONEY)) for name in (one, other))
    if first is None or second is None:
        return None
    return second[0] / first[1], second[1] / first[0]


def _to_the_dollar(currency: str) -> tuple[Fraction, Fraction] | None:
    if currency == "USD":
        return Fraction(1), Fraction(1)
    found = EXCHANGE_RANGES.get(currency)
    return None if found is None else (Fraction(found[0]), Fraction(found[1]))


def _slip(rate: Fraction, low: Fraction, high: Fraction) -> str:
    """How the amount came about, where one known mistake explains it."""
    if low <= 1 / rate <= high:
        return "it was converted the wrong way"
    for times in _SCALES:
        if low <= rate * times <= high:
            return f"it looks {times:,} times too small"
        if low <= rate / times <= high:
            return f"it looks {times:,} times too large"
    return ""


def _shown(rate: Fraction) -> str:
    return f"{float(rate):.3g}"
