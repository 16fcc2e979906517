"""Terms: what a text's figures are worked out to, "10,000 + 40,000", "17 / 58 in percent".

A term holds its figures, evaluates to an interval over the values that the figures admit, in base
units, and shows its arithmetic with the figures as written. No operand occurs twice in an
evaluation, so that the interval is as narrow as the figures are: a change is new / old - 1.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from figcheck.document import Kind
from figcheck.interval import Interval, Number

if TYPE_CHECKING:
    from collections.abc import Callable

    from figcheck.document import CalendarDate, Figure
    from figcheck.units import Unit

    Values = Callable[[Figure], Interval]

_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Term(Protocol):
    """What every term offers."""

    @property
    def figures(self) -> tuple[Figure, ...]: ...

    def evaluate(self, values: Values) -> Interval:
        """The values that the term may have, in base units; shares and changes in percent."""

    def shown(self) -> str:
        """The term in the figures' own words: "10,000 + 40,000"."""


class Given:
    """A figure as it stands."""

    __slots__ = ("figures",)

    def __init__(self, figure: Figure) -> None:
        self.figures = (figure,)

    def evaluate(self, values: Values) -> Interval:
        return values(self.figures[0])

    def shown(self) -> str:
        return self.figures[0].text


class Const:
    """A number that the text need not state: the 100 of percent, a count of listed things."""

    __slots__ = ("text", "value")
    figures: tuple[Figure, ...] = ()

    def __init__(self, value: Number, text: str) -> None:
        self.value = value
        self.text = text

    def evaluate(self, values: Values) -> Interval:
        return Interval.point(self.value)

    def shown(self) -> str:
        return self.text


class Sum:
    """The sum of the parts."""

    __slots__ = ("figures",)

    def __init__(self, figures: tuple[Figure, ...]) -> None:
        self.figures = figures

    def evaluate(self, values: Values) -> Interval:
        total = values(self.figures[0])
        for figure in self.figures[1:]:
            total = total + values(figure)
        return total

    def shown(self) -> str:
        return " + ".join(figure.text for figure in self.figures)


class Remainder:
    """A whole less its parts."""

    __slots__ = ("parts", "whole")

    def __init__(self, whole: Term, parts: tuple[Figure, ...]) -> None:
        self.whole = whole
        self.parts = parts

    @property
    def figures(self) -> tuple[Figure, ...]:
        return (*self.whole.figures, *self.parts)

    def evaluate(self, values: Values) -> Interval:
        rest = self.whole.evaluate(values)
        for part in self.parts:
            rest = rest - values(part)
        return rest

    def shown(self) -> str:
        return " − ".join((self.whole.shown(), *(part.text for part in self.parts)))


class Difference:
    """The first figure less the second."""

    __slots__ = ("figures",)

    def __init__(self, minuend: Figure, subtrahend: Figure) -> None:
        self.figures = (minuend, subtrahend)

    def evaluate(self, values: Values) -> Interval:
        minuend, subtrahend = self.figures
        return values(minuend) - values(subtrahend)

    def shown(self) -> str:
        return f"{self.figures[0].text} − {self.figures[1].text}"


class Product:
    """The product of a rate and a quantity."""

    __slots__ = ("figures",)

    def __init__(self, rate: Figure, quantity: Figure) -> None:
        self.figures = (rate, quantity)

    def evaluate(self, values: Values) -> Interval:
        return values(self.figures[0]) * values(self.figures[1])

    def shown(self) -> str:
        return f"{self.figures[0].text} × {self.figures[1].text}"


class Quotient:
    """An amount divided by a count."""

    __slots__ = ("figures",)

    def __init__(self, amount: Figure, count: Figure) -> None:
        self.figures = (amount, count)

    def evaluate(self, values: Values) -> Interval:
        return values(self.figures[0]) / values(self.figures[1])

    def shown(self) -> str:
        return f"{self.figures[0].text} / {self.figures[1].text}"


class Ratio(Quotient):
    """How many times the first figure is the second."""

    __slots__ = ()


class PercentOf:
    """A share of a base: 90 percent, or two thirds, of 1,000."""

    __slots__ = ("figures",)

    def __init__(self, share: Figure, base: Figure) -> None:
        self.figures = (share, base)

    def evaluate(self, values: Values) -> Interval:
        share, base = self.figures
        product = values(share) * values(base)
        return product if share.kind is Kind.FRACTION else product.scaled(Fraction(1, 100))

    def shown(self) -> str:
        return f"{self.figures[0].text} of {self.figures[1].text}"


