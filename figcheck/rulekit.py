"""All that a rule may import: kinds, terms, readings and links."""

from figcheck.changes import Change, Changed, ChangeShare, Compound, at_one_rate
from figcheck.claim import Claim, Op, computed_value, decided, judge, near_miss
from figcheck.columns import Relation, relations
from figcheck.cues import DIRECTION, MOVES
from figcheck.daycount import MONTH_NAMES, Gap, day_number, days_in_month, gap, weekday
from figcheck.dimensions import denominator
from figcheck.distributions import TWO_SIDED, normal, p_value
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
from figcheck.granularity import (
    around,
    is_decisive,
    may_be_binary,
    may_be_mean,
    may_be_percent,
    most_variance,
)
from figcheck.interval import Interval
from figcheck.link.estimates import Estimate, estimates, level_of, measure_of, turned_intervals
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
from figcheck.link.printed import Line, Printed
from figcheck.link.rates import period_of
from figcheck.link.restnames import IMPLIED, rest_kind
from figcheck.link.rests import kind_of_rest
from figcheck.link.scales import Scale, scales
from figcheck.link.series import Series, series_below
from figcheck.link.sharelists import changes_place, is_left_open, is_share
from figcheck.link.surroundings import stems_about, telling_stems
from figcheck.link.tables import Grid, cell_shares, grids, is_total, labelled_shares
from figcheck.link.testresults import TestStatistic, has_p, test_statistics
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
    is_cap,
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
from figcheck.timespan import Length, Tie, between, is_slip, length_of, of_ties
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
    "TWO_SIDED",
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
    "Estimate",
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
    "Line",
    "Mean",
    "Mention",
    "Moment",
    "Op",
    "PercentOf",
    "Printed",
    "Product",
    "Proportion",
    "Quotient",
    "Ratio",
    "Reading",
    "Reckoned",
    "Relation",
    "Remainder",
    "Scale",
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
    "TestStatistic",
    "Tie",
    "Unit",
    "Use",
    "Window",
    "WordList",
    "alternatives",
    "are_alike",
    "are_near",
    "around",
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
    "decided",
    "denominator",
    "dimension",
    "equal_rates",
    "estimates",
    "exchanges",
    "field_of",
    "fit",
    "fit_over",
    "gap",
    "grids",
    "has_p",
    "holidays",
    "in_words",
    "is_aside",
    "is_cap",
    "is_dated",
    "is_decisive",
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
    "level_of",
    "list_before",
    "list_between",
    "list_from",
    "may_be_age",
    "may_be_binary",
    "may_be_mean",
    "may_be_percent",
    "measure_of",
    "mendable",
    "mentions",
    "moments_of",
    "most_variance",
    "movement",
    "near_miss",
    "normal",
    "of_result",
    "of_ties",
    "over_period",
    "p_value",
    "period_of",
    "proportion",
    "prose",
    "relations",
    "rest_kind",
    "rows_of",
    "scales",
    "series_below",
    "shares",
    "stated_rates",
    "stems_about",
    "sums",
    "telling_stems",
    "test_statistics",
    "turned_intervals",
    "weekday",
    "write_like",
]
