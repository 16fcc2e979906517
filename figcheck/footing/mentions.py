"""What the text beside a table says of a row: the figure, and the cell that it must be.

A figure tells of a cell where it follows the name of the row by nothing but words of stating
("was", "totalled", "rose to") and a year names the column. The text may round the cell and have it
in a scale of its own; where no scale of the table is told, any power of a thousand will do.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Hedge, Kind
from figcheck.footing import labels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Figure, Sentence
    from figcheck.link.tables import Grid

_STATING = frozenset(
    "was were is are of at to came totalled totaled amounted reached stood rose grew increased climbed fell "
    "declined decreased dropped went recorded : , the a had been by up down from compared with against and "
    "total for year years ended fiscal in".split()
)
_RISING = frozenset("rose grew increased climbed up rise growth increase higher".split())
_FALLING = frozenset("fell declined decreased dropped down decline decrease lower".split())
_EARLIER = frozenset("from versus against than compared".split())
_ASIDE = frozenset(
    "expect expects expected forecast forecasts budget budgeted target targets guidance plan planned excluding "
    "adjusted underlying organic constant pro forma average quarter quarters months half month weeks week "
    "competitor competitors customer customers industry included includes including currency would could may "
    "might if per each additional another estimated approximately restated previously originally discontinued "
    "comparable like-for-like monthly quarterly weekly daily segment one-off outlook earlier".split()
)  # what a sentence with one of these says, the table need not show
_FILLERS = frozenset("total net gross group consolidated reported for the year".split())
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[-&']")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SCALES = (
    (re.compile(r"[’‘'`]\s?000|\b0{3}s?\b|\bthousands?\b|[£€$]k\b"), 10**3),
    (re.compile(r"\bmillions?\b|\bmn\b|[£€$] ?m\b|\bmio\b"), 10**6),
    (re.compile(r"\bbillions?\b|\bbn\b"), 10**9),
)
_AMOUNT = re.compile(r"[0-9.,]+ ?(?:thousand|million|billion|mn|bn|m|k)\b")
_MOST_WORDS = 9  # of a row's name
_MOST_BETWEEN = 12  # tokens between a row's name and its figure
_LEAST = 10
_NEAR = Fraction(13, 10)


class Mention(NamedTuple):
    """A figure of the text, the cells that it may be, and whether it is one of them."""

    said: Figure
    cell: Figure
    before: Figure | None  # the earlier cell, where the figure is a change from it in percent
    direction: int
    holds: bool
    how: str


class Rows(NamedTuple):
    """The rows of a grid by the first word of their names; the columns by the years they name."""

    names: dict[str, list[tuple[list[str], int]]]
    years: dict[int, list[int]]
    scale: int  # 0 where none is told


def rows_of(grid: Grid) -> Rows | None:
    """The names of rows and columns; None where no column has a year of its own."""
    years: dict[int, list[int]] = {}
    for column, head in enumerate(grid.heads):
        found = _YEAR.findall(head)
        if len(found) == 1 and not labels.tells_change(head) and "%" not in head:
            years.setdefault(int(found[0]), []).append(column)
    years = {year: columns for year, columns in years.items() if len(columns) == 1}
    if not years:
        return None
    names: dict[str, list[tuple[list[str], int]]] = {}
    seen: dict[tuple[str, ...], int] = {}
    for at, label in enumerate(grid.labels):
        words = _WORD.findall(re.sub(r"\([0-9a-z]\)", "", label).replace("’", "'"))
        seen[tuple(words)] = seen.get(tuple(words), 0) + 1
        if 0 < len(words) <= _MOST_WORDS and any(cell is not None for cell in grid.cells[at]):
            names.setdefault(words[0], []).append((words, at))
    names = {
        first: [(words, at) for words, at in found if seen[tuple(words)] == 1]
        for first, found in names.items()
    }
    return Rows(names, years, _scale(grid))


def _scale(grid: Grid) -> int:
    for told in (" ".join((grid.heading, *grid.labels[:1])), _AMOUNT.sub("", grid.around)):
        found = [scale for pattern, scale in _SCALES if pattern.search(told)]
        if found:
            return found[0] if len(found) == 1 else 0
    return 0


def mentions(sentence: Sentence, grid: Grid, rows: Rows) -> Iterator[Mention]:
    """The figures of a sentence that tell of a cell."""
    words = sentence.words
    if rows.names.keys().isdisjoint(words) or not _ASIDE.isdisjoint(words):
        return
    places = _named(words, rows)
    for figure in sentence.figures:
        if figure.kind is Kind.DATE or figure.value is None or figure.hedge is not Hedge.EXACT:
            continue
        row = _row_before(sentence, figure, places)
        year = _year_of(sentence, figure, rows) if row >= 0 else None
        if row < 0 or year is None:
            continue
        if figure.kind is Kind.SHARE:
            yield from _of_change(sentence, figure, grid, rows, row, year)
        elif abs(Fraction(figure.value)) >= _LEAST:
            yield from _of_amount(figure, grid, rows, row, year)


def _named(words: list[str], rows: Rows) -> list[tuple[int, int, int]]:
    """Where the rows are named, the longest names: from, up to, and which row."""
    found: list[tuple[int, int, int]] = []
    at = 0
    while at < len(words):
        best = max(
            (
                (len(name), row)
                for name, row in rows.names.get(words[at], ())
                if _is_at(words, at, name)
            ),
            default=None,
        )
        if best is None:
            at += 1
            continue
        found.append((at, at + best[0], best[1]))
        at += best[0]
    return found


def _is_at(words: list[str], at: int, name: list[str]) -> bool:
    """Do the words of a name stand here, but for commas?"""
    here = [word for word in words[at : at + len(name) + 3] if word != ","]
    return here[: len(name)] == name


def _row_before(sentence: Sentence, figure: Figure, places: list[tuple[int, int, int]]) -> int:
    """The row that the sentence up to the figure is about: one name, and words of stating."""
    before = [place for place in places if place[0] < figure.place]
    if len(before) != 1 or any(place[0] > figure.place for place in places[:1]):
        return -1
    start, end, row = before[0]
    words = sentence.words
    name_end = start
    left = end - start
    while left and name_end < len(words):  # commas within the name
        left -= words[name_end] != ","
        name_end += 1
    between = words[name_end : figure.place]
    if len(between) > _MOST_BETWEEN or any(w != "#" and w not in _STATING for w in between):
        return -1
    head = words[max(0, start - 2) : start]
    return (
        -1 if "of" in head or ("in" in head[-1:] and start > 1 and words[start - 2] == "#") else row
    )


def _year_of(sentence: Sentence, figure: Figure, rows: Rows) -> int | None:
    """The year of the table that a figure is said of: the one behind it, or the sentence's only one."""
    dates = [f for f in sentence.figures if f.date is not None and f.date.year]
    after = [f for f in dates if 0 < f.place - figure.place <= 4]
    others = [f for f in sentence.figures if f.date is None and figure.place < f.place]
    if after and not any(f.place < after[0].place for f in others):
        return after[0].date.year if after[0].date and after[0].date.year in rows.years else None
    words = sentence.words[max(0, figure.place - 3) : figure.place]
    years = {f.date.year for f in dates if f.date is not None}
    if len(years) == 1 and _EARLIER.isdisjoint(words):
        (year,) = years
        return year if year in rows.years else None
    return None


