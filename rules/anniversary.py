r"""An anniversary must come as many years after its event as it counts.

"Founded in 1888 ... its 137th birthday in 2025"; "in 44 BC ... the 2,053rd anniversary in 2010", for
no year is zero. A yearly edition may count the first, and leave out years that were missed.

Bad

    Founded in 1888, the shop marked its 127th birthday in 2025.
                                         ^^^^^ 1888 to 2025 = 137 years

Good

    Founded in 1888, the shop marked its 137th birthday in 2025.

Passed over

    Founded in 1888, the shop marked its 12th birthday in Leeds in 2025.
"""

from collections.abc import Iterator
from typing import NamedTuple

from figcheck.rulekit import (
    BORN, DIED, FOUNDED, JUBILEES, Claim, Document, Figure, Grade, Kind, Reckoned, Sentence, Span, dateline, dates,
    gap,
)  # fmt: skip

code = "FC707"


class Feast(NamedTuple):
    """A counted return of a day or an event: the figure or the word that counts it."""

    figure: Figure | None
    number: int
    what: str  # "anniversary", "edition", "year"
    place: int
    text: str
    where: Span | None = None


_ANNIVERSARIES = frozenset(("anniversary", "birthday", "jubilee", "anniversaries", "birthdays"))
_EDITIONS = frozenset(("edition", "annual", "festival", "season", "running", "staging", "year"))
_EVENTS = BORN | DIED | FOUNDED | frozenset(
    "since first began begun won signed landed battle fought married wed discovered published premiered happened invented murder assassination independence fall end".split()
)
_NEAR = 14  # words
_BACK = 3  # sentences
_LEAST = 3


def relate(document: Document) -> Iterator[Claim]:
    """Each anniversary with the year of its event and the year in which it is kept."""
    for sentence in document.sentences:
        if sentence.figures:
            for feast in _feasts(sentence):
                claim = _claim(document, sentence, feast)
                if claim is not None:
                    yield claim


def _feasts(sentence: Sentence) -> Iterator[Feast]:
    words = sentence.words
    for figure in sentence.figures:
        if figure.value is None or figure.value < _LEAST:
            continue
        after = words[figure.place + 1 : figure.place + 4]
        if figure.kind is Kind.ORDINAL:
            what = _what(after)
            if what:
                yield Feast(figure, int(figure.value), what, figure.place, figure.text)
        elif figure.kind is Kind.AGE and figure.text.endswith("old"):
            yield Feast(figure, int(figure.value), "old", figure.place, figure.text)
        elif figure.kind is Kind.DURATION and after and after[0] in _ANNIVERSARIES and figure.unit is not None and figure.unit.name=="year":
            yield Feast(figure, int(figure.value), "anniversary", figure.place, figure.text)
    for at, word in enumerate(words):
        number = JUBILEES.get(word) or (JUBILEES.get(f"{words[at - 1]} {word}") if at else None)
        if number:
            where = Span(sentence.starts[at], sentence.ends[at])
            yield Feast(None, number, "anniversary", at, word, where)


def _what(after: list[str]) -> str:
    for word in after[:2]:
        if word in _ANNIVERSARIES:
            return "anniversary"
        if word in _EDITIONS:
            return "edition"
    return ""


def _claim(document: Document, sentence: Sentence, feast: Feast) -> Claim | None:
    first: Claim | None = None
    for reading, start, end in _ties(document, sentence, feast):
        claim = _judged(feast, start, end, reading)
        if claim is not None and claim.verdict is Grade.EXACT:
            return claim
        first = first or claim
    return first


def _ties(
    document: Document, sentence: Sentence, feast: Feast
) -> Iterator[tuple[str, Figure, Figure]]:
    """The dates of the event and of its return, the surest first."""
    here = [f for f in dates(sentence) if f.date and f.date.year]
    events = [f for f in here if _is_event(sentence, f, feast)]
    kept = [f for f in here if f not in events and abs(f.place - feast.place) <= _NEAR]
    line = dateline(document)
    back = [
        (s, f)
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1)
        for s in [document.sentences[index]]
        for f in reversed(dates(s))
        if f.date and f.date.year
    ]
    old = [f for s, f in back if _is_event(s, f, None)]
    how = "here"
    for event in events or old:
        if event not in events:
            how = "back"
        for figure in kept:
            yield f"{feast.what} {how}", event, figure
        if not kept and line is not None and line is not event:
            yield f"{feast.what} {how} dateline", event, line
    if len(here) == 2 and not events:
        a,b=sorted(here,key=lambda f:f.date.year)
        yield f"{feast.what} two", a, b
    if events and not kept:
        for s, f in back[:1]:
            if f.date.year>events[0].date.year: yield f"{feast.what} {how} prev", events[0], f


def _is_event(sentence: Sentence, figure: Figure, feast: Feast | None) -> bool:
    """Does the date tell when the event was: "founded in 1888", "the anniversary of his death in 44 BC"?"""
    words = sentence.words
    first = max(0, figure.place - 7)
    if feast is not None and feast.place < figure.place and feast.place>=first:
        first = feast.place+1
        if words[first+1:first+2]==["of"]: return True
    between=words[first : figure.place]
    for w in reversed(between):
        if w=="#": return False
        if w in _EVENTS: return True
    return False


def _judged(feast: Feast, start: Figure, end: Figure, reading: str) -> Claim | None:
    between = gap(start.date, end.date) if start.date and end.date else None
    if between is None:
        return None
    a,b=start.date.year,end.date.year
    years = b - a - (a < 0 < b)
    if years<=0: return None
    shown = f"{start.text} to {end.text} = {years} years"
    claim = Claim(stated=feast.figure or end, term=Reckoned((start, end), shown), reading=reading)
    claim.related = (feast.where,) if feast.where else ()
    claim.verdict = Grade.EXACT
    off=feast.number-years
    ok = off==0
    if feast.what=="edition": ok = 0<=off<=1
    if feast.what=="old": ok = -1<=off<=0
    if not ok:
        if feast.what=="edition" and off<0: return None
        if off and abs(off) > max(30, years) : return None
        x,y=str(feast.number),str(years)
        slip=len(x)==len(y)>1 and sum(p!=q for p,q in zip(x,y))==1
        if start.date.year<0: claim.reading+=" bc"
        elif abs(off)==1: claim.reading+=" one"
        elif slip: claim.reading+=" slip"
        claim.verdict = Grade.CONFLICT
        claim.message = f"{shown}, not the {feast.text}"
    return claim
