"""Hedges: the words before or after a number that bound it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.document import Hedge
from figcheck.tables.hedges import TABLE

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

_LONGEST = 4
_PHRASES: dict[tuple[str, ...], Hedge] = {
    tuple(phrase.split()): Hedge(name) for name, phrases in TABLE.items() for phrase in phrases
}
_LAST_WORDS = frozenset(phrase[-1] for phrase in _PHRASES)
_LEVEL_BEFORE = frozenset(("times", "percent", "%", "higher", "lower", "point", "points"))
_AFTER = {("or", "more"): Hedge.AT_LEAST, ("or", "less"): Hedge.AT_MOST, ("or", "fewer"): Hedge.AT_MOST,
          ("or", "so"): Hedge.ABOUT, ("plus",): Hedge.AT_LEAST, ("+",): Hedge.AT_LEAST}  # fmt: skip
_SKIPPED = frozenset(("a", "an", "the"))


def hedge_before(tokens: Tokens, at: int) -> Hedge:
    """The hedge that ends right before token `at`."""
    end = at
    if tokens.word(end - 1) in _SKIPPED:
        end -= 1
    if end <= 0 or tokens.lower[end - 1] not in _LAST_WORDS:
        return Hedge.EXACT
    for size in range(min(_LONGEST, end), 0, -1):
        found = _PHRASES.get(tuple(tokens.lower[end - size : end]))
        if found is not None:
            return Hedge.EXACT if _compares(tokens, end - size, found) else found
    return Hedge.EXACT


def _compares(tokens: Tokens, at: int, hedge: Hedge) -> bool:
    """ "12% more than 50", "rose over 2003": a comparison with the figure, no bound on it."""
    if hedge not in (Hedge.MORE_THAN, Hedge.LESS_THAN) or at == 0:
        return False
    before = tokens.lower[at - 1]
    return before in _LEVEL_BEFORE or before[0].isdigit() or tokens.lower[at] in ("higher", "lower")


def hedge_after(tokens: Tokens, to: int) -> Hedge:
    """ "300+", "50 or more": the hedge that begins right after the number."""
    return _AFTER.get((tokens.word(to), tokens.word(to + 1))) or (
        _AFTER.get((tokens.word(to),), Hedge.EXACT) if tokens.is_glued(to) else Hedge.EXACT
    )
