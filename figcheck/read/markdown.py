"""The reader of Markdown: CommonMark and GitHub's extensions, parsed by pyromark.

pyromark gives ranges in UTF-8 bytes; they are led back to code points here. Raw HTML goes through
the scanner of the HTML reader into the same assembly, so that the two nest as they are written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pyromark
from pyromark import Options

from figcheck.document import BYTE_ORDER_MARK, BlockRole
from figcheck.read.assembly import UNREAD, Assembly, Piece
from figcheck.read.codepoints import CodePoints
from figcheck.read.frontmatter import read_front_matter
from figcheck.read.grids import Grid
from figcheck.read.html import Scanner
from figcheck.read.marks import is_mark
from figcheck.read.nesting import DEEPEST, tame
from figcheck.read.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from figcheck.document import Document

_PARSER = pyromark.Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_GFM
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
)

_LOST_NOTE = re.compile(r"\[\^[^\]\s]{1,60}\]")


def read_markdown(source: str) -> Document:
    """The document of a Markdown text."""
    assembly = Assembly(source)
    start = len(BYTE_ORDER_MARK) if source.startswith(BYTE_ORDER_MARK) else 0
    start = read_front_matter(assembly, start)
    body, is_cut = tame(source[start:])
    if is_cut:
        assembly.notes.append(
            f"quotes or lists nest more than {DEEPEST} deep: read as text from there"
        )
    reader = _Reader(assembly)
    place = CodePoints(body, start)
    for event, extent in _PARSER.events_with_range(body, merge_text=False):
        reader.read(event, place(extent["start"]), place(extent["end"]))
    reader.finish()
    return assembly.document("markdown")


class _Frame(NamedTuple):
    """What the end of a block goes back to."""

    role: BlockRole
    level: int
    depth: int  # of the HTML tree


class _Reader:
    """Carries the events of the parser into the assembly."""

    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly
        self._tree = Tree(assembly)
        self._tree.has_headline = any(b.role is BlockRole.HEADLINE for b in assembly.blocks)
        self._scanner = Scanner(self._tree)
        self._frames: list[_Frame] = []
        self._lists = 0
        self._grid = Grid()
        self._is_header = False
        self._raw: tuple[int, int] | None = None  # HTML lines that follow one another
        self._note_end = 0  # of a reference whose footnote is missing
        self._links: list[str] = []  # open links: "address", "note" or ""
        self._images: list[bool] = []  # open images: is its text kept back for a caption?
        self._captions: list[list[Piece]] = []  # alternative texts, shown after their block
        self._starts: dict[str, Callable[[Any, int, int], object]] = {
            "Paragraph": self._begin, "HtmlBlock": self._begin_raw, "Heading": self._begin_heading,
            "Item": self._begin_item, "BlockQuote": self._begin_quotation,
            "CodeBlock": self._begin_code, "List": self._begin_list, "Table": self._begin_table,
            "FootnoteDefinition": self._begin, "TableHead": self._begin_head,
            "TableRow": self._begin_row, "TableCell": self._begin, "Image": self._begin_image,
            "Strikethrough": self._hide, "Link": self._begin_link,
        }  # fmt: skip
        self._ends: dict[str, Callable[[Any, int, int], object]] = {
            "Paragraph": self._end, "HtmlBlock": self._end_raw, "Heading": self._end_heading,
            "Item": self._end, "BlockQuote": self._end, "CodeBlock": self._end,
            "List": self._end_list, "Table": self._end_table, "FootnoteDefinition": self._end,
            "TableCell": self._end_cell, "Image": self._end_image, "Strikethrough": self._show,
            "Link": self._end_link,
        }  # fmt: skip

    def read(self, event: Any, start: int, end: int) -> None:
        """One event of the parser, of source[start:end]."""
        if isinstance(event, str):
            name: str = event
            content: Any = None
        else:
            ((name, content),) = event.items()
        if name == "Text":
            self._text(content, start, end)
        elif name in ("Start", "End"):
            tag, data = (content, None) if isinstance(content, str) else next(iter(content.items()))
            act = (self._starts if name == "Start" else self._ends).get(tag)
            if act is not None:
                act(data, start, end)
        elif name in ("SoftBreak", "HardBreak"):
            self._assembly.space(start, end)
        elif name == "Html":
            self._raw_line(start, end)
        elif name == "InlineHtml":
            self._scanner.feed(start, end)
        elif name in ("Code", "InlineMath", "DisplayMath"):
            self._assembly.put(UNREAD, start, end)
        elif name == "Rule":
            self._end_block()

    def finish(self) -> None:
        """End what is still open."""
        self._tree.close_to(0)
        self._end_block()

    def _text(self, text: str, start: int, end: int) -> None:
        assembly = self._assembly
        if start < self._note_end:
            return
        note = _LOST_NOTE.match(assembly.source, start) if text == "[" else None
        if note:
            self._note_end = note.end()
        elif len(text) != end - start:
            assembly.put(text, start, end)
        elif assembly.role is BlockRole.CODE:
            assembly.verbatim(start, end)
        else:
            assembly.run(start, end)

    def _end_block(self) -> int | None:
        """End the block, and show the alternative texts of its pictures."""
        index = self._tree.end_block()
        if self._captions:
            captions, self._captions = self._captions, []
            assembly = self._assembly
            role, level = assembly.role, assembly.level
            for pieces in captions:
                assembly.open(BlockRole.CAPTION)
                assembly.place(pieces)
            assembly.open(role, level)
        return index

    def _begin(self, _: Any, start: int, end: int) -> None:
        self._end_block()
        assembly = self._assembly
        self._frames.append(_Frame(assembly.role, assembly.level, self._tree.depth))

    def _begin_as(self, role: BlockRole, level: int = 0) -> None:
        self._begin(None, 0, 0)
        self._assembly.open(role, level)

    def _end(self, _: Any, start: int, end: int) -> int | None:
        frame = self._frames.pop()
        self._tree.close_to(frame.depth)
        index = self._end_block()
        self._assembly.open(frame.role, frame.level)
        return index

    def _begin_heading(self, data: dict[str, Any], start: int, end: int) -> None:
        level = int(data["level"][1])
        is_headline = level == 1 and not self._tree.has_headline
        self._begin_as(BlockRole.HEADLINE if is_headline else BlockRole.HEADING, level)

    def _end_heading(self, level: str, start: int, end: int) -> None:
        index = self._end(None, start, end)
        self._tree.has_headline |= level == "H1" and index is not None

    def _begin_quotation(self, kind: str | None, start: int, end: int) -> None:
        self._begin_as(BlockRole.PARAGRAPH if kind else BlockRole.QUOTATION)

    def _begin_code(self, _: Any, start: int, end: int) -> None:
        self._begin_as(BlockRole.CODE)

    def _begin_list(self, _: Any, start: int, end: int) -> None:
        self._end_block()
        self._lists += 1

    def _end_list(self, _: Any, start: int, end: int) -> None:
        self._lists -= 1

    def _begin_item(self, _: Any, start: int, end: int) -> None:
        self._begin_as(BlockRole.ITEM, self._lists)

    def _begin_raw(self, _: Any, start: int, end: int) -> None:
        self._end_block()

    def _raw_line(self, start: int, end: int) -> None:
        """Keep the lines of an HTML block together, so that a tag may run over several."""
        if self._raw and self._raw[1] == start:
            start = self._raw[0]
        else:
            self._feed_raw()
        self._raw = (start, end)

    def _feed_raw(self) -> None:
        if self._raw:
            self._scanner.feed(*self._raw)
            self._raw = None

    def _end_raw(self, _: Any, start: int, end: int) -> None:
        self._feed_raw()
        self._end_block()

    def _begin_table(self, _: Any, start: int, end: int) -> None:
        self._begin_as(BlockRole.CELL)
        self._grid = Grid()

    def _begin_head(self, _: Any, start: int, end: int) -> None:
        self._is_header = True
        self._grid.row()

    def _begin_row(self, _: Any, start: int, end: int) -> None:
        self._is_header = False
        self._grid.row()

    def _end_cell(self, _: Any, start: int, end: int) -> None:
        self._grid.cell(self._end(None, start, end), is_header=self._is_header)

    def _end_table(self, _: Any, start: int, end: int) -> None:
        table = self._grid.table()
        if table is not None:
            self._assembly.tables.append(table)
        self._end(None, start, end)

    def _hide(self, _: Any, start: int, end: int) -> None:
        self._assembly.hidden += 1

    def _show(self, _: Any, start: int, end: int) -> None:
        self._assembly.hidden -= 1

    def _begin_image(self, _: Any, start: int, end: int) -> None:
        self._images.append(self._assembly.capture())

    def _end_image(self, _: Any, start: int, end: int) -> None:
        if self._images.pop():
            pieces = self._assembly.release()
            if pieces and not self._assembly.hidden:
                self._captions.append(pieces)

    def _begin_link(self, data: dict[str, str], start: int, end: int) -> None:
        kind = ""
        self._assembly.links += 1
        if data["link_type"] in ("Autolink", "Email"):
            kind = "address"
            self._assembly.hidden += 1
        elif data["dest_url"].startswith("#") and self._assembly.capture():
            kind = "note"
        self._links.append(kind)

    def _end_link(self, _: Any, start: int, end: int) -> None:
        assembly, kind = self._assembly, self._links.pop()
        if kind == "address":
            assembly.hidden -= 1
            assembly.put(UNREAD, start, end)
        elif kind == "note":
            pieces = assembly.release()
            if not is_mark("".join(piece.text for piece in pieces)):
                assembly.place(pieces)
        assembly.links -= 1
