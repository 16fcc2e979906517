"""A table as whole numbers of its smallest unit, to be added up quickly and exactly."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.document import Hedge, Kind
from figcheck.footing import labels

if TYPE_CHECKING:
    from figcheck.document import Figure
    from figcheck.link.tables import Grid

_AMOUNTS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION))
_SHARES = frozenset((Kind.SHARE, Kind.POINTS))
_SCALED = re.compile(
    r"\b(?:thousands?|millions?|billions?|crores?|lakhs?|mn|bn|mio|tn|rounding|rounded)\b"
    r"|[’‘'`]\s?000|(?:\$|£|€|\b)0{3}s?\b|[$£€] ?(?:m|k|bn)\b|\b(?:us|a|c|nz|hk)\$ ?(?:m|k|bn)\b"
)
_MOST_DECIMALS = 6
_LARGE = 1000  # a column of such numbers may be rounded without saying so


class Ledger:
    """The rows and columns of a grid that can be added up.

    `values[r][c]` is the cell in units of 10 ** -decimals of the table, None where there is no
    number of the column's sort; `blank[r][c]` tells those that count as nothing.
    """

    __slots__ = (
        "blank", "entries", "figures", "grain", "grains", "grid", "has_amounts", "heads", "is_apart",
        "is_turned", "labels", "scale", "share_columns", "shared", "values", "width",
    )  # fmt: skip

    def __init__(self, grid: Grid, *, is_turned: bool) -> None:
        self.grid = grid
        self.is_turned = is_turned
        self.labels, self.heads = grid.labels, grid.heads
        self.width = len(grid.heads)
        self.blank = grid.blank
        counted = [not labels.is_numbering(head) for head in grid.heads]
        self.has_amounts = has_amounts = any(
            _is_amount(cell)
            for label, row in zip(grid.labels, grid.cells, strict=True)
            if not labels.is_numbering(label)
            for cell, is_counted in zip(row, counted, strict=True)
            if is_counted
        )
        self.is_apart = [
            labels.is_numbering(h) or (has_amounts and labels.is_never_added(h)) for h in grid.heads
        ]
        kinds = _AMOUNTS if has_amounts else _SHARES
        scale = self.scale = 10 ** _decimals(grid)
        columns = list(zip(*grid.cells, strict=True))
        self.share_columns = [has_amounts and _mostly_shares(column) for column in columns]
        units = [
            _sort_of(column, _SHARES if is_share else kinds)
            for column, is_share in zip(columns, self.share_columns, strict=True)
        ]
        self.figures: list[list[Figure | None]] = []
        self.values: list[list[int | None]] = []
        self.grains: list[list[int]] = []
        for row in grid.cells:
            kept = [
                cell if cell is not None and _belongs(cell, kinds, unit, is_share=share) else None
                for cell, unit, share in zip(row, units, self.share_columns, strict=True)
            ]
            self.figures.append(kept)
            self.values.append([_whole(cell, scale) for cell in kept])
            self.grains.append([_grain(cell, scale) for cell in kept])
        self.grain = _usual(self.grains, self.values) if not is_turned else 1
        self.shared = self._shared_grains(scale)
        self.entries = [
            row
            for row, label in enumerate(self.labels)
            if self.may_add(row) and not labels.is_aside(label)
        ]  # the rows that are parts or sums
        for column, is_share in enumerate(self.share_columns):
            self.is_apart[column] = self.is_apart[column] and not is_share

    def _shared_grains(self, scale: int) -> list[tuple[int, bool]]:
        """For each column the unit of its last digits, and whether it was rounded to it."""
        grid = self.grid
        told = " ".join((grid.heading, grid.around, *grid.heads, *grid.labels))
        is_scaled = _SCALED.search(told) is not None
        is_large = any(
            cell is not None and not share and abs(Fraction(cell.value or 0)) >= _LARGE
            for row in self.figures
            for cell, share in zip(row, self.share_columns, strict=True)
        )
        found = []
        for column in range(self.width):
            known = [cell for row in self.figures if (cell := row[column]) is not None]
            cells = [cell for cell in known if cell.value]
            own = min((Fraction(cell.own_grain) * scale for cell in cells), default=Fraction(0))
            written = max((_grain(cell, scale) for cell in cells), default=1)
            is_coarse = any(cell.kind in _SHARES or cell.grain != 1 for cell in cells)
            unit = max(int(own), written, 1)
            found.append((unit, is_scaled or is_large or is_coarse or unit > written))
        return found

    def is_empty(self, row: int) -> bool:
        """Is there no number in the row: a section's name, a blank?"""
        return all(cell is None for cell in self.grid.cells[row])

    def may_add(self, row: int) -> bool:
        """Has the row amounts that can be parts or sums?"""
        known = sum(value is not None for value in self.values[row])
        others = sum(cell is not None for cell in self.grid.cells[row])
        return known > 0 and known * 2 >= others and not self._is_apart(row)

    def _is_apart(self, row: int) -> bool:
        """Is the row one of averages, rates, numbers of notes, or of finer numbers than most?"""
        label = self.labels[row]
        if labels.is_numbering(label) or (self.has_amounts and labels.is_never_added(label)):
            return True
        grains = [g for g, value in zip(self.grains[row], self.values[row], strict=True) if value]
        return bool(grains) and max(grains) < self.grain

    def slack(self, column: int, count: int) -> int:
        """By how much so many rounded parts may miss their sum."""
        unit, is_rounded = self.shared[column]
        if not is_rounded:
            return 0
        # Changes may be taken from rounded amounts.
        return (count + 1) * unit // (1 if labels.tells_change(self.heads[column]) else 2)


