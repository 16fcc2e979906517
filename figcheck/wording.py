"""How claims are put in words: their arithmetic, their messages, numbers written like others."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.claim import Claim, Op, computed_value
from figcheck.document import Kind

if TYPE_CHECKING:
    from figcheck.document import Figure
    from figcheck.interval import Number

_DIGITS = re.compile(r"\d[\d,.]*(?<=\d)|\d")
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_BROKEN = {
    Op.EQUALS: "not", Op.AT_LEAST: "more than", Op.AT_MOST: "less than", Op.ABOVE: "not below",
    Op.BELOW: "not above",
}  # fmt: skip


def arithmetic(claim: Claim) -> str:
    """The sum with its figures as written: "10,000 + 40,000 = 50,000"."""
    if claim.op in (Op.ABOVE, Op.BELOW, Op.AT_MOST) and claim.stated is not None:
        sign = {Op.ABOVE: ">", Op.BELOW: "<", Op.AT_MOST: "≤"}[claim.op]
        return f"{claim.stated.text} {sign} {claim.term.shown()}"
    value = computed_value(claim)
    if value is None or (len(claim.term.figures) <= 1 and claim.message is not None):
        return claim.message or claim.term.shown()
    model = claim.stated or _model(claim)
    return f"{claim.term.shown()} = {write_like(model, value, exact=claim.stated is None)}"


def message(claim: Claim) -> str:
    """What is wrong, with the arithmetic: "10,000 + 55,000 = 65,000, more than 50,000"."""
    if claim.message is not None:
        return claim.message
    if claim.stated is None:
        return arithmetic(claim)
    if claim.op in (Op.ABOVE, Op.BELOW, Op.AT_MOST):
        word = {Op.ABOVE: "not above", Op.BELOW: "not below", Op.AT_MOST: "more than"}[claim.op]
        return f"{claim.stated.text} is {word} {claim.term.shown()}"
    slip = f"; {claim.slip}" if claim.slip else ""
    return f"{arithmetic(claim)}, {_BROKEN[claim.op]} {claim.stated.text}{slip}"


def _model(claim: Claim) -> Figure:
    """The figure whose manner a derived value takes: the last operand that is no share."""
    figures = [f for f in claim.term.figures if f.kind not in (Kind.SHARE, Kind.FRACTION)]
    return (figures or list(claim.term.figures))[-1]


def write_like(figure: Figure, value: Number, *, exact: bool = False) -> str:
    """The value in the figure's manner: its sign, scale word, separators and decimals.

    With `exact` as many decimals as the value has, at most four; else those of the figure, and
    one or two more where the value would not differ from the figure's without them.
    """
    found = _DIGITS.search(figure.text)
    if found is None or figure.value is None:
        return _in_words(figure, value)
    written = Fraction(found[0].replace(",", ""))
    scale = Fraction(figure.value) / written if written else Fraction(1)
    decimals = len(found[0].partition(".")[2]) if "." in found[0] else 0
    number = Fraction(value) / scale
    if exact:
        decimals = next((d for d in range(5) if (number * 10**d).denominator == 1), 4)
    while decimals < 6 and not exact and _is_hidden(number, written, decimals):
        decimals += 1
    text = decimal(number, decimals, grouped="," in found[0] or abs(number) >= 10_000)
    return figure.text[: found.start()] + text + figure.text[found.end() :]


def _is_hidden(number: Fraction, written: Fraction, decimals: int) -> bool:
    """Would the number, rounded to these decimals, look like the written one or like nothing?"""
    rounded = round(number, decimals)
    return (rounded == written and number != written) or (rounded == 0 and number != 0)


def _in_words(figure: Figure, value: Number) -> str:
    whole = int(value)
    if whole == value and 0 <= whole <= 20 and figure.kind is not Kind.FRACTION:
        return _WORDS[whole]
    return decimal(Fraction(value), 0 if whole == value else 2, grouped=abs(whole) >= 10_000)


def decimal(number: Fraction, decimals: int, *, grouped: bool) -> str:
    """An exact rational in decimals, rounded half to even."""
    scaled = round(abs(number) * 10**decimals)
    digits = str(scaled).rjust(decimals + 1, "0")
    whole, part = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    if grouped:
        whole = f"{int(whole):,}"
    sign = "−" if number < 0 and scaled else ""
    return sign + whole + (f".{part}" if part else "")
