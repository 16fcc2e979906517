"""The tokens of a sentence: words, numerals and marks with their offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"[0-9]+(?:[.,][0-9]+)*(?:[\u00a0\u2009\u202f][0-9]{3}(?![0-9]))*"
    r"|(?<![\w.])\.[0-9]+"
    r"|[A-Z][A-Za-z]{0,2}\$"
    r"|[^\W\d_]+[²³]?(?:['’][^\W\d_]+)*"
    r"|\S"
)


class Tokens(NamedTuple):
    """Tokens as parallel lists: as written, in lower case, start and end offsets."""

    written: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def is_glued(self, at: int) -> bool:
        """Does the token follow the one before it without a space?"""
        return 0 < at < len(self.starts) and self.ends[at - 1] == self.starts[at]

    def word(self, at: int) -> str:
        """The lower-case token, "" outside the sentence."""
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def as_written(self, at: int) -> str:
        return self.written[at] if 0 <= at < len(self.written) else ""


def tokenise(text: str, start: int, end: int) -> Tokens:
    """The tokens of text[start:end]. A hyphen between spaces is a dash."""
    written: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _TOKEN.finditer(text, start, end):
        written.append(found.group())
        starts.append(found.start())
        ends.append(found.end())
    lower = [word.lower().replace("’", "'") for word in written]
    for at, word in enumerate(written):
        if word == "-" and 0 < at < len(written) - 1:
            if ends[at - 1] < starts[at] and ends[at] < starts[at + 1]:
                lower[at] = "–"
    return Tokens(written, lower, starts, ends)
