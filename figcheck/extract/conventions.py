"""The conventions of a document that decide how its numbers are read."""

from __future__ import annotations


class Conventions:
    """What the readers of a document share, and what they notice on the way."""

    __slots__ = ("decimal_comma", "has_sterling", "in_cell", "saw_odd_comma")

    def __init__(self, *, has_sterling: bool = False) -> None:
        self.decimal_comma = False  # 1.234,5 is written for 1,234.5
        self.has_sterling = has_sterling  # so that pounds are money
        self.in_cell = False  # the sentence at hand is the cell of a table
        self.saw_odd_comma = False  # some comma groups no thousands
