"""The account of a claim's evidence: each weight by name, their sum, what was asked of it.

= evidence that the text says so: −9, at least the −16 of "faintest"
| −11 reading.sum_of_parts              1 reading.sum_of_parts including
|   1 total.is        1 gate.open      −2 list.2 parts   −6 list.count
= and that it fails by a slip: −3, at least the −22 of "raise"
| −11 raise.sum_of_parts              −4 busy.3          6 mend.scale 2
= raised: no reading of more evidence holds
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from figcheck import evidence
from figcheck.report.visible import columns, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from figcheck.claim import Claim, Grounds

_STOP = 18
_BAR = 2


class Sum(NamedTuple):
    """Weights by the names of what was weighed, in order, with what they come to.

    `total` is in sixths of a unit of log-odds (evidence.UNIT), and counts in the sum before it.
    `least` is what was asked of it, `threshold` by which name; None where nothing was asked.
    """

    weights: tuple[tuple[str, int], ...]
    total: int
    least: int | None
    threshold: str


class Account(NamedTuple):
    """The sum of the evidence that the text asserts a claim, and with it that of the conflict."""

    link: Sum
    conflict: Sum | None  # None where the claim holds

    def to_dict(self) -> dict[str, Any]:
        """As plain values for JSON; what has no weight is there too, with 0."""
        return {
            "link": _values(self.link),
            "conflict": None if self.conflict is None else _values(self.conflict),
        }


def of_conflict(grounds: Grounds) -> Account:
    """The account of a conflict that was raised."""
    link = _sum(grounds.link, 0, evidence.FAINTEST, "faintest")
    return Account(link, _sum(grounds.conflict, link.total, evidence.RAISE, "raise"))


def of_claim(claim: Claim) -> Account:
    """The account of a claim that is listed, whether it holds or not."""
    if claim.grounds.conflict:
        return of_conflict(claim.grounds)
    least = evidence.least_listed(claim)
    return Account(_sum(claim.grounds.link, 0, least, "list"), None)


def lines(account: Account, width: int) -> Iterator[str]:
    """The account in lines of at most `width` columns, which are 60 or more."""
    link, conflict = account
    yield f"= evidence that the text says so: {_total(link)}"
    yield from _rows(link, width)
    if conflict is not None:
        yield f"= and that it fails by a slip: {_total(conflict)}"
        yield from _rows(conflict, width)
    yield f"= {_decision(account)}"


def _sum(names: Iterable[str], before: int, least: int | None, threshold: str) -> Sum:
    weights = tuple([(name, evidence.WEIGHTS.get(name, 0)) for name in names])
    return Sum(weights, before + sum(weight for _, weight in weights), least, threshold)


def _values(part: Sum) -> dict[str, Any]:
    weights = [{"name": name, "weight": weight} for name, weight in part.weights]
    return {"weights": weights, "sum": part.total, "least": part.least}


def _total(part: Sum) -> str:
    if part.least is None:
        return _signed(part.total)
    return f'{_signed(part.total)}, at least the {_signed(part.least)} of "{part.threshold}"'


def _decision(account: Account) -> str:
    if account.conflict is not None:
        return "raised: no reading of more evidence holds"
    return "listed" if account.link.least is not None else "listed: it only works a figure out"


def _rows(part: Sum, width: int) -> Iterator[str]:
    """The weights in order, as many on a line as fit, one below the other."""
    room = width - _BAR
    row = ""
    for cell in _cells(part, room):
        stop = -(-columns(row) // _STOP) * _STOP
        if row and stop + columns(cell) > room:
            yield f"| {row}".rstrip()
            row, stop = "", 0
        row += " " * (stop - columns(row)) + cell
        if columns(row) % _STOP == 0:
            row += " "
    if row:
        yield f"| {row}".rstrip()


def _cells(part: Sum, room: int) -> Iterator[str]:
    idle = 0
    for name, weight in part.weights:
        if not weight:
            idle += 1
            continue
        yield from _broken(f"{_signed(weight):>3} {visible(name)}", room)
    if idle:
        yield f"  0 {idle} more without weight"


def _broken(cell: str, room: int) -> Iterator[str]:
    """A name too long for a line, parted between its words."""
    while columns(cell) > room:
        at = cell.rfind(" ", 4, room)
        at = at if at > 4 else room
        yield cell[:at]
        cell = f"    {cell[at:].strip()}"
    yield cell


def _signed(number: int) -> str:
    return f"−{-number}" if number < 0 else f"{number}"
