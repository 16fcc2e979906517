r"""A length of time must be that between the two dates that it is said of.

"Two years later, in 2009"; "closed since 2009, it returned in 2025 after 16 years"; "it took 13
years". Years alone give two values.

Bad

    He served for eight years, from 1996 to 2001.
                  ^^^^^^^^^^^ 1996

Good

    He served for five years, from 1996 to 2001.

Passed over

    He served for eight years, and moved in 1996 and 2001.
"""

from collections.abc import Iterator

from figcheck.rulekit import (
    BEGAN, EARLIER, ENDED, LASTED, LATER, Claim, Document, Figure, Grade, Length, Sentence, dateline, dates,
    elapsed, lengths,
)  # fmt: skip

code = "FC702"

Tie = tuple[str, Figure, Figure]
"""How the words tie a length to two dates: its name, the earlier date, the later date."""

_BACK = 3  # sentences that a date may lie before its length
_NEAR = 6  # words between a length and the date beside it
_CLAUSE = 14  # words between a length and a date of its clause
_MARKS = frozenset((",", "(", "–", "—", "-", ";"))
_SINCE = frozenset(("since",))
_LONG = 10  # units from which a length beside the only two years of a text is no chance


def relate(document: Document) -> Iterator[Claim]:
    """Each length with the two dates that the words tie to it."""
    for sentence in document.sentences:
        if sentence.figures:
            for length in lengths(sentence):
                claim = _claim(document, sentence, length)
                if claim is not None:
                    yield claim


def _claim(document: Document, sentence: Sentence, length: Length) -> Claim | None:
    """The first tie that holds, else the first."""
    first: Claim | None = None
    for name, start, end in _ties(document, sentence, length.figure):
        claim = elapsed(length, start, end, name)
        if claim is not None and claim.verdict is Grade.EXACT:
            return claim
        first = first or claim
    return first


def _ties(document: Document, sentence: Sentence, length: Figure) -> Iterator[Tie]:
    """The ways in which the words may tie the length to dates, the surest first."""
    words, place = sentence.words, length.place
    after, beyond = (*words[place + 1 : place + 3], "", "")[:2]
    place_of = _Places(document, sentence, place)
    if after in ("before", "after") and beyond not in (",", ".", "that"):
        yield from _from_event(place_of, is_before=after == "before")
    elif after in LATER and (after != "on" or beyond in (",", "from", "the", ".", "he", "she", "it")):
        yield from ((f"later {how}", one, other) for how, one, other in _beside(place_of))
    elif after in EARLIER:
        yield from ((f"earlier {how}", other, one) for how, one, other in _beside(place_of))
    elif after == "since":
        yield from _since(place_of)
    elif after == "ago":
        yield from _ago(place_of)
    elif after == "time" or (after == "'" and beyond == "time"):
        yield from _hence(place_of)
    else:
        yield from _about_pair(place_of, words[place - 1] if place else "")


class _Places:
    """The dates around a length, the nearest first."""

    __slots__ = ("back", "document", "left", "place", "right", "sentence")

    def __init__(self, document: Document, sentence: Sentence, place: int) -> None:
        here = dates(sentence)
        self.document, self.sentence, self.place = document, sentence, place
        self.left = [figure for figure in reversed(here) if figure.place < place]
        self.right = [figure for figure in here if figure.place > place]
        self.back = [
            (sentence.index - index, figure)
            for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1)
            for figure in reversed(dates(document.sentences[index]))
        ]

    @property
    def before(self) -> list[tuple[str, Figure]]:
        """The dates before the length, with how far off they lie."""
        found = [("here", figure) for figure in self.left]
        return found + [("back" if steps == 1 else "far", figure) for steps, figure in self.back]

    def is_beside(self, figure: Figure) -> bool:
        """Is nothing but a mark between the date and the length behind it: "in 2023, five years later"?"""
        between = self.sentence.words[figure.place + 1 : self.place]
        return bool(between) and between[0] in _MARKS and len(between) <= 4


