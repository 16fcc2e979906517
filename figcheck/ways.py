"""The ways to fill a reading's slots about a stated figure, those of the best evidence first.

Only ways whose evidence can come to what is needed are worked out. Scores are added up from what
is known soonest (roles, then places, then what the figures share), and whatever cannot make up
for the rest by the bounds of `figcheck.bounds` is dropped at once.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from figcheck import bounds, evidence
from figcheck.link.joints import WORDED
from figcheck.link.lists import dimension
from figcheck.reading import Frame
from figcheck.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from figcheck.document import Figure, Sentence
    from figcheck.evidence import Weighed
    from figcheck.page import Page
    from figcheck.reading import Reading, Slot

_PER_SLOT = 5
_MOST_WAYS = 24  # where a rule narrows a slot by itself


class Way(NamedTuple):
    """One way to fill a reading's slots, with what speaks for it beside the stated figure."""

    score: int
    frame: Frame
    reasons: tuple[Weighed, ...]


class _Choice(NamedTuple):
    """A figure for a slot."""

    score: int
    figure: Figure
    reasons: tuple[Weighed, ...]


class _Filled(NamedTuple):
    """A figure for each slot."""

    score: int
    figures: tuple[Figure, ...]
    reasons: tuple[Weighed, ...]


def most_of_operands(page: Page, sentence: Sentence, reading: Reading) -> int | None:
    """The most that operands can add to a stated figure of a sentence; None where one is wanting."""
    if reading.is_of_list:
        return bounds.of_list()
    reach = reading.window
    if not page.has_all(sentence, reading, reach):
        return None
    most = _most_shared(reading) + bounds.of_choice(len(reading.slots), 1) + _most_marked(reading)
    for slot in reading.slots:
        fitting = page.fitting(sentence, reach, slot)
        if not fitting.figures:
            return None
        most += fitting.most + bounds.of_place()
    return most


def of_stated(page: Page, reading: Reading, stated: Figure) -> tuple[Weighed, ...]:
    """What speaks for a stated figure by itself."""
    roles = evidence.of_roles(reading.stated.name, stated.roles)
    if reading.marks is None:
        return (roles,)
    result = evidence.of_result(page.document.sentences[stated.sentence], stated)
    return roles, evidence.weighed((result,))


def ways(page: Page, reading: Reading, stated: Figure, needed: int) -> Iterator[Way]:
    """Every way that passes the reading's guard and whose evidence can come to `needed`."""
    if reading.is_of_list:
        found = _list_ways(page, reading, stated, needed)
    else:
        found = _slot_ways(page, reading, stated, needed - _most_marked(reading))
    if reading.marks is None:
        return found
    return iter(sorted(_marked(reading, found, needed), key=_by_score))


def _by_score(way: Way | _Filled) -> int:
    return -way.score


def _marked(reading: Reading, found: Iterable[Way], needed: int) -> Iterator[Way]:
    """The ways with what the rule marks of each."""
    assert reading.marks is not None
    for way in found:
        marks = evidence.weighed(reading.marks(way.frame))
        score = way.score + marks.score
        if score >= needed:
            yield Way(score, way.frame, (*way.reasons, marks))


def _most_marked(reading: Reading) -> int:
    """What the marks of a reading, which are known only of a whole way, may yet add to it."""
    return bounds.of_marks() if reading.marks is not None else 0


def _most_shared(reading: Reading) -> int:
    """The most that figures which must be alike can add by what they share."""
    most = 0
    for slot in reading.slots:
        if slot.like:
            most += bounds.of_pair()
            if slot.like != "stated":
                most += bounds.of_frame(f"{slot.like}_{slot.name}")
    return most


def _list_ways(page: Page, reading: Reading, stated: Figure, needed: int) -> Iterator[Way]:
    """Ways to fill a reading whose only operands are a list of figures linked to the stated one."""
    slot, guard = reading.slots[-1], reading.guard
    found = []
    for parts in page.lists(slot.link, stated):
        if not all([figure.kind in slot.kinds for figure in parts.parts]):
            continue
        frame = Frame(page.document, stated, {slot.name: parts.parts}, parts.gate)
        if guard is not None and not guard(frame):
            continue
        plain = parts.plain
        if plain.score + bounds.of_choices(WORDED) < needed:
            continue
        worded = parts.worded
        score = plain.score + worded.score
        if score >= needed:
            found.append(Way(score, frame, (plain, worded)))
    found.sort(key=_by_score)
    return iter(found)


def _slot_ways(page: Page, reading: Reading, stated: Figure, needed: int) -> Iterator[Way]:
    """Ways to fill slots of one figure each."""
    guard, names = reading.guard, [slot.name for slot in reading.slots]
    for filled in _filled(page, reading, stated, needed):
        places = {name: (figure,) for name, figure in zip(names, filled.figures, strict=True)}
        frame = Frame(page.document, stated, places)
        if guard is None or guard(frame):
            yield Way(filled.score, frame, filled.reasons)


