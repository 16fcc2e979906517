"""What ties a figure to one of another sentence: words that both have about them, pointers back.

Half of all claims cross a sentence. That a share and its base, or a total and its parts, are of one
thing is then told by a word said again ("of the tickets"), by a pronoun ("of these", "that is"), and
by how many figures of the same kind stand in between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.extract.nouns import singular

if TYPE_CHECKING:
    from figcheck.document import Document, Figure, Sentence

MOST_BETWEEN = 3
_BEHIND, _AHEAD = 10, 8  # items of a figure's surroundings, before and behind it
_LEAST_LETTERS = 4
_MOST_FIGURES = 40  # of a sentence, looked at
_POINTERS = frozenset(
    "that this these those them it they such same latter former which both all".split()
)
_EMPTY = frozenset(
    "about above across after again ahead almost alone along already also although among another around "
    "because been before behind being below between both came come could down during each early either "
    "else even ever every expected fell figure first from further gave given have having here into itself "
    "just last late later least less like made make many might month months more most much nearly neither "
    "never next none number only other others over percent quarter roughly rose said same says second "
    "several should since some still such take than that their them then there these they third this those "
    "through today together told total under until upon very week weeks well were what when where whether "
    "which while will with within without would year years yesterday your".split()
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
    """The words with a meaning of their own that stand near a figure, as singulars."""
    found = figure.surroundings
    if found is None:
        words = sentence.words[max(0, figure.place - _BEHIND) : figure.place + _AHEAD]
        found = figure.surroundings = frozenset(
            [
                singular(word)
                for word in words
                if len(word) >= _LEAST_LETTERS and word not in _EMPTY and word.isalpha()
            ]
        )
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
