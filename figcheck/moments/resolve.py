"""Resolution of moments: the days that "last week" or "on Monday" are, told from the document's date."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from figcheck.extract.dates import MONTHS, WEEKDAYS
from figcheck.link.timeline import dateline
from figcheck.tables.moments_en import TABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from figcheck.document import Document, Figure
    from figcheck.moments.tokens import Token

Days = tuple[date, date]

_UNIT: dict[str, tuple[int, str]] = {word: (n, unit) for word, (n, unit) in TABLE["unit"].items()}
_BACK = frozenset(("last", "past", "previous", "preceding", "prior"))
_FORTH = frozenset(("next", "coming", "upcoming", "following"))
_HEAD = 20_000  # characters of a source that may state when it was published
_PUBLISHED = re.compile(
    r"<meta\b[^<>]{0,200}(?:published_time|datePublished|dc\.date|\"date\"|pubdate)[^<>]{0,200}"
    r"content=[\"']([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"|<time\b[^<>]{0,200}datetime=[\"']([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"|^(?:date|published|pubdate): ?[\"']?([0-9]{4})-([0-9]{2})-([0-9]{2})",
    re.I | re.M,
)
_CORE = re.compile(r"[B~Ihf]*(?:[el][vI]?h?)?")
_MOST_YEARS = 900


def own_date(document: Document) -> date | None:
    """The day a document is of: that of its dateline, or of its metadata."""
    line = dateline(document)
    if line is not None and line.date is not None:
        found = line.date
        return _day(found.year or 0, found.month or 0, found.day or 0)
    match = _PUBLISHED.search(document.source[:_HEAD])
    if match is None:
        return None
    year, month, day = (int(group) for group in match.groups() if group is not None)
    return _day(year, month, day)


def resolve(tokens: Sequence[Token], today: date | None, is_ahead: bool) -> Days | None:
    """The first and last day of a moment; None where they are not certain.

    `is_ahead` says that the sentence speaks of what is to come.
    """
    codes = "".join(token.code for token in tokens)
    core = _CORE.match(codes)
    at = core.end() if core is not None and core.end() < len(codes) else 0
    if today is not None:
        for pattern, read in _READERS:
            if pattern.fullmatch(codes, at):
                return read(tokens[at:], today, is_ahead)
    if codes[at:] in ("X", "Y"):
        return _of_date(tokens[at].figure, today, is_ahead)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(year: int, month: int) -> Days:
    """The days of a month, whose number may run over the ends of the year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _shifted(today: date, number: int, unit: str) -> Days | None:
    """The day, week, month or year that lies a number of them from today."""
    if unit == "day":
        day = today + timedelta(days=number)
        return day, day
    if unit in ("week", "weekend"):
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=number)
        return monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6)
    if unit == "month":
        return _month(today.year, today.month + number)
    year = today.year + number
    return (date(year, 1, 1), date(year, 12, 31)) if 0 < year < 10_000 else None


def _of_day_word(tokens: Sequence[Token], today: date, _: bool) -> Days | None:
    day = today + timedelta(days=TABLE["day"][tokens[0].word])
    return day, day


def _step(word: str) -> int:
    return -1 if word in _BACK else 1 if word in _FORTH else 0


def _of_relative_unit(tokens: Sequence[Token], today: date, _: bool) -> Days | None:
    """ "Last week", "this quarter", "next year"; "the past decade" ends with today."""
    step, word = _step(tokens[0].word), tokens[-1].word
    number, unit = _UNIT.get(word, (1, "weekend"))  # the one span that is a name as well
    if word == "quarter":
        first = (today.month - 1) // 3 * 3 + 1 + 3 * step
        return _month(today.year, first)[0], _month(today.year, first + 2)[1]
    if number == 1 and tokens[0].word != "past":
        return _shifted(today, step, unit) if unit in ("week", "weekend", "month", "year") else None
    return _stretch(today, step * number, unit)


def _stretch(today: date, number: int, unit: str) -> Days | None:
    """The time from today on, or up to today, that a number of units fills."""
    if unit == "year" and abs(number) > _MOST_YEARS:
        return None
    if unit in ("day", "week"):
        end: date | None = today + timedelta(days=number * (7 if unit == "week" else 1))
    else:
        month = _month(today.year, today.month + number * (12 if unit == "year" else 1))[1]
        end = month.replace(day=min(today.day, month.day))
    return (min(today, end), max(today, end)) if end is not None and number else None


