"""Front matter: the keys that a page generator reads before the text, in YAML or TOML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from figcheck.document import BlockRole

if TYPE_CHECKING:
    from figcheck.read.assembly import Assembly

_OPENING = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n?|\n)(?=[ \t]*(?:#|[\w\"'-]+[ \t]*[:=]))")
_CLOSINGS = {
    "---": re.compile(r"(?<![^\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)"),
    "+++": re.compile(r"(?<![^\r\n])\+\+\+[ \t]*(?:\r\n?|\n|\Z)"),
}
_LINE = re.compile(r"[^\r\n]+")
_TITLE = re.compile(r"(?:title|headline)[ \t]*[:=][ \t]*", re.IGNORECASE)
_BLOCK_SCALAR = re.compile(r"[>|][-+0-9]{0,2}")


def read_front_matter(assembly: Assembly, start: int) -> int:
    """Read front matter at an offset of the source: the title is the headline, the rest furniture.

    The offset behind it, the same one where there is none.
    """
    source = assembly.source
    opening = _OPENING.match(source, start)
    closing = opening and _CLOSINGS[opening.group(1)].search(source, opening.end())
    if not opening or not closing:
        return start
    folds = False  # the title goes on in the lines below it
    for line in _LINE.finditer(source, opening.end(), closing.start()):
        title = _TITLE.match(source, *line.span())
        if title:
            folds = bool(_BLOCK_SCALAR.fullmatch(source[title.end() : line.end()].strip()))
            assembly.open(BlockRole.HEADLINE, 1)
            if not folds:
                assembly.run(*_unquoted(source, title.end(), line.end()))
        elif folds and source[line.start()] in " \t":
            assembly.space(line.start(), line.start())
            assembly.run(*line.span())
        else:
            folds = False
            assembly.open(BlockRole.FURNITURE)
            assembly.run(*line.span())
    assembly.open(BlockRole.PARAGRAPH)
    return closing.end()


def _unquoted(source: str, start: int, end: int) -> tuple[int, int]:
    """A value without the quotes and white space around it."""
    value = source[start:end]
    end -= len(value) - len(value.rstrip())
    if end - start > 1 and source[start] in "\"'" and source[end - 1] == source[start]:
        return start + 1, end - 1
    return start, end
