"""Amounts: a number with its currency or unit, its rate, range, sign and hedge, and its kind."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.extract import ages, fractions, notations, ranges, spelled
from figcheck.extract.hedges import take_hedge
from figcheck.extract.identifiers import cluster
from figcheck.extract.kinds import (
    AGE,
    COUNT,
    FRACTION,
    LABEL,
    MEASURE,
    POINTS,
    RATIO,
    SHARE,
    STATISTIC,
)  # fmt: skip
from figcheck.extract.measures import (
    DEGREE,
    negate_below_zero,
    take_letter,
    take_unit,
)
from figcheck.extract.money import (
    ENDERS,
    MONEY_OPENERS,
    SIGNS,
    UNIT_OPENERS,
    take_currency_after,
    take_currency_before,
)  # fmt: skip
from figcheck.extract.numerals import SCALE, VULGAR, read_numeral
from figcheck.extract.primes import take_arc, take_feet
from figcheck.extract.quantity import Quantity, whole
from figcheck.extract.rates import PER_WORDS, take_rate
from figcheck.units import PERCENT, YEAR

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

_MARKS_OF_LENGTH = frozenset(("'", "′", "’", '"', "″"))
_BRACKETS = {"[": "]", "{": "}", "<": ">"}  # "20 [kg]"
_SIGNED = frozenset(("-", "−", "–", "minus", "negative"))
_LEADING_SIGNS = frozenset(("-", "−", "–", "~"))
_SUFFIXES = frozenset(("s", "x", "fold"))
_ADJECTIVES = frozenset(("more", "full", "extra", "additional", "further", "whole"))
_TIMES = frozenset("minutes hours days weeks months years decades".split())
_AGED = frozenset(("aged", "ages", "age"))


def read_amount(tokens: Tokens, at: int) -> Quantity | None:
    """The number at a token with its currency or unit, as far as either end of a range has them."""
    written, word = tokens.written[at], tokens.lower[at]
    if "0" <= written < ":" or written in VULGAR or "." < written < "/":  # ".5"
        return read_number(tokens, at)
    if word in spelled.SMALL:
        parts = fractions.read_parts(tokens, at)
        return unite(tokens, parts or spelled.read_spelled(tokens, at))
    if word in ("a", "an"):
        following = tokens.lower[at + 1]
        is_number = following in SCALE or following == "dozen"
        return unite(tokens, read_article(tokens, at + 1)) if is_number else None
    return _read_signed(tokens, at)


def _read_signed(tokens: Tokens, at: int) -> Quantity | None:
    """An amount that begins with its currency, or with a sign: "$31", "US$2bn", "EUR 5", "-34"."""
    written, following = tokens.written[at], tokens.written[at + 1]
    if written in _LEADING_SIGNS and tokens.glued[at + 1] and "0" <= following < ":":
        quantity = read_number(tokens, at + 1)
        return quantity if quantity is None or written == "~" else take_sign(tokens, quantity)
    if written in SIGNS or following in SIGNS or (written[:1].isupper() and len(written) <= 3):
        for place in (at + 1, at + 2):
            if "0" <= tokens.written[place] < ":":
                quantity = read_number(tokens, place)
                return quantity if quantity is not None and quantity.at == at else None
    return None


def read_article(tokens: Tokens, at: int) -> Quantity:
    """ "a hundred and four", "a dozen": the scale or the dozen stands at `at`."""
    if tokens.lower[at] == "dozen":
        quantity = Quantity(at - 1, at + 1, COUNT, 12, 1, 1, is_word=True)
        quantity.constant = True
        return quantity
    quantity = spelled.read_spelled(tokens, at, 1)
    quantity.at = at - 1
    part = spelled.PARTS.get(tokens.lower[quantity.to], 0)
    if part > 4 and quantity.value is not None and tokens.lower[quantity.to].endswith("ths"):
        quantity.kind, quantity.to = FRACTION, quantity.to + 1  # "a hundred millionths"
        quantity.value = whole(Fraction(quantity.value) / part)
        quantity.grain = quantity.own_grain = 0
    return quantity


def read_number(tokens: Tokens, at: int) -> Quantity | None:
    """The number in digits at a token, with its currency or unit."""
    written, conventions = tokens.written[at], tokens.conventions
    if "," in written and not conventions.saw_odd_comma:
        conventions.saw_odd_comma = _is_odd(written)
    quantity = read_numeral(tokens, at, conventions.decimal_comma)
    if quantity is None or quantity.value is None:
        return quantity
    after = tokens.lower[quantity.to]
    if after == "and" and quantity.scale >= 100:
        spelled.with_rest(tokens, quantity)
    elif after == "/" and fractions.read_slashed(tokens, quantity) and quantity.kind is LABEL:
        return quantity
    elif "0" <= after < ":" or after == "-":
        fractions.take_mixed(tokens, quantity)
    if quantity.kind is RATIO:  # "140/90 mmHg"
        return quantity
    unite(tokens, quantity)
    is_bare = quantity.unit is None and quantity.to == at + 1
    if is_bare and tokens.glued[at + 1] and tokens.written[at + 1][0].isalpha():
        return quantity if tokens.lower[at + 1] in _SUFFIXES else cluster(tokens, at, at)
    return quantity


def _is_odd(written: str) -> bool:
    """Is the last comma of a numeral no separator of thousands?"""
    comma, dot = written.rfind(","), written.rfind(".")
    return comma > dot >= 0 or (dot < 0 and len(written) - comma != 4)


def unite(tokens: Tokens, quantity: Quantity) -> Quantity:
    """The number with the currency or unit that stands with it, if any."""
    if tokens.lower[quantity.at - 1] in ENDERS and take_currency_before(tokens, quantity):
        return quantity
    if quantity.scale == 1 and tokens.glued[quantity.to]:
        take_letter(tokens, quantity)
    to = _unit_place(tokens, quantity)
    if to < 0:
        return quantity
    word = tokens.lower[to]
    if word == "°" and tokens.glued[to + 1] and take_arc(tokens, quantity):
        return quantity
    if word in _BRACKETS and tokens.lower[to + 2] == _BRACKETS[word]:
        if tokens.lower[to + 1] in UNIT_OPENERS and take_unit(tokens, quantity, to + 1):
            quantity.to += 1
    elif word in UNIT_OPENERS:
        may_be_money = word in MONEY_OPENERS or tokens.written[to + 1] in SIGNS
        if may_be_money and take_currency_after(tokens, quantity, to):
            return quantity
        if take_unit(tokens, quantity, to):
            return quantity
    if word == "below" and tokens.lower[to + 1] == "zero" and quantity.kind is COUNT:
        quantity.kind, quantity.unit, quantity.to = MEASURE, DEGREE, to
        negate_below_zero(quantity)
    return quantity


def _unit_place(tokens: Tokens, quantity: Quantity) -> int:
    """Where a unit would stand: behind a hyphen too, or "of a" after a fraction; -1 for nowhere."""
    lower, to = tokens.lower, quantity.to
    word = lower[to]
    if word in ("-", "‑"):
        return to + 1 if tokens.glued[to + 1] else -1
    if word in _MARKS_OF_LENGTH and take_feet(tokens, quantity):
        return -1
    if word in _ADJECTIVES and lower[to + 1] in _TIMES:
        return to + 1
    if word == "of":
        is_part = quantity.kind is FRACTION or (quantity.value is not None and quantity.value < 1)
        return to + 2 if is_part and lower[to + 1] in ("a", "an", "one") else -1
    return to + 1 if word in ("a", "an") and quantity.kind is FRACTION else to


def finish(tokens: Tokens, quantity: Quantity) -> Quantity:
    """The number with its rate, sign, range, hedge and kind."""
    lower, to = tokens.lower, quantity.to
    if lower[to] in PER_WORDS and quantity.kind is not AGE:
        take_rate(tokens, quantity, to)
    if lower[quantity.at - 1] in _SIGNED:
        take_sign(tokens, quantity)
    if lower[quantity.to] in ranges.MARKS:
        joined = ranges.read_second(tokens, quantity, read_amount)
        if joined is not None:
            return _finish_range(tokens, joined)
    if quantity.kind is COUNT and quantity.unit is None:
        _name_kind(tokens, quantity)
    elif notations.is_level(tokens, quantity):
        quantity.kind = STATISTIC
    if tokens.conventions.in_cell:
        _take_brackets(tokens, quantity)
    if quantity.value is not None:
        take_hedge(tokens, quantity)
    return quantity


def _name_kind(tokens: Tokens, quantity: Quantity) -> None:
    """A multiple, a statistic or an age, as far as the words around a bare number say so."""
    fractions.take_times(tokens, quantity)
    if quantity.kind is not COUNT or _take_percent_before(tokens, quantity):
        return
    if notations.is_statistic(tokens, quantity.at) or notations.is_described(tokens, quantity):
        quantity.kind = STATISTIC
    else:
        ages.name_age(tokens, quantity)


def _finish_range(tokens: Tokens, quantity: Quantity) -> Quantity:
    at, lower = quantity.at, tokens.lower
    if quantity.kind is COUNT:
        if notations.is_statistic(tokens, at) or notations.in_interval(tokens, at):
            quantity.kind = STATISTIC
        elif lower[at - 1] in _AGED or (lower[at - 1] == "between" and lower[at - 2] in _AGED):
            quantity.kind, quantity.unit = AGE, YEAR
    if lower[quantity.to] in PER_WORDS:
        take_rate(tokens, quantity, quantity.to)
    return quantity


def take_sign(tokens: Tokens, quantity: Quantity) -> Quantity:
    """The negative of a number behind a minus sign or word, and no dash."""
    at = quantity.at
    mark, before = tokens.lower[at - 1], tokens.written[at - 2]
    if quantity.value is None:
        return quantity
    if mark in ("minus", "negative"):
        is_minus = not before[:1].isdecimal() and before.lower() != "or"
    elif mark == "−":
        is_minus = tokens.glued[at]
    elif _is_degrees(quantity) and not tokens.glued[at]:
        is_minus = before.isalpha() and tokens.written[at - 1] == "-"  # "fell to - 20 C"
    else:
        is_apart = not tokens.glued[at - 1] or before in ("(", "[")
        is_minus = tokens.glued[at] and is_apart and before not in (")", "]")
        if mark == "–":
            is_minus = is_minus and quantity.kind in (SHARE, MEASURE, POINTS)
    if is_minus:
        quantity.at, quantity.value = at - 1, -quantity.value
    return quantity


def _take_percent_before(tokens: Tokens, quantity: Quantity) -> bool:
    """ "a percentage of 20": the number of percent that stands behind, and counts nothing."""
    at, lower = quantity.at, tokens.lower
    if lower[at - 1] != "of" or lower[at - 2] not in _PERCENT or lower[quantity.to][:1].isalnum():
        return False
    start = at - 3 if lower[at - 2] in ("cent", "cents") else at - 2
    if (
        (start == at - 3 and lower[start] != "per")
        or lower[start - 1][:1].isdecimal()
        or lower[start - 1] in spelled.SMALL
    ):
        return False
    quantity.at, quantity.kind, quantity.unit = start, SHARE, PERCENT
    return True


_PERCENT = frozenset(("percent", "percents", "percentage", "cent", "cents"))


def _is_degrees(quantity: Quantity) -> bool:
    return quantity.unit is not None and quantity.unit.dimension == "temperature"


def _take_brackets(tokens: Tokens, quantity: Quantity) -> None:
    """ "(1,234)" in a table: a loss; "72 (45%)" is none."""
    at, to = quantity.at - 1, quantity.to
    if quantity.kind is SHARE and at > 0 and tokens.written[at - 1][:1].isalnum():
        return
    if (
        at >= 0
        and tokens.lower[at] == "("
        and tokens.lower[to] == ")"
        and quantity.value is not None
    ):
        quantity.value = -quantity.value
        quantity.at, quantity.to = at, to + 1
