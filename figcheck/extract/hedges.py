"""Hedges: the words before or after a number that bound it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.document import Hedge, Kind
from figcheck.tables.hedges import TABLE

if TYPE_CHECKING:
    from figcheck.extract.quantity import Quantity
    from figcheck.extract.tokens import Tokens

_LONGEST = 4
_PHRASES: dict[tuple[str, ...], Hedge] = {
    tuple(phrase.split()): Hedge(name) for name, phrases in TABLE.items() for phrase in phrases
}
_LAST_WORDS = frozenset(phrase[-1] for phrase in _PHRASES)
_LEVEL_BEFORE = frozenset(("times", "percent", "%", "point", "points", "degrees", "per", "cent"))
_AFTER = {
    ("or", "more"): Hedge.AT_LEAST, ("or", "over"): Hedge.AT_LEAST, ("or", "above"): Hedge.AT_LEAST,
    ("or", "older"): Hedge.AT_LEAST, ("or", "greater"): Hedge.AT_LEAST, ("or", "longer"): Hedge.AT_LEAST,
    ("and", "over"): Hedge.AT_LEAST, ("and", "above"): Hedge.AT_LEAST, ("and", "older"): Hedge.AT_LEAST,
    ("or", "less"): Hedge.AT_MOST, ("or", "fewer"): Hedge.AT_MOST, ("or", "under"): Hedge.AT_MOST,
    ("or", "below"): Hedge.AT_MOST, ("or", "younger"): Hedge.AT_MOST, ("and", "under"): Hedge.AT_MOST,
    ("or", "so"): Hedge.ABOUT, ("-", "odd"): Hedge.ABOUT, ("-", "plus"): Hedge.AT_LEAST,
    ("-", "ish"): Hedge.ABOUT, ("-", "some"): Hedge.ABOUT, ("-", "something"): Hedge.AT_LEAST,
    ("at", "least"): Hedge.AT_LEAST, ("at", "most"): Hedge.AT_MOST,
}  # fmt: skip
_AFTER_FIRST = frozenset(pair[0] for pair in _AFTER)
_SKIPPED = frozenset(("a", "an", "the", "another", "further", "total", "full", "additional"))
_LASTING = frozenset(
    "for lasted took spent after is was were of well just little slightly lasting sentenced served than "
    "take takes taken aged".split()
)
_LOWER = frozenset((Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.JUST_OVER))
_UPPER = frozenset((Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.NEARLY))


def take_hedge(tokens: Tokens, quantity: Quantity) -> None:
    """Read the hedge around a number, and set the bounds that it states."""
    lower, at, to = tokens.lower, quantity.at, quantity.to
    hedge = Hedge.EXACT
    if lower[at - 1] in _LAST_WORDS or lower[at - 1] in _SKIPPED:
        hedge = _before(tokens, quantity)
    if hedge is Hedge.EXACT or hedge is Hedge.ABOUT:
        if lower[to] in _AFTER_FIRST:
            hedge = _AFTER.get((lower[to], lower[to + 1]), hedge)
        elif lower[to] == "+" and tokens.glued[to] and not lower[to + 1].isdecimal():
            hedge = Hedge.AT_LEAST
            quantity.to += 1 if quantity.kind is Kind.LABEL else 0
        elif lower[to] == "odd" or (lower[to] == "plus" and not lower[to + 1][:1].isdecimal() and quantity.is_word):
            hedge = Hedge.ABOUT
    quantity.hedge = hedge
    quantity.low = None if hedge in _UPPER else quantity.value
    quantity.high = None if hedge in _LOWER else quantity.value


def _before(tokens: Tokens, quantity: Quantity) -> Hedge:
    lower, end = tokens.lower, quantity.at
    if lower[end - 1] in _SKIPPED:
        end -= 1
    if end <= 0 or lower[end - 1] not in _LAST_WORDS:
        return Hedge.EXACT
    for size in range(min(_LONGEST, end), 0, -1):
        found = _PHRASES.get(tuple(lower[end - size : end]))
        if found is not None:
            return found if _bounds_here(tokens, end - size, end, quantity, found) else Hedge.EXACT
    return Hedge.EXACT


def _bounds_here(tokens: Tokens, at: int, end: int, quantity: Quantity, hedge: Hedge) -> bool:
    """No comparison ("12% more than 50"), no stretch of time ("over three years"), no rise "up to 7"."""
    lower = tokens.lower
    before = lower[at - 1] if at else ""
    if hedge in (Hedge.MORE_THAN, Hedge.LESS_THAN):
        if before in _LEVEL_BEFORE or before[:1].isdecimal():
            return False
        if lower[at:end] == ["over"] and quantity.kind is Kind.DURATION:
            return before in _LASTING
        if lower[at:end] == ["below"] or lower[at:end] == ["above"]:
            return before not in ("degrees", "metres", "meters", "feet", "km")
    if hedge is Hedge.AT_MOST and lower[at:end] == ["up", "to"]:
        return lower[quantity.to] != "from"
    return not (hedge is Hedge.ABOUT and lower[end - 1] == "some" and before == "in")
