r"""A length of time must be that between the two dates that it is said of.

"Two years later, in 2009"; "closed since 2009, it returned in 2025 after 16 years"; "began in 1998
... until 2011. It had taken 13 years". What ties a length to its dates is a word beside it (later,
earlier, after, since, ago, took, wait), and the dates nearest to that. Writers round a length, or
count the units completed: between years alone lie two values and, counted inclusively, a third.

Bad

    The ferry was laid up in 2009. It sailed again in 2025, 14 years later.
                                                            ^^^^^^^^ 2009 to 2025 = 16 years, not 14 years

    Shut since 1987, the observatory reopened in 2012 after 35 years.
                                                            ^^^^^^^^ 1987 to 2012 = 25 years

    The baths closed in March 2018 and reopened in June 2021, nearly five years later.
                                                                     ^^^^^^^^^^ 3 years 3 months, not nearly five years

    Work on the tunnel began in 1998 and dragged on until 2011. It had taken 23 years.
                                                                             ^^^^^^^^ 1998 to 2011 = 13 years

    In 2015, 127 years after the mill was founded in 1898, the last loom stopped.
             ^^^^^^^^^ 1898 to 2015 = 117 years

    The parcel was posted on 3 May 2021. Nine weeks later, on 14 June 2021, it came back.
                                         ^^^^^^^^^^ 6 weeks, not Nine weeks

Good

    The ferry was laid up in 2009. It sailed again in 2025, 16 years later.

    Shut since 1987, the observatory reopened in 2012 after 25 years.

    The baths closed in March 2018 and reopened in June 2021, more than three years later.

    Work on the tunnel began in 1998 and dragged on until 2011. It had taken 13 years.

    The parcel was posted on 3 May 2021. Six weeks later, on 14 June 2021, it came back.

    She left the bank in December 2003 and, a decade later, in 2014, bought it.

Passed over

    He was jailed for 12 years in 2010 and released in 2016.

    The prize, given every four years since 1930, went to nobody in 1942.

    Sales rose in 2019 and again in 2023, the best result in 11 years.

    He became a judge in 1997, a year before he was knighted, and sat until 2003.

    The engine that he built in 1934 went to a museum 5 years later.

    Over the past 30 years the river has flooded twice, in 2007 and in 2019.

    In 2006 the club gave up the five-year lease that it had signed with the port.
"""

from collections.abc import Iterator, Sequence

from figcheck.rulekit import (
    BEGAN,
    EARLIER,
    ENDED,
    LASTED,
    LATER,
    Claim,
    Document,
    Figure,
    Grade,
    Kind,
    Sentence,
    dateline,
    dates,
    elapsed,
    judged,
    lengths,
)  # fmt: skip

code = "FC702"

Tie = tuple[str, Figure, Figure]
"""How the words tie a length to two dates: its name, the earlier date, the later date."""

_PLAIN = frozenset(
    ("later here", "earlier here", "event here", "pair since", "pair both", "pair apart", "from")
)
_FAIR = frozenset(
    (
        "later back",
        "earlier back",
        "event back",
        "since",
        "ago",
        "ago here",
        "pair one",
        "pair back",
        "pair ahead",
        "pair back both",
        "hence",
    )
)
_APPENDED = 5  # words from a comma to the date that it appends
_BACK = 3  # sentences that a date may lie before its length
_NEAR = 6  # words between a length and the date beside it
_CLAUSE = 14  # words between a length and a date of its clause
_FEW = 60  # figures of a text in which two dates may be the only ones
_MARKS = frozenset((",", "(", "–", "—", "-", ";"))
_ON = frozenset((",", "from", "the", ".", "he", "she", "it"))
_AFTER = frozenset(("after", "following"))
_LENGTH_OF = frozenset(("for", "of", "ended"))
_FIRSTS = frozenset(
    ("first", "best", "worst", "highest", "lowest", "biggest", "only", "wettest", "hottest")
)
_LASTS = frozenset(("last", "since", "previous", "previously"))
_WAITS = frozenset("wait absence hiatus drought gap break exile silence closure interval".split())
_BREAKS = frozenset((";", "and", "but"))
_NOT_EVENTS = frozenset((",", ".", "all", "him", "her", "them", "me", "us"))
_SURE = frozenset(("after", "took", "wait"))
_PARTING = frozenset(("separate", "separated", "apart", "elapsed", "between"))
_ENDING = frozenset(
    ("ends", "expires", "end", "expire", "ended", "expired", "until", "finishes", "closes")
)
_SENTENCES = frozenset(
    "sentenced jailed imprisoned sentence contract lease deal fined banned".split()
)


