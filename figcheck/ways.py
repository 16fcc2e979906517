"""The ways to fill a reading's slots about a stated figure, those of the best evidence first.

Only ways whose evidence can come to what is needed are worked out. Scores are added up from what
is known soonest (roles, then places, then what the figures share), and whatever cannot make up
for the rest by the bounds of `figcheck.bounds` is dropped at once.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from figcheck import bounds, evidence
from figcheck.choices import FEW, choices, fitting_beside
from figcheck.link.asides import aside
from figcheck.plan import plan_of
from figcheck.reading import Frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from figcheck.choices import Choice
    from figcheck.document import Figure, Sentence
    from figcheck.evidence import Weighed
    from figcheck.page import Fitting, Page
    from figcheck.plan import Plan
    from figcheck.reading import Reading

    Framed = tuple["Way", Frame]


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


def most_of_operands(page: Page, sentence: Sentence, plan: Plan) -> int | None:
    """The most that operands can add to a stated figure of a sentence; None where one is wanting."""
    slots, reach = plan.reading.slots, plan.reading.window
    if not reach and len(sentence.figures) <= len(slots):
        return None
    for slot in slots:
        if slot.needs and not page.are_near(slot.needs, sentence, reach):
            return None
    window = page.window(sentence, reach)
    if len(window.figures) <= len(slots):  # the stated figure is one of them
        return None
    for slot in slots:
        if slot.kinds.isdisjoint(window.kinds):
            return None
    most = plan.alike + plan.choice + plan.marks
    for at in range(len(slots)):
        fitting = page.fitting(window, plan, at)
        if not fitting.figures:
            return None
        most += fitting.most
    if plan.pair is not None and page.pairs(window, plan) == []:
        return None
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
        if not slot.kinds.issuperset([figure.kind for figure in parts.parts]):
            continue
        filled = {slot.name: parts.parts}
        if guard is not None and not guard(Frame(page.document, stated, filled, parts.gate)):
            continue  # the words of a list are looked at last
        plain = evidence.weighed(parts.plain)
        most = bounds.of_worded(parts.gate, parts.owners, scattered=parts.is_scattered)
        if plain.score + most < needed:
            continue
        if plain.score + evidence.score(parts.joined) + bounds.of_unjoined(parts.gate) < needed:
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
    guard, reading = plan.reading.guard, plan.reading.name
    if guard is not None and len(fitting) == 1 and len(fitting[0].figures) <= FEW:
        fits = _guarded(page, plan, stated, fitting[0], guard)
        if fits is None:
            return []
        fitting, guard = [fits], None
    chosen = choices(page, plan, stated, fitting, needed - plan.alike)
    if chosen is None:
        return []
    found = []
    for group, crowd, most in _groups(page, plan, stated, chosen, needed - plan.alike):
        figures = [choice.figure for choice in group]
        rivals = evidence.of_choice(crowd)
        alone = sum([choice.score for choice in group]) + rivals.score
        joint = _joint(page, plan, stated, figures, needed - most - plan.aside)
        if joint is None:
            continue
        filled: dict[str, tuple[Figure, ...]]
        filled = {name: (f,) for name, f in zip(plan.names[1:], figures, strict=True)}
        if guard is not None and not guard(Frame(page.document, stated, filled)):
            continue
        joint.append(_form(page, plan, stated, figures, crowd))
        joint.append(evidence.of_aside(reading, aside(page.document, stated, figures)))
        score = alone + sum([reason.score for reason in joint])
        if score >= needed:
            reasons = [reason for choice in group for reason in choice.reasons]
            found.append(Way(score, filled, (*reasons, *joint, rivals)))
    found.sort(key=lambda way: -way.score)
    return found


def _guarded(
    page: Page, plan: Plan, stated: Figure, fits: Fitting, guard: Callable[[Frame], bool]
) -> Fitting | None:
    """The figures for the one slot of a reading that its guard lets pass.

    How many figures rival each other is told of all that fit.
    """
    document, name = page.document, plan.names[1]
    alike = page.alike_in(fits)
    passed = [
        (figure, count)
        for figure, count in zip(fits.figures, alike, strict=True)
        if guard(Frame(document, stated, {name: (figure,)}))
    ]
    found = fits.only([figure for figure, _ in passed])
    if found is not None:
        found.alike = [count for _, count in passed]
    return found


def _groups(
    page: Page,
    plan: Plan,
    stated: Figure,
    chosen: list[list[Choice]],
    least: int,
) -> Iterator[tuple[tuple[Choice, ...], int, int]]:
    """The figures for all slots, with their rivals and the most that they come to but as alike."""
    count = len(chosen)
    if count == 2:
        for one, other in _pairs(page, plan, stated, chosen):
            if one.figure is other.figure:
                continue
            crowd = max(one.alike, other.alike) - 2
            most = one.score + other.score + evidence.of_choice(crowd).score
            if most + min(one.form, other.form) >= least:
                most += _most_of_form(plan, stated, one, other, crowd)
                if most >= least:
                    yield (one, other), crowd, most
        return
    for group in product(*chosen):
        if len({id(choice.figure) for choice in group}) == count:
            crowd = max([choice.alike for choice in group]) - count
            most = sum([choice.score for choice in group]) + evidence.of_choice(crowd).score
            most += min([choice.form for choice in group])
            if most >= least:
                yield group, crowd, most


def _pairs(
    page: Page, plan: Plan, stated: Figure, chosen: list[list[Choice]]
) -> Iterable[tuple[Choice, Choice]]:
    """The choices for two slots: where they must be alike, those that are; the best first."""
    some, others = chosen
    pairs = page.pairs_about(stated, plan) if plan.pair is not None else None
    if pairs is None or len(pairs) >= len(some) * len(others):
        return product(some, others)
    first = {id(choice.figure): at for at, choice in enumerate(some)}
    second = {id(choice.figure): at for at, choice in enumerate(others)}
    found = [
        (first[id(one)], second[id(other)])
        for one, other, _ in pairs
        if id(one) in first and id(other) in second
    ]
    found.sort()
    return [(some[at], others[to]) for at, to in found]


def _most_of_form(plan: Plan, stated: Figure, one: Choice, other: Choice, crowd: int) -> int:
    """The most that the construction of three figures adds, whatever stands among them."""
    first, second, start = one.figure, other.figure, stated.start
    sentences = (stated.sentence, first.sentence, second.sentence)
    return plan.construction(
        (
            evidence.main_role(stated.roles),
            one.role,
            other.role,
            first.start < start,
            second.start < start,
            first.start < second.start,
            max(sentences) - min(sentences),
            crowd,
        )
    )


def _form(page: Page, plan: Plan, stated: Figure, figures: list[Figure], crowd: int) -> Weighed:
    """The construction that the stated figure and the operands make."""
    named = list(zip(plan.names, (stated, *figures), strict=True))
    return evidence.of_form(page.document, plan.reading.name, named, crowd)


def _joint(
    page: Page, plan: Plan, stated: Figure, figures: list[Figure], wanted: int
) -> list[Weighed] | None:
    """What the filled slots share with each other.

    None where two that must be alike are not, or where it comes to less than is wanted.
    """
    found: list[Weighed] = []
    pairs: list[Weighed] = []
    for first, second, elided, name in plan.likes:
        other = figures[second]
        one = figures[first] if name else stated
        pair = page.alike(other, one, elided=elided)
        if pair is None:
            return None
        if name:
            found.append(evidence.of_frame(name, stated, one, other))
        pairs.append(pair)
    found += pairs
    return found if sum([reason.score for reason in found]) >= wanted else None
