"""Lists of figures that may be the parts of a total, with what speaks for each list.

A list stands behind its total in one sentence ("15 judges, 7 from ... and 8 from ..."), in the
sentences that follow, or in the bulleted items below; or before it ("38,000 ... and 27,000 ...:
that makes 65,000"). Every list that the words allow is given, the plainest first; what its words
say of it are its features, which the evidence weighs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import BlockRole, Hedge, Kind
from figcheck.link.joints import (
    bracket_end,
    closing_gate,
    following_gate,
    is_coordinated,
    opening_gate,
    rest_kind,
    traits,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Document, Figure, Sentence

_MOST_PARTS = 24
_MOST_SEEN = 40  # figures of a sentence looked at on either side of a total
_SENTENCES = 4  # looked at on either side of a total's own
_WITH_PARTS = 3  # of them, those that may hold parts
_MOST_ITEMS = 30
_ASIDE = frozenset(("moved", "each", "average", "than", "expected", "versus"))
_PLAIN = frozenset((Hedge.EXACT, Hedge.ABOUT))
_PROSE = frozenset((BlockRole.PARAGRAPH, BlockRole.QUOTATION, BlockRole.ITEM, BlockRole.CAPTION))
_HEADS = frozenset((BlockRole.HEADING, BlockRole.HEADLINE))


class PartList(NamedTuple):
    """Figures that may make up a total, what introduces them, and what else the words say.

    `gate` is one of figcheck.link.joints: "whole", "open", "of", "bracket", "colon", ..., with
    "next " before it where the list stands in the sentences behind the total, "items" for a
    bulleted list, "total", "that", "all", ... where the total closes it.
    """

    parts: tuple[Figure, ...]
    gate: str
    features: tuple[str, ...]


def parts_after(document: Document, total: Figure) -> Iterator[PartList]:
    """The lists that follow a total: in its sentence, in those behind it, in the items below.

    One that ends with what is called the rest is not among them: see rest_lists.
    """
    return _all_after(document, total)


def _all_after(document: Document, total: Figure) -> Iterator[PartList]:
    sentence = document.sentences[total.sentence]
    run = _parts(sentence, _later(sentence, total), total)[:_MOST_PARTS]
    for parts, gate in _behind(sentence, total, run):
        yield _list(document, total, parts, gate, run)
    yield from _out_of(document, sentence, total, run)
    yield from _in_following(document, sentence, total, run)
    items = _items_below(document, sentence, total)
    if len(items) >= 2:
        yield _list(document, total, items, "items")


def parts_before(document: Document, total: Figure) -> Iterator[PartList]:
    """The lists that a total closes: in its sentence, in those before it, in the items above."""
    sentence = document.sentences[total.sentence]
    run = _parts(sentence, _earlier(sentence, total), total)[-_MOST_PARTS:]
    gate = closing_gate(sentence, total)
    for start in dict.fromkeys((0, 1, len(run) - 2)):
        parts = run[max(start, 0) :]
        if len(parts) >= 2 and start <= len(run) - 2:
            yield _list(document, total, tuple(parts), gate, run)
    yield from _in_preceding(document, sentence, total, run, gate)
    items = _items_above(document, sentence, total)
    if len(items) >= 2:
        yield _list(document, total, items, "items above")


def rest_lists(document: Document, rest: Figure) -> Iterator[PartList]:
    """For a figure that is called the rest: its whole, then the parts that are named beside it."""
    sentence = document.sentences[rest.sentence]
    kind = rest_kind(sentence, rest)
    if not kind:
        return
    pool = _parts(sentence, _earlier(sentence, rest), rest)[-_MOST_PARTS:]
    whole = _whole_behind(sentence, rest)
    if whole is not None:
        yield from _around(document, sentence, rest, whole, pool)
        return
    yield from _wholes(document, rest, pool, kind)
    for before in _neighbours(document, sentence.index, -1):
        pool = _parts(before, before.figures[-_MOST_SEEN:], rest) + pool
        yield from _wholes(document, rest, pool[-_MOST_PARTS:], f"next {kind}")


def _wholes(document: Document, rest: Figure, pool: list[Figure], gate: str) -> Iterator[PartList]:
    """Each figure that may be the whole, the nearest first, with all that stand behind it."""
    wholes = [k for k in range(len(pool)) if _tops(pool[k], [*pool[k + 1 :], rest])]
    for k in reversed(wholes[-3:]):
        parts = pool[k + 1 :]
        if k and _is_out_of(document, pool[k - 1], pool[k]) and _tops(pool[k], [pool[k - 1]]):
            parts = [pool[k - 1], *parts]
        if parts:
            yield _rest_list(document, pool[k], tuple(parts), rest, gate)


def _is_out_of(document: Document, part: Figure, whole: Figure) -> bool:
    """ "Nineteen of the 46 flats"."""
    words = document.sentences[part.sentence].words[part.place + 1 : whole.place]
    return part.sentence == whole.sentence and len(words) <= 4 and "of" in words


def _whole_behind(sentence: Sentence, rest: Figure) -> Figure | None:
    """ "The remaining 6,500 of the 62,000"."""
    for figure in _later(sentence, rest)[:1]:
        between = sentence.words[rest.place + 1 : figure.place]
        if is_part(figure, rest) and len(between) <= 4 and "of" in between:
            return figure
    return None


def _around(
    document: Document, sentence: Sentence, rest: Figure, whole: Figure, pool: list[Figure]
) -> Iterator[PartList]:
    """The parts that the sentence, the items above it or the sentences before it name."""
    if pool and _tops(whole, pool):
        yield _rest_list(document, whole, tuple(pool), rest, "rest")
    items = _items_above(document, sentence, rest)
    if items and _tops(whole, list(items)):
        yield _rest_list(document, whole, items, rest, "items rest")
    for before in _neighbours(document, sentence.index, -1):
        pool = _parts(before, before.figures[-_MOST_SEEN:], rest) + pool
        parts = [f for f in pool if f.value != whole.value][-_MOST_PARTS:]
        if parts and _tops(whole, parts):
            yield _rest_list(document, whole, tuple(parts), rest, "next rest")


def _rest_list(
    document: Document, whole: Figure, parts: tuple[Figure, ...], rest: Figure, gate: str
) -> PartList:
    return PartList((whole, *parts), gate, traits(document, whole, (*parts, rest), gate, []))


def _tops(whole: Figure, parts: list[Figure]) -> bool:
    return all(
        part.value is None or whole.value is None or part.value < whole.value for part in parts
    )


def is_part(figure: Figure, total: Figure, sentence: Sentence | None = None) -> bool:
    """May the figure be a part of the total: a like amount, no bound, not set beside another?"""
    if figure is total or figure.value is None or figure.hedge not in _PLAIN:
        return False
    if figure.kind is not total.kind or dimension(figure) != dimension(total):
        return sentence is not None and _is_counted_as(sentence, figure, total)
    return (
        figure.per == total.per
        and not figure.roles & _ASIDE
        and (figure.apposed is None or _is_no_conversion(figure, total))
    )


def _is_counted_as(sentence: Sentence, figure: Figure, total: Figure) -> bool:
    """ "(n = 142)" of patients; the goals of a player's points."""
    if figure.kind is Kind.STATISTIC:
        words = sentence.words[max(0, figure.place - 2) : figure.place]
        return total.kind is Kind.COUNT and words == ["n", "="]
    return figure.kind is Kind.COUNT and total.kind is Kind.POINTS and not figure.roles & _ASIDE


