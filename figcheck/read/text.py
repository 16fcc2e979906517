"""The reader of plain text: paragraphs, headings, lists, tables and furniture by their layout."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Block, BlockRole, Document
from figcheck.read.furniture import demote_titles_of_links, is_furniture, repeated_titles
from figcheck.read.layout import BULLET, Line, is_wrapped, lines_of, wrap_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from figcheck.document import Table
    from figcheck.read.plaintables import PlainTable

_QUOTED = re.compile(r">[>\s]*")
_GOES_ON = re.compile(r"[a-z][a-z'’-]|\[[0-9]|[0-9A-Z]{1,4}\)[.,;]|[,;:)]")
_CANNOT_END = frozenset(
    "a an the of by in on at to and or for with from that as is was were has have had its their "
    "his her it be been will would who which than into about more not this these said says "
    "between".split()
)
_CAPTION = re.compile(
    r"(?:Figure|Fig\.|Table|Chart|Exhibit) ?[A-Z]?[0-9]{1,3}(?:[.:|]|\s[A-Z])"
    r"|(?:(?:File )?Photo|Image|Picture|Pictured|Caption|Graphic|Map)\s?[:|]"
)
_SENTENCE_ENDS = frozenset(".!?:;…")
_CLOSERS = "\"'”’»)]"
_LONGEST_TITLE = 140
_LONGEST_QUESTION = 100
_SHORTEST_WRAPPED = 30
_LIST_OF_TITLES = 3
"""So many lines in a row that look like titles are a list."""


class _Group(NamedTuple):
    """Lines that make one block; `role` is HEADING for all that look like titles."""

    lines: list[Line]
    role: BlockRole
    start: int


def read_text(source: str) -> Document:
    """The document of a plain text: `text` is the source itself."""
    lines = lines_of(source)
    reader = _Reader(lines)
    tables: list[Table] = []
    at = 0
    for plain in _tables(source, lines):
        reader.prose(lines[at : plain.first])
        table = plain.table(reader.blocks)
        if table is not None:
            tables.append(table)
        at = plain.last
    reader.prose(lines[at:])
    demote_titles_of_links(reader.blocks, source)
    return Document(source, source, reader.blocks, tables=tables)


def _tables(source: str, lines: Sequence[Line]) -> Iterator[PlainTable]:
    """The tables of a text; what finds them is imported where there may be one."""
    if "|" in source or "\t" in source or "  " in source:
        from figcheck.read.plaintables import plain_tables

        yield from plain_tables(source, lines)


class _Reader:
    """Makes blocks of lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.blocks: list[Block] = []
        self._titles = repeated_titles(line.text for line in lines)
        self._width = wrap_width(lines)
        self._is_past_headline = False
        self._ends_in_colon = False
        self._lines = len(lines)
        self._indents: list[int] = []  # of the list items that are open

    def prose(self, lines: Sequence[Line]) -> None:
        """Add the blocks of lines that are no table."""
        groups = [self._group(group) for group in self._paragraphs(lines)]
        at = 0
        while at < len(groups):
            to = at
            while to < len(groups) and groups[to].role is BlockRole.HEADING:
                to += 1
            if to > at:
                self._add_titles(groups, at, to)
                at = to
            else:
                self._add(groups[at], groups[at].role)
                at += 1

    def _paragraphs(self, lines: Sequence[Line]) -> list[list[Line]]:
        """Lines that go together: hard-wrapped ones, all others each for itself."""
        groups: list[list[Line]] = []
        is_open = False
        for line in lines:
            if _QUOTED.fullmatch(line.text):
                is_open = False  # a blank line that is quoted
                continue
            alone = self._is_furniture(line.text)
            if is_open and not alone and self._goes_on(groups[-1], line):
                groups[-1].append(line)
            else:
                groups.append([line])
            is_open = not alone
        return groups

    def _is_furniture(self, text: str) -> bool:
        return text in self._titles or is_furniture(text)

    def _goes_on(self, group: list[Line], line: Line) -> bool:
        """Is the line the wrapped continuation of those before?"""
        before, text = group[-1], line.text
        if (before.text[0] == ">") != (text[0] == ">"):
            return False
        is_unended = before.text.rstrip(_CLOSERS)[-1:] not in _SENTENCE_ENDS
        is_hanging = is_unended and before.text.rpartition(" ")[2] in _CANNOT_END
        if line.blanks:
            return line.blanks == 1 and is_hanging and text[0].islower()
        if is_hanging:
            return True
        if is_unended and len(before.text) >= _SHORTEST_WRAPPED and _GOES_ON.match(text):
            return True
        if BULLET.match(text):
            is_listed = text[0] == "1" or BULLET.match(group[0].text)
            return is_unended and text[0].isdigit() and not is_listed
        if line.indent > group[0].indent and BULLET.match(group[0].text):
            return True
        return self._is_wrapped(before, line)

    def _is_wrapped(self, before: Line, line: Line) -> bool:
        return self._width > 0 and is_wrapped(before, line, self._width)

    def _group(self, lines: list[Line]) -> _Group:
        first, text = lines[0], lines[0].text
        start, role = first.start, BlockRole.PARAGRAPH
        bullet, quote = BULLET.match(text), _QUOTED.match(text)
        if len(lines) == 1 and self._is_furniture(text):
            role = BlockRole.FURNITURE
        elif quote:
            role = BlockRole.QUOTATION
            start += quote.end()
        elif bullet:
            role = BlockRole.ITEM
            start += bullet.end()
        elif _CAPTION.match(text):
            role = BlockRole.CAPTION
        elif len(lines) == 1 and self._is_title(text):
            role = BlockRole.HEADING
        return _Group(lines, role, start)

    def _is_title(self, text: str) -> bool:
        """A short line that ends without a stop, and begins like a title."""
        if len(text) > _LONGEST_TITLE:
            return False
        end = text.rstrip(_CLOSERS)[-1:]
        if end and end in "?!" and self._lines > 1:
            return len(text) <= _LONGEST_QUESTION
        return end not in _SENTENCE_ENDS and end not in ("", ",") and not text[0].islower()

    def _add_titles(self, groups: list[_Group], at: int, to: int) -> None:
        """Add lines that look like titles: the headline, headings, or the items of a list."""
        is_opened = self._ends_in_colon
        if not self._is_past_headline and self._lines > 1:
            self._add(groups[at], BlockRole.HEADLINE, 1)
            at += 1
        last = groups[to - 1].lines[0]
        is_list = to - at >= (2 if is_opened else _LIST_OF_TITLES)
        for index in range(at, to):
            is_heading = index == to - 1 and to < len(groups) and last.blanks > 0
            role = BlockRole.ITEM if is_list and not is_heading else BlockRole.HEADING
            self._add(groups[index], role, 1 if role is BlockRole.ITEM else 2)

    def _add(self, group: _Group, role: BlockRole, level: int = 0) -> None:
        if role is BlockRole.ITEM and not level:
            level = self._depth(group.lines[0].indent)
        elif role is not BlockRole.ITEM:
            self._indents.clear()
        self._is_past_headline |= role is not BlockRole.FURNITURE
        self.blocks.append(Block(group.start, group.lines[-1].end, role, level))
        self._ends_in_colon = role is BlockRole.PARAGRAPH and group.lines[-1].text[-1] == ":"

    def _depth(self, indent: int) -> int:
        """How deep an item lies in its list, by its indent."""
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
        if not self._indents or self._indents[-1] < indent:
            self._indents.append(indent)
        return len(self._indents)
