"""Bounds in pairs: "more than 20 and fewer than 35", "at most 100 but at least 20", one range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.extract.kinds import (
    AT_LEAST,
    AT_MOST,
    COUNT,
    JUST_OVER,
    LESS_THAN,
    MORE_THAN,
    NEARLY,
)

if TYPE_CHECKING:
    from figcheck.extract.quantity import Quantity
    from figcheck.extract.tokens import Tokens

_LOWER = frozenset((MORE_THAN, AT_LEAST, JUST_OVER))
_UPPER = frozenset((LESS_THAN, AT_MOST, NEARLY))
_JOINTS = frozenset(("and", "but", "yet"))
_BOUNDING = _JOINTS | frozenset(
    "more less fewer than at least most above below under over greater larger bigger smaller lower "
    "higher no not or equal to up the > < ≥ ≤ =".split()
)
_LONGEST = 8  # words between the two


def join_bounds(tokens: Tokens, found: list[Quantity]) -> None:
    """Make one range of a lower and an upper bound that only joining words part, in place."""
    if not any(quantity.hedge in _LOWER for quantity in found):
        return
    kept: list[Quantity] = []
    for second in found:
        first = kept[-1] if kept else None
        if first is not None and _are_a_pair(first, second) and _are_joined(tokens, first, second):
            _join(first, second)
            kept.pop()
        kept.append(second)
    found[:] = kept


def _are_a_pair(first: Quantity, second: Quantity) -> bool:
    if first.hedge in _LOWER:
        return second.hedge in _UPPER
    return first.hedge in _UPPER and second.hedge in _LOWER


def _are_joined(tokens: Tokens, first: Quantity, second: Quantity) -> bool:
    """Are both bounds of one thing, with nothing said between them?"""
    between = tokens.lower[first.to : second.at]
    is_alike = first.kind is second.kind and first.unit is second.unit
    is_bare = COUNT in (first.kind, second.kind) and None in (first.unit, second.unit)
    one, two = first.value, second.value
    if one is None or two is None or one == two or (one < two) is not (first.hedge in _LOWER):
        return False
    if not (is_alike or is_bare) or not 1 < len(between) <= _LONGEST:
        return False
    return not _JOINTS.isdisjoint(between) and _BOUNDING.issuperset(between)


def _join(first: Quantity, second: Quantity) -> None:
    one, two = first.value, second.value
    assert one is not None
    assert two is not None
    if second.unit is None:
        second.kind, second.unit = first.kind, first.unit
    second.at = first.at
    second.set_range(min(one, two), max(one, two))
    second.grain = max(first.grain, second.grain)
    second.own_grain = max(first.own_grain, second.own_grain)
