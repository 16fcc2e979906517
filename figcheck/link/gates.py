"""Gates: what ties a list of figures to its total.

Before its parts: "whole" ("made up of"), "open"
("including"), "of which", "of" ("Of the 12, 5 ..."), "bracket", "brackets" (each part in its own),
"colon", "dash", "with", "comma", "plain". Behind them: "sum" ("a total of"), "total", "together",
"that" ("that makes"), "all" ("all 820 women"), "the", "bare level" ("came to 820"), "bare".
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from figcheck.document import Figure, Sentence

_DASHES = frozenset(("—", "–"))
_SPACED = frozenset(("-", "--"))
OF_THEM = frozenset(("which", "whom", "these", "those", "them", "us"))
_ALL = frozenset(("all", "these", "those", "both", "every"))
_THAT = frozenset(("that", "that's", "which", "making", "makes", "this", "it", "giving", "gives"))
_STATED = frozenset(("is", "to", "on", "at"))
_TOTAL_REACH = 20  # items before a total in which what makes it one may begin


def opening_gate(sentence: Sentence, total: Figure, first: Figure) -> str:
    """What ties the list that begins with `first` to the total before it."""
    words = sentence.words
    start = total.place + 1
    between = words[start : first.place]
    for cue in sentence.cues_within(start, first.place):
        if cue.to <= first.place:
            if cue.name == "whole_list":
                return "whole"
            if cue.name == "open_list":
                return "of which" if words[cue.to - 1] in OF_THEM else "open"
    depth = between.count("(") + between.count("[") - between.count(")") - between.count("]")
    if depth > 0:
        return "bracket"
    if ":" in between:
        return "colon"
    if _DASHES.intersection(between) or _has_spaced_dash(sentence, start, first.place):
        return "dash"
    if opens_with_of(sentence, total):
        return "of"
    if OF_THEM.intersection(words[first.place + 1 : first.place + 4]):
        return "of them"
    if words[first.place - 1] == "with":
        return "with"
    if ";" in between:
        return "semicolon"
    return "comma" if "," in between else "plain"


def _has_spaced_dash(sentence: Sentence, start: int, stop: int) -> bool:
    """A hyphen with a space on either side stands for a dash."""
    starts, words = sentence.starts, sentence.words
    return any(
        words[at] in _SPACED
        and at
        and starts[at + 1] > starts[at] + len(words[at])
        and (at - 1 in sentence.figure_at or starts[at] > starts[at - 1] + len(words[at - 1]))
        for at in range(start, stop)
    )


def opens_with_of(sentence: Sentence, total: Figure) -> bool:
    """ "Of the 312 flats in the tower, 187 are occupied": the clause begins with its whole."""
    words = sentence.words
    for at in range(total.place - 1, max(-1, total.place - 5), -1):
        if words[at] == "of":
            return at == 0 or not words[at - 1].isalnum() or words[at - 1] in ("and", "but", "out")
    return False


def bracket_end(sentence: Sentence, place: int) -> int:
    """Where the bracket closes in which an item stands."""
    depth = 0
    words = sentence.words
    for at in range(place, min(len(words), place + 200)):
        if words[at] in ("(", "["):
            depth += 1
        elif words[at] in (")", "]"):
            if not depth:
                return at
            depth -= 1
    return len(words)


def has_own_bracket(sentence: Sentence, figure: Figure) -> bool:
    """Does the figure stand in brackets?"""
    words = sentence.words
    for at in range(figure.place - 1, max(-1, figure.place - 12), -1):
        if words[at] in (")", "]", "#"):
            return False
        if words[at] in ("(", "["):
            return True
    return False


def following_gate(sentence: Sentence, first: Figure) -> str:
    """What opens a list in a sentence behind that of the total."""
    for cue in sentence.cues:
        if cue.to <= first.place and cue.name in ("whole_list", "open_list"):
            if cue.name == "whole_list":
                return "whole"
            return "of which" if sentence.words[cue.to - 1] in OF_THEM else "open"
    words = sentence.words[max(0, first.place - 6) : first.place]
    if ":" in words:
        return "colon"
    if "of" in words and (OF_THEM.intersection(words) or _points_back(words)):
        return "of which"
    return "first" if first.place <= 2 else "plain"


def _points_back(words: list[str]) -> bool:
    """ "Of that, 52 ..."; "of this 52 ..."."""
    return any(
        one == "of" and other in ("that", "this", "it") for one, other in itertools.pairwise(words)
    )


def closing_gate(sentence: Sentence, total: Figure) -> str:
    """What makes a figure the total of the parts before it."""
    words, place = sentence.words, total.place
    if _is_called_sum(sentence, total):
        return "sum"
    for cue in sentence.cues_within(total.place - _TOTAL_REACH, total.place + 7):
        if (
            cue.name == "total_after"
            and -10 <= cue.to - place <= 8
            and (cue.to <= place or cue.at <= place + 6)
            and "#" not in words[cue.to : place]
        ):
            return (
                "together"
                if words[cue.at] in ("together", "combined", "between", "across")
                else "total"
            )
    before = words[max(0, place - 4) : place]
    if _THAT.intersection(before):
        return "that"
    if _ALL.intersection(before[-2:]):
        return "all"
    if before[-1:] == ["the"]:
        return "the"
    return "bare" if total.roles.isdisjoint(_STATED) else "bare level"


def _is_called_sum(sentence: Sentence, total: Figure) -> bool:
    """Is the figure itself called a sum: "a total of 41", "41 in all", "= 41"?"""
    words, place = sentence.words, total.place
    if words[max(0, place - 1) : place] == ["="]:
        return True
    for cue in sentence.cues_within(place - _TOTAL_REACH, place + 5):
        if cue.name == "sum" and (
            -3 <= cue.to - place <= 0 or (cue.at > place and "#" not in words[place + 1 : cue.at])
        ):
            return True
    return False
