"""All that a rule may import: kinds, terms, readings and links."""

from figcheck.changes import Change, Changed, ChangeShare, Compound, at_one_rate
from figcheck.claim import Claim, Op, computed_value, judge, near_miss
from figcheck.columns import Relation, relations
from figcheck.cues import DIRECTION, MOVES
from figcheck.daycount import MONTH_NAMES, Gap, day_number, days_in_month, gap, weekday
from figcheck.dimensions import denominator
from figcheck.document import (
    BlockRole,
    CalendarDate,
    Cue,
    Document,
    Figure,
    Hedge,
    Kind,
    Sentence,
    Span,
    Table,
)  # fmt: skip
from figcheck.elapsed import Age, DaysBetween, Elapsed
from figcheck.evidence import of_result
from figcheck.extract.dates import MONTHS
from figcheck.footing import TableShare, TableSum, is_aside, shares, sums
from figcheck.footing.mentions import Mention, mentions, rows_of
from figcheck.interval import Interval
from figcheck.link.exchange import Exchange, exchanges, stated_rates
from figcheck.link.joints import is_partition
from figcheck.link.likeness import are_alike, are_near, counted
from figcheck.link.lists import dimension
from figcheck.link.lives import (
    KIN,
    Birth,
    Moment,
    birth_in_field,
    births_of,
    field_of,
    is_under,
    may_be_age,
    moments_of,
)  # fmt: skip
from figcheck.link.rates import period_of
from figcheck.link.restnames import IMPLIED, rest_kind
from figcheck.link.rests import kind_of_rest
from figcheck.link.series import Series, series_below
from figcheck.link.sharelists import changes_place, is_left_open, is_share
from figcheck.link.surroundings import stems_about
from figcheck.link.tables import Grid, cell_shares, grids, is_total, labelled_shares
from figcheck.link.timeline import (
    BEGAN,
    BORN,
    DIED,
    EARLIER,
    ENDED,
    EVENT_ORDER,
    FOUNDED,
    JUBILEES,
    LASTED,
    LATER,
    WEEKDAYS,
    Around,
    dateline,
    dates,
    holidays,
    is_dated,
    judged,
    lengths,
)  # fmt: skip
from figcheck.link.wordlists import WordList, in_words, list_before, list_between, list_from
from figcheck.manner import write_like
from figcheck.movement import MOVEMENT_MARKS, is_ordered, is_told, movement
from figcheck.page import prose
from figcheck.proportions import (
    CONSTANT_MARKS,
    FIT_MARKS,
    NOUN_MARKS,
    Fit,
    count_at_every,
    equal_rates,
    fit,
    fit_over,
    over_period,
    proportion,
)  # fmt: skip
from figcheck.reading import Frame, Reading, Slip, Slot, Use, Window
from figcheck.repair import mendable
from figcheck.rounding import Grade
from figcheck.shares import complete
from figcheck.tables.exchange_ranges import TABLE as EXCHANGES
from figcheck.terms import (
    AsFraction,
    AtRate,
    Const,
    Converted,
    Difference,
    Given,
    InPercent,
    Mean,
    PercentOf,
    Product,
    Proportion,
    Quotient,
    Ratio,
    Reckoned,
    Remainder,
    ShareOf,
    Sum,
    Term,
)  # fmt: skip
from figcheck.timespan import Length, between, elapsed, is_slip, length_of
from figcheck.units import Unit, alternatives

AMOUNTS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION))
"""The kinds of which there can be parts, shares and totals."""
LEVELS = AMOUNTS | {Kind.SHARE}
"""The kinds that can rise and fall."""
SHARES = frozenset((Kind.SHARE,))
COUNTS = frozenset((Kind.COUNT,))
EXCHANGE_RANGES: dict[str, list[str]] = EXCHANGES["units_to_the_dollar"]
"""How much of a currency, by ISO 4217 code, a US dollar has bought at the least and at the most."""

__all__ = [
    "AMOUNTS",
    "BEGAN",
    "BORN",
    "CONSTANT_MARKS",
    "COUNTS",
    "DIED",
    "DIRECTION",
    "EARLIER",
    "ENDED",
    "EVENT_ORDER",
    "EXCHANGE_RANGES",
    "FIT_MARKS",
    "FOUNDED",
    "IMPLIED",
    "JUBILEES",
    "KIN",
    "LASTED",
    "LATER",
    "LEVELS",
    "MONTHS",
    "MONTH_NAMES",
    "MOVEMENT_MARKS",
    "MOVES",
    "NOUN_MARKS",
    "SHARES",
    "WEEKDAYS",
    "Age",
    "Around",
    "AsFraction",
    "AtRate",
    "Birth",
    "BlockRole",
    "CalendarDate",
    "Change",
    "ChangeShare",
    "Changed",
    "Claim",
    "Compound",
    "Const",
    "Converted",
    "Cue",
    "DaysBetween",
    "Difference",
    "Document",
    "Elapsed",
    "Exchange",
    "Figure",
    "Fit",
    "Frame",
    "Gap",
    "Given",
    "Grade",
    "Grid",
    "Hedge",
    "InPercent",
    "Interval",
    "Kind",
    "Length",
    "Mean",
    "Mention",
    "Moment",
    "Op",
    "PercentOf",
    "Product",
    "Proportion",
    "Quotient",
    "Ratio",
    "Reading",
    "Reckoned",
    "Relation",
    "Remainder",
    "Sentence",
    "Series",
    "ShareOf",
    "Slip",
    "Slot",
    "Span",
    "Sum",
    "Table",
    "TableShare",
    "TableSum",
    "Term",
    "Unit",
    "Use",
    "Window",
    "WordList",
    "alternatives",
    "are_alike",
    "are_near",
    "at_one_rate",
    "between",
    "birth_in_field",
    "births_of",
    "cell_shares",
    "changes_place",
    "complete",
    "computed_value",
    "count_at_every",
    "counted",
    "dateline",
    "dates",
    "day_number",
    "days_in_month",
    "denominator",
    "dimension",
    "elapsed",
    "equal_rates",
    "exchanges",
    "field_of",
    "fit",
    "fit_over",
    "gap",
    "grids",
    "holidays",
    "in_words",
    "is_aside",
    "is_dated",
    "is_left_open",
    "is_ordered",
    "is_partition",
    "is_share",
    "is_slip",
    "is_told",
    "is_total",
    "is_under",
    "judge",
    "judged",
    "kind_of_rest",
    "labelled_shares",
    "length_of",
    "lengths",
    "list_before",
    "list_between",
    "list_from",
    "may_be_age",
    "mendable",
    "mentions",
    "moments_of",
    "movement",
    "near_miss",
    "of_result",
    "over_period",
    "period_of",
    "proportion",
    "prose",
    "relations",
    "rest_kind",
    "rows_of",
    "series_below",
    "shares",
    "stated_rates",
    "stems_about",
    "sums",
    "weekday",
    "write_like",
]  # fmt: skip
