r"""A length of time must be that between the two dates that it is said of.

"Two years later, in 2009"; "closed since 2009, it returned in 2025 after 16 years"; "began in 1998
... until 2011. It had taken 13 years". What ties a length to its dates is a word beside it (later,
earlier, after, since, ago, took, wait), and the dates nearest to that. Writers round a length, or
count the units completed: between years alone lie two values and, counted inclusively, a third.

Bad

    The ferry was laid up in 2009. It sailed again in 2025, 14 years later.
                                                            ^^^^^^^^ 2009 to 2025 = 16 years, not 14 years

    The baths closed in March 2018 and reopened in June 2021, nearly five years later.
                                                                     ^^^^^^^^^^ 3 years 3 months, not nearly five years

    In 2015, 127 years after the mill was founded in 1898, the last loom stopped.
             ^^^^^^^^^ 1898 to 2015 = 117 years

    The parcel was posted on 3 May 2021. Nine weeks later, on 14 June 2021, it came back.
                                         ^^^^^^^^^^ 6 weeks, not Nine weeks

    The pipes burst on 31 December, three days after Christmas.
                                    ^^^^^^^^^^ Christmas to 31 December = 6 days

Good

    The ferry was laid up in 2009. It sailed again in 2025, 16 years later.

    The baths closed in March 2018 and reopened in June 2021, more than three years later.

    The parcel was posted on 3 May 2021. Six weeks later, on 14 June 2021, it came back.

    The pipes burst on 31 December, six days after Christmas.

    She left the bank in December 2003 and, a decade later, in 2014, bought it.

Passed over

    He became a judge in 1997, a year before he was knighted, and sat until 2003.

    The engine that he built in 1934 went to a museum 5 years later.

    Over the past 30 years the river has flooded twice, in 2007 and in 2019.

    The mill burnt down in 1921, and two years later its owner died.

    Ten days before the fair of 2019 it rained, and it rained again in 2021.
"""

from collections.abc import Iterator

from figcheck.rulekit import (
    Around,
    Claim,
    Document,
    Figure,
    Tie,
    dateline,
    judged,
    lengths,
    of_ties,
)  # fmt: skip

code = "FC702"

_PLAIN = frozenset(("later here", "earlier here", "event here", "from"))
_LOOSE = frozenset(
    (
        "later here clause",
        "later back clause",
        "later far clause",
        "later far",
        "earlier far",
        "event told",
    )
)
_APPENDED = 5  # words from a comma to the date that it appends
_NEAR = 6  # words between a length and the date beside it
_CLAUSE = 14  # words between a length and a date of its clause
_TOLD = 2  # sentences from an event to the words that count from it
_BREAKS = frozenset((";", "and", "but"))
_ENDING = frozenset(
    ("ends", "expires", "end", "expire", "ended", "expired", "until", "finishes", "closes")
)


def relate(document: Document) -> Iterator[Claim]:
    """Each length with the two dates that the words behind it tie it to."""
    for sentence in judged(document):
        for length in lengths(sentence):
            claim = of_ties(
                length, _ties(Around(document, sentence, length.figure)), plain=_PLAIN, loose=_LOOSE
            )
            if claim is not None:
                yield claim


def _ties(at: Around) -> Iterator[Tie]:
    """The ways in which the words may tie the length to dates, the surest first."""
    leads = at.leads
    if leads in ("before", "after"):
        yield from _from_event(at, is_before=leads == "before")
    elif leads == "later":
        yield from ((f"later {how}", one, other) for how, one, other in _beside(at))
    elif leads == "earlier":
        yield from ((f"earlier {how}", other, one) for how, one, other in _beside(at))
    elif leads:
        yield from {"since": _since, "ago": _ago, "from": _from, "hence": _hence}[leads](at)


def _beside(at: Around) -> Iterator[tuple[str, Figure, Figure]]:
    """For "later": the date that the length starts from, and the one that it leads to."""
    near = [figure for figure in at.right if figure.place - at.place <= _NEAR]
    if near:
        yield from ((how, start, near[0]) for how, start in at.before[:3])
    elif at.left and at.is_beside(at.left[0]):
        yield from ((how, start, at.left[0]) for how, start in at.before[1:3])
    elif at.right and at.right[0].place - at.place <= _CLAUSE:
        yield from ((f"{how} clause", start, at.right[0]) for how, start in at.before[:2])


def _from_event(at: Around, *, is_before: bool) -> Iterator[Tie]:
    """ "In 2015, 127 years after it was founded in 1888": the event's date is on the right."""
    if at.right and at.right[0].place - at.place <= _CLAUSE:
        event = at.right[0]
        between = at.words[at.place + 2 : event.place]
        if not _BREAKS.isdisjoint(between) or "," in between[:-_APPENDED]:
            return
        for how, other in [*at.before[:1], *(("here", figure) for figure in at.right[1:2])]:
            yield f"event {how}", *((other, event) if is_before else (event, other))
        return
    told = [figure for steps, figure in at.back if steps <= _TOLD]
    if at.left and told and at.place - at.left[0].place <= _CLAUSE:
        here = at.left[0]
        for event in told[:2]:
            yield "event told", *((here, event) if is_before else (event, here))


def _since(at: Around) -> Iterator[Tie]:
    """ "In 2019, in the 63 years since 1956"."""
    if at.right and at.right[0].place - at.place <= _CLAUSE:
        line = dateline(at.document)
        others = [*at.right[1:2], *at.left[:1], *(figure for _, figure in at.back[:1])]
        for other in [*others, *([line] if line else [])]:
            yield "since", at.right[0], other


def _ago(at: Around) -> Iterator[Tie]:
    """ "Founded in 1888, 137 years ago": told from the date of the document, or of the sentence."""
    line = dateline(at.document)
    near = [f for f in (*at.left[:1], *at.right[:1]) if abs(f.place - at.place) <= _NEAR]
    for figure in near:
        if line is not None and line is not figure:
            yield "ago", figure, line
        yield from (("ago here", figure, other) for other in at.here if other is not figure)


def _hence(at: Around) -> Iterator[Tie]:
    """ "In a fortnight's time, on 25 March": told from the date of the document."""
    line = dateline(at.document)
    if line is not None and at.right and at.right[0].place - at.place <= _NEAR + 2:
        yield "hence", line, at.right[0]


def _from(at: Around) -> Iterator[Tie]:
    """ "For 25 years from 1 January 2010, and ends on 31 December 2034"."""
    for end in at.right[1:2]:
        if not _ENDING.isdisjoint(at.words[at.right[0].place : end.place]):
            yield "from", at.right[0], end
