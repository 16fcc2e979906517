r"""A percentage of so many people must be that of a whole number of them.

"43% of the 12 nurses": 5 of 12 are 42%, 6 are 50%. Held to it is only what is said of the people
themselves ("of the 12 nurses"), not rounded to fives or hedged, and only where there are too few
of them to give every percentage. A percentage may be rounded or cut.

The test is GRIM's (Brown and Heathers, Social Psychological and Personality Science 8 (2017)
363-369), of ones and zeros.

Bad

    The vaccine protected 43% of the 12 nurses who had it.
                          ^^^ 5 of 12 are 41.7%, 6 are 50.0%

    In the end 67.4% of the 150 patients came back.
               ^^^^^ 101 of 150 are 67.33%, 102 are 68.00%

    Of the 28 pupils, 63% could name the river.
                      ^^^ 17 of 28 are 60.7%, 18

    Some side effect was reported by 23.6 percent of the 40 volunteers.
                                     ^^^^^^^^^^^^ 9 of 40 are 22.50%, 10 are 25.00%

    Only 8% of the 17 respondents had read the plan.
         ^^ 1 of 17 are 5.9%, 2 are 11.8%

Good

    The vaccine protected 42% of the 12 nurses who had it.

    In the end 67.3% of the 150 patients came back.

    Of the 28 pupils, 64% could name the river.

    Some side effect was reported by 22.5 percent of the 40 volunteers.

Passed over

    The vaccine protected about 43% of the 12 nurses who had it.

    The vaccine protected 40% of the 12 nurses who had it.

    The union speaks for 43% of the 1,200 nurses.

    The fund owns 43% of the 12 hotels.

    The drought cost 43% of the 12 farmers' harvest.

    The pupils spent 43% of the 12 hours asleep.

    Up to 43% of the 12 nurses may have been exposed.

    Of the 28 pupils, 63% of those asked could name the river.

    Of the 28 pupils 12 were asked, and 43% of the pupils knew the river.
"""

from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction

from figcheck.rulekit import (
    Claim,
    Document,
    Figure,
    Grade,
    Hedge,
    Kind,
    Reckoned,
    Sentence,
    around,
    may_be_percent,
    prose,
)  # fmt: skip

code = "FC607"

_PEOPLE = frozenset(
    "people person patient pupil student child woman man adult respondent worker employee volunteer "
    "participant victim teacher doctor nurse parent girl boy teenager graduate driver passenger "
    "dentist resident farmer subject infant baby mother father athlete soldier juror delegate "
    "candidate visitor customer player firefighter officer prisoner survivor".split()
)
_ARTICLES = frozenset(("the", "these", "those", "all", "our", "its"))
_POSSESSIVES = frozenset(("'", "’", "'s", "’s"))
_OTHER_BASE = frozenset("those whom answered asked responding eligible valid weighted".split())
_SMALL = 1000


def relate(document: Document) -> Iterator[Claim]:
    """Each percentage with the number of people that it is of."""
    for sentence in prose(document):
        if len(sentence.figures) < 2 or Kind.SHARE not in sentence.kinds:
            continue
        for share in sentence.figures:
            if _is_plain(share):
                base = _base_behind(sentence, share) or _base_before(sentence, share)
                if base is not None:
                    yield from _claims(share, base)


def _is_plain(share: Figure) -> bool:
    """Is it a percentage that nobody rounded to fives?"""
    if share.kind is not Kind.SHARE or share.hedge is not Hedge.EXACT or share.value is None:
        return False
    return 0 < share.value < 100 and not (share.grain >= 1 and share.value % 5 == 0)


def _base_behind(sentence: Sentence, share: Figure) -> Figure | None:
    """ "43% of the 12 nurses"."""
    words, place = sentence.words, share.place
    base = sentence.figure_at.get(place + 3)
    if base is None or words[place + 1] != "of" or words[place + 2] not in _ARTICLES:
        return None
    return base if _is_base(sentence, base) else None


def _base_before(sentence: Sentence, share: Figure) -> Figure | None:
    """ "Of the 28 pupils, 63% could name the river", at the head of a sentence."""
    words = sentence.words
    base = sentence.figure_at.get(2)
    if base is None or words[0] != "of" or words[1] not in _ARTICLES:
        return None
    is_next = len(sentence.figures) > 1 and sentence.figures[1] is share
    if not is_next or "of" in words[share.place + 1 : share.place + 2]:
        return None
    if not _OTHER_BASE.isdisjoint(words) or share.place - base.place > 6:
        return None
    return base if _is_base(sentence, base) else None


def _is_base(sentence: Sentence, base: Figure) -> bool:
    if base.kind is not Kind.COUNT or base.unit is not None or base.hedge is not Hedge.EXACT:
        return False
    if base.value is None or base.value.denominator != 1 or not 2 < base.value < _SMALL:
        return False
    if base.owner not in _PEOPLE or base.subject is None:
        return False
    behind = bisect_left(sentence.starts, base.subject.end)
    after = sentence.words[behind : behind + 1]
    return _POSSESSIVES.isdisjoint(after) and _OTHER_BASE.isdisjoint(after)


def _claims(share: Figure, base: Figure) -> Iterator[Claim]:
    if share.value is None or base.value is None:
        return
    n, value = int(base.value), Fraction(share.value)
    if n * Fraction(share.grain) >= 100:
        return
    fits = may_be_percent(value, share.grain, n)
    places = len(share.text.split("%")[0].split()[0].partition(".")[2]) + 1
    few, many = (f"{100 * k / n:.{places}f}%" for k in around(value / 100, n))
    below, above = around(value / 100, n)
    shown = f"{below} of {n} are {few}, {above} are {many}"
    yield Claim(
        stated=share,
        term=Reckoned((base,), shown),
        reading="whole",
        consistency=True,
        verdict=Grade.EXACT if fits else Grade.CONFLICT,
        message=shown if fits else f"no whole number of {base.text} is {share.text}: {shown}",
    )
