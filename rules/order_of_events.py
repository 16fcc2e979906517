r"""What follows an event cannot come before it.

A verdict is not overturned before it is given, a life does not end before it begins, a shop does
not close before it opens. Two events are of one thing where the second follows in the same
sentence, or in the next under "the", "it", "he".

Bad

    She was convicted in 1994. The verdict was overturned on appeal in 1993.
                                                                       ^^^^ overturned 1993, before convicted 1994

    The sculptor was born in 1911 and died in 1897.
                                              ^^^^ died 1897, before born 1911

    The tramway opened in May 1903 and closed in March 1902 for want of passengers.
                                                 ^^^^^^^^^^ closed March 1902, before opened May 1903

    Building began on 4 June 2018. It was completed on 9 March 2017, under budget.
                                                       ^^^^^^^^^^^^ completed 9 March 2017, before began 4 June 2018

    He was elected in 2016 and resigned in 2013 over a loan.
                                           ^^^^ resigned 2013, before elected 2016

Good

    She was convicted in 1994. The verdict was overturned on appeal in 1996.

    The tramway opened in May 1903 and closed in March 1912 for want of passengers.

    Building began on 4 June 2018. It was completed on 9 March 2019, under budget.

Passed over

    She was convicted in 1994. Her brother's conviction had been overturned in 1993.

    The hall opened in 1969, replacing one that closed in 1962.

    The museum, opened in 2004, stands where the mill that closed in 1982 once was.

    He was elected in 2016; his predecessor resigned in 2013.

    The shop was sold in 2011, and had been bought in 2003.

    The park opened in 2009. Two others closed in 2007.

    The company was founded in 1975, ten years after its rival was dissolved in 1965.
"""

from collections.abc import Iterator
from typing import NamedTuple

from figcheck.rulekit import (
    EVENT_ORDER,
    Claim,
    Document,
    Figure,
    Sentence,
    dates,
    decided,
    gap,
    judged,
)  # fmt: skip

code = "FC708"


class Event(NamedTuple):
    """What a verb says happened at a date."""

    verb: str
    figure: Figure
    sentence: Sentence


_AHEAD = 3  # sentences from an event to one that follows from it, no date between
_REACH = 5  # words between an event and its date
_ENDS = frozenset(("#", ";", ".", "(", ")"))
_SAME = frozenset("the he she it they his its their both and".split())
_APART = frozenset(
    "who whose that which another other others former predecessor previous one father mother brother sister "
    "son wife husband grandfather rival her had earlier originally after before since replacing where "
    "when ;".split()
)


def relate(document: Document) -> Iterator[Claim]:
    """Each pair of neighbouring dated events of which one follows from the other."""
    last: Event | None = None
    for sentence in judged(document):
        for figure in dates(sentence):
            event = _event(sentence, figure)
            if last is not None and event is not None:
                claim = _claim(last, event)
                if claim is not None:
                    yield claim
            last = event


def _event(sentence: Sentence, figure: Figure) -> Event | None:
    """The event whose time the date tells: the nearest such verb before it."""
    if figure.date is None or not figure.date.year:
        return None
    words = sentence.words
    for at in range(figure.place - 1, max(-1, figure.place - 1 - _REACH), -1):
        if words[at] in _ENDS:
            return None
        if words[at] in EVENT_ORDER.events:
            return Event(words[at], figure, sentence)
    return None


def _claim(first: Event, second: Event) -> Claim | None:
    if (first.verb, second.verb) not in EVENT_ORDER.pairs or not _is_of_one(first, second):
        return None
    found = (
        gap(first.figure.date, second.figure.date)
        if first.figure.date and second.figure.date
        else None
    )
    if found is None:
        return None
    is_after = found.days[1] >= 0
    when, cause = second.figure, first.figure
    reading = _how(first, second)
    return decided(
        when, (cause, when), is_after,
        f"{first.verb} {cause.text}, then {second.verb} {when.text}",
        f"{second.verb} {when.text}, before {first.verb} {cause.text}",
        reading=reading, tie="fair" if reading == "far" else "plain", consistency=True,
    )  # fmt: skip


def _how(first: Event, second: Event) -> str:
    steps = second.sentence.index - first.sentence.index
    return ("sentence", "next")[steps] if steps < 2 else "far"


def _is_of_one(first: Event, second: Event) -> bool:
    """Do the words between say nothing of another person or thing?"""
    words, place = second.sentence.words, second.figure.place
    if first.sentence is second.sentence:
        return _APART.isdisjoint(words[first.figure.place + 1 : place])
    is_next = 0 < second.sentence.index - first.sentence.index <= _AHEAD
    return is_next and words[0] in _SAME and _APART.isdisjoint(words[:place])