def relate(document: Document) -> Iterator[Claim]:
    """Each length with the two dates that the words tie to it."""
    for sentence in judged(document):
        for length in lengths(sentence):
            first: Claim | None = None
            for name, start, end in _ties(_Places(document, sentence, length.figure)):
                claim = elapsed(length, start, end, name, _tie(name))
                first = first or claim
                if claim is not None and claim.verdict is Grade.EXACT:
                    first = claim
                    break
            if first is not None:
                yield first


def _tie(name: str) -> str:
    """How surely a way of tying says that the length lies between the dates."""
    return "plain" if name in _PLAIN else "fair" if name in _FAIR else "loose"


class _Places:
    """A length in its sentence, and the dates around it, the nearest first."""

    __slots__ = ("back", "document", "left", "length", "place", "right", "sentence", "words")

    def __init__(self, document: Document, sentence: Sentence, length: Figure) -> None:
        here = dates(sentence)
        place = length.place
        self.document, self.sentence, self.length, self.place = document, sentence, length, place
        self.words = sentence.words
        self.left = [figure for figure in reversed(here) if figure.place < place]
        self.right = [figure for figure in here if figure.place > place]
        self.back = [
            (sentence.index - index, figure)
            for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1)
            for figure in reversed(dates(document.sentences[index]))
        ]

    @property
    def here(self) -> list[Figure]:
        return [*reversed(self.left), *self.right]

    @property
    def ahead(self) -> list[Figure]:
        """The two dates of the next sentence, where they say that something began and ended."""
        following = self.document.sentences[self.sentence.index + 1 : self.sentence.index + 2]
        found = dates(following[0]) if following else []
        is_span = len(found) == 2 and _ends(following[0].words, *found) in ("both", "since")
        return found if is_span else []

    @property
    def before(self) -> list[tuple[str, Figure]]:
        """The dates before the length, with how far off they lie."""
        found = [("here", figure) for figure in self.left]
        return found + [("back" if steps == 1 else "far", figure) for steps, figure in self.back]

    def word(self, step: int) -> str:
        at = self.place + step
        return self.words[at] if 0 <= at < len(self.words) else ""

    @property
    def follows_first(self) -> bool:
        """ "The first title in 18 years"."""
        return any(
            figure.kind is Kind.ORDINAL and figure.value == 1 and 0 < self.place - figure.place < 6
            for figure in self.sentence.figures
        )

    def is_beside(self, figure: Figure) -> bool:
        """Is there little but a mark between a date and the length: "in 2023, five years later"?"""
        between = self.words[figure.place + 1 : self.place]
        return bool(between) and between[0] in _MARKS and len(between) <= 4


def _ties(at: _Places) -> Iterator[Tie]:
    """The ways in which the words may tie the length to dates, the surest first."""
    after, beyond = at.word(1), at.word(2)
    if after in ("before", "after") and beyond not in _NOT_EVENTS:
        yield from _from_event(at, is_before=after == "before")
    elif after in LATER and (after != "on" or beyond in _ON):
        yield from ((f"later {how}", one, other) for how, one, other in _beside(at))
    elif after in EARLIER and beyond != "than":
        yield from ((f"earlier {how}", other, one) for how, one, other in _beside(at))
    elif after == "since":
        yield from _since(at)
    elif after == "ago":
        yield from _ago(at)
    elif "from" in (after, beyond) and at.right and at.right[0].place - at.place <= 4:
        yield from _from(at)
    elif after == "time" or (after == "'" and beyond == "time"):
        yield from _hence(at)
    else:
        yield from _of_pair(at, _cue(at))


def _beside(at: _Places) -> Iterator[tuple[str, Figure, Figure]]:
    """For "later": the date that the length starts from, and the one that it leads to."""
    near = [figure for figure in at.right if figure.place - at.place <= _NEAR]
    if near:
        yield from ((how, start, near[0]) for how, start in at.before[:3])
    elif at.left and at.is_beside(at.left[0]):
        yield from ((how, start, at.left[0]) for how, start in at.before[1:3])
    elif at.right and at.right[0].place - at.place <= _CLAUSE:
        yield from ((f"{how} clause", start, at.right[0]) for how, start in at.before[:2])


def _from_event(at: _Places, *, is_before: bool) -> Iterator[Tie]:
    """ "In 2015, 127 years after it was founded in 1888": the event's date is on the right."""
    if at.right and at.right[0].place - at.place <= _CLAUSE:
        event = at.right[0]
        between = at.words[at.place + 2 : event.place]
        if not _BREAKS.isdisjoint(between) or "," in between[:-_APPENDED]:
            return
        for how, other in [*at.before[:1], *(("here", figure) for figure in at.right[1:2])]:
            yield f"event {how}", *((other, event) if is_before else (event, other))


