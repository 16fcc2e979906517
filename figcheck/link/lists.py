"""Lists of figures that may be the parts of a total: in a sentence, in the next, or in a bulleted list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import BlockRole, Hedge, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Document, Figure, Sentence

_MOST_PARTS = 30
_ASIDE = frozenset(("moved", "prior", "each", "average", "than", "expected"))
_GATES = frozenset(("whole_list", "open_list", "rest"))
_MARKS = {":": "colon", "—": "dash", "–": "dash", "(": "bracket", "-": "dash"}
_COORDINATORS = frozenset(("and", ",", ";", "plus", "&", "with", "+", "to"))


class PartList(NamedTuple):
    """Figures that may make up a total, and what introduces them.

    `gate` is "whole", "open", "rest", "colon", "dash", "bracket", "of", "total", "items" or "" where
    nothing introduces the list.
    """

    parts: tuple[Figure, ...]
    gate: str


def parts_after(document: Document, total: Figure) -> Iterator[PartList]:
    """The lists that follow a total: the longest in its sentence first, then the next sentence's."""
    sentence = document.sentences[total.sentence]
    run = [f for f in sentence.figures if f.place > total.place and is_part(f, total)]
    if len(run) >= 2:
        gate = _gate(sentence, total, run[0])
        yield from (PartList(parts, gate) for parts in _prefixes(sentence, run))
        if len(run) > 2:
            yield PartList(tuple(run[1:]), gate)
    yield from _in_next(document, sentence, total, run)
    items = _items_below(document, sentence, total)
    if len(items) >= 2:
        yield PartList(items, "items")


def parts_before(document: Document, total: Figure) -> Iterator[PartList]:
    """The lists that a total closes: in its sentence, or in the sentences before it."""
    sentence = document.sentences[total.sentence]
    here = [f for f in sentence.figures if f.place < total.place and is_part(f, total)]
    if len(here) >= 2:
        yield PartList(tuple(here), "total")
        if len(here) > 2:
            yield PartList(tuple(here[1:]), "total")
            yield PartList(tuple(here[-2:]), "total")
    gathered = list(here)
    for back in (1, 2):
        index = total.sentence - back
        if index < 0:
            return
        found = [f for f in document.sentences[index].figures if is_part(f, total)]
        gathered = found + gathered
        if found and 2 <= len(gathered) <= _MOST_PARTS:
            yield PartList(tuple(gathered), "total")
            if len(found) >= 2 and here:
                yield PartList(tuple(found), "total")


def is_part(figure: Figure, total: Figure) -> bool:
    """May the figure be a part of the total: same dimension, no bound, not per something else?"""
    return (
        figure is not total
        and figure.kind is total.kind
        and figure.value is not None
        and dimension(figure) == dimension(total)
        and figure.per == total.per
        and figure.hedge in (Hedge.EXACT, Hedge.ABOUT)
        and not figure.roles & _ASIDE
        and figure.apposed is None
        or (figure.apposed is not None and _bracketed_count(figure, total))
    )


def _bracketed_count(figure: Figure, total: Figure) -> bool:
    """ "motorcyclists (16) and pedestrians (9)": a count in brackets behind a name."""
    return (
        figure.kind is total.kind is Kind.COUNT
        and figure.value is not None
        and "bracket" in figure.roles
    )


def dimension(figure: Figure) -> str:
    return figure.unit.dimension if figure.unit else ""


def _gate(sentence: Sentence, total: Figure, first: Figure) -> str:
    """What introduces the list between the total and its first part."""
    between = range(total.place + 1, first.place)
    for cue in sentence.cues:
        if cue.name in _GATES and total.place < cue.at and cue.to <= first.place:
            return cue.name.removesuffix("_list")
    for at in between:
        mark = _MARKS.get(sentence.words[at])
        if mark and not (mark == "dash" and sentence.words[at] == "-"):
            return mark
    if "of" in total.roles and _opens_with_of(sentence, total):
        return "of"
    return ""


def _opens_with_of(sentence: Sentence, total: Figure) -> bool:
    """ "Of the 312 flats in the tower, 187 are occupied": the clause begins with its whole."""
    for at in range(total.place - 1, max(-1, total.place - 5), -1):
        if sentence.words[at] == "of":
            return at == 0 or sentence.words[at - 1] in (",", ";", "and", "but", '"', "“", "—")
    return False


def _prefixes(sentence: Sentence, run: list[Figure]) -> Iterator[tuple[Figure, ...]]:
    """The run up to each "and" that may close it, the longest first, then the run cut at a clause."""
    run = run[:_MOST_PARTS]
    ends = [
        k + 1
        for k in range(1, len(run))
        if _COORDINATORS.intersection(sentence.words[run[k - 1].place + 1 : run[k].place])
    ]
    chosen = sorted({len(run), *ends[-3:], *ends[:2]}, reverse=True)
    for end in chosen:
        if end >= 2:
            yield tuple(run[:end])


def _in_next(
    document: Document, sentence: Sentence, total: Figure, run: list[Figure]
) -> Iterator[PartList]:
    if sentence.index + 1 >= len(document.sentences):
        return
    following = document.sentences[sentence.index + 1]
    found = [f for f in following.figures if is_part(f, total)]
    if not found or len(run) + len(found) > _MOST_PARTS:
        return
    gate = next((c.name.removesuffix("_list") for c in following.cues if c.name in _GATES), "")
    if len(found) >= 2:
        yield PartList(tuple(found), gate)
    if run:
        yield PartList((*run, *found), gate)


def _items_below(
    document: Document, sentence: Sentence, total: Figure
) -> tuple[Figure, ...]:
    """The first fitting figure of each item of the bulleted list below the total's block."""
    blocks = document.blocks
    at = sentence.block + 1
    if at >= len(blocks) or blocks[at].role is not BlockRole.ITEM:
        return ()
    last = at
    while last < len(blocks) and blocks[last].role is BlockRole.ITEM:
        last += 1
    found: dict[int, Figure] = {}
    for later in document.sentences[sentence.index + 1 :]:
        if later.block >= last:
            break
        for figure in later.figures:
            if later.block not in found and is_part(figure, total):
                found[later.block] = figure
    return tuple(found.values()) if len(found) == last - at else ()
