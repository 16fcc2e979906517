r"""A length of hours and minutes must lie between the two times of day that it is said of.

"At 10:47 ... until 13:02, two hours and 15 minutes later"; "lasts two hours and 40 minutes ... from
7.30pm ... ends at 10.10pm". A time without am or pm may be of either half of the day, and a journey
may cross time zones.

Bad

    Trading stopped at 10:47 and resumed at 13:02, three hours and 15 minutes later.
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ 10:47 to 13:02 = 2 h 15 min

    The power was off from 6.10am to 8.25am, one hour and 15 minutes in all.
                                             ^^^^^^^^^^^^^^^^^^^^^^^ 6.10am to 8.25am = 2 h 15 min

    The play begins at 7.30pm. It lasts two hours and 40 minutes and ends at 9.50pm.
                                        ^^^^^^^^^^^^^^^^^^^^^^^^ 7.30pm to 9.50pm = 2 h 20 min

    The crossing takes 95 minutes. The boat leaves at 11.50am and is in at 1.10pm.
                       ^^^^^^^^^^ 11.50am to 1.10pm = 1 h 20 min

    The siege lasted 26 minutes, from 14:05 until 14:51.
                     ^^^^^^^^^^ 14:05 to 14:51 = 46 min

Good

    Trading stopped at 10:47 and resumed at 13:02, two hours and 15 minutes later.

    The play begins at 7.30pm. It lasts two hours and 40 minutes and ends at 10.10pm.

    The crossing takes 80 minutes. The boat leaves at 11.50am and is in at 1.10pm.

    The night shift runs from 10pm to 6am, eight hours.

    The siege lasted nearly an hour, 46 minutes, from 14:05 until 14:51.

Passed over

    The teeth lay for eight hours in 2.25 mM of calcium at 1.35 mM of phosphate.

    Trading stopped at 10:47 and resumed at 13:02, after repairs of 40 minutes.

    The plane left Sydney at 10.20am and landed in Los Angeles at 6.05am, 13 hours and 45 minutes later.

    Trains run every 15 minutes from 06:00 to 23:30.

    The shop opens at 9am and shuts at 5pm, with one hour for lunch.

    Doors open at 7pm, and the last bus, 20 minutes away, goes at 11pm.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from figcheck.rulekit import (
    EARLIER,
    LASTED,
    LATER,
    WEEKDAYS,
    Claim,
    Document,
    Figure,
    Hedge,
    Kind,
    Sentence,
    Span,
    dates,
    decided,
    gap,
    judged,
    write_like,
)  # fmt: skip

code = "FC706"


class Time(NamedTuple):
    """A time of day in minutes after midnight; without `is_sure` it may be twelve hours later."""

    figures: tuple[Figure, ...]
    minutes: int
    is_sure: bool
    place: int
    sentence: int
    text: str
    where: Span | None = None


_DOTTED = re.compile(r"(\d\d?)\.([0-5]\d)")
_NAMED = {"noon": 720, "midday": 720, "midnight": 0}
_GOVERNING = frozenset(
    "at from until till to by between and before after since about around - – — the is was ( , : opens closes starts ends leaves arrives departs".split()
)
_BEHIND = frozenset(
    "and to until till or on in at for the when but with by from as she he it they we i was is had has "
    "this that today yesterday tomorrow every each sharp local then while where which after before a an".split()
) | frozenset("monday tuesday wednesday thursday friday saturday sunday am pm".split())
_ELSEWHERE = frozenset(
    "flight flights flew flying plane landed landing airport touched ahead behind zone zones clocks".split()
)
_ZONES = frozenset("gmt bst utc cet cest est edt cst cdt pst pdt ist jst aest".split())
_TIES = {
    "tight": "plain", "sentence lasting": "plain", "near lasting": "plain", "sentence": "fair",
    "near": "fair", "far": "loose",
}  # fmt: skip
_LASTING = LASTED | {"after", "time", "duration", "total", "journey", "lasting"}
_STRETCHES = frozenset(
    "total period journey crossing delay stretch run break time duration outage length gap wait trip".split()
)
_LIMITS = frozenset(("window", "fits", "fit", "within", "limit", "allowed", "slot"))
_RACED = frozenset(("in", "of", "a", "than", "best", "under"))
_HALF_DAY, _DAY = 720, 1440
_BACK = 3  # sentences between a length and its times
_HIDDEN = frozenset(
    ("every", "each", "per", "within", "another", "further", "first", "last", "next", "extra")
)
_TIGHT, _LOOSE = Fraction(3), Fraction(7, 4)


def relate(document: Document) -> Iterator[Claim]:
    """Each length of minutes or hours with the times of day around it."""
    times: dict[int, list[Time]] = {}
    for sentence in judged(document):
        figures, kinds = sentence.figures, sentence.kinds
        is_timed = Kind.CLOCK in kinds
        if not is_timed and Kind.DURATION in kinds:
            is_timed = any(_is_length(sentence, figure) for figure in figures)
        if not is_timed and Kind.COUNT in kinds and len(figures) > 1:
            is_timed = sum(f.kind is Kind.COUNT and f.text[-3:-2] == "." for f in figures) > 1
        found = list(_times(sentence)) if is_timed else []
        if found:
            times[sentence.index] = found
    if not times:
        return
    for sentence in judged(document):
        if not _LIMITS.isdisjoint(sentence.vocabulary):
            continue
        for figure in sentence.figures:
            if _is_length(sentence, figure):
                yield from _claims(document, sentence, figure, times)


def _times(sentence: Sentence) -> Iterator[Time]:
    """The times of day of a sentence, in its order."""
    words = sentence.words
    found: list[Time] = []
    for figure in sentence.figures:
        if figure.kind is Kind.CLOCK:
            found += _of_clock(words, figure)
        elif _is_governed(words, figure) and _ends_phrase(words, figure):
            found += _of_dotted(figure)
    for at, word in enumerate(words):
        if word in _NAMED:
            where = Span(sentence.starts[at], sentence.ends[at])
            found.append(Time((), _NAMED[word], True, at, sentence.index, word, where))
    return iter(sorted(found, key=lambda time: time.place))


def _is_governed(words: list[str], figure: Figure) -> bool:
    return figure.kind is Kind.COUNT and figure.place > 0 and words[figure.place - 1] in _GOVERNING


def _ends_phrase(words: list[str], figure: Figure) -> bool:
    """Stands no noun behind the number, as in "2.25 mM of salt"?"""
    after = words[figure.place + 1 : figure.place + 2]
    return not after or not after[0].isalpha() or after[0] in _BEHIND


def _of_dotted(figure: Figure) -> Iterator[Time]:
    """ "At 7.30": a number that is a time where others are."""
    dotted = _DOTTED.fullmatch(figure.text)
    if dotted is not None and figure.unit is None and int(dotted[1]) < 24:
        yield _time(figure, int(dotted[1]) * 60 + int(dotted[2]))


def _time(figure: Figure, minutes: int) -> Time:
    is_sure = _is_sure(figure, minutes)
    return Time((figure,), minutes, is_sure, figure.place, figure.sentence, figure.text)


def _of_clock(words: list[str], figure: Figure) -> Iterator[Time]:
    if figure.value is not None:
        before = words[figure.place - 1] if figure.place else ":"
        if _is_sure(figure, int(figure.value)) or before not in _RACED:
            yield _time(figure, int(figure.value))
    elif figure.low is not None and figure.high is not None:
        for end in (figure.low, figure.high):
            yield _time(figure, int(end))._replace(is_sure=False)


def _is_sure(figure: Figure, minutes: int) -> bool:
    """Does the time say, or show, which half of the day it is in?"""
    text = figure.text.lower().rstrip(".")
    return text.endswith(("m", "t", "c")) or minutes >= 780 or text.startswith("0")


def _is_length(sentence: Sentence, figure: Figure) -> bool:
    unit = figure.unit.name if figure.unit else ""
    if figure.kind is not Kind.DURATION or unit not in ("hour", "minute"):
        return False
    per = figure.per if isinstance(figure.per, str) else figure.per.name if figure.per else "day"
    if per != "day":
        return False
    before = sentence.words[figure.place - 1] if figure.place else ""
    after = sentence.words[figure.place + 1 : figure.place + 2]
    if before == "of" and sentence.words[figure.place - 2] not in _STRETCHES:
        return False
    return (
        after not in (["ahead"], ["behind"])
        and before not in _HIDDEN
        and figure.value is not None
        and 5 <= _minutes(figure) != _DAY
    )


def _minutes(figure: Figure) -> Fraction:
    assert figure.value is not None
    assert figure.unit is not None
    return Fraction(figure.value) * (60 if figure.unit.name == "hour" else 1)


def _slack(figure: Figure) -> tuple[Fraction, Fraction]:
    """How much shorter and longer than stated a length may be, in minutes."""
    minutes = _minutes(figure)
    if figure.hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST):
        return Fraction(1), Fraction(_DAY)
    if figure.hedge in (Hedge.LESS_THAN, Hedge.AT_MOST):
        return Fraction(_DAY), Fraction(1)
    if figure.unit is not None and figure.unit.name == "hour":
        less, more = (
            (Fraction(30), Fraction(45)) if minutes % 60 == 0 else (Fraction(15), Fraction(15))
        )
    elif minutes % 30 == 0 or minutes % 20 == 0:
        less = more = Fraction(5)
    elif minutes % 5 == 0:
        less = more = Fraction(2)
    else:
        less = more = Fraction(1)
    if figure.hedge is not Hedge.EXACT:
        less, more = max(less, minutes / 6), max(more, minutes / 6)
    if figure.hedge is Hedge.NEARLY:
        more = Fraction(1)
    return less, more


def _claims(
    document: Document, sentence: Sentence, length: Figure, times: dict[int, list[Time]]
) -> Iterator[Claim]:
    """The pair of times that fits the length; else the nearest pair that it nearly fits."""
    around = [
        time
        for index in range(sentence.index - _BACK, sentence.index + _BACK + 1)
        for time in times.get(index, ())
    ]
    if len(around) < 2 or len(around) > 12:
        return
    days = _days_between(sentence) if len(times.get(sentence.index, ())) == 2 else 0
    after = [*sentence.words[length.place + 1 : length.place + 2], ""][0]
    pairs = [
        (other, one) if _is_turned(after, length, one, other) else (one, other)
        for k, one in enumerate(around)
        for other in around[k + 1 :]
    ]
    pairs.sort(key=lambda pair: _distance(sentence, length, *pair))
    first: Claim | None = None
    for one, other in pairs:
        between = _nearest(length, _gaps(one, other, days))
        reading = _reading(sentence, length, one, other)
        is_tight = reading == "tight" or (len(around) == 2 and reading != "far")
        if _fits(length, between):
            yield _claim(length, one, other, reading, between, holds=True)
            return
        is_near = first is None and _is_near(length, between, _TIGHT if is_tight else _LOOSE)
        if is_near and not _crosses_zones(document, length, one, other, between):
            first = _claim(length, one, other, reading, between, holds=False)
    if first is not None:
        yield first


def _is_turned(after: str, length: Figure, one: Time, other: Time) -> bool:
    """ "At 14:17, 12 minutes after the call at 14:05"; "at 3pm; at 1pm, two hours before"."""
    if length.sentence != one.sentence or one.place > length.place:
        return False
    is_between = length.sentence == other.sentence and other.place > length.place
    return (after == "after" and is_between) or (after in EARLIER and not is_between)


def _signs(length: Figure, between: int) -> tuple[str, ...]:
    """How far a length of minutes is off: by whole hours, a little, or more."""
    off = abs(_minutes(length) - between)
    is_near = off * 5 < between * 3
    return ("miss.slip" if off in (60, 120) else "miss.near" if is_near else "miss.far",)


def _gaps(one: Time, other: Time, days: int = 0) -> list[int]:
    """The minutes from one time to the other, on one day, over midnight, or so many days later."""
    starts = [one.minutes] if one.is_sure else [one.minutes, one.minutes + _HALF_DAY]
    ends = [other.minutes] if other.is_sure else [other.minutes, other.minutes + _HALF_DAY]
    if days:
        return sorted({end - start + days * _DAY for start in starts for end in ends})
    gaps = {(end - start) % _DAY for start in starts for end in ends}
    if min(gaps) > _HALF_DAY:  # told in the other order: "ends at 9pm, having begun at 6pm"
        gaps |= {_DAY - gap for gap in gaps}
    return sorted(gaps)


def _nearest(length: Figure, gaps: Sequence[int]) -> int:
    """The gap that a length comes nearest to."""
    minutes = _minutes(length)
    return min(gaps, key=lambda gap: abs(gap - minutes))


def _fits(length: Figure, gap: int) -> bool:
    less, more = _slack(length)
    return _minutes(length) - less <= gap <= _minutes(length) + more


def _is_near(length: Figure, between: int, factor: Fraction) -> bool:
    minutes = _minutes(length)
    return between > 0 and minutes <= factor * between and between <= factor * minutes


def _days_between(sentence: Sentence) -> int:
    """How many days a sentence puts between its two times: "9am on 3 May to 9am on 5 May"."""
    named = [WEEKDAYS[word] for word in sentence.words if word in WEEKDAYS]
    found = [figure for figure in dates(sentence) if figure.date and figure.date.day]
    if len(found) == 2 and found[0].date and found[1].date:
        between = gap(found[0].date, found[1].date)
        return max(0, between.days[0]) if between else 0
    return (named[1] - named[0]) % 7 if len(named) == 2 else 0


def _distance(sentence: Sentence, length: Figure, one: Time, other: Time) -> int:
    return sum(
        100 * abs(time.sentence - sentence.index)
        + (abs(time.place - length.place) if time.sentence == sentence.index else 0)
        for time in (one, other)
    )


def _reading(sentence: Sentence, length: Figure, one: Time, other: Time) -> str:
    """How near the times stand to the length, and what the words between say."""
    words, place = sentence.words, length.place
    before, after = words[max(0, place - 4) : place], [*words[place + 1 : place + 2], ""][0]
    if not one.sentence == other.sentence == sentence.index:
        steps = max(abs(time.sentence - sentence.index) for time in (one, other))
        if steps > 1 or abs(one.sentence - other.sentence) > 1:
            return "far"
        return "near" if _LASTING.isdisjoint(before) else "near lasting"
    if after in LATER or after in EARLIER or after in ("after", "before"):
        return "tight"
    is_beside = 0 < place - other.place <= 5 or 0 < one.place - place <= 3
    if is_beside:
        return "tight"
    return "sentence" if _LASTING.isdisjoint(before) else "sentence lasting"


def _crosses_zones(
    document: Document, length: Figure, one: Time, other: Time, between: int
) -> bool:
    """May the times be of two places, a whole or half number of hours apart?"""
    if (between - _minutes(length)) % 30:
        return False
    first = max(0, min(one.sentence, length.sentence) - 1)
    last = max(other.sentence, length.sentence) + 2
    words = {word for sentence in document.sentences[first:last] for word in sentence.words}
    return not _ELSEWHERE.isdisjoint(words) or len(_ZONES & words) > 1


def _claim(
    length: Figure, one: Time, other: Time, reading: str, between: int, *, holds: bool
) -> Claim:
    hours, minutes = divmod(between, 60)
    shown = " ".join(
        f"{number} {unit}" for number, unit in ((hours, "h"), (minutes, "min")) if number
    )
    shown = f"{one.text} to {other.text} = {shown}"
    figures = tuple(dict.fromkeys((*one.figures, *other.figures)))
    return decided(
        length, figures, holds, shown,
        reading=reading, tie=_TIES[reading], signs=_signs(length, between),
        related=tuple(time.where for time in (one, other) if time.where),
        rewrite=None if length.unit is None else (length.span, _length_like(length, between)),
    )  # fmt: skip


def _length_like(length: Figure, minutes: int) -> str:
    """A length of so many minutes, written in hours and minutes as the other was."""
    hours, rest = divmod(minutes, 60)
    unit = length.unit.name if length.unit else ""
    if unit == "hour" and not rest:
        return write_like(length, hours)
    if unit == "minute" and "hour" not in length.text and " h" not in length.text:
        return write_like(length, minutes)
    parts = ((hours, "hour"), (rest, "minute"))
    return " ".join(f"{number} {name}{'s' * (number != 1)}" for number, name in parts if number)
