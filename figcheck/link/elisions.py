"""Elided units: "3.14 million tonnes against 4.16 million", "11.0 months in 2016; 7.7 later"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck import units
from figcheck.document import Kind
from figcheck.link.likeness import counted
from figcheck.units import PERCENT

if TYPE_CHECKING:
    from figcheck.document import Document, Figure, Sentence
    from figcheck.units import Unit

_COMPARED = frozenset(("from", "to", "versus", "than", "prior", "at", "is", "with"))
_ASIDE = frozenset(("or", "bracket", "total"))
_NO_MODEL = frozenset(("moved", "bracket", "or"))
_STATED = frozenset(
    ("is", "was", "be", "are", "were", "makes", "made", "equals", "measures", "weighs")
)
_AGAINST = frozenset(("from", "versus", "than", "prior"))
_HAVING = frozenset("have has had got gets made scored sold bought hit hits took takes".split())
_DEFINITE = frozenset("the those these all both his her their our".split())
_TIMES = frozenset(("time", "calendar", "share", "points"))
_UNITED = frozenset((Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.SHARE, Kind.POINTS))
_MOST_APART = 30  # tokens between a bare number and the unit that it takes over


def attach_elided_units(document: Document) -> None:
    """Give a bare number that is compared with a figure before it the unit of that figure."""
    for sentence in document.sentences:
        for at, figure in enumerate(sentence.figures):
            is_within = _stands_within(sentence, at)
            is_within = is_within or _is_named_after(document, sentence, at)
            is_within = is_within or _is_decimal_alike(sentence, at)
            if is_within or _is_bare(sentence, figure):
                model = _model(document, sentence, at, is_within=is_within)
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


def attach_degrees(document: Document) -> None:
    """Give degrees the scale of the temperature nearest to them: "at 19.4C, 1.7 degrees above"."""
    for sentence in document.sentences:
        for figure in sentence.figures:
            if figure.unit is not None and figure.unit.dimension == "temperature_difference":
                near = [f for f in sentence.figures if _is_temperature(f)]
                if near:
                    scale = min(near, key=lambda f: abs(f.place - figure.place))
                    figure.unit = scale.unit


def _is_temperature(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.dimension == "temperature"


def _is_bare(sentence: Sentence, figure: Figure) -> bool:
    """A number with no unit and nothing counted behind it, in the role of a level."""
    if figure.kind is not Kind.COUNT or figure.unit or figure.per or counted(figure):
        return False
    if figure.owner and _AGAINST.isdisjoint(figure.roles):  # "against a close of 23.00"
        return False
    if figure.roles & _ASIDE or {"numerator", "denominator"} & figure.roles:
        return False
    words, place = sentence.words, figure.place
    after = words[place + 1] if place + 1 < len(words) else "."
    is_followed = after in _FOLLOWERS
    if _COMPARED.isdisjoint(figure.roles):
        if not is_followed or words[place - 1] not in _PARTING:
            return False
    elif after.isalnum() and not is_followed:
        return False
    return not _counts_things(sentence, figure)


def _stands_within(sentence: Sentence, at: int) -> bool:
    """ "It took 50 minutes to the col and 35 more to the hut: 85 minutes": between its like."""
    figures = sentence.figures
    figure = figures[at]
    if figure.kind is not Kind.COUNT or figure.unit or figure.per or figure.owner:
        return False
    words, place = sentence.words, figure.place
    after = words[place + 1] if place + 1 < len(words) else "."
    if after.isalnum() and after not in _FOLLOWERS and after not in _GOING_ON:
        return False
    if not _ASIDE.isdisjoint(figure.roles - {"bracket", "total"}) or _counts_things(
        sentence, figure
    ):
        return False
    before = next((f for f in reversed(figures[max(0, at - 4) : at]) if f.kind in _UNITED), None)
    behind = next((f for f in figures[at + 1 : at + 5] if f.kind in _UNITED), None)
    if before is None or place - before.place > _MOST_APART:
        return False
    if after == ")":
        return "bracket" in figure.roles and "bracket" in before.roles
    is_near = behind is not None and behind.place - place <= _MOST_APART
    return is_near and behind is not None and behind.unit is before.unit is not PERCENT


def _is_decimal_alike(sentence: Sentence, at: int) -> bool:
    """ "In the east it is 3.2 hectares, in the west 19.2": a bare decimal behind one with a unit."""
    figure = sentence.figures[at]
    if not at or figure.kind is not Kind.COUNT or figure.unit or figure.per or counted(figure):
        return False
    before = next(
        (f for f in reversed(sentence.figures[max(0, at - 3) : at]) if f.kind in _UNITED), None
    )
    words, place = sentence.words, figure.place
    after = words[place + 1] if place + 1 < len(words) else "."
    if before is None or not 0 < figure.grain < 1 or after.isalnum() or before.roles & _NO_MODEL:
        return False
    return figure.grain == before.grain and figure.roles.isdisjoint(_ASIDE)


def _is_named_after(document: Document, sentence: Sentence, at: int) -> bool:
    """ "Hindu 71 percent, Muslim 15, others 4": a name and its number, next to one with a unit."""
    if not at:
        return False
    figure, before = sentence.figures[at], sentence.figures[at - 1]
    if figure.kind is not Kind.COUNT or figure.unit or before.kind is not Kind.SHARE:
        return False
    words, place = sentence.words, figure.place
    after = words[place + 1] if place + 1 < len(words) else "."
    between = words[before.place + 1 : place]
    if (after.isalnum() and after != "and") or not 2 <= len(between) <= _MOST_IN_NAME:
        return False
    is_name = between[-1].isalpha() and document.text[sentence.starts[place - 1]].isupper()
    return between[0] in _PARTING and (is_name or between[-1] in _OTHERS)


_MOST_IN_NAME = 5
_OTHERS = frozenset("others other independents undecided none rest".split())


def _counts_things(sentence: Sentence, figure: Figure) -> bool:
    """Do the words speak of so many things: "we have 63", "the other 36", "ahead by 88 to 81"?"""
    words, place = sentence.words, figure.place
    if not _AGAINST.isdisjoint(figure.roles):
        return False
    before = words[max(0, place - 3) : place]
    if "rest" in figure.roles or not _DEFINITE.isdisjoint(before[-2:]):
        return True
    beside = [place - 2] * (before[-2:] == ["#", "to"])
    beside += [place + 2] * (words[place + 1 : place + 3] == ["to", "#"])
    if any(_is_count(sentence.figure_at[at]) for at in beside):
        return True  # a score
    return "is" in figure.roles and any(word in _HAVING for word in before)


def _is_count(figure: Figure) -> bool:
    return figure.kind is Kind.COUNT and not figure.unit


_PARTING = frozenset((",", ";", "and", "but", "or", "(", "while"))
_GOING_ON = frozenset(("more", "for", "with", "further", "over", "between", "via", "up", "down"))
_FOLLOWERS = frozenset(
    "in a the last this at on by from to and recorded when for with so but then now once while after "
    "before until since today yesterday says said".split()
)


def _model(
    document: Document, sentence: Sentence, at: int, *, is_within: bool = False
) -> Figure | None:
    """The nearest united level before the number, in its sentence or the one that it goes on from."""
    bare = sentence.figures[at]
    for figure in reversed(sentence.figures[:at]):
        if is_within and figure.kind in _UNITED:
            return figure if bare.place - figure.place <= _MOST_APART else None
        if _may_lend(sentence, figure):
            if "for" in figure.roles and "for" not in bare.roles:
                return None  # "to 50 for two miles"
            return figure if bare.place - figure.place <= _MOST_APART else None
    if is_within or not sentence.index or not _goes_on(sentence, bare):
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
    return "is" in bare.roles and sentence.words[0] in _TAKING_UP and bare.place <= _NEAR


_DATING = frozenset(("ago", "earlier", "later", "before", "after", "on", "into"))
_TAKING_UP = frozenset(("it", "that", "this", "now", "today", "last", "then"))
_NEAR = 6  # items of a sentence that goes on, up to its level


def _is_like(figure: Figure, model: Figure) -> bool:
    """Within a factor of ten, and not a whole number where the model has decimals."""
    if not figure.value or not model.value:
        return False
    times = Fraction(figure.value) / Fraction(model.value)
    if figure.unit and model.unit:
        times *= Fraction(figure.unit.factor) / Fraction(model.unit.factor)
    return Fraction(1, 10) < times < 10
