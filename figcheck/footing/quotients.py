"""Columns of percentages: of which amounts they are the change, or the share in a total.

As with sums, each relation that a column may have is a guess that costs bits and earns them by the
rows in which it holds; the row in which it does not hold is then wrong.
"""

from __future__ import annotations

from fractions import Fraction
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from figcheck.footing import labels
from figcheck.footing.slips import edits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.footing.ledger import Ledger

_ACCEPTED = 6.0
_RAISED = 9.0
_MOST_BITS = 10.0  # of one row
_MOST_COLUMNS = 6  # of amounts
_MOST_ROWS = 40
_LEAST_SPREAD = 10
_TRIED = 3

Place = tuple[int, int]


class Guess(NamedTuple):
    """For each row of a column the two cells that its percentage is made of, and the cost in bits."""

    kind: str  # "change" or "share"
    places: list[tuple[Place, Place] | None]
    cost: float


class Percentage(NamedTuple):
    """A percentage of two cells, whether it holds, and the bits of evidence."""

    at: Place
    one: Place
    other: Place
    kind: str
    holds: bool
    bits: float


def percentages(ledger: Ledger) -> Iterator[Percentage]:
    """What the percentages of each column are made of."""
    amounts = [c for c in range(ledger.width) if _has_amounts(ledger, c)]
    for column in range(ledger.width):
        if ledger.share_columns[column] and amounts:
            near = sorted(amounts, key=lambda c: abs(c - column))[:_MOST_COLUMNS]
            yield from _of_column(ledger, column, sorted(near))


def _has_amounts(ledger: Ledger, column: int) -> bool:
    known = sum(row[column] is not None for row in ledger.values)
    return not ledger.share_columns[column] and known > 0


def _of_column(ledger: Ledger, column: int, amounts: list[int]) -> list[Percentage]:
    most, best = 0.0, list[Percentage]()
    for guess in _guesses(ledger, column, amounts):
        bits, found = _weigh(ledger, column, guess)
        if bits > most:
            most, best = bits, found
    return best


def _guesses(ledger: Ledger, column: int, amounts: list[int]) -> Iterator[Guess]:
    """Changes from column to column and row to row, shares in a row and in a column."""
    rows = range(min(len(ledger.labels), _MOST_ROWS))
    before = [c for c in amounts if c < column][-2:]
    tells = labels.tells_change(ledger.heads[column])
    is_unseen = labels.is_unseen(ledger.heads[column])
    for one in amounts:
        for other in amounts:
            if one == other:
                continue
            pairs: list[tuple[Place, Place] | None] = [((row, one), (row, other)) for row in rows]
            far = 0.0 if one in before and other in before else 3.0
            if not is_unseen:
                is_told = tells and not far and len([c for c in amounts if c < column]) == 2
                yield Guess("change", pairs, -2.0 if is_told else (1.0 if tells else 4.0) + far)
            named = labels.is_margin(ledger.heads[column], ledger.heads[one])
            yield Guess("share", pairs, 1.0 if named else (8.0 if tells else 5.0) + far)
        for step in () if is_unseen else (1, -1):
            steps = [
                ((r, one), (r + step, one)) if 0 <= r + step < len(rows) else None for r in rows
            ]
            yield Guess("change", steps, 5.0 if tells else 7.0)
        beside = 0.0 if before and one == before[-1] else 2.0
        for base in rows:
            if not ledger.values[base][one]:
                continue
            shares = [((r, one), (base, one)) if r != base else None for r in rows]
            yield Guess("share", shares, _cost_of_base(ledger, column, base) + beside + 3 * tells)


def _cost_of_base(ledger: Ledger, column: int, base: int) -> float:
    figure = ledger.figures[base][column]
    if figure is not None and figure.value == 100:
        return 1.0
    return 3.0 if labels.is_result(ledger.labels[base]) or not base else 6.0


