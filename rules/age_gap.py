r"""Ages that are set against each other must lie as far apart as the text says.

"Ten years older than his wife, 54"; "left at 22 and came home 50 years later, at 72"; twins are of
one age; nobody has worked for longer than they have lived. Ages are completed years, so that two
people may differ by a year more or less than their birthdays do.

Bad

    Tom Ferris, 64, is ten years older than his wife, Ann, 58.
                       ^^^^^^^^^ 64 − 58 = 6, not ten years

    He left for the sea at 22 and came home 50 years later, at 82.
                                            ^^^^^^^^ 82 − 22 = 60, not 50 years

    The twins Ida, 9, and Per, 11, share a room and a bicycle.
                               ^^ 9 and 11

    Mr Ott, 71, has been married for 66 years to the same woman.
                                     ^^^^^^^^ begun at the age of 5

    The 46-year-old has worked at the mill for 50 years.
                                               ^^^^^^^^ more than a life of 46

    Clara Holm (1870–1952) was twelve years older than her husband, born in 1878.
                               ^^^^^^^^^^^^ 8 years, not twelve years

    At 14 he went to a saddler. He stayed at the bench for 61 years and put down the awl at 65.
                                                           ^^^^^^^^ 65 − 14 = 51, not 61 years

    Mrs Ode, 83, was 21 on her wedding day, 52 years ago, and has kept the menu.
                                            ^^^^^^^^ 83 − 21 = 62, not 52 years

Good

    Mrs Ode, 83, was 21 on her wedding day, 62 years ago, and has kept the menu.

    Tom Ferris, 64, is ten years older than his wife, Ann, 54.

    He left for the sea at 22 and came home 50 years later, at 72.

    The twins Ida, 9, and Per, 9, share a room and a bicycle.

    His wife, 53, is ten years his junior; he is 64.

Passed over

    The twins, 9, and their brother Per, 11, share a room.

    Tom Ferris, 64, is ten years older than the firm, which has 58 workers.

    Mr Ott, 71, has lived in the house for 66 years.

    Ann, 30, whose mother was 61, waited two years.

    The manager, 45, said the mill had worked for 50 years without a stop.

    He retired at 60 and died ten years later.

    He took over from his uncle, 84, two years ago, for his brother, 55, had other plans.
"""

from collections.abc import Iterator, Sequence

from figcheck.rulekit import (
    KIN,
    LATER,
    Birth,
    Claim,
    Document,
    Figure,
    Kind,
    Length,
    Sentence,
    births_of,
    decided,
    judged,
    lengths,
    may_be_age,
)  # fmt: skip

code = "FC709"

_OLDER = frozenset(("older", "younger", "elder", "senior", "junior"))
_TWINS = frozenset(("twin", "twins"))
_APART = frozenset("brother sister mother father friend parents cousin old".split())
_WORKED = frozenset(("worked", "served", "taught", "married", "employed", "practised", "practiced"))
_PERSONS = frozenset(("has", "have", "been", "who"))
_LASTING = frozenset(("for", "after", "of", "spent"))
_HE = frozenset(("he", "his", "him"))
_SHE = frozenset(("she", "her"))
_SPELL = 5  # years of which it is told that somebody spent them
_IN_YEARS = {"year": 1, "decade": 10, "century": 100}
_BACK = 3  # sentences from an age back to an earlier one
_YOUNGEST = 12  # the age from which people marry and work
_MOST_OFF = 30  # years that a length may be off by and still be a slip


def relate(document: Document) -> Iterator[Claim]:
    """The ages and births of each sentence, against each other and the years between."""
    for sentence in judged(document):
        spans = [length for length in lengths(sentence) if length.unit in _IN_YEARS]
        ages = _ages(sentence)
        if len(spans) == 1:
            claims = [*_apart(document, sentence, ages, spans[0])]
            yield from claims or _stretch(document, sentence, spans[0])
        if len(ages) == 2 and not _TWINS.isdisjoint(sentence.vocabulary):
            yield from _twins(sentence, ages)
        if len(ages) == 1 and len(spans) == 1 and spans[0].unit == "year":
            yield from _career(sentence, ages[0], spans[0].figure)


def _ages(sentence: Sentence) -> list[Figure]:
    found = [f for f in sentence.figures if f.kind is Kind.AGE or may_be_age(sentence, f)]
    return [age for age in found if age.value is not None]


