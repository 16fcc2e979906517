"""The lines of a plain text, and the width at which they were wrapped, if they were."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

BULLET = re.compile(r"(?:[-*•·‣▪◦●○–—]|\(?(?:[0-9]{1,3}|[a-z]|[ivx]{1,4})[.)])[ \t]+(?=\S)")
"""The mark of a list item: no word of it."""
_ENDS_OF_LINES = "\r\n\f\v\x85\u2028\u2029"
_LINE = re.compile(f"[^{_ENDS_OF_LINES}]*(?:\r\n|[{_ENDS_OF_LINES}]|(?<=.)$)")
_WHITE = " \t\u00a0\u2002\u2003\u2009\u202f\u3000\ufeff\u200b"
_BLANK = _WHITE + _ENDS_OF_LINES
_ENDS = frozenset(".!?:;")
_WIDTHS = range(30, 131)
_LONG = 200
_SLACK = 6


class Line(NamedTuple):
    """A line that holds more than white space, without the space around it."""

    start: int
    end: int
    text: str
    indent: int
    blanks: int  # blank lines before it


def lines_of(source: str) -> list[Line]:
    """The lines of a text that hold anything."""
    lines: list[Line] = []
    start, breaks = 0, 0  # line ends since the last line that holds anything
    for written in _split(source):
        text = written.strip(_BLANK)
        if text:
            indent = len(written) - len(written.lstrip(_WHITE))
            begin = start + indent
            is_first = not lines and source[:start] == "\n"
            blanks = 0 if is_first else breaks - bool(lines)
            lines.append(Line(begin, begin + len(text), text, indent, blanks))
            breaks = 0
        start += len(written)
        breaks += 1
    return lines


def _split(source: str) -> list[str]:
    """The lines of a text with their ends; `splitlines` would break at separators of fields too."""
    if "\x1c" in source or "\x1d" in source or "\x1e" in source:
        return _LINE.findall(source)
    return source.splitlines(keepends=True)


def wrap_width(lines: Sequence[Line]) -> int:
    """The width at which the lines of a text were wrapped; 0 where each is a paragraph of its own.

    Wrapped lines end in the middle of a sentence, and go on in lower case more often than not.
    """
    if sum(len(line.text) > _LONG for line in lines) * 2 > len(lines):
        return 0
    unended = 0
    widths = []
    for before, line in pairwise(lines):
        width = len(before.text)
        if line.blanks or width not in _WIDTHS or before.text[-1] in _ENDS:
            continue
        unended += 1
        if line.text[0].islower():
            widths.append(width)
    if len(widths) * 5 < unended * 2 or not widths:
        return 0
    widths.sort()
    return widths[len(widths) * 19 // 20]


def is_wrapped(before: Line, line: Line, width: int) -> bool:
    """Did the next line's first word not fit into the line before, at this width?"""
    word = line.text.split(None, 1)[0]
    return len(before.text) + 1 + len(word) > width - _SLACK
