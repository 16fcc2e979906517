"""Tables as grids of figures: what stands in each cell, under which head, beside which label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Hedge, Kind
from figcheck.link.cells import by_block as _by_block
from figcheck.link.cells import is_sign
from figcheck.link.cells import text_of as _text
from figcheck.units import PERCENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Document, Figure, Table

_ALL_OF = frozenset(
    "n patients participants subjects respondents number total all sample women men children "
    "adults cases people randomised randomized enrolled analysed analyzed".split()
)
_NAMING = frozenset((Kind.DATE, Kind.LABEL, Kind.ORDINAL))
_MOST_CELLS = 3_000
_MARK = re.compile(r"\([1-9]\)")
_BESIDE = 8  # characters of a cell that are neither its figure nor white space: "$", "*", "(a)"
_DASHES = frozenset(("", "-", "–", "—", "−", "nil", "none", "0"))


_TOTALS = frozenset("total totals all together sum overall combined altogether tot both".split())


def is_total(label: str) -> bool:
    """Is a row or column of this name the total of others?"""
    words = label.replace(":", " ").replace("(", " ").split()
    return not _TOTALS.isdisjoint(words[:2]) or not _TOTALS.isdisjoint(words[-1:])


class Grid(NamedTuple):
    """The body of a table below its heads and beside its labels, both in lower case.

    `cells[r][c]` is the one figure of a cell, None where there is none or more; `blank` tells the
    cells that are empty or hold a dash. `around` is the text just before and behind the table,
    `blocks` its first and last block, `heading` all that its rows of heads say.
    """

    heads: tuple[str, ...]
    labels: tuple[str, ...]
    cells: tuple[tuple[Figure | None, ...], ...]
    blank: tuple[tuple[bool, ...], ...]
    around: str
    blocks: tuple[int, int] = (0, 0)
    heading: str = ""

    def turned(self) -> Grid:
        """The same with rows for columns."""
        return Grid(
            self.labels,
            self.heads,
            tuple(zip(*self.cells, strict=True)),
            tuple(zip(*self.blank, strict=True)),
            self.around,
            self.blocks,
            self.heading,
        )


def grids(document: Document) -> Iterator[Grid]:
    """The grid of each table that has figures in it."""
    if not document.tables:
        return
    by_block = _by_block(document)
    for table in document.tables:
        grid = _grid(document, table, by_block)
        if grid is not None:
            yield grid


class CellShare(NamedTuple):
    """A cell "72 (45%)" below or beside the number of all."""

    part: Figure
    share: Figure
    whole: Figure


def cell_shares(document: Document) -> Iterator[list[CellShare]]:
    """For each table the cells that give a count with its share of the column's number of all.

    The number stands in the head ("Drug (n = 160)") or in a row of its own ("Patients").
    """
    if not document.tables:
        return
    by_block = _by_block(document)
    for table in document.tables:
        width = len(table.rows[0])
        if len(table.rows) * width <= _MOST_CELLS:
            found = [
                share
                for column in range(1, width)
                for share in _shares_in(document, table, column, by_block)
            ]
            if found:
                yield found


def labelled_shares(document: Document) -> Iterator[tuple[Figure, Figure, list[Figure]]]:
    """A share that a row's label gives, the amount in the row, and the amounts above it.

    "Pension (6%)", "VAT at 20%", in a bill or a pay slip.
    """
    by_block = _by_block(document) if document.tables else {}
    for table in document.tables:
        if len(table.rows) * len(table.rows[0]) > _MOST_CELLS:
            continue
        for column in range(1, len(table.rows[0])):
            above: list[Figure] = []
            for row in table.rows:
                amount = _entry(document, row[column], by_block)
                if amount is None or amount.kind is Kind.SHARE:
                    continue
                label = by_block.get(row[0], []) if row[0] is not None else []
                shares = [figure for figure in label if figure.kind is Kind.SHARE]
                if len(shares) == 1 and above:
                    yield shares[0], amount, above[-_MOST_ABOVE:]
                above.append(amount)


_MOST_ABOVE = 12


def _shares_in(
    document: Document, table: Table, column: int, by_block: dict[int, list[Figure]]
) -> Iterator[CellShare]:
    whole: Figure | None = None
    for row in table.rows:
        cell = row[column]
        figures = by_block.get(cell, []) if cell is not None else []
        if len(figures) == 1 and whole is None and _is_number_of_all(document, row[0], figures[0]):
            whole = figures[0]
        elif len(figures) == 2 and whole is not None:
            part, share = figures
            if part.kind is Kind.COUNT and share.kind is Kind.SHARE and not part.unit:
                yield CellShare(part, share, whole)


def _is_number_of_all(document: Document, label: int | None, figure: Figure) -> bool:
    if figure.kind is Kind.STATISTIC:
        words = document.sentences[figure.sentence].words
        return "n" in words[max(0, figure.place - 2) : figure.place]
    words = _text(document, label).replace(",", " ").replace(":", " ").split()
    return figure.kind is Kind.COUNT and len(words) <= 3 and not _ALL_OF.isdisjoint(words)


def attach_percent_heads(document: Document) -> None:
    """The bare numbers below a head "%", "Change, %", "per cent" are percentages."""
    by_block: dict[int, list[Figure]] | None = None
    for table in document.tables:
        width = len(table.rows[0])
        if len(table.rows) * width > _MOST_CELLS:
            continue
        by_block = by_block if by_block is not None else _by_block(document)
        header_rows = _header_rows(document, table, by_block)
        for column, head in enumerate(_heads(document, table, header_rows)):
            if "(%)" in head[2:] and "n (%)" in head:
                continue
            if "%" not in head and "per cent" not in head and "percent" not in head:
                continue
            for row in table.rows[header_rows:]:
                cell = row[column]
                figures = by_block.get(cell, []) if cell is not None else []
                if len(figures) == 1 and figures[0].kind is Kind.COUNT and not figures[0].unit:
                    figures[0].kind, figures[0].unit = Kind.SHARE, PERCENT


def _grid(document: Document, table: Table, by_block: dict[int, list[Figure]]) -> Grid | None:
    header_rows = _header_rows(document, table, by_block)
    body = table.rows[header_rows:]
    width = max((len(row) for row in table.rows), default=0)
    if not body or width < 2 or len(body) * width > _MOST_CELLS:
        return None
    texts = [[_cell_text(document, row, column) for column in range(width)] for row in body]
    kept = [c for c in range(1, width) if not all(is_sign(row[c]) for row in texts)] or [1]
    entries = [[_entry(document, row[c], by_block) for c in kept] for row in body]
    heads = _heads(document, table, header_rows)
    return Grid(
        tuple(_head(heads, column, kept) for column in kept),
        tuple(_text(document, row[0]) for row in body),
        tuple(map(tuple, entries)),
        tuple(tuple(row[c] in _DASHES for c in kept) for row in texts),
        _around(document, table),
        _extent(table),
        " ".join(
            dict.fromkeys(_text(document, b) for row in table.rows[:header_rows] for b in row)
        ),
    )


def _cell_text(document: Document, row: tuple[int | None, ...], column: int) -> str:
    """The text of a cell; of one that the row's label runs across, nothing."""
    block = row[column]
    return "" if block is None or (column and block == row[0]) else _text(document, block)


