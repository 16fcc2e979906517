r"""The lower end of a range must not lie above its upper end.

"between 10 and 20 per cent", "$750 billion to $850 billion", "from March 2011 to May 2014"; and what
is at least one number and at most another must have room between them.

Bad

    Losses will be between 20 and 15 per cent.
                           ^^^^^^^^^^^^^^^^^^ the first end lies above the second

    The flat is worth between $840,000 and $650,000.
                              ^^^^^^^^^^^^^^^^^^^^^ the first end lies above the second

    The tenant gives not less than twelve and not more than eight weeks' notice.
                                                            ^^^^^^^^^^^ leave no room

    The council sat from May 1987 to March 1982.
                                     ^^^^^^^^^^ May 1987 is later than March 1982

    Teams need a minimum of 15 and a maximum of 11 players.
                                                ^^ leave no room

Good

    Losses will be between 15 and 20 per cent.

    The tenant gives not less than eight and not more than twelve weeks' notice.

    The council sat from March 1982 to May 1987.

    The library is open from 9 a.m. to 5 p.m.

    The study took in children aged 2 months to 2 years.

Passed over

    A curfew runs between 2200 and 0700.

    Babies of more than 4000 g and less than 2500 g were left out.

    That takes up to 5 million or over 700 million bushels.

    The engineer will call between 8 and 1. Please move the bicycle.

    Losses fell from 20 to 15 per cent.

    The bar is open from 8 p.m. to 3 a.m.

    The season runs from October to March.

    The opening was brought forward from May 2014 to March 2014.

    The club has at least 40 members and at most 12 guests.
"""

import itertools
import re
from collections.abc import Iterator
from fractions import Fraction

from figcheck.rulekit import (
    Claim,
    Document,
    Figure,
    Given,
    Hedge,
    Kind,
    Sentence,
    decided,
    dimension,
    prose,
)  # fmt: skip

code = "FC801"

_RANGED = frozenset(
    (
        Kind.COUNT,
        Kind.SHARE,
        Kind.MONEY,
        Kind.MEASURE,
        Kind.DURATION,
        Kind.DATE,
        Kind.AGE,
        Kind.CLOCK,
    )
)
_SPREADS = ("±", "+/-", "+-", "+/−")
_LENGTHS = frozenset((Kind.DURATION, Kind.AGE))
_TO = frozenset(("to", "until", "till", "through", "-", "–", "—"))
_SPANNING = frozenset(("to", "and", "-", "–"))
_ASIDES = frozenset((",", "a", "an", "the", "about", "around"))
_RESET = frozenset(
    "brought moved forward earlier shifted rescheduled revised amended corrected changed postponed "
    "delayed advanced pushed back bc bce".split()
)
_LOWER = frozenset((Hedge.AT_LEAST, Hedge.MORE_THAN))
_UPPER = frozenset((Hedge.AT_MOST, Hedge.LESS_THAN))
_JOINING = frozenset(("and", "but", "or", ",", "nor"))
_MESSAGES = {
    "dates": "{first} is later than {second}",
    "times": "{first} is later than {second}",
    "lengths": "{first} is longer than {second}",
    "bounds": "the bounds {first} and {second} leave no room between them",
}
_HOURS = 12
_DAY = 24
_MINUTES = 60
_BETWEEN_BOUNDS = 5  # words between two bounds, besides a number in brackets


def relate(document: Document) -> Iterator[Claim]:
    """Each range, pair of dates or times, and pair of bounds."""
    for figure in document.figures:
        if figure.hedge is Hedge.RANGE and figure.kind in _RANGED:
            yield from _range(figure)
    for sentence in prose(document):
        if len(sentence.figures) > 1:
            yield from _pairs(sentence)


def _range(figure: Figure) -> Iterator[Claim]:
    """A range that one figure states with both its ends."""
    low, high = figure.low, figure.high
    if low is None or high is None or any(sign in figure.text for sign in _SPREADS):
        return
    if figure.text.endswith("s") and figure.text[-2:-1].isdecimal():
        return  # "the 1960s" are a decade
    falls = figure.descends or low > high
    if falls and "between" not in figure.roles:  # "28 - 1.5" in a row of a table is no range
        return
    if _are_clock_times(figure):
        return  # "a curfew between 2200 and 0700"
    if figure.kind is Kind.COUNT and not figure.owner and low >= 1 and high <= _HOURS:
        return  # "between 8 and 1": from the morning to the afternoon
    order = "the first end lies above the second" if falls else "its ends stand in order"
    message = f"{figure.text}: {order}"
    yield _claim("range", figure, figure, falls=falls, message=message)


def _are_clock_times(figure: Figure) -> bool:
    """Are both ends four digits that may be an hour and minutes?"""
    ends = re.findall(r"\d+", figure.text)
    return (
        len(ends) == 2
        and all(len(end) == 4 and int(end[:2]) < _DAY and int(end[2:]) < _MINUTES for end in ends)
        and any(end[0] == "0" for end in ends)
    )


