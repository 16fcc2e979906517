"""Mends: the one small edit of a claim that would make it hold.

The classes of edits come in the order of how often writers slip that way. Each edit is first
looked for where the rest of the claim needs its figure to lie, which costs a few operations on
whole numbers, and then proved by judging the claim with it: it counts where the claim holds at the
first two grades. A mended figure carries its grain: a slip of scale coarsens it too.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from figcheck.changes import Change, ChangeShare
from figcheck.claim import Claim, Op, computed_value, judge, zero_of
from figcheck.document import Hedge, Kind
from figcheck.elapsed import Between
from figcheck.interval import EVERYTHING
from figcheck.rounding import Grade, admitted, exact, factor_of, group, rough
from figcheck.terms import Converted, Difference, Quotient
from figcheck.units import PERCENTAGE_POINT, alternatives, everyday, linear

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import CalendarDate, Figure
    from figcheck.interval import Interval, Number
    from figcheck.terms import Term
    from figcheck.units import Unit

_EDITED = frozenset(
    (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.SHARE, Kind.POINTS, Kind.DURATION, Kind.AGE)
)
_PLAIN = frozenset((Hedge.EXACT, Hedge.ABOUT))
_MOST_DIGITS = 9
_THOUSANDS = (3, -3, 6, -6, 9, -9)
_TENS = (1, -1)


class Mend(NamedTuple):
    """A slip, by name, and the edit that mends it.

    `figure` gets `value` with `grain`, or `unit`; where it is None the slip is in no one figure,
    but in the words between or in their order. `grade` is how the claim then holds.
    """

    what: str
    figure: Figure | None = None
    value: Number | None = None
    grain: Number | None = None
    unit: Unit | None = None
    grade: Grade = Grade.EXACT


class _Lever(NamedTuple):
    """A figure that could be edited, and where the rest of the claim needs it to lie.

    Its size, in base units and over the denominator `den`, is `value`; its last digit that is no
    trailing zero is worth `worth`. `digits` are those up to it, where they are to be edited, and
    `low` to `high` the numbers that they may make for the claim to hold.
    """

    figure: Figure
    value: int
    worth: int
    den: int
    needed: Interval
    digits: str
    low: int
    high: int


def mends(claim: Claim) -> Iterator[Iterator[Mend]]:
    """The edits that mend the claim, class by class, the likeliest first; many are empty."""
    if claim.message is not None or claim.stated is None:
        return
    figures = [f for f in claim.figures if f.kind in _EDITED and f.value and not f.constant]
    levers = [lever for lever in (_lever(claim, figure) for figure in figures) if lever]
    yield from (find(claim, levers) for find in _CLASSES)


def mendable(claim: Claim) -> str | None:
    """The class of the first small slip that would explain the conflict, None where none does."""
    return next((mend.what for found in mends(claim) for mend in found), None)


def _lever(claim: Claim, figure: Figure) -> _Lever | None:
    value, grain, factor = figure.value, figure.own_grain, factor_of(figure)
    if not value or not grain:
        return None
    den = value.denominator * grain.denominator * factor.denominator
    worth = grain.numerator * value.denominator * factor.numerator
    size = value.numerator * grain.denominator * factor.numerator
    needed = _needed(claim, figure)
    if size < 0:
        size, needed = -size, -needed
    number, rest = divmod(size, worth)
    digits = str(number)
    if rest or len(digits) > _MOST_DIGITS or figure.hedge not in _PLAIN:
        return _Lever(figure, size, worth, den, needed, "", 1, 0)
    half = worth * needed.den
    low, high = 1, 10 ** len(digits) - 1
    if needed.low is not None:
        low = max(low, -((half - 2 * needed.low * den) // (2 * half)))
    if needed.high is not None:
        high = min(high, (2 * needed.high * den + half) // (2 * half))
    return _Lever(figure, size, worth, den, needed, digits, low, high)


def _needed(claim: Claim, figure: Figure) -> Interval:
    """Where the figure must lie for the claim to hold at the first two grades, or a wider room."""
    stated, term, op = claim.stated, claim.term, claim.op
    assert stated is not None
    zero = zero_of(term, stated)
    room = (
        term.evaluate(rough).shifted(-zero)
        if figure is stated
        else admitted(stated).as_stated.rough.shifted(zero)
    )
    if op in (Op.AT_LEAST, Op.ABOVE):
        room = room.upward() if figure is stated else room.downward()
    elif op in (Op.AT_MOST, Op.BELOW):
        room = room.downward() if figure is stated else room.upward()
    return room if figure is stated else term.needed(figure, room, rough)


def _edited(
    claim: Claim,
    figure: Figure,
    *,
    value: Number | None = None,
    grain: Number | None = None,
    own_grain: Number | None = None,
    unit: Unit | None = None,
    date: CalendarDate | None = None,
) -> Grade:
    """How the claim holds with the figure so edited. The figure is put back as it was.

    An edit after which nothing is known of the term, as it divides by what may be zero, mends
    nothing.
    """
    kept = figure.value, figure.grain, figure.own_grain, figure.unit, figure.date, figure.admitted
    figure.value = figure.value if value is None else value
    figure.grain = figure.grain if grain is None else grain
    figure.own_grain = figure.own_grain if own_grain is None else own_grain
    figure.unit = unit or figure.unit
    figure.date = date or figure.date
    figure.admitted = None
    try:
        is_known = claim.term.evaluate(exact) != EVERYTHING
        return judge(claim) if is_known else Grade.CONFLICT
    finally:
        (
            figure.value, figure.grain, figure.own_grain, figure.unit, figure.date, figure.admitted,
        ) = kept  # fmt: skip


def _holds_as(claim: Claim, term: Term) -> bool:
    """Would the claim hold of another term?"""
    return judge(Claim(stated=claim.stated, term=term, op=claim.op)) <= Grade.ROUNDING


def _scaled(claim: Claim, lever: _Lever, powers: tuple[int, ...]) -> Iterator[Mend]:
    figure, low, high = lever.figure, lever.needed.low, lever.needed.high
    is_plain = figure.hedge in _PLAIN
    least = None if low is None else 2 * low * lever.den
    most = None if high is None else 2 * high * lever.den
    bottom = (2 * lever.value - lever.worth) * lever.needed.den
    top = (2 * lever.value + lever.worth) * lever.needed.den
    for power in powers:
        times, part = (10**power, 1) if power > 0 else (1, 10**-power)
        if is_plain and least is not None and top * times < least * part:
            continue
        if is_plain and most is not None and bottom * times > most * part:
            continue
        factor = Fraction(times, part)
        assert figure.value is not None
        value = figure.value * factor
        if figure.kind is Kind.COUNT and value.denominator > figure.value.denominator:
            continue
        grain = figure.grain * factor
        if figure.grain == 1 and value.denominator == 1:
            grain = max(grain, Fraction(1))  # 5,200 becomes 520, not 520.0
        own_grain = figure.own_grain * factor
        grade = _edited(claim, figure, value=value, grain=grain, own_grain=own_grain)
        if grade <= Grade.ROUNDING:
            yield Mend("scale", figure, value, grain, grade=grade)


def _thousands(claim: Claim, levers: list[_Lever]) -> Iterator[Mend]:
    """A thousand, a million or a billion times too much or too little."""
    for lever in levers:
        yield from _scaled(claim, lever, _THOUSANDS)


def _tens(claim: Claim, levers: list[_Lever]) -> Iterator[Mend]:
    """Ten times too much or too little."""
    for lever in levers:
        yield from _scaled(claim, lever, _TENS)


def _respelt(claim: Claim, lever: _Lever, what: str, edits: Iterator[int]) -> Iterator[Mend]:
    """Those of the edits of a figure's digits with which the claim holds."""
    figure = lever.figure
    sign = -1 if figure.value is not None and figure.value < 0 else 1
    for number in edits:
        value = sign * number * figure.own_grain
        grade = _edited(claim, figure, value=value)
        if grade <= Grade.ROUNDING:
            yield Mend(what, figure, value, figure.grain, grade=grade)


