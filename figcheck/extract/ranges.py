"""Ranges and scores: two numbers that one figure states, "$26 to $31 million", "5 ± 2", "3-1"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from figcheck.extract.clocks import ratio
from figcheck.extract.dates import is_year, years_between
from figcheck.extract.fractions import read_over
from figcheck.extract.kinds import (
    AGE,
    COUNT,
    DURATION,
    FRACTION,
    MEASURE,
    MONEY,
    POINTS,
    SCORE,
    SHARE,
    STATISTIC,
)
from figcheck.extract.quantity import label, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from figcheck.extract.quantity import Quantity
    from figcheck.extract.tokens import Tokens

    Reader = Callable[[Tokens, int], Quantity | None]

HYPHENS = frozenset(("-", "–", "‑", "—", "−", "~", "‐", "‒"))
MARKS = HYPHENS | frozenset(
    ("to", "and", "or", "through", "±", "+", "till", "until", "thru", "over")
)
_RANGING = frozenset(
    ("range", "ranging", "ranged", "ranges", "anywhere", "varying", "vary", "varies", "varied")
)
_CHANGING = frozenset(
    "from rose fell up down rise fall grew to climbed dropped increased decreased cut raised "
    "jumped slid rising falling dropping fallen risen grown cutting increasing decreasing slipped "
    "reduced lowered doubled tripled halved by gave vote won sold lost added pay paid beat".split()
)
_CHANGED_BEFORE = _CHANGING - {"to"}  # "to open 25 to 30 shops" changes nothing
_CHANGED = _CHANGING - {"from"}
_VERBS = frozenset(
    "rose fell up down climbed dropped increased decreased jumped slid slipped grew shrank eased "
    "gained lost rising falling".split()
)
_SPORT = frozenset(
    "won win wins winning lost lose losing beat beaten draw drew drawn victory defeat defeated "
    "score scored match set sets aggregate goal goals vote voted votes lead led leading trail "
    "trailed trailing half-time shutout ballot ruled ruling split record tie tied loss".split()
)
_HEDGING = frozenset(("about", "around", "~", "roughly", "nearly", "almost"))
_RANGED = frozenset((COUNT, MONEY, MEASURE, SHARE, DURATION, AGE, POINTS, FRACTION, STATISTIC))


def read_second(tokens: Tokens, first: Quantity, read: Reader) -> Quantity | None:
    """The range, score or ratio that begins with `first`; None where it stands alone.

    `read` reads the quantity that begins at a token.
    """
    mark, begin = tokens.lower[first.to], first.to + 1
    if first.kind not in _RANGED or first.value is None:
        return None
    is_hyphen = mark in HYPHENS
    if mark in ("±", "+"):
        return _with_spread(tokens, first, read)
    if mark == "over":
        second = read(tokens, begin) if _is_bare(first) else None
        is_bare = second is not None and _is_bare(second)
        return read_over(tokens, first, second) if second is not None and is_bare else None
    if is_hyphen:
        begin = _behind_hyphen(tokens, first)
        if begin == 0:
            return None
    elif _stands_alone(tokens, first, mark):
        return None
    if tokens.lower[begin] in _HEDGING and (not is_hyphen or tokens.lower[begin] == "~"):
        begin += 1
    second = read(tokens, begin)
    if second is None or second.value is None or second.kind not in _RANGED:
        return None
    return _joined(tokens, first, second, mark)


def _is_grouped(tokens: Tokens, quantity: Quantity) -> bool:
    return "," in tokens.written[quantity.at]


def _are_alternatives(tokens: Tokens, first: Quantity, second: Quantity) -> bool:
    """ "two or three people": the next whole number or a near one, and what it counts said once."""
    one, two = first.value, second.value
    if (
        not (isinstance(one, int) and isinstance(two, int))
        or not _is_bare(first)
        or second.scale > first.scale > 1
    ):
        return False
    return 0 < one < two <= max(one + 2, one * 3 // 2) and tokens.lower[first.at - 1] not in (
        "either",
        "whether",
    )


def _stands_alone(tokens: Tokens, first: Quantity, mark: str) -> bool:
    """Can the word behind the first number not join it to a second?"""
    if mark == "and":
        return tokens.lower[first.at - 1] != "between"
    if mark == "to":
        return first.unit is not None and tokens.lower[first.at - 1] in _CHANGED
    if mark in ("until", "till"):
        return first.kind is DURATION  # "for 12 years until 2002"
    return mark == "or" and not isinstance(first.value, int)


def _behind_hyphen(tokens: Tokens, first: Quantity) -> int:
    """The token where the second number begins, 0 where the hyphen is a dash or a word's."""
    to = first.to
    if tokens.lower[to + 1] == "to" and tokens.lower[to] == "-":
        end = to + 2
        if tokens.glued[end] and tokens.lower[end] == "-":
            end += 1
        return end
    if tokens.glued[to] and tokens.glued[to + 1]:
        return to + 1
    is_open = not tokens.glued[to] and (not tokens.glued[to + 1] or tokens.written[to] == "-")
    is_open = is_open and tokens.written[to] in ("-", "–", "~")
    following = tokens.written[to + 2] if tokens.written[to + 1] == "~" else tokens.written[to + 1]
    return to + 1 if is_open and following[:1].isdecimal() else 0


