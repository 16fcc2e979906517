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

Good

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
"""

from collections.abc import Iterator, Sequence

from figcheck.rulekit import (
    LATER,
    Claim,
    Document,
    Figure,
    Grade,
    Kind,
    Reckoned,
    Sentence,
    judged,
    may_be_age,
)  # fmt: skip

code = "FC709"

_OLDER = frozenset(("older", "younger", "elder", "senior", "junior"))
_TWINS = frozenset(("twin", "twins"))
_APART = frozenset("brother sister mother father friend parents cousin old".split())
_WORKED = frozenset(("worked", "served", "taught", "married", "employed", "practised", "practiced"))
_PERSONS = frozenset(("has", "have", "been", "who"))
_YOUNGEST = 12  # the age from which people marry and work
_MOST_OFF = 30  # years that a length may be off by and still be a slip


def relate(document: Document) -> Iterator[Claim]:
    """The ages of each sentence, against each other and the years between."""
    for sentence in judged(document):
        ages = [f for f in sentence.figures if f.kind is Kind.AGE or may_be_age(sentence, f)]
        ages = [age for age in ages if age.value is not None]
        if not ages:
            continue
        lengths = [f for f in sentence.figures if _is_in_years(f) and f not in ages]
        if len(ages) == 2 and len(lengths) == 1:
            yield from _apart(sentence, ages, lengths[0])
        if len(ages) == 2 and not _TWINS.isdisjoint(sentence.words):
            yield from _twins(sentence, ages)
        if len(ages) == 1 and len(lengths) == 1:
            yield from _career(sentence, ages[0], lengths[0])


def _is_in_years(figure: Figure) -> bool:
    is_length = figure.kind is Kind.DURATION and figure.unit is not None
    return is_length and figure.unit is not None and figure.unit.name == "year" and not figure.per


def _apart(sentence: Sentence, ages: Sequence[Figure], length: Figure) -> Iterator[Claim]:
    """Two ages, and how many years lie between them."""
    words, place = sentence.words, length.place
    after = words[place + 1 : place + 4]
    is_older = not _OLDER.isdisjoint(after)
    is_later = bool(after) and after[0] in LATER and ages[0].place < place
    if not is_older and not is_later:
        return
    low, high = sorted(ages, key=_years)
    gap, said = _years(high) - _years(low), _years(length)
    if abs(gap - said) > _MOST_OFF:
        return
    shown = f"{high.text} − {low.text} = {gap}"
    yield Claim(
        stated=length,
        term=Reckoned((high, low), shown),
        reading="older" if is_older else "later",
        tie="plain" if is_older else "fair",
        verdict=Grade.EXACT if abs(gap - said) <= 1 else Grade.CONFLICT,
        message=None if abs(gap - said) <= 1 else f"{shown}, not {length.text}",
    )


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
    shown = f"twins of {one.text} and {other.text}"
    yield Claim(
        stated=other,
        term=Reckoned((one,), shown),
        reading="twins",
        tie="fair",
        verdict=Grade.EXACT if is_one else Grade.CONFLICT,
        message=None if is_one else shown,
    )


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
    yield Claim(
        stated=length,
        term=Reckoned((age,), message),
        reading="career",
        tie="fair",
        verdict=Grade.CONFLICT,
        message=message,
    )
