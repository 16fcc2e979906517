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
    """A phrase with its classes; `noun` and `verb` are those it has as one, where it may be both."""

    words: tuple[str, ...]
    classes: tuple[str, ...]
    noun: tuple[str, ...]
    verb: tuple[str, ...]


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
        phrase = _phrase(words, classes[words])
        if len(words) == 1:
            by_first[words[0]] = start._replace(alone=phrase)
        else:
            start.longer.setdefault(words[1], []).append(phrase)
    return by_first


def _phrase(words: tuple[str, ...], classes: list[str]) -> _Phrase:
    nouns = _NOUNS.intersection(classes)
    noun = tuple([name for name in classes if name not in _VERBS]) if nouns else ()
    verb = tuple([name for name in classes if name not in nouns]) if nouns else ()
    return _Phrase(words, tuple(classes), noun, verb)


_NOUNS = frozenset(name for name, entry in TABLE.items() if entry.get("noun_after"))
_VERBS = frozenset(("rise_verb", "fall_verb", "double_verb", "halve_verb"))
_BY_FIRST = _phrases_by_first_word()

DIRECTION: dict[str, int] = {name: entry.get("direction", 0) for name, entry in TABLE.items()}
MOVES = _NOUNS | _VERBS
"""The classes that say that a level changed or that two levels differ."""


def find(words: Sequence[str]) -> list[Cue]:
    """Every cue of a typed sentence, in the order of the text."""
    found: list[Cue] = []
    by_first, to, last = _BY_FIRST, 0, len(words) - 1
    for at in [at for at, word in enumerate(words) if word in by_first]:
        if at < to:
            continue
        phrase, longer = by_first[words[at]]
        if longer and at < last and words[at + 1] in longer:
            phrase = _longest(longer[words[at + 1]], words, at) or phrase
        if phrase is not None:
            to = at + len(phrase.words)
            classes = phrase.classes
            if phrase.noun or phrase.verb:
                classes = phrase.noun if _is_noun(words, at, to) else phrase.verb
            found += [Cue(name, at, to) for name in classes]
    return found


def _longest(phrases: list[_Phrase], words: Sequence[str], at: int) -> _Phrase | None:
    """The longest of the phrases with the two words that stand at a place."""
    for phrase in phrases:
        rest = phrase.words
        if len(rest) == 2 or tuple(words[at : at + len(rest)]) == rest:
            return phrase
    return None


def _is_noun(words: Sequence[str], at: int, to: int) -> bool:
    before = words[max(0, at - 3) : at]
    if before and before[-1] in _SUBJECT_PRONOUNS:
        return False
    if any(word in _DETERMINERS for word in before):
        return True
    follower = words[to] if to < len(words) else ""
    return follower in _NOUN_FOLLOWERS and follower not in ("to", "from")
