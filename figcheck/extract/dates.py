"""Dates, years, decades and spans of years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck import units
from figcheck.document import CalendarDate
from figcheck.extract.kinds import DATE
from figcheck.extract.nouns import is_plural
from figcheck.extract.quantity import Quantity

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sep sept", "october oct", "november nov", "december dec"), 1
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
_DASHES = frozenset(("-", "–", "—", "‑", "to", "and", "&", "/"))
_ENDS = frozenset(("st", "nd", "rd", "th"))
ERAS = frozenset(("bc", "ad", "bce", "ce"))
ERA_MARKS = ERAS | {"b"}  # what may begin an era behind its year
BEFORE = frozenset(MONTHS) | {".", ","}
"""What stands before the digits of a date that may begin with its month."""
AFTER = frozenset(MONTHS) | _DASHES | _ENDS | {"of"}
"""What stands behind the digits that may begin a date."""
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_MODERN = range(1900, 2050)
_OLD_BEFORE = frozenset(
    "in since by from until till of year early late mid before after during through between circa "
    "c ca b d born ( – — - / died around dated".split()
)
_CLOSERS = frozenset((",", ".", ")", ";"))
_SHORT_MONTHS = frozenset(("may", "june", "july"))
_NO_YEAR_BEFORE = frozenset(
    "$ £ € ¥ ₹ # about around some roughly approximately nearly almost over than least most "
    "exactly only another further total totalling all these those of_the killed sold bought".split()
)
_YEAR_BEFORE = frozenset(
    "in since by from until till year early late mid before after during through into between "
    "circa c fy fiscal summer winter spring autumn fall or and to the its his her their this next "
    "last 's of a an for than under born ( [ – — - , . ; : ' \" “ ’ / ca d b versus vs against "
    "compared dated".split()
) | {""}
_NO_YEAR_AFTER = frozenset(
    "% percent per pct people men women children km miles metres meters feet tonnes tons mw kg g "
    "ml mg mm cm m ft m2 km2 words votes jobs times dollars euros pounds rupees yen yuan acres "
    "hectares homes students workers soldiers troops employees members hours days months years "
    "others of × °".split()
)
_SUBJECTS = frozenset(
    "patients participants subjects respondents adults individuals persons residents "
    "voters cases samples customers users families households civilians passengers "
    "migrants refugees officers".split()
)
_NO_UNITS = frozenset("second minute quarter bar stone point points degree degrees".split())
_STOPS = frozenset(
    "and to was were is are has had have the as in when at by with for but or on of after before "
    "he she it they i we who which that because while until since from would will could may can "
    "did a an his her its their there this these those if so than then not all no more most last "
    "due under during".split()
)


def is_day(word: str) -> bool:
    return len(word) <= 2 and word.isdecimal() and 1 <= int(word) <= 31


def is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and _FIRST_YEAR <= int(word) <= _LAST_YEAR


def read_date(tokens: Tokens, at: int) -> Quantity | None:
    """A date of which token `at` is the day, the year behind a month, or the first number."""
    written = tokens.written
    word = written[at]
    if word.count(".") == 2:
        return _dotted(tokens, at)
    if is_day(word):
        return _month_first(tokens, at) or _day_first(tokens, at) or _numeric(tokens, at)
    if is_year(word):
        return _month_year(tokens, at) or _numeric(tokens, at)
    return None


def _month_before(tokens: Tokens, at: int) -> int | None:
    """The token of the month right before `at`: "Dec. 22", "May 3"; None where there is none."""
    before = at - 2 if tokens.lower[at - 1] == "." and tokens.glued[at - 1] else at - 1
    return before if before >= 0 and _is_month(tokens, before) else None


def _is_month(tokens: Tokens, at: int) -> bool:
    word = tokens.lower[at]
    return word in MONTHS and (
        tokens.written[at][0].isupper() or (len(word) > 3 and word != "march")
    )


def _month_first(tokens: Tokens, at: int) -> Quantity | None:
    """ "Dec. 22, 2007", "May 3", "November 3-5"."""
    month = _month_before(tokens, at)
    if month is None:
        return None
    lower = tokens.lower
    after = lower[at + 1]
    if (
        after[:1].isalpha()
        and lower[month - 1] == "in"
        and after not in _STOPS
        and after not in _ENDS
    ):
        return None
    if after == ":" and tokens.glued[at + 1]:
        return None
    if after in _DASHES and is_day(lower[at + 2]) and _is_day_span(tokens, at):
        days = int(lower[at]), int(lower[at + 2])
        return _spanned(tokens, month, at + 3, MONTHS[lower[month]], days)
    to = _after_rank(tokens, at + 1)
    year, to = _year_after(tokens, to)
    return _dated(tokens, month, to, CalendarDate(year, MONTHS[lower[month]], int(lower[at])))


def _is_day_span(tokens: Tokens, at: int) -> bool:
    """ "May 3-5" and "May 3 to 5 in Paris", but "from May 3 to 12 people" not."""
    if not (tokens.glued[at + 1] or tokens.lower[at + 1] in ("–", "to")):
        return False
    if int(tokens.lower[at]) >= int(tokens.lower[at + 2]):
        return False
    after = tokens.written[at + 3]
    return tokens.glued[at + 1] or not after[:1].isalpha() or after in _STOPS or after[0].isupper()


def _spanned(tokens: Tokens, at: int, to: int, month: int, days: tuple[int, int]) -> Quantity:
    """A span of days, whose date has no day."""
    year, to = _year_after(tokens, to)
    quantity = _dated(tokens, at, to, CalendarDate(year, month, days=days))
    quantity.value = None
    return quantity


def _month_year(tokens: Tokens, at: int) -> Quantity | None:
    """ "March 2022", "Sept., 2011"."""
    before = at - 1 if tokens.lower[at - 1] == "," else at
    month = _month_before(tokens, before)
    if month is None or (before != at and _day_stands_before(tokens, month)):
        return None
    return _dated(
        tokens, month, at + 1, CalendarDate(int(tokens.lower[at]), MONTHS[tokens.lower[month]])
    )


def _day_stands_before(tokens: Tokens, month: int) -> bool:
    return is_day(tokens.lower[month - 1])


def _day_first(tokens: Tokens, at: int) -> Quantity | None:
    """ "4 January 2003", "22nd of May", "3-5 May"."""
    lower = tokens.lower
    to = _after_rank(tokens, at + 1)
    if lower[to] == "of":
        to += 1
    if _is_month(tokens, to) and not (
        to == at + 2 and lower[to - 1] == "of" and lower[to] == "may"
    ):
        if tokens.glued[to] and lower[to - 1] != "-" and len(lower[to]) > 4:
            return None
        is_cut = (
            len(lower[to]) <= 4 and lower[to] not in _SHORT_MONTHS
        )  # "15 Sept.", not "15 June."
        end = to + 2 if is_cut and lower[to + 1] == "." and tokens.glued[to + 1] else to + 1
        year, end = _year_after(tokens, end)
        return _dated(tokens, at, end, CalendarDate(year, MONTHS[lower[to]], int(lower[at])))
    if lower[at + 1] in _DASHES and is_day(lower[at + 2]) and int(lower[at + 2]) > int(lower[at]):
        month = _after_rank(tokens, at + 3)
        if _is_month(tokens, month) and tokens.written[month][0].isupper():
            days = int(lower[at]), int(lower[at + 2])
            return _spanned(tokens, at, month + 1, MONTHS[lower[month]], days)
    if lower[at + 1] in ("-", "/") and lower[at + 2] in MONTHS and tokens.glued[at + 2]:
        year, end = (
            _year_after(tokens, at + 4) if lower[at + 3] == lower[at + 1] else (None, at + 3)
        )
        return _dated(tokens, at, end, CalendarDate(year, MONTHS[lower[at + 2]], int(lower[at])))
    return None


def _numeric(tokens: Tokens, at: int) -> Quantity | None:
    """ "2024-02-29", "17/05/2018", "5/17/18"."""
    one, mark, two, other, three = tokens.lower[at : at + 5]
    if mark != other or mark not in ("-", "/") or not tokens.glued[at + 1]:
        return None
    if not all(part.isdecimal() for part in (one, two, three)) or not tokens.glued[at + 4]:
        return None
    return _of_parts(tokens, at, at + 5, one, two, three, mark == "/")


def _dotted(tokens: Tokens, at: int) -> Quantity | None:
    """ "17.05.2018"."""
    one, two, three = tokens.lower[at].split(".")
    return _of_parts(tokens, at, at + 1, one, two, three, len(three) == 4)


def _of_parts(
    tokens: Tokens, at: int, to: int, one: str, two: str, three: str, is_short: bool
) -> Quantity | None:
    if len(one) == 4 and len(two) <= 2 and len(three) <= 2:
        year, month, day = int(one), int(two), int(three)
    elif len(one) <= 2 and len(two) <= 2 and (len(three) == 4 or (len(three) == 2 and is_short)):
        day, month = int(one), int(two)
        if month > 12:
            day, month = month, day
        elif day <= 12:
            return _dated(tokens, at, to, CalendarDate(_full_year(three)))
        year = _full_year(three)
    else:
        return None
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _dated(tokens, at, to, CalendarDate(year, month, day))


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 50 else 1900)


def _year_after(tokens: Tokens, to: int) -> tuple[int | None, int]:
    at = to + 1 if tokens.lower[to] in (",", "-", "/") else to
    if is_year(tokens.lower[at]) and not tokens.glued[at + 1]:
        return int(tokens.lower[at]), at + 1
    if is_year(tokens.lower[at]) and not tokens.lower[at + 1][:1].isalnum():
        return int(tokens.lower[at]), at + 1
    return None, to


def _after_rank(tokens: Tokens, at: int) -> int:
    return at + 1 if tokens.lower[at] in _ENDS and tokens.glued[at] else at


def _dated(tokens: Tokens, at: int, to: int, date: CalendarDate) -> Quantity:
    """The date, with the weekday that stands before it."""
    before = at - 1
    for _ in range(2):
        if tokens.lower[before] in (",", "the", ".", "("):
            before -= 1
    weekday = WEEKDAYS.get(tokens.lower[before]) if before >= 0 else None
    if weekday is not None and tokens.written[before][0].isupper():
        at, date = before, date._replace(weekday=weekday)
    quantity = Quantity(at, to, DATE, date.year)
    quantity.date = date
    quantity.low = quantity.high = date.year
    return quantity


def read_year(tokens: Tokens, at: int) -> Quantity | None:
    """A year, a decade or a span of years: "1997", "1990s", "1935-37", "2002/03"."""
    written, lower = tokens.written, tokens.lower
    if not is_year(written[at]):
        return None
    year, after = int(written[at]), lower[at + 1]
    if tokens.glued[at + 1]:
        if after == "s":
            return _decade(at, at + 2, year)
        if after == "'" and lower[at + 2] == "s" and tokens.glued[at + 2]:
            is_decade = year % 10 == 0 and lower[at - 1] in ("the", "early", "late", "mid", "-")
            return _decade(at, at + 3, year) if is_decade else _of_year(at, at + 1, year)
        span = _year_span(tokens, at, year)
        if span is not None:
            return span
        if after[:1].isalpha() or after in ("%", "°", "$", "€", "+"):
            return None
    if not _reads_as_year(tokens, at, year):
        return None
    return _of_year(at - 1 if written[at - 1] == "AD" else at, at + 1, year)


def of_era(tokens: Tokens, at: int) -> Quantity | None:
    """ "44 BC", "44 B.C.", "1066 AD": a year with its era; before our era it has no number."""
    lower, year = tokens.lower, int(tokens.written[at])
    is_dotted = lower[at + 1] not in ERAS
    if is_dotted and (lower[at + 2 : at + 5] != [".", "c", "."] or not year):
        return None
    quantity = _of_year(at, at + (5 if is_dotted else 2), year)
    if lower[at + 1][0] == "b":
        quantity.value = quantity.low = quantity.high = None
        quantity.date = CalendarDate(-year) if year else CalendarDate()
    return quantity


def _of_year(at: int, to: int, year: int) -> Quantity:
    quantity = Quantity(at, to, DATE, year)
    quantity.date = CalendarDate(year)
    quantity.low = quantity.high = year
    return quantity


def _decade(at: int, to: int, first: int) -> Quantity | None:
    if first % 10:
        return None
    return years_between(at, to, first, first + (99 if first % 100 == 0 and first < 1900 else 9))


def years_between(at: int, to: int, first: int, last: int) -> Quantity:
    """A span of years."""
    quantity = Quantity(at, to, DATE)
    quantity.date = CalendarDate()
    quantity.set_range(first, last)
    return quantity


def _year_span(tokens: Tokens, at: int, year: int) -> Quantity | None:
    mark, end = tokens.lower[at + 1], tokens.written[at + 2]
    if mark not in ("-", "–", "/", "‑", "—") or not end.isdecimal() or not tokens.glued[at + 2]:
        return None
    if len(end) == 4:
        last = int(end)
    elif len(end) == 2:
        last = year // 100 * 100 + int(end)
        last += 100 if last < year and last + 100 - year <= 20 else 0
    else:
        return None
    if not year < last <= _LAST_YEAR or (
        tokens.glued[at + 3] and tokens.lower[at + 3] in ("-", "/")
    ):
        return None
    return years_between(at, at + 3, year, last)


def _reads_as_year(tokens: Tokens, at: int, year: int) -> bool:
    """Is the bare four-digit number a year, and no count of something?"""
    before, after = tokens.lower[at - 1], tokens.lower[at + 1]
    if before in _NO_YEAR_BEFORE or after in _NO_YEAR_AFTER:
        return False
    if after == "over" and tokens.lower[at + 2].isdecimal() and not tokens.lower[at + 3].isalnum():
        return False  # "2000 over 3"
    if after[:1].isalpha() and after not in _NO_UNITS and units.match(tokens.written, at + 1):
        return False
    if year not in _MODERN:
        is_end = before in ("to", "through") and (year >= 2050 or is_year(tokens.lower[at - 2]))
        if before in ("the", "a") and year < 1900:
            return _is_noun(tokens, at + 1) and not _is_counted(tokens, at + 1)
        is_placed = before == "," and tokens.written[at - 2].istitle() and after in _CLOSERS
        is_told = before in _OLD_BEFORE or is_end or is_placed or (not before and after == ":")
        return is_told and not _is_counted(tokens, at + 1)
    if after[:1].isalpha() and not tokens.written[at + 1][0].isupper() and after not in _STOPS:
        return (
            before in _YEAR_BEFORE
            or not after.endswith("s")
            or (year % 50 != 0 and after not in _SUBJECTS)
        )
    return True


def _is_noun(tokens: Tokens, at: int) -> bool:
    after = tokens.written[at]
    return after[:1].isalpha() and after.islower() and after not in _STOPS


def _is_counted(tokens: Tokens, at: int) -> bool:
    """Does a plural follow, at once or behind an adjective?"""
    if not _is_noun(tokens, at):
        return False
    after = tokens.written[at]
    return is_plural(after) or (
        _is_noun(tokens, at + 1) and not after.endswith("ed") and is_plural(tokens.written[at + 1])
    )


def read_apostrophe(tokens: Tokens, at: int) -> Quantity | None:
    """ "'98", "the '60s": a year or decade cut short, whose apostrophe stands at `at` - 1."""
    word = tokens.written[at]
    if len(word) != 2 or not word.isdecimal():
        return None
    year = int(word) + (2000 if int(word) < 30 else 1900)
    if tokens.lower[at + 1] in ("s", "'s") and tokens.glued[at + 1]:
        return _decade(at - 1, at + 2, year)
    return _of_year(at - 1, at + 1, year)


def read_fiscal(tokens: Tokens, at: int) -> Quantity | None:
    """ "FY2023-24", "FY23": a fiscal year, whose letters stand at `at` - 1."""
    word = tokens.written[at]
    if not (is_year(word) or (len(word) == 2 and word.isdecimal())):
        return None
    year = _full_year(word)
    quantity = _year_span(tokens, at, year) or _of_year(at, at + 1, year)
    quantity.at = at - 1
    return quantity
