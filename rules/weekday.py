r"""A weekday named with a date must be the weekday of that date.

Bad

    The talks opened on Monday, January 4, 2003.
                        ^^^^^^^^^^^^^^^^^^^^^^^ 4 January 2003 was a Saturday

Good

    The talks opened on Saturday, January 4, 2003.

Passed over

    The talks opened on Saturday, January 4.
"""

import datetime
from collections.abc import Iterator

from figcheck.rulekit import Claim, Const, Document, Figure, Grade

code = "FC703"

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_GREGORIAN = 1753  # before it the calendar differs from country to country


def relate(document: Document) -> Iterator[Claim]:
    """Each full date with its weekday."""
    for figure in document.figures:
        actual = _weekday(figure)
        if actual is not None and figure.date is not None:
            yield _claim(figure, actual)


def _weekday(figure: Figure) -> int | None:
    date = figure.date
    if date is None or date.weekday is None or None in (date.year, date.month, date.day):
        return None
    if date.year is None or date.month is None or date.day is None or date.year < _GREGORIAN:
        return None
    try:
        return datetime.date(date.year, date.month, date.day).weekday()
    except ValueError:
        return None


def _claim(figure: Figure, actual: int) -> Claim:
    date = figure.date
    assert date is not None
    said = date.weekday
    return Claim(
        stated=figure,
        term=Const(actual, figure.text),
        evidence=9,
        verdict=Grade.EXACT if said == actual else Grade.CONFLICT,
        message=f"{date.day} {_MONTHS[(date.month or 1) - 1]} {date.year} was a {_DAYS[actual]}",
    )


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