def _joined(tokens: Tokens, first: Quantity, second: Quantity, mark: str) -> Quantity | None:
    is_hyphen = mark in HYPHENS
    if first.kind is second.kind is COUNT and first.unit is None:
        special = _bare(tokens, first, second, is_hyphen)
        if special is not None:
            return special
    was_bare = _is_bare(first)
    if mark == "to" and not was_bare and first.kind is not MONEY and _is_bare(second):
        return None  # "up 5 percent to 200"
    if mark == "or" and not _are_alternatives(tokens, first, second):
        return None
    if not share(first, second):
        return None
    assert first.value is not None
    assert second.value is not None
    if not is_hyphen and not _is_range(tokens, first, second, mark, was_bare=was_bare):
        return None
    is_bare = second.unit is None and first.scale == 1 and second.grain == 1
    if is_hyphen and is_bare and first.value > second.value and not _is_grouped(tokens, second):
        return None
    second.at = first.at
    second.descends = first.value > second.value
    low, high = sorted((first.value, second.value))
    second.set_range(low, high)
    second.grain = max(first.grain, second.grain)
    second.own_grain = max(first.own_grain, second.own_grain)
    return second


def _bare(tokens: Tokens, first: Quantity, second: Quantity, is_hyphen: bool) -> Quantity | None:
    """Two bare numbers that are a score or a ratio."""
    one, two = first.value, second.value
    if not (isinstance(one, int) and isinstance(two, int)) or first.scale > 1:
        return None
    if is_hyphen and tokens.glued[first.to] and tokens.lower[first.to + 1] != "to":
        if _is_record(tokens, second):
            return _score(first, second, one, two, second.to + 2)
        if _is_score(tokens, first, second, one, two):
            return _score(first, second, one, two, second.to)
        if one > two and second.scale == 1 and not _is_grouped(tokens, second):
            return label(first.at, second.to)  # "787-9"
        return None
    is_to = "to" in (tokens.lower[first.to], tokens.lower[first.to + 1])
    if is_to and one > two > 0 and two <= 10 and one <= 1000 and not _is_change(tokens, first):
        return ratio(first, second) if two == 1 or tokens.lower[first.to] == "-" else None
    return None


def _score(first: Quantity, second: Quantity, one: int, two: int, to: int) -> Quantity:
    second.at, second.to, second.kind, second.value = first.at, to, SCORE, None
    second.low, second.high = one, two
    return second


def _is_record(tokens: Tokens, second: Quantity) -> bool:
    """ "14-0-1": won, lost and drawn."""
    to = second.to
    is_third = tokens.glued[to] and tokens.glued[to + 1] and tokens.written[to + 1].isdecimal()
    return tokens.lower[to] in HYPHENS and is_third and len(tokens.written[to + 1]) <= 3


def name_sets(found: list[Quantity]) -> None:
    """ "3-6, 6-7": what looks like a range beside a score is one too."""
    pairs = list(pairwise(found))
    for one, two in (*pairs, *reversed(pairs)):
        if SCORE in (one.kind, two.kind) and two.at - one.to <= 1 and one.kind is not two.kind:
            other = one if two.kind is SCORE else two
            if (
                other.kind is COUNT
                and other.value is None
                and other.high is not None
                and other.high < 40
            ):
                other.kind = SCORE


