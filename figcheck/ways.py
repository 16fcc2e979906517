"""The ways to fill a reading's slots about a stated figure, those of the best evidence first.

Only ways whose evidence can come to what is needed are worked out. Scores are added up from what
is known soonest (roles, then places, then what the figures share), and whatever cannot make up
for the rest by the bounds of `figcheck.bounds` is dropped at once.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from figcheck import bounds, evidence
from figcheck.link.likeness import are_near
from figcheck.link.lists import dimension
from figcheck.reading import Frame
from figcheck.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from figcheck.document import Figure, Sentence
    from figcheck.evidence import Weighed
    from figcheck.page import Fitting, Page
    from figcheck.reading import Reading, Slot

    Framed = tuple["Way", Frame]

_PER_SLOT = 5
_NEAREST = 3  # figures that are tried in a slot for standing nearest
_ELIDED = 25  # times that two levels may be apart of which one leaves out its rate
_MOST_WAYS = 24  # where a rule narrows a slot by itself


class Way(NamedTuple):
    """One way to fill a reading's slots, with what speaks for it beside the stated figure."""

    score: int
    filled: dict[str, tuple[Figure, ...]]
    reasons: tuple[Weighed, ...]
    gate: str = ""


class _Choice(NamedTuple):
    """A figure for a slot."""

    score: int
    figure: Figure
    alike: int  # how many of the figures that fit are of its sort
    reasons: tuple[Weighed, ...]


def ways(page: Page, reading: Reading, stated: Figure, needed: int) -> list[Way]:
    """The ways whose evidence can come to `needed`, best first, but for what a rule marks."""
    if reading.is_of_list:
        return _list_ways(page, reading, stated, needed)
    return _slot_ways(page, reading, stated, needed - _most_marked(reading))


def framed(page: Page, reading: Reading, stated: Figure, found: list[Way]) -> Iterator[Framed]:
    """The ways that pass the reading's guard, with what the rule marks of each, best first."""
    passed = _guarded(page, reading, stated, found)
    if reading.marks is None:
        return passed
    return iter(sorted(_marked(reading, passed), key=lambda each: -each[0].score))


def _guarded(page: Page, reading: Reading, stated: Figure, found: list[Way]) -> Iterator[Framed]:
    for way in found:
        frame = Frame(page.document, stated, way.filled, way.gate)
        if reading.guard is None or reading.guard(frame):
            yield way, frame


def _marked(reading: Reading, passed: Iterable[Framed]) -> Iterator[Framed]:
    assert reading.marks is not None
    for way, frame in passed:
        marks = evidence.weighed(reading.marks(frame))
        yield Way(way.score + marks.score, way.filled, (*way.reasons, marks), way.gate), frame


def can_fill(page: Page, reading: Reading) -> bool:
    """Is there a figure on the page for each slot?"""
    return page.holds(reading.stated) and all(map(page.holds, reading.slots))


def has_link(page: Page, reading: Reading, stated: Figure) -> bool:
    """Has a figure what is linked to it, where a slot of the reading takes nothing else?"""
    slot = reading.slots[-1]
    if slot.many:
        return bool(page.lists(slot.link, stated))
    return slot.link != "apposed" or stated.apposed is not None


def most_of_operands(page: Page, sentence: Sentence, reading: Reading) -> int | None:
    """The most that operands can add to a stated figure of a sentence; None where one is wanting."""
    if reading.is_of_list:
        return bounds.of_list()
    if not reading.window and len(sentence.figures) <= len(reading.slots):
        return None
    window = page.window(sentence, reading.window)
    if len(window.figures) <= len(reading.slots):  # the stated figure is one of them
        return None
    for slot in reading.slots:
        if slot.kinds.isdisjoint(window.kinds):
            return None
    most = page.most_alike(reading.slots) + bounds.of_choice(len(reading.slots), 1)
    most += _most_marked(reading) + bounds.of_form(reading.name)
    for slot in reading.slots:
        fitting = page.fitting(window, slot)
        if not fitting.figures:
            return None
        most += fitting.most
    return most