def _pairs(sentence: Sentence) -> Iterator[Claim]:
    """The pairs of neighbouring figures that are the two ends of something."""
    figures = sentence.figures
    for first, second in itertools.pairwise(figures):
        reading = _reading(sentence, first, second)
        if reading:
            falls = _falls(first, second)
            if falls is False or (falls and reading != "times"):
                yield _ends(reading, first, second, falls=falls)
    bounds = [f for f in figures if f.hedge in _LOWER or f.hedge in _UPPER]
    for first, second in itertools.pairwise(bounds):
        if _bound_one_thing(sentence, first, second):
            low, high = (first, second) if first.hedge in _LOWER else (second, first)
            if low.value is not None and high.value is not None:
                yield _ends("bounds", first, second, falls=_lies_above(low, high))


def _reading(sentence: Sentence, first: Figure, second: Figure) -> str:
    """How two neighbouring figures make a range: "dates", "times", "lengths"; "" where they do not."""
    if not _are_ends(sentence, first, second):
        return ""
    if first.kind is second.kind is Kind.DATE:
        before = sentence.words[max(0, first.place - 10) : second.place + 3]
        return "" if _RESET.intersection(before) else "dates"
    if first.kind is second.kind is Kind.CLOCK:
        return "times"
    if first.kind in _LENGTHS and second.kind in _LENGTHS and first.unit is not second.unit:
        return (
            "lengths"
            if _SPANNING.intersection(sentence.words[first.place + 1 : second.place])
            else ""
        )
    return ""


def _are_ends(sentence: Sentence, first: Figure, second: Figure) -> bool:
    between = [w for w in sentence.words[first.place + 1 : second.place] if w not in _ASIDES]
    if len(between) != 1:
        return False
    if between[0] == "and":
        return "between" in first.roles
    return between[0] in _TO and ("between" not in first.roles)


def _falls(first: Figure, second: Figure) -> bool | None:
    """Does the second end lie before the first? None where that cannot be said, or means nothing."""
    if first.kind is Kind.DATE:
        return _dates_fall(first, second)
    if first.value is None or second.value is None:
        return None
    return _size(first) > _size(second)


def _dates_fall(first: Figure, second: Figure) -> bool | None:
    one, two = first.date, second.date
    if one is None or two is None:
        return None
    parts = [(one.year, two.year), (one.month, two.month), (one.day, two.day)]
    if one.year is None:  # "from October to March 2015" begins in the year before
        parts = parts[1:]
    known = []
    for a, b in parts:
        if a is None or b is None:
            break
        known.append((a, b))
    if not known:
        return None
    falls = [a for a, _ in known] > [b for _, b in known]
    return None if falls and one.year is None else falls


def _bound_one_thing(sentence: Sentence, first: Figure, second: Figure) -> bool:
    """ "not less than ten (10) and not more than seven (7) days": one from below, one from above."""
    if (first.hedge in _LOWER) == (second.hedge in _LOWER) or Kind.SHARE in (
        first.kind,
        second.kind,
    ):
        return False  # "at least 40% of one group, no more than 1% of another"
    if first.hedge is Hedge.LESS_THAN:  # "less than 200 or more than 2,000" lies outside
        return False
    if first.hedge is Hedge.MORE_THAN and not _is_bare(first):  # and so does the reverse
        return False
    if not _is_bare(first) and (
        first.kind is not second.kind or dimension(first) != dimension(second)
    ):
        return False
    if first.owner and second.owner and first.owner != second.owner:
        return False
    between = sentence.words[first.place + 1 : second.place]
    inside = [w for w in between if w not in ("(", ")", "#")]
    if "or" in inside and first.hedge is not Hedge.AT_LEAST:
        return False
    return len(inside) <= _BETWEEN_BOUNDS and not _JOINING.isdisjoint(inside)


def _is_bare(figure: Figure) -> bool:
    """A number that takes its unit from the next: "at least eight and at most twelve weeks"."""
    return figure.kind is Kind.COUNT and figure.unit is None and not figure.owner


def _lies_above(low: Figure, high: Figure) -> bool:
    if _is_bare(low) or _is_bare(high):
        return Fraction(low.value or 0) > Fraction(high.value or 0)
    return _size(low) > _size(high)


def _size(figure: Figure) -> Fraction:
    factor = Fraction(figure.unit.factor) if figure.unit else Fraction(1)
    return Fraction(figure.value or 0) * factor


def _ends(reading: str, first: Figure, second: Figure, *, falls: bool) -> Claim:
    message = f"{first.text}, then {second.text}: in order"
    if falls:
        message = _MESSAGES[reading].format(first=first.text, second=second.text)
    return _claim(reading, second, first, falls=falls, message=message)


def _claim(reading: str, stated: Figure, other: Figure, *, falls: bool, message: str) -> Claim:
    tie = "fair" if reading == "lengths" else "plain"
    return decided(
        stated, Given(other), not falls, message, message,
        reading=reading, tie=tie, consistency=True,
    )  # fmt: skip
