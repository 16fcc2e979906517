"""Elided units: "from 5 to 7 percent" says a unit once for two figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.document import Hedge, Kind

if TYPE_CHECKING:
    from figcheck.document import Figure

_JOINING = frozenset(("to", "or", "and", "from", ",", "-", "against", "versus", "than", ", and", "to about", "compared with"))
_UNITED = frozenset((Kind.SHARE, Kind.MONEY, Kind.MEASURE, Kind.POINTS, Kind.DURATION))
_MOST_BETWEEN = 16


def share_units(text: str, figures: list[Figure]) -> None:
    """Give bare numbers the unit of the figure that they are joined to."""
    for first, second in zip(reversed(figures[:-1]), reversed(figures[1:]), strict=False):
        if second.start - first.end > _MOST_BETWEEN or not _is_bare(first):
            continue
        between = text[first.end : second.start].strip().lower()
        if between in _JOINING and _takes_unit(first, second):
            _give_unit(first, second)


def _is_bare(figure: Figure) -> bool:
    return figure.kind is Kind.COUNT and figure.unit is None and not figure.owner and figure.value is not None


def _takes_unit(first: Figure, second: Figure) -> bool:
    return second.kind in _UNITED and second.unit is not None and second.hedge is not Hedge.RANGE


def _give_unit(first: Figure, second: Figure) -> None:
    assert first.value is not None
    first.kind, first.unit, first.per = second.kind, second.unit, second.per
    factor = 1
    while factor < second.grain:
        factor *= 1000
    if factor > 1 and first.value < factor:
        first.value *= factor
        first.grain *= factor
        first.own_grain *= factor
        first.low = None if first.low is None else first.low * factor
        first.high = None if first.high is None else first.high * factor
