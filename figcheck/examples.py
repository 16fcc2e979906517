"""The examples in a rule's docstring: sentences that must be found, hold, or be passed over.

Under the headings `Bad`, `Good` and `Passed over`, each indented block is one example. Its lines
are one paragraph that the page wrapped; a line of nothing but `|` parts two paragraphs. Under
`Bad (markdown)` or `Bad (html)` the lines are the source as it stands. A line of carets marks a
figure of the line above that must be found, and words that the message must hold:

    The panel of 12 is made up of 5 doctors, 4 nurses and 2 patients.
                 ^^ 5 + 4 + 2 = 11, not 12
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from figcheck.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterator

_INDENT = 4
_HEADING = re.compile(r"(Bad|Good|Passed over)(?: \((markdown|html)\))?")
_CARETS = re.compile(r"( *)(\^+)(?: (\S.*))?")


class Mark(NamedTuple):
    """A figure of an example's text that must be found, and words of the message."""

    start: int
    end: int
    words: str


class Example(NamedTuple):
    """A text of a rule's docstring, and every finding that it must give."""

    heading: str  # "Bad", "Good" or "Passed over"
    format: str  # "text", "markdown" or "html"
    text: str
    marks: tuple[Mark, ...]
    line: int  # of the docstring, from 1


def examples(doc: str) -> Iterator[Example]:
    """The examples of a docstring. RuleError where one contradicts its heading."""
    heading, form = "", "text"
    block: list[str] = []
    for number, line in enumerate([*doc.splitlines(), ""], 1):
        if line[:_INDENT].isspace() and len(line) > _INDENT:
            block.append(line[_INDENT:].rstrip())
            continue
        if block and heading:
            yield _example(heading, form, block, number - len(block))
        block = []
        if found := _HEADING.fullmatch(line):
            heading, form = found[1], found[2] or "text"
        elif line.strip():
            heading = ""


def _example(heading: str, form: str, block: list[str], line: int) -> Example:
    text, gap, start = "", "", 0
    marks: list[Mark] = []
    for row in block:
        if text and (carets := _CARETS.fullmatch(row)):
            marks.append(_mark(carets, start, len(text), line))
        elif row == "|":
            gap = "\n\n"
        else:
            start = len(text) + len(gap)
            text += gap + row
            gap = " " if form == "text" else "\n"
    if bool(marks) != (heading == "Bad"):
        fault = "no carets" if heading == "Bad" else "carets"
        raise RuleError(f"docstring, line {line}: an example under {heading!r} has {fault}")
    return Example(heading, form, text, tuple(sorted(marks)), line)


def _mark(carets: re.Match[str], start: int, end: int, line: int) -> Mark:
    """The mark of a caret line under the line that is text[start:end]."""
    mark = Mark(start + carets.start(2), start + carets.end(2), carets[3] or "")
    if not mark.words or mark.end > end:
        fault = "stand under no text" if mark.words else "say nothing"
        raise RuleError(f"docstring, line {line}: carets that {fault}")
    return mark
