"""Appositions: a figure that says the one before it again, "50 cents, or 1.2 percent", "30 ft (9 m)"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from figcheck.document import Figure, Sentence

_HEDGES = frozenset(
    "about around some roughly approximately nearly almost just over under more than less an a the "
    "equivalent to worth of only up down = ~ at that is i.e. ie".split()
)
_OPENERS = frozenset(("(", "["))
_APART = frozenset(("in", "on", "at", "than", "from", "since"))
_MOVES = frozenset(("moved", "gap"))
_INHERITED = frozenset(("from", "to", "moved", "prior", "at", "versus", "is", "than"))


def attach_appositions(sentence: Sentence) -> None:
    """Give each figure in brackets or behind "or" the figure that it restates, and its roles."""
    figures = sentence.figures
    for before, figure in itertools.pairwise(figures):
        if not _restates(sentence, before, figure):
            continue
        figure.apposed = before
        inherited = before.roles & _INHERITED
        if not _APART.isdisjoint(sentence.words[before.place + 1 : figure.place]):
            inherited -= _MOVES  # "5 points lower than in June (57%)"
        if inherited and not figure.roles & _INHERITED:
            figure.roles |= inherited
        if "moved" in figure.roles and not figure.direction:
            figure.direction = before.direction


def mark_rates(sentence: Sentence) -> None:
    """The one of "$1 = 0.79 euros" is exact: it has no width of rounding."""
    words = sentence.words
    for before, figure in zip(sentence.figures, sentence.figures[1:], strict=False):
        if before.value == 1 and before.kind is figure.kind and before.unit is not figure.unit:
            before.constant = before.constant or "=" in words[before.place + 1 : figure.place]


def _restates(sentence: Sentence, before: Figure, figure: Figure) -> bool:
    words = sentence.words
    at = figure.place - 1
    while at > before.place and words[at] in _HEDGES:
        at -= 1
    if at <= before.place or figure.place - before.place > 9:
        return False
    if words[at] == "or":
        between = words[before.place + 1 : at]
        return len(between) <= 5 and (bool(between) or before.kind is not figure.kind)
    return words[at] in _OPENERS and ")" not in words[before.place : at]
