"""A page: the sentences of a document that may be judged, and the figures within reach of each."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING

from figcheck import bounds, evidence
from figcheck.document import BlockRole
from figcheck.link.addends import addable_near, has_addends, has_items
from figcheck.link.lists import dimension, parts_after, parts_before
from figcheck.link.rests import may_hold_rest, rest_lists
from figcheck.link.sharelists import share_lists
from figcheck.operands import may_be_alike
from figcheck.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from figcheck.document import Document, Figure, Kind, Sentence
    from figcheck.evidence import Weighed
    from figcheck.link.partlist import PartList
    from figcheck.plan import Plan
    from figcheck.reading import Reading, Slot

    Pair = tuple[Figure, Figure, Weighed]

_MOST_IN_POOL = 42
_MOST_PAIRS = 300
_NOTHING = -9999
_ONE = [1]
_LISTS = {
    "after": parts_after,
    "before": parts_before,
    "rest": rest_lists,
    "shares": share_lists,
}  # by Slot.link
_STEPS = {"after": 1, "before": -1}  # where the parts of a list stand to their total
_place = attrgetter("place")
_UNKNOWN = evidence.Weighed(0, ())
_UNJUDGED = frozenset((BlockRole.CELL, BlockRole.CODE, BlockRole.FURNITURE))


class Fitting:
    """Figures that may fill a slot, and what is known of all of them."""

    __slots__ = ("_by_dimension", "alike", "figures", "most")

    def __init__(self, figures: Sequence[Figure], most: int) -> None:
        self.figures = figures
        self.most = most  # that the roles and the place of one of them can add
        self.alike: list[int] | None = None  # kept by Page.alike_in
        self._by_dimension: dict[str, Fitting | None] = {}

    def only(self, figures: Sequence[Figure]) -> Fitting | None:
        """Those of the figures that are left; None where none is."""
        return Fitting(figures, self.most) if figures else None

    def of_dimension(self, name: str) -> Fitting | None:
        """The figures of a dimension."""
        if name not in self._by_dimension:
            self._by_dimension[name] = self.only([f for f in self.figures if dimension(f) == name])
        return self._by_dimension[name]


class Window:
    """The figures within reach of a sentence, its own first; of a full sentence, its own alone."""

    __slots__ = ("_document", "_places", "_sentence", "figures", "fitting", "kinds", "pairs")

    def __init__(
        self, document: Document, sentence: Sentence, figures: list[Figure], kinds: frozenset[Kind]
    ) -> None:
        self._document = document
        self._sentence = sentence.index
        self._places: dict[int, int] | None = None
        self.figures = figures
        self.kinds = kinds
        self.fitting: dict[int, Fitting] = {}  # by the identity of a slot
        self.pairs: dict[tuple[int, int, bool], list[Pair] | None] = {}

    @property
    def places(self) -> dict[int, int]:
        """The most that the place of a figure can add, by its sentence."""
        if self._places is None:
            document, own = self._document, self._sentence
            self._places = {
                index: evidence.of_sentence(document, own, index).score
                for index in {figure.sentence for figure in self.figures}
            }
            self._places[own] = bounds.of_place_here()
        return self._places


class Page:
    """A document's prose sentences that hold figures, with what many readings ask of them.

    Whatever readings share is worked out once: which figures fit a slot, how far a figure stands
    from another and what the two share, which lists a figure may be the total of.
    """

    def __init__(self, document: Document, least: int = evidence.LEAST) -> None:
        self.document = document
        self.least = least  # claims of less evidence than this are not judged
        self.sentences = prose(document)
        self._judged = {sentence.index for sentence in self.sentences}
        self.kinds = frozenset([figure.kind for figure in self._figures()])
        self.roles = frozenset[str]().union(*{figure.roles for figure in self._figures()})
        self._with_roles: dict[frozenset[str], list[int]] = {}
        self._has_items = has_items(document)
        self._windows: defaultdict[int, dict[int, Window]] = defaultdict(dict)  # by reach
        self._all_cues: frozenset[str] | None = None
        self._cues: dict[int, frozenset[str]] = {}
        self._stated: dict[int, list[tuple[Sentence, list[Figure]]]] = {}
        self._linked: dict[tuple[int, str], list[tuple[Sentence, list[Figure]]]] = {}
        self._sort_of: dict[int, int] = {}
        self._numbers: dict[object, int] = {}
        self._places: dict[int, dict[int, Weighed]] = {}
        self._alike: dict[tuple[int, int, bool], Weighed | None] = {}
        self._lists: dict[tuple[str, int], list[PartList]] = {}

    def _figures(self) -> Iterator[Figure]:
        for sentence in self.sentences:
            yield from sentence.figures

    def can_fill(self, reading: Reading) -> bool:
        """Is there a figure on the page for each slot of a reading, of a kind and role it takes?"""
        kinds, roles = self.kinds, self.roles
        for slot in (reading.stated, *reading.slots):
            if slot.kinds.isdisjoint(kinds) or (slot.needs and slot.needs.isdisjoint(roles)):
                return False
        return not reading.gates or not reading.gates.isdisjoint(self._cues_of_all())

    def _cues_of_all(self) -> frozenset[str]:
        """The classes of all cues of the page."""
        if self._all_cues is None:
            names = [cue.name for sentence in self.sentences for cue in sentence.cues]
            self._all_cues = frozenset(names)
        return self._all_cues

    def are_near(self, roles: frozenset[str], sentence: Sentence, reach: int) -> bool:
        """May there be a figure with one of these roles within reach of a sentence?"""
        found = self._with_roles.get(roles)
        if found is None:
            found = self._with_roles[roles] = [
                each.index
                for each in self.sentences
                if any(not roles.isdisjoint(figure.roles) for figure in each.figures)
            ]
        at = bisect_left(found, sentence.index - reach)
        return at < len(found) and found[at] <= sentence.index + reach

    def stated(self, slot: Slot) -> list[tuple[Sentence, list[Figure]]]:
        """The figures that may be the stated one, by sentence."""
        found = self._stated.get(id(slot))
        if found is None:
            found = self._stated[id(slot)] = [
                (sentence, figures)
                for sentence in self.sentences
                if not slot.kinds.isdisjoint(sentence.kinds)
                if (figures := _stated(slot, sentence.figures))
            ]
        return found

    def linked(self, slot: Slot, link: str) -> list[tuple[Sentence, list[Figure]]]:
        """Those of the figures that may be the stated one to which a list is linked."""
        key = id(slot), link
        found = self._linked.get(key)
        if found is None:
            found = self._linked[key] = [
                (sentence, linked)
                for sentence, figures in self.stated(slot)
                if (likely := self._likely(sentence, figures, link))
                if (linked := [figure for figure in likely if self.lists(link, figure)])
            ]
        return found

    def _likely(self, sentence: Sentence, figures: list[Figure], link: str) -> list[Figure]:
        """Those of the figures of a sentence to which a list may be linked, at a glance."""
        if link == "rest":
            return figures if may_hold_rest(sentence) else []
        step = _STEPS.get(link)
        if step is None or self._has_items:
            return figures
        addable = addable_near(self.document, sentence, step)
        return [figure for figure in figures if has_addends(addable, figure)]

    def window(self, sentence: Sentence, reach: int) -> Window:
        """The figures within reach of a sentence."""
        windows = self._windows[reach]
        found = windows.get(sentence.index)
        if found is None:
            if len(sentence.figures) > _MOST_IN_POOL and reach:
                found = self.window(sentence, 0)
            else:
                found = self._gather(sentence, reach)
            windows[sentence.index] = found
        return found

    def fitting(self, window: Window, plan: Plan, at: int) -> Fitting:
        """The figures of a window that may fill a slot of a reading, told by its number."""
        slot = plan.reading.slots[at]
        found = window.fitting.get(id(slot))
        if found is None:
            fits, places = plan.fits[at], window.places
            figures, most = [], _NOTHING
            kinds = slot.kinds
            for figure in window.figures:
                if figure.kind not in kinds:
                    continue
                key = figure.kind, figure.roles
                roles = fits.get(key, _NOTHING)
                if roles == _NOTHING:
                    roles = plan.fit(at, key)
                if roles is not None:
                    figures.append(figure)
                    roles += places[figure.sentence]
                    if roles > most:
                        most = roles
            found = window.fitting[id(slot)] = Fitting(figures, most)
        return found

    def alike_in(self, fitting: Fitting) -> list[int]:
        """For each of the figures that fit a slot, how many of them are of its sort."""
        found = fitting.alike
        if found is None:
            figures = fitting.figures
            if len(figures) == 1:
                found = _ONE
            else:
                sorts = [self.sort(figure) for figure in figures]
                found = [sorts.count(sort) for sort in sorts]
            fitting.alike = found
        return found

    def pairs(self, window: Window, plan: Plan) -> list[Pair] | None:
        """The figures of a window that may fill two slots which must be alike.

        None where they are too many to look at them all.
        """
        slots, pair = plan.reading.slots, plan.pair
        assert pair is not None
        key = id(slots[0]), id(slots[1]), pair[2]
        if key not in window.pairs:
            some, others = (self.fitting(window, plan, at).figures for at in (0, 1))
            is_few = len(some) * len(others) <= _MOST_PAIRS
            window.pairs[key] = self._pairs(some, others, pair) if is_few else None
        return window.pairs[key]

    def pairs_about(self, stated: Figure, plan: Plan) -> list[Pair] | None:
        """The same of the figures within reach of a stated one."""
        sentence = self.document.sentences[stated.sentence]
        return self.pairs(self.window(sentence, plan.reading.window), plan)

    def _pairs(
        self, some: Sequence[Figure], others: Sequence[Figure], pair: tuple[int, int, bool, str]
    ) -> list[Pair]:
        found = []
        for one in some:
            for other in others:
                if one is other:
                    continue
                second, first = (other, one) if pair[1] else (one, other)
                shared = self.alike(second, first, elided=pair[2])
                if shared is not None:
                    found.append((one, other, shared))
        return found

    def fitting_about(self, stated: Figure, plan: Plan, at: int) -> Fitting:
        """The figures within reach of a stated one that may fill a slot."""
        sentence = self.document.sentences[stated.sentence]
        if len(sentence.figures) > _MOST_IN_POOL:
            fitting = self.fitting(self.window(sentence, 0), plan, at)
            near = _fitting(plan.reading.slots[at], _nearest(sentence.figures, stated))
            return Fitting(near, fitting.most)
        return self.fitting(self.window(sentence, plan.reading.window), plan, at)

    def places_about(self, stated: Figure) -> dict[int, Weighed]:
        """The evidence of where figures stand, seen from a stated one, as far as it is known."""
        found = self._places.get(id(stated))
        if found is None:
            found = self._places[id(stated)] = {}
        return found

    def alike(self, one: Figure, other: Figure, *, elided: bool) -> Weighed | None:
        """The evidence of what two figures share that must be alike; None where they are not."""
        key = id(one), id(other), elided
        found = self._alike.get(key, _UNKNOWN)
        if found is _UNKNOWN:
            is_alike = may_be_alike(other, one, elided=elided)
            found = self._alike[key] = evidence.of_pair(one, other) if is_alike else None
        return found

    def lists(self, link: str, stated: Figure) -> list[PartList]:
        """The lists of figures that are linked to a stated one."""
        key = link, id(stated)
        found = self._lists.get(key)
        if found is None:
            found = self._lists[key] = list(_LISTS[link](self.document, stated))
        return found

    def sort(self, figure: Figure) -> int:
        """A number for what figures must share to be rivals for one place: dimension and rate."""
        found = self._sort_of.get(id(figure))
        if found is None:
            per = figure.per
            key = dimension(figure), per.name if isinstance(per, Unit) else per, type(per)
            found = self._numbers.setdefault(key, len(self._numbers))
            self._sort_of[id(figure)] = found
        return found

    def _gather(self, sentence: Sentence, reach: int) -> Window:
        if not reach:
            return Window(self.document, sentence, sentence.figures, sentence.kinds)
        found, kinds = list(sentence.figures), sentence.kinds
        sentences, judged = self.document.sentences, self._judged
        for step in range(1, reach + 1):
            for index in (sentence.index - step, sentence.index + step):
                if index in judged:
                    found += sentences[index].figures[:_MOST_IN_POOL]
                    kinds |= sentences[index].kinds
            if len(found) > _MOST_IN_POOL:
                break
        return Window(self.document, sentence, found[:_MOST_IN_POOL], kinds)

    def is_gated(self, sentence: Sentence, reading: Reading) -> bool:
        """Is there a cue that the reading wants, within reach but at most a sentence away?"""
        if not reading.gates:
            return True
        reach = min(1, reading.window)
        return any(
            not reading.gates.isdisjoint(self._cues_of(index))
            for index in range(sentence.index - reach, sentence.index + reach + 1)
            if index in self._judged
        )

    def _cues_of(self, index: int) -> frozenset[str]:
        found = self._cues.get(index)
        if found is None:
            cues = self.document.sentences[index].cues
            found = self._cues[index] = frozenset([cue.name for cue in cues])
        return found


def _fitting(slot: Slot, figures: Iterable[Figure]) -> list[Figure]:
    """The figures whose kind and roles a slot takes."""
    kinds, needs, bars = slot.kinds, slot.needs, slot.bars
    return [
        figure
        for figure in figures
        if figure.kind in kinds
        and not (needs and needs.isdisjoint(figure.roles))
        and bars.isdisjoint(figure.roles)
    ]


def _stated(slot: Slot, figures: Iterable[Figure]) -> list[Figure]:
    """The figures that may fill the slot of a stated figure."""
    found, where = _fitting(slot, figures), slot.where
    return [figure for figure in found if where(figure, figure)] if where else found


def _nearest(figures: list[Figure], stated: Figure) -> list[Figure]:
    """Of a sentence of very many figures, those about the stated one."""
    at = bisect_left(figures, stated.place, key=_place)
    first = max(0, at - _MOST_IN_POOL // 2)
    return figures[first : first + _MOST_IN_POOL]


def prose(document: Document) -> list[Sentence]:
    """The sentences with figures that may be judged: English, and no table, code or furniture."""
    if document.prose is None:
        document.prose = [s for s in document.sentences if s.figures and _is_judged(document, s)]
    return document.prose


def _is_judged(document: Document, sentence: Sentence) -> bool:
    block = document.blocks[sentence.block]
    return block.role not in _UNJUDGED and document.is_english[sentence.block]