def _is_change(tokens: Tokens, first: Quantity) -> bool:
    return tokens.lower[first.at - 1] == "from"


def _is_score(tokens: Tokens, first: Quantity, second: Quantity, one: int, two: int) -> bool:
    """ "3-1": two small whole numbers with a hyphen, out of order or among words of a match."""
    if max(one, two) > 300 or second.scale > 1 or second.unit is not None:
        return False
    if one >= two:
        return True
    around = tokens.lower[max(0, first.at - 4) : first.at] + tokens.lower[second.to : second.to + 3]
    return not _SPORT.isdisjoint(around) and two < 200


def _is_range(
    tokens: Tokens, first: Quantity, second: Quantity, mark: str, *, was_bare: bool
) -> bool:
    """ "between A and B", "ranging from A to B", "A to B" with no word of change before it."""
    lower = tokens.lower
    before = lower[first.at - 1]
    if mark in ("and", "or") or before == "between":
        return True
    if before == "from" or (before in ("about", "around") and lower[first.at - 2] == "from"):
        is_named = not _RANGING.isdisjoint(lower[max(0, first.at - 6) : first.at])
        is_named = is_named or lower[first.at - 2] in ("is", "are", "be")
        return is_named or (first.at == 1 and first.value is not None and _ascends(first, second))
    if before in _VERBS and was_bare and second.kind is SHARE:
        return _ascends(first, second)
    if before == "by" and was_bare and second.unit is not None:
        return _ascends(first, second)
    if before in _CHANGING or (
        lower[first.at - 2] in _CHANGED_BEFORE
        and before not in ("of", "in", "about", "around", "between")
    ):
        return mark in ("through", "thru")
    return _ascends(first, second)


def _ascends(first: Quantity, second: Quantity) -> bool:
    return first.value is not None and second.value is not None and first.value < second.value


def share(first: Quantity, second: Quantity) -> bool:
    """Give both ends the unit and scale that either states; False where they do not go together."""
    if first.kind is not second.kind:
        if _is_bare(first):
            _scale_like(first, second)
            first.kind, first.unit, first.per = second.kind, second.unit, second.per
        elif _is_bare(second):
            _scale_like(first, second)
            second.kind, second.unit = first.kind, first.unit
        else:
            return False
    elif first.unit is not second.unit:
        return False
    else:
        _scale_like(first, second)
    return True


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind is COUNT and quantity.unit is None


def _scale_like(first: Quantity, second: Quantity) -> None:
    """ "$26 to $31 million": the first end takes the scale of the second."""
    if second.scale <= 1 or first.scale > 1 or first.value is None or second.value is None:
        return
    if first.value < second.scale and first.value * second.scale < second.value * 1000:
        first.multiply(second.scale)


def _with_spread(tokens: Tokens, first: Quantity, read: Reader) -> Quantity | None:
    """ "5.2 ± 1.3 mm", "9.8 +/- 0.1": the interval around a number."""
    begin = first.to + 1
    if tokens.lower[first.to] == "+":
        if tokens.lower[begin] != "/" or tokens.lower[begin + 1] not in ("-", "−"):
            return None
        begin += 2
    second = read(tokens, begin)
    if (
        second is None
        or second.value is None
        or (not _is_bare(first) and first.unit is not second.unit)
    ):
        return None
    if second.kind not in _RANGED or first.value is None:
        return None
    share(first, second)
    low, high = whole(first.value - second.value), whole(first.value + second.value)
    second.at = first.at
    if second.kind is COUNT:
        second.kind = STATISTIC
    second.set_range(low, high)
    return second


def read_years(tokens: Tokens, quantity: Quantity) -> Quantity | None:
    """ "between 2015 and 2019": two years that bound one span."""
    lower = tokens.lower
    first, to = quantity.value, quantity.to
    if lower[quantity.at - 1] != "between" or lower[to] != "and" or not isinstance(first, int):
        return None
    if not is_year(lower[to + 1]) or quantity.to != quantity.at + 1:
        return None
    return years_between(quantity.at, to + 2, first, int(lower[to + 1]))
