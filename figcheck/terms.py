"""Terms: what a text's figures are worked out to, "10,000 + 40,000", "17 / 58 in percent".

A term holds its figures, evaluates to an interval over the values that the figures admit, in base
units, and shows its arithmetic with the figures as written. No operand occurs twice in an
evaluation, so that the interval is as narrow as the figures are: a change is new / old - 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.document import Kind
from figcheck.interval import EVERYTHING, Interval, Number
from figcheck.rounding import nominal

if TYPE_CHECKING:
    from collections.abc import Callable

    from figcheck.document import Figure
    from figcheck.units import Unit

    Values = Callable[[Figure], Interval]

_ZERO, _ONE, _HUNDRED = Interval.point(0), Interval.point(1), Interval.point(100)


class Term:
    """What every term offers.

    `figures` are its operands, each once. `absolute` says that it compares readings of a scale
    that has a zero of its own: 21C and 70F.
    """

    __slots__ = ()
    figures: tuple[Figure, ...]
    absolute = False

    def evaluate(self, values: Values) -> Interval:
        """The values that the term may have, in base units; shares and changes in percent."""
        raise NotImplementedError

    def computed(self) -> Interval:
        """What the term comes to with the figures as they are written, in base units."""
        return self.evaluate(nominal)

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        """Where an operand must lie for the term to come into `target`, or a wider interval.

        The other operands have their `values`, all in base units. A term that cannot say leaves
        the operand all numbers.
        """
        return EVERYTHING

    def shown(self) -> str:
        """The term in the figures' own words: "10,000 + 40,000"."""
        raise NotImplementedError


class Given(Term):
    """A figure as it stands."""

    __slots__ = ("figures",)
    absolute = True

    def __init__(self, figure: Figure) -> None:
        self.figures = (figure,)

    def evaluate(self, values: Values) -> Interval:
        return _reading(self.figures[0], values)

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        return target.shifted(-_zero_of(figure))

    def shown(self) -> str:
        return self.figures[0].text


class Converted(Term):
    """A measure in another unit: a temperature as a reading, or as a `difference` of two."""

    __slots__ = ("absolute", "figures", "unit")

    def __init__(self, figure: Figure, unit: Unit, *, difference: bool = False) -> None:
        self.figures = (figure,)
        self.unit = unit
        self.absolute = not difference

    def evaluate(self, values: Values) -> Interval:
        figure = self.figures[0]
        return _reading(figure, values) if self.absolute else values(figure)

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        return target.shifted(-_zero_of(figure)) if self.absolute else target

    def shown(self) -> str:
        return self.figures[0].text


class Const(Term):
    """A number that the text need not state: the 100 of percent, a count of listed things."""

    __slots__ = ("figures", "interval", "text", "value")

    def __init__(self, value: Number, text: str) -> None:
        self.figures = ()
        self.value = value
        self.interval = Interval.point(value)
        self.text = text

    def evaluate(self, values: Values) -> Interval:
        return self.interval

    def shown(self) -> str:
        return self.text


class Sum(Term):
    """The sum of the parts."""

    __slots__ = ("figures",)

    def __init__(self, figures: tuple[Figure, ...]) -> None:
        self.figures = figures

    def evaluate(self, values: Values) -> Interval:
        return _total(self.figures, values)

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        return target - _total(_without(self.figures, figure), values)

    def shown(self) -> str:
        return " + ".join(figure.text for figure in self.figures)


class Mean(Sum):
    """The sum of the parts divided by their number."""

    __slots__ = ()

    def evaluate(self, values: Values) -> Interval:
        return super().evaluate(values) / Interval.point(len(self.figures))

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        return super().needed(figure, target.scaled(len(self.figures)), values)

    def shown(self) -> str:
        return f"({super().shown()}) / {len(self.figures)}"


class Remainder(Term):
    """A whole less its parts."""

    __slots__ = ("figures", "parts", "whole")

    def __init__(self, whole: Term, parts: tuple[Figure, ...]) -> None:
        self.whole = whole
        self.parts = parts
        self.figures = (*whole.figures, *parts)

    def evaluate(self, values: Values) -> Interval:
        return self.whole.evaluate(values) - _total(self.parts, values)

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        if figure in self.parts:
            rest = _total(_without(self.parts, figure), values)
            return self.whole.evaluate(values) - rest - target
        return self.whole.needed(figure, target + _total(self.parts, values), values)

    def shown(self) -> str:
        return " − ".join((self.whole.shown(), *(part.text for part in self.parts)))


class _Pair(Term):
    """A term of two figures with a sign between them."""

    __slots__ = ("figures",)
    sign = ""

    def __init__(self, first: Figure, second: Figure) -> None:
        self.figures = (first, second)

    def shown(self) -> str:
        return f"{self.figures[0].text} {self.sign} {self.figures[1].text}"


class Difference(_Pair):
    """The first figure less the second."""

    __slots__ = ()
    sign = "−"

    def evaluate(self, values: Values) -> Interval:
        minuend, subtrahend = self.figures
        return values(minuend) - values(subtrahend) if minuend is not subtrahend else _ZERO

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        minuend, subtrahend = self.figures
        return target + values(subtrahend) if figure is minuend else values(minuend) - target


