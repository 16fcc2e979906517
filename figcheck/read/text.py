"""The reader of plain text: paragraphs, headlines, list items and page furniture by their layout."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Block, BlockRole, Document
from figcheck.read.furniture import is_furniture, repeated_titles

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\r\n]+")
_BULLET = re.compile(r"\s{0,12}(?:[-*•·‣▪–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
_ENDS = frozenset(".!?:;\"”’')…")
_HEADLINE_MOST = 140
_WRAPPED_LEAST = 45


class _Line(NamedTuple):
    start: int
    end: int
    blank_before: bool


def read_text(source: str) -> Document:
    """The document of a plain text: `text` is the source itself."""
    lines = list(_lines(source))
    titles = repeated_titles(source[line.start : line.end] for line in lines)
    blocks = []
    for group in _paragraphs(source, lines, titles):
        start, end = group[0].start, group[-1].end
        text = source[start:end]
        if text in titles or is_furniture(text):
            role = BlockRole.FURNITURE
        elif _BULLET.match(text):
            role = BlockRole.ITEM
        elif len(group) == 1 and _is_title(text):
            role = BlockRole.HEADING if blocks else BlockRole.HEADLINE
        else:
            role = BlockRole.PARAGRAPH
        blocks.append(Block(start, end, role))
    return Document(source, source, blocks)


def _lines(source: str) -> Iterator[_Line]:
    """The lines that hold more than white space, without the space around them."""
    last_end = 0
    for found in _LINE.finditer(source):
        text = found.group()
        stripped = text.strip()
        if not stripped:
            continue
        start = found.start() + len(text) - len(text.lstrip())
        breaks = source.count("\n", last_end, found.start()) + (
            source.count("\r", last_end, found.start()) if "\n" not in source else 0
        )
        yield _Line(start, start + len(stripped), breaks > 1)
        last_end = found.end()


def _paragraphs(source: str, lines: list[_Line], titles: frozenset[str]) -> Iterator[list[_Line]]:
    """Lines that make one paragraph: hard-wrapped ones together, all others each for itself."""
    group: list[_Line] = []
    for line in lines:
        if group and (not _continues(source, group, line) or _stands_alone(source, line, titles)):
            yield group
            group = []
        group.append(line)
        if _stands_alone(source, line, titles):
            yield group
            group = []
    if group:
        yield group


def _stands_alone(source: str, line: _Line, titles: frozenset[str]) -> bool:
    text = source[line.start : line.end]
    return text in titles or is_furniture(text)


def _continues(source: str, group: list[_Line], line: _Line) -> bool:
    """Is the line the wrapped continuation of the one before?"""
    before = group[-1]
    if line.blank_before or _BULLET.match(source, line.start, line.end):
        return False
    width = before.end - before.start
    if width < _WRAPPED_LEAST or width > 120:
        return False
    if source[before.end - 1] in ".!?" and width < 60:
        return False
    if len(group) == 1 and source[before.end - 1] not in _ENDS:
        return line.end - line.start <= width * 2
    return abs(width - (group[0].end - group[0].start)) <= 30


def _is_title(text: str) -> bool:
    """A short line that ends without a stop, and holds more than a figure."""
    return len(text) <= _HEADLINE_MOST and text[-1] not in _ENDS and text[-1] != ","
