"""Elided units: "from 5 to 7 percent", "10, 12 and 15 kg" say a unit once for several figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.extract.kinds import AGE, COUNT, DURATION, MEASURE, MONEY, POINTS, SHARE
from figcheck.extract.ranges import share

if TYPE_CHECKING:
    from figcheck.extract.quantity import Quantity
    from figcheck.extract.tokens import Tokens

_JOINING = frozenset(
    ("to", "or", "and", "from", ",", "-", "against", "versus", "than", "x", "×", "by", "&", "vs")
)
_UNITED = frozenset((SHARE, MONEY, MEASURE, POINTS, DURATION, AGE))
_MOST_BETWEEN = 3
_FILLERS = frozenset(
    "about around nearly almost just roughly only over under some the from compared with".split()
)


def share_units(tokens: Tokens, quantities: list[Quantity]) -> None:
    """Give bare numbers the unit, or the scale, of the quantity that they are joined to."""
    is_list = False  # has the second been given its unit, as the last but one of a list?
    for at in range(len(quantities) - 1, 0, -1):
        second = quantities[at]
        was_list, is_list = is_list, False
        if second.kind not in _UNITED and second.scale < 1000:
            continue
        first = quantities[at - 1]
        between = second.at - first.to
        if not 0 < between <= _MOST_BETWEEN or (
            first.kind not in _UNITED and first.kind is not COUNT
        ):
            continue
        if (
            second.value is not None
            and first.value is not None
            and _joins(tokens, first, second, was_list)
        ):
            _give(first, second)
            is_list = True


def _joins(tokens: Tokens, first: Quantity, second: Quantity, is_list: bool) -> bool:
    """Is there but a joining word between the two, and no unit of its own on the first?"""
    if first.kind is not COUNT and first.unit is not second.unit:
        return False
    words = tokens.lower[first.to : second.at]
    joints = [word for word in words if word not in _FILLERS]
    if "from" in words and not joints:
        return True
    if "," in joints and first.at and tokens.lower[first.at - 1] in ("the", "those", "these"):
        return False  # "14 percent the nineteen, and 45 percent the bull"
    if "," in joints and "or" in joints and second.kind is SHARE:
        return False  # "57, or 6%": the one says the other again
    if joints == [","]:
        return is_list and first.kind is COUNT and second.kind in _UNITED and len(words) == 1
    return bool(joints) and all(word in _JOINING for word in joints)


def _give(first: Quantity, second: Quantity) -> None:
    """The unit of the second to the first; its scale where the first is written with none."""
    kind, unit = second.kind, second.unit
    if first.kind is COUNT and first.scale > 1 and kind is COUNT:
        return
    if first.kind is not COUNT:
        return
    kept = first.hedge, first.low, first.high, first.value
    share(first, second)
    second.kind, second.unit = kind, unit
    if first.value != kept[3]:
        first.low = None if kept[1] is None else first.value
        first.high = None if kept[2] is None else first.value
