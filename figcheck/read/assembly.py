"""The assembly of a document from marked-up source: its words, its blocks, and their origin.

A reader walks its source from front to back and hands over stretches of it. White space is
collapsed as a browser does it, characters that are never shown (soft hyphens, zero-width spaces)
are left out, and a stretch that reads otherwise than it is written (an entity) is put in as a
whole, so that `1&nbsp;000` and `**10,0**00` are one numeral with one place in the source.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Block, BlockRole, Document, Origin
from figcheck.read.furniture import demote_titles_of_links, is_furniture, repeated_titles
from figcheck.read.layout import BULLET

if TYPE_CHECKING:
    from figcheck.document import Table

UNREAD = "\ufffc"
"""Stands in the text for what is shown there but is not prose: code, a formula, an address."""

_BROKEN = re.compile("[ \t\n\r\f]{2,}|[\t\n\r\f]|[\u00ad\u200b\u2060\ufeff]+")
_UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff")
_WHITE = frozenset(" \t\n\r\f")
_MAY_BE_FURNITURE = frozenset(
    (BlockRole.PARAGRAPH, BlockRole.ITEM, BlockRole.HEADING, BlockRole.CAPTION)
)
_MAY_BE_MARKED = frozenset((BlockRole.PARAGRAPH, BlockRole.ITEM, BlockRole.HEADING))
_MAY_BE_LINK = frozenset((BlockRole.PARAGRAPH, BlockRole.ITEM))
_LIST_OF_LINKS = 3
"""So many blocks in a row that are links are a list of other pages."""


class Piece(NamedTuple):
    """Text with its place in the source; letter for letter where the lengths agree."""

    text: str
    start: int
    end: int


class Assembly:
    """A document in the making.

    `role` and `level` are those of the block that the next words begin; `hidden`, `furniture` and
    `links` count the open elements whose words are left out, are no part of the article, or lead
    elsewhere.
    """

    __slots__ = (
        "_block_length", "_block_stretches", "_captured", "_gap", "_is_linked", "_is_literal",
        "_length", "_linked", "_parts", "_source_ends", "_source_starts", "_text_starts", "blocks",
        "furniture", "hidden", "level", "links", "notes", "role", "source", "tables", "texts",
    )  # fmt: skip

    def __init__(self, source: str) -> None:
        self.source = source
        self.role = BlockRole.PARAGRAPH
        self.level = 0
        self.hidden = 0
        self.furniture = 0
        self.links = 0
        self.blocks: list[Block] = []
        self.texts: list[str] = []  # of each block, with the line break before it
        self.tables: list[Table] = []
        self.notes: list[str] = []
        self._text_starts: list[int] = []
        self._source_starts: list[int] = []
        self._source_ends: list[int] = []
        self._length = 0
        self._is_literal = False  # the last stretch is letter for letter
        self._parts: list[str] = []  # of the block being built
        self._block_length = 0  # of the text before it
        self._block_stretches = 0
        self._gap: tuple[int, int] | None = None  # white space, shown only if words follow
        self._captured: list[Piece] | None = None
        self._is_linked = True  # all words of the block so far are those of links
        self._linked: list[int] = []  # the blocks of which that is so

    def open(self, role: BlockRole, level: int = 0) -> None:
        """End the block, if one is being built, and name the role of the next."""
        self.close()
        self.role, self.level = role, level

    def is_empty(self) -> bool:
        """Has the block no words yet?"""
        return not self._parts

    def last_character(self) -> str:
        """The last character of the block, " " where white space follows it, "" where none is."""
        if not self._parts:
            return ""
        return " " if self._gap else self._parts[-1][-1]

    def last_word(self) -> str:
        """The letters and digits that end the block so far, at most 24 of them."""
        if self._gap:
            return ""
        tail = "".join(self._parts[-6:])[-24:]
        at = len(tail)
        while at and (tail[at - 1].isalnum() or tail[at - 1] in ",.'’"):
            at -= 1
        return tail[at:]

    def run(self, start: int, end: int) -> None:
        """Add source[start:end] as words, its white space collapsed."""
        if self.hidden:
            return
        source, at = self.source, start
        for found in _BROKEN.finditer(source, start, end):
            self._line(at, found.start())
            at = found.end()
            if source[found.start()] in _WHITE:
                self.space(found.start(), at)
        self._line(at, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Add words that stand for source[start:end] as a whole."""
        if self.hidden:
            return
        if not _UNSEEN.isdisjoint(text):
            text = "".join(c for c in text if c not in _UNSEEN)
        if not text:
            return
        if _WHITE.issuperset(text):
            self.space(start, end)
        else:
            self._add(text, start, end)

    def verbatim(self, start: int, end: int) -> None:
        """Add source[start:end] as it is, white space and all."""
        if not self.hidden and start < end:
            self._add(self.source[start:end], start, end)

    def space(self, start: int, end: int) -> None:
        """Note white space at source[start:end]."""
        if self.hidden:
            return
        if self._captured is not None:
            if self._captured and self._captured[-1].text != " ":
                self._captured.append(Piece(" ", start, end))
        elif self._parts:
            self._gap = (self._gap[0] if self._gap else start, end)

    def capture(self) -> bool:
        """Keep back what is added from here on, until `release`; False if something is already."""
        if self._captured is not None:
            return False
        self._captured = []
        return True

    def is_capturing(self) -> bool:
        return self._captured is not None

    def release(self) -> list[Piece]:
        """What was kept back."""
        pieces, self._captured = self._captured or [], None
        return pieces

    def place(self, pieces: list[Piece]) -> None:
        """Add pieces that were kept back."""
        for piece in pieces:
            if piece.text == " ":
                self.space(piece.start, piece.end)
            else:
                self._add(*piece)

    def close(self) -> int | None:
        """End the block and return its index; None where it would hold no words."""
        if self._captured is not None:
            self.place(self.release())
        self._gap = None
        if not self._parts:
            return None
        text = "".join(self._parts)
        words = text.strip()
        if not words:
            self._undo()
            return None
        start = self._block_length + len(text) - len(text.lstrip())
        end = start + len(words)
        role, level = self._role_of(words), self.level
        mark = BULLET.match(words) if role in _MAY_BE_MARKED else None
        if mark:
            start += mark.end()
            if role is BlockRole.PARAGRAPH:
                role, level = BlockRole.ITEM, 1
        self.blocks.append(Block(start, end, role, level))
        self.texts.append(text)
        if self._is_linked:
            self._linked.append(len(self.blocks) - 1)
        self._is_linked = True
        self._parts = []
        self._block_length, self._block_stretches = self._length, len(self._text_starts)
        self._is_literal = False
        return len(self.blocks) - 1

    def document(self, format: str) -> Document:  # noqa: A002
        """The document that was assembled."""
        self.close()
        _demote_repeated_titles(self)
        _demote_link_lists(self.blocks, self.texts, self._linked)
        text = "".join(self.texts)
        demote_titles_of_links(self.blocks, text)
        _name_headline(self)
        self._text_starts.append(self._length)
        origin = Origin(self._text_starts, self._source_starts, self._source_ends)
        document = Document(
            self.source, text, self.blocks, format=format, origin=origin,
            tables=self.tables,
        )  # fmt: skip
        document.notes += self.notes
        return document

    def _line(self, start: int, end: int) -> None:
        """Add a stretch in which white space is single spaces."""
        if start >= end:
            return
        source = self.source
        if source[start] == " ":
            self.space(start, start + 1)
            start += 1
        stop = end - 1 if end > start and source[end - 1] == " " else end
        if start < stop:
            self._add(source[start:stop], start, stop)
        if stop < end:
            self.space(stop, end)

    def _add(self, text: str, start: int, end: int) -> None:
        if self._captured is not None:
            self._captured.append(Piece(text, start, end))
            return
        if not self._parts:
            if self.blocks:
                at = self._source_ends[-1]
                self._stretch("\n", at, at)
        elif self._gap:
            self._stretch(" ", *self._gap)
        self._gap = None
        self._is_linked = self._is_linked and (self.links > 0 or not any(map(str.isalnum, text)))
        self._stretch(text, start, end)

    def _stretch(self, text: str, start: int, end: int) -> None:
        is_literal = len(text) == end - start
        if is_literal and self._is_literal and self._source_ends[-1] == start:
            self._source_ends[-1] = end
        else:
            self._text_starts.append(self._length)
            self._source_starts.append(start)
            self._source_ends.append(end)
            self._is_literal = is_literal
        self._parts.append(text)
        self._length += len(text)

    def _undo(self) -> None:
        """Take back a block without words."""
        self._is_linked = True
        kept = self._block_stretches
        del self._text_starts[kept:], self._source_starts[kept:], self._source_ends[kept:]
        self._parts = []
        self._length = self._block_length
        self._is_literal = False

    def _role_of(self, words: str) -> BlockRole:
        if self.furniture:
            return BlockRole.FURNITURE
        if self.role in _MAY_BE_FURNITURE and is_furniture(words):
            return BlockRole.FURNITURE
        return self.role