def _may_hold(ledger: Ledger, column: int, guess: Guess) -> bool:
    """Is the guess near the mark in one of the first rows? Most are not, and are soon done with."""
    tried = 0
    for row, pair in enumerate(guess.places):
        value = ledger.values[row][column]
        if pair is None or value is None:
            continue
        (r, a), (q, b) = pair
        part, whole = ledger.values[r][a], ledger.values[q][b]
        if part is None or not whole:
            continue
        share = (part / whole - (guess.kind == "change")) * 100 * ledger.scale
        if abs(abs(share) - abs(value)) <= abs(share) / 10 + 2 * ledger.grains[row][column]:
            return True
        tried += 1
        if tried == _TRIED:
            return False
    return False


def _weigh(ledger: Ledger, column: int, guess: Guess) -> tuple[float, list[Percentage]]:
    """The bits of a guess with what it says of each row; none where it fails too often."""
    if not _may_hold(ledger, column, guess):
        return 0.0, []
    cells = [row[column] for row in ledger.values]
    grains = [row[column] for row in ledger.grains]
    sizes = [abs(v) // g for v, g in zip(cells, grains, strict=True) if v is not None]
    spread = max(*sizes, _LEAST_SPREAD) if sizes else _LEAST_SPREAD
    bits, held, failed = -guess.cost, list[tuple[int, float]](), list[tuple[int, float]]()
    for row, pair in enumerate(guess.places):
        value = cells[row]
        if pair is None or value is None:
            continue
        ends = _ends(ledger, guess.kind, *pair)
        if ends is None:
            continue
        low, high = ends
        half = Fraction(grains[row], 2)
        if low <= value + half and value - half <= high:
            width = float(high - low) / grains[row] + 1
            bits += min(_MOST_BITS, max(0.0, log2(spread / width)))
            held.append((row, 0.0))
        elif not (low <= -value + half and -value - half <= high):
            failed.append((row, _slip(value, low, high, grains[row], spread)))
            if len(failed) > 2 and len(failed) > row // 2:
                return 0.0, []
    most = max((slip for _, slip in failed), default=0.0)
    if not held or len(failed) * 2 > len(held) + 1:
        return 0.0, []
    if bits < _ACCEPTED and (not failed or bits + most < _RAISED):
        return 0.0, []
    found = []
    for row, slip in (*held, *failed):
        one, other = guess.places[row] or ((0, 0), (0, 0))
        holds = (row, slip) in held
        if holds or (bits + slip >= _RAISED and len(failed) <= max(1, len(held) // 3)):
            found.append(Percentage((row, column), one, other, guess.kind, holds, bits + slip))
    return bits - 4 * len(failed), found


def _ends(ledger: Ledger, kind: str, one: Place, other: Place) -> tuple[Fraction, Fraction] | None:
    """Between what the percentage must lie, in the units of the ledger; None where there is none."""
    part, whole = ledger.values[one[0]][one[1]], ledger.values[other[0]][other[1]]
    if part is None or not whole or (kind == "change" and (part < 0) != (whole < 0)):
        return None
    loose = [_loose(ledger, place) for place in (one, other)]
    if abs(whole) <= loose[1]:
        return None
    corners = [(part + a * loose[0]) / (whole + b * loose[1]) for a in (-1, 1) for b in (-1, 1)]
    less = 1 if kind == "change" else 0
    scale = 100 * ledger.scale
    return (min(corners) - less) * scale, (max(corners) - less) * scale


def _loose(ledger: Ledger, place: Place) -> Fraction:
    """Half of what the last digit of an amount is worth, where it may be rounded."""
    unit, is_rounded = ledger.shared[place[1]]
    return (
        Fraction(min(unit, 10 * ledger.grains[place[0]][place[1]]), 2)
        if is_rounded
        else Fraction(0)
    )


def _slip(value: int, low: Fraction, high: Fraction, grain: int, spread: int) -> float:
    """The bits that speak for a slip of the hand in the percentage itself."""
    right = round((low + high) / 2 / grain) * grain
    tried = [n for step in (0, 1, -1) if (n := edits(value, right + step * grain, grain))]
    size = max(abs(value), abs(right), grain)
    near = 2.0 if abs(value - right) * 4 <= size else 1.0 if abs(value - right) * 2 <= size else 0.0
    return max([near, *(log2(max(spread, 2) / n) + 2 for n in tried)])
