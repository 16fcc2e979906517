"""Money: signs and codes before or behind a number, names of currencies, cents and pence."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck import units
from figcheck.extract.kinds import MONEY
from figcheck.extract.quantity import whole
from figcheck.extract.spelled import SMALL, small_number
from figcheck.tables.currencies import TABLE as CURRENCIES
from figcheck.tables.number_words import TABLE as WORDS

if TYPE_CHECKING:
    from figcheck.extract.quantity import Quantity
    from figcheck.extract.tokens import Tokens
    from figcheck.units import Unit

_SYMBOL: dict[str, int] = WORDS["symbol"]


def _by_sign() -> tuple[dict[str, Unit], dict[tuple[str, str], Unit], dict[str, Unit]]:
    """Currencies by sign, by the letters glued before a sign, and by a code of letters."""
    signs: dict[str, Unit] = {}
    prefixed: dict[tuple[str, str], Unit] = {}
    codes: dict[str, Unit] = {}
    for code, row in CURRENCIES.items():
        unit = units.named(code)
        codes[code] = unit
        codes[code.lower()] = unit
        for symbol in row["symbols"]:
            if (symbol.isalpha() and symbol.isascii()) or symbol in ("Kč", "zł"):
                codes[symbol] = unit
            elif len(symbol) == 1:
                signs[symbol] = unit
            elif symbol[:-1].isalpha():
                prefixed[symbol[:-1].lower(), symbol[-1]] = unit
    for word in ("try", "all", "top", "won", "cup", "real", "mop", "pen", "bam", "sos", "gel"):
        codes.pop(word, None)
    for word in ("ALL", "TOP", "CUP", "SOS", "PEN", "MOP", "BAM"):
        codes.pop(word, None)
    return signs, prefixed, codes


SIGNS, _PREFIXED, _CODES = _by_sign()
ENDERS = frozenset(SIGNS) | {code.lower() for code in _CODES} | {".", "-", "−"}
"""What can stand right before a number as its currency, in lower case."""

MONEY_OPENERS = units.MONEY_OPENERS | {f"m{code.lower()}" for code in CURRENCIES}
UNIT_OPENERS = units.OPENERS | MONEY_OPENERS | {"in", "st"}
"""The words, in lower case, that can begin a unit or currency behind a number."""

_NAMES_BEFORE = {
    name: units.named(code)
    for code, names in (("INR", "rupees"), ("MYR", "ringgit ringgits"), ("NGN", "naira"),
                        ("BDT", "taka"), ("KES", "shillings"), ("USD", "dollar dollars"))
    for name in names.split()
}  # fmt: skip
ENDERS |= frozenset(_NAMES_BEFORE)
_GLUED_CODES = frozenset(("R", "K", "Fr", "Sh"))
_EVERYDAY = frozenset(("won", "real", "ether", "rand", "kina", "pula", "birr", "all"))


def take_currency_before(tokens: Tokens, quantity: Quantity) -> bool:
    """Take the sign or code before a number: "$5", "HK$310", "EUR 20m", "Rs 3,500 crore"."""
    at = quantity.at
    before = tokens.written[at - 1]
    if (
        before in ("-", "−")
        and tokens.glued[at]
        and tokens.written[at - 2] in SIGNS
        and tokens.glued[at - 1]
    ):
        assert quantity.value is not None
        quantity.at, quantity.value = at - 1, -quantity.value
        return take_currency_before(tokens, quantity)
    if before in SIGNS:
        letters = (
            tokens.lower[at - 2] if tokens.glued[at - 1] or len(tokens.written[at - 2]) == 2 else ""
        )
        unit = _PREFIXED.get((letters, before)) if letters.isalpha() else None
        if unit is None and tokens.lower[at - 2] in ("c", "us") and letters == "":
            unit = _PREFIXED.get((tokens.lower[at - 2], before))
        start = at - 1 if unit is None else at - 2
        _become_money(tokens, quantity, unit or SIGNS[before], start)
        return True
    if before == ".":
        if tokens.lower[at - 2] not in ("rs", "re") or not tokens.glued[at - 1]:
            return False
        _become_money(tokens, quantity, _CODES["Rs"], at - 2)
        return True
    unit = _CODES.get(before)
    if unit is None and before.lower() in _NAMES_BEFORE:
        return _take_name_before(tokens, quantity)
    if unit is None or (before in _GLUED_CODES and not _is_amount(tokens, quantity)):
        return False
    if tokens.glued[at - 1] and tokens.written[at - 2] in SIGNS:
        return False
    _become_money(tokens, quantity, unit, at - 1)
    return True


def _take_name_before(tokens: Tokens, quantity: Quantity) -> bool:
    """ "rupees 500", "ringgit 42 million": the name of a currency, of no amount before it."""
    at = quantity.at - 1
    before, after = tokens.lower[at - 1], tokens.lower[quantity.to]
    is_counted = before in SMALL or before in WORDS["scale"] or before[:1].isdecimal()
    if is_counted or before in ("the", "of", "in") or quantity.is_word:
        return False
    if after[:1].isalpha() and units.match(tokens.written, quantity.to) is not None:
        return False
    _become_money(tokens, quantity, _NAMES_BEFORE[tokens.lower[at]], at)
    return True


def _is_amount(tokens: Tokens, quantity: Quantity) -> bool:
    """ "R500m", "R1,250": a letter that also opens identifiers needs a number that is money."""
    written = tokens.written[quantity.at]
    following = tokens.written[quantity.to]
    is_scaled = quantity.scale > 1 or (following in _SYMBOL and tokens.glued[quantity.to])
    return tokens.glued[quantity.at] and (is_scaled or "," in written)


def _become_money(tokens: Tokens, quantity: Quantity, unit: Unit, start: int) -> None:
    quantity.at, quantity.unit, quantity.kind = start, unit, MONEY
    take_scale_letter(tokens, quantity)
    _take_cents(tokens, quantity)


def take_scale_letter(tokens: Tokens, quantity: Quantity) -> None:
    """ "$2.5m", "£900k", "$1.2 B": behind a currency any scale letter counts."""
    letter = tokens.written[quantity.to]
    factor = _SYMBOL.get(letter)
    if factor is None or quantity.scale > 1 or quantity.is_word or quantity.value is None:
        return
    if tokens.glued[quantity.to] or (
        letter.isupper() and len(letter) <= 2 and not tokens.written[quantity.to + 1].isupper()
    ):
        quantity.multiply(factor)
        quantity.to += 1


def take_currency_after(tokens: Tokens, quantity: Quantity, at: int) -> bool:
    """Take the name, code or sign behind a number: "300 yen", "20 million euros", "10 €"."""
    written = tokens.written[at]
    found = _sign_after(tokens, at) or units.currency_after(tokens.written, at)
    if found is None:
        return _in_millions(tokens, quantity, at)
    if found[1] == 1 and len(written) == 1 and written.isalpha() and not tokens.glued[at]:
        return False
    if written in _EVERYDAY and _is_small(quantity):
        return False
    quantity.unit, quantity.kind, quantity.to = found[0], MONEY, at + found[1]
    _take_cents(tokens, quantity)
    return True


def _sign_after(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    """ "10 €", "3.14US$": a sign at a token, or behind the letters there, that opens no amount."""
    written, following = tokens.written[at], tokens.written[at + 1]
    if written in SIGNS:
        return None if _opens_amount(tokens, at) else (SIGNS[written], 1)
    if following in SIGNS and tokens.glued[at + 1] and not _opens_amount(tokens, at + 1):
        return _PREFIXED.get((tokens.lower[at], following), SIGNS[following]), 2
    return None


def _is_small(quantity: Quantity) -> bool:
    """Too small a whole number for "won" or "rand" to be money rather than a verb or a name."""
    value = quantity.value
    return value is None or (-100 < value < 100 and quantity.grain == 1)


def _opens_amount(tokens: Tokens, at: int) -> bool:
    """Does the sign belong to the number behind it?"""
    return tokens.written[at + 1][:1].isdecimal() and (tokens.glued[at + 1] or not tokens.glued[at])


def _in_millions(tokens: Tokens, quantity: Quantity, at: int) -> bool:
    """ "30 MUSD"."""
    written = tokens.written[at]
    if (
        len(written) != 4
        or written[0] != "M"
        or written[1:] not in CURRENCIES
        or quantity.scale > 1
    ):
        return False
    quantity.multiply(10**6)
    quantity.unit, quantity.kind, quantity.to = units.named(written[1:]), MONEY, at + 1
    return True


def _take_cents(tokens: Tokens, quantity: Quantity) -> None:
    """ "3 dollars 50 cents", "$20 and 43c": the hundredths behind a whole amount."""
    lower, to, unit = tokens.lower, quantity.to, quantity.unit
    if lower[to] == "and":
        to += 1
    if quantity.grain != 1 or unit is None or unit.factor != 1 or quantity.value is None:
        return
    if lower[to] in SMALL:
        number, to = small_number(tokens, to)
    elif lower[to].isdecimal() and len(lower[to]) <= 2:
        number, to = int(lower[to]), to + 1
    else:
        return
    found = units.currency_after(tokens.written, to)
    is_named = len(tokens.written[quantity.to - 1]) > 3 and tokens.lower[quantity.to - 1].isalpha()
    if (
        found is None
        and is_named
        and to - quantity.to == 1
        and number > 9
        and not tokens.lower[to][:1].isalnum()
    ):
        _add_cents(quantity, number, Fraction(1, 100), to)  # "15 dollars 50"
        return
    if found is None or found[0].factor == 1:
        return
    if found[0].dimension != unit.dimension and lower[to] not in ("cents", "cent", "c"):
        return
    _add_cents(quantity, number, Fraction(found[0].factor), to + found[1])


def _add_cents(quantity: Quantity, number: int, factor: Fraction, to: int) -> None:
    assert quantity.value is not None
    quantity.value = whole(quantity.value + number * factor)
    quantity.grain = quantity.own_grain = factor
    quantity.to = to