def _beside(at: _Places) -> Iterator[tuple[str, Figure, Figure]]:
    """For "later": the date that the length starts from, and the one that it leads to."""
    near = [figure for figure in at.right if figure.place - at.place <= _NEAR]
    if near:
        for how, start in at.before[:3]:
            yield f"{how} near", start, near[0]
    elif at.left and at.is_beside(at.left[0]):
        for how, start in at.before[1:3]:
            yield f"{how} beside", start, at.left[0]
    elif at.right and at.right[0].place - at.place <= _CLAUSE:
        for how, start in at.before[:2]:
            yield f"{how} clause", start, at.right[0]


def _from_event(at: _Places, *, is_before: bool) -> Iterator[Tie]:
    """ "In 2015, 127 years after it was founded in 1888": the event's date is on the right."""
    if not at.right or at.right[0].place - at.place > _CLAUSE:
        return
    event = at.right[0]
    others = [*at.before[:1], *(("here", figure) for figure in at.right[1:2])]
    if not is_before:
        yield from ((f"after {how}", event, other) for how, other in others)
    else:
        yield from ((f"before {how}", other, event) for how, other in others)


def _since(at: _Places) -> Iterator[Tie]:
    """ "In 2019, in the 63 years since 1956"."""
    if at.right and at.right[0].place - at.place <= _CLAUSE:
        others = [*at.right[1:2], *at.left[:1], *(figure for _, figure in at.back[:1])]
        line = dateline(at.document)
        for other in [*others, *([line] if line else [])]:
            yield "since", at.right[0], other


def _ago(at: _Places) -> Iterator[Tie]:
    """ "Founded in 1888, 137 years ago": told from the date of the document."""
    near = [f for f in (*at.left[:1], *at.right[:1]) if abs(f.place - at.place) <= _NEAR]
    line = dateline(at.document)
    for figure in near:
        if line is not None and line is not figure:
            yield "ago line", figure, line
        for _, other in at.back[:1]:
            yield "ago back", figure, other


def _hence(at: _Places) -> Iterator[Tie]:
    """ "In a fortnight's time, on 25 March": told from the date of the document."""
    line = dateline(at.document)
    near = [f for f in at.right if f.place - at.place <= _NEAR + 2]
    if line is not None and near:
        yield "hence", line, near[0]


def _about_pair(at: _Places, before: str) -> Iterator[Tie]:
    """ "Away since 2009, it returned in 2025 after 16 years"; "it took 13 years"."""
    here = [*reversed(at.left), *at.right]
    words = at.sentence.words
    verb = _lasts(words, at.place)
    if before in ("after", "following") or verb or before in ("for", "of", "ended"):
        cue = "took" if verb else before
        if len(here) == 2:
            start, end = here
            began = not BEGAN.isdisjoint(words[max(0, start.place - 8) : start.place])
            ended = not ENDED.isdisjoint(words[max(start.place+1, end.place - 8) : end.place])
            kind = "since" if not _SINCE.isdisjoint(words[max(0,start.place-3):start.place]) else "both" if began and ended else "one" if began or ended else "bare"
            yield f"pair {cue} {kind}", start, end
        elif not here and cue in ("took", "after"):
            back = [f for steps, f in at.back]
            near = [f for steps, f in at.back if steps==1]
            if len(near) == 2:
                yield f"pair {cue} back", near[1], near[0]
            every=[f for s in at.document.sentences for f in dates(s)]
            if len(every)==2: yield f"pair {cue} only", every[0], every[1]
        elif len(here)==1 and cue in ("took","after"):
            if at.back and at.back[0][0]==1: yield f"pair {cue} prev", at.back[0][1], here[0]


def _lasts(words: list[str], place: int) -> bool:
    return not LASTED.isdisjoint(words[max(0, place - 3) : place])
