"""Rates: what a quantity is per, "a barrel", "per head", "each month", "for every one", "/kg"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck import units
from figcheck.extract.kinds import SHARE
from figcheck.extract.nouns import singular
from figcheck.extract.numerals import SCALE, read_digits
from figcheck.extract.spelled import SMALL, below_thousand

if TYPE_CHECKING:
    from figcheck.extract.quantity import Quantity
    from figcheck.extract.tokens import Tokens
    from figcheck.units import Unit

_NO_NOUNS = frozenset(
    "on in at of for to from by with and or other time one is was were as under over after before "
    "through until since during between among against within without per a an the".split()
)
PER_WORDS = frozenset(("a", "an", "per", "each", "every", "/", "for", "apiece", "-", "to", "p"))
_PER_NOUNS = frozenset(
    "share barrel tonne ton head person day month week year hour minute second night trip service "
    "page unit litre liter gallon pound ounce kilo kilogram kg mile kilometre kilometer acre "
    "hectare square officer household pupil student patient vehicle car bottle bushel bag piece "
    "item ticket seat game match session copy user customer employee worker vote child family home "
    "house case time quarter season pack plate dose word token request call visit room bed place "
    "flight delivery shift kwh mwh watt gram kilometre decade century fortnight pop glass cup "
    "mouthful foot metre meter yard inch".split()
)


def take_rate(tokens: Tokens, quantity: Quantity, to: int) -> None:
    """Note what the quantity is per, as said from token `to` on.

    Only a unit behind a slash becomes part of the quantity's span.
    """
    lower = tokens.lower
    word = lower[to]
    if word == "-":
        if lower[to + 1] not in ("a", "an", "per"):
            return
        to, word = to + 1, lower[to + 1]
    elif word == "for":
        if lower[to + 1] not in ("each", "every"):
            return
        to, word = to + 1, "each"
    elif word == "to" and lower[to + 1] == "the" and _is_unit(tokens, to + 2):
        quantity.per = _denominator(tokens, to + 2)
        return
    if word == "apiece":
        quantity.per = "head"
    elif word == "/" or (word == "p" and lower[to + 1] == "/"):
        _take_slash(tokens, quantity, to)
    elif word in ("a", "an"):
        _take_article(tokens, quantity, to)
    elif word in ("per", "each", "every"):
        quantity.per = _denominator(tokens, to + 2 if lower[to + 1] == "-" else to + 1)
        if word == "each" and quantity.per is None and lower[to + 1] not in ("time", "other"):
            quantity.per = "head"


def _is_unit(tokens: Tokens, at: int) -> bool:
    return tokens.lower[at] in (
        "dollar",
        "gallon",
        "pound",
        "acre",
        "hectare",
        "tonne",
        "ton",
        "mile",
    )


def _take_slash(tokens: Tokens, quantity: Quantity, to: int) -> None:
    """ "5 mg/kg", "$12/hr"."""
    if quantity.unit is None:
        return
    found = units.match(tokens.written, to + 1)
    if found is not None:
        quantity.per, quantity.to = found[0], to + 1 + found[1]
    elif singular(tokens.lower[to + 1]) in _PER_NOUNS:
        quantity.per, quantity.to = singular(tokens.lower[to + 1]), to + 2


def _take_article(tokens: Tokens, quantity: Quantity, to: int) -> None:
    at = to + 2 if tokens.lower[to + 1] == "-" else to + 1
    noun = singular(tokens.lower[at])
    if noun not in _PER_NOUNS or (
        tokens.lower[at + 1]
        in ("ago", "earlier", "before", "prior", "previously", "later", "after")
        and noun != "share"
    ):
        return
    quantity.per = noun if quantity.kind is SHARE else _denominator(tokens, at)


def _denominator(tokens: Tokens, at: int) -> Unit | str | None:
    """The unit or the noun, singular, that a rate is per: "100,000 people" is "100000 person"."""
    lower = tokens.lower
    word = lower[at]
    if word[:1].isdecimal() or word in SMALL or word in SCALE:
        return _counted(tokens, at)
    found = units.match(tokens.written, at)
    if found is not None and (found[1] > 1 or len(word) > 1):
        return found[0]
    if word == "capita":
        return "head"
    return singular(word) if word.isalpha() and word not in _NO_NOUNS else None


def _counted(tokens: Tokens, at: int) -> str | None:
    word = tokens.lower[at]
    if word in SMALL:
        number, to = below_thousand(tokens, at)
    elif word in SCALE:
        number, to = SCALE[word], at + 1
    else:
        digits = read_digits(word)
        if digits is None or not isinstance(digits[0], int):
            return None
        number, to = digits[0], at + 1
    if tokens.lower[to] in SCALE and word not in SCALE:
        number, to = number * SCALE[tokens.lower[to]], to + 1
    noun = tokens.lower[to]
    return f"{number} {singular(noun) if noun.isalpha() else ''}".strip()