def _apart(
    document: Document, sentence: Sentence, ages: Sequence[Figure], length: Length
) -> Iterator[Claim]:
    """Two ages or births, and how many years lie between them."""
    figure = length.figure
    after = sentence.words[figure.place + 1 : figure.place + 4]
    said = int((figure.value or 0) * _IN_YEARS[length.unit])
    slack = max(1, said // 5) if length.unit != "year" or figure.value is None else 1
    near = _of_neighbours(document, sentence) if len(ages) == 1 else []
    if not _OLDER.isdisjoint(after):
        births = list(births_of(sentence))
        if len(ages) == 2:
            low, high = sorted(ages, key=_years)
            yield from _gap(figure, said, slack, low, high, "older")
        elif len(births) == 2:
            yield from _gap_of_births(figure, said, slack, births)
        elif near:
            low, high = sorted((ages[0], near[0]), key=_years)
            yield from _gap(figure, said, slack, low, high, "older told")
    elif len(ages) == 2 and _has_been(sentence.words, figure.place):
        low, high = sorted(ages, key=_years)
        yield from _gap(figure, said, slack, low, high, "career")
    elif len(ages) == 2 and after[:1] == ["ago"] and _are_of_one([sentence]):
        low, high = sorted(ages, key=_years)
        yield from _gap(figure, said, slack, low, high, "ago")
    elif after and after[0] in LATER:
        if len(ages) == 2 and ages[1].place < figure.place:
            yield from _gap(figure, said, slack, ages[0], ages[1], "later")
            return
        later = [age for age in ages if age.place > figure.place][:1]
        sooner = [age for age in ages if age.place < figure.place][-1:] or _before(
            document, sentence
        )
        if later and sooner:
            yield from _gap(figure, said, slack, sooner[0], later[0], "later")


def _stretch(document: Document, sentence: Sentence, length: Length) -> Iterator[Claim]:
    """ "At 14 he went to sea. He sailed for 51 years and came home at 65": the ages at both ends."""
    figure, words = length.figure, sentence.words
    before = words[figure.place - 1] if figure.place else ""
    said = int(figure.value or 0)
    if before not in _LASTING or length.unit != "year" or said < _SPELL:
        return
    around = document.sentences[max(0, sentence.index - 1) : sentence.index + 2]
    ages = [age for near in around if near.block == sentence.block for age in _ages(near)]
    if len(ages) == 2 and _are_of_one(around):
        where = "here" if all(age.sentence == sentence.index for age in ages) else "told"
        yield from _gap(figure, said, 1, ages[0], ages[1], f"stretch {where}")


def _are_of_one(sentences: Sequence[Sentence]) -> bool:
    """Are the sentences about one person: no kin, one kind of pronoun?"""
    words = frozenset[str]().union(*[sentence.vocabulary for sentence in sentences])
    return KIN.isdisjoint(words) and not (_HE & words and _SHE & words)


def _of_neighbours(document: Document, sentence: Sentence) -> list[Figure]:
    """The one age that is told in the sentence before, or else in the one behind."""
    for index in (sentence.index - 1, sentence.index + 1):
        if 0 <= index < len(document.sentences):
            near = document.sentences[index]
            if near.block == sentence.block and len(found := _ages(near)) == 1:
                return found
    return []


def _has_been(words: Sequence[str], place: int) -> bool:
    """ "Ordained at 26, he has been a priest for 48 years"."""
    before = words[max(0, place - 8) : place]
    return before[-1:] == ["for"] and not _PERSONS.isdisjoint(before)


def _before(document: Document, sentence: Sentence) -> list[Figure]:
    """The last age told in the sentences before."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        if found := _ages(document.sentences[index]):
            return found[-1:]
    return []


def _gap(
    length: Figure, said: int, slack: int, low: Figure, high: Figure, reading: str
) -> Iterator[Claim]:
    gap = _years(high) - _years(low)
    if gap <= 0 or abs(gap - said) > _MOST_OFF or length.value is None:
        return
    shown = f"{high.text} − {low.text} = {gap}"
    tie = "plain" if reading == "older" or high.sentence == low.sentence else "fair"
    yield _decided(length, (high, low), shown, gap, said, slack, reading, tie)


def _decided(
    length: Figure, figures: tuple[Figure, ...], shown: str, gap: int, said: int, slack: int,
    reading: str, tie: str,
) -> Claim:  # fmt: skip
    says = shown if gap == said else f"{shown}, stated as {length.text}"
    fails = f"{shown}, not {length.text}"
    return decided(length, figures, abs(gap - said) <= slack, says, fails, reading=reading, tie=tie)


def _gap_of_births(
    length: Figure, said: int, slack: int, births: Sequence[Birth]
) -> Iterator[Claim]:
    """ "Clara (1870–1952) was eight years older than Otto, born in 1878"."""
    low, high = sorted(births, key=lambda birth: birth.date.year or 0)
    gap = (high.date.year or 0) - (low.date.year or 0)
    shown = f"{low.figure.text} to {high.figure.text} = {gap} years"
    if abs(gap - said) <= _MOST_OFF and length.value is not None:
        figures = low.figure, high.figure
        yield _decided(length, figures, shown, gap, said, slack, "births", "plain")


def _years(figure: Figure) -> int:
    return int(figure.value or 0)


def _twins(sentence: Sentence, ages: Sequence[Figure]) -> Iterator[Claim]:
    """Two twins named with their ages."""
    one, other = ages
    words = sentence.words
    between = words[one.place + 1 : other.place]
    opened = words[max(0, one.place - 2) : one.place]
    if (
        not _TWINS.isdisjoint(opened)
        or not _APART.isdisjoint(between)
        or one.kind is not other.kind
    ):
        return
    is_one = _years(one) == _years(other)
    fails = f"twins of {one.text} and {other.text}"
    says = f"the twins are both {one.text}"
    yield decided(other, (one,), is_one, says, fails, reading="twins", tie="fair")


def _career(sentence: Sentence, age: Figure, length: Figure) -> Iterator[Claim]:
    """ "The 46-year-old has worked at the mill for 50 years"."""
    words = sentence.words
    between = words[age.place + 1 : length.place]
    is_of_person = bool(between) and between[0] in (*_PERSONS, ",") and "said" not in between
    if age.kind is not Kind.AGE or _WORKED.isdisjoint(between) or not is_of_person:
        return
    begun = _years(age) - _years(length)
    if begun >= _YOUNGEST or _years(length) > 2 * _years(age):
        return
    message = f"{length.text}, begun at the age of {begun}"
    if begun <= 0:
        message = f"{length.text}, more than a life of {_years(age)}"
    yield decided(length, (age,), False, message, message, reading="career", tie="fair")
