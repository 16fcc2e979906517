"""The clauses of a sentence: which items share a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.cues import MOVES

if TYPE_CHECKING:
    from figcheck.document import Sentence

_CONTRAST = frozenset(("while", "whereas", "but", "although", "though", ";", "whilst", "yet"))


def clauses_of(sentence: Sentence) -> list[int]:
    """The index of the clause of each item.

    A contrast ("while", "but", a semicolon) opens a clause; so does "and" or a comma with "and"
    where a verb of change stands on both sides of it.
    """
    words = sentence.words
    moves = [cue.at for cue in sentence.cues if cue.name in MOVES]
    if _CONTRAST.isdisjoint(words) and not (moves and "and" in words):
        return [0] * len(words)
    numbers, clause, opened = [], 0, 0
    for at, word in enumerate(words):
        if at > opened and (
            word in _CONTRAST or (word == "and" and _parts_verbs(words, at, opened, moves))
        ):
            clause += 1
            opened = at
        numbers.append(clause)
    return numbers


def _parts_verbs(words: list[str], at: int, opened: int, moves: list[int]) -> bool:
    """Does a verb of change stand in this clause before `at`, and shortly after it, before a figure?"""
    if not any(opened <= move < at for move in moves):
        return False
    for later in range(at + 1, min(at + 9, len(words))):
        if words[later] == "#":
            return False
        if later in moves:
            return True
    return False
