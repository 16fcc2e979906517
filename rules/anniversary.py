r"""An anniversary must come as many years after its event as it counts.

"Founded in 1888 ... its 137th birthday in 2025"; "murdered in 44 BC ... the 2,053rd anniversary in
2010", for no year is zero. A yearly event may count its first time, so that an edition is one more,
and years in which it was missed make it fewer.

Bad

    Founded in 1888, the bookshop marked its 127th birthday in 2025 with cake.
                                             ^^^^^ 1888 to 2025 = 137 years, not 127th

    The choir, formed in 1952, will sing at its 60th anniversary concert in June 2022.
                                                ^^^^ 1952 to June 2022 = 70 years

    The dike broke in 1953; in 2003, on the 40th anniversary of the flood, a bell was hung.
                                            ^^^^ 1953 to 2003 = 50 years

    In 1847 the lifeboat was launched. Its bicentenary was kept in 1947 by the whole village.
                                                                   ^^^^ 1847 to 1947 = 100 years, not bicentenary

    The Ides of March were recalled in 2010, on the 2,054th anniversary of the murder in 44 BC.
                                                    ^^^^^^^ 44 BC to 2010 = 2,053 years

Good

    Founded in 1888, the bookshop marked its 137th birthday in 2025 with cake.

    The choir, formed in 1952, will sing at its 70th anniversary concert in June 2022.

    Opened in 1871, the college kept its 150th anniversary in 2021.

    First held in 1978, the regatta came to its 46th edition in 2023.

    The Ides of March were recalled in 2010, on the 2,053rd anniversary of the murder in 44 BC.

Passed over

    Founded in 1888, the bookshop marked the 12th birthday of its cat in June.

    The biennial, first held in 1995, reached its 14th edition in 2023.

    The 29-year-old finished second in the races of 2002 and 2003.

    It was the eighth season of the series, and the seventh since its return in 2005.

    On the 50th anniversary of her first record she sang at the fair that opened in 1988.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from figcheck.rulekit import (
    BORN,
    DIED,
    FOUNDED,
    JUBILEES,
    Claim,
    Document,
    Figure,
    Grade,
    Kind,
    Reckoned,
    Sentence,
    Span,
    dateline,
    dates,
    is_slip,
    judged,
)  # fmt: skip

code = "FC707"


class Feast(NamedTuple):
    """A counted return of an event: the figure that counts it, or the word, and its place."""

    figure: Figure | None
    number: int
    is_edition: bool
    place: int
    text: str
    where: Span | None = None


_ANNIVERSARIES = frozenset(("anniversary", "birthday", "jubilee", "anniversaries", "birthdays"))
_EDITIONS = frozenset(("edition", "annual", "festival", "season", "running", "staging", "year"))
_HAPPENED = frozenset(
    "first won signed landed battle fought married wed discovered published premiered invented murder murdered "
    "assassination independence fall end broke sank sinking wedding coronation crowned liberation".split()
)
_EVENTS = (BORN - {"birthday"}) | DIED | FOUNDED | _HAPPENED
_FIRST_TIMES = FOUNDED | {"first", "held"}
_STOPS = frozenset(("#", ",", ";", ".", "and", "its", "his", "her"))
_NEAR = 14  # words between an anniversary and the date on which it is kept
_REACH = 7  # words between an event and its date
_BACK = 3  # sentences between an event and its anniversary
_LEAST = 3
_SLIP = 30  # years that a number may be off by and still be a slip


def relate(document: Document) -> Iterator[Claim]:
    """Each anniversary with the year of its event and the year in which it is kept."""
    for sentence in judged(document):
        for feast in _feasts(sentence):
            first: Claim | None = None
            for reading, event, kept in _ties(document, sentence, feast):
                claim = _judged(feast, event, kept, reading)
                first = first or claim
                if claim is not None and claim.verdict is Grade.EXACT:
                    first = claim
                    break
            if first is not None:
                yield first


def _feasts(sentence: Sentence) -> Iterator[Feast]:
    words = sentence.words
    for figure in sentence.figures:
        after = words[figure.place + 1 : figure.place + 3]
        is_counted = figure.kind is Kind.ORDINAL or (
            figure.kind is Kind.DURATION and "year" in figure.text
        )
        if is_counted and figure.value is not None and figure.value >= _LEAST:
            is_edition = _ANNIVERSARIES.isdisjoint(after)
            if not is_edition or (figure.kind is Kind.ORDINAL and not _EDITIONS.isdisjoint(after)):
                yield Feast(figure, int(figure.value), is_edition, figure.place, figure.text)
    for at, word in enumerate(words):
        number = JUBILEES.get(word) or (JUBILEES.get(f"{words[at - 1]} {word}") if at else None)
        if number:
            where = Span(sentence.starts[at], sentence.ends[at])
            yield Feast(None, number, is_edition=False, place=at, text=word, where=where)


def _ties(
    document: Document, sentence: Sentence, feast: Feast
) -> Iterator[tuple[str, Figure, Figure]]:
    """The date of the event and of its return, the surest first."""
    what = "edition" if feast.is_edition else "anniversary"
    here = _dated(sentence)
    events = [f for f in here if _is_event(sentence.words, f, feast)]
    kept = [f for f in here if f not in events and abs(f.place - feast.place) <= _NEAR]
    line = dateline(document)
    how = "here"
    if not events:
        how = "back"
        events = [
            figure
            for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1)
            for figure in reversed(_dated(document.sentences[index]))
            if _is_event(document.sentences[index].words, figure, None)
        ]
    for event in events:
        yield from ((f"{what} {how}", event, figure) for figure in kept)
        if not kept and line is not None and line is not event:
            yield f"{what} dateline", event, line
    if len(here) == 2 and kept == here and not feast.is_edition:
        yield f"{what} two", here[0], here[1]


def _dated(sentence: Sentence) -> list[Figure]:
    return [figure for figure in dates(sentence) if figure.date and figure.date.year]


def _is_event(words: Sequence[str], figure: Figure, feast: Feast | None) -> bool:
    """Does the date say when the event was: "founded in 1888", "the anniversary of ... in 44 BC"?"""
    first = max(0, figure.place - _REACH)
    cues = _EVENTS
    if feast is not None:
        cues = _FIRST_TIMES if feast.is_edition else _EVENTS
        if first <= feast.place < figure.place:
            first = feast.place + 2
            if words[first : first + 1] == ["of"] and not feast.is_edition:
                return True
    for word in reversed(words[first : figure.place]):
        if word == "#":
            break
        if word in cues:
            return True
    for word in words[figure.place + 1 : figure.place + _REACH]:
        if word in _STOPS:
            return False
        if word in cues:
            return True
    return False


def _judged(feast: Feast, event: Figure, kept: Figure, reading: str) -> Claim | None:
    if event.date is None or kept.date is None or not event.date.year or not kept.date.year:
        return None
    first, last = event.date.year, kept.date.year
    years = last - first - (first < 0 < last)
    off = feast.number - years
    if years <= 0 or abs(off) > max(_SLIP, years) or (feast.is_edition and off < 0):
        return None
    shown = f"{event.text} to {kept.text} = {years:,} years"
    claim = Claim(stated=feast.figure or kept, term=Reckoned((event, kept), shown), reading=reading)
    claim.tie = (
        "plain" if reading.endswith("here") else "loose" if reading.endswith("two") else "fair"
    )
    claim.related = () if feast.where is None else (feast.where,)
    claim.verdict = Grade.EXACT
    if off and not (feast.is_edition and off == 1):
        claim.signs = (f"miss.{_miss(feast.number, years)}",)
        claim.verdict = Grade.CONFLICT
        claim.message = f"{shown}, not {feast.text}"
    return claim


def _miss(number: int, years: int) -> str:
    if abs(number - years) == 1:
        return "one"
    return "slip" if is_slip(number, years, years) else "far"