def _is_no_conversion(figure: Figure, total: Figure) -> bool:
    """ "motorcyclists (16) and pedestrians (9)": what stands in brackets says nothing again."""
    return "bracket" in figure.roles and figure.unit == total.unit


def dimension(figure: Figure) -> str:
    return figure.unit.dimension if figure.unit else ""


def _list(
    document: Document,
    total: Figure,
    parts: tuple[Figure, ...],
    gate: str,
    run: list[Figure] | None = None,
) -> PartList:
    return PartList(parts, gate, traits(document, total, parts, gate, run or []))


def _parts(sentence: Sentence, figures: list[Figure], total: Figure) -> list[Figure]:
    return [figure for figure in figures if is_part(figure, total, sentence)]


def _later(sentence: Sentence, figure: Figure) -> list[Figure]:
    at = bisect_right(sentence.figures, figure.place, key=_place)
    return sentence.figures[at : at + _MOST_SEEN]


def _earlier(sentence: Sentence, figure: Figure) -> list[Figure]:
    at = bisect_left(sentence.figures, figure.place, key=_place)
    return sentence.figures[max(0, at - _MOST_SEEN) : at]


def _place(figure: Figure) -> int:
    return figure.place


def _behind(
    sentence: Sentence, total: Figure, run: list[Figure]
) -> Iterator[tuple[tuple[Figure, ...], str]]:
    """The lists of the run: within its bracket, up to an "and" that may close it, all of it."""
    if len(run) < 2:
        return
    gate = opening_gate(sentence, total, run[0])
    sizes = {len(run)}
    if gate == "bracket":
        end = bracket_end(sentence, run[0].place)
        inside = sum(figure.place < end for figure in run)
        if inside >= 2:
            yield tuple(run[:inside]), gate
            return
        gate = "brackets" if "bracket" in run[1].roles else "aside"
    closers = [k + 2 for k in range(len(run) - 1) if is_coordinated(sentence, run[k], run[k + 1])]
    sizes.update(closers[:2], closers[-1:])
    for size in sorted(sizes, reverse=True):
        yield tuple(run[:size]), gate


