"""Primes: marks glued to digits, feet and inches ("6'2\""), minutes and seconds of arc."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck import units
from figcheck.extract.kinds import MEASURE
from figcheck.extract.measures import DEGREE, INCHES, add_part
from figcheck.extract.numerals import read_digits
from figcheck.extract.quantity import whole

if TYPE_CHECKING:
    from figcheck.extract.quantity import Quantity
    from figcheck.extract.tokens import Tokens

_FEET = frozenset(("'", "′", "’"))


def take_feet(tokens: Tokens, quantity: Quantity) -> bool:
    """ "6'2\"", "5′11″": feet and inches by their marks."""
    to, written = quantity.to, tokens.written
    if written[to] in _INCH_MARKS or (written[to] in _FEET and written[to + 1] == written[to]):
        return _take_inches(tokens, quantity)
    if written[to] not in _FEET or not tokens.glued[to] or not isinstance(quantity.value, int):
        return False
    inches = written[to + 1]
    is_beside = tokens.glued[to + 1] or tokens.written[to + 2] in INCHES
    if not (inches[:1].isdecimal() and is_beside and len(inches) <= 4) or quantity.value > 9:
        return False
    digits = read_digits(inches)
    if digits is None or digits[0] >= 12:
        return False
    end = to + 2
    if written[end] in INCHES and tokens.glued[end]:
        end += 1
    elif written[end] in _FEET and written[end + 1] in _FEET:
        end += 2
    quantity.unit, quantity.kind = units.named("foot"), MEASURE
    add_part(quantity, quantity.unit, digits[0], units.named("inch"))
    quantity.to = end
    return True


def take_arc(tokens: Tokens, quantity: Quantity) -> bool:
    """ "40°26'46\" N": degrees of arc with their minutes and seconds."""
    written, at, size = tokens.written, quantity.to + 1, 60
    if quantity.value is None or written[quantity.to] not in ("°", "º"):
        return False
    while written[at][:1].isdecimal() and tokens.glued[at + 1] and size <= 3600:
        digits = read_digits(written[at])
        if digits is None or digits[0] >= 60 or written[at + 1] not in _ARC_MARKS:
            return False
        quantity.value = whole(quantity.value + Fraction(digits[0]) / size)
        at, size = at + 2, size * 60
    if size == 60:
        return False
    quantity.grain = quantity.own_grain = Fraction(60, size)
    quantity.unit, quantity.kind, quantity.to = DEGREE, MEASURE, at
    return True


_ARC_MARKS = frozenset(("'", "′", "’", '"', "″", "”"))
_INCH_MARKS = frozenset(('"', "″"))
_QUOTED = 60  # tokens before an inch mark that are looked through for an open quotation


def _take_inches(tokens: Tokens, quantity: Quantity) -> bool:
    """ "8\"": a mark that closes no quotation."""
    to = quantity.to
    if not tokens.glued[to]:
        return False
    if tokens.written[to] == '"':
        before = tokens.lower[max(0, quantity.at - _QUOTED) : quantity.at]
        if before.count('"') % 2 or tokens.lower[quantity.at - 1] == '"':
            return False
    quantity.unit, quantity.kind = units.named("inch"), MEASURE
    quantity.to = to + (1 if tokens.written[to] in _INCH_MARKS else 2)
    return True