def _of_counted(tokens: Sequence[Token], today: date, _: bool) -> Days | None:
    """ "The last three months"."""
    figure = tokens[1].figure
    number = _whole(figure)
    named = figure.unit.name if figure is not None and figure.unit is not None else tokens[-1].word
    per, unit = _UNIT.get(named, (0, ""))
    step = _step(tokens[0].word)
    if not number or not step or unit not in ("day", "week", "month", "year"):
        return None
    return _stretch(today, step * number * per, unit)


def _of_ago(tokens: Sequence[Token], today: date, _: bool) -> Days | None:
    """ "Three days ago", "a week ago", "in two months"."""
    sign = -1 if tokens[-1].code == "A" else 1
    body = tokens[:-1] if sign < 0 else tokens
    figure = body[-1].figure
    number = _whole(figure) if figure is not None else 1
    named = figure.unit.name if figure is not None and figure.unit is not None else body[-1].word
    per, unit = _UNIT.get(named, (0, ""))
    if not number or abs(number) > _MOST_YEARS or unit not in ("day", "week", "month", "year"):
        return None
    return _shifted(today, sign * number * per, unit)


def _whole(figure: Figure | None) -> int:
    value = figure.value if figure is not None else None
    return value if isinstance(value, int) and 0 < value < 100_000 else 0


def _of_weekday(tokens: Sequence[Token], today: date, is_ahead: bool) -> Days | None:
    """ "Monday" is the last one, or the next where the sentence looks ahead; "next Monday"."""
    number = WEEKDAYS.get(tokens[-1].word)
    if number is None:
        return None
    step = _step(tokens[0].word) if len(tokens) > 1 else 0
    back = (today.weekday() - number) % 7
    if len(tokens) > 1 and not step:  # "this Monday"
        day = today + timedelta(days=number - today.weekday())
    elif step > 0 or (not step and is_ahead):
        day = today + timedelta(days=7 - back if back or step else 0)
    else:
        day = today - timedelta(days=back or (7 if step else 0))
    return day, day


def _of_month(tokens: Sequence[Token], today: date, is_ahead: bool) -> Days | None:
    """ "In March", "last June"."""
    number = MONTHS[tokens[-1].word]
    step = _step(tokens[0].word) if len(tokens) > 1 else 0
    if len(tokens) > 1 and not step:
        return _month(today.year, number)
    if step > 0 or (not step and is_ahead):
        is_over = number < today.month or (step > 0 and number == today.month)
        return _month(today.year + is_over, number)
    is_later = number > today.month or (step < 0 and number == today.month)
    return _month(today.year - is_later, number)


def _of_date(figure: Figure | None, today: date | None, is_ahead: bool) -> Days | None:
    """A date in figures; one without its year is the last such day, or the next."""
    found = figure.date if figure is not None else None
    if found is None or found.days is not None or (found.year is not None and found.year < 1):
        return None
    if found.month is None:
        year = found.year
        return (date(year, 1, 1), date(year, 12, 31)) if year is not None else None
    year = found.year
    if year is None and today is not None and found.day is not None:
        is_before = (found.month, found.day) <= (today.month, today.day)
        is_today = (found.month, found.day) == (today.month, today.day)
        year = today.year + (is_ahead and is_before and not is_today)
        year -= not is_ahead and not is_before
    if year is None:
        return None
    if found.day is None:
        return _month(year, found.month)
    day = _day(year, found.month, found.day)
    return (day, day) if day is not None else None


_READERS: tuple[tuple[re.Pattern[str], Callable[[Sequence[Token], date, bool], Days | None]], ...]
_READERS = (
    (re.compile("T[UP]?"), _of_day_word),
    (re.compile("R[yQS]"), _of_relative_unit),
    (re.compile("R(?:[dz][UyQ]|L)"), _of_counted),
    (re.compile("(?:L|a[Uy])A"), _of_ago),
    (re.compile("L|a[Uy]"), _of_ago),
    (re.compile("R?W"), _of_weekday),
    (re.compile("R?M"), _of_month),
)