def _heads(document: Document, table: Table, header_rows: int) -> list[str]:
    """The head of each place: the last row of the heads, under it a unit of its own."""
    if not header_rows:
        return [""] * len(table.rows[0])
    *above, last = [[_text(document, b) for b in row] for row in table.rows[:header_rows]]
    if above and table.header_rows != header_rows and header_rows > 1:
        return [f"{one} {two}".strip() for one, two in zip(above[-1], last, strict=True)]
    return last


def _head(heads: list[str], column: int, kept: list[int]) -> str:
    """The head of a column, which may stand over the cell of its sign."""
    for at in (column, column - 1, column + 1):
        if 0 < at < len(heads) and heads[at] and (at == column or at not in kept):
            return heads[at]
    return ""


def _header_rows(document: Document, table: Table, by_block: dict[int, list[Figure]]) -> int:
    """How many rows name the columns: marked as heads, or plainly such, with a row of units."""
    count = table.header_rows or _opens_with_heads(document, table, by_block)
    while 0 < count < min(3, len(table.rows) - 1) and _names(document, table.rows[count], by_block):
        count += 1
    return count


def _names(
    document: Document, row: tuple[int | None, ...], by_block: dict[int, list[Figure]]
) -> bool:
    """Is a row below the heads more of them: years, units, words, and no amount?"""
    texts = [_cell_text(document, row, column) for column in range(1, len(row))]
    figures = [f for block in row[1:] if block is not None for f in by_block.get(block, ())]
    is_bare = all(map(_may_name, figures))
    return is_bare and any(text not in _DASHES and not is_sign(text) for text in texts)


def _opens_with_heads(document: Document, table: Table, by_block: dict[int, list[Figure]]) -> int:
    """1 where the first row of a table without header cells names its columns, else 0."""
    first, *others = table.rows
    figures = [
        figure
        for block in first[1:]
        if block is not None
        for figure in by_block.get(block, ())
        if not _may_name(figure)
    ]
    texts = [_text(document, block) for block in first[1:]]
    is_bare = not figures and (all(texts) or any(not is_sign(text) for text in texts))
    least = 2 - (not _text(document, first[0]) or not all(texts))
    return int(is_bare and len(others) >= least)


def _may_name(figure: Figure) -> bool:
    """Years, "Q1", "(thousands)", "1-3 years", "less than 1 year" name a column."""
    if figure.kind in _NAMING or (figure.kind is Kind.COUNT and figure.value is None):
        return True
    is_span = figure.value is None or figure.hedge is not Hedge.EXACT
    return figure.kind is Kind.DURATION and is_span


def _entry(
    document: Document, block: int | None, by_block: dict[int, list[Figure]]
) -> Figure | None:
    """The figure that a cell is, but for a footnote's mark; None where it holds more."""
    figures = by_block.get(block, ()) if block is not None else ()
    if len(figures) == 2 and _MARK.fullmatch(figures[1].text) and "," in figures[0].text:
        figures = figures[:1]
    if len(figures) != 1 or figures[0].value is None:
        return None
    text = _text(document, block)
    return None if len(text) > len(figures[0].text) + _BESIDE else figures[0]


def _extent(table: Table) -> tuple[int, int]:
    """The first and the last block of a table; a table with a grid has cells."""
    cells = [cell for row in table.rows for cell in row if cell is not None]
    return (min(cells), max(cells)) if cells else (0, 0)


def _around(document: Document, table: Table) -> str:
    """The text of the two blocks on either side of the table."""
    first, last = _extent(table)
    blocks = document.blocks
    beside = (*range(max(0, first - 2), first), *range(last + 1, min(len(blocks), last + 3)))
    return " ".join(document.text[blocks[k].start : blocks[k].end].lower() for k in beside)
