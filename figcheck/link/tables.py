"""Tables as grids of figures: what stands in each cell, under which head, beside which label."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Document, Figure, Table

_MOST_CELLS = 3_000
_BESIDE = 8  # characters of a cell that are neither its figure nor white space: "$", "*", "(a)"
_DASHES = frozenset(("", "-", "–", "—", "−", "nil", "none", "0"))


class Grid(NamedTuple):
    """The body of a table below its heads and beside its labels, both in lower case.

    `cells[r][c]` is the one figure of a cell, None where there is none or more; `blank` tells the
    cells that are empty or hold a dash. `around` is the text just before and behind the table.
    """

    heads: tuple[str, ...]
    labels: tuple[str, ...]
    cells: tuple[tuple[Figure | None, ...], ...]
    blank: tuple[tuple[bool, ...], ...]
    around: str

    def turned(self) -> Grid:
        """The same with rows for columns."""
        return Grid(
            self.labels,
            self.heads,
            tuple(zip(*self.cells, strict=True)),
            tuple(zip(*self.blank, strict=True)),
            self.around,
        )


def grids(document: Document) -> Iterator[Grid]:
    """The grid of each table that has figures in it."""
    if not document.tables:
        return
    by_block: dict[int, list[Figure]] = {}
    for sentence in document.sentences:
        if sentence.figures:
            by_block.setdefault(sentence.block, []).extend(sentence.figures)
    for table in document.tables:
        grid = _grid(document, table, by_block)
        if grid is not None:
            yield grid


def _grid(document: Document, table: Table, by_block: dict[int, list[Figure]]) -> Grid | None:
    body = table.rows[table.header_rows :]
    width = max((len(row) for row in table.rows), default=0)
    if not body or width < 2 or len(body) * width > _MOST_CELLS:
        return None
    heads = table.rows[table.header_rows - 1] if table.header_rows else (None,) * width
    texts = [[_text(document, block) for block in row[1:]] for row in body]
    return Grid(
        tuple(_text(document, block) for block in heads[1:]),
        tuple(_text(document, row[0]) for row in body),
        tuple(tuple(_entry(document, block, by_block) for block in row[1:]) for row in body),
        tuple(tuple(text in _DASHES for text in row) for row in texts),
        _around(document, table),
    )


def _entry(
    document: Document, block: int | None, by_block: dict[int, list[Figure]]
) -> Figure | None:
    """The figure that a cell is; None where it holds more, or a number in brackets, a negative."""
    figures = by_block.get(block, ()) if block is not None else ()
    if len(figures) != 1 or figures[0].value is None:
        return None
    text = _text(document, block)
    if text.startswith("(") or len(text) > len(figures[0].text) + _BESIDE:
        return None
    return figures[0]


def _text(document: Document, block: int | None) -> str:
    if block is None:
        return ""
    found = document.blocks[block]
    return document.text[found.start : found.end].strip(" \t\n*_").lower()


def _around(document: Document, table: Table) -> str:
    """The text of the two blocks on either side of the table."""
    cells = [cell for row in table.rows for cell in row if cell is not None]
    if not cells:
        return ""
    first, last = min(cells), max(cells)
    blocks = document.blocks
    beside = (*range(max(0, first - 2), first), *range(last + 1, min(len(blocks), last + 3)))
    return " ".join(document.text[blocks[k].start : blocks[k].end].lower() for k in beside)
