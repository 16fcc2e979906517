"""Which figures near a total are of a sort that could be added up to it, told at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.document import BlockRole, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Document, Figure, Sentence

_SENTENCES = 4  # looked at on either side of a total's own
_WITH_PARTS = 3  # of them, those that may hold parts
COUNTED_AS = {Kind.STATISTIC: Kind.COUNT, Kind.COUNT: Kind.POINTS}
_PROSE = frozenset((BlockRole.PARAGRAPH, BlockRole.QUOTATION, BlockRole.ITEM, BlockRole.CAPTION))
HEADS = frozenset((BlockRole.HEADING, BlockRole.HEADLINE))


def has_addends(addable: dict[object, int], total: Figure) -> bool:
    """Are there among the figures counted by sort two that could be added up to one of them?"""
    kind = total.kind
    return addable.get((kind, _dimension(total)), 0) + addable.get(kind, 0) > 2


def addable_near(document: Document, sentence: Sentence, step: int) -> dict[object, int]:
    """How many figures of each sort a sentence and those beside it on one side hold."""
    key = sentence.index, step
    found = document.addable.get(key)
    if found is None:
        found = dict(_addable_in(sentence))
        for beside in neighbours(document, sentence.index, step):
            for sort, count in _addable_in(beside).items():
                found[sort] = found.get(sort, 0) + count
        document.addable[key] = found
    return found


def has_items(document: Document) -> bool:
    """Has the document a list of items, which may hold parts too?"""
    return any(block.role is BlockRole.ITEM for block in document.blocks)


def may_hold_parts(sentence: Sentence, total: Figure) -> bool:
    """Is there a figure in the sentence of a sort that could be added up to the total?"""
    return bool(_addable(sentence, total))


def _addable(sentence: Sentence, total: Figure) -> int:
    """How many figures of the sentence, the total included, are of a sort that it could add up."""
    addable = _addable_in(sentence)
    return addable.get((total.kind, _dimension(total)), 0) + addable.get(total.kind, 0)


def _addable_in(sentence: Sentence) -> dict[object, int]:
    if sentence.addable is None:
        sentence.addable = _by_sort(sentence)
    return sentence.addable


def _by_sort(sentence: Sentence) -> dict[object, int]:
    """How many figures there are of each kind and dimension, or counted as another kind."""
    found: dict[object, int] = {}
    for figure in sentence.figures:
        sort = figure.kind, _dimension(figure)
        found[sort] = found.get(sort, 0) + 1
        other = COUNTED_AS.get(figure.kind)
        if other is not None:
            found[other] = found.get(other, 0) + 1
    return found


def neighbours(document: Document, index: int, step: int) -> list[Sentence]:
    """The sentences of prose with figures on one side, up to a heading."""
    found = document.beside.get((index, step))
    if found is None:
        found = document.beside[index, step] = list(_neighbours(document, index, step))
    return found


def _neighbours(document: Document, index: int, step: int) -> Iterator[Sentence]:
    found = 0
    at = index + step
    stop = index + step * (_SENTENCES + 1)
    while at != stop and 0 <= at < len(document.sentences) and found < _WITH_PARTS:
        sentence = document.sentences[at]
        role = document.blocks[sentence.block].role
        if role in HEADS and document.sentences[index].block != sentence.block and step > 0:
            return
        if sentence.figures and role in _PROSE:
            found += 1
            yield sentence
        at += step


def _dimension(figure: Figure) -> str:
    return figure.unit.dimension if figure.unit else ""
