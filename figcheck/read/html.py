"""The reader of HTML: a scanner of its own, from front to back, that keeps every position.

It recurses nowhere and takes back nothing it has passed, so its time is linear in the source,
whatever is left open in it. What the tags mean is the business of `figcheck.read.tree`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from figcheck.document import BYTE_ORDER_MARK, BlockRole
from figcheck.read.assembly import Assembly
from figcheck.read.elements import RAW
from figcheck.read.tree import Tree

if TYPE_CHECKING:
    from figcheck.document import Document

_MARKUP = re.compile(r"<(?=[a-zA-Z/!?])")
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+)>""")
_TAG_WITHOUT_QUOTES = re.compile(r"<(/?)([a-zA-Z][^\s/><]*+)([^<>]*+)>")
_COMMENT_END = re.compile(r"--!?>")
_HEADING = re.compile(r"<h1[\s>]", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<>]{0,200}>([^<]{1,1000})", re.IGNORECASE)


def read_html(source: str) -> Document:
    """The document of an HTML page or fragment."""
    title = _TITLE.search(source)
    has_heading = _HEADING.search(source) is not None
    assembly = _scan(source, None if has_heading else title)
    if title and has_heading and all(b.role is not BlockRole.HEADLINE for b in assembly.blocks):
        assembly = _scan(source, title)
    return assembly.document("html")


def _scan(source: str, title: re.Match[str] | None) -> Assembly:
    """Read a page, its title as the headline if that is given."""
    assembly = Assembly(source)
    tree = Tree(assembly)
    if title is not None:
        assembly.open(BlockRole.HEADLINE, 1)
        tree.text(*title.span(1))
        assembly.open(BlockRole.PARAGRAPH)
        tree.has_headline = bool(assembly.blocks)
    start = len(BYTE_ORDER_MARK) if source.startswith(BYTE_ORDER_MARK) else 0
    Scanner(tree).feed(start, len(source))
    tree.close_to(0)
    tree.end_block()
    return assembly


class Scanner:
    """Cuts stretches of HTML into tags and text for a tree."""

    __slots__ = ("_endless", "_is_xml", "_source", "_tree", "_trusts_quotes")

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._source = source = tree.assembly.source
        self._is_xml = source[:200].lstrip(BYTE_ORDER_MARK + " \t\r\n").startswith("<?xml")
        self._trusts_quotes = True
        self._endless: set[str] = set()  # ends that do not come again in the stretch

    def feed(self, start: int, end: int) -> None:
        """Read source[start:end]."""
        self._endless.clear()
        at = start
        while at < end:
            found = _MARKUP.search(self._source, at, end)
            if found is None:
                self._tree.text(at, end)
                return
            if found.start() > at:
                self._tree.text(at, found.start())
            at = self._markup(found.start(), end)

    def _markup(self, at: int, end: int) -> int:
        """Read the markup at an offset; the offset behind it."""
        source, tree = self._source, self._tree
        mark = source[at + 1]
        if mark in "!?" or (mark == "/" and not source[at + 2 : at + 3].isalpha()):
            return self._declaration(at, end)
        found = _TAG.match(source, at, end) if self._trusts_quotes else None
        if found is None:
            # A quote that never ends: from here on, a tag ends at its first angle bracket.
            self._trusts_quotes = False
            found = _TAG_WITHOUT_QUOTES.match(source, at, end)
            if found is None:
                tree.text(at, at + 1)
                return at + 1
        slash, name, attributes = found.groups()
        name = name.lower()
        if slash:
            tree.end(name, *found.span())
        else:
            tree.start(name, attributes, found)
            if name in RAW:
                return self._pass_raw(name, found.end(), end)
        return found.end()

    def _pass_raw(self, name: str, at: int, end: int) -> int:
        """Pass over what is not looked into, up to its end tag."""
        if name in self._endless:
            return at
        found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self._source, at, end)
        if found is None:
            self._endless.add(name)
            return at
        return found.start()

    def _declaration(self, at: int, end: int) -> int:
        """Pass over a comment, a doctype, a processing instruction; CDATA of XML is text."""
        source, tree = self._source, self._tree
        if source.startswith("<!--", at):
            if source.startswith((">", "->"), at + 4):
                return source.index(">", at) + 1
            found = _COMMENT_END.search(source, at + 4, end)
            if found is None:
                tree.assembly.notes.append("a comment without an end: what follows it was not read")
                return end
            return found.end()
        if self._is_xml and source.startswith("<![CDATA[", at):
            stop = source.find("]]>", at, end)
            tree.assembly.run(at + 9, end if stop < 0 else stop)
            return end if stop < 0 else stop + 3
        closing = "?>" if self._is_xml and source.startswith("<?", at) else ">"
        stop = -1 if closing in self._endless else source.find(closing, at, end)
        if stop < 0:
            self._endless.add(closing)
            tree.text(at, at + 2)
            return at + 2
        return stop + len(closing)
