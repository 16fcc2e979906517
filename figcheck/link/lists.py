"""Lists of figures that may be the parts of a total, with what speaks for each list.

A list stands behind its total in one sentence ("15 judges, 7 from ... and 8 from ..."), in the
sentences that follow, or in the bulleted items below; or before it ("38,000 ... and 27,000 ...:
that makes 65,000"). Every list that the words allow is given, the plainest first; what its words
say of it are its features, which the evidence weighs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from figcheck.document import BlockRole, Hedge, Kind
from figcheck.link.addends import (
    HEADS,
    addable_near,
    has_addends,
    may_hold_parts,
    neighbours,
)
from figcheck.link.gates import (
    bracket_end,
    closing_gate,
    following_gate,
    has_own_bracket,
    opening_gate,
)
from figcheck.link.joints import is_coordinated
from figcheck.link.partlist import PartList
from figcheck.link.restnames import rest_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Document, Figure, Sentence

MOST_PARTS = 24
MOST_SEEN = 40  # figures of a sentence looked at on either side of a total
_MOST_ITEMS = 30
_MOVED_BY = frozenset(("moved", "by"))
_MOVED = frozenset(("moved", "gap", "prior"))
_OF_ANOTHER = frozenset(("them", "whom", "which", "these", "those"))
_ASIDE = frozenset(("each", "average", "than", "expected", "versus", "from"))
_NOT_ADDED = frozenset(
    "acceleration angle current data_rate density force frequency fuel_economy pressure rotation speed "
    "temperature voltage".split()
)
"""The dimensions of which two amounts make no third."""
_GAMES = frozenset(("win", "draw", "loss", "defeat", "game", "match", "tie"))
_PLAIN = frozenset((Hedge.EXACT, Hedge.ABOUT))


def parts_after(document: Document, total: Figure) -> Iterator[PartList]:
    """The lists that follow a total: in its sentence, in those behind it, in the items below.

    One that ends with what is called the rest is not among them: see rest_lists.
    """
    return (each for each in _all_after(document, total) if not _is_row(each.parts))


def _all_after(document: Document, total: Figure) -> Iterator[PartList]:
    sentence = document.sentences[total.sentence]
    if _are_parts_near(document, sentence, total, 1):
        run = later_parts(sentence, total)[:MOST_PARTS]
        for parts, gate in _behind(sentence, total, run):
            behind = run[len(parts) : len(parts) + 1]
            goes_on = bool(behind) and bool(rest_kind(sentence, behind[0]))
            yield _list(document, total, parts, gate, run, goes_on=goes_on)
        yield from _out_of(document, sentence, total, run)
        yield from _in_following(document, sentence, total, run)
    items = _items_below(document, sentence, total)
    if len(items) >= 2:
        yield _list(document, total, items, "items")


def parts_before(document: Document, total: Figure) -> Iterator[PartList]:
    """The lists that a total closes: in its sentence, in those before it, in the items above."""
    return (each for each in _all_before(document, total) if not _is_row(each.parts))


def _all_before(document: Document, total: Figure) -> Iterator[PartList]:
    sentence = document.sentences[total.sentence]
    if _are_parts_near(document, sentence, total, -1):
        run = earlier_parts(sentence, total)[-MOST_PARTS:]
        if len(run) >= 2:
            gate = closing_gate(sentence, total)
            for start in dict.fromkeys((0, 1, len(run) - 2)):
                if start <= len(run) - 2:
                    yield _list(document, total, tuple(run[start:]), gate, run)
        yield from _in_preceding(document, sentence, total, run)
    items = items_above(document, sentence, total)
    if len(items) >= 2:
        yield _list(document, total, items, "items above")


def is_part(figure: Figure, total: Figure, sentence: Sentence | None = None) -> bool:
    """May the figure be a part of the total: a like amount, no bound, not set beside another?"""
    if figure is total or figure.value is None or figure.hedge not in _PLAIN:
        return False
    if figure.unit is not None and figure.unit.dimension in _NOT_ADDED:
        return False
    if "attribute" in figure.roles or (sentence is not None and _is_pronoun(sentence, figure)):
        return False
    if figure.kind is not total.kind or dimension(figure) != dimension(total):
        return sentence is not None and _is_counted_as(sentence, figure, total)
    return (
        figure.per == total.per
        and not figure.roles & _ASIDE
        and not (figure.roles >= _MOVED_BY and figure.sentence == total.sentence)
        and (figure.apposed is None or _is_no_conversion(figure, total))
    )


def _is_pronoun(sentence: Sentence, figure: Figure) -> bool:
    """ "The long route and the short one": no number."""
    words, place = sentence.words, figure.place
    return (
        figure.text == "one"
        and place > 1
        and words[place - 2] == "the"
        and words[place - 1].isalpha()
    )


def _is_counted_as(sentence: Sentence, figure: Figure, total: Figure) -> bool:
    """ "(n = 142)" of patients; the goals of a player's points."""
    if figure.kind is Kind.STATISTIC:
        words = sentence.words[max(0, figure.place - 2) : figure.place]
        return total.kind is Kind.COUNT and words == ["n", "="]
    is_scored = figure.kind is Kind.COUNT and figure.owner not in _GAMES
    return is_scored and total.kind is Kind.POINTS and not figure.roles & _ASIDE


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
    *,
    goes_on: bool = False,
) -> PartList:
    others = ("list.before rest",) if goes_on else ()
    return PartList(document, total, parts, gate, run or [], others=others)


