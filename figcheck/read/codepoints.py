"""Offsets in UTF-8 bytes led back to code points."""

from __future__ import annotations

import re
from bisect import bisect_right

_WIDE = re.compile("([\u0080-\u07ff]+)|([\u0800-\uffff]+)|([\U00010000-\U0010ffff]+)")


class CodePoints:
    """The code-point offset of a byte offset in the UTF-8 form of a text, plus `base`.

    The table holds one entry a run of characters of one width, not one a character.
    """

    __slots__ = ("_bytes", "_points", "_widths")

    def __init__(self, text: str, base: int = 0) -> None:
        self._bytes = [0]
        self._points = [base]
        self._widths = [1]
        if text.isascii():
            return
        extra = 0  # bytes beyond one a character, so far
        for found in _WIDE.finditer(text):
            width = (found.lastindex or 0) + 1
            start, end = found.span()
            self._mark(start + extra, start + base, width)
            extra += (end - start) * (width - 1)
            self._mark(end + extra, end + base, 1)

    def __call__(self, offset: int) -> int:
        k = bisect_right(self._bytes, offset) - 1
        return self._points[k] + (offset - self._bytes[k]) // self._widths[k]

    def _mark(self, at: int, point: int, width: int) -> None:
        if self._bytes[-1] == at:
            self._widths[-1] = width
        else:
            self._bytes.append(at)
            self._points.append(point)
            self._widths.append(width)