def _usual(grains: list[list[int]], values: list[list[int | None]]) -> int:
    """The grain of most numbers."""
    known = Counter(
        grain
        for row, found in zip(grains, values, strict=True)
        for grain, value in zip(row, found, strict=True)
        if value
    )
    return known.most_common(1)[0][0] if known else 1


def _is_amount(cell: Figure | None) -> bool:
    return cell is not None and cell.kind in _AMOUNTS


def _mostly_shares(column: tuple[Figure | None, ...]) -> bool:
    shares = sum(cell is not None and cell.kind in _SHARES for cell in column)
    return shares * 2 > sum(cell is not None for cell in column)


def _decimals(grid: Grid) -> int:
    grains = {Fraction(cell.grain) for row in grid.cells for cell in row if cell is not None}
    most = max((grain.denominator for grain in grains), default=1)
    return min(len(str(most)) - 1, _MOST_DECIMALS)


def _name(cell: Figure) -> str:
    return cell.unit.dimension if cell.unit else ""


def _sort_of(column: tuple[Figure | None, ...], kinds: frozenset[Kind]) -> str:
    """The dimension of most cells of a column, that of money where some have its sign."""
    names = Counter(_name(cell) for cell in column if cell is not None and cell.kind in kinds)
    money = [name for name in names if name.startswith("money")]
    if len(money) == 1 and names[money[0]] + names[""] > sum(names.values()) // 2:
        return money[0]
    return names.most_common(1)[0][0] if names else ""


def _belongs(cell: Figure, kinds: frozenset[Kind], unit: str, *, is_share: bool) -> bool:
    if cell.kind not in (_SHARES if is_share else kinds) or cell.hedge is not Hedge.EXACT:
        return False
    name = _name(cell)
    return name == unit or (not name and unit.startswith("money")) or is_share


def _whole(cell: Figure | None, scale: int) -> int | None:
    if cell is None or cell.value is None:
        return None
    value = Fraction(cell.value) * scale
    return value.numerator if value.denominator == 1 else None


def _grain(cell: Figure | None, scale: int) -> int:
    return max(int(Fraction(cell.grain) * scale), 1) if cell is not None else 1