def _filled(page: Page, reading: Reading, stated: Figure, needed: int) -> list[_Filled]:
    """A figure for each slot in every way that can come to `needed`, best first."""
    slots, count = reading.slots, len(reading.slots)
    fitting = []
    for slot in slots:
        figures = _fitting(page, slot, stated, reading.window)
        if not figures:
            return []
        fitting.append(figures)
    rivals = [_rivals(page, figures) for figures in fitting]
    fewest = max([min(each.values()) for each in rivals])
    shared = _most_shared(reading)
    wanted = needed - shared - bounds.of_choice(count, fewest)
    choices = _choices(page, reading, stated, fitting, wanted)
    ways = []
    for chosen in product(*choices):
        alone = sum([choice.score for choice in chosen])
        if alone < wanted:
            continue
        figures = tuple([choice.figure for choice in chosen])
        if len(set(map(id, figures))) < count:
            continue
        alike = max([each[page.sort(f)] for each, f in zip(rivals, figures, strict=True)])
        choice = evidence.of_choice(alike - count)
        if alone + choice.score + shared < needed:
            continue
        joint = _joint(page, reading, stated, figures)
        if joint is None:
            continue
        score = alone + choice.score + sum([reason.score for reason in joint])
        if score >= needed:
            reasons = [reason for each in chosen for reason in each.reasons]
            ways.append(_Filled(score, figures, (*reasons, *joint, choice)))
    ways.sort(key=_by_score)
    return ways


def _fitting(page: Page, slot: Slot, stated: Figure, reach: int) -> Sequence[Figure]:
    """The figures that fit a slot beside a stated figure."""
    figures: Iterable[Figure] = page.fitting_about(stated, reach, slot)
    if slot.link == "apposed":
        figures = [figure for figure in figures if figure is stated.apposed]
    if slot.like == "stated":
        like = dimension(stated)
        figures = [figure for figure in figures if dimension(figure) == like]
    where = slot.where
    if where is None:
        return [figure for figure in figures if figure is not stated]
    return [figure for figure in figures if figure is not stated and where(stated, figure)]


def _rivals(page: Page, figures: Sequence[Figure]) -> dict[int, int]:
    """How many of the figures are of each sort."""
    counts: dict[int, int] = {}
    for figure in figures:
        sort = page.sort(figure)
        counts[sort] = counts.get(sort, 0) + 1
    return counts


def _choices(
    page: Page, reading: Reading, stated: Figure, fitting: list[Sequence[Figure]], wanted: int
) -> list[list[_Choice]]:
    """For each slot the best of the figures that fit, as far as they can come to what is wanted."""
    most = [
        max([bounds.of_roles_anywhere(slot.name, f.roles) for f in figures]) + bounds.of_place()
        for slot, figures in zip(reading.slots, fitting, strict=True)
    ]
    choices: list[list[_Choice]] = []
    before = len(fitting[0])
    for at, (slot, figures) in enumerate(zip(reading.slots, fitting, strict=True)):
        limit = max(_PER_SLOT, _MOST_WAYS // before) if slot.where else _PER_SLOT
        before = min(limit, len(figures))
        found = _ranked(page, slot, stated, figures, wanted - sum(most) + most[at])[:limit]
        if not found:
            return [[]]
        most[at] = found[0].score
        choices.append(found)
    return choices


def _ranked(
    page: Page, slot: Slot, stated: Figure, figures: Sequence[Figure], wanted: int
) -> list[_Choice]:
    """The figures whose roles and places come to what is wanted, best first."""
    found = []
    nearest = bounds.of_place()
    for figure in figures:
        roles = evidence.of_roles(slot.name, figure.roles, evidence.side_of(stated, figure))
        if roles.score + nearest < wanted:
            continue
        place = page.place(stated, figure)
        score = roles.score + place.score
        if score >= wanted:
            found.append(_Choice(score, figure, (roles, place)))
    found.sort(key=lambda choice: (-choice.score, abs(choice.figure.start - stated.start)))
    return found


def _joint(
    page: Page, reading: Reading, stated: Figure, figures: tuple[Figure, ...]
) -> list[Weighed] | None:
    """What the filled slots share with each other; None where two that must be alike are not."""
    found: list[Weighed] = []
    for at, slot in enumerate(reading.slots):
        if not slot.like:
            continue
        figure = figures[at]
        other = stated if slot.like == "stated" else figures[_index(reading, slot.like)]
        if not _are_alike(figure, other):
            return None
        found.append(page.pair(figure, other))
        if slot.like != "stated":
            found.append(evidence.of_frame(f"{slot.like}_{slot.name}", stated, other, figure))
    return found


def _are_alike(one: Figure, other: Figure) -> bool:
    """Of one dimension, without one of one kind, and at no different rates?"""
    if dimension(one) != dimension(other) or (one.kind is not other.kind and not one.unit):
        return False
    is_rate = isinstance(one.per, Unit) or isinstance(other.per, Unit)
    return one.per is other.per or not is_rate


def _index(reading: Reading, name: str) -> int:
    return next(at for at, slot in enumerate(reading.slots) if slot.name == name)
