"""Fractions and multiples in words: "two-thirds", "half", "one in five", "doubled", "three times"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Kind
from figcheck.extract.numerals import SMALL
from figcheck.tables.number_words import TABLE

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

PARTS: dict[str, int] = TABLE["ordinal_part"]
MULTIPLES: dict[str, list[int]] = TABLE["multiple"]
_AFTER_PART = frozenset(
    "of the to from as in less more lower higher fewer larger smaller , . ; : ) were was are is had have "
    "or and by – — said say who its their that off again to this last last".split()
) | {""}  # fmt: skip
_NOT_AFTER_HALF = frozenset("time times hour hours century dozen year years way past brother sister mile".split())
_NOT_BEFORE_HALF = frozenset("first second other better and latter top bottom".split())
_COMPARES = frozenset("as more the its their his her larger higher bigger greater faster that what over those longer current".split())


class Part(NamedTuple):
    """A fraction or multiple as read, from token `at` up to `to`."""

    kind: Kind
    value: Fraction
    at: int
    to: int


def read_fraction(tokens: Tokens, at: int) -> Part | None:
    """A fraction or multiple in words that begins at a token."""
    word = tokens.lower[at]
    if word in MULTIPLES:
        top, bottom = MULTIPLES[word]
        return Part(Kind.MULTIPLE, Fraction(top, bottom), at, at + 1)
    if word == "half":
        return _half(tokens, at)
    number = 1 if word in ("a", "an") else SMALL.get(word)
    if number is None:
        return _out_of_digits(tokens, at)
    return _parts(tokens, at, number) or (
        _one_in(tokens, at, number, at + 1) if word not in ("a", "an") else None
    )


def _half(tokens: Tokens, at: int) -> Part | None:
    after = tokens.word(at + 1)
    if after in _NOT_AFTER_HALF or after in ("-", "a", "an") or tokens.word(at - 1) in _NOT_BEFORE_HALF:
        return None
    return Part(Kind.FRACTION, Fraction(1, 2), at, at + 1)


def _parts(tokens: Tokens, at: int, number: int) -> Part | None:
    """ "two-thirds", "a quarter of"; not "the third quarter", "a third party"."""
    to = at + 2 if tokens.word(at + 1) == "-" and number > 0 else at + 1
    part = tokens.word(to)
    if part not in PARTS or part in ("half",) or number >= PARTS[part] or number == 0:
        return None
    if part.endswith("s") != (number > 1) or tokens.word(to + 1) not in _AFTER_PART:
        return None
    return Part(Kind.FRACTION, Fraction(number, PARTS[part]), at, to + 1)


def _one_in(tokens: Tokens, at: int, number: int, to: int) -> Part | None:
    """ "one in five", "nine out of ten", "one in 10"."""
    if tokens.word(to) == "out" and tokens.word(to + 1) == "of":
        to += 1
        limit = 10
    elif tokens.word(to) == "in" and number <= 9:
        limit = 1000
    else:
        return None
    base = tokens.word(to + 1)
    whole = SMALL.get(base) or (int(base) if base.isdigit() and base.isascii() and len(base) < 5 else 0)
    if tokens.word(to + 2) in ("years", "days", "months", "weeks", "hours", "games", "matches"):
        return None
    if not number < whole <= limit or (number > 1 and whole > 20):
        return None
    return Part(Kind.FRACTION, Fraction(number, whole), at, to + 2)


def _out_of_digits(tokens: Tokens, at: int) -> Part | None:
    token = tokens.as_written(at)
    if token in ("1", "2", "3", "4", "5", "6", "7", "8", "9") and tokens.word(at + 1) == "in":
        return _one_in(tokens, at, int(token), at + 1)
    return None


def is_multiple(tokens: Tokens, to: int) -> int | None:
    """The token after "times" or "x" where the number before `to` is a multiple, else None."""
    word = tokens.word(to)
    if word in ("x", "×") and tokens.is_glued(to):
        return to + 1
    if word == "-" and tokens.word(to + 1) == "fold":
        return to + 2
    if word == "times" and tokens.word(to + 1) in _COMPARES:
        return to + 1
    return None
