"""All that a rule may import: kinds, terms, readings and links."""

from figcheck.changes import Change, ChangeShare, Compound
from figcheck.claim import Claim, Op, judge
from figcheck.cues import DIRECTION, MOVES
from figcheck.document import BlockRole, Cue, Document, Figure, Hedge, Kind, Sentence, Span, Table
from figcheck.elapsed import Age, DaysBetween, Elapsed, days_in_month
from figcheck.link.lists import dimension
from figcheck.reading import Frame, Reading, Slip, Slot, Use, Window
from figcheck.relate import prose
from figcheck.repair import mendable
from figcheck.rounding import Grade
from figcheck.terms import (
    AsFraction,
    AtRate,
    Const,
    Converted,
    Difference,
    Given,
    Mean,
    PercentOf,
    Product,
    Quotient,
    Ratio,
    Remainder,
    ShareOf,
    Sum,
    Term,
)  # fmt: skip

AMOUNTS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION))
"""The kinds of which there can be parts, shares and totals."""
LEVELS = AMOUNTS | {Kind.SHARE}
"""The kinds that can rise and fall."""
SHARES = frozenset((Kind.SHARE,))
COUNTS = frozenset((Kind.COUNT,))

__all__ = [
    "AMOUNTS", "COUNTS", "DIRECTION", "LEVELS", "MOVES", "SHARES", "Age", "AsFraction", "AtRate",
    "BlockRole", "Change", "ChangeShare", "Claim", "Compound", "Const", "Converted", "Cue",
    "DaysBetween", "Difference", "Document", "Elapsed", "Figure", "Frame", "Given", "Grade",
    "Hedge", "Kind", "Mean", "Op", "PercentOf", "Product", "Quotient", "Ratio", "Reading",
    "Remainder", "Sentence", "ShareOf", "Slip", "Slot", "Span", "Sum", "Table", "Term", "Use",
    "Window", "days_in_month", "dimension", "judge", "mendable", "prose",
]  # fmt: skip
