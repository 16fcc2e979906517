"""Hedges: the words before or after a number that bound it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.document import Hedge
from figcheck.extract.kinds import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    DURATION,
    EXACT,
    JUST_OVER,
    LABEL,
    LESS_THAN,
    MORE_THAN,
    NEARLY,
)
from figcheck.tables.hedges import TABLE

if TYPE_CHECKING:
    from figcheck.extract.quantity import Quantity
    from figcheck.extract.tokens import Tokens

_PHRASES: dict[tuple[str, ...], Hedge] = {
    tuple(phrase.split()): Hedge(name) for name, phrases in TABLE.items() for phrase in phrases
}
_BY_LAST: dict[str, list[tuple[list[str], Hedge]]] = {}
for _words in sorted(_PHRASES, key=len, reverse=True):
    _BY_LAST.setdefault(_words[-1], []).append((list(_words), _PHRASES[_words]))
_LEVEL_BEFORE = frozenset(("times", "percent", "%", "point", "points", "degrees", "per", "cent"))
_AFTER = {
    ("or", "more"): AT_LEAST, ("or", "over"): AT_LEAST, ("or", "above"): AT_LEAST,
    ("or", "older"): AT_LEAST, ("or", "greater"): AT_LEAST, ("or", "longer"): AT_LEAST,
    ("and", "over"): AT_LEAST, ("and", "above"): AT_LEAST, ("and", "older"): AT_LEAST,
    ("or", "less"): AT_MOST, ("or", "fewer"): AT_MOST, ("or", "under"): AT_MOST,
    ("or", "below"): AT_MOST, ("or", "younger"): AT_MOST, ("and", "under"): AT_MOST,
    ("or", "so"): ABOUT, ("-", "odd"): ABOUT, ("-", "plus"): AT_LEAST,
    ("-", "ish"): ABOUT, ("-", "some"): ABOUT, ("-", "something"): AT_LEAST,
    ("at", "least"): AT_LEAST, ("at", "most"): AT_MOST,
}  # fmt: skip
_AFTER_FIRST = frozenset(pair[0] for pair in _AFTER)
_SKIPPED = frozenset(("a", "an", "the", "another", "further", "total", "full", "additional"))
_LASTING = frozenset(
    "for lasted took spent after is was were of well just little slightly lasting sentenced served "
    "than take takes taken aged".split()
)
_GOVERNING = frozenset(
    "influence control power authority jurisdiction veto victory victories win wins lead advantage "
    "dispute disputes row concern concerns worries fears presided".split()
)
_SPREAD = frozenset("floors storeys stories levels legs rounds stages pages sites acts".split())
_LOWER = frozenset((MORE_THAN, AT_LEAST, JUST_OVER))
_UPPER = frozenset((LESS_THAN, AT_MOST, NEARLY))


def take_hedge(tokens: Tokens, quantity: Quantity) -> None:
    """Read the hedge around a number, and set the bounds that it states."""
    lower, at, to = tokens.lower, quantity.at, quantity.to
    hedge = EXACT
    if lower[at - 1] in _BY_LAST or lower[at - 1] in _SKIPPED:
        hedge = _before(tokens, quantity)
    if hedge is EXACT or hedge is ABOUT:
        if lower[to] in _AFTER_FIRST:
            hedge = _AFTER.get((lower[to], lower[to + 1]), hedge)
        elif lower[to] == "+" and tokens.glued[to] and not lower[to + 1].isdecimal():
            hedge = AT_LEAST
            quantity.to += 1 if quantity.kind is LABEL else 0
        elif lower[to] == "odd" or (
            lower[to] == "plus" and not lower[to + 1][:1].isdecimal() and quantity.is_word
        ):
            hedge = ABOUT
    quantity.hedge = hedge
    quantity.low = None if hedge in _UPPER else quantity.value
    quantity.high = None if hedge in _LOWER else quantity.value


def _before(tokens: Tokens, quantity: Quantity) -> Hedge:
    lower, end = tokens.lower, quantity.at
    if lower[end - 1] in _SKIPPED:
        end -= 1
    for words, found in _BY_LAST.get(lower[end - 1], ()):
        begin = end - len(words)
        if lower[begin:end] == words and begin >= 0:
            return found if _bounds_here(tokens, begin, end, quantity, found) else EXACT
    return EXACT


def _bounds_here(tokens: Tokens, at: int, end: int, quantity: Quantity, hedge: Hedge) -> bool:
    """No comparison ("12% more than 50"), stretch of time ("over a year") or rise ("up to 7")."""
    lower = tokens.lower
    before = lower[at - 1] if at else ""
    if before == "-" and tokens.glued[at] and lower[at - 2] != "-":
        return False  # "a 5-under 67"
    if hedge in (MORE_THAN, LESS_THAN):
        if before in _LEVEL_BEFORE or before[:1].isdecimal():
            return False
        if lower[at:end] == ["over"]:
            if lower[quantity.to] in _SPREAD:
                return False  # "over four floors"
            is_hedge = before not in _GOVERNING
            return before in _LASTING if quantity.kind is DURATION else is_hedge
        if lower[at:end] == ["below"] or lower[at:end] == ["above"]:
            return before not in ("degrees", "metres", "meters", "feet", "km")
    if hedge is AT_MOST and lower[at:end] == ["up", "to"]:
        return lower[quantity.to] != "from"
    return not (hedge is ABOUT and lower[end - 1] == "some" and before == "in")
