"""The tokens of a sentence: words, numerals and marks with their offsets."""

from __future__ import annotations

import re
from itertools import accumulate
from operator import eq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from figcheck.extract.conventions import Conventions

_LETTER = "A-Za-zÀ-ÖØ-öø-ʯµΆ-ωА-я"
_INNER = rf"(?:['’][{_LETTER}]+)*(?:[²³]|(?<=[mt])[23](?![0-9A-Za-z]))?"
_TOKEN = re.compile(
    # The commonest first, each led by a character class, and all with the space behind them.
    rf"[A-Za-z]+(?: (?!\s)|[{_LETTER}]*{_INNER}\s*)"
    r"|[,;:!?()\"“”'’-]\s*"
    r"|\.(?![0-9])\s*"
    r"|(?:[0-9]{1,3}(?:[\u00a0\u2007\u2009\u202f][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?"
    r"|[0-9]{1,3}(?:['’][0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]+(?:[.,·][0-9]+)*"
    r"|(?<![\w.])\.[0-9]+"
    rf"|[{_LETTER}]+{_INNER}"
    r"|[⁰¹²³⁴-⁹⁺⁻]+"
    r"|[^\W\d_]+"
    r"|\S)\s*"
)
_SLASHES = frozenset("⁄∕")
_EMPTY = ("",) * 8  # tokens behind the last, so that neighbours need no bounds check
_APART = (False,) * len(_EMPTY)


class Tokens:
    """The tokens of text[start:end] as parallel lists, with empty ones behind them (and so before).

    `written` as in the text, `lower` in lower case, `starts` their offsets; `glued[i]` says that
    token i follows the one before it without a space. `size` counts the real ones; `text` and
    `conventions` are those of the document.
    """

    __slots__ = ("conventions", "glued", "lower", "size", "starts", "text", "written")

    def __init__(self, text: str, start: int, end: int, conventions: Conventions) -> None:
        self.text = text
        self.conventions = conventions
        while start < end and text[start].isspace():
            start += 1
        pieces: list[str] = _TOKEN.findall(text, start, end)
        size = self.size = len(pieces)
        self.written = written = [*map(str.rstrip, pieces), *_EMPTY]
        self.lower = list(map(str.lower, written))
        self.starts = list(accumulate(map(len, pieces), initial=start))
        self.glued = glued = [False, *map(eq, pieces, written), *_APART]
        glued[size] = False
        if conventions.has_curly and text.find("’", start, end) >= 0:
            self.lower = [word.replace("’", "'") for word in self.lower]
        if conventions.has_slash:
            self.lower = ["/" if word in _SLASHES else word for word in self.lower]
        if conventions.has_dash and text.find(" - ", start, end) >= 0:
            self._find_dashes()

    def _find_dashes(self) -> None:
        """A hyphen between spaces is a dash."""
        lower, glued = self.lower, self.glued
        for at, word in enumerate(lower):
            if word == "-" and not glued[at] and not glued[at + 1]:
                lower[at] = "–"

    def end(self, at: int) -> int:
        """Where a token ends."""
        return self.starts[at] + len(self.written[at])