def of_stated(page: Page, reading: Reading, stated: Figure) -> tuple[Weighed, ...]:
    """What speaks for a stated figure by itself."""
    roles = evidence.of_roles(reading.stated.name, stated.roles)
    if reading.marks is None:
        return (roles,)
    result = evidence.of_result(page.document.sentences[stated.sentence], stated)
    return roles, evidence.weighed((result,))


def _most_marked(reading: Reading) -> int:
    """What the marks of a reading, which are known only of a whole way, may yet add to it."""
    return bounds.of_marks(reading.told) if reading.marks is not None else 0


def _list_ways(page: Page, reading: Reading, stated: Figure, needed: int) -> list[Way]:
    """Ways to fill a reading whose only operands are a list of figures linked to the stated one."""
    slot, guard = reading.slots[-1], reading.guard
    found = []
    for parts in page.lists(slot.link, stated):
        if not all(figure.kind in slot.kinds for figure in parts.parts):
            continue
        filled = {slot.name: parts.parts}
        if guard is not None and not guard(Frame(page.document, stated, filled, parts.gate)):
            continue  # the words of a list are looked at last
        plain = evidence.weighed(parts.plain)
        if plain.score + bounds.of_worded() < needed:
            continue
        worded = evidence.weighed(parts.worded)
        score = plain.score + worded.score
        if score >= needed:
            found.append(Way(score, filled, (plain, worded), parts.gate))
    found.sort(key=lambda way: -way.score)
    return found


def _slot_ways(page: Page, reading: Reading, stated: Figure, needed: int) -> list[Way]:
    """Ways to fill slots of one figure each."""
    slots, count = reading.slots, len(reading.slots)
    fitting = []
    for slot in slots:
        fits = _fitting(page, slot, stated, reading.window)
        if fits is None:
            return []
        fitting.append(fits)
    form = bounds.of_form(reading.name)
    shared = page.most_alike(slots) + form
    found = []
    for chosen in product(*_choices(page, reading, stated, fitting, needed - shared)):
        crowd = max([choice.alike for choice in chosen]) - count
        rivals = evidence.of_choice(crowd)
        alone = sum([choice.score for choice in chosen]) + rivals.score
        if alone + shared < needed:
            continue
        figures = [choice.figure for choice in chosen]
        joint = _joint(page, slots, stated, figures, needed - alone - form)
        if joint is None:
            continue
        joint.append(_form(page, reading, stated, figures, crowd))
        score = alone + sum([reason.score for reason in joint])
        if score >= needed:
            reasons = [reason for choice in chosen for reason in choice.reasons]
            filled: dict[str, tuple[Figure, ...]]
            filled = {slot.name: (f,) for slot, f in zip(slots, figures, strict=True)}
            found.append(Way(score, filled, (*reasons, *joint, rivals)))
    found.sort(key=lambda way: -way.score)
    return found


def _form(
    page: Page, reading: Reading, stated: Figure, figures: list[Figure], crowd: int
) -> Weighed:
    """The construction that the stated figure and the operands make."""
    named = [(slot.name, figure) for slot, figure in zip(reading.slots, figures, strict=True)]
    return evidence.of_form(
        page.document, reading.name, [(reading.stated.name, stated), *named], crowd
    )


def _fitting(page: Page, slot: Slot, stated: Figure, reach: int) -> Fitting | None:
    """The figures that fit a slot beside a stated figure; None where there are none."""
    if slot.link == "apposed" and stated.apposed is None:
        return None
    fitting: Fitting | None = page.fitting_about(stated, reach, slot)
    if fitting is not None and slot.like == "stated":
        fitting = fitting.of_dimension(dimension(stated))
    if fitting is None or not fitting.figures:
        return None
    where, figures = slot.where, fitting.figures
    if slot.link == "apposed":
        figures = [figure for figure in figures if figure is stated.apposed]
    elif where is None and stated.kind not in slot.kinds:
        return fitting
    figures = [figure for figure in figures if figure is not stated]
    if where is not None:
        figures = [figure for figure in figures if where(stated, figure)]
    return fitting.only(figures)