def _of_amount(figure: Figure, grid: Grid, rows: Rows, row: int, year: int) -> Iterator[Mention]:
    cell = grid.cells[row][rows.years[year][0]]
    if "by" in figure.roles or "gap" in figure.roles or cell is None or cell.value is None:
        return
    if cell.kind not in (Kind.COUNT, Kind.MONEY) or figure.kind not in (Kind.COUNT, Kind.MONEY):
        return
    if _says(figure, cell, rows.scale):
        yield Mention(figure, cell, None, 0, True, "cell")
        return
    others = [other for other in grid.cells[row] if other is not None and other is not cell]
    name = set(labels.plain(grid.labels[row]).split())
    alike = [at for at, label in enumerate(grid.labels) if at != row and _shares(name, label)]
    if any(_says(figure, c, rows.scale) for at in alike for c in grid.cells[at] if c is not None):
        return  # "revenue" may be the total revenue
    is_other = any(_says(figure, other, rows.scale) for other in others if other.kind is cell.kind)
    if is_other or _is_near(figure, cell, rows.scale):
        yield Mention(figure, cell, None, 0, False, "other column" if is_other else "near")


def _shares(name: set[str], label: str) -> bool:
    """Has a label all the words of a name, or the name no more than "total" and the like?"""
    words = set(labels.plain(label).split())
    return bool(words) and (name <= words or (words <= name and name - words <= _FILLERS))


