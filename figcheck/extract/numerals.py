"""Numerals in digits: separators, decimals, exponents, vulgar fractions; every value exact."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from figcheck.extract.kinds import COUNT
from figcheck.extract.quantity import Number, Quantity, label, whole
from figcheck.tables.number_words import TABLE

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

SCALE: dict[str, int] = TABLE["scale"] | TABLE["sure"]
VULGAR = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8), "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5), "⅙": Fraction(1, 6), "⅚": Fraction(5, 6), "⅐": Fraction(1, 7),
    "⅑": Fraction(1, 9), "⅒": Fraction(1, 10),
}  # fmt: skip
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_MOST_DIGITS = 40
_LONGEST = _MOST_DIGITS + 14  # with separators
_MOST_EXPONENT = 400
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,12}(?:\.[0-9]+)?")
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2}){1,6},[0-9]{3}(?:\.[0-9]+)?")
_CONTINENTAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){0,12},[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){1,12}")
_SURELY_CONTINENTAL = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]{3}){1,12},[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,12}"
)
_CLOSING_GROUP = re.compile(r"[0-9]{3}(?:[.,][0-9]{1,2})?")  # of digits that spaces part
_PLAIN_THIN = str.maketrans("", "", "\u00a0\u2007\u2009\u202f'’")
_TENTHS = [Fraction(1, 10**places) for places in range(_MOST_DIGITS + 1)]
_SIGNS = frozenset("-−–+")


Digits = tuple[Number, Number, Number]
"""The value, grain and own grain that a token of digits states."""


def read_digits(written: str, decimal_comma: bool = False) -> Digits | None:
    """The number of one token of digits; None where it is grouped or dotted as no number is."""
    return None if len(written) > _LONGEST else _read_digits(written, decimal_comma)


@lru_cache(maxsize=4096)  # articles repeat their numerals
def _read_digits(written: str, decimal_comma: bool) -> Digits | None:
    size = len(written)
    if written.isdecimal():
        if size > _MOST_DIGITS:
            return None
        value = int(written)
        return value, 1, 10 ** (size - len(written.rstrip("0"))) if value else 1
    if not written.isascii():
        written = written.translate(_PLAIN_THIN).replace("·", ".")
    elif "'" in written:
        written = written.replace("'", "")
    if "," in written or decimal_comma:
        plain = _ungrouped(written, decimal_comma)
        if plain is None:
            return None
        written = plain
    whole_part, dot, part = written.partition(".")
    if not whole_part + part:
        return None  # a sign alone
    if not dot:
        value = int(whole_part)
        return value, 1, 10 ** (len(whole_part) - len(whole_part.rstrip("0"))) if value else 1
    if "." in part:
        return _dotted(whole_part, part)
    if len(whole_part) + len(part) > _MOST_DIGITS:
        return None
    grain = _TENTHS[len(part)]
    return int(whole_part + part) * grain, grain, grain


def _ungrouped(written: str, decimal_comma: bool) -> str | None:
    """The digits with a decimal point alone, None where the commas group as in no number."""
    if decimal_comma and _CONTINENTAL.fullmatch(written):
        return written.replace(".", "").replace(",", ".")
    if "," not in written or _GROUPED.fullmatch(written) or _INDIAN.fullmatch(written):
        return written.replace(",", "")
    if _SURELY_CONTINENTAL.fullmatch(written):
        return written.replace(".", "").replace(",", ".")
    head, _, tail = written.partition(",")
    if "," not in tail and "." not in tail and len(tail) <= 2 and "." not in head:
        return f"{head}.{tail}"
    return None


def _dotted(head: str, rest: str) -> Digits | None:
    """ "1.234.567" groups by dots; "3.11.4" is no number."""
    groups = rest.split(".")
    if not 1 <= len(head) <= 3 or head == "0" or any(len(group) != 3 for group in groups):
        return None
    if len(groups) > 12:
        return None
    return read_digits(head + "".join(groups))


def _is_slip(written: str) -> bool:
    """ "6,5000,000": digits meant to be grouped by three, and grouped as no number is."""
    parts = written.split(",")
    return 2 < len(parts) <= 5 and "." not in written and any(len(part) == 3 for part in parts[1:])


def read_numeral(tokens: Tokens, at: int, decimal_comma: bool) -> Quantity | None:
    """The numeral in digits that begins at a token, with its exponent, fraction and scale words.

    A label where the digits are none of a number, a count without a value where they are grouped
    as no number is; None where the token has no digits.
    """
    written = tokens.written[at]
    if written in VULGAR:
        quantity = Quantity(at, at + 1, COUNT, VULGAR[written], 0, 0)
    else:
        digits = read_digits(written, decimal_comma)
        if digits is None:
            return Quantity(at, at + 1) if _is_slip(written) else label(at, at + 1)
        quantity = Quantity(at, at + 1, COUNT, *digits)
        following = tokens.written[at + 1]
        if following in _TAILS and _with_tail(tokens, quantity, following) is None:
            return label(at, quantity.to)
        if (
            quantity.grain == 1
            and following[:3].isdecimal()
            and _CLOSING_GROUP.fullmatch(following)
            and _is_group(tokens, at)
        ):
            _take_groups(tokens, quantity)
    if tokens.lower[quantity.to] in _SCALE_OPENERS:
        take_scale(tokens, quantity)
    return quantity


DOZENS = frozenset(("dozen", "dozens", "doz", "dozs"))
_SCALE_OPENERS = frozenset(SCALE) | DOZENS | {"-"}


def _is_group(tokens: Tokens, at: int) -> bool:
    """ "12 500", "1 234 567": may the digits open a number grouped by plain spaces?"""
    written = tokens.written[at]
    if not written.isdecimal() or len(written) > 3 or written[0] == "0":
        return False
    before = tokens.lower[at - 1]
    if before[:1].isdecimal() or before in ("$", "no", ".", "-", "–", ":", "/", "["):
        return False
    after = tokens.lower[at + 2]
    return not (tokens.glued[at + 2] and after in ("-", "/", ":", "–")) and not (
        after.isdecimal() and len(after) != 3
    )


def _take_groups(tokens: Tokens, quantity: Quantity) -> None:
    to, digits = quantity.to, tokens.written[quantity.at]
    while len(digits) < 16 and digits.isdecimal() and _CLOSING_GROUP.fullmatch(tokens.written[to]):
        if tokens.starts[to] - tokens.end(to - 1) != 1:
            return
        digits += tokens.written[to].replace(",", ".")
        to += 1
    read = read_digits(digits)
    if read is not None:
        quantity.value, quantity.grain, quantity.own_grain = read
        quantity.to = to


_TAILS = frozenset(VULGAR) | frozenset("eE^×x*⋅·")
_LONGEST_POWER = 8  # characters of a number that is raised to a power
_MOST_POWER = 64


def _with_tail(tokens: Tokens, quantity: Quantity, following: str) -> Quantity | None:
    """ "2½", "1.5×10⁻³", "6.2x10^-4", "1.3e6"; None where the exponent is out of all bounds."""
    at = quantity.to
    assert quantity.value is not None
    if following in VULGAR:
        if quantity.grain == 1 and tokens.starts[at] - tokens.end(at - 1) <= 1:
            part = VULGAR[following]
            quantity.value += part
            quantity.grain = quantity.own_grain = Fraction(1, part.denominator)
            quantity.to = at + 1
        return quantity
    if following in ("e", "E"):
        if not tokens.glued[at] or not tokens.glued[at + 1]:
            return quantity
        exponent, to = _exponent(tokens, at + 1)
    elif following == "^":
        return _raised(tokens, quantity)
    else:
        base = at + 1
        if tokens.written[base] != "10":
            return quantity
        exponent, to = _power_of_ten(tokens, base)
    if exponent is None:
        return quantity
    quantity.to = to
    if abs(exponent) > _MOST_EXPONENT:
        return None
    factor = Fraction(10) ** exponent
    quantity.value = whole(quantity.value * factor)
    quantity.grain = quantity.own_grain = whole(quantity.grain * factor)
    return quantity


def _raised(tokens: Tokens, quantity: Quantity) -> Quantity:
    """ "2^10", "2.5^-1": a short number to a small power."""
    at = quantity.to
    exponent, to = _exponent(tokens, at + 1)
    if exponent is None or abs(exponent) > _MOST_POWER or not quantity.value:
        return quantity
    if len(tokens.written[quantity.at]) <= _LONGEST_POWER and tokens.glued[at]:
        quantity.value = whole(Fraction(quantity.value) ** exponent)
        quantity.grain = quantity.own_grain = 0
        quantity.to = to
    return quantity


def _power_of_ten(tokens: Tokens, base: int) -> tuple[int | None, int]:
    """The exponent behind a "10": raised digits, "^-4", or "−7" set apart as PDF text leaves it."""
    raised = tokens.written[base + 1]
    if raised[:1] in "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻" and raised and tokens.glued[base + 1]:
        digits = raised.translate(_SUPERSCRIPTS).lstrip("+")
        is_whole = digits.lstrip("-").isdecimal() and digits.count("-") <= 1
        return (int(digits), base + 2) if is_whole and len(digits) < 6 else (None, base)
    if raised == "^":
        return _exponent(tokens, base + 2)
    if raised in ("−", "-", "–") and tokens.glued[base + 2]:
        return _exponent(tokens, base + 1)
    return None, base


def _exponent(tokens: Tokens, at: int) -> tuple[int | None, int]:
    sign = 1
    if tokens.written[at] in _SIGNS:
        sign = 1 if tokens.written[at] == "+" else -1
        at += 1
    digits = tokens.written[at]
    if digits.isdecimal() and digits.isascii() and len(digits) < 6:
        return sign * int(digits), at + 1
    return None, at


def take_scale(tokens: Tokens, quantity: Quantity) -> None:
    """Multiply by the scale words that follow: "1.5 million", "12 lakh crore", "$2bn"."""
    lower, at = tokens.lower, quantity.to
    word = lower[at]
    if word == "-" and lower[at + 1] in SCALE and tokens.glued[at + 1]:
        at += 1
        word = lower[at]
    while word in SCALE and quantity.value is not None and _is_scale_here(tokens, at):
        quantity.multiply(SCALE[word])
        at += 1
        quantity.to = at
        word = lower[at]
        if quantity.scale > 10**24:
            break
    if word in DOZENS and quantity.value is not None:
        quantity.multiply(12)
        quantity.grain = quantity.own_grain = 1
        quantity.constant = True
        quantity.to = at + 1


def _is_scale_here(tokens: Tokens, at: int) -> bool:
    """Not the "mn" or "tn" of an address or unit: a sure abbreviation stands beside its number."""
    word = tokens.lower[at]
    return len(word) > 3 or tokens.glued[at] or tokens.written[at] != "TN"
