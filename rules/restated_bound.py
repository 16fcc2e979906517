r"""A number that says exactly what a bound says roughly must lie within the bound.

"More than 40 people slept there: 48, by one count"; "fewer than 30 eagles, 23 at the last survey"; "over
two-thirds of us are against it, 80 households out of 110"; "most of the 90 pupils, 51 to be exact"; "a
majority of those asked, 57 percent". Only a number that is set beside the bound, by a mark, restates it.

Bad

    More than 50 people slept in the hall: 48, by the night manager's count, and a ferret.
                                           ^^ 48 is not more than 50

    Fewer than 20 sea eagles, 23 at the last survey, now breed on that coast.
                              ^^ 23 is not less than 20

    Over two-thirds of us are against it, 70 households out of 110, and we would like to say so.
                                          ^^ 70 of 110 is not more than two-thirds

    Most of the 90 pupils in the year, 41 to be exact, had been seen by a dentist.
                                       ^^ 41 of 90 is not more than half

    A majority of those who replied, 47 percent, would like the market moved to Thursdays.
                                     ^^^^^^^^^^ 47 percent is not more than half

Good

    More than 40 people slept in the hall: 48, by the night manager's count, and a ferret.

    Fewer than 30 sea eagles, 23 at the last survey, now breed on that coast.

    Over two-thirds of us are against it, 80 households out of 110, and we would like to say so.

    Most of the 90 pupils in the year, 51 to be exact, had been seen by a dentist.

    A majority of those who replied, 57 percent, would like the market moved to Thursdays.

Passed over

    The two firms earned more than $40 million, $23 million, respectively.

    More than 50 people slept in the hall: 12 women, 9 boys and a crowd of men.

    Fewer than 20 sea eagles, against 23 two years ago, now breed on that coast.

    More than 50 people, 48 of them children, slept in the hall.

    Most of the 90 pupils, 41 girls among them, had been seen by a dentist.

    A majority of the 30 members, 7 percent of all voters, would like the market moved.

    At least 5,000 people have died, 300 in the last week alone.

    More than half of the staff, 48 in all, are engineers.

    Not a majority of those who replied, 47 percent, would like the market moved to Thursdays.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from figcheck.rulekit import (
    AMOUNTS,
    Claim,
    Document,
    Figure,
    Given,
    Hedge,
    Kind,
    Sentence,
    are_near,
    decided,
    prose,
)  # fmt: skip

code = "FC808"

_MANY = 60  # figures of a sentence that is rather a table
_LIMITS = frozenset(("below", "above", "exceeding", "exceeded", "≥", "≤", ">", "<"))
_LOWER = frozenset((Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.JUST_OVER))
_UPPER = frozenset((Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.NEARLY))
_MARKS = frozenset((":", ",", "(", "–", "—"))
_CLOSERS = frozenset((",", ".", ")", ";", "–", "—"))
_EXACTLY = (
    ["to", "be"],
    ["in", "fact"],
    ["in", "all"],
    ["at", "the"],
    ["by", "the"],
    ["on", "the"],
)
_PARTS = frozenset(
    "women men children boys girls more from against up down including among others".split()
)
_UNSURE = frozenset(("not", "without", "if", "may", "might", "could", "needs", "need", "required"))
_HALF = Fraction(1, 2)
_REACH = 16  # words between a majority and its number
_WIDE = 12  # words between a bound and the number that restates it


def relate(document: Document) -> Iterator[Claim]:
    """Each bound with the number right behind it that says it exactly."""
    for sentence in prose(document):
        if len(sentence.figures) > _MANY:
            continue
        figures = sentence.figures
        for bound, exact in pairwise(figures):
            is_bound = bound.hedge in _LOWER or bound.hedge in _UPPER
            if is_bound and bound.kind is Kind.SHARE and _is_limit(sentence, bound):
                continue  # "was below 1% (11 of 12)": how many were below it
            if is_bound and _restates(sentence, bound.place, exact, _WIDE):
                yield from _of_bound(sentence, bound, exact)
        if "majority" in sentence.vocabulary or "most" in sentence.vocabulary:
            yield from _of_most(sentence)


def _is_limit(sentence: Sentence, bound: Figure) -> bool:
    return not _LIMITS.isdisjoint(sentence.words[max(0, bound.place - 2) : bound.place])


def _restates(sentence: Sentence, place: int, exact: Figure, wide: int) -> bool:
    """Is an exact number set behind the words, by a mark and with nothing counted of its own?"""
    words = sentence.words
    between = words[place + 1 : exact.place]
    if exact.hedge is not Hedge.EXACT or len(between) > wide or between[-1:] == ["#"]:
        return False
    if not between or between[-1] not in _MARKS or not _UNSURE.isdisjoint(words[: exact.place]):
        return False
    after = words[exact.place + 1 : exact.place + 4]
    return (
        _PARTS.isdisjoint(after[:2]) and after[:2] != ["of", "them"] and after[:2] != ["of", "whom"]
    )


def _of_bound(sentence: Sentence, bound: Figure, exact: Figure) -> Iterator[Claim]:
    words = sentence.words
    if "respectively" in sentence.vocabulary:
        return
    after = words[exact.place + 1 : exact.place + 3]
    if bound.kind in (Kind.FRACTION, Kind.SHARE) and exact.kind is Kind.COUNT:
        whole = _whole(sentence, exact)
        if (
            whole is not None
            and exact.value is not None
            and whole.value
            and bound.value is not None
        ):
            ratio = Fraction(exact.value) / Fraction(whole.value)
            limit = Fraction(bound.value) / (100 if bound.kind is Kind.SHARE else 1)
            yield _claim(exact, bound, whole, _is_in(ratio, limit, bound), _says(bound), "share")
        return
    if bound.kind is not exact.kind or bound.unit is not exact.unit or exact.value is None:
        return
    is_bare = not exact.owner or exact.owner == bound.owner
    is_closed = bool(after) and (after[0] in _CLOSERS or after in _EXACTLY)
    if bound.kind not in AMOUNTS | {Kind.SHARE} or not is_closed or bound.value is None:
        return
    if is_bare and are_near(bound, exact, 2):
        holds = _is_in(Fraction(exact.value), Fraction(bound.value), bound)
        yield _claim(exact, bound, None, holds, _says(bound), "number")


def _is_in(value: Fraction, limit: Fraction, bound: Figure) -> bool:
    if bound.hedge in _LOWER:
        return value > limit or (value == limit and bound.hedge is Hedge.AT_LEAST)
    return value < limit or (value == limit and bound.hedge is Hedge.AT_MOST)


def _says(bound: Figure) -> str:
    return f"{bound.hedge.replace('_', ' ')} {bound.text}"


def _whole(sentence: Sentence, part: Figure) -> Figure | None:
    """The 110 of "70 households out of 110"."""
    for place in range(part.place + 2, min(part.place + 6, len(sentence.words))):
        whole = sentence.figure_at.get(place)
        if whole is not None:
            is_of = "of" in sentence.words[part.place + 1 : place]
            return whole if is_of and whole.kind is Kind.COUNT else None
    return None


def _of_most(sentence: Sentence) -> Iterator[Claim]:
    """ "Most of the 90 pupils, 51 to be exact", "a majority of those asked, 57 percent"."""
    words = sentence.words
    for at, word in enumerate(words[:-2]):
        if word not in ("most", "majority") or words[at + 1] != "of":
            continue
        behind = [f for f in sentence.figures if at < f.place <= at + _REACH]
        exact = next((f for f in behind if _restates(sentence, at, f, _REACH)), None)
        if exact is None or exact.value is None:
            continue
        if exact.kind is Kind.SHARE and not _whole(sentence, exact):
            is_of = words[exact.place + 1 : exact.place + 2] == ["of"]
            if not is_of:
                holds = Fraction(exact.value) / 100 > _HALF
                yield _claim(exact, exact, None, holds, "more than half", "majority")
        elif exact.kind is not Kind.SHARE:
            whole = behind[0] if behind[0] is not exact else _whole(sentence, exact)
            is_count = whole is not None and whole.kind is Kind.COUNT and whole.value
            if is_count and whole is not None and whole.value and whole.value > exact.value:
                holds = Fraction(exact.value) / Fraction(whole.value) > _HALF
                is_told = words[exact.place + 1 : exact.place + 3] in _EXACTLY
                if is_told or whole.place > exact.place:
                    yield _claim(exact, whole, whole, holds, "more than half", "majority")


def _claim(
    exact: Figure, bound: Figure, whole: Figure | None, holds: bool, says: str, reading: str
) -> Claim:
    shown = exact.text if whole is None else f"{exact.text} of {whole.text}"
    others = [figure for figure in (whole,) if figure is not None and figure is not bound]
    return decided(
        exact, Given(bound), holds, f"{shown} is {says}", f"{shown} is not {says}",
        reading=reading, tie="plain", consistency=True,
        related=tuple(figure.span for figure in others),
    )  # fmt: skip
