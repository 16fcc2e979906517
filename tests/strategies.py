"""What hypothesis draws for the tests: numbers as written, figures made of them, intervals."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from figcheck.document import Figure, Hedge, Kind
from figcheck.interval import Interval
from figcheck.units import Unit, named
from tests.oracle import Written

if TYPE_CHECKING:
    from figcheck.interval import Number

_SCALE_WORDS = {0: "", 3: " thousand", 6: " million", 9: " billion"}


def figure_of(
    written: Written,
    kind: Kind | None = None,
    unit: Unit | None = None,
    *,
    per: Unit | str | None = None,
    text: str = "",
    constant: bool = False,
) -> Figure:
    """The figure of a number as written; with its `text`, or its digits and scale word."""
    value = whole(written.value)
    hedge = Hedge(written.hedge)
    return Figure(
        0,
        len(text),
        text or written.digits + _SCALE_WORDS.get(written.scale, ""),
        kind or (Kind.COUNT if written.is_count else Kind.MEASURE),
        value,
        low=None if hedge in (Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.NEARLY) else value,
        high=None if hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.JUST_OVER) else value,
        unit=unit,
        per=per,
        hedge=hedge,
        grain=whole(written.grain),
        own_grain=whole(written.own_grain),
        constant=constant,
    )


def count(digits: str, hedge: str = "exact", *, scale: int = 0, text: str = "") -> Figure:
    """A bare number: count("50,000")."""
    return figure_of(Written(digits.replace(",", ""), scale, True, hedge), text=text or digits)


def percent(digits: str, hedge: str = "exact", text: str = "") -> Figure:
    """A share: percent("24.1")."""
    return figure_of(
        Written(digits, hedge=hedge), Kind.SHARE, named("percent"), text=text or f"{digits}%"
    )


def money(
    digits: str, scale: int = 0, hedge: str = "exact", *, code: str = "USD", text: str = ""
) -> Figure:
    """An amount: money("5.2", 6)."""
    text = text or f"${digits}{_SCALE_WORDS[scale]}"
    written = Written(digits.replace(",", ""), scale, hedge=hedge)
    return figure_of(written, Kind.MONEY, named(code), text=text)


def measure(
    digits: str, unit: str, hedge: str = "exact", *, text: str = "", kind: Kind = Kind.MEASURE
) -> Figure:
    """A measure: measure("30", "mile")."""
    text = text or f"{digits} {unit}"
    return figure_of(Written(digits.replace(",", ""), hedge=hedge), kind, named(unit), text=text)


def whole(value: Fraction) -> Number:
    """As extraction writes numbers: an int where it is whole."""
    return value.numerator if value.denominator == 1 else value


@st.composite
def digit_strings(draw: st.DrawFn, most: int = 9999, least: int = 1) -> str:
    """Digits of a positive number, with trailing zeros or decimals as writers have them."""
    number = draw(st.integers(least, most))
    form = draw(st.sampled_from(("plain", "round", "round", "one", "two")))
    if form == "round":
        return str(number) + "0" * draw(st.integers(1, 3))
    decimals = {"plain": 0, "one": 1, "two": 2}[form]
    if not decimals:
        return str(number)
    text = str(number).rjust(decimals + 1, "0")
    return f"{text[:-decimals]}.{text[-decimals:]}"


def counts(hedges: tuple[str, ...] = ("exact", "exact", "about")) -> st.SearchStrategy[Written]:
    """Bare numbers, whole or not, in a scale or not."""
    return st.builds(
        Written,
        digits=digit_strings(),
        scale=st.sampled_from((0, 0, 0, 3, 6)),
        is_count=st.just(True),
        hedge=st.sampled_from(hedges),
        factor=st.just(Fraction(1)),
        group=st.just(""),
    )


def amounts(hedges: tuple[str, ...] = ("exact", "exact", "about")) -> st.SearchStrategy[Written]:
    """Numbers with a unit."""
    return counts(hedges).map(lambda written: written._replace(is_count=False))


@st.composite
def near(draw: st.DrawFn, value: Fraction, *, is_count: bool = False, most_off: int = 3) -> Written:
    """A number written near a value that is above zero: rounded, and off by a few last digits."""
    decimals = draw(st.sampled_from((0, 0, 1, 2)))
    zeros = draw(st.sampled_from((0, 0, 1, 2, 3))) if decimals == 0 else 0
    step = Fraction(10) ** (zeros - decimals)
    number = max(1, round(value / step) + draw(st.integers(-most_off, most_off)))
    text = str(number * 10**zeros).rjust(decimals + 1, "0")
    digits = f"{text[:-decimals]}.{text[-decimals:]}" if decimals else text
    hedge = draw(
        st.sampled_from(
            ("exact", "exact", "exact", "about", "at_least", "less_than", "nearly", "just_over")
        )
    )
    return Written(digits, is_count=is_count, hedge=hedge)


SMALL = st.builds(Fraction, st.integers(-6, 6), st.sampled_from((1, 2, 3, 10)))
"""Small rationals, decimal or not, on both sides of zero."""


@st.composite
def intervals(draw: st.DrawFn, ends: st.SearchStrategy[Fraction] = SMALL) -> Interval:
    """Intervals of all sorts: points, open and closed, bounded and not."""
    low, high = sorted((draw(ends), draw(ends)))
    if low == high:
        return Interval.of(low, high)
    is_low, is_high = draw(
        st.sampled_from(((True, True), (True, True), (True, False), (False, True), (False, False)))
    )
    return Interval.of(
        low if is_low else None,
        high if is_high else None,
        is_low and draw(st.booleans()),
        is_high and draw(st.booleans()),
    )
