"""The open elements of an HTML page, and what their starts and ends mean for its words.

A browser is followed where it matters to what is read: which elements break a line, which are not
shown, which end tags may be missing. No tree is built: open elements lie on one stack, and every
question about them is answered from the tops of smaller stacks, so that an end tag costs the same
however deep it lies.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from figcheck.document import BlockRole
from figcheck.read import elements
from figcheck.read.assembly import UNREAD, Assembly, Piece
from figcheck.read.cells import Tables
from figcheck.read.marks import is_mark, lowered, raised

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENTITY = re.compile(r"&(?:#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_SLASH = re.compile(r"\s{0,8}(?:[/⁄]|&frasl;|&#8260;|&#[xX]2044;)")
_ROLES = {
    "blockquote": BlockRole.QUOTATION, "figcaption": BlockRole.CAPTION,
    "caption": BlockRole.CAPTION, "li": BlockRole.ITEM, "dd": BlockRole.ITEM, "dt": BlockRole.ITEM,
    "pre": BlockRole.CODE, "listing": BlockRole.CODE, "td": BlockRole.CELL, "th": BlockRole.CELL,
}  # fmt: skip
_UNDONE = frozenset(("a", "q", "table", "h1"))
_CAPTION_WORDS = 3
"""The fewest words of an alternative text that is a caption, not a file's name."""


class _Open:
    """An open element, and what its end undoes."""

    __slots__ = ("furniture", "hidden", "name", "place", "role", "spans")

    def __init__(self, name: str, start: int, end: int) -> None:
        self.name = name
        self.place = (start, end)  # of its start tag
        self.role: tuple[BlockRole, int] | None = None  # of the words around it, if it has its own
        self.hidden = 0
        self.furniture = 0
        self.spans = (1, 1)  # columns and rows of a cell


