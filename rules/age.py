r"""An age must fit the birth and the date that it is said of.

"Born on August 19, 1936 ... died on February 2, 2024, aged 87"; "(4 May 1861 – 9 September 1928)
... died at 67"; "born in 1964 and 61 in 2025". Full dates give one age, years alone give two.

Bad

    Edith Marlow, born in 1964 and 51 in 2025, will chair the trust.
                                   ^^ 1964 to 2025 = 60 or 61 years, not 51

    The surveyor was born on August 19, 1936. He died on February 2, 2024, aged 88.
                                                                                ^^ 87 years

    Ada Zorn (b. Trieste, 4 May 1861; d. Vienna, 9 September 1928, aged 77) sang alto.
                                                                        ^^ 67 years

    The tortoise hatched in 1889. When it was weighed in 2006 it was 107 and still growing.
                                                                     ^^^ 116 or 117 years

    Piet Haan (3 February 1938 – 1 January 1982) painted ships until his death at age 53.
                                                                                      ^^ 43 years

    He was 21 when he first rowed for the town, in 1996. In 2018, when he was 53, he won.
                                                                              ^^ 22 years

    Ms Quist, 52, runs the yard. She was born in 1962, and in 2024 was made its head.
              ^^ 61 or 62 years

Good

    Edith Marlow, born in 1964 and 61 in 2025, will chair the trust.

    The surveyor was born on August 19, 1936. He died on February 2, 2024, aged 87.

    Born on 12 December 1960, he was still 63 when he stepped down on 30 November 2024.

    Piet Haan (3 February 1938 – 1 January 1982) painted ships until his death at age 43.

    She was born in June 1940 and turned 50 in 1990.

Passed over

    Kurt Emmer (born 28 December 1984) plays golf. He won in 2012. He was the only one in the top 50 under the age of 25.

    Edith Marlow, born in 1964, was 21 when she came to the trust.

    Ingrid Soll, 52, who was born in 1971 and took over in 2019, sold the boats.

    Piet Haan (3 February 1938 – 1 January 1982) was two years old when his mother died.

    She was 30 in 1990, when her husband died. He was 61 in 1985, when they met.

    Born in 1950 in Ghent, she has a son, 32, who sells boats, and retired in 2010.

    The surveyor was born in 1936. The 43-year-old driver was fined in 2024.

    He was 19 when the war began in 1939 and 82 when, in 2002, he went home.

    Born in 1961, he scored 44 in 2012 and 51 in 2014, his best years as a poet.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from figcheck.rulekit import (
    DIED,
    KIN,
    Birth,
    CalendarDate,
    Claim,
    Document,
    Figure,
    Grade,
    Kind,
    Moment,
    Sentence,
    birth_in_field,
    births_of,
    dateline,
    dates,
    decided,
    gap,
    is_slip,
    is_under,
    judged,
    may_be_age,
    moments_of,
)  # fmt: skip

code = "FC701"


class Tie(NamedTuple):
    """A birth and a date that an age may go with, and how the words tie them."""

    reading: str
    birth: Birth
    figures: tuple[Figure, ...]
    when: CalendarDate | None
    at_least: bool = False  # the age is of that date or a later one


_HEAD = 40  # sentences of a text that may tell when it was written
_NEXT = 2  # sentences between a birth and an age whose date stands just before it
_BACK = 4  # sentences from a birth to an age, at most
_AHEAD = 1  # sentences from an age to a birth behind it
_NEAR = 14  # words from an age to the date that it is said of
_REACH = 7  # words from "born" or "died" to the date
_PRONOUNS = frozenset(("he", "she"))
_LEADS = frozenset(("at", "aged", "age", "of", "was", ","))
_SINCE = frozenset(("since", "from", "for"))
_MOST_OFF = 30  # years that an age may be off by and still be a slip
_NEAR_BY = 10
_PLAIN = {
    "here near", "here wide", "life", "count here near", "back near", "far near",
    "count back near", "now here",
}  # fmt: skip
_LOOSE = {"beside birth", "dateline", "text", "here distant", "count back wide", "far of many wide"}
_GROWN = 12  # years between the ends of a bracket that is a life


def relate(document: Document) -> Iterator[Claim]:
    """Each age with a birth near it and the date that it is said of."""
    births = _Births(document)
    for sentence in judged(document):
        yield from _two_ages(document, sentence, births)
        if births.first is None:
            continue
        for figure in sentence.figures:
            is_year_of_life = figure.kind is Kind.ORDINAL and _is_year_of_life(sentence, figure)
            if is_year_of_life or may_be_age(sentence, figure):
                claim = _claim(_ties(document, sentence, figure, births), figure)
                if claim is not None:
                    yield claim


class _Births:
    """The births of a document by the sentence that tells them."""

    __slots__ = ("by_sentence", "count", "figures", "first")

    def __init__(self, document: Document) -> None:
        self.by_sentence: dict[int, list[Birth]] = {}
        self.figures: set[int] = set()
        self.first: Birth | None = None
        self.count = 0
        for sentence in judged(document):
            named = birth_in_field(document, sentence)
            for birth in [named] if named else births_of(sentence):
                self.by_sentence.setdefault(sentence.index, []).append(birth)
                self.figures.add(id(birth.figure))
                self.first = self.first or birth
                self.count += 1

    def near(self, index: int) -> list[Birth]:
        """The births told near a sentence, in their order."""
        around = range(index - _BACK, index + _AHEAD + 1)
        return [birth for at in around for birth in self.by_sentence.get(at, ())]


def _is_year_of_life(sentence: Sentence, figure: Figure) -> bool:
    """ "In her 86th year": at the age of 85."""
    words, place = sentence.words, figure.place
    is_own = place > 0 and words[place - 1] in ("his", "her")
    return is_own and words[place + 1 : place + 2] == ["year"] and figure.value is not None


def _ties(document: Document, sentence: Sentence, age: Figure, births: _Births) -> Iterator[Tie]:
    """The births and dates that an age may go with, the surest first."""
    near = births.near(sentence.index)
    here = births.by_sentence.get(sentence.index, [])
    others = [*reversed(near)][:2] or ([births.first] if births.first else [])
    if age.text.endswith("-old") and not here:
        if near and births.count == 1 and near[0].figure.sentence == sentence.index + 1:
            yield from _by_text(document, near[0])
        return
    if _is_current(sentence.words, age):
        yield from _now(document, sentence, here or others, births)
        return
    count = "count " if age.kind is Kind.COUNT else ""
    moments = _moments(sentence, age, births)
    if _is_of_death(sentence.words, age.place):
        for birth in others:
            if birth.died is not None and birth.death is not None:
                figures = tuple(dict.fromkeys((birth.figure, birth.death)))
                yield Tie("life", birth, figures, birth.died)
    for birth in here or ([] if count and not near else others):
        where = "here" if here else "back" if near else "far"
        where += " of many" if births.count > 1 and not here else ""
        for how, figure in moments:
            yield Tie(f"{count}{where} {how}", birth, (birth.figure, figure), figure.date)
    if moments:
        return
    if not count:
        yield from _of_other_sentence(document, sentence, age, others[0])
    elif near and (sentence.words[:1] == ["at"] or sentence.words[age.place - 1] == "to"):
        for figure in dates(document.sentences[near[0].figure.sentence]):
            if id(figure) not in births.figures:
                yield Tie("beside birth", near[0], (near[0].figure, figure), figure.date)


def _is_current(words: Sequence[str], age: Figure) -> bool:
    """ "Ms Quist, 52, runs the yard": the age at the time of writing."""
    around = [*words[max(0, age.place - 1) : age.place], *words[age.place + 1 : age.place + 5]]
    is_apposed = age.kind is Kind.AGE and around[:2] in ([",", ","], [",", "."])
    return is_apposed and DIED.isdisjoint(around)


def _now(
    document: Document, sentence: Sentence, near: Sequence[Birth], births: _Births
) -> Iterator[Tie]:
    """An age at the time of writing: at the dateline, or not before the last date told beside it."""
    line = dateline(document)
    for birth in near:
        where = "here" if birth.figure.sentence == sentence.index else "back"
        if line is not None and line is not birth.figure:
            yield Tie(f"now {where}", birth, (birth.figure, line), line.date)
            continue
        told = [*dates(document.sentences[birth.figure.sentence]), *dates(sentence)]
        if len(told) == 1 and births.count == 1:
            yield from _by_text(document, birth)
        for figure in told:
            if id(figure) not in births.figures and birth.death is None:
                yield Tie("by then", birth, (birth.figure, figure), figure.date, at_least=True)


def _is_of_death(words: Sequence[str], place: int) -> bool:
    """ "His death at the age of 67", "died aged 67"."""
    after = words[place + 1 : place + 6]
    if "when" in after[:2] and not DIED.isdisjoint(after[:4]) and not _PRONOUNS.isdisjoint(after):
        return True
    at = place - 1
    while at > place - 4 and at >= 0 and words[at] in _LEADS | {"the"}:
        at -= 1
    return (
        at < place - 1
        and not DIED.isdisjoint(words[max(0, at - 6) : at + 1])
        and "when" not in words[max(0, at - 6) : place]
    )


def _moments(sentence: Sentence, age: Figure, births: _Births) -> list[tuple[str, Figure]]:
    """The dates of its sentence that an age may be said of, the nearest first."""
    ages = [f.place for f in sentence.figures if f.kind is Kind.AGE and f is not age]
    found = []
    for figure in dates(sentence):
        low, high = sorted((figure.place, age.place))
        is_far = any(low < place < high for place in ages)
        is_begin = figure.place > 0 and sentence.words[figure.place - 1] in _SINCE
        is_begin = is_begin and sentence.words[figure.place + 1 : figure.place + 3] != [",", "when"]
        if is_far or is_begin or id(figure) in births.figures:
            continue
        if figure.date and figure.date.year:
            found.append((high - low, figure))
    found.sort(key=lambda each: each[0])
    close = [("near" if d <= 5 else "wide", figure) for d, figure in found[:2] if d <= _NEAR]
    return close or [("distant", figure) for _, figure in found[:1]]


def _is_of_then(sentence: Sentence, age: Figure) -> bool:
    """ "At the age of 16 he moved", "under the age of 25": no age of the day of writing."""
    before = sentence.words[max(0, age.place - 4) : age.place]
    return before[-2:] == ["age", "of"] and not {"at", "under", "by", "before"}.isdisjoint(before)


def _of_other_sentence(
    document: Document, sentence: Sentence, age: Figure, birth: Birth
) -> Iterator[Tie]:
    """An age with no date of its own: of the death told just before, or of the document's date."""
    around = [*range(sentence.index, max(-1, sentence.index - 3), -1), birth.figure.sentence]
    deaths = [
        figure
        for index in around
        for figure in dates(document.sentences[index])
        if is_under(DIED, document.sentences[index].words, figure.place)
    ]
    if _is_of_then(sentence, age):
        return
    line = dateline(document)
    told = _told_before(document, sentence, birth) if sentence.words[0] in _PRONOUNS else None
    if deaths:
        yield Tie("death", birth, (birth.figure, deaths[0]), deaths[0].date)
    elif told is not None:
        yield Tie("told", birth, (birth.figure, told), told.date)
    elif line is not None and line is not birth.figure:
        yield Tie("dateline", birth, (birth.figure, line), line.date)
    else:
        yield from _by_text(document, birth)