def _choices(
    page: Page, reading: Reading, stated: Figure, fitting: list[Fitting], needed: int
) -> list[list[_Choice]]:
    """For each slot the best of the figures that fit, as far as they can come to what is needed."""
    fewest = max([min(fits.counts.values()) for fits in fitting])
    most = [fits.most for fits in fitting]
    if sum(most) + bounds.of_choice(len(fitting), fewest) < needed:
        return [[]]
    choices: list[list[_Choice]] = []
    before = len(fitting[0].figures)
    for at, (slot, fits) in enumerate(zip(reading.slots, fitting, strict=True)):
        limit = max(_PER_SLOT, _MOST_WAYS // before) if slot.where else _PER_SLOT
        before = min(limit, len(fits.figures))
        wanted = {
            alike: needed
            - sum(most)
            + most[at]
            - bounds.of_choice(len(fitting), max(alike, fewest))
            for alike in set(fits.counts.values())
        }
        found = _best(_ranked(page, slot, stated, fits, wanted), stated, limit)
        if not found:
            return [[]]
        most[at] = found[0].score
        choices.append(found)
    return choices


def _best(ranked: list[_Choice], stated: Figure, limit: int) -> list[_Choice]:
    """The best choices by themselves, and the nearest: the construction may speak for those."""
    if len(ranked) <= limit:
        return ranked
    rest = sorted(ranked[limit:], key=lambda choice: abs(choice.figure.start - stated.start))
    return ranked[:limit] + rest[:_NEAREST]


def _ranked(
    page: Page, slot: Slot, stated: Figure, fitting: Fitting, wanted: dict[int, int]
) -> list[_Choice]:
    """The figures whose roles and places come to what is wanted, best first.

    `wanted` tells it by how many figures are of one sort.
    """
    found = []
    places, counts = fitting.window.places, fitting.counts
    least = min(wanted.values())
    for figure in fitting.figures:
        roles = evidence.of_roles(slot.name, figure.roles, evidence.side_of(stated, figure))
        most = roles.score + places[figure.sentence]
        if most < least:
            continue
        alike = counts[page.sort(figure)]
        if most < wanted[alike]:
            continue
        place = page.place(stated, figure)
        score = roles.score + place.score
        if score >= wanted[alike]:
            found.append(_Choice(score, figure, alike, (roles, place)))
    if len(found) > 1:
        found.sort(key=lambda choice: (-choice.score, abs(choice.figure.start - stated.start)))
    return found


def _joint(
    page: Page, slots: tuple[Slot, ...], stated: Figure, figures: list[Figure], wanted: int
) -> list[Weighed] | None:
    """What the filled slots share with each other.

    None where two that must be alike are not, or where it comes to less than is wanted.
    """
    named = {"stated": stated}
    for slot, figure in zip(slots, figures, strict=True):
        named[slot.name] = figure
    if len(set(map(id, figures))) < len(figures):
        return None
    found: list[Weighed] = []
    pairs = [(named[slot.like], named[slot.name], slot) for slot in slots if slot.like]
    for one, other, slot in pairs:
        if not _are_alike(one, other, elided=slot.elided):
            return None
        if one is not stated:
            found.append(evidence.of_frame(f"{slot.like}_{slot.name}", stated, one, other))
    score = sum([reason.score for reason in found])
    if score + len(pairs) * bounds.of_pair() < wanted:
        return None
    found += [page.pair(other, one) for one, other, _ in pairs]
    return found if sum([reason.score for reason in found]) >= wanted else None


def _are_alike(one: Figure, other: Figure, *, elided: bool) -> bool:
    """Of one dimension, without one of one kind, and at no different rates, or one `elided`?"""
    if one.unit is not other.unit and dimension(one) != dimension(other):
        return False
    if one.kind is not other.kind and not one.unit:
        return False
    is_rate = isinstance(one.per, Unit) or isinstance(other.per, Unit)
    if one.per is other.per or not is_rate:
        return True
    is_bare = one.per is None or other.per is None
    return elided and is_bare and _are_of_one_size(one, other)


def _are_of_one_size(one: Figure, other: Figure) -> bool:
    """May the two be levels of one rate, as far as their numbers say?"""
    if one.unit is other.unit:
        return are_near(one, other, _ELIDED)
    low, high = sorted((_base(one), _base(other)))
    return high <= _ELIDED * low


def _base(figure: Figure) -> Fraction:
    return abs(Fraction(figure.value or 0)) * Fraction(figure.unit.factor if figure.unit else 1)
