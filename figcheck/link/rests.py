"""What is called the rest, with its whole and the parts that are named beside it.

"Of the 312 flats 187 are occupied; the other 125 ..."; "the remaining 6,500 of the 62,000". The
whole may stand before its parts, in an earlier sentence, or behind the rest.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.link.addends import neighbours
from figcheck.link.lists import (
    MOST_PARTS,
    MOST_SEEN,
    earlier,
    is_out_of,
    is_part,
    items_above,
    later,
    parts_of,
)
from figcheck.link.partlist import PartList
from figcheck.link.restnames import (
    IMPLIED,
    IMPLIES_REST,
    NAMES_OF_REST,
    implied_rest,
    rest_kind,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Document, Figure, Sentence

_OF_WHOLES = frozenset(("of", "is", "total", "to", "with", "for", "denominator"))


def rest_lists(document: Document, rest: Figure) -> Iterator[PartList]:
    """For a figure that is called the rest: its whole, then the parts that are named beside it."""
    sentence = document.sentences[rest.sentence]
    kind = kind_of_rest(sentence, rest)
    if not kind or "both" in sentence.words[: rest.place]:
        return  # what is both is counted twice
    pool = parts_of(sentence, earlier(sentence, rest), rest)[-MOST_PARTS:]
    whole = _whole_behind(sentence, rest)
    if whole is not None:
        yield from _around(document, sentence, rest, whole, pool)
    pools = [(kind, pool)]
    for before in neighbours(document, sentence.index, -1):
        pool = (parts_of(before, before.figures[-MOST_SEEN:], rest) + pool)[-MOST_PARTS:]
        pools.append((f"next {kind}", pool))
    if kind in IMPLIED and any(figure.value == rest.value for figure in pool):
        return  # what was named before, not what is left of it
    most = max((Fraction(figure.value or 0) for figure in pool), default=Fraction(0))
    for gate, pool in pools:
        yield from _wholes(document, rest, pool, gate, most)


def may_hold_rest(sentence: Sentence) -> bool:
    """Does the sentence hold a word that may call a figure the rest?"""
    vocabulary = sentence.vocabulary
    return not (NAMES_OF_REST.isdisjoint(vocabulary) and IMPLIES_REST.isdisjoint(vocabulary))


def kind_of_rest(sentence: Sentence, figure: Figure) -> str:
    """How a figure is called or made the rest; "" where it is not."""
    vocabulary = sentence.vocabulary
    kind = "" if NAMES_OF_REST.isdisjoint(vocabulary) else rest_kind(sentence, figure)
    return kind or ("" if IMPLIES_REST.isdisjoint(vocabulary) else implied_rest(sentence, figure))


def _wholes(
    document: Document, rest: Figure, pool: list[Figure], gate: str, most: Fraction
) -> Iterator[PartList]:
    """Each figure that may be the whole, the nearest first, with all that stand behind it."""
    wholes = [k for k in range(len(pool)) if _tops(pool[k], [*pool[k + 1 :], rest])]
    for k in reversed(wholes[-3:]):
        parts = pool[k + 1 :]
        if k and is_out_of(document, pool[k - 1], pool[k]) and _tops(pool[k], [pool[k - 1]]):
            parts = [pool[k - 1], *parts]
        place = "list.outermost" if pool[k].value == most else "list.inner"
        for chosen in _ways(pool[k], tuple(parts), rest):
            yield _rest_list(document, pool[k], chosen, rest, gate, place)


def _ways(whole: Figure, parts: tuple[Figure, ...], rest: Figure) -> Iterator[tuple[Figure, ...]]:
    """The parts, and those of them that count what the whole does, or that leave just the rest."""
    if parts:
        yield parts
    alike = tuple(f for f in parts if f.owner in ("", "them", whole.owner, rest.owner))
    if alike and len(alike) < len(parts):
        yield alike
    excess = sum(Fraction(f.value or 0) for f in (*parts, rest)) - Fraction(whole.value or 0)
    stray = next((f for f in parts if excess > 0 and f.value == excess), None)
    if stray is not None and len(parts) > 1:
        yield tuple(f for f in parts if f is not stray)


def _whole_behind(sentence: Sentence, rest: Figure) -> Figure | None:
    """ "The remaining 6,500 of the 62,000"."""
    for figure in later(sentence, rest)[:1]:
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
    items = items_above(document, sentence, rest)
    if items and _tops(whole, list(items)):
        yield _rest_list(document, whole, items, rest, "items rest")
    for before in neighbours(document, sentence.index, -1):
        pool = parts_of(before, before.figures[-MOST_SEEN:], rest) + pool
        parts = [f for f in pool if f.value != whole.value][-MOST_PARTS:]
        if parts and _tops(whole, parts):
            yield _rest_list(document, whole, tuple(parts), rest, "next rest")


def _rest_list(
    document: Document,
    whole: Figure,
    parts: tuple[Figure, ...],
    rest: Figure,
    gate: str,
    *place: str,
) -> PartList:
    sentence = document.sentences[whole.sentence]
    likes = parts_of(sentence, sentence.figures[:MOST_SEEN], rest)
    first = "first" if likes and likes[0] is whole else "later"
    roles = [f"list.whole {role}" for role in sorted(whole.roles & _OF_WHOLES)] or [
        "list.whole bare"
    ]
    others = (_sameness(whole, rest), f"list.whole {first}", *roles, *place)
    members = (*parts, rest)
    return PartList(document, whole, (whole, *parts), gate, [], members=members, others=others)


def _sameness(whole: Figure, rest: Figure) -> str:
    """Does the rest count what the whole counts?"""
    if not rest.owner or not whole.owner:
        return "list.rest bare"
    return "list.rest same" if rest.owner == whole.owner else "list.rest foreign"


def _tops(whole: Figure, parts: list[Figure]) -> bool:
    return all(
        part.value is None or whole.value is None or part.value < whole.value for part in parts
    )