class ShareOf:
    """The share in percent that a part is of its whole."""

    __slots__ = ("figures",)

    def __init__(self, part: Figure, whole: Figure) -> None:
        self.figures = (part, whole)

    def evaluate(self, values: Values) -> Interval:
        return (values(self.figures[0]) / values(self.figures[1])).scaled(100)

    def shown(self) -> str:
        return f"{self.figures[0].text} / {self.figures[1].text}"


class Change:
    """The change from an old level to a new one, counted in the direction `sign`.

    In percent, or with `scale` 1 as a fraction. With sign 0 the words give no direction, and the
    size of the change counts.
    """

    __slots__ = ("figures", "scale", "sign")

    def __init__(self, new: Figure, old: Figure, sign: int, scale: int = 100) -> None:
        self.figures = (new, old)
        self.sign = sign
        self.scale = scale

    def evaluate(self, values: Values) -> Interval:
        new, old = self.figures
        change = values(new) / values(old) - Interval.point(1)
        if self.scale != 1:
            change = change.scaled(self.scale)
        if self.sign:
            return change if self.sign > 0 else -change
        return -change if change.top is not None and change.top < 0 else change

    def shown(self) -> str:
        new, old = self.figures
        if self.sign < 0:
            return f"1 − {new.text} / {old.text}"
        return f"{new.text} / {old.text} − 1"


class ChangeShare:
    """A move as a share in percent of the level before it, from the level after it.

    100 * D / (level - D), written 100 / (level / D - 1) so that the move occurs once.
    """

    __slots__ = ("figures", "sign")

    def __init__(self, move: Figure, level: Figure, sign: int) -> None:
        self.figures = (move, level)
        self.sign = sign

    def evaluate(self, values: Values) -> Interval:
        move, level = self.figures
        times = values(level) / values(move) - Interval.point(self.sign)
        return Interval.point(100) / times

    def shown(self) -> str:
        move, level = self.figures
        return f"{move.text} / ({level.text} {'−' if self.sign > 0 else '+'} {move.text})"


class Converted:
    """A measure in another unit of its dimension."""

    __slots__ = ("figures", "unit")

    def __init__(self, figure: Figure, unit: Unit) -> None:
        self.figures = (figure,)
        self.unit = unit

    def evaluate(self, values: Values) -> Interval:
        figure = self.figures[0]
        base = values(figure)
        if figure.unit is None or not (figure.unit.offset or self.unit.offset):
            return base
        shift = figure.unit.offset * figure.unit.factor - self.unit.offset * self.unit.factor
        return base + Interval.point(shift)

    def shown(self) -> str:
        return self.figures[0].text


class Proportion:
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
        result = Interval.point(1) if self.constant is None else self.constant
        for figure in self.times:
            result = result * values(figure)
        for figure in self.over:
            result = result / values(figure)
        return result

    def shown(self) -> str:
        shown = " × ".join(figure.text for figure in self.times)
        shown = " / ".join((shown, *(figure.text for figure in self.over)))
        return f"{shown} {self.text}" if self.text else shown


class AtRate:
    """An amount at the exchange rate that another pair of amounts implies."""

    __slots__ = ("figures",)

    def __init__(self, amount: Figure, to: Figure, of: Figure) -> None:
        self.figures = (amount, to, of)

    def evaluate(self, values: Values) -> Interval:
        amount, to, of = self.figures
        return values(amount) * values(to) / values(of)

    def shown(self) -> str:
        amount, to, of = self.figures
        return f"{amount.text} × {to.text} / {of.text}"


class Elapsed:
    """The whole years from one date to another; two values where only years are known."""

    __slots__ = ("figures",)

    def __init__(self, start: Figure, end: Figure) -> None:
        self.figures = (start, end)

    def evaluate(self, values: Values) -> Interval:
        start, end = self.figures[0].date, self.figures[1].date
        if start is None or end is None or start.year is None or end.year is None:
            return Interval(None, None)
        years = end.year - start.year
        if start.month is None or end.month is None or start.month == end.month:
            if start.day is None or end.day is None or start.month is None or end.month is None:
                return Interval(years - 1, years)
            return Interval.point(years - (end.day < start.day))
        return Interval.point(years - (end.month < start.month))

    def shown(self) -> str:
        return f"{self.figures[0].text} to {self.figures[1].text}"


class Reckoned:
    """What a rule works out by other means than intervals, as it is to be shown."""

    __slots__ = ("figures", "text")

    def __init__(self, figures: tuple[Figure, ...], text: str) -> None:
        self.figures = figures
        self.text = text

    def evaluate(self, values: Values) -> Interval:
        return Interval(None, None)

    def shown(self) -> str:
        return self.text


def days_in_month(date: CalendarDate) -> int:
    """The length of the date's month; February of an unknown year has 29 days."""
    month, year = date.month or 1, date.year
    is_leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return 29 if month == 2 and is_leap else _DAYS_IN_MONTH[month - 1]
