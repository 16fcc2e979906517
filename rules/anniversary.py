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

    The oak, planted in 1765, came down in 2020, when it was 155, in a gale.
                                                             ^^^ 1765 to 2020 = 255 years

Good

    The oak, planted in 1765, came down in 2020, when it was 255, in a gale.

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
    Sentence,
    Span,
    dateline,
    dates,
    decided,
    is_slip,
    judged,
)  # fmt: skip

code = "FC707"


class Feast(NamedTuple):
    """A counted return of an event: the figure that counts it, or the word, and its place."""

    figure: Figure | None
    number: int
    kind: str  # "anniversary", "edition", "age"
    place: int
    text: str
    where: Span | None = None


_ANNIVERSARIES = frozenset(("anniversary", "birthday", "jubilee", "anniversaries", "birthdays"))
_EDITIONS = frozenset(("edition", "annual", "festival", "season", "running", "staging", "year"))
_HAPPENED = frozenset(
    "first put won signed landed battle fought married wed discovered published premiered invented murder murdered "
    "assassination independence fall end broke sank sinking wedding coronation crowned liberation".split()
)
_EVENTS = (BORN - {"birthday"}) | DIED | FOUNDED | _HAPPENED
_STOPS = frozenset(("#", ",", ";", ".", "and", "its", "his", "her"))
_FIRST_TIMES = FOUNDED | {"first", "held"}
_THINGS = frozenset(
    "company firm store shop club pub brewery school church theatre theater newspaper paper bank hotel "
    "institution charity festival university bridge building college society business museum business "
    "house chapel mill".split()
)
_PERSONS = frozenset(("he", "she", "his", "her", "who", "born", "mr", "mrs", "ms", "dr"))
_AGEING = frozenset(("turned", "turns", "turn", "is", "was", "be", "now"))
_ADMITTED = {"anniversary": (0,), "edition": (0, 1), "age": (-1, 0)}
_JUBILEES = frozenset(name.split()[-1] for name in JUBILEES)
_TIES = {"here": "plain", "here dateline": "plain", "back": "plain", "two": "loose"}
_NEAR = 18  # words between an anniversary and the date on which it is kept
_REACH = 7  # words between an event and its date
_BACK = 3  # sentences between an event and its anniversary
_LEAST = 3
_OLD = 10  # from which a bare number may be an age of a thing
_KINDS = frozenset((Kind.AGE, Kind.COUNT, Kind.ORDINAL, Kind.DURATION))
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
        if figure.kind not in _KINDS:
            continue
        after = words[figure.place + 1 : figure.place + 3]
        before = words[max(0, figure.place - 4) : figure.place]
        if figure.kind is Kind.AGE and _is_of_thing(words, figure):
            yield Feast(figure, int(figure.value or 0), "age", figure.place, figure.text)
        if figure.kind is Kind.COUNT:
            is_bare = not figure.owner and not figure.per and (figure.value or 0) >= _OLD
            if is_bare and before[-2:] in (["it", "was"], ["it", "is"]):
                yield Feast(figure, int(figure.value or 0), "age", figure.place, figure.text)
            continue
        is_counted = figure.kind is Kind.ORDINAL or (
            figure.kind is Kind.DURATION and "year" in figure.text
        )
        if not is_counted or figure.value is None or figure.value < _LEAST:
            continue
        is_edition = _ANNIVERSARIES.isdisjoint(after)
        if is_edition and figure.kind is Kind.DURATION:
            continue
        if not is_edition or not _EDITIONS.isdisjoint(after) or "edition" in before:
            kind = "edition" if is_edition else "anniversary"
            yield Feast(figure, int(figure.value), kind, figure.place, figure.text)
    if _JUBILEES.isdisjoint(sentence.vocabulary):
        return
    for at, word in enumerate(words):
        number = JUBILEES.get(word) or (JUBILEES.get(f"{words[at - 1]} {word}") if at else None)
        if number:
            where = Span(sentence.starts[at], sentence.ends[at])
            yield Feast(None, number, "anniversary", at, word, where)


