"""Elided units: "3.14 million tonnes against 4.16 million", "11.0 months in 2016; 7.7 later"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck import units
from figcheck.document import Kind

if TYPE_CHECKING:
    from figcheck.document import Document, Figure, Sentence
    from figcheck.units import Unit

_COMPARED = frozenset(("from", "to", "versus", "than", "prior", "at", "is", "with"))
_ASIDE = frozenset(("or", "bracket", "total"))
_NO_MODEL = frozenset(("moved", "bracket", "or"))
_STATED = frozenset(
    ("is", "was", "be", "are", "were", "makes", "made", "equals", "measures", "weighs")
)
_TIMES = frozenset(("time", "calendar", "share", "points"))
_UNITED = frozenset((Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.SHARE, Kind.POINTS))
_MOST_APART = 30  # tokens between a bare number and the unit that it takes over


def attach_elided_units(document: Document) -> None:
    """Give a bare number that is compared with a figure before it the unit of that figure."""
    for sentence in document.sentences:
        for at, figure in enumerate(sentence.figures):
            if _is_bare(sentence, figure):
                model = _model(document, sentence, at)
                if model is not None and _is_like(figure, model):
                    figure.kind, figure.unit, figure.per = model.kind, model.unit, model.per


def attach_named_units(document: Document) -> None:
    """Give a bare number the unit that the words before it name: "In gigabytes, that is 2,000"."""
    for sentence in document.sentences:
        for figure in sentence.figures:
            if figure.kind is Kind.COUNT and not (figure.unit or figure.owner or figure.per):
                unit = _named_before(sentence.words, figure.place)
                if unit is not None:
                    figure.kind, figure.unit = Kind.MEASURE, unit


def _named_before(words: list[str], place: int) -> Unit | None:
    if _STATED.isdisjoint(words[max(0, place - 3) : place]):
        return None
    for at in range(place - 2, max(-1, place - 9), -1):
        if words[at] == "#":
            return None
        if words[at] == "in" and len(words[at + 1]) > 4:
            found = units.match(words, at + 1)
            return None if found is None or found[0].dimension in _TIMES else found[0]
    return None


def attach_elided_rates(document: Document) -> None:
    """Give an amount that is compared with a rate its denominator: "$9 a day, from $8"."""
    for sentence in document.sentences:
        for one, other in zip(sentence.figures, sentence.figures[1:], strict=False):
            if one.unit is None or other.unit is None or one.unit.dimension != other.unit.dimension:
                continue
            if (
                bool(one.per) is bool(other.per)
                or not _COMPARED & other.roles
                or _ASIDE & other.roles
            ):
                continue
            if _is_like(one, other):
                one.per = other.per = one.per or other.per


def _is_bare(sentence: Sentence, figure: Figure) -> bool:
    """A number with no unit and nothing counted, in the role of a level."""
    if figure.kind is not Kind.COUNT or figure.unit or figure.per or figure.owner:
        return False
    if figure.roles & _ASIDE or {"numerator", "denominator"} & figure.roles:
        return False
    after = sentence.words[figure.place + 1] if figure.place + 1 < len(sentence.words) else "."
    return (not _COMPARED.isdisjoint(figure.roles) and not after.isalnum()) or after in _FOLLOWERS


_FOLLOWERS = frozenset(
    "in a the last this at on by from to and recorded when for with so but then now once while after "
    "before until since today yesterday says said".split()
)


def _model(document: Document, sentence: Sentence, at: int) -> Figure | None:
    """The nearest united level before the number, in its sentence or the one that it goes on from."""
    bare = sentence.figures[at]
    for figure in reversed(sentence.figures[:at]):
        if _may_lend(sentence, figure):
            if "for" in figure.roles and "for" not in bare.roles:
                return None  # "to 50 for two miles"
            return figure if bare.place - figure.place <= _MOST_APART else None
    if not sentence.index or not _goes_on(sentence, bare):
        return None
    before = document.sentences[sentence.index - 1]
    if before.block != sentence.block:
        return None
    return next((f for f in reversed(before.figures) if _may_lend(before, f)), None)


def _may_lend(sentence: Sentence, figure: Figure) -> bool:
    """A level with a unit; "twelve months ago" is none."""
    if figure.kind not in _UNITED or figure.roles & _NO_MODEL:
        return False
    return figure.kind is not Kind.DURATION or sentence.words[figure.place + 1] not in _DATING


def _goes_on(sentence: Sentence, bare: Figure) -> bool:
    """Does the sentence speak on of the level before it: "It was nine in May"?"""
    return "is" in bare.roles and sentence.words[0] in _GOING_ON and bare.place <= _NEAR


_DATING = frozenset(("ago", "earlier", "later", "before", "after", "on", "into"))
_GOING_ON = frozenset(("it", "that", "this", "now", "today", "last", "then"))
_NEAR = 6  # items of a sentence that goes on, up to its level


def _is_like(figure: Figure, model: Figure) -> bool:
    """Within a factor of ten, and not a whole number where the model has decimals."""
    if not figure.value or not model.value:
        return False
    times = Fraction(figure.value) / Fraction(model.value)
    if figure.unit and model.unit:
        times *= Fraction(figure.unit.factor) / Fraction(model.unit.factor)
    return Fraction(1, 10) < times < 10
