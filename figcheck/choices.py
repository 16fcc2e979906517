"""The figures that may fill the slots of a reading about a stated figure, as far as they may matter.

What speaks for a figure in a slot is known before any way is put together: its roles, its place, how
many rivals it has. With the most that the construction can add (see figcheck.forms) that drops
nearly all figures at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from figcheck import bounds, evidence
from figcheck.evidence import main_role
from figcheck.link.lists import dimension
from figcheck.plan import MANY

if TYPE_CHECKING:
    from figcheck.document import Figure
    from figcheck.evidence import Weighed
    from figcheck.page import Fitting, Page
    from figcheck.plan import Known, Plan
    from figcheck.reading import Slot

    _Seen = tuple[int, Figure, int, Known, int, Weighed]

FEW = 5
"""So many figures are all tried in a slot."""
_NEAREST = 3  # figures that are tried in a slot for standing nearest
_MOST_WAYS = 24  # where a rule narrows a slot by itself


class Choice(NamedTuple):
    """A figure for a slot."""

    score: int
    figure: Figure
    alike: int  # how many of the figures that fit are of its sort
    form: int  # the most that the construction can add
    reasons: tuple[Weighed, Weighed]
    role: str  # the main one of the figure


def fitting_beside(page: Page, plan: Plan, stated: Figure) -> list[Fitting] | None:
    """For each slot the figures that fit it beside a stated figure; None where one stays empty."""
    found = []
    for at, slot in enumerate(plan.reading.slots):
        fits = _fitting(page, plan, at, slot, stated)
        if fits is None:
            return None
        found.append(fits)
    return found


def _fitting(page: Page, plan: Plan, at: int, slot: Slot, stated: Figure) -> Fitting | None:
    """The figures that fit a slot beside a stated figure; None where there are none."""
    is_apposed = slot.link == "apposed"
    if is_apposed and stated.apposed is None:
        return None
    fitting: Fitting | None = page.fitting_about(stated, plan, at)
    if fitting is not None and slot.like == "stated":
        fitting = fitting.of_dimension(dimension(stated))
    if fitting is None or not fitting.figures:
        return None
    where, figures = slot.where, fitting.figures
    if is_apposed:
        figures = [figure for figure in figures if figure is stated.apposed]
    elif where is None and stated.kind not in slot.kinds:
        return fitting
    if where is None:
        figures = [figure for figure in figures if figure is not stated]
    else:
        figures = [f for f in figures if f is not stated and where(stated, f)]
    return fitting.only(figures)


def choices(
    page: Page, plan: Plan, stated: Figure, fitting: list[Fitting], needed: int
) -> list[list[Choice]] | None:
    """For each slot the figures that can come to what is needed, best first; None without any."""
    tops = [fits.most for fits in fitting]
    seen = []
    for at, fits in enumerate(fitting):
        group = _seen(page, plan, at, stated, fits)
        seen.append(group)
        tops[at] = top = max([choice[0] for choice in group])
        if max([choice[4] for choice in group]) - top + sum(tops) < needed:
            return None
    limits = _limits(plan.reading.slots, fitting)
    if any(len(group) > limit for group, limit in zip(seen, limits, strict=True)):
        seen = _narrowed(page, plan, stated, fitting, seen, limits, needed)
        if not all(seen):
            return None
    rest = needed - sum(tops)
    found = []
    for group, top in zip(seen, tops, strict=True):
        left = [
            Choice(score, figure, alike, known.form, (known.roles, place), known.role)
            for score, figure, alike, known, most, place in group
            if most - top >= rest
        ]
        if not left:
            return None
        if len(left) > 1:
            left.sort(key=lambda choice: (-choice.score, abs(choice.figure.start - stated.start)))
        found.append(left)
    return found


def _seen(page: Page, plan: Plan, at: int, stated: Figure, fitting: Fitting) -> list[_Seen]:
    """What speaks for each of the figures that fit a slot."""
    found = []
    table, rivals, places = plan.known, plan.choices, page.places_about(stated)
    role, index, start = main_role(stated.roles), stated.sentence, stated.start
    for figure, alike in zip(fitting.figures, page.alike_in(fitting), strict=True):
        off = figure.sentence - index
        if not off:
            where = 0 if figure.start < start else 1
        elif off < 0:
            where = 2 if off == -1 else 4
        else:
            where = 3 if off == 1 else 5
        key = at, figure.roles, where, role
        known = table.get(key) or plan.know(key)
        place = places.get(id(figure))
        if place is None:
            place = places[id(figure)] = evidence.of_place(page.document, stated, figure)
        score = known[0] + place[0]
        most = score + known[1] + rivals[alike if alike < MANY else MANY]
        found.append((score, figure, alike, known, most, place))
    return found


def _limits(slots: tuple[Slot, ...], fitting: list[Fitting]) -> list[int]:
    """How many figures are tried in each slot."""
    found = []
    before = len(fitting[0].figures)
    for slot, fits in zip(slots, fitting, strict=True):
        limit = max(FEW, _MOST_WAYS // before) if slot.where else FEW
        before = min(limit, len(fits.figures))
        found.append(limit)
    return found


def _narrowed(
    page: Page,
    plan: Plan,
    stated: Figure,
    fitting: list[Fitting],
    seen: list[list[_Seen]],
    limits: list[int],
    needed: int,
) -> list[list[_Seen]]:
    """For each slot the best of the figures and the nearest, among those that can matter.

    What can matter is told by the least evidence of any use, for which figures are tried does not
    hang on what is asked for.
    """
    count = len(fitting)
    counts = [page.alike_in(fits) for fits in fitting]
    fewest = max(map(min, counts))
    most = [fits.most for fits in fitting]
    needed += min(0, evidence.LEAST - page.least) - plan.form
    found: list[list[_Seen]] = []
    for at, (group, limit) in enumerate(zip(seen, limits, strict=True)):
        rest = needed - sum(most) + most[at]
        wanted = {
            alike: rest - bounds.of_choice(count, max(alike, fewest)) for alike in set(counts[at])
        }
        ranked = [choice for choice in group if choice[0] >= wanted[choice[2]]]
        ranked.sort(key=lambda choice: (-choice[0], abs(choice[1].start - stated.start)))
        if not ranked:
            return [[]]
        most[at] = ranked[0][0]
        found.append(_best(ranked, stated, limit))
    return found


def _best(ranked: list[_Seen], stated: Figure, limit: int) -> list[_Seen]:
    """The best choices by themselves, and the nearest: the construction may speak for those."""
    if len(ranked) <= limit:
        return ranked
    rest = sorted(ranked[limit:], key=lambda choice: abs(choice[1].start - stated.start))
    return ranked[:limit] + rest[:_NEAREST]
