"""Tables in plain text: columns set apart by bars, tabs or runs of spaces."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Block, BlockRole, Span
from figcheck.read.grids import Grid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from figcheck.document import Table
    from figcheck.read.layout import Line

_APART = re.compile(r"\S[ \u00a0]{2,}\S")
_CELLS = {
    "|": re.compile(r"(?:^\|?|\|)([^|]*)(?=\||$)"),
    "\t": re.compile(r"(?:^|\t+)([^\t]*)"),
    " ": re.compile(r"([^ \u00a0]+(?:[ \u00a0][^ \u00a0]+)*)"),
}
_WIDEST = 240
"""The longest line whose columns may be set apart by spaces alone."""
_RULE = re.compile(r"[-=+|:_ \t]{3,}")
_NUMBER = re.compile(r"[(\[~<>≤≥+\-−–$£€¥ ]{0,4}(?:[A-Z]{1,3}\$)?[0-9.]")
_YEAR = re.compile(r"(?:FY ?)?(?:19|20)[0-9]{2}[A-Za-z*]?")
_NOTHING = frozenset(("-", "–", "—", "n/a", "N/A", "..", "...", "nil"))


class _Row(NamedTuple):
    """A line as cells; a line that only rules off has none."""

    at: int
    kind: str
    cells: tuple[Span, ...]


class PlainTable(NamedTuple):
    """Lines `first` up to `last` as rows of cells; spans of no length are empty cells."""

    first: int
    last: int
    rows: tuple[tuple[Span, ...], ...]
    header_rows: int

    def table(self, blocks: list[Block]) -> Table | None:
        """The table, its cells added to the blocks."""
        width = max(map(len, self.rows))
        grid = Grid()
        for at, row in enumerate(self.rows):
            grid.row()
            missing = [None] * (width - len(row))
            cells = [self._block(span, blocks) for span in row]
            for cell in (*missing, *cells) if at < max(1, self.header_rows) else (*cells, *missing):
                grid.cell(cell, is_header=at < self.header_rows)
        return grid.table()

    @staticmethod
    def _block(span: Span, blocks: list[Block]) -> int | None:
        if span.start == span.end:
            return None
        blocks.append(Block(span.start, span.end, BlockRole.CELL))
        return len(blocks) - 1


def plain_tables(source: str, lines: Sequence[Line]) -> Iterator[PlainTable]:
    """The tables of a text, in its order."""
    rows: list[_Row] = []
    for at, line in enumerate(lines):
        row = _row(at, line)
        if rows and (row is None or line.blanks or not _belongs(rows, row)):
            yield from _tables(source, rows)
            rows = []
        if row is not None:
            rows.append(row)
    yield from _tables(source, rows)


def _row(at: int, line: Line) -> _Row | None:
    text = line.text
    if _RULE.fullmatch(text):
        return _Row(at, "", ())
    kind = "|" if "|" in text else "\t" if "\t" in text else " " if "  " in text else ""
    if not kind or (kind == " " and (len(text) > _WIDEST or not _APART.search(text))):
        return None
    cells = []
    for found in _CELLS[kind].finditer(text):
        cell = found.group(1)
        start = line.start + found.start(1) + len(cell) - len(cell.lstrip())
        cells.append(Span(start, start + len(cell.strip())))
    if kind == "|" and text.endswith("|"):
        cells.pop()
    return _Row(at, kind, tuple(cells))


def _belongs(rows: list[_Row], row: _Row) -> bool:
    kinds = {other.kind for other in rows[-2:] if other.kind}
    return not row.kind or not kinds or row.kind in kinds


def _tables(source: str, rows: list[_Row]) -> Iterator[PlainTable]:
    """The tables among lines of one kind: runs of rows with as many cells, and their headers."""
    runs = [
        list(run) for _, run in groupby((row for row in rows if row.kind), lambda r: len(r.cells))
    ]
    ruled = {row.at for row in rows if not row.kind}
    for k, run in enumerate(runs):
        before = runs[k - 1] if k else []
        if len(before) == 1 and len(run) > 1 and len(before[0].cells) == len(run[0].cells) - 1 > 1:
            run = [*before, *run]  # the header, whose first cell is empty
        table = _table(source, run, ruled)
        if table is not None:
            yield table


def _table(source: str, run: list[_Row], ruled: set[int]) -> PlainTable | None:
    """The table that a run of rows makes, if it plainly is one."""
    if len(run) < 2 or len(run[-1].cells) < 2:
        return None
    texts = [[source[cell.start : cell.end] for cell in row.cells] for row in run]
    first, last = run[0].at, run[-1].at
    rules = [at for at in range(first + 1, last) if at in ruled]
    header_rows = sum(row.at < rules[0] for row in run) if rules else int(_is_header(texts))
    body = texts[header_rows:]
    numeric = sum(any(map(_is_number, row)) for row in body)
    is_table = numeric * 2 >= len(body) or (run[0].kind == "|" and bool(rules))
    if run[0].kind == " ":
        closing = sum(_is_number(row[-1]) or row[-1] in _NOTHING for row in body)
        is_table = len(run) > 2 and closing * 3 >= len(body) * 2 and len(body) > 1
    if not body or not is_table:
        return None
    return PlainTable(
        first, last + 1, tuple(row.cells for row in run), min(header_rows, len(run) - 1)
    )


def _is_header(texts: list[list[str]]) -> bool:
    """Does the first row name the columns: no number in it but years, and numbers below?"""
    first = texts[0]
    if any(_is_number(cell) and not _YEAR.fullmatch(cell) for cell in first):
        return False
    has_names = any(cell and not _is_number(cell) for cell in first[1:])
    return has_names or not (_is_number(first[0]) or all(map(_is_year_row, texts)))


def _is_year_row(row: list[str]) -> bool:
    return any(map(_YEAR.fullmatch, row))


def _is_number(cell: str) -> bool:
    return _NUMBER.match(cell) is not None and any(character.isdigit() for character in cell)
