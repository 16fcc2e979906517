"""Likeness: may two figures be levels of one thing, by kind, unit, rate and what is counted?"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.document import Kind
from figcheck.link.lists import dimension

if TYPE_CHECKING:
    from figcheck.document import Figure


def are_alike(one: Figure, other: Figure) -> bool:
    """Of one kind, dimension, currency and rate, and not counts of two named things?"""
    if one.kind is not other.kind or dimension(one) != dimension(other):
        return False
    if not have_one_rate(one, other) or not have_one_currency(one, other):
        return False
    named, also = counted(one), counted(other)
    return not (one.kind is Kind.COUNT and named and also and named != also)


def have_one_rate(one: Figure, other: Figure) -> bool:
    """Per the same, or per what is only named and scales nothing ("a barrel") on either side?"""
    return one.per == other.per or (_scales_nothing(one.per) and _scales_nothing(other.per))


def _scales_nothing(per: object) -> bool:
    return per is None or isinstance(per, str)


def have_one_currency(one: Figure, other: Figure) -> bool:
    """No amounts of two currencies; dollars and cents are of one."""
    if one.kind is not Kind.MONEY or one.unit is None or other.unit is None:
        return True
    return one.unit is other.unit or one.unit.name.split()[0] == other.unit.name.split()[0]


def are_near(one: Figure, other: Figure, times: int) -> bool:
    """Is neither number more than so many times the other?"""
    low, high = sorted((abs(Fraction(one.value or 0)), abs(Fraction(other.value or 0))))
    return high <= times * low


def counted(figure: Figure) -> str:
    """What is counted, where the noun stands behind the number: "convict" of "40 convicts"."""
    subject = figure.subject
    return figure.owner if subject is not None and subject.start >= figure.end else ""
