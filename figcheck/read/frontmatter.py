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
_TITLE = re.compile(
    r"""(?<![^\r\n])(?:title|headline)[ \t]*+[:=][ \t]*+
    (?:"((?:[^"\\]|\\.)*+)"|'([^']*+)'               # in quotation marks, maybe over several lines
    |[>|][-+0-9]*+[ \t]*+(?:\r\n?|\n)((?:[ \t]+[^\r\n]*+(?:\r\n?|\n))++)  # a folded block
    |([^\r\n]*+))""",
    re.IGNORECASE | re.VERBOSE,
)


def read_front_matter(assembly: Assembly, start: int) -> int:
    """Read front matter at an offset of the source: the title is the headline, the rest furniture.

    The offset behind it, the same one where there is none.
    """
    source = assembly.source
    opening = _OPENING.match(source, start)
    closing = opening and _CLOSINGS[opening.group(1)].search(source, opening.end())
    if not opening or not closing:
        return start
    at, end = opening.end(), closing.start()
    title = _TITLE.search(source, at, end)
    if title:
        _read_keys(assembly, at, title.start())
        assembly.open(BlockRole.HEADLINE, 1)
        assembly.run(*title.span(title.lastindex or 0))
        at = title.end()
    _read_keys(assembly, at, end)
    assembly.open(BlockRole.PARAGRAPH)
    return closing.end()


def _read_keys(assembly: Assembly, start: int, end: int) -> None:
    """Read lines of keys and values as furniture."""
    for line in _LINE.finditer(assembly.source, start, end):
        assembly.open(BlockRole.FURNITURE)
        assembly.run(*line.span())
