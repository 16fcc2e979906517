"""Cells as they are printed: brackets that close next door, signs in cells of their own, marks.

Reports set a negative number as "(740" with the ")" in the next cell, "12.3" beside a "%" in a cell
of its own, and glue a footnote's mark to a number: "1,240(1)". What such a cell states is put right
before anything is worked out from it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from figcheck.document import Kind
from figcheck.extract.numerals import read_digits
from figcheck.units import PERCENT

if TYPE_CHECKING:
    from figcheck.document import Document, Figure, Table

_MARKED = re.compile(r"((?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,12})(?:\.[0-9]{1,6})?)\([1-9a-z]\)")
_OPEN = re.compile(r"(?:[A-Z]{0,3}[$£€¥] ?)?\([$£€¥]? ?[0-9.,]+")
_CLOSING = re.compile(r"\) ?%?|%\)")
_PERCENT = re.compile(r"\)? ?%|%\)")
_MARKS = re.compile(r"(?:\([0-9a-z]\)|[*†‡§])+$")
_SIGNS = frozenset(
    ("", "$", "£", "€", "¥", "us$", "a$", "c$", "%", ")", ")%", "%)", ") %", "(", "rmb")
)


def is_sign(text: str) -> bool:
    """Is a cell of this text a part of the number beside it: "$", ")", "%"; or nothing at all?"""
    return text in _SIGNS or (text[:1] in "%)(" and _MARKS.sub("", text) in _SIGNS)


def by_block(document: Document) -> dict[int, list[Figure]]:
    """The figures of each block that has some."""
    found: dict[int, list[Figure]] = {}
    for sentence in document.sentences:
        if sentence.figures:
            found.setdefault(sentence.block, []).extend(sentence.figures)
    return found


def text_of(document: Document, block: int | None) -> str:
    """The text of a cell in lower case, without marks of emphasis."""
    if block is None:
        return ""
    found = document.blocks[block]
    return document.text[found.start : found.end].strip(" \t\n\u00a0*_").lower()


def attach_cells(document: Document) -> None:
    """Mend the figures of cells that are printed in pieces or carry a mark, in place."""
    if not document.tables:
        return
    figures = by_block(document)
    done: set[int] = set()
    for table in document.tables:
        _attach(document, table, figures, done)


def _attach(
    document: Document, table: Table, figures: dict[int, list[Figure]], done: set[int]
) -> None:
    for row in table.rows:
        for column, block in enumerate(row):
            if block is None or block in done or len(figures.get(block, ())) != 1:
                continue
            done.add(block)
            (figure,) = figures[block]
            beside = row[column + 1] if column + 1 < len(row) else None
            _mend(document, figure, block, beside)


def _mend(document: Document, figure: Figure, block: int, beside: int | None) -> None:
    if figure.kind is Kind.LABEL:
        _unmark(document, figure)
    if figure.kind is not Kind.COUNT or figure.unit is not None or figure.value is None:
        return
    text, after = text_of(document, block), text_of(document, beside) if beside != block else ""
    after = _MARKS.sub("", after)
    if _CLOSING.fullmatch(after) and figure.value > 0 and _OPEN.fullmatch(text.upper()):
        figure.value = -figure.value
        figure.admitted = None
    if _PERCENT.fullmatch(after) or text.endswith((")%", ") %")):
        figure.kind, figure.unit, figure.admitted = Kind.SHARE, PERCENT, None


def _unmark(document: Document, figure: Figure) -> None:
    """A number with a footnote's mark is that number, less than nothing behind a minus."""
    found = _MARKED.fullmatch(figure.text)
    digits = read_digits(found.group(1)) if found else None
    if found is None or digits is None:
        return
    figure.value, figure.grain, figure.own_grain = digits
    figure.kind, figure.text, figure.admitted = Kind.COUNT, found.group(1), None
    figure.end = figure.start + len(figure.text)
    if figure.start and document.text[figure.start - 1] in "-−":
        figure.start -= 1
        figure.text = document.text[figure.start : figure.end]
        figure.value = -figure.value
