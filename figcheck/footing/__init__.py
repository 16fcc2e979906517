"""Footing: which rows and columns of a table are sums of others, and which do not add up.

Each possible sum is a guess that costs so many bits (how many like it could be tried, whether its
label names a result, whether its signs are told) and earns, for each column in which it foots, the
bits of the coincidence that this would otherwise be. What other columns bear out, or a plain slip
would explain, tells which column is wrong; a total none of whose columns foots is something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Kind
from figcheck.footing.labels import is_aside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Figure
    from figcheck.footing.ledger import Ledger
    from figcheck.footing.search import Footing, Miss
    from figcheck.link.tables import Grid

__all__ = ["TableShare", "TableSum", "is_aside", "shares", "sums"]


_MOST_COLUMNS = 60  # that may be sums of one another
_MOST_LINES = 300  # rows or columns: longer tables are data, and no reports


class TableSum(NamedTuple):
    """A cell that is the sum of others of its column, or of its row, or ought to be.

    `miss` is None where it foots; else the cell that is most likely wrong, by how much the stated
    cell is too large (in units of the table's last digit), and the bits of evidence.
    """

    stated: Figure
    added: tuple[Figure, ...]
    taken_off: tuple[Figure, ...]
    is_turned: bool
    wrong: Figure | None = None
    off_by: int = 0
    bits: float = 0.0


class TableShare(NamedTuple):
    """A percentage in a cell, and the cells of which it is the change or the share."""

    stated: Figure
    one: Figure
    other: Figure
    is_change: bool
    holds: bool
    bits: float


def shares(grid: Grid) -> Iterator[TableShare]:
    """The percentages of a grid's columns and rows with what they are worked out from."""
    if max(len(grid.heads), len(grid.labels)) > _MOST_LINES:
        return
    if not any(cell is not None and cell.kind is Kind.SHARE for row in grid.cells for cell in row):
        return
    from figcheck.footing.ledger import Ledger
    from figcheck.footing.quotients import percentages

    for is_turned in (False, True):
        ledger = Ledger(grid.turned() if is_turned else grid, is_turned=is_turned)
        for found in percentages(ledger):
            stated, one, other = (
                ledger.figures[row][column] for row, column in (found.at, found.one, found.other)
            )
            if stated is not None and one is not None and other is not None:
                is_change = found.kind == "change"
                yield TableShare(stated, one, other, is_change, found.holds, found.bits)


def sums(grid: Grid) -> list[TableSum]:
    """The sums of a grid down its columns and along its rows, each wrong cell told of once."""
    from figcheck.footing.ledger import Ledger  # only a table needs them
    from figcheck.footing.search import footings

    found: list[TableSum] = []
    if max(len(grid.heads), len(grid.labels)) > _MOST_LINES:
        return found
    for is_turned in (False, True):
        if is_turned and not 2 <= len(grid.heads) <= _MOST_COLUMNS:
            continue
        ledger = Ledger(grid.turned() if is_turned else grid, is_turned=is_turned)
        for footing in footings(ledger):
            found += _sums_of(ledger, footing)
    return _told_once(found)


def _sums_of(ledger: Ledger, footing: Footing) -> Iterator[TableSum]:
    for column in footing.held:
        if ledger.figures[footing.row][column] is not None:
            yield _sum(ledger, footing, column)
    for miss in footing.missed:
        found = _sum(ledger, footing, miss.column, miss)
        if found.added:
            yield found


def _sum(ledger: Ledger, footing: Footing, column: int, miss: Miss | None = None) -> TableSum:
    stated = ledger.figures[footing.row][column]
    assert stated is not None
    known = [
        (f, sign) for at, sign in footing.parts if (f := ledger.figures[at][column]) is not None
    ]
    added = tuple(figure for figure, sign in known if sign > 0)
    off = tuple(figure for figure, sign in known if sign < 0)
    if miss is None:
        return TableSum(stated, added, off, ledger.is_turned, bits=footing.bits)
    wrong = ledger.figures[miss.slip.row][column]
    value = ledger.values[footing.row][column] or 0
    total = sum((ledger.values[at][column] or 0) * sign for at, sign in footing.parts)
    return TableSum(stated, added, off, ledger.is_turned, wrong, value - total, miss.bits)


def _told_once(found: list[TableSum]) -> list[TableSum]:
    """Of the sums that one wrong cell breaks, the one in which it is stated, or the first."""
    kept: list[TableSum] = []
    for one in found:
        if one.off_by and not any(_goes_before(other, one) for other in kept):
            kept = [other for other in kept if not _goes_before(one, other)]
            kept.append(one)
    kept += [one for one in found if not one.off_by]
    return sorted(kept, key=lambda one: one.stated.start)


def _goes_before(other: TableSum, one: TableSum) -> bool:
    """Does the cell that breaks `one` break `other` by as much, which tells it better, or sooner?"""
    culprits = _may_be_wrong(one) & _may_be_wrong(other)
    if not culprits:
        return False
    if len(culprits) == 1:
        ((key, _),) = culprits
        first, second = id(other.stated) == key, id(one.stated) == key
        if first != second:
            return first
    return one.bits <= other.bits or len(culprits) == 1


def _may_be_wrong(one: TableSum) -> set[tuple[int, int]]:
    """Each figure of a broken sum, with what would have to be added to it."""
    found = {(id(one.stated), -one.off_by)}
    found |= {(id(figure), one.off_by) for figure in one.added}
    return found | {(id(figure), -one.off_by) for figure in one.taken_off}
