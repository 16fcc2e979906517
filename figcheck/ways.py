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
from figcheck.choices import choices, fitting_beside
from figcheck.link.likeness import are_near
from figcheck.link.lists import dimension
from figcheck.plan import plan_of
from figcheck.reading import Frame
from figcheck.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from figcheck.document import Figure, Sentence
    from figcheck.evidence import Weighed
    from figcheck.page import Fitting, Page
    from figcheck.plan import Plan
    from figcheck.reading import Reading, Slot

    Framed = tuple["Way", Frame]

_ELIDED = 25  # times that two levels may be apart of which one leaves out its rate


class Way(NamedTuple):
    """One way to fill a reading's slots, with what speaks for it beside the stated figure."""

    score: int
    filled: dict[str, tuple[Figure, ...]]
    reasons: tuple[Weighed, ...]
    gate: str = ""


def ways(
    page: Page,
    reading: Reading,
    stated: Figure,
    needed: int,
    fitting: list[Fitting] | None = None,
) -> list[Way]:
    """The ways whose evidence can come to `needed`, best first, but for what a rule marks."""
    if reading.is_of_list:
        return _list_ways(page, reading, stated, needed)
    plan = plan_of(reading)
    fitting = fitting or fitting_beside(page, plan, stated)
    if fitting is None:
        return []
    return _slot_ways(page, plan, stated, fitting, needed - plan.marks)


def framed(page: Page, reading: Reading, stated: Figure, found: list[Way]) -> Iterator[Framed]:
    """The ways with their frames and what the rule marks of each, best first."""
    framed = [(way, Frame(page.document, stated, way.filled, way.gate)) for way in found]
    if reading.marks is None:
        return iter(framed)
    return iter(sorted(_marked(reading, framed), key=lambda each: -each[0].score))


def _marked(reading: Reading, passed: Iterable[Framed]) -> Iterator[Framed]:
    assert reading.marks is not None
    for way, frame in passed:
        marks = evidence.weighed(reading.marks(frame))
        yield Way(way.score + marks.score, way.filled, (*way.reasons, marks), way.gate), frame


def can_fill(page: Page, reading: Reading) -> bool:
    """Is there a figure on the page for each slot?"""
    return page.holds(reading.stated) and all(map(page.holds, reading.slots))


def most_of_operands(page: Page, sentence: Sentence, plan: Plan) -> int | None:
    """The most that operands can add to a stated figure of a sentence; None where one is wanting."""
    if plan.is_of_list:
        return bounds.of_list()
    slots, reach = plan.reading.slots, plan.reading.window
    if not reach and len(sentence.figures) <= len(slots):
        return None
    window = page.window(sentence, reach)
    if len(window.figures) <= len(slots):  # the stated figure is one of them
        return None
    for slot in slots:
        if slot.kinds.isdisjoint(window.kinds):
            return None
    most = plan.alike + plan.choice + plan.marks
    for slot in slots:
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
    return roles, of_result(page, stated)


def of_result(page: Page, stated: Figure) -> Weighed:
    """What the words say of a figure as a result."""
    result = evidence.of_result(page.document.sentences[stated.sentence], stated)
    return evidence.weighed((result,))


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


def _slot_ways(
    page: Page, plan: Plan, stated: Figure, fitting: list[Fitting], needed: int
) -> list[Way]:
    """Ways to fill slots of one figure each, as far as the reading's guard lets them pass."""
    slots, guard, count = plan.reading.slots, plan.reading.guard, len(fitting)
    chosen = choices(page, plan, stated, fitting, needed - plan.alike)
    if chosen is None:
        return []
    found = []
    for group in product(*chosen):
        crowd = max([choice.alike for choice in group]) - count
        rivals = evidence.of_choice(crowd)
        alone = sum([choice.score for choice in group]) + rivals.score
        form = min([choice.form for choice in group])
        if alone + form + plan.alike < needed:
            continue
        figures = [choice.figure for choice in group]
        joint = _joint(page, slots, stated, figures, needed - alone - form)
        if joint is None:
            continue
        filled: dict[str, tuple[Figure, ...]]
        filled = {slot.name: (f,) for slot, f in zip(slots, figures, strict=True)}
        if guard is not None and not guard(Frame(page.document, stated, filled)):
            continue
        joint.append(_form(page, plan, stated, figures, crowd))
        score = alone + sum([reason.score for reason in joint])
        if score >= needed:
            reasons = [reason for choice in group for reason in choice.reasons]
            found.append(Way(score, filled, (*reasons, *joint, rivals)))
    found.sort(key=lambda way: -way.score)
    return found


def _form(page: Page, plan: Plan, stated: Figure, figures: list[Figure], crowd: int) -> Weighed:
    """The construction that the stated figure and the operands make."""
    named = list(zip(plan.names, (stated, *figures), strict=True))
    return evidence.of_form(page.document, plan.reading.name, named, crowd)


def _joint(
    page: Page, slots: tuple[Slot, ...], stated: Figure, figures: list[Figure], wanted: int
) -> list[Weighed] | None:
    """What the filled slots share with each other.

    None where two that must be alike are not, or where it comes to less than is wanted.
    """
    if len(figures) == 2 and figures[0] is figures[1]:
        return None
    found: list[Weighed] = []
    pairs: list[Weighed] = []
    for slot, other in zip(slots, figures, strict=True):
        if not slot.like:
            continue
        one = stated if slot.like == "stated" else _named(slots, figures, slot.like)
        if not _are_alike(one, other, elided=slot.elided):
            return None
        if one is not stated:
            found.append(evidence.of_frame(f"{slot.like}_{slot.name}", stated, one, other))
        pairs.append(page.pair(other, one))
    found += pairs
    return found if sum([reason.score for reason in found]) >= wanted else None


def _named(slots: tuple[Slot, ...], figures: list[Figure], name: str) -> Figure:
    return next(f for slot, f in zip(slots, figures, strict=True) if slot.name == name)


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
