"""Sheets of figures as annual reports print them, with every relation that holds among their cells.

A `Sheet` is a table before it is set: heads, lines, and for each relation a `Check` that can tell
from the cells as they are printed whether it still holds. Amounts are whole numbers of the sheet's
last printed unit, or were rounded to it one by one, as a finance department's spreadsheet does it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

Place = tuple[int, int]  # line and column of a cell


@dataclass
class Cell:
    """A number as it is printed: its last digit is worth 10 ** -decimals."""

    value: Fraction
    decimals: int = 0
    form: str = "amount"  # or "percent", "plain": a ratio, a price

    @property
    def grain(self) -> Fraction:
        return Fraction(1, 10**self.decimals)


@dataclass
class Line:
    """A row: one without cells is a section's name or a blank."""

    label: str
    cells: list[Cell | None] = field(default_factory=list)
    style: str = ""  # "total", "section", "inset"


@dataclass
class Check:
    """A relation: the stated cell is what `work` makes of the operands, but for `slack`."""

    kind: str  # "total", "subtotal", "percent cell", "change cell"
    stated: Place
    operands: tuple[Place, ...]
    work: Callable[[Sequence[Fraction]], Fraction]
    slack: Fraction

    def residual(self, sheet: Sheet) -> Fraction | None:
        """By how much it fails; None where a cell is empty or the work cannot be done."""
        cells = [sheet.at(place) for place in (self.stated, *self.operands)]
        values = [cell.value if cell else Fraction(0) for cell in cells]
        try:
            made: Fraction = self.work(values[1:])
            return abs(values[0] - made)
        except ZeroDivisionError:
            return None


@dataclass
class Sheet:
    """A table to be set."""

    title: str
    unit: str  # "(in thousands)", "" for plain numbers
    heads: list[str]
    lines: list[Line] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    groups: list[tuple[str, int]] = field(
        default_factory=list
    )  # a head above, over so many columns
    notes: list[str] = field(default_factory=list)
    money: str = ""  # its sign, printed in the first and the total rows
    unlike: bool = False  # its columns measure different things
    percents_bare: bool = False  # a head has the sign, the cells do not

    def at(self, place: Place) -> Cell | None:
        cells = self.lines[place[0]].cells
        return cells[place[1]] if place[1] < len(cells) else None


class Book:
    """Adds lines to a sheet, from amounts of more digits than are printed."""

    def __init__(
        self, draw: random.Random, sheet: Sheet, *, rounds: bool, decimals: int = 0
    ) -> None:
        self.draw = draw
        self.sheet = sheet
        self.rounds = rounds
        self.decimals = decimals
        self.hidden: dict[int, list[Fraction]] = {}

    def amount(self, low: int, high: int) -> Fraction:
        """An amount of the given size in the last printed unit."""
        size = Fraction(self.draw.randint(low, high))
        if self.rounds:
            size += Fraction(self.draw.randint(-499, 499), 1000)
        return Fraction(size, 10**self.decimals)

    def row(self, low: int, high: int, columns: int, drift: float = 0.25) -> list[Fraction]:
        """A row of amounts that move from column to column as the years do."""
        base = float(self.amount(low, high))
        found = []
        for _ in range(columns):
            exact = Fraction(round(base * 10**self.decimals * 1000), 1000)
            value = exact if self.rounds else Fraction(round(exact))
            found.append(max(value, Fraction(1)) / 10**self.decimals)
            base *= 1 + self.draw.uniform(-drift, drift)
        return found

    def add(self, label: str, values: Sequence[Fraction], style: str = "", sign: int = 1) -> int:
        """A line of amounts; a value that rounds to nothing is printed as a dash."""
        scale = 10**self.decimals
        cells: list[Cell | None] = [
            Cell(Fraction(round(value * sign * scale), scale), self.decimals) for value in values
        ]
        self.sheet.lines.append(Line(label, cells, style))
        at = len(self.sheet.lines) - 1
        self.hidden[at] = [value * sign for value in values]
        return at

    def section(self, label: str) -> None:
        self.sheet.lines.append(Line(label, [], "section"))

    def total(self, label: str, parts: Sequence[tuple[int, int]], kind: str = "total") -> int:
        """A line that is the sum of others, each with its sign."""
        columns = len(self.hidden[parts[0][0]])
        values = [
            sum((self.hidden[at][c] * sign for at, sign in parts), Fraction(0))
            for c in range(columns)
        ]
        at = self.add(label, values, "total")
        signs = [sign for _, sign in parts]
        for column in range(columns):
            self.sheet.checks.append(
                Check(
                    kind, (at, column), tuple((part, column) for part, _ in parts),
                    partial(_signed_sum, signs),
                    Fraction(len(parts) + 1, 2 * 10**self.decimals) if self.rounds else Fraction(0),
                )
            )  # fmt: skip
        return at


