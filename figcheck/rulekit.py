"""All that a rule may import: kinds, terms, readings and links."""

from figcheck.claim import Claim, Op, judge
from figcheck.document import BlockRole, Cue, Document, Figure, Hedge, Kind, Sentence, Span, Table
from figcheck.cues import DIRECTION, MOVES
from figcheck.link.lists import dimension
from figcheck.reading import Frame, Reading, Slip, Slot, Use, Window
from figcheck.relate import prose
from figcheck.repair import mendable
from figcheck.rounding import Grade
from figcheck.terms import (
    AtRate, Change, ChangeShare, Const, Converted, Difference, Elapsed, Given, PercentOf, Product,
    Quotient, Ratio, Remainder, ShareOf, Sum, Term, days_in_month,
)  # fmt: skip

AMOUNTS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION))
"""The kinds of which there can be parts, shares and totals."""
LEVELS = AMOUNTS | {Kind.SHARE}
"""The kinds that can rise and fall."""
SHARES = frozenset((Kind.SHARE,))
COUNTS = frozenset((Kind.COUNT,))

__all__ = [
    "AMOUNTS", "COUNTS", "DIRECTION", "LEVELS", "MOVES", "SHARES", "AtRate", "BlockRole", "Change",
    "ChangeShare", "Claim", "Const", "Converted", "Cue", "Difference", "Document", "Elapsed", "Figure", "Frame",
    "Given", "Grade", "Hedge", "Kind", "Op", "PercentOf", "Product", "Quotient", "Ratio", "Reading",
    "Remainder", "Sentence", "ShareOf", "Slip", "Slot", "Span", "Sum", "Table", "Term", "Use", "Window",
    "days_in_month", "dimension", "judge", "mendable", "prose",
]  # fmt: skip
