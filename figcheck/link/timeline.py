"""The dates and the lengths of time of a sentence, as the rules about time take them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.document import BlockRole, CalendarDate, Figure, Hedge, Kind
from figcheck.tables.time_en import TABLE
from figcheck.timespan import UNITS, Length, length_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Document, Sentence

LATER, EARLIER, BEGAN, ENDED, LASTED, BORN, DIED, FOUNDED = (
    frozenset(TABLE[name]["words"])
    for name in ("later", "earlier", "began", "ended", "lasted", "born", "died", "founded")
)
WEEKDAYS: dict[str, int] = {
    name: number for number, names in enumerate(TABLE["weekday"]["names"]) for name in names
}
"""The names of the weekdays, 0 for Monday to 6 for Sunday."""


_HOLIDAYS: dict[str, tuple[int, int]] = {
    name: (month, day) for name, (month, day) in TABLE["holiday"].items()
}
_FEASTS = frozenset(name.split()[0] for name in _HOLIDAYS)


class _EventOrder:
    """The events that have an order, and the pairs of one and another that follows from it."""

    def __init__(self, rows: list[list[list[str]]]) -> None:
        self.pairs = frozenset((a, b) for first, then in rows for a in first for b in then)
        self.events = frozenset(word for pair in self.pairs for word in pair)


EVENT_ORDER = _EventOrder(TABLE["order"]["pairs"])
JUBILEES: dict[str, int] = {
    **TABLE["jubilee"]["years"],
    **{
        f"{name} {noun}": years
        for name, years in TABLE["jubilee"]["before"].items()
        for noun in TABLE["jubilee"]["nouns"]
    },
}
"""The years that the name of a jubilee counts: "centenary", "golden jubilee"."""
_COUNTED = {"night": "day", "season": "year", "summer": "year", "winter": "year"}
_HALF = Fraction(1, 2)
_NOUNS: dict[str, tuple[int, str]] = TABLE["length"]
_SPELLED = _NOUNS.keys() | {f"{noun}'s" for noun in _NOUNS}
_ARTICLES = frozenset(("a", "an", "one"))
_AFTER_NOUN = LATER | EARLIER | {"after", "before", "ago", "time"}
_BEFORE_NOUN = frozenset(("after", "for", "in", "than", "nearly", "almost", "just", "over"))
_HEDGES = {
    "nearly": Hedge.NEARLY, "almost": Hedge.NEARLY, "about": Hedge.ABOUT, "around": Hedge.ABOUT,
    "roughly": Hedge.ABOUT, "over": Hedge.MORE_THAN, "under": Hedge.LESS_THAN,
    "within": Hedge.AT_MOST, "least": Hedge.AT_LEAST, "just": Hedge.ABOUT, "some": Hedge.ABOUT,
    "barely": Hedge.ABOUT, "half": Hedge.LESS_THAN, "approximately": Hedge.ABOUT,
}  # fmt: skip
_THAN = {"more": Hedge.MORE_THAN, "less": Hedge.LESS_THAN}
_UNJUDGED = frozenset((BlockRole.CODE, BlockRole.FURNITURE))
_REPEATED = frozenset(
    ("every", "each", "per", "once", "next", "first", "last", "past", "another", "further")
)
_BACK = 3  # sentences that a date may lie before its length
_CLOSE = 4  # words between a length and the date right beside it
_MARKS = frozenset((",", "(", "–", "—", "-", ";"))
_BEHIND_ON = frozenset((",", "from", "the", ".", "he", "she", "it"))
_NOT_EVENTS = frozenset((",", ".", "all", "him", "her", "them", "me", "us"))
_BESIDE_FEAST = frozenset(("before", "after", "since", "until", "till", "to", "from"))
_MOST = 120  # figures of a sentence that is no list or heap of numbers
_HEAD = 4  # sentences in which a document states its own date
_EARLY = 14  # words before that date
_OF_A_LIFE = BORN | DIED | {"(", "["}


def judged(document: Document) -> list[Sentence]:
    """The sentences and cells with figures that a rule may judge: no code, no page furniture."""
    if document.judged is None:
        document.judged = [s for s in document.sentences if s.figures and _is_judged(document, s)]
    return document.judged


def _is_judged(document: Document, sentence: Sentence) -> bool:
    if len(sentence.figures) > _MOST or document.blocks[sentence.block].role in _UNJUDGED:
        return False
    return not document.is_english or document.is_english[sentence.block]


def lengths(sentence: Sentence) -> list[Length]:
    """The lengths of a day and more that a sentence states, in its order.

    What comes again and again ("every two years", "five days a week") is none, nor is a number
    whose unit is only understood.
    """
    if sentence.lengths is None:
        sentence.lengths = _lengths(sentence)
    found: list[Length] = sentence.lengths
    return found


def _lengths(sentence: Sentence) -> list[Length]:
    found: list[tuple[Figure, str]] = []
    if Kind.DURATION in sentence.kinds:
        found = [(f, f.unit.name) for f in sentence.figures if f.kind is Kind.DURATION and f.unit]
    if not _SPELLED.isdisjoint(sentence.vocabulary):
        found += _in_nouns(sentence)
    if Kind.COUNT in sentence.kinds:
        found += _in_seasons(sentence)
    found.sort(key=lambda each: each[0].place)
    return [
        length_of(figure, unit)
        for figure, unit in found
        if unit in UNITS and not figure.per and not _is_repeated(sentence, figure)
    ]


def _in_seasons(sentence: Sentence) -> Iterator[tuple[Figure, str]]:
    """ "Ten nights", "37 summers": counts that measure a time."""
    for figure in sentence.figures:
        unit = _COUNTED.get(figure.owner)
        if unit and figure.kind is Kind.COUNT and figure.value is not None:
            yield figure, unit


def _is_repeated(sentence: Sentence, figure: Figure) -> bool:
    is_elided = figure.text.isdecimal() and figure.kind is Kind.DURATION
    return is_elided or (figure.place > 0 and sentence.words[figure.place - 1] in _REPEATED)


def _in_nouns(sentence: Sentence) -> Iterator[tuple[Figure, str]]:
    """ "A fortnight", "a decade and a half later", "a quarter of a century": lengths that are no
    number, as figures of their own."""
    words = sentence.words
    for at, word in enumerate(words[:-1]):
        noun = word.removesuffix("'s")
        is_day = noun == "day" and words[at - 1] == "the" and words[at + 1] in ("before", "after")
        if noun not in _NOUNS or not at or (words[at - 1] not in _ARTICLES and not is_day):
            continue
        number, unit = _NOUNS[noun]
        first, last, value = at - 1, at, Fraction(number)
        half, part = sentence.figure_at.get(at + 2), sentence.figure_at.get(at - 3)
        if words[at + 1] == "and" and half is not None and half.value == _HALF:
            last, value = at + 2, value + value * _HALF
        elif words[max(0, at - 2)] == "of" and part is not None and part.kind is Kind.FRACTION:
            first, value = at - 3, value * Fraction(part.value or 1)
        before = words[first - 1] if first else ""
        after = words[last + 1] if last + 1 < len(words) else ""
        if after in _AFTER_NOUN or before in _BEFORE_NOUN:
            yield _of_noun(sentence, first, last, value), str(unit)


def _of_noun(sentence: Sentence, first: int, last: int, value: Fraction) -> Figure:
    words = sentence.words
    hedge = _HEDGES.get(words[first - 1], Hedge.EXACT) if first else Hedge.EXACT
    if first > 1 and words[first - 1] == "than":
        hedge = _THAN.get(words[first - 2], hedge)
    said = [
        sentence.figure_at[k].text if words[k] == "#" else words[k] for k in range(first, last + 1)
    ]
    figure = Figure(
        sentence.starts[first],
        sentence.ends[last],
        " ".join(said),
        Kind.DURATION,
        value,
        hedge=hedge,
    )
    figure.sentence, figure.place = sentence.index, last
    figure.clause = sentence.clauses[last] if sentence.clauses else 0
    return figure


def is_dated(figure: Figure) -> bool:
    """Is the figure one date, of which the year, or the day of the year, is known?"""
    date = figure.date
    if figure.kind is not Kind.DATE or date is None:
        return False
    return date.days is None and (date.year is not None or date.day is not None)


def dates(sentence: Sentence) -> list[Figure]:
    """The dates of a sentence, in its order: also "Christmas Day 2021", as a figure of its own."""
    if sentence.dates is None:
        sentence.dates = _dates(sentence)
    return sentence.dates


def _dates(sentence: Sentence) -> list[Figure]:
    found = []
    if Kind.DATE in sentence.kinds:
        found = [figure for figure in sentence.figures if is_dated(figure)]
    if named := holidays(sentence):
        found = sorted([*found, *named], key=lambda figure: figure.place)
    return found


def holidays(sentence: Sentence) -> list[Figure]:
    """The days of a sentence that have a name, with the year behind it, as figures of their own."""
    return [] if _FEASTS.isdisjoint(sentence.vocabulary) else list(_holidays(sentence))


def _holidays(sentence: Sentence) -> Iterator[Figure]:
    words = sentence.words
    for at, word in enumerate(words):
        name = f"{word} {words[at + 1]}" if at + 1 < len(words) else ""
        day = _HOLIDAYS.get(name)
        last = at + 1
        if day is None and word in _HOLIDAYS and words[max(0, at - 1)] in _BESIDE_FEAST:
            day, name, last = _HOLIDAYS[word], word, at
        if day is None:
            continue
        year = sentence.figure_at.get(last + 1)
        is_year = year is not None and len(year.text) == 4 and year.text.isdecimal()
        date = CalendarDate(int(year.text) if year is not None and is_year else None, *day)
        end = year.end if year is not None and is_year else sentence.ends[last]
        figure = Figure(sentence.starts[at], end, name.title(), Kind.DATE, None, date=date)
        figure.sentence, figure.place = sentence.index, last
        figure.clause = sentence.clauses[at] if sentence.clauses else 0
        yield figure


def dateline(document: Document) -> Figure | None:
    """The date of the document itself: the full one that opens it, of no birth or death."""
    for sentence in document.sentences[:_HEAD]:
        for figure in sentence.figures[:_EARLY]:
            if not is_dated(figure):
                continue
            if figure.date is None or not figure.date.year or not figure.date.day:
                continue
            before = sentence.words[: figure.place]
            if figure.place <= _EARLY and _OF_A_LIFE.isdisjoint(before):
                return figure
            return None
    return None


class Around:
    """A length in its sentence, and the dates around it, the nearest first."""

    __slots__ = ("_back", "_dates", "document", "length", "place", "sentence", "words")

    def __init__(self, document: Document, sentence: Sentence, length: Figure) -> None:
        self.document, self.sentence, self.length = document, sentence, length
        self.place, self.words = length.place, sentence.words
        self._dates: tuple[list[Figure], list[Figure]] | None = None
        self._back: list[tuple[int, Figure]] | None = None

    def _sides(self) -> tuple[list[Figure], list[Figure]]:
        if self._dates is None:
            here, place = dates(self.sentence), self.place
            left = [figure for figure in reversed(here) if figure.place < place]
            self._dates = left, [figure for figure in here if figure.place > place]
        return self._dates

    @property
    def left(self) -> list[Figure]:
        """The dates of the sentence before the length, the nearest first."""
        return self._sides()[0]

    @property
    def right(self) -> list[Figure]:
        """The dates of the sentence behind the length."""
        return self._sides()[1]

    @property
    def back(self) -> list[tuple[int, Figure]]:
        """The dates of the sentences before, with how many sentences off they are."""
        if self._back is None:
            sentences, index = self.document.sentences, self.sentence.index
            self._back = [
                (index - at, figure)
                for at in range(index - 1, max(-1, index - 1 - _BACK), -1)
                for figure in reversed(dates(sentences[at]))
            ]
        return self._back

    @property
    def here(self) -> list[Figure]:
        """The dates of the sentence, in its order."""
        return [*reversed(self.left), *self.right]

    @property
    def before(self) -> list[tuple[str, Figure]]:
        """The dates before the length, with how far off they lie."""
        found = [("here", figure) for figure in self.left]
        return found + [("back" if steps == 1 else "far", figure) for steps, figure in self.back]

    def word(self, step: int) -> str:
        """The word that many places from the length, "" outside the sentence."""
        at = self.place + step
        return self.words[at] if 0 <= at < len(self.words) else ""

    def is_beside(self, figure: Figure) -> bool:
        """Is there little but a mark between a date and the length: "in 2023, five years later"?"""
        between = self.words[figure.place + 1 : self.place]
        return bool(between) and between[0] in _MARKS and len(between) <= _CLOSE

    @property
    def leads(self) -> str:
        """What the words behind the length make of it: "later", "earlier", "before", "after",
        "since", "ago", "hence", "from" or ""."""
        after, beyond = self.word(1), self.word(2)
        if (after, beyond, self.word(3)) == ("to", "the", "day"):  # "34 years to the day after"
            after, beyond = self.word(4), self.word(5)
        if after in ("before", "after") and beyond not in _NOT_EVENTS:
            return after
        is_on = beyond in _BEHIND_ON and (beyond != "the" or not self.place)
        if after in LATER and (after != "on" or is_on):  # not "after 31 years on the job"
            return "later"
        if after in EARLIER and beyond != "than":
            return "earlier"
        if after in ("since", "ago"):
            return after
        if after == "time" or (after == "'" and beyond == "time"):
            return "hence"
        is_from = (
            "from" in (after, beyond) and self.right and self.right[0].place - self.place <= _CLOSE
        )
        return "from" if is_from else ""
