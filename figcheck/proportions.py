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
from figcheck.dimensions import Denominator, Powers, added, denominator, of_unit, powers
from figcheck.document import Kind
from figcheck.interval import Interval
from figcheck.terms import Proportion
from figcheck.units import Unit

if TYPE_CHECKING:
    from figcheck.document import Figure, Sentence

PEOPLE = frozenset(
    "head person people capita inhabitant resident citizen adult man woman child member worker "
    "employee individual participant user customer visitor patient student pupil household voter "
    "guest diner donor subscriber passenger taxpayer soul".split()
)
_DAY = 86_400
_MONTH = (Fraction(28 * _DAY), Fraction(31 * _DAY))
_YEAR_MONTH = (Fraction(364 * _DAY, 12), Fraction(366 * _DAY, 12))
_SHOWN = Fraction(3, 2)  # a factor nearer to 1 is not shown
_LONG = frozenset(("year", "decade", "century"))
_CAPS = frozenset("limited capped maximum limit cap ceiling minimum".split())
_BEFORE_CAP = 3  # items before a rate in which it is said to be one
_WORKING = (("hour", Fraction(1, 8)), ("day", Fraction(3, 5)))
"""The least share of a longer time that is worked where pay is by the hour or the day."""

_AGREEMENTS = ("unsaid", "same", "head", "people", "other")
NOUN_MARKS = ("", *(f"fit.counted_{how}" for how in _AGREEMENTS))
CONSTANT_MARKS = ("", "fit.dropped", "fit.bridged")
FIT_MARKS = (
    tuple(f"fit.{how}" for how in ("unit", "noun", "each", "average", "price", "spread")),
    NOUN_MARKS,
    ("", *(f"fit.per_{how}" for how in _AGREEMENTS)),
    CONSTANT_MARKS,
)
"""The marks that a fit may have, by what excludes each other."""


class Fit(NamedTuple):
    """total = rate x quantity x constant, in base units; `number` of what the rate is per."""

    how: str
    constant: Interval
    number: int
    marks: tuple[str, ...]


def fit(rate: Figure, quantity: Figure, total: Figure) -> Fit | None:
    """How total = rate x quantity can be meant, None where the dimensions do not fit."""
    per = denominator(rate)
    if per is None or quantity.per not in (None, total.per) or isinstance(quantity.per, str):
        return None
    if not _are_sorted(rate, quantity, total):
        return None
    if per.number > 1 and (_is_number_of(rate, per, quantity) or _is_number_of(rate, per, total)):
        return None
    how = _how(rate, per, quantity)
    marks = [f"fit.{how}", *_nouns(rate, per, quantity, total)]
    if not how or "fit.clash" in marks:
        return None
    of_quantity = powers(quantity)
    return _fit(rate, per._replace(how=how), of_quantity, quantity.unit, total, marks)


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


def is_cap(sentence: Sentence, rate: Figure) -> bool:
    """ "Limited to $25 a head", "a maximum of 40 each": what no more may be, not what it is."""
    return not _CAPS.isdisjoint(sentence.words[max(0, rate.place - _BEFORE_CAP) : rate.place])


def fit_over(rate: Figure, period: Unit, total: Figure) -> Fit | None:
    """How total = rate x one period can be meant: "$14 a month" and "a full year"."""
    per = denominator(rate)
    if per is None or not isinstance(rate.per, Unit) or rate.per is period:
        return None
    marks = [*_nouns(rate, per, None, total)]
    if "fit.clash" in marks:
        return None
    found = _fit(rate, per, of_unit(period), period, total, marks)
    return found and found._replace(constant=found.constant.scaled(Fraction(period.factor)))


def _fit(
    rate: Figure,
    per: Denominator,
    of_quantity: Powers,
    unit: Unit | None,
    total: Figure,
    marks: list[str],
) -> Fit | None:
    constant = _in_other_unit(rate.per, unit) * _in_other_unit(total.unit, rate.unit)
    of_rate = added(powers(rate), per.powers if per.factor != 1 else {}, -1)
    rest = added(added(of_rate, of_quantity), powers(total), -1)
    seconds, months = rest.pop("time", 0), rest.pop("calendar", 0)
    if any(rest.values()):
        return None
    constant = constant.scaled(1 / per.factor)
    if seconds + months:
        dropped = _dropped(rate, total, seconds + months, of_quantity)
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


def count_at_every(interval: Figure, total: Figure, period: Unit | None) -> Proportion | None:
    """How many times something happens that happens every five minutes: 288 a day."""
    span = total.per if isinstance(total.per, Unit) else period
    if interval.unit is None or span is None or span.dimension not in ("time", "calendar"):
        return None
    constant = Interval.point(1)
    if span.dimension != interval.unit.dimension:
        low, high = _YEAR_MONTH if span.name in _LONG else _MONTH
        is_longer = span.dimension == "calendar"
        constant = Interval.of(low, high) if is_longer else Interval.of(1 / high, 1 / low)
    times = constant.scaled(Fraction(span.factor))
    shown = Fraction(times.top or 0) / Fraction(interval.unit.factor)
    factor = Fraction(1) if period is span else 1 / Fraction(span.factor)
    text = f"× {_number(shown)} {interval.unit.name}s"
    return Proportion((), (interval,), times.scaled(factor), text)


def _number(value: Fraction) -> str:
    return f"{round(value):,}" if value >= 2 else str(value)


def equal_rates(one: Figure, other: Figure) -> Proportion | None:
    """One rate in the units of the other, "£950 a month" as a year's; None where none fits."""
    if not isinstance(one.per, Unit) or not isinstance(other.per, Unit):
        return None
    if one.kind is not other.kind or (one.owner and other.owner and one.owner != other.owner):
        return None
    rest = added(powers(one), powers(other), -1)
    seconds, months = rest.pop("time", 0), rest.pop("calendar", 0)
    if seconds + months or any(rest.values()):
        return None
    constant = _in_other_unit(one.unit, other.unit)
    if seconds:
        constant = constant * _bridge(one, None, other, seconds)
    elif _may_be_worked(one, other.per):
        constant = constant * _worked(one)
    times = Fraction(constant.top or 1) * _factor(other) / _factor(one)
    return Proportion((one,), (), constant, _shown_times(times))


def _factor(figure: Figure) -> Fraction:
    """How many of the denominator's base units stand for one of the numerator's."""
    per = Fraction(figure.per.factor) if isinstance(figure.per, Unit) else Fraction(1)
    return per / Fraction(figure.unit.factor if figure.unit else 1)


def _shown_times(times: Fraction) -> str:
    if times >= _SHOWN:
        return f"× {_three_digits(times)}"
    return f"/ {_three_digits(1 / times)}" if times and 1 / times >= _SHOWN else ""


def _three_digits(value: Fraction) -> str:
    """A factor as far as a reader needs it: 12, 2.59, 365."""
    if value >= 100 or value.denominator == 1:
        return f"{round(value):,}"
    return f"{float(value):.3g}"