class Product(_Pair):
    """The product of a rate and a quantity."""

    __slots__ = ()
    sign = "×"

    def evaluate(self, values: Values) -> Interval:
        return values(self.figures[0]) * values(self.figures[1])

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        rate, quantity = self.figures
        return target / values(quantity if figure is rate else rate)


class Quotient(_Pair):
    """An amount divided by a count."""

    __slots__ = ()
    sign = "/"

    def evaluate(self, values: Values) -> Interval:
        amount, count = self.figures
        return values(amount) / values(count) if amount is not count else _ONE

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        amount, count = self.figures
        return target * values(count) if figure is amount else values(amount) / target


class Ratio(Quotient):
    """How many times the first figure is the second."""

    __slots__ = ()


class ShareOf(Quotient):
    """The share in percent that a part is of its whole."""

    __slots__ = ()

    def evaluate(self, values: Values) -> Interval:
        return super().evaluate(values).scaled(100)

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        return super().needed(figure, target / _HUNDRED, values)


class PercentOf(_Pair):
    """A share of a base: 90 percent, or two thirds, of 1,000."""

    __slots__ = ()
    sign = "of"

    def evaluate(self, values: Values) -> Interval:
        share, base = self.figures
        product = values(share) * values(base)
        return product if share.kind is Kind.FRACTION else product / _HUNDRED

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        share, base = self.figures
        whole = target if share.kind is Kind.FRACTION else target.scaled(100)
        return whole / values(base if figure is share else share)


class InPercent(Term):
    """A fraction as a percentage: 34/40 is 85 percent."""

    __slots__ = ("figures",)

    def __init__(self, fraction: Figure) -> None:
        self.figures = (fraction,)

    def evaluate(self, values: Values) -> Interval:
        return values(self.figures[0]).scaled(100)

    def shown(self) -> str:
        return self.figures[0].text


class AsFraction(Term):
    """A share in percent as a fraction of one, for "one in five, 19%"."""

    __slots__ = ("figures",)

    def __init__(self, share: Figure) -> None:
        self.figures = (share,)

    def evaluate(self, values: Values) -> Interval:
        return values(self.figures[0]) / _HUNDRED

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        return target.scaled(100)

    def shown(self) -> str:
        return self.figures[0].text


class Proportion(Term):
    """Figures multiplied by each other and divided by others, times what the text need not state.

    `constant` is the number of what is not stated, "12 months", in the base units of the others;
    `text` shows it, with its sign of multiplication or division.
    """

    __slots__ = ("constant", "figures", "over", "text", "times")

    def __init__(
        self,
        times: tuple[Figure, ...],
        over: tuple[Figure, ...] = (),
        constant: Interval | None = None,
        text: str = "",
    ) -> None:
        self.figures = (*times, *over)
        self.times = times
        self.over = over
        self.constant = constant
        self.text = text

    def evaluate(self, values: Values) -> Interval:
        result = _ONE if self.constant is None else self.constant
        for figure in self.times:
            result = result * values(figure)
        for figure in self.over:
            result = result / values(figure)
        return result

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        rest = self.evaluate(lambda other: _ONE if other is figure else values(other))
        return target / rest if figure in self.times else rest / target

    def shown(self) -> str:
        shown = " × ".join(figure.text for figure in self.times) or "1"
        shown = " / ".join((shown, *(figure.text for figure in self.over)))
        return f"{shown} {self.text}" if self.text else shown


class AtRate(Term):
    """An amount at the exchange rate that another pair of amounts implies."""

    __slots__ = ("figures",)

    def __init__(self, amount: Figure, to: Figure, of: Figure) -> None:
        self.figures = (amount, to, of)

    def evaluate(self, values: Values) -> Interval:
        amount, to, of = self.figures
        return values(to) if amount is of else values(amount) * values(to) / values(of)

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        amount, to, of = self.figures
        if figure is of:
            return values(amount) * values(to) / target
        return target * values(of) / values(to if figure is amount else amount)

    def shown(self) -> str:
        amount, to, of = self.figures
        return f"{amount.text} × {to.text} / {of.text}"


def _total(figures: tuple[Figure, ...], values: Values) -> Interval:
    if not figures:
        return _ZERO
    total = values(figures[0])
    for figure in figures[1:]:
        total = total + values(figure)
    return total


class Reckoned(Term):
    """What a rule works out by other means than intervals, as it is to be shown."""

    __slots__ = ("figures", "text")

    def __init__(self, figures: tuple[Figure, ...], text: str) -> None:
        self.figures = figures
        self.text = text

    def evaluate(self, values: Values) -> Interval:
        return Interval(None, None)

    def shown(self) -> str:
        return self.text


def _without(figures: tuple[Figure, ...], figure: Figure) -> tuple[Figure, ...]:
    return tuple([other for other in figures if other is not figure])


def _reading(figure: Figure, values: Values) -> Interval:
    """The value on the base scale, from its zero."""
    value, unit = values(figure), figure.unit
    return value.shifted(_zero_of(figure)) if unit is not None and unit.offset else value


def _zero_of(figure: Figure) -> Number:
    """Where the zero of the figure's unit lies on the base scale: 273.15 kelvin for Celsius."""
    unit = figure.unit
    return unit.offset * unit.factor if unit is not None else 0