def _since(at: _Places) -> Iterator[Tie]:
    """ "In 2019, in the 63 years since 1956"."""
    if at.right and at.right[0].place - at.place <= _CLAUSE:
        line = dateline(at.document)
        others = [*at.right[1:2], *at.left[:1], *(figure for _, figure in at.back[:1])]
        for other in [*others, *([line] if line else [])]:
            yield "since", at.right[0], other


def _ago(at: _Places) -> Iterator[Tie]:
    """ "Founded in 1888, 137 years ago": told from the date of the document, or of the sentence."""
    line = dateline(at.document)
    near = [f for f in (*at.left[:1], *at.right[:1]) if abs(f.place - at.place) <= _NEAR]
    for figure in near:
        if line is not None and line is not figure:
            yield "ago", figure, line
        yield from (("ago here", figure, other) for other in at.here if other is not figure)


def _hence(at: _Places) -> Iterator[Tie]:
    """ "In a fortnight's time, on 25 March": told from the date of the document."""
    line = dateline(at.document)
    if line is not None and at.right and at.right[0].place - at.place <= _NEAR + 2:
        yield "hence", line, at.right[0]


def _from(at: _Places) -> Iterator[Tie]:
    """ "For 25 years from 1 January 2010, and ends on 31 December 2034"."""
    for end in at.right[1:2]:
        if not _ENDING.isdisjoint(at.words[at.right[0].place : end.place]):
            yield "from", at.right[0], end


def _cue(at: _Places) -> str:
    """What says that the length lies between two dates: "after", "took", "wait", "for"."""
    before = at.words[max(0, at.place - 6) : at.place]
    if not _PARTING.isdisjoint((at.word(1), at.word(2))):
        return "apart"
    if not _SENTENCES.isdisjoint((*before[-5:], at.word(1), at.word(2))):
        return ""
    if not _AFTER.isdisjoint(before[-2:]):
        return "after"
    if not _WAITS.isdisjoint((at.word(1), at.word(2))):
        return "wait"
    if not LASTED.isdisjoint(before[-3:]):
        return "took"
    if at.word(-1) == "in" and (at.follows_first or not _FIRSTS.isdisjoint(before)):
        return "first"
    is_beside = bool(at.left) and at.is_beside(at.left[0])
    is_for = at.word(-1) in _LENGTH_OF or at.word(1) in ("of", "in")
    return "for" if is_beside or is_for or "-" in at.length.text else ""


def _of_pair(at: _Places, cue: str) -> Iterator[Tie]:
    """The two dates of the sentence, of the one before it, or of the whole text."""
    here = at.here
    if (not cue and at.place > 0) or len(here) > 2:
        return
    back = [figure for steps, figure in at.back if steps == 1]
    if len(here) == 2:
        kind = _ends(at.words, *here)
        start, end = sorted(here, key=_year)
        if cue == "apart":
            yield "pair apart", start, end
        elif cue == "first":
            if not _LASTS.isdisjoint(at.words):
                yield "pair first", start, end
        elif cue in _SURE or kind in ("since", "both"):
            yield f"pair {kind}", start, end
            yield from (("pair across", back[0], figure) for figure in here if back)
        return
    if len(here) == 1 and cue in _SURE and back:
        yield "pair across", back[0], here[0]
    if not here and len(back) == 2 and cue in _SURE:
        yield "pair back", back[1], back[0]
    elif not here and len(back) == 2 and (at.place <= 2 or cue == "for"):
        words = at.document.sentences[back[0].sentence].words
        kind = (
            "pair back both" if _ends(words, back[1], back[0]) in ("both", "since") else "pair bare"
        )
        if kind != "pair bare" or at.place == 0:
            yield kind, back[1], back[0]
    elif not here and (cue in _SURE or cue == "for") and (ahead := at.ahead):
        yield "pair ahead", ahead[0], ahead[1]
    elif not here and len(at.document.figures) <= _FEW:
        every = [figure for sentence in at.document.sentences for figure in dates(sentence)]
        is_told = bool(every) and every[-1].start < at.length.start and cue in _SURE
        if len(every) == 2 and (is_told or _is_headline(at)):
            yield "pair alone", every[0], every[1]


def _year(figure: Figure) -> int:
    return figure.date.year or 0 if figure.date else 0


def _is_headline(at: _Places) -> bool:
    """Does the length stand in a line of its own above the text?"""
    block = at.document.blocks[at.sentence.block]
    return at.sentence.block == 0 and at.sentence.end >= block.end and len(at.document.blocks) > 1


def _ends(words: Sequence[str], start: Figure, end: Figure) -> str:
    """Do the words before two dates say that something began and ended?"""
    first = words[max(0, start.place - 8) : start.place]
    second = words[max(start.place + 1, end.place - 8) : end.place]
    if "since" in first[-3:]:
        return "since"
    began, ended = not BEGAN.isdisjoint(first), not ENDED.isdisjoint(second)
    return "both" if began and ended else "one" if began or ended else "bare"
