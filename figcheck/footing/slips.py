"""Which slip would explain a column that does not foot, and how improbable it is by chance."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from figcheck.footing.ledger import Ledger

_NEAR = ((0.03, 5.0), (0.1, 3.0), (0.25, 2.0))  # a miss of so much of the sum is worth so many bits
_MOST_TRIED = 3


class Slip(NamedTuple):
    """A cell of the column that may be wrong, what it should be, and the bits of evidence."""

    row: int
    right: int
    bits: float
    what: str


def slip_of(
    ledger: Ledger, column: int, row: int, parts: Sequence[tuple[int, int]], miss: int, slack: int
) -> Slip:
    """The slip that best explains by how much the row misses the sum of its parts."""
    values = ledger.values
    unit = ledger.shared[column][0]
    stated = values[row][column] or 0
    known = [(at, sign) for at, sign in parts if values[at][column] is not None]
    spread = max(abs(stated), *(abs(values[at][column] or 0) for at, _ in known), unit) / unit
    size = max(abs(stated), abs(stated - miss), 1)
    near = next((bits for share, bits in _NEAR if abs(miss) <= share * size), 0.0)
    best = Slip(row, stated - miss, near, "near" if near else "")
    for at, sign in known:
        part = sign * (values[at][column] or 0)
        if part and min(abs(miss - part), abs(miss + part)) <= slack:
            bits = log2(max(spread, 1) / (2 * len(known) * (2 * slack / unit + 1)))
            best = max(best, Slip(row, stated - miss, bits, "left out"), key=_bits)
    for at, sign in ((row, -1), *known):
        value = values[at][column] or 0
        right = value + sign * miss
        grain = ledger.grains[at][column]
        found = _explained(value, right, spread, slack, grain, len(known) + 1)
        if value in _others(ledger, at, column) and abs(value) >= 100 * grain:
            found = max(found, (log2(max(spread, 1) / (len(known) + 1)), "column"))
        if found[0] > best.bits:
            best = Slip(at, right, *found)
    return best


def _bits(slip: Slip) -> float:
    return slip.bits


def _others(ledger: Ledger, row: int, column: int) -> set[int]:
    """What the other columns of a row hold."""
    return {v for c, v in enumerate(ledger.values[row]) if v is not None and c != column}


def _explained(
    value: int, right: int, spread: float, slack: int, grain: int, among: int
) -> tuple[float, str]:
    """The bits that speak for a slip of the sign or of a digit; 0 where there is none."""
    if not value:
        return 0.0, ""
    loose = 2 * slack / grain + 1
    if abs(right + value) <= slack:
        return max(log2(max(spread, 1) / (among * loose)), 0.0), "sign"
    steps = [0]
    for k in range(1, min(slack // grain, _MOST_TRIED) + 1):
        steps += [k * grain, -k * grain]
    found = [
        log2(max(spread, 1) / (count * among * (2 * abs(step) / grain + 1)))
        for step in steps
        if (count := edits(value, right + step, grain))
    ]
    return (max(0.0, *found), "digits") if found else (0.0, "")


def edits(value: int, right: int, grain: int) -> int:
    """How many edits of the sort there are that makes `right` of `value`; 0 where none does."""
    one, other = str(abs(value) // grain), str(abs(right) // grain)
    if (value < 0) != (right < 0) or len(one) != len(other) or len(one) < 2:
        return 0
    wrong = [k for k in range(len(one)) if one[k] != other[k]]
    if len(wrong) == 1:
        return 9 * len(one)
    is_swap = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(one) == sorted(other)
    return len(one) if is_swap else 0
