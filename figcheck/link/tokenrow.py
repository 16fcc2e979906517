"""The tokens of a sentence as statistics are printed in it: words, numbers, lowered digits, marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from fractions import Fraction
from typing import NamedTuple, overload

_TOKEN = re.compile(
    r"(?:[0-9]+(?:[.,·][0-9]+)*|[.·][0-9]+)"  # a number, its commas and points
    r"|[₀-₉]+(?:[,.][₀-₉]+)*"
    r"|[^\W\d_²₀-₉]+"
    r"|\S"
)
# Letters of mathematical typesetting stand for plain ones, and marks of emphasis for nothing.
_PLAIN = str.maketrans("𝑡𝑝𝑃𝐹𝑟𝑧𝑍𝑄𝑁𝑛𝜒𝝌＝∗*_$\\{}^~", "tpPFrzZQNnχχ=         ")
_RAISE = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_LOWERED = frozenset("₀₁₂₃₄₅₆₇₈₉")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_RANGE = frozenset(("to", "and", "or", "-", "–", "—", "±", "/"))
_P = frozenset(("p", "P", "ps", "Ps"))
_MOST_DIGITS = 30


class Token(NamedTuple):
    """A stretch of the text, with its offsets."""

    text: str
    start: int
    end: int


class Row:
    """The tokens of a stretch of text; beyond both ends stand empty ones."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        plain = text[start:end].translate(_PLAIN)
        self.tokens = [
            Token(found[0], start + found.start(), start + found.end())
            for found in _TOKEN.finditer(plain)
        ]

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [token.text for token in self.tokens[at]]
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def is_word(self, at: int) -> bool:
        return self[at][:1].isalpha()

    def is_number(self, at: int) -> bool:
        word = self[at]
        return word[-1:].isdecimal() and word[:1] not in _LOWERED

    def is_subscript(self, at: int) -> bool:
        return self[at][:1] in _LOWERED

    def lowered(self, at: int) -> str:
        """The digits of a lowered number."""
        return self[at].translate(_RAISE)

    def is_glued(self, at: int) -> bool:
        """Does no space stand before the token?"""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def is_joined(self, at: int) -> bool:
        """Does a token join the number before it to the one behind: "2.1–3.4", "2.1 and 3.4"?"""
        behind = at + 2 if self[at + 1] in ("-", "−", "–") else at + 1
        if self[at] in ("%", "×", "^"):
            return True
        return self[at] in _RANGE and self.is_number(behind)

    def is_p(self, at: int) -> bool:
        """Is the token the name of a p value, and no index: "η²p = .13", "η2 p = .13"?"""
        before = self[at - 1]
        is_index = before == "²" or (before == "2" and self.is_word(at - 2))
        return self[at] in _P and not is_index

    def index_at(self, offset: int) -> int:
        """The first token that starts at an offset or behind it."""
        return bisect_left(self.tokens, offset, key=lambda token: token.start)


def number(text: str, *, is_df: bool = False) -> tuple[Fraction, Fraction] | None:
    """A printed number and the place value of its last digit; None where it can be read in two ways.

    A comma parts thousands, or decimals where it can part nothing else: "2,20", "0,031". Of degrees
    of freedom and sample sizes "1,204" is a whole number.
    """
    if len(text) > _MOST_DIGITS:
        return None
    plain = text.replace("·", ".")
    if _THOUSANDS.fullmatch(plain):
        if plain.count(",") == 1 and "." not in plain and not is_df:
            return None
        plain = plain.replace(",", "")
    elif "," in plain:
        if "." in plain:
            return None
        plain = plain.replace(",", ".")
    if plain.count(".") > 1:
        return None
    decimals = len(plain.partition(".")[2])
    return Fraction(plain), Fraction(1, 10**decimals)
