"""Vague groups: "dozens", "tens of thousands", "several hundred": open intervals, never a point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.extract.kinds import AT_LEAST, COUNT
from figcheck.extract.numerals import SCALE
from figcheck.extract.quantity import Quantity
from figcheck.tables.number_words import TABLE

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

VAGUE: dict[str, int] = TABLE["vague"]
_TABULAR = frozenset(
    "is are amounts figures values expressed stated reported shown presented (".split()
)
FEW = frozenset(("several", "few", "many"))


def read_vague(tokens: Tokens, at: int) -> Quantity | None:
    """ "hundreds of thousands", "dozens": a plural with no number before it."""
    lower = tokens.lower
    least, to = VAGUE[lower[at]], at + 1
    if lower[at - 1] == "in" and (lower[to] != "of" or lower[at - 2] in _TABULAR):
        return None  # "(in thousands)" says how a table is written
    if lower[at] in ("tens", "scores") and lower[to] != "of":
        return None
    while (
        lower[to] == "of"
        and lower[to + 1] in VAGUE
        and lower[to + 1] not in ("tens", "dozens", "scores")
    ):
        least, to = least * (VAGUE[lower[to + 1]] // 2), to + 2
    if (
        lower[at] == "scores"
        and to == at + 1
        and lower[at - 1][:1].isalpha()
        and lower[at - 1] not in ("the", "killed", "for")
    ):
        return None
    return _open(at, to, least)


def read_few(tokens: Tokens, at: int) -> Quantity:
    """ "several hundred", "a few thousand": the scale stands at `at`."""
    lower = tokens.lower
    to, factor = at, 1
    while lower[to] in SCALE and factor < 10**13:
        factor *= SCALE[lower[to]]
        to += 1
    start = at - 1 if lower[at - 2] not in ("a", "the") else at - 2
    return _open(start, to, 2 * factor)


def _open(at: int, to: int, least: int) -> Quantity:
    quantity = Quantity(at, to, COUNT, is_word=True)
    quantity.low = least
    quantity.hedge = AT_LEAST
    return quantity
