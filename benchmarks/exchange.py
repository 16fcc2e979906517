"""Documents whose figures have changed places with others written alike: what chance makes of a text.

Each figure is given the words of a figure of another document with the same written format: the
same kind and unit, and the same letters, marks and number of digits ("$18.4 million" for "$26.1
million", "seven years" for "three years"); a date keeps its weekday. The words around it stay, so
that a rule that fires on the words fires again; what it reads then holds by chance alone.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Kind
from figcheck.tables.number_words import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from figcheck.document import Document, Figure, Span

_ROUNDS = 8
_WORDS = frozenset(TABLE["small"]) - {"one"}  # "one" is a pronoun and a singular as well
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_WEEKDAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|tue|wed|thu|fri|sat|sun)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"[^\W\d_]+|\d|\W|_")


class Place(NamedTuple):
    """Where a figure stands: which document, and its span in the source."""

    document: int
    span: Span
    text: str


def written_format(figure: Figure) -> str:
    """How a figure is written: kind, unit, and its text with each digit and number word left open."""
    unit = figure.unit.name if figure.unit else ""
    shape = "".join([_open(part) for part in _PART.findall(figure.text)])
    return f"{figure.kind} {unit} {shape}"


def _open(part: str) -> str:
    if part.isdecimal():
        return "0"
    word = part.lower()
    letter = (
        "n" if word in _WORDS else "m" if word in _MONTHS else "w" if _WEEKDAY.match(word) else ""
    )
    if not letter:
        return part
    return letter.upper() if part[0].isupper() else letter


def exchanged(documents: Sequence[Document], seed: int) -> list[str]:
    """The sources of linked documents, their figures exchanged. A figure none is like stays."""
    places: dict[str, list[Place]] = defaultdict(list)
    for number, document in enumerate(documents):
        for figure in document.figures:
            span = document.source_span(figure.start, figure.end)
            text = document.source[span.start : span.end]
            if figure.kind is not Kind.LABEL and text == figure.text:
                places[written_format(figure)].append(Place(number, span, text))
    chance = random.Random(seed)
    edits: dict[int, list[tuple[Span, str]]] = defaultdict(list)
    for name in sorted(places):
        alike = places[name]
        for place, other in zip(alike, _dealt(alike, chance), strict=True):
            edits[place.document].append((place.span, _on_own_day(place.text, other.text)))
    return [_edited(document.source, edits[number]) for number, document in enumerate(documents)]


def _dealt(places: Sequence[Place], chance: random.Random) -> list[Place]:
    """The places in another order, no document's own in it where that can be helped."""
    dealt = list(places)
    chance.shuffle(dealt)
    for _ in range(_ROUNDS):
        own = [k for k, place in enumerate(places) if dealt[k].document == place.document]
        if not own:
            break
        for k in own:
            other = chance.randrange(len(dealt))
            dealt[k], dealt[other] = dealt[other], dealt[k]
    return dealt


def _on_own_day(own: str, other: str) -> str:
    """The other date with the weekday that is named here, which is held against the date."""
    day = _WEEKDAY.search(own)
    return _WEEKDAY.sub(day[0], other, count=1) if day else other


def _edited(source: str, edits: Iterable[tuple[Span, str]]) -> str:
    parts: list[str] = []
    done = 0
    for (start, end), text in sorted(edits):
        if start < done:  # one figure inside another
            continue
        parts += (source[done:start], text)
        done = end
    return "".join([*parts, source[done:]])
