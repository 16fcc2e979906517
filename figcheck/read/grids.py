"""Grids: the rows and columns of a table while its cells are being read."""

from __future__ import annotations

from figcheck.document import Table

_SPARE = 100_000
"""The most places of a table that cells fill beyond their first, or that stay empty."""


class Grid:
    """A table in the making: a cell goes into the next free places of the current row."""

    __slots__ = ("_hanging", "_headers", "_rows", "_spare", "is_cut")

    def __init__(self) -> None:
        self._rows: list[list[int | None]] = []
        self._headers: list[bool] = []  # a flag a row: it has header cells only
        self._hanging: dict[int, tuple[int, int | None]] = {}  # by column: rows to go, and the cell
        self._spare = _SPARE
        self.is_cut = False

    def row(self) -> None:
        """Begin a row."""
        self._end_row()
        self._rows.append([])
        self._headers.append(True)
        self._fill()

    def cell(
        self, block: int | None, columns: int = 1, rows: int = 1, *, is_header: bool = False
    ) -> None:
        """Put a cell into the row, over so many columns and rows."""
        if not self._rows:
            self.row()
        if not is_header:
            self._headers[-1] = False
        row = self._rows[-1]
        for at in range(columns):
            if at and not self._afford():
                break
            self._fill()
            if rows > 1:
                self._hanging[len(row)] = (rows - 1, block)
            row.append(block)
        self._fill()

    def table(self) -> Table | None:
        """The table; None where it has no two rows or no two columns."""
        self._end_row()
        width = max(map(len, self._rows), default=0)
        if len(self._rows) < 2 or width < 2:
            return None
        if len(self._rows) * width > sum(map(len, self._rows)) + _SPARE:
            self.is_cut = True
            return None
        rows = tuple((*row, *[None] * (width - len(row))) for row in self._rows)
        header_rows = 0
        while header_rows < len(rows) - 1 and self._headers[header_rows]:
            header_rows += 1
        return Table(rows, header_rows)

    def _fill(self) -> None:
        """Let the cells that hang into the row from above take their places."""
        row, hanging = self._rows[-1], self._hanging
        while len(row) in hanging and self._afford():
            left, block = hanging.pop(len(row))
            if left > 1:
                hanging[len(row)] = (left - 1, block)
            row.append(block)

    def _end_row(self) -> None:
        """Fill the row up to the last cell that hangs into it."""
        if not self._rows:
            return
        row = self._rows[-1]
        for column in sorted(column for column in self._hanging if column >= len(row)):
            while len(row) < column and self._afford():
                row.append(None)
            self._fill()

    def _afford(self) -> bool:
        """Is there a place to spare? Once there is none, cells hang down no more."""
        self._spare -= 1
        if self._spare < 0:
            self.is_cut = True
            self._hanging.clear()
        return self._spare >= 0
