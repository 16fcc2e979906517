"""Numerals: digits with their separators, number words, scales; values exact, grains as written."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from figcheck.tables.number_words import TABLE

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

Number = int | Fraction

SMALL: dict[str, int] = TABLE["small"]
SCALE: dict[str, int] = TABLE["scale"]
GROUP: dict[str, int] = TABLE["group"]
_SYMBOL: dict[str, int] = TABLE["symbol"]
_SURE_SYMBOLS = frozenset(("mn", "mln", "bn", "bln", "tn", "trn"))
_VULGAR = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8), "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5), "⅙": Fraction(1, 6),
}  # fmt: skip
_MOST_DIGITS = 40
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,12}(?:\.[0-9]+)?")
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2}){1,6},[0-9]{3}(?:\.[0-9]+)?")
_THIN = str.maketrans("", "", "\u00a0\u2009\u202f")


class Numeral(NamedTuple):
    """A number as read: `value` None where its digits are grouped as no number is."""

    value: Number | None
    grain: Number
    own_grain: Number
    to: int  # the token after it
    is_word: bool = False
    is_constant: bool = False
    is_label: bool = False
    has_scale: bool = False


def read_digits(token: str) -> Numeral:
    """The numeral of one token of digits; `to` is left 0."""
    text = token.translate(_THIN)
    if len(text) > _MOST_DIGITS:
        return Numeral(None, 0, 0, 0, is_label=True)
    if "," in text:
        if not (_GROUPED.fullmatch(text) or _INDIAN.fullmatch(text)):
            return _odd_commas(text)
        text = text.replace(",", "")
    whole, dot, part = text.partition(".")
    if "." in part:
        groups = part.split(".")
        if len(whole) <= 3 and all(len(group) == 3 for group in groups):
            return _whole(int(whole + "".join(groups)))
        return Numeral(None, 0, 0, 0, is_label=True)
    if not dot:
        return _whole(int(whole))
    grain = Fraction(1, 10 ** len(part))
    return Numeral(Fraction(int(whole or "0") * 10 ** len(part) + int(part), 10 ** len(part)), grain, grain, 0)


def _whole(value: int) -> Numeral:
    own = 1
    while value and value % (own * 10) == 0:
        own *= 10
    return Numeral(value, 1, own, 0)


def _odd_commas(text: str) -> Numeral:
    """Commas that do not group by three: a decimal comma, a list, or a slip."""
    parts = text.split(",")
    if len(parts) == 2 and "." not in text and len(parts[1]) <= 2:
        size = 10 ** len(parts[1])
        grain = Fraction(1, size)
        return Numeral(Fraction(int(parts[0]) * size + int(parts[1]), size), grain, grain, 0)
    is_slip = len(parts) <= 4 and any(len(part) == 3 for part in parts[1:])
    return Numeral(None, 0, 0, 0, is_label=not is_slip)


def read_numeral(tokens: Tokens, at: int) -> Numeral | None:
    """The numeral that begins at a token, with its scale words, None where there is none."""
    token = tokens.written[at]
    if token[0] in "0123456789.":
        if len(token) == 1 and token == ".":
            return None
        numeral = read_digits(token)._replace(to=at + 1)
        if numeral.value is None:
            return numeral
        return _with_scale(tokens, _with_vulgar(tokens, numeral))
    if token in _VULGAR:
        return Numeral(_VULGAR[token], 0, 0, at + 1, is_word=True)
    numeral = _read_words(tokens, at)
    return None if numeral is None else _with_group(tokens, numeral)


def _with_vulgar(tokens: Tokens, numeral: Numeral) -> Numeral:
    """ "2½": a vulgar fraction glued to a whole number."""
    sign = tokens.as_written(numeral.to)
    if sign in _VULGAR and tokens.is_glued(numeral.to) and numeral.value is not None:
        value = numeral.value + _VULGAR[sign]
        return numeral._replace(value=value, grain=Fraction(1, 2), own_grain=Fraction(1, 2), to=numeral.to + 1)
    return numeral


def _with_scale(tokens: Tokens, numeral: Numeral) -> Numeral:
    """ "1.5 million", "$2bn", "12 lakh crore"; the ambiguous m, M, b, k are left to the money reader."""
    word = tokens.word(numeral.to)
    at = numeral.to
    if word == "-" and tokens.word(at + 1) in SCALE and tokens.is_glued(at):
        word, at = tokens.word(at + 1), at + 1
    while word in SCALE or (word in _SURE_SYMBOLS and at == numeral.to):
        numeral = scaled(numeral, SCALE.get(word) or _SYMBOL[word], at + 1)
        at = numeral.to
        word = tokens.word(at)
    return _with_group(tokens, numeral)


def _with_group(tokens: Tokens, numeral: Numeral) -> Numeral:
    word = tokens.word(numeral.to)
    if word in GROUP and word == "dozen":
        return scaled(numeral, 12, numeral.to + 1)._replace(is_constant=True)
    return numeral


def symbol_scale(tokens: Tokens, at: int) -> int | None:
    """The scale of an abbreviation glued to the number before it, or of a sure one."""
    return _SYMBOL.get(tokens.as_written(at))


def scaled(numeral: Numeral, factor: int, to: int) -> Numeral:
    """The numeral times a scale; grains grow with it."""
    assert numeral.value is not None
    value = numeral.value * factor
    if isinstance(value, Fraction) and value.denominator == 1:
        value = value.numerator
    return numeral._replace(
        value=value, grain=(numeral.grain or 1) * factor, own_grain=(numeral.own_grain or 1) * factor,
        to=to, has_scale=True,
    )  # fmt: skip


def _read_words(tokens: Tokens, at: int) -> Numeral | None:
    """A number in words: "twenty-three", "a hundred and four", "two and a half million"."""
    word = tokens.lower[at]
    if word in ("a", "an"):
        following = tokens.word(at + 1)
        if following in SCALE:
            return _scaled_words(tokens, 1, at + 1)
        if following == "dozen":
            return Numeral(12, 1, 1, at + 2, is_word=True, is_constant=True)
        return None
    if word == "half" and tokens.word(at + 1) in ("a", "an"):
        scale = SCALE.get(tokens.word(at + 2)) or GROUP.get(tokens.word(at + 2))
        if scale:
            return Numeral(scale // 2, scale // 10 or 1, scale // 10 or 1, at + 3, is_word=True)
        return None
    if word == "dozen" and tokens.word(at - 1) not in ("a", "several", "few", "half"):
        return None
    if word not in SMALL:
        return None
    value, to = _tens(tokens, at)
    return _scaled_words(tokens, value, to)


def _tens(tokens: Tokens, at: int) -> tuple[int, int]:
    """A number below a hundred, and the token after it."""
    value = SMALL[tokens.lower[at]]
    to = at + 1
    if value >= 20 and value % 10 == 0:
        unit = SMALL.get(tokens.word(to + 1), 0) if tokens.word(to) == "-" else SMALL.get(tokens.word(to), 0)
        if 0 < unit < 10:
            return value + unit, to + (2 if tokens.word(to) == "-" else 1)
    return value, to


def _scaled_words(tokens: Tokens, value: int, to: int) -> Numeral:
    """A number in words with its scales and the parts after them: "two hundred and six thousand"."""
    total, current, scale = 0, value, 1
    while True:
        word = tokens.word(to)
        if word == "-" and tokens.word(to + 1) in SCALE:
            word, to = tokens.word(to + 1), to + 1
        if word in SCALE:
            scale = SCALE[word]
            if scale == 100:
                current *= 100
            else:
                total, current = total + current * scale, 0
            to += 1
            continue
        skip = 1 if word == "and" and tokens.word(to + 1) in SMALL and scale > 1 else 0
        if scale > 1 and tokens.word(to + skip) in SMALL and (skip or current % 100 == 0):
            part, to = _tens(tokens, to + skip)
            current, scale = current + part, 1
            continue
        break
    whole = total + current
    own = scale if scale > 1 else 1
    numeral = Numeral(whole, own, own, to, is_word=True, has_scale=own > 1)
    return _with_half(tokens, numeral)


def _with_half(tokens: Tokens, numeral: Numeral) -> Numeral:
    """ "four and a half", "two and a half million"."""
    phrase = [tokens.word(numeral.to + k) for k in range(3)]
    if phrase != ["and", "a", "half"] or numeral.value is None:
        return numeral
    half = numeral._replace(
        value=numeral.value + Fraction(1, 2), grain=Fraction(1, 2), own_grain=Fraction(1, 2), to=numeral.to + 3
    )
    word = tokens.word(half.to)
    return scaled(half, SCALE[word], half.to + 1) if word in SCALE else half