def _demote_repeated_titles(assembly: Assembly) -> None:
    """Dated titles that stand alone more than once are links to other pages."""
    blocks, texts = assembly.blocks, assembly.texts
    alone = [
        index for index, block in enumerate(blocks) if block.role in _MAY_BE_FURNITURE
    ]  # fmt: skip
    titles = repeated_titles(texts[index].strip() for index in alone)
    if titles:
        for index in alone:
            if texts[index].strip() in titles:
                blocks[index] = blocks[index]._replace(role=BlockRole.FURNITURE)


def _demote_link_lists(blocks: list[Block], texts: list[str], linked: list[int]) -> None:
    """Blocks in a row of which each is one link and no sentence lead to other pages."""
    run: list[int] = []
    for index in (*linked, -1):
        is_link = (
            index >= 0 and blocks[index].role in _MAY_BE_LINK and texts[index].strip()[-1] != "."
        )
        if run and not (is_link and index == run[-1] + 1):
            if len(run) >= _LIST_OF_LINKS:
                for at in run:
                    blocks[at] = blocks[at]._replace(role=BlockRole.FURNITURE)
            run = []
        if is_link:
            run.append(index)


def _name_headline(assembly: Assembly) -> None:
    """Without a headline, the first heading of level 1 is it, or the first of any."""
    blocks = assembly.blocks
    if any(block.role is BlockRole.HEADLINE for block in blocks):
        return
    headings = [index for index, block in enumerate(blocks) if block.role is BlockRole.HEADING]
    if headings:
        first = next((index for index in headings if blocks[index].level == 1), headings[0])
        blocks[first] = blocks[first]._replace(role=BlockRole.HEADLINE)