def _by_text(document: Document, birth: Birth) -> Iterator[Tie]:
    """An age at the time of writing, which is not before the last year that the text tells."""
    told = [figure for sentence in judged(document)[:_HEAD] for figure in dates(sentence)]
    years = [(figure.date.year, figure) for figure in told if figure.date and figure.date.year]
    if years and birth.death is None:
        last = max(years, key=lambda each: each[0])[1]
        yield Tie("text", birth, (birth.figure, last), last.date, at_least=True)


def _told_before(document: Document, sentence: Sentence, birth: Birth) -> Figure | None:
    """ "She came to the throne in 2005. She was 23.": the last date of the sentence before."""
    if sentence.index == 0 or abs(birth.figure.sentence - sentence.index) > _NEXT:
        return None
    found = dates(document.sentences[sentence.index - 1])
    if birth.figure.sentence != sentence.index - 1 and len(found) != 1:
        return None
    last = found[-1] if found else None
    return None if last is None or last in (birth.figure, birth.death) else last


def _claim(ties: Iterator[Tie], age: Figure) -> Claim | None:
    """The claim of the first tie under which the age holds, else of the first."""
    first: Claim | None = None
    for tie in ties:
        between = gap(tie.birth.date, tie.when) if tie.when else None
        if between is None or between.days[1] <= 0 or age.value is None:
            continue
        value = int(age.value) - (age.kind is Kind.ORDINAL)
        claim = _judged(tie, age, value, between.years)
        if claim is not None and claim.verdict is Grade.EXACT:
            return claim
        first = first or claim
    return first


