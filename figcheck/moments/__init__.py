"""Moments: the points and spans of time that a text names, in figures, words or both.

"Last week", "the end of 2007", "tomorrow night at 9", "three days ago", "every Monday": what the
figures of a sentence leave in words. Each is resolved to days where the document tells its own date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from figcheck.moments.grammar import phrases
from figcheck.moments.resolve import own_date, resolve
from figcheck.moments.tokens import tokens_of

if TYPE_CHECKING:
    from datetime import date

    from figcheck.document import Document, Figure

_AHEAD = frozenset(
    "will would shall due plans plan planned scheduled expected expects set to-be upcoming "
    "tomorrow until ahead".split()
)


class Moment(NamedTuple):
    """A point or span of time: text[start:end], the figures in it and, if known, its days."""

    start: int
    end: int
    figures: tuple[Figure, ...]
    days: tuple[date, date] | None = None  # the first and the last


def moments(document: Document) -> list[Moment]:
    """The moments of a document whose figures have been read, in its order."""
    found: list[Moment] = []
    today = own_date(document)
    for sentence in document.sentences:
        tokens = tokens_of(document.text, sentence)
        is_ahead = any(token.word in _AHEAD for token in tokens)
        for at, to in phrases(tokens):
            inside = tuple(token.figure for token in tokens[at:to] if token.figure is not None)
            days = resolve(tokens[at:to], today, is_ahead)
            found.append(Moment(tokens[at].start, tokens[to - 1].end, inside, days))
    return found
