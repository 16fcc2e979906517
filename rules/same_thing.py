r"""What a title says, and what the text takes up again, must be given the same number below.

"Council to sell 14 garages", and then a row of 41 garages; a deficit of $1.6 million, and later "the $1.9
million deficit"; "an 11-hour wait" of one hour. Two numbers of one sort with words in common are held
to be one where the later is definite, or one stands in a title, and one slip of the hand parts them.

Bad

    Council to sell 14 garages
    |
    A row of 140 lock-up garages behind the hall is to go to auction, because nobody wants them.
             ^^^ 140 here, 14 before

    The orchestra has a deficit of $1.6 million, and the hall was shut for nine weeks. The $1.9 million deficit
                                                                                           ^^^^^^^^^^^^ $1.9 million here, $1.6 million before
    is to be met by a bank.

    Bridge shut for 18 days
    |
    Drivers face a detour of 44 miles. The closure of the bridge will last 28 days and cost £700,000.
                                                                           ^^^^^^^ 28 days here, 18 days before

    Grocer to create 1,500 jobs
    |
    The chain, which has 190 shops, welcomed the news. "These 15,000 new jobs are a sign," it said.
                                                              ^^^^^^ 15,000 here, 1,500 before

    The unit tripped with an output of 640 MW. Restart was tried twice. The output of 460 MW was missed.
                                                                                      ^^^^^^ 460 MW here, 640 MW before

    Anna Ott (1903–1991) was a botanist. Ott was born in 1930 in Jena, where her father taught.
                                                         ^^^^ born in 1930 here, 1903 before

    The trip is on 13 May. Please send a packed lunch. To help on the day, 13 March, you must be free.
                                                                           ^^^^^^^^ 13 March here, 13 May

Good

    The trip is on 13 May. Please send a packed lunch. To help on the day, 13 May, you must be free.

    Anna Ott (1903–1991) was a botanist. Ott was born in 1903 in Jena, where her father taught.

    Council to sell 14 garages
    |
    A row of 14 lock-up garages behind the hall is to go to auction, because nobody wants them.

    The orchestra has a deficit of $1.6 million, and the hall was shut for nine weeks. The $1.6 million deficit
    is to be met by a bank.

    Bridge shut for 18 days
    |
    Drivers face a detour of 44 miles. The closure of the bridge will last 18 days and cost £700,000.

Passed over

    It has 10,000 contractors. The post is said to be held by 3 of them. Of the estimated 1,000 killed 900 were contractors.

    Council to sell 14 garages
    |
    Another 41 garages were sold last year, and 25 the year before.

    The orchestra has a deficit of $1.6 million. In 2019 the deficit was $1.9 million.

    The deficit of $1.6 million is up from last year. The previous $1.9 million deficit was met by a bank.

    Bridge shut for 18 days
    |
    Another bridge was shut for 28 days in May.

    The east wing has 14 rooms. The west wing has 41 rooms.

    Anna Ott (1903–1991) was a botanist. Her son, born in 1930 in Jena, kept bees.

    The bill was for $1.6 million. It fined the firm $1.9 million.

    The first train carries 640 people. The second train carries 460 people.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, pairwise

from figcheck.rulekit import (
    KIN,
    BlockRole,
    Claim,
    Document,
    Figure,
    Given,
    Hedge,
    Kind,
    births_of,
    decided,
    dimension,
    prose,
    stems_about,
)  # fmt: skip

code = "FC812"

_KINDS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.AGE))
_TITLES = frozenset((BlockRole.HEADLINE, BlockRole.HEADING, BlockRole.CAPTION))
_DEFINITE = frozenset(("the", "this", "these", "that", "those", "its", "their", "whole", "all"))
_APART = frozenset(
    "another other others further earlier previous previously former additional newly revised updated "
    "corrected instead extra else versus older younger ago again different second first each "
    "east west north south next old average record per more less than".split()
)
_MOVED = frozenset(("from", "prior", "versus", "than", "moved", "expected", "rate"))
_TOLD = frozenset(("moved", "rate"))  # what a title may tell in other words
_MOST = 6  # figures of one sort among which a likeness is hardly chance
_MOST_FIGURES = 400
_MANY = 60  # figures of a sentence whose years are looked at
_FEW = 3  # figures of one sort of which two are hardly two things
_RARE = 3  # figures about which a telling word stands at most
_LEAST = 3
_MOVING = frozenset(
    "postponed moved until till instead before after earlier later between through again".split()
)
_NEAR = 4  # sentences between a life in brackets and its birth told again
_TEENS = frozenset(frozenset((n + 10, 10 * n)) for n in range(3, 10))


class _Seen:
    """A figure with the stems of the words about it and whether a title says it."""

    __slots__ = (
        "_digits", "document", "figure", "how", "is_title", "words",
    )  # fmt: skip

    def __init__(self, document: Document, figure: Figure) -> None:
        sentence = document.sentences[figure.sentence]
        self.document = document
        self.figure = figure
        self.words = sentence.words[max(0, figure.place - 5) : figure.place + 4]
        self._digits: str | None = None
        self.is_title = document.blocks[sentence.block].role in _TITLES or (
            sentence.block == 0 and document.text[sentence.end - 1] not in '.!?…”"'
        )
        before = self.words[: min(5, figure.place)]
        self.how = "definite" if not _DEFINITE.isdisjoint(before[-2:]) else ""
        if before[-1:] == ["of"] and before[-3:-2] == ["the"]:
            self.how = "head"  # "the output of 460 MW", "the ban of 14 years"

    @property
    def stems(self) -> frozenset[str]:
        return stems_about(self.document.sentences[self.figure.sentence], self.figure)

    @property
    def is_of_last(self) -> bool:
        """ "41 garages last year", not "will last 18 days"."""
        words = self.document.sentences[self.figure.sentence].words
        at = words.index("last") if "last" in words else len(words)
        return words[at + 1 : at + 2] not in ([], ["#"])

    @property
    def years(self) -> set[int]:
        figures = self.document.sentences[self.figure.sentence].figures[:_MANY]
        return {f.date.year for f in figures if f.date is not None and f.date.year}

    @property
    def digits(self) -> str:
        """The digits of a multiple of its grain: "1284" of 1,284."""
        if self._digits is None:
            self._digits = _digits(self.figure)
        return self._digits


def relate(document: Document) -> Iterator[Claim]:
    """The pairs of figures of one sort that may be one, and differ, and births told twice."""
    yield from _births(document)
    yield from _days(document)
    sorts: dict[tuple[Kind, str], list[Figure]] = {}
    for sentence in prose(document)[:_MOST_FIGURES]:
        for figure in sentence.figures:
            if figure.kind in _KINDS and figure.value and not _is_loose(figure):
                sorts.setdefault((figure.kind, dimension(figure)), []).append(figure)
    groups = []
    for figures in sorts.values():
        values = Counter([figure.value for figure in figures])
        single = [figure for figure in figures if values[figure.value] == 1]
        if 1 < len(single) <= 3 * _MOST:
            groups.append([_Seen(document, figure) for figure in single])
    pairs = [(len(group), *pair) for group in groups for pair in _pairs(group)]
    if pairs:
        often = Counter(chain.from_iterable([seen.stems for group in groups for seen in group]))
        for count, before, now in pairs:
            yield from _claim(before, now, often, count)


def _is_loose(figure: Figure) -> bool:
    return figure.hedge is Hedge.RANGE or figure.constant


def _days(document: Document) -> Iterator[Claim]:
    """ "On 17 June", then "on 7 June, the date above": a day told again as if it were the same."""
    days = [
        f
        for s in prose(document)
        for f in s.figures
        if f.kind is Kind.DATE and f.date and f.date.day
    ]
    if not 1 < len(days) <= _MOST:
        return
    for before, now in pairwise(days):
        if before.sentence == now.sentence or {"from", "to"} & now.roles:
            continue
        if not _is_one_slip(before, now):
            continue
        sentence = document.sentences[now.sentence]
        around = sentence.words[max(0, now.place - 5) : now.place + 5]
        is_again = (
            around.count("day") + around.count("date") > 0 or sentence.words[now.place - 1] == "the"
        )
        both = stems_about(sentence, now) & stems_about(document.sentences[before.sentence], before)
        if (is_again or len(both) > 1) and _MOVING.isdisjoint(sentence.vocabulary):
            message = f"{now.text} here, {before.text} before"
            yield decided(
                now, Given(before), False, message, message,
                reading="day again" if is_again else "day",
                tie="plain" if is_again else "loose", consistency=True,
            )  # fmt: skip


def _is_one_slip(before: Figure, now: Figure) -> bool:
    """Does one of day, month and year part two dates, the day by one digit?"""
    one, other = before.date, now.date
    assert one is not None
    assert other is not None
    years = one.year != other.year and None not in (one.year, other.year)
    day, month = one.day != other.day, one.month != other.month
    if day:
        a, b = str(one.day), str(other.day)
        is_digit = len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1
        day = is_digit or (len(a) != len(b) and (a.endswith(b) or b.endswith(a)))
        return day and not month and not years
    return month != years


def _births(document: Document) -> Iterator[Claim]:
    """ "Anna Ott (1903–1991) ... Ott was born in 1930": the birth of the one life that is told."""
    found = [(s.index, birth) for s in prose(document) for birth in births_of(s)]
    if len(found) != 2:
        return
    (index, life), (later, birth) = found
    if life.death is None or birth.death is not None or not 0 <= later - index <= _NEAR:
        return
    words = document.sentences[later].words
    one, other = life.date.year, birth.date.year
    if one is None or other is None or not KIN.isdisjoint(words[: birth.figure.place]):
        return
    holds = one == other
    says = f"born in {other} here, {one} before"
    yield decided(
        birth.figure, Given(life.figure), holds, says, says,
        reading="birth", tie="plain", consistency=True,
    )  # fmt: skip


def _pairs(single: Sequence[_Seen]) -> Iterator[tuple[_Seen, _Seen]]:
    """The pairs of which the later may be the earlier with a slip."""
    is_titled = any(seen.is_title for seen in single)
    for at, now in enumerate(single):
        if not now.how and not is_titled:
            continue
        for before in single[max(0, at - _MOST) : at]:
            if _where(before, now) and _may_be_one(before, now) and _edit(before, now):
                yield before, now


def _claim(before: _Seen, now: _Seen, often: Counter[str], count: int) -> Iterator[Claim]:
    shared = [stem for stem in before.stems & now.stems if often[stem] <= _RARE]
    edit = _edit(before, now)
    is_repeat = edit in ("swapped", "digit") and before.figure.owner == now.figure.owner != ""
    if not shared or is_repeat:  # which the rule "repeat" knows
        return
    is_sure = len(shared) > 1 or edit == "swapped"
    is_counted = before.figure.kind is Kind.COUNT and not before.is_title
    if is_counted and not (before.figure.owner == now.figure.owner != ""):
        return  # "10,000 contractors" are not "the estimated 1,000 killed"
    if count > _FEW and not is_sure:
        return
    message = f"{now.figure.text} here, {before.figure.text} before"
    yield decided(
        now.figure, Given(before.figure), False, message, message,
        reading=_where(before, now) + (" of many" if count > _FEW else ""),
        tie="plain" if is_sure else "fair",
        consistency=True, signs=(f"edit.{edit}",),
    )  # fmt: skip


def _where(before: _Seen, now: _Seen) -> str:
    if before.is_title != now.is_title:
        return "title"
    if before.is_title:
        return ""
    return now.how


def _may_be_one(before: _Seen, now: _Seen) -> bool:
    """Of two sentences and no two years, with no "another" and no move beside either?"""
    one, other = before.figure, now.figure
    if one.sentence == other.sentence or (one.per and other.per and one.per != other.per):
        return False
    if not _APART.isdisjoint(before.words) or not _APART.isdisjoint(now.words):
        return False
    if before.is_of_last or now.is_of_last:
        return False
    barred = _MOVED - _TOLD if before.is_title else _MOVED
    if barred & now.figure.roles or (barred & before.figure.roles and not before.is_title):
        return False
    return not now.years or now.years <= before.years or before.is_title


def _edit(before: _Seen, now: _Seen) -> str:
    """The slip that parts two numbers: "swapped", "digit", "ten", "teen", "added"; "" for none."""
    one, other = before.figure, now.figure
    first, second = one.value or 0, other.value or 0
    if one.unit is not other.unit:
        return ""
    if first in (10 * second, Fraction(second) / 10) and min(first, second) >= _LEAST:
        return "ten"
    if frozenset((first, second)) in _TEENS:
        return "teen"
    a, b = before.digits, now.digits
    if not a or not b:
        return ""
    if len(a) == len(b) > 1:
        unlike = [k for k in range(len(a)) if a[k] != b[k]]
        if len(unlike) == 2 and a[unlike[0]] == b[unlike[1]] and a[unlike[1]] == b[unlike[0]]:
            return "swapped"
        return "digit" if len(unlike) == 1 else ""
    is_added = (
        min(len(a), len(b)) > 1 and abs(len(a) - len(b)) == 1 and (a.endswith(b) or b.endswith(a))
    )
    return "added" if is_added else ""


def _digits(figure: Figure) -> str:
    grain = Fraction(figure.own_grain or figure.grain or 1)
    ratio = abs(Fraction(figure.value or 0)) / grain
    return str(ratio.numerator) if ratio.denominator == 1 and ratio < 10**9 else ""
