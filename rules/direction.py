r"""A level that is said to have risen or fallen must have done so.

"rose to $941 million from $747 million": the new level lies above the old one; "fell", below. The
old level may stand before the word of change as well: "hit a peak of 40 before easing to 31".

Bad

    Net income rose to $741 million from $947 million.
                       ^^^^^^^^^^^^ not above $947 million

    The share of homes without heating fell from 31 percent in 1995 to 43 percent in 2005.
                                                                       ^^^^^^^^^^ not below 31 percent

    The purchasing index dropped to 54.2 from 49.9 in May.
                                    ^^^^ not below 49.9

    Staff numbers grew by a quarter, from 2,400 in March to 1,900 in December.
                                                            ^^^^^ not above 2,400

    The price climbed to $71.20 a barrel before slipping back to $73.40.
                                                                 ^^^^^^ not below $71.20

Good

    Net income rose to $947 million from $741 million.

    The share of homes without heating fell from 43 percent in 1995 to 31 percent in 2005.

    Output was 6.2 million tonnes, up from 5.1 million tonnes in 2010.

    The price climbed to $73.40 a barrel before slipping back to $71.20.

    Sales slid to 4,100 units, compared with 5,200 a year earlier.

Passed over

    The rise in orders was revised to 0.6 percent from the 1.3 percent first reported.

    The index crept up to an 18-month high of 50.5 from 50.3 in May.

    The shares fell to 66 cents, a far cry from the $22 that he had offered.

    The notes were lower to yield 3.57 percent from 3.44 percent.

    They may raise the rate and increase the flow from 250 to a higher amount than 200 litres.

    Net income rose to $947 million.

    The choir climbed from 19th to 12th in the table.

    The yen rose to 98.2 per dollar from 99.1.

    Her estimate was raised from a profit of 40 cents to a loss of 50 cents.

    The relay team improved from 41.2 seconds to 40.7 seconds.

    Visits rose to 3,000 from 40 countries.

    The mill burned down, and flour went from 70 cents a kilo to 95 cents a kilo.

    The dollar fell against the pound, which went from $1.24 to $1.27.

    From 80 to 100 is up 25 percent, and from 100 to 120 is 20 percent.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from figcheck.rulekit import (
    DIRECTION,
    LEVELS,
    MOVES,
    Claim,
    Cue,
    Document,
    Figure,
    Given,
    Grade,
    Kind,
    Op,
    Sentence,
    are_alike,
    counted,
    judge,
    prose,
)

code = "FC304"

_LEVELS = LEVELS | {Kind.POINTS, Kind.AGE, Kind.FRACTION, Kind.STATISTIC}
_REACH = 40  # items behind a word of change in which its levels may stand
_NEXT = 6  # words of change behind one, that may end its reach
_REACH_BACK = 14  # items before it
_FAR = 4  # a conflict of more than this many times is rather another pair of levels
_NO_MOVES = frozenset(
    ("change_noun", "double_verb", "halve_verb", "more_than_comparative", "less_than_comparative")
)
_LOOSE = frozenset(
    "growth inflation premium markup improvement improved improves improve improving weakened "
    "weakens strengthened firmed appreciated depreciated off ahead accelerated eased losses loss "
    "added adds add adding put earned gave lost loses savings saving discount advance advanced "
    "swing recovered worsened worsening quickened".split()
)
_TURNED = frozenset(
    "yield yields yen euro dollar pound sterling franc rupee ruble rouble yuan peso krona krone lira won rank ranked ranking rankings table place seed seeded "
    "position handicap profit minus negative rating odds".split()
)
_LOSSES = frozenset("loss losses deficit deficits shortfall negative".split())
_GAINS = frozenset("profit profits surplus surpluses gain positive".split())
_TIES = {
    "from to": "plain", "to from": "plain", "away from": "plain", "compared": "fair", "turned back": "fair",
}  # fmt: skip
_REVISED = frozenset("revised revises revise revising revision originally".split())
_YIELDING = frozenset(("yield", "yields", "yielding"))
_EXTREMES = frozenset(("high", "highs", "low", "lows", "peak", "trough"))
_UNLIKE = frozenset(("cry", "far", "away", "apart", "different"))  # "a far cry from the $22"
_FALLS = frozenset(
    "fall drop decline decrease contraction slide slump dip slowdown shrinkage".split()
)
_SPREADS = ("±", "+/-", "+/−", "+-")
_THEN = frozenset(("before", "then"))
_COMMAS = frozenset((",", "(", "—", "–", "-", ";"))
_OF_LEVELS = frozenset(("to", "at", "from"))


class _Pair(NamedTuple):
    """An old level and a new one, and how they stand to the word of change."""

    reading: str
    new: Figure
    old: Figure


def relate(document: Document) -> Iterator[Claim]:
    """Each pair of levels about a word of change."""
    for sentence in prose(document):
        if len(sentence.figures) > 1 and _has_level(sentence):
            moves = [cue for cue in sentence.cues if _is_move(cue)]
            for at, cue in enumerate(moves):
                yield from _claims(sentence, cue, moves[at + 1 : at + 1 + _NEXT])


def _has_level(sentence: Sentence) -> bool:
    """Has the sentence a figure that a preposition makes a level?"""
    return any(not _OF_LEVELS.isdisjoint(figure.roles) for figure in sentence.figures)


def _is_move(cue: Cue) -> bool:
    return cue.name in MOVES and cue.name not in _NO_MOVES and DIRECTION[cue.name] != 0


def _claims(sentence: Sentence, cue: Cue, later: list[Cue]) -> Iterator[Claim]:
    pair = _pair(sentence, cue, later)
    if pair is None:
        return
    new, old = pair.new, pair.old
    is_loose = _is_loose(sentence, cue, pair)
    sign = DIRECTION[cue.name]
    claim = Claim(
        stated=new,
        term=Given(old),
        op=Op.ABOVE if sign > 0 else Op.BELOW,
        reading=pair.reading,
        consistency=True,
        tie="loose" if is_loose else _TIES[pair.reading],
    )
    if new.unit is not old.unit or new.value is None or old.value is None:
        _judge_by_numbers(claim, new, old, sign)
    holds = (judge(claim) if claim.verdict is None else claim.verdict) <= claim.accepts
    if holds or not (is_loose or _are_far(new, old)):
        yield claim


def _judge_by_numbers(claim: Claim, new: Figure, old: Figure, sign: int) -> None:
    """Compare what is written, where one number has no unit of its own, or both have a spread."""
    holds = sign * (_middle(new) - _middle(old)) >= 0
    claim.verdict = Grade.EXACT if holds else Grade.CONFLICT
    claim.message = f"{new.text} is not {'above' if sign > 0 else 'below'} {old.text}"


def _middle(figure: Figure) -> Fraction:
    """The number, or the middle of "157.9 ± 125.9"; 0 where there is none."""
    if figure.value is not None:
        return Fraction(figure.value)
    has_spread = any(sign in figure.text for sign in _SPREADS)
    if figure.low is None or figure.high is None or not has_spread:
        return Fraction(0)
    return Fraction(figure.low + figure.high) / 2


def _are_far(new: Figure, old: Figure) -> bool:
    low, high = sorted((abs(_middle(new)), abs(_middle(old))))
    return high > _FAR * low


def _pair(sentence: Sentence, cue: Cue, later: list[Cue]) -> _Pair | None:
    """The levels that a word of change lies between, leads or follows."""
    after = _levels_after(sentence, cue, later)
    new = _first_with(after, "to") or _first_with(after, "at")
    old = _first_with(after, "from")
    if new is not None:
        if old is not None and _are_near(cue, new, old) and _are_levels(new, old):
            return _Pair("from to" if old.start < new.start else "to from", new, old)
        return _compared(sentence, new, after) or _turned_back(sentence, cue, new)
    if old is not None and _leads_to_old(sentence, cue, old):
        before = _level_before(sentence, cue, old)
        if before is not None:
            return _Pair("away from", before, old)
    return None


def _first_with(figures: list[Figure], role: str) -> Figure | None:
    return next((figure for figure in figures if role in figure.roles), None)


def _are_near(cue: Cue, new: Figure, old: Figure) -> bool:
    """Do both levels still belong to the word of change?"""
    first, second = sorted((new.place, old.place))
    return first - cue.to <= _REACH_BACK and second - first <= _REACH_BACK


def _levels_after(sentence: Sentence, cue: Cue, later: list[Cue]) -> list[Figure]:
    """The levels behind a word of change, up to the next one or the end of its clause."""
    clause = sentence.clauses[cue.at]
    stop = min(cue.to + _REACH, len(sentence.words))
    stop = next((c.at for c in later if c.at < stop and _stands_free(sentence, c)), stop)
    stop = next((at for at in range(cue.to, stop) if _opens_aside(sentence, at)), stop)
    found = [sentence.figure_at.get(place) for place in range(cue.to, stop)]
    return [f for f in found if f is not None and f.clause == clause and _is_level(sentence, f)]


def _opens_aside(sentence: Sentence, at: int) -> bool:
    """ "fell against the pound, which went from 1.24 to 1.27": levels of another change."""
    words = sentence.words
    if words[at] == "from" and words[at - 1] == "and":  # "is up 25%, and from 100 back to 80 20%"
        return True
    return words[at] in ("which", "who", "whose") and words[at - 1] == ","


def _stands_free(sentence: Sentence, cue: Cue) -> bool:
    """Is it a change of its own, and not the noun of "to a rise of" or a bracketed aside?"""
    return cue.name.endswith("_verb") or sentence.words[cue.at - 1] in _COMMAS


def _is_level(sentence: Sentence, figure: Figure) -> bool:
    words, at = sentence.words, figure.place
    if words[at + 1 : at + 2] and words[at + 1] in _EXTREMES:  # "to an 18-month high of 50.5"
        return False
    if "from" in figure.roles and not _UNLIKE.isdisjoint(words[max(0, at - 4) : at]):
        return False
    return (
        figure.kind in _LEVELS
        and bool(_middle(figure))
        and ("moved" not in figure.roles or not figure.roles.isdisjoint(("from", "to")))
    )


def _are_levels(one: Figure, other: Figure) -> bool:
    """May both be levels of one thing? A noun behind the second number only counts for both."""
    if _shares_unit(one, other):
        return True
    if not are_alike(one, other):
        return False
    is_named = one.kind is Kind.COUNT and counted(other) and not counted(one)
    return not is_named or one.start > other.start


def _shares_unit(one: Figure, other: Figure) -> bool:
    """ "from 211 to 169 kelvin": a bare number takes the unit of the next."""
    first, second = (one, other) if one.start < other.start else (other, one)
    is_bare = first.kind is Kind.COUNT and first.unit is None and not counted(first)
    return is_bare and 0 < second.place - first.place <= 3 and second.kind is not Kind.COUNT


def _compared(sentence: Sentence, new: Figure, after: list[Figure]) -> _Pair | None:
    """ "rose to 40, compared with 31 a year earlier"."""
    for figure in after:
        is_old = figure.start > new.start and {"versus", "prior"} <= figure.roles
        if is_old and _are_levels(new, figure):
            return _Pair("compared", new, figure)
    return None


def _turned_back(sentence: Sentence, cue: Cue, new: Figure) -> _Pair | None:
    """ "climbed to 40 before easing to 31", "fell to 31 and then rose to 40"."""
    if sentence.words[cue.at - 1] not in _THEN or "to" not in new.roles:
        return None
    before = _level_before(sentence, cue, new)
    return None if before is None else _Pair("turned back", new, before)


def _leads_to_old(sentence: Sentence, cue: Cue, old: Figure) -> bool:
    """Does "from" follow the word of change at once, or behind the size of the change?"""
    between = sentence.words[cue.to : old.place]
    if "from" not in between or sentence.words[cue.at - 1] in ("was", "were", "is", "are", "be"):
        return False
    if sentence.words[old.place + 1 : old.place + 2] == ["to"]:  # "from 250 to a higher amount"
        return False
    size = between[: between.index("from")]
    return len(size) <= 5 and ";" not in size and "and" not in size


def _level_before(sentence: Sentence, cue: Cue, like: Figure) -> Figure | None:
    """The nearest level before a word of change that may be compared with `like`."""
    for place in range(cue.at - 1, max(-1, cue.at - 1 - _REACH_BACK), -1):
        if sentence.words[place] in (";", "while", "but"):
            return None
        figure = sentence.figure_at.get(place)
        if figure is not None and _is_level(sentence, figure) and _are_levels(figure, like):
            return None if figure.roles & {"from", "than", "versus"} else figure
    return None


def _is_loose(sentence: Sentence, cue: Cue, pair: _Pair) -> bool:
    """May the words mean the opposite: a better rank, a dearer currency, from a gain to a loss?"""
    words = sentence.words
    if not _LOOSE.isdisjoint(words[cue.at : cue.to]):
        return True
    last = max(pair.new.place, pair.old.place)
    around = words[max(0, cue.at - 8) : last + 3]
    if pair.new.kind in (Kind.MONEY, Kind.COUNT) and not _TURNED.isdisjoint(around):
        return True
    if not _REVISED.isdisjoint(words[max(0, cue.at - 14) : last]):
        return True  # "revised its estimate of growth to 0.6 percent from 1.3"
    if not _YIELDING.isdisjoint(words[cue.to : pair.new.place]):
        return True
    if min(_middle(pair.new), _middle(pair.old)) < 0:
        return True
    if any(not _FALLS.isdisjoint(words[f.place + 1 : f.place + 3]) for f in (pair.new, pair.old)):
        return True  # "revised to a 1.0 percent drop from a 0.9 percent decrease"
    if "since" in words[cue.to : last]:
        return True
    has_loss, has_gain = not _LOSSES.isdisjoint(around), not _GAINS.isdisjoint(around)
    return has_loss and (has_gain or "improved" in around or "worsened" in around)
