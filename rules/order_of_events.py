r"""What follows an event cannot come before it.

A verdict is not overturned before it is given, a life does not end before it begins, a shop does
not close before it opens.

Bad

    She was convicted in 1994. The verdict was overturned on appeal in 1993.
                                                                       ^^^^ 1994

Good

    She was convicted in 1994. The verdict was overturned on appeal in 1996.

Passed over

    She was convicted in 1994. Her brother's conviction had been overturned in 1993.
"""

from collections.abc import Iterator

from figcheck.rulekit import (
    EVENT_ORDER, Claim, Document, Figure, Grade, Reckoned, Sentence, dates, gap,
)  # fmt: skip

code = "FC708"

_REACH = 6  # words between an event and its date
_SAME = frozenset("the he she it they his her its their this that both and".split())
_APART = frozenset("who whose another other others former predecessor previous one father mother brother sister son wife husband grandfather had earlier originally old".split())


def relate(document: Document) -> Iterator[Claim]:
    """Each pair of neighbouring dated events of which one follows from the other."""
    last: tuple[Sentence, Figure, str] | None = None
    for sentence in document.sentences:
        for figure in dates(sentence) if sentence.figures else ():
            event = _event(sentence, figure)
            if last is not None and event and figure.date and figure.date.year:
                claim = _claim(last, sentence, figure, event)
                if claim is not None:
                    yield claim
            last = (sentence, figure, event) if event and figure.date and figure.date.year else None


def _event(sentence: Sentence, figure: Figure) -> str:
    """The event that the date tells the time of: the nearest verb before it."""
    words = sentence.words
    for at in range(figure.place - 1, max(-1, figure.place - 1 - _REACH), -1):
        if words[at] == "#" or words[at] in (";", ".", "(", ")"):
            return ""
        if words[at] in EVENT_ORDER.events:
            return words[at]
    return ""


def _claim(
    last: tuple[Sentence, Figure, str], sentence: Sentence, figure: Figure, event: str
) -> Claim | None:
    before, first, cause = last
    if (cause, event) not in EVENT_ORDER.pairs or sentence.index - before.index > 1:
        return None
    words = sentence.words
    if before is sentence:
        between = words[first.place + 1 : figure.place]
        how = "sentence"
    else:
        between = words[: figure.place]
        how = "next" if words[0] in _SAME else "other"
    if not _APART.isdisjoint(between):
        how+=" apart"
    found = gap(first.date, figure.date)
    if found is None:
        return None
    holds = found.days[1] >= 0
    shown=f"{event} {figure.text}, before {cause} {first.text}"
    return Claim(
        stated=figure, term=Reckoned((first, figure), f"{cause} {first.text}, {event} {figure.text}"), reading=how, consistency=True,
        verdict=Grade.EXACT if holds else Grade.CONFLICT, message=None if holds else shown,
    )
