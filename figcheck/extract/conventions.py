"""The conventions of a document that decide how its numbers are read."""

from __future__ import annotations

_STERLING = ("£", " pence", "sterling")


class Conventions:
    """What the readers of a document share, and what they notice on the way."""

    __slots__ = (
        "decimal_comma", "has_curly", "has_dash", "has_sterling", "in_cell", "saw_odd_comma",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self.decimal_comma = False  # 1.234,5 is written for 1,234.5
        self.has_curly = "’" in text  # apostrophes to be made straight
        self.has_dash = " - " in text  # hyphens that are dashes
        self.has_sterling = any(word in text for word in _STERLING)  # so that pounds are money
        self.in_cell = False  # the sentence at hand is the cell of a table
        self.saw_odd_comma = False  # some comma groups no thousands
