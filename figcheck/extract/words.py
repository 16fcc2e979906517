"""Words that begin a quantity: number words, ranks, fractions, multiples, vague groups."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.extract import fractions, groups, labels, spelled
from figcheck.extract.amounts import finish, read_article, read_number, take_sign, unite
from figcheck.extract.followers import is_measured
from figcheck.extract.hedges import take_hedge
from figcheck.extract.kinds import AGE, COUNT, DURATION, FRACTION
from figcheck.extract.measures import take_unit
from figcheck.extract.money import take_currency_after
from figcheck.extract.nouns import is_plural
from figcheck.extract.numerals import SCALE, VULGAR
from figcheck.extract.quantity import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable

    from figcheck.extract.tokens import Tokens

_BEFORE_RANK = frozenset(spelled.ORDINALS) | {"-", "hundred", "thousand", "million", "and"}
_BEFORE_ZERO = frozenset(("below", "above", "from", "to", "sub", "-", "ground", "absolute"))
_NOT_ONE_AFTER = frozenset(
    "of another can who that is thing day to , . ; in or such with side way point another's by has "
    "which at for could might would must should may will cannot whose i he she they we you 's "
    "side's on from and more time last would reason could hand else ) ? ! : was".split()
) | {""}
_NOT_ONE_BEFORE = frozenset(
    "no any every each this that the which some another first last other big only good new old "
    "great next at of was be is not such loved right wrong".split()
)
_MEASURED_BY_ONE = frozenset(
    "mile kilometre kilometer metre meter foot inch year month week hour million billion percent "
    "hundred thousand tonne ton pound kilo litre gallon acre".split()
)
_JOINED_TO_ONE = frozenset(
    ("on", "off", "time", "sided", "tailed", "way", "to")
)  # one-on-one, one-off
_AFTER_MOMENT = frozenset(("or", "and", "later", "ago", "before", "to"))


def _read_word(tokens: Tokens, at: int) -> Quantity | None:
    """What begins with a number word."""
    lower = tokens.lower
    if labels.is_name_in_words(tokens, at):
        return None
    after = lower[at + 1]
    if after in ("in", "out"):
        quantity = fractions.read_one_in(tokens, at)
        if quantity is not None:
            return _hedged(tokens, quantity)
    if lower[at - 1] == "past" and lower[at - 2] in ("half", "quarter", "minutes"):
        return None
    rank = spelled.read_ordinal(tokens, at) if after in _BEFORE_RANK else None
    if rank is None or after == "-" or after in spelled.PARTS:
        part = fractions.read_parts(tokens, at)
        if part is not None and (rank is None or part.to >= rank.to):
            return _hedged(tokens, unite(tokens, part))
    if rank is not None:
        return rank
    if (lower[at] == "one" and _is_pronoun(tokens, at)) or (
        lower[at] == "zero" and lower[at - 1] in _BEFORE_ZERO
    ):
        return None
    return finish(tokens, unite(tokens, spelled.read_spelled(tokens, at)))


def _is_pronoun(tokens: Tokens, at: int) -> bool:
    """ "no one", "one of the", "the one that", "if one compares": no count."""
    lower = tokens.lower
    before, after = lower[at - 1], lower[at + 1]
    if before in ("minus", "negative", "plus") or (
        after == "point" and lower[at + 2] in spelled.SMALL
    ):
        return False
    if after == "and" and lower[at + 2] in ("a", "an") and lower[at + 3] in spelled.PARTS:
        return False
    if is_plural(after) and after not in SCALE:
        return True
    if after in _MEASURED_BY_ONE or after in SCALE:
        return False
    if after in _NOT_ONE_AFTER or before in _NOT_ONE_BEFORE:
        return not (at == 0 and after in ("", "."))
    return after == "-" and lower[at + 2] in _JOINED_TO_ONE


def _hedged(tokens: Tokens, quantity: Quantity) -> Quantity:
    if tokens.lower[quantity.at - 1] in ("minus", "negative"):
        take_sign(tokens, quantity)
    take_hedge(tokens, quantity)
    return quantity


def _read_half(tokens: Tokens, at: int) -> Quantity | None:
    """What begins with "half"."""
    quantity = _and_a_half(tokens, at) or fractions.read_half(tokens, at)
    if quantity is None:
        quantity = unite(tokens, Quantity(at, at + 1, FRACTION, fractions.HALF, is_word=True))
        if quantity.unit is None:
            return None
    elif quantity.kind is COUNT or tokens.lower[quantity.to] in ("of", "a", "an"):
        unite(tokens, quantity)
    return _hedged(tokens, quantity)


def _and_a_half(tokens: Tokens, at: int) -> Quantity | None:
    """ "an hour and a half": the unit stands before its number."""
    lower = tokens.lower
    if lower[at - 2 : at] != ["and", "a"] or lower[at - 4] not in ("a", "an"):
        return None
    quantity = Quantity(at - 4, at - 3, COUNT, 1, 1, 1, is_word=True)
    if not take_unit(tokens, quantity, at - 3):
        return None
    if quantity.to == at - 2:  # "a mile and a half"
        quantity.value = quantity.grain = quantity.own_grain = Fraction(3, 2)
        quantity.to = at + 1
    return quantity if quantity.to == at + 1 else None


def _read_part(tokens: Tokens, at: int) -> Quantity | None:
    """ "a third of", or the rank "third"."""
    word = tokens.lower[at]
    quantity = fractions.read_part(tokens, at) if word in spelled.PARTS else None
    if quantity is not None:
        return _hedged(tokens, unite(tokens, quantity))
    is_article = tokens.lower[at - 1] in ("a", "one")
    if (
        word == "quarter"
        and (is_article or tokens.lower[at + 1] == "-")
        and is_measured(tokens, at)
    ):
        start = at - 1 if tokens.lower[at - 1] == "a" else at
        part = Quantity(start, at + 1, FRACTION, Fraction(1, 4), is_word=True)
        unite(tokens, part)  # "a quarter-mile"
        return _hedged(tokens, part) if part.unit is not None else None
    is_rank = word in spelled.ORDINALS and not (word == "second" and _is_moment(tokens, at))
    return spelled.read_ordinal(tokens, at) if is_rank else None


def _is_moment(tokens: Tokens, at: int) -> bool:
    """ "a second", "per second", "30 second": a span of time, where no noun follows the rank."""
    before, after = tokens.lower[at - 1], tokens.lower[at + 1]
    if before in ("per", "each", "every", "split", "one") or before.isdecimal():
        return True
    return before == "a" and (not after[:1].isalpha() or after in _AFTER_MOMENT)


def _read_scale(tokens: Tokens, at: int) -> Quantity | None:
    """ "a hundred", "several thousand": a scale word with no number before it."""
    before = tokens.lower[at - 1]
    if before in ("a", "an"):
        return finish(tokens, unite(tokens, read_article(tokens, at)))
    if before in groups.FEW:
        return _with_vague_unit(tokens, groups.read_few(tokens, at))
    if at == 0 and (tokens.lower[at + 1] in SCALE or is_measured(tokens, at)):
        return finish(tokens, unite(tokens, spelled.read_spelled(tokens, at, 1)))
    return None


def _read_vague(tokens: Tokens, at: int) -> Quantity | None:
    """ "dozens", "tens of thousands"."""
    quantity = groups.read_vague(tokens, at)
    return None if quantity is None else _with_vague_unit(tokens, quantity)


def _with_vague_unit(tokens: Tokens, quantity: Quantity) -> Quantity:
    """ "millions of dollars"."""
    end, hedge = quantity.to, quantity.hedge
    at = end + 1 if tokens.lower[end] == "of" else end
    quantity.value = 2  # any plural, for those that take units to look at
    if not take_currency_after(tokens, quantity, at):
        take_unit(tokens, quantity, at)
    if quantity.kind is AGE:
        quantity.kind = DURATION
    quantity.value, quantity.hedge = None, hedge
    return quantity


def _read_multiple(tokens: Tokens, at: int) -> Quantity | None:
    """ "doubled", "twice as many"."""
    quantity = fractions.read_multiple(tokens, at)
    return None if quantity is None else _hedged(tokens, quantity)


def _read_pair(tokens: Tokens, at: int) -> Quantity | None:
    """ "a couple of", "a pair of": two."""
    if tokens.lower[at - 1] != "a" or tokens.lower[at + 1] != "of":
        return None
    quantity = Quantity(at - 1, at + 1, COUNT, 2, is_word=True)
    quantity.low = quantity.high = 2
    quantity.constant = True
    return quantity


_ONE_OF = frozenset(
    "mile kilometre kilometer inch gallon litre liter acre hectare tonne kilogram kilo ounce "
    "teaspoon tablespoon quart pint millilitre milliliter millimetre millimeter centimetre "
    "centimeter gram ml kg km mg metre meter".split()
)
_BEFORE_ONE = frozenset(
    "is was than about nearly almost over under only just within to and with half add use took "
    "exactly roughly least most around barely".split()
) | {"", ",", "("}
_AFTER_ONE = frozenset(
    "of away long wide tall deep high thick below above or from off north south east west "
    "upstream downstream down up to".split()
) | {"", ".", ","}


def _read_one(tokens: Tokens, at: int) -> Quantity | None:
    """ "a mile away", "add a teaspoon of salt": one, where the article opens no rate."""
    lower = tokens.lower
    if lower[at - 1] not in ("a", "an"):
        return None
    is_age = "old" in (lower[at + 1], lower[at + 4])
    if lower[at] in _AGING and not (is_age and lower[at + 1] in ("old", "and")):
        return None
    if not is_age and (lower[at - 2] not in _BEFORE_ONE or lower[at + 1] not in _AFTER_ONE):
        return None
    quantity = Quantity(at - 1, at, COUNT, 1, 1, 1, is_word=True)
    return finish(tokens, quantity) if take_unit(tokens, quantity, at) else None


_AGING = frozenset(("year", "month", "week", "day"))  # which are read as ages alone: "a year old"


def _read_sign(tokens: Tokens, at: int) -> Quantity | None:
    """ "½ cup"."""
    quantity = read_number(tokens, at)
    return None if quantity is None else finish(tokens, quantity)


READERS: dict[str, Callable[[Tokens, int], Quantity | None]] = {
    **dict.fromkeys(SCALE, _read_scale),
    **dict.fromkeys(groups.VAGUE, _read_vague),
    **dict.fromkeys(spelled.SMALL, _read_word),
    **dict.fromkeys(spelled.ORDINALS, _read_part),
    **dict.fromkeys([word for word in spelled.PARTS if not word.endswith("s")], _read_part),
    **dict.fromkeys(fractions.MULTIPLES, _read_multiple),
    **dict.fromkeys(VULGAR, _read_sign),
    **dict.fromkeys(_ONE_OF | _AGING, _read_one),
    "half": _read_half,
    "dozen": _read_scale,
    "couple": _read_pair,
    "pair": _read_pair,
}
"""What reads the quantity that begins with a word, by the word in lower case."""
