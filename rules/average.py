r"""A rate must be its total divided by what it is per, an average the mean of what it is of.

"£2,184 for 52 taxi rides, or £42 a trip"; "$46,750 from 187 people, an average of $250 a head";
"24,300 people on 54 square kilometres, 450 to the square kilometre"; "42 litres over 700 km, which
works out at 6.0 litres per 100 km"; "240 miles in four hours, an average of 60 mph"; "12, 45, 0, 103
and 70, for an average of 46". Total and quantity are told to fit the rate by their dimensions, or
by the noun that is counted.

Bad

    The appeal raised $46,750 from 187 people, an average of $350 a head.
                                                             ^^^^ $46,750 / 187 = $250

    The mayor put in £2,184 for 52 taxi rides, or £24 a ride.
                                                  ^^^ £2,184 / 52 = £42

    The parish has 12,600 residents on 84 square kilometres, a density of 15 per square kilometre.
                                                                          ^^ 12,600 / 84 square kilometres = 150

    Over the 700 km of the test loop the van used 42 litres, which works out at 16.7 litres per 100 km.
                                                                                ^^^^^^^^^^^ 42 litres / 700 km × 100 = 6.0 litres

    The prototype covered the 240 miles in four hours, an average of 80 mph.
                                                                     ^^^^^^ 240 miles / four hours = 60 mph

    The incidence is 6.2 per 100,000 inhabitants. In all, 1,488 cases were told of in a population of 2.4 million.
                     ^^^ 1,488 / 2.4 million × 100,000 = 62.0

Good

    The incidence is 62 per 100,000 inhabitants. In all, 1,488 cases were told of in a population of 2.4 million.

    The appeal raised $46,750 from 187 people, an average of $250 a head.

    The mayor put in £2,184 for 52 taxi rides, or £42 a ride.

    The parish has 12,600 residents on 84 square kilometres, a density of 150 per square kilometre.

    The striker scored 30 goals in 40 games, an average of 0.75 a game.

    The download of 900 MB took 60 seconds, which works out at 120 Mbps.

    A cartridge costs $32 and prints 1,600 pages, or two cents a page.

    There were 197 talks in 18 slots, an average of eleven talks a slot.

    The county had 42 infant deaths among 5,000 births, a rate of 8.4 per 1,000 births.

Passed over

    The aid is limited to $25 billion a bank, and nine banks shared $250 billion.

    He made 1,016 runs in 15 Tests, averaging 46.18.

    The appeal raised $46,750 from 187 people.

    Of 312 flats sold in May, 48 went for more than £500,000; the average price was £284,000.

    The firm made $12 million last year and employs 300 people; the typical driver earns $31,000.

    Marathon runners averaged 9 minutes a mile; 240 of the 3,000 dropped out.

    The road took nine years and $4.5 million, and cars now do 70 mph on it.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from figcheck.rulekit import (
    AMOUNTS,
    FIT_MARKS,
    Figure,
    Fit,
    Frame,
    Grade,
    Kind,
    Mean,
    Reading,
    Sentence,
    Slot,
    Term,
    Window,
    denominator,
    fit,
    is_cap,
    proportion,
)  # fmt: skip

code = "FC401"

_WEAK = frozenset(("price", "average", "each", "spread"))
_PER = frozenset(("per",))
_APART = 4
_MATCHES = frozenset(("test", "match", "game", "odi", "appearance"))
_OPEN = frozenset("such including includes among like".split())
_OTHERS = frozenset(
    "usual national seasonal league long-term normal annual previous career rolling moving weighted "
    "industry county than compared".split()
)
_DROPPED = frozenset("without excluding excluded discarding discarded left dropped".split())
_LISTING = frozenset((",", "and", "or", "#", "&"))


def _is_rate(_: Figure, figure: Figure) -> bool:
    return bool(figure.value)


def _is_quantity(stated: Figure, figure: Figure) -> bool:
    return figure.per is None and _is_total(stated, figure)


def _is_total(stated: Figure, figure: Figure) -> bool:
    is_told = figure.start < stated.start or _is_per_many(stated)
    return is_told and bool(figure.value)


def _is_per_many(stated: Figure) -> bool:
    """ "6.2 per 100,000. All told, 1,488 cases were notified": an incidence may come first."""
    per = denominator(stated)
    return per is not None and per.number > 1


def _fit(frame: Frame) -> Fit | None:
    return fit(frame.stated, frame["quantity"], frame["total"])


def _quotient(frame: Frame) -> Term | None:
    found = _fit(frame)
    if found is None:
        return None
    return proportion("rate", frame.stated, frame["quantity"], frame["total"], found)


def _is_fit(frame: Frame) -> bool:
    found = _fit(frame)
    if found is None:
        return False
    total, quantity = frame["total"], frame["quantity"]
    if is_cap(frame.sentence, frame.stated) or (
        total.owner == "run" and quantity.owner in _MATCHES
    ):
        return False  # runs are averaged over innings that ended, not over matches
    if found.how != "unit" and Fraction(quantity.value or 0) <= found.number:
        return False
    if found.how not in _WEAK:
        return True
    if max(abs(figure.sentence - frame.stated.sentence) for figure in (total, quantity)) > 1:
        return False
    return not _are_listed(frame.sentence, total, quantity)


def _are_listed(sentence: Sentence, one: Figure, other: Figure) -> bool:
    """Are the two items of one list: "6, 7, 8, 9 and 10"?"""
    if not one.sentence == other.sentence == sentence.index:
        return False
    low, high = sorted((one.place, other.place))
    return _LISTING.issuperset(sentence.words[low + 1 : high])


def _marks(frame: Frame) -> tuple[str, ...]:
    found = _fit(frame)
    order = "tq" if frame["total"].start < frame["quantity"].start else "qt"
    return (*(found.marks if found else ()), f"fit.{order}r")


def _mean(frame: Frame) -> Term | None:
    return Mean(frame.all("items"))


def _is_run(frame: Frame) -> bool:
    """Are the items one whole run of numbers, three or more, with at most a word or two between?"""
    items = frame.all("items")
    if len(items) < 3 or len({item.sentence for item in items}) > 1:
        return False
    if any("denominator" in item.roles for item in items):
        return False
    run = [f for f in frame.document.sentences[items[0].sentence].figures if f is not frame.stated]
    before = [f for f in run if 0 < items[0].place - f.place <= _APART]
    after = [f for f in run if 0 < f.place - items[-1].place <= _APART]
    if before or after or not _is_theirs(frame, items):
        return False
    return all(two.place - one.place <= _APART for one, two in pairwise(items))


def _is_theirs(frame: Frame, items: Sequence[Figure]) -> bool:
    """No "usual average of 9" behind the items, no "among them" before."""
    stated, words = frame.stated, frame.document.sentences[items[0].sentence].words
    first, last = items[0].place, items[-1].place
    if not _OPEN.isdisjoint(words[max(0, first - 6) : first]):
        return False
    near = frame.document.sentences[stated.sentence].words
    begin = last + 1 if stated.sentence == items[0].sentence and stated.place > last else 0
    if not _DROPPED.isdisjoint(near[stated.place + 1 : stated.place + 12]):
        return False
    return _OTHERS.isdisjoint(near[max(begin, stated.place - 6) : stated.place])


def readings() -> tuple[Reading, ...]:
    rate = Slot("rate", AMOUNTS, needs=frozenset(("rate",)), where=_is_rate)
    total = Slot("total", AMOUNTS, bars=_PER, where=_is_total)
    quantity = Slot(
        "quantity", frozenset((Kind.COUNT, Kind.MEASURE, Kind.DURATION)), bars=_PER,
        where=_is_quantity,
    )  # fmt: skip
    told = (*FIT_MARKS, ("fit.tqr", "fit.qtr"))
    mean = Slot("mean", AMOUNTS, needs=frozenset(("average",)))
    return (
        Reading(
            "rate", rate, (total, quantity), _quotient, window=Window.PASSAGE,
            guard=_is_fit, marks=_marks, told=told, accepts=Grade.ROUGH,
        ),
        Reading(
            "mean", mean, (Slot("items", AMOUNTS, many=True, link="before"),), _mean,
            window=Window.ADJACENT, guard=_is_run,
        ),
        Reading(
            "mean first", mean, (Slot("items", AMOUNTS, many=True, link="after"),), _mean,
            window=Window.ADJACENT, guard=_is_run,
        ),
    )  # fmt: skip