def _is_row(parts: tuple[Figure, ...]) -> bool:
    """Do figures stand side by side with nothing between, as the cells of a table that lost its lines?"""
    return any(a.sentence == b.sentence and b.place - a.place == 1 for a, b in pairwise(parts))


def parts_of(sentence: Sentence, figures: list[Figure], total: Figure) -> list[Figure]:
    return [figure for figure in figures if is_part(figure, total, sentence)]


def _are_parts_near(document: Document, sentence: Sentence, total: Figure, step: int) -> bool:
    """Are there on one side two figures of a sort that could be added up to the total?"""
    return has_addends(addable_near(document, sentence, step), total)


def later_parts(sentence: Sentence, total: Figure) -> list[Figure]:
    """The figures behind a total that may be its parts."""
    if len(sentence.figures) == 1 or not may_hold_parts(sentence, total):
        return []
    return parts_of(sentence, later(sentence, total), total)


def earlier_parts(sentence: Sentence, total: Figure) -> list[Figure]:
    """The figures before a total that may be its parts."""
    if len(sentence.figures) == 1 or not may_hold_parts(sentence, total):
        return []
    return parts_of(sentence, earlier(sentence, total), total)


def later(sentence: Sentence, figure: Figure) -> list[Figure]:
    at = bisect_right(sentence.figures, figure.place, key=_place)
    return sentence.figures[at : at + MOST_SEEN]


def earlier(sentence: Sentence, figure: Figure) -> list[Figure]:
    at = bisect_left(sentence.figures, figure.place, key=_place)
    return sentence.figures[max(0, at - MOST_SEEN) : at]


def _place(figure: Figure) -> int:
    return figure.place


def _behind(
    sentence: Sentence, total: Figure, run: list[Figure]
) -> Iterator[tuple[tuple[Figure, ...], str]]:
    """The lists of the run: within its bracket, up to an "and" that may close it, all of it."""
    if len(run) < 2:
        return
    gate = opening_gate(sentence, total, run[0])
    if gate == "bracket":
        end = bracket_end(sentence, run[0].place)
        inside = sum(figure.place < end for figure in run)
        if inside >= 2:
            yield tuple(run[:inside]), gate
            return
        if has_own_bracket(sentence, run[1]):
            gate = "brackets"
        else:  # a figure in brackets by itself is an aside
            run = [figure for figure in run if not has_own_bracket(sentence, figure)]
            if len(run) < 2:
                return
            gate = opening_gate(sentence, total, run[0])
    sizes = {len(run)}
    closers = [k + 2 for k in range(len(run) - 1) if is_coordinated(sentence, run[k], run[k + 1])]
    sizes.update(closers[:2], closers[-1:])
    for size in sorted(sizes, reverse=True):
        yield tuple(run[:size]), gate


def _out_of(
    document: Document, sentence: Sentence, total: Figure, run: list[Figure]
) -> Iterator[PartList]:
    """ "Nineteen of the 46 were empty, eight sublet and 19 ...": the first part before the total."""
    before = parts_of(sentence, earlier(sentence, total)[-1:], total) if run else []
    if before and is_out_of(document, before[0], total):
        yield _list(document, total, (*before, *run), "out of", run)


def is_out_of(document: Document, part: Figure, whole: Figure) -> bool:
    """ "Nineteen of the 46 flats"."""
    words = document.sentences[part.sentence].words[part.place + 1 : whole.place]
    return part.sentence == whole.sentence and len(words) <= 4 and "of" in words


def _of_its_kind(figures: list[Figure], total: Figure) -> tuple[Figure, ...]:
    """The figures that count what the total counts, or do not say what; none where that is all."""
    alike = tuple(f for f in figures if f.owner in ("", "them", total.owner))
    return alike if 2 <= len(alike) < len(figures) else ()


