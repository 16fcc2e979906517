"""A page: the sentences of a document that may be judged, and the figures within reach of each."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from figcheck import evidence
from figcheck.document import BlockRole
from figcheck.reading import Window

if TYPE_CHECKING:
    from figcheck.document import Document, Figure, Kind, Sentence
    from figcheck.reading import Reading

_MOST_IN_POOL = 42
_place = attrgetter("place")
_UNJUDGED = frozenset((BlockRole.CELL, BlockRole.CODE, BlockRole.FURNITURE))


class Page:
    """A document's prose sentences that hold figures, with what the readings ask of them first."""

    def __init__(self, document: Document, least: int = evidence.LEAST) -> None:
        self.document = document
        self.least = least  # claims of less evidence than this are not judged
        self.sentences = prose(document)
        self.kinds = {s.index: frozenset([f.kind for f in s.figures]) for s in self.sentences}
        self.cues = {s.index: frozenset([c.name for c in s.cues]) for s in self.sentences}
        self._pools: dict[tuple[int, Window], list[Figure]] = {}
        self._sorts: dict[tuple[int, Window], tuple[frozenset[Kind], frozenset[str]]] = {}

    def pool(self, stated: Figure, window: Window) -> list[Figure]:
        """The figures within the window of a stated one, those of its sentence first."""
        sentence = self.document.sentences[stated.sentence]
        if len(sentence.figures) > _MOST_IN_POOL:
            return _nearest(sentence.figures, stated)
        if window is Window.SENTENCE:
            return sentence.figures
        key = sentence.index, window
        found = self._pools.get(key)
        if found is None:
            found = self._pools[key] = self._gather(sentence, window)
        return found

    def _gather(self, sentence: Sentence, window: Window) -> list[Figure]:
        found = list(sentence.figures)
        sentences, kinds = self.document.sentences, self.kinds
        for step in range(1, window.value + 1):
            for index in (sentence.index - step, sentence.index + step):
                if index in kinds:
                    found += sentences[index].figures[:_MOST_IN_POOL]
            if len(found) > _MOST_IN_POOL:
                break
        return found[:_MOST_IN_POOL]

    def has_all(self, sentence: Sentence, reading: Reading) -> bool:
        """Is there, within the reading's window, a figure of the sort that each slot takes?"""
        if len(sentence.figures) > _MOST_IN_POOL:
            return True
        key = sentence.index, reading.window
        found = self._sorts.get(key)
        if found is None:
            pool = self.pool(sentence.figures[0], reading.window)
            kinds = frozenset([figure.kind for figure in pool])
            found = kinds, frozenset[str]().union(*[figure.roles for figure in pool])
            self._sorts[key] = found
        kinds, roles = found
        return not any(
            slot.kinds.isdisjoint(kinds) or (slot.needs and slot.needs.isdisjoint(roles))
            for slot in reading.slots
            if not slot.many
        )

    def is_gated(self, sentence: Sentence, reading: Reading) -> bool:
        """Is there a cue that the reading wants, within its window but at most a sentence away?"""
        if not reading.gates:
            return True
        reach = min(1, reading.window.value)
        return any(
            not reading.gates.isdisjoint(self.cues[index])
            for index in range(sentence.index - reach, sentence.index + reach + 1)
            if index in self.cues
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