def _ties(
    document: Document, sentence: Sentence, feast: Feast
) -> Iterator[tuple[str, Figure, Figure]]:
    """The date of the event and of its return, the surest first."""
    here = _dated(sentence)
    own = [figure for figure in here if _is_of_feast(sentence.words, figure, feast)]
    events = own or [f for f in here if _is_event(sentence.words, f, feast)]
    reach = _NEAR if feast.kind == "anniversary" else _NEAR // 2
    kept = [f for f in here if f not in events and abs(f.place - feast.place) <= reach]
    how = "here"
    if not events:
        events = _events_near(document, sentence)
        how = "back" if len(events) == 1 else "back of many"
    line = dateline(document)
    for event in events:
        yield from ((f"{feast.kind} {how}", event, figure) for figure in kept)
        if not kept and line is not None and line is not event:
            yield f"{feast.kind} {how} dateline", event, line
    if len(here) == 2 and kept == here and feast.kind == "anniversary":
        yield f"{feast.kind} two", here[0], here[1]


def _events_near(document: Document, sentence: Sentence) -> list[Figure]:
    """The dated events told in the sentences before, or else in the one behind."""
    behind = range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1)
    ahead = range(sentence.index + 1, min(sentence.index + 2, len(document.sentences)))
    for indexes in (behind, ahead):
        found = [
            figure
            for index in indexes
            for figure in reversed(_dated(document.sentences[index]))
            if _is_event(document.sentences[index].words, figure, None)
        ]
        if found:
            return found
    return []


def _is_of_feast(words: Sequence[str], figure: Figure, feast: Feast) -> bool:
    """ "The anniversary of his death in 44 BC"."""
    between = words[feast.place + 2 : figure.place]
    return feast.kind == "anniversary" and between[:1] == ["of"] and "#" not in between


def _dated(sentence: Sentence) -> list[Figure]:
    return [figure for figure in dates(sentence) if figure.date and figure.date.year]


def _is_of_thing(words: Sequence[str], figure: Figure) -> bool:
    """ "The 250-year-old brewery", "the paper is 200 years old", "it turned 115": no person's age."""
    before = words[max(0, figure.place - 2) : figure.place]
    after = words[figure.place + 1 : figure.place + 3]
    if figure.text.endswith("-old"):
        return not _THINGS.isdisjoint(after)
    return _PERSONS.isdisjoint(words[: figure.place]) and not _AGEING.isdisjoint(before)


def _is_event(words: Sequence[str], figure: Figure, feast: Feast | None) -> bool:
    """Does the date say when the event was: "founded in 1888", "the anniversary of ... in 44 BC"?"""
    first = max(0, figure.place - _REACH)
    cues = _EVENTS
    if feast is not None:
        cues = _EVENTS if feast.kind == "anniversary" else _FIRST_TIMES
        if feast.place < figure.place:
            first = max(first, feast.place + 2)
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
    is_missed = feast.kind == "edition" and off < 0
    if years <= 0 or abs(off) > max(_SLIP, years) or is_missed:
        return None
    shown = f"{event.text} to {kept.text} = {years:,} years"
    says = shown if off == 0 else f"{shown}, stated as {feast.text}"
    return decided(
        feast.figure or kept, (event, kept), off in _ADMITTED[feast.kind], says,
        f"{shown}, not {feast.text}",
        reading=reading, tie=_TIES.get(reading.partition(" ")[2], "fair"),
        signs=(f"miss.{_miss(feast.number, years)}",),
        related=() if feast.where is None else (feast.where,),
        amended=years if feast.figure is not None else None,
    )  # fmt: skip


def _miss(number: int, years: int) -> str:
    if abs(number - years) == 1:
        return "one"
    return "slip" if is_slip(number, years, years) else "far"
