"""All that a rule may import: kinds, terms, readings and links."""

from figcheck.claim import Claim, Op, judge
from figcheck.cues import DIRECTION, MOVES
from figcheck.daycount import MONTH_NAMES, Gap, day_number, days_in_month, gap, weekday
from figcheck.document import (
    BlockRole, CalendarDate, Cue, Document, Figure, Hedge, Kind, Sentence, Span, Table,
)  # fmt: skip
from figcheck.evidence import of_result
from figcheck.extract.dates import MONTHS
from figcheck.link.lists import dimension
from figcheck.link.timeline import (
    BEGAN, BORN, DIED, EARLIER, ENDED, EVENT_ORDER, FOUNDED, JUBILEES, LASTED, LATER, WEEKDAYS,
    dateline, dates, is_dated, lengths,
)  # fmt: skip
from figcheck.proportions import (
    Fit, denominator, fit, fit_over, over_period, period_of, proportion,
)  # fmt: skip
from figcheck.reading import Frame, Reading, Slip, Slot, Use, Window
from figcheck.relate import prose
from figcheck.repair import mendable
from figcheck.rounding import Grade
from figcheck.terms import (
    AtRate, Change, ChangeShare, Const, Converted, Difference, Elapsed, Given, PercentOf,
    Product, Proportion, Quotient, Ratio, Reckoned, Remainder, ShareOf, Sum, Term,
)  # fmt: skip
from figcheck.timespan import Length, between, elapsed, length_of

AMOUNTS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION))
"""The kinds of which there can be parts, shares and totals."""
LEVELS = AMOUNTS | {Kind.SHARE}
"""The kinds that can rise and fall."""
SHARES = frozenset((Kind.SHARE,))
COUNTS = frozenset((Kind.COUNT,))

__all__ = [
    "AMOUNTS", "BEGAN", "BORN", "COUNTS", "DIED", "DIRECTION", "EARLIER", "ENDED", "EVENT_ORDER",
    "FOUNDED", "JUBILEES", "LASTED", "LATER", "LEVELS", "MONTHS", "MONTH_NAMES", "MOVES",
    "SHARES", "WEEKDAYS", "AtRate", "BlockRole", "CalendarDate", "Change", "ChangeShare", "Claim",
    "Const", "Converted", "Cue", "Difference", "Document", "Elapsed", "Figure", "Fit", "Frame",
    "Gap", "Given", "Grade", "Hedge", "Kind", "Length", "Op", "PercentOf", "Product",
    "Proportion", "Quotient", "Ratio", "Reading", "Reckoned", "Remainder", "Sentence", "ShareOf",
    "Slip", "Slot", "Span", "Sum", "Table", "Term", "Use", "Window", "between", "dateline",
    "dates", "day_number", "days_in_month", "denominator", "dimension", "elapsed", "fit",
    "fit_over", "gap", "is_dated", "judge", "length_of", "lengths", "mendable", "of_result",
    "over_period", "period_of", "proportion", "prose", "weekday",
]  # fmt: skip