def add_cross(book: Book, *, first: bool = False, label: str = "Total") -> None:
    """A column of totals, the last or the first, over amounts alone."""
    sheet, rounds, decimals = book.sheet, book.rounds, book.decimals
    scale = 10**decimals
    width = len(sheet.heads)
    for at, line in enumerate(sheet.lines):
        if line.cells:
            whole = sum(book.hidden[at], Fraction(0))
            line.cells.append(Cell(Fraction(round(whole * scale), scale), decimals))
    sheet.heads.append(label)
    slack = Fraction(width + 1, 2 * scale) if rounds else Fraction(0)
    for at, line in enumerate(sheet.lines):
        if line.cells:
            places = tuple((at, column) for column in range(width))
            sheet.checks.append(Check("total", (at, width), places, _plain_sum, slack))
    below = [c for c in sheet.checks if c.kind in ("total", "subtotal") and c.stated[1] == 0]
    for check in below:
        if check.operands[0][0] != check.stated[0]:
            operands = tuple((at, width) for at, _ in check.operands)
            more = Fraction(len(operands) * width, scale) if rounds else Fraction(0)
            sheet.checks.append(
                Check(
                    check.kind, (check.stated[0], width), operands, check.work, check.slack + more
                )
            )
    if first:
        _move_last_first(sheet)


def _move_last_first(sheet: Sheet) -> None:
    last = len(sheet.heads) - 1

    def moved(place: Place) -> Place:
        return place[0], 0 if place[1] == last else place[1] + 1

    sheet.heads.insert(0, sheet.heads.pop())
    for line in sheet.lines:
        if line.cells:
            line.cells.insert(0, line.cells.pop())
    for check in sheet.checks:
        check.stated = moved(check.stated)
        check.operands = tuple(map(moved, check.operands))


def add_change(sheet: Sheet, new: int, old: int, *, percent: int | None, head: str) -> None:
    """A column of changes between two of amounts, in percent with so many decimals, or absolute."""
    column = len(sheet.heads)
    sheet.heads.append(head)
    for at, line in enumerate(sheet.lines):
        if not line.cells:
            continue
        now, then = line.cells[new], line.cells[old]
        made: Cell | None = None
        if now is not None and then is not None and now.form == "amount":
            made = _changed(now, then, percent)
        line.cells.append(made)
        if made is not None and now is not None and then is not None:
            work = _difference if percent is None else _growth
            slack = _slack(made, now, then, percent)
            sheet.checks.append(
                Check("change cell", (at, column), ((at, new), (at, old)), work, slack)
            )


def _changed(now: Cell, then: Cell, percent: int | None) -> Cell | None:
    if percent is None:
        return Cell(now.value - then.value, now.decimals)
    if then.value <= 0 or now.value <= 0 or now.value > 8 * then.value:
        return None  # printed as "n/m" or a dash
    scale = 10**percent
    return Cell(
        Fraction(round(_growth([now.value, then.value]) * scale), scale), percent, "percent"
    )


def _slack(made: Cell, now: Cell, then: Cell, percent: int | None) -> Fraction:
    if percent is None:
        return Fraction(0)
    loose = (
        now.grain / abs(now.value) + then.grain / abs(then.value)
        if now.value and then.value
        else Fraction(1)
    )
    return made.grain + loose * (100 + abs(made.value))


def add_shares(
    sheet: Sheet, of: int, base: int, *, decimals: int, head: str, after: bool = False
) -> None:
    """A column of the shares of a column's amounts in one of them, the line `base`."""
    column = len(sheet.heads)
    whole = sheet.lines[base].cells[of]
    assert whole is not None
    sheet.heads.append(head)
    scale = 10**decimals
    for at, line in enumerate(sheet.lines):
        if not line.cells:
            continue
        part = line.cells[of]
        made: Cell | None = None
        if part is not None and part.form == "amount" and part.decimals == whole.decimals:
            made = Cell(
                Fraction(round(part.value / whole.value * 100 * scale), scale), decimals, "percent"
            )
            slack = made.grain + part.grain * 100 / abs(whole.value) * 2
            sheet.checks.append(
                Check("percent cell", (at, column), ((at, of), (base, of)), _share, slack)
            )
        line.cells.append(made)
    if after:
        _move_column(sheet, column, of + 1)


def _move_column(sheet: Sheet, column: int, to: int) -> None:
    order = [c for c in range(len(sheet.heads)) if c != column]
    order.insert(to, column)
    where = {old: new for new, old in enumerate(order)}
    sheet.heads = [sheet.heads[c] for c in order]
    for line in sheet.lines:
        if line.cells:
            line.cells = [line.cells[c] for c in order]
    for check in sheet.checks:
        check.stated = check.stated[0], where[check.stated[1]]
        check.operands = tuple((at, where[c]) for at, c in check.operands)


def _signed_sum(signs: list[int], found: Sequence[Fraction]) -> Fraction:
    return sum((value * sign for value, sign in zip(found, signs, strict=True)), Fraction(0))


def _plain_sum(found: Sequence[Fraction]) -> Fraction:
    return sum(found, Fraction(0))


def _difference(found: Sequence[Fraction]) -> Fraction:
    return found[0] - found[1]


def _growth(found: Sequence[Fraction]) -> Fraction:
    return (found[0] / found[1] - 1) * 100


def _share(found: Sequence[Fraction]) -> Fraction:
    return found[0] / found[1] * 100
