"""Ranges and scores: two numbers that one figure states, "$26 to $31 million", "1.1-1.9", "3-1"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.document import Kind
from figcheck.extract.quantities import Quantity, read_quantity

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

_HYPHENS = frozenset(("-", "–", "‑", "—", "−"))
_RANGING = frozenset(("between", "ranging", "range", "ranged", "ranges", "of", "from"))
_CHANGING = frozenset(("from", "rose", "fell", "up", "down", "rise", "fall", "grew", "to"))
_SPORT = frozenset(
    "won win wins winning lost lose losing beat beaten draw drew drawn victory defeat defeated score scored "
    "game match set sets final aggregate goal goals vote voted votes lead led leading trail trailed trailing "
    "half-time series tie shutout ballot ruled court decision".split()
)
_BOUNDED = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.SHARE, Kind.DURATION, Kind.AGE, Kind.POINTS))


def read_second(
    tokens: Tokens, first: Quantity, *, has_sterling: bool
) -> tuple[Quantity, Quantity] | None:
    """The two ends of a range that begins with `first`, in one unit and scale; None for no range."""
    mark = tokens.word(first.to)
    is_hyphen = mark in _HYPHENS
    if first.kind not in _BOUNDED or first.value is None or not (is_hyphen or mark in ("to", "and")):
        return None
    if is_hyphen and not (tokens.is_glued(first.to) and tokens.is_glued(first.to + 1)):
        return None
    second = read_quantity(tokens, first.to + 1, has_sterling=has_sterling)
    if second is None or second.value is None or second.kind not in _BOUNDED:
        return None
    if not is_hyphen and not _is_range(tokens, first, second, mark):
        return None
    return _shared(first, second)


def _is_range(tokens: Tokens, first: Quantity, second: Quantity, mark: str) -> bool:
    """ "between A and B", "ranging from A to B", "A to B" with no word of change before it."""
    before = [tokens.word(first.at - k) for k in (1, 2, 3, 4)]
    if mark == "and":
        return before[0] == "between"
    if before[0] == "from" or (before[0] in ("about", "around") and before[1] == "from"):
        return bool({"range", "ranging", "ranged", "ranges", "anywhere"}.intersection(before[1:]))
    if before[0] == "between":
        return True
    if _CHANGING.intersection(before[:2]) or second.value is None or first.value is None:
        return False
    low, high = _shared(first, second) or (first, second)
    ends_order = low.value is not None and high.value is not None and low.value < high.value
    return ends_order and _has_room(tokens, first)


def _has_room(tokens: Tokens, first: Quantity) -> bool:
    """Votes "by 211 to 188" and scores are no ranges; nor is "gave $5 to 3 people"."""
    return tokens.word(first.at - 1) not in ("by", "gave", "vote", "won")


def _shared(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity] | None:
    """Both ends with the unit, kind and scale that either states."""
    if first.kind is not second.kind:
        if _is_bare(first):
            first = _scaled_like(first, second)._replace(kind=second.kind, unit=second.unit)
        elif _is_bare(second):
            second = second._replace(kind=first.kind, unit=first.unit)
        else:
            return None
    elif first.unit is not second.unit:
        return None
    elif second.has_scale and not first.has_scale:
        first = _scaled_like(first, second)
    return first, second


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind is Kind.COUNT and quantity.unit is None


def _scaled_like(first: Quantity, second: Quantity) -> Quantity:
    """ "$26 to $31 million": the first end takes the scale of the second."""
    if not second.has_scale or first.has_scale or first.value is None or second.value is None:
        return first
    factor = 1
    while factor < second.grain:
        factor *= 1000
    if factor == 1 or first.value >= factor:
        return first
    return first._replace(
        value=first.value * factor, grain=(first.grain or 1) * factor,
        own_grain=(first.own_grain or 1) * factor, has_scale=True,
    )  # fmt: skip


def is_score(tokens: Tokens, first: Quantity, second: Quantity) -> bool:
    """ "3-1": two small whole numbers with a hyphen, out of order or among words of a match."""
    if first.unit is not None or second.unit is not None or tokens.word(first.to) not in _HYPHENS:
        return False
    a, b = first.value, second.value
    if not (isinstance(a, int) and isinstance(b, int)) or first.has_scale or max(a, b) > 300:
        return False
    if a >= b:
        return True
    around = tokens.lower[max(0, first.at - 12) : second.to + 12]
    return bool(_SPORT.intersection(around))