def _but_one(figures: list[Figure], total: Figure) -> tuple[Figure, ...]:
    """The figures without the one that is no part: the others make up the total; else none."""
    excess = sum([f.value or 0 for f in figures]) - (total.value or 0)
    stray = next((f for f in figures if f.value == excess), None) if excess > 0 else None
    return tuple(f for f in figures if f is not stray) if stray is not None else ()


def _variants(
    document: Document, figures: list[Figure], total: Figure
) -> Iterator[tuple[Figure, ...]]:
    """All the figures as one list, and the shorter lists that they may mean, each of two or more."""
    every = tuple(figures)
    for chosen in dict.fromkeys(
        (every, _of_its_kind(figures, total), _but_one(figures, total), _topmost(document, figures))
    ):
        if len(chosen) >= 2:
            yield chosen


def _topmost(document: Document, figures: list[Figure]) -> tuple[Figure, ...]:
    """The figures without those that tell of another one: "58, two of them new", "58, 3 more than ..."."""
    sentences = document.sentences
    top = []
    for figure in figures:
        after = sentences[figure.sentence].words[figure.place + 1 : figure.place + 3]
        is_of_another = after[:1] == ["of"] and after[-1] in _OF_ANOTHER
        if not is_of_another and figure.roles.isdisjoint(_MOVED):
            top.append(figure)
    return tuple(top) if len(top) < len(figures) else ()


def _in_following(
    document: Document, sentence: Sentence, total: Figure, run: list[Figure]
) -> Iterator[PartList]:
    if document.blocks[sentence.block].role is BlockRole.ITEM:
        return
    found = [
        (following, parts)
        for following in neighbours(document, sentence.index, 1)
        if may_hold_parts(following, total)
        if (parts := parts_of(following, following.figures[:MOST_SEEN], total))
    ]
    gathered: list[Figure] = []
    for at, (_, parts) in enumerate(found):
        if len(gathered) + len(parts) > MOST_PARTS:
            return
        gathered += parts
        gate = f"next {following_gate(*_first_of(found))}"
        goes_on = bool(found[at + 1 :]) and bool(rest_kind(found[at + 1][0], found[at + 1][1][0]))
        for chosen in _variants(document, gathered, total):
            yield _list(document, total, chosen, gate, goes_on=goes_on)
        if at and len(parts) > 2:
            yield _list(document, total, tuple(parts), gate, goes_on=goes_on)
        if len(run) == 1:
            yield _list(document, total, (*run, *gathered), "spill", goes_on=goes_on)


def _first_of(found: list[tuple[Sentence, list[Figure]]]) -> tuple[Sentence, Figure]:
    return found[0][0], found[0][1][0]


def _in_preceding(
    document: Document, sentence: Sentence, total: Figure, run: list[Figure]
) -> Iterator[PartList]:
    gathered: list[Figure] = []
    for before in neighbours(document, sentence.index, -1):
        if not may_hold_parts(before, total):
            continue
        found = parts_of(before, before.figures[-MOST_SEEN:], total)
        if not found:
            continue
        gathered = found + gathered
        if len(gathered) + len(run) > MOST_PARTS:
            return
        gate = closing_gate(sentence, total)
        for chosen in _variants(document, gathered, total):
            yield _list(document, total, chosen, f"next {gate}", run)
        if run:
            yield _list(document, total, (*gathered, *run), f"spill {gate}")
        if len(found) > 2 and len(gathered) == len(found):
            yield _list(document, total, tuple(found[-2:]), f"next {gate}", found)


def _items_below(document: Document, sentence: Sentence, total: Figure) -> tuple[Figure, ...]:
    """The first fitting figure of each item of the bulleted list below the total's block."""
    blocks = document.blocks
    first = sentence.block + 1
    if blocks[sentence.block].role in HEADS:
        first = next(
            (k for k in range(first, min(first + 2, len(blocks))) if _is_item(document, k)), first
        )
    if not _is_item(document, first):
        return ()
    last = first
    while _is_item(document, last) and last - first < _MOST_ITEMS:
        last += 1
    return _of_items(document, total, first, last)


def items_above(document: Document, sentence: Sentence, total: Figure) -> tuple[Figure, ...]:
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
        for figure in sentence.figures[:MOST_SEEN]:
            if sentence.block not in found and is_part(figure, total):
                found[sentence.block] = figure
    return tuple(found[k] for k in outer) if all(k in found for k in outer) else ()