class Tree:
    """The open elements; text goes from here into the assembly."""

    def __init__(self, assembly: Assembly) -> None:
        self.assembly = assembly
        self.has_headline = False
        self._source = assembly.source
        self._stack: list[_Open | str] = []  # of an element whose end undoes nothing, the name
        self._at: dict[str, list[int]] = {}  # by name: where on the stack such elements lie
        self._blocks: list[int] = []  # where elements lie that break lines
        self._scopes: list[int] = []  # where elements lie that stray end tags do not reach out of
        self._tables = Tables(assembly)
        self._furnished: list[_Open] = []  # furniture by name alone: a headline in it disproves it
        self._pictures: list[tuple[int, int]] = []  # alternative texts, shown after their block
        self._capturer: _Open | None = None
        self._captures_note = False
        self._has_article = False
        self._line_breaks = 0  # <br> in a row
        self._entities: dict[str, str] = {}

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._stack)

    def text(self, start: int, end: int) -> None:
        """Read source[start:end] as text with entities."""
        assembly, source = self.assembly, self._source
        if assembly.hidden:
            return
        run = assembly.verbatim if assembly.role is BlockRole.CODE else assembly.run
        at = start
        if source.find("&", start, end) >= 0:
            for found in _ENTITY.finditer(source, start, end):
                decoded = self._decoded(found.group())
                if decoded != found.group():
                    run(at, found.start())
                    at = found.end()
                    assembly.put(decoded, found.start(), at)
        run(at, end)
        if self._line_breaks and not source[start:end].isspace():
            self._line_breaks = 0

    def start(self, name: str, written: str, tag: re.Match[str]) -> None:
        """A start tag, `written` its attributes."""
        if name in elements.BLOCK:
            self._close_before(name)
            self.end_block()
        attributes = elements.attributes(written) if len(written) > 2 else {}
        if name in elements.VOID:
            self._void(name, attributes, tag)
            return
        if self._at.get("head") and name not in elements.IN_HEAD:
            self._pop_to(self._at["head"][-1])
        element = _Open(name, *tag.span())
        self._push(element)
        if name in elements.HIDDEN or (attributes and elements.is_hidden(attributes)):
            self._hide(element)
        self._furnish(element, attributes)
        if name in elements.BLOCK:
            self._begin_block(element, attributes)
        else:
            self._begin_inline(element, attributes)
        if self._is_plain(element):
            self._stack[-1] = name

    def end(self, name: str, start: int, end: int) -> None:
        """An end tag."""
        places = self._at.get(name)
        is_block = name in elements.BLOCK
        if not places:
            if is_block:
                self.end_block()
            elif name == "br":
                self._break_line(start, end)
            return
        at = places[-1]
        if at < self._wall(name):
            return
        if is_block or at > _top(self._blocks):
            self._pop_to(at, start, end)
        else:  # it ends outside the block that it began in: only what it did is undone
            element = self._stack[at]
            if isinstance(element, _Open):
                self._undo(element, start, end)
            places.pop()
            self._stack[at] = ""

    def end_block(self) -> int | None:
        """End the block, and show the alternative texts of its pictures."""
        assembly = self.assembly
        index = assembly.close()
        self._line_breaks = 0
        if index is not None and self._tables and assembly.role is BlockRole.CELL:
            self._tables.add(index)
        if self._pictures and not self._at.get("figure"):
            pictures, self._pictures = self._pictures, []
            role, level = assembly.role, assembly.level
            for place in pictures:
                assembly.open(BlockRole.CAPTION)
                self.text(*place)
            assembly.open(role, level)
        return index

    def close_to(self, depth: int) -> None:
        """End the innermost elements until only `depth` are open."""
        self._pop_to(depth)

    def _decoded(self, written: str) -> str:
        decoded = self._entities.get(written)
        if decoded is None:
            decoded = self._entities[written] = unescape(written)
        return decoded

    def _wall(self, name: str) -> int:
        """Where the innermost element lies that an end tag does not reach out of."""
        if name in elements.TABLE_PARTS:
            return _top(self._at.get("table"))
        if name == "table":
            return -1
        wall = _top(self._scopes)
        return max(wall, self._top_of(elements.LISTS)) if name in elements.ITEMS else wall

    def _top_of(self, names: Iterable[str]) -> int:
        return max(_top(self._at.get(name)) for name in names)

    def _close_before(self, name: str) -> None:
        """End the elements whose end tags a start tag makes good."""
        if _top(self._at.get("p")) > _top(self._scopes):
            self._pop_to(self._at["p"][-1])
        ended = elements.CLOSED_BY.get(name)
        if ended:
            at = self._top_of(ended)
            if at > self._top_of(elements.WALLS[name]):
                self._pop_to(at)

    def _push(self, element: _Open) -> None:
        at, name = len(self._stack), element.name
        self._stack.append(element)
        self._at.setdefault(name, []).append(at)
        if name in elements.BLOCK:
            self._blocks.append(at)
        if name in elements.SCOPES:
            self._scopes.append(at)

    def _is_plain(self, element: _Open) -> bool:
        """Does the end of an element undo nothing?"""
        if element.hidden or element.furniture or element.role or element is self._capturer:
            return False
        return element.name not in _UNDONE

    def _pop_to(self, depth: int, start: int = -1, end: int = -1) -> None:
        """End elements until `depth` are open; the last of them by the tag at source[start:end]."""
        while len(self._stack) > depth:
            element = self._stack.pop()
            at, name = len(self._stack), element if isinstance(element, str) else element.name
            if not name:
                continue
            self._at[name].pop()
            for places in (self._blocks, self._scopes):
                if places and places[-1] == at:
                    places.pop()
            if isinstance(element, str):
                if name in elements.BLOCK:
                    self.end_block()
            elif at == depth and end >= 0:
                self._undo(element, start, end)
            else:
                self._undo(element, element.place[1], element.place[1])

    def _hide(self, element: _Open) -> None:
        element.hidden += 1
        self.assembly.hidden += 1

    def _furnish(self, element: _Open, attributes: dict[str, str]) -> None:
        """Mark an element as furniture where its name, class, id or role says so."""
        name = element.name
        if name in elements.FURNITURE:
            element.furniture = 1
        elif name in elements.OUTSIDE_ARTICLE:
            element.furniture = int(not self._is_in_article())
        elif name in elements.NAMED:
            is_apt = name != "span" or self.assembly.is_empty()
            element.furniture = int(
                is_apt and bool(attributes) and elements.names_furniture(attributes)
            )
        elif name in elements.DISPROOF and not (name == "article" and self._has_article):
            self._disprove()
        if name in ("article", "main"):
            self._has_article = True
        if element.furniture:
            self.assembly.furniture += 1
            if name in elements.NAMED or name in ("header", "form"):
                self._furnished.append(element)

    def _is_in_article(self) -> bool:
        return bool(self._at.get("article") or self._at.get("main"))

    def _disprove(self) -> None:
        """What holds the article is no furniture, whatever it is called."""
        for element in self._furnished:
            self.assembly.furniture -= element.furniture
            element.furniture = 0
        self._furnished.clear()

    def _begin_block(self, element: _Open, attributes: dict[str, str]) -> None:
        name, assembly = element.name, self.assembly
        role, level = _ROLES.get(name), 0
        if name in elements.HEADINGS:
            level = elements.HEADINGS[name]
            is_headline = level == 1 and not self.has_headline
            role = BlockRole.HEADLINE if is_headline else BlockRole.HEADING
        elif name == "table":
            self._tables.begin(is_layout=attributes.get("role") in ("presentation", "none"))
        elif name == "tr":
            self._tables.begin_row()
        elif role is BlockRole.CELL:
            if not self._tables:
                return
            self._tables.begin_cell()
            element.spans = elements.spans(attributes)
        elif role is BlockRole.ITEM:
            level = sum(len(self._at.get(kind, ())) for kind in elements.LISTS)
        elif name == "figcaption":
            self._pictures.clear()
        if role is not None:
            element.role = (assembly.role, assembly.level)
            assembly.open(role, level)

    def _begin_inline(self, element: _Open, attributes: dict[str, str]) -> None:
        name, assembly = element.name, self.assembly
        if name in elements.UNREAD and assembly.role is not BlockRole.CODE:
            self._hide(element)
        elif name == "q":
            assembly.put("“", *element.place)
        elif name == "a":
            assembly.links += 1
            if elements.is_note_link(attributes):
                if not assembly.is_capturing():
                    self._capture(element)
                self._captures_note = True
        elif name in ("sup", "sub") and not assembly.is_capturing():
            self._capture(element)

    def _capture(self, element: _Open) -> None:
        if not self.assembly.hidden and self.assembly.capture():
            self._capturer = element
            self._captures_note = False

    def _undo(self, element: _Open, start: int, end: int) -> None:
        """Undo what the start of an element did; its end tag is source[start:end]."""
        assembly, name = self.assembly, element.name
        if element is self._capturer:
            self._release(element, start, end)
        index = self.end_block() if name in elements.BLOCK or element.furniture else None
        if element.hidden:
            assembly.hidden -= element.hidden
            if name in elements.UNREAD and assembly.role is not BlockRole.CODE:
                assembly.put(UNREAD, element.place[0], end)
        if element.furniture:
            assembly.furniture -= 1
            element.furniture = 0
            if self._furnished and self._furnished[-1] is element:
                self._furnished.pop()
        if name == "a":
            assembly.links -= 1
        elif name == "q":
            assembly.put("”", start, end)
        elif name == "table":
            self._tables.end()
        elif name in ("td", "th") and self._tables and element.role is not None:
            is_header = name == "th" or bool(self._at.get("thead"))
            self._tables.end_cell(*element.spans, is_header=is_header)
        elif name == "h1" and index is not None:
            self.has_headline = True
        if element.role is not None:
            assembly.open(*element.role)

    def _release(self, element: _Open, start: int, end: int) -> None:
        """Place what was raised, lowered or linked, unless it is a footnote mark."""
        assembly = self.assembly
        self._capturer = None
        if not assembly.is_capturing():
            return
        pieces = assembly.release()
        text = "".join(piece.text for piece in pieces)
        if element.name == "a":
            if not (is_mark(text) and not text.strip().isalpha()):
                assembly.place(pieces)
            return
        is_fraction = text.strip().isdigit() and (
            _SLASH.match(self._source, end)
            if element.name == "sup"
            else assembly.last_character() in ("/", "⁄")
        )
        if is_fraction:
            if element.name == "sup" and assembly.last_character().isdigit():
                assembly.space(*element.place)
            read: str | None = text
        elif element.name == "sub":
            read = lowered(text)
        else:
            read = raised(text, assembly.last_word(), self._captures_note)
        if read is not None:
            assembly.place(
                pieces if read == text else [Piece(read, pieces[0].start, pieces[-1].end)]
            )

    def _void(self, name: str, attributes: dict[str, str], tag: re.Match[str]) -> None:
        if name == "br":
            self._break_line(*tag.span())
        elif name == "img" and not self.assembly.hidden:
            if len(attributes.get("alt", "").split()) < _CAPTION_WORDS:
                return
            start, end = elements.place_of("alt", tag.group(3))
            self._pictures.append((tag.start(3) + start, tag.start(3) + end))

    def _break_line(self, start: int, end: int) -> None:
        """A line break is white space; two of them end a paragraph."""
        assembly = self.assembly
        if assembly.role is BlockRole.CODE:
            assembly.put("\n", start, end)
            return
        self._line_breaks += 1
        if self._line_breaks > 1 and assembly.role is not BlockRole.CELL:
            self.end_block()
        else:
            assembly.space(start, end)


def _top(places: list[int] | None) -> int:
    return places[-1] if places else -1