def _transposed(claim: Claim, levers: list[_Lever]) -> Iterator[Mend]:
    """Two neighbouring digits exchanged."""
    for lever in levers:
        if lever.low <= lever.high:
            yield from _respelt(claim, lever, "transposed digits", _exchanges(lever))


def _one_digit(claim: Claim, levers: list[_Lever]) -> Iterator[Mend]:
    """One digit read or typed as another."""
    for lever in levers:
        if lever.low <= lever.high:
            yield from _respelt(claim, lever, "one digit", _changes(lever))


def _exchanges(lever: _Lever) -> Iterator[int]:
    """The numbers within reach that two neighbouring digits exchanged make."""
    digits = lever.digits
    for k in range(len(digits) - 1):
        one, two = digits[k], digits[k + 1]
        if one != two and not (k == 0 and two == "0" and not _opens(lever)):
            number = int(digits[:k] + two + one + digits[k + 2 :])
            if lever.low <= number <= lever.high:
                yield number


def _changes(lever: _Lever) -> Iterator[int]:
    """The numbers within reach that one digit changed makes."""
    number, place = int(lever.digits), 1
    for k, digit in enumerate(map(int, reversed(lever.digits)), 1):
        least = 1 if k == len(lever.digits) and not _opens(lever) else 0
        first = max(least, digit - (number - lever.low) // place)
        last = min(9, digit + (lever.high - number) // place)
        for other in range(first, last + 1):
            if other != digit:
                yield number + (other - digit) * place
        place *= 10


def _opens(lever: _Lever) -> bool:
    """May the number open with a zero, as that is the digit before the decimal point?"""
    return bool(lever.figure.own_grain * 10 ** (len(lever.digits) - 1) == 1)


def _swapped(claim: Claim, levers: list[_Lever]) -> Iterator[Mend]:
    """The two operands said in the wrong order."""
    term = claim.term
    if isinstance(term, Change) and term.sign:
        new, old = term.figures
        other: Term = Change(old, new, term.sign, term.scale)
    elif isinstance(term, (Difference, Quotient)):
        one, two = term.figures
        if one.kind is not two.kind or group(one) != group(two):
            return
        other = type(term)(two, one)
    else:
        return
    if _holds_as(claim, other):
        yield Mend("swapped")


def _points(claim: Claim, levers: list[_Lever]) -> Iterator[Mend]:
    """Percent said of what are percentage points, on the digits as written."""
    term, stated = claim.term, claim.stated
    if not isinstance(term, Change) or stated is None or stated.value is None:
        return
    new, old = term.figures
    if (
        not stated.kind is new.kind is old.kind is Kind.SHARE
        or new.value is None
        or old.value is None
    ):
        return
    move = (new.value - old.value) * (term.sign or (1 if new.value > old.value else -1))
    if move == stated.value:
        yield Mend("points for percent", stated, stated.value, unit=PERCENTAGE_POINT)


def _on_new_base(claim: Claim, levers: list[_Lever]) -> Iterator[Mend]:
    """The change said as a share of the new level instead of the old."""
    term = claim.term
    if isinstance(term, Change) and claim.op is Op.EQUALS:
        new, old = term.figures
        if _holds_as(claim, Change(old, new, -term.sign, term.scale)):
            yield Mend("new base for old", claim.stated, computed_value(claim))


def _turned(claim: Claim, levers: list[_Lever]) -> Iterator[Mend]:
    """A rise that was a fall, or a sign left out."""
    term = claim.term
    if isinstance(term, (Change, ChangeShare)) and term.sign and _holds_as(claim, term.turned()):
        yield Mend("direction")
    for lever in levers:
        figure = lever.figure
        if not figure.value or figure.value > 0:
            continue
        if _edited(claim, figure, value=-figure.value) <= Grade.ROUNDING:
            yield Mend("direction", figure, -figure.value, figure.grain)


def _other_unit(claim: Claim, levers: list[_Lever]) -> Iterator[Mend]:
    """Feet said for miles; the factor of a length taken for an area."""
    if not isinstance(claim.term, Converted):
        return
    for lever in levers:
        figure = lever.figure
        if figure.unit is None:
            continue
        used = [*(f.unit for f in claim.figures), *alternatives(figure.unit)]
        for unit in everyday(figure.unit.dimension):
            if unit not in used and _edited(claim, figure, unit=unit) <= Grade.ROUNDING:
                yield Mend("unit", figure, figure.value, unit=unit)
    yield from _unraised(claim, claim.term.figures[0])


def _unraised(claim: Claim, original: Figure) -> Iterator[Mend]:
    """The factor of a length neither squared nor cubed: 2 square miles are not 3.2 square km."""
    stated = claim.stated
    if stated is None or stated.unit is None or original.unit is None:
        return
    source, target = linear(original.unit), linear(stated.unit)
    if source is None or target is None:
        return
    times = Fraction(source.factor) / target.factor
    taken = exact(original).scaled(times * stated.unit.factor / original.unit.factor)
    if taken.meets(exact(stated)):
        yield Mend("factor not raised", stated, computed_value(claim))


def _other_ton(claim: Claim, levers: list[_Lever]) -> Iterator[Mend]:
    """A ton for a tonne, a pint or gallon of the other country."""
    if not isinstance(claim.term, Converted):
        return
    for lever in levers:
        for unit in alternatives(lever.figure.unit) if lever.figure.unit else ():
            if _edited(claim, lever.figure, unit=unit) <= Grade.ROUNDING:
                yield Mend("ton for tonne", lever.figure, lever.figure.value, unit=unit)


def _reading_for_difference(claim: Claim, levers: list[_Lever]) -> Iterator[Mend]:
    """A difference of temperatures converted as if it were a reading: 5C warmer is not 41F."""
    term = claim.term
    if isinstance(term, Converted) and not term.absolute:
        reading = Converted(term.figures[0], term.unit)
        if _holds_as(claim, reading):
            yield Mend("reading for difference", claim.stated, computed_value(claim))


def _inclusive(claim: Claim, levers: list[_Lever]) -> Iterator[Mend]:
    """Both ends counted: six years from 1996 to 2001."""
    term = claim.term
    if isinstance(term, Between) and not term.inclusive:
        wider = term.counting_both_ends()
        if _holds_as(claim, wider):
            yield Mend("inclusive counting", claim.stated, computed_value(claim))


def _other_year(claim: Claim, levers: list[_Lever]) -> Iterator[Mend]:
    """The year before or after."""
    if not isinstance(claim.term, Between):
        return
    for figure in claim.term.figures:
        date = figure.date
        if date is None or date.year is None:
            continue
        for year in (date.year - 1, date.year + 1):
            if _edited(claim, figure, date=date._replace(year=year)) <= Grade.ROUNDING:
                yield Mend("year", figure, year)


# Points for percent come first, as they alone are tested on the digits as written: between 7 and 6
# percent, each half a percent either way, nearly any slip of scale or digits would fit.
_CLASSES = (
    _points, _thousands, _tens, _swapped, _transposed, _one_digit, _on_new_base, _turned,
    _other_unit, _other_ton, _reading_for_difference, _inclusive, _other_year,
)  # fmt: skip
