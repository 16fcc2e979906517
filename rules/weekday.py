r"""A weekday named with a date must be the weekday of that date.

A date with its year has one weekday. Of dates without a year, each must lie as many days from the
next one as their weekdays say, whatever the year; and shortly after a dateline a date is of the
dateline's year. Until 1923 some countries kept the old calendar, whose weekday is accepted too.

Bad

    The council meets on Monday, January 4, 2003, in the guildhall.
                         ^^^^^^^^^^^^^^^^^^^^^^^ 4 January 2003 was a Saturday

    Release 4.1 is due on Tue 15 July 2026.
                          ^^^^^^^^^^^^^^^^ 15 July 2026 was a Wednesday

    Her last letter is dated 29 May 1929 (Friday), and asks for ink.
                             ^^^^^^^^^^^ 29 May 1929 was a Wednesday

    The court sits on Friday, October 17, and dealings end on Monday, October 21.
                                                              ^^^^^^^^^^^^^^^^^^ 4 days

    The flood came on Saturday night (4 July 2021), and went as it had come.
                                      ^^^^^^^^^^^ 4 July 2021 was a Sunday

Bad (markdown)

    | Stage | When |
    |---|---|
    | Freeze | Mon 2025-06-03 |
               ^^^^^^^^^^^^^^ 3 June 2025 was a Tuesday
    | Release | Tue 2025-06-17 |

Good

    The council meets on Saturday, January 4, 2003, in the guildhall.

    Release 4.1 is due on Wed 15 July 2026.

    Her last letter is dated 29 May 1929 (Wednesday), and asks for ink.

    The court sits on Friday, October 17, and dealings end on Monday, October 20.

    The trial began on Tuesday, 4 April 2023 and went on the Tuesday after, 11 April.

    She died on 25 December 2021, a Saturday, at home.

Passed over

    The council meets on Saturday, January 4.

    Petrograd fell on Wednesday, 25 October 1917, by the calendar of the place.

    The parish book has Friday, 3 March 1702, in another hand.

    The paper of Monday, 4 January, was the last before that of Friday the 8th.

    Sales on 4 January 2003 beat Monday's.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from figcheck.rulekit import (
    BORN,
    MONTH_NAMES,
    WEEKDAYS,
    CalendarDate,
    Claim,
    Document,
    Figure,
    Grade,
    Kind,
    Sentence,
    Span,
    dateline,
    day_number,
    days_in_month,
    decided,
    holidays,
    judged,
    weekday,
)  # fmt: skip

code = "FC703"


class Named(NamedTuple):
    """A day with the weekday that the text names with it, `where` if outside the figure."""

    figure: Figure
    date: CalendarDate
    said: int
    where: Span | None = None


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_GREGORIAN = 1753  # before it the calendar differs from country to country
_BOTH_CALENDARS = 1924  # until then some countries kept the old one
_YEARS = (2022, 2023, 2024)  # with no leap day, with one in the next year, with one in this
_PARTS_OF_DAY = frozenset(("night", "evening", "morning", "afternoon", "lunchtime"))
_MARKS = frozenset((",", "(", "[", "–", "—", "-", "/", ":"))
_VERBS = frozenset(("was", "is", "fell", "falls", "being", "be"))
_CLOSERS = frozenset((",", ".", ")", "]", ";", ":", ""))
_JOINTS = frozenset(("to", "–", "-", "and", "until"))
_NUMERIC = re.compile(r"(\d\d?)[./-](\d\d?)[./-]\d{4}")
_FAR = 3  # sentences apart
_HALF_YEAR = 183


def relate(document: Document) -> Iterator[Claim]:
    """Each day named with its weekday: by its year, by the day named next to it, by the dateline."""
    named = [each for s in judged(document) for each in _named(document, s)]
    if document.tables:
        named += _in_cells(document)
    for at, each in enumerate(named):
        if each.date.year is not None:
            yield from _of_year(each, each.date.year, "full")
        else:
            yield from _without_year(document, named, at)
    yield from _of_birth(document)


def _named(document: Document, sentence: Sentence) -> Iterator[Named]:
    words = sentence.words
    for figure in [*sentence.figures, *holidays(sentence)]:
        date = figure.date
        if figure.kind is Kind.COUNT:
            yield from _elided(sentence, figure)
        if figure.kind is not Kind.DATE or date is None:
            continue
        if date.weekday is not None and date.month is None:
            yield from _numeric(document, figure)
        if not date.month or not date.day or date.day > days_in_month(date.month, date.year):
            continue
        if date.weekday is not None:
            yield Named(figure, date, date.weekday)
        else:
            at = _after(words, figure.place) or _before(words, figure.place)
            if at is not None:
                where = Span(sentence.starts[at], sentence.ends[at])
                yield Named(figure, date, WEEKDAYS[words[at]], where)


def _elided(sentence: Sentence, figure: Figure) -> Iterator[Named]:
    """The Monday of "Monday 3 to Friday 7 June"."""
    words, place = sentence.words, figure.place
    said = WEEKDAYS.get(words[place - 1]) if place else None
    later = sentence.figure_at.get(place + 2)
    if said is None or later is None or later.date is None or later.date.weekday is None:
        return
    date = later.date._replace(day=int(figure.value or 0), weekday=said)
    if words[place + 1] in _JOINTS and date.month and 0 < (date.day or 0) <= (later.date.day or 0):
        yield Named(figure, date, said, Span(sentence.starts[place - 1], sentence.ends[place - 1]))


def _numeric(document: Document, figure: Figure) -> Iterator[Named]:
    """A date such as 04/01/2003 in the order of day and month that its weekday fits, if any."""
    found = _NUMERIC.search(figure.text)
    date = figure.date
    if found is None or date is None or date.weekday is None or date.year is None:
        return
    orders = [(int(found[1]), int(found[2])), (int(found[2]), int(found[1]))]
    days = [date._replace(month=month, day=day) for day, month in orders if 0 < month < 13 and day]
    days.sort(key=lambda day: weekday(date.year or 1, day.month or 1, day.day or 1) != date.weekday)
    yield Named(figure, days[0], date.weekday)


def _after(words: Sequence[str], place: int) -> int | None:
    """Where the weekday stands in "4 January 2003 (Saturday)", "..., a Saturday", "... was a Saturday"."""
    at = place + 1
    row = [*words[at : at + 5], "", "", "", "", ""]
    if row[0] in WEEKDAYS:
        return at if row[1] in _CLOSERS else None
    if row[0] in _MARKS and row[1] in WEEKDAYS:
        return at + 1 if row[2] in _CLOSERS else None
    skipped = 1 if row[0] in _MARKS or row[0] in _VERBS else 0
    skipped += 1 if row[0] == "," and row[1] in _VERBS else 0
    skipped += 1 if skipped and row[skipped] == "on" else 0
    if skipped and row[skipped] in ("a", "an") and row[skipped + 1] in WEEKDAYS:
        return at + skipped + 1
    return None


def _before(words: Sequence[str], place: int) -> int | None:
    """Where it stands in "on Saturday night (4 January)"."""
    at = place - 1
    if at >= 1 and words[at] in _MARKS and words[at - 1] in _PARTS_OF_DAY | WEEKDAYS.keys():
        at -= 1
    if at >= 1 and words[at] in _PARTS_OF_DAY:
        at -= 1
    return at if 0 <= at < place - 1 and words[at] in WEEKDAYS else None


def _of_year(each: Named, year: int, reading: str, *others: Figure) -> Iterator[Claim]:
    """The claim that the day of that year was the weekday."""
    month, day = each.date.month or 1, each.date.day or 1
    if year < _GREGORIAN or day > days_in_month(month, year):
        return
    actual = weekday(year, month, day)
    holds = actual == each.said
    if not holds and year < _BOTH_CALENDARS and each.said == (actual + 12 + (year >= 1800)) % 7:
        return
    shown = f"{day} {MONTH_NAMES[month - 1]} {year} was a {_DAYS[actual]}"
    yield decided(
        each.figure, (each.figure, *others), holds, shown, f"{shown}, not a {_DAYS[each.said]}",
        reading=reading, tie="plain" if reading == "full" else "fair",
        related=() if each.where is None else (each.where,), rewrite=_renamed(each, actual),
    )  # fmt: skip


def _renamed(each: Named, actual: int) -> tuple[Span, str] | None:
    """The right day of the week in the place of the one that is said."""
    said, right = _DAYS[each.said], _DAYS[actual]
    if each.where is not None:
        is_whole = each.where.end - each.where.start >= len(said)
        return each.where, right if is_whole else right[:3]
    figure = each.figure
    for old, new in ((said, right), (said[:3], right[:3])):
        at = figure.text.find(old)
        if at >= 0:
            start = figure.start + at
            return Span(start, start + len(old)), new
    return None


def _without_year(document: Document, named: Sequence[Named], at: int) -> Iterator[Claim]:
    """A day of no stated year, against the days named before and after it, else the dateline."""
    each = named[at]
    claims = _beside(named, at)
    held = [claim for claim in claims if claim.verdict is Grade.EXACT]
    if held:
        yield held[0]
    elif at and claims:
        yield claims[0]
    elif claims:
        is_other_at_fault = named[1].date.year is None and not any(
            claim.verdict is Grade.EXACT for claim in _beside(named, 1)
        )
        if not is_other_at_fault:
            yield claims[0]
    else:
        line = dateline(document)
        if line is not None and line.date is not None and line.start < each.figure.start:
            yield from _of_year(each, _year_beside(line.date, each.date), "dateline", line)


def _beside(named: Sequence[Named], at: int) -> list[Claim]:
    """The claims of a named day against the one before it and the one behind it."""
    others = (*named[max(0, at - 1) : at], *named[at + 1 : at + 2])
    return [claim for other in others if (claim := _apart(named[at], other)) is not None]


def _year_beside(line: CalendarDate, date: CalendarDate) -> int:
    """The year in which a day lies within half a year of another."""
    year, month, day = line.year or 1, date.month or 1, date.day or 1
    apart = day_number(year, month, day) - day_number(year, line.month or 1, line.day or 1)
    return year + (apart < -_HALF_YEAR) - (apart > _HALF_YEAR)


def _apart(each: Named, other: Named) -> Claim | None:
    """The claim that two named days lie as far apart as their weekdays say, in some year."""
    first, second = (each, other) if each.figure.start > other.figure.start else (other, each)
    second, first = first, second
    steps = second.figure.sentence - first.figure.sentence
    years = [n.date.year for n in (first, second) if n.date.year is not None] or _YEARS
    gaps = {gap for year in years for gap in _gaps(first, second, year) if abs(gap) <= _HALF_YEAR}
    if not gaps:
        return None
    holds = any((gap - second.said + first.said) % 7 == 0 for gap in gaps)
    gap = min(gaps, key=abs)
    shown = f"{first.figure.text} to {second.figure.text} = {gap} days"
    fitting = _DAYS[(first.said + gap) % 7]
    fails = f"{shown}: from a {_DAYS[first.said]} to a {fitting}"
    return decided(
        each.figure, (each.figure, other.figure), holds, shown, fails,
        reading=f"apart {'near' if steps <= _FAR else 'far'}",
        tie="plain" if steps <= _FAR else "fair",
        related=tuple(n.where for n in (each, other) if n.where is not None),
    )  # fmt: skip


def _gaps(first: Named, second: Named, year: int) -> Iterator[int]:
    """The days from one to the other in a year, or over its end, where their years allow it."""
    for one in (year - 1, year, year + 1):
        for two in (one, one + 1):
            is_meant = (first.date.year in (None, one)) and (second.date.year in (None, two))
            if is_meant and year in (one, two):
                start = day_number(one, first.date.month or 1, first.date.day or 1)
                yield day_number(two, second.date.month or 1, second.date.day or 1) - start


def _in_cells(document: Document) -> Iterator[Named]:
    """The dates of tables whose weekday stands in the cell beside them."""
    by_block = {s.block: s for s in judged(document)}
    for table in document.tables:
        for row in table.rows[table.header_rows :]:
            for one, other in pairwise(row):
                yield from _in_cell(document, by_block, one, other)
                yield from _in_cell(document, by_block, other, one)


def _in_cell(
    document: Document, by_block: dict[int, Sentence], name: int | None, cell: int | None
) -> Iterator[Named]:
    if name is None or cell is None or cell not in by_block:
        return
    block = document.blocks[name]
    said = WEEKDAYS.get(document.text[block.start : block.end].strip(" .").lower())
    figure, *others = by_block[cell].figures
    date = figure.date
    if said is None or others or date is None or date.weekday is not None:
        return
    if date.month and date.day and date.day <= days_in_month(date.month, date.year):
        yield Named(figure, date, said, Span(block.start, block.end))


def _of_birth(document: Document) -> Iterator[Claim]:
    """ "I was born on a Saturday", in the life of somebody whose birth is dated."""
    at = document.text.find(" born on a ")
    if at < 0:
        return
    word = document.text[at + 11 : at + 24].replace(".", " ").replace(",", " ").split()[:1]
    said = WEEKDAYS.get(word[0].lower()) if word else None
    births = [f for f in document.figures if _is_birth(document, f)]
    if said is not None and len(births) == 1 and births[0].date and births[0].date.year:
        where = Span(at + 11, at + 11 + len(word[0]))
        yield from _of_year(
            Named(births[0], births[0].date, said, where), births[0].date.year, "birth"
        )


def _is_birth(document: Document, figure: Figure) -> bool:
    date = figure.date
    if figure.kind is not Kind.DATE or date is None or not date.day or not date.year:
        return False
    words = document.sentences[figure.sentence].words[max(0, figure.place - 6) : figure.place]
    return not BORN.isdisjoint(words)
