"""Surroundings: the telling words about a figure, by which two figures are known for one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from figcheck.document import Figure, Sentence

_AROUND = 12  # items before and behind a figure whose words say what it is about
_EMPTY = frozenset(
    "that this with from have been were they their there which would could should about after before "
    "over under more than less also when while will into only some such other others what said says "
    "most many much very just last next year years month months week weeks days percent million billion "
    "thousand hundred including between during through against compared since until where each those "
    "these them then both being because according around still even first second third".split()
)
_SUFFIXES = ("ings", "ing", "ed", "es", "s", "d", "e")
_NONE = frozenset(("",))
_SHORTEST = 3  # letters that a suffix leaves
_LONGEST = 7  # letters of a stem


def stems_about(sentence: Sentence, figure: Figure) -> frozenset[str]:
    """The stems of the telling words about a figure: "auditor", "recomme" for "recommendations"."""
    found = figure.stems
    if found is None:
        place = figure.place
        words = sentence.words[max(0, place - _AROUND) : place + _AROUND]
        found = figure.stems = telling_stems(words)
    return found


def telling_stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of those words that tell of something."""
    return frozenset(map(_stem, words)) - _NONE


@lru_cache(8192)
def _stem(word: str) -> str:
    """A word without its ending, in so far as it tells of anything; else nothing."""
    if len(word) <= _SHORTEST or not word.isalpha() or word in _EMPTY:
        return ""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            return word[: -len(suffix)][:_LONGEST]
    return word[:_LONGEST]
