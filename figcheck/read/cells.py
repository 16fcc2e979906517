"""The tables of an HTML page that are open, one in the other, and the cells being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.document import BlockRole
from figcheck.read.grids import Grid

if TYPE_CHECKING:
    from figcheck.read.assembly import Assembly


class _Table:
    """An open table: its grid, and the blocks that its cells hold."""

    __slots__ = ("blocks", "first", "grid", "is_layout")

    def __init__(self, *, is_layout: bool) -> None:
        self.grid = Grid()
        self.blocks: list[int] = []
        self.first: int | None = None  # block of the open cell
        self.is_layout = is_layout


class Tables:
    """Fills the grids of open tables, and gives those of data to the assembly."""

    __slots__ = ("_assembly", "_open")

    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly
        self._open: list[_Table] = []

    def __bool__(self) -> bool:
        return bool(self._open)

    def begin(self, *, is_layout: bool) -> None:
        """Open a table; one that lies in another makes that other a matter of layout."""
        if self._open:
            self._open[-1].is_layout = True
        self._open.append(_Table(is_layout=is_layout))

    def begin_row(self) -> None:
        if self._open:
            self._open[-1].grid.row()

    def begin_cell(self) -> None:
        self._open[-1].first = None

    def add(self, block: int) -> None:
        """Note a block of the open cell; the first stands for it in the grid."""
        table = self._open[-1]
        table.blocks.append(block)
        if table.first is None:
            table.first = block

    def end_cell(self, columns: int, rows: int, *, is_header: bool) -> None:
        table = self._open[-1]
        table.grid.cell(table.first, columns, rows, is_header=is_header)

    def end(self) -> None:
        """Keep a table of data; the cells of a table made for layout are paragraphs."""
        table = self._open.pop()
        grid = None if table.is_layout else table.grid.table()
        if table.grid.is_cut:
            self._assembly.notes.append("a table has too many cells: it was read in part")
        if grid is not None:
            self._assembly.tables.append(grid)
            return
        blocks = self._assembly.blocks
        for index in table.blocks:
            if blocks[index].role is BlockRole.CELL:
                blocks[index] = blocks[index]._replace(role=BlockRole.PARAGRAPH)
