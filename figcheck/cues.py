"""The phrases of a sentence that assert a relation between figures, by class.

The classes and their phrases are in `data/cues_en.toml`. A sentence is looked through word by word
in a dictionary of first words; at each place the longest phrase wins, and a phrase of several
classes gives a cue for each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Cue
from figcheck.tables.cues_en import TABLE

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    classes: tuple[str, ...]


_DETERMINERS = frozenset(
    "a an the this that its his her their our any no another every each of in by big large small "
    "sharp slight modest further similar net pay year-on-year annual steep # overall".split()
)
_NOUN_FOLLOWERS = frozenset(("of", "in", "on", "from", "to", "was", "is", "over", "since"))
_SUBJECT_PRONOUNS = frozenset(("it", "they", "he", "she", "we", "which", "to", "will", "who"))


class _Start(NamedTuple):
    """The phrases that begin with one word: it alone, and the longer ones by their second word."""

    alone: _Phrase | None
    longer: dict[str, list[_Phrase]]


def _phrases_by_first_word() -> dict[str, _Start]:
    classes: dict[tuple[str, ...], list[str]] = {}
    for name, entry in TABLE.items():
        for phrase in entry["phrases"]:
            classes.setdefault(tuple(phrase.split()), []).append(name)
    by_first: dict[str, _Start] = {}
    for words in sorted(classes, key=len, reverse=True):
        start = by_first.setdefault(words[0], _Start(None, {}))
        phrase = _Phrase(words, tuple(classes[words]))
        if len(words) == 1:
            by_first[words[0]] = start._replace(alone=phrase)
        else:
            start.longer.setdefault(words[1], []).append(phrase)
    return by_first


_BY_FIRST = _phrases_by_first_word()
_NOUNS = frozenset(name for name, entry in TABLE.items() if entry.get("noun_after"))
_VERBS = frozenset(("rise_verb", "fall_verb", "double_verb", "halve_verb"))

DIRECTION: dict[str, int] = {name: entry.get("direction", 0) for name, entry in TABLE.items()}
MOVES = _NOUNS | _VERBS
"""The classes that say that a level changed or that two levels differ."""


def find(words: Sequence[str]) -> list[Cue]:
    """Every cue of a typed sentence, in the order of the text."""
    found: list[Cue] = []
    by_first, to = _BY_FIRST, 0
    for at in [at for at, word in enumerate(words) if word in by_first]:
        if at < to:
            continue
        phrase = _longest(by_first[words[at]], words, at)
        if phrase is not None:
            to = at + len(phrase.words)
            found += [Cue(name, at, to) for name in _classes_here(phrase, words, at, to)]
    return found


def _longest(start: _Start, words: Sequence[str], at: int) -> _Phrase | None:
    if start.longer and at + 1 < len(words):
        for phrase in start.longer.get(words[at + 1], ()):
            rest = phrase.words
            if len(rest) == 2 or tuple(words[at : at + len(rest)]) == rest:
                return phrase
    return start.alone


def _classes_here(phrase: _Phrase, words: Sequence[str], at: int, to: int) -> tuple[str, ...]:
    """The phrase's classes at this place: a change word is a noun or a verb, not both."""
    nouns = _NOUNS.intersection(phrase.classes)
    if not nouns:
        return phrase.classes
    if _is_noun(words, at, to):
        return tuple(name for name in phrase.classes if name not in _VERBS)
    return tuple(name for name in phrase.classes if name not in nouns)


def _is_noun(words: Sequence[str], at: int, to: int) -> bool:
    before = words[max(0, at - 3) : at]
    if before and before[-1] in _SUBJECT_PRONOUNS:
        return False
    if any(word in _DETERMINERS for word in before):
        return True
    follower = words[to] if to < len(words) else ""
    return follower in _NOUN_FOLLOWERS and follower not in ("to", "from")