def _judged(tie: Tie, age: Figure, value: int, years: tuple[int, int]) -> Claim | None:
    least, most = max(0, years[0]), years[1]
    reckoned = f"{most}" if least == most else f"{least} or {most}"
    shown = f"{' to '.join(figure.text for figure in tie.figures)} = {reckoned} years"
    how = "plain" if tie.reading in _PLAIN else "loose" if tie.reading in _LOOSE else "fair"
    if least <= value <= most:
        return decided(age, tie.figures, True, shown, reading=tie.reading, tie=how)
    off = value - most if value > most else least - value
    is_turned = any(least <= turned <= most for turned in _turned(value))
    if (off > _MOST_OFF and not is_turned) or (tie.at_least and value > most):
        return None
    return decided(
        age, tie.figures, False, shown, reading=tie.reading, tie=how,
        signs=(f"miss.{_miss(value, off, least, most)}",),
        amended=(most if value > most else least) + (age.kind is Kind.ORDINAL),
    )  # fmt: skip


def _turned(value: int) -> tuple[int, ...]:
    """The number of two digits the other way round: 19 for 91."""
    return (int(str(value)[::-1]),) if 10 < value < 100 else ()


def _miss(value: int, off: int, least: int, most: int) -> str:
    if off == 1:
        return "one"
    if is_slip(value, least, most):
        return "slip"
    return "near" if off < _NEAR_BY else "far"


