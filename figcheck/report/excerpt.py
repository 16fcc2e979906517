"""Excerpts of a source: the lines that hold some marked stretches, with the marks beneath.

A line that is too long for the page is cut to a window around its marks; marks that stand too far
apart for one window get a window each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Span
from figcheck.report.visible import cells, columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from figcheck.document import Document

_CUT = "…"
_MOST = 8
"""The most lines of one excerpt."""
_WORD = 16
"""How far a cut may move inwards to fall between two words."""
_BREAK = re.compile(r"[\r\n]")
_PART = re.compile(r"[^\r\n]+")


class Row(NamedTuple):
    """A line of an excerpt: its number in the source, its text, and the marks beneath it."""

    line: int
    text: str
    marks: str


class _Mark(NamedTuple):
    start: int
    end: int
    sign: str


def excerpt(document: Document, main: Span, related: Sequence[Span], width: int) -> list[Row]:
    """The lines with the main stretch, marked `^`, and the related ones, marked `~`.

    `width` is in columns of a terminal. At most eight lines, those nearest to the main stretch.
    """
    source = document.source
    signs = {**dict.fromkeys(related, "~"), main: "^"}
    marks = sorted(
        _Mark(start, end, sign)
        for span, sign in signs.items()
        for start, end in _by_line(source, *span)
    )
    groups = _grouped(source, marks, width)
    at = next((k for k, group in enumerate(groups) if any(m.sign == "^" for m in group)), 0)
    first = max(0, min(at - _MOST // 2, len(groups) - _MOST))
    return [_row(document, group, width) for group in groups[first : first + _MOST]]


def _by_line(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a stretch on each of its lines; an empty stretch is a part."""
    if start == end:
        yield start, end
    for part in _PART.finditer(source, start, end):
        yield part.span()


def _grouped(source: str, marks: list[_Mark], width: int) -> list[list[_Mark]]:
    """Runs of marks on one line that one window can show."""
    groups: list[list[_Mark]] = []
    for mark in marks:
        if groups and _is_near(source, groups[-1][0].start, mark.end, width - 2 * len(_CUT)):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


def _is_near(source: str, start: int, end: int, room: int) -> bool:
    if end - start > room or _BREAK.search(source, start, end):
        return False
    return columns(source[start:end]) <= room


def _row(document: Document, marks: list[_Mark], width: int) -> Row:
    """The row of a group of marks."""
    source = document.source
    marked = Span(marks[0].start, max(mark.end for mark in marks))
    start, end = _window(source, marked, width)
    signs = _signs(marks, end)
    text, beneath = [], []
    if start > 0 and source[start - 1] not in "\r\n":
        text.append(_CUT)
        beneath.append(" ")
    for offset, (char, size) in enumerate(cells(source[start:end]), start):
        text.append(char)
        beneath.append(signs.get(offset, " ") * size)
    beneath.append(signs.get(end, "") if marked.start == end else "")
    if end < len(source) and source[end] not in "\r\n":
        text.append(_CUT)
    line, _ = document.line_column(marked.start)
    return Row(line, "".join(text).rstrip(), "".join(beneath).rstrip())


def _signs(marks: list[_Mark], most: int) -> dict[int, str]:
    """The sign under each offset up to `most`; the main mark covers the related ones."""
    signs: dict[int, str] = {}
    for start, end, sign in sorted(marks, key=lambda mark: mark.sign, reverse=True):
        signs.update(dict.fromkeys(range(start, min(max(end, start + 1), most + 1)), sign))
    return signs


def _window(source: str, marked: Span, width: int) -> Span:
    """The part of the line around the marked stretch that fits the width, cut between words."""
    start, end = marked
    line = _line_around(source, marked, width)
    room = width - 2 * len(_CUT)
    spare = room - columns(source[start : min(end, start + width)])
    if spare <= 0:
        return Span(start, start + _fitting(source[start:end], room))
    after = columns(source[end : line.end])
    left = start - _fitting(source[line.start : start][::-1], max(spare // 2, spare - after))
    right = end + _fitting(source[end : line.end], spare - columns(source[left:start]))
    if left > line.start:
        left = 1 + source.find(" ", left, min(left + _WORD, start)) or left
    if right < line.end:
        space = source.rfind(" ", max(right - _WORD, end), right)
        right = space if space >= 0 else right
    return Span(left, right)


def _line_around(source: str, marked: Span, most: int) -> Span:
    """The line of a stretch, at most so many characters of it on either side."""
    least = max(0, marked.start - most)
    start = max(source.rfind(mark, least, marked.start) for mark in "\r\n") + 1
    limit = min(len(source), marked.end + most)
    stop = _BREAK.search(source, marked.end, limit)
    return Span(start or least, stop.start() if stop else limit)


def _fitting(text: str, room: int) -> int:
    """How many of the first characters fit the room."""
    used = 0
    for count, (_, size) in enumerate(cells(text)):
        used += size
        if used > room:
            return count
    return len(text)
