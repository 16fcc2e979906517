"""Numbers in words: "twenty-three", "a hundred and four", "two and a half million", "tenth"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.extract.kinds import COUNT, ORDINAL
from figcheck.extract.numerals import DOZENS, SCALE, take_scale
from figcheck.extract.quantity import Number, Quantity, whole
from figcheck.tables.number_words import TABLE

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

SMALL: dict[str, int] = TABLE["small"]
ORDINALS: dict[str, int] = TABLE["ordinal"]
PARTS: dict[str, int] = TABLE["part"]
_DIGIT_WORDS = {word: value for word, value in SMALL.items() if value < 10}
_HUNDREDS = frozenset(("hundred", "hundreds"))
_LARGEST = 10**25
_MOST_DECIMALS = 20


def small_number(tokens: Tokens, at: int) -> tuple[int, int]:
    """A number below a hundred that begins at a number word, and the token after it."""
    lower = tokens.lower
    value = SMALL[lower[at]]
    to = at + 1
    if value < 20 or value % 10:
        return value, to
    after = to + 1 if tokens.written[to] == "-" else to  # "fifty - two" too
    unit = SMALL.get(lower[after], 0)
    if not 0 < unit < 10 or (lower[after + 1] == "-" and after == to):
        return value, to
    return value + unit, after + 1


def below_thousand(tokens: Tokens, at: int) -> tuple[int, int]:
    """A number below a thousand ("nineteen hundred" too), and the token after it."""
    value, to = small_number(tokens, at)
    return _with_hundreds(tokens, value, to)


def _with_hundreds(tokens: Tokens, value: int, to: int) -> tuple[int, int]:
    lower = tokens.lower
    after = to + 1 if lower[to] == "-" else to
    if lower[after] not in _HUNDREDS or value == 0:
        return value, to
    value, to = value * 100, after + 1
    begin = to + 1 if lower[to] in ("and", "&") else to
    if lower[begin] not in SMALL:
        return value, to
    rest, end = small_number(tokens, begin)
    if lower[end] in _HUNDREDS or rest == 0 or _opens_fraction(tokens, begin, rest, end):
        return value, to
    return value + rest, end


def _opens_fraction(tokens: Tokens, at: int, number: int, to: int) -> bool:
    """ "a hundred and three quarters": the small number at `at` counts the parts of a fraction."""
    lower = tokens.lower
    if lower[to] == "-":
        return PARTS.get(lower[to + 1]) == 4 and number < 4
    part = PARTS.get(lower[to], 0)
    is_counted = lower[to].endswith("s") if number > 1 else lower[at - 1] in ("and", "&")
    return part > number and (part == 4 or is_counted)


def read_spelled(tokens: Tokens, at: int, one: int | None = None) -> Quantity:
    """The number whose words begin at a token; `one` where "a" stands before its scale at `at`."""
    if one is None:
        value, to = below_thousand(tokens, at)
    else:
        value, to = _with_hundreds(tokens, one, at)
    quantity = Quantity(at, to, COUNT, value, 1, 1, is_word=True)
    if value >= 100:
        quantity.grain = quantity.own_grain = 100 if value % 100 == 0 else 1
        quantity.scale = 100 if value % 100 == 0 else 1
    if tokens.lower[to] == "point" and one is None:
        _with_decimals(tokens, quantity)
    _with_thousands(tokens, quantity, value)
    with_part(tokens, quantity)
    if tokens.lower[quantity.to] in DOZENS:
        take_scale(tokens, quantity)
    return quantity


def _with_decimals(tokens: Tokens, quantity: Quantity) -> None:
    """ "two point five million"."""
    lower, at = tokens.lower, quantity.to + 1
    digits = ""
    while lower[at] in _DIGIT_WORDS and len(digits) < _MOST_DECIMALS:
        digits += str(_DIGIT_WORDS[lower[at]])
        at += 1
    if not digits and 10 <= SMALL.get(lower[at], 0) < 100:
        number, at = small_number(tokens, at)
        digits = str(number)
    if digits and quantity.value is not None:
        grain = Fraction(1, 10 ** len(digits))
        quantity.value = whole(quantity.value + int(digits) * grain)
        quantity.grain = quantity.own_grain = grain
        quantity.to = at
        quantity.scale = 1


def _with_thousands(tokens: Tokens, quantity: Quantity, current: Number) -> None:
    """The scales above a hundred with the parts after them: "two million six hundred thousand"."""
    lower = tokens.lower
    total: Number = 0
    current, last = quantity.value or 0, _LARGEST
    to, scale = quantity.to, quantity.scale
    while True:
        factor, after = _scale_at(tokens, to)
        if factor == 1 or factor >= last or current == 0:
            break
        total += current * factor
        last, scale, to, current = factor, factor, after, 0
        begin = to + 1 if lower[to] in ("and", "&", ",") else to
        if lower[begin] not in SMALL:
            break
        part, end = below_thousand(tokens, begin)
        if lower[to] == "," and (factor < 10**6 or (part < 100 and _scale_at(tokens, end)[0] == 1)):
            break
        if (
            part == 0
            or _scale_at(tokens, end)[0] >= last
            or _opens_fraction(tokens, begin, part, end)
        ):
            break
        current, to = part, end
        scale = 100 if part % 100 == 0 else 1
    if total:
        quantity.value = whole(total + current)
        quantity.to = to
        quantity.scale = scale
        quantity.grain = quantity.own_grain = (
            whole(quantity.grain * scale) if quantity.grain < 1 else scale
        )


def _scale_at(tokens: Tokens, at: int) -> tuple[int, int]:
    """The product of the scale words from a token on, 1 for none, and the token after them."""
    lower = tokens.lower
    if lower[at] == "-" and lower[at + 1] in SCALE:
        at += 1
    factor = 1
    while lower[at] in SCALE and factor < _LARGEST:
        factor *= SCALE[lower[at]]
        at += 1
    return factor, at


def with_part(tokens: Tokens, quantity: Quantity) -> None:
    """ "four and a half", "two and three-quarter million", "a million and a half"."""
    lower, at = tokens.lower, quantity.to
    if lower[at : at + 6] == ["-", "and", "-", "a", "-", "half"]:
        part: tuple[Fraction, int] | None = (Fraction(1, 2), at + 6)
    elif lower[at] in ("and", "&"):
        part = mixed_part(tokens, at + 1)
    else:
        return
    if part is None or quantity.value is None:
        return
    value, to = part
    if lower[to] == "of" and lower[to + 1] not in ("a", "an"):
        return
    size = quantity.scale if quantity.scale >= 1000 else 1
    lesser, after = _scale_at(tokens, to)
    if 1 < lesser < size:
        size, to = lesser, after
    grain = whole(Fraction(size, value.denominator))
    quantity.value = whole(quantity.value + value * size)
    quantity.grain = quantity.own_grain = grain
    quantity.to = to
    if size == 1:
        take_scale(tokens, quantity)


def with_rest(tokens: Tokens, quantity: Quantity) -> None:
    """ "3 hundred and one", "2 million and a half": what "and" adds to a number in digits."""
    if quantity.scale >= 1000:
        with_part(tokens, quantity)
        return
    at = quantity.to + 1
    word = tokens.lower[at]
    if word in SMALL:
        rest, to = small_number(tokens, at)
    elif word.isdecimal() and len(word) <= 2:
        rest, to = int(word), at + 1
    else:
        return
    if tokens.lower[to] not in SCALE and quantity.value is not None:
        quantity.value += rest
        quantity.grain = quantity.own_grain = quantity.scale = 1
        quantity.to = to


def mixed_part(tokens: Tokens, at: int) -> tuple[Fraction, int] | None:
    """ "a half", "three quarters", "a fifth" behind "and": the fraction of a mixed number."""
    lower = tokens.lower
    word = lower[at]
    if word == "half":
        return Fraction(1, 2), at + 1
    if word in SMALL:
        top, to = small_number(tokens, at)
    else:
        top, to = int(word in ("a", "an")), at + 1
    after = to + 1 if lower[to] == "-" else to
    bottom = PARTS.get(lower[after], 0)
    if not 0 < top < bottom or (lower[after].endswith("s") and top == 1):
        return None
    if bottom > 4 and lower[after + 1][:1].isalpha() and lower[after + 1] not in SCALE:
        return None
    return Fraction(top, bottom), after + 1


def read_ordinal(tokens: Tokens, at: int) -> Quantity | None:
    """A rank in words that begins at a token: "third", "twenty-first", "one hundred and first"."""
    lower = tokens.lower
    if lower[at] in ORDINALS:
        return _ordinal(at, at + 1, ORDINALS[lower[at]])
    if lower[at] not in SMALL:
        return None
    quantity = read_spelled(tokens, at)
    value, to = quantity.value, quantity.to
    begin = to + 1 if lower[to] in ("-", "and") else to
    rank = ORDINALS.get(lower[begin])
    if rank is None or not isinstance(value, int):
        return None
    total = _ranked(value, rank, lower[to])
    return None if total is None else _ordinal(at, begin + 1, total)


def _ranked(value: int, rank: int, joint: str) -> int | None:
    """The rank that a number and the rank word behind it make; None where they make none."""
    if rank >= 100:
        part = value % (1000 if rank == 100 else rank * 1000)
        return None if joint == "and" or part == 0 else value - part + part * rank
    tens = value % 100
    if tens == 0 and value:
        return None if joint == "-" else value + rank
    return value + rank if rank < 10 and tens >= 20 and tens % 10 == 0 and joint != "and" else None


def _ordinal(at: int, to: int, value: int) -> Quantity:
    quantity = Quantity(at, to, ORDINAL, value, 1, 1, is_word=True)
    quantity.low = quantity.high = value
    return quantity
