"""What ties a figure to one of another sentence: words that both have about them, pointers back.

Half of all claims cross a sentence. That a share and its base, or a total and its parts, are of one
thing is then told by a word said again ("of the tickets"), by a pronoun ("of these", "that is"), and
by how many figures of the same kind stand in between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.link.surroundings import stems_about

if TYPE_CHECKING:
    from figcheck.document import Document, Figure, Sentence

MOST_BETWEEN = 3
_MOST_FIGURES = 40  # of a sentence, looked at
_POINTERS = frozenset(
    "that this these those them it they such same latter former which both all".split()
)


def ties(document: Document, stated: Figure, figure: Figure) -> tuple[str, ...]:
    """The features of a figure in another sentence than the stated one, for the evidence."""
    one, other = document.sentences[stated.sentence], document.sentences[figure.sentence]
    shared = min(len(surroundings(one, stated) & surroundings(other, figure)), 2)
    between = figures_between(document, stated, figure)
    return (
        f"reach.shared_{shared}",
        f"reach.{_pointer(one, stated)}",
        f"reach.between_{between}",
    )


TIES = (
    tuple(f"reach.shared_{count}" for count in range(3)),
    ("reach.points_near", "reach.points_first", "reach.points_none"),
    tuple(f"reach.between_{count}" for count in range(MOST_BETWEEN + 1)),
)
"""All features of a tie, by what excludes each other."""


def surroundings(sentence: Sentence, figure: Figure) -> frozenset[str]:
    """The stems of the telling words about a figure, worked out once."""
    found = figure.surroundings
    if found is None:
        found = figure.surroundings = stems_about(sentence, figure)
    return found


def _pointer(sentence: Sentence, stated: Figure) -> str:
    """Does a word near the stated figure, or the first of its sentence, point to what was said?"""
    words = sentence.words
    if not _POINTERS.isdisjoint(words[max(0, stated.place - 4) : stated.place + 4]):
        return "points_near"
    return "points_none" if _POINTERS.isdisjoint(words[:3]) else "points_first"


def figures_between(document: Document, one: Figure, other: Figure) -> int:
    """How many figures of the second one's kind stand between two of different sentences."""
    first, last = (one, other) if one.start < other.start else (other, one)
    found = 0
    for index in range(first.sentence, last.sentence + 1):
        for figure in document.sentences[index].figures[:_MOST_FIGURES]:
            if (
                figure.kind is other.kind
                and figure.unit is other.unit
                and first.start < figure.start < last.start
            ):
                found += 1
                if found == MOST_BETWEEN:
                    return found
    return found
