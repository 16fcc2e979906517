"""Rates, quantities and totals: which figures fit by their dimensions, and with what constant.

A rate times a quantity makes a total: $80 an hour, 25 hours and $2,000; 450 people a square
kilometre, 54 km² and 24,300 people. The powers of a figure's dimensions are those of its unit less
those of what it is per. Where the denominator is a noun ("a trip", "per head", "each") the quantity
is a count of it. Months and years stand in no fixed ratio to days: what lies between them is an
interval, wider where working days or hours may be meant.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from figcheck import units
from figcheck.document import Kind
from figcheck.interval import Interval
from figcheck.terms import Proportion
from figcheck.units import Unit

if TYPE_CHECKING:
    from figcheck.document import Figure, Sentence

Powers = dict[str, int]

PEOPLE = frozenset(
    "head person people capita inhabitant resident citizen adult man woman child member worker "
    "employee individual participant user customer visitor patient student pupil household voter "
    "guest diner donor subscriber passenger taxpayer soul".split()
)
_COMPOSED: dict[str, Powers] = {
    "area": {"length": 2}, "volume": {"length": 3}, "speed": {"length": 1, "time": -1},
    "acceleration": {"length": 1, "time": -2}, "power": {"energy": 1, "time": -1},
    "data_rate": {"data": 1, "time": -1}, "density": {"mass": 1, "length": -3},
    "fuel_economy": {"length": -2},
}  # fmt: skip
_DAY = 86_400
_MONTH = (28 * _DAY, 31 * _DAY)
_YEAR_MONTH = (Fraction(364 * _DAY, 12), Fraction(366 * _DAY, 12))
_PERIODS = {
    "year": "year", "month": "month", "week": "week", "day": "day", "hour": "hour",
    "minute": "minute", "decade": "decade", "fortnight": "fortnight", "quarter": "quarter",
}  # fmt: skip
_ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
}
_ONE = frozenset(
    (
        "a",
        "an",
        "one",
        "per",
        "each",
        "every",
        "full",
        "whole",
        "single",
        "entire",
        "average",
        "normal",
    )
)
_DATING = frozenset(("ago", "earlier", "before", "later", "after", "old", "in", "into", "from"))
_LONG = frozenset(("year", "decade", "century"))
_WORKING = (("hour", Fraction(1, 8)), ("day", Fraction(3, 5)))
"""The least share of a longer time that is worked where pay is by the hour or the day."""


class Denominator(NamedTuple):
    """What a rate is per: powers of dimensions, or `number` of a noun; `factor` of base units.

    `how` is "unit", "noun", "each" where every one has it, "average" or "price" where the words
    around the figure alone make it a rate.
    """

    powers: Powers
    noun: str
    number: int
    factor: Fraction
    how: str


class Fit(NamedTuple):
    """total = rate x quantity x constant, in base units; `number` of what the rate is per."""

    how: str
    constant: Interval
    number: int
    marks: tuple[str, ...]


def denominator(figure: Figure) -> Denominator | None:
    """What a figure is per, None where it is no rate."""
    per = figure.per
    if isinstance(per, Unit):
        return Denominator(_of_unit(per), "", 1, Fraction(1), "unit")
    if per is not None:
        return _spelled(per)
    if figure.unit is not None and any(power < 0 for power in _of_unit(figure.unit).values()):
        return Denominator({}, "", 1, Fraction(1), "unit")
    for role in ("each", "average", "price"):
        if role in figure.roles:
            return Denominator({}, "", 1, Fraction(1), role)
    return None


def _spelled(per: str) -> Denominator:
    """ "100000 person", "100 kilometre", "trip"."""
    head, _, noun = per.partition(" ")
    number = int(head) if head.isdecimal() else 1
    noun = noun if head.isdecimal() else per
    found = units.match((noun,), 0) if number > 1 and noun else None
    if found is not None:
        return Denominator(
            _of_unit(found[0]), "", number, number * Fraction(found[0].factor), "unit"
        )
    how = "each" if noun == "head" and number == 1 else "noun"
    return Denominator({}, noun, number, Fraction(number), how)


def fit(rate: Figure, quantity: Figure, total: Figure) -> Fit | None:
    """How total = rate x quantity can be meant, None where the dimensions do not fit."""
    per = denominator(rate)
    if per is None or quantity.per is not None or not _are_sorted(rate, quantity, total):
        return None
    if per.number > 1 and (_is_number_of(rate, per, quantity) or _is_number_of(rate, per, total)):
        return None
    how = _how(rate, per, quantity)
    marks = [f"fit.{how}", *_nouns(rate, per, quantity, total)]
    if not how or "fit.clash" in marks:
        return None
    return _fit(rate, per._replace(how=how), _powers(quantity), quantity.unit, total, marks)


def _how(rate: Figure, per: Denominator, quantity: Figure) -> str:
    """How the quantity answers to what the rate is per; "" where it cannot."""
    if quantity.kind is not Kind.COUNT:
        return per.how if per.how == "unit" else ""
    if quantity.unit:
        return ""
    if per.how != "unit":
        return per.how
    if not isinstance(rate.per, Unit) or rate.per.dimension not in ("time", "calendar"):
        return ""
    return "each" if "each" in rate.roles else "spread"


def _is_number_of(rate: Figure, per: Denominator, figure: Figure) -> bool:
    """Is the figure the 100,000 of "6.2 per 100,000 residents" itself?"""
    return (
        figure.value == per.number
        and figure.sentence == rate.sentence
        and 0 < figure.place - rate.place <= 4
    )


def _are_sorted(rate: Figure, quantity: Figure, total: Figure) -> bool:
    """Of "2 mg per kg" milligrams make the total and kilograms the quantity, not the reverse."""
    if (
        quantity.unit is None
        or total.unit is None
        or quantity.unit.dimension != total.unit.dimension
    ):
        return True
    return total.unit is rate.unit or quantity.unit is rate.per


def fit_over(rate: Figure, period: Unit, total: Figure) -> Fit | None:
    """How total = rate x one period can be meant: "$14 a month" and "a full year"."""
    per = denominator(rate)
    if per is None or not isinstance(rate.per, Unit) or rate.per is period:
        return None
    marks = [*_nouns(rate, per, None, total)]
    found = (
        None if "fit.clash" in marks else _fit(rate, per, _of_unit(period), period, total, marks)
    )
    if found is None:
        return None
    return found._replace(constant=found.constant.scaled(Fraction(period.factor)))


def _fit(
    rate: Figure,
    per: Denominator,
    powers: Powers,
    unit: Unit | None,
    total: Figure,
    marks: list[str],
) -> Fit | None:
    constant = _in_other_unit(rate.per, unit) * _in_other_unit(total.unit, rate.unit)
    left = _sum(_sum(_powers(rate), per.powers if per.factor != 1 else {}, -1), powers)
    rest = _sum(left, _powers(total), -1)
    seconds, months = rest.pop("time", 0), rest.pop("calendar", 0)
    if any(rest.values()):
        return None
    constant = constant.scaled(1 / per.factor)
    if seconds + months:
        dropped = _dropped(rate, total, seconds + months, powers)
        if dropped is None:
            return None
        constant = constant.scaled(dropped)
        marks.append("fit.dropped")
    elif seconds:
        constant = constant * _bridge(rate, unit, total, seconds)
        marks.append("fit.bridged")
    elif _may_be_worked(rate, unit):
        constant = constant * _worked(rate)
    return Fit(per.how, constant, per.number, tuple(marks))


def proportion(
    stated: str, rate: Figure, quantity: Figure, total: Figure, found: Fit
) -> Proportion:
    """The term of the figure that is stated: "rate", "quantity" or "total"."""
    number = f"{found.number:,}" if found.number > 1 else ""
    if stated == "total":
        return Proportion((rate, quantity), (), found.constant, number and f"/ {number}")
    other = rate if stated == "quantity" else quantity
    inverse = Interval.point(1) / found.constant
    return Proportion((total,), (other,), inverse, number and f"× {number}")


def over_period(rate: Figure, found: Fit) -> Proportion:
    """The term of the total of one period at a rate: "$14 × 12"."""
    factor = Fraction(rate.per.factor) if isinstance(rate.per, Unit) else Fraction(1)
    times = Fraction(found.constant.top or 0) / factor
    return Proportion((rate,), (), found.constant, f"× {round(times) or times}")


def period_of(sentence: Sentence, total: Figure) -> Unit | None:
    """The one period that the words around a total speak of: "a full year comes to €168"."""
    words = sentence.words
    for at in (
        *range(total.place - 1, max(-1, total.place - 11), -1),
        *range(total.place + 1, total.place + 8),
    ):
        if at >= len(words):
            break
        if words[at] in _PERIODS and words[at - 1] in _ONE and not _is_denominator(words, at):
            return units.named(_PERIODS[words[at]])
        if words[at] in _ADVERBS:
            return units.named(_ADVERBS[words[at]])
    return None


def _is_denominator(words: list[str], at: int) -> bool:
    """Does the period belong to a rate ("# a year") or to a date ("a year earlier")?"""
    after = words[at + 1] if at + 1 < len(words) else ""
    return words[at - 2] == "#" or after in _DATING


def _powers(figure: Figure) -> Powers:
    own = _of_unit(figure.unit) if figure.unit else {}
    return _sum(own, _of_unit(figure.per), -1) if isinstance(figure.per, Unit) else own


def _of_unit(unit: Unit) -> Powers:
    return _COMPOSED.get(unit.dimension) or {unit.dimension: 1}


def _sum(one: Powers, other: Powers, sign: int = 1) -> Powers:
    total = dict(one)
    for name, power in other.items():
        total[name] = total.get(name, 0) + sign * power
    return total


def _dropped(rate: Figure, total: Figure, excess: int, quantity: Powers) -> Fraction | None:
    """What makes up for a time that one of rate and total names and the other leaves unsaid."""
    if "time" in quantity or "calendar" in quantity:
        return None
    per = rate.per if excess == -1 else total.per
    if not isinstance(per, Unit) or per.dimension not in ("time", "calendar"):
        return None
    factor = Fraction(per.factor)
    return factor if excess == -1 else 1 / factor


def _bridge(rate: Figure, unit: Unit | None, total: Figure, seconds: int) -> Interval:
    """What turns seconds ** k x months ** -k into a number."""
    named = {
        u.name for u in (rate.per, unit, total.per, rate.unit, total.unit) if isinstance(u, Unit)
    }
    low, high = _YEAR_MONTH if named & _LONG else _MONTH
    if rate.kind is Kind.MONEY and isinstance(rate.per, Unit):
        low = low * dict(_WORKING).get(rate.per.name, Fraction(1))
    return (
        Interval.of(Fraction(1) / high, Fraction(1) / low)
        if seconds > 0
        else Interval.of(low, high)
    )


def _in_other_unit(one: Unit | str | None, other: Unit | None) -> Interval:
    """How far the first may be another unit of its name, as the second says: a troy ounce."""
    if (
        not isinstance(one, Unit)
        or other is None
        or one is other
        or other not in units.alternatives(one)
    ):
        return Interval.point(1)
    times = Fraction(one.factor) / Fraction(other.factor)
    return Interval.point(1).hull(Interval.point(times))


def _may_be_worked(rate: Figure, unit: Unit | None) -> bool:
    """Is it pay by the hour or day, over a longer time of which only part is worked?"""
    per = rate.per
    return (
        rate.kind is Kind.MONEY
        and isinstance(per, Unit)
        and unit is not None
        and per.name in ("hour", "day")
        and unit.dimension == "time"
        and unit.factor > per.factor
    )


def _worked(rate: Figure) -> Interval:
    assert isinstance(rate.per, Unit)
    return Interval.of(dict(_WORKING)[rate.per.name], Fraction(1))


def _nouns(
    rate: Figure, per: Denominator, quantity: Figure | None, total: Figure
) -> tuple[str, ...]:
    """How the nouns of the three agree; "fit.clash" where they cannot be meant together."""
    marks = []
    if total.kind is Kind.COUNT:
        if rate.kind is not Kind.COUNT:
            return ("fit.clash",)
        marks.append(f"fit.counted_{_agree(rate.owner, total.owner)}")
    elif rate.kind is Kind.COUNT and total.unit:
        return ("fit.clash",)
    if quantity is not None and per.noun:
        marks.append(f"fit.per_{_agree(per.noun, quantity.owner)}")
    return tuple(marks)


def _agree(noun: str, other: str) -> str:
    if not noun or not other:
        return "unsaid"
    if noun == other:
        return "same"
    if noun == "head":
        return "head"
    return "people" if noun in PEOPLE and other in PEOPLE else "other"
