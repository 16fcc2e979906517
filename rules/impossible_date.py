r"""A date or a time of day must exist.

No month has a day after its last ("31 June", "29 February 2023"), no year a thirteenth month, no
clock shows an hour past 24 or a minute past 59.

Bad

    Applications close on 31 June 2025 at noon.
                          ^^^^^^^^^^^^ June has 30 days

Good

    Applications close on 30 June 2025 at noon.

Passed over

    The court was told of the imaginary date of 30 Februarys ago.
"""

import re
from collections.abc import Iterator

from figcheck.rulekit import (
    MONTHS, MONTH_NAMES, WEEKDAYS, Claim, Document, Figure, Grade, Kind, Reckoned, Sentence, days_in_month,
)  # fmt: skip

code = "FC705"

_ISO = re.compile(r"(?<![\d-])\d{4}-(\d\d)-(\d\d)(?![\d-])")
_SLASHED = re.compile(r"(?<![\d./-])(\d\d?)([/.])(\d\d?)\2(\d{4})(?![\d/.])")
_CLOCK = re.compile(r"(?<![\d.:,/])(\d\d?)([:.])([0-9]\d)(?![\d:,]|\.\d)")
_AT = frozenset(("at", "by", "from", "until", "till", "before", "after", "between", "about", "around", "and", "to", "is", "the", "-", "–"))
_HALVES = frozenset(("am", "pm", "a.m", "p.m", "gmt", "bst", "utc", "cet", "hrs", "o'clock", "a", "p"))
_NO_CLOCKS = frozenset((Kind.MONEY, Kind.SHARE, Kind.MEASURE, Kind.POINTS, Kind.DURATION))


def relate(document: Document) -> Iterator[Claim]:
    """Each date and clock time that no calendar and no clock has."""
    for sentence in document.sentences:
        clocks = None
        for figure in sentence.figures:
            fault = _fault(document, sentence, figure)
            if fault:
                yield _claim(figure, *fault)
            elif figure.kind is Kind.COUNT or figure.kind is Kind.RATIO or figure.kind is Kind.CLOCK or figure.kind is Kind.SCORE:
                found = _bad_clock(document, sentence, figure)
                if found:
                    yield _claim(figure, *found)


def _claim(figure: Figure, reading: str, message: str) -> Claim:
    return Claim(
        stated=figure, term=Reckoned((figure,), message), reading=reading, verdict=Grade.CONFLICT,
        message=message,
    )  # fmt: skip


def _fault(document: Document, sentence: Sentence, figure: Figure) -> tuple[str, str] | None:
    """What is wrong with a date, if anything."""
    date = figure.date
    if figure.kind is Kind.DATE and date is not None:
        if date.month and date.day:
            return _of_day(date.year, date.month, date.day)
        if date.days and date.month:
            return _of_day(date.year, date.month, date.days[1])
    if figure.kind is Kind.COUNT and not figure.unit:
        return _past_month(sentence, figure)
    return _numeric(document, figure)


def _of_day(year: int | None, month: int, day: int) -> tuple[str, str] | None:
    length = days_in_month(month, year)
    if day <= length:
        return None
    name = MONTH_NAMES[month - 1]
    return "day", f"{name}{f' {year}' if month == 2 and year else ''} has {length} days"


def _past_month(sentence: Sentence, figure: Figure) -> tuple[str, str] | None:
    """ "On 32 March", "March 45, 2020"."""
    words, place, value = sentence.words, figure.place, figure.value
    if value is None or not 31 < value < 100 or not figure.text.isdecimal():
        return None
    before = words[max(0, place - 3) : place]
    after = [*words[place + 1 : place + 4], "", "", ""]
    if after[0] in MONTHS and before and (before[-1] in ("on", "the") or before[-1] in WEEKDAYS) and len(after[0])>3:
        month = MONTHS[after[0]]
    elif before and before[-1] in MONTHS and len(before) > 1 and (before[-2] == "on" or before[-2] in WEEKDAYS) and (not after[0].isalpha()):
        month = MONTHS[before[-1]]
    else:
        return None
    return "past", f"{MONTH_NAMES[month - 1]} has {days_in_month(month, None)} days"


def _numeric(document: Document, figure: Figure) -> tuple[str, str] | None:
    """ "2024-13-05", "31/13/2024"."""
    if figure.kind not in (Kind.DATE, Kind.LABEL, Kind.COUNT, Kind.SCORE):
        return None
    found = _ISO.match(document.text, figure.start)
    if found and (not 1 <= int(found[1]) <= 12 or not 1 <= int(found[2]) <= 31):
        return "numeric", f"{found[0]} has no month {found[1]}" if not 1 <= int(found[1]) <= 12 else f"no month has a day {found[2]}"
    return None


def _bad_clock(document: Document, sentence: Sentence, figure: Figure) -> tuple[str, str] | None:
    """ "At 25:61", "the next is at 14.75" beside other times of day."""
    found = _CLOCK.match(document.text, figure.start)
    if found is None or figure.unit is not None or figure.per:
        return None
    hour, minute = int(found[1]), int(found[3])
    if minute < 60 and (hour < 24 or hour==24 and minute==0):
        return None
    words, place = sentence.words, figure.place
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if hour > 29:
        return None
    is_marked = after in _HALVES or before=="at"
    fault = f"no clock shows {minute} minutes past the hour" if minute > 59 else f"no clock shows {hour}:{minute:02}"
    if found[2] == ":":
        if is_marked or (before in _AT and _has_clock(document, sentence, figure)):
            return "clock", fault
        return None
    if minute > 59 and hour < 25 and (after in _HALVES and after not in("a","p") or (before in _AT and _has_clock(document, sentence, figure))):
        return "dotted", fault
    return None


def _has_clock(document, sentence: Sentence, figure: Figure) -> bool:
    """Does a time of day stand in the sentence or the one beside it?"""
    for index in range(max(0, sentence.index - 1), sentence.index + 2):
        if index < len(document.sentences):
            for other in document.sentences[index].figures:
                if other is not figure and (other.kind is Kind.CLOCK or _is_dotted(document, other)):
                    return True
    return False


def _is_dotted(document: Document, figure: Figure) -> bool:
    found = _CLOCK.fullmatch(figure.text)
    return (
        found is not None and figure.kind is Kind.COUNT and figure.unit is None
        and int(found[1]) < 24 and int(found[3]) < 60
    )  # fmt: skip
