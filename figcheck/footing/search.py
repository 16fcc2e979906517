"""The sums of a table, found row by row: a row that foots uses up the rows that it is the sum of."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, NamedTuple

from figcheck.footing import labels
from figcheck.footing.guesses import Guess, Open, guesses
from figcheck.footing.slips import Slip, slip_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from figcheck.footing.ledger import Ledger

_ACCEPTED = 8.0  # bits from which a row is taken for a sum
_PLAINLY = 3.0  # for a total by name, of all that stands above it, that foots
_RAISED = 9.0  # bits from which a column that does not foot is called wrong
_AGAIN = 2.0  # for a column with the numbers of one before
_TWICE = 14.0  # for another sum that a row is, beside one that is known
_MOST_BITS = 14.0  # of one column
_MOST_IN_ALL = 60.0
_EACH_FAILED = 6.0
_ALONE = 6.0  # for the one total of a table with one column, below all of it
_SURE = 24.0
_UNLIKE = 10  # times: a column of quite other numbers than those that foot


class Miss(NamedTuple):
    """A column that does not foot: by how much, and what would explain it."""

    column: int
    slip: Slip
    bits: float


class Footing(NamedTuple):
    """A row that is the sum of parts, the columns in which it foots and those in which it does not."""

    row: int
    parts: tuple[tuple[int, int], ...]
    held: tuple[int, ...]
    missed: tuple[Miss, ...]
    bits: float


class _Weighed(NamedTuple):
    guess: Guess
    held: list[int]
    failed: list[tuple[int, int, int]]  # column, miss, slack
    base: float


def footings(ledger: Ledger) -> Iterator[Footing]:
    """The sums of the table's rows, from the top."""
    open_ = Open([], {}, {0}, set())
    below: set[int] = set()  # rows that a sum above them is made of
    for row in range(len(ledger.labels)):
        if ledger.is_empty(row):
            open_.starts.add(len(open_.rows))
            continue
        if labels.is_aside(ledger.labels[row]) and not ledger.is_turned:
            if open_.rows:
                open_.asides.setdefault(open_.rows[-1], []).append(row)
            continue
        if not ledger.may_add(row):
            continue
        is_part = row in below and not labels.is_result(ledger.labels[row])
        found = [] if is_part else _best(ledger, row, open_)
        for guess, footing in found:
            yield footing
            _use_up(open_, guess.taken)
            below.update(at for at, _ in guess.parts if at > row)
        open_.rows.append(row)
        if found:
            open_.results.add(row)
            open_.starts.add(len(open_.rows))


def _use_up(open_: Open, count: int) -> None:
    if not count:
        return
    del open_.rows[-count:]
    for start in [start for start in open_.starts if start > len(open_.rows)]:
        open_.starts.discard(start)


def _best(ledger: Ledger, row: int, open_: Open) -> list[tuple[Guess, Footing]]:
    """The guesses of most evidence, of those that use up the rows above and of the others."""
    best: dict[bool, tuple[Guess, Footing]] = {}
    for guess in guesses(ledger, row, open_):
        weighed = _weigh(ledger, row, guess)
        if weighed is None:
            continue
        if weighed.failed:
            if weighed.base + _MOST_BITS + (0 if weighed.held else _ALONE) < _ACCEPTED:
                continue
            footing = _with_misses(ledger, row, weighed)
        else:
            footing = Footing(row, guess.parts, tuple(weighed.held), (), weighed.base)
        least = _ACCEPTED if guess.cost > 0 or weighed.failed else _PLAINLY
        if footing is None:
            continue
        if not footing.missed and max(footing.bits, weighed.base) < least:
            continue
        family = bool(guess.taken) or ledger.is_turned
        if family not in best or footing.bits > best[family][1].bits:
            best[family] = guess, footing
    if len(best) == 2 and any(m.bits - m.slip.bits < _TWICE for m in best[False][1].missed):
        del best[False]  # what the row is made of is known
    return list(best.values())


