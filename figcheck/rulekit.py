"""All that a rule may import: kinds, terms, readings and links."""

from figcheck.claim import (
    After, AtRate, Average, Change, ChangeShare, Claim, Const, Converted, Count, Difference, Elapsed, Given,
    Op, PercentOf, Product, Quotient, Ratio, Remainder, ShareOf, Sum, Term, judge,
)  # fmt: skip
from figcheck.document import BlockRole, Document, Figure, Hedge, Kind, Sentence, Span, Table
from figcheck.link.lists import dimension
from figcheck.reading import Frame, Reading, Slot, Use, Window
from figcheck.repair import mendable
from figcheck.rounding import Grade

AMOUNTS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION))
"""The kinds of which there can be parts, shares and totals."""
LEVELS = AMOUNTS | {Kind.SHARE}
"""The kinds that can rise and fall."""
SHARES = frozenset((Kind.SHARE,))
COUNTS = frozenset((Kind.COUNT,))

__all__ = [
    "AMOUNTS", "COUNTS", "LEVELS", "SHARES", "After", "AtRate", "Average", "BlockRole", "Change",
    "ChangeShare", "Claim", "Const", "Converted", "Count", "Difference", "Document", "Elapsed",
    "Figure", "Frame", "Given", "Grade", "Hedge", "Kind", "Op", "PercentOf", "Product", "Quotient",
    "Ratio", "Reading", "Remainder", "Sentence", "ShareOf", "Slot", "Span", "Sum", "Table", "Term", "Use",
    "Window", "dimension", "judge", "mendable",
]  # fmt: skip
