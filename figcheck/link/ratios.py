"""Ratios: a part named with its whole, "17 of 58", "17/58", "17 out of the 58 patients"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.document import Kind

if TYPE_CHECKING:
    from figcheck.document import Sentence

_KINDS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.STATISTIC))
_BETWEEN = frozenset((
    ("/",), ("of",), ("of", "the"), ("of", "its"), ("of", "their"), ("of", "all"), ("of", "those"), ("of", "these"),
    ("out", "of"), ("out", "of", "the"), ("out", "of", "its"), ("out", "of", "a", "total", "of"),
    ("of", "a", "total", "of"), ("of", "a", "possible"), ("from", "the"), ("among", "the"), ("among",),
))  # fmt: skip


def attach_ratios(sentence: Sentence) -> None:
    """Give a part and the whole that it is named with the roles "numerator" and "denominator"."""
    words = sentence.words
    for part, whole in zip(sentence.figures, sentence.figures[1:], strict=False):
        if part.kind not in _KINDS or whole.kind not in _KINDS:
            continue
        if whole.place - part.place > 6:
            continue
        between = tuple(words[part.place + 1 : whole.place])
        if between in _BETWEEN or between[1:] in _BETWEEN - {("/",)}:
            part.roles |= {"numerator"}
            whole.roles |= {"denominator"}
