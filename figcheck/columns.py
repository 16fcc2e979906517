"""What a column of a table may be of the others, and which of it their heads tell.

A relation makes a term of a row: the sum of two columns, their difference, quotient, ... It is
`named` where the heads say it ("Left", "Cost" beside "Unit price", "Closing stock"), so that a
table of a row or two is enough to show it.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from figcheck.changes import Change
from figcheck.document import Kind
from figcheck.terms import Difference, Product, Ratio, Remainder, ShareOf, Sum, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from figcheck.document import Figure
    from figcheck.interval import Interval
    from figcheck.terms import Values

    Row = tuple[Figure | None, ...]
    Make = Callable[[list[Row], int], Term | None]
    Combine = Callable[[list[Figure]], Term]

REACH = 4  # columns to the left that a column may be worked out from
_MOST_STEPS = 30
_FOLLOWING = (2, 3)
_AMOUNTS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION))
_LEVELS = _AMOUNTS | {Kind.SHARE, Kind.POINTS}
_SHARE = frozenset((Kind.SHARE,))
_TIMES = frozenset((Kind.COUNT, Kind.MULTIPLE))
_COUNT = frozenset((Kind.COUNT,))
_WORD = re.compile(r"[a-z]{1,20}|[%±]|\+/[-−]")
_SUMS = frozenset("total totals all both together sum overall combined altogether year".split())
_LEFT = frozenset(
    "left remaining remain remains balance net profit surplus deficit difference unspent undrawn "
    "unsold outstanding margin gap shortfall available".split()
)
_LESS = frozenset(("less", "minus", "deduct", "deductions"))
_CHANGE = frozenset("change growth rise fall difference diff increase decrease ± +/- +/−".split())
_PART = frozenset(
    "share % percentage percent proportion rate uptake turnout yield pass success response".split()
)
_PRICE = frozenset("price rate each unit per fee".split())
_COST = frozenset("amount cost total value sum line revenue income spend charge pay".split())
_CLOSING = frozenset("closing close end ending carried final closed".split())
_OPENING = frozenset("opening open start starting brought beginning opened".split())
_IN = frozenset(
    "in into received receipts added additions births born new joiners joined bought arrivals arrived "
    "deposits recruited hired purchases inflow inflows built produced gained income raised".split()
)
_OUT = frozenset(
    "out issued leavers left deaths died sold sales departures departed withdrawn withdrawals spent "
    "used outflow outflows paid lost scrapped closed removed retired payments redeemed".split()
)
_POINTS = frozenset(("pts", "points", "pt"))
_WINS = frozenset(("w", "won", "wins", "win"))
_DRAWS = frozenset(("d", "drawn", "draws", "drew", "draw", "t", "tied"))
_PLAYED = frozenset(("p", "pld", "gp", "played", "games", "mp"))


class Relation(NamedTuple):
    """How a column follows from others: its name, the kinds of the column, the term of a row."""

    name: str
    kinds: frozenset[Kind]
    term: Make
    named: bool = False


class Points(Term):
    """So many points a win, one a draw."""

    __slots__ = ("a_win", "figures")

    def __init__(self, won: Figure, drawn: Figure, a_win: int) -> None:
        self.figures = (won, drawn)
        self.a_win = a_win

    def evaluate(self, values: Values) -> Interval:
        won, drawn = self.figures
        return values(won).scaled(self.a_win) + values(drawn)

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        won, drawn = self.figures
        if figure is drawn:
            return target - values(won).scaled(self.a_win)
        return (target - values(drawn)).scaled(Fraction(1, self.a_win))

    def shown(self) -> str:
        won, drawn = self.figures
        return f"{self.a_win} × {won.text} + {drawn.text}"


def words_of(head: str) -> frozenset[str]:
    """The words and signs of a head."""
    return frozenset(_WORD.findall(head[:80]))


def relations(heads: Sequence[str], column: int, total: int) -> Iterator[Relation]:
    """What the column may be of the few before it, or behind it; `total` is the row of totals."""
    words = [words_of(head) for head in heads[max(0, column - REACH) : column + 4]]
    first = max(0, column - REACH)
    named = {at: words[at - first] for at in range(first, first + len(words))}
    own = named[column]
    for one in range(first, column):
        yield Relation("running total", _AMOUNTS, _running(one))
        if total >= 0:
            yield Relation("share of total", _SHARE, _share_of_total(one, total))
    for one, other in permutations(range(first, column), 2):
        yield from _of_pair(named, one, other, column)
    if column >= 3:
        yield Relation("sum", _AMOUNTS, _of(range(column), _total, is_sum=True))
        yield from _flows(named, column)
    for count in _FOLLOWING:
        if column + count < len(heads):
            behind = range(column + 1, column + 1 + count)
            is_named = bool((_PLAYED | _SUMS) & own)
            yield Relation("sum of following", _AMOUNTS, _of(behind, _total, is_sum=True), is_named)


def _of_pair(
    named: dict[int, frozenset[str]], one: int, other: int, column: int
) -> Iterator[Relation]:
    own, beside = named[column], other == column - 1
    is_last = beside and one == column - 2
    is_left = is_last and (bool(_LEFT & own) or bool(_LESS & named[other]))
    is_change = bool(_CHANGE & own) and (other, one) == (column - 2, column - 1)
    yield Relation("difference", _LEVELS, _of((one, other), _difference), is_left or is_change)
    yield Relation("change", _SHARE, _of((one, other), _change), is_change)
    is_part = bool(_PART & own) and not _CHANGE & own
    is_part = is_part and (other, one) == (column - 2, column - 1)
    yield Relation("share", _SHARE, _of((one, other), _share), is_part)
    yield Relation("quotient", _TIMES, _of((one, other), _ratio))
    if one > other:
        return
    is_cost = bool(_COST & own) and bool(_PRICE & (named[one] | named[other]))
    yield Relation("product", _AMOUNTS, _of((one, other), _product), is_cost)
    yield Relation("sum of two", _AMOUNTS, _of((one, other), _total, is_sum=True))
    wins, draws = named[one], named[other]
    if own & _POINTS and wins & _WINS and draws & _DRAWS:
        for a_win in (3, 2):
            yield Relation(
                f"{a_win} a win", _COUNT, _of((one, other), _points(a_win), is_sum=True), a_win == 3
            )


def _flows(named: dict[int, frozenset[str]], column: int) -> Iterator[Relation]:
    """A stock at the end: that at the start, with what came in, without what went out."""
    start, one, other = column - 3, column - 2, column - 1
    is_stock = bool(_CLOSING & named[column] and _OPENING & named[start])
    is_stock = is_stock or bool(named[start] & named[column])
    for into, out in ((one, other), (other, one)):
        told = is_stock and not _OUT & named[into] and not _IN & named[out]
        yield Relation("flow", _AMOUNTS, _of((start, into, out), _flow, is_sum=True), told)


def _of(columns: Sequence[int], combine: Combine, *, is_sum: bool = False) -> Make:
    def term(rows: list[Row], at: int) -> Term | None:
        figures = [figure for column in columns if (figure := rows[at][column]) is not None]
        if len(figures) < len(columns) or not (is_sum or all(f.value for f in figures)):
            return None
        return combine(figures)

    return term


def _total(figures: list[Figure]) -> Term:
    return Sum(tuple(figures))


def _difference(figures: list[Figure]) -> Term:
    return Difference(figures[0], figures[1])


def _change(figures: list[Figure]) -> Term:
    return Change(figures[0], figures[1], 1)


def _share(figures: list[Figure]) -> Term:
    return ShareOf(figures[0], figures[1])


def _ratio(figures: list[Figure]) -> Term:
    return Ratio(figures[0], figures[1])


def _product(figures: list[Figure]) -> Term:
    return Product(figures[0], figures[1])


def _points(a_win: int) -> Combine:
    return lambda figures: Points(figures[0], figures[1], a_win)


def _flow(figures: list[Figure]) -> Term:
    start, into, out = figures
    return Remainder(Sum((start, into)), (out,))


def _running(one: int) -> Make:
    def term(rows: list[Row], at: int) -> Term | None:
        steps = tuple(step for row in rows[: at + 1] if (step := row[one]) is not None)
        return Sum(steps) if at and len(steps) == at + 1 <= _MOST_STEPS else None

    return term


def _share_of_total(one: int, total: int) -> Make:
    def term(rows: list[Row], at: int) -> Term | None:
        part, whole = rows[at][one], rows[total][one]
        if part is None or whole is None or at == total or not whole.value or not part.value:
            return None
        return ShareOf(part, whole)

    return term
