"""Repairs: the one small edit that would mend a conflict.

An edit is tried on each figure of the claim in the order of how often writers slip that way: a
scale word, a factor of ten, two digits transposed, one digit. A class of edits counts where it
makes the claim hold at the first two grades; it is offered only where one figure alone can be so
mended. A mended figure carries its grain: a slip of scale coarsens it too.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from figcheck.claim import Claim, Op, computed_value, judge
from figcheck.document import Figure, Kind
from figcheck.rounding import Grade
from figcheck.wording import write_like

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.interval import Number

_MENDABLE = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.SHARE, Kind.POINTS, Kind.DURATION))
_MOST_DIGITS = 9


class Repair(NamedTuple):
    """An edit of the document's text, and what slip it mends."""

    start: int
    end: int
    text: str
    what: str


class _Edit(NamedTuple):
    figure: Figure
    value: Number
    grain: Number
    own_grain: Number


def repair(claim: Claim) -> Repair | None:
    """The edit to offer for a conflict: a small slip mended, else the computed value."""
    if claim.message is not None or claim.stated is None:
        return None
    for what, edits in _mends(claim):
        figures = {id(edit.figure) for edit in edits}
        if len(figures) == 1 and len({edit.value for edit in edits}) == 1:
            edit = edits[0]
            return _as_repair(edit.figure, edit.value, what)
        return _as_repair(claim.stated, edits[0].value, what) if _all_stated(claim, edits) else None
    value = computed_value(claim)
    if value is None or claim.op is not Op.EQUALS or claim.stated.value is None:
        return None
    return _as_repair(claim.stated, value, "computed")


def mendable(claim: Claim) -> str | None:
    """The class of the first small slip that would explain the conflict, None where none does."""
    if claim.message is not None or claim.stated is None:
        return None
    return next((what for what, _ in _mends(claim)), None)


def _all_stated(claim: Claim, edits: list[_Edit]) -> bool:
    return all(edit.figure is claim.stated for edit in edits) and len(edits) == 1


def _as_repair(figure: Figure, value: Number, what: str) -> Repair:
    return Repair(figure.start, figure.end, write_like(figure, value), what)


def _mends(claim: Claim) -> Iterator[tuple[str, list[_Edit]]]:
    """The classes of edits that mend the claim, each with its edits, likeliest class first."""
    figures = [f for f in claim.figures if f.kind in _MENDABLE and f.value and not f.constant]
    for what, edits_of in (("scale", _scaled), ("transposed digits", _transposed), ("one digit", _digit)):
        mending = [edit for f in figures for edit in edits_of(f) if _holds_with(claim, edit)]
        if mending:
            yield what, mending


def _holds_with(claim: Claim, edit: _Edit) -> bool:
    """Does the claim hold with the figure so edited? The figure is put back as it was."""
    figure = edit.figure
    kept = figure.value, figure.grain, figure.own_grain, figure.low, figure.high
    figure.value, figure.grain, figure.own_grain = edit.value, edit.grain, edit.own_grain
    if figure.low is not None:
        figure.low = edit.value
    if figure.high is not None:
        figure.high = edit.value
    try:
        return judge(claim) <= Grade.ROUNDING
    finally:
        figure.value, figure.grain, figure.own_grain, figure.low, figure.high = kept


def _scaled(figure: Figure) -> Iterator[_Edit]:
    """A thousand, a million or ten times too much or too little."""
    assert figure.value is not None
    for power in (3, -3, 6, -6, 1, -1):
        factor = Fraction(10) ** power
        yield _Edit(
            figure, figure.value * factor, figure.grain * factor, figure.own_grain * factor
        )


def _transposed(figure: Figure) -> Iterator[_Edit]:
    """Two neighbouring digits exchanged."""
    digits, unit = _significand(figure)
    for k in range(len(digits) - 1):
        if digits[k] != digits[k + 1] and not (k == 0 and digits[1] == "0"):
            swapped = digits[:k] + digits[k + 1] + digits[k] + digits[k + 2 :]
            yield _Edit(figure, int(swapped) * unit, figure.grain, figure.own_grain)


def _digit(figure: Figure) -> Iterator[_Edit]:
    """One digit read or typed as another."""
    digits, unit = _significand(figure)
    for k, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit and not (k == 0 and other == "0"):
                edited = digits[:k] + other + digits[k + 1 :]
                yield _Edit(figure, int(edited) * unit, figure.grain, figure.own_grain)


def _significand(figure: Figure) -> tuple[str, Fraction]:
    """The written digits without trailing zeros of a whole number, and the worth of the last."""
    assert figure.value is not None
    unit = Fraction(figure.own_grain or figure.grain or 1)
    size = abs(Fraction(figure.value)) / unit
    if size.denominator != 1 or len(str(size.numerator)) > _MOST_DIGITS:
        return "", unit
    return str(size.numerator), unit