def _weigh(ledger: Ledger, row: int, guess: Guess) -> _Weighed | None:
    """In which columns the guess foots, and the bits that this is worth; None where in too few."""
    held: list[int] = []
    failed: list[tuple[int, int, int]] = []
    seen: set[tuple[int | None, ...]] = set()
    base = 0.0
    for column in range(ledger.width):
        stated, is_blank = ledger.values[row][column], False
        if stated is None:
            stated, is_blank = 0, True
        if ledger.is_apart[column] or (is_blank and not ledger.blank[row][column]):
            continue
        added = _add(ledger, column, guess.parts)
        if added is None or (
            ledger.share_columns[column] and not _is_whole(ledger, row, column, added)
        ):
            continue
        total, count, spread = added
        miss, slack = stated - total, ledger.slack(column, count)
        is_other = abs(miss) > slack and _is_other(ledger, row, column, guess, total)
        if is_other or (is_blank and (abs(miss) > slack or count < 2)):
            continue
        if abs(miss) > slack:
            failed.append((column, miss, slack))
            if len(failed) > len(held) + 3 or len(failed) * 3 > 2 * ledger.width > 2:
                return None
            continue
        held.append(column)
        key = (stated, *(ledger.values[at][column] for at, _ in guess.parts))
        if key not in seen and count + len(guess.parts) > 2:
            seen.add(key)
            unit = ledger.shared[column][0]
            chance = max(2 * abs(miss), slack) + unit
            base += min(_MOST_BITS, max(0.0, log2(max(spread, 1) / chance)))
        else:
            base += _MOST_BITS / 2 if count + len(guess.parts) == 2 else _AGAIN
    base = min(base, _MOST_IN_ALL) - guess.cost
    if len(failed) > max(1, (len(held) + len(failed)) // 3):
        return None
    return _Weighed(guess, held, failed, base)


def _is_other(ledger: Ledger, row: int, column: int, guess: Guess, total: int) -> bool:
    """Is the cell plainly no sum: what there was at the end, an average, customers counted once?"""
    stated = ledger.values[row][column] or 0
    parts = [v for at, _ in guess.parts if (v := ledger.values[at][column]) is not None]
    if not parts or min(parts) < 0:
        return False
    if ledger.is_turned and len(parts) > 2 and 0 < min(parts) <= stated <= max(parts):
        are_times = any(labels.names_time(ledger.labels[at]) for at, _ in guess.parts)
        return stated not in parts or are_times
    return max(parts) <= stated < total and labels.counts_once(ledger.heads[column])


def _is_whole(ledger: Ledger, row: int, column: int, added: tuple[int, int, int]) -> bool:
    """Do shares beside amounts make up a whole, as they are added or as it is stated?"""
    figure = ledger.figures[row][column]
    if figure is None or not figure.value:
        return False
    whole = 100 * (ledger.values[row][column] or 0) // figure.value
    return figure.value == 100 or abs(added[0] - whole) <= ledger.slack(column, added[1])


def _add(
    ledger: Ledger, column: int, parts: Sequence[tuple[int, int]]
) -> tuple[int, int, int] | None:
    """The sum of the parts, how many are known, the largest but one.

    None where a part is no number. A sum that is near one of its parts is as good as chance allows:
    the others tell it from any.
    """
    total = count = most = spread = 0
    for at, sign in parts:
        value = ledger.values[at][column]
        if value is None:
            if not ledger.blank[at][column]:
                return None
            continue
        total += sign * value
        count += 1
        size = abs(value)
        if size > most:
            most, spread = size, most
        elif size > spread:
            spread = size
    return (total, count, spread) if count else None


def _with_misses(ledger: Ledger, row: int, weighed: _Weighed) -> Footing | None:
    guess, held = weighed.guess, weighed.held
    base = weighed.base
    if not held and not guess.is_whole:
        return None
    base += _ALONE if not held else 0
    total, misses = base, []
    for column, miss, slack in weighed.failed:
        slip = slip_of(ledger, column, row, guess.parts, miss, slack)
        total += slip.bits - _EACH_FAILED
        bits = base + slip.bits - 4 * (len(weighed.failed) - 1)
        if bits >= _RAISED - (2 if not held else 0) and _may_miss(
            ledger, row, column, guess, held, slip
        ):
            misses.append(Miss(column, slip, bits))
    total += _EACH_FAILED if not held else 0
    return Footing(row, guess.parts, tuple(held), tuple(misses), total)


def _may_miss(
    ledger: Ledger, row: int, column: int, guess: Guess, held: list[int], slip: Slip
) -> bool:
    """Is the column one of those that are meant to foot?"""
    if slip.what in ("digits", "sign") and not ledger.is_turned:
        return True
    if slip.what == "digits" or ledger.share_columns[column]:
        return True
    values = [v for at, _ in guess.parts if (v := ledger.values[at][column]) is not None]
    stated = ledger.values[row][column] or 0
    is_within = len(values) > 2 and 0 < min(values) <= stated <= max(values)
    if ledger.is_turned:
        is_told = slip.what == "column" and not any(
            labels.names_time(ledger.labels[at]) for at, _ in guess.parts
        )
        is_turned_sign = slip.what == "sign" and any(sign < 0 for _, sign in guess.parts)
        return (is_told or not is_within) and not is_turned_sign
    amounts = [other for other in held if not ledger.share_columns[other]]
    if not amounts:
        return not is_within and slip.bits > 0
    return _is_like(ledger, column, amounts, [row, *(at for at, _ in guess.parts)])


def _is_like(ledger: Ledger, column: int, held: list[int], rows: list[int]) -> bool:
    """Are the numbers of a column of the size of those in one that foots?"""
    for other in held:
        pairs = [
            (abs(one), abs(two))
            for at in rows
            if (one := ledger.values[at][column]) and (two := ledger.values[at][other])
        ]
        near = sum(one <= two * _UNLIKE and two <= one * _UNLIKE for one, two in pairs)
        if pairs and near * 2 > len(pairs):
            return True
    return False
