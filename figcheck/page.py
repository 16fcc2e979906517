"""A page: the sentences of a document that may be judged, and the figures within reach of each."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from figcheck import bounds, evidence
from figcheck.document import BlockRole
from figcheck.link.lists import dimension, parts_after, parts_before
from figcheck.link.rests import rest_lists
from figcheck.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from figcheck.document import Document, Figure, Kind, Sentence
    from figcheck.evidence import Weighed
    from figcheck.link.lists import PartList
    from figcheck.reading import Reading, Slot

_MOST_IN_POOL = 42
_LISTS = {"after": parts_after, "before": parts_before, "rest": rest_lists}  # by Slot.link
_place = attrgetter("place")
_UNJUDGED = frozenset((BlockRole.CELL, BlockRole.CODE, BlockRole.FURNITURE))


class Fitting(NamedTuple):
    """The figures whose kind and roles a slot takes, and the most that the roles of one can add."""

    figures: tuple[Figure, ...]
    most: int


class Page:
    """A document's prose sentences that hold figures, with what many readings ask of them.

    Whatever readings share is worked out once: which figures fit a slot, how far a figure stands
    from another and what the two share, which lists a figure may be the total of.
    """

    def __init__(self, document: Document, least: int = evidence.LEAST) -> None:
        self.document = document
        self.least = least  # claims of less evidence than this are not judged
        self.sentences = prose(document)
        self.kinds = {s.index: frozenset([f.kind for f in s.figures]) for s in self.sentences}
        self.all_kinds = frozenset[object]().union(*self.kinds.values())
        self.cues = {s.index: frozenset([c.name for c in s.cues]) for s in self.sentences}
        self._pools: dict[tuple[int, int], list[Figure]] = {}
        self._sorts: dict[tuple[int, int], tuple[frozenset[Kind], frozenset[str]]] = {}
        self._stated: dict[object, list[tuple[Sentence, tuple[Figure, ...]]]] = {}
        self._fitting: dict[tuple[int, int, Slot], Fitting] = {}
        self._sort_of: dict[int, int] = {}
        self._numbers: dict[object, int] = {}
        self._places: dict[tuple[int, int], Weighed] = {}
        self._pairs: dict[tuple[int, int], Weighed] = {}
        self._lists: dict[tuple[str, int], list[PartList]] = {}

    def stated(self, slot: Slot) -> list[tuple[Sentence, tuple[Figure, ...]]]:
        """The figures that may fill the slot of a stated figure, by sentence."""
        key = slot.kinds, slot.needs, slot.bars
        found = self._stated.get(key)
        if found is None:
            found = self._stated[key] = [
                (sentence, figures)
                for sentence in self.sentences
                if not slot.kinds.isdisjoint(self.kinds[sentence.index])
                if (figures := _fitting(slot, sentence.figures))
            ]
        return found

    def fitting(self, sentence: Sentence, reach: int, slot: Slot) -> Fitting:
        """The figures within reach of a sentence that may fill a slot."""
        key = sentence.index, reach, slot
        found = self._fitting.get(key)
        if found is None:
            figures = _fitting(slot, self._within(sentence, reach))
            most = [bounds.of_roles_anywhere(slot.name, roles) for roles in _roles(figures)]
            found = self._fitting[key] = Fitting(figures, max(most, default=0))
        return found

    def fitting_about(self, stated: Figure, reach: int, slot: Slot) -> tuple[Figure, ...]:
        """The figures within reach of a stated one that may fill a slot."""
        sentence = self.document.sentences[stated.sentence]
        if len(sentence.figures) > _MOST_IN_POOL:
            return _fitting(slot, _nearest(sentence.figures, stated))
        return self.fitting(sentence, reach, slot).figures

    def place(self, stated: Figure, figure: Figure) -> Weighed:
        """The evidence of where a figure stands, seen from the stated one."""
        key = id(stated), id(figure)
        found = self._places.get(key)
        if found is None:
            found = self._places[key] = evidence.of_place(self.document, stated, figure)
        return found

    def pair(self, one: Figure, other: Figure) -> Weighed:
        """The evidence of what two figures share."""
        key = id(one), id(other)
        found = self._pairs.get(key)
        if found is None:
            found = self._pairs[key] = evidence.of_pair(one, other)
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

    def _within(self, sentence: Sentence, reach: int) -> list[Figure]:
        """The figures within reach of a sentence, its own first; of a full one, its own alone."""
        if not reach or len(sentence.figures) > _MOST_IN_POOL:
            return sentence.figures
        key = sentence.index, reach
        found = self._pools.get(key)
        if found is None:
            found = self._pools[key] = self._gather(sentence, reach)
        return found

    def _gather(self, sentence: Sentence, reach: int) -> list[Figure]:
        found = list(sentence.figures)
        sentences, kinds = self.document.sentences, self.kinds
        for step in range(1, reach + 1):
            for index in (sentence.index - step, sentence.index + step):
                if index in kinds:
                    found += sentences[index].figures[:_MOST_IN_POOL]
            if len(found) > _MOST_IN_POOL:
                break
        return found[:_MOST_IN_POOL]

    def has_all(self, sentence: Sentence, reading: Reading, reach: int) -> bool:
        """Is there, within reach, a figure of the sort that each slot takes?"""
        key = sentence.index, reach
        found = self._sorts.get(key)
        if found is None:
            pool = self._within(sentence, reach)
            kinds = frozenset([figure.kind for figure in pool])
            found = self._sorts[key] = kinds, frozenset[str]().union(*_roles(pool))
        kinds, roles = found
        for slot in reading.slots:
            if slot.kinds.isdisjoint(kinds) or (slot.needs and slot.needs.isdisjoint(roles)):
                return False
        return True

    def is_gated(self, sentence: Sentence, reading: Reading, reach: int) -> bool:
        """Is there a cue that the reading wants, within reach but at most a sentence away?"""
        if not reading.gates:
            return True
        reach = min(1, reach)
        return any(
            not reading.gates.isdisjoint(self.cues[index])
            for index in range(sentence.index - reach, sentence.index + reach + 1)
            if index in self.cues
        )


def _roles(figures: Iterable[Figure]) -> set[frozenset[str]]:
    return {figure.roles for figure in figures}


def _fitting(slot: Slot, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures whose kind and roles a slot takes."""
    kinds, needs, bars = slot.kinds, slot.needs, slot.bars
    return tuple(
        [
            figure
            for figure in figures
            if figure.kind in kinds
            and not (needs and needs.isdisjoint(figure.roles))
            and bars.isdisjoint(figure.roles)
        ]
    )


def _nearest(figures: list[Figure], stated: Figure) -> list[Figure]:
    """Of a sentence of very many figures, those about the stated one."""
    at = bisect_left(figures, stated.place, key=_place)
    first = max(0, at - _MOST_IN_POOL // 2)
    return figures[first : first + _MOST_IN_POOL]


def prose(document: Document) -> list[Sentence]:
    """The sentences with figures that may be judged: English, and no table, code or furniture."""
    return [s for s in document.sentences if s.figures and _is_judged(document, s)]


def _is_judged(document: Document, sentence: Sentence) -> bool:
    block = document.blocks[sentence.block]
    return block.role not in _UNJUDGED and document.is_english[sentence.block]