def _two_ages(document: Document, sentence: Sentence, births: _Births) -> Iterator[Claim]:
    """ "She was 14 in 1931 and 70 in 1987": two ages of one person lie as far apart as their dates."""
    here = [moment for moment in moments_of(sentence) if id(moment.when) not in births.figures]
    for at, later in enumerate(here):
        if at and _are_of_one([sentence]):
            yield from _between(here[at - 1], later, "two ages")
    if not here:
        return
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _NEXT), -1):
        before = document.sentences[index]
        told = [m for m in moments_of(before) if id(m.when) not in births.figures]
        if told and _are_of_one([before, sentence]):
            is_pronoun = not _PRONOUNS.isdisjoint(sentence.words[: here[0].age.place])
            yield from _between(
                told[-1], here[0], "two ages told" if is_pronoun else "two ages back"
            )
            return


def _between(one: Moment, other: Moment, reading: str) -> Iterator[Claim]:
    """The claim that two ages lie as far apart as their dates, either way round."""
    if (one.date.year or 0) > (other.date.year or 0):
        one, other = other, one
    found = gap(one.date, other.date)
    years = int((other.age.value or 0) - (one.age.value or 0))
    if found is None or found.days[1] <= 0 or Kind.AGE not in (one.age.kind, other.age.kind):
        return
    least, most = max(0, found.years[0] - 1), found.years[1] + 1
    shown = f"{one.when.text} to {other.when.text} = {found.years[1]} years"
    figures = (one.age, one.when, other.when)
    off = years - most if years > most else least - years
    if off > _MOST_OFF:
        return
    ages = f"from {one.age.text} to {other.age.text} {years}"
    yield decided(
        other.age, figures, off <= 0, f"{shown}, {ages}", f"{shown}, {ages}",
        reading=reading, tie="fair", signs=(f"miss.{_miss(max(0, years), off, least, most)}",),
    )  # fmt: skip


def _are_of_one(sentences: Sequence[Sentence]) -> bool:
    """Are the sentences about one person: no kin, one kind of pronoun?"""
    words = frozenset[str]().union(*[sentence.vocabulary for sentence in sentences])
    return KIN.isdisjoint(words) and not ("he" in words and "she" in words)
