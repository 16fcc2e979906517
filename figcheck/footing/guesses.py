"""The sums that a row may be: of which rows, with which signs, and what each guess costs in bits."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from figcheck.footing import labels
from figcheck.link.tables import is_total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.footing.ledger import Ledger

_MOST_PARTS = 40
_MOST_SIGNED = 16
_MOST_FREE = 7  # parts whose signs are tried in all ways
_MOST_FREE_UNNAMED = 4
_MOST_BELOW = 12
_PAIRS_AMONG = 6
_UNNAMED = 7.0  # bits that a row costs whose label names no result
_UNLABELLED = 2.0
_BESIDE = 4.0  # that an unnamed column costs just behind the two of which it is the difference
_LEFT_IN = 6.0  # bits that it costs to add a row that is told to be taken off
_AFTER_LESS = 2.0
_WHOLE = 4.0  # bits that speak for the last row of a table as the sum of all others


class Guess(NamedTuple):
    """The parts with their signs, the cost in bits; `taken` of the open rows are used up."""

    parts: tuple[tuple[int, int], ...]
    cost: float
    taken: int = 0
    is_whole: bool = False  # all other rows of the table, added up


class Open(NamedTuple):
    """The rows above that no sum has used up yet, and the places where a block of them begins."""

    rows: list[int]
    asides: dict[int, list[int]]  # behind an open row: the rows that are parts of it
    starts: set[int]  # places in `rows` where a section or what follows a result begins
    results: set[int]  # rows that are sums


def guesses(ledger: Ledger, row: int, open_: Open) -> Iterator[Guess]:
    """What the row may be the sum of, each guess with its cost."""
    named = _naming(ledger, row)
    for guess in _of_blocks(ledger, row, open_, named):
        sums = sum(at in open_.results for at, _ in guess.parts)
        if named < _UNNAMED or sums < 2 or all(sign > 0 for _, sign in guess.parts):
            yield guess
    if ledger.is_turned:
        yield from _pairs(ledger, row, open_, named)
    yield from _below(ledger, row, named)
    yield from _same(ledger, row, open_, named)


def _naming(ledger: Ledger, row: int) -> float:
    label = ledger.labels[row]
    if ledger.is_turned:
        return 0.0 if labels.is_sum_head(label) else _UNNAMED
    if labels.is_result(label):
        return 0.0
    if row and labels.is_less(ledger.labels[row - 1]):
        return 1.0
    return _UNNAMED if label.strip() else _UNLABELLED


def _of_blocks(ledger: Ledger, row: int, open_: Open, named: float) -> Iterator[Guess]:
    """The last open rows: all added, the first less the rest, by their labels, in any way."""
    rows = open_.rows
    for count in range(2, min(len(rows), _MOST_PARTS) + 1):
        first = len(rows) - count
        block = rows[first:]
        cost = named + _natural(open_, first, block, named)
        if count == 2 and labels.is_less(ledger.labels[block[1]]) and named <= 1:
            yield _after_less(ledger, block, cost)
            continue
        if _leaves_in(ledger, block):
            cost += _LEFT_IN
        is_whole = not first and named <= _UNLABELLED and _is_all(ledger, row, block, open_)
        is_last = not first and [*block, row] == ledger.entries
        yield Guess(tuple((at, 1) for at in block), cost - _WHOLE * is_last, count, is_whole)
        asides = [aside for at in block for aside in open_.asides.get(at, ())]
        if asides:
            yield Guess(tuple((at, 1) for at in (*block, *asides)), cost + 3, count)
        if count <= _MOST_SIGNED:
            yield from _signed(ledger, block, cost, count, is_named=named < _UNNAMED)


def _natural(open_: Open, first: int, block: list[int], named: float) -> float:
    """What it costs that a block of open rows begins where it does."""
    if first in open_.starts:
        return 1.0 if named else 0.0
    return 2.0 if block[0] in open_.results or not first else 4.0


def _after_less(ledger: Ledger, block: list[int], cost: float) -> Guess:
    """What is left of a row after "Less: ...", whose amount may be printed as a negative."""
    is_positive = _is_positive(ledger, block[1])
    parts = ((block[0], 1), (block[1], -1 if is_positive else 1))
    return Guess(parts, cost - _AFTER_LESS, len(block), is_whole=True)


def _leaves_in(ledger: Ledger, block: list[int]) -> bool:
    """Is there a row in the block, other than its first, that is told to be taken off?"""
    return any(labels.is_less(ledger.labels[at]) and _is_positive(ledger, at) for at in block[1:])


def _is_positive(ledger: Ledger, row: int) -> bool:
    values = zip(ledger.values[row], ledger.is_apart, strict=True)
    return any(value is not None and value > 0 and not is_apart for value, is_apart in values)


def _is_all(ledger: Ledger, row: int, block: list[int], open_: Open) -> bool:
    """Are these all the rows above with amounts, and none of them a sum?"""
    if any(at in open_.results or is_total(ledger.labels[at]) for at in block):
        return False
    return len(block) == sum(
        not labels.is_aside(ledger.labels[at]) and any(v is not None for v in ledger.values[at])
        for at in range(row)
    )


def _signed(
    ledger: Ledger, block: list[int], cost: float, count: int, *, is_named: bool
) -> Iterator[Guess]:
    told = tuple(
        (at, -1 if k and labels.is_taken_off(ledger.labels[at]) else 1)
        for k, at in enumerate(block)
    )
    if any(sign < 0 for _, sign in told):
        yield Guess(told, cost + 1, count)
    yield Guess(tuple((at, -1 if k else 1) for k, at in enumerate(block)), cost + 2, count)
    if 2 < count <= (_MOST_FREE if is_named else _MOST_FREE_UNNAMED):
        for signs in product((1, -1), repeat=count - 1):
            if -1 in signs and (1 in signs or count == 2):
                yield Guess(tuple(zip(block, (1, *signs), strict=True)), cost + count + 1, count)


def _pairs(ledger: Ledger, row: int, open_: Open, named: float) -> Iterator[Guess]:
    """The difference or the sum of two columns before, or of the two behind."""
    before = [at for at in range(max(0, row - _PAIRS_AMONG), row) if ledger.may_add(at)]
    told = 2.0 if labels.tells_change(ledger.labels[row]) else named
    for one, other in combinations(before, 2):
        cost = min(told, _BESIDE) if (one, other) == (row - 2, row - 1) else told
        yield Guess(((one, 1), (other, -1)), cost + 4)
        yield Guess(((other, 1), (one, -1)), cost + 4)
        if (one, other) != (row - 2, row - 1):
            yield Guess(((one, 1), (other, 1)), named + 5)


def _below(ledger: Ledger, row: int, named: float) -> Iterator[Guess]:
    """The rows that follow a row named a total."""
    if named:
        return
    parts: list[tuple[int, int]] = []
    for at in range(row + 1, min(row + 1 + _MOST_BELOW, len(ledger.labels))):
        if ledger.is_empty(at) or labels.is_aside(ledger.labels[at]) or not ledger.may_add(at):
            continue
        parts.append((at, 1))
        if len(parts) >= 2:
            yield Guess(tuple(parts), 4.0 if row else 2.0)


def _same(ledger: Ledger, row: int, open_: Open, named: float) -> Iterator[Guess]:
    """The same result once more, or what balances it."""
    if named or ledger.is_turned:
        return
    own = labels.plain(ledger.labels[row])
    for at in sorted(open_.results):
        other = labels.plain(ledger.labels[at])
        is_balance = other == "total assets" and "liabilities" in own and "total" in own
        if is_balance or (own == other and len(own.split()) > 1):
            yield Guess(((at, 1),), 2.0)
