r"""A date or a time of day must exist.

No month has a day after its last ("31 June", "29 February 2023"), no year a thirteenth month, no
clock shows an hour past 24 or a minute past 59.

Bad

    Applications for the bursary close on 31 June 2025 at noon.
                                          ^^^^^^^^^^^^ June has 30 days

    The deed was signed on February 29, 2023, before two witnesses.
                           ^^^^^^^^^^^^^^^^^ February 2023 has 28 days

    The hearing was put off to the 31st of April.
                                   ^^^^^^^^^^^^^ April has 30 days

    Released on 2024-13-05, the module was withdrawn within a week.
                ^^^^ no month 13

    The night bus leaves at 23:40 and the next at 24:75.
                                                  ^^^^^ 75 minutes

    The 11.15 ferry is met by a bus; the next is at 14.75 from the pier.
                                                    ^^^^^ 75 minutes

    On 32 March the clocks went forward.
       ^^ March has 31 days

Good

    Applications for the bursary close on 30 June 2025 at noon.

    The deed was signed on February 29, 2024, before two witnesses.

Passed over

    The hearing was put off to the 30th of April.

    Released on 2024-12-05, the module was withdrawn within a week.

    The night bus leaves at 23:40, and the last one, on Sundays, at 24:00.

    The runner came home in 24:75 by his own watch, but in 25:15 by the judges'.

    The 11.15 ferry carries 14.75 tonnes of mail.

    In March 45 people were counted, in April 38.

    At 14.75 the ratio was the highest in ten years.

    The psalm at the service was 119:105.
"""

import re
from collections.abc import Iterator

from figcheck.rulekit import (
    MONTH_NAMES,
    MONTHS,
    WEEKDAYS,
    Claim,
    Document,
    Figure,
    Kind,
    Sentence,
    days_in_month,
    decided,
    judged,
)  # fmt: skip

code = "FC705"

_ISO = re.compile(r"\d{4}-(\d\d)-(\d\d)(?![\d-])")
_CLOCK = re.compile(r"(\d\d?)([:.])(\d\d)(?![\d:]|[.,]\d)(\s?[ap]\.?m\b)?")
_AT = frozenset("at by from until till before after between about around and to the - –".split())
_HALVES = frozenset(("am", "pm", "gmt", "bst", "utc", "cet", "hrs", "o'clock"))
_NUMBERS = frozenset((Kind.COUNT, Kind.RATIO, Kind.CLOCK, Kind.SCORE, Kind.LABEL))
_OPENING = frozenset(("on", "by", "until", "till", "from", "to", ":", "before", "after"))
_TIMED = frozenset(
    "train trains bus buses ferry ferries boat boats service doors curtain kick-off performance show "
    "departs leaves arrives departure arrival timetable screening matinee news bulletin session".split()
)
_LATEST = 29  # an hour past this is no slip for an hour
_MOST = 60  # a day past this is no slip for a day


def relate(document: Document) -> Iterator[Claim]:
    """Each date and clock time that no calendar and no clock has."""
    for sentence in judged(document):
        for figure in sentence.figures:
            fault = _fault(document, sentence, figure)
            if fault is not None:
                reading, message = fault
                yield decided(
                    figure, (figure,), False, message, message, reading=reading, tie="plain"
                )


def _fault(document: Document, sentence: Sentence, figure: Figure) -> tuple[str, str] | None:
    """How a figure is impossible, and why; None for nearly all."""
    if figure.kind is Kind.DATE and figure.date is not None:
        date = figure.date
        if date.month and (date.day or date.days):
            return _past_end(date.year, date.month, date.day or (date.days or (0, 0))[1])
        return _numeric(document, figure)
    is_half = figure.kind is Kind.MEASURE and figure.text.endswith("pm")
    if not is_half and (figure.kind not in _NUMBERS or figure.unit is not None or figure.per):
        return None
    return _past_month(sentence, figure) or _past_hour(document, sentence, figure)


def _past_end(year: int | None, month: int, day: int) -> tuple[str, str] | None:
    length = days_in_month(month, year)
    if day <= length:
        return None
    name = MONTH_NAMES[month - 1]
    return "day", f"{name}{f' {year}' if month == 2 and year else ''} has {length} days"