def _says(figure: Figure, cell: Figure, scale: int) -> bool:
    """Is the figure the cell, rounded to its last digit and in a scale of its own?"""
    value, stated = abs(Fraction(cell.value or 0)), abs(Fraction(figure.value or 0))
    half = Fraction(figure.grain) / 2
    own = Fraction(cell.grain) / 2 if figure.grain < cell.grain * (scale or 1) else Fraction(0)
    return any(
        value * power - own * power - half <= stated <= value * power + own * power + half
        for power in _powers(scale)
    )


def _powers(scale: int) -> tuple[int, ...]:
    return (scale, 1) if scale else (1, 10**3, 10**6, 10**9)


def _is_near(figure: Figure, cell: Figure, scale: int) -> bool:
    """Is the figure no more than a third off, or one digit?"""
    value, stated = abs(Fraction(cell.value or 0)), abs(Fraction(figure.value or 0))
    for power in _powers(scale):
        whole = value * power
        if whole and stated <= whole * _NEAR and whole <= stated * _NEAR:
            return True
        one, other = _digits(stated, figure.grain), _digits(whole, figure.grain)
        if len(one) == len(other) >= (2 if scale else 3) and _differ_by_one(one, other):
            return True
    return False


def _digits(value: Fraction, grain: int | Fraction) -> str:
    return str(round(value / Fraction(grain))) if grain else ""


def _differ_by_one(one: str, other: str) -> bool:
    wrong = [k for k in range(len(one)) if one[k] != other[k]]
    if len(wrong) == 2:
        return wrong[1] == wrong[0] + 1 and sorted(one) == sorted(other)
    return len(wrong) == 1


def _of_change(
    sentence: Sentence, figure: Figure, grid: Grid, rows: Rows, row: int, year: int
) -> Iterator[Mention]:
    """A change in percent from the column of the year before."""
    words = sentence.words[: figure.place + 2]
    rises, falls = not _RISING.isdisjoint(words), not _FALLING.isdisjoint(words)
    columns = rows.years.get(year - 1)
    if rises == falls or columns is None:
        return
    now, then = grid.cells[row][rows.years[year][0]], grid.cells[row][columns[0]]
    if now is None or then is None or now.kind not in (Kind.COUNT, Kind.MONEY):
        return
    if then.kind is not now.kind and {then.kind, now.kind} != {Kind.COUNT, Kind.MONEY}:
        return
    new, old = Fraction(now.value or 0), Fraction(then.value or 0)
    if new <= 0 or old <= 0:
        return
    half = [Fraction(now.grain) / 2, Fraction(then.grain) / 2]
    low = ((new - half[0]) / (old + half[1]) - 1) * 100
    high = ((new + half[0]) / (old - half[1]) - 1) * 100 if old > half[1] else low
    said = Fraction(figure.value or 0) * (1 if rises else -1)
    slack = Fraction(figure.grain) / 2
    direction = 1 if rises else -1
    if low - slack <= said <= high + slack:
        yield Mention(figure, now, then, direction, True, "change")
        return
    if any(_equals(cell, abs(said)) for cell in grid.cells[row]):
        return
    yield Mention(figure, now, then, direction, False, "change")


def _equals(cell: Figure | None, value: Fraction) -> bool:
    return cell is not None and cell.kind is Kind.SHARE and abs(Fraction(cell.value or 0)) == value
