"""The conventions of a document that decide how its numbers are read."""

from __future__ import annotations

_STERLING = ("£", " pence", "sterling")


class Conventions:
    """What the readers of a document share, and what they notice on the way."""

    __slots__ = (
        "_has_sterling", "_text", "decimal_comma", "has_curly", "has_dash", "has_slash", "in_cell",
        "saw_odd_comma",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self.decimal_comma = False  # 1.234,5 is written for 1,234.5
        self.has_curly = "’" in text  # apostrophes to be made straight
        self.has_dash = " - " in text  # hyphens that are dashes
        self.has_slash = "⁄" in text or "∕" in text  # fraction and division slashes
        self.in_cell = False  # the sentence at hand is the cell of a table
        self.saw_odd_comma = False  # some comma groups no thousands
        self._text = text
        self._has_sterling: bool | None = None

    @property
    def has_sterling(self) -> bool:
        """Does the text speak of sterling, so that pounds are money?"""
        if self._has_sterling is None:
            self._has_sterling = any(word in self._text for word in _STERLING)
        return self._has_sterling
