"""The tokens of a sentence: words, numerals and marks with their offsets."""

from __future__ import annotations

import re
from itertools import accumulate
from operator import eq

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
_PADDING = 8  # empty tokens behind the last, so that neighbours need no bounds check


class Tokens:
    """Tokens as parallel lists, with empty ones behind the last (and so before the first).

    `written` as in the text, `lower` in lower case, `starts` their offsets; `glued[i]` says that
    token i follows the one before it without a space. `size` counts the real ones.
    """

    __slots__ = ("glued", "lower", "size", "starts", "text", "written")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        pieces: list[str] = _TOKEN.findall(text, start, end)
        written = list(map(str.rstrip, pieces))
        if written and not written[0]:
            raise ValueError("a sentence begins with white space")
        self.size = len(written)
        self.written = written
        self.lower = list(map(str.lower, written))
        self.starts = list(accumulate(map(len, pieces), initial=start))
        self.glued = [False, *map(eq, pieces, written)]
        self._normalise(text, start, end)
        self._pad()

    def _normalise(self, text: str, start: int, end: int) -> None:
        """One apostrophe for all, and a dash for a hyphen that stands between spaces."""
        lower = self.lower
        if text.find("’", start, end) >= 0:
            self.lower = lower = [word.replace("’", "'") for word in lower]
        if text.find(" - ", start, end) >= 0:
            glued = self.glued
            for at, word in enumerate(lower):
                if word == "-" and not glued[at] and not glued[at + 1]:
                    lower[at] = "–"

    def _pad(self) -> None:
        empty = [""] * _PADDING
        self.written += empty
        self.lower += empty
        self.glued[self.size :] = [False] * _PADDING

    def end(self, at: int) -> int:
        """Where a token ends."""
        return self.starts[at] + len(self.written[at])


def tokenise(text: str, start: int, end: int) -> Tokens:
    """The tokens of text[start:end]. A hyphen between spaces is a dash."""
    while start < end and text[start].isspace():
        start += 1
    return Tokens(text, start, end)