def _out_of(
    document: Document, sentence: Sentence, total: Figure, run: list[Figure]
) -> Iterator[PartList]:
    """ "Nineteen of the 46 were empty, eight sublet and 19 ...": the first part before the total."""
    before = _parts(sentence, _earlier(sentence, total)[-1:], total)
    if run and before and _is_out_of(document, before[0], total):
        yield _list(document, total, (*before, *run), "out of", run)


def _neighbours(document: Document, index: int, step: int) -> Iterator[Sentence]:
    """The sentences of prose with figures on one side, up to a heading."""
    found = 0
    at = index + step
    stop = index + step * (_SENTENCES + 1)
    while at != stop and 0 <= at < len(document.sentences) and found < _WITH_PARTS:
        sentence = document.sentences[at]
        role = document.blocks[sentence.block].role
        if role in _HEADS and document.sentences[index].block != sentence.block and step > 0:
            return
        if sentence.figures and role in _PROSE:
            found += 1
            yield sentence
        at += step


def _of_its_kind(figures: list[Figure], total: Figure) -> tuple[Figure, ...]:
    """The figures that count what the total counts, or do not say what; none where that is all."""
    alike = tuple(f for f in figures if f.owner in ("", "them", total.owner))
    return alike if 2 <= len(alike) < len(figures) else ()


def _in_following(
    document: Document, sentence: Sentence, total: Figure, run: list[Figure]
) -> Iterator[PartList]:
    gathered: list[Figure] = []
    gate = ""
    if document.blocks[sentence.block].role is BlockRole.ITEM:
        return
    for following in _neighbours(document, sentence.index, 1):
        found = _parts(following, following.figures[:_MOST_SEEN], total)
        if not found:
            continue
        gate = gate or f"next {following_gate(following, found[0])}"
        gathered += found
        if len(gathered) > _MOST_PARTS:
            return
        if len(gathered) >= 2:
            yield _list(document, total, tuple(gathered), gate)
            alike = _of_its_kind(gathered, total)
            if alike:
                yield _list(document, total, alike, gate)
        if len(run) == 1:
            yield _list(document, total, (*run, *gathered), "spill")


def _in_preceding(
    document: Document, sentence: Sentence, total: Figure, run: list[Figure], gate: str
) -> Iterator[PartList]:
    gathered: list[Figure] = []
    for before in _neighbours(document, sentence.index, -1):
        found = _parts(before, before.figures[-_MOST_SEEN:], total)
        if not found:
            continue
        gathered = found + gathered
        if len(gathered) + len(run) > _MOST_PARTS:
            return
        if len(gathered) >= 2:
            yield _list(document, total, tuple(gathered), f"next {gate}", run)
            alike = _of_its_kind(gathered, total)
            if alike:
                yield _list(document, total, alike, f"next {gate}", run)
        if run:
            yield _list(document, total, (*gathered, *run), f"spill {gate}")
        if len(found) > 2 and len(gathered) == len(found):
            yield _list(document, total, tuple(found[-2:]), f"next {gate}", found)


def _items_below(document: Document, sentence: Sentence, total: Figure) -> tuple[Figure, ...]:
    """The first fitting figure of each item of the bulleted list below the total's block."""
    blocks = document.blocks
    first = sentence.block + 1
    if blocks[sentence.block].role in _HEADS:
        first = next(
            (k for k in range(first, min(first + 2, len(blocks))) if _is_item(document, k)), first
        )
    if not _is_item(document, first):
        return ()
    last = first
    while _is_item(document, last) and last - first < _MOST_ITEMS:
        last += 1
    return _of_items(document, total, first, last)


def _items_above(document: Document, sentence: Sentence, total: Figure) -> tuple[Figure, ...]:
    """The same of the list above the total's block, or of the items before its own."""
    last = sentence.block
    first = last
    while first and _is_item(document, first - 1) and last - first < _MOST_ITEMS:
        first -= 1
    return _of_items(document, total, first, last) if last - first >= 2 else ()


def _is_item(document: Document, block: int) -> bool:
    return block < len(document.blocks) and document.blocks[block].role is BlockRole.ITEM


def _of_items(document: Document, total: Figure, first: int, last: int) -> tuple[Figure, ...]:
    """A figure for each of the outer items; none where an item has none."""
    blocks = document.blocks
    level = blocks[first].level
    outer = [k for k in range(first, last) if blocks[k].level <= level]
    found: dict[int, Figure] = {}
    at = bisect_left(document.sentences, first, key=lambda s: s.block)
    for sentence in document.sentences[at : at + 3 * _MOST_ITEMS]:
        if sentence.block >= last:
            break
        for figure in sentence.figures[:_MOST_SEEN]:
            if sentence.block not in found and is_part(figure, total):
                found[sentence.block] = figure
    return tuple(found[k] for k in outer) if all(k in found for k in outer) else ()


LISTS = {"after": parts_after, "before": parts_before, "rest": rest_lists}
"""The ways to find the list of a reading, by the link that its slot names."""
