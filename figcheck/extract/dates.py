"""Dates, years, decades and clock times."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import CalendarDate, Hedge, Kind

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sep sept", "october oct", "november nov", "december dec"), 1
    )
    for name in names.split()
}  # fmt: skip
_DAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
_YEARS = range(1000, 2200)
_YEAR_OPENERS = frozenset(
    "in since by from until till of year early late mid before after during and to the ( – - for "
    "between around circa c fy fiscal into through than summer winter spring autumn fall or born "
    "b d q1 q2 q3 q4 . , ; : versus vs against about".split()
)
_DATE_OPENERS = frozenset(("on", "by", "until", "from", "since", "to", "before", "after", "and"))
_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
_HALVES = {"am": 0, "a.m": 0, "pm": 12, "p.m": 12}
_ZONES = frozenset(("gmt", "bst", "est", "edt", "et", "cet", "utc", "local", "hrs", "hours", "ist"))


class Moment(NamedTuple):
    """A date or time as read, from token `at` up to `to`."""

    kind: Kind
    at: int
    to: int
    date: CalendarDate | None = None
    value: int | None = None
    low: int | None = None
    high: int | None = None
    hedge: Hedge = Hedge.EXACT


def is_month(word: str) -> bool:
    return word in _MONTHS


def read_month(tokens: Tokens, at: int) -> Moment | None:
    """A date that begins with its month: "Dec. 22, 2007", "March 2022", "May 3"."""
    month = _MONTHS.get(tokens.word(at))
    if month is None or not tokens.written[at][0].isupper():
        return None
    to = _after_dot(tokens, at + 1)
    day = _day(tokens, to)
    if day is not None:
        to = _after_ordinal(tokens, to + 1)
        year, to = _year_after(tokens, to)
        return _dated(tokens, at, to, CalendarDate(year, month, day))
    comma = to + 1 if tokens.word(to) == "," else to
    year = _year(tokens, comma)
    if year is not None:
        return _dated(tokens, at, comma + 1, CalendarDate(year, month))
    return None


def read_day(tokens: Tokens, at: int) -> Moment | None:
    """A date that begins with its day: "4 January 2003", "22nd of May", or in figures: "2024-05-17"."""
    day = _day(tokens, at)
    if day is not None:
        to = _after_ordinal(tokens, at + 1)
        if tokens.word(to) == "of":
            to += 1
        month = _MONTHS.get(tokens.word(to))
        if month is not None and tokens.written[to][0].isupper():
            year, to = _year_after(tokens, _after_dot(tokens, to + 1))
            return _dated(tokens, at, to, CalendarDate(year, month, day))
    return _iso(tokens, at)


def _iso(tokens: Tokens, at: int) -> Moment | None:
    parts = [tokens.word(at + k) for k in range(5)]
    if parts[1] != parts[3] or parts[1] not in ("-", "/", ".") or not tokens.is_glued(at + 4):
        return None
    if not all(parts[k].isdigit() and parts[k].isascii() for k in (0, 2, 4)):
        return None
    if len(parts[0]) == 4 and len(parts[2]) == len(parts[4]) == 2:
        year, month, day = int(parts[0]), int(parts[2]), int(parts[4])
        if month <= 12:
            return Moment(Kind.DATE, at, at + 5, CalendarDate(year, month, day), value=year)
    return None


def read_year(tokens: Tokens, at: int) -> Moment | None:
    """A year, a decade or a span of years: "1997", "1990s", "1935-37", "2002/03"."""
    year = _year(tokens, at)
    if year is None:
        return None
    if tokens.word(at + 1) in ("s", "'s") and tokens.is_glued(at + 1) and year % 10 == 0:
        return Moment(Kind.DATE, at, at + 2, CalendarDate(), low=year, high=year + 9, hedge=Hedge.RANGE)
    span = _year_span(tokens, at, year)
    if span is not None:
        return span
    if not _reads_as_year(tokens, at):
        return None
    to = at + 1
    return Moment(Kind.DATE, at, to, CalendarDate(year), value=year)


def _year_span(tokens: Tokens, at: int, year: int) -> Moment | None:
    mark, end = tokens.word(at + 1), tokens.as_written(at + 2)
    if mark not in ("-", "–", "/") or not (end.isdigit() and end.isascii()):
        return None
    if not (tokens.is_glued(at + 1) and tokens.is_glued(at + 2)) or len(end) not in (2, 4):
        return None
    last = int(end) if len(end) == 4 else year // 100 * 100 + int(end)
    if len(end) == 2 and last < year:
        last += 100 if last + 100 - year <= 20 else 0
    if last not in _YEARS:
        return None
    return Moment(Kind.DATE, at, at + 3, CalendarDate(), low=year, high=last, hedge=Hedge.RANGE)


def _reads_as_year(tokens: Tokens, at: int) -> bool:
    """Is the bare four-digit number a year, and no count of something?"""
    before, after = tokens.word(at - 1), tokens.as_written(at + 1)
    if not after or not after[0].isalpha():
        return after not in ("%", "$", "€", "£", "°")
    if before in _YEAR_OPENERS or before in _MONTHS or after[0].isupper() or at == 0:
        return before not in ("over", "about") or not after.islower()
    return after.lower() in _AFTER_YEAR


_AFTER_YEAR = frozenset(
    "and to was were is are has had the as in when at by with for but or on of after before he she it "
    "they i we who which that because while until since from would will could may can did".split()
)


def _year(tokens: Tokens, at: int) -> int | None:
    token = tokens.as_written(at)
    if len(token) == 4 and token.isdigit() and token.isascii() and int(token) in _YEARS:
        return int(token)
    return None


def _year_after(tokens: Tokens, to: int) -> tuple[int | None, int]:
    comma = to + 1 if tokens.word(to) == "," else to
    year = _year(tokens, comma)
    return (year, comma + 1) if year is not None else (None, to)


def _day(tokens: Tokens, at: int) -> int | None:
    token = tokens.as_written(at)
    if len(token) <= 2 and token.isdigit() and token.isascii() and 1 <= int(token) <= 31:
        return int(token)
    return None


def _after_dot(tokens: Tokens, at: int) -> int:
    return at + 1 if tokens.word(at) == "." and tokens.is_glued(at) else at


def _after_ordinal(tokens: Tokens, at: int) -> int:
    return at + 1 if tokens.word(at) in _ORDINAL_ENDS and tokens.is_glued(at) else at


def _dated(tokens: Tokens, at: int, to: int, date: CalendarDate) -> Moment:
    """The date with the weekday that stands before it."""
    before = at - 1
    while tokens.word(before) in (",", "the", "."):
        before -= 1
    weekday = _DAYS.get(tokens.word(before))
    if weekday is not None and at - before <= 3 and tokens.written[before][0].isupper():
        return Moment(Kind.DATE, before, to, date._replace(weekday=weekday), value=date.year)
    return Moment(Kind.DATE, at, to, date, value=date.year)


def read_clock(tokens: Tokens, at: int) -> Moment | None:
    """A time of day in minutes after midnight: "10:47", "7.30pm", "11 a.m.", "1405 GMT"."""
    token = tokens.as_written(at)
    if not token[:1].isdigit() or len(token) > 5:
        return None
    if tokens.word(at + 1) == ":" and tokens.is_glued(at + 1) and tokens.is_glued(at + 2):
        return _with_colon(tokens, at)
    hour, dot, minute = token.partition(".")
    half, to = _half_day(tokens, at + 1)
    if half is not None and hour.isdigit() and int(hour) <= 12:
        minutes = int(minute) if dot and minute.isdigit() else 0
        return Moment(Kind.CLOCK, at, to, value=(int(hour) % 12 + half) * 60 + minutes)
    if len(token) == 4 and token.isdigit() and tokens.word(at + 1) in ("gmt", "bst", "utc", "cet"):
        return Moment(Kind.CLOCK, at, at + 1, value=int(token[:2]) * 60 + int(token[2:]))
    return None


def _with_colon(tokens: Tokens, at: int) -> Moment | None:
    hour, minute = tokens.written[at], tokens.as_written(at + 2)
    if not (hour.isdigit() and len(minute) == 2 and minute.isdigit()):
        return None
    if tokens.word(at + 3) in (":", ".") and tokens.is_glued(at + 3) and tokens.is_glued(at + 4):
        return None
    half, to = _half_day(tokens, at + 3)
    hours = int(hour) if half is None else int(hour) % 12 + half
    return Moment(Kind.CLOCK, at, to, value=hours * 60 + int(minute))


def _half_day(tokens: Tokens, at: int) -> tuple[int | None, int]:
    word = tokens.word(at)
    if word in ("am", "pm"):
        return _HALVES[word], at + 1
    if word in ("a", "p") and tokens.word(at + 1) == "." and tokens.word(at + 2) == "m":
        to = at + 3
        return 12 if word == "p" else 0, to + 1 if tokens.word(to) == "." else to
    return None, at
