"""The kinds and hedges as plain names.

Read as attributes of their enumerations, some twenty times a figure, each takes ten times as long.
"""

from figcheck.document import Hedge, Kind

COUNT = Kind.COUNT
SHARE = Kind.SHARE
POINTS = Kind.POINTS
MONEY = Kind.MONEY
MEASURE = Kind.MEASURE
DATE = Kind.DATE
DURATION = Kind.DURATION
AGE = Kind.AGE
CLOCK = Kind.CLOCK
ORDINAL = Kind.ORDINAL
FRACTION = Kind.FRACTION
MULTIPLE = Kind.MULTIPLE
RATIO = Kind.RATIO
SCORE = Kind.SCORE
STATISTIC = Kind.STATISTIC
LABEL = Kind.LABEL

EXACT = Hedge.EXACT
ABOUT = Hedge.ABOUT
MORE_THAN = Hedge.MORE_THAN
AT_LEAST = Hedge.AT_LEAST
LESS_THAN = Hedge.LESS_THAN
AT_MOST = Hedge.AT_MOST
NEARLY = Hedge.NEARLY
JUST_OVER = Hedge.JUST_OVER
RANGE = Hedge.RANGE
