"""The scales on which things are rated: "from 1 to 7", "a 5-point scale", "scored 0 to 63"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Figure, Hedge

if TYPE_CHECKING:
    from figcheck.document import Sentence

_SCALES = frozenset(("scale", "scales"))
_POINTS = frozenset(("point", "points", "step", "steps"))
_BEHIND = frozenset(("from", "of", "(", "between", "ranging", "running", "anchored"))
_TO = frozenset(("to", "-", "–", "and"))
_REACH = 5


class Scale(NamedTuple):
    """The least and the greatest value of a scale, and the figures that name them."""

    low: Fraction
    high: Fraction
    figures: tuple[Figure, ...]


def scales(sentence: Sentence) -> list[Scale]:
    """The scales that a sentence names, each once.

    A scale of so many points may begin at 0 or at 1: it is taken from 0 up.
    """
    if _SCALES.isdisjoint(sentence.vocabulary):
        return []
    found: dict[int, Scale] = {}
    for at, word in enumerate(sentence.words):
        if word in _SCALES:
            scale = _behind(sentence, at) or _before(sentence, at)
            if scale is not None:
                found[id(scale.figures[0])] = scale
    return list(found.values())


def _behind(sentence: Sentence, at: int) -> Scale | None:
    """ "a scale from 1 to 7", "a scale of 0-100"."""
    words = sentence.words
    place = next((k for k in range(at + 1, at + _REACH) if k in sentence.figure_at), None)
    if place is None or _BEHIND.isdisjoint(words[at + 1 : place]):
        return None
    return _ends(sentence, place)


def _before(sentence: Sentence, at: int) -> Scale | None:
    """ "a 7-point scale", "the 1-7 scale", "a 1 to 7 rating scale"."""
    words = sentence.words
    place = next((k for k in range(at - 1, at - _REACH, -1) if k in sentence.figure_at), None)
    if place is None:
        return None
    figure = sentence.figure_at[place]
    if not _POINTS.isdisjoint(words[place + 1 : at]) or figure.text.endswith(tuple(_POINTS)):
        value = figure.value
        is_whole = value is not None and value > 1 and figure.hedge is Hedge.EXACT
        return Scale(Fraction(0), Fraction(value or 0), (figure,)) if is_whole else None
    first = sentence.figure_at.get(place - 2)
    return _ends(sentence, place if first is None else place - 2)


def _ends(sentence: Sentence, place: int) -> Scale | None:
    """The range at a place, or the two figures there that are its ends."""
    first = sentence.figure_at[place]
    if first.hedge is Hedge.RANGE:
        if first.low is None or first.high is None or first.low >= first.high:
            return None
        return Scale(Fraction(first.low), Fraction(first.high), (first,))
    second = sentence.figure_at.get(place + 2)
    if second is None or sentence.words[place + 1] not in _TO:
        return None
    if first.value is None or second.value is None or first.value >= second.value:
        return None
    return Scale(Fraction(first.value), Fraction(second.value), (first, second))