def _numeric(document: Document, figure: Figure) -> tuple[str, str] | None:
    """ "2024-13-05", "2024-12-32"."""
    found = _ISO.match(document.text, figure.start)
    if found is None:
        return None
    if not 1 <= int(found[1]) <= 12:
        return "numeric", f"there is no month {found[1]}"
    return ("numeric", f"there is no day {found[2]}") if not 1 <= int(found[2]) <= 31 else None


def _past_month(sentence: Sentence, figure: Figure) -> tuple[str, str] | None:
    """ "On 32 March", "on Tuesday, March 45"."""
    if figure.value is None or not 31 < figure.value < _MOST or not figure.text.isdecimal():
        return None
    words, place = sentence.words, figure.place
    before = ["", "", *words[max(0, place - 2) : place]]
    after = [*words[place + 1 : place + 2], ""][0]
    if after in MONTHS and len(after) > 3 and _opens_date(before[-1]):
        month = MONTHS[after]
    elif (following := _month_after(sentence, figure)) and before[-1] in _OPENING:
        month = following
    elif before[-1] in MONTHS and _opens_date(before[-2]) and not after.isalpha():
        month = MONTHS[before[-1]]
    else:
        return None
    return "day", f"{MONTH_NAMES[month - 1]} has {days_in_month(month, None)} days"


def _month_after(sentence: Sentence, figure: Figure) -> int | None:
    """The month of "45 May 2022"."""
    after = sentence.figure_at.get(figure.place + 1)
    return after.date.month if after and after.date and not after.date.day else None


def _opens_date(word: str) -> bool:
    return word == "on" or word in WEEKDAYS


def _past_hour(document: Document, sentence: Sentence, figure: Figure) -> tuple[str, str] | None:
    """ "At 25:61"; "the next is at 14.75" where other times are written so."""
    found = _CLOCK.match(document.text, figure.start)
    if found is None or figure.end > found.end():
        return None
    hour, minute = int(found[1]), int(found[3])
    if (minute < 60 and hour < 24) or (hour == 24 and not minute) or not 0 < hour <= _LATEST:
        return None
    is_dotted = found[2] == "."
    words, place = sentence.words, figure.place
    before = words[place - 1] if place else ""
    after = [*words[place + 1 : place + 2], ""][0]
    is_clock = bool(found[4]) or after in _HALVES
    if is_dotted:
        is_clock = is_clock or (before == "at" and _has_times(document, sentence, figure))
        is_clock = is_clock and minute > 59
    else:
        is_clock = is_clock or (before == "at" and minute > 59)
        is_clock = is_clock or (before in _AT and _has_clock(document, sentence, figure))
    if not is_clock:
        return None
    if minute < 60:
        return "clock", f"no clock shows {hour}:{minute:02}"
    return "clock", f"no clock shows {minute} minutes past the hour"


def _has_clock(document: Document, sentence: Sentence, figure: Figure) -> bool:
    """Does a time of day stand in the sentence or one beside it?"""
    near = document.sentences[max(0, sentence.index - 1) : sentence.index + 2]
    return any(f is not figure and f.kind is Kind.CLOCK for each in near for f in each.figures)


def _has_times(document: Document, sentence: Sentence, figure: Figure) -> bool:
    """Do the words speak of what runs at set times, and is another number there written as one?"""
    near = document.sentences[max(0, sentence.index - 1) : sentence.index + 2]
    if all(_TIMED.isdisjoint(each.words) for each in near):
        return False
    others = [f for each in near for f in each.figures if f is not figure]
    return any(f.kind is Kind.CLOCK or _is_dotted(f) for f in others)


def _is_dotted(figure: Figure) -> bool:
    """ "The 11.15 ferry", "at 7.30": a number that may be a time of day."""
    found = _CLOCK.fullmatch(figure.text)
    if found is None or figure.kind is not Kind.COUNT or figure.unit is not None:
        return False
    return 0 < int(found[1]) < 24 and int(found[3]) < 60
